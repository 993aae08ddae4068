"""The headline of a plain text: its first block, where that looks like one.

Published copy often closes headlines with a full stop, so the stop alone decides nothing. A first paragraph that
tells the news as a sentence does (dateline, attribution, the day, a leading article) stays a paragraph, and so does a
closed sentence that is longer, or fuller of small words, than headlines are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from attribution_lint.formats.prose import Block

_LINE_END = re.compile(r"\r\n|\n|\r")
_LONGEST = 140
_MOST_WORDS = 20
_LOOK_AHEAD = 3
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*(?=\s+[\"'“‘]?[A-Z]|$)")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Jr|Sr|No|vs)\.$")
_DATELINE = re.compile(r"[A-Z][A-Z .’'-]{2,60}(?:,[^—–]{1,30})?(?:\([^)]{1,30}\) ?)?\s{0,9}(?:--|—|–|-)\s")
_TELLS_THE_NEWS = re.compile(
    r"\b(?:said|told|according to)\b|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:The|A|An) [a-z]"
)
# Headlines leave these out, and a lede of some length has them.
_AUXILIARY = re.compile(r"\b(?:has|have|had|was|were)\b")
_FEWEST_OF_LEDE = 13
_FEWEST_WITH_AUXILIARY = 10
_BYLINE = re.compile(r"By [A-Z]")


def with_headline(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks, the first as a heading of level 1 if it is a headline, a deck right under it of level 2."""
    if len(blocks) < 2 or not _is_headline(text, blocks):
        return blocks
    first, *rest = blocks
    heading = replace(first, kind="heading", level=1)
    if len(rest) > 1 and _is_deck(text, first, rest[0], rest[1]):
        rest[0] = replace(rest[0], kind="heading", level=2)
    return (heading, *rest)


def _is_deck(text: str, headline: Block, block: Block, following: Block) -> bool:
    """Whether `block` is the one line right under the headline, set apart by a blank line from what follows."""
    above = text[headline.span.end : block.source.start]
    below = text[block.span.end : following.source.start]
    words = text[block.span.start : block.span.end]
    apart = len(_LINE_END.findall(above)) == 1 and len(_LINE_END.findall(below)) > 1
    return apart and _is_short(words) and _is_one_sentence(words) and not _BYLINE.match(words)


def _is_headline(text: str, blocks: tuple[Block, ...]) -> bool:
    first = blocks[0]
    words = text[first.span.start : first.span.end]
    if first.kind != "paragraph" or not _is_short(words) or _DATELINE.match(words) or _BYLINE.match(words):
        return False
    following = blocks[1 : 1 + _LOOK_AHEAD]
    if not any(each.kind == "paragraph" and each.span.end - each.span.start > len(words) for each in following):
        return False
    if words.endswith((":", ",")):
        return False
    if _is_title_case(words):
        return True
    story_opens_below = any(
        opening.match(text, block.span.start) for block in following for opening in (_DATELINE, _BYLINE)
    )
    if story_opens_below:
        return True
    stopped = _SENTENCE_END.search(words) is not None and not words.endswith(("?", "!"))
    return _is_one_sentence(words) and not (stopped and _is_lede(words))


def _is_lede(words: str) -> bool:
    """Whether a sentence with a full stop tells the news as a lede does: at length, with its small words."""
    count = len(words.split())
    if count >= _FEWEST_OF_LEDE or _TELLS_THE_NEWS.search(words):
        return True
    return count >= _FEWEST_WITH_AUXILIARY and _AUXILIARY.search(words) is not None


def _is_short(words: str) -> bool:
    return len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS


def _is_one_sentence(words: str) -> bool:
    ends = (match for match in _SENTENCE_END.finditer(words) if not _ABBREVIATION.search(words, 0, match.start() + 1))
    return all(match.end() == len(words) for match in ends)


def _is_title_case(words: str) -> bool:
    long = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words)[1:] if len(word) > 3]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
