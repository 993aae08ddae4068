from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

from attribution_lint import formats
from attribution_lint.draft import Draft, decode
from attribution_lint.errors import DraftError
from attribution_lint.formats.prose import Prose, ProseBuilder
from attribution_lint.model import Span


def read_shouting(data: bytes, path: str) -> tuple[Draft, Prose]:
    """A format of a third party: a line is a heading if it ends with an exclamation mark."""
    draft = decode(data, path)
    out = ProseBuilder()
    out.verbatim(draft.text, 0)
    out.close_block(Span(0, len(draft.text)), "heading" if draft.text.endswith("!") else "paragraph", 1)
    return draft, out.build()


def read_nothing(data: bytes, path: str) -> None:
    """A reader that does not keep to what is asked of it."""


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Readers as if packages had brought them: one works, one does not keep to its word, one does not load."""
    found = [
        EntryPoint("shout", "formats.test_third_party:read_shouting", formats.GROUP),
        EntryPoint("nothing", "formats.test_third_party:read_nothing", formats.GROUP),
        EntryPoint("broken", "no_such_module:read", formats.GROUP),
        EntryPoint("markdown", "no_such_module:read", formats.GROUP),
    ]
    monkeypatch.setattr(formats, "entry_points", lambda group: [e for e in found if e.group == group])
    monkeypatch.setattr(EntryPoint, "load", _load)
    formats._third_party.cache_clear()
    yield
    formats._third_party.cache_clear()


def _load(entry: EntryPoint) -> object:
    if entry.name in ("shout", "nothing"):
        return read_shouting if entry.name == "shout" else read_nothing
    raise ModuleNotFoundError("No module named 'no_such_module'")


def test_a_suffix_may_be_added() -> None:
    assert ".shout" in formats.known_suffixes()
    assert "shout" in formats.formats()
    assert formats.format_of("a.SHOUT") == "shout"
    _, prose = formats.read(b"Hear!", "a.shout")
    assert [block.kind for block in prose.blocks] == ["heading"]


def test_our_own_formats_stay_ours() -> None:
    assert formats.read(b"# a", "a.md")[1].text.strip() == "a"


def test_one_that_does_not_load_is_named() -> None:
    with pytest.raises(DraftError, match="the reader of “broken” does not load: No module named"):
        formats.read(b"a", "a.broken")


def test_one_that_fails_is_named() -> None:
    with pytest.raises(DraftError, match=r"the reader of “nothing” fails: TypeError: .* formats.test_third_party:read"):
        formats.read(b"a", "a.nothing")
