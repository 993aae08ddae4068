"""The number of what a source does, where it is no cue or not beside it: `the report GO on to say`, `MPs WAS told`, `It
EMERGE on Friday that`, `Neighbours still RECALLS`, `Sources CLOSES to the winger`.

A verb agrees with its subject (Quirk et al. 1985, 10.34). Only a document or person with an article, and letters with
an *s*, are held to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import subject_start
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_TELLING = {
    "go": {"on"},
    "make": {"clear", "plain", "it"},
    "lay": {"out", "bare"},
    "run": {"to"},
    "call": {"for", "on"},
    "come": {"as", "after", "days", "weeks", "a"},
    "paint": {"a"},
    "give": {"no", "a", "the"},
    "name": {"no", "the", "two", "three"},
    "contain": {"no", "a", "the"},
}
"""What documents and those who speak are told to do, and what then follows."""
_EMERGES = frozenset({"emerge", "transpire", "follow"})
_PAIRS = {"was": "were", "has": "have", "is": "are"}
_ADVERBS = frozenset({"still", "also", "now", "often", "later", "always"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "this"})
_AUXILIARIES = group("auxiliary")
"""Among which *will* is a document too."""
_MANDATIVE = group("mandative")
_ONES = frozenset({"of", "one", "each", "for", "than", "among", "to", "by", "with", "from"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return (
        word in _TELLING
        or word in _EMERGES
        or word in _PAIRS
        or word in _ADVERBS
        or word in ("closes", "does", "hear", "not", "this", "who")
    )


def number_of_predicates(story: Story) -> Iterator[Issue]:
    """Yield the verbs beside a story's sources that do not agree with them."""
    for verb, word in story.among(_matters):
        if story.spoken[verb]:
            continue
        if word == "this" and _is_of_one(story, verb + 1) and (story.is_plain(verb) or verb in story.firsts):
            these = "These" if story.is_capital(verb) else "these"
            reason = f"“{story.word(verb + 1)}” is plural"
            yield Issue("agreement", story.span(verb, verb + 1), f"… {story.word(verb + 1)}", reason, (these,))
        elif word == "does" and verb in story.firsts and _asks_many(story, verb):
            yield _issue_of_question(story, verb)
        if not story.is_plain(verb) or not verb:
            continue
        if word in _TELLING and story.word(verb + 1) in _TELLING[word] and _is_one(story, verb):
            yield _issue(story, verb, (inflection.third_person(word), spelling(word, "past")))
        elif word in _EMERGES and story.word(verb - 1) == "it" and verb - 1 in story.firsts and _tells(story, verb + 1):
            yield _issue(story, verb, (spelling(word, "past"), inflection.third_person(word)))
        elif word in _PAIRS and _is_of_letters(story, verb - 1):
            yield _issue(story, verb, (_PAIRS[word],))
        elif word in _ADVERBS and _are_many(story, verb - 1):
            forms = {form for form, _ in story.words.cues.get(story.word(verb + 1), ())}
            if forms == {"third"} and story.is_plain(verb + 1):
                yield verb_issue(story, verb + 1, story.lower[verb - 1], ("base", "past"))
        elif word == "not" and story.word(verb - 1) in _HAVE and _is_progressive(story, verb + 1):
            base = next(iter(english.verb_lemmas(story.lower[verb + 1])))
            right = (spelling(base, "participle"),)
            span = story.span(verb + 1, verb + 2)
            yield Issue("inflection", span, f"{story.lower[verb - 1]} not …", "takes the participle", right)
        elif word == "who" and _asks(story, verb + 1):
            base = story.words.cues[story.lower[verb + 1]][0][1]
            right, span = (spelling(base, "past"),), story.span(verb + 1, verb + 2)
            yield Issue("inflection", span, "who …", "takes a finite verb", right)
        elif word == "hear" and _is_hearing(story, verb - 1) and _is_bare(story, verb):
            yield _issue(story, verb, (spelling(word, "past"), inflection.third_person(word)))
        elif word == "closes" and story.word(verb + 1) == "to" and _are_many(story, verb - 1):
            yield Issue("inflection", story.span(verb, verb + 1), "… to", "takes the adjective", ("close",))


def _issue(story: Story, verb: int, right: tuple[str, ...]) -> Issue:
    slot, reason = f"{story.lower[verb - 1]} …", f"“{story.lower[verb]}” does not agree with it"
    return Issue("agreement", story.span(verb, verb + 1), slot, reason, right)


