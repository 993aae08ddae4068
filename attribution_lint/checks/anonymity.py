"""Sources without a name: whether the story says why, whether the reason is any good, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

import regex

from attribution_lint.checks.occurrences import folded, occurrences
from attribution_lint.checks.same_thing import stem
from attribution_lint.checks.speech import is_plain, names_somebody, source_words
from attribution_lint.model import Finding, Related, Rule, Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, analysis_of
from attribution_lint.nlp.answers import of_each_attribution
from attribution_lint.nlp.parts import attributions_of
from attribution_lint.nlp.speakers import is_silent
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_OPENING_BLOCKS = 3
_SOON = 2  # sentences
_APPOSITION = 80  # code points behind a name that may tell who it is
_DESCRIBES_NOBODY = (
    grammar.DETERMINERS
    | grammar.PREPOSITIONS
    | frozenset("senior former top official officials source sources person close familiar with the who".split())
)
_NAMELESS_OPENERS = frozenset({"a", "an", "one", "another", "two", "three", "four", "several", "multiple"})
_OUTLETS = (
    r"\b(?:Times|Post|Journal|News|Gazette|Herald|Guardian|Politico|POLITICO|CNN|AP|AFP|BBC|NBC|CBS|Reuters|"
    r"Bloomberg)\b"
)
_OUTLETS_ALONE = lazily(_OUTLETS + r"|\b(?:reports?|reported|writes?|wrote)\b")
_EXCERPT = 3  # paragraphs that a line ending in a colon may lead to
_KNOWN = frozenset({"the", "these", "those", "both"})
_CREDIT = lazily(
    rf"\b(?:told|to|reported|reports|story|article|video|interview)\b.{{0,40}}{_OUTLETS}|"
    rf"{_OUTLETS}.{{0,40}}\b(?:reported|reports|story|article)\b"
)
_IN_PUBLIC = lazily(
    r"\b(?:in|at) (?:a|the|an) (?:\w+ )?(?:statement|news conference|press conference|briefing|hearing|news release|"
    r"press release|letter|e-?mail|memo|trial|court|tribunal|inquest|meeting|recording|video|indictment|affidavit|"
    r"transcript)\b|\b(?:(?:told|tells|tell) (?:the |a |an |its |his |her )?(?:court|jury|inquest|tribunal|judge|"
    r"inquiry|council|parliament|committee|lawmakers|mps|employees|workers|staff|crowd|audience|rally|students|passengers)|"
    r"testified|tweeted|in court|under oath|e-?mails? (?:show|released|obtained|published)|"
    r"(?:leaked|hacked|stolen|released) (?:e-?mails?|documents|messages))\b",
    regex.IGNORECASE,
)
_PEOPLE = frozenset({"people", "person", "individual", "individuals", "man", "woman"})
_HAS_PRIVATE_MEMBERS = frozenset("audience band cast choir church club crew family".split())
_KNOWS = lazily(
    r"\s{0,9}(?:who (?:is|are|was|were) )?(?:familiar with|close to|with (?:direct )?knowledge of|briefed on|"
    r"with ties to|privy to|involved in|aware of|inside)\b",
    regex.IGNORECASE,
)
_CONDITION = lazily(
    r"\b(?:(?:on|under) (?:the )?condition of anonymity|anonymously|requested anonymity|asked for anonymity|"
    r"(?:granted|given|asking for|requesting) anonymity|"
    r"(?:asked|asking|declined|requested|wished|refused) (?:not )?(?:to )?(?:be|remain) "
    r"(?:named|identified|anonymous|quoted by name)|(?:asked|insisted) that (?:his|her|their) names? not)\b",
    regex.IGNORECASE,
)
_OWN_REASON = lazily(r"\bwho\b.*\b(?:intimidated|afraid|fear(?:s|ed|ing)?|worri(?:es|ed)|bound by|non-?disclosure)\b")
_SO_AS_TO = lazily(
    r"\b(?:(?:in order|so as) (?:not )?to|to|so (?:that )?(?:he|she|they|(?:the |his |her |their )?\w+) "
    r"(?:can|could|may|might|would(?: be able to)?))\s+$|\bso as (?=$)",
    regex.IGNORECASE,
)
_REASON = lazily(
    r"\b(?:because|since (?!\d|(?-i:[A-Z])|last\b|early\b|late\b|then\b)|"
    r"to (?:discuss|describe|speak|talk|avoid|protect|be|share|disclose|offer|comment)|"
    r"in order to|so as|for fear|fear(?:ing|ed|s)|citing|not (?:authori[sz]ed|permitted|allowed|cleared)|"
    r"(?:wasn|weren|isn|aren)[’']t (?:authori[sz]ed|permitted|allowed)|who lacked)\b",
    regex.IGNORECASE,
)


def unexplained(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the first source without a name if the story nowhere says why it has none; the others are related.

    Rests on AP, the NYT policy of 2004 and the SPJ code: tell readers why a source is not named.
    """
    analysis = analysis_of(doc)
    nameless = anonymous(doc)
    nameless = [each for each in nameless if not _is_named_next(analysis, each)]
    if nameless and not _gives_reason(analysis):
        first, *others = nameless
        assert first.source is not None
        yield Finding(
            first.source.span,
            values={"source": analysis.slice(first.source.span)},
            related=tuple(_related(each, "another source without a name") for each in others),
        )


