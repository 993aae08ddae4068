from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import check_prose, check_words, shown

from attribution_lint.draft import Draft
from attribution_lint.formats.html_blocks import OBJECT
from attribution_lint.formats.markdown import read
from attribution_lint.model import Span

INLINE = st.sampled_from(
    [
        *"*_`[]()<>!&\\|#~^-+\"' \t",
        "**",
        "***",
        "``",
        "](http://a.example)",
        "[^n]",
        "&amp;",
        "&eacute;",
        "&#128512;",
        "&nosuch;",
        "<!-- c -->",
        "<br>",
        "<b>",
        "</b>",
        "<http://b.example/x>",
        "![",
        "\\*",
        "\\|",
        "é",
        "e\u0301",
        "😀",
        "👩‍👩‍👧",
        "\u00a0",
        "\u2028",
        "\u3000",
        "\x0b",
        "\x1c",
        "\x85",
        "  ",
    ]
)
CONTAINERS = ["", "", "", "", "> ", ">", "- ", "1. ", "  ", "    ", "\t", "# ", "## ", "| ", "[^n]: "]
LINE_START = st.sampled_from([*CONTAINERS, "<div>", "```", "~~~", "---", "===", "| - | - |"])
WORDS = st.integers(0, 10**6).map(lambda number: f"w{number}z")


@st.composite
def drafts(draw: st.DrawFn) -> str:
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    lines = draw(
        st.lists(
            st.tuples(st.lists(LINE_START, max_size=3), st.lists(st.one_of(WORDS, INLINE), max_size=12)), max_size=10
        )
    )
    return end.join("".join(start) + "".join(parts) for start, parts in lines)


