"""Damages attribution frames in clean copy: one defect an item, drawn from general confusions, reproducible.

Nothing here reads the rules or their lexicons. Wrong words come from symspellpy's frequency list: a letter dropped,
added, changed to a neighbouring key or transposed into another word, words that sound alike (Metaphone), and words
that share their beginning or their ending, three letters and more apart too, as autocorrection and speech recognisers
confuse them. A word that the corpus itself has in the same kind of place is no error and is left out; no word, right
or wrong, is drawn so often that it would make the figure.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import jellyfish
from rapidfuzz.distance import OSA

_NOUN_FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\baccording to (?:(?:the|a|an|two|several|local|federal|senior|other|some|one|new|recent) ){0,3}([a-z]{5,})"
        r"(?=[.,;]| (?:in|at|from|for|of|who|with|released|by|and|familiar)\b)",
        r"(?:^|[.,] )(?:[Tt]he|A|One|Some|Several|Two) (?:[a-z]+ )?([a-z]{5,}) (?:said|says|told|say)\b",
        r"\b(?:a|an|the) (?:[a-z]+ )?(spokes[a-z]+|lawyer|attorney|adviser|analyst) (?:for|at|with) (?:the |[A-Z])",
        r"\b(?:said|told [A-Za-z]+) in an? (?:[a-z]+ )?([a-z]{6,})(?=[.,]| (?:on|with|to|released)\b)",
        r"\b(?:on|On) (condition) of anonymity\b",
        r"\bon condition of (anonymity)\b",
        r"\brequests? for (comment)\b",
        r"\bdeclined to (comment)\b",
        r"\btold (reporters|lawmakers|supporters|investigators)\b",
        r"\b(?:[Tt]he|[Aa]|[Nn]ew|[Rr]ecent) ([a-z]{4,}) (?:shows?|found|suggests?|indicates?) (?:that|the|a)\b",
        r"(?:^|[.] )(?:[Tt]he|A|An|One|Several|Two) (?:[a-z]+ )?([a-z]{4,}) (?:for|at|with|of|from) [^.,;]{4,40} "
        r"(?:said|says|told|say|found|shows?)\b",
        r",[\"”] said (?:a|one|the) (?:[a-z]+ )?([a-z]{5,}) (?:at|for|with|of|in|who)\b",
        r"\bIn an? (?:[a-z]+ )?([a-z]{6,}) (?:to|on|with|released|published|posted|last)\b"
        r"(?=[^.]{3,60}, [^.,]{2,40} said\b)",
        r"\bsaid (?:[A-Z][\w.]+ ){1,3}[A-Z][a-z]+, (?:a|an|the) (?:[a-z]+ )?([a-z]{5,}) (?:for|at|with|of) ",
        r"\b([a-z]{5,}) (?:familiar with|close to|briefed on) the\b",
        r"\b(data|figures|report|documents|records) (?:released by|compiled by|obtained by)\b",
        r"\btold (?:the|a) ([a-z]{5,}) (?:that|on|in)\b",
    )
)
_VERB_FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"[,?!][\"”] (?:he|she|they|[A-Z][a-z]+(?: [A-Z][a-z]+)?) ([a-z]{4,})(?=[.,]| (?:in|on|of|at|during|to)\b)",
        r"[,?!][\"”] ([a-z]{4,}) (?=[A-Z][a-z]+)",
        r"\b(?:he|she|they|officials|[A-Z][a-z]+ [A-Z][a-z]+) ([a-z]{4,}) that (?:the|he|she|they|it|there|a)\b",
        r"\b(?:he|she|[A-Z][a-z]+) (told) (?:reporters|CNN|the [A-Z])",
        r", (?:he|she|officials|police|[A-Z][a-z]+) ([a-z]{4,})\.(?= |$)",
        r"\b(?:[A-Z][a-z]+) (said|wrote) in a (?:statement|letter|tweet|memo)\b",
        r"(?:^|\. )(Speaking|Citing|Asked) (?:to|at|about|whether|[a-z]+)\b",
    )
)
_SPOILT = re.compile(
    r"\b(according|spokesman|spokeswoman|spokesperson|anonymity|officials|statement|reporters|interview|condition|"
    r"request|comment|declined|announced|acknowledged|reported|argued|suggested|insisted|authorities|analysts|"
    r"residents|prosecutors|investigators|survey|testified)\b"
)
_AUXILIARIES = frozenset("being first overall would could should have were with that this from they".split())
# What fits the place as well as the word it resembles, other spellings of it, and names in the word list.
_FITTING = frozenset(
    "agrees analyse analysed analyses andrews cameron canadians com commence compaq consent continue contribute "
    "decided delta emily enquiry exporters forces gardner hector importers lawsuits leaders letter letters maggie mail "
    "members minister ministry minority newsletter offenders office officers offices organised organiser parents "
    "paypal players preview previews prot readers resellers residents resources spokesperson ste teachers todd "
    "traders voters".split()
)
_WRITTEN = 1_500_000
"""How often a word is written at least, of a trillion, to be put for another."""
_MOST_RIGHT, _MOST_WRONG = 0.08, 0.02
"""The largest share of a class that one right word may have, and one wrong word."""
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@dataclass(frozen=True)
class Item:
    """A paragraph with one defect: `text[start:end]` should read `right`."""

    kind: str
    text: str
    start: int
    end: int
    right: str

    @property
    def mended(self) -> str:
        """The paragraph as it was."""
        return self.text[: self.start] + self.right + self.text[self.end :]


Damage = Callable[[str, random.Random, frozenset[str]], Item | None]


@cache
def frequencies() -> dict[str, int]:
    """Return how often words occur in general English."""
    path = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    pairs = (line.split() for line in path.read_text(encoding="utf-8-sig").splitlines())
    return {word: int(count) for word, count in pairs}


@cache
def _common() -> tuple[tuple[str, str], ...]:
    common = sorted((w for w, n in frequencies().items() if n > _WRITTEN and len(w) > 2), key=str)
    return tuple((word, jellyfish.metaphone(word)) for word in common)


@cache
def confusions(word: str) -> tuple[str, ...]:
    """Return the common words that hands, ears and autocorrection put for a word."""
    sound, found = jellyfish.metaphone(word), []
    for other, other_sound in _common():
        if other == word or abs(len(other) - len(word)) > 4 or _one_word(word, other):
            continue
        distance = OSA.distance(word, other, score_cutoff=6)
        begins = other[:4] == word[:4] and distance <= 5 and other[-1] == word[-1]
        ends = other[-5:] == word[-5:] and distance <= 3
        shape = len(word) > 6 and (begins or ends)
        heard = other_sound == sound and distance <= 4
        if distance == 1 or heard or (distance == 2 and len(word) > 5) or shape:
            found.append(other)
    return tuple(found)


def _one_word(one: str, other: str) -> bool:
    """Whether two spellings are forms of one word, a matter of class E."""
    shared = len([None for a, b in zip(one, other, strict=False) if a == b])
    ends = {one[shared:], other[shared:]} if one[:shared] == other[:shared] else {"x"}
    return ends <= {"", "s", "es", "d", "ed", "ing", "er", "or", "e", "y", "ies", "'s", "n", "en", "man", "men"}


def items(paragraphs: Iterable[str], each: int, seed: int) -> Iterator[Item]:
    """Yield up to `each` items of every class, drawn with `seed`."""
    texts = list(paragraphs)
    taken = _taken(texts)
    for kind, damage in _CLASSES.items():
        draw = random.Random(f"{seed}{kind}")
        order = texts[:]
        draw.shuffle(order)
        made = 0
        drawn = Counter[str]()
        for text in order:
            item = damage(text, draw, taken)
            if item is None or item.text == item.mended:
                continue
            right, wrong = f"right {item.right.lower()}", f"wrong {item.text[item.start : item.end].lower()}"
            free = kind not in _DRAWN_EVENLY or (
                drawn[right] < max(each * _MOST_RIGHT, 1) and drawn[wrong] < max(each * _MOST_WRONG, 1)
            )
            if free:
                drawn.update((right, wrong))
                yield item
                made += 1
                if made == each:
                    break


def _taken(texts: list[str]) -> frozenset[str]:
    """The words that the corpus has in any of the places itself."""
    found: set[str] = set()
    for text in texts:
        for pattern in (*_NOUN_FRAMES, *_VERB_FRAMES):
            found.update(match[1].lower() for match in pattern.finditer(text))
    return frozenset(found)


def _replaced(kind: str, text: str, start: int, end: int, wrong: str) -> Item:
    return Item(kind, text[:start] + wrong + text[end:], start, start + len(wrong), text[start:end])


def _word(kind: str, frames: tuple[re.Pattern[str], ...]) -> Damage:
    def damage(text: str, draw: random.Random, taken: frozenset[str]) -> Item | None:
        places = [match for pattern in frames for match in pattern.finditer(text)]
        draw.shuffle(places)
        for match in places:
            word = match[1]
            if frequencies().get(word.lower(), 0) < 5_000_000 and not word.startswith("spokes"):
                continue
            if word.lower() in _AUXILIARIES:
                continue
            wrong = [other for other in confusions(word.lower()) if other not in taken and other not in _FITTING]
            if wrong:
                chosen = draw.choice(wrong)
                return _replaced(kind, text, *match.span(1), chosen.capitalize() if word[0].isupper() else chosen)
        return None

    return damage


def _misspelt(text: str, draw: random.Random, taken: frozenset[str]) -> Item | None:
    places = list(_SPOILT.finditer(text))
    if not places:
        return None
    match = draw.choice(places)
    for _ in range(9):
        wrong = slip(match[0], draw)
        if wrong not in frequencies() and wrong != match[0]:
            return _replaced("C", text, *match.span(), wrong)
    return None


def slip(word: str, draw: random.Random) -> str:
    """Return a word with a letter dropped, doubled, swapped or struck beside its key."""
    at = draw.randrange(1, len(word) - 1)
    kind = draw.choice(("drop", "double", "swap", "key"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    row = next(row for row in _KEYS if word[at] in row)
    place = row.index(word[at])
    return word[:at] + row[place - 1 if place else 1] + word[at + 1 :]


def _rewriting(kind: str, changes: tuple[tuple[str, tuple[str, ...]], ...]) -> Damage:
    patterns = [(re.compile(pattern), wrong) for pattern, wrong in changes]

    def damage(text: str, draw: random.Random, taken: frozenset[str]) -> Item | None:
        places = [(match, wrong) for pattern, wrong in patterns for match in pattern.finditer(text)]
        if not places:
            return None
        match, wrong = draw.choice(places)
        return _replaced(kind, text, *match.span(), match.expand(draw.choice(wrong)))

    return damage


_GRAMMAR = (
    (
        r"\baccording to (?=the|a|an|[A-Z])",
        ("according ", "according to to ", "according with ", "according from ", "to according "),
    ),
    (r"\b(said|wrote) in a (?=statement|letter|tweet)", (r"\1 in ", r"\1 a ", r"\1 in in a ", r"\1 a in ")),
    (r"\bin an interview\b", ("in interview", "an interview", "in in an interview", "in a interview")),
    (r"\b(he|she) said that (?=the|he|she)", (r"\1 told that ", r"\1 said than ", r"\1 said said that ")),
    (r"\btold reporters\b", ("said to to reporters", "told to reporters", "told told reporters")),
    (r"\bon condition of anonymity", ("on condition anonymity", "on condition on anonymity", "condition of anonymity")),
    (r"\brequests? for comment", ("request comment", "request of comment", "request for for comment")),
    (r"\bdeclined to comment", ("declined comment to", "declined to to comment", "declined for comment to")),
)
_FORMS = (
    (r"\bofficials say\b", ("officials says", "official say")),
    (r"\b(a|one) (spokes(?:wo)?)man\b", (r"\1 \2men",)),
    (r"\b([Tt]he (?:[a-z]+ )?(?:report|study|poll|survey)) (?:shows|found|says) (?=that)", (r"\1 show ",)),
    (r"\bdid not respond\b", ("did not responded", "did not responds")),
    (r"\b([Oo]fficials|[Aa]dvisers|[Vv]oters|[Aa]ides) said\b", (r"\1' said", r"\1 says")),
    (r"\bdeclined to comment\b", ("declined to commented", "declined to comments")),
    (r"\baccording to (?:two|three|several) ([a-z]+)s\b", (r"according to several \1",)),
    (r"\b(was quoted) as saying", (r"was quote as saying", r"\1 as said")),
    (r"\b(told) reporters\b", (r"\1 reporter",)),
)
_SPACES = (
    (r"\b(accord)(ing to)\b", (r"\1 \2", r"accordingto", "according-to")),
    (r"\b(spokes)(man|woman)\b", (r"\1 \2", r"\1-\2")),
    (r"\b(offi)(cials)\b", (r"\1 \2", r"\1-\2", "\\1-\n\\2")),
    (r", (?=(?:he|she|[A-Z][a-z]+) said\b)", (",", " , ")),
    (r"(?<=[a-z]), according to\b", (",according to", " , according to")),
    (r"\bsaid (in a|that|the|on)\b", (r"said\1",)),
    (r"\b(re)(porters)\b", (r"\1 \2", r"\1-\2", "\\1-\n\\2")),
    (r"\b(state)(ment)\b", (r"\1 \2", "\\1-\n\\2")),
    (r"(?<=,)([\"”]) (?=(?:he|she|[A-Z][a-z]+) said\b)", (r"\1",)),
)
_DRAWN_EVENLY = frozenset("AB")
_CLASSES: dict[str, Damage] = {
    "A": _word("A", _NOUN_FRAMES),
    "B": _word("B", _VERB_FRAMES),
    "C": _misspelt,
    "D": _rewriting("D", _GRAMMAR),
    "E": _rewriting("E", _FORMS),
    "F": _rewriting("F", _SPACES),
}
