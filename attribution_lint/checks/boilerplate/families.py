"""The families of residue and the evidence that makes one.

A combination is a row of evidence that must all be there. Evidence is a lexicon that fits (`promo` for
`phrases-promo`, `media` for `objects-media`), `^promo` where it opens the unit, `promo+` where it fits at two
places, `label:promo` for a label that a colon or a dash closes, `bare:promo` for one that is the whole line,
and what `evidence.py` says of shape and position. Which combination may stand where follows the company it
keeps: `anywhere` convicts a sentence in the middle of a paragraph, `line` a block of its own, `company` a block
beside residue that has been found already.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Combination = frozenset[str]
# How the place of a family decides: credits and notes are in order at the top and the tail of a story.
Placing = Literal["always", "ends are information", "tail only"]


def _rows(*rows: str) -> tuple[Combination, ...]:
    return tuple(frozenset(row.split()) for row in rows)


@dataclass(frozen=True, slots=True)
class Family:
    """What convicts a unit of text of being residue of one sort."""

    name: str
    anywhere: tuple[Combination, ...] = ()
    line: tuple[Combination, ...] = ()
    company: tuple[Combination, ...] = ()
    veto: frozenset[str] = field(default_factory=frozenset)
    placing: Placing = "always"
    clusters: bool = True  # whether neighbours of other families may join it


FAMILIES: tuple[Family, ...] = (
    # Found by their form (marks.py, encoding.py); they are here to keep company.
    Family("wire-mark"),
    Family("code"),
    Family("placeholder", clusters=False),
    Family("tracked", clusters=False),
    Family("citation", clusters=False),
    Family(
        "chat",
        anywhere=_rows(
            "assistant+ i",
            "assistant act:assistant draft",
            "^assistant i draft",
            "^assistant act:assistant reader",
        ),
        line=_rows(
            "assistant i",
            "assistant+",
            "assistant act:assistant",
            "assistant draft",
            "^assistant short",
        ),
        company=_rows("assistant", "i act:assistant", "draft reader", "i reader"),
        veto=frozenset({"report"}),
        clusters=False,
    ),
    Family(
        "press",
        anywhere=_rows("embargo"),
        line=_rows(
            "bare:press",
            "label:press MAIL",
            "label:press URL",
            "label:press phone",
            "label:press names short",
            "label:press caps",
            "^press short",
            "press caps",
            "^press MAIL",
            "^press phone",
            "^press URL",
            "press MAIL phone",
        ),
        company=_rows("label:press", "press", "MAIL short", "phone short", "names tiny", "URL tiny"),
        veto=frozenset({"report"}),
    ),
    Family(
        "rights",
        anywhere=_rows("rights story", "rights+", "rights obj:rights", "rights bracket", "label:rights obj:rights"),
        line=_rows(
            "rights lean",
            "rights self",
            "label:rights rights",
            "label:rights names short",
            "obj:rights+ story",
            "obj:rights+ self",
            "obj:rights story lean",
            "obj:rights+ lean short",
        ),
        company=_rows("obj:rights", "story", "rights", "label:rights", "bare:rights"),
        veto=frozenset({"report", "he"}),
    ),
    Family(
        "origin",
        anywhere=_rows("origin story", "^origin obj:rights", "bracket origin"),
        line=_rows("^origin lean", "label:rights URL", "label:rights origin", "bare:origin", "origin URL lean"),
        company=_rows(
            "origin",
        ),
        veto=frozenset({"he"}),
    ),
    Family(
        "disclaimer",
        anywhere=_rows("label:disclaimer disclaimer", "disclaimer+ story", "disclaimer story lean"),
        line=_rows(
            "label:disclaimer",
            "bare:disclaimer",
            "disclaimer+ lean",
            "disclaimer self lean",
            "disclaimer reader lean",
            "disclaimer short lean",
        ),
        company=_rows("disclaimer", "story", "self", "reader", "obj:rights", "tiny"),
        veto=frozenset({"report", "he"}),
    ),
    Family(
        "note",
        anywhere=_rows("label:note", "note story", "note+ story"),
        line=_rows("^note lean", "note+", "bare:note", "note bracket"),
        company=_rows("note", "story"),
        veto=frozenset({"report"}),
        placing="ends are information",
        clusters=False,
    ),
    Family(
        "credit",
        anywhere=_rows("bracket ^credit", "bracket ^opening-credit", "bracket label:credit names"),
        line=_rows(
            "^credit names",
            "^opening-credit names short",
            "credit names story",
            "credit names short lean",
            "label:credit credit",
            "label:credit opening-credit names",
            "bracket credit",
            "bracket ^opening-credit",
        ),
        company=_rows(
            "credit names",
        ),
        veto=frozenset({"report"}),
        placing="ends are information",
        clusters=False,
    ),
    Family(
        "bio",
        line=_rows("bio opens-with-name lean", "bio opens-with-name tail", "bio command MAIL", "bio command HANDLE"),
        company=_rows("bio", "MAIL short"),
        veto=frozenset({"report"}),
        placing="tail only",
        clusters=False,
    ),
    Family(
        "photo",
        anywhere=_rows(
            "bracket photo short",
        ),
        line=_rows("photo short lean", "label:photo photo", "label:photo names short", "bare:photo", "bracket photo"),
        company=_rows("photo", "label:photo"),
        veto=frozenset({"report", "command", "he"}),
        placing="ends are information",
        clusters=False,
    ),
    Family(
        "embed",
        anywhere=_rows("embed bracket", "embed+"),
        line=_rows("^embed", "embed short", "bare:embed", "embed story", "embed reader", "embed self"),
        company=_rows(
            "embed",
        ),
        veto=frozenset({"report", "he"}),
    ),
    Family(
        "related",
        anywhere=_rows("label:related URL", "bracket label:related", "related here", "bracket command story"),
        line=_rows(
            "label:related",
            "bare:related",
            "related command",
            "^related",
            "related URL",
            "command story here",
            "weak-label URL",
        ),
        company=_rows("label:weak", "bare:weak", "related", "title-line", "URL"),
        veto=frozenset({"report", "he"}),
    ),
    Family(
        "site",
        anywhere=_rows("site+ reader", "site+ self", "site reader self", "site+ caps", "site bracket", "^site site+"),
        line=_rows(
            "bare:site",
            "label:site short lean",
            "site short lean",
            "site reader",
            "site self",
            "site+",
            "^site lean",
        ),
        company=_rows("site", "label:weak", "bare:weak", "bare:promo", "label:promo", "tiny command"),
        veto=frozenset({"report", "he"}),
    ),
    Family(
        "promo",
        anywhere=_rows(
            "promo command self",
            "promo command media",
            "promo command reader",
            "promo command here",
            "promo command social",
            "promo reader self",
            "promo reader media",
            "command media self",
            "command media here",
            "command HANDLE social",
            "command social self",
        ),
        line=_rows(
            "promo command",
            "promo self",
            "promo media",
            "promo reader",
            "promo social",
            "promo here",
            "promo short",
            "command media",
            "command social short",
            "command self here",
            "command self URL",
            "command self MAIL",
            "command MAIL short",
            "command HANDLE",
            "media reader self",
            "label:promo HANDLE",
            "label:promo URL",
            "label:promo MAIL",
            "label:promo media",
            "only-handles",
        ),
        company=_rows("command", "media", "promo", "bare:promo", "label:promo", "social", "self", "reader", "URL"),
        veto=frozenset({"report", "he"}),
    ),
    Family(
        "wire",
        anywhere=_rows(
            "bracket ^wire",
        ),
        line=_rows(
            "bare:wire caps",
            "label:wire caps",
            "label:wire wire",
            "^wire short lean",
            "wire caps",
            "wire bracket",
            "wire+ lean",
        ),
        company=_rows("wire", "label:wire", "bare:wire"),
        veto=frozenset({"report", "he"}),
    ),
    Family(
        "desk",
        anywhere=_rows("bracket ^desk", "bracket label:desk", "bracket desk caps", "label:desk-caps desk"),
        line=_rows("label:desk desk", "label:desk caps", "bare:desk caps", "^desk short lean", "bracket desk"),
        company=_rows(
            "desk",
        ),
        veto=frozenset({"report", "he"}),
        clusters=False,
    ),
)
