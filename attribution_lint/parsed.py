"""The tables of the shipped packs as JSON, which is read in a thirtieth of the time that TOML takes to be parsed.

`docs/generate.py` parses each pack; the tables stand under a key of the very text, so that a pack which has been
changed since is parsed anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

_FILE = Path(__file__).with_name("packs.json")

Tables = dict[str, Any]


def parsed_packs() -> dict[str, Tables]:
    """Return the tables of the shipped packs by the keys of their texts; they are the caller's own."""
    return msgspec.json.decode(_FILE.read_bytes(), type=dict[str, Tables]) if _FILE.exists() else {}


def key_of(text: str) -> str:
    """Return the key of the text of a pack."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def as_json(packs: Iterable[tuple[str, Tables]]) -> str:
    """Return what is kept of packs, each given as its text and its tables: a line for each."""
    lines = (f'"{key_of(text)}":{msgspec.json.encode(tables).decode()}' for text, tables in packs)
    return "{\n" + ",\n".join(lines) + "\n}\n"
