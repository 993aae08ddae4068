"""The shape of a unit of text: how long it is, how it is written and closed, and what it has beside words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_POINTERS = frozenset("▲▼◀◄△▴▵↑←")
_HAILS = re.compile(
    r"@\w+[ ,:–—-]|[A-Z][a-z]+ ?(?:[:–—]|-) |(?:Hi|Hey|Hello|Dear|Thanks|Cheers|Morning)\b"
    r"|[A-Z][a-z]+, (?:this|I|I[’']m|can|could|please|pls|here|have|is|are|do|what|the)\b"
)
_SIGNED = re.compile(r"[-–—.?!)] ?[A-Z]{1,3}[\])}>]*$")
_ARROWS = frozenset("→»›►▶➡👉➤⇒▸⬅➔➜")
_BACKWARD = frozenset("«‹<←")
_FORWARD = frozenset("»›>→")
_CHECKS = frozenset("✅✔☑✓❌")
_ABOUT = re.compile(r"About (?:the )?[A-Z][\w&.’'-]+(?: (?:[A-Z][\w&.’'-]*|of|and|the|for))*\s*(?::|$)")
_AROUND_HANDLES = frozenset({"HANDLE", "URL", "and", "/", "|", ",", ".", ":", "on", "x", "twitter", "via"})
_PHONE = re.compile(r"[+(\d](?:(?<=\+)|(?<=\b0)|(?<=\()\d|(?<=\b\d)\d\d[-.)\s])[\d\s().-]{6,}\d")
_NAME = re.compile(r"[A-Z][\w'’.-]{0,40}\.?(?: (?:[A-Z]\.|de|van|von|der|bin|al|la|[A-Z][\w'’-]{1,40})){1,4}")
_LONGEST_LABEL = 26
SHORT = 14
TERMINAL = re.compile(r"[.!?…][\"”’')\]]*$")
TINY = 5
_TITLE = range(3, 19)  # words


def shape(text: str, start: int, raw: str, words: int, own: set[str]) -> Iterator[str]:
    """Yield the shape of the unit `raw` of so many words, whose first one starts at `start`; `own` are its tokens."""
    if words <= SHORT:
        yield "short"
    yield "long" if words > TINY else "tiny"
    if raw.isupper() and words:
        yield "caps"
    if not TERMINAL.search(raw):
        if words <= _LONGEST_LABEL:
            yield "label-line"
        if words in _TITLE:
            yield "title-line"
    yield from _names(text, start, raw)
    yield from _signs(raw)
    yield from _tokens(words, own)


def _names(text: str, start: int, raw: str) -> Iterator[str]:
    opens = _NAME.match(text, start) is not None
    if opens:
        yield "opens-with-name"
    if opens or _NAME.search(raw):
        yield "names"
    if _ABOUT.match(raw):
        yield "about-name"
    if _HAILS.match(raw):
        yield "hails"
    if _SIGNED.search(raw):
        yield "signed"
    if _PHONE.search(raw):
        yield "phone"


def _signs(raw: str) -> Iterator[str]:
    opening = raw[:1]
    if opening in _BACKWARD or raw[-1:] in _FORWARD:
        yield "pager"
    if opening in _ARROWS or raw[:2] == ">>":
        yield "arrow"
    if opening in _POINTERS:
        yield "pointer"
    if opening in _CHECKS:
        yield "checked"


def _tokens(words: int, own: set[str]) -> Iterator[str]:
    if own == {"URL"}:
        yield "only-address"
    if "HANDLE" in own and own <= _AROUND_HANDLES:
        yield "only-handles"
    if words and not any(len(word) > 2 and word.isalpha() for word in own):
        yield "figures"
