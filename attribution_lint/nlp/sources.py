"""Sources: who or what stands beside a cue, read from the shape of the noun phrases around it.

A word list and closed-class grammar find the phrase; a dependency parse could replace both without a change
elsewhere, since only `source_of` is called from outside.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Cue, Sentence, Source, SourceType, Words
from attribution_lint.packs import shipped_lexicon

_QUOTES = frozenset(["“", "”", '"', "«", "»", "''", "``"])
_DASHES = frozenset(["—", "–", "--", "---"])
_CLAUSE_MARKS = _QUOTES | _DASHES | frozenset([";", ":", "?", "!", "…"])
_TITLES = frozenset(("mr mrs ms mx dr prof rev sen rep gov gen lt col sgt capt maj adm sir dame lord lady").split())
_ANONYMITY = re.compile(
    r"anonym|not (?:be|to be|been) (?:named|identified)|declined to be (?:named|identified)|"
    r"(?:familiar|close|privy|knowledge|briefed)\b.{0,24}\b(?:with|to|of|on)\b|not authori[sz]ed",
    re.IGNORECASE,
)
_PERSONAL = frozenset(["he", "she", "they", "i", "we", "it"])
_INVERTED = frozenset(
    (
        "say ask add write reply note explain report announce warn declare recall argue tweet conclude "
        "continue insist claim acknowledge observe quip joke read go state suggest tell estimate predict "
        "reckon"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A source phrase by its words, and where the phrase stands to its cue."""

    first: int
    last: int
    after_cue: bool = False


def source_of(analysis: Analysis, cue: Cue, earlier: Source | None) -> tuple[Source | None, bool]:
    """Return the source of a cue and whether it stands behind the cue.

    `earlier` is the source of the cue before in the same sentence: a verb that shares its subject with that cue
    shares its source.
    """
    words = analysis.words
    sentence = analysis.sentences[cue.sentence]
    if cue.kind == "phrase":
        found = _phrase_after(words, sentence, cue.last)
        return (_source(analysis, found) if found else None), True
    found = _inverted(analysis, sentence, cue)
    if found is None and _is_passive(words, sentence, cue):
        if hears(words, sentence, cue.first):
            found = _subject(words, sentence, cue.first)
            return (_source(analysis, found) if found else None), False
        found = _agent(words, sentence, cue.last)
        return (_source(analysis, found) if found else None), True
    if found is None:
        found = _subject(words, sentence, cue.first)
        if (
            found is not None
            and lower_is_participle(words, cue.first)
            and not _is_phrase(words, found.first, found.last)
        ):
            found = None
    if found is None:
        if earlier is not None:
            return earlier, False
        found = _clause_subject(words, sentence, cue.first) or _first_phrase(words, sentence, cue.first)
    return (_source(analysis, found) if found else None), bool(found and found.after_cue)


@cache
def _lexicons() -> dict[str, frozenset[str]]:
    names = {
        "people": "source-people",
        "organisations": "source-organisations",
        "documents": "source-documents",
        "media": "source-media",
        "vague": "source-vague",
        "anonymous": "source-anonymous",
        "officials": "source-officials",
    }
    return {name: _with_plurals(shipped_lexicon(lexicon), name != "media") for name, lexicon in names.items()}


def _with_plurals(singulars: frozenset[str], by_last_word: bool) -> frozenset[str]:
    plurals = {_plural(word) for word in singulars}
    last_words = {entry.rsplit(" ", 1)[-1] for entry in singulars} if by_last_word else set()
    return singulars | plurals | last_words


def _plural(word: str) -> str:
    if word.endswith(("man", "woman")):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"


def can_be_source_word(word: str) -> bool:
    """Whether a lower-case noun names a person, a body, a document or a medium that can be a source."""
    lexicons = _lexicons()
    return any(word in lexicons[name] for name in ("people", "organisations", "documents", "media", "vague"))


def is_document_word(word: str) -> bool:
    """Whether a lower-case noun names a document, data or a study."""
    return word in _lexicons()["documents"]


def hears(words: Words, sentence: Sentence, index: int) -> bool:
    """Whether a court or another body that hears stands right before the verb: “the inquest heard”."""
    at = _skip_to_subject(words, sentence, index)
    return at >= sentence.first and words.lower[at] in shipped_lexicon("hearing-bodies")


def _skip_to_subject(words: Words, sentence: Sentence, index: int) -> int:
    """Walk left from a verb over its auxiliaries and adverbs, and over the verb that governs an infinitive."""
    lower = words.lower
    at = index - 1
    while at >= sentence.first:
        word = lower[at]
        if _is_filler(words, sentence, at):
            at -= 1
        elif word == "to" and at > sentence.first:
            at -= 2
            if at >= sentence.first and lower[at + 1] == "on":
                at -= 1
        else:
            break
    return at


