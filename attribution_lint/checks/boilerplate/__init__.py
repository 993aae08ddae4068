"""Stray boilerplate and residue: what copy, paste, wires, templates and chat assistants leave behind.

`residue` reports what one or more families of residue are found to fill; the other kinds report damage that a
scraper did to the text itself. A story is walked once, whatever number of rules asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from attribution_lint.checks.boilerplate import bylines, encoding, escapes, marks
from attribution_lint.checks.boilerplate.broken_words import broken_words
from attribution_lint.checks.boilerplate.families import BY_NAME
from attribution_lint.checks.boilerplate.found import Residue
from attribution_lint.checks.boilerplate.place import body
from attribution_lint.checks.boilerplate.repeats import Repeat, repeats
from attribution_lint.checks.boilerplate.scan import scan
from attribution_lint.checks.boilerplate.spoken_of import tells_of_characters
from attribution_lint.errors import PackError
from attribution_lint.model import Applicability, Edit, Finding, Fix, Related, Rule, Severity, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of
from attribution_lint.patterns import screened

_KEY = "attribution_lint.residue"
_REPEATS = "attribution_lint.repeats"
_MASTHEAD = screened(r" ?[-–—|•·:] [^-–—|•·:\n]{2,60}\Z")  # what a page's title adds to a headline
_MARKS = frozenset({"masthead", "byline", "tracking", "campaign", "embed-mark", "photo-mark", "glued", "run-in"})

_TO_BE_READ = frozenset({"placeholder", "run-in"})  # where only a reader can tell what belongs there, or where it ends


class ResidueOptions(msgspec.Struct, forbid_unknown_fields=True):
    """Options of the kind “residue”: the families that the rule reports."""

    families: Annotated[list[str], msgspec.Meta(min_length=1)]


def check(rule: Rule) -> None:
    """Raise PackError if the options of a rule of this module are not what its kind takes."""
    if rule.kind != "residue":
        return
    where = f"{rule.pack}: {rule.code}"
    try:
        families = msgspec.convert(rule.options, ResidueOptions).families
    except msgspec.ValidationError as error:
        raise PackError(where, f"options: {error}", "name the families of residue in a list") from None
    known = BY_NAME.keys() | _MARKS
    for name in families:
        if name not in known:
            raise PackError(where, f"options: no family “{name}”", f"known are {', '.join(sorted(known))}")


def residue(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the residue of the families in the rule's options: whole blocks, sentences, brackets or marks."""
    analysis = analysis_of(doc)
    families = rule.options["families"]
    for found in _scanned(doc, analysis):
        if found.family in families:
            yield _finding(analysis, found)


