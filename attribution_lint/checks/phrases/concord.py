"""Agreement over a distance: a counted group, a parenthesis between source and cue, an auxiliary and its form.

A subject of *each*, *one*, *neither* is singular, of a number plural (Quirk et al. 1985, 10.35–10.42); collective
nouns are held to neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_ONE_OF = frozenset({"each", "one", "neither", "either", "every"})
_NUMBERS = group("counting") | frozenset({"three", "ten", "many", "most", "some", "few"})
_PASSIVE = frozenset({"quote", "ask", "tell", "warn", "inform", "interview", "cite", "accuse", "brief", "report"})
_AFTER_PASSIVE = frozenset({"by", "as", "to", "that", "in", "about", "of"})
_AUXILIARIES = frozenset({"has", "have", "had"})
_UNREAL = frozenset(
    {"if", "though", "wish", "wishes", "wished", "unless", "suppose", "than", "and", "or", "nor", "that"}
)


_MARKS = frozenset({"'s", "’s", "'", "’"})
_PERSONAL = frozenset({"he", "she", "they", "who"})
_OTHERS = _AUXILIARIES | _MARKS | {"was", "were", "of", ",", "both", "all", "a", "an"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OTHERS


def bad_concord(story: Story) -> Iterator[Issue]:
    """Yield the cues and sources that disagree over a distance, and the forms no auxiliary takes."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _AUXILIARIES:
            yield from _perfect(story, number)
        elif word in ("was", "were"):
            yield from _passive(story, number)
        elif word == "of" and (story.word(number - 1) in _ONE_OF or story.word(number - 1) in _NUMBERS):
            yield from _partitive(story, number)
        elif word == "," and number:
            yield from _parenthesis(story, number)
        elif word == "both" or word == "all":
            yield from _number_then_noun(story, number)
        elif word in ("a", "an"):
            yield from _compound(story, number)
        elif word in _MARKS:
            yield from _verb_with_apostrophe(story, number)


def _forms(story: Story, at: int) -> set[Form]:
    return {form for form, _ in story.words.clause_verbs.get(story.word(at), ())}


def _spelt(story: Story, at: int, *forms: Form) -> tuple[str, ...]:
    """Return the spellings of those forms of the verb at the place."""
    bases = [base for _, base in story.words.clause_verbs.get(story.word(at), ())]
    table = story.words.clause_verbs
    return tuple(next((s for s, uses in table.items() if (form, bases[0]) in uses), "") for form in forms)


def _subject_before(story: Story, at: int) -> bool:
    word = story.word(at)
    if at < story.sentence_start(at + 1) or (word in story.words.clause_verbs and word not in story.words.sources):
        return False
    return (
        word in ("he", "she", "it", "they", "who")
        or story.is_name(at)
        or (word in story.words.sources and word not in DETERMINERS and word not in story.words.function)
    )


def _perfect(story: Story, auxiliary: int) -> Iterator[Issue]:
    """`the agency has warn`, `it had receive no complaint`."""
    verb = auxiliary + 1
    word = story.word(verb)
    if not story.is_plain(verb) or not _subject_before(story, auxiliary - 1):
        return
    if english.parts_of_speech(word) != {"VERB"} or word in story.words.function:
        return
    forms = _forms(story, verb)
    if word in story.words.clause_verbs:
        right = _spelt(story, verb, "participle")[0] if forms in ({"base"}, {"past"}) else ""
    else:
        right = f"{word}d" if word.endswith(("ceive", "vise", "clude", "ase")) else ""
    if right and right != word:
        reason = "takes the participle"
        yield Issue("inflection", story.span(verb, verb + 1), f"{story.lower[auxiliary]} …", reason, (right,))


def _passive(story: Story, auxiliary: int) -> Iterator[Issue]:
    """`was quote by`, `The inspector were told`, `was shows`."""
    verb = auxiliary + 1
    word, forms = story.word(verb), _forms(story, verb)
    if story.word(verb + 1) == "as" and word in ("quoted", "cited") and story.word(verb + 2) in ("say", "said", "says"):
        span = story.span(verb + 2, verb + 3)
        yield Issue("inflection", span, f"{word} as …", "takes the form in *-ing*", ("saying",))
    elif forms == {"base"} and word in _PASSIVE and story.word(verb + 1) in _AFTER_PASSIVE:
        if story.word(verb + 2) == word or (word == "brief" and story.word(verb + 1) == "in"):
            return  # “was brief in her remarks”, “report by report”
        lasts = word == "brief" and story.word(auxiliary - 1) not in {*story.words.speakers, *_PERSONAL}
        if _subject_before(story, auxiliary - 1) and not (lasts and not story.is_name(auxiliary - 1)):
            right = _spelt(story, verb, "participle")
            yield Issue("inflection", story.span(verb, verb + 1), "was …", "takes the participle", right)
    elif story.lower[auxiliary] == "was" and word in ("shows", "says", "tells", "finds", "suggests"):
        if story.word(auxiliary - 1) == "," or _subject_before(story, auxiliary - 1):
            right = (*_spelt(story, verb, "base"), word)
            if not _plural_opening(story, auxiliary):
                right = right[::-1]
            span = story.span(auxiliary, verb + 1)
            yield Issue("agreement", span, f"… {word}", "two verbs stand side by side", right)
    elif story.lower[auxiliary] == "were" and "participle" in forms and story.is_plain(verb):
        noun, low = story.word(auxiliary - 1), story.sentence_start(auxiliary)
        one = story.words.persons.get(noun) == "singular" and noun not in story.words.organisations
        at = auxiliary - 2
        while at >= low and story.is_plain(at) and story.lower[at] not in story.words.function:
            at -= 1
        opens = at == low or story.text[max(at - 1, 0)] in (",", "”", '"')
        if one and noun not in story.words.mass and opens and story.word(at) in ("the", "a", "an", "his", "her"):
            if any(w in _UNREAL for w in story.lower[low:auxiliary]):
                return
            reason = "“were” does not agree with it"
            yield Issue("agreement", story.span(auxiliary, verb), f"{noun} …", reason, ("was",))


