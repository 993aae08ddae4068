"""Agreement with what stands apart from the verb: relatives and parts, a name beside, pronouns, and forms of asides."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        # a relative and its antecedent
        ("ATT501", "The emails, which was seen by the Argus, show the weir leaked.", "was", "were"),
        ("ATT501", "The report, which were sent to the trust, says the weir leaked.", "were", "was"),
        ("ATT501", "Anyone who know the diver should call, the warden said.", "know", "knows"),
        ("ATT501", "Whoever write the notice cannot spell, the warden said.", "write", "wrote"),
        ("ATT501", "The wardens, of whom only three was heard, said the weir leaked.", "was", "were"),
        ("ATT501", "The wardens, most of whom has left, said the weir leaked.", "has", "have"),
        ("ATT501", "Notes of the talk, a copy of which were sent to the Argus, say so.", "were", "was"),
        # the verb behind a relative clause
        ("ATT501", "Divers who mapped the pool says it is silting up.", "says", "say"),
        ("ATT501", "A diver who mapped the pools say they are silting up.", "say", "says"),
        ("ATT501", "The anglers who were stopped on Friday has told police that the weir was open.", "has", "have"),
        ("ATT501", "Most of those who spoke says the weir leaks.", "says", "say"),
        # a name or a phrase beside the source
        ("ATT501", "The trust's founder, Ada Noakes, were quoted as saying the weir leaked.", "were", "was"),
        ("ATT501", "The warden, Ms Noakes, have told anglers that the weir leaks.", "have", "has"),
        ("ATT501", "The lawyers for the owner of the mill's weir was told that it leaked.", "was", "were"),
        # parts, pronouns, and heads that are adjectives
        ("ATT501", "The elder of the two divers have told police that the weir leaked.", "have", "has"),
        ("ATT501", "Every one of the divers have testified that the weir leaked.", "have", "has"),
        ("ATT501", "Everyone in the valley say the weir leaks.", "say", "says"),
        ("ATT501", "Some of the divers has said the weir leaks.", "has", "have"),
        ("ATT501", "Hunting group say the weir leaks.", "group", "groups"),
        # what a source tells of
        ("ATT501", "No arrests has been made, police said.", "has", "have"),
        ("ATT501", "The reasons for the delay was unclear, the trust said.", "was", "were"),
        ("ATT501", "There was no reports of damage, the warden said.", "was", "were"),
        ("ATT501", "The lawyers for the trust does not dispute that the weir leaked.", "does", "do"),
        ("ATT501", "As the warden note in his report, the weir leaks.", "note", "notes"),
        ("ATT501", "This reports says the weir leaks.", "reports", "report"),
        ("ATT501", "When the Argus rang on Friday, the clerk deny that the weir leaked.", "deny", "denied"),
        ("ATT501", "The warden said he were not there.", "were", "was"),
        # forms
        ("ATT502", "The weir leaks, say Dr Ada Noakes, who runs the trust.", "say", "says"),
        ("ATT502", "The agency, cited two wardens, said the weir leaked.", "cited", "citing"),
        ("ATT502", "The weir leaks, the agency reported, quoted the warden.", "quoted", "quoting"),
        ("ATT502", "When ask about the weir, the warden laughed and said it was old.", "ask", "asked"),
        ("ATT502", "The warden, spoke on condition of anonymity, said the weir leaked.", "spoke", "speaking"),
        ("ATT502", "The warden did not returned calls seeking comment.", "returned", "return"),
        ("ATT502", "The diver had gave two accounts, the court heard.", "gave", "given"),
        ("ATT403", "The trust has repeated denied the claim.", "repeated", "repeatedly"),
        ("ATT403", "A clerk, speaking anonymous, said the weir leaked.", "anonymous", "anonymously"),
        ("ATT503", "The trust, who's spokeswoman declined to comment, owns the weir.", "who's", "whose"),
    ],
)
def test_what_disagrees_is_found(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The trust cut two posts, which was a shock, the warden said.",
        "The report into the leaks, which were found in May, says little.",
        "The wardens, one of whom was heard, said the weir leaked.",
        "The notes, some of which were lost, say the weir leaked.",
        "A diver who hears anglers say the weir leaks may laugh.",
        "Divers who know the trust says little were angry.",
        "The warden who met the divers said they were tired.",
        "The warden, the mayor and the clerk were told that the weir leaked.",
        "The head of the trust's lawyers say little, as a rule.",
        "Make sure that everyone in the valley say their names, the warden said.",
        "Ten miles was too far to row, the warden said.",
        "The species was last seen in May, the trust said.",
        "The warden asked that no arrests be made.",
        "There was a report of damage, the warden said.",
        "There was an official report, notes and two maps, the warden said.",
        "The lawyer who's president of the trust said the weir leaked.",
        "If he were not there, the warden said, the weir would leak.",
        "The warden would not be named.",
        "The trust did not need comments on the weir, it said.",
        "The warden quoted Burke, cited two studies, and said the weir leaked.",
        "“It leaks,” say Ms Noakes, who farms there, and Mr Bains.",
        "The firm's lawyer, along with two divers, has said the weir leaks.",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()


@pytest.mark.parametrize(
    "text", ["who", "Whoever", "of which", "not", "There", "When ask", ", cited", "who's", "As the"]
)
def test_a_draft_may_end_anywhere(text: str) -> None:
    assert diagnostics_of(text) == ()
