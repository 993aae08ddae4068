from __future__ import annotations

import codecs

import pytest

from attribution_lint.draft import decode, read_bytes
from attribution_lint.errors import DraftError
from attribution_lint.formats import SUFFIXES, format_of, formats, known_suffixes, read

WORDS = "Café said: 😀\r\nyes"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    draft = decode(data, "a.txt")
    assert (draft.text, draft.encoding) == (WORDS, encoding)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("Café".encode("latin-1"), "a.txt: is not UTF-8: byte 3 cannot be decoded (save it as UTF-8)"),
        (codecs.BOM_UTF16_LE + b"a", "a.txt: is not UTF-16: byte 2 cannot be decoded (save it as UTF-8)"),
        (WORDS.encode("utf-16-le"), "a.txt: is UTF-16 without a byte order mark (save it as UTF-8)"),
        (codecs.BOM_UTF32_LE + b"a\0\0\0", "a.txt: is UTF-32, which is not read (save it as UTF-8)"),
        (b"\x7fELF\0\1", "a.txt: is a binary file (it holds NUL bytes)"),
        (b"%PDF-1.7 \xff", "a.txt: is a PDF document, not a text"),
        (b"PK\x03\x04", "a.txt: is a ZIP archive, not a text"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(DraftError) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith(what)


def test_a_late_nul_byte_is_a_character() -> None:
    text = "a" * 9000 + "\0b"
    assert decode(text.encode(), "a.txt").text == text


def test_a_missing_file() -> None:
    with pytest.raises(DraftError, match=r"no-such\.txt: no such file or directory"):
        read_bytes("no-such.txt")


def test_suffixes() -> None:
    assert format_of("a/b.MD") == "markdown"
    assert format_of("a/b.unknown") == format_of("README") == "plain"
    assert SUFFIXES[".txt"] == "plain"
    assert set(SUFFIXES) <= known_suffixes()
    assert {"plain", "markdown"} <= set(formats())


def test_a_format_may_be_named() -> None:
    _, prose = read(b"# Title\n", "x.txt", "markdown")
    assert prose.blocks[0].kind == "heading"
    with pytest.raises(DraftError, match="no such format: “nosuch”"):
        read(b"", "x.txt", "nosuch")
