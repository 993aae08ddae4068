from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from invariants import check_prose, shown

from attribution_lint.errors import DraftError
from attribution_lint.formats import read
from attribution_lint.formats.prose import Prose

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(made: docx.document.Document) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def prose_of(data: bytes) -> tuple[Prose, list[tuple[str, str]]]:
    draft, prose = read(data, "x.docx")
    check_prose(draft, prose)
    assert draft.text == prose.text
    return prose, [(kind, words) for kind, words, _ in shown(draft, prose)]


def changed(data: bytes, part: str, content: bytes) -> bytes:
    """Return the archive with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return out.getvalue()


def test_blocks() -> None:
    made = docx.Document()
    made.core_properties.title = "Ships"
    made.add_paragraph("The harbour count", "Title")
    made.add_heading("What was found", 2)
    paragraph = made.add_paragraph("Some ")
    paragraph.add_run("400").bold = True
    paragraph.add_run(" people\tcame 😀.")
    made.add_paragraph("")
    made.add_paragraph("one", "List Bullet")
    made.add_paragraph("said", "Intense Quote")
    made.add_paragraph("a photo", "Caption")
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "Port"
    table.cell(0, 1).text = "7"
    prose, blocks = prose_of(saved(made))
    assert blocks == [
        ("heading1", "The harbour count"),
        ("heading2", "What was found"),
        ("paragraph", "Some 400 people\tcame 😀."),
        ("item", "one"),
        ("quote", "said"),
        ("caption", "a photo"),
        ("cell", "Port"),
        ("cell", "7"),
    ]
    assert prose.meta == {"title": "Ships"}


def test_a_style_of_somebody_else_is_no_level_of_a_heading() -> None:
    made = docx.Document()
    for name in ("Heading ²", f"Heading {'9' * 5000}", "Heading 12"):
        made.add_paragraph("The harbour was counted, he said.", made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    assert [kind for kind, _ in prose_of(saved(made))[1]] == ["paragraph"] * 3


def test_tracked_changes_are_read_as_accepted() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("It was ")
    for xml in (
        f'<w:del xmlns:w="{W}" w:id="90" w:author="A"><w:r><w:delText>not </w:delText></w:r></w:del>',
        f'<w:moveFrom xmlns:w="{W}" w:id="91" w:author="A"><w:r><w:t>so </w:t></w:r></w:moveFrom>',
        f'<w:ins xmlns:w="{W}" w:id="92" w:author="A"><w:r><w:t xml:space="preserve">surely </w:t></w:r></w:ins>',
        f'<w:r xmlns:w="{W}"><w:t>good.</w:t></w:r>',
    ):
        paragraph._p.append(parse_xml(xml))
    assert prose_of(saved(made))[1] == [("paragraph", "It was surely good.")]


def test_links_and_footnotes() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("See ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), made.part.relate_to("http://r.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(parse_xml(f'<w:r xmlns:w="{W}"><w:t>the list</w:t></w:r>'))
    paragraph._p.append(link)
    paragraph.add_run(", now.")
    paragraph._p.append(parse_xml(f'<w:r xmlns:w="{W}"><w:footnoteReference w:id="2"/></w:r>'))
    prose, _ = prose_of(saved(made))
    assert [(prose.text[k.span.start : k.span.end], k.target) for k in prose.blocks[0].links] == [
        ("the list", "http://r.example"),
        ("now.", "footnote:2"),
    ]


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    made = docx.Document()
    made.add_paragraph("Out.")._p.append(
        parse_xml(
            f'<w:r xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )
    assert [words for _, words in prose_of(saved(made))[1]] == ["Out.", "In a box."]


def test_a_plain_paragraph_may_be_the_headline() -> None:
    made = docx.Document()
    made.add_paragraph("Port counts its ships")
    made.add_paragraph("Harbour staff counted the ships again on Monday and found that two were missing.")
    assert [kind for kind, _ in prose_of(saved(made))[1]] == ["heading1", "paragraph"]


GOOD = saved(docx.Document())
BODY = "word/document.xml"
ENTITY = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{W}"><w:body><w:p><w:r>'
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + f']><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>'
)
TYPES = zipfile.ZipFile(io.BytesIO(GOOD)).read("[Content_Types].xml")
MACROS = TYPES.replace(
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is not a Word document"),
        (b"just text", "is not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is a Word document of the old kind or an encrypted one"),
        (GOOD[: len(GOOD) // 2], "is not a Word document"),
        (GOOD[:3000] + b"\xff" * 200 + GOOD[3200:], "is not a readable Word document"),
        (changed(GOOD, BODY, b"<broken"), "is not a readable Word document"),
        (changed(GOOD, "[Content_Types].xml", MACROS), "is a Word template or holds macros"),
        (changed(GOOD, BODY, b"<w:p>" * 100_000), "is not a readable Word document"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(DraftError) as caught:
        read(data, "x.docx")
    assert str(caught.value).startswith(f"x.docx: {what}")


def test_too_much_markup_is_not_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (32 * 1024 * 1024 + 1))
    with pytest.raises(DraftError, match="unpacks to more than 32 MB of words and markup and was not opened"):
        read(packed.getvalue(), "x.docx")


def test_what_unpacks_too_far_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = changed(GOOD, "word/media/image1.bmp", b"\0" * (5 * 1024 * 1024))
    monkeypatch.setattr("attribution_lint.formats.word._MOST_BYTES", 4 * 1024 * 1024)
    assert len(data) < 100_000
    with pytest.raises(DraftError, match="unpacks to more than"):
        read(data, "x.docx")


def test_entities_are_not_expanded() -> None:
    outside = ENTITY + "<w:t>a&e;b</w:t></w:r></w:p></w:body></w:document>"
    for content in (outside, LAUGHS):
        with pytest.raises(DraftError, match="entities"):
            read(changed(GOOD, BODY, content.encode()), "x.docx")


def test_macros_and_objects_inside_are_left_alone() -> None:
    data = changed(changed(GOOD, "word/vbaProject.bin", b"\0" * 100), "word/embeddings/oleObject1.bin", b"MZ")
    assert prose_of(data)[1] == []