def _plural_opening(story: Story, number: int) -> bool:
    low = story.sentence_start(number)
    return any(story.lower[n].endswith("s") or story.lower[n] == "data" for n in range(low, min(low + 4, number)))


def _partitive(story: Story, of: int) -> Iterator[Issue]:
    """`Each of the nurses say`, `Seven of the ten jurors interviewed says`."""
    at = of + 1
    if story.word(at) not in ("the", "his", "her", "their", "its", "those", "these") or of - 1 != story.sentence_start(
        of
    ):
        return
    at += 1
    while at < of + 6 and story.words.sources.get(story.word(at)) != "plural":
        if not story.is_plain(at) or (story.lower[at] in story.words.function and story.lower[at] not in _NUMBERS):
            return
        at += 1
    verb = at + 1
    if story.word(verb).endswith("ed") and story.word(verb) not in ("said",) and _forms(story, verb + 1):
        verb += 1
    forms = _forms(story, verb)
    single = story.word(of - 1) in _ONE_OF
    wrong: set[Form] = {"base"} if single else {"third"}
    if forms == wrong and story.is_plain(verb) and story.word(verb) not in {"are", *story.words.documents}:
        right = _spelt(story, verb, "third" if single else "base", "past")
        slot = f"{story.lower[of - 1]} of …"
        reason = f"“{story.lower[verb]}” does not agree with it"
        yield Issue("agreement", story.span(verb, verb + 1), slot, reason, right)


def _parenthesis(story: Story, comma: int) -> Iterator[Issue]:
    """`The study, which …, suggest that`: the source opens the sentence, the cue follows the second comma."""
    verb = comma + 1
    forms = _forms(story, verb)
    if not story.is_plain(verb) or story.lower[verb] not in story.words.cues or forms not in ({"base"}, {"third"}):
        return
    low = story.sentence_start(comma)
    first = next((n for n in range(low, comma) if story.text[n] == ","), None)
    if first is None or first - low > 4 or story.word(low) not in ("the", "a", "an", "this", "these", "his", "her"):
        return
    if "," in story.text[first + 1 : comma] or story.word(first + 1) not in ("which", "who", "released", "published"):
        return
    noun, words = story.word(first - 1), story.words
    number = words.documents.get(noun) or words.persons.get(noun)
    if noun in words.mass or noun in words.organisations or number not in ("singular", "plural"):
        return
    if (number == "singular") != (forms == {"base"}):
        return
    yield verb_issue(story, verb, noun, ("third" if number == "singular" else "base", "past"))


def _number_then_noun(story: Story, first: int) -> Iterator[Issue]:
    """`All four survey found`."""
    at = first + 1
    if story.word(at) in _NUMBERS and story.lower[first] == "all":
        at += 1
    elif story.lower[first] == "all":
        return
    noun = story.word(at)
    held = story.words.documents.get(noun) == "singular" and story.words.persons.get(noun) is None
    cue = story.word(at + 1) in story.words.frequent_cues
    if held and cue and story.is_plain(at) and noun not in story.words.mass:
        yield Issue("agreement", story.span(at, at + 1), f"{story.lower[first]} …", "takes the plural", (plural(noun),))


def _compound(story: Story, article: int) -> Iterator[Issue]:
    """`a central bank sources`: a plural of our sources ends what *a* opened."""
    before = story.word(article - 1)
    if not (before == "to" and story.word(article - 2) == "according") and before not in ("citing", "told", "by"):
        return
    at = article + 1
    while at < article + 5 and story.is_plain(at) and story.word(at) not in _PLURAL_SOURCES:
        if story.lower[at] in story.words.function or story.lower[at].endswith("s"):
            return
        at += 1
    if (
        at == article + 1
        or story.word(at) not in _PLURAL_SOURCES
        or story.word(at + 1) not in (".", ",", "said", "who")
    ):
        return
    right = story.lower[at][:-1]
    yield Issue("agreement", story.span(at, at + 1), "a …", "takes the singular", (right,))


_PLURAL_SOURCES = frozenset(
    {"sources", "officials", "reports", "documents", "filings", "statements", "letters", "emails"}
)


def _verb_with_apostrophe(story: Story, mark: int) -> Iterator[Issue]:
    """`the group argue's that`."""
    verb = mark - 1
    word = story.word(verb)
    if not story.glued(verb) or story.word(mark + 1) != "that" or not story.is_plain(verb):
        return
    if _forms(story, verb) == {"base"} and word in story.words.cues and english.parts_of_speech(word) == {"VERB"}:
        right = _spelt(story, verb, "third", "base")
        yield Issue("possessive", story.span(verb, mark + 1), f"… {right[0]}", "a verb takes no possessive", right)
