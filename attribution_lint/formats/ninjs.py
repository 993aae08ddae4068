"""News items in JSON: ninjs 1 to 3 of the IPTC. Headlines and bodies are prose, all else is not.

Offsets count in the JSON text, escapes and all. The standard parser tells where each value ends
(`JSONDecoder.raw_decode`); nothing but escapes is read here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from attribution_lint.draft import Draft
from attribution_lint.errors import DraftError
from attribution_lint.formats import html, plain
from attribution_lint.formats.nested import moved, together
from attribution_lint.formats.prose import OffsetMap, Piece, Prose

_SPACE = re.compile(r"[ \t\r\n]*")
_PART = re.compile(r"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\.|[^\\]+", re.DOTALL)
_HTML_BODIES = ("body_html", "body_xhtml")
# Numbers stay as they are written: one of a million digits is none of our business.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, strict=False)


def read(draft: Draft) -> Prose:
    """Return the prose of a news item. Raises DraftError if the text is no JSON or no news item."""
    try:
        item = _DECODER.decode(draft.text)
    except json.JSONDecodeError as error:
        raise DraftError(
            draft.path, f"is not valid JSON: {error.msg} at line {error.lineno}", "mend it at the place named"
        ) from None
    if not isinstance(item, dict):
        raise DraftError(draft.path, "is JSON, but not a news item", "give a ninjs item")
    fields = list(_fields(draft.text, item))
    if not fields:
        raise DraftError(
            draft.path, "is JSON, but not a news item with a headline or a body", "give a ninjs item of the IPTC"
        )
    proses = [_prose(draft, at, kind) for at, kind in sorted(fields)]
    title = item.get("headline")
    return replace(
        together(proses), written=_written, meta={"title": title} if isinstance(title, str) and title else {}
    )


def _fields(text: str, item: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """Yield the offset of each string that is prose, and what it is: headline, html or plain."""
    has_html = any(isinstance(item.get(name), str) for name in _HTML_BODIES)
    for name, value, at in _members(text, _skip(text, 0)):
        if isinstance(value, str):
            if name == "headline":
                yield at, "headline"
            elif name == next((body for body in _HTML_BODIES if isinstance(item.get(body), str)), None):
                yield at, "html"
            elif name == "body_text" and not has_html:
                yield at, "plain"
        elif name == "headlines" and isinstance(value, list):
            yield from ((place, "headline") for _, place in _values(text, at))
        elif name == "bodies" and isinstance(value, list):
            yield from _bodies(text, at)


def _bodies(text: str, at: int) -> Iterator[tuple[int, str]]:
    """Yield one body for each role: the one in HTML if there is one."""
    best: dict[str, tuple[int, str]] = {}
    for body, place in _values(text, at):
        kind = "html" if "html" in str(body.get("contentType") or body.get("contenttype") or "") else "plain"
        role = str(body.get("role", ""))
        if role not in best or (kind == "html" and best[role][1] != "html"):
            best[role] = place, kind
    yield from best.values()


def _values(text: str, at: int) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield the objects of an array that have a string "value", and the offset of that string."""
    for element, start in _elements(text, at):
        if isinstance(element, dict):
            for name, value, place in _members(text, start):
                if name == "value" and isinstance(value, str):
                    yield element, place


def _members(text: str, at: int) -> Iterator[tuple[str, Any, int]]:
    """Yield name, value and the offset of the value for each member of the object at `at`."""
    at = _skip(text, at + 1)
    while text[at] != "}":
        name, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        start = at
        value, at = _DECODER.raw_decode(text, at)
        yield name, value, start
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)


def _elements(text: str, at: int) -> Iterator[tuple[Any, int]]:
    at = _skip(text, at + 1)
    while text[at] != "]":
        start = at
        value, at = _DECODER.raw_decode(text, at)
        yield value, start
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _prose(draft: Draft, at: int, kind: str) -> Prose:
    value, outer = _string(draft.text, at)
    inner = Draft(draft.path, value)
    prose = html.read(inner) if kind == "html" else plain.read(inner)
    if kind == "headline":
        prose = replace(prose, blocks=tuple(replace(block, kind="heading", level=1) for block in prose.blocks))
    elif kind == "plain":
        prose = replace(prose, blocks=tuple(_as_body(block) for block in prose.blocks))
    return moved(prose, outer)


def _as_body(block: Any) -> Any:
    """The headline has a field of its own: a short first paragraph of the body is none."""
    return replace(block, kind="paragraph", level=0) if block.kind == "heading" else block


def _string(text: str, at: int) -> tuple[str, OffsetMap]:
    """Return the string at `at` and the way from its offsets to those of `text`."""
    _, end = _DECODER.raw_decode(text, at)
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for match in _PART.finditer(text, at + 1, end - 1):
        part = match[0]
        if part.startswith("\\"):
            part = json.loads(f'"{part}"', strict=False)
            if "\ud800" <= part <= "\udfff":
                part = "\ufffd"
        parts.append(part)
        pieces.append(Piece(length, len(part), match.start(), match.end() - match.start()))
        length += len(part)
    return "".join(parts), OffsetMap(pieces)


def _written(words: str) -> str:
    return json.dumps(html.written(words), ensure_ascii=False)[1:-1]
