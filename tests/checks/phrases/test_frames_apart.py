"""Frames damaged over more than one word: lost, doubled, misplaced, at odds over a distance, or told by the context."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        # told by the context
        ("ATT201", "Asked about the wall, she relied, “It will stand.”", "relied", "replied"),
        ("ATT201", "The gardener complied that the hedge had been cut.", "complied", "complained"),
        ("ATT101", "The bank's layer told the court that the loan was void.", "layer", "lawyer"),
        # told by a neighbour
        ("ATT101", "The owner knew of the leak, court fillings show.", "fillings", "filings"),
        ("ATT101", "A sale is near, sauces familiar with the matter said.", "sauces", "sources"),
        ("ATT101", "“We were tired,” head couch Ann Roe said.", "couch", "coach"),
        # twice
        ("ATT402", "She told told reporters that the gate was shut.", "told told", "told"),
        (
            "ATT402",
            "Officials said officials said the gate was shut.",
            "Officials said officials said",
            "Officials said",
        ),
        ("ATT402", "The survey it found that most gates were shut.", "survey it", "survey"),
        ("ATT402", "He told the paper that that she had left.", "that that", "that"),
        ("ATT405", "According to the guild, the gate is shut, the guild said.", "shut, the guild said", "shut"),
        # order
        ("ATT404", "According the to Herald, the gate is shut.", "According the to", "According to the"),
        ("ATT404", "Speaking in interview an with the paper, she said no.", "interview an", "an interview"),
        ("ATT404", "The as police confirmed, the gate was shut.", "The as", "As the"),
        ("ATT403", "He testified to that the gate was shut.", "to that", "that"),
        ("ATT403", "Mr. Weil was said that he had left.", "was said", "said"),
        ("ATT403", "The union accused the firm for hiding the bill.", "for", "of"),
        ("ATT403", "The judge, citing from to a report, agreed.", "citing from to", "citing"),
        ("ATT406", "The coach said reporters after the match that they had won.", "said", "told"),
        # lost
        ("ATT401", "She said in statement that the gate would open.", "in statement", "in a statement"),
        ("ATT403", "The mayor said hat the gate was shut.", "hat", "that"),
        ("ATT406", "She told the bridge was unsafe.", "told", "said"),
        # at odds over a distance
        ("ATT501", "His lawyer, a veteran of many trials, argue that the deed is void.", "argue", "argues"),
        ("ATT501", "Workers who reached the town on Monday describes empty streets.", "describes", "describe"),
        ("ATT501", "Police in Leeds has confirmed that the gate was shut.", "has", "have"),
        ("ATT501", "She have told reporters that the gate was shut.", "have", "has"),
        ("ATT501", "The leader of the union say the gate is shut.", "say", "says"),
        ("ATT501", "A sale is near, according to two person briefed on the talks.", "person", "people"),
        ("ATT503", "The Prime Ministers office said the gate was shut.", "Ministers", "Minister's"),
        ("ATT502", "The bishop had wrote in a letter that the gate was shut.", "wrote", "written"),
        ("ATT604", "The museum's spokes- woman said the gate was shut.", "spokes- woman", "spokeswoman"),
        ("ATT301", "The Goverment said that the gate would open.", "Goverment", "Government"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "Apple said, Samsung replied, and the judge sighed.",
        "He leaned over and said that the gate was shut.",
        "The ministry's exports of steel fell, the bureau said.",
        "He adopted that approach in the plan released on Tuesday, aides said.",
        "If he were told that the gate was shut, he would leave.",
        "He shared his views, which is rare, and said little else.",
        "She works for a liberal think tank that says the gate is shut.",
        "Consumer spending accounts for about half of the output, the bureau said.",
        "The committee criticized people trying to bring in guests, he said.",
        "She had had enough, she said.",
        "The front-runner - people call him so - said the well-known fact-checker was wrong.",
        "They walked in on a meeting, the guard said.",
        "The mayor said in court that the gate was shut.",
        "The report he wrote said that the gate was shut.",
        "The story she told the committee was true, he said.",
    ],
)
def test_what_only_looks_damaged_stays_silent(text: str) -> None:
    assert diagnostics_of(text) == ()