def weak_reason(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield promises of anonymity that come with a reason of the rule's lexicon, or with none at all.

    Rests on the Washington Post ombudsman's list of reasons that explain nothing.
    """
    analysis = analysis_of(doc)
    (weak,) = rule.lexicons.values()
    for match in _conditions(analysis):
        if analysis.quotation_at(match.start()) is not None:
            continue
        sentence = analysis.sentences[analysis.sentence_at(match.start())].span
        for act in occurrences(analysis.text, weak, match.end(), sentence.end)[:1]:
            lead = _SO_AS_TO.search(analysis.text, match.end(), act.start)
            if lead is not None and not _REASON.search(analysis.text, act.end, sentence.end):
                poor = Span(lead.start(), act.end)
                yield Finding(poor, values={"reason": analysis.slice(poor)})


def budget(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the first nameless source past the number that the rule's option `most` allows; all are related.

    Rests on a reader's count in the WSJ style newsletter: thirteen “people familiar” in 1,100 words.
    """
    nameless = anonymous(doc)
    most = int(rule.options["most"])
    if len(nameless) > most:
        over = nameless[most].source
        assert over is not None
        yield Finding(
            over.span,
            values={"count": str(len(nameless)), "most": str(most)},
            related=tuple(_related(each, f"number {n}") for n, each in enumerate(nameless, start=1)),
        )


def anonymous(doc: AnalysedDoc) -> list[Attribution]:
    """Return the plain attributions to somebody who is kept nameless, one a sentence."""
    analysis = analysis_of(doc)
    found: dict[int, Attribution] = {}
    for attribution in compress(analysis.attributions, of_each_attribution(analysis, _is_nameless)):
        if not _is_excerpt(analysis, attribution):
            found.setdefault(attribution.sentence, attribution)
    return list(found.values())


def _is_named_next(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether the source is named soon: “an aide said …”, and then which one.

    An opening leaves out the name, and one of the next paragraphs gives it with the same words for who it is; further
    down the next sentences do.
    """
    sentences = analysis.sentences
    block = sentences[attribution.sentence].block
    own = _description(analysis, attribution)
    opening = block < _OPENING_BLOCKS
    for other in analysis.attributions:
        if other.sentence <= attribution.sentence or sentences[other.sentence].block > block + (3 if opening else 1):
            continue
        if not opening and other.sentence > attribution.sentence + _SOON:
            break
        if other.source_type not in {"person", "official"} or not names_somebody(analysis, other):
            continue
        if own & _told_of(analysis, other):
            return True
    return False


def _description(analysis: Analysis, attribution: Attribution) -> set[str]:
    """Return the stems of the words by which a source is described."""
    words = source_words(analysis, attribution)
    words = words[: words.index(_head(words)) + 1]
    return {stem(word) for word in words if word not in _DESCRIBES_NOBODY and len(word) > 2} - {stem("people")}


def _told_of(analysis: Analysis, attribution: Attribution) -> set[str]:
    """Return the stems of a source's own phrase and of the words right behind it, which may describe it."""
    assert attribution.source is not None
    span = attribution.source.span
    sentence = analysis.sentences[attribution.sentence].span
    behind = analysis.text[span.end : min(span.end + _APPOSITION, sentence.end)]
    told = analysis.slice(span) + (behind if behind.startswith((",", " who")) else "")
    return {stem(word) for word in regex.findall(r"[\w’'-]+", told)}


def _is_nameless(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether an attribution is plain and its source kept nameless.

    It is not where another outlet is credited: its sources are not the desk's.
    """
    source = attribution.source
    if source is None or not is_plain(analysis, attribution):
        return False
    if attribution.cue is not None and (
        attribution.cue.lemma in {"write", "tweet", "post"} or is_silent(analysis, attribution.cue)
    ):
        return False  # a letter or a post speaks for itself, and who declined to comment told nothing
    words = source_words(analysis, attribution)
    head = _head(words)
    if head not in shipped_lexicon("nameless-insiders") and head not in _PEOPLE:
        return False
    sentence = analysis.slice(analysis.sentences[attribution.sentence].span)
    if "media" in words or _is_second_hand(analysis, attribution):
        return False
    if _CREDIT.search(sentence) or _IN_PUBLIC.search(sentence):
        return False
    text = analysis.slice(source.span)
    if _OWN_REASON.search(text) or occurrences(sentence, shipped_lexicon("anonymity-stakes")):
        return False
    if _is_taken_up(analysis, source.span):
        return False
    if _names(text) or _named_behind(analysis, source.span):
        return False
    if head in {"member", "members"} and not _HAS_PRIVATE_MEMBERS.isdisjoint(words[: words.index(head)]):
        return False
    if words[0] in {"a", "an", "one", "another"} and head.endswith("s"):
        return False  # “a fact sheet lawmakers released”
    knows = _KNOWS.match(analysis.text, source.span.end) or _KNOWS.search(text)
    if head in {"source", "sources"}:
        return (
            words[0] not in {"the", "these", "those", "that", "this", "his", "her", "its", "their"} or knows is not None
        )
    return knows is not None if head in _PEOPLE else words[0] in _NAMELESS_OPENERS


def _is_second_hand(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether a source of the sentence is another outlet."""
    here = attributions_of(analysis, attribution.sentence, attribution.sentence + 1)
    return any(other.source_type == "media" for other in here)


def _is_taken_up(analysis: Analysis, span: Span) -> bool:
    """Whether a determiner before the source says that the reader has met it: “the two aides”."""
    at = analysis.words.at(span.start)
    return at > 0 and analysis.words.lower[at - 1] in _KNOWN


def _is_excerpt(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether the paragraph is another outlet's, set off or led to by a colon: its sources are not the desk's."""
    block = analysis.sentences[attribution.sentence].block
    if analysis.blocks[block].kind == "quote":
        return True
    return any(
        text.endswith(":") and _OUTLETS_ALONE.search(text) is not None
        for text in (analysis.slice(each.span) for each in analysis.blocks[max(block - _EXCERPT, 0) : block])
    )


def _head(words: list[str]) -> str:
    for number, word in enumerate(words):
        if number and (word in grammar.PREPOSITIONS or word in {",", "who", "familiar", "close", "briefed", "("}):
            return words[number - 1]
    return words[-1]


def _names(text: str) -> bool:
    """Whether a person's name, two capitalised words at the end of a phrase, stands in the source."""
    return (
        regex.search(r"\b[A-Z][\w’'-]{1,40} (?:[A-Z]\. )?[A-Z][\w’'-]{1,40}$|, [A-Z][\w.]+ [A-Z]\w+", text) is not None
    )


def _named_behind(analysis: Analysis, span: Span) -> bool:
    """Whether the name follows the description, or the phrase is only whose: “a senior adviser, Ada Moss, said”."""
    return regex.compile(r",? [A-Z][\w’'.-]+ [A-Z]|[’']s\b").match(analysis.text, span.end) is not None


def _gives_reason(analysis: Analysis) -> bool:
    """Whether a promise of anonymity with a reason stands anywhere in the story, or a bar to speaking does."""
    for match in _conditions(analysis):
        sentence = analysis.sentences[analysis.sentence_at(match.start())].span
        if _REASON.search(analysis.text, sentence.start, sentence.end):
            return True
    return bool(occurrences(analysis.text, shipped_lexicon("anonymity-reasons")))


def _conditions(analysis: Analysis) -> Iterator[regex.Match[str]]:
    """Yield where the story tells that somebody is kept anonymous."""
    if any(stem in folded(analysis.text) for stem in ("anonym", "named", "identified", "by name", "names not")):
        yield from _CONDITION.finditer(analysis.text)


def _related(attribution: Attribution, message: str) -> Related:
    assert attribution.source is not None
    return Related(attribution.source.span, message)
