"""What a folder of findings was made of: it is gone on with only if source, rules and options are the same."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec

from attribution_lint.errors import DraftError
from attribution_lint.writing import write_whole

NAME = "audit.json"
_LAYOUT = 1
_ANEW = "give another folder for the findings, or delete this one and audit anew"


class Source(msgspec.Struct, forbid_unknown_fields=True):
    """The archive: where it was, and the digest of its content, which alone counts."""

    path: str
    digest: str


class Manifest(msgspec.Struct, forbid_unknown_fields=True):
    """What findings rest on. `rules` are codes and names in force, `fingerprint` tells all that can change a finding.

    `stories` and `errors` are counted once the audit is complete.
    """

    layout: int
    version: str
    source: Source
    fingerprint: str
    rules: dict[str, str]
    options: dict[str, Any]
    stories_per_part: int
    complete: bool = False
    stories: int = 0
    errors: int = 0

    @classmethod
    def new(
        cls, version: str, source: Source, fingerprint: str, rules: dict[str, str], options: dict[str, Any], size: int
    ) -> Manifest:
        """Return the manifest of an audit that begins."""
        return cls(_LAYOUT, version, source, fingerprint, rules, options, size)

    def write(self, folder: Path) -> None:
        """Write it to its place in the folder. Raises DraftError."""
        write_whole(folder / NAME, msgspec.json.format(msgspec.json.encode(self)) + b"\n")

    def continues(self, folder: Path, other: Manifest) -> Manifest:
        """Return this manifest of `folder` to go on with what `other` asks for.

        Raises DraftError if they differ in what findings rest on.
        """
        where = str(folder)
        if self.source.digest != other.source.digest:
            what = f"holds the audit of another source, or {other.source.path} has changed since"
            raise DraftError(where, what, _ANEW)
        if self.options != other.options:
            changed = ", ".join(sorted(key for key in other.options if self.options.get(key) != other.options[key]))
            raise DraftError(where, f"was begun with other options: {changed}", f"give the same, or {_ANEW}")
        if self.fingerprint != other.fingerprint:
            what = "was begun with other rules"
            if self.version != other.version:
                what += f", those of version {self.version}"
            raise DraftError(where, what, _ANEW)
        return self


def read(folder: Path) -> Manifest | None:
    """Return the manifest of a folder; None if there is none. Raises DraftError for one that is damaged or too new."""
    path = folder / NAME
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise DraftError(str(path), (error.strerror or str(error)).lower(), "check its permissions") from None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise DraftError(str(path), "is no manifest of an audit", _ANEW) from None
    if found.layout != _LAYOUT:
        raise DraftError(str(path), f"has layout {found.layout}; this version knows {_LAYOUT}", _ANEW)
    return found


def prepare(folder: Path) -> Manifest | None:
    """Make the folder and return the manifest of an audit that was begun in it, or None for a new or empty one.

    Raises DraftError for what is no folder, cannot be made, or holds something else.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = os.listdir(folder)
    except FileExistsError:
        raise DraftError(str(folder), "is no folder", "give a new or empty folder for the findings") from None
    except OSError as error:
        raise DraftError(str(folder), f"cannot be used: {(error.strerror or str(error)).lower()}") from None
    found = read(folder)
    if found is None and any(not name.startswith(f".{NAME}.") for name in others):
        raise DraftError(str(folder), "holds something else", "give a new or empty folder for the findings")
    return found
