"""What a slot for a noun of attribution is, and the closed sets of words by which its frames are told."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

NounKind = Literal["speaker", "person", "source", "document", "occasion"]


class NounSlot(Struct, frozen=True):
    """The word `number` should be a noun of the kind; `wants` is its number if the frame tells it."""

    number: int
    kind: NounKind
    name: str
    wants: str
    signs: tuple[str, ...]


ASKED = frozenset({"polled", "surveyed", "interviewed", "quoted"})
TIMED = frozenset({"earlier", "early", "last", "late", "overnight", "shortly", "today", "yesterday"})
PARTED = ASKED | frozenset(
    {
        *("released", "published", "obtained", "seen", "filed", "reviewed", "unsealed", "conducted", "commissioned"),
        *("issued", "compiled", "tabled", "leaked", "sworn", "signed", "dated"),
    }
)
SPOKEN_IN = frozenset(
    {"said", "says", "wrote", "told", "added", "tweeted", "announced", "warned", "spoke", "testified"}
)
INFORMED = {"familiar": "with", "close": "to", "briefed": "on", "privy": "to"}
ENGAGED = "engaged"
"""The sign of a subject whose work is named behind it: `the union representing nurses said`."""
_INFORMED = frozenset(f"… {word} {link}" for word, link in INFORMED.items() if word != "close")
"""The slots that only somebody can fill; a house may be close to a river."""
LONGEST_ASIDE = 16
NUMBER_ASKED = {"A": "singular", "MANY": "plural"}


def wants_of(found: str) -> str:
    """Return the number that a determiner, as `reach_back` tells it, asks for; nothing if either does."""
    return NUMBER_ASKED.get(found, "plural" if found == "NONE" else "")


def hearing(slot: NounSlot) -> NounKind:
    """Return the kind that a slot takes: a document says much, but nobody tells it anything."""
    return "person" if slot.name == "told" else slot.kind


def is_informed(slot: NounSlot) -> bool:
    """Whether a slot is that of somebody who knows or works: *… familiar with*, *… investigating the fire said*."""
    return slot.name in _INFORMED or ENGAGED in slot.signs
