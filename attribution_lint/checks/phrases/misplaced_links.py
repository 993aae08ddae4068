"""A preposition before what none can stand before: which words are to be mended, and how."""

from __future__ import annotations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import HEARERS, OBJECTS, is_past
from attribution_lint.checks.phrases.misplaced_words import Mended, Mending
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Story
from attribution_lint.checks.phrases.verb_particles import is_particle

_LINKS = group("links") - {"according", "as", "about"}
_FINITE = group("finite")
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "what", "whatever", "where", "whoever"})
_INSIDE = 8
_BEEN = frozenset({"was", "were", "been", "being", "is", "are"})
_DATED = frozenset({"statement", "interview", "conference", "report", "speech", "briefing", "hearing", "filing"})
_NOUNS = frozenset({"report", "reports", "claim", "claims", "statement"})
_SAID = frozenset({"said", "says", "wrote", "added", "announced"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_TAKES_TO = group("wants-base") | {"not", "decline", "refuse", "agreed", "able", "asked", "urged"}
_REDUCED = group("reduced-relatives")
_PASSIVES = frozenset(
    {"quoted", "cited", "reported", "asked", "responding", "responded", "quoting", "citing", "contacted", "reached"}
    | {"approached", "interviewed", "questioned"}
)
_ASKED = frozenset({"comment", "request", "requests", "email", "questions", "message"})
_TAKES_NO_PARTICLE = frozenset({"said", "says", "told", "added", "stated", "made", "asked", "announced"})
_PARTICLES = frozenset({"in", "on", "through", "by", "over"})
_WHEN = frozenset({"comment", "last", "this", "late", "later", "earlier", "early", "yesterday", "today"})
_MADE_BY = frozenset({"by", "in", "on"})
_GOVERNED = {
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesperson", "spokespeople", "request", "requests"), "for"),
    **dict.fromkeys(("seen", "obtained", "compiled", "reviewed", "commissioned", "conducted", "issued"), "by"),
    **dict.fromkeys(("data", "figures"), "from"),
    **dict.fromkeys(("resident", "residents", "member", "members", "head", "number", "director"), "of"),
    **dict.fromkeys(("interview", "interviews"), "with"),
    "published": "in",
    "said": "in",
}


def _link_before_that(story: Story, link: int) -> Mended | None:
    """`told shareholders to that the dividend`, `said how that his daughter`: only a clause can follow."""
    before = link - 1
    word = story.word(before)
    if word == "according":
        return link, link + 2, story.text[link], "takes no clause"
    cue = (
        word in story.words.cues
        or word in OBJECTS
        or word in HEARERS
        or word in story.words.persons
        or _is_said_in(story, before)
    )
    if link in story.firsts or not cue or word in _NOUNS or not story.is_plain(before):
        return None
    return link, link + 2, "that", f"“{story.text[link]}” does not belong in it"


def _is_said_in(story: Story, occasion: int) -> bool:
    """Whether something is said in what a word names: `said in a statement`."""
    said = story.lower[max(occasion - 4, story.sentence_start(occasion)) : occasion]
    return story.word(occasion) in story.words.occasions and not _SAID.isdisjoint(said)


def _two_links(story: Story, link: int) -> Mended | None:
    """`A resident of to Moradabad`, `invoices seen on by the Gazette`: which one goes with its neighbours stays."""
    before, after = story.word(link - 1), story.word(link + 2)
    if not _opens_object(story, link + 2):
        return None
    if link in story.firsts:
        capital = story.lower[link] in ("in", "at", "on", "through")
        right = story.text[link] if capital else story.text[link + 1].capitalize()
        return link, link + 2, right, "two prepositions stand side by side"
    means = story.lower[link] in ("through", "via") and story.text[link - 1] == ","
    if not story.is_plain(link - 1) and link - 1 not in story.firsts and not means:
        return None
    if story.lower[link] in _PARTICLES and story.lower[link + 1] == "to" and before not in _TAKES_NO_PARTICLE:
        return None  # *passed the files on to the police*
    if story.lower[link] == "about" and before in ("brought", "bring", "brings", "bringing"):
        return None  # *brought about by*
    second = story.lower[link + 1]
    if second == "from" and "to" in story.lower[link + 3 : link + 6]:
        return None  # *a sentence of from six to nine months*
    if (story.lower[link], second) == ("to", "by") and story.word(link - 2) in _BEEN:
        return None  # *was responded to by nine councils*
    if before == "comment" and story.lower[link] == "to":
        return None  # *declined comment to*
    if is_particle(story, link):
        return None  # *log in with*, *hand them in at*, *has the radio on for*
    if story.lower[link] == "to" and before in OBJECTS and not _AS.isdisjoint(story.lower[max(link - 6, 0) : link]):
        return None  # *as they taught him to in Omaha*
    known = before in story.words.sources or before in story.words.occasions or before in HEARERS
    held = (
        known
        or means
        or before in _PASSIVES
        or before in _TAKES_NO_PARTICLE
        or before in _REDUCED
        or story.lower[link] == "about"
    )
    if story.lower[link] in ("in", "on") and before in story.words.persons and before not in HEARERS:
        return None  # "officials in on the plan"
    if second != "of" and (not held or (before in _REDUCED and not _has_noun(story, link - 2))):
        return None
    pair = (story.text[link], story.text[link + 1])
    if second == "via":
        return link, link + 2, pair[1], "two prepositions stand side by side"
    kept = max(pair, key=lambda word: _usual(before, word.lower(), after))
    return link, link + 2, kept, "two prepositions stand side by side"


_AS = frozenset({"as", "than", "like", "what", "where", "when", "if", "how", "wherever", "whenever", "way"})


def _has_noun(story: Story, at: int) -> bool:
    if story.word(at) == ",":
        at -= 1
    return story.word(at) in story.words.documents or story.word(at) in story.words.occasions


def _opens_object(story: Story, at: int) -> bool:
    word = story.word(at)
    if word in ("phone", "telephone", "email") and story.word(at - 1) == "by":
        return True
    return word in DETERMINERS or story.is_capital(at) or word[:1].isdigit() or word in story.words.sources


def _usual(before: str, link: str, after: str) -> float:
    """Return how well a preposition goes with the words on both sides."""
    governed = _GOVERNED.get(before) == link or link in ("through", "via")
    return 3.0 * governed + english.togetherness(before, link) + 0.5 * english.togetherness(link, after)


def _link_before_participle(story: Story, link: int) -> Mended | None:
    """`A report to released on Monday`, `a request for comment by sent to its office`, `payslips by seen the Post`."""
    head, participle, third = link - 1, link + 1, link + 2
    if story.word(head) == ",":
        head -= 1
    if link in story.firsts or not (story.word(head) in story.words.sources or story.word(head) in _ASKED):
        return None
    follows = story.word(third)
    if story.lower[link] in _MADE_BY and (follows in DETERMINERS or story.is_name(third)):
        right = f"{story.text[participle]} {story.text[link]}"
        return link, participle + 1, right, "two words are swapped"
    object_follows = follows in DETERMINERS or (story.is_name(third) and follows not in CALENDAR)
    if object_follows and story.lower[link] in ("to", "from", "with"):
        right = f"{story.text[participle]} {story.text[link]}"
        return link, participle + 1, right, "two words are swapped"
    if follows in _LINKS or follows in CALENDAR or follows in _WHEN:
        return link, participle + 1, story.text[participle], f"“{story.text[link]}” does not belong in it"
    return None


def _link_before_day(story: Story, link: int) -> Mended | None:
    """`told lawmakers of Tuesday`, `said at Friday that`."""
    before, third = story.word(link - 1), link + 2
    said = before in story.words.frequent_cues or before in HEARERS or before in _REDUCED
    said = said or (before in _DATED and story.lower[link] in ("to", "at"))
    ends = story.text[third] in (",", ".") or story.word(third) == "that" or story.word(third) in NOMINATIVE
    if link in story.firsts or not said or not ends:
        return None
    return link, link + 1, "on", f"“{story.text[link]}” does not stand before a day"


def _link_before_subject(story: Story, link: int) -> Mended | None:
    """`said of she would`, `told reporters to he had`."""
    before, verb = link - 1, link + 2
    cue = story.word(before) in story.words.frequent_cues or story.word(before) in HEARERS
    if link in story.firsts or not cue or not (story.word(verb) in _FINITE or is_past(story, verb)):
        return None
    if not _RELATIVES.isdisjoint(story.lower[max(story.sentence_start(link), link - _INSIDE) : link]):
        return None
    return link, link + 2, story.text[link + 1], "no preposition stands before a subject"


def _link_before_verb(story: Story, link: int) -> Mended | None:
    """`A police spokeswoman on said`: a source that opens the clause, and no verb before that strands it."""
    head = link - 1
    if story.word(head) not in story.words.sources or not (story.is_plain(head) or head in story.firsts):
        return None
    if not _is_whole_subject(story, head):
        return None
    if (story.lower[link], story.lower[link + 1]) == ("to", "say") and _has_verb(story, head):
        return None  # "The court needed forty pages to say that"
    return link, link + 2, story.text[link + 1], f"“{story.text[link]}” does not belong in it"


def _has_verb(story: Story, head: int) -> bool:
    """Whether a past form stands before a noun in its sentence, as its verb."""
    before = story.lower[story.sentence_start(head) : head]
    return any("VERB" in english.parts_of_speech(word) and word not in english.verb_lemmas(word) for word in before)


def _is_whole_subject(story: Story, head: int) -> bool:
    """Whether the noun phrase of a head opens its clause with a determiner, or is a bare plural that does."""
    low, start = story.sentence_start(head), head
    while start > low and head - start < 6:
        before = start - 1
        word = story.lower[before]
        if word in DETERMINERS:
            start = before
            if story.word(before - 1) not in _POSSESSIVE:
                break
        elif word in _POSSESSIVE or story.is_capital(before):
            start = before
        elif not story.is_plain(before) or word in story.words.function or word in story.words.cues:
            break
        elif english.is_only_verb(word) and not word.endswith(("ed", "ing")):
            return False  # "The board took eleven pages to say so"
        else:
            start = before
    opens = (
        start == low
        or story.text[start - 1] == ","
        or story.lower[start - 1] == "as"
        or story.text[start - 1] in QUOTE_MARKS
    )
    if not opens:
        return False
    bare = story.words.persons.get(story.lower[head]) == "plural" or story.lower[head] in ("police", "data", "figures")
    held = story.lower[start] in DETERMINERS or any(story.lower[n] in _POSSESSIVE for n in range(start, head))
    return held or (bare and start == head)


def _link_before_infinitive(story: Story, link: int) -> Mended | None:
    """`declined of to comment`, `told students from to put`."""
    before, verb = story.word(link - 1), story.word(link + 2)
    takes = before in _TAKES_TO or before in HEARERS or story.words.persons.get(before) == "plural"
    if link in story.firsts or not takes or not english.can_be_verb(verb) or verb not in english.lemmas(verb):
        return None
    return link, link + 2, story.text[link + 1], f"“{story.text[link]}” does not belong in it"


MENDINGS: dict[str, Mending] = {
    "link-day": _link_before_day,
    "link-infinitive": _link_before_infinitive,
    "link-link": _two_links,
    "link-participle": _link_before_participle,
    "link-subject": _link_before_subject,
    "link-that": _link_before_that,
    "link-verb": _link_before_verb,
}
