"""The source map as a text: what stands in it, and that nothing of a draft can act."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from attribution_lint.ledger import ledger_of
from attribution_lint.linter import Linter
from attribution_lint.model import Span
from attribution_lint.sourcemap import render
from attribution_lint.sourcemap.picture import picture_of, state_of
from attribution_lint.sourcemap.segments import Mark, Marks
from attribution_lint.sourcemap.view import DraftView
from tests.conftest import Command

LINTER = Linter()
STORY = (
    "# Rents rise\n\nAda Moss, the mayor, said rents had risen 9% in 41 districts.\n\n"
    "Some 3,500 families fled. “It never ends.”\n\nThe hall was warm.\n"
)
HOSTILE = (
    "# </title><script>window.ran = 1</script>\n\n"
    'Ada Moss said 12% of </style><img src=x onerror="window.ran=1"> homes &lt;script&gt;window.ran=1&lt;/script&gt; '
    "stood {{ 7 * 7 }} {% raw %} empty. “<b onclick='window.ran=1'>Go</b> [now](javascript:window.ran=1), all of "
    "you,” said ' \" > </span></a></main> Moss.\n\n"
    "<script>window.ran = 1</script>\n\n<svg onload='window.ran=1'></svg> Some 900 \u202e left \x01 on foot.\n"
)


def view(text: str, path: str = "draft.md", number: int = 1) -> DraftView:
    story = LINTER.read(text.encode(), path)
    ledger = ledger_of(story.draft, story.prose, story.analysis)
    return DraftView(number, story.prose, ledger, LINTER.lint(story).diagnostics)


class Page(HTMLParser):
    """The elements and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def with_class(self, name: str) -> list[dict[str, str | None]]:
        return [attrs for _, attrs in self.elements if name in (attrs.get("class") or "").split()]


def test_every_word_of_the_story_is_there_once_and_in_order() -> None:
    drawn = view(STORY)
    for block in drawn.blocks:
        text = "".join(segment.text for segment in block.segments)
        assert text == drawn.prose.text[block.paragraph.prose.start : block.paragraph.prose.end]


def test_the_verdict_counts() -> None:
    words = " ".join(" ".join(Page(render([view(STORY)])).words).split())
    assert "1 of 3 figures that should have a source hangs on air. 1 of 1 quotation has no speaker." in words


def test_the_ledger_says_how() -> None:
    page = render([view(STORY)])
    assert "attributed</span>: in its own sentence, by “said”" in page
    assert "on air</span>: nobody is named for it" in page


def test_the_picture_tells_how_paragraphs_stand() -> None:
    ledger = view(STORY + "\nAda Moss said 12% left. About 4,100 stayed.\n").ledger
    states = [state_of(each) for each in ledger.paragraphs if each.kind != "heading"]
    assert states[:3] == ["standing", "hanging", "lying"]
    columns = picture_of(ledger).columns
    assert [column.number for column in columns] == [1, 2, 3, 4]
    assert all(one.x + one.width < other.x for one, other in pairwise(columns))
    assert columns[1].legs == ()
    assert [dot.status for dot in columns[1].dots] == ["unattributed"]
    assert "on air" in columns[1].label


def test_ids_are_unique_and_every_link_inside_arrives() -> None:
    page = Page(render([view(STORY), view(HOSTILE, number=2), view("", "empty.txt", 3)]))
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    for _, attrs in page.elements:
        for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            assert set((attrs.get(name) or "").split()) <= set(ids)
        href = attrs.get("href")
        assert href is None or href.removeprefix("#") in ids


def test_nothing_of_a_draft_becomes_markup() -> None:
    page = render([view(HOSTILE), view(HOSTILE, "<img src=x onerror=window.ran=1>.txt", 2)])
    found = Page(page)
    tags = [tag for tag, _ in found.elements]
    assert (tags.count("script"), tags.count("style"), tags.count("img")) == (1, 1, 0)
    assert not [name for _, attrs in found.elements for name in attrs if name.startswith("on") or name == "style"]
    assert not [attrs for _, attrs in found.elements if (attrs.get("href") or "#")[0] != "#"]
    assert "{{ 7 * 7 }}" in page
    assert not {"\u202e", "\x01"} & set(page)


def test_the_policy_knows_the_style_and_the_script_and_nothing_else() -> None:
    page = render([view(STORY)])
    policy = next(a["content"] for _, a in Page(page).elements if a.get("http-equiv") == "Content-Security-Policy")
    parts = dict(part.strip().split(" ", 1) for part in (policy or "").split(";"))
    assert parts["default-src"] == "'none'"
    for tag in ("style", "script"):
        (body,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert parts[f"{tag}-src"] == f"'sha256-{digest}'"
    assert not re.findall(r"(?:src|href|url|@import)\s*[=(]\s*[\"']?(?:https?:)?//", page)


def test_marks_that_overlap_are_cut_not_nested() -> None:
    marks = [Mark("quote", Span(0, 6), 0), Mark("source", Span(4, 9), 0, "person", 0), Mark("figure", Span(5, 7), 0)]
    cut = list(Marks(marks).cut("0123456789", Span(0, 10)))
    assert [(part.text, sorted(mark.kind for mark in part.marks)) for part in cut] == [
        ("0123", ["quote"]),
        ("4", ["quote", "source"]),
        ("5", ["figure", "quote", "source"]),
        ("6", ["figure", "source"]),
        ("78", ["source"]),
        ("9", []),
    ]
    assert [len(part.opens) for part in cut] == [1, 1, 1, 0, 0, 0]


def test_an_empty_draft_has_a_page() -> None:
    page = render([view("", "empty.txt")])
    assert "The draft holds no words." in page
    assert "empty.txt" in page


def test_the_command(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(STORY)
    (tmp_path / "b.txt").write_text("Nothing much.")
    done = command("report", "a.md", "b.txt", "-o", "out.html")
    assert (done.status, done.out, done.err) == (0, "", "out.html: 2 drafts\n")
    page = Page((tmp_path / "out.html").read_text())
    assert len(page.with_class("draft")) == 2
    assert len(page.with_class("index")) == 1
    assert command("report", "a.md", "-o", "-").out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["gone.md", "-o", "out.html"], "gone.md: does not exist"),
        (["a.md", "-o", "a.md"], "a.md: is one of the drafts"),
        (["a.md", "-o", "no/out.html"], "no/out.html: cannot be written"),
        (["a.md"], "Missing option"),
        (["-o", "out.html"], "Missing argument"),
    ],
)
def test_what_keeps_a_page_from_being_written(command: Command, tmp_path: Path, args: list[str], words: str) -> None:
    (tmp_path / "a.md").write_text(STORY)
    done = command("report", *args)
    assert (done.status, words in done.err) == (2, True)
    assert (tmp_path / "a.md").read_text() == STORY
    assert not (tmp_path / "out.html").exists()


def test_a_row_of_a_table_is_read_across() -> None:
    shown = view("The fair drew more.\n\n| Year | Guests |\n|---|---|\n| Last | 412 |\n", "draft.md")
    cells = [[" ".join(part.text for part in block.segments) for block in row] for row in shown.rows]
    assert cells == [["The fair drew more."], ["Year", "Guests"], ["Last", "412"]]
    assert render([shown]).count('<div class="cells">') == 2
