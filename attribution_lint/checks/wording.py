"""Cues that take a side: “claimed” doubts, “admitted” confesses, “revealed” vouches."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.occurrences import occurrences, occurrences_in
from attribution_lint.checks.speech import plain
from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, Cue, analysis_of
from attribution_lint.nlp.parts import in_each

_OPENING = frozenset({"“", '"', "''", "``", "‘", "«"})
_CLAUSE = grammar.SUBJECT_PRONOUNS | frozenset({"that", "there"})
_SETTING_RIGHT = frozenset({"wrongly", "falsely", "incorrectly", "mistakenly", "rightly", "correctly"})
_MADE_KNOWN = frozenset({"reveal"})  # of a body or a paper it tells what came out
_SUBJECT_REACH = 6
_AUTHOR = frozenset({"i", "my", "me"})
_OF_ONESELF = frozenset({"he", "she", "his", "her"})


def loaded(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield verbs of the rule's lexicons that colour what somebody says, with the plain form to put instead.

    “loaded-cues” count wherever they report a statement, unless a word of “loaded-grounds” near them bears them out;
    “loaded-refusals” count as such whole phrases. Rests on AP and on the GMEM and OUP guides to verbs of
    attribution: “said” is safe.
    """
    analysis = analysis_of(doc)
    if _is_in_first_person(analysis):
        return  # a column or a letter: its judgements are the author's, and meant
    plainer = dict(entry.split(":") for entry in rule.lexicons["loaded-cues"])
    for attribution in (*plain(doc), *_coordinated(analysis)):
        cue = attribution.cue
        assert cue is not None
        form = analysis.words.lower[cue.first]
        if cue.lemma not in plainer or not _reports_statement(analysis, attribution):
            continue
        number = attribution.sentence
        around = Span(analysis.sentences[max(number - 1, 0)].span.start, _end_of_next_block(analysis, number))
        if not occurrences(analysis.text, rule.lexicons["loaded-grounds"], around.start, around.end):
            suggestion = _inflected(plainer[cue.lemma], form)
            yield Finding(cue.span, values={"text": analysis.slice(cue.span)}, suggestions=(suggestion,))
    for span in occurrences_in(analysis, rule.lexicons["loaded-refusals"]):
        if analysis.quotation_at(span.start) is None:
            verb = Span(span.start, span.start + len(analysis.slice(span).split()[0]))
            yield Finding(verb, values={"text": analysis.slice(verb)}, suggestions=("declined",))


def _coordinated(analysis: Analysis) -> list[Attribution]:
    """Return the attributions of a second verb with the first one's subject: “Moss left and claimed that …”."""
    lower = analysis.words.lower
    return [
        each
        for each in analysis.attributions
        if each.source is not None
        and each.source_type in {"person", "official", "organisation"}
        and each.cue is not None
        and each.cue.kind == "verb"
        and lower[each.cue.first - 1] in {"and", "but"}
        and lower[min(each.cue.last, len(lower) - 1)] == "that"
        and analysis.quotation_at(each.cue.span.start) is None
        and analysis.blocks[analysis.sentences[each.sentence].block].kind not in {"heading", "code", "cell"}
    ]


def _end_of_next_block(analysis: Analysis, number: int) -> int:
    """Return where the second sentence of the next paragraph ends: a denial stands before."""
    block = analysis.sentences[number].block
    last = number + 1
    while last + 1 < len(analysis.sentences) and analysis.sentences[last].block == block:
        last += 1
    return analysis.sentences[min(last + 1, len(analysis.sentences) - 1)].span.end


def _is_in_first_person(analysis: Analysis) -> bool:
    """Whether the author of a story says “I” or “my” outside quotations, more than once."""
    return sum(times for _, times in in_each(analysis, _says_i)) > 1


def _says_i(analysis: Analysis) -> int:
    words = analysis.words
    own = (n for n, word in enumerate(words.lower) if word in _AUTHOR and (word != "i" or words.text[n] == "I"))
    return sum(analysis.quotation_at(words.start[n]) is None for n in own)


def _reports_statement(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether the cue has a clause or a quoted sentence for its object, not a thing: “claimed victory” is a deed."""
    cue, source = attribution.cue, attribution.source
    assert cue is not None
    assert source is not None
    words = analysis.words
    sentence = analysis.sentences[attribution.sentence]
    after = words.lower[cue.last] if cue.last < sentence.last else "."
    before_cue = words.lower[cue.first - 1] if cue.first > sentence.first else ""
    if source.head in {"i", "we"}:
        return False
    if before_cue in {"to", "means", "by", "without"} or before_cue in grammar.MODALS or before_cue in _SETTING_RIGHT:
        return False
    has_clause = after in _CLAUSE and not _is_object(analysis, cue.last, sentence.last)
    if has_clause or _opens_clause(analysis, cue, sentence.last):
        if cue.lemma in _MADE_KNOWN:
            if words.lower[min(cue.last + (after == "that"), sentence.last - 1)] in _OF_ONESELF:
                return False  # whoever reveals that he is ill vouches for himself
            return source.type in {"person", "pronoun"} and after in _CLAUSE
        return source.type != "document"
    if after in {",", ":"} and cue.last + 1 < sentence.last and words.lower[cue.last + 1] in _OPENING:
        quotation = analysis.quotation_at(words.start[cue.last + 1])
        return quotation is not None and not quotation.scare
    if cue.lemma in _MADE_KNOWN and source.type not in {"person", "pronoun"}:
        return False
    if after in {".", ",", "on", "in", "at", "during", "when", "later"} or after in grammar.DAYS:
        before = words.at(source.span.start) if source.span.start < cue.span.start else cue.first
        return before > sentence.first and words.lower[before - 1] in {",", "?", "!"} | _OPENING | {"”"}
    return False


def _is_object(analysis: Analysis, at: int, last: int) -> bool:
    """Whether the pronoun behind a cue is what is claimed, as nothing that a clause could go on with follows it."""
    follower = analysis.words.lower[at + 1] if at + 1 < last else "."
    return analysis.words.lower[at] != "that" and not follower[0].isalnum()


def _opens_clause(analysis: Analysis, cue: Cue, last: int) -> bool:
    """Whether a noun phrase and its verb follow the cue: “claims the dam will flood”, not “claimed the lives of”."""
    words = analysis.words
    if cue.last >= last or not (
        words.lower[cue.last] in grammar.DETERMINERS or (words.text[cue.last][0].isupper() and cue.last + 1 < last)
    ):
        return False
    for at in range(cue.last + 1, min(cue.last + _SUBJECT_REACH, last)):
        word = words.lower[at]
        if word in grammar.AUXILIARIES - grammar.GENITIVES:
            return True
        if word in grammar.PREPOSITIONS | grammar.RELATIVES | grammar.COORDINATORS or not word[0].isalnum():
            return False
    return False


def _inflected(verb: str, form: str) -> str:
    """Return a plain verb in the form that the loaded one has: said, says, saying."""
    if form.endswith("ing"):
        return {"say": "saying"}.get(verb, verb + "ing")
    if form.endswith("s"):
        return verb + "s"
    return {"say": "said"}.get(verb, verb + "ed")
