from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution_lint.annotations import annotated
from attribution_lint.draft import Draft
from attribution_lint.errors import DraftError
from attribution_lint.formats.word import read_bytes
from attribution_lint.model import Diagnostic, Severity

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document() -> bytes:
    """Return a document with formatting, a link, a table, tabs, an emoji and tracked changes."""
    made = docx.Document()
    made.add_paragraph("The harbour count", "Title")
    paragraph = made.add_paragraph("Some ")
    paragraph.add_run("400 peo").bold = True
    paragraph.add_run("ple\tcame 😀.\nSecond é").italic = True
    changed = made.add_paragraph("It was ")
    for xml in (
        f'<w:del xmlns:w="{W}" w:id="90" w:author="A"><w:r><w:delText>not </w:delText></w:r></w:del>',
        f'<w:ins xmlns:w="{W}" w:id="91" w:author="A"><w:r><w:t xml:space="preserve">surely </w:t></w:r></w:ins>',
        f'<w:r xmlns:w="{W}"><w:t>good.</w:t></w:r>',
    ):
        changed._p.append(parse_xml(xml))
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "Port"
    table.cell(0, 1).text = "7 ships"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


DOCUMENT = document()
TEXT = read_bytes(DOCUMENT, "x.docx")[0].text


def diagnostic(start: int, end: int, suggestions: tuple[str, ...] = ()) -> Diagnostic:
    draft = Draft("x.docx", TEXT)
    return Diagnostic(
        path="x.docx",
        code="FIG101",
        rule="unattributed-figure",
        severity=Severity.WARNING,
        message="Who says so?",
        text=TEXT[start:end],
        start=draft.position(start),
        end=draft.position(end),
        suggestions=suggestions,
    )


def at(words: str, suggestions: tuple[str, ...] = ()) -> Diagnostic:
    return diagnostic(TEXT.index(words), TEXT.index(words) + len(words), suggestions)


def commented(data: bytes) -> dict[int, str]:
    """Return the words between the marks of each comment, as a reader of the document finds them."""
    words: dict[int, str] = {}
    open_now: set[int] = set()
    for element in docx.Document(io.BytesIO(data)).element.body.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "commentRangeStart":
            open_now.add(int(element.get(f"{{{W}}}id")))
        elif tag == "commentRangeEnd":
            open_now.discard(int(element.get(f"{{{W}}}id")))
        else:
            sign = {"t": element.text or "", "tab": "\t", "br": "\n"}.get(tag, "")
            for number in open_now:
                words[number] = words.get(number, "") + sign
    return words


def formatting(data: bytes) -> list[tuple[str, object, object]]:
    """Return each character with its formatting."""
    made = docx.Document(io.BytesIO(data))
    return [(sign, run.bold, run.italic) for p in made.paragraphs for run in p.runs for sign in run.text]


@pytest.mark.parametrize("words", ["400", "400 people", "people\tcame 😀.\nSec", "surely good", "ships", "Some 400"])
def test_a_comment_stands_at_its_exact_words(words: str) -> None:
    data = annotated(DOCUMENT, "x.docx", "docx", [at(words)])
    assert list(commented(data).values()) == [words]
    assert read_bytes(data, "x.docx")[0].text == TEXT
    assert formatting(data) == formatting(DOCUMENT)


def test_a_comment_says_what_to_do() -> None:
    data = annotated(DOCUMENT, "x.docx", "docx", [at("400", ("some 400",)), at("Port", ("",))])
    comments = list(docx.Document(io.BytesIO(data)).comments)
    assert [(c.author, c.initials, c.text) for c in comments] == [
        (
            "attribution-lint",
            "AL",
            "Who says so?\nSuggestion: “some 400”\nFIG101 unattributed-figure, warning",
        ),
        ("attribution-lint", "AL", "Who says so?\nSuggestion: delete\nFIG101 unattributed-figure, warning"),
    ]


def test_tracked_changes_stay() -> None:
    data = annotated(DOCUMENT, "x.docx", "docx", [at("surely good"), at("was")])
    body = docx.Document(io.BytesIO(data)).element.body
    assert [e.text for e in body.iter(f"{{{W}}}delText")] == ["not "]
    assert [e.get(f"{{{W}}}author") for e in body.iter(f"{{{W}}}ins")] == ["A"]


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 30)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(SPANS, min_size=1, max_size=6))
@settings(max_examples=60)
def test_any_comments_leave_words_and_look_alone(spans: list[tuple[int, int]]) -> None:
    found = [diagnostic(start, min(end, len(TEXT))) for start, end in spans]
    data = annotated(DOCUMENT, "x.docx", "docx", found)
    assert read_bytes(data, "x.docx")[0].text == TEXT
    assert formatting(data) == formatting(DOCUMENT)
    for item, words in zip(found, (w for _, w in sorted(commented(data).items())), strict=True):
        # The blank lines between paragraphs belong to no run.
        assert words.replace("\n", "") == item.text.replace("\n", "") or not item.text.strip()


def test_a_text_has_no_place_for_remarks() -> None:
    with pytest.raises(DraftError, match=r"x\.txt: has no place for remarks, being read as plain"):
        annotated(b"a", "x.txt", "plain", [])


def converted(folder: Path, name: str, filter_: str) -> bytes:
    """Return what LibreOffice makes of a document in a folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    source = f"{folder / name}.docx"
    command = ["soffice", profile, "--headless", "--convert-to", filter_, "--outdir", str(folder), source]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / f"{name}.{filter_.partition(':')[0]}").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_office_program_sees_the_same_text_and_the_comments(tmp_path: Path) -> None:
    (tmp_path / "before.docx").write_bytes(DOCUMENT)
    found = [at("400 people"), at("surely good"), at("ships")]
    (tmp_path / "after.docx").write_bytes(annotated(DOCUMENT, "x.docx", "docx", found))
    text = "txt:Text (encoded):UTF8"
    assert converted(tmp_path, "after", text) == converted(tmp_path, "before", text)
    converted(tmp_path, "after", "odt")
    content = zipfile.ZipFile(tmp_path / "after.odt").read("content.xml").decode()
    assert content.count("<office:annotation ") == content.count("<office:annotation-end ") == 3
