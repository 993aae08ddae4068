"""The grammar of the frame itself: words of grammar lost, doubled, exchanged; *said* and *told*; a frame said twice."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, read_phrase
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_PREPOSITIONS = group("prepositions")
_SPEAKERS = frozenset({"he", "she", "they", "who"})
_BE = group("be")
_AUDIENCE = frozenset(["reporters", "journalists", "lawmakers", "investors", "supporters"])
_OBJECTS = frozenset(["him", "them", "us", "me"])
_OUTLETS = group("outlets")
_DOCUMENTS = group("documents")
_MADE = group("made")
_FORMED = group("formed")
_FOLLOWS = group("follows")
_DAYS = group("days")
_CUES_THAT = group("cues-that")


_NEAR = frozenset({"source", "sources", "official", "officials", "person", "people", "someone", "aide", "aides"})
_TWO_ARTICLES = frozenset({"a", "an", "the"})
_BETWEEN = frozenset({"to", "of", "in", "on", "at", "for", "by", "from", "with"})
_TRIGGERS = frozenset(
    {"the", "a", "an", "in", "on", "at", "during", "that", "of", "about", "to", "for", "by", "from", "said", "cited"}
)
_MAKERS_OF = frozenset({"by", "of", "for", "from"})
_ANNOUNCE = group("announce")
_LISTENERS = group("listeners")
_FINITE = group("finite")
_INSISTS = group("cues-that")


_FOR_ACCORDING = frozenset({"accord", "accorded", "accords", "accordance"})
_OTHERS = frozenset(
    [
        *(
            "according",
            "accord",
            "accorded",
            "accords",
            "accordance",
            "accordingly",
            "closed",
            "told",
            "tells",
            "said",
            "says",
        ),
        *("a", "an", "spoke", "speaking", "form", "fro", "be", "bu", "buy", "bye", "my", "bt", "ny", "than"),
    ]
)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OTHERS or word in _TRIGGERS or word in _ANNOUNCE


def bad_grammar(story: Story) -> Iterator[Issue]:
    """Yield what is wrong with the words of grammar in a story's frames."""
    lower = story.lower
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word == "according":
            yield from _according(story, number)
        elif (
            word in ("accord", "accorded", "accords", "accordance")
            and story.is_first(number)
            and story.word(number + 1) == "to"
        ):
            right = "According to"
            yield _issue(story, "function-word", number, number + 2, "according to", "it is written so", right)
        elif word == "closed" and story.word(number + 1) == "to" and story.word(number - 1) in _NEAR:
            yield _issue(story, "function-word", number, number + 1, "close to", f"*{word}* is no adverb", "close")
        elif word == "accordingly" and story.word(number + 1) == "to":
            yield _issue(story, "function-word", number, number + 2, "according to", "it is written so", "according to")
        elif word in ("told", "tells"):
            yield from _told(story, number)
        elif word in ("said", "says"):
            yield from _said(story, number)
        elif word in ("a", "an"):
            yield from _article(story, number)
        elif word in ("spoke", "speaking") and story.word(number + 1) in _AUDIENCE:
            right = f"{story.text[number]} to {story.text[number + 1]}"
            yield _issue(story, "lost-word", number, number + 2, "spoke to", "*to* is missing", right)
        elif word in ("form", "fro") and story.word(number - 1) in _DOCUMENTS:
            if _noun_follows(story, number + 1) and not any(
                story.word(n) in _FORMED for n in range(number, number + 6)
            ):
                yield _issue(
                    story,
                    "function-word",
                    number,
                    number + 1,
                    f"{lower[number - 1]} from",
                    f"*{word}* is no preposition",
                    "from",
                )
        elif word in ("be", "bu", "buy", "bye", "my", "bt", "ny") and story.word(number - 1) in _MADE:
            if _noun_follows(story, number + 1):
                yield _issue(
                    story,
                    "function-word",
                    number,
                    number + 1,
                    f"{lower[number - 1]} by",
                    f"*{word}* is no preposition",
                    "by",
                )
        elif (
            word == "than"
            and story.word(number + 1) != "done"
            and story.word(number - 1)
            in ("said", "says", "added", "noted", "told", "reporters", "insisted", "argued", "warned")
        ):
            yield _issue(
                story, "function-word", number, number + 1, f"{lower[number - 1]} that", "*than* compares", "that"
            )
        if word in _TRIGGERS or word in _ANNOUNCE:
            yield from _misplaced(story, number)


