"""Which drafts a run reads: files as they are named, and what a folder holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from attribution_lint.errors import DraftError, UserError

_SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages", "venv"})


def drafts_in(
    paths: Sequence[str],
    suffixes: Collection[str],
    is_excluded: Callable[[str], bool],
    force_exclude: bool = False,
) -> tuple[list[str], list[UserError]]:
    """Return the drafts that `paths` name, each once, and what is wrong with the paths.

    A file that is named is read whatever its suffix, and although excluded unless `force_exclude`; a folder
    gives its files of a known suffix, in order of name, without hidden ones, pipes and devices. Links to folders are
    not followed.
    """
    found: dict[str, None] = {}
    errors: list[UserError] = []
    for path in paths:
        if path == "-" or os.path.isfile(path):
            if not (force_exclude and is_excluded(path)):
                found[path] = None
        elif os.path.isdir(path):
            inside = _walk(path, suffixes, errors)
            if not inside:
                known = ", ".join(sorted(suffixes))
                errors.append(DraftError(path, "holds no drafts", f"drafts end in {known}"))
            found.update(dict.fromkeys(draft for draft in inside if not is_excluded(draft)))
        elif os.path.lexists(path):
            errors.append(DraftError(path, "is neither a file nor a folder", "give a draft or a folder of drafts"))
        else:
            errors.append(DraftError(path, "does not exist", "check the spelling"))
    return list(found), errors


def _walk(top: str, suffixes: Collection[str], errors: list[UserError]) -> list[str]:
    """Return the drafts below `top`; a folder that cannot be listed is added to `errors`, and the others are read."""
    found: list[str] = []

    def told(error: OSError) -> None:
        reason = (error.strerror or str(error)).lower()
        errors.append(DraftError(str(error.filename), f"cannot be listed: {reason}", "drafts in it were not read"))

    for folder, folders, files in os.walk(top, onerror=told):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        found.extend(
            os.path.normpath(os.path.join(folder, name))
            for name in sorted(files)
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes and _may_be_read(folder, name)
        )
    return found


def _may_be_read(folder: str, name: str) -> bool:
    """Whether it is no pipe and no device, which would be waited for; a link to nothing is read, and told."""
    path = os.path.join(folder, name)
    return os.path.isfile(path) or not os.path.exists(path)
