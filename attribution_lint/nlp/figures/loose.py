"""Figures without digits of their own: fractions, multiples, ratios, and quantities that stay vague."""

from __future__ import annotations

import re

from attribution_lint.alternatives import Alternatives
from attribution_lint.model import Span
from attribution_lint.nlp import grammar, numbers
from attribution_lint.nlp.figures.context import NOT_COUNTED, Context, context_of
from attribution_lint.nlp.figures.forms import FRACTION, MULTIPLE, RATIO, VAGUE
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily_plain

FORMS: tuple[tuple[str, Alternatives | re.Pattern[str]], ...] = (
    ("ratio", RATIO),
    ("multiple", MULTIPLE),
    ("fraction", FRACTION),
    ("vague", VAGUE),
)
_ROUND = frozenset({"a hundred", "a thousand", "a million", "a billion"})
_SHARED = frozenset(
    "of as more fewer less lower higher cheaper below above down up to are were have had get say said likely empty "
    "full vacant or off".split()
)
_PLURAL_VERBS = frozenset(  # of what a share of people does: a third leave within a year
    "believe come die drop earn fail get give go keep know leave live lose need own pay remain rent say see skip smoke "
    "speak stay support take think travel use vote want work".split()
)
_MEASURING = frozenset(
    "up down against than from about only nearly almost roughly around just over under barely".split()
)
_PHRASAL = frozenset("down back over up as bogey play".split())  # doubled down, halved over
_UNMEASURED = frozenset("times reasons and ways or miles dollar".split())  # a million times, a hundred reasons
_BEFORE_NOUN = frozenset(
    "a an the in of and men's women's ladies' mixed tennis badminton".split()
)  # “doubles” is a noun behind them
_DIGITS = frozenset("digit digits figure figures act bill".split())
_TIMES = frozenset("time morning afternoon evening spring summer autumn fall winter war way".split())
_COUNTED_ON = frozenset(  # what a vague quantity is said of or does
    "of more in into to toward towards who were have had attended died dead hurt marched protest gathered are turned "
    "fled missing homeless stranded".split()
)
_OPENS_CLAUSE = re.compile(
    r"(?:^|[.,;:—–“\"]|\b(?:and|but|or|that|which|where|when|while|as|so|yet|because))\s*"
    r"(?:(?:about|around|nearly|almost|only|just|roughly|some|at least|more than|fewer than|even|not even) )*$",
    re.IGNORECASE,
)
_GOES_ON = (  # what stands behind a whole ratio, and not between a number and what it counts
    grammar.PREPOSITIONS
    | grammar.AUXILIARIES
    | grammar.COORDINATORS
    | grammar.SUBORDINATORS
    | grammar.COMMON_VERBS
    | grammar.RELATIVES
    | grammar.DAYS
    | grammar.ADVERBS
    | frozenset("last next away up across nationwide worldwide speaks says say that it".split())
)
_MIXED = lazily_plain(rf"(?:{numbers.NUMBER}|\b(?:an?|one|{numbers.NUMBER}) [a-z]+) and $", re.IGNORECASE)
_LEAD = 40  # code points before a figure that tell how its clause begins


def is_loose_figure(text: str, kind: str, match: re.Match[str], sentence: Span) -> bool:
    """Whether a match of the form `kind` is a figure by the words around it; a duration never is."""
    context = context_of(text, Span(*match.span()), sentence)
    durations = shipped_lexicon("figure-durations")
    if context.right in durations or (context.right in {"of", "a", "an", "more"} and context.right_two in durations):
        return False
    match kind:
        case "fraction":
            return _is_share(text, match, context, sentence)
        case "multiple":
            return _is_multiple(match.group().lower(), context)
        case "vague":
            return _is_quantity(match.group().lower(), context)
        case "ratio":
            return _is_ratio(text, match, context, sentence)
    return True


def is_vague(kind: str, match: re.Match[str]) -> bool:
    """Whether a match of the form `kind` names no number; “a million” does."""
    return kind == "vague" and match.group().lower() not in _ROUND


