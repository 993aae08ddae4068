"""THE pipeline: a draft goes in, diagnostics come out.

read → prose → analysed (a story) → findings of each rule → diagnostics → allowed ones set aside
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from attribution_lint import formats, packs, suppressions
from attribution_lint.checks import KINDS, check_for
from attribution_lint.diagnostics import diagnostic, without_repeats
from attribution_lint.draft import Draft, read_bytes
from attribution_lint.errors import DraftError
from attribution_lint.formats.prose import Prose
from attribution_lint.model import Diagnostic, Rule, Severity
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of
from attribution_lint.nlp.exemptions import Exemption, exemptions_of
from attribution_lint.settings import Settings

LONGEST_DRAFT = 2_000_000
"""Code points of prose; a long book has a million. It bounds the time that one draft can take."""


@dataclass(frozen=True)
class Story:
    """A draft that has been read and analysed; what needs more than its diagnostics starts from here."""

    draft: Draft
    prose: Prose
    doc: AnalysedDoc

    @property
    def analysis(self) -> Analysis:
        """What the analysis knows, in prose offsets."""
        return analysis_of(self.doc)


@dataclass(frozen=True)
class Result:
    """What a run found in one draft.

    `allowed` are the diagnostics that an allow-comment covers, `known` those that a baseline holds.
    """

    draft: Draft
    diagnostics: tuple[Diagnostic, ...]
    allowed: tuple[Diagnostic, ...] = ()
    known: tuple[Diagnostic, ...] = ()


class Linter:
    """Lints drafts by one set of settings. Reading the rules is cheap; the first draft starts the analysis.

    Raises PackError and ConfigError on creation if the settings name rules or lexicons that cannot be used.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.library = packs.load(self.settings.packs, self.settings.lexicons)
        self.rules = self.settings.applied_to(self.library.rules)
        self._exemptions: dict[tuple[str, ...], tuple[Exemption, ...]] = {}

    def lint_file(self, path: str, format: str | None = None) -> Result:
        """Lint the draft at `path`. Raises DraftError if it cannot be read."""
        return self.lint_bytes(read_bytes(path), path, format)

    def lint_text(self, text: str, path: str = "<text>", format: str | None = None) -> Result:
        """Lint a text that is already decoded; the suffix of `path` tells its format unless `format` does."""
        return self.lint(self.read_text(text, path, format))

    def lint_bytes(self, data: bytes, path: str, format: str | None = None) -> Result:
        """Lint the draft whose bytes are `data`. Raises DraftError if they are no draft."""
        return self.lint(self.read(data, path, format))

    def read(self, data: bytes, path: str, format: str | None = None) -> Story:
        """Read and analyse the draft whose bytes are `data`. Raises DraftError if they are no draft."""
        draft, prose = formats.read(data, path, format)
        if len(prose.text) > LONGEST_DRAFT:
            millions = f"{len(prose.text) / 1e6:.1f} million characters"
            raise DraftError(path, f"is too long: {millions}", f"split it; up to {LONGEST_DRAFT:,} are read")
        from attribution_lint.nlp.pipeline import analyse  # spaCy is imported for a draft, never for --help

        return Story(draft, prose, analyse(prose, self._exemptions_for(path)))

    def read_text(self, text: str, path: str = "<text>", format: str | None = None) -> Story:
        """Read and analyse a text that is already decoded. Raises DraftError if it is no draft."""
        return self.read(codecs.BOM_UTF8 + text.encode(errors="replace"), path, format)

    def lint(self, story: Story) -> Result:
        """Lint a draft that `read` has analysed."""
        draft, prose = story.draft, story.prose
        rules = self.rules_for(draft.path)
        told, allowed = suppressions.apply(self.diagnose(story), draft, prose, rules, self.library.rules)
        return Result(draft, tuple(told), tuple(allowed))

    def diagnose(self, story: Story) -> list[Diagnostic]:
        """Return what the rules in force see in a draft, in order of place."""
        return without_repeats(
            diagnostic(finding, rule, self.severity(rule, finding.severity), story.draft, story.prose)
            for rule in self.rules_for(story.draft.path)
            if rule.kind in KINDS
            for finding in check_for(rule.kind)(story.doc, rule)
        )

    def rules_for(self, path: str) -> list[Rule]:
        """Return the rules in force for the draft at `path`, in order of code."""
        return self.settings.in_force_for(path, self.rules.values())

    def _exemptions_for(self, path: str) -> tuple[Exemption, ...]:
        """Return the exemptions in force for the draft at `path`, made ready once for all drafts alike."""
        ignored = self.settings.ignored_for(path)
        if ignored not in self._exemptions:
            self._exemptions[ignored] = exemptions_of(self.rules_for(path))
        return self._exemptions[ignored]

    def severity(self, rule: Rule, seen: Severity | None) -> Severity:
        """Return how bad a finding is: as its check says, but never above what the configuration sets."""
        if seen is None:
            return rule.severity
        return min(seen, rule.severity) if self.settings.has_own_severity(rule.code) else seen
