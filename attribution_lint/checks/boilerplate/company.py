"""What joins residue that was found for itself: its neighbours, the titles of a list, what follows an end mark."""

from __future__ import annotations

from attribution_lint.checks.boilerplate.families import BY_NAME, ORDER, Family
from attribution_lint.checks.boilerplate.place import ends_like_a_sentence, is_body
from attribution_lint.checks.boilerplate.sheets import Sheet, sheet
from attribution_lint.checks.boilerplate.verdict import COMPANY
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.patterns import screened

_ITEM = screened(r"(?:\d{1,2}[.)]|[-*•–—]|Option \d|[A-C][.)]) ?\S")
_TITLE_WORDS = 3
_COMPANION_WORDS = 30  # a longer block is not residue for its neighbours' sake


def list_links(analysis: Analysis, sheets: list[Sheet | None], sentences: list[list[Span]]) -> None:
    """Let the titles that follow a bare "You may also like" join it: lines that end like no sentence."""
    listing = items = False
    for number, seen in enumerate(sheets):
        if seen and seen.family:
            items = not listing and seen.family.name == "related" and _is_item(analysis, number)
            listing = seen.family.name in ("related", "site", "promo") and (
                listing
                or items
                or _is_bare(seen)
                or _announces(analysis, number, seen)
                or _heads(analysis, number, seen)
            )
            continue
        if not listing:
            continue
        span = analysis.blocks[number].span
        listing = not is_body(analysis.text, span) and not ends_like_a_sentence(analysis.text, span)
        listing = listing and (not items or _is_item(analysis, number))
        if listing and (joined := seen or sheet(analysis, number, sentences[number], closely=True)):
            joined.family = BY_NAME["related"]
            sheets[number] = joined


def _is_bare(seen: Sheet) -> bool:
    return len(seen.units) == 1 and "bare:related" in seen.units[0].known


def _heads(analysis: Analysis, number: int, seen: Sheet) -> bool:
    """Whether a short line stands over two or more lines that end like no sentence, and the last of the text."""
    known = seen.units[0].known if len(seen.units) == 1 else set()
    text, below = analysis.text, analysis.blocks[number + 1 : number + 3]
    if "label-line" not in known or "short" not in known or len(below) < 2:
        return False
    return all(_is_like_a_title(text, block.span) for block in below)


def _is_like_a_title(text: str, span: Span) -> bool:
    words = text.count(" ", span.start, span.end) + 1
    return words >= _TITLE_WORDS and not is_body(text, span) and not ends_like_a_sentence(text, span)


def _announces(analysis: Analysis, number: int, seen: Sheet) -> bool:
    """Whether a line without a full stop stands over the items of a list: "Five other stories for today"."""
    known = seen.units[0].known if len(seen.units) == 1 else set()
    titled = "label-line" in known and "labelled" not in known
    return titled and number + 1 < len(analysis.blocks) and _is_item(analysis, number + 1)


def _is_item(analysis: Analysis, number: int) -> bool:
    block = analysis.blocks[number]
    return block.kind == "item" or bool(_ITEM.match(analysis.text, block.span.start, block.span.end))


def list_answers(analysis: Analysis, sheets: list[Sheet | None]) -> None:
    """Let the items of a list that a chat assistant announces ("Here are three headlines:") be of its answer."""
    announced = False
    for number, seen in enumerate(sheets):
        span = analysis.blocks[number].span
        if seen and seen.family:
            announced = seen.family.name == "chat" and analysis.text.endswith(":", span.start, span.end)
        elif announced := announced and _is_item(analysis, number):
            sheets[number] = seen = seen or Sheet([], [], 1)
            seen.family = BY_NAME["chat"]


def close(analysis: Analysis, sheets: list[Sheet | None]) -> None:
    """Let what follows "Notes to editors" in the second half of a text be of the press release."""
    for number, seen in enumerate(sheets):
        if not seen or not seen.family or 2 * number < len(sheets) - 1:
            continue
        if seen.family.name == "press" and any("bare:press" in unit.known for unit in seen.units):
            for later in range(number + 1, len(sheets)):
                joined = sheets[later] or Sheet([], [], 1)
                joined.family = joined.family or BY_NAME["press"]
                sheets[later] = joined
            return


def keep_company(
    analysis: Analysis, sheets: list[Sheet | None], sentences: list[list[Span]], first: int, last: int
) -> None:
    """Let the neighbours of residue that would not be convicted alone join it."""
    count = len(sheets)
    for step in (1, -1):
        for number in range(count) if step == 1 else range(count - 1, -1, -1):
            neighbour = number - step
            if not 0 <= neighbour < count or (number == 0 and step == -1):
                continue
            beside = sheets[neighbour]
            here = sheets[number]
            if beside is None or beside.family is None or not beside.family.clusters or (here and here.family):
                continue
            block = analysis.blocks[number]
            if analysis.text.count(" ", block.span.start, block.span.end) >= _COMPANION_WORDS:
                continue
            other = sheets[number + step] if 0 <= number + step < count else None
            between = other is not None and other.family is not None and other.family.clusters
            here = here or sheet(analysis, number, sentences[number], closely=True)
            apart = number > last or between or (number >= first and not is_body(analysis.text, block.span))
            if here and (family := _joins(here, beside.family, tail=apart)):
                here.family = family
                sheets[number] = here


def _joins(here: Sheet, beside: Family, tail: bool) -> Family | None:
    """The family in which a block joins a neighbour: by its label anywhere, by its words in the tail."""
    common: set[str] = set()
    for unit in here.units:
        if not unit.known.isdisjoint({"report", "he"}) or "lean" not in unit.known:
            return None
        names = {name for name in unit.strength(COMPANY) if BY_NAME[name].clusters}
        labelled = "figures" in unit.known or any(known.startswith(("label:", "bare:")) for known in unit.known)
        if not (labelled or tail) or not (names or "tiny" in unit.known):
            return None
        common |= names
    if not common:
        return None
    if beside.name in common:
        return beside
    return BY_NAME[min(common, key=ORDER.__getitem__)]
