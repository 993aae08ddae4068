"""Drafts made of words that mean something to a component, of marks, and of any bytes."""

from __future__ import annotations

from fuzz.choices import Choices

VOCABULARY = (
    "The", "minister", "mayor", "of", "and", "Ms", "Ada", "Moss", "she", "they", "who", "he", "it", "a", "report",
    "said", "says", "according to", "told", "asked", "wrote", "estimated", "data show", "Reuters", "officials",
    "sources", "anonymous", "on condition of anonymity", "Tuesday", "in 2019", "from", "to", "by", "per", "each", "not",
    "4,300", "40", "percent", "per cent", "%", "$2.4 million", "£3bn", "1.5", "half", "one in five", "dozens", "twice",
    "third", "people", "votes", "metres", "a total of", "up from", "down", "rose", "fell", "points", "margin of error",
    '"', "“", "”", "‘", "’", "'", "«", "»", "(", ")", "[", "]", "—", "–", "-", "...", "…", ":", ";", ",", ".", "?", "!",
    "\n\n", "\n", "\r", "\t", "\u2028", "\u2029", "\u00a0", "\u200b", "\u202e", "\u2066", "\u0301", "\ufeff", "\x00",
    "\x1b[2J", "é", "e\u0301", "\U0001f469\u200d\U0001f467", "Ки́ев", "مرحبا", "ﬁ", "Ⅻ", "١٢", "½", "²", "\ufffd",
    "TKTK", "[[", "As an AI", "http://a.example/b", "a@b.example", "@moss", "#tag", "<b>", "</b>", "&amp;", "**", "> ",
    "- ", "# ", "| ", "```", "<!-- attribution-lint: allow FIG101 -->", "(CORRECTED)", "Source: Census Bureau", "By",
)  # fmt: skip


def draft(choices: Choices) -> str:
    """Return words as the bytes choose them: from the vocabulary, mostly with a space between."""
    parts: list[str] = []
    while choices:
        parts.append(choices.one_of(VOCABULARY))
        if choices.below(4):
            parts.append(" ")
    return "".join(parts)
