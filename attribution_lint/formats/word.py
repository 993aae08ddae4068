"""Word documents (.docx): the main story, as python-docx opens it.

The draft's text is the text of the story, its paragraphs set apart by blank lines; offsets count in that. Text
that a tracked change deleted is not in it, text that one inserted is. Macros and embedded objects are never run
or opened, entities never expanded, and nothing outside the archive is read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from attribution_lint.draft import Draft
from attribution_lint.errors import DraftError
from attribution_lint.formats.headline import with_headline
from attribution_lint.formats.prose import BlockKind, Prose, ProseBuilder
from attribution_lint.model import Span

if TYPE_CHECKING:
    from docx.document import Document

_MOST_PARTS = 5_000
_MOST_BYTES = 256 * 1024 * 1024
_MOST_MARKUP = 32 * 1024 * 1024  # a long book has ten; reading so much takes some seconds
_OLE = b"\xd0\xcf\x11\xe0"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PARAGRAPH = f"{_W}p"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# ECMA-376-1, 17.13.5: what a tracked change took away; formatting; a text box has paragraphs of its own.
_NOT_WORDS = {
    *(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "txbxContent", "instrText", "rt")),
    _FALLBACK,
}
_SIGNS = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEVELS = frozenset("123456789")  # those that Word has
_STYLES: tuple[tuple[str, BlockKind], ...] = (("list", "item"), ("caption", "caption"))


@dataclass(slots=True)
class Atom:
    """An element inside a run that gives text, and where that text starts in the draft."""

    start: int
    text: str
    element: Any

    @property
    def end(self) -> int:
        """The draft offset just past the text."""
        return self.start + len(self.text)


@dataclass
class Story:
    """A Word document and where each piece of the draft's text is in it."""

    document: Document
    draft: Draft
    prose: Prose
    atoms: list[Atom] = field(default_factory=list)


def read_bytes(data: bytes, path: str) -> tuple[Draft, Prose]:
    """Return the draft and the prose of a Word document. Raises DraftError if it cannot be read safely."""
    story = open_story(data, path)
    return story.draft, story.prose


def open_story(data: bytes, path: str) -> Story:
    """Open a Word document. Raises DraftError if it cannot be read safely."""
    _check_archive(data, path)
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        if document.element.getroottree().docinfo.doctype:  # its entities would be read as nothing
            raise DraftError(path, "declares entities, as Word never does, and was not read", "save it again in Word")
        return story_of(document, path)
    except DraftError:
        raise
    except ValueError as error:
        if "content type" in str(error):
            what = "is a Word template or holds macros" if "macro" in str(error) or "template" in str(error) else None
            raise DraftError(
                path, what or "is an Office file, but not a Word document", "save it as a Word document (.docx)"
            ) from None
        raise _broken(path, error) from None
    # A broken archive makes zipfile, zlib, lxml and python-docx raise whatever the break leads them to.
    except Exception as error:
        raise _broken(path, error) from None


def _broken(path: str, error: Exception) -> DraftError:
    if "Excessive depth" in str(error):
        return DraftError(path, "is nested too deeply to be read", "take tables out of tables")
    if "entity" in str(error):
        return DraftError(path, "holds entities that grow without end, and was not read", "save it again in Word")
    detail = (str(error).splitlines() or [""])[0][:200]
    return DraftError(path, f"is not a readable Word document: {detail}", "open it in Word and save it again")


