from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import check_prose, shown

from attribution_lint.draft import Draft
from attribution_lint.formats.plain import read
from attribution_lint.formats.prose import lines, trimmed
from attribution_lint.model import Span

ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\f", "\u2028", "\u2029", "\x85", "\x0b", "\n \n"])
STARTS = st.sampled_from(
    ["", "", "", "> ", ">> ", "  ", "- ", "• ", "1. ", "(a) ", "\t", "# attribution-lint: allow X"]
)
PARTS = st.sampled_from(
    ["word", "Word.", "e\u0301", "😀", "\u00a0", "-", ">", "#", "said", "\u3000", "12", "\x00", "a" * 30]
)


@given(st.lists(st.tuples(STARTS, st.lists(PARTS, max_size=12), ENDS), max_size=12))
@settings(max_examples=300)
def test_every_code_point_keeps_its_place(parts: list[tuple[str, list[str], str]]) -> None:
    draft = Draft("x.txt", "".join(start + " ".join(words) + end for start, words, end in parts))
    prose = read(draft)
    check_prose(draft, prose)
    read_words = "".join(prose.text[b.span.start : b.span.end] for b in prose.blocks).count("word")
    hidden = sum(" ".join(words).count("word") for start, words, _ in parts if start.startswith("#"))
    assert draft.text.count("word") - hidden <= read_words <= draft.text.count("word")