def is_slight(text: str, kind: str, match: re.Match[str], sentence: Span) -> bool:
    """Whether a match of the form `kind` is one that editors seldom ask about: most of its roads, hundreds waited."""
    if kind != "vague":
        return False
    written = match.group().lower()
    if written.startswith("most") or written.endswith(("handful", "fraction")):
        return True
    if written.startswith("a "):
        return False
    right = context_of(text, Span(*match.span()), sentence).right
    return right not in _COUNTED_ON and not right.endswith("ed")


def _is_multiple(written: str, context: Context) -> bool:
    if written.endswith(("ed", "ing")):
        return not _is_phrasal(context) and context.left not in {"a", "the"}
    if written.endswith("es") and not written.endswith("times"):
        return context.right not in _PHRASAL | shipped_lexicon("figure-doubles") and context.left not in _BEFORE_NOUN
    if " " in written and written.endswith(("double", "triple", "quadruple")):
        return context.right not in _DIGITS
    return True


def _is_phrasal(context: Context) -> bool:
    """Whether a particle makes a verb of multiples one of motion: doubled over in pain, not doubled over the decade."""
    over_time = context.right == "over" and context.right_two in grammar.DETERMINERS
    return context.right in _PHRASAL and not over_time


def _is_quantity(written: str, context: Context) -> bool:
    if written in {"scores", "tens"} and context.right != "of":
        return context.right in _COUNTED_ON
    if written.startswith("a ") and not written.endswith(("handful", "fraction")):
        return context.right not in _UNMEASURED and context.right_gap == " "
    if written == "most":
        return True
    if written.startswith("most "):
        return written.rpartition(" ")[2] not in shipped_lexicon("figure-durations") | _TIMES
    if context.right == "of":
        return context.right_two not in {"miles", "times"}
    return context.left not in {"the", "their"}  # by the hundreds, in their thousands


def _is_ratio(text: str, match: re.Match[str], context: Context, sentence: Span) -> bool:
    if context.left in {"no.", "number"} or context.right in {"the", "a"}:
        return False
    if not shipped_lexicon("figure-sport").isdisjoint(match.group().lower().split()):
        return False
    parts = match.groupdict()
    if parts.get("every"):
        return context.right not in NOT_COUNTED and not context.right.endswith("s")
    if parts.get("shared") in {"in", "out of"} and context.right and context.right not in _GOES_ON:
        if context.right.endswith("s"):  # “one loan in four ends in”; but “one goal in four games”
            start = max(sentence.start, match.start() - _LEAD)
            return _OPENS_CLAUSE.search(text[start : match.start()]) is not None
        return context.right.endswith("ed") or not context.right_two.endswith("s")
    return True


def _is_share(text: str, match: re.Match[str], context: Context, sentence: Span) -> bool:
    """Whether a fraction is a share of something, not the third in a row or a quarter of a town."""
    if match["half"]:
        return True
    count, part = match["count"].lower(), match["part"].lower()
    if part in {"half", "quarter"} and _MIXED.search(text, max(sentence.start, match.start() - _LEAD), match.start()):
        return False  # an hour and a quarter
    if count.partition(" ")[0] not in {"a", "an", "one"} or part.endswith("s"):
        return part.endswith("s")
    if match.group()[len(count)] == "-" or context.right in _SHARED or context.right in _PLURAL_VERBS:
        return True
    if context.left in _MEASURING and _is_beside_no_noun(context):
        return True
    if context.left == "by" or (context.left_two == "by" and context.left in shipped_lexicon("figure-approximations")):
        return True
    follower = text[match.end() : match.end() + 3]
    before_name = follower[:2] == ", " and follower[2:].isupper()
    closes_clause = not context.right and follower[:1] in ",.;"
    return closes_clause and not before_name and count != "one" and context.left not in {"for", "in", "as"}


def _is_beside_no_noun(context: Context) -> bool:
    """Whether what stands behind a fraction is no noun, so that it is not the third party or a quarter hour."""
    word = context.right
    return not word or word in NOT_COUNTED or word in grammar.COMMON_VERBS or word.endswith("ed")
