"""The kinds of words that the table of turns names in capitals, and the forms that it asks for."""

from __future__ import annotations

from collections.abc import Callable

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_FINITE = group("finite")
_NUMBERS = group("counting") | {"one", "ten", "dozens", "hundreds"}


def is_written(story: Story, at: int) -> bool:
    """Whether a word is an ordinary one or a mark: no name, but what opens a sentence or is a day."""
    text = story.text[at]
    dated = story.lower[at] in CALENDAR or story.lower[at].removesuffix("s") in CALENDAR
    return story.ordinary[at] or not text[0].isalpha() or at in story.firsts or dated


def _is_common(story: Story, at: int) -> bool:
    """Whether a word is an ordinary one, or would be but for opening its sentence."""
    return story.is_plain(at) or (at in story.firsts and story.text[at][1:].islower() and not story.spoken[at])


def _plain_noun(story: Story, at: int) -> bool:
    word = story.lower[at]
    return _is_common(story, at) and word not in story.words.function and english.can_be_noun(word)


def _person(story: Story, at: int) -> bool:
    return _is_common(story, at) and story.words.persons.get(story.lower[at]) == "singular"


def _persons(story: Story, at: int) -> bool:
    return _is_common(story, at) and (
        story.words.persons.get(story.lower[at]) == "plural" or story.lower[at] in ("police", "people")
    )


def _document(story: Story, at: int) -> bool:
    return _is_common(story, at) and story.words.documents.get(story.lower[at]) == "singular"


def _documents(story: Story, at: int) -> bool:
    return _is_common(story, at) and story.words.documents.get(story.lower[at]) == "plural"


def _cue(story: Story, at: int, *forms: str) -> bool:
    return _is_common(story, at) and any(form in forms for form, _ in story.words.clause_verbs.get(story.lower[at], ()))


def _participle(story: Story, at: int) -> bool:
    return _is_common(story, at) and english.is_past_form(story.lower[at])


KINDS: dict[str, Callable[[Story, int], bool]] = {
    "BASE": lambda story, at: story.is_plain(at) and story.lower[at] in english.lemmas(story.lower[at]),
    "BODY": lambda story, at: _is_common(story, at) and story.lower[at] in story.words.organisations,
    "CAPITAL": lambda story, at: story.is_capital(at),
    "DAY": lambda story, at: story.lower[at] in CALENDAR,
    "DET": lambda story, at: story.lower[at] in DETERMINERS,
    "DOCUMENT": _document,
    "DOCUMENTS": _documents,
    "FINITE": lambda story, at: story.lower[at] in _FINITE,
    "ING": lambda story, at: story.is_plain(at) and story.lower[at].endswith("ing") and len(story.lower[at]) > 4,
    "NAME": lambda story, at: story.is_name(at),
    "NOUN": _plain_noun,
    "NUMBER": lambda story, at: story.text[at][0].isdigit() or story.lower[at] in _NUMBERS,
    "OPENS": lambda story, at: False,  # before the first word of a sentence: asked of the place, of no word
    "PAST": lambda story, at: _cue(story, at, "past"),
    "PARTICIPLE": _participle,
    "PERSON": _person,
    "PERSONS": _persons,
    "PLACED": lambda story, at: story.is_name(at) or story.lower[at] in DETERMINERS,
    "QUOTE": lambda story, at: story.text[at] in QUOTE_MARKS,
    "SAYS": lambda story, at: _cue(story, at, "third"),
    "SOURCE": lambda story, at: _is_common(story, at) and story.lower[at] in story.words.sources,
    "SUBJECT": lambda story, at: story.lower[at] in NOMINATIVE,
    "WEEKDAY": lambda story, at: story.lower[at] in CALENDAR and story.lower[at].endswith("day"),
}
FORMS: dict[str, Callable[[str, Vocabulary], list[str]]] = {
    "base": lambda text, words: sorted(english.verb_lemmas(text.lower()))[:1] or [text],
    "owner": lambda text, words: [f"{text}'" if text.endswith("s") else f"{text}'s"],
    "participle": lambda text, words: [spelling(_base(text), "participle")],
    "past": lambda text, words: [spelling(_base(text), "past")],
    "plural": lambda text, words: [inflection.plural(text.lower())],
    "progressive": lambda text, words: [spelling(_base(text), "progressive")],
    "single_owner": lambda text, words: [f"{text.removesuffix('s')}'s"],
    "singular": lambda text, words: [words.singulars.get(text.lower(), text.removesuffix("s"))],
    "third": lambda text, words: [spelling(_base(text), "third")],
}


def _base(text: str) -> str:
    return min(english.verb_lemmas(text.lower()), key=len, default=text.lower())
