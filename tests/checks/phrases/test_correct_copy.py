"""Correct copy that looks like a damaged phrase: nothing in it is reported."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("ATT",)))


@pytest.mark.parametrize(
    "text",
    [
        "She repeated her support for the Kenyan envoy on Friday.",
        "The keeper told a radio interviewer that his knee had healed.",
        "She told a neighbour walking past that the river had risen.",
        "A boilermakers spokesman said that they would wait.",
        "Methane emissions declined in the valley after 2019.",
        "The dam will hold, according to three engineers present at the test.",
        "The mill did not answer requests for an interview.",
        "The folder holds requests to widen a road and to fell two oaks.",
        "A request to interview the pilot would need a judge's leave.",
        "The review relied on ledgers from nine ports.",
        "Forty percent said the ferry was late.",
        "Ada Moss, the chair of the harbour board, said the quay was sound.",
        "They watched the old man, sitting alone in the chapel.",
        "The mill apologised in a statement issued a day before the strike.",
        "It printed bylined letters, and readers helped to fundraise for the roof.",
        "Two clubs agreed. Some of the players are training in Lille.",
        "She had to file a formal complaint to show that she meant it.",
        "A spokeswoman declined comment beyond the filing.",
        "He took back the words an hour after he said them.",
        "The panel compared what he told the coroner with what he told to friends.",
        "The advocate depute told jurors that the knife was his.",
        "What he told them he told them in private.",
        "The bishop eulogised his friend, and the crowd apologised to nobody.",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert [(found.code, found.text) for found in LINTER.lint_text(text, "draft.txt").diagnostics] == []
