"""Allow-comments: what a draft says to the linter, and whether it still needs saying.

`attribution-lint: allow FIG101` covers the paragraph that follows (or that it stands in), `allow-file` the whole
draft. Several codes, prefixes or names of rules may follow; none means every rule. Words after a dash, a colon or in
parentheses are a reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from attribution_lint.draft import Draft
from attribution_lint.errors import nearest
from attribution_lint.formats.prose import Prose
from attribution_lint.model import Diagnostic, Edit, Fix, Rule, Span

_COMMENT = re.compile(r"\s*attribution-lint:\s*(?P<words>.*)", re.DOTALL)
CODE_OR_NAME = r"(?:[A-Z]{3}\d{0,3}|[a-z0-9]+(?:-[a-z0-9]+)*)\b"
"""What an allow-comment names: a code, the beginning of one, or the name of a rule."""
_WORDS = re.compile(
    rf"(?P<scope>allow-file|allow)(?P<codes>(?:[\s,]+{CODE_OR_NAME})*+)"
    r"(?:\s*|\s+-.*|\s*[–—:(].*)",
    re.DOTALL,
)
_CODE = re.compile(r"[A-Z]{3}\d{0,3}")
_NAMES = re.compile(r"(?<![a-z0-9])[a-z0-9]++(?:-[a-z0-9]+)+")
_SCOPES = ("allow", "allow-file")
_ALL_CODES = "“attribution-lint rules” lists the codes"


@dataclass(frozen=True)
class _Allowance:
    comment: Span
    covers: Span
    codes: tuple[str, ...]
    used: set[str] = field(default_factory=set)

    def takes(self, found: Diagnostic) -> bool:
        if not (self.covers.start <= found.start.offset < max(self.covers.end, self.covers.start + 1)):
            return False
        matching = [code for code in self.codes if found.code.startswith(code)]
        self.used.update(matching)
        return bool(matching)


def apply(
    found: Iterable[Diagnostic], draft: Draft, prose: Prose, rules: Sequence[Rule], known: Mapping[str, Rule]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return the diagnostics that stay, and those that an allow-comment covers.

    A comment that covers nothing is reported if `rules` asks for it and a rule it names is in force; a code that
    is not among `known` is reported always.
    """
    allowances: list[_Allowance] = []
    unreadable: list[tuple[Span, str]] = []
    names = {rule.name: code for code, rule in known.items()} if prose.comments else {}
    for comment, text in prose.comments:
        match = _COMMENT.fullmatch(text)
        if match is None:
            continue
        words = _WORDS.fullmatch(match["words"].strip())
        codes = _codes(words["codes"], names) if words else None
        if words is None or codes is None:
            unreadable.append((comment, match["words"].strip()))
            continue
        covers = Span(0, len(draft.text)) if words["scope"] == "allow-file" else _paragraph(comment, prose)
        allowances.append(_Allowance(comment, covers, codes or ("",)))
    stays: list[Diagnostic] = []
    allowed: list[Diagnostic] = []
    for item in found:
        takers = [allowance for allowance in allowances if allowance.takes(item)]
        (allowed if takers else stays).append(item)
    stays += _about_comments(allowances, unreadable, draft, rules, known)
    return sorted(stays, key=lambda d: (d.start.offset, d.end.offset, d.code)), allowed


def _codes(words: str, names: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the codes and prefixes among the words, and those of rules named; None if another word is there."""
    given = words.replace(",", " ").split()
    codes = tuple(word if _CODE.fullmatch(word) else names.get(word, "") for word in given)
    return codes if all(codes) else None


def _paragraph(comment: Span, prose: Prose) -> Span:
    """The source of the block that the comment stands in, else of the next one."""
    for block in prose.blocks:
        if block.source.end > comment.start:
            return block.source
    return Span(comment.end, comment.end)


def _about_comments(
    allowances: list[_Allowance],
    unreadable: list[tuple[Span, str]],
    draft: Draft,
    rules: Sequence[Rule],
    known: Mapping[str, Rule],
) -> Iterable[Diagnostic]:
    by_kind = {rule.kind: rule for rule in rules}
    rule = by_kind.get("unused-allow")
    if rule is not None:
        in_force = {other.code for other in rules if other.reports} - {rule.code}
        for allowance in allowances:
            stale = [code for code in allowance.codes if code not in allowance.used]
            all_known = all(any(other.startswith(code) for other in known) for code in allowance.codes)
            fix = _without(allowance.comment, draft) if all_known and len(stale) == len(allowance.codes) else None
            for code in stale:
                if not any(other.startswith(code) for other in known):
                    message = f"No rule answers to “{code}”: {nearest(code, known, _ALL_CODES)}"
                    yield _diagnostic(rule, allowance.comment, message, draft, None)  # it was meant to allow something
                elif any(other.startswith(code) for other in in_force):
                    message = rule.message.format(code=code or "any rule")
                    yield _diagnostic(rule, allowance.comment, message, draft, fix)
                    fix = None
    rule = by_kind.get("unreadable-allow")
    if rule is not None:
        names = {other.name for other in known.values()}
        for comment, words in unreadable:
            yield _diagnostic(rule, comment, f"{rule.message}{_hint(words, names)}", draft, None)


def _hint(words: str, names: set[str]) -> str:
    """Return what most likely keeps the words of a comment from being read, if that can be told."""
    first, _, rest = words.partition(" ")
    if first not in _SCOPES:
        meant = nearest(first, _SCOPES, "")
        return f" ({meant[0].upper()}{meant[1:]})" if meant else ""
    if _WORDS.fullmatch(f"{first} {rest.upper()}"):
        return " Codes are written in capitals."
    unknown = [word for word in _NAMES.findall(rest) if word not in names]
    near = nearest(unknown[0], names, "") if unknown else ""
    if near:
        return f" ({near[0].upper()}{near[1:]})"
    return " Words that are no codes go after a dash." if _WORDS.match(words) else ""


def _diagnostic(rule: Rule, span: Span, message: str, draft: Draft, fix: Fix | None) -> Diagnostic:
    return Diagnostic(
        path=draft.path,
        code=rule.code,
        rule=rule.name,
        severity=rule.severity,
        message=message,
        text=draft.text[span.start : span.end],
        start=draft.position(span.start),
        end=draft.position(span.end),
        fix=fix,
        url=rule.url,
    )


def _without(comment: Span, draft: Draft) -> Fix:
    """The fix that deletes a comment, and its line if nothing else stands there."""
    starts = draft.line_starts
    first = draft.position(comment.start).line
    after = bisect_left(starts, comment.end)
    start, end = starts[first - 1], starts[after] if after < len(starts) else len(draft.text)
    alone = not (draft.text[start : comment.start] + draft.text[comment.end : end]).strip()
    return Fix("safe", (Edit(Span(start, end) if alone else comment, ""),))
