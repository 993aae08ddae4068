"""The kinds of check: pure functions from an analysed text and a rule to findings.

A check reads the analysis; spaCy's Doc, with the same finds in its span groups, is made for one that asks for it.
The table maps the `kind` of a rule to "module:function"; a module is imported when a rule first needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from attribution_lint.model import Finding, Rule
from attribution_lint.nlp.analysis import AnalysedDoc

Check = Callable[[AnalysedDoc, Rule], Iterator[Finding]]

KINDS: dict[str, str] = {
    "anonymity-unexplained": "anonymity:unexplained",
    "anonymity-weak-reason": "anonymity:weak_reason",
    "anonymous-budget": "anonymity:budget",
    "bare-source": "sources:bare",
    "buried-attribution": "readability:buried_attribution",
    "change-does-not-follow": "arithmetic:change",
    "conflicting-figures": "conflicts:conflict",
    "dense-sentence": "readability:dense_sentence",
    "exemption": "figures:exempt",
    "headline-figure": "consistency:headline",
    "hearsay": "sources:hearsay",
    "late-speaker": "quotations:late_speaker",
    "loaded-cue": "wording:loaded",
    "long-sentence": "readability:long_sentence",
    "markup": "boilerplate:markup",
    "mixed-marks": "marks:mixed",
    "mojibake": "boilerplate:mojibake",
    "name-not-introduced": "names:never_introduced",
    "name-spelt-two-ways": "names:spelt_two_ways",
    "one-source": "cast:one_source",
    "pattern": "patterns:pattern",
    "percent-for-points": "arithmetic:points",
    "phrase": "phrases:phrases",
    "poll-without-method": "polls:incomplete",
    "quotation-without-speaker": "orphans:orphan",
    "range-upside-down": "ranges:reversed_range",
    "repeated-quotation": "quotations:repeated",
    "repeated-text": "boilerplate:repeated_text",
    "residue": "boilerplate:residue",
    "scale-slip": "consistency:scale_slip",
    "scare-quotes": "marks:scare",
    "second-hand-report": "media:uncredited",
    "share-does-not-follow": "shares:share",
    "shares-over-hundred": "shares:over_hundred",
    "single-marks": "marks:single_marks",
    "speakers-run-together": "quotations:run_together",
    "state-media-unlabelled": "media:unlabelled",
    "stray-byline": "boilerplate:stray_byline",
    "substitution": "patterns:substitution",
    "total-does-not-add-up": "sums:total",
    "unattributed-figure": "figures:unattributed",
    "unbalanced-marks": "marks:unbalanced",
    "vague-source": "sources:vague",
}

OWN_KINDS = frozenset({"unused-allow", "unreadable-allow"})
"""Kinds that the linter answers itself, once all checks have run."""


@cache
def check_for(kind: str) -> Check:
    """Return the function of a kind. Raises KeyError for a kind that does not exist."""
    module, function = KINDS[kind].split(":")
    check: Check = getattr(import_module(f"attribution_lint.checks.{module}"), function)
    return check


def validate(rule: Rule) -> None:
    """Raise PackError if the options of a rule are not those of its kind; kinds that do not say are not asked."""
    if rule.kind in OWN_KINDS:
        return
    module = import_module(f"attribution_lint.checks.{KINDS[rule.kind].partition(':')[0]}")
    check = getattr(module, "check", None)
    if check is not None:
        check(rule)
