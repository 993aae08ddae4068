"""News from other media: state media that are not called so, and reports that nobody is credited for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.occurrences import occurrences, occurrences_in
from attribution_lint.checks.speech import names_somebody, plain
from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, analysis_of
from attribution_lint.patterns import screened

_CALLS = frozenset({"call", "declare", "project"})
_LABEL_REACH = 80
TITLE = re.compile(r"[Tt]he [A-Z][\w’'-]+ [A-Z]")
"""How the name of a paper looks: The Daily Monitor."""

_OFFICIAL = screened(r"\bofficial (?:[\w’'-]+ ){0,2}$")  # the country's official KCNA


def unlabelled(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield state media of the rule's lexicon that carry a claim and are nowhere called what they are.

    An entry is a name, its other names behind colons. Labels are the words of the second lexicon; one beside any
    name of the medium in the story is enough. Rests on the BBC's rule to make clear who controls a source.
    """
    analysis = analysis_of(doc)
    labels = rule.lexicons["state-labels"]
    if not occurrences_in(analysis, _all_names(rule.lexicons["state-media"])):
        return
    for entry in sorted(rule.lexicons["state-media"]):
        names = entry.split(":")
        mentions = [span for span in occurrences(analysis.text, names) if _keeps_capitals(analysis, span, names)]
        sourcing = [span for span in mentions if any(_names(each, span) for each in plain(doc))]
        if not sourcing or any(_has_label(analysis, span, labels) for span in mentions):
            continue
        yield Finding(sourcing[0], values={"medium": analysis.slice(sourcing[0])})


@lru_cache(maxsize=8)
def _all_names(media: frozenset[str]) -> frozenset[str]:
    return frozenset(name for entry in media for name in entry.split(":"))


def uncredited(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield “media reports” and the like as a source where neither the paragraph nor the next credits an outlet.

    Rests on AP's rule to credit other outlets by name and on Poynter's on second-hand reporting.
    """
    analysis = analysis_of(doc)
    (phrases,) = rule.lexicons.values()
    for attribution in plain(doc):
        source = attribution.source
        assert source is not None
        if attribution.cue is not None and attribution.cue.lemma in _CALLS:
            continue  # media called the race: that is what they did, not what they told
        if analysis.slice(source.span).lower() in phrases and not _is_credited(analysis, attribution):
            yield Finding(source.span, values={"source": analysis.slice(source.span)})


def _keeps_capitals(analysis: Analysis, span: Span, names: list[str]) -> bool:
    """Whether the name is written as a name: “Granma” is a paper, “granma” is not."""
    return analysis.slice(span).split()[0] in {name.split()[0] for name in names}


def _names(attribution: Attribution, span: Span) -> bool:
    """Whether the name at `span` is the source of the attribution or ends it."""
    source = attribution.source
    assert source is not None
    return source.span.overlaps(span) and (source.type == "media" or source.span.end <= span.end + 12)


def _has_label(analysis: Analysis, span: Span, labels: frozenset[str]) -> bool:
    sentence = analysis.sentences[analysis.sentence_at(span.start)].span
    start = max(sentence.start, span.start - _LABEL_REACH)
    end = min(sentence.end, span.end + _LABEL_REACH)
    official = _OFFICIAL.search(analysis.text, start, span.start)
    return official is not None or bool(occurrences(analysis.text, labels, start, end))


def _is_credited(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether an outlet is named as a source in the paragraph or the next, or a link leads to one."""
    assert attribution.source is not None
    block = analysis.sentences[attribution.sentence].block
    if analysis.blocks[block].links:
        return True
    return any(
        other is not attribution
        and other.source is not None
        and not other.source.span.overlaps(attribution.source.span)
        and names_somebody(analysis, other)
        and block <= analysis.sentences[other.sentence].block <= block + 1
        and (
            other.source.type in {"media", "organisation"} or TITLE.match(analysis.slice(other.source.span)) is not None
        )
        for other in analysis.attributions
    )
