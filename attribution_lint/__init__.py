"""attribution-lint: a source-attribution linter for journalism drafts.

>>> import attribution_lint
>>> attribution_lint.lint("He said no.")
[]
"""

# Whatever is imported here comes before the command line can answer for Ctrl-C: nothing is.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from attribution_lint.linter import Linter as Linter
    from attribution_lint.linter import Result as Result
    from attribution_lint.model import Diagnostic
    from attribution_lint.settings import Settings as Settings

__version__ = "0.1.0"
__all__ = ["Linter", "Result", "Settings", "__version__", "lint"]


def lint(text: str, path: str = "<text>", settings: "Settings | None" = None) -> "list[Diagnostic]":
    """Return what the rules see in a draft, in order of place; offsets are code points of `text`.

    The suffix of `path` tells the format (plain text if it has none); no file is read. `settings` choose the
    rules, the shipped choice without them. Raises UserError for a text that is no draft or rules that do not work.
    """
    from attribution_lint.linter import Linter

    if not settings and not _shipped:
        _shipped.append(Linter())
    linter = Linter(settings) if settings else _shipped[0]
    return list(linter.lint_text(text, path).diagnostics)


_shipped: "list[Linter]" = []
"""The linter of the shipped choice, once somebody has asked for it."""


def __getattr__(name: str) -> object:
    """Import `Linter`, `Result` and `Settings` when they are first asked for."""
    if name in {"Linter", "Result"}:
        from attribution_lint import linter

        return getattr(linter, name)
    if name == "Settings":
        from attribution_lint.settings import Settings

        return Settings
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
