"""Cues that take a side: “claimed” doubts, “admitted” confesses, “revealed” vouches."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.speech import plain
from attribution_lint.model import Finding, Rule
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, analysis_of

_OPENING = frozenset({"“", '"', "''", "``", "‘", "«"})
_CLAUSE = grammar.SUBJECT_PRONOUNS | frozenset({"that", "there"})
_SETTING_RIGHT = frozenset({"wrongly", "falsely", "incorrectly", "mistakenly", "rightly", "correctly"})
_ONLY_SPEECH = frozenset({"reveal"})  # with a clause they tell what somebody made known


def loaded(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield verbs of the rule's lexicons that colour what somebody says, with the plain form to put instead.

    The first lexicon lists verbs that count wherever they report a statement, the second those that count only
    in front of the words behind their colon (“refused:to comment”). Rests on AP and on the GMEM and OUP guides to
    verbs of attribution: “said” is safe.
    """
    analysis = analysis_of(doc)
    statements, deeds = (rule.lexicons[name] for name in ("loaded-cues", "loaded-refusals"))
    plainer = dict(entry.split(":") for entry in statements)
    for attribution in plain(doc):
        cue = attribution.cue
        assert cue is not None
        form = analysis.words.lower[cue.first]
        if cue.lemma in plainer and _reports_statement(analysis, attribution):
            suggestion = _inflected(plainer[cue.lemma], form)
            yield Finding(cue.span, values={"text": analysis.slice(cue.span)}, suggestions=(suggestion,))
    words = analysis.words
    for form, *parts in (entry.replace(":", " ").split() for entry in sorted(deeds)):
        for index, word in enumerate(words.lower):
            if word == form and words.lower[index + 1 : index + 1 + len(parts)] == parts:
                span = words.span(index, index + 1)
                if analysis.quotation_at(span.start) is None:
                    yield Finding(span, values={"text": analysis.slice(span)}, suggestions=("declined",))


def _reports_statement(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether the cue has a clause or a quoted sentence for its object, not a thing: “claimed victory” is a deed."""
    cue, source = attribution.cue, attribution.source
    assert cue is not None
    assert source is not None
    words = analysis.words
    sentence = analysis.sentences[attribution.sentence]
    after = words.lower[cue.last] if cue.last < sentence.last else "."
    before_cue = words.lower[cue.first - 1] if cue.first > sentence.first else ""
    if before_cue == "to" or before_cue in grammar.MODALS or before_cue in _SETTING_RIGHT:
        return False
    if after in _CLAUSE:
        return cue.lemma not in _ONLY_SPEECH and source.type != "document"
    if after in {",", ":"} and cue.last + 1 < sentence.last and words.lower[cue.last + 1] in _OPENING:
        quotation = analysis.quotation_at(words.start[cue.last + 1])
        return quotation is not None and not quotation.scare
    if after in {".", ",", "on", "in", "later"} or after in grammar.DAYS:
        before = words.at(source.span.start) if source.span.start < cue.span.start else cue.first
        return before > sentence.first and words.lower[before - 1] in {",", "?", "!"} | _OPENING | {"”"}
    return False


def _inflected(verb: str, form: str) -> str:
    """Return a plain verb in the form that the loaded one has: said, says, saying."""
    if form.endswith("ing"):
        return {"say": "saying"}.get(verb, verb + "ing")
    if form.endswith("s"):
        return verb + "s"
    return {"say": "said"}.get(verb, verb + "ed")
