"""Errors that a user can act on: where it is, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from operator import eq


class UserError(Exception):
    """Something in the user's hands is wrong.

    `where` names the file, pack or option; `what` says what is wrong; `hint` says what to do about it.
    """

    def __init__(self, where: str, what: str, hint: str = "") -> None:
        self.where = where
        self.what = what
        self.hint = hint
        super().__init__(f"{where}: {what}" + (f" ({hint})" if hint else ""))

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str, str]]:
        return type(self), (self.where, self.what, self.hint)  # for the way back from a worker process


class DraftError(UserError):
    """A draft cannot be read."""


class ConfigError(UserError):
    """A configuration cannot be used."""


class PackError(UserError):
    """A rule pack or a lexicon cannot be used."""


def nearest(word: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """Return the hint that names the known word most like `word` in any case, or else `otherwise`, or all of them."""
    from difflib import SequenceMatcher, get_close_matches  # only errors need it

    choices = {choice.casefold(): choice for choice in sorted(known)}
    folded = word.casefold()
    close = get_close_matches(folded, choices, n=5)
    alike = {choice: SequenceMatcher(None, choice, folded).ratio() for choice in close}
    close.sort(key=lambda choice: (-alike[choice], -sum(map(eq, choice, folded))))  # in place, they are alike
    if close:
        return f"did you mean “{choices[close[0]]}”?"
    return "one of: " + ", ".join(choices.values()) if otherwise is None else otherwise