def _according(story: Story, number: int) -> Iterator[Issue]:
    after = story.word(number + 1)
    capital = story.text[number]
    if story.word(number - 1) == "to" and after != "to":
        right = f"{capital} to"
        yield _issue(story, "swapped-words", number - 1, number + 1, "according to", "the words are swapped", right)
    elif after == "to":
        yield from _said_twice(story, number)
        if story.word(number + 2) == "to":
            yield _issue(story, "doubled-word", number + 1, number + 3, "according to", "*to* stands twice", "to")
        elif story.word(number + 2) == "according" and story.word(number + 3) == "to":
            yield _issue(story, "doubled-word", number, number + 4, "according to", "it stands twice", f"{capital} to")
        elif story.word(number + 2) in ("of", "by", "from", "in", "at", "with", "for", "on", "as") and _noun_follows(
            story, number + 3
        ):
            right = f"to {story.text[number + 3]}"
            yield _issue(
                story, "function-word", number + 1, number + 4, "according to", "takes no second preposition", right
            )
    elif after in _PREPOSITIONS:
        right = "to the" if after == "the's" else "to"
        yield _issue(
            story, "function-word", number + 1, number + 2, "according to", f"*{after}* does not belong in it", right
        )
    elif after in ("as",) or (
        _noun_follows(story, number + 1) and after not in _OBJECTS and after not in ("her", "it")
    ):
        right = f"{capital} to {story.text[number + 1]}"
        yield _issue(story, "lost-word", number, number + 2, "according to", "*to* is missing", right)


def _said_twice(story: Story, number: int) -> Iterator[Issue]:
    """`according to officials said`, `According to officials, officials said`."""
    phrase = read_phrase(story, number + 2)
    if phrase is None or phrase.end >= story.sentence_end(number):
        return
    end = phrase.end
    if story.lower[end] in ("said", "says", "say") and story.text[end - 1] != ",":
        opens = story.is_first(number)
        if story.word(end + 1) in ("he", "she", "it", "they", "the", "there") and story.word(number - 1) != ",":
            return
        source = story.slice(number + 2, end)
        if opens and story.word(end + 1) == "that":
            right = f"{source[:1].upper()}{source[1:]} {story.text[end]}"
            slot, reason = "according to … said", "the frame is said twice"
            yield _issue(story, "double-frame", number, end + 1, slot, reason, right)
            return
        if story.word(end + 1) == "that" and story.word(number - 1) != ",":
            return
        yield _issue(
            story,
            "double-frame",
            number,
            end + 1,
            "according to … said",
            "the frame is said twice",
            f"{story.text[number]} to {source}",
            f"{source} said",
        )
    elif story.text[end] == "," and end > number + 2:
        length = end - number - 2
        again = story.lower[end + 1 : end + 1 + length]
        if again == story.lower[number + 2 : end] and story.word(end + 1 + length) in ("said", "says", "say"):
            right = f"{story.slice(number, end + 1)}"
            yield _issue(
                story, "double-frame", number, end + 2 + length, "according to … said", "the frame is said twice", right
            )


def _told(story: Story, number: int) -> Iterator[Issue]:
    """*told* without a listener, or with *to* before one."""
    before, after = story.word(number - 1), story.word(number + 1)
    if not _active(story, number):
        return
    if after == "to" and (story.word(number + 2) in _AUDIENCE or story.word(number + 2) in _OUTLETS):
        right = f"{story.text[number]} {story.text[number + 2]}"
        yield _issue(story, "function-word", number, number + 3, "told", "takes its listener without *to*", right)
        return
    said = "said" if story.lower[number] == "told" else "says"
    alone = after == "that" and story.word(number + 2) not in ("to", "story", "tale", ".", ",", "same", "one", "joke")
    if after in ("at", "during") and story.word(number + 2) in ("a", "an"):
        heads = (story.word(n) for n in range(number + 3, number + 6))
        alone = alone or any(head in ("rally", "briefing", "conference", "hearing", "meeting") for head in heads)
    alone = (
        alone or after in ("he", "she", "they", "there") or (after in (".",) and story.text[number - 2] in QUOTE_MARKS)
    )
    if after in _DAYS or (after == "on" and story.word(number + 2) in _DAYS):
        past = number + (2 if after in _DAYS else 3)
        alone = alone or story.word(past) in ("that", ".", "in", "the", "he", "she", "they")
    if after in ("in", "during") and story.word(number + 2) in ("a", "an"):
        alone = alone or any(
            story.word(n) in ("statement", "interview", "email", "tweet", "release") for n in (number + 3, number + 4)
        )
    if alone and before != ",":
        yield _issue(story, "said-told", number, number + 1, story.lower[number], "takes a listener and has none", said)


