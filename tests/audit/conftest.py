"""What tests of the audit share: an archive by a house rule pack, and a look at what is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
import pytest

Rows = list[dict[str, Any]]

STORIES = [f"We utilise {number} words in order to please.\n\nThe mayor said it.\n" for number in range(1, 8)]


@pytest.fixture
def archive(house: Path) -> Path:
    """An archive of seven stories as JSON Lines; stories 3, 6 and 7 differ from the others."""
    texts = [*STORIES]
    texts[2] = "Nothing to see."
    texts[5] = "A banned word.\n\nWe utilise it, said Ann Moss, the mayor, of all 40 percent."
    file = house / "archive.jsonl"
    file.write_text("".join(json.dumps({"id": f"s{n}", "text": text}) + "\n" for n, text in enumerate(texts, 1)))
    return file


@pytest.fixture
def rows() -> Callable[[Path, str], Rows]:
    """Return the rows of a dataset in a folder of findings."""

    def read(folder: Path, name: str) -> Rows:
        found: Rows = ds.dataset(folder / name, format="parquet").to_table().to_pylist()
        return found

    return read
