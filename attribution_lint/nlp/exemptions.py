"""Exemptions: figures that take no source, by rules of the packs.

A rule of the kind `exemption` names a reason and what marks such figures. Its options: `reason` (official, known,
self, market, method, notfig), `sentence` (a pattern somewhere in the sentence), `nearby` (a pattern in the paragraph
or the one before), `before` and `after` (patterns that touch the figure), `noun` (a pattern for what is counted),
`below` (a value that the figure stays under), `kinds` (figure kinds), `unless` (a pattern that must not stand in the
sentence), `harmless` (no harm befell what is counted), `follows` (the figure can be worked out from two beside it),
`grade` ("exempt", or "soft": still open, but only worth a look), `carries` (figures of the same sort right after go
with it) and `report` (tell about each such figure, for an audit of the rule).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache, lru_cache, partial

import regex
from msgspec import Struct, field

from attribution_lint.model import Rule
from attribution_lint.nlp.analysis import Analysis, Figure
from attribution_lint.nlp.figures.befallen import is_told_of_harm
from attribution_lint.nlp.parts import parts
from attribution_lint.nlp.working_out import follows
from attribution_lint.packs import load
from attribution_lint.patterns import SECONDS, compiled, lazy, too_slow

_BEFORE = 60  # code points before a figure that its `before` pattern sees


class Exemption(Struct, frozen=True, eq=False):
    """An exemption rule made ready to match."""

    code: str
    where: str
    reason: str
    soft: bool
    carries: bool
    follows: bool
    harmless: bool
    below: float
    kinds: frozenset[str]
    sentence: regex.Pattern[str] | None
    before: regex.Pattern[str] | None
    after: regex.Pattern[str] | None
    nearby: regex.Pattern[str] | None
    unless: regex.Pattern[str] | None

    def patterns(self) -> list[regex.Pattern[str]]:
        """Return the patterns that it has. To ask one for its text makes it: PackError if it is not valid."""
        patterns = (self.before, self.after, self.sentence, self.nearby, self.unless)
        return [pattern for pattern in patterns if pattern]

    def matches(self, analysis: Analysis, figure: Figure) -> bool:
        """Whether the rule holds for a figure of the story. Raises PackError if one of its patterns takes too long."""
        try:
            return self._matches(analysis, figure)
        except TimeoutError:
            raise too_slow(" or ".join(each.pattern for each in self.patterns()), self.where) from None

    def _matches(self, analysis: Analysis, figure: Figure) -> bool:
        if self.kinds and figure.kind not in self.kinds:
            return False
        if self.below and not (figure.value is not None and max(figure.value, figure.high or 0) < self.below):
            return False
        if self.follows and not follows(analysis, figure):
            return False
        text, span = analysis.text, analysis.sentences[figure.sentence].span
        if self.before and not self.before.search(
            text, max(span.start, figure.span.start - _BEFORE), figure.span.start, timeout=SECONDS
        ):
            return False
        if self.after and not self.after.match(text, figure.span.end, span.end, timeout=SECONDS):
            return False
        sentence = text[span.start : span.end]
        if self.sentence and not self.sentence.search(sentence, timeout=SECONDS):
            return False
        if self.nearby:
            first = analysis.blocks[max(figure.block - 1, 0)].span.start
            if not self.nearby.search(text[first : analysis.blocks[figure.block].span.end], timeout=SECONDS):
                return False
        if self.unless and self.unless.search(sentence, timeout=SECONDS):
            return False
        return not (self.harmless and is_told_of_harm(analysis, figure))


class _Held(Struct):
    """Which exemptions hold for the figures of a part, by place and kind, while what they rest on stays the same."""

    exemptions: Sequence[Exemption]
    before: str
    of: dict[Hashable, Exemption | None] = field(default_factory=dict)


def exemption_for(analysis: Analysis, figure: Figure, exemptions: Sequence[Exemption]) -> Exemption | None:
    """Return the first exemption that holds for a figure, those that settle it before those that soften it.

    It rests on the paragraph of the figure and the one before, and is looked for once while they stay the same.
    """
    part = parts(analysis)[figure.block]
    before = analysis.text_of(figure.block - 1) if figure.block else ""
    held: _Held | None = part.known.get(_Held)
    if held is None or held.exemptions is not exemptions or held.before != before:
        held = part.known[_Held] = _Held(exemptions, before)
    key = figure.span.start - part.start, figure.span.end - part.start, figure.kind
    if key not in held.of:
        held.of[key] = _first_for(analysis, figure, exemptions)
    return held.of[key]


def _first_for(analysis: Analysis, figure: Figure, exemptions: Sequence[Exemption]) -> Exemption | None:
    softened: Exemption | None = None
    for exemption in exemptions:
        if (softened is None or not exemption.soft) and exemption.matches(analysis, figure):
            if not exemption.soft:
                return exemption
            softened = exemption
    return softened


@lru_cache(maxsize=512)
def _compiled(pattern: str, where: str) -> regex.Pattern[str]:
    return compiled(pattern, regex.IGNORECASE | regex.VERSION0, where)


def _optional(rule: Rule, option: str, anchor: str = "") -> regex.Pattern[str] | None:
    pattern = rule.options.get(option)
    if not pattern:
        return None
    text = f"(?:{pattern}){anchor}"
    return lazy(partial(_compiled, text, f"{rule.pack}: {rule.code}"), text, regex.IGNORECASE)


def exemptions_of(rules: Sequence[Rule]) -> tuple[Exemption, ...]:
    """Return the exemptions among `rules`, ready to match, in order of code. Their patterns are made when needed."""
    return tuple(_exemption(rule) for rule in sorted(rules, key=lambda r: r.code) if rule.exempts)


def _exemption(rule: Rule) -> Exemption:
    return Exemption(
        code=rule.code,
        where=f"{rule.pack}: {rule.code}",
        reason=str(rule.options.get("reason", "known")),
        soft=rule.options.get("grade") == "soft",
        carries=bool(rule.options.get("carries")),
        follows=bool(rule.options.get("follows")),
        harmless=bool(rule.options.get("harmless")),
        below=float(rule.options.get("below", 0)),
        kinds=frozenset(rule.options.get("kinds", ())),
        sentence=_optional(rule, "sentence"),
        before=_optional(rule, "before", r"\s*$") if rule.options.get("before") else None,
        after=_optional(rule, "after"),
        nearby=_optional(rule, "nearby"),
        unless=_optional(rule, "unless"),
    )


@cache
def shipped_exemptions() -> tuple[Exemption, ...]:
    """Return the exemptions of the shipped packs, for a pipeline that no linter has set up."""
    return exemptions_of([rule for rule in load().rules.values() if rule.enabled])
