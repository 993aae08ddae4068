"""Every fuzz target over the whole corpus, and over bytes that hypothesis makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.run import HERE, NAMES
from fuzz.targets import TARGETS

CORPUS = sorted((HERE / "corpus").iterdir())
PIECES = sorted({line for path in CORPUS for line in path.read_bytes().splitlines(keepends=True)})


def test_the_runner_knows_every_target() -> None:
    assert tuple(TARGETS) == NAMES


@pytest.mark.parametrize("target", NAMES)
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_corpus(target: str, path: object) -> None:
    TARGETS[target](path.read_bytes())  # type: ignore[attr-defined]


@pytest.mark.parametrize("target", NAMES)
@settings(max_examples=25)
@given(parts=st.lists(st.sampled_from(PIECES) | st.binary(max_size=20), max_size=8))
def test_bytes_made_of_the_corpus(target: str, parts: list[bytes]) -> None:
    TARGETS[target](b"".join(parts))