def _is_filler(words: Words, sentence: Sentence, index: int) -> bool:
    """Whether a word may stand between a subject and its verb: an auxiliary, a day, an adverb; no name."""
    word, text = words.lower[index], words.text[index]
    if word in grammar.DAYS:
        return not (text.isupper() and len(text) > 1)
    if text[0].isupper() and index > sentence.first:
        return False
    return word in grammar.AUXILIARIES or grammar.is_adverb(word)


def _subject(words: Words, sentence: Sentence, index: int) -> Found | None:
    at = _skip_to_subject(words, sentence, index)
    if at < sentence.first:
        return None
    word = words.lower[at]
    if word in {",", ")"}:
        return _before_insertion(words, sentence, at)
    if word in _DASHES:
        return _before_insertion(words, sentence, at)
    if word in grammar.COORDINATORS or word in _CLAUSE_MARKS:
        return None
    if word in grammar.SUBJECT_PRONOUNS:
        return Found(at, at + 1)
    first = _phrase_start(words, sentence, at)
    return Found(first, at + 1) if first is not None else None


def _phrase_start(words: Words, sentence: Sentence, last: int) -> int | None:
    """Return the first word of the noun phrase that ends with word `last`."""
    lower, text = words.lower, words.text
    at = last
    start: int | None = None
    while at >= sentence.first:
        word = lower[at]
        if word in _CLAUSE_MARKS or word in grammar.SUBORDINATORS - {"than"} or word in {",", "(", ")"}:
            break
        if (
            word in grammar.AUXILIARIES
            and word not in grammar.POSSESSIVES
            and (text[at][0].islower() or at == sentence.first)
        ):
            break
        if word in grammar.PREPOSITIONS:
            if word in {"of", "for", "at", "in", "from", "with", "on", "to", "by", "against", "near", "under"} and (
                at > sentence.first and start is not None and _may_end_phrase(words, at - 1)
            ):
                at -= 1
                continue
            break
        if word in grammar.COORDINATORS:
            if word == "and" and start is not None and at > sentence.first and _may_join(words, at):
                at -= 1
                continue
            break
        if word in grammar.PRONOUNS and word not in grammar.DETERMINERS:
            if start is not None and lower[at + 1] == "and" and word in _PERSONAL:
                start = at
            break
        if start is not None and word in grammar.COMMON_VERBS:
            break
        if (
            start is not None
            and not text[at][0].isupper()
            and word.endswith("ed")
            and word not in {"united"}
            and (at == sentence.first or lower[at - 1] not in grammar.DETERMINERS)
            and lower[at + 1] in grammar.DETERMINERS | grammar.PREPOSITIONS
        ):
            break
        start = at
        if (
            word in grammar.DETERMINERS
            and word not in {"'s", "’s", "'", "’"}
            and (
                at == sentence.first
                or lower[at - 1]
                not in {
                    "of",
                    "for",
                    "at",
                    "in",
                    "from",
                    "with",
                    "all",
                    "to",
                    "by",
                    "some",
                    "both",
                    "on",
                    "and",
                    "against",
                }
            )
        ):
            break
        at -= 1
    return _trim_opening(words, start, last, sentence)


def _may_end_phrase(words: Words, index: int) -> bool:
    word = words.lower[index]
    return not (
        word in grammar.AUXILIARIES
        or word in grammar.COMMON_VERBS
        or word in grammar.PREPOSITIONS
        or word in grammar.SUBORDINATORS
        or word in grammar.DETERMINERS - grammar.QUANTIFIERS
        or word in {",", ";", "and", "or", "but"}
        or grammar.is_adverb(word)
        or not words.text[index][0].isalnum()
    )


def _may_join(words: Words, index: int) -> bool:
    """Whether “and” at `index` joins two names or two like nouns rather than two clauses."""
    left, right = words.text[index - 1], words.text[index + 1]
    if (left[0].isupper() or left in _PERSONAL) and (
        right[0].isupper() or right[0].isdigit() or right in grammar.POSSESSIVES or right in grammar.ARTICLES
    ):
        return True
    return can_be_source_word(left.lower()) and (can_be_source_word(right.lower()) or right[0].islower())