def _said(story: Story, number: int) -> Iterator[Issue]:
    """*said* with a listener, or twice over its speaker."""
    before, after = story.word(number - 1), story.word(number + 1)
    if before in ("was", "were") and story.text[number + 1 : number + 2] == ["."] and _quoted(story, number):
        yield _issue(story, "function-word", number - 1, number + 1, "said", "a quotation needs a speaker", "said")
        return
    told = "told" if story.lower[number] == "said" else "tells"
    if after in _OBJECTS and before != "that" and not (after == "them" and _means_the_words(story, number + 2)):
        yield _issue(story, "said-told", number, number + 1, story.lower[number], "takes no listener", told)
    elif after in _AUDIENCE or after in _OUTLETS or (after == "the" and story.word(number + 2) == "associated"):
        past = number + 2 if after != "the" else number + (5 if story.word(number + 3) == "press" else 4)
        follows = story.word(past)
        quoted = story.text[number - 2] in QUOTE_MARKS and before in _SPEAKERS
        if _active(story, number) and (
            follows == "that"
            or follows in _DAYS
            or (quoted and (follows in _FOLLOWS or follows == "."))
            or (
                follows in ("in", "during")
                and story.word(past + 2) in ("interview", "statement", "phone", "telephone", "briefing", "news")
            )
            or (follows in ("he", "she") and after in _AUDIENCE)
        ):
            yield _issue(story, "said-told", number, number + 1, story.lower[number], "takes no listener", told)
    elif after in ("he", "she", "they") and story.word(number + 2) == "said" and before == after:
        yield _issue(
            story,
            "doubled-word",
            number - 1,
            number + 3,
            "said",
            "the frame stands twice",
            story.slice(number - 1, number + 1),
        )
    elif (
        story.is_plain(number)
        and after in ("told", "says", "said")
        and after != story.lower[number]
        and _active(story, number)
    ):
        yield _issue(
            story,
            "double-frame",
            number,
            number + 2,
            "said",
            "two cue verbs stand side by side",
            story.text[number + 1],
            story.text[number],
        )


def _quoted(story: Story, number: int) -> bool:
    """Whether a quotation and a speaker with a determiner, and nothing else, stand before the passive."""
    at = number - 2
    while at > number - 6 and story.is_plain(at) and story.lower[at] not in DETERMINERS:
        at -= 1
    person = story.word(number - 2) in story.words.persons
    return person and story.lower[at] in DETERMINERS and story.text[at - 1] in QUOTE_MARKS


def _misplaced(story: Story, number: int) -> Iterator[Issue]:
    """Words of grammar that cannot stand side by side, and a preposition after a cue that takes none."""
    word, after, later = story.lower[number], story.word(number + 1), story.word(number + 2)
    before = story.word(number - 1)
    if (
        {word, after} <= _TWO_ARTICLES
        and word != after
        and story.is_plain(number + 1)
        and before in (*_CUES_THAT, "in", "at", "by", "from", "to")
        and _has_frame(story, number)
        and not story.in_compound(number + 1)
    ):
        pair = (story.text[number + 1], story.text[number])
        yield _issue(
            story,
            "function-word",
            number,
            number + 2,
            f"{before} …",
            "two articles side by side",
            *dict.fromkeys(pair),
        )
        return
    if (
        word in ("in", "on")
        and after == word
        and (before in _INSISTS or later in ("a", "an"))
        and story.is_plain(number)
    ):
        if _has_frame(story, number) and before not in ("checked", "moved", "logged", "went", "came", "get", "got"):
            yield _issue(story, "doubled-word", number, number + 2, word, "the word stands twice", word)
    elif word in ("the", "a", "an") and after in _BETWEEN and not story.glued(number + 1) and _has_frame(story, number):
        if before in _CUES_THAT or before in ("in", "at", "on", "to", "during"):
            right = story.text[number]
            if after == "in" and before in ("said", "wrote", "announced", "says"):
                yield _issue(
                    story, "swapped-words", number, number + 2, "in a …", "two words are swapped", f"in {right}"
                )
                return
            yield _issue(
                story,
                "function-word",
                number,
                number + 2,
                f"{before} {word} …",
                f"*{after}* does not belong in it",
                right,
            )
    elif word in ("in", "on", "at", "during") and after in ("said", "told", "wrote", "says") and later in ("a", "an"):
        if story.is_plain(number + 1) and (before in story.words.sources or story.is_name(number - 1)):
            right = f"{after} {word}"
            yield _issue(story, "swapped-words", number, number + 2, right, "two words are swapped", right)
    elif word in _ANNOUNCE and after == "about" and (later in DETERMINERS or later in ("his", "her", "its")):
        yield _issue(story, "function-word", number, number + 2, word, "takes no *about*", story.text[number])
    elif word in ("on", "of", "about", "to", "for", "in") and after == "that" and before in _INSISTS:
        if later in ("he", "she", "they", "the", "it", "his", "her", "its", "their", "there", "no"):
            yield _issue(
                story, "function-word", number, number + 2, f"{before} that", f"*{word}* does not belong in it", "that"
            )
    elif (
        word in _MAKERS_OF
        and after in ("of", "for", "by", "from", "with", "in")
        and after != word
        and (later in DETERMINERS and (before in _DOCUMENTS or before.startswith("spokes")))
    ):
        if (word, after) not in (("for", "in"), ("by", "in"), ("from", "in"), ("of", "in")):
            first, second = ("for", word) if before.startswith("spokes") else ("by", word)
            rights = tuple(dict.fromkeys(w for w in (first, second, after) if w in (word, after)))
            yield _issue(
                story,
                "function-word",
                number,
                number + 2,
                f"{before} …",
                "two prepositions stand side by side",
                *rights,
            )
    elif word == "said" and after == "the" and story.is_plain(number) and _active(story, number):
        yield from _said_to_listener(story, number)
    elif (
        word == "cited"
        and before == ","
        and after in ("a", "an", "the", "what")
        and number - story.sentence_start(number) > 4
    ) and "and" not in story.lower[number : number + 12]:
        yield _issue(story, "function-word", number, number + 1, ", citing", "*cited* would need a speaker", "citing")


