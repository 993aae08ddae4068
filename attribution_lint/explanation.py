"""A rule explained: as Markdown for the documentation, the editor's hover and the terminal, and as plain data."""

from __future__ import annotations

import json
from string import Formatter
from typing import Any

from attribution_lint.model import Example, Rule

_LONGEST_OPTION = 60
_CORRECTION = "Did you mean"


def marked(example: Example, before: str = "[[", after: str = "]]") -> str:
    """Return the text of an example with the reported words between two marks."""
    parts: list[str] = []
    at = 0
    for span in example.spans:
        parts += [example.text[at : span.start], before, example.text[span.start : span.end], after]
        at = span.end
    return "".join([*parts, example.text[at:]]).strip("\n")


def headline(rule: Rule) -> str:
    """Return the message of the rule with an ellipsis for what differs from draft to draft.

    Where all of it differs, the first sentence of its reason stands for it.
    """
    parts = list(Formatter().parse(rule.message))
    if not any(character.isalpha() for text, *_ in parts for character in text.replace(_CORRECTION, "")):
        return " ".join(rule.why.split()).partition(". ")[0].rstrip(".") + "."
    return "".join(text + ("…" if name is not None and text[-1:] != "”" else "") for text, name, _, _ in parts)


def reason(rule: Rule) -> str:
    """Return what there is to say of the rule besides its headline."""
    why = rule.why.strip()
    return "" if " ".join(why.split()) == headline(rule) else why


def settable(rule: Rule) -> dict[str, str]:
    """Return the options that a person would set, as TOML writes them; long patterns and tables are left out."""
    written = {key: json.dumps(value, ensure_ascii=False) for key, value in rule.options.items()}
    return {key: value for key, value in written.items() if len(value) <= _LONGEST_OPTION and value[0] != "{"}


def grade(rule: Rule) -> str:
    """Return how bad what the rule reports is; of an exemption, which reports nothing, what it does instead."""
    if rule.reports:
        return rule.severity.label
    return "softens" if rule.options.get("grade") == "soft" else "exempts"


def fix_label(rule: Rule) -> str:
    """Return how the rule is mended, in words."""
    if not rule.reports:
        left = "only a note" if grade(rule) == "softens" else "not reported"
        return f"none needed, as it reports nothing: figures that it holds for are {left}"
    if rule.fix is None:
        return "by hand"
    return "safe, with --fix" if rule.fix == "safe" else "to be looked at, with --fix --unsafe-fixes"


def shown(rule: Rule) -> list[tuple[str, list[str]]]:
    """Return the examples of the rule under the titles that say what becomes of them, those that there are."""
    title, other = {"exempts": ("Exempt", "Not exempt"), "softens": ("Only a note", "More than a note")}.get(
        grade(rule), ("Reported", "Silent")
    )
    examples = [
        (title, [marked(example) for example in rule.bad]),
        ("Mended", [text.strip("\n") for text in rule.fixed]),
        (other, [marked(example) for example in rule.good]),
    ]
    return [(name, texts) for name, texts in examples if texts]


def as_markdown(rule: Rule, level: int = 2, anchored: bool = False) -> str:
    """Return the explanation as Markdown under a heading of the given level, with an anchor for a page of many."""
    head = "#" * level
    anchor = f" {{ #{rule.code.lower()} }}" if anchored else ""
    off = "" if rule.enabled else " · off unless selected"
    parts = [
        f"{head} {rule.code} {rule.name}{anchor}",
        f"**{grade(rule)}**{off} · fix: {fix_label(rule)}",
        f"> {headline(rule)}",
    ]
    if reason(rule):
        parts.append(reason(rule))
    if rule.standard:
        parts.append(f"*Standard:* {rule.standard.strip()}")
    options = settable(rule)
    if options:
        rows = "\n".join(f"{key} = {value}" for key, value in options.items())
        parts.append(f"Options, as they are set:\n\n```toml\n{rows}\n```")
    for title, texts in shown(rule):
        blocks = "\n\n".join(f"```text\n{text}\n```" for text in texts)
        parts.append(f"{title}:\n\n{blocks}")
    return "\n\n".join(parts) + "\n"


def as_object(rule: Rule) -> dict[str, Any]:
    """Return the explanation as JSON data."""
    return {
        "code": rule.code,
        "name": rule.name,
        "kind": rule.kind,
        "severity": rule.severity.label,
        "enabled": rule.enabled,
        "reports": rule.reports,
        "message": rule.message,
        "why": rule.why.strip(),
        "standard": rule.standard.strip(),
        "fix": rule.fix,
        "options": rule.options,
        "lexicons": sorted(rule.lexicons),
        "bad": [marked(example) for example in rule.bad],
        "fixed": list(rule.fixed),
        "good": [example.text for example in rule.good],
        "pack": rule.pack,
        "url": rule.url,
    }
