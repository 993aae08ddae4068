"""A cue before its source whose number is another: `…, NOTES the authors of the paper`, `“…,” EXPLAIN Dr Ada Noakes`.

A verb agrees with its subject behind it as before it (Quirk et al. 1985, 10.34 and 18.23). It stands so behind a
quotation or a clause that a comma ends; a body is left alone, as British copy has it in either number.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import ends_quotation
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_INVERTED = group("inverted-cues")
_FINITE = group("finite")
_OPENS_SINGULAR = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "one", "another"})
_ENDS = frozenset({"of", "at", "for", "in", "from", "who", "which", "on", ",", "."})
_TITLES = group("titles-of-speakers") | {"mr.", "mrs.", "ms.", "dr.", "prof."}
_OPEN_TO_PLAIN = group("auxiliary") | {"to", "let", "and", "or", "not", "n't", "i", "we", "you", "they"}
"""What may govern a plain form behind a comma: `He wants to read, argue and explain the paper`."""
_LONGEST = 8


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return {base for _, base in words.cues.get(word, ())} <= _INVERTED and word in words.cues


def inverted_agreement(story: Story) -> Iterator[Issue]:
    """Yield the cues before a source in a story's frames that do not agree with it."""
    for verb, word in story.among(_matters):
        if not _matters(word, story.words) or story.spoken[verb] or not story.is_plain(verb):
            continue
        forms = {form for form, _ in story.words.cues[word]}
        quoted = ends_quotation(story, verb - 1)
        if forms not in ({"base"}, {"third"}) or not (quoted or story.word(verb - 1) == ","):
            continue
        if not quoted and not _is_behind_clause(story, verb, plain=forms == {"base"}):
            continue
        number, head = _source(story, verb + 1)
        if number == "singular" and forms == {"base"}:
            yield verb_issue(story, verb, story.lower[head], ("third", "past"))
        elif number == "plural" and forms == {"third"}:
            yield verb_issue(story, verb, story.lower[head], ("base", "past"))


def _is_behind_clause(story: Story, verb: int, *, plain: bool) -> bool:
    """Whether a finite clause ends before the verb, with no comma in it and nothing that governs a plain form.

    Behind a second comma, which may end an aside, the subject may stand before both: `The union, backed by all, says`.
    """
    before = story.lower[story.sentence_start(verb) : verb - 1]
    verbs = story.words.clause_verbs
    finite = any(word in _FINITE or any(form == "past" for form, _ in verbs.get(word, ())) for word in before)
    return finite and "," not in before and not (plain and not _OPEN_TO_PLAIN.isdisjoint(before))


def _source(story: Story, first: int) -> tuple[str, int]:
    """Return the number of the source that a phrase is, and its head; no number where it is open."""
    words, end = story.words, min(story.sentence_end(first), first + _LONGEST)
    past = first
    while past < end and story.lower[past] not in _ENDS and not story.spoken[past]:
        past += 1
    inside = range(first, past)
    if (
        not inside
        or _is_one_of_two(story, past)
        or any(story.lower[n] in ("and", "or", "that", "&") or story.lower[n] in _FINITE for n in inside)
    ):
        return "", first
    head = past - 1
    if (
        story.is_capital(first)
        and story.lower[first] in _TITLES
        and all(story.is_capital(n) or story.text[n] in ("-", ".") for n in inside)
        and past < end
    ):
        return ("singular", head) if story.lower[past] in (",", ".", "of") and past > first + 1 else ("", head)
    full = (
        past - first > 1 and past < end and all(map(story.is_capital, inside)) and not story.lower[first].endswith("s")
    )
    if full and story.text[past] == "," and ends_quotation(story, first - 2):
        return "singular", head  # `“…,” INSIST Delroy Campling, head groundsman`
    named = next((n for n in inside if n > first and story.is_capital(n) and story.is_plain(n - 1)), past)
    if (
        named < past
        and all(map(story.is_capital, range(named, past)))
        and words.persons.get(story.lower[named - 1]) == "singular"
    ):
        head = named - 1
    noun = story.lower[head]
    if head > first + 1 and english.plain_of_third_person(noun):
        return "", head  # "says the weir leaks"
    held = words.persons.get(noun) or words.documents.get(noun)
    if not story.is_plain(head) or noun in words.organisations or noun in words.mass:
        return "", head
    if held == "singular" and story.lower[first] in _OPENS_SINGULAR and past < end:
        return "singular", head
    plural = held == "plural" and (
        story.lower[first] in DETERMINERS or story.lower[first] in PLURAL_SIGNS or head == first
    )
    return ("plural", head) if plural and past < end else ("", head)


def _is_one_of_two(story: Story, past: int) -> bool:
    """Whether another speaker follows behind a clause: `say Ms Noakes, who farms there, and Mr Bains`."""
    end = story.sentence_end(past)
    return any(story.text[n] == "," and story.lower[n + 1] in ("and", "or") for n in range(past, end - 1))