def _means_the_words(story: Story, at: int) -> bool:
    """Whether *them* are the words, as nothing is said to them: "he took back what he wrote after he said them"."""
    return story.word(at) in (".", ",", ";", ":", "!", "?", "", "but", "and", "in", "at", "on", "again", "out", "aloud")


def _said_to_listener(story: Story, number: int) -> Iterator[Issue]:
    """`she said the tribunal that her husband had …`: one finite verb only, so *that* opens what was said."""
    at = next((n for n in (number + 2, number + 3) if story.word(n) in _LISTENERS), None)
    if (
        at is None
        or story.word(at + 1) != "that"
        or (not _noun_follows(story, at + 2) and story.word(at + 2) not in ("he", "she", "they"))
    ):
        return
    if sum(story.lower[n] in _FINITE for n in range(at + 2, story.sentence_end(number))) == 1:
        yield _issue(story, "said-told", number, number + 1, "said", "takes no listener", "told")


def _active(story: Story, verb: int) -> bool:
    """Whether a speaker stands right before the verb and no passive auxiliary."""
    at = verb - 1
    while story.word(at) in ("also", "later", "then", "first", "previously", "recently"):
        at -= 1
    word = story.word(at)
    if at < story.sentence_start(verb) or word in _BE or story.spoken[at]:
        return False
    return (
        word in _SPEAKERS
        or story.is_name(at)
        or word in story.words.persons
        or (word in story.words.organisations and story.words.organisations[word] == "singular")
    )


def _article(story: Story, number: int) -> Iterator[Issue]:
    """`a official`, `an spokesman`: only before what a frame takes, by letter, with the usual exceptions."""
    word = story.word(number + 1)
    words = story.words
    if not word.isalpha() or (story.is_capital(number + 1) and word not in words.demonyms) or story.in_compound(number):
        return
    if not (word in words.sources or word in words.occasions or word in words.demonyms or word in _ADJECTIVES):
        return
    if words.sources.get(word) == "plural" and word.endswith("s"):
        return
    vowel = word[0] in "aeiou"
    if word.startswith(("eu", "one", "once", "uni", "us", "ut", "ub", "ura", "uk", "ugan", "uru", "uzb")):
        vowel = word.startswith(("unid", "unim", "unin", "ush", "uzb", "utt"))
    if word.startswith(("heir", "honest", "honor", "honour", "hour")):
        vowel = True
    elif word.startswith(("h", "mp", "sos", "x-", "x")) or len(word) < 3:
        return
    right = "an" if vowel else "a"
    if story.lower[number] != right:
        fixed = right.capitalize() if story.is_capital(number) else right
        yield _issue(story, "function-word", number, number + 1, f"{right} {word}", f"*{word}* takes *{right}*", fixed)


_ADJECTIVES = group("adjectives")


def _noun_follows(story: Story, at: int) -> bool:
    if at >= len(story) or story.text[at] in QUOTE_MARKS:
        return False
    word = story.lower[at]
    return (
        word in DETERMINERS
        or story.is_name(at)
        or word in story.words.sources
        or word in story.words.demonyms
        or word
        in ("several", "two", "three", "local", "federal", "state", "court", "unnamed", "senior", "recent", "new")
    )


def _has_frame(story: Story, number: int) -> bool:
    low, high = max(story.sentence_start(number), number - 12), min(story.sentence_end(number), number + 12)
    return any(story.lower[n] in story.words.frequent_cues or story.lower[n] == "according" for n in range(low, high))


def _issue(story: Story, defect: str, first: int, last: int, slot: str, reason: str, *right: str) -> Issue:
    return Issue(defect, story.span(first, last), slot, reason, right, certain=True)  # type: ignore[arg-type]
