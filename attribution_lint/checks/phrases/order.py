"""Words of a frame in the wrong order or place, told by what cannot stand side by side in English.

An article cannot stand before a preposition or a conjunction; no preposition stands before a *that* which opens a
clause; a person cannot be *said that*.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.link_before_by import keeps_link
from attribution_lint.checks.phrases.slots import DETERMINERS, is_clause
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Defect, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_ARTICLES = frozenset({"a", "an", "the"})
_LINKS = group("links")
_PLACING = frozenset({"in", "at", "on", "during", "to", "by", "from", "with", "for"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_SUBJECTS = _PRONOUNS | {"we", "there", "i", "you"}
_FINITE = group("finite")
_AUDIENCE = group("audience")
_BLAMED = {"accused": "of", "accuses": "of", "accusing": "of", "convicted": "of", "blamed": "for", "attributed": "to"}
_TIMES = group("times")
_BEEN = frozenset({"was", "were", "been", "is", "are"})
_LACKS = frozenset({"shortage", "lack", "want", "dearth", "surplus", "glut", "absence", "cost", "price", "years"})
_WRONG_LINKS = frozenset({"for", "with", "on", "about", "from"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    held = word in _ARTICLES or word in _BLAMED or word in _LINKS
    return held or word in ("that", "said", "says", "heard") or word in _ODD


def bad_order(story: Story) -> Iterator[Issue]:
    """Yield the words of frames that stand in the wrong place or need not stand at all."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _ARTICLES and (story.text[number] != "A" or number in story.firsts):
            yield from _article(story, number)
        elif word == "that":
            yield from _that(story, number)
        elif word == "heard":
            yield from _said_of_person(story, number)
        elif word in ("said", "says"):
            yield from _said_of_person(story, number)
            yield from _listener(story, number)
        elif word in _BLAMED:
            yield from _blamed(story, number)
        if word in _LINKS or word in _ODD:
            yield from _two_links(story, number)


def _issue(
    story: Story, defect: Defect, first: int, last: int, slot: str, reason: str, *right: str, certain: bool = True
) -> Issue:
    return Issue(defect, story.span(first, last), slot, reason, right, certain=certain)


def _article(story: Story, number: int) -> Iterator[Issue]:
    """`The as police confirmed`, `According the to Times`, `in interview an with`."""
    after, before = story.word(number + 1), story.word(number - 1)
    article = story.lower[number]
    if not story.is_plain(number + 1) or story.in_compound(number + 1):
        return
    if {article, after} == {"a", "an"} and not story.is_first(number):
        noun = story.word(number + 2)
        right = "an" if noun[:1] in "aeio" else "a"
        yield _issue(story, "function-word", number, number + 2, f"{right} {noun}", "two articles side by side", right)
    elif after in _ARTICLES and after != article and story.is_first(number):
        kept = (story.text[number + 1].capitalize(), story.text[number])
        yield _issue(story, "function-word", number, number + 2, "… said", "two articles side by side", *kept)
    if after in _SAID and _reports(story, number) and (story.is_plain(number) and not story.is_first(number)):
        verb = story.text[number + 1]
        yield _issue(story, "function-word", number, number + 2, f"… {after}", "a verb takes no article", verb)
        return
    if after not in _LINKS:
        return
    if after == "according" and story.word(number + 2) == "to":
        right = "According" if story.is_first(number) else "according"
        if before == "," and story.is_plain(number + 3) and story.lower[number + 3] not in DETERMINERS:
            rights = (f"{right} to {article}", f"{right} to")  # the article of the source, two words too early
            yield _issue(story, "function-word", number, number + 3, "according to", "takes no article", *rights)
            return
        yield _issue(story, "function-word", number, number + 2, "according to", "takes no article", right)
    elif before == "according" and after == "to":
        right = f"{story.text[number - 1]} to {article}"
        yield _issue(story, "swapped-words", number - 1, number + 2, "according to", "two words are swapped", right)
    elif story.is_first(number) and after in ("as", "in", "at", "according") and _continues(story, number + 2):
        right = f"{story.text[number + 1].capitalize()} {article}"
        yield _issue(story, "swapped-words", number, number + 2, right, "two words are swapped", right)
    elif (
        story.word(number - 2) in _PLACING
        and story.is_plain(number - 1)
        and (before in story.words.occasions or before in story.words.documents)
    ):
        right = f"{article} {before}"
        yield _issue(story, "swapped-words", number - 1, number + 1, right, "two words are swapped", right)


def _reports(story: Story, article: int) -> bool:
    """Whether a source stands before the article, and behind the cue what is said: no `the said tariff`."""
    before, follows = story.word(article - 1), story.word(article + 2)
    source = story.is_name(article - 1) or (before in story.words.sources and before not in story.words.function)
    return source and (follows in DETERMINERS or follows in _SUBJECTS or follows in _AUDIENCE or follows == "that")


