from __future__ import annotations

import codecs
import re

from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.annotations import annotated
from attribution_lint.draft import Draft
from attribution_lint.model import Diagnostic, Severity

PAGE = (
    "<article><h1>Port</h1>\r\n<p>Some <b>400 &amp; more</b> people <a href='x'>came</a>.<br>It\r\nwas <code>x</code>"
    " good.</p><ul><li>one<li>two</ul></article>"
)
MARK = re.compile(r'<mark class="\w+" data-diagnostic="[\d ]+" title="[^"]*">(.*?)</mark>', re.DOTALL)


def diagnostic(start: int, end: int) -> Diagnostic:
    draft = Draft("x.html", PAGE)
    return Diagnostic(
        path="x.html",
        code="FIG101",
        rule="unattributed-figure",
        severity=Severity.WARNING,
        message='Who says "so"?',
        text=PAGE[start:end],
        start=draft.position(start),
        end=draft.position(end),
    )


def at(words: str) -> Diagnostic:
    return diagnostic(PAGE.index(words), PAGE.index(words) + len(words))


def test_words_are_marked_and_markup_is_not() -> None:
    made = annotated(PAGE.encode(), "x.html", "html", [at("Some <b>400 &amp; more"), at("good")]).decode()
    assert [match[1] for match in MARK.finditer(made)] == ["Some ", "400 &amp; more", "good"]
    assert (
        '<mark class="warning" data-diagnostic="1" '
        'title="Who says &quot;so&quot;?\nFIG101 unattributed-figure, warning">Some </mark><b>'
    ) in made
    assert MARK.sub(r"\1", made) == PAGE


def test_the_encoding_stays() -> None:
    data = codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le")
    made = annotated(data, "x.html", "html", [at("good")])
    assert made.startswith(codecs.BOM_UTF16_LE)
    assert MARK.sub(r"\1", made.decode("utf-16")) == PAGE


SPANS = st.tuples(st.integers(0, len(PAGE) - 1), st.integers(1, 60)).map(lambda p: (p[0], min(sum(p), len(PAGE))))


@given(st.lists(SPANS, max_size=5))
def test_any_marks_leave_the_page_alone(spans: list[tuple[int, int]]) -> None:
    made = annotated(PAGE.encode(), "x.html", "html", [diagnostic(*span) for span in spans]).decode()
    assert MARK.sub(r"\1", made) == PAGE
    # An entity is marked whole or not at all, and a mark never holds a tag.
    assert all("<" not in match[1] and match[1].count("&") == match[1].count(";") for match in MARK.finditer(made))
