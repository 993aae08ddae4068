"""Why a figure needs no source, or is only worth a look, in words."""

from __future__ import annotations

EXEMPT = {
    "official": "an official result or act, on the public record",
    "known": "a known or measurable thing that nobody disputes",
    "self": "the reporter saw it, or it follows from the story",
    "market": "a market price",
    "method": "belongs to the method of the poll or study",
    "notfig": "no claim: a label, a rule or a manner of speaking",
}
SOFTENED = {
    "rough": "a rough quantity",
    "small": "a small count",
    "future": "it tells of what is to come",
    "deal": "part of a deal that is public",
    "definite": "taken up as known",
    "indicator": "a public indicator",
    "personal": "what somebody says of himself, or so it seems",
    "audience": "a count that a platform shows to everybody",
    "little doubt": "all told, few editors would ask",
}


def softened(reason: str) -> str:
    """Return why an open figure is only worth a look; a reason without other words is told as it is."""
    return SOFTENED.get(reason, reason)
