"""From prose to source: places, messages, edits, and what is said only once."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.diagnostics import diagnostic, removal, without_repeats
from attribution_lint.draft import Draft
from attribution_lint.fixes import apply_fixes
from attribution_lint.formats import markdown, plain
from attribution_lint.formats.prose import Prose
from attribution_lint.model import Diagnostic, Edit, Finding, Fix, Related, Rule, Severity, Span

RULE = Rule("HSE101", "house", "pattern", Severity.WARNING, "“{text}”, {why}, {gone}", "why", fix="safe")


def made(source: str, finding: Finding, rule: Rule = RULE, reader: object = plain) -> Diagnostic:
    draft = Draft("d.txt", source)
    prose: Prose = reader.read(draft)  # type: ignore[attr-defined]
    return diagnostic(finding, rule, rule.severity, draft, prose)


def test_the_message_is_filled_and_white_space_in_it_is_plain() -> None:
    found = made("One\ntwo", Finding(Span(0, 7), {"why": "be-\ncause"}))
    assert found.message == "“One two”, be- cause, {gone}"
    assert (found.text, found.start.line, found.end.line, found.end.column) == ("One\ntwo", 1, 2, 4)
    assert made("One", Finding(Span(0, 3), message="Just so {x}")).message == "Just so {x}"


def test_the_first_suggestion_is_the_fix_if_the_rule_has_one() -> None:
    finding = Finding(Span(0, 3), suggestions=("Won", "Wan"))
    assert made("One", finding).fix == Fix("safe", (Edit(Span(0, 3), "Won"),))
    assert made("One", finding, replace(RULE, fix=None)).fix is None


def test_markup_between_the_words_is_kept_from_an_edit() -> None:
    source = "He **was *in* order** to go"
    prose = markdown.read(Draft("d.md", source))
    start = prose.text.index("in order")
    finding = Finding(Span(start, start + 8), suggestions=("so",))
    found = made(source, finding, reader=markdown)
    assert (found.text, found.suggestions, found.fix) == ("in* order", ("so",), None)
    word = prose.text.index("order")
    edit = made(source, Finding(Span(word, word + 5), suggestions=("x",)), reader=markdown).fix
    assert edit == Fix("safe", (Edit(Span(14, 19), "x"),))


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all() -> None:
    source = "A &amp; B"
    finding = Finding(Span(0, 5), fix=Fix("unsafe", (Edit(Span(0, 1), ""), Edit(Span(2, 3), "and"))))
    assert made(source, finding, reader=markdown).fix is None


def test_related_places_are_those_of_the_source() -> None:
    found = made("**A** B", Finding(Span(2, 3), related=(Related(Span(0, 1), "here"),)), reader=markdown)
    assert found.related == (Related(Span(2, 3), "here"),)


@pytest.mark.parametrize(
    ("source", "first", "last", "left"),
    [
        ("A a.\nB b.\nC c.\n", 1, 2, "A a.\nC c.\n"),
        ("A a.\n\nB b.\n\nC c.\n", 1, 2, "A a.\n\nC c.\n"),
        ("A a.\n\nB b.\nC c.\n", 1, 2, "A a.\n\nC c.\n"),
        ("A a.\n\nB b.\n\nC c.\n", 2, 3, "A a.\n\nB b.\n"),
        ("A a.\n\nB b.\n\nC c.", 1, 3, "A a."),
        ("A a.\r\n\r\nB b.\r\n\r\nC c.\r\n", 2, 3, "A a.\r\n\r\nB b.\r\n"),
        ("A a.\rB b.\rC c.\r", 0, 1, "B b.\rC c.\r"),
        ("\n\nA a.\n\nB b.\n", 0, 1, "\n\nB b.\n"),
        ("A a.\n", 0, 1, ""),
    ],
)
def test_removed_paragraphs_leave_the_others_as_they_were(source: str, first: int, last: int, left: str) -> None:
    blocks = plain.read(Draft("d.txt", source)).blocks
    edit = removal(blocks, first, last, source)
    assert apply_fixes(source, [Fix("safe", (edit,))]) == (left, 1)


def test_removal_keeps_markup_that_stands_between() -> None:
    source = "One a.\n\n<!-- keep me -->\n\nTwo b.\n\n> Three c.\n>\n> Four d.\n"
    blocks = markdown.read(Draft("d.md", source)).blocks
    assert [source[b.source.start : b.source.end] for b in blocks][:2] == ["One a.", "Two b."]
    assert "keep me" in apply_fixes(source, [Fix("safe", (removal(blocks, 0, 1, source),))])[0]
    assert "keep me" in apply_fixes(source, [Fix("safe", (removal(blocks, 1, 2, source),))])[0]


def _found(start: int, end: int, code: str = "HSE101", edits: tuple[Edit, ...] = ()) -> Diagnostic:
    draft = Draft("d.txt", "x" * 50)
    return Diagnostic(
        "d.txt", code, "r", Severity.WARNING, "m", "x" * (end - start), draft.position(start), draft.position(end),
        fix=Fix("safe", edits) if edits else None,
    )  # fmt: skip


def test_a_rule_names_a_place_once_and_the_wider_span_wins() -> None:
    wide, narrow, other = _found(0, 9), _found(3, 6), _found(3, 6, "HSE102")
    assert without_repeats([narrow, other, wide, wide]) == [wide, other]


def test_nothing_else_is_said_about_words_that_go() -> None:
    gone = _found(10, 20, edits=(Edit(Span(9, 20), ""),))
    inside, outside = _found(12, 14, "HSE102"), _found(0, 3, "HSE102")
    assert without_repeats([inside, gone, outside]) == [outside, gone]


def test_of_two_that_would_remove_the_same_words_the_one_that_removes_more_stays() -> None:
    source = "One\n\n[two]\n\nThree"
    line = Fix("safe", (Edit(Span(5, 12), ""),))
    words = Fix("unsafe", (Edit(Span(5, 10), ""),))
    whole = replace(made(source, Finding(Span(5, 10))), fix=line)
    partial = replace(made(source, Finding(Span(5, 10)), replace(RULE, code="HSE102")), fix=words)
    assert without_repeats([partial, whole]) == [whole]
    assert without_repeats([replace(partial, fix=line), whole]) == [whole]


def test_thousands_of_diagnostics_take_a_moment() -> None:
    draft = Draft("d.txt", "x" * 60_000)
    gone = [
        Diagnostic(
            "d.txt", "HSE101", "r", Severity.WARNING, "m", "xx", draft.position(at), draft.position(at + 2),
            fix=Fix("safe", (Edit(Span(at, at + 2), ""),)),
        )
        for at in range(0, 60_000, 4)
    ]  # fmt: skip
    start = time.process_time()
    assert without_repeats(reversed(gone)) == gone
    assert time.process_time() - start < 3  # each held against all that go would take minutes


WORDS = st.text(alphabet="ab é🙂\u0301", min_size=1, max_size=6).filter(lambda word: not word.isspace())


@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n \n"])), min_size=1, max_size=6),
    st.data(),
)
def test_removal_never_touches_another_paragraph(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    source = "".join(word + end for word, end in parts)
    blocks = plain.read(Draft("d.txt", source)).blocks
    first = data.draw(st.integers(0, len(blocks) - 1))
    last = data.draw(st.integers(first + 1, len(blocks)))
    left, _ = apply_fixes(source, [Fix("safe", (removal(blocks, first, last, source),))])
    kept = [source[b.source.start : b.source.end] for b in (*blocks[:first], *blocks[last:])]
    at = 0
    for paragraph in kept:
        at = left.index(paragraph, at) + len(paragraph)
    assert len(left.strip()) <= len(source.strip())