def _is_of_one(story: Story, noun: int) -> bool:
    """Whether a plural of persons or documents that is no verb stands there, and is the last noun: `THIS findings`."""
    words, word = story.words, story.word(noun)
    several = "plural" in (words.persons.get(word), words.documents.get(word)) and word in words.singulars
    verbal = word in words.clause_verbs or word in words.cues
    after = story.word(noun + 1)
    ends = after in words.frequent_cues or after in (",", ".", "of", "in", "from", "by", "who", "were", "are", "have")
    return several and story.is_plain(noun) and not verbal and ends


def _asks_many(story: Story, does: int) -> bool:
    """Whether several persons are asked about: `DOES the engineers accept that`."""
    noun, verb = does + 2, does + 3
    several = story.words.persons.get(story.word(noun)) == "plural" and story.is_plain(noun)
    return several and story.word(does + 1) in _ARTICLES and english.can_be_verb(story.word(verb))


def _issue_of_question(story: Story, does: int) -> Issue:
    slot, reason = f"… {story.word(does + 2)}", "“does” does not agree with it"
    return Issue("agreement", story.span(does, does + 1), slot, reason, ("Do",))


def _is_one(story: Story, verb: int) -> bool:
    """Whether one document or person with an article is the subject right before a verb."""
    head, words = verb - 1, story.words
    noun = story.lower[head]
    one = "singular" in (words.persons.get(noun), words.documents.get(noun))
    if not one or noun in _AUXILIARIES or noun in words.mass or noun in words.organisations or not story.is_plain(head):
        return False
    start = subject_start(story, head)
    if start is None or story.lower[start] not in _ARTICLES or {"and", "or", "of"} & set(story.lower[start:head]):
        return False
    before = story.lower[story.sentence_start(verb) : start]
    return _MANDATIVE.isdisjoint(before) and not {"let", "make", "made", "see", "saw", "help", "have", "had"} & set(
        before
    )


def _tells(story: Story, at: int) -> bool:
    """Whether a clause follows, or a day and then one."""
    if story.word(at) == "on":
        at += 1
    if story.word(at) in CALENDAR or story.word(at) in ("yesterday", "today"):
        at += 1
    return story.word(at) == "that"


def _is_of_letters(story: Story, noun: int) -> bool:
    """Whether letters with an *s* open the sentence or a clause: `MPs was told`."""
    text = story.text[noun]
    letters = len(text) > 2 and text.endswith("s") and text[:-1].isupper() and text[:-1].isalpha()
    opens = noun in story.firsts or story.text[noun - 1] == "," or story.word(noun - 1) in ("that", "the")
    return letters and opens and not (noun > 1 and story.word(noun - 2) in _ONES)


def _is_progressive(story: Story, at: int) -> bool:
    """Whether the form in *-ing* of one verb stands there."""
    word = story.word(at)
    return word.endswith("ing") and story.is_plain(at) and len(english.verb_lemmas(word)) == 1 and word != "being"


def _asks(story: Story, at: int) -> bool:
    """Whether the form in *-ing* of a cue stands there, with what is said or asked."""
    forms = {form for form, _ in story.words.cues.get(story.word(at), ())}
    return forms == {"progressive"} and story.word(at + 1) in ("that", "not", "to", "he", "she", "they", "the")


_HAVE = frozenset({"has", "have", "had"})


def _is_bare(story: Story, verb: int) -> bool:
    """Whether nothing in the sentence governs a plain form."""
    return not {"let", "to", "will", "would", "made", "could", "did"} & set(
        story.lower[story.sentence_start(verb) : verb]
    )


def _is_hearing(story: Story, at: int) -> bool:
    """Whether a body that hears ends at a word, be it with the place where it sits: `a tribunal in Stokeley`."""
    placed = story.is_capital(at) and story.word(at - 1) in ("in", "at")
    return story.word(at - 2 if placed else at) in _HEARING


_HEARING = frozenset({"court", "tribunal", "inquest", "jury"})


def _are_many(story: Story, noun: int) -> bool:
    """Whether several persons open the sentence."""
    many = noun in story.firsts and story.words.persons.get(story.lower[noun]) == "plural"
    return many and not story.spoken[noun] and english.is_word(story.lower[noun])
