"""Numbers that name a thing: identifiers, models, addresses, titles, numbers of a list."""

from __future__ import annotations

import re
from functools import cache

from attribution_lint.nlp.figures.context import NOT_COUNTED, Candidate, Context
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import longest_first

_LARGEST_IN_TITLE = 1000
_LEAST_OF_MODEL = 100
_BEFORE_VERB = frozenset("to may might could would they who that now".split())
_CLOSES = re.compile(r"[,.;:)”\"’]|$")


@cache
def _address() -> re.Pattern[str]:
    streets = longest_first(shipped_lexicon("figure-streets"))
    return re.compile(rf" (?:[NSEW]\.? )?(?:[A-Z][\w.’']*\s){{1,3}}(?:{streets})\b")


def is_identifier(candidate: Candidate, context: Context) -> bool:
    """Section 230, Flight 9525, page 4, #7."""
    if context.raw_left.endswith("#") or candidate.before.endswith("#"):
        return True
    return (
        candidate.match["low"][0].isdigit()
        and "," not in candidate.match["low"]
        and context.left in shipped_lexicon("figure-labels")
        and context.left_gap.strip("-") in {" ", ""}
        and (context.raw_left[0].isupper() or context.left in shipped_lexicon("figure-references"))
        and not (context.left == "number" and context.left_two in _BEFORE_VERB)  # they are said to number 60
    )


def is_model(candidate: Candidate, context: Context) -> bool:
    """A 911 call, a 458 Ferrari, his 757 jet: no count stands behind “a”, nor before one machine."""
    if not (candidate.match["low"].isdigit() and context.right and context.right_gap == " "):
        return False
    if (candidate.value or 0.0) < _LEAST_OF_MODEL:
        return False
    if context.left in {"a", "an"} and context.left_gap == " ":
        compounds = shipped_lexicon("figure-compounds") | shipped_lexicon("figure-compounds-idle")
        return context.right not in compounds and not context.right.endswith("s")
    ends = not context.right_two or context.right_two in NOT_COUNTED
    return ends and context.right in shipped_lexicon("figure-machines")


def is_ranked_group(candidate: Candidate, context: Context) -> bool:
    """The richest 1 percent, the top 10 percent: whom it is about. But turnout may top 60 percent."""
    if context.left in {"bottom", "top"}:
        return context.left_two == "the"
    return context.left in {"poorest", "richest", "wealthiest"}


def is_address(candidate: Candidate, context: Context) -> bool:
    """12 Harbour Lane."""
    return _address().match(candidate.after) is not None


def is_bracketed(candidate: Candidate, context: Context) -> bool:
    """A number alone in brackets: a note, a ranking, an age."""
    return candidate.before.endswith("(") and candidate.after.startswith(")")


def is_title(candidate: Candidate, context: Context) -> bool:
    """Ocean’s 11, Ten Commandments."""
    low = candidate.match["low"]
    if candidate.match.start() <= candidate.sentence.span.start:
        return False
    if low[0].isupper():
        return context.raw_right[:1].isupper()
    return (
        low[0].isdigit()
        and context.raw_left[:1].isupper()
        and context.left_gap == " "
        and not context.right
        and (candidate.value or 0.0) < _LARGEST_IN_TITLE
        and _CLOSES.match(candidate.after) is not None
        and context.left not in shipped_lexicon("figure-leads")
        and not candidate.mentions("figure-votes")
    )


def is_list_number(candidate: Candidate, context: Context) -> bool:
    """A number that opens its sentence and is set off by a full stop, a bracket or a colon: 3. …"""
    return (
        candidate.match.start() == candidate.sentence.span.start
        and candidate.match["low"].isdigit()
        and candidate.after[:1] in {".", ")", ":"}
        and candidate.after[1:2] == " "
    )
