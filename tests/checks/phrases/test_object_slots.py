"""A wrong noun where what was published, or what somebody says something in, must stand."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.model import Severity
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("ATT101", "ATT102", "ATT201")))


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("The guild has published a repeat by the surveyors that puts the bill at £3m.", "ATT101", "repeat", "report"),
        ("The coastguard released footing of the rescue, which shows the raft.", "ATT101", "footing", "footage"),
        ("The weekly obtained a cope of the lease, which shows that the rent was halved.", "ATT101", "cope", "copy"),
        ("The lab published a steady that found one toad in nine was lame.", "ATT101", "steady", "study"),
        ("The parish published mines of its May meeting, which show how it voted.", "ATT101", "mines", "minutes"),
        ("In respite to questions from the Argus, the mill said the weir was sound.", "ATT101", "respite", "response"),
        ("In latrines to parents, the head said the stove would be mended.", "ATT101", "latrines", "letters"),
        ("In sworn matrimony before the drainage board, she blamed the pumps.", "ATT101", "matrimony", "testimony"),
        ("The injury was told that the sluice had jammed twice.", "ATT101", "injury", "inquiry"),
        ("The ferry’s flight recorded shows the crew was warned.", "ATT101", "recorded", "recorder"),
        ("The mill’s export witness told jurors that the axle was cracked.", "ATT101", "export", "expert"),
        ("Ms Orde could not be breached for comment.", "ATT102", "breached", "reached"),
        ("The trainer decanted himself pleased with the draw.", "ATT201", "decanted", "declared"),
        ("As the Argus first deported, the weir had been sold.", "ATT201", "deported", "reported"),
        ("The minority lender said the weir bill would fail.", "ATT101", "lender", "leader"),
        ("Ned Orde, a statesman for the guild, said the vote was lost.", "ATT101", "statesman", "spokesman"),
        ("Sneaking outside the mill, the foreman said that the men had been paid.", "ATT201", "Sneaking", "Speaking"),
        ("Wardens captioned that the flood was likely to rise.", "ATT201", "captioned", "cautioned"),
    ],
)
def test_a_wrong_word_is_reported(text: str, code: str, wrong: str, right: str) -> None:
    (found,) = LINTER.lint_text(text, "story.txt").diagnostics
    assert (found.code, found.text, found.suggestions[0]) == (code, wrong, right)
    assert text[found.start.offset : found.end.offset] == wrong
    assert found.severity in (Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize(
    "text",
    [
        "The zoo released a gazelle that was found on the road.",
        "The label released an album of songs by the miller’s sister.",
        "The firm issued shares of its own in May.",
        "The editor published a map of the marsh, which shows the old dyke.",
        "In contrast to the mill, the brewery said it had paid.",
        "In homage to the poet, the band said it would play until dawn.",
        "In addition to the fine, the judge said he must leave the town.",
        "In time with the drums, the women told one another the news.",
        "The public was told that the bridge would be shut.",
        "The crew was told of the storm at noon.",
        "The girl was poached for supper, the tale says.",
        "Statements taken by police after the fire suggest the door had been chained.",
        "The plane’s flight recorder shows that the pilots were warned twice.",
        "Ned Orde, a salesman for the brewery, said the casks were sound.",
        "One broker familiar with the discussion said the rent was too high.",
        "A draftee said he would be home by spring.",
        "The pandit said the river would decide.",
        "Sitting outside the mill, the foreman said that the men had been paid.",
        "He captioned the photograph and sent it to the Argus.",
    ],
)
def test_what_stands_there_by_right_is_left_alone(text: str) -> None:
    assert [(found.code, found.text) for found in LINTER.lint_text(text, "story.txt").diagnostics] == []
