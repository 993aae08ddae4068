"""Every fuzz target over its corpus, and over bytes that hypothesis makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.run import HERE, NAMES, WATCHED
from fuzz.targets import TARGETS

CORPUS = {name: sorted((HERE / "corpus" / name).iterdir()) for name in NAMES}
PIECES = {
    name: sorted({line for path in paths for line in path.read_bytes().splitlines(keepends=True)})
    for name, paths in CORPUS.items()
}


def test_the_runner_knows_every_target() -> None:
    assert tuple(TARGETS) == NAMES == tuple(WATCHED)


@pytest.mark.parametrize(
    ("target", "path"), [pytest.param(name, path, id=f"{name}/{path.name}") for name in NAMES for path in CORPUS[name]]
)
def test_corpus(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("target", NAMES)
@settings(max_examples=40)
@given(data=st.data())
def test_bytes_made_of_the_corpus(target: str, data: st.DataObject) -> None:
    parts = data.draw(st.lists(st.sampled_from(PIECES[target]) | st.binary(max_size=20), max_size=6))
    TARGETS[target](b"".join(parts))
