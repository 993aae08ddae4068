"""Which blocks could hold a mark, and of which form: a look at rare characters and rare words that costs little."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters

from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.strings import Strings, characters

# Every match of a form holds one of its characters, a word of `words-marks`, or a word with one of its beginnings.
_FORMS_OF = {
    "[": ("citation", "placeholder", "tracked", "photo-mark", "escape"),
    "{": ("placeholder", "field", "tracked"),
    "<": ("citation", "placeholder", "tracked"),
    "«": ("placeholder", "citation"),
    "【": ("citation",),
    "〔": ("citation",),
    "⟦": ("citation",),
    "⟨": ("citation",),
    "\ue200": ("citation",),
    "|": ("photo-mark", "placeholder", "field", "tracked"),
    "~": ("field", "tracked"),
    "\\": ("escape",),
    "/": ("photo-mark", "wire-mark", "citation", "field"),
    "_": ("placeholder", "field", "citation", "campaign", "tracking", "glued"),
    "+": ("citation",),
    "=": ("tracked", "tracking", "campaign", "escape"),
    "#": ("placeholder", "field"),
    "↩": ("citation",),
    "📷": ("photo-mark",),
    "📸": ("photo-mark",),
    "🎥": ("photo-mark",),
    "📹": ("photo-mark",),
}
# These count only before certain others.
_BEFORE = {
    "%": (("s", "d", "(", "%", *"0123456789", "E2"), ("placeholder", "field", "tracked", "escape")),
    "?": (("?", *(f" {letter}" for letter in "abcdefghijklmnopqrstuvwxyz")), ("placeholder", "field")),
    "@": (("@", *ascii_letters), ("field", "glued")),
    ":": (("::",), ("citation",)),
    "$": (("X", "0", "_", "T", "$", " ", "m", "b", "{", *"abcdefghijklmnopqrstuvwxyz"), ("placeholder",)),
    "£": (("X", "0", "_", "T", " ", *"abflmnst"), ("placeholder",)),
    "€": (("X", "0", "_", "T", " ", *"abflmnst"), ("placeholder",)),
    "₹": (("X", "0", "_", "T"), ("placeholder",)),
    "₦": (("X", "0", "_", "T"), ("placeholder",)),
    "(": (
        (
            *(
                "more",
                "MORE",
                "end",
                "END",
                "PR",
                "BUS",
                "GLOBE",
                "Globe",
                "ACC",
                "EIN",
                "see ",
                "See ",
                "turn",
                "Turn",
            ),
            *(
                "full",
                "Full",
                "report",
                "Report",
                "details",
                "Details",
                "story",
                "Story",
                "continued",
                "Continued",
                "@",
            ),
            *(
                "name",
                "age",
                "title",
                "quote",
                "place",
                "city",
                "link",
                "source",
                "ref",
                "insert",
                "add ",
                "tbc",
                "sp",
                "check",
            ),
            *(
                "get ",
                "find ",
                "chk",
                "confirm",
                "need",
                "verify",
                "ask ",
                "supply",
                "inaud",
                "unclear",
                "cross",
                "indist",
                "unintel",
                "first name",
                "full name",
                "surname",
                "date",
                "number",
                "amount",
                "percent",
                "job title",
                "occup",
                "rank",
                "nation",
                "last name",
                "forename",
                "tk",
                "TK",
                "to come",
                "hoto",
                "Ph",
                "ph",
                "Im",
                "im",
                "Pi",
            ),
            *("pi", "Cr", "cr", "Fi", "fi", "Co", "co", "Sc", "sc", "TBC", "CQ", "XX", "oai"),
            *(
                "NAME",
                "SURNAME",
                "DATE",
                "TITLE",
                "QUOTE",
                "LINK",
                "CITY",
                "PLACE",
                "SPOKES",
                "AGENCY",
                "FIGURE",
                "STAT",
            ),
            *("SOURCE", "PHOTO", "CAPTION", "HEADLINE", "BYLINE", "COMPANY", "MONTH", "DAY", "YEAR", "TIME", "AGE"),
            *(
                "NUMBER",
                "AMOUNT",
                "LOCATION",
                "COUNTRY",
                "REGION",
                "OFFICIAL",
                "MINISTER",
                "REPORTER",
                "VENUE",
                "SCORE",
            ),
            *("PRICE", "TOWN", "SCHOOL", "TEAM", "DISTRICT"),
        ),
        ("placeholder", "photo-mark", "wire-mark", "embed-mark", "citation", "tracked"),
    ),
}
_SIGNS, _SIGNS_BEFORE = frozenset(_FORMS_OF), frozenset(_BEFORE)
_OF_WORDS = ("field", "placeholder", "tracked", "wire-mark", "citation", "embed-mark", "glued")
_BEGINNINGS = (
    *("TK", "tk", "Tk", "XX", "Xx", "xx", "x,", "X,", "X.", "NN", "00", "ZZ", "QQ", "asd", "qwe", "Asd"),
    *("dd/", "mm/", "DD/", "MM/", "dd-", "mm-"),
    "turn0",
    "turn1",
    "turn2",
    "turn3",
    "oai",
    "cite",
    "grok",
    "ppl",
    "grounding",
    "attributable",
    "contentRef",
    "antml",
    "pic.",
)
_LETTERS_BEGUN = Strings({letters: letters for letters in _BEGINNINGS})
_BEGUN = re.compile(f" (?:{'|'.join(map(re.escape, _BEGINNINGS))})")  # in words with a space before each
# A label that runs into the next word, or a word into a label.
_GLUE = re.compile(
    "(?:Share|Save|Tweet|Copy|Print|Email|Advertisement|[Mm]ore|MORE|source|caption|link|reading|content|Images|below"
    "|[Uu]p|Related|By)[A-Z]|[a-z](?:January|February|March|April|May|June|July|August|September|October|November"
    "|December)\\b|[a-z.!?](?:Advertisement|ADVERTISEMENT|Read|READ|Image|Copy|Continue|Getty|Sign|SHARE|Save)\\b"
    "|[.]{3} ?[RS]|\\d ?[a-z]+ ago[A-Z]|(?:Home|News)[A-Z]|[a-z]{3}[A-Z][a-z]{2,} [A-Z][a-z]"
    "|[a-z](?:Share|Follow|Print|Email|View|Show|Tweet)\\b"
    "|[a-z]{3}(?:AFP|ANI|AAP|BBC|CBC|CNN|EFE|EPA|IANS|NAN|PTI|Reuters|SAPA|UPI|Xinhua|Bernama)\\b"
)
# Without one nothing is glued. The capital comes first: `re` runs ahead to it, as most have a space before them.
_CAPITAL_BEHIND = re.compile(
    "[A-Z](?:(?<= [A-Z])(?<=[.]{3} [RS])|(?<! [A-Z])(?:(?<=[a-z][A-Z])|(?<=MORE[A-Z])|(?<=[.]{3}[RS])"
    "|(?<=[.!?][ACGIRS])(?:(?<=A)[dD]|(?<=C)o|(?<=G)e|(?<=I)m|(?<=R)[eE]|(?<=S)[aiH])))"
)
_LONGEST_FIELD = 120  # characters of a line that is a field of a template
_TURN = re.compile(r"turn\d+[a-z]+\d")
_SHORTEST = 40  # characters of a line that may be a credit, even with a full stop
_LAST = frozenset(".!?”\"’':;…")  # a paragraph that ends otherwise may end in a sign-off


def worth_a_look(analysis: Analysis) -> dict[int, set[str]]:
    """Return the forms of mark that each block could hold, by the number of the block."""
    return {part.number: found for part, found in in_each(analysis, _forms_in)}


def _forms_in(analysis: Analysis) -> set[str]:
    """Return the forms of mark that a block could hold."""
    text, words = analysis.text, analysis.words.text
    present = characters(text)
    found = set[str]().union(*[_FORMS_OF[character] for character in _SIGNS & present])
    for character in _SIGNS_BEFORE & present:
        following, forms = _BEFORE[character]
        if any(text.startswith(following, offset + 1) for offset in _places(text, character)):
            found.update(forms)
    if "turn" in text and _TURN.search(text):
        found.add("citation")
    if "00.0" in text:
        found.add("field")
    if "pic.twitter" in text:
        found.add("embed-mark")
    if "u20" in text or "u00" in text:
        found.add("escape")
    if "XX" in text or not shipped_lexicon("words-marks").isdisjoint(words) or _is_begun(text, words):
        found.update(_OF_WORDS)
    if _CAPITAL_BEHIND.search(text) and _GLUE.search(text):
        found.add("glued")
    if text[-1] not in _LAST:
        found.update(
            ("wire-mark", "photo-mark", "field") if len(text) <= _LONGEST_FIELD else ("wire-mark", "photo-mark")
        )
    elif len(text) <= _SHORTEST:
        found.add("photo-mark")  # "Getty."
    return found


def _is_begun(text: str, words: list[str]) -> bool:
    """Whether a word begins like a mark; most texts have the letters nowhere."""
    return bool(_LETTERS_BEGUN.within(text)) and _BEGUN.search(" " + " ".join(words)) is not None


def _places(text: str, sign: str) -> Iterator[int]:
    offset = text.find(sign)
    while offset >= 0:
        yield offset
        offset = text.find(sign, offset + 1)