_SAID = frozenset({"said", "says", "told", "tells"})


def _continues(story: Story, at: int) -> bool:
    word = story.word(at)
    return word in story.words.sources or word in DETERMINERS or story.is_name(at) or word in story.words.demonyms


def _that(story: Story, number: int) -> Iterator[Issue]:
    """`testified to that the`, `warned about that gusts … were`."""
    before = story.word(number - 1)
    if before == "that":
        return
    cue = number - 2
    if before not in _LINKS or before in ("as", "in", "except") or not story.is_plain(cue):
        return
    if not _takes_clause(story, cue) or not _speaks(story, cue - 1) or not is_clause(story, number + 1):
        return
    slot = f"{story.lower[cue]} that"
    yield _issue(
        story,
        "function-word",
        number - 1,
        number + 1,
        slot,
        f"“{story.text[number - 1]}” does not belong in it",
        "that",
    )


def _takes_clause(story: Story, at: int) -> bool:
    uses = story.words.cues.get(story.word(at), ())
    return any(form in ("past", "third", "base") for form, _ in uses) and story.word(at) not in ("spoke", "talked")


def _speaks(story: Story, at: int) -> bool:
    """Whether the word is a subject able to say."""
    word = story.word(at)
    while word in ("also", "later", "had", "has", "have", "then"):
        at -= 1
        word = story.word(at)
    return word in _SUBJECTS or word == "who" or story.is_name(at) or word in story.words.sources


def _said_of_person(story: Story, number: int) -> Iterator[Issue]:
    """`Mr. Weiss was said that he`: a person can be said to do, but not said that."""
    at = number - 2
    passive, after = number - 1, story.word(number + 1)
    if story.word(passive) not in ("was", "were", "is", "are"):
        return
    if after in ("that", "evidence", "testimony", "how") and story.lower[number] == "heard":
        if story.word(at) in ("court", "inquest", "inquiry", "jury", "tribunal", "hearing", "trial", "committee"):
            slot, reason = "… heard that", "who listens hears, and is not heard"
            yield _issue(story, "function-word", passive, number + 1, slot, reason, "heard")
        return
    if story.word(at) == "," and (after in story.words.sources or after in DETERMINERS or story.is_name(number + 1)):
        yield _issue(story, "function-word", passive, number + 1, "… said", "speakers say, and are not said", "said")
        return
    if after != "that":
        return
    word = story.word(at)
    if at < story.sentence_start(number):
        return
    if word in ("he", "she", "they", "who") or story.is_name(at) or word in story.words.persons:
        yield _issue(
            story, "function-word", number - 1, number + 1, "… said", "a speaker says, and is not said", "said"
        )


def _listener(story: Story, number: int) -> Iterator[Issue]:
    """`the coach said reporters after the match`: a listener, and no verb of which it could be the subject."""
    after = number + 1
    if story.pronoun(after) not in _AUDIENCE or not story.word(after).endswith("s") or not _speaks(story, number - 1):
        return
    follows = story.word(after + 1)
    if follows not in ("after", "at", "in", "on", "before", "during", "outside", "that", "last", "following", ".", ","):
        return
    for at in range(after + 1, story.sentence_end(after)):
        word = story.lower[at]
        if story.text[at] in (",", ";", ".") or story.text[at] in QUOTE_MARKS or word == "that":
            break
        if word in _FINITE or word.endswith("ed") or word in story.words.cues:
            return
    right = "told" if story.lower[number] == "said" else "tells"
    yield _issue(story, "said-told", number, number + 1, story.lower[number], "takes no listener", right)


def _blamed(story: Story, number: int) -> Iterator[Issue]:
    """`accused the company for bribing`, `blamed the referee of the defeat`."""
    right = _BLAMED[story.lower[number]]
    end = min(number + 8, story.sentence_end(number))
    if story.word(number - 1) in _BEEN and story.word(number + 1) in _WRONG_LINKS and _is_deed(story, number + 2):
        slot, reason = f"{story.lower[number]} {right}", f"“{story.lower[number + 1]}” does not belong in it"
        yield _issue(story, "function-word", number + 1, number + 2, slot, reason, right)
        return
    if story.word(number + 1) in _LINKS or right in story.lower[number:end] or _is_no_verb(story, number):
        return
    deed = next((n for n in range(number + 2, min(number + 5, end)) if _is_deed(story, n)), None)
    if right == "of" and deed is not None and story.word(deed - 1) in story.words.persons:
        fixed = f"{story.text[deed - 1]} of {story.text[deed]}"
        slot, reason = f"{story.lower[number]} … of", "“of” is missing"
        yield _issue(story, "lost-word", deed - 1, deed + 1, slot, reason, fixed)
        return
    for at in range(number + 2, end):
        word, after = story.lower[at], story.word(at + 1)
        if story.text[at] in (",", ";", ".") or story.text[at] in QUOTE_MARKS or word in _FINITE:
            return
        if word == "that":
            return
        if word in _LINKS:
            gerund = after.endswith("ing") and english.can_be_verb(after)
            if word == "of" and story.word(at - 1) in story.words.mass | _LACKS:
                gerund = False  # "blamed a shortage of rolling stock"
            closes = story.is_plain(at + 1) and story.text[at + 2 : at + 3] in (["."], [","]) and after not in _TIMES
            laid = right == "to" and after in DETERMINERS and word in ("on", "with", "for", "by", "from")
            laid = laid or (
                right == "for" and after in DETERMINERS and word == "of" and story.word(at - 1) in story.words.persons
            )
            if word in _WRONG_LINKS | {"of"} and (gerund or (closes and word == "for") or laid):
                slot = f"{story.lower[number]} … {right}"
                reason = f"“{word}” does not belong in it"
                yield _issue(story, "function-word", at, at + 1, slot, reason, right)
            return


