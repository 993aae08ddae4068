"""A ledger as JSON: an object a draft, offsets as code points into the decoded source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attribution_lint.ledger import Excerpt, Ledger
from attribution_lint.reporters.ledgers import Look


def as_jsonl(ledgers: Iterable[Ledger], look: Look) -> Iterator[str]:
    """Yield a line of JSON for each draft."""
    for ledger in ledgers:
        yield json.dumps(ledger_object(ledger), ensure_ascii=False) + "\n"


def as_json(ledgers: Iterable[Ledger], look: Look) -> Iterator[str]:
    """Yield one array with an object for each draft."""
    yield json.dumps([ledger_object(ledger) for ledger in ledgers], ensure_ascii=False, indent=2) + "\n"


def ledger_object(ledger: Ledger) -> dict[str, Any]:
    """Return a ledger as JSON data; `attribution` is the index of one of the `attributions`."""
    return {
        "path": ledger.path,
        "attributions": [
            {
                "source": _excerpt(each.source),
                "cue": _excerpt(each.cue),
                "content": _excerpt(each.content),
                "source_type": each.source_type,
                "via": each.via,
            }
            for each in ledger.attributions
        ],
        "figures": [
            {
                **_words(each.words),
                "kind": each.kind,
                "status": each.status,
                "reason": each.reason,
                "attribution": each.attribution,
            }
            for each in ledger.figures
        ],
        "quotes": [{**_words(each.words), "speaker": _excerpt(each.speaker)} for each in ledger.quotes],
    }


def _excerpt(excerpt: Excerpt | None) -> dict[str, Any] | None:
    return None if excerpt is None else _words(excerpt)


def _words(excerpt: Excerpt) -> dict[str, Any]:
    return {"text": excerpt.text, "start": excerpt.start, "end": excerpt.end}
