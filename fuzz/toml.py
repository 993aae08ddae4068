"""Configurations and rule packs in TOML whose keys are right and whose values mostly are."""

from __future__ import annotations

from collections.abc import Iterable

from attribution_lint import checks
from fuzz.choices import Choices

_NOT_IN_TOML = dict.fromkeys((*range(32), 39, 127), "_")
_STRANGE = (
    "'WORDS'", "['WORDS']", "{ 'WORDS' = 'WORDS' }", "{ 'WORDS' = ['FIG'] }", "true", "3", "-1.5", "[[1]]", "inf",
    "1979-05-27", f"0x{'f' * 99}",
)  # fmt: skip
_SELECTORS = ("['ALL']", "['FIG101', 'SRC']", "['WORDS']")
_PATHS = ("['/']", "['package:WORDS']", "['~WORDS']", "['../WORDS']")
CONFIGURATION = {
    "extend": ("'.attribution-lint.toml'", "'WORDS'"),
    "preset": ("'wire'", "'WORDS'"),
    "select": _SELECTORS,
    "ignore": _SELECTORS,
    "extend-select": _SELECTORS,
    "per-file-ignores": ("{ 'sport/*' = ['FIG'] }", "{ 'WORDS' = ['FIG'] }"),
    "severity": ("{ FIG = 'info' }", "{ 'WORDS' = 'info' }"),
    "rules": ("{ BOI401 = { least = 2 } }", "{ FIG101 = { 'WORDS' = 2 } }", "{ 'WORDS' = {} }"),
    "packs": _PATHS,
    "lexicons": _PATHS,
    "exclude": ("['archive/']", "['WORDS']"),
    "fail-on": ("'info'", "'WORDS'"),
    "baseline": ("'known.json'", "'WORDS'"),
}
"""Values for each key of a configuration; WORDS stands for any words."""
RULE = {
    "code": ("'HSE101'", "'WORDS'"),
    "name": ("'bare-source'", "'WORDS'"),
    "kind": ("'pattern'", "'substitution'", "'WORDS'", *(f"'{kind}'" for kind in checks.KINDS)),
    "severity": ("'info'", "'error'"),
    "message": ("'Not “{text}”.'", "'{suggestion}'", "'{0.a[1]}'", "'WORDS'"),
    "why": ("'Why not.'",),
    "fix": ("'safe'", "'unsafe'"),
    "bad": ("['He [[said]] no.']", "[{ text = '[[WORDS]]', format = 'html' }]", "['WORDS']"),
    "fixed": ("['WORDS']",),
    "options": (
        "{ patterns = ['\\bsaid\\b'] }", "{ patterns = ['WORDS'], case = true }", "{ swap = { utilise = 'use' } }",
        "{ patterns = ['(a+)+$'], replace = ['WORDS'] }", "{ swap = { 'WORDS' = ['', '\\1'] }, quotations = 'inside' }",
    ),
    "lexicons": ("['said-verbs']", "['WORDS']"),
}  # fmt: skip
"""Values for each key of a rule."""
RULE_NEEDS = ("code", "name", "kind", "severity", "message", "why", "options")


def table(head: str, keys: dict[str, tuple[str, ...]], needed: Iterable[str], data: bytes) -> str:
    """Return TOML: `data` itself, or a table of the keys needed and some more, with values that `data` chooses."""
    choices = Choices(data)
    if data[:1] != b"!":
        return choices.text()
    choices.below(1)
    chosen = {key: keys[key][0] for key in needed}
    for _ in range(choices.below(5)):
        key = choices.one_of(list(keys))
        chosen[key] = choices.one_of((*keys[key], *keys[key], *_STRANGE))
    words = choices.text().translate(_NOT_IN_TOML)
    return "\n".join([head, *(f"{key} = {value.replace('WORDS', words)}" for key, value in chosen.items())])
