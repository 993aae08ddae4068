"""Audited stories as flat tables: a row for each story, diagnostic, figure and source, joined by `number`."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from attribution_lint.audit.schemas import DATASETS, STORY


def tables_of(audited: pa.Table) -> dict[str, pa.Table]:
    """Return the tables `diagnostics`, `figures`, `sources` and, last, `stories` of rows as `schemas.AUDITED` has them.

    The rows of the first three begin with the `number` and the `id` of their story.
    """
    audited = audited.combine_chunks()
    found = {name: _flat(audited, name) for name in DATASETS}
    return {**found, "stories": audited.select(STORY.names)}


def _flat(audited: pa.Table, name: str) -> pa.Table:
    rows = pc.list_flatten(audited[name]).combine_chunks()
    parents = pc.list_parent_indices(audited[name])
    columns = {"number": audited["number"].take(parents), "id": audited["id"].take(parents)}
    for field, values in zip(DATASETS[name], rows.flatten(), strict=True):
        columns[field.name] = values
    return pa.table(columns)
