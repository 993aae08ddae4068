"""A wrong noun beside what tells its kind: *court … show*, *… familiar with the matter*, *police … Jane Roe said*.

A word before or after the slot says whether a document or a person belongs in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.fillers import ROLES, is_rejected, noun_issue, usual_documents
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import NEAR, is_slip
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_HOLDERS = group("document-holders")
_SHOWS = group("shows") | {"reveal", "reveals", "say", "says", "state", "claim", "allege", "confirm", "revealed"}
_INFORMED = {"familiar": "with", "close": "to", "briefed": "on", "knowledgeable": "about"}
_INSIDERS = group("insiders")
_SAYS = group("speech") | {"announced", "confirmed", "warned", "testified", "replied", "admitted", "argued", "noted"}
_ISSUED = group("issued")


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _HOLDERS or word in _INFORMED or word in _SAYS or word in ("in", "during", "through")


def wrong_compounds(story: Story) -> Iterator[Issue]:
    """Yield the wrong nouns whose neighbours tell what belongs there."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _HOLDERS:
            yield from _document(story, number + 1)
        elif word in _INFORMED and story.word(number + 1) == _INFORMED[word]:
            yield from _insider(story, number - 1)
        elif word in _SAYS:
            yield from _title(story, number)
        else:
            yield from _occasion(story, number)


def _document(story: Story, number: int) -> Iterator[Issue]:
    """`court fillings show`, `according to court fillings`."""
    if not is_rejected(story, number, story.words.sources, story.words.occasions):
        return
    after = story.word(number + 1)
    according = "according" in story.lower[max(number - 5, 0) : number]
    if after not in _SHOWS and not (according and story.text[number + 1 : number + 2] in ([","], ["."])):
        return
    pool = usual_documents(story.words) | {"filings", "papers", "testimony"}
    issue = noun_issue(story, number, f"{story.lower[number - 1]} …", "takes a document", pool, "", NEAR)
    if issue and is_slip(story.lower[number], issue.candidates[0]):
        yield issue


def _insider(story: Story, number: int) -> Iterator[Issue]:
    """`two sauces familiar with the matter`."""
    if story.word(number + 3) not in ("the", "his", "her", "its", "their", "those", "that"):
        return
    word, before = story.word(number), story.word(number - 1)
    if not is_rejected(story, number, story.words.speakers) or english.parts_of_speech(word) == {"VERB"}:
        return
    if word in ("already", "intimately", "long", "very", "too", "more", "also") or word.endswith("ly"):
        return
    opens = before in DETERMINERS or before in PLURAL_SIGNS or before in ("to", ",", "by", "from", "told", "said")
    if not opens and story.word(number - 1) not in ('"', "”"):
        return
    slot = f"… {story.lower[number + 1]} {story.lower[number + 2]}"
    issue = noun_issue(story, number, slot, "takes a person", _INSIDERS, "", NEAR, _INSIDERS)
    if issue:
        yield issue


def _title(story: Story, cue: int) -> Iterator[Issue]:
    """`head couch Dan Ferris said`: a short word for a title, then a whole name, then the cue."""
    at = cue - 1
    while story.is_name(at) and cue - at < 5:
        at -= 1
    if cue - at < 3 or not is_rejected(story, at, story.words.sources, story.words.criteria):
        return
    word = story.word(at)
    before = story.word(at - 1)
    other = english.parts_of_speech(word) & {"ADJ", "ADV"} or word.endswith(("ing", "ed", "ly"))
    if other or word in story.words.cues:
        return
    modified = story.is_plain(at - 1) or story.is_capital(at - 1) or at == story.sentence_start(at) or before == ","
    if not modified or before in ("of", "in", "for", "from", "at", "on", "to", "with", "by"):
        return
    titles = ROLES | _OFFICES
    issue = noun_issue(story, at, "… said", "takes a title", titles, "singular", NEAR + 0.04, titles)
    if issue and is_slip(word, issue.candidates[0]):
        yield issue


_OFFICES = group("offices")


def _occasion(story: Story, preposition: int) -> Iterator[Issue]:
    """`reported in a pauper presented in`, `In sworn patrimony before the committee, the agent said`."""
    at = preposition + 1
    while at < preposition + 5 and (
        story.word(at) in ("a", "an", "the")
        or english.parts_of_speech(story.word(at)) == {"ADJ"}
        or story.word(at) in _SWORN
    ):
        at += 1
    if at == preposition + 1 or story.word(at + 1) not in _ISSUED:
        return
    if not is_rejected(story, at, story.words.sources, story.words.occasions):
        return
    low, high = story.sentence_start(at), story.sentence_end(at)
    cues = story.words.frequent_cues
    if story.word(preposition - 1) not in cues and not (
        preposition == low and any(story.lower[n] in cues for n in range(at + 2, min(high, at + 16)))
    ):
        return
    pool = group("occasions") | {"paper", "study", "document", "communique", "ruling", "verdict", "report"}
    slot = f"{story.lower[preposition]} …"
    issue = noun_issue(story, at, slot, "takes a document or an occasion", pool, "singular", NEAR - 0.04, pool)
    if issue:
        yield issue


_SWORN = frozenset({"sworn", "written", "joint", "prepared", "leaked", "signed", "emailed", "recorded", "televised"})
