"""Names: a surname that was never introduced, and one person spelt two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import combinations

import jellyfish
from rapidfuzz.distance import DamerauLevenshtein

from attribution_lint.checks.occurrences import occurrences
from attribution_lint.checks.speech import plain
from attribution_lint.model import Finding, Related, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, analysis_of
from attribution_lint.nlp.nouns import can_be_source_word
from attribution_lint.nlp.parts import in_each
from attribution_lint.nlp.people import FullName, full_names, function_words, is_introduced, is_person
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_SHORTEST = 5
_MOST_ALIKE = 50  # names that sound alike or have the same letters; where more do, none is a slip of another
_POSTS = ("<tweet", "pic.twitter.com/", "//t.co/", "— @", "(@")
_CAMEL = re.compile(r"^(?!Mc|Mac|De|Di|La|Le|Van|O’|O')\w+?[a-z][A-Z]")  # BuzzFeed is an outlet, McKay a person
_AS_WRITTEN = (" [sic]", "’s [sic]", "'s [sic]", " (sic)")
_ODD_CAPITALS = re.compile(r"\b[A-Z]{2}[a-z]")
_TWO_ENGLISHES = screened(r"(?i)ense \w+ence|ence \w+ense|or \w+our|our \w+or|er \w+re|re \w+er|[sz]ation \w+[sz]ation")


def never_introduced(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the first time somebody speaks by surname whom the story never gives a full name.

    Names of the first lexicon need none; titles of the second stand for a given name. A story may tell why there is no
    more of a name. Rests on Reuters and AP:
    name and position at first reference.
    """
    analysis = analysis_of(doc)
    known, titles = rule.lexicons["household-names"], rule.lexicons["introducing-titles"]
    seen: set[str] = set()
    forms = analysis.forms().keys()
    for attribution in plain(doc):
        surname = _surname(analysis, attribution, forms)
        if not surname or surname in seen or surname in known:
            continue
        seen.add(surname)
        assert attribution.source is not None
        assert attribution.cue is not None
        span = attribution.source.span
        if not is_person(analysis, surname, span, attribution.cue.span):
            continue
        if is_introduced(analysis, surname, titles, span.start) or _is_misspelt(analysis, surname):
            continue
        if not _tells_why_no_more(analysis, surname):
            yield Finding(_without_apposition(analysis, span), values={"name": surname})


