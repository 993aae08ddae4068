"""The source map: one page of HTML that shows what a story rests on. Nothing in it is fetched, nothing in a draft runs.

A draft is untrusted text: every word of it is escaped by the template, and the policy of the page (Content Security
Policy, level 3) allows no style and no script but the page's own, by their hashes, and no request at all.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from attribution_lint import __version__
from attribution_lint.sourcemap.view import DraftView
from attribution_lint.visible import shown

# Code points that HTML forbids.
_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def render(drafts: Sequence[DraftView]) -> str:
    """Return the page of one or more drafts."""
    style, script = _part("style.css"), _part("script.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    page = _environment().get_template("page.html.j2")
    return page.render(drafts=drafts, policy=policy, style=style, script=script, version=__version__) + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("attribution_lint.sourcemap"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_fit,
    )
    environment.filters["percent"] = _percent
    environment.filters["counted"] = _counted
    return environment


def _fit(value: object) -> object:
    """Return a text of a draft without code points that break the page, and with those seen that would be hidden."""
    if type(value) is not str:
        return value
    return shown(_UNFIT.sub("\ufffd", value), kept="\n\r\t")


def _percent(count: int, whole: int) -> str:
    if not whole or not count:
        return "–"
    share = 100 * count / whole
    return f"{share:.0f} %" if share >= 1 else "< 1 %"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _part(name: str) -> str:
    """A style or a script, as the parser of a browser will read it back: the hash is over just that."""
    return files(__name__).joinpath("templates", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
