"""A verb that its listener or object does not go with, and small words that a cue or a source does not take."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        # a listener and a clause
        ("ATT201", "The warden warmed the pair that the weir was unsafe.", "warmed", "warned"),
        ("ATT201", "The chairwoman tolled members in Truro that the gate had rusted.", "tolled", "told"),
        ("ATT201", "Mr Osgood ensured residents of Lostwithiel that the weir would hold.", "ensured", "assured"),
        ("ATT406", "The minister said MPs on the rivers committee that the grant had been spent.", "said", "told"),
        # an object
        ("ATT201", "The trust has denoted allegations that it hid the survey.", "denoted", "denied"),
        ("ATT201", "The union has excused the minister of hiding the survey.", "excused", "accused"),
        ("ATT201", "The skipper wandered how the nets had been cut.", "wandered", "wondered"),
        ("ATT201", "The warden recoiled how his brother had built the weir.", "recoiled", "recalled"),
        ("ATT201", "The mayor instated on local radio that the weir would be mended.", "instated", "insisted"),
        ("ATT201", "“It leaks, and they all know it,” the MSP equipped.", "equipped", "quipped"),
        # a possessive where several are told or counted
        ("ATT503", "The skipper told reporter's outside that the nets were cut.", "reporter's", "reporters"),
        ("ATT503", "Two warden's close to the talks said the weir was safe.", "warden's", "wardens"),
        ("ATT503", "According to resident's of the valley, the weir leaks.", "resident's", "residents"),
        # prepositions and articles
        ("ATT403", "The trust denied to the allegations in a letter.", "denied to", "denied"),
        ("ATT403", "The coastguard, quoting to the skipper, said the nets were cut.", "quoting to", "quoting"),
        ("ATT403", "A according to wardens, the weir is shut.", "A according", "According"),
        ("ATT403", "The bishop the said the roof would be mended.", "the said", "said"),
        ("ATT403", "The weir was shut, a police said on Monday.", "a police", "police"),
        ("ATT401", "“It will hold,” a spokesman for company said.", "for company", "for the company"),
        ("ATT401", "In a letter the Truro Echo, six wardens called it unsafe.", "letter the", "letter to the"),
    ],
)
def test_what_does_not_go_with_its_company_is_found(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The coach formed a team of wardens that the county could call on.",
        "The dealer sold the couple that he had met a rusted gate.",
        "She said the committee that the mayor had set up was too small.",
        "The panel showed members that the gate had rusted.",
        "The insurer refused claims from the valley.",
        "The trust repeated allegations that the survey was hidden.",
        "The survey changed how the county sees the weir.",
        "The act prescribed how the money could be spent.",
        "“It leaks,” the MSP laughed.",
        "The skipper told a reporter's lawyer that the nets were cut.",
        "The minister's in London, and the talks are off.",
        "The court cleared the warden of hiding the survey.",
        "The company denied to the committee that it hid the survey.",
        "The minister withdrew the said tariff in May.",
        "A police source said the weir was shut.",
        "A spokesman for company directors said the vote was close.",
        "In a letter the Truro Echo published on Monday, six wardens called it unsafe.",
        "In a statement the Home Office said the weir was shut.",
    ],
)
def test_what_goes_with_its_company_is_left_alone(text: str) -> None:
    assert not diagnostics_of(text)
