"""The columns of what an audit reads and makes. Offsets are code points into a story, 0-based and half-open."""

from __future__ import annotations

import pyarrow as pa

_PLACE = [("start", pa.int32()), ("end", pa.int32()), ("line", pa.int32())]

DIAGNOSTIC = pa.struct(
    [
        ("code", pa.string()),
        ("rule", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        ("before", pa.string()),  # up to sixty characters of the story
        ("text", pa.string()),
        ("after", pa.string()),
        *_PLACE,
        ("column", pa.int32()),
        ("suggestions", pa.list_(pa.string())),
    ]
)
FIGURE = pa.struct(
    [
        ("text", pa.string()),
        ("kind", pa.string()),
        ("status", pa.string()),
        ("reason", pa.string()),
        ("source", pa.string()),  # its fullest name in the story
        ("source_type", pa.string()),
        *_PLACE,
    ]
)
SOURCE = pa.struct(
    [
        ("name", pa.string()),
        ("source_type", pa.string()),
        ("via", pa.string()),
        ("text", pa.string()),
        ("cue", pa.string()),
        *_PLACE,
        ("content_start", pa.int32()),
        ("content_end", pa.int32()),
    ]
)
DATASETS = {"diagnostics": DIAGNOSTIC, "figures": FIGURE, "sources": SOURCE}
"""What a story has several of; each becomes a dataset of its own beside `stories`."""

STORY = pa.schema(
    [
        ("number", pa.int64()),  # the place of the record in the archive, from 1
        ("id", pa.string()),
        ("error", pa.string()),  # why the story could not be audited
        ("words", pa.int32()),
    ]
)
AUDITED = pa.schema([*STORY, *((name, pa.list_(row)) for name, row in DATASETS.items())])
"""A row for each story, with all that was found in it."""
