"""Rules that are wholly data."""

from __future__ import annotations

from typing import Any

import pytest

from attribution_lint.checks import patterns
from attribution_lint.errors import PackError
from attribution_lint.formats.prose import Block, BlockKind
from attribution_lint.model import Finding, Rule, Severity, Span
from attribution_lint.nlp.analysis import KEY, Analysis, Quotation, Words


class Doc:
    def __init__(self, *blocks: str, kind: BlockKind = "paragraph", quotation: str = "") -> None:
        text = "\n\n".join(blocks)
        at, made = 0, []
        for block in blocks:
            span = Span(at, at + len(block))
            made.append(Block(span, span, kind))
            at += len(block) + 2
        analysis = Analysis(text, tuple(made), Words([], [], [], []))
        if quotation:
            start = text.index(quotation)
            span = Span(start, start + len(quotation))
            analysis.quotations = [Quotation(span, span, 0)]
        self.text = text
        self.user_data: dict[object, object] = {KEY: analysis}


def rule(kind: str, lexicons: dict[str, frozenset[str]] | None = None, **options: Any) -> Rule:
    return Rule(
        "HSE101", "house", kind, Severity.WARNING, "m", "w", options=options, lexicons=lexicons or {}, pack="h.toml"
    )


def pattern(doc: Doc, **options: Any) -> list[str]:
    return [doc.text[f.span.start : f.span.end] for f in patterns.pattern(doc, rule("pattern", **options))]


def test_each_match_is_found_in_every_block() -> None:
    doc = Doc("Very good.", "He is very, VERY tall.")
    assert pattern(doc, patterns=[r"\bvery\b"]) == ["Very", "very", "VERY"]
    assert pattern(doc, patterns=[r"\bvery\b"], case=True) == ["very"]


def test_the_ends_of_a_paragraph_are_those_of_the_pattern() -> None:
    assert pattern(Doc("Ends here", "Ends", "here Ends"), patterns=["^ends$"]) == ["Ends"]


def test_a_group_called_span_is_what_is_reported() -> None:
    found = list(patterns.pattern(Doc("a big cat"), rule("pattern", patterns=[r"(?P<size>big) (?P<span>cat)"])))
    assert found == [Finding(Span(6, 9), {"text": "cat", "size": "big", "span": "cat"})]


def test_replacements_are_templates() -> None:
    chosen = rule("pattern", patterns=[r"(\d+) per cent"], replace=[r"\1%"])
    assert [f.suggestions for f in patterns.pattern(Doc("up 12 per cent"), chosen)] == [("12%",)]


def test_a_lexicon_stands_in_a_pattern() -> None:
    chosen = rule("pattern", {"vague-people": frozenset({"experts", "critics"})}, patterns=[r"\L<vague_people> say"])
    doc = Doc("Experts say so; lawyers say no.")
    assert [f.span for f in patterns.pattern(doc, chosen)] == [Span(0, 11)]


@pytest.mark.parametrize(("where", "found"), [("outside", [0]), ("inside", [10]), ("anywhere", [0, 10])])
def test_quotations_count_as_the_rule_says(where: str, found: list[int]) -> None:
    doc = Doc("very, he “very much” did", quotation="“very much”")
    chosen = rule("pattern", patterns=["very"], quotations=where)
    assert [f.span.start for f in patterns.pattern(doc, chosen)] == found


def test_code_is_left_out_unless_asked_for() -> None:
    assert pattern(Doc("very", kind="code"), patterns=["very"]) == []
    assert pattern(Doc("very", kind="code"), patterns=["very"], blocks=["code"]) == ["very"]
    assert pattern(Doc("very"), patterns=["very"], blocks=["heading"]) == []


def test_needs_spares_a_block() -> None:
    doc = Doc("the cat", "the cat sat")
    assert [f.span.start for f in patterns.pattern(doc, rule("pattern", patterns=["cat"], needs=["sat"]))] == [13]


def test_a_swap_keeps_the_case_and_takes_the_longest_phrase() -> None:
    chosen = rule("substitution", swap={"per cent": "percent", "per  cent of": ["% of", "of"], "ok": "OK"})
    doc = Doc("Per\ncent of it, PER CENT, ok and OK, percent of, per centimetre")
    found = [(doc.text[f.span.start : f.span.end], f.suggestions) for f in patterns.substitution(doc, chosen)]
    assert found == [("Per\ncent of", ("% of", "Of")), ("PER CENT", ("PERCENT",)), ("ok", ("OK",))]


@pytest.mark.parametrize(
    ("kind", "options", "what"),
    [
        ("pattern", {}, "missing required field `patterns`"),
        ("pattern", {"patterns": []}, "length >= 1"),
        ("pattern", {"patterns": ["(a"]}, "the pattern '(a' is not valid"),
        ("pattern", {"patterns": [r"\L<nobody>"]}, "is not valid"),
        ("pattern", {"patterns": ["(?aLu)b"]}, "is not valid"),
        ("pattern", {"patterns": ["(?:(?:a{2000}){2000}){2000}"]}, "repeats too often"),
        ("pattern", {"patterns": ["a"], "quotation": "inside"}, "quotation"),
        ("pattern", {"patterns": ["a"], "blocks": ["poem"]}, "poem"),
        ("substitution", {"swap": {"a": 1}}, "swap"),
    ],
)
def test_wrong_options_name_the_pack_the_rule_and_the_field(kind: str, options: dict[str, Any], what: str) -> None:
    with pytest.raises(PackError) as caught:
        patterns.check(rule(kind, **options))
    assert caught.value.where == "h.toml: HSE101"
    assert caught.value.what.startswith("options: ")
    assert what in caught.value.what


def test_a_pattern_that_takes_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 0.05)
    with pytest.raises(PackError, match=r"HSE101: the pattern .* took more than 2 seconds"):
        pattern(Doc("a" * 5000 + "b"), patterns=[r"(?:a|aa|a+)+$"])