def _trim_opening(words: Words, start: int | None, last: int, sentence: Sentence) -> int | None:
    """Leave out an opening phrase of time or place that ran into the subject: “In a statement Smith”."""
    if start is None:
        return None
    before = start - 1
    if before < sentence.first or words.lower[before] not in grammar.PREPOSITIONS:
        return start
    for at in range(start + 1, last + 1):
        fresh_name = words.text[at][0].isupper() and words.text[at - 1][0].islower()
        if words.lower[at] in grammar.ARTICLES or fresh_name:
            return at
    return start


def _before_insertion(words: Words, sentence: Sentence, comma: int) -> Found | None:
    """Return the subject before an apposition or relative clause that ends at `comma`: “Ada Moss, who runs X, said”."""
    lower, text = words.lower, words.text
    clause = comma
    while clause > sentence.first and not (lower[clause - 1] in _CLAUSE_MARKS - _DASHES and clause != comma):
        clause -= 1
    cuts = [clause - 1] + [n for n in range(clause, comma + 1) if lower[n] in {",", "(", ")"} or lower[n] in _DASHES]
    chunks = [(a + 1, b) for a, b in itertools.pairwise(cuts) if b > a + 1]
    best: Found | None = None
    for first, last in chunks[:-1] if len(chunks) > 1 else []:
        head = lower[first]
        if head in {"and", "but", "so", "meanwhile"} and last - first > 1:
            first += 1
            head = lower[first]
        if head in grammar.PREPOSITIONS or head.endswith("ing") or head in grammar.SUBORDINATORS - {"that"}:
            continue
        if head in {"who", "whose", "which"}:
            continue
        start = _phrase_start(words, sentence, last - 1)
        if start is None:
            continue
        named = any(text[n][0].isupper() for n in range(start, last))
        if (
            named
            or can_be_source_word(lower[last - 1])
            or any(can_be_source_word(lower[n]) for n in range(start, last))
        ):
            best = Found(max(start, first), comma)
            break
    return best


def lower_is_participle(words: Words, index: int) -> bool:
    """Whether the cue at `index` is a present participle, whose subject may stand further off."""
    return words.lower[index].endswith("ing")


def _clause_subject(words: Words, sentence: Sentence, index: int) -> Found | None:
    """Return the subject of the last finite verb before `index`: “Moss spent the day railing …”."""
    found: Found | None = None
    for at in range(sentence.first + 1, index):
        word = words.lower[at]
        if words.text[at][0].isupper() or word in {"been", "being", "be", "'s", "not"}:
            continue
        if word in grammar.COMMON_VERBS or word in grammar.AUXILIARIES or word.endswith("ed") or word in _past_forms():
            if words.lower[at - 1] in {"who", "that", "which", "to", ","} and words.lower[at - 1] != ",":
                continue
            subject = _subject(words, sentence, at)
            if subject is not None and _is_source_phrase(words, subject):
                found = subject
    return found


def _is_source_phrase(words: Words, found: Found) -> bool:
    if found.last - found.first == 1 and words.lower[found.first] in _PERSONAL:
        return True
    return _is_phrase(words, found.first, found.last)


def _first_phrase(words: Words, sentence: Sentence, index: int) -> Found | None:
    """Return the subject of the sentence: its first noun phrase, behind an opening phrase of time or place."""
    lower, text = words.lower, words.text
    at = sentence.first
    while at < index and not text[at][0].isalnum():
        at += 1
    if at < index and (lower[at] in grammar.PREPOSITIONS or lower[at] in grammar.SUBORDINATORS):
        while at < index and lower[at] != ",":
            at += 1
        at += 1
    while at < index and (lower[at] in grammar.COORDINATORS or grammar.is_adverb(lower[at]) or lower[at] == ","):
        at += 1
    if at >= index:
        return None
    if lower[at] in grammar.SUBJECT_PRONOUNS:
        return Found(at, at + 1)
    last = _phrase_end(words, sentence, at, index)
    return Found(at, last) if last > at and _is_phrase(words, at, last) else None


def _is_phrase(words: Words, first: int, last: int) -> bool:
    return any(words.text[n][0].isupper() or can_be_source_word(words.lower[n]) for n in range(first, last))


