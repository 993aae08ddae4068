"""attribution-lint: a source-attribution linter for journalism drafts."""

__version__ = "0.1.0"
