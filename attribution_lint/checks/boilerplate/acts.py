"""What a unit of text does with its verbs: asks for something, or tells what somebody said."""

from __future__ import annotations

_BEFORE_COMMAND = frozenset(
    {",", ":", ";", "-", "–", "—", "--", "|", "(", "[", "•", ">", "»", "!", "?", "→", "&", ".", "…", "...", "*"}
)
_POLITE = frozenset(
    {"please", "pls", "simply", "just", "now", "also", "kindly", "then", "or", "and"}
    | {"today", "instead", "again", "always", "do", "to", "you", "can"}
)
_NOT_SPEAKERS = frozenset({"your", "a", "the", "you", "i", "we", "can't", "to", "can"})
_SPEAKER = 8  # words that a speaker takes, or a day after the cue
_OPENING = 5
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "one"})
_QUOTING = frozenset(
    {"read", "reads", "said", "says", "say", "ran", "runs", "went", "goes", "asked", "asks", "began", "begins"}
)


def commands(form: list[str], number: int, start: int) -> bool:
    """Whether the verb at token `number` asks for something, in a unit that begins at `start`."""
    if number == start:
        return True
    before = form[number - 1]
    if before in _BEFORE_COMMAND:
        return True
    if before not in _POLITE:
        return False
    if before in ("to", "and", "or", "also", "now", "then", "do"):
        # "to follow", "and share": a command only where the row began as one
        return number - 1 == start or (
            before in ("and", "or") and commands(form, number - 2, start) if number - 2 > start else number - 2 == start
        )
    if before == "can":
        return number - 2 >= start and form[number - 2] in ("you", "readers")
    return before != "you"


def is_told(form: list[str], first: int, last: int, reports: list[tuple[int, int]]) -> bool:
    """Whether a speaker is named: "…, the agency said on Monday", "The court found that …", "Doctors say …"."""
    for begin, end in reports:
        if begin > first and form[end - 1] == "that":
            return True
        before = form[max(first, begin - _SPEAKER) : begin]
        if "," in before and before[-1] != "," and last - end <= _SPEAKER:
            return True
    for number in range(first + 1, last - 2):
        if form[number] == "," and form[number + 1] in _DETERMINERS:
            for said in range(number + 3, min(number + _SPEAKER - 2, last)):
                if form[said] in _QUOTING and (said + 1 >= last or form[said + 1] in ",.;:"):
                    return True  # "Have your say, the banner read, and …"
    opening = form[first + 1 : min(first + _OPENING, last)]
    return "say" in opening and form[first + opening.index("say")] not in _NOT_SPEAKERS
