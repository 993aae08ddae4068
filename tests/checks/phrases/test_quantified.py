"""Singulars behind a word for several, whatever describes them."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("Most driver interviewed in the queue said they had waited since dawn.", "ATT501", "driver", "drivers"),
        ("Many former prisoner told the charity that letters had been opened.", "ATT501", "prisoner", "prisoners"),
        ("Few economist expect the krone to recover before autumn.", "ATT501", "economist", "economists"),
        ("Other pensioner who wrote to the bank got no reply, she said.", "ATT501", "pensioner", "pensioners"),
        ("Both teachers' association said their members would vote in June.", "ATT501", "association", "associations"),
        ("According to various medical report, the boy had been ill for a week.", "ATT501", "report", "reports"),
        ("Several trusted ally of the governor said she had planned to retire.", "ATT501", "ally", "allies"),
        ("Many farmer were told to cull their herds, the ministry said.", "ATT501", "farmer", "farmers"),
        ("Several unnamed Western diplomat said the talks had failed.", "ATT501", "diplomat", "diplomats"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The most senior official said the vote would be delayed.",
        "The other official said she had seen nothing.",
        "Both men's lawyer said that they would appeal.",
        "Both sisters' lawyer told the court that they were innocent.",
        "Many a witness said the road was wet.",
        "Most witness statements said that the van was red.",
        "Most agent commissions were paid late, the firm said.",
        "As both engineer and captain have said, the pump was old.",
        "Few doctor the rolls without being caught, the auditor said.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