def _check_archive(data: bytes, path: str) -> None:
    if data.startswith(_OLE):
        raise DraftError(path, "is a Word document of the old kind or an encrypted one", "save it as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DraftError(path, f"is not a Word document: {error}", "give a .docx file") from None
    markup = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    if markup > _MOST_MARKUP:
        what = f"unpacks to more than {_MOST_MARKUP // 1024**2} MB of words and markup and was not opened"
        raise DraftError(path, what, "split it")
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise DraftError(
            path,
            f"unpacks to more than {_MOST_PARTS} parts or {_MOST_BYTES // 1024**2} MB and was not opened",
            "save the words without the pictures",
        )


def story_of(document: Document, path: str) -> Story:
    """Return the story of a document that python-docx has opened."""
    out = ProseBuilder()
    atoms: list[Atom] = []
    remarks = _Remarks(document)
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    for paragraph in document.element.body.iter(_PARAGRAPH):
        if _is_fallback(paragraph):
            continue
        start = out.length
        _read_paragraph(paragraph, document, out, atoms, remarks)
        if out.length > start:
            kind, level = _kind(paragraph, styles)
            out.close_block(Span(start, out.length), kind, level)
    prose = out.build(meta={"title": document.core_properties.title} if document.core_properties.title else {})
    blocks = prose.blocks
    if not any(block.kind == "heading" for block in blocks):
        blocks = with_headline(prose.text, blocks)
    prose = Prose(prose.text, blocks, prose.offsets, tuple(remarks.placed), prose.meta)
    return Story(document, Draft(path, prose.text, extracted=True), prose, atoms)


class _Remarks:
    """The remarks of a document, and in `placed` where in the draft those stand that have been come across."""

    def __init__(self, document: Document) -> None:
        self.placed: list[tuple[Span, str]] = []
        has_any = any(relation.reltype.endswith("/comments") for relation in document.part.rels.values())
        self._waiting = {str(each.comment_id): each.text for each in document.comments} if has_any else {}

    def place(self, number: str, at: int) -> None:
        """Take down that the words of a remark begin at the draft offset."""
        text = self._waiting.pop(number, None)
        if text is not None:
            self.placed.append((Span(at, at), text.strip()))


def _read_paragraph(
    paragraph: Any, document: Document, out: ProseBuilder, atoms: list[Atom], remarks: _Remarks
) -> None:
    links: list[tuple[Any, int, str]] = []
    for element in _inner(paragraph):
        while links and not _is_inside(element, links[-1][0]):
            _, start, target = links.pop()
            out.link(start, target)
        if element.tag == f"{_W}hyperlink":
            relation = document.part.rels.get(element.get(_ID, ""))
            target = relation.target_ref if relation is not None else f"#{element.get(f'{_W}anchor', '')}"
            links.append((element, out.length, target))
        elif element.tag == f"{_W}footnoteReference":
            out.note(f"footnote:{element.get(f'{_W}id', '')}")
        elif element.tag in (f"{_W}commentRangeStart", f"{_W}commentReference"):
            remarks.place(element.get(f"{_W}id", ""), out.length)
        else:
            text = _text(element)
            if text:
                atoms.append(Atom(out.length, text, element))
                out.verbatim(text, out.length)
    for _, start, target in reversed(links):
        out.link(start, target)


def _inner(paragraph: Any) -> Iterator[Any]:
    """Yield the elements of a paragraph in order, those that are no words of it left out."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _NOT_WORDS:
            continue
        yield element
        stack.extend(reversed(element))


def _text(element: Any) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}br":
        return "\n" if element.get(f"{_W}type", "textWrapping") == "textWrapping" else ""
    return _SIGNS.get(element.tag, "")


def _is_inside(element: Any, link: Any) -> bool:
    return any(ancestor is link for ancestor in element.iterancestors(link.tag))


def _is_fallback(paragraph: Any) -> bool:
    """Whether the paragraph repeats, for old programs, what stands before it in a newer form."""
    return next(paragraph.iterancestors(_FALLBACK), None) is not None


def _kind(paragraph: Any, styles: dict[str, str]) -> tuple[BlockKind, int]:
    properties = paragraph.find(f"{_W}pPr")
    style = properties.find(f"{_W}pStyle") if properties is not None else None
    name = styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""
    if name in ("title", "headline"):
        return "heading", 1
    if name in ("subtitle", "subhead"):
        return "heading", 2
    if name.startswith("heading ") and name[8:] in _LEVELS:
        return "heading", int(name[8:])
    if next(paragraph.iterancestors(f"{_W}tc"), None) is not None:
        return "cell", 0
    if "quote" in name:
        return "quote", 0
    for start, kind in _STYLES:
        if name.startswith(start):
            return kind, 0
    if properties is not None and properties.find(f"{_W}numPr") is not None:
        return "item", 0
    return "paragraph", 0
