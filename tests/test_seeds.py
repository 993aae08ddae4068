"""The seed drafts: the defects that the project was conceived for, reported to the exact span, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import attribution_lint

SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))


def reported(path: Path) -> list[dict[str, Any]]:
    """What the shipped rules report for a draft, as its expectations are written."""
    return [
        {
            "code": found.code,
            "severity": found.severity.label,
            "text": found.text,
            "start": found.start.offset,
            "end": found.end.offset,
            "suggestion": found.suggestions[0] if found.suggestions else None,
        }
        for found in attribution_lint.lint(path.read_text(encoding="utf-8"), path.name)
    ]


def test_there_are_seeds() -> None:
    assert len(SEEDS) >= 6


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_is_reported_as_expected(path: Path) -> None:
    lines = path.with_suffix(".expected.jsonl").read_text(encoding="utf-8").splitlines()
    assert reported(path) == [json.loads(line) for line in lines]
