"""Damaged frames are found where they are, with what was meant first; what is right stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.linter import Linter
from attribution_lint.model import Diagnostic
from attribution_lint.settings import Settings
from tests.checks.phrases.expectations import diagnostics_of

LINTER = Linter(Settings(select=("ATT",)))


def found(text: str) -> list[Diagnostic]:
    return list(LINTER.lint_text(text, "story.txt").diagnostics)


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT101", "It burnt, according to several Polish, Czech and Slovak expects seen by us.", "expects", "experts"),
        ("ATT101", "It burnt, according to two senior offices familiar with the case.", "offices", "officers"),
        ("ATT101", "A surgery of 300 nurses found that most had skipped a meal.", "surgery", "survey"),
        ("ATT102", "A guard spoke on condition of anonymous because he fears for his post.", "anonymous", "anonymity"),
        ("ATT102", "The airline did not respond to a request for commend.", "commend", "comment"),
        ("ATT201", "“We will pay,” the mayor sand.", "sand", "said"),
        ("ATT201", "The regulator earned in March that the lift was unsafe.", "earned", "warned"),
        ("ATT301", "Rents rose by a tenth, acording to the tenants.", "acording", "according"),
        ("ATT401", "The official spoke condition of anonymity.", "spoke condition", "spoke on condition"),
        ("ATT403", "The bridge is closed, according from the council.", "from", "to"),
        ("ATT406", "The minister told that the bridge was closed.", "told", "said"),
        ("ATT501", "The engineers says the bridge is safe.", "says", "say"),
        ("ATT502", "The firm did not responded to a request for comment.", "responded", "respond"),
        ("ATT503", "The minister's said the bridge is safe.", "minister's", "ministers"),
        ("ATT601", "The bridge is closed, accord ing to the council.", "accord ing", "according"),
        ("ATT602", "The bridge is closed, officialssaid.", "officialssaid", "officials said"),
        ("ATT604", "Two offi-\ncials said the bridge is closed.", "offi-\ncials", "officials"),
    ],
)  # fmt: skip
def test_the_slot_tells_what_is_wrong(code: str, text: str, wrong: str | None, right: str | None) -> None:
    if wrong is None:
        assert found(text) == []
        return
    (diagnostic,) = found(text)
    assert (diagnostic.code, diagnostic.text) == (code, wrong)
    assert diagnostic.suggestions[0] == right
    start = diagnostic.span.start
    assert text[start : diagnostic.span.end] == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The committee say they will meet again.",
        "Police say the road is closed.",
        "Pupils are seated according to age and height.",
        "He told the truth, and she told a story.",
        "“Easier said than done,” she quipped.",
        "The data form the basis of the report.",
        "She was told that the road was closed.",
        "Those surveyed said they would vote.",
        "According to people familiar with the talks, the deal is near.",
        "In “The Sauces,” the chef sings.",
        "The officer paid the workers who had cleared the road.",
        "George Will wrote that the road was long.",
        "Port Said says its ferries will run.",
    ],
)
def test_what_is_right_stays_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Two offcials said so on Monday.", "“offcials” is no word. Did you mean “officials”?"),
        (
            "“It was late,” she siad on Monday.",
            "“siad” is no word. Did you mean “said”?",
        ),
        ("It fell, according to to the ministry.", "“to” stands twice."),
        ("A spokes man said so on Monday.", "“spokesman” is one word."),
        ("She spoke on condition of anonymity , he said.", "No space belongs before this mark."),
        ("Officials says so.", "“says” does not agree with “officials”. Did you mean “say”?"),
        ("The treasurer plead guilty.", "“plead” does not agree with “treasurer”. Did you mean “pleads”?"),
        (
            "The treasurer plead guilty. The jury was out for an hour, a clerk said.",
            "“plead” does not agree with “treasurer”. Did you mean “pleaded”?",
        ),
        ("She declined to commented on the case.", "After “to” the verb takes its plain form. Did you mean “comment”?"),
    ],
)
def test_a_message_is_one_clause(text: str, message: str) -> None:
    assert [diagnostic.message for diagnostic in found(text)] == [message]


def test_the_message_quotes_the_slot() -> None:
    (diagnostic,) = found("The dam may break, according to several state assistance seen in May.")
    assert "“according to” takes a source" in diagnostic.message
    assert "“assistance”" in diagnostic.message
    assert diagnostic.suggestions[0] in diagnostic.message


def test_only_one_reading_makes_a_safe_fix() -> None:
    (spelling,) = found("Rents rose by a tenth, acording to the tenants.")
    (noun,) = found("A guard spoke on condition of anonymous because he fears for his post.")
    assert spelling.fix is not None
    assert noun.fix is not None
    assert (spelling.fix.applicability, noun.fix.applicability) == ("safe", "unsafe")


def test_a_name_that_breaks_into_a_clause_is_left_to_the_boilerplate_rules() -> None:
    assert found("The river rose in the northern region,Jane Roe with state media claiming a victory there.") == []
    (glued,) = found("The river rose in the northern region,Jane Roe said.")
    assert (glued.code, glued.text, glued.suggestions) == ("ATT603", ",", (", ",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The road is open , the ministry said.", "No space belongs before this mark."),
        ("“The road is open,”she said.", "A space is missing after the quotation."),
        ("The road is open,Jane Roe said.", "A space is missing after the comma."),
        ("“The road is open,” said the port's harbour master,Jane Roe.", "A space is missing after the comma."),
        ("The road is open ,according to the ministry.", "The space belongs behind the comma."),
    ],
)
def test_a_mark_without_its_space_is_told_by_what_is_wrong_with_it(text: str, told: str) -> None:
    (diagnostic,) = found(text)
    assert (diagnostic.code, diagnostic.message) == ("ATT603", told)


FRAME_WORDS = (
    "according to told said the a of in on statement information officials , . “ ” \" - anonymity condition 's "
    "declined comment Jane © 2023 Roe that she reporters says by for from sad form cited"
).split()


@given(st.lists(st.sampled_from(FRAME_WORDS), max_size=12), st.sampled_from([" ", "", "\n\n"]))
def test_no_order_of_words_breaks_the_reading_and_every_place_is_in_the_text(words: list[str], gap: str) -> None:
    text = gap.join(words)
    for diagnostic in found(text):
        assert 0 <= diagnostic.span.start < diagnostic.span.end <= len(text)
        assert text[diagnostic.span.start : diagnostic.span.end] == diagnostic.text
        assert diagnostic.suggestions


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("“It’s late,” the mayor’s aide said, according to the ministrys figures.", "ministry’s"),
        ("\"It's late,\" the mayor's aide said, according to the ministrys figures.", "ministry's"),
    ],
)
def test_apostrophes_are_set_as_the_story_sets_them(text: str, right: str) -> None:
    (diagnostic,) = diagnostics_of(text)
    assert (diagnostic.text, diagnostic.suggestions[0]) == ("ministrys", right)
    assert diagnostic.fix is not None
    assert diagnostic.fix.edits[0].text == right