def stray_byline(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield names and handles inside a sentence, and bylines between the paragraphs of the story."""
    analysis = analysis_of(doc)
    scanned = _scanned(doc, analysis)
    whole = [found.span for found in scanned if found.blocks]
    whole += [
        block.span
        for number, block in enumerate(analysis.blocks[: bylines.TOP])
        if bylines.is_byline_under_headline(analysis, number)
    ]
    names = [span for span in bylines.stray_names(analysis) if not _is_in(span, whole)]
    signed = [
        found for found in scanned if found.family == "byline" and (found.blocks or not _is_in(found.span, whole))
    ]
    signs = [found for found in signed if not any(span.covers(found.span) for span in names)]
    for span in names:
        if not any(span.overlaps(found.span) for found in signs):
            yield Finding(span, suggestions=("",))
    for found in signs:
        yield _finding(analysis, found)
    for number in bylines.stray_byline_blocks(analysis, *body(analysis)):
        yield Finding(analysis.blocks[number].span, removes=(number, number + 1))


def _is_in(span: Span, places: list[Span]) -> bool:
    return any(map(span.overlaps, places))


def repeated_text(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the second telling of a title, a paragraph or a sentence; the first one is related."""
    analysis = analysis_of(doc)
    whole = [found.span for found in _scanned(doc, analysis) if found.blocks]
    for repeat in _repeated(doc, analysis):
        if any(repeat.span.overlaps(other) for other in whole):
            continue
        yield Finding(
            repeat.span,
            values={"how": "again" if repeat.exact else "again, almost word for word"},
            removes=(repeat.block, repeat.block + 1) if repeat.block is not None and repeat.exact else None,
            related=(Related(repeat.first, "It stands here first."),),
        )


def mojibake(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield words whose characters were decoded wrongly, mended where that can be told."""
    analysis = analysis_of(doc)
    decoded = list(encoding.mojibake(analysis))
    if tells_of_characters(analysis, [analysis.slice(span) for span, _ in decoded], [mended for _, mended in decoded]):
        decoded = []
    for span, mended in (*decoded, *broken_words(analysis)):
        yield Finding(span, suggestions=(mended,) if mended else ())


def markup(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield HTML entities, tags and shortcodes, and blocks of style sheet or script."""
    analysis = analysis_of(doc)
    for found in _scanned(doc, analysis):
        if found.family == "code" or (found.family == "escape" and found.blocks):
            yield _finding(analysis, found)
    escaped = [found.span for found in _scanned(doc, analysis) if found.family == "escape" and not found.blocks]
    for span in escapes.by_sentence(analysis, escaped):
        mended = escapes.unescaped(analysis.slice(span))
        yield Finding(span, suggestions=(mended,) if mended else ())
    inside = list(encoding.markup(analysis))
    entities = [(span, character) for span, character in inside if character]
    if tells_of_characters(analysis, [analysis.slice(span) for span, _ in entities], [right for _, right in entities]):
        inside = [(span, character) for span, character in inside if not character]
    for span, character in inside:
        yield Finding(span, suggestions=(character,))


def _scanned(doc: AnalysedDoc, analysis: Analysis) -> list[Residue]:
    found = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _not_told_again(doc, analysis, scan(analysis))
    assert isinstance(found, list)
    return found


def _not_told_again(doc: AnalysedDoc, analysis: Analysis, found: list[Residue]) -> list[Residue]:
    """Return residue without what is but guessed to be some inside text that stands in the story twice."""
    return [
        one
        for one in found
        if not one.guessed or one.blocks or not any(repeat.span.covers(one.span) for repeat in _repeated(doc, analysis))
    ]


def _repeated(doc: AnalysedDoc, analysis: Analysis) -> list[Repeat]:
    """Return what stands in the story again, looked for once."""
    found = doc.user_data.get(_REPEATS)
    if found is None:
        found = doc.user_data[_REPEATS] = repeats(analysis)
    assert isinstance(found, list)
    return found


def _finding(analysis: Analysis, found: Residue) -> Finding:
    family = BY_NAME.get(found.family)
    severity = None
    if family and family.placing == "ends are information" and not found.proper:
        severity = Severity.WARNING
    if found.family == "chat" and not found.certain:
        severity = Severity.WARNING  # an error takes more than a turn of phrase
    if found.blocks:
        applicability: Applicability | None = "unsafe" if found.guessed else None
        return Finding(found.span, severity=severity, removes=found.blocks, applicability=applicability)
    if found.family in ("tracking", "campaign"):
        return Finding(found.span, severity=severity, fix=_without_parameters(analysis, found.span))
    if found.family == "masthead":
        name = _MASTHEAD.search(analysis.text, found.span.start, found.span.end)
        return Finding(found.span, fix=name and Fix("unsafe", (Edit(Span(*name.span()), ""),)))
    if found.family in _TO_BE_READ:
        return Finding(found.span, severity=severity)
    applies: Applicability = "safe" if found.family in ("citation", "wire-mark") else "unsafe"
    return Finding(found.span, severity=severity, fix=Fix(applies, (Edit(_with_gap(analysis.text, found.span), ""),)))


def _with_gap(text: str, span: Span) -> Span:
    """The span with the space before it where the text would otherwise keep two, or one before a full stop."""
    start = span.start
    follows = text[span.end : span.end + 1]
    if start and text[start - 1] in " \xa0" and (not follows or not follows.isalnum()):
        start -= 1
    return Span(start, span.end)


def _without_parameters(analysis: Analysis, address: Span) -> Fix | None:
    """Cut the parameters that track out of an address; the rest of it stays."""
    edits = []
    for span in marks.parameters(analysis.text, address):
        follows = analysis.text[span.end : span.end + 1] == "&"
        edits.append(Edit(Span(span.start, span.end + 1) if follows else Span(span.start - 1, span.end), ""))
    return Fix("safe", tuple(edits)) if edits else None
