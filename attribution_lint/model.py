"""The values that travel through a run. Frozen, and free of any import of our own.

Offsets are code points, 0-based and half-open. A `Finding` counts in the prose that the analysis reads;
a `Diagnostic` counts in the decoded source file. Only the linter turns one into the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any, Literal, NamedTuple

Applicability = Literal["safe", "unsafe"]


class Severity(IntEnum):
    """How bad it is: *error* is wrong as it stands, *warning* asks for action, *info* is worth a look."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word for it in configuration and output."""
        return self.name.lower()

    @classmethod
    def parse(cls, label: str) -> Severity:
        """Return the severity that `label` names. Raises KeyError for any other word."""
        return cls[label.upper()]


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        """The same range so many code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of `span` by `text`; an empty `text` deletes."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together. Safe: the meaning cannot change. Unsafe: a person should look."""

    applicability: Applicability
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding: the nearest source, a conflicting figure, the first mention."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check saw, in prose offsets.

    `values` fill the braces of the rule's message; `message` replaces it altogether. `suggestions` are
    replacements for the text of `span`, the best first. `removes` names whole blocks (first, past the last)
    that a fix deletes together with the white space that sets them apart; `applicability` says how safe that is where
    the rule says more.
    """

    span: Span
    values: dict[str, str] = field(default_factory=dict)
    message: str | None = None
    severity: Severity | None = None
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    removes: tuple[int, int] | None = None
    applicability: Applicability | None = None
    related: tuple[Related, ...] = ()

    def moved(self, by: int) -> Finding:
        """The same finding so many code points further on; it must remove no blocks and have no fix of its own."""
        related = tuple(Related(other.span.moved(by), other.message) for other in self.related)
        return replace(self, span=self.span.moved(by), related=related)


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows a rule at work: the `spans` that it reports, none in a good one.

    `format` is how the text is read; `options` are set for this example only.
    """

    text: str
    spans: tuple[Span, ...] = ()
    format: str = "plain"
    options: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its pack declares it: everything but the code of its kind."""

    code: str
    name: str
    kind: str
    severity: Severity
    message: str
    why: str
    standard: str = ""
    enabled: bool = True
    fix: Applicability | None = None
    bad: tuple[Example, ...] = ()
    fixed: tuple[str, ...] = ()
    good: tuple[Example, ...] = ()
    options: dict[str, Any] = field(default_factory=dict, hash=False)
    lexicons: dict[str, frozenset[str]] = field(default_factory=dict, hash=False)
    pack: str = ""

    @property
    def exempts(self) -> bool:
        """Whether the rule settles what others leave alone, instead of finding anything itself."""
        return self.kind == "exemption"

    @property
    def reports(self) -> bool:
        """Whether the rule can find anything: an exemption does so only where its option `report` asks for it."""
        return not self.exempts or bool(self.options.get("report"))

    @property
    def url(self) -> str:
        """Where the rule is explained in the project's documentation."""
        return f"https://attribution-lint.readthedocs.io/rules/#{self.code.lower()}"


class Position(NamedTuple):
    """A place in the source: code-point `offset`, and `line` and `column` counted from 1 in code points."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What a person or a tool reads, in source offsets. `text` is the source between `start` and `end`."""

    path: str
    code: str
    rule: str
    severity: Severity
    message: str
    text: str
    start: Position
    end: Position
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    url: str = ""

    @property
    def span(self) -> Span:
        """The source offsets of the text."""
        return Span(self.start.offset, self.end.offset)
