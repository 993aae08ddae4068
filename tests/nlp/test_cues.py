"""Cues: verbs and phrases that attribute, told from nouns, idioms and other uses of the same words."""

from __future__ import annotations

import pytest

from tests.nlp.stories import marked, story


def cues(text: str) -> list[tuple[str, str]]:
    found = story(text)
    return [(found.slice(cue.span), cue.lemma) for cue in found.cues]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The mayor [[said]] rents rose.", "say"),
        ("The mayors [[say]] rents rose.", "say"),
        ("“Rents rose,” [[says]] the mayor.", "say"),
        ("The mayor [[told]] reporters that rents rose.", "tell"),
        ("The mayor [[claims]] rents fell.", "claim"),
        ("Some [[claim]] that rents fell.", "claim"),
        ("They [[report]] a loss.", "report"),
        ("She did not [[comment]].", "comment"),
        ("He [[estimates]] the loss at $4 million.", "estimate"),
        ("Records [[show]] that rents rose.", "show"),
        ("Court records [[show]].", "show"),
        ("The study [[found]] a link.", "find"),
        ("Police [[put]] the number of dead at 40.", "put"),
        ("[[According to]] the mayor, rents rose.", "according to"),
        ("Rents rose, [[according to]] the mayor.", "according to"),
        ("Rents rose, he said, [[citing]] the census.", "citing"),
        ("The court [[heard]] that rents rose.", "hear"),
        ("The inquest [[heard]] the car was stolen.", "hear"),
        ("He went on to [[say]] that rents rose.", "say"),
        ("“Rents rose,” she [[added]].", "add"),
        ("“Rents rose,” the clerk [[continued]].", "continue"),
    ],
)
def test_verbs_and_phrases_that_attribute(text: str, lemma: str) -> None:
    text, spans = marked(text)
    found = [cue for cue in story(text).cues if cue.lemma == lemma]
    assert [cue.span for cue in found] == spans


@pytest.mark.parametrize(
    "text",
    [
        # nouns of the same form
        "The claim was false.",
        "His claims were false.",
        "A report on rents is due.",
        "Reports of floods came in.",
        "This estimate is high.",
        "Her comment was brief.",
        "No comment came.",
        "The state of the roads is poor.",
        "Both sides traded charges.",
        "The dispute cost the port £4m.",
        "In its latest estimate the board was gloomy.",
        "The board was gloomy in its weekly report on Monday.",
        "Ferries ran in 36 states.",
        "The rate fell by 50 basis points in June.",
        "The seat was won after a machine recount.",
        "The council sent 400 fresh petitions back.",
        "The valley has one police post.",
        "Every school report is late.",
        "Half of all emails sent are junk.",
        # what is handled and not told
        "A firm that writes about 40% of the policies, Harlan, left.",
        "Riders complain three times as often as before.",
        "The port warned 40 captains.",
        # what somebody is seen, helped or let to do
        "Fees help us maintain the hall.",
        "She has seen him speak.",
        "Let me just say no.",
        # adjectives
        "He has 758 pledged delegates.",
        "The reported attack was a hoax.",
        "The so-called expert left.",
        "Their stated aim is peace.",
        # idioms and other verbs
        "The river has claimed more than 40 lives.",
        "The outbreak claimed its ninth victim.",
        "He was told off.",
        "That is to say nothing of rents.",
        "The cook added salt to the soup.",
        "The walkers continued north.",
        "He put the cup on the shelf.",
        "The museum shows paintings.",
        "The boy heard a bang.",
        "She was hearing bells.",
        # rates
        "It costs $4 per head.",
        # names
        "The Boston Globe Reports desk moved.",
    ],
)
def test_other_uses_are_no_cues(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The elderly [[say]] rents rose.",
        "The museum [[claims]] rents rose.",
        "Of 40 clerks, 36 [[say]] rents rose.",
        "A firm [[forecast]] a rise of 40 percent.",
        "A group of nurses [[claim]] that rents rose.",
        "Why would a firm [[claim]] that rents rose?",
        "She [[claimed]] 40 people were aboard.",
        "One firm [[forecast]] a rise of 40 percent.",
        "Would every farmer [[claim]] that rents rose?",
        "The port [[warned]] 40 captains were late.",
        "The firm [[wrote]] in a letter to 40 tenants.",
        "The firm [[announced]] 40 closures.",
    ],
)
def test_a_phrase_that_looks_like_one_with_a_noun_leaves_a_verb(text: str) -> None:
    text, (span,) = marked(text)
    assert span in [cue.span for cue in story(text).cues]


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("The mayor claims rents fell.", "The mayor’s claims fell flat."),
        ("Officials report a loss.", "The report cites a loss of face."),
        ("The police warn that roads flood.", "A warning of floods stands."),
        ("They estimate that 40 came.", "The estimate of 40 was low."),
    ],
)
def test_a_verb_is_told_from_its_noun(verb: str, noun: str) -> None:
    (cue,) = [cue for cue in story(verb).cues if cue.kind == "verb"]
    assert cue.lemma not in {found for _, found in cues(noun)}


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("He declined to say that rents rose.", False),
        ("The board is expected to report that rents rose.", False),
        ("He went on to say that rents rose.", True),
        ("He was the first to report that rents rose.", True),
        ("He said that rents rose.", True),
    ],
)
def test_an_infinitive_says_nothing_yet(text: str, finite: bool) -> None:
    assert story(text).cues[-1].finite is finite


def test_capitals_of_a_headline_hide_no_verb() -> None:
    assert cues("Mayor Says Rents Rose in Every Ward") == [("Says", "say")]
