"""Whether the whole of a block is residue: by its wording, by its register, or as a note among colleagues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from attribution_lint.checks.boilerplate.families import BY_NAME, Family
from attribution_lint.checks.boilerplate.jottings import is_a_task, is_jotted, is_to_a_colleague
from attribution_lint.checks.boilerplate.register import (
    AMONG_TITLES,
    ANNOUNCING,
)
from attribution_lint.checks.boilerplate.sheets import Sheet
from attribution_lint.checks.boilerplate.units import FEWEST_BLOCKS, Unit
from attribution_lint.checks.boilerplate.verdict import ANYWHERE, LINE
from attribution_lint.nlp.analysis import Analysis

_CAPTION_WORDS = 45
_TITLES = frozenset({"heading", "cell", "row", "table"})
_CHAT = "chat"
_FEW = 6  # sentences
_NOTICE_WORDS = 75
_LONG_WORDS = 20
_STOPS = ".!?"
_ABOUT_IT = 3  # grades of topics
_OF_A_CHAT = 6  # and those by which a note is an assistant's
_OPENS = ":,;"  # what follows belongs to it
_SWAY = 0.2  # of the words of a block convict the rest
_UNLIKELY_NOTE, _UNLIKELY_JOTTING = -6.5, -2.0  # log-odds
_TELLING = frozenset({"told", "reported", "he", "report", "quotes"})
_FIRST = 100  # outweighs the order of families that are proved alike
# What a headline may sound like without being residue.
_LIKE_A_HEADLINE = frozenset({"related", "promo", "bio", "site", "desk"})
_LINKED = frozenset({"related", "promo"})
_LABELLED = frozenset({"label", "bare", "bracket", "caps"})
_GOVERNING = ("disclaimer", "note", "rights", "photo", "desk")


def whole_family(seen: Sheet, headline: bool, kind: str) -> Family | None:
    """The family that a whole block is of; what stands as a title or in a table takes more to convict."""
    units = seen.units
    if not units or not seen.words:
        return None
    opening = units[0]
    for name in _GOVERNING:
        chat = opening.about.get("chat", 0) >= _OF_A_CHAT and opening.proved.get("chat", 0) >= LINE
        assisted = name == "note" and chat
        if f"label:{name}" in opening.known and opening.proved.get(name, 0) >= LINE and not assisted:
            return BY_NAME[name]
    closed = units[-1].proved.get("photo", 0) >= LINE and seen.words <= _CAPTION_WORDS
    if closed and all("report" not in unit.known for unit in units):
        return BY_NAME["photo"]  # a caption that its credit closes
    told = Counter[str]()
    proved = covered = 0
    for unit in units:
        best = max(unit.proved.values(), default=0)
        if best >= LINE:
            proved += unit.words
            names = [name for name, degree in unit.proved.items() if degree == best]
            told.update({name: unit.words * best * _FIRST - number for number, name in enumerate(names)})
        if best:
            covered += unit.words
    share = 0.2 if all(unit.proved and "short" in unit.known for unit in units) else 0.4
    if not _is_swayed(units) and (proved < share * seen.words or covered < 0.7 * seen.words):
        return None
    if not proved:
        return None
    for name, _ in told.most_common():
        weighed = any(f"weighed:{name}" in unit.known for unit in units)
        doubtful = weighed or (headline and name in _LIKE_A_HEADLINE)
        certain = seen.convicts and seen.leaning > AMONG_TITLES
        if (headline or kind in _TITLES) and doubtful and not certain and not _is_decided(units, name):
            continue
        if weighed and kind == "item" and not seen.convicts:
            continue
        return BY_NAME[name]
    return None


def may_be_strange(analysis: Analysis, number: int, seen: Sheet) -> bool:
    """Whether the register of a block may convict it, as nothing else does."""
    blocks = analysis.blocks
    if len(blocks) <= FEWEST_BLOCKS or not 0 < seen.words <= _NOTICE_WORDS:
        return False
    if analysis.text[blocks[number].span.start] == "<":
        return False  # what an embedded post says is copy, its tags are not
    closes = analysis.text[blocks[number].span.end - 1]
    announces = closes == ":" and seen.leaning > ANNOUNCING and _is_of_a_chat(seen.units)
    return announces or not (closes in _OPENS or (seen.words == 1 and closes in _STOPS))


def _is_of_a_chat(units: list[Unit]) -> bool:
    """Whether what a line announces could be an assistant's answer, and is not told by anybody."""
    return any(_CHAT in unit.about for unit in units) and all(unit.known.isdisjoint(_TELLING) for unit in units)


def is_noted(analysis: Analysis, number: int, odds: Callable[[], float]) -> bool:
    """Whether a block is a note among colleagues by how it is written, and how it reads does not gainsay that.

    `odds` returns the log-odds that it is residue by how it reads, which cost more than the rest.
    """
    if is_a_task(analysis, number) or (is_to_a_colleague(analysis, number) and odds() > _UNLIKELY_NOTE):
        return True
    return is_jotted(analysis, number) and odds() > _UNLIKELY_JOTTING


def _is_swayed(units: list[Unit]) -> bool:
    """Whether one sentence convicts the few beside it: nothing in them is told of anybody."""
    if len(units) > _FEW or sum(unit.words for unit in units) > _NOTICE_WORDS:
        return False
    certain = [unit for unit in units if unit.proved and max(unit.proved.values()) >= LINE]
    if not certain or sum(unit.words for unit in certain) < _SWAY * sum(unit.words for unit in units):
        return False
    names = {name for unit in certain for name, degree in unit.proved.items() if degree >= LINE}
    return all(unit in certain or (unit.known.isdisjoint(_TELLING) and _goes_with(unit, names)) for unit in units)


def _goes_with(unit: Unit, names: set[str]) -> bool:
    """Whether a sentence could be of the residue beside it: it closes the text, or is about the same."""
    return bool(unit.proved) or "tail" in unit.known or any(unit.about.get(name, 0) >= _ABOUT_IT for name in names)


def _is_decided(units: list[Unit], name: str) -> bool:
    """Whether a line is residue even where a headline would stand."""
    return any(
        unit.proved.get(name) == ANYWHERE
        or f"bare:{name}" in unit.known
        or f"sure:{name}" in unit.known
        or (f"label:{name}" in unit.known and name not in _LINKED)
        for unit in units
    )


def is_labelled(seen: Sheet) -> bool:
    """Whether a label, brackets or capitals say what a block is."""
    return any(not _LABELLED.isdisjoint(sign.partition(":")[0] for sign in unit.known) for unit in seen.units)