def _phrase_end(words: Words, sentence: Sentence, first: int, limit: int | None = None) -> int:
    """Return the word past the noun phrase that starts at `first`."""
    lower, text = words.lower, words.text
    stop = sentence.last if limit is None else limit
    at = first
    while at < stop:
        word = lower[at]
        if word in {",", ")", "("} or word in _CLAUSE_MARKS or word == ".":
            break
        if at > first and (
            (word in grammar.AUXILIARIES and word not in {"'s", "’s"})
            or word in grammar.COMMON_VERBS
            or word in grammar.SUBORDINATORS
            or word in grammar.DAYS
            or word in {"who", "that", "which", "whose"}
            or word in grammar.SUBJECT_PRONOUNS
        ):
            break
        if word in grammar.PREPOSITIONS and word not in {"of", "for", "at", "from", "with", "in", "on", "by"}:
            break
        if (
            word in {"in", "on", "by"}
            and at + 1 < stop
            and (
                lower[at + 1] in grammar.ARTICLES
                or lower[at + 1] in grammar.DAYS
                or lower[at + 1].endswith("ing")
                or text[at + 1][0].isdigit()
            )
            and not can_be_source_word(lower[at - 1])
        ):
            break
        if word in grammar.COORDINATORS and not (at + 1 < stop and at > first and _may_join(words, at)):
            break
        if (
            at > first
            and text[at][0].islower()
            and word not in grammar.PREPOSITIONS
            and (is_past_form(word) and not can_be_source_word(word))
        ):
            break
        at += 1
    return at


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(
        form for lexicon in ("cues-saying", "cues-speech-acts", "cues-evidence") for form in grammar.verb_forms(lexicon)
    )


def is_past_form(word: str) -> bool:
    """Whether a lower-case word is a form of a cue verb or looks like a regular past."""
    return word in _past_forms() or (word.endswith("ed") and word not in {"united"})


def _phrase_after(words: Words, sentence: Sentence, first: int) -> Found | None:
    while first < sentence.last and words.lower[first] in _QUOTES:
        first += 1  # the title of a book
    last = _phrase_end(words, sentence, first)
    if last <= first:
        return None
    while _joins_modifiers(words, sentence, last):
        last = _phrase_end(words, sentence, last + 1)
    return Found(first, _with_apposition(words, sentence, last), after_cue=True)


def _joins_modifiers(words: Words, sentence: Sentence, comma: int) -> bool:
    """Whether a comma joins modifiers of one noun: “various U.S., Ukrainian and South Korean assessments”."""
    if comma + 2 >= sentence.last or words.lower[comma] != "," or can_be_source_word(words.lower[comma - 1]):
        return False
    first_of_name = words.text[comma + 1][0].isupper()
    return first_of_name and words.lower[comma + 2] in {",", "and"} and words.lower[comma - 1] not in grammar.DAYS


def _with_apposition(words: Words, sentence: Sentence, last: int) -> int:
    """Return the end of a phrase with the apposition behind it: “…, said Ada Moss, the mayor.”"""
    lower, text = words.lower, words.text
    if last + 1 >= sentence.last or lower[last] != ",":
        return last
    follower = lower[last + 1]
    opens = follower in grammar.ARTICLES or follower in {"who", "whose", "which", "one", "his", "her", "its"}
    if not (opens or (can_be_source_word(follower) and text[last + 1][0].islower())):
        return last
    end = last + 1
    while end < sentence.last and lower[end] not in {".", ";", ":", "?", "!"} and lower[end] not in _QUOTES:
        if lower[end] == "," and end > last + 1:
            break
        end += 1
    return end


def _inverted(analysis: Analysis, sentence: Sentence, cue: Cue) -> Found | None:
    """Return the subject behind its verb: “…,” said Ada Moss."""
    words = analysis.words
    lower = words.lower
    if cue.lemma not in _INVERTED or lower[cue.first].endswith("ing"):
        return None
    before = lower[cue.first - 1] if cue.first > sentence.first else ""
    if before not in {",", "?", "!"} and before not in _QUOTES and before not in _DASHES and before:
        return None
    if cue.last >= sentence.last:
        return None
    after = cue.last
    while after < sentence.last and lower[after] in grammar.DAYS:
        after += 1
    if after >= sentence.last:
        return None
    word, text = lower[after], words.text[after]
    if not before and not (text[0].isupper() or word in grammar.ARTICLES):
        return None
    if word in _PERSONAL or word in {"one", "another"}:
        return Found(after, after + 1, after_cue=True) if _ends_inversion(words, sentence, after + 1) else None
    if text[0].isupper() or word in grammar.DETERMINERS - {"that"} or can_be_source_word(word):
        last = _phrase_end(words, sentence, after)
        if _begins_clause(words, sentence, last) or (before == "," and not _is_phrase(words, after, last)):
            return None
        return _phrase_after(words, sentence, after)
    return None


def _ends_inversion(words: Words, sentence: Sentence, index: int) -> bool:
    """Whether what follows “said he” leaves him the speaker: punctuation, a preposition, a day, or nothing."""
    if index >= sentence.last:
        return True
    word = words.lower[index]
    return not word[0].isalnum() or word in grammar.PREPOSITIONS or word in grammar.DAYS or word == "when"


