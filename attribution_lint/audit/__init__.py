"""An audit: the linter over a whole archive, its findings kept as Parquet, and what they come to.

`unit.Audit` is the work, a function from Arrow record batches to Arrow record batches; `run` drives it on one machine,
an engine such as Apache Spark on many. `archives` read what a newsroom has, `tables` make what an analyst reads,
`summary` and `comparison` count. Only this package imports pyarrow, which is an extra.
"""

from __future__ import annotations

from importlib.util import find_spec

from attribution_lint.errors import UserError


def need_pyarrow() -> None:
    """Raise UserError unless pyarrow is installed; to be called before anything of this package is imported."""
    if find_spec("pyarrow") is None:
        raise UserError("audit", "pyarrow is not installed", "pip install 'attribution-lint[audit]'")
