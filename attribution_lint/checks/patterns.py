r"""Checks that are wholly data: a pattern that should not stand in a draft, and words to swap for others.

Both work block by block, so `^` and `$` are the ends of a paragraph. Patterns are those of the `regex` module;
`\L<name>` stands for any entry of a lexicon that the rule lists (with `_` for `-`). A house pattern that takes
too long is stopped and named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Annotated, Literal

import msgspec
import regex
from msgspec import Struct, field

from attribution_lint.errors import PackError
from attribution_lint.formats.prose import BlockKind
from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of
from attribution_lint.patterns import SECONDS, compiled, too_slow

Where = Literal["outside", "inside", "anywhere"]


class Scope(msgspec.Struct, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """Where a data rule looks; the options that both kinds share.

    `quotations`: whether words inside quotation marks count. `blocks`: kinds of block to read; all but code if
    empty. `case`: whether capitals matter. `needs`: literal words of which one must occur in a block before any
    pattern is tried there; it makes a costly pattern cheap.
    """

    quotations: Where = "outside"
    blocks: list[BlockKind] = []
    case: bool = False
    needs: list[Annotated[str, msgspec.Meta(min_length=1)]] = []


class PatternOptions(Scope):
    """Options of the kind “pattern”: `patterns` to find, and what to suggest instead, as `\\1` templates."""

    patterns: Annotated[list[str], msgspec.Meta(min_length=1)]
    replace: list[str] = []


class SubstitutionOptions(Scope):
    """Options of the kind “substitution”: words or phrases, each with what to put instead, the best first."""

    swap: Annotated[dict[str, str | list[str]], msgspec.Meta(min_length=1)]


OPTIONS: dict[str, type[Scope]] = {"pattern": PatternOptions, "substitution": SubstitutionOptions}


def check(rule: Rule) -> None:
    """Raise PackError naming the rule if its options are not those of its kind."""
    _matcher(rule)


def pattern(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a finding for each match of a pattern: the group `span` if there is one, else the whole match."""
    analysis = analysis_of(doc)
    matcher = _matcher(rule)
    for start, match in matcher.matches(analysis):
        group = "span" if "span" in match.re.groupindex else 0
        low, high = match.span(group)
        if low == high:
            continue
        yield Finding(
            Span(start + low, start + high),
            values={"text": match[group], **{name: text or "" for name, text in match.groupdict().items()}},
            suggestions=tuple(match.expand(template) for template in matcher.replace),
        )


def substitution(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a finding for each phrase of the swap table, with its replacements in the case of the match."""
    analysis = analysis_of(doc)
    matcher = _matcher(rule)
    for start, match in matcher.matches(analysis):
        replacements = matcher.swap[_plain(match[0], matcher.case)]
        suggestions = tuple(_in_case_of(match[0], replacement) for replacement in replacements)
        if match[0] in suggestions:
            continue
        yield Finding(
            Span(start + match.start(), start + match.end()),
            values={"text": match[0], "suggestion": suggestions[0]},
            suggestions=suggestions,
        )


class _Matcher(Struct, frozen=True, dict=True):
    rule: Rule
    patterns: tuple[regex.Pattern[str], ...]
    needs: regex.Pattern[str] | None
    quotations: Where
    blocks: frozenset[str]
    case: bool
    replace: tuple[str, ...] = ()
    swap: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def matches(self, analysis: Analysis) -> Iterator[tuple[int, regex.Match[str]]]:
        """Yield each match and the prose offset of the block that it was found in."""
        if self.needs and not self.needs.search(analysis.text):
            return
        for block in analysis.blocks:
            if block.kind not in self.blocks if self.blocks else block.kind == "code":
                continue
            text = analysis.slice(block.span)
            if self.needs and not self.needs.search(text):
                continue
            for pattern in self.patterns:
                try:
                    for match in pattern.finditer(text, timeout=SECONDS):
                        if self._fits(analysis, block.span.start + match.start()):
                            yield block.span.start, match
                except TimeoutError:
                    raise too_slow(pattern.pattern, f"{self.rule.pack}: {self.rule.code}") from None

    def _fits(self, analysis: Analysis, offset: int) -> bool:
        if self.quotations == "anywhere":
            return True
        return (analysis.quotation_at(offset) is not None) == (self.quotations == "inside")


@lru_cache(maxsize=1024)
def _matcher(rule: Rule) -> _Matcher:
    where = f"{rule.pack}: {rule.code}"
    try:
        options = msgspec.convert(rule.options, OPTIONS[rule.kind])
    except msgspec.ValidationError as error:
        raise PackError(where, f"options: {error}", "see rules/README.md for the options of a kind") from None
    flags = 0 if options.case else regex.IGNORECASE
    swap: dict[str, tuple[str, ...]] = {}
    replace: tuple[str, ...] = ()
    if isinstance(options, SubstitutionOptions):
        for phrase, new in options.swap.items():
            swap[_plain(phrase, options.case)] = (new,) if isinstance(new, str) else tuple(new)
        patterns = [_phrases(swap, flags)]
    else:
        assert isinstance(options, PatternOptions)
        replace = tuple(options.replace)
        patterns = [_compile(text, flags, rule, where) for text in options.patterns]
    return _Matcher(
        rule=rule,
        patterns=tuple(patterns),
        needs=_any_of(options.needs, flags) if options.needs else None,
        quotations=options.quotations,
        blocks=frozenset(options.blocks),
        case=options.case,
        replace=replace,
        swap=swap,
    )


def _compile(text: str, flags: int, rule: Rule, where: str) -> regex.Pattern[str]:
    lexicons = {name.replace("-", "_"): sorted(entries) for name, entries in rule.lexicons.items()}
    used = {name: entries for name, entries in lexicons.items() if f"\\L<{name}>" in text}
    return compiled(text, flags, where, **used)


def _any_of(words: Sequence[str], flags: int) -> regex.Pattern[str]:
    return regex.compile(r"\L<words>", flags, words=list(words))


def _phrases(swap: dict[str, tuple[str, ...]], flags: int) -> regex.Pattern[str]:
    """A pattern for whole phrases, the longest first, with any white space between their words."""
    longest_first = sorted(swap, key=len, reverse=True)
    bodies = (r"\s+".join(regex.escape(word) for word in phrase.split()) for phrase in longest_first)
    return regex.compile(rf"(?<!\w)(?:{'|'.join(bodies)})(?!\w)", flags)


def _plain(text: str, case: bool) -> str:
    joined = " ".join(text.split())
    return joined if case else joined.casefold()


def _in_case_of(found: str, replacement: str) -> str:
    letters = [character for character in found if character.isalpha()]
    if len(letters) > 1 and all(character.isupper() for character in letters):
        return replacement.upper()
    if letters and letters[0].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement
