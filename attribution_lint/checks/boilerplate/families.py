"""The families of residue and the evidence that makes one.

A combination is a row of evidence that must all be there. Evidence is a lexicon that fits (`promo` for
`phrases-promo`, `media` for `objects-media`), `^promo` where it opens the unit, `promo+` where it fits at two
places, `label:promo` for a label that a colon or a dash closes, `bare:promo` for one that is the whole line,
and what `evidence.py` says of shape and position. Which combination may stand where follows the company it
keeps: `anywhere` convicts a sentence in the middle of a paragraph, `line` a block of its own, `company` a block
beside residue that has been found already.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Combination = frozenset[str]
# How the place of a family decides: credits and notes are in order at the top and the tail of a story.
Placing = Literal["always", "ends are information", "tail only"]


def _rows(text: str) -> tuple[Combination, ...]:
    return tuple(frozenset(row.split()) for row in text.split(";"))


class Family(Struct, frozen=True):
    """What convicts a unit of text of being residue of one sort."""

    name: str
    anywhere: tuple[Combination, ...] = ()
    line: tuple[Combination, ...] = ()
    company: tuple[Combination, ...] = ()
    veto: frozenset[str] = field(default_factory=frozenset)
    placing: Placing = "always"
    clusters: bool = True  # whether neighbours of other families may join it


FAMILIES: tuple[Family, ...] = (
    # The first of them are found by their form (marks.py, encoding.py); they are here to keep company.
    Family("wire-mark"),
    Family("code"),
    Family("escape", clusters=False),
    Family("stamp"),
    Family("signoff", placing="ends are information"),
    Family("photo-mark"),
    Family("placeholder", clusters=False),
    Family("tracked", clusters=False),
    Family("citation", clusters=False),
    Family(
        "chat",
        anywhere=_rows(
            """
            assistant+ i; assistant act:assistant draft; ^assistant i draft; ^assistant act:assistant
            reader; ^assistant tiny impersonal; label:assistant i
            """
        ),
        line=_rows(
            """
            assistant i draft; assistant i reader; assistant i title-line; assistant+ i; assistant+ reader;
            assistant+ short; ^assistant assistant+ draft;
            assistant act:assistant reader; assistant draft reader; assistant draft short;
            ^assistant short reader; ^assistant short title-line; ^assistant tiny impersonal; bare:assistant;
            label:note assistant draft; i act:assistant draft; checked short draft; checked short assistant
            """
        ),
        company=_rows("assistant; i act:assistant; draft reader; i reader; checked short; bare:assistant"),
        veto=frozenset({"report", "told", "reported", "idle"}),
        clusters=False,
    ),
    Family(
        "press",
        anywhere=_rows("embargo"),
        line=_rows(
            """
            press lean untold; bare:press; label:press MAIL; label:press URL; label:press phone;
            label:press names short;
            phone self label-line;
            label:press caps; ^press short names; ^press tiny; press caps; ^press MAIL; ^press phone names;
            ^press URL; press MAIL
            phone; about-name
            """
        ),
        company=_rows(
            """
            label:press; label:contact; press; MAIL short; phone short; names tiny; URL tiny; about-name;
            label:press names
            """
        ),
        veto=frozenset({"report", "reported"}),
    ),
    Family(
        "rights",
        anywhere=_rows(
            """
            rights story; rights+; rights obj:rights; rights bracket; label:rights obj:rights; ^rights tiny
            """
        ),
        line=_rows(
            """
            rights lean; rights self; ^obj:rights tiny names; label:rights rights; label:rights names short;
            obj:rights+ story; obj:rights+ self; obj:rights itself lean; obj:rights+ lean short; rights short
            """
        ),
        company=_rows("obj:rights; story; rights; label:rights; bare:rights"),
        veto=frozenset({"narrated", "report", "he", "reported", "told"}),
    ),
    Family(
        "origin",
        anywhere=_rows("origin itself; origin story names; ^origin obj:rights; bracket origin"),
        line=_rows("^origin lean; label:rights URL; label:rights origin; bare:origin; origin URL lean"),
        company=_rows("origin"),
        veto=frozenset({"he", "reported"}),
    ),
    Family(
        "disclaimer",
        anywhere=_rows(
            "label:disclaimer disclaimer; disclaimer+ story; disclaimer story lean; bracket itself disclaimer"
        ),
        line=_rows(
            """
            label:disclaimer impersonal; bare:disclaimer; disclaimer+ lean; disclaimer self lean; disclaimer reader
            lean; ^disclaimer short lean; disclaimer tiny lean; label:disclaimer disclaimer; disclaimer+ bracket
            """
        ),
        company=_rows("disclaimer; story; self; reader; obj:rights"),
        veto=frozenset({"narrated", "report", "he", "told", "reported"}),
    ),
    Family(
        "note",
        anywhere=_rows("label:note; note story; note+ story"),
        line=_rows("^note lean; note+; bare:note; note bracket"),
        company=_rows("note; story"),
        veto=frozenset({"report", "reported"}),
        placing="ends are information",
        clusters=False,
    ),
    Family(
        "credit",
        anywhere=_rows("bracket ^credit; bracket ^opening-credit; bracket label:credit names"),
        line=_rows(
            """
            ^credit names; ^opening-credit names short; credit names story; credit names short lean;
            label:credit credit; label:credit opening-credit names; bracket credit; bracket ^opening-credit
            """
        ),
        company=_rows("credit names"),
        veto=frozenset({"report", "reported"}),
        placing="ends are information",
        clusters=False,
    ),
    Family(
        "bio",
        line=_rows(
            """
            bio opens-with-name lean; bio opens-with-name tail; bio command MAIL; bio command HANDLE; bio
            opens-with-name short
            """
        ),
        company=_rows("bio; MAIL short"),
        veto=frozenset({"report", "reported"}),
        placing="tail only",
        clusters=False,
    ),
    Family(
        "photo",
        anywhere=_rows("bracket photo short"),
        line=_rows(
            """
            photo short lean untold;
            photo label-line untold; label:photo photo; label:photo names short; bare:photo; bracket photo; pointer
            lean; ^photo lean; photo title-line long
            """
        ),
        company=_rows("photo; label:photo; pointer"),
        veto=frozenset({"narrated", "report", "reported", "told"}),
        clusters=False,
    ),
    Family(
        "embed",
        anywhere=_rows("embed bracket; embed+"),
        line=_rows("embed short; bare:embed; embed self"),
        company=_rows("embed"),
        veto=frozenset({"report", "he", "reported", "narrated"}),
    ),
    Family(
        "related",
        anywhere=_rows(
            """
            label:related URL; bracket label:related; related here; bracket command story; bracket
            label:weak-caps short; label:related-caps title-line
            """
        ),
        line=_rows(
            """
            label:related; bare:related; related command story; related command media; related command self;
            related command here; ^related title-line; ^related tiny; ^related media; ^related here;
            ^related self; bracket ^related; related URL; command story here;
            label:weak-caps short; label:related short; arrow title-line;
            asks labelled title-line;
            label:weak title-line lean; arrow short; label:weak piped; only-address; label:related-caps
            """
        ),
        company=_rows("label:weak; bare:weak; related; title-line; URL; arrow"),
        veto=frozenset({"narrated", "report", "he", "consequence", "reported"}),
    ),
    Family(
        "site",
        anywhere=_rows(
            """
            site+ reader; site+ self; site reader self; site+ caps; site bracket; ^site site+; interruption
            """
        ),
        line=_rows(
            """
            bare:site; bare:weak pager; label:site short lean; site short lean; site reader; site self; site+;
            ^site lean; interruption
            """
        ),
        company=_rows("site; label:weak; bare:weak; bare:promo; label:promo; tiny command; figures"),
        veto=frozenset({"narrated", "report", "he", "reported", "told"}),
    ),
    Family(
        "promo",
        anywhere=_rows(
            """
            promo command self; promo command media; promo command reader; promo command here; promo command
            social; promo reader self alone; promo reader media alone; command media self; command media
            here; command HANDLE social; command social self
            """
        ),
        line=_rows(
            """
            promo command; promo self alone; promo media alone; promo reader alone; promo social alone;
            promo here alone; promo short alone; command media; command social short; command self here;
            command self URL; command self MAIL; command MAIL short; command HANDLE; media reader self;
            label:promo HANDLE; label:promo URL; label:promo MAIL; label:promo media; only-handles; promo+
            alone; promo question alone; promo MAIL
            """
        ),
        company=_rows("command; media; promo; bare:promo; label:promo; social; self; reader; URL"),
        veto=frozenset({"narrated", "report", "reported", "told"}),
    ),
    Family(
        "wire",
        anywhere=_rows("bracket ^wire; bracket label:wire-caps"),
        line=_rows(
            """
            bare:wire caps; label:wire caps; label:wire wire; ^wire short lean; wire caps; wire bracket;
            wire+ lean; label:wire-caps; label:meta short; bare:meta; wire+ short; ^wire lean; label:wire
            short lean; bare:agency
            """
        ),
        company=_rows("wire; label:wire; bare:wire; label:meta"),
        veto=frozenset({"narrated", "report", "he", "reported", "told"}),
    ),
    Family(
        "desk",
        anywhere=_rows(
            """
            starred desk; starred newsroom; starred label:desk;
            bracket ^desk; bracket label:desk; bracket desk caps; label:desk-caps desk; bracket newsroom;
            query; signed bracket long; aside; bracket question self; bracket question initials
            """
        ),
        line=_rows(
            """
            label:desk desk; label:desk caps; bare:desk caps; ^desk tiny lean; ^desk short title-line lean;
            ^desk short draft lean; ^desk short question; bracket desk; label:desk;
            newsroom+ lean; newsroom desk; newsroom command short lean; newsroom question short; bare:desk;
            desk+ short; desk newsroom; query; desk caps; newsroom caps; hails newsroom; hails desk; signed
            newsroom
            """
        ),
        company=_rows("desk"),
        veto=frozenset({"told", "service", "reported"}),
        clusters=False,
    ),
)

BY_NAME = {family.name: family for family in FAMILIES}
ORDER = {family.name: number for number, family in enumerate(FAMILIES)}
