"""How far residue inside a paragraph reaches: brackets, labels, captions, and no word of the sentences beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.checks.boilerplate.encoding import markup
from attribution_lint.checks.boilerplate.found import Residue
from attribution_lint.checks.boilerplate.growth import grown
from attribution_lint.linter import Linter
from attribution_lint.model import Span
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("BOI",)))
STORY = (
    "The ferry company will add a boat on Sundays from May, its harbour office said on Tuesday. "
    "{}{} The old boat carried 40 people and was sold last year to a firm in Bergen.\n\n"
    "Passengers have waited for up to three hours since the bridge was shut, two of them told the council."
)


def grown_from(text: str, inside: str, family: str) -> str:
    analysis = LINTER.read_text(text, "draft.txt").analysis
    start = text.index(inside)
    [one] = grown(analysis, [Residue(family, Span(start, start + len(inside)))])
    return text[one.span.start : one.span.end]


@pytest.mark.parametrize(
    ("found", "family", "whole"),
    [
        ("?????", "placeholder", "(and ????? check the deed)"),
        ("confirm w/ Ada", "desk", "[boat's name? confirm w/ Ada before six]"),
        ("[Legal: ok to say", "desk", "[Legal: ok to say 'sunk'? Owner says 'grounded' - TB]"),
        ("pls call}", "desk", "{7pm: owner is the mayor's cousin, do we say so? pls call}"),
    ],
)
def test_a_note_is_told_with_its_brackets(found: str, family: str, whole: str) -> None:
    assert grown_from(STORY.format(whole, ""), found, family) == whole


def test_a_link_is_told_with_where_it_goes() -> None:
    link = "[Join our channel](https://ferry.example/join)"
    assert grown_from(STORY.format(link, ""), "Join our channel", "promo") == link


def test_brackets_that_hold_much_are_no_note() -> None:
    much = "(" + "the boat that the council had wanted to keep for the winter " * 3 + "TK)"
    assert grown_from(STORY.format(much, ""), "TK", "placeholder") == "TK"


@pytest.mark.parametrize(
    ("found", "whole", "after"),
    [
        ("DELETED:", "DELETED: which the owner has always denied", ""),
        ("Also read", "Also read: Island school keeps its teacher, for now", "Nobody fell in."),
        ("[ALSO READ]", "[ALSO READ] Five things we learnt in Lervik", ""),
    ],
)
def test_a_label_is_told_with_what_it_announces(found: str, whole: str, after: str) -> None:
    assert grown_from(STORY.format(whole, after), found, "desk") == whole


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        ("Related: What to do if", "Related: What to do if you meet a seal on the slipway"),
        ("(MORE)", "(MORE) SKA TOL"),
        ("The above is for guidance only", "The above is for guidance only and takes no account of the tide."),
    ],
)
def test_what_closes_a_line_is_told_to_its_end(found: str, whole: str) -> None:
    text = f"The first boat of the day left at dawn.\n\n{whole}\n\nThe fare will not change, the firm said."
    assert grown_from(text, found, "related") == whole


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Solveig Aas, left, with the harbour master", "(Pic: Bo Lie)"),
        ("The skipper and his dog wait for the tide.", "OLA NORDBY, STAFF"),
        ("Boats lie at Lervik, 3 August 2024 (issued 5 August 2024).", "NFP/KARI LUND"),
        ("Passengers on the quay at Lervik", "(Pic: Solveig Aas)"),
        ("Boys dive off the old slipway near the ferry.", "(Foto Nord/K. Lund)"),
    ],
)
def test_a_credit_is_told_with_the_caption_that_opens_its_block(caption: str, credit: str) -> None:
    text = f"The first boat of the day left at dawn.\n\n{caption} {credit}\n\nThe fare will not change, the firm said."
    assert grown_from(text, credit, "photo") == f"{caption} {credit}"


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour board promised an answer within the week.",
        "Rockfalls closed the road in March. It reopened in June.",
        "Halvorsen took the prize for a picture of his aunt.",
    ],
)
def test_a_sentence_of_the_story_is_no_caption(sentence: str) -> None:
    text = f"The first boat left at dawn.\n\n{sentence} (Pic: Solveig Aas)\n\nThe fare will not change, the firm said."
    assert grown_from(text, "(Pic: Solveig Aas)", "photo") == "(Pic: Solveig Aas)"


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("Join 9,000 others on our channel The board", "Join 9,000 others on our channel"),
        ("Show 14 more commentsShe", "Show 14 more comments"),
        ("quay. Font size: A- A A+", "Font size: A- A A+"),
        ("farmGrete Dahl", "Grete Dahl"),
    ],
)
def test_no_word_of_the_sentences_beside_it_goes_with_it(found: str, kept: str) -> None:
    text = f"Nobody was hurt when the boat touched the {found} said on Monday that it would sail again."
    assert grown_from(text, found, "site") == kept


def test_a_row_of_escaped_tags_is_one_finding_and_a_sign_of_less_is_none() -> None:
    escaped = "&lt;/div&gt; &lt;!-- end of article --&gt;"
    text = STORY.format(escaped, "Waits of &lt;5 minutes are rare.")
    found = [(text[span.start : span.end], mended) for span, mended in markup(LINTER.read_text(text, "a.txt").analysis)]
    assert found == [(escaped, ""), ("&lt;", "<")]


def test_an_entity_between_two_words_is_not_shown_though_a_code_is_spoken_of() -> None:
    def entities(text: str) -> list[str]:
        return [text[span.start : span.end] for span, _ in markup(LINTER.read_text(text, "a.txt").analysis)]

    assert entities("The crew kept to the code.&nbsp;Nobody was hurt.") == ["&nbsp;Nobody"]
    assert entities("The crew saw the code &nbsp; on the screen.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He had sold it to an agency that was bought by an agency that was bought by a bank.",
        "She keeps a slug: a lead one, from the last hot-metal page.",
    ],
)
def test_copy_that_looks_left_over_stays(text: str) -> None:
    assert not LINTER.lint_text(text, "draft.txt").diagnostics


@given(st.text(alphabet="ab C.([{)]}“”\n:|©/", max_size=60), st.data())
def test_what_grows_stays_in_its_block_and_holds_together(text: str, data: st.DataObject) -> None:
    analysis = LINTER.read_text(text, "draft.txt").analysis
    if not analysis.blocks:
        return
    block = data.draw(st.sampled_from(analysis.blocks)).span
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start + 1, block.end))
    [one] = grown(analysis, [Residue("photo", Span(start, end))])
    assert block.start <= one.span.start < one.span.end <= block.end
    assert one.span.overlaps(Span(start, end))
