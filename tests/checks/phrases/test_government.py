"""What words of attribution govern, words of grammar that never meet, and clauses without a subject or a listener."""

from __future__ import annotations

import pytest

from attribution_lint import packs
from tests.checks.phrases.expectations import assert_found, diagnostics_of

_LEXICON = packs.shipped_folder() / "lexicons" / "phrase-government.txt"
_ROWS = [
    line.partition(" # ")[::2] for line in _LEXICON.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
]


@pytest.mark.parametrize(("row", "example"), _ROWS, ids=[row.partition(" /")[0] for row, _ in _ROWS])
def test_each_row_finds_its_example(row: str, example: str) -> None:
    heads, wrong = (part.split() for part in row.split("/")[:2])
    found = diagnostics_of(example)
    assert found
    first, second = found[0].span.start, found[0].span.end
    beside = example[: second + 1].lower().split()[-2:] + example[first:second].lower().split()
    assert "0" in wrong or not set(wrong).isdisjoint(beside)
    assert not set(heads).isdisjoint(example.lower().replace(",", " ").split())


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT403", "The warden, Ada Moss, told to reporters in Enugu that it was dry.", "told to", "told"),
        # never side by side
        ("ATT403", "The keeper is understood to be have left.", "be have", "have"),
        ("ATT403", "The inquest into to the fire heard that it was dark.", "into to", "into"),
        ("ATT403", "The founder assured savers of that the fund was sound.", "of that", "that"),
        ("ATT403", "The findings, published the in Lancet, say mould is common.", "the in", "in the"),
        ("ATT403", "Spokesman a for the zoo said the ape had been found.", "Spokesman a", "A spokesman"),
        ("ATT403", "In statement a, the airline said it was sorry.", "statement a", "a statement"),
        ("ATT403", "The cook told the coroner the that oven was cold.", "the that", "that the"),
        ("ATT403", "The chairman told clients to that the dividend was safe.", "to that", "that"),
        ("ATT403", "Her father said how that his daughter was due home.", "how that", "that"),
        ("ATT403", "A police spokeswoman on said the road was shut.", "on said", "said"),
        ("ATT403", "The brewery's report of showed that sales had halved.", "of showed", "showed"),
        ("ATT403", "The agency said with she was free to leave.", "with she", "she"),
        ("ATT403", "Invoices seen on by the Gazette show the van was leased.", "on by", "by"),
        ("ATT403", "A resident of to Moradabad said the lift had failed.", "of to", "of"),
        ("ATT403", "A report to released on Monday found mould.", "to released", "released"),
        ("ATT403", "The owner declined of to comment on the sale.", "of to", "to"),
        ("ATT403", "The governor told lawmakers of Tuesday that rates would hold.", "of", "on"),
        ("ATT403", "Asked whether if he would stay, the coach shrugged.", "whether if", "whether"),
        ("ATT403", "Paramedics said the boy been had in the water.", "been had", "had been"),
        ("ATT403", "The grocer said would it close the line.", "would it", "it would"),
        ("ATT403", "The owners have was said they will not sell.", "have was", "have"),
        # no subject, no article
        ("ATT403", "The firm said of power would be back by noon.", "of power", "power"),
        ("ATT401", "The minister said would not resign over the leak.", "said would", "said he would"),
        ("ATT401", "The lift had failed twice, chairman said.", "chairman", "the chairman"),
        ("ATT401", "The office said bridge was shut at noon.", "bridge", "the bridge"),
        ("ATT403", "The police said at the driver had fled on foot.", "at the", "the"),
        ("ATT403", "The inquest heard that in the boy had been sent home.", "in the", "the"),
        ("ATT403", "The clinic said about the ward had been closed.", "about the", "the"),
        # a speaker taken by a preposition
        ("ATT403", "“We ran,” of the mayor said as she left.", "of the", "the"),
        ("ATT403", "The climber was dead by noon, to the coroner said.", "to the", "the"),
        ("ATT403", "In evidence to the court, at the porter said he had slept.", "at the", "the"),
        # no listener, or one too many
        ("ATT406", "The pool will open on Friday, the city council told.", "told", "said"),
        ("ATT406", "“We ran,” the coach told after the match.", "told", "said"),
        ("ATT406", "The report told that inspectors had seen the home once.", "told", "said"),
        ("ATT406", "Citing two aides, the paper told the talks had failed.", "told", "said"),
        ("ATT406", "The ferry firm said passengers by text that the boat had gone.", "said", "told"),
        ("ATT406", "Three nurses said the court in Leeds that they saw him fall.", "said", "told"),
        ("ATT406", "The witness told in court that he was ill.", "told", "said"),
        ("ATT406", "Neighbours said the police they had heard two bangs.", "said", "told"),
        ("ATT406", "The lorry had no brakes, told the inspector.", "told", "said"),
        ("ATT403", "The dean was said she would appeal.", "was said", "said"),
        ("ATT403", "The officer was told jurors that he was ill.", "was told", "told"),
        ("ATT403", "The regulator said it in a statement it would appeal.", "said it", "said"),
        ("ATT403", "The coach told that to the court he would stay.", "told that to", "told"),
        # beside a quotation
        ("ATT403", "“We ran,” said of Ms Otieno, who lives there.", "said of", "said"),
        ("ATT403", "“We ran,” the captain said it.", "said it", "said"),
        ("ATT403", "“We ran,” said he the captain.", "said he", "said"),
        ("ATT406", "“We ran,” the captain told.", "told", "said"),
        ("ATT406", "“We ran,” the captain said the court.", "said", "told"),
        ("ATT403", "The lamps had failed twice, said to police in Leeds.", "said to", "said"),
        ("ATT403", "The lamps had failed twice, by the porter said.", "by the", "the"),
        # never written so
        ("ATT403", "The monk told for him that he would drown.", "told for", "told"),
        # its object between
        ("ATT403", "The minister attributed the fire on a faulty heater.", "on", "to"),
        ("ATT401", "The minister accused the clerk lying to the court.", "clerk lying", "clerk of lying"),
        ("ATT403", "The coach blamed the referee of the defeat.", "of", "for"),
        ("ATT403", "On a statement, the airline said it was sorry.", "On", "In"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The man they spoke to was ill, she said.",
        "The story he told the court was true, she said.",
        "The man police said was armed had left, she said.",
        "The lease had been paid for by the owner, she said.",
        "The road was closed in by the port, she said.",
        "Officials in on the plan said nothing.",
        "She said that at that price the farm would close.",
        "Because of that the club said nothing.",
        "Witness after witness told the court that the lift had failed.",
        "He said a lot of that was new to him.",
        "The bus driver, she said for years, was a friend.",
        "When that agency is new, she said, it errs.",
        "“We ran,” the captain said in the bar.",
        "“We ran,” he said of the fire.",
        "The mayor confirmed to the board that he would leave.",
        "He was told the road was shut, he said.",
        "Had it been shut, she said, it would have held.",
        "Mayor told to repay cash, judge says",
        "He was not alone, for the porter said two had come in.",
        "The house, in a street the agent said was quiet, was sold.",
        "The fire was out by then, at the time officials said.",
        "The council said in the past year prices were lower.",
        "The mayor said about 40 people were hurt.",
        "“We ran,” the coach told Friday’s meeting.",
        "The driver was drunk, all told.",
        "It was the worst story, the captain told in his book.",
        "The dean told the board enrollment had dropped by a fifth.",
        "He said the jury that heard the case had been fair.",
        "Figures released the same day by the port show a fall.",
        "In a letter parents received on Friday, the head said the trip was off.",
        "Speaking to press officers later, she said he had gone.",
    ],
)
def test_correct_copy_stays_silent(text: str) -> None:
    assert diagnostics_of(text) == ()
