"""Small counts: numbers below ten of things that could be counted, of which an editor asks about few.

“Nine leagues have folded” is a claim like “90 leagues have folded”, but most small numbers tell what the writer saw
or what everybody can see. They are kept for the weighing, which drops those that nobody would ask about.
"""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.figures.befallen import is_befallen, is_object_of_harm
from attribution_lint.nlp.figures.context import NOT_COUNTED, Candidate, Context
from attribution_lint.packs import shipped_lexicon

_FEWEST = 2
_PLURALS = frozenset("people men women children police staff personnel troops fish sheep cattle aircraft".split())
_KNOWN = frozenset(
    "the these those his her their its my our your all both other first last next past top final any every no".split()
)
"""Words before a number that take what it counts for known."""
_OF_WHOLE = frozenset("the its their his her them those these our whom which".split())
_LIMITS = frozenset("only just barely hardly scarcely merely".split())
_OPEN = frozenset("more others were are have had was".split())
_LONGEST_SINGULAR = 2  # letters: “is”, “as”


def is_small_count(candidate: Candidate, context: Context) -> bool:
    """Whether a number below ten counts things: nine leagues, two of the sirens, three more were hurt."""
    value = candidate.value
    if value is not None and context.left in _LIMITS and context.right_gap in {" ", ""}:
        return value >= _FEWEST or _stands_alone(context)
    if value is None or candidate.match["scale"] or context.left in _KNOWN or context.right_gap != " ":
        return False
    if value < _FEWEST:
        return value == 1 and context.right not in NOT_COUNTED and _is_told_of_harm(candidate)
    if context.right == "of":
        return context.right_two in _OF_WHOLE or context.right_two.isdigit()
    if context.right in {"a", "per"}:
        return _is_time(context.right_two)
    if context.right in _OPEN:
        return True
    return any(map(_is_plural, _behind(context)))


def _is_told_of_harm(candidate: Candidate) -> bool:
    words, sentence, number = candidate.analysis.words, candidate.sentence, candidate.number
    if is_befallen(words, sentence, words.at(number.end - 1) + 1):
        return True
    return candidate.match["low"].lower() == "one" and is_object_of_harm(words, sentence, words.at(number.start))


def _stands_alone(context: Context) -> bool:
    """Whether no noun stands behind a number, as what it counts was named before: only eight exist."""
    if context.right == "of":
        return context.right_two in _OF_WHOLE
    return not context.right or (context.right_gap == " " and context.right in _OPEN | grammar.COMMON_VERBS)


def _behind(context: Context) -> list[str]:
    """Return the words behind a number up to the first that cannot belong to what it counts."""
    found: list[str] = []
    for word in (context.right, context.right_two, context.right_three):
        if not word or word in NOT_COUNTED or grammar.is_adverb(word):
            break
        found.append(word)
    return found


def _is_plural(word: str) -> bool:
    if word in shipped_lexicon("figure-uncounted"):
        return False
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss") and len(word) > _LONGEST_SINGULAR)


def _is_time(word: str) -> bool:
    return word in shipped_lexicon("figure-durations")
