"""What the elements of HTML and of NITF mean for prose."""

from __future__ import annotations

from dataclasses import dataclass

from attribution_lint.formats.prose import BlockKind


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The elements that matter, by what they do.

    `blocks` stand apart; `kinds` say what a block is, with its heading level; `hidden` holds nothing that the
    author wrote; `objects` stand in a sentence as one sign; `closes` ends open elements of its value, unless one
    of `barriers` stands between. In XML (`empty_closes`) a slash closes any element.
    """

    blocks: frozenset[str]
    kinds: dict[str, tuple[BlockKind, int]]
    hidden: frozenset[str]
    objects: frozenset[str]
    story: frozenset[str]
    closes: dict[str, frozenset[str]]
    barriers: frozenset[str]
    quotes: frozenset[str] = frozenset()
    empty_closes: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADINGS = _words("h1 h2 h3 h4 h5 h6")
_BLOCKS = _HEADINGS | _words(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary "
    "table tbody td tfoot th thead tr ul"
)
VOID = _words("area base br col embed hr img input link meta param source track wbr")

# NITF borrows lists and tables from HTML.
_SHARED_KINDS: dict[str, tuple[BlockKind, int]] = {
    "li": ("item", 0),
    "dt": ("item", 0),
    "dd": ("item", 0),
    "td": ("cell", 0),
    "th": ("cell", 0),
    "caption": ("caption", 0),
}

HTML = Vocabulary(
    blocks=_BLOCKS,
    kinds={
        **{tag: ("heading", int(tag[1])) for tag in _HEADINGS},
        "blockquote": ("quote", 0),
        **_SHARED_KINDS,
        "figcaption": ("caption", 0),
    },
    hidden=_words(
        "head script style template noscript svg math nav form button select textarea iframe object audio video "
        "canvas dialog pre del datalist map"
    ),
    objects=_words("code kbd samp"),
    story=_words("article main"),
    # HTML Living Standard, 13.1.2.4 "Optional tags".
    closes={
        **{tag: _words("p head") | _HEADINGS for tag in _BLOCKS - _words("li dd dt td th tr html")},
        "li": _words("li p"),
        "dd": _words("dd dt p"),
        "dt": _words("dd dt p"),
        "td": _words("td th p"),
        "th": _words("td th p"),
        "tr": _words("td th tr p"),
    },
    barriers=_words("table ul ol dl blockquote body article main section figure button td th li"),
    quotes=_words("q"),
)

NITF = Vocabulary(
    blocks=_words(
        "abstract block body body.head body.content body.end bq bibliography byline caption credit dateline dd "
        "distributor dl dt fn headline hedline hl1 hl2 hr li media media-caption media-producer nitf note ol p "
        "rights series slugline table tagline tbody td tfoot th thead tr ul datasource"
    ),
    kinds={
        "hl1": ("heading", 1),
        "hl2": ("heading", 2),
        "bq": ("quote", 0),
        **_SHARED_KINDS,
        "media-caption": ("caption", 0),
    },
    hidden=_words("head media-metadata media-object media-reference pre del"),
    objects=frozenset(),
    story=frozenset(),
    closes={},
    barriers=frozenset(),
    empty_closes=True,
)
