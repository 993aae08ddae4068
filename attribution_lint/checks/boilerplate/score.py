"""What speaks for residue in a line of its own, added up: what it speaks of, how it speaks, its shape.

The combinations of `families.py` know wordings; this knows none. A line convicts by what it is about (the lexicons
`topics-…`, graded 1 to 3) together with the voice of a page (it asks, addresses the reader, says "us" or "this
article") and the shape of a label (short, no full stop, an address), against the marks of a report (a named speaker,
a third person, the past tense).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from attribution_lint.checks.boilerplate.phrases import Hit, PhraseBook, beginning
from attribution_lint.packs import shipped_lexicon


def _table(text: str) -> dict[str, dict[str, int]]:
    """Read "family: sign weight; sign weight" from rows; a sign without a weight weighs nothing."""
    table: dict[str, dict[str, int]] = {}
    for family, row in re.findall(r"\b(\w+): ([^:]+)(?=\n\s*\w+:|\Z)", text.strip()):
        table[family] = {}
        for entry in row.split(";"):
            sign, *weight = entry.split()
            table[family][sign] = int(weight[0]) if weight else 0
    return table


_ENOUGH = 5  # for a line of its own
_BESIDE = 3  # beside residue that was found for itself
_SURE = 7  # even where a headline stands
_TELLING = 3  # of a topic that no report speaks of
_ABOUT = 2  # what a label must speak of
_MOST_ABOUT = 5  # however many topics it names
_MOST_OF_RIGHTS = 8  # but a notice is long
_ABOUT_NOTHING_ELSE = 7
_REPORT = {
    "told": -6,
    "reported": -6,
    "report": -2,
    "somebody": -2,
    "past": -1,
    "quotes": -3,
    "wordy": -2,
    "narrated": -2,
}
_OF_ITSELF = {"past": 1, "third": 2, "report": 1}  # what a text says of itself it tells like a report
# Shapes that no subhead has.
_SAID = frozenset({"asks", "you", "self", "bracket", "URL", "MAIL", "HANDLE", "phone", "lower"})  # by no fact in a box
_SHAPES = frozenset({"labelled", "fragment", "URL", "MAIL", "HANDLE", "phone", "arrow"})
_VOICES = _table(
    """
    promo: strange 2; usual -6; tail 1; past -1; consequence -3; asks 2; you 2; self 2; URL 1; MAIL 1;
        HANDLE 2; question 1; price 2; label-line 1; third -2
    related: usual -2; past -1; asks 2; here 1; label-line 2; arrow 2; URL 2; tiny 1;
        labelled 1; you 1; story 1; third -3; consequence -3
    site: strange 2; usual -2; past -1; asks 1; you 2; label-line 2; tiny 1; self 1; itself 2; fragment 1;
        third -2; consequence -3
    rights: strange 2; usual -2; tail 1; story 1; page 2; itself 2; forbids 2; allows 1; denies 1; self 1;
        asks 2; you 1; label-line 1; tiny 1; MAIL 1; bracket 1; fragment 3; third -1
    wire: report 2; bracket 2; caps 2; label-line 2; tiny 1; itself 1; labelled 1; fragment 2; forbids 2;
        third -2
    press: MAIL 2; phone 2; URL 2; labelled 1; fragment 1
    photo: label-line 2; bracket 1; tiny 1; labelled 1; fragment 2; third -2
    chat: strange 2; usual -2; i 1; you 2; question 1; asks 2; labelled 1; itself 1; draft 1; third -2;
        past -1; wordy -4; idle -4
    desk: strange 2; usual -2; tail 1; question 1; asks 2; bracket 2; i 1; label-line 1; tiny 1; lower 2;
        signed 2; hails 2; newsroom 1; service -9
    placeholder: tiny 1; label-line 2; asks 2; bracket 2; caps 1; third -2; service -9
    """
)
# One of these must be there: without it the line is told, whatever it is about.
_NEEDED = {
    family: frozenset(signs)
    for family, signs in _table(
        """
        promo: asks; you; self; URL; MAIL; HANDLE; label-line
        related: asks; URL; label-line; arrow; tiny; fragment
        site: asks; you; self; label-line; tiny; itself; fragment
        rights: asks; self; MAIL; label-line; tiny; itself; fragment; page; bracket; waiver
        wire: label-line; tiny; fragment; forbids; bracket; caps
        press: URL; MAIL; phone
        photo: label-line; tiny; fragment; bracket
        chat: asks; you; itself; i
        desk: asks; self; label-line; bracket; i; lower; signed; hails; newsroom
        placeholder: label-line; tiny; bracket
        """
    ).items()
}
# Without these a notice has to be about its rights in more than one word.
_OF_A_PAGE = frozenset(
    {"itself", "label-line", "self", "asks", "you", "fragment", "MAIL", "labelled", "bracket", "tiny"}
)
_LIKE_SUBHEADS = frozenset({"related", "promo"})
_FAMILIES = {"rights": "disclaimer"}
_TOPICS = {
    "promo": "topics-promo",
    "related": "topics-related",
    "site": "topics-site",
    "rights": "topics-rights",
    "wire": "topics-wire",
    "press": "topics-press",
    "photo": "topics-photo",
    "chat": "topics-chat",
    "desk": "topics-desk",
    "placeholder": "topics-placeholder",
}


def subjects(
    form: list[str], topics: list[Hit], first: int, last: int, quoted: bytearray
) -> tuple[dict[str, int], dict[str, int]]:
    """Return the sum of the grades of each family's topics between the tokens `first` and `last`, and the highest.

    `topics` are the hits of `topic_book()` in the block, sorted by where they begin.
    """
    about: dict[str, int] = {}
    taken: dict[str, int] = {}
    telling: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    for number in range(bisect_left(topics, first, key=beginning), len(topics)):
        name, begin, end = topics[number]
        if begin >= last:
            break
        if end > last or quoted[begin]:
            continue
        family, _, grade = name.partition(" ")
        taken_to = taken.get(family, -1)
        if begin < taken_to or (family, begin_word := form[begin]) in seen:
            continue
        seen.add((family, begin_word))
        taken[family] = end
        about[family] = about.get(family, 0) + int(grade)
        telling[family] = max(telling.get(family, 0), int(grade))
    return about, telling


def weigh(known: set[str], about: dict[str, int], telling: dict[str, int]) -> dict[str, int]:
    """Return how much speaks for each family in a unit that is `about` these and has them `telling` so far.

    The value is 2 where the line convicts, 1 where it may join residue beside it; what is less is left out.
    """
    against = sum(weight for sign, weight in _REPORT.items() if sign in known)
    if "^itself" in known:
        against += sum(weight for sign, weight in _OF_ITSELF.items() if sign in known)
    plain = known.isdisjoint(_SHAPES) and "strange" not in known
    labelled = not known.isdisjoint({"label-line", "caps"}) or known.issuperset({"tiny", "untold"})
    datum = known.issuperset({"labelled", "tiny"}) and known.isdisjoint(_SAID)
    found: dict[str, tuple[int, int, int]] = {}
    for family, topic in about.items():
        if family == "chat":
            least = _ABOUT if not plain and known.issuperset({"draft", "i"}) else _TELLING
        else:
            asked = "asks" in known and "label-line" in known
            subhead = labelled and family in _LIKE_SUBHEADS and known.isdisjoint(_SHAPES)
            least = _TELLING if datum or (not asked and (subhead or (plain and not labelled))) else _ABOUT
        alone = family == "rights" and topic >= _ABOUT_NOTHING_ELSE
        if telling[family] < least or (known.isdisjoint(_NEEDED[family]) and not alone):
            continue
        if family == "rights" and topic < _MOST_ABOUT and known.isdisjoint(_OF_A_PAGE):
            continue
        most = _MOST_OF_RIGHTS if family == "rights" else _MOST_ABOUT
        voice = sum(weight for sign, weight in _VOICES[family].items() if sign in known)
        total = min(topic, most) + voice + against
        if total >= _BESIDE:
            found[_FAMILIES.get(family, family)] = (2 if total >= _ENOUGH else 1, total, telling[family])
    ordered = sorted(found, key=lambda family: -found[family][1])
    known.update(f"sure:{family}" for family in ordered if found[family][1] >= _SURE and found[family][2] >= _TELLING)
    return {family: found[family][0] for family in ordered}


@cache
def topic_book() -> PhraseBook:
    """The lexicons of topics, their entries by grade."""
    lexicons: dict[str, list[str]] = {}
    for family, name in _TOPICS.items():
        for line in shipped_lexicon(name):
            entry, grade = line.rsplit(" ", 1)
            lexicons.setdefault(f"{family} {grade}", []).append(entry)
    return PhraseBook(lexicons)