@given(drafts())
@settings(max_examples=400)
def test_every_code_point_keeps_its_place(text: str) -> None:
    draft = Draft("x.md", text)
    prose = read(draft)
    check_prose(draft, prose)
    words = {word for word in text.replace("w", " w").replace("z", "z ").split() if text.count(word) == 1}
    check_words(draft, prose, [word for word in words if word[:1] == "w" and word[-1:] == "z"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blocks_of_every_kind(end: str) -> None:
    text = """\
---
title: "Harbour: the plan"
description: What it costs
---

# The *big* plan \\# one ##

> The mayor **said** on
> Monday: &quot;No&quot;.

- first *item
  of two*
  - nested 😀 one

| Port | Tons \\| year |
|---|---|
| Kiel | `7` |

Short
===

    code block

```
fence
```

[^1]: From the register,
    page 2.
""".replace("\n", end)
    draft = Draft("x.md", text)
    prose = read(draft)
    check_prose(draft, prose)
    assert [(kind, words.replace("\r", "\n")) for kind, words, _ in shown(draft, prose)] == [
        ("heading1", "The big plan # one"),
        ("quote", 'The mayor said on\nMonday: "No".'),
        ("item", "first item\nof two"),
        ("item", "nested 😀 one"),
        ("cell", "Port"),
        ("cell", "Tons | year"),
        ("cell", "Kiel"),
        ("cell", OBJECT),
        ("heading1", "Short"),
        ("caption", "From the register,\npage 2."),
    ]
    assert shown(draft, prose)[0][2] == "The *big* plan \\# one"
    assert prose.meta == {"title": "Harbour: the plan", "description": "What it costs"}


def test_a_block_has_its_whole_source() -> None:
    text = "> one\n> two\n\n- three\n\nfour  \n"
    assert [text[b.source.start : b.source.end] for b in read(Draft("x.md", text)).blocks] == [
        "> one\n> two",
        "- three",
        "four  ",
    ]


@pytest.mark.parametrize("text", ["[^n]: \u00a0\nw1z", "> \u00a0\n> w1z\n> \u3000\n", "w1z\n\u00a0", "\u00a0\nw1z"])
def test_lines_of_exotic_white_space(text: str) -> None:
    draft = Draft("x.md", text)
    prose = read(draft)
    check_prose(draft, prose)
    check_words(draft, prose, ["w1z"])
    assert prose.text.strip() == "w1z"


SPACES = [sign for sign in map(chr, range(0x3100)) if sign.isspace() or not (sign.isprintable() or sign > "\x9f")]


@pytest.mark.parametrize(
    "form",
    [
        "{0}w1z{0}",
        "{0}w1z\\{0}{0}{0}",
        "{0}w1z{0}\n{0}w2z{0}\n{0}w3z{0}\\{0}",
        "{0}\n{0}w1z{0}\n{0}",
        "> {0}w1z{0}\n> {0}w2z{0}\\{0}\nw3z{0}",
        "- {0}w1z{0}\n  {0}\n\n  {0}w2z{0}",
        "[^n]: {0}\n{0}w1z\\{0}",
        "# {0}w1z{0}",
        "## {0}w1z\\{0} ##",
        "{0}w1z{0}\n{0}w2z{0}\n===",
        "|a|b|\n|-|-|\n|{0}w1z{0}|{0}w2z\\{0}|",
        "{0}|a|b|{0}\n|-|-|\n{0}|{0}w1z{0}\\|{0}w2z{0}|{0}w3z{0}|{0}\nw4z{0}|{0}",
    ],
)
def test_white_space_and_control_characters_at_the_edges(form: str) -> None:
    for sign in SPACES:
        for edge in (sign, sign + sign, sign + "\u00a0", "\u00a0" + sign, " " + sign + "\t"):
            text = form.format(edge).replace("\n", "\r\n")
            draft = Draft("x.md", text)
            prose = read(draft)
            check_prose(draft, prose)
            check_words(draft, prose, [f"w{number}z" for number in range(1, 5)])
            if sign not in "\n\r\t\x0b\x0c ":
                assert "w1z" in prose.text, text


def test_links_and_footnotes_are_known_by_their_prose() -> None:
    text = "Costs rose 7%.[^a] See [the *report*](http://r.example) and <http://s.example>.\n\n[^a]: The note."
    prose = read(Draft("x.md", text))
    assert [(prose.text[k.span.start : k.span.end], k.target) for k in prose.blocks[0].links] == [
        ("7%.", "footnote:a"),
        ("the report", "http://r.example"),
        (OBJECT, "http://s.example"),
    ]
    assert prose.text[: prose.blocks[0].span.end] == f"Costs rose 7%. See the report and {OBJECT}."


def test_comments_keep_their_place() -> None:
    text = (
        "<!-- attribution-lint: allow FIG101 -->\nOne <!-- inside -->word.\n\n<!-- attribution-lint: allow-file -->\n"
    )
    prose = read(Draft("x.md", text))
    assert [(text[s.start : s.end], words) for s, words in prose.comments] == [
        ("<!-- attribution-lint: allow FIG101 -->", "attribution-lint: allow FIG101"),
        ("<!-- inside -->", "inside"),
        ("<!-- attribution-lint: allow-file -->", "attribution-lint: allow-file"),
    ]


def test_markup_inside_a_word_belongs_to_its_span() -> None:
    text = "un**believ**able"
    prose = read(Draft("x.md", text))
    assert prose.text.startswith("unbelievable")
    assert prose.offsets.source_span(Span(0, 12)) == Span(0, 16)
    assert prose.offsets.source_span(Span(2, 8)) == Span(4, 10)


def test_html_in_markdown_is_read_as_html() -> None:
    text = "One.\n\n<div class=box>\n<p>Some &amp; all.</p>\n<script>x()</script></div>\n\nTwo.\n"
    draft = Draft("x.md", text)
    prose = read(draft)
    check_prose(draft, prose)
    assert [words for _, words, _ in shown(draft, prose)] == ["One.", "Some & all.", "Two."]


@pytest.mark.parametrize("text", ["> " * 500 + "one", "- " * 500 + "one", "*" * 5000 + "one", "[" * 5000 + "one"])
def test_deep_nesting_stays_bounded(text: str) -> None:
    draft = Draft("x.md", text)
    check_prose(draft, read(draft))
