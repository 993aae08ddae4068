"""The scorers of judged drafts and damaged sentences count what they say they count."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings
from benchmarks import typos
from benchmarks.judged import scored

DRAFT = (
    "The harbour at Lissan will close next week.\n\n"
    "Some 4,200 people lost their jobs there last year and 310 boats were sold.\n\n"
    "Rents rose by 12 percent, the council said.\n"
)


def _figure(text: str, editor: str) -> dict[str, object]:
    start = DRAFT.index(text)
    return {"start": start, "end": start + len(text), "editor": editor, "reason": ""}


def test_warnings_kept_and_queries_found_are_counted() -> None:
    figures = [_figure("4,200 people", "query"), _figure("310 boats", "none"), _figure("12 percent", "query")]
    draft = {"id": "one", "text": DRAFT, "figures": figures}
    assert scored(Linter(Settings(select=("FIG101",))), draft, False) == Counter(kept=1, false=1, found=1, missed=1)


def test_a_warning_that_nobody_judged_counts_for_nothing() -> None:
    draft = {"id": "one", "text": DRAFT, "figures": [_figure("310 boats", "soft")]}
    assert scored(Linter(Settings(select=("FIG101",))), draft, False) == Counter(kept=1, unjudged=1)


def test_damage_found_and_mended_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        ("C", "Rents rose, acording to the council.", "acording", "according"),
        ("B", "Rents rose, the council rode a bus.", "rode", "said"),
        ("clean", "Rents rose, according to the council.", "", ""),
    ]
    items = tmp_path / "items.jsonl"
    keys = ("class", "text", "wrong", "right")
    lines = [json.dumps({"id": number} | dict(zip(keys, row, strict=True))) for number, row in enumerate(rows)]
    items.write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["typos.py", str(items)])
    typos.main()
    assert capsys.readouterr().out.splitlines() == [
        "class  items  found  first",
        "B          1   0.0%   0.0%",
        "C          1 100.0% 100.0%",
        "all        2  50.0%  50.0%",
        "correct sentences with an alarm: 0 of 1",
    ]