def spelt_two_ways(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the rarer of two spellings of what must be one name.

    Two names are one if they sound alike (the match rating approach or the same Metaphone key), differ by one letter
    or two, and share the other name or stand alone. Relatives, plurals and possessives are left out.
    """
    analysis = analysis_of(doc)
    posts = {part.number for part, _ in in_each(analysis, _is_post)}
    names = full_names(analysis)
    if posts:
        names = [name for name in names if analysis.block_at(name.span.start) not in posts]
    forms = analysis.forms()
    counts = Counter({word: count for word, count in forms.items() if word[0].isupper() and len(word) >= _SHORTEST})
    counts += Counter(name.family for name in names)
    told: set[frozenset[str]] = set()
    for rare, common in (*_double_names(names, counts), *_lone_surnames(analysis, names, counts, posts)):
        spellings = frozenset((analysis.slice(rare), analysis.slice(common)))
        if spellings in told or any(analysis.text.startswith(_AS_WRITTEN, span.end) for span in (rare, common)):
            continue
        if _ODD_CAPITALS.search(analysis.slice(common)):
            rare, common = common, rare
        told.add(spellings)
        yield Finding(
            rare,
            values={"name": analysis.slice(rare), "other": analysis.slice(common)},
            suggestions=(analysis.slice(common),),
            related=(Related(common, "the other spelling"),),
        )


def _surname(analysis: Analysis, attribution: Attribution, forms: Set[str]) -> str:
    """Return the surname of a source that is one name, with a title or without; empty for any other.

    `forms` are the words of the story as they are written.
    """
    source = attribution.source
    assert source is not None
    parts = analysis.slice(source.span).partition(",")[0].split()
    titled = len(parts) == 2 and parts[0].rstrip(".").lower() in shipped_lexicon("person-titles")
    if len(parts) != 1 and not titled:
        return ""
    name = parts[-1]
    if not name[0].isupper() or not name.replace("-", "").replace("’", "").replace("'", "").isalpha():
        return ""
    if attribution.cue is None or not _touch(analysis, source.span, attribution.cue.span):
        return ""
    if name.isupper() or name.endswith("ing") or analysis.words.lower[attribution.cue.first] == attribution.cue.lemma:
        return ""  # “Associates say”, “Having announced”
    if name.lower() in forms or name.lower() in shipped_lexicon("source-media"):
        return ""  # “Cost estimates, he added”
    if _CAMEL.search(name) or name.lower() in function_words() or can_be_source_word(name.lower()):
        return ""
    if source.type not in {"person", "official"}:
        return ""
    return name


def _tells_why_no_more(analysis: Analysis, name: str) -> bool:
    """Whether a sentence with the name, or the one behind it, tells why there is no more of it: “he uses one name”."""
    reasons = shipped_lexicon("single-name-reasons")
    for mention in re.finditer(rf"\b{re.escape(name)}\b", analysis.text):
        number = analysis.sentence_at(mention.start())
        here, behind = analysis.sentences[number], analysis.sentences[min(number + 1, len(analysis.sentences) - 1)]
        if occurrences(
            analysis.text, reasons, here.span.start, (behind if behind.block == here.block else here).span.end
        ):
            return True
    return False


def _is_misspelt(analysis: Analysis, surname: str) -> bool:
    """Whether a surname is a slip of one that is introduced; another rule says so."""
    return any(_is_misspelling(name.family, surname) for name in full_names(analysis))


def _without_apposition(analysis: Analysis, span: Span) -> Span:
    """Return the name alone: “Moss” of “Moss, who runs the mill”."""
    return Span(span.start, span.start + len(analysis.slice(span).partition(",")[0]))


def _touch(analysis: Analysis, source: Span, cue: Span) -> bool:
    """Whether no more than a word, and no mark, stands between source and cue."""
    between = analysis.text[min(source.end, cue.end) : max(source.start, cue.start)]
    return len(between.split()) <= 1 and not any(mark in between for mark in ",;:()—–")


def _double_names(names: list[FullName], counts: Counter[str]) -> Iterator[tuple[Span, Span]]:
    """Yield (rarer, commoner) full names that share one part and spell the other differently."""
    spellings = Counter((name.given, name.family) for name in names)
    first = {(name.given, name.family): name.span for name in reversed(names)}
    pairs = sorted(spellings, key=lambda pair: (-spellings[pair], -counts[pair[1]], first[pair].start))
    for one, other in _paired(pairs):
        same_given = one[0] == other[0] and _is_misspelling(one[1], other[1])
        same_family = one[1] == other[1] and len(one[1]) >= _SHORTEST and _is_misspelling(one[0], other[0], given=True)
        if (same_given or same_family) and spellings[other] == 1:
            yield first[other], first[one]


def _paired(pairs: list[tuple[str, str]]) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Return those pairs of two names, in order, that share one part and may spell the other differently."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (given, family) in enumerate(pairs):
        for key in _keys_of(family):
            alike["given", given, *key].append(place)
        for key in _keys_of(given):
            alike["family", family, *key].append(place)
    groups = (places for places in alike.values() if len(places) <= _MOST_ALIKE)
    found = {two for places in groups for two in combinations(places, 2)}
    return [(pairs[one], pairs[other]) for one, other in sorted(found)]


@lru_cache(maxsize=16384)
def _keys_of(name: str) -> tuple[tuple[str, str], ...]:
    """Return what a name shares, one or the other, with each misspelling of it: its sound, its letters."""
    return ("sound", jellyfish.metaphone(name)), ("letters", "".join(sorted(name.lower())))


def _lone_surnames(
    analysis: Analysis, names: list[FullName], counts: Counter[str], posts: set[int]
) -> Iterator[tuple[Span, Span]]:
    """Yield (lone, full) for a word that stands alone and misspells the surname of somebody introduced.

    `posts` are the blocks that are somebody else's words, as they were written.
    """
    words = analysis.words
    spellings = analysis.forms().keys()
    small = frozenset(word for word in spellings if word[0].islower())
    families = {
        name.family: name
        for name in reversed(names)
        if len(name.family) >= _SHORTEST and not _is_common(small, name.family)
    }
    inside = {n for name in names for n in range(words.at(name.span.start), words.at(name.span.end - 1) + 1)}
    often = [(family, name) for family, name in families.items() if counts[family] >= 2]
    initials = {family[0] for family, _ in often}
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (family, _) in enumerate(often):
        for key in _keys_of(family):
            alike[family[0], *key].append(place)
    lone = {
        word
        for word in spellings
        if word[0] in initials
        and len(word) >= _SHORTEST
        and word[0].isupper()
        and word[-1].isalpha()
        and word not in families
        and counts[word] <= 1
    }
    for index, word in enumerate(words.text) if lone else ():
        if word not in lone or index in inside:
            continue
        before = index - 1 if index and words.text[index - 1].strip("-") else index - 2
        if analysis.block_at(words.start[index]) in posts or _is_common(small, word):
            continue
        if before >= 0 and words.text[before][:1].isupper() and not _opens_sentence(analysis, before):
            continue  # somebody else, with a name of their own
        places = {place for key in _keys_of(word) for place in alike.get((word[0], *key), ())[:_MOST_ALIKE]}
        for family, name in (often[place] for place in sorted(places)):
            if _is_misspelling(family, word):
                yield words.span(index, index + 1), Span(name.span.end - len(family), name.span.end)
                break


def _is_post(analysis: Analysis) -> bool:
    """Whether a block is a post of somebody else, as it was written there."""
    return any(sign in analysis.text for sign in _POSTS)


def _is_common(small: frozenset[str], word: str) -> bool:
    """Whether a capitalised word is no name: a common word, somebody's role, or small elsewhere in the story."""
    lower = word.lower()
    return lower in small or lower in shipped_lexicon("words-common") or can_be_source_word(lower)


def _opens_sentence(analysis: Analysis, index: int) -> bool:
    """Whether a capitalised word has its capital from the start of a sentence: “Later Moss left”."""
    words = analysis.words
    sentence = analysis.sentences[analysis.sentence_at(words.start[index])]
    return sentence.first == index and words.lower[index] in function_words() | shipped_lexicon("words-common")


def _is_misspelling(one: str, other: str, given: bool = False) -> bool:
    """Whether two spellings may be slips of one another; not two forms of a word, nor Eric and Erica."""
    if one == other or min(len(one), len(other)) < _SHORTEST - 1:
        return False
    short, long = sorted((one, other), key=len)
    if (given and long.startswith(short)) or _TWO_ENGLISHES.search(f"{one} {other}"):
        return False
    if long.startswith(short) and long[len(short) :] in {
        "y",
        "i",
        "a",
        "s",
        "es",
        "’s",
        "'s",
        "n",
        "an",
        "ian",
        "ite",
        "ism",
    }:
        return False
    distance = DamerauLevenshtein.distance(one, other)
    if distance > (2 if len(short) >= (6 if given else 7) else 1):
        return False
    return jellyfish.metaphone(one) == jellyfish.metaphone(other) or sorted(one.lower()) == sorted(other.lower())
