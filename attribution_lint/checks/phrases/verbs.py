"""A wrong verb where a cue must stand: beside a quotation, between a source and what it says, opening a sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import NEAR, closest, distance, is_certain, is_slip, similarity, sound
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS, clause_head
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "there"})
_ADVERBS = group("adverbs")
_DAYS = group("days")
_AUDIENCE = group("audience")
_OCCASION = group("occasion")
_TELL = ("told", "tells", "tell", "telling")
_NO_CUE = group("no-cue")
_TIME_NOUNS = group("time-nouns")
_TIMES = group("times")
_LISTENERS = group("listeners")
_URGE = ("urged", "asked", "warned", "advised", "invited", "instructed")
_PRIOR = {"said": 0.3, "says": 0.08, "told": 0.08, "added": 0.06, "wrote": 0.08}
_STATIVE = frozenset(
    [
        "in",
        "on",
        "at",
        "atop",
        "next",
        "down",
        "beside",
        "with",
        "under",
        "behind",
        "on",
        "by",
        "around",
        "here",
        "there",
    ]
)
_FINITE = group("finite")


# What may stand beside a slot; any other word is looked at only where it opens a sentence or ends in -ing.
_SIGNS = QUOTE_MARKS | _SUBJECTS | _AUDIENCE | _LISTENERS | {"that", "the", "in", "on", ".", ",", "to"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _SIGNS or word.endswith("ing")


def wrong_verbs(story: Story) -> Iterator[Issue]:
    """Yield the wrong cue verbs of a story."""
    text = story.text
    for number, word in story.among(_matters, also=story.openings()):
        if text[number] in QUOTE_MARKS:
            if number and text[number - 1] in (",", "?", "!", "—") and not story.spoken[number]:
                yield from _after_quotation(story, number + 1)
        elif word == "that":
            yield from _before_clause(story, number)
        elif word in _SUBJECTS:
            yield from _before_subject(story, number)
        elif word in _AUDIENCE or (word == "the" and story.word(number + 1) in ("associated", "ap")):
            yield from _before_audience(story, number)
        elif word in ("in", "on"):
            yield from _before_occasion(story, number)
        elif word in (".", ","):
            yield from _closing(story, number)
        elif word in _LISTENERS:
            yield from _before_listener(story, number)
        elif story.is_first(number):
            yield from _opening(story, number)
        if word.endswith("ing") and text[number - 1] == "," and story.is_plain(number):
            yield from _citing(story, number)
        elif word == "to" and story.word(number - 1) in story.words.persons:
            yield from _urging(story, number)
        elif word == "to":
            yield from _before_infinitive(story, number)


def _after_quotation(story: Story, first: int) -> Iterator[Issue]:
    """`"…," she VERB`, `"…," VERB Jane Doe`, `"…," the minister VERB`."""
    if first >= len(story) or first in story.firsts or story.spoken[first] or story.glued(first - 1):
        return
    if (story.lower[first] in story.words.persons or not story.is_name(first + 1)) and (
        story.lower[first] in story.words.sources and story.lower[first] not in DETERMINERS
    ):
        return
    end = story.sentence_end(first)
    if story.is_plain(first) and story.lower[first] not in story.words.function:
        # VERB first: a name, a determiner or a pronoun follows.
        if story.lower[first].endswith("ing") and english.can_be_verb(story.lower[first]):
            return
        follows = story.word(first + 1)
        if story.is_name(first + 1) or follows in DETERMINERS or follows in PRONOUNS or follows in story.words.persons:
            yield from _cue_slot(story, first, "after the quotation", NEAR, sure=True)
        return
    verb = _subject_end(story, first, end)
    if verb is None or verb >= end:
        return
    while story.word(verb) in _ADVERBS or (story.word(verb).endswith("ly") and story.is_plain(verb)):
        verb += 1
    real = story.word(verb + 1) in DETERMINERS and english.can_be_verb(story.word(verb))
    if _ends_clause(story, verb + 1) or (story.word(first) in PRONOUNS and not real):
        yield from _cue_slot(story, verb, "after the quotation", NEAR, sure=True)


def _subject_end(story: Story, first: int, end: int) -> int | None:
    """Return the number of the word after the short subject that starts at `first`."""
    if story.word(first) in PRONOUNS:
        return first + 1
    at = first
    if story.lower[at] in DETERMINERS or story.lower[at] in PLURAL_SIGNS:
        at += 1
        while at < min(first + 6, end) and (
            story.is_plain(at) or story.is_capital(at) or story.text[at] in ("-", "'s")
        ):
            word = story.lower[at]
            at += 1
            known = word in story.words.speakers and story.word(at) not in story.words.speakers
            if known and not story.is_capital(at) and story.text[min(at, end - 1)] != "-":
                return at
        return None
    while at < min(first + 5, end) and (story.is_capital(at) or story.text[at] in (".", "-")):
        at += 1
    return at if at > first and story.is_plain(at) else None


def _ends_clause(story: Story, at: int) -> bool:
    if at >= len(story):
        return True
    word, text = story.lower[at], story.text[at]
    return (
        text in (".", ",", ";", ":", "—", "–", "--", "?", "!")
        or text in QUOTE_MARKS
        or word in _DAYS
        or word in _TIME_NOUNS
        or word.endswith("ly")
        or word
        in (
            "in",
            "on",
            "at",
            "during",
            "of",
            "about",
            "to",
            "as",
            "after",
            "when",
            "before",
            "from",
            "last",
            "this",
            "earlier",
            "while",
            "through",
            "with",
            "that",
            "via",
            "by",
        )
    )


def _before_clause(story: Story, that: int) -> Iterator[Issue]:
    """`the minister VERB that …`."""
    verb = _before_time(story, that - 1)
    verb = _before_adjunct(story, verb)
    if story.word(verb) in _NO_CUE or not (_after_source(story, verb) or _after_subject(story, verb)):
        return
    if story.word(that + 1) in ("of", ",", ".", "day", "time", "year", "night", "week", "month") or not _clause(
        story, that + 1
    ):
        return
    yield from _cue_slot(story, verb, "… that", NEAR, noun=True)


def _after_subject(story: Story, verb: int) -> bool:
    """Whether a source with a phrase of place stands before the word: `a two-year trial in Pune VERB that`."""
    found = clause_head(story, verb)
    if found is None or story.lower[found[1]] not in story.words.sources or not story.is_plain(verb):
        return False
    word = story.lower[verb]
    return any(distance(word, cue) == 1 for cue in ("found", "said", "showed", "shows", "finds", "says", "warned"))


def _before_adjunct(story: Story, at: int) -> int:
    """Return the word before `in a press release`, `after training`, `in court`; else `at`."""
    if story.word(at) not in _PLACES and story.word(at) not in story.words.occasions:
        return at
    low = max(at - 5, story.sentence_start(at) + 1)
    for number in range(at - 1, low, -1):
        word = story.word(number)
        if word in _WHERE and not (word == "to" and english.can_be_verb(story.word(number + 1))):
            return number - 1
        if not (story.is_plain(number) or story.is_capital(number)) or (
            word in story.words.function and word not in DETERMINERS
        ):
            return at
    return at


_PLACES = group("places")
_WHERE = frozenset({"in", "at", "on", "during", "after", "before", "through", "via", "under", "to"})


def _before_time(story: Story, at: int) -> int:
    """Return the word before a time or a place of speech (`on Thursday`, `in March`, `last week`), else `at`."""
    if story.word(at) in CALENDAR:
        return at - 2 if story.word(at - 1) in ("on", "in", "last", "late", "early") else at - 1
    if story.word(at) in ("week", "month", "year", "night") and story.word(at - 1) in ("last", "this"):
        return at - 2
    if story.word(at) in ("yesterday", "today", "earlier", "court") or story.word(at).endswith("ly"):
        return at - 2 if story.word(at) == "court" and story.word(at - 1) == "in" else at - 1
    return at


def _before_subject(story: Story, subject: int) -> Iterator[Issue]:
    """`Smith VERB he would …`: a nominative pronoun cannot be the object of the word before it."""
    verb = subject - 1
    if not _after_source(story, verb) or story.spoken[subject]:
        return
    if story.word(subject) == "there" and story.word(subject + 1) not in _FINITE:
        return
    if story.word(verb) in story.words.sources:
        return
    yield from _cue_slot(story, verb, f"… {story.lower[subject]}", NEAR + 0.06)


def _before_audience(story: Story, audience: int) -> Iterator[Issue]:
    """`the minister VERB reporters that`."""
    verb = audience - 1
    if not _after_source(story, verb):
        return
    after = audience + 1
    if story.lower[audience] == "the":
        after = audience + (3 if story.word(audience + 2) == "press" else 2)
    word = story.word(after)
    if not (
        word in ("that", "in", "on", "at", "during", "after", "before", ",")
        or word in PRONOUNS
        or word in _DAYS
        or _clause(story, after)
    ):
        return
    if story.lower[verb] in story.words.cues or story.lower[verb] in story.words.clause_verbs:
        return
    yield from _cue_slot(story, verb, f"… {story.lower[audience]}", NEAR, pool=_TELL)


def _before_listener(story: Story, listener: int) -> Iterator[Issue]:
    """`the fire chief VERB a radio station that`: what sounds like *told*."""
    after = story.word(listener + 1)
    at = listener - 1
    while at > listener - 4 and (story.is_plain(at) or story.is_capital(at)) and story.word(at) not in DETERMINERS:
        at -= 1
    verb = at - 1
    if after not in ("that", "on", "in") or story.word(at) not in DETERMINERS or not _after_source(story, verb):
        return
    word = story.lower[verb]
    slip = distance(word, "told") == 1 and not english.can_be_verb(word)
    if word != "told" and (slip or sound(word) == sound("told")):
        yield from _cue_slot(story, verb, "… the court", NEAR, pool=_TELL)


def _citing(story: Story, number: int) -> Iterator[Issue]:
    """`…, citing high levels of sewage.`: only what sounds like it, and no verb of place."""
    word = story.lower[number]
    if word in story.words.cues or word in story.words.clause_verbs or story.word(number + 1) in _STATIVE:
        return
    if story.word(number + 2) in _STATIVE and story.word(number + 1) not in DETERMINERS:
        return  # "sitting alone in the station"
    if word == "citing" or not (
        (sound(word) == sound("citing") and word[:2] in ("ci", "si", "cy")) or distance(word, "quoting") == 1
    ):
        return
    right = "quoting" if distance(word, "quoting") == 1 else "citing"
    yield _made(story, number, ", … a source", (right,))


def _urging(story: Story, to: int) -> Iterator[Issue]:
    """`the health secretary VERB families to`: one letter from a verb that urges."""
    at = to - 2
    while at > to - 4 and (story.lower[at] in DETERMINERS or story.word(at).endswith(("al", "ic"))):
        at -= 1
    word = story.word(at)
    if not story.is_plain(at) or not _after_source(story, at) or word in story.words.clause_verbs:
        return
    found = tuple(right for right in _URGE if distance(word, right) == 1)
    if found and word not in ("tasked", "used", "surged", "asks"):
        yield _made(story, at, "… somebody to", found)


def _before_infinitive(story: Story, to: int) -> Iterator[Issue]:
    """`the chairman VERB to say`: a letter or two from *refused* or *declined*; `bowed to block the merger`."""
    verb, base = to - 1, story.word(to + 1)
    word = story.word(verb)
    if not word.endswith("ed") or not _after_source(story, verb):
        return
    pool: tuple[str, ...] = ()
    if base in _SPOKEN_OF and word not in ("declined", "refused", "agreed"):
        pool = ("declined", "refused", "agreed")
    elif (
        word not in story.words.clause_verbs
        and story.word(to + 2) in DETERMINERS
        and "VERB" in english.parts_of_speech(base)
    ):
        pool = ("vowed", "pledged", "threatened", "promised", "refused", "declined")
    found = tuple(
        right
        for right in pool
        if is_slip(word, right) and (distance(word, right) == 1 or (base in _SPOKEN_OF and word[0] == right[0]))
    )
    if found and word not in _TAKES_TO:
        yield _made(story, verb, f"… to {base}", found)


_SPOKEN_OF = group("spoken-of")
_TAKES_TO = group("takes-to")


def _before_occasion(story: Story, preposition: int) -> Iterator[Issue]:
    """`the company VERB in a statement`."""
    if story.word(preposition + 1) not in ("a", "an", "the", "his", "her", "its", "their"):
        return
    if not any(story.word(n) in _OCCASION for n in range(preposition + 2, preposition + 5)):
        return
    verb = preposition - 1
    if story.word(verb) in _DAYS:
        verb -= 1 + (story.word(verb - 1) == "on")
    if _after_source(story, verb) and story.word(verb) not in story.words.sources:
        yield from _cue_slot(story, verb, "… in a statement", NEAR + 0.04)


def _closing(story: Story, stop: int) -> Iterator[Issue]:
    """`…, the minister VERB.`: a short subject and one word between a comma and the end of the sentence."""
    verb = stop - 1
    if not story.is_plain(verb) or story.word(verb) in story.words.function:
        return
    low = max(story.sentence_start(verb), verb - 7)
    comma = next((n for n in range(verb - 1, low, -1) if story.text[n] == ","), None)
    if comma is None or not _is_clause_before(story, comma):
        return
    if _subject_end(story, comma + 1, stop + 1) != verb:
        return
    if story.word(verb) in story.words.sources and story.word(comma + 1) not in PRONOUNS:
        return
    yield from _cue_slot(story, verb, "…, … ", NEAR + 0.08)


def _is_clause_before(story: Story, comma: int) -> bool:
    """Whether the words before the comma are a main clause: a finite verb, and no subordinator to open it."""
    low = story.sentence_start(comma)
    opener = story.word(low)
    if opener in _SUBORDINATORS or story.text[low] in QUOTE_MARKS:
        return False
    return any(story.lower[n] in _FINITE for n in range(low, comma))


_SUBORDINATORS = group("subordinators")


def _opening(story: Story, first: int) -> Iterator[Issue]:
    """`Citing officials, …`, `Speaking to reporters, …`."""
    word = story.lower[first]
    if (
        not story.text[first].isalpha()
        or not story.is_capital(first)
        or (story.is_capital(first + 1) and word[-3:] != "ing")
    ):
        return
    if not word.endswith("ing") or story.spoken[first]:
        return
    follows = story.word(first + 1)
    if follows in ("to", "with") and (story.word(first + 2) in _AUDIENCE or story.word(first + 3) in _AUDIENCE):
        yield from _opening_slot(story, first, ("speaking", "talking"), "to reporters")
    elif follows in ("at", "on", "in", "from", "before", "after", "during") and any(
        story.word(n) in ("conference", "briefing", "rally", "interview", "hearing", "debate", "podcast")
        for n in range(first + 2, first + 7)
    ):
        yield from _opening_slot(
            story, first, ("speaking", "writing", "testifying", "appearing", "talking"), "at a news conference"
        )
    else:
        for n in range(first + 1, min(first + 6, story.sentence_end(first))):
            if story.text[n] == ",":
                break
            if story.lower[n] in story.words.frequent and story.text[min(n + 1, len(story) - 1)] == ",":
                yield from _opening_slot(story, first, ("citing", "quoting"), "officials")
                break


def _opening_slot(story: Story, first: int, pool: tuple[str, ...], rest: str) -> Iterator[Issue]:
    word = story.lower[first]
    if any(form == "progressive" for form, _ in story.words.cues.get(word, ())):
        return
    found = [right.capitalize() for right, _ in closest(word, pool, pool, NEAR + 0.02)]
    if found:
        yield _made(story, first, f"… {rest}", tuple(found))


def _after_source(story: Story, verb: int) -> bool:
    """Whether the word before, adverbs apart, ends a source: a pronoun, a name, a known noun, a closed apposition."""
    if not story.is_plain(verb):
        return False
    at = verb - 1
    while story.word(at) in _ADVERBS or (story.word(at).endswith("ly") and story.is_plain(at)):
        at -= 1
    if at < story.sentence_start(verb) or story.spoken[at]:
        return False
    word = story.lower[at]
    if word in PRONOUNS or word in ("who", "which"):
        return True
    if story.is_name(at) or (story.is_capital(at) and word in story.words.sources and word not in DETERMINERS):
        return True
    if story.text[at] == ",":
        return any(story.text[n] == "," and story.is_capital(n - 1) for n in range(max(at - 12, 1), at))
    return word in story.words.sources and word not in story.words.function and word not in DETERMINERS


def _clause(story: Story, first: int) -> bool:
    """Whether a finite auxiliary follows within a few words."""
    end = min(first + 10, story.sentence_end(first))
    word = story.word(first)
    if (
        word in DETERMINERS
        or word in PRONOUNS
        or word in PLURAL_SIGNS
        or word in ("it", "there")
        or story.is_name(first)
    ):
        return True
    return any(story.lower[n] in _FINITE for n in range(first + 1, end))


def _cue_slot(
    story: Story,
    verb: int,
    slot: str,
    least: float,
    pool: Collection[str] | None = None,
    noun: bool = False,
    sure: bool = False,
) -> Iterator[Issue]:
    """Yield the finding about a word that stands where a cue must and is none, if a cue is close enough."""
    if not story.is_plain(verb) or story.in_compound(verb):
        return
    word, words = story.lower[verb], story.words
    if word in words.cues or word in words.clause_verbs or word in words.function or len(word) < 2:
        return
    before = story.word(verb - 1)
    if (
        word in words.sources
        and not sure
        and before not in PRONOUNS
        and story.text[verb - 1] not in QUOTE_MARKS
        and not (noun and before in words.persons)
        and not (noun and story.word(verb + 1) != "that" and word.endswith("er") and f"{word[:-1]}d" in words.cues)
    ):
        return
    if word in _TIMES or (word.endswith("ly") and english.is_word(word)):
        return
    found = candidates(story, word, pool, least, sure)
    if found and not pool and english.can_be_verb(word) and story.word(verb - 1) not in PRONOUNS:
        # A verb that may well stand here: only a cue a slip away outweighs it, and a rare one only in a firm slot.
        firm = (
            _stands_alone(story, verb + 1)
            if sure
            else noun and _opens_clause(story, story.lower.index("that", verb) + 1)
        )
        found = tuple(
            cue
            for cue in candidates(story, word, pool, least, sure, most=9)
            if ((sure and cue in _PRIOR) or is_slip(word, cue))
            and (cue in words.frequent_cues or (firm and distance(word, cue) <= 1 + (len(word) > 7)))
        )[:3]
    elif story.word(verb - 1) in ("has", "have", "had") or (
        found and not english.is_word(word) and distance(word, found[0]) > 2
    ):
        found = ()
    if found and (sure or not _is_noun_phrase(story, verb, found[0])):
        yield _made(story, verb, slot, found)


def _stands_alone(story: Story, after: int) -> bool:
    """Whether nothing but a mark or a time follows the cue after a quotation."""
    if after >= len(story):
        return True
    word = story.lower[after]
    return story.text[after] in (".", ",", ";") or word in _DAYS or word in _TIME_NOUNS or word in _SINCE


_SINCE = frozenset({"when", "as", "after", "before", "while", "last", "during"})


def _opens_clause(story: Story, first: int) -> bool:
    """Whether a subject with a sign of one follows: no relative clause."""
    word = story.word(first)
    opens = word in DETERMINERS or word in PRONOUNS or word in PLURAL_SIGNS or word in ("it", "there")
    return opens or story.is_name(first)


def _is_noun_phrase(story: Story, verb: int, cue: str) -> bool:
    """Whether the word rather is a noun that its neighbours modify: farther than a letter from a usual cue."""
    before = story.word(verb - 1)
    if before in PRONOUNS or story.text[verb - 1] == "," or story.text[verb - 1] in QUOTE_MARKS:
        return False
    if distance(story.lower[verb], cue) == 1 and cue in story.words.frequent_cues:
        return before in CALENDAR or before in ("'s", "'")
    return "NOUN" in english.parts_of_speech(story.lower[verb])


def candidates(
    story: Story, word: str, pool: Collection[str] | None, least: float, sure: bool = False, most: int = 3
) -> tuple[str, ...]:
    """Return up to `most` cue verbs that may have been meant, the likeliest first."""
    usual = story.words.frequent_cues
    scored: list[tuple[float, str]] = []
    near_cues = closest(word, pool or story.words.cues, usual, least)
    for right, share in _PRIOR.items() if sure else ():
        # In a sure slot the usual cues need less likeness: the sound, or two letters, will do.
        alike = sound(word) == sound(right) or (distance(word, right) <= 2 and word[0] == right[0])
        if alike and all(right != cue for cue, _ in near_cues) and (pool is None or right in pool):
            near_cues.append((right, max(similarity(word, right), least - share)))
    for right, score in near_cues:
        near = distance(word, right) == 1
        rare = right not in usual and not pool
        if rare and not near and score < NEAR + 0.1:
            continue
        if any(form == "progressive" for form, _ in story.words.cues[right]) != word.endswith("ing"):
            score -= 0.15
        if all(form == "base" for form, _ in story.words.cues[right]):
            if sure:
                continue
            score -= 0.1
        scored.append((score + _PRIOR.get(right, 0.0) - (0.1 if rare else 0), right))
    scored.sort(key=lambda item: (-item[0], item[1]))
    return tuple(right for _, right in scored[:most])


def _made(story: Story, verb: int, slot: str, found: tuple[str, ...]) -> Issue:
    word = story.text[verb]
    if english.is_word(story.lower[verb]):
        return Issue("cue-verb", story.span(verb, verb + 1), slot, f"takes a verb of saying; *{word}* is none", found)
    reason, sure = f"takes a verb of saying; *{word}* is no word", is_certain(story.lower[verb], found)
    return Issue("misspelling", story.span(verb, verb + 1), slot, reason, found, certain=sure)
