"""Whether a paragraph tells of a text: what a sign, a letter or a machine says in it is nobody's residue.

The words are often told without quotation marks: behind a colon ("A card on the till read: …"), before the verb
("Your account is closed, it said"), or after a sentence on what bears them ("The flyer promised the moon. …").
"""

from __future__ import annotations

from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.checks.boilerplate.verdict import COMPANY
from attribution_lint.model import Span
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_SAID = frozenset(
    {"said", "says", "read", "reads", "wrote", "writes", "ran", "runs", "went", "goes", "began", "begins", "warned"}
    | {"warns", "ended", "ends", "typed", "announced", "announces", "promised", "promises", "told", "asked", "asks"}
    | {"added", "adds", "replied", "replies", "carried", "carries", "declared", "declares", "spelled", "printed"}
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "one", "his", "her", "their", "my", "another", "each", "every", "no", "some", "two", "three"}
    | {"four", "most", "that", "its"}
)
# The first word behind the label of a picture, a link or a note has a capital.
_RUNS_ON = screened(r"(?P<label>[A-Z][^:.!?\n]{1,40}): (?P<rest>[a-z][^.!?\n]*[.!?])")
_FEWEST_RUN_ON = 9  # words
_NEAR = 4  # words from its article to a thing that bears a text
_FEWEST = 3  # words before a colon; fewer are a label
# What only the publisher of a page says of it.
_OF_THE_PAGE = frozenset({"itself", "URL", "MAIL", "HANDLE", "media", "social", "newsroom", "bracket", "starred"})
_TENSED = frozenset({"past", "third", "report"})
_NOT_OF_A_LETTER = frozenset({"itself", "URL", "MAIL", "HANDLE", "media", "social", "bracket", "starred", "caps"})
_OF_A_LETTER = frozenset({"chat", "desk", "site", "promo", "press"})
_ABOVE_A_STORY = frozenset({"itself", "caps", "label:note", "newsroom", "URL", "MAIL"})
_DIRECTING = frozenset({"asks", "command", "you"})
_ADDRESSES = frozenset({"you", "self", "i", "asks", "question"})


def told_from(form: list[str], first: int, last: int) -> int | None:
    """Return the token behind the colon after which the tokens `first` up to `last` tell what a text says, or None."""
    for number in range(first + _FEWEST, last - 1):
        if form[number] == ":":
            return number + 1 if announces(form, first, number) else None
    return None


def announces(form: list[str], first: int, last: int) -> bool:
    """Whether the tokens before a colon tell who or what says what stands behind it."""
    return not _SAID.isdisjoint(form[first + 1 : last]) or bears(form, first, last)


def is_framed(form: list[str], ranges: list[tuple[int, int]], units: list[Unit]) -> bool:
    """Whether a sentence of a block tells of a text, so that the others may be what the text says."""
    return len(units) > 1 and any(
        _tells_of_a_text(form, first, last, seen) for (first, last), seen in zip(ranges, units, strict=True)
    )


def _tells_of_a_text(form: list[str], first: int, last: int, seen: Unit) -> bool:
    if max(seen.proved.values(), default=0) > COMPANY:
        return False
    for number in range(first + 1, last - 1):
        if form[number] == "it" and form[number - 1] in (",", "?", "!") and form[number + 1] in _SAID:
            return True  # "Your account is closed, it said"
    told = "narrated" in seen.known or not seen.known.isdisjoint(_TENSED)
    return told and seen.known.isdisjoint(_ADDRESSES) and bears(form, first, last)


def bears(form: list[str], first: int, last: int) -> bool:
    """Whether the tokens name a thing that bears a text: "a hand-lettered card"."""
    bearers = shipped_lexicon("words-bearers")
    return any(
        form[number] in bearers and not _DETERMINERS.isdisjoint(form[max(first, number - _NEAR) : number])
        for number in range(first + 1, last)
    )


def clear(units: list[Unit]) -> None:
    """Let no unit convict but those that speak of the page or of its makers."""
    for seen in units:
        if not is_of_the_page(seen):
            seen.proved = {name: min(degree, COMPANY) for name, degree in seen.proved.items()}


def runs_on(text: str, span: Span) -> bool:
    """Whether a colon joins the words with which a paragraph opens to a whole sentence: "Photo: it used to mean …"."""
    match = _RUNS_ON.match(text, span.start, span.end)
    if match is None or len(match["rest"].split()) < _FEWEST_RUN_ON:
        return False
    return shipped_lexicon("words-of-desks").isdisjoint(match["label"].lower().split())


def clear_lede(units: list[Unit]) -> bool:
    """Let nothing convict a story's first paragraph but a label of the desk's or what an assistant says of its draft.

    Return whether it has none of these.

    A story may open with any wording that it goes on to tell of ("All rights reserved, unless you are a crow. …"); what
    was left over above it stands on a line of its own.
    """
    plain = [seen for seen in units if seen.known.isdisjoint(_ABOVE_A_STORY)]
    for seen in plain:
        if seen.proved:
            drafted = "draft" in seen.known
            seen.proved = {
                name: degree if drafted and name == "chat" else min(degree, COMPANY)
                for name, degree in seen.proved.items()
            }
    return len(plain) == len(units)


def clear_talk(units: list[Unit]) -> None:
    """Let nothing convict what is said in a letter but an address, a channel, or what speaks of this article."""
    for seen in units:
        if seen.known.isdisjoint(_NOT_OF_A_LETTER):
            seen.proved = {
                name: min(degree, COMPANY) if name in _OF_A_LETTER else degree for name, degree in seen.proved.items()
            }


def directs(units: list[Unit]) -> bool:
    """Whether a block tells its reader what to do, and speaks of no page."""
    return any(not seen.known.isdisjoint(_DIRECTING) for seen in units) and not any(map(is_of_the_page, units))


def is_of_the_page(seen: Unit) -> bool:
    """Whether a unit has what only a page says: an address, a channel of its own, "this article", "our"."""
    known = seen.known
    return not known.isdisjoint(_OF_THE_PAGE) or ("self" in known and "i" not in known)
