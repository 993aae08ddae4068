"""Input formats: a reader a file, and the table that says which suffix belongs to which.

A reader turns the bytes of a file into a `Draft` and its `Prose`. Third parties add one through the entry-point
group `attribution_lint.formats`: the name is the suffix without its dot, the object a function
`(data: bytes, path: str) -> tuple[Draft, Prose]` that raises `DraftError` for what it cannot read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePath

from attribution_lint.draft import Draft, decode
from attribution_lint.errors import DraftError, UserError
from attribution_lint.formats.composing import composed
from attribution_lint.formats.prose import Prose

GROUP = "attribution_lint.formats"

Reader = Callable[[bytes, str], tuple[Draft, Prose]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that reads it, the suffixes a folder is searched for, and those only a file named
    by itself is believed to have (`.json` may hold anything)."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    explicit: tuple[str, ...] = ()
    binary: bool = False  # the reader takes the bytes, not the decoded text
    most_bytes: int = 32 * 1024 * 1024  # what is larger is refused unread; the longest draft has a fraction of it


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("plain", "plain", (".txt", ".text")),
        Format("markdown", "markdown", (".md", ".markdown", ".mdown", ".mkd")),
        Format("html", "html", (".html", ".htm", ".xhtml")),
        Format("docx", "word", (".docx",), binary=True, most_bytes=256 * 1024 * 1024),
        Format("ninjs", "ninjs", (".ninjs",), (".json",)),
        Format("nitf", "nitf", (".nitf",), (".xml",), binary=True),
        Format("subtitles", "subtitles", (".srt", ".vtt")),
    )
}
SUFFIXES: dict[str, str] = {suffix: format.name for format in FORMATS.values() for suffix in format.suffixes}
_EXPLICIT: dict[str, str] = {suffix: format.name for format in FORMATS.values() for suffix in format.explicit}


def formats() -> list[str]:
    """Return the names of all formats, those of third parties included, in alphabetical order."""
    return sorted({*FORMATS, *_third_party()})


def known_suffixes() -> frozenset[str]:
    """Return the suffixes, dot included, of the files that a folder is searched for."""
    return frozenset({*SUFFIXES, *(f".{name}" for name in _third_party())})


def format_of(path: str) -> str:
    """Return the format that the suffix of `path` stands for; a suffix nobody knows is plain text."""
    suffix = PurePath(path).suffix.lower()
    name = SUFFIXES.get(suffix) or _EXPLICIT.get(suffix)
    if name is None:
        name = suffix[1:] if suffix[1:] in _third_party() else "plain"
    return name


def read(data: bytes, path: str, format: str | None = None) -> tuple[Draft, Prose]:
    """Return the draft and the prose of a file in `format`, or in the one that its suffix stands for.

    Letters and their accents are composed in the prose. Raises DraftError for what cannot be read, and for a format
    that does not exist.
    """
    name = format or format_of(path)
    known = FORMATS.get(name)
    if known and len(data) > known.most_bytes:
        what = f"is too large: {len(data) / 1024**2:.0f} MB"
        raise DraftError(path, what, f"{name} is read up to {known.most_bytes // 1024**2} MB")
    try:
        draft, prose = _reader(name, path)(data, path)
        return draft, composed(prose)
    except RecursionError:
        raise DraftError(path, "is nested too deeply to be read", "give a draft with less nesting") from None


def _reader(name: str, path: str) -> Reader:
    known = FORMATS.get(name)
    if known is None:
        entry = _third_party().get(name)
        if entry is None:
            raise DraftError(path, f"no such format: “{name}”", f"one of {', '.join(formats())}")
        try:
            foreign: Reader = entry.load()
        except Exception as error:
            raise DraftError(
                path, f"the reader of “{name}” does not load: {error}", f"mend or remove {entry.value}"
            ) from None
        return _answerable(foreign, entry)
    module = import_module(f"attribution_lint.formats.{known.module}")
    if known.binary:
        binary: Reader = module.read_bytes
        return binary

    def from_text(data: bytes, path: str) -> tuple[Draft, Prose]:
        draft = decode(data, path)
        return draft, module.read(draft)

    return from_text


def _answerable(reader: Reader, entry: EntryPoint) -> Reader:
    """Return a third party's reader with the errors that it does not answer for named as its own."""

    def read(data: bytes, path: str) -> tuple[Draft, Prose]:
        try:
            draft, prose = reader(data, path)
        except (UserError, RecursionError):
            raise
        except Exception as error:
            what = f"the reader of “{entry.name}” fails: {type(error).__name__}: {error}"
            raise DraftError(path, what, f"mend or remove {entry.value}") from None
        return draft, prose

    return read


@cache
def _third_party() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP) if entry.name not in FORMATS}