def _begins_clause(words: Words, sentence: Sentence, index: int) -> bool:
    """Whether a verb stands at `index`, so that the phrase before it is the subject of what is said."""
    if index >= sentence.last:
        return False
    word = words.lower[index]
    return words.text[index][0].islower() and (
        word in grammar.AUXILIARIES
        or word in grammar.COMMON_VERBS
        or word.endswith("ed")
        or word in _past_forms()
        or (grammar.is_adverb(word) and index + 1 < sentence.last and _begins_clause(words, sentence, index + 1))
    )


def _is_passive(words: Words, sentence: Sentence, cue: Cue) -> bool:
    form = words.lower[cue.first]
    if form.endswith("ing") or not (
        form.endswith("ed")
        or form in {"told", "said", "found", "written", "shown", "seen", "read", "taught", "given", "forecast"}
    ):
        return False
    at = cue.first - 1
    while at >= sentence.first and (grammar.is_adverb(words.lower[at]) or words.lower[at] == "been"):
        if words.lower[at] == "been":
            return True
        at -= 1
    return at >= sentence.first and words.lower[at] in grammar.PASSIVE_AUXILIARIES


def _agent(words: Words, sentence: Sentence, index: int) -> Found | None:
    for at in range(index, min(sentence.last - 1, index + 14)):
        if words.lower[at] == "by" and not words.text[at + 1][0].isdigit():
            return _phrase_after(words, sentence, at + 1)
        if words.lower[at] in {".", ";"}:
            break
    return None


def _source(analysis: Analysis, found: Found) -> Source:
    words = analysis.words
    first, last = found.first, found.last
    while last - 1 > first and words.lower[last - 1] in {",", "'s", "’s"}:
        last -= 1
    span = words.span(first, last)
    head = _head(words, first, last)
    return Source(span, words.lower[head], classify(analysis, span, first, last, head))


def _head(words: Words, first: int, last: int) -> int:
    """Return the main word: the last of the phrase before its first comma, preposition or relative clause."""
    for at in range(first + 1, last):
        word = words.lower[at]
        if (word in grammar.PREPOSITIONS and word != "like") or word in {
            ",",
            "(",
            "who",
            "which",
            "that",
            "and",
            "whose",
        }:
            return at - 1
    return last - 1


def classify(analysis: Analysis, span: Span, first: int, last: int, head: int) -> SourceType:
    """Return the kind of the source whose phrase is the words `first` up to `last` with its main word `head`."""
    words = analysis.words
    lexicons = _lexicons()
    word = words.lower[head]
    phrase = words.lower[first:last]
    if last - first == 1 and word in grammar.PRONOUNS and word not in {"some", "many", "others"}:
        return "pronoun"
    if word in {"some", "many", "others", "most"}:
        return "vague"
    sentence = analysis.sentences[analysis.sentence_at(span.start)]
    names = [n for n in range(first, head + 1) if words.text[n][0].isupper() and n > first]
    named = bool(names) or (words.text[head][0].isupper() and first > sentence.first)
    if word in lexicons["anonymous"] and not _names_person(words, first, last):
        if word in {"source", "sources", "insider", "insiders", "person", "people"} or _ANONYMITY.search(
            analysis.slice(sentence.span)
        ):
            return "anonymous"
        if phrase[0] in {"a", "an", "one", "another"}:
            return "anonymous"
    if not named and word in lexicons["vague"] and last - first == 1:
        return "vague"
    if (word in lexicons["documents"] and not named) or (
        word in lexicons["documents"] and word not in lexicons["people"]
    ):
        return "document"
    if word in lexicons["media"] or any(part in lexicons["media"] for part in phrase[-2:] if named):
        return "media"
    if any(part in lexicons["officials"] for part in phrase):
        return "official"
    if word in lexicons["people"]:
        return "person"
    if word in lexicons["organisations"] or any(
        part in lexicons["organisations"] for part in phrase[: head - first + 1]
    ):
        return "organisation"
    if words.text[head][0].isupper():
        return "organisation" if (words.text[head].isupper() and len(word) > 1) or phrase[0] == "the" else "person"
    return "unknown"


def _names_person(words: Words, first: int, last: int) -> bool:
    """Whether two capitalised words in a row stand in the phrase: a person's name."""
    return any(
        words.text[n][0].isupper() and words.text[n - 1][0].isupper() and words.lower[n] not in _TITLES
        for n in range(first + 1, last)
    )
