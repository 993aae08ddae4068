"""Names glued to their cue or parted by a space, and spaces a letter from their place."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings
from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("A draft of the bylaw seenby the Pemba Courier has no clause on mangroves.", "seenby", "seen by"),
        ("The leaked minutes, obtainedby two newspapers, run to sixty pages.", "obtainedby", "obtained by"),
        ("Nothing has been heardfrom the trawler since it left Peterhead.", "heardfrom", "heard from"),
        ("A memo sharedwith the Ledger lists eleven unpaid invoices.", "sharedwith", "shared with"),
        ("Copies were sentto every ward councillor in Gweru.", "sentto", "sent to"),
        ("The estimate comesfrom the grain board in Regina.", "comesfrom", "comes from"),
        ("Seenby the Herald, the contract names no price.", "Seenby", "Seen by"),
        ("Askedwhether he would stand again, the mayor laughed.", "Askedwhether", "Asked whether"),
        ("“It is a lovely old engine,” Okonkwosaid.", "Okonkwosaid", "Okonkwo said"),
        ("“We were never asked,” caretaker Ama Boatengsaid.", "Boatengsaid", "Boateng said"),
        ("Marie Baptistesaid on Monday that the road would open.", "Baptistesaid", "Baptiste said"),
        ("Niamh Hanrattysaid the cows had been moved by then.", "Hanrattysaid", "Hanratty said"),
        ("Prices will not fall before Diwali, trader Mohan Agarwalsaid on Friday.", "Agarwalsaid", "Agarwal said"),
        ("“It rained for a week,” Muñozsaid.", "Muñozsaid", "Muñoz said"),
        ("‘It rained,’ Pat Okonkwosaid on Monday.", "Okonkwosaid", "Okonkwo said"),
        ("Henrik Lundqvistwarned that the ice was thin.", "Lundqvistwarned", "Lundqvist warned"),
        ("Judge Amara Nwosutold him he was lucky.", "Nwosutold", "Nwosu told"),
        ("After the vote, Cllr Dot Hargreavessaid she was glad.", "Hargreavessaid", "Hargreaves said"),
        ("The RSPCAsaid the swan would live.", "RSPCAsaid", "RSPCA said"),
    ],
)
def test_glued(text: str, wrong: str, right: str) -> None:
    assert_found("ATT602", text, wrong, right)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("“He bowled well,” his team-mate Sunil Weera singhe said at the service.", "Weera singhe", "Weerasinghe"),
        ("The road is shut, said Priya Subra manian, the engineer.", "Subra manian", "Subramanian"),
        ("According to Tomasz Kowal czyk, the vote was fair.", "Kowal czyk", "Kowalczyk"),
        ("The strike is on, said Niamh O' Hanlon.", "O' Hanlon", "O'Hanlon"),
        ("Sgt Declan O' Keeffe told the court he saw nothing.", "O' Keeffe", "O'Keeffe"),
        ("“It is late,” O’ Flaherty added.", "O’ Flaherty", "O’Flaherty"),
        ("Maria D' Souza said the tea was cold.", "D' Souza", "D'Souza"),
        ("The captain talked t othe paper after the match.", "t othe", "to the"),
        ("The head o fthe board said the pump was old.", "o fthe", "of the"),
        ("Th eminister said the road was safe.", "Th eminister", "The minister"),
        ("The dean sai dthe hall was full.", "sai dthe", "said the"),
        ("Accordin gto the bank, rates will fall.", "Accordin gto", "According to"),
        ("The bishop witht he red hat said grace.", "witht he", "with the"),
        ("A polic espokesman said no.", "polic espokesman", "police spokesman"),
    ],
)
def test_parted_or_moved(text: str, wrong: str, right: str) -> None:
    assert_found("ATT601", text, wrong, right)


def test_a_name_is_known_by_the_rest_of_the_story() -> None:
    text = "{} owns the boat.\n\n“It leaks,” Mr Karageorgis said."
    parted = text.format("Kara georgis")
    (diagnostic,) = diagnostics_of(parted)
    assert (diagnostic.code, diagnostic.text, diagnostic.suggestions) == ("ATT601", "Kara georgis", ("Karageorgis",))
    assert diagnostic.fix is not None
    assert diagnostic.fix.applicability == "safe"
    assert diagnostics_of(text.format("Karageorgis")) == ()


def test_what_the_rest_of_the_story_tells_is_asked_anew() -> None:
    linter = Linter(Settings(select=("ATT",)))
    opening = "Kara georgis owns the boat.\n\n"
    for ending, found in (("It leaks.", 0), ("“It leaks,” Mr Karageorgis said.", 1), ("It leaks.", 0)):
        assert len(linter.lint_text(opening + ending, "story.txt").diagnostics) == found


@pytest.mark.parametrize(
    "text",
    [
        "The standby crew was called in at dawn, and a passerby told police so.",
        "Rangers heard a bushbaby in the fig.",
        "“We were unlucky,” said Karim Bensaid.",
        "“We were unlucky,” Bensaid said.",
        "“We lost,” Bensaid, the captain, said after the game.",
        "Youssef Boussaid scored twice on Monday.",
        "Police named the men as Ali Oussaid and Omar Bensaid.",
        "In Portsaid on Monday the ferry was late, officials said.",
        "“Great save,” Bensaid's coach said.",
        "The Lindsays the neighbours know are quiet people, she said.",
        "The Castells told the court they had paid.",
        "He was met by his brother, Jamal Messaid.",
        "The Bertold Brecht play was cut, said the director.",
        "Khalid bin Nayef said the talks had begun.",
        "“It rained,” said Ramesh Sharma ji, who sells tea.",
        "Mehmet Aksoy bey told the court nothing.",
        "In Ilorin amotekun said they had no one in custody.",
        "President Jacinda Ardern said no.",
        "Land O' Lakes said butter would cost more.",
        "Heart O' Midlothian said the match was off.",
        "The O' Hanlon Arms is shut, he said.",
        "The top o' the hill was bare, he said.",
        "He said the song was called o mio babbino.",
        "A ta nouvelle maison, said the card.",
        "A la carte or not, the chef de cuisine said, the fish was fresh.",
        "The vitamin d tablets were free, the clinic said.",
        "The t test was run twice, the authors wrote.",
    ],
)
def test_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()


@pytest.mark.parametrize("text", ["Okonkwosaid", "O' ", "O' H", "said O’", "t o", "Weera singhe", "“Okonkwosaid”"])
def test_short_drafts(text: str) -> None:
    assert len(diagnostics_of(text)) <= 1
