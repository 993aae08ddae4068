"""HTML: an article page or the fragment that a content system holds.

Where a page says which part is the article (`<article>`, `<main>`), only that part is prose.
"""

from __future__ import annotations

import html
from dataclasses import replace

from attribution_lint.draft import Draft
from attribution_lint.formats.html_elements import HTML, Vocabulary
from attribution_lint.formats.html_tree import Tree
from attribution_lint.formats.prose import Prose, ProseBuilder


def read(draft: Draft) -> Prose:
    """Return the prose of an HTML draft: a block for each paragraph, heading, list item, cell and caption."""
    out = ProseBuilder()
    tree = read_into(out, draft.text)
    return replace(out.build(tuple(tree.comments), tree.meta), written=written)


def read_into(
    out: ProseBuilder, text: str, start: int = 0, end: int | None = None, vocabulary: Vocabulary = HTML
) -> Tree:
    """Add the blocks of `text[start:end]` to `out`; the tree that is returned has the comments and the meta data."""
    tree = Tree(text, start, len(text) if end is None else end, vocabulary)
    for block in tree.story():
        block.write(out)
    return tree


def written(words: str) -> str:
    """Return the words as they must be written between tags."""
    return html.escape(words, quote=False)
