"""Figures of one story that contradict one another, and those that only seem to."""

from __future__ import annotations

import pytest

from attribution_lint import Linter
from attribution_lint.settings import Settings

_LINTER = Linter(Settings(select=("FIG301",)))


def _conflicts(text: str) -> list[tuple[str, str]]:
    """The words reported in a text, each with what its related place says."""
    found = _LINTER.lint_text(text).diagnostics
    return [(each.text, text[each.related[0].span.start : each.related[0].span.end]) for each in found]


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        pytest.param(
            "The mill will cut 120 jobs by June, its owner said.\n\nOf the 140 jobs to go, 85 are on the night shift.",
            ("140", "120"),
            id="taken up with the",
        ),
        pytest.param(
            "Net profit rose to $212 million from $187 million.\n\nThe bank’s profit of $221 million is a record.",
            ("$221 million", "$212 million"),
            id="digits turned round, beside a change",
        ),
        pytest.param(
            "Three hikers were found on Friday.\n\nRain fell.\n\nThe four hikers had set out in trainers.",
            ("four", "Three"),
            id="a few taken up with the",
        ),
        pytest.param(
            "The museum paid €4.5 million for it.\n\nIt is small.\n\nDonors gave half of the €5.4 million. "
            "The other half is lent.",
            ("€5.4 million", "€4.5 million"),
            id="a sum taken up, digits turned round",
        ),
        pytest.param(
            "The count found 155 swans, up from 122 a year ago.\n\nRain fell.\n\nThe 165 swans were weighed.",
            ("165", "155"),
            id="the new end of a change",
        ),
        pytest.param(
            "No fewer than 40 people were killed when the pit fell in.\n\n"
            "The 31 people killed when it fell in had no lamps.",
            ("31", "40"),
            id="below a least",
        ),
        pytest.param(
            "Two people were killed when a glider came down.\n\nThe three people who were killed had no map.",
            ("three", "Two"),
            id="the same dead",
        ),
        pytest.param(
            "The ferry carried 97 passengers, the coast guard said.\n\n"
            "It had 79 passengers, said Ada Moss of the coast guard.",
            ("79", "97"),
            id="one source in two guises",
        ),
        pytest.param(
            "Guards took 17 parcels on Monday.\n\nThe mayor was away.\n\nThe 19 parcels went to the port.",
            ("19", "17"),
            id="no other word in common",
        ),
    ],
)
def test_reports_what_one_story_tells_in_two_ways(text: str, conflict: tuple[str, str]) -> None:
    assert _conflicts(text) == [conflict]


@pytest.mark.parametrize(
    "text",
    [
        "9:42 p.m. The fire killed 14 men.\n\nThey left.\n\n10:15 p.m. The fire killed 17 men.",  # a live report
        "The pit killed no more than 40 people, police said.\n\nThe 31 people killed in the pit had no lamps.",
        pytest.param(
            "The mayor put the crowd at 5,000 marchers. The 8,000 marchers that the union counted sang.",
            id="two voices side by side",
        ),
        pytest.param(
            "The mill cut 120 jobs in 2019.\n\nThe 140 jobs that went in 2021 were on the docks.", id="two years"
        ),
        pytest.param("At least 12 miners were killed.\n\nThe 14 miners who were killed came from Hull.", id="at least"),
        pytest.param(
            "The port has 44 cranes and ordered 10 more.\n\nThe 54 cranes will be red.", id="the rest is told"
        ),
        pytest.param("The shop sold 20 lamps.\n\nThe 24 lamps in Leeds are of another make.", id="another place"),
        pytest.param("The shop sold 20 lamps.\n\nThe 24 chairs were sold as well.", id="another thing"),
        pytest.param("The ward had 12 nurses on Monday.\n\nThe 15 nurses on Friday were not enough.", id="another day"),
        pytest.param("The mill has 120 night guards.\n\nThe 140 day guards earn less.", id="another kind"),
        pytest.param("“We lost 12 ships,” he said.\n\nThe 15 ships came home.", id="in a quotation"),
        pytest.param("The bill is $4.2 million.\n\nThe bill of about $4 million was paid.", id="rounded"),
    ],
)
def test_leaves_alone_what_can_both_be_true(text: str) -> None:
    assert _conflicts(text) == []
