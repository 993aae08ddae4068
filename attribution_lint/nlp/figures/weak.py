"""Bare numbers: whether they are figures is read from the words around them.

A number that dates, ages, names or numbers something claims nothing and is passed over.
"""

from __future__ import annotations

import re

from attribution_lint.nlp import numbers
from attribution_lint.nlp.figures import labels, times
from attribution_lint.nlp.figures.context import NOT_COUNTED, Candidate, Context, context_of
from attribution_lint.nlp.figures.small import is_small_count
from attribution_lint.nlp.figures.votes import is_vote
from attribution_lint.packs import shipped_lexicon

_CLAIMS_NOTHING = (
    times.is_ordinal_or_clock,
    times.is_age,
    times.is_duration,
    times.is_year,
    labels.is_identifier,
    labels.is_model,
    labels.is_ranked_group,
    labels.is_address,
    labels.is_bracketed,
    labels.is_title,
    labels.is_list_number,
    times.is_hyphened_time,
)
_LEAST_TOLL = 2
_LEAST_COUNT = 10  # below it, news style spells the number out and readers can count for themselves
_MOST_WICKETS = 10  # of an innings; behind a higher number, what is joined to it is that or odds
_LEAST_CROWD = 1000  # no score is so high
_LEAST_ALONE = 120  # a number without a noun that is neither an age nor a share
_TOLL_AHEAD = re.compile(r"\b(?:dead|injured|wounded|homeless)\b")
_TOLL_WINDOW = 40  # code points behind “left 12 …”
_TOLL_NEAR = re.compile(r"\b(?:dead|died|killed|hurt|injured|wounded|missing|drowned|perished)\b")
_NEAR_TOLL = 30  # code points on either side of the victims
_IN_HOSPITAL = re.compile(
    r"(?: (?!are\b|is\b|was\b|were\b|remain)\w+){0,3} (?:are|is|was|were|remain(?:s|ed)?|lies?|lay) (?:still )?"
    r"in (?:an? |the )?(?:coma|critical|grave|hospital|ICU|intensive care|serious|stable)\b"
)
_BOUND_AHEAD = re.compile(r"\b(?:at least|(?:more|fewer|less) than|as many as|up to|upwards? of)$", re.IGNORECASE)
_BOUNDS = frozenset("least than some about nearly".split())
_BOUNDED_TOLLS = frozenset("killed killing wounding injuring wounded injured".split())
_OPEN_COUNTS = frozenset("of in to from were are have had would who".split())
_BEFORE_YEAR = frozenset("in since by of".split())
_SHARED = frozenset("and for to among in".split())


def weak_figure(candidate: Candidate, shares: bool) -> str | None:
    """Return the kind of a bare number, or None if it is no figure.

    The kinds are score, casualty, share, magnitude, count and small: a count that readers could make for themselves.
    `shares` tells that the sentence holds a percentage, so that a small number may be another one.
    """
    value = candidate.value
    if value is None or candidate.match["sign"]:
        return None
    context = context_of(candidate.text, candidate.number, candidate.sentence.span)
    if candidate.is_range:
        if is_vote(candidate, context):
            return "score"
        if _is_joined(candidate, context, value):
            return None
    if any(claims_nothing(candidate, context) for claims_nothing in _CLAIMS_NOTHING):
        return None
    if value >= _LEAST_TOLL and _is_toll(candidate, context):
        return "casualty"
    if shares and candidate.match["low"][0].isdigit() and _is_share(context, value):
        return "share"
    if value < _LEAST_COUNT and not (_is_measured(candidate, context) or _is_bounded(candidate, context)):
        return "small" if is_small_count(candidate, context) else None
    if "," in candidate.match["low"]:
        return "magnitude"
    return "count" if _is_count(candidate, context, value) else None


def _is_joined(candidate: Candidate, context: Context, value: float) -> bool:
    """Whether two numbers joined by a dash are a score, odds or pages, not a range of things counted."""
    if not re.search(r"[-–]", candidate.match["to"]):
        return False
    high = numbers.value_of(candidate.match["high"])
    if high is not None and high <= _MOST_WICKETS < value:
        return True  # a 22-1 shot, 264-5 at the close
    if context.right in shipped_lexicon("figure-casualties"):
        return False
    if value < _LEAST_COUNT or not context.right:
        return True
    return value < _LEAST_CROWD and candidate.mentions("figure-sport")


def _is_toll(candidate: Candidate, context: Context) -> bool:
    """Whether a number tells how many were killed, hurt or arrested: 12 dead, killed 40, three are in hospital."""
    if context.right_gap == "-":
        return False
    casualties = shipped_lexicon("figure-casualties")
    if context.right in casualties or context.right_two in casualties:
        return True
    if context.right in shipped_lexicon("figure-victims") and context.right_three in casualties:
        return True
    if _IN_HOSPITAL.match(candidate.after):
        return True
    if context.left in shipped_lexicon("figure-tolls"):
        return context.right not in shipped_lexicon("figure-durations")
    if context.left == "left":
        end = candidate.number.end
        return _TOLL_AHEAD.search(candidate.text, end, end + _TOLL_WINDOW) is not None
    if context.right in shipped_lexicon("figure-victims"):
        start, end = candidate.sentence.span.start, candidate.sentence.span.end
        near = max(start, candidate.number.start - _NEAR_TOLL), min(end, candidate.number.end + _NEAR_TOLL)
        if _TOLL_NEAR.search(candidate.text, *near):
            return True
    return context.left in _BOUNDS and context.left_two in _BOUNDED_TOLLS


def _is_share(context: Context, value: float) -> bool:
    """Whether a number in a sentence of percentages is one more of them: “60 percent for, 31 against”."""
    if value < _LEAST_COUNT:
        return not context.right or (context.right in _SHARED and context.left not in {"no", "no."})
    return value <= 100 and (not context.right or context.right in NOT_COUNTED)


def _is_measured(candidate: Candidate, context: Context) -> bool:
    """Whether a small number has a decimal and something that it measures: 1.4 tonnes, 2.1 births."""
    return "." in candidate.match["low"] and bool(context.right) and context.right not in NOT_COUNTED


def _is_bounded(candidate: Candidate, context: Context) -> bool:
    """Whether a small number is a bound on things counted: at least eight provinces, more than six gigawatts."""
    bounded = _BOUND_AHEAD.search(candidate.before.rstrip()) is not None
    return bounded and context.right_gap == " " and bool(context.right) and context.right not in NOT_COUNTED


def _is_count(candidate: Candidate, context: Context, value: float) -> bool:
    if context.right_gap in {"-", "–"} and context.right:
        return context.right in shipped_lexicon("figure-compounds")
    if context.right and context.right not in NOT_COUNTED:
        return True
    year = times.YEAR.fullmatch(candidate.match["low"]) is not None
    if context.left in shipped_lexicon("figure-leads") or context.right in _OPEN_COUNTS:
        return not (year and context.left in _BEFORE_YEAR)
    return value >= _LEAST_ALONE and not year
