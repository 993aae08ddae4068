r"""Text of a draft as a person may safely look at it: what cannot be seen is shown, nothing of it is obeyed.

Control characters can rewrite a terminal; bidirectional marks show words in an order in which they do not stand, and
zero-width characters part words that look whole (Boucher and Anderson, “Trojan Source”, USENIX Security 2023; Unicode
Technical Report 36, “Unicode Security Considerations”).
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "([\0-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff])\\1*"
)
_JOINERS = frozenset("\u200c\u200d")  # parts of an emoji, and letters of Persian or Hindi


def shown(text: str, kept: str = "") -> str:
    r"""Return the text with each hidden code point as its number, `<U+202E>`, a run of one as `<U+200B x 12>`.

    The code points of `kept` stay, and joiners between two signs that are seen and not ASCII; a tab becomes a space.
    """

    def sign(match: re.Match[str]) -> str:
        character, run = match[1], match.end() - match.start()
        if character in kept or (character in _JOINERS and run == 1 and _joins(text, match.start())):
            return match[0]
        if character == "\t":
            return " " * run
        return f"<U+{ord(character):04X}{f' x {run}' if run > 1 else ''}>"

    return _HIDDEN.sub(sign, text)


def one_line(text: str) -> str:
    """Return the text on one line, its white space as single spaces, hidden code points shown."""
    return shown(re.sub(r"[ \t\r\n]+", " ", text).strip(" "))


def _joins(text: str, at: int) -> bool:
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return len(beside) == 2 and not any(sign.isascii() or _HIDDEN.match(sign) for sign in beside)
