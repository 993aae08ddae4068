"""Correct copy that looks like a damaged phrase: nothing in it is reported."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("ATT",)))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line did not immediately respond to a request for comments.",
        "The keeper has not replied to requests for comments, and the owner could not be reached for comments.",
        "The mill did not return calls seeking comments, and its chief was not available for comments on Friday.",
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
        "There was no preacher like him in the valley.",
        "The crew watched the boat as she lay on her side.",
        "A call from the mayor helped persuade the agency.",
        "There are times when one suspects that the songs are better.",
        "One critic was bored. Another notes that the film is long.",
        "If a plan results in the loss of a pier, it fails.",
        "It made an impression on many academic and literary men.",
        "He had a number of rancher and cowboy witnesses.",
        "The town pays for various youth, health and welfare clubs, the mayor said.",
        "Nobody tried to weld these independent predicting-machines.",
        "The worries of the state were like those of the individual.",
        "The general decline in trade was slow, the bank said.",
        "It is an old libertarian claim that markets heal.",
        "He quotes reports from the front.",
        "Pits close, as the fate of the Russian miners shows.",
        "Reading “libertarian” theories allows us to explain ours.",
        "Strong showings in the dozen states that held primaries helped.",
        "An average of 50 deaths are reported each day.",
        "That was hours after the police has announced the name.",
        "Heat rises from the plant, a trick botanists call thermogenesis.",
        "The crowd was like that of a fair.",
        "It is correct that people agree.",
        "There are many ways from point A to point B, the guide said.",
        "She did what she could to persuade her husband, the coach said.",
        "Try as he might to confess, no answer came.",
        "The following is a statement read to a crowd.",
        "She managed to talk the District Attorney into a hotel room.",
        "He had read Talking Houses by a planner.",
        "The town needs a corps of teachers, the mayor said.",
        "The senator slid the matter of wages into his speech.",
        "Let the panda play, let Ling-Ling wander about the moat.",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert [(found.code, found.text) for found in LINTER.lint_text(text, "draft.txt").diagnostics] == []
