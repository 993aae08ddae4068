"""XML that any parser reads: what XML 1.0 cannot hold is left out."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, indent, tostring

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: object) -> str:
    """Return the text without code points that XML 1.0 does not allow."""
    return _NOT_XML.sub("", str(text))


def document(root: Element) -> str:
    """Return the element as a whole document, indented."""
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
