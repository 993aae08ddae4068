"""Rule packs are read strictly; an error names the pack, the rule and the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution_lint import packs
from attribution_lint.errors import PackError
from attribution_lint.linter import Linter
from attribution_lint.model import Example, Severity, Span
from attribution_lint.settings import Settings
from tests.conftest import HOUSE_PACK

RULE = HOUSE_PACK.split("[[rule]]")[1]


def load(folder: Path, text: str) -> packs.Library:
    (folder / "p.toml").write_text(text, encoding="utf-8")
    return packs.load([folder / "p.toml"])


def test_a_pack_adds_its_rules(house: Path) -> None:
    library = packs.load([house / "house.toml"])
    assert {"HSE101", "HSE201", "HSE301", "LNT001"} <= set(library.rules)
    swap = library.rules["HSE101"]
    assert (swap.name, swap.severity, swap.fix, swap.pack) == (
        "house-swap", Severity.WARNING, "safe", str(house / "house.toml"),
    )  # fmt: skip
    assert swap.bad == (Example("A utilise of words.", (Span(2, 9),)),)


def test_a_later_rule_of_the_same_code_wins(tmp_path: Path) -> None:
    text = "[[rule]]" + RULE.replace("HSE101", "LNT001")
    assert load(tmp_path, text).rules["LNT001"].name == "house-swap"


def test_marks_of_an_example_nest_in_brackets(tmp_path: Path) -> None:
    text = "[[rule]]" + RULE.replace("A [[utilise]] of words.", "So [[[cite: 1]]] and [[x]].")
    (example,) = load(tmp_path, text).rules["HSE101"].bad
    assert example == Example("So [cite: 1] and x.", (Span(3, 12), Span(17, 18)))


def test_a_mark_that_does_not_end_is_text(tmp_path: Path) -> None:
    text = "[[rule]]" + RULE.replace("A [[utilise]] of words.", "[[[a]] and [[ ]] [[b]")
    (example,) = load(tmp_path, text).rules["HSE101"].bad
    assert example == Example("[a and   [[b]", (Span(0, 2), Span(7, 8)))


def test_an_example_may_have_a_format_and_options(tmp_path: Path) -> None:
    text = "[[rule]]" + RULE.replace(
        '"A [[utilise]] of words."', '{ text = "*[[a]]*", format = "markdown", options = { n = 1 } }'
    )
    (example,) = load(tmp_path, text).rules["HSE101"].bad
    assert (example.text, example.spans, example.format, example.options) == (
        "*a*",
        (Span(1, 2),),
        "markdown",
        {"n": 1},
    )


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ('name = "house-swap"\n', "", "HSE101", "missing required field `name`"),
        ('severity = "warning"', 'severity = "fatal"', "HSE101", "severity: unknown value “fatal”"),
        ('fix = "safe"', 'fix = "yes"', "HSE101", "fix: unknown value “yes”"),
        ('code = "HSE101"', 'code = "HS1"', "HS1", "three letters and three digits"),
        ('code = "HSE101"', "", "rule 1", "missing required field `code`"),
        ('name = "house-swap"', 'name = "House Swap"', "HSE101", "lower-case words"),
        ('kind = "substitution"', 'kind = "subsitution"', "HSE101", "unknown kind “subsitution”"),
        ('fix = "safe"', 'fixx = "safe"', "HSE101", "unknown field “fixx”"),
        ("“{text}” is not", "“{text” is not", "HSE101", "message: "),
        ('fix = "safe"', 'lexicons = ["../secret"]', "HSE101", "lexicon ../secret: is no name of a lexicon"),
        ('fix = "safe"', 'lexicons = ["none-such"]', "HSE101", "lexicon none-such: no such lexicon"),
        ('utilise = "use"', "utilise = 1", "HSE101", "options: "),
        ("[rule.options]", "[rule.optoins]", "HSE101", "unknown field “optoins”"),
        ("The house book", "The\\u0008house book", "HSE101", "why holds a control character"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, where: str, what: str) -> None:
    assert old in RULE
    with pytest.raises(PackError) as caught:
        load(tmp_path, "[[rule]]" + RULE.replace(old, new))
    assert caught.value.where == f"{tmp_path / 'p.toml'}: {where}"
    assert what in caught.value.what


def test_an_unknown_field_and_an_unknown_lexicon_come_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="did you mean “options”"):
        load(tmp_path, "[[rule]]" + RULE.replace("[rule.options]", "[rule.optoins]"))
    with pytest.raises(PackError, match="did you mean “hearsay”"):
        load(tmp_path, "[[rule]]" + RULE.replace('fix = "safe"', 'lexicons = ["hearsey"]'))


def test_an_unknown_kind_comes_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="did you mean “substitution”"):
        load(tmp_path, "[[rule]]" + RULE.replace('"substitution"', '"substitutoin"'))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[[rule]\n", "is not valid TOML"),
        ('rule = "x"\n', "“rule” is no table of rules"),
        ("[other]\na = 1\n", "unknown table “other”"),
        ("x = " + "[" * 4000 + "]" * 4000, "is nested too deeply"),
        ("x = " + "1" * 5000, "holds a number of thousands of digits"),
        ("rule = [1]\n", "Expected `object`, got `int`"),
    ],
)
def test_a_pack_that_is_none(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, text)
    assert str(tmp_path / "p.toml") in caught.value.where
    assert what in caught.value.what


def test_a_code_that_is_used_twice(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="HSE101: the code is used twice"):
        load(tmp_path, "[[rule]]" + RULE + "[[rule]]" + RULE)


def test_a_pack_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such file"):
        packs.load([tmp_path / "none.toml"])


def test_a_lexicon_is_found_beside_its_pack(tmp_path: Path) -> None:
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "ours.txt").write_text("# our words\nalpha  # the first\n\nbeta gamma\n")
    library = load(tmp_path, "[[rule]]" + RULE.replace('fix = "safe"', 'lexicons = ["ours"]'))
    assert library.rules["HSE101"].lexicons == {"ours": frozenset({"alpha", "beta gamma"})}


def exemption(options: str) -> str:
    head = '[[rule]]\ncode = "HSE101"\nname = "a"\nkind = "exemption"\nseverity = "info"\nmessage = "m"\nwhy = "w"\n'
    return f'{head}[rule.options]\nreason = "known"\n{options}\n'


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ("sentence = '(a'", "options: the pattern '(?:(a)' is not valid: missing )"),
        ("after = 'a{3,2}'", "options: the pattern '(?:a{3,2})' is not valid"),
        ("after = '(?:(?:a{2000}){2000}){2000}'", "repeats too often"),
        (f"after = '{'(' * 5000}{')' * 5000}'", "is nested too deeply"),
        ("below = 'x'", "options: below is text"),
        ("below = 0xfffffffffffffffffffffff", "options: below is out of all reach"),
        ("kinds = [1]", "options: kinds holds a whole number"),
        ("belo = 2", "options: unknown option “belo”"),
    ],
)
def test_options_that_are_not_those_of_a_shipped_kind(tmp_path: Path, options: str, what: str) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, exemption(options))
    assert caught.value.where == f"{tmp_path / 'p.toml'}: HSE101"
    assert caught.value.what.startswith(what) or what in caught.value.what


def test_options_that_a_house_rule_leaves_out_are_the_shipped_ones(tmp_path: Path) -> None:
    rule = load(tmp_path, exemption("").replace('"exemption"', '"long-sentence"').replace('reason = "known"', ""))
    (shipped,) = (each for each in packs.load().rules.values() if each.kind == "long-sentence")
    assert rule.rules["HSE101"].options == shipped.options


def test_a_lexicon_that_the_kind_looks_into_must_be_listed(tmp_path: Path) -> None:
    text = exemption("").replace('"exemption"', '"loaded-cue"').replace('reason = "known"', "")
    with pytest.raises(PackError, match=r"HSE101: the lexicon “loaded-cues” is missing"):
        load(tmp_path, text)


def test_an_exemption_that_takes_too_long_is_named(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(exemption(r"sentence = '(.*?,){12}P'"), encoding="utf-8")
    linter = Linter(Settings(packs=(tmp_path / "p.toml",)))
    counts = ",".join(map(str, range(30)))
    with pytest.raises(PackError, match=r"p\.toml: HSE101: the pattern .* took more than 2 seconds"):
        linter.lint_text(f"The market counted {counts} and 45,000 people went there.")


@pytest.mark.parametrize("entry", ["admit", "admit:say:tell", "admit:", ":"])
def test_an_entry_without_the_parts_of_the_shipped_ones(tmp_path: Path, entry: str) -> None:
    (tmp_path / "loaded-cues.add.txt").write_text(f"{entry}\n")
    with pytest.raises(PackError, match=r"loaded-cues\.add\.txt: “.*” is not written as entries of this list are"):
        packs.load(lexicons=[tmp_path])
