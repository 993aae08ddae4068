"""A draft says the same whether its accents are composed (NFC) or taken apart (NFD)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invariants import check_prose

from attribution_lint.formats import read
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

STORY = (
    "# Réunion à Mâcon\n\nÁda Mósś, mayor of Málaga, said 4,300 péople were hurt. “Wé left,” Mósś *said*.\n\n"
    "Some 4,300 séats were lost, accroding to Zoë Åkesson. We utilise a café’s 45 percent.\n\n- 서울 lost 30 people\n"
)
SUFFIXES = {"plain": "a.txt", "markdown": "a.md", "html": "a.html"}


def places(text: str) -> list[int]:
    """The offset in the decomposed text of each one in the composed text."""
    found = [0]
    for sign in text:
        found.append(found[-1] + len(normalize("NFD", sign)))
    return found


def found_in(linter: Linter, text: str, format: str, at: list[int] | None = None) -> Counter[tuple[object, ...]]:
    diagnostics = linter.lint_text(text, SUFFIXES[format]).diagnostics
    for each in diagnostics:
        assert each.text == text[each.start.offset : each.end.offset]
    at = at or list(range(len(text) + 1))
    return Counter((d.code, at[d.start.offset], at[d.end.offset], d.severity, bool(d.fix)) for d in diagnostics)


@pytest.mark.parametrize("format", SUFFIXES)
def test_both_forms_get_the_same_diagnostics_at_the_same_places(format: str) -> None:
    linter, text = Linter(Settings(select=("ALL",))), normalize("NFC", STORY)
    found = found_in(linter, text, format, places(text))
    assert found == found_in(linter, normalize("NFD", text), format)
    assert {"ATT301", "FIG101"} <= {code for code, *_ in found}


def test_the_examples_of_the_rules_say_the_same_in_both_forms() -> None:
    linter = Linter(Settings(select=("ALL",)))
    for rule in linter.library.rules.values():
        for example in rule.bad[:2]:
            text = normalize("NFC", re.sub(r"\bMoss\b", "Mósś", re.sub(r"\bAda\b", "Áda", example.text)))
            if not text.isascii() and example.format in SUFFIXES and rule.code != "BOI803":  # of broken encodings
                found = found_in(linter, text, example.format, places(text))
                assert found == found_in(linter, normalize("NFD", text), example.format), text


PARTS = ["é", "a", "ś", "각", "\u0301", " ", "\n\n", "&eacute;", "<b>", "</b>", "😀", "ﬁ"]


@given(st.lists(st.sampled_from(PARTS), max_size=14), st.sampled_from(["plain", "html", "markdown"]))
def test_what_is_composed_is_that_of_the_source(parts: list[str], format: str) -> None:
    draft, prose = read(normalize("NFD", "".join(parts)).encode(), SUFFIXES[format])
    for piece in prose.offsets.pieces:
        mine = prose.text[piece.prose : piece.prose + piece.length]
        source = draft.text[piece.source : piece.source + piece.source_length]
        assert mine == source or "&" in source or source.isspace() or mine == normalize("NFC", source)
    check_prose(draft, prose)


HOUSE = """[[rule]]
code = "HSE101"
name = "house-cafe"
kind = "pattern"
severity = "error"
message = "“{text}” is banned."
why = "The house book bans these words altogether, whoever says them and wherever they stand."
lexicons = ["cafes"]
bad = ["[[café]]"]
good = ["tea"]
[rule.options]
patterns = ['\\L<cafes>', 'Málaga']
"""


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("read_in", ["NFC", "NFD"])
def test_words_of_a_house_may_be_in_either_form(tmp_path: Path, written: str, read_in: str) -> None:
    (tmp_path / "house.toml").write_text(normalize(written, HOUSE), encoding="utf-8")
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "cafes.txt").write_text(normalize(written, "# Cafés\ncafé noir\n"), encoding="utf-8")
    linter = Linter(Settings(packs=(tmp_path / "house.toml",), select=("HSE",)))
    text = normalize(read_in, "A café noir in Málaga.")
    words = [found.text for found in linter.lint_text(text).diagnostics]
    assert words == [normalize(read_in, "café noir"), normalize(read_in, "Málaga")]
