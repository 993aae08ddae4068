"""Figures without digits of their own: fractions, multiples, ratios, and quantities that stay vague."""

from __future__ import annotations

import re

from attribution_lint.model import Span
from attribution_lint.nlp.figures.context import NOT_COUNTED, Context, context_of
from attribution_lint.nlp.figures.patterns import FRACTION, MULTIPLE, RATIO, VAGUE
from attribution_lint.packs import shipped_lexicon

FORMS = (("ratio", RATIO), ("multiple", MULTIPLE), ("fraction", FRACTION), ("vague", VAGUE))
_ROUND = frozenset({"a hundred", "a thousand", "a million", "a billion"})
_SHARED = frozenset(
    "of as more fewer less lower higher cheaper below above down up to are were have had get say said likely".split()
)
_MEASURING = frozenset("against than from about only nearly almost roughly around just over under".split())
_PHRASAL = frozenset("down back over up as bogey play".split())  # doubled down, halved over
_UNMEASURED = frozenset("times reasons and ways or miles dollar".split())  # a million times, a hundred reasons


def is_loose_figure(text: str, kind: str, match: re.Match[str], sentence: Span) -> bool:
    """Whether a match of the form `kind` is a figure by the words around it; a duration never is."""
    context = context_of(text, Span(*match.span()), sentence)
    durations = shipped_lexicon("figure-durations")
    if context.right in durations or (context.right in {"of", "a", "an", "more"} and context.right_two in durations):
        return False
    match kind:
        case "fraction":
            return _is_share(text, match, context)
        case "multiple":
            verbal = match.group().lower().endswith(("ed", "ing"))
            return not (verbal and (context.right in _PHRASAL or context.left in {"a", "the"}))
        case "vague" if match.group().lower().startswith("a "):
            return context.right not in _UNMEASURED and context.right_gap == " "
        case "ratio":
            if context.left in {"no.", "number"} or context.right in {"the", "a"}:
                return False
            return shipped_lexicon("figure-sport").isdisjoint(match.group().lower().split())
    return True


def is_vague(kind: str, match: re.Match[str]) -> bool:
    """Whether a match of the form `kind` names no number; “a million” does."""
    return kind == "vague" and match.group().lower() not in _ROUND


def _is_share(text: str, match: re.Match[str], context: Context) -> bool:
    """Whether a fraction is a share of something, not the third in a row or a quarter of a town."""
    if match["half"]:
        return True
    count, part = match["count"].lower(), match["part"].lower()
    if count not in {"a", "an", "one"} or part.endswith("s"):
        return part.endswith("s")
    if match.group()[len(count)] == "-" or context.right in _SHARED:
        return True
    if context.left in _MEASURING and (not context.right or context.right in NOT_COUNTED):
        return True
    if context.left == "by" or (context.left_two == "by" and context.left in shipped_lexicon("figure-approximations")):
        return True
    follower = text[match.end() : match.end() + 3]
    before_name = follower[:2] == ", " and follower[2:].isupper()
    closes_clause = not context.right and follower[:1] in ",.;"
    return closes_clause and not before_name and count != "one" and context.left not in {"for", "in", "as"}
