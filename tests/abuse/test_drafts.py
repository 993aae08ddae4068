"""Drafts made to be slow: four times the draft takes about four times as long, never sixteen times."""

from __future__ import annotations

import time
from itertools import islice, product
from typing import Any

import pytest

from attribution_lint import kept
from attribution_lint.checks import names
from attribution_lint.checks.boilerplate import marks
from attribution_lint.checks.boilerplate.evidence import evidence
from attribution_lint.checks.boilerplate.phrases import Hit
from attribution_lint.checks.boilerplate.score import subjects
from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.checks.phrases import engine
from attribution_lint.linter import Linter
from attribution_lint.model import Span
from attribution_lint.settings import Settings

SENTENCE = "The minister said on Tuesday that 4,200 people were hurt, according to a report by the council. "
SHAPES = {
    "one sentence again and again": ("a.txt", SENTENCE),
    "straight quotation marks": ("a.txt", '"'),
    "opening quotation marks": ("a.txt", "“"),
    "full stops": ("a.txt", "."),
    "one word": ("a.txt", "a"),
    "digits and commas": ("a.txt", "1,"),
    "brackets": ("a.txt", "["),
    "parentheses": ("a.txt", "("),
    "combining marks": ("a.txt", "\u0301"),
    "hidden characters": ("a.txt", "\u202e\u200b"),
    "spaces of all kinds": ("a.txt", "\u00a0\u2003\u2028\u2029\u0085\x0b\x0c"),
    "figures without a source": ("a.txt", "Some 4,300 people were hurt. "),
    "capitals": ("a.txt", "AAAA"),
    "words without an end": ("a.txt", "the people went to the market and said 45 percent were happy "),
    "placeholders": ("a.txt", "TKTK [insert name] "),
    "a placeholder a line": ("a.txt", "TK\n\n"),
    "references in a word": ("a.txt", "Rwanda&rsquo;s"),
    "handles": ("a.txt", "He said @newsdesk the road ended. "),
    "notes in brackets": ("a.txt", "[ask legal about this] "),
    "one address": ("a.txt", "http://a.example/?utm_source=x&"),
    "capitals that speak": ("a.txt", "MR MOSS SAID "),
    "brackets in a sentence": ("a.txt", "Moss said 4 people (he said 5 votes "),
    "dashes in a sentence": ("a.txt", "Moss said 40 people — he said 50 votes "),
    "adverbs before verbs misspelt": ("a.txt", "quickly reprly "),
    "no spaces": ("a.txt", "中文说"),
    "lines that speak": ("a.txt", "Moss: no\n"),
    "elements inside elements": ("a.html", "<div>"),
    "open tags": ("a.html", "<"),
    "references": ("a.html", "&amp;"),
    "quotes inside quotes": ("a.md", ">"),
    "open links": ("a.md", "["),
    "unfinished comments": ("a.md", "<!-- "),
    "marks inside marks": ("a.md", "a**b__c"),
    "rows of a table": ("a.md", "|a|b|\n|-|-|\n|x|y|\n"),
    "allow-comments": ("a.md", "<!-- attribution-lint: allow FIG101 -->\nx\n\n"),
    "entries of subtitles": ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nHe said no.\n\n"),
}
LENGTH = 8_000


@pytest.mark.nightly
@pytest.mark.parametrize(("path", "unit"), SHAPES.values(), ids=SHAPES)
def test_time_grows_with_length(path: str, unit: str) -> None:
    linter = Linter()
    linter.lint_text("Some 4,300 people were hurt, he said.", path)

    def seconds(length: int) -> float:
        kept.forget()
        start = time.process_time()
        linter.lint_text(unit * (length // len(unit)), path)
        return time.process_time() - start

    short = min(seconds(LENGTH) for _ in range(2))
    assert seconds(4 * LENGTH) < max(9 * short, 1.0)


@pytest.mark.parametrize(
    "number", ["9" * 400, "9" * 5000, "9" * 400 + "." + "9" * 400, "²", "2²019", "٤٣٠٠", "４，３００"]
)
def test_a_number_of_any_size_and_script_is_no_reason_to_end(number: str) -> None:
    shapes = (
        "Some {0} people were hurt. It rose from {0} to {0}, a rise of {0}, or {0} percent. Moss: {0}.",
        "Of the {0} people, {0} were men and {0} women. One in {0}; {0} of {0}; {0}-{0}; {0}/{0}. In {0}, ${0} m.",
    )
    linter = Linter(Settings(select=("ALL",)))
    for shape in shapes:
        text = shape.format(number)
        for found in linter.lint_text(text, "a.txt").diagnostics:
            assert found.text == text[found.start.offset : found.end.offset]


@pytest.mark.parametrize(
    "text",
    [
        "He said no.\n\na: b;" + "x:         y;" * 8 + "é?!\n",  # declarations of a style sheet
        "---\n" + "\t\t\tx\n" * 17 + "\nHe said no.\n",  # front matter without an end
        "A" * 4000,  # capitals that may be the name of who speaks
        "He said no.\n\n" + "-" * 40 + "\n\nShe left.\n",  # a rule that may be words with hyphens
        "He said no.\n\nBC-Storm " + "1st Ld " * 20 + "!\n\nBC-Storm " + "1" * 100 + "!\n",  # names of a take
    ],
)
def test_lines_that_can_be_read_in_many_ways_are_read_once(text: str) -> None:
    linter = Linter()
    linter.lint_text("He said no.")
    start = time.process_time()
    linter.lint_text(text)
    assert time.process_time() - start < 2  # each line would take several times as long as the one before


@pytest.mark.parametrize(
    ("module", "function", "unit", "most"),
    [
        (marks, "_address", "http://a.example/?utm_source=x&", 1),
        (names, "_is_misspelling", "Ada M{word}ss said no. ", 1000),
        (engine, "_repeats", "He said that that the the {word}b road rose. ", 1000),
    ],
)
def test_what_is_found_is_not_held_against_all_the_rest(
    monkeypatch: pytest.MonkeyPatch, module: Any, function: str, unit: str, most: int
) -> None:
    count, calls = 200, 0
    asked = getattr(module, function)

    def counting(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        return asked(*given, **named)

    monkeypatch.setattr(module, function, counting)
    words = ("".join(letters) for letters in product("bcdfghjklm", repeat=3))
    text = "".join(unit.format(word=word) for word in islice(words, count))
    Linter(Settings(select=("ALL",))).lint_text(text, "a.txt")
    assert 0 < calls <= most


class Read(list[Hit]):
    """Hits that count how often one of them is read."""

    times = 0

    def __getitem__(self, number: int) -> Hit:  # type: ignore[override]
        self.times += 1
        return super().__getitem__(number)


def test_a_sentence_reads_only_the_phrases_in_it() -> None:
    text = "Ask legal. " * 4000
    found = tokens(text, Span(0, len(text)))
    per, quoted = 3, bytearray(len(found))
    topics, hits = Read(), Read()
    for first in range(0, len(found), per):
        topics.append(Hit("desk 3", first, first + 2))
        hits.append(Hit("phrases-desk", first, first + 2))
    middle = len(found) // per // 2 * per
    assert subjects(found.form, topics, middle, middle + per, quoted) == ({"desk": 3}, {"desk": 3})
    assert "desk" in evidence(text, found, middle, middle + per, hits, quoted, reported=False)
    assert topics.times <= 20
    assert hits.times <= 20
