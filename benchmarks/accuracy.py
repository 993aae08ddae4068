"""Scores the analysis on a corpus of brat files with Source, Cue and Content marks.

    python benchmarks/accuracy.py CORPUS [--labels JUDGED.jsonl] [--predictions OUT.jsonl] [--half even|odd]

It prints how many figures inside an attribution are reported all the same (false alarms), how many outside are, how
many marked cues are found and how often the main word of the source agrees. `--labels` adds an editor's verdicts, a
line each: {"article", "start", "end", "editor": "query"|"soft"|"none"}, and prints what share of the warnings an editor
keeps and how many of his queries are found. `--predictions` writes one object per article with the spans of
everything that was found. `--half` scores only the articles whose name's SHA-1 is even or odd, so that a part of
a corpus can stay unseen while rules are written.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from brat import Article, Marked, articles, half_of

from attribution_lint.linter import Linter, Story
from attribution_lint.model import Diagnostic, Severity, Span
from attribution_lint.nlp.attributions import is_sourcing

_PHRASE_END = re.compile(r",|\s(?:of|from|for|in|at|on|with|who|which|that|by|and|to)\s|\(")


def main() -> None:
    """Score a corpus and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--labels", type=Path, help="an editor's verdicts on figures")
    parser.add_argument("--predictions", type=Path, help="write what was found, an article a line")
    parser.add_argument("--half", choices=("even", "odd"), help="score only a half of the articles")
    options = parser.parse_args()
    score = Score()
    linter = Linter()
    predictions: dict[str, dict[str, Any]] = {}
    for article in articles(options.corpus):
        if options.half and half_of(article.name) != options.half:
            continue
        story = linter.read_text(article.text, f"{article.name}.txt")
        found = linter.lint(story).diagnostics
        score.add(article, story, found)
        predictions[article.name] = prediction(article.name, story, found)
    score.show()
    if options.labels:
        show_verdicts(predictions, [json.loads(line) for line in options.labels.read_text("utf-8").splitlines()])
    if options.predictions:
        lines = (json.dumps(entry) + "\n" for entry in predictions.values())
        options.predictions.write_text("".join(lines), encoding="utf-8")


def prediction(name: str, story: Story, found: Iterable[Diagnostic]) -> dict[str, Any]:
    """Return the spans of everything found in one article, as pairs of code-point offsets."""

    def spans(family: str, *, warned: bool) -> list[list[int]]:
        return [
            [diagnostic.start.offset, diagnostic.end.offset]
            for diagnostic in found
            if diagnostic.code.startswith(family) and (diagnostic.severity >= Severity.WARNING) == warned
        ]

    def pair(span: Span | None) -> list[list[int]]:
        if span is None:
            return []
        source = story.prose.offsets.source_span(span)
        return [[source.start, source.end]]

    return {
        "id": name,
        "figures": spans("FIG101", warned=True),
        "figures_info": spans("FIG101", warned=False),
        "boilerplate": spans("BOI", warned=True) + spans("BOI", warned=False),
        "attributions": [
            {
                "source": pair(attribution.source.span if attribution.source else None),
                "cue": pair(attribution.cue.span if attribution.cue else None),
                "content": pair(attribution.content),
            }
            for attribution in story.analysis.attributions
        ],
    }


class Score:
    """Counts over a corpus."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, article: Article, story: Story, found: Iterable[Diagnostic]) -> None:
        """Count one article."""
        counts, analysis = self.counts, story.analysis
        reported = {(d.start.offset, d.end.offset): d.severity for d in found if d.code == "FIG101"}
        marked = [span for attribution in article.attributions for span in attribution.spans]
        for figure in analysis.figures:
            span = story.prose.offsets.source_span(figure.span)
            inside = "inside" if any(span.overlaps(other) for other in marked) else "outside"
            severity = reported.get((span.start, span.end))
            counts[f"figures {inside}"] += 1
            counts[f"reported {inside}"] += severity is not None
            counts[f"warned {inside}"] += severity is not None and severity >= Severity.WARNING
        self._add_cues(article, story)
        counts["words"] += len(article.text.split())

    def _add_cues(self, article: Article, story: Story) -> None:
        counts = self.counts
        free = [a for a in story.analysis.attributions if a.cue is not None and is_sourcing(a)]
        counts["cues found"] += len(free)
        for attribution in article.attributions:
            if not attribution.cue:
                continue
            counts["cues marked"] += 1
            match = next((a for a in free if a.cue and any(a.cue.span.overlaps(cue) for cue in attribution.cue)), None)
            if match is None:
                continue
            free.remove(match)
            counts["cues agreed"] += 1
            if attribution.source:
                counts["sources marked"] += 1
                named = article.text[match.source.span.start : match.source.span.end] if match.source else ""
                counts["sources agreed"] += _main_word(named) == _main_word(_text(article, attribution))

    def show(self) -> None:
        """Print the rates."""
        counts = self.counts
        print(f"{counts['words']} words, {counts['figures inside'] + counts['figures outside']} figures")
        for level in ("reported", "warned"):
            for place in ("inside", "outside"):
                _print(
                    f"figures {place} an attribution, {level}", counts[f"{level} {place}"], counts[f"figures {place}"]
                )
        _print("sourcing cues that annotators mark too", counts["cues agreed"], counts["cues found"])
        _print("marked cues found (wishes and plans included)", counts["cues agreed"], counts["cues marked"])
        _print("main word of the source, given the cue", counts["sources agreed"], counts["sources marked"])


def show_verdicts(predictions: dict[str, dict[str, Any]], labels: list[dict[str, Any]]) -> None:
    """Print what an editor's verdicts say of the warnings."""
    warned: Counter[str] = Counter()
    noted: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for label in labels:
        found = predictions.get(label["article"])
        if found is None:
            continue
        verdict = label["editor"]
        total[verdict] += 1
        warned[verdict] += _hit(found["figures"], label)
        noted[verdict] += _hit(found["figures"] + found["figures_info"], label)
    _print("warnings that the editor keeps (query or soft)", warned["query"] + warned["soft"], warned.total())
    _print("the editor's queries warned about", warned["query"], total["query"])
    _print("the editor's queries reported at any level", noted["query"], total["query"])


def _hit(spans: list[list[int]], label: dict[str, Any]) -> bool:
    return any(start < label["end"] and end > label["start"] for start, end in spans)


def _text(article: Article, attribution: Marked) -> str:
    return " ".join(article.text[span.start : span.end] for span in attribution.source)


def _main_word(phrase: str) -> str:
    words = re.findall(r"\w+", _PHRASE_END.split(phrase)[0])
    return words[-1].lower() if words else ""


def _print(what: str, part: int, whole: int) -> None:
    share = f"{100 * part / whole:5.1f} %" if whole else "    –  "
    print(f"{share}  {what} ({part} of {whole})")


if __name__ == "__main__":
    main()
