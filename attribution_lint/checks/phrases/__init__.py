"""Damaged attribution phrases: the slot decides what is wrong, never the word alone.

A frame that asks for somebody able to say, or something able to show, holds a word that is neither, and close by in
letters, sound or shape lies one that is. Each rule of the kind reports one defect of the frames.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from attribution_lint.checks.phrases.engine import issues_of
from attribution_lint.checks.phrases.quoting import AFTER_QUOTATION
from attribution_lint.checks.phrases.story import Issue
from attribution_lint.checks.phrases.vocabulary import vocabulary
from attribution_lint.model import Edit, Finding, Fix, Rule, Severity
from attribution_lint.nlp.analysis import AnalysedDoc, analysis_of


def phrases(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the damaged phrases whose defect the rule's option `defect` names, in prose offsets."""
    wanted = rule.options["defect"]
    for issue in issues_of(doc, vocabulary(rule.lexicons)):
        if issue.defect == wanted:
            yield _finding(_typeset(issue, analysis_of(doc).text), rule)


def _typeset(issue: Issue, text: str) -> Issue:
    """Return the issue with the apostrophes of its candidates as the story sets most of its own."""
    if any("'" in right for right in issue.candidates) and text.count("’") > text.count("'"):
        return replace(issue, candidates=tuple(right.replace("'", "’") for right in issue.candidates))
    return issue


def _finding(issue: Issue, rule: Rule) -> Finding:
    fix = None
    if rule.fix is not None:
        sure = rule.fix == "safe" and issue.certain
        fix = Fix("safe" if sure else "unsafe", (Edit(issue.span, issue.candidates[0]),))
    values = {"slot": issue.slot, "reason": issue.reason, "right": issue.candidates[0], "told": _told(issue)}
    severity = Severity.WARNING if issue.weak else None
    return Finding(issue.span, values, severity=severity, suggestions=issue.candidates, fix=fix)


_DISAGREES = re.compile("(“[^“”]+”) does not agree with it")
_FORMS = {
    "takes the plain form": "takes its plain form",
    "takes the participle": "takes its past participle",
    "takes the form in *-ing*": "ends in *-ing*",
}


def _told(issue: Issue) -> str:
    """Return the slot and what is wrong with it in one clause; a word that is no word is so in any slot."""
    reason, slot = issue.reason, issue.slot.strip()
    if reason.endswith("is no word") and ";" not in reason:
        return reason
    if not any(character.isalpha() for character in slot):
        return reason[:1].upper() + reason[1:]
    disagrees = _DISAGREES.fullmatch(reason)
    if disagrees and (noun := slot.removesuffix(" …")) != slot:
        return f"{disagrees[1]} does not agree with “{noun}”"
    if reason in _FORMS and (before := slot.removesuffix(" …")) != slot:
        return f"After “{before}” the verb {_FORMS[reason]}"
    named = "A quotation" if slot == AFTER_QUOTATION else f"“{slot}”"
    for subject in ("it ", "the word "):
        reason = reason.removeprefix(subject)
    is_predicate = reason != issue.reason or reason.startswith("takes ")
    return f"{named} {reason}" if is_predicate else f"{named}: {reason}"