def blocks(text: str) -> list[tuple[str, str]]:
    draft = Draft("x.txt", text)
    prose = read(draft)
    check_prose(draft, prose)
    return [(kind, words) for kind, words, _ in shown(draft, prose)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_set_paragraphs_apart(end: str) -> None:
    first, second = "The ferry was late again, the port said.", "It left at noon."
    assert blocks(first + end + end + "  " + end + second + end) == [("paragraph", first), ("paragraph", second)]


def test_a_line_each() -> None:
    text = (
        "The ferry was late again on Monday, the port authority said in a short note to all passengers on the "
        "northern line this week.\nIt left at noon.\nNobody complained, the captain said.\n"
    )
    assert [words for _, words in blocks(text)] == text.splitlines()


def test_short_sentences_a_line_each() -> None:
    text = (
        "The harbour master closed the northern gate at nine.\nTwo ships waited outside until the evening.\n"
        "Nobody was hurt, said the coast guard.\nThe gate is to open again on Friday morning.\n"
    )
    assert [words for _, words in blocks(text)] == text.splitlines()


WRAPPED = """\
The harbour master closed the northern gate at nine in the morning after
two ships had touched in the fog. The coast guard said that nobody was
hurt.
The gate is to open again on Friday. Until then all ships must take the
southern channel, which is two hours longer, according to the port
authority.
"""


def test_hard_wrapped_paragraphs_without_blank_lines() -> None:
    lines_ = WRAPPED.splitlines()
    assert [words for _, words in blocks(WRAPPED)] == ["\n".join(lines_[:3]), "\n".join(lines_[3:])]


def test_hard_wrapped_with_indented_first_lines() -> None:
    text = "".join(("   " if n in (0, 3) else "") + line + "\n" for n, line in enumerate(WRAPPED.splitlines()))
    assert len(blocks(text)) == 2


def test_two_lines_that_one_sentence_fills() -> None:
    text = "The council said on Tuesday that the budget would be cut by a\ntenth in two years.\n"
    assert blocks(text) == [("paragraph", text.strip())]


def test_verse_stays_in_its_lines() -> None:
    text = "Low tide, said the bell,\nand the boats lay still.\nNobody came.\nThe gulls ate well.\n"
    assert [words for _, words in blocks(text)] == text.splitlines()


def test_lists() -> None:
    text = (
        "The port named three reasons for the long delay, which it called unusual:\n"
        "- fog in the outer harbour, which had come in before dawn and stayed\n  until noon,\n"
        "- a strike.\n1. Money.\n"
    )
    assert blocks(text) == [
        ("paragraph", "The port named three reasons for the long delay, which it called unusual:"),
        ("item", "fog in the outer harbour, which had come in before dawn and stayed\n  until noon,"),
        ("item", "a strike."),
        ("item", "Money."),
    ]


def test_quoted_mail_loses_its_marks() -> None:
    text = (
        "My answer is below.\n\n> The harbour master closed the northern gate at nine in the\n> morning.\n>\n>> Why?\n"
    )
    assert blocks(text) == [
        ("paragraph", "My answer is below."),
        ("quote", "The harbour master closed the northern gate at nine in the\nmorning."),
        ("quote", "Why?"),
    ]
    assert blocks(">5% is a lot, she said.") == [("paragraph", ">5% is a lot, she said.")]


def test_sentences_of_one_length_are_not_wrapped() -> None:
    text = "The port of Kiel said that 40 ships were late.\n" * 4
    assert len(blocks(text)) == 4


@pytest.mark.parametrize("text", ["One ship left, he said. " * 100_000, "It left.\n" * 50_000])
def test_long_drafts_are_read_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The white space at the ends of lines is looked for once a line, however long or many they are."""
    calls = []
    monkeypatch.setattr("attribution_lint.formats.plain.trimmed", lambda *a: calls.append(a) or trimmed(*a))
    read(Draft("x.txt", text))
    assert len(calls) <= 3 * (text.count("\n") + 1)


def test_form_feed_and_paragraph_separator_end_a_paragraph() -> None:
    assert [words for _, words in blocks("One.\fTwo.\u2029Three.")] == ["One.", "Two.", "Three."]


def test_comments_to_the_linter_are_not_prose() -> None:
    text = "# attribution-lint: allow FIG101\nSome 400 came.\n\n# a heading of sorts\n"
    prose = read(Draft("x.txt", text))
    assert prose.comments == ((Span(0, 32), "attribution-lint: allow FIG101"),)
    assert [prose.text[b.span.start : b.span.end] for b in prose.blocks] == ["Some 400 came.", "# a heading of sorts"]
    assert "allow" not in prose.text


STORY = "\n\nHarbour staff counted the ships again on Monday and found that two of them were missing from the list.\n"


@pytest.mark.parametrize(
    "headline",
    [
        "Port counts its ships",
        "Port counts its ships.",
        "The Day the Ships Went Missing.",
        "Where did the ships go?",
        "‘Two are gone’: port counts its ships",
        "Mr. Holm counts ships in St. Aidan",
    ],
)
def test_headlines(headline: str) -> None:
    assert blocks(headline + STORY)[0] == ("heading1", headline)


@pytest.mark.parametrize(
    "lede",
    [
        "KIEL -- Two ships are missing.",
        "KIEL, Germany (AP) — Two ships are missing",
        "Two ships are missing, the port said.",
        "The port of Kiel has lost two ships.",
        "Two ships vanished on Monday.",
        "Two ships vanished. Nobody knows why.",
        "By Anna Holm",
        "- two ships",
        "Two ships are missing, and nobody in the old harbour knows when they left it.",
        "Kiel harbour was built for 620 ships and holds 1,040.",
    ],
)
def test_a_first_paragraph_that_is_no_headline(lede: str) -> None:
    assert blocks(lede + STORY)[0][0] in ("paragraph", "item")


def test_a_deck_under_the_headline() -> None:
    text = "Port counts its ships;\nTwo are missing from the list." + STORY
    assert [kind for kind, _ in blocks(text)] == ["heading1", "heading2", "paragraph"]


def test_a_draft_of_one_block_has_no_headline() -> None:
    assert blocks("Port counts its ships") == [("paragraph", "Port counts its ships")]


@pytest.mark.parametrize("text", ["", " ", "\n\r\n", "\u2028", "> "])
def test_nothing_to_read(text: str) -> None:
    assert blocks(text) == []


def test_lines() -> None:
    text = "a\r\n\rb\n"
    assert list(lines(text)) == [Span(0, 1), Span(3, 3), Span(4, 5)]
    assert list(lines(text, 1, 5)) == [Span(1, 1), Span(3, 3), Span(4, 5)]
    assert list(lines("")) == []