def _is_no_verb(story: Story, number: int) -> bool:
    """Whether *accused* or *convicted* is a noun or an adjective: `the accused is`, `bars convicted criminals from`."""
    before, after = number - 1, story.word(number + 1)
    if after in _FINITE or story.word(before) in DETERMINERS or story.word(before) in _LINKS:
        return True
    persons = story.words.persons.get(after) == "plural"
    return persons and story.word(before).endswith("s") and english.parts_of_speech(story.word(before)) >= {"VERB"}


def _is_deed(story: Story, at: int) -> bool:
    """Whether a verb in -ing stands there with an object or a phrase of its own."""
    word, after = story.word(at), story.word(at + 1)
    follows = after in DETERMINERS or after in _PLACING or after in ("about", "into")
    return story.is_plain(at) and word.endswith("ing") and english.can_be_verb(word) and follows


def _two_links(story: Story, number: int) -> Iterator[Issue]:
    """`citing from to a source`, `released from by the bureau`, `As according to`."""
    before, after = story.word(number - 1), story.word(number + 1)
    if (
        after == "according"
        and story.word(number + 2) == "to"
        and (story.lower[number] in _BEFORE_ACCORDING or (before == "," and story.lower[number] in _BEHIND_COMMA))
    ):
        first = number - 1 if (before, story.lower[number]) in _AS_PER else number
        right = "According" if story.is_first(first) else "according"
        yield _issue(story, "function-word", first, number + 2, "according to", "takes no word before it", right)
        return
    if after not in _LINKS or not story.is_plain(number) or not story.is_plain(number + 1):
        return
    if (
        not (story.is_plain(number - 1) or number - 1 in story.firsts)
        or (before not in _CITES and (story.lower[number], after) not in _NEVER_MEET)
        or after in ("as", "according", "about")
    ):
        return
    if after == "from" and "to" in story.lower[number + 2 : min(number + 6, story.sentence_end(number))]:
        return  # "a sentence of from six to nine months"
    if before in _CITES:
        cue, reason = story.text[number - 1], "takes no preposition"
        yield _issue(story, "function-word", number - 1, number + 2, f"{cue.lower()} …", reason, cue)
        return
    if after == "by" and keeps_link(before, story.lower[number]):
        return
    held = before in story.words.occasions or before in _MADE or before in story.words.documents
    if held and _continues(story, number + 2) and story.lower[number] not in ("as", "about"):
        pair = [story.lower[number], after]
        kept = sorted(dict.fromkeys(pair), key=lambda link: (link != _usual_link(before), pair.index(link)))
        reason = "two prepositions stand side by side"
        yield _issue(story, "function-word", number, number + 2, f"{before} …", reason, *kept)


_BEFORE_ACCORDING = frozenset({"as", "in", "by", "from", "with", "at", "on", "for", "per", "via", "through"})
_ODD = (_BEFORE_ACCORDING | {"after", "before", "under", "upon", "than"}) - _LINKS
_BEHIND_COMMA = frozenset({"of", "to", "about", "after", "before", "under", "upon", "than"})
_AS_PER = frozenset({("as", "per"), ("as", "by"), ("as", "for"), ("as", "in")})


def _usual_link(before: str) -> str:
    return "by" if before in _MADE else "from" if before in _DATA else "with"


_MADE = group("made")
_DATA = group("data")
_CITES = frozenset({"citing", "cited", "cites", "quoting"})
_FIRST, _SECOND = ("of", "to", "for", "with", "at", "from", "by"), ("by", "of", "with", "from")
_NEVER_MEET = frozenset((first, second) for first in _FIRST for second in _SECOND) | {("of", "for"), ("of", "to")}
