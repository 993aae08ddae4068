"""News items in XML: NITF of the IPTC (3.x).

lxml says whether the file is sound, with entities, network and document types switched off; the places come from
the reader that HTML has.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from attribution_lint.draft import Draft, decode
from attribution_lint.errors import DraftError
from attribution_lint.formats import html
from attribution_lint.formats.html_elements import NITF
from attribution_lint.formats.prose import Prose, ProseBuilder

_ROOT = re.compile(r"<(?:[\w.-]+:)?nitf[\s>]")
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding=[\"']([A-Za-z0-9._-]+)[\"']")


def read_bytes(data: bytes, path: str) -> tuple[Draft, Prose]:
    """Return the draft and the prose of a news item. Raises DraftError if it is broken or no news item."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unsound(path, error) from None
    if etree.QName(root).localname != "nitf":
        raise DraftError(path, f"is XML, but no news item: it is <{root.tag}>", "give NITF, HTML or Markdown")
    draft = _decode(data, path)
    out = ProseBuilder()
    # What stands before the root is no prose: the document type, with entities that nobody expands.
    root_at = _ROOT.search(draft.text)
    tree = html.read_into(out, draft.text, root_at.start() if root_at else 0, vocabulary=NITF)
    return draft, replace(out.build(tuple(tree.comments), tree.meta), written=html.written)


def _unsound(path: str, error: etree.XMLSyntaxError) -> DraftError:
    if "amplification" in str(error.msg):
        return DraftError(path, "holds entities that grow without end, and was not read", "take them out")
    if "Excessive depth" in str(error.msg):
        return DraftError(path, "is nested too deeply to be read", "give a draft with less nesting")
    return DraftError(path, f"is not sound XML: {error.msg}", "mend it at the place named")


def _decode(data: bytes, path: str) -> Draft:
    declared = _DECLARED.match(data)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name in ("utf-8", "utf8", "utf-16"):
        return decode(data, path)
    try:
        return Draft(path, data.decode(name), name)
    except (LookupError, UnicodeDecodeError):
        raise DraftError(path, f"is not {name}, which it says it is", "save it as UTF-8") from None
