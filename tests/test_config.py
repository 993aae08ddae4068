"""Configuration: which file counts, what it may say, and what it does."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from attribution_lint import packs
from attribution_lint.config import Discovery, find, presets, read, user_file
from attribution_lint.config_table import EXAMPLES, Table, as_toml, table_of
from attribution_lint.errors import ConfigError, PackError, nearest
from attribution_lint.linter import Linter
from attribution_lint.model import Rule, Severity
from attribution_lint.settings import Settings

HEAD = "[tool.attribution-lint]\n"


def rule(code: str, *, enabled: bool = True, **options: object) -> Rule:
    return Rule(code, code.lower(), "pattern", Severity.WARNING, "m", "w", enabled=enabled, options=options)


KNOWN = {
    r.code: r
    for r in (
        rule("ATT101"),
        rule("ATT102"),
        rule("FIG101", least=2, ratio=0.5, words=["a"]),
        rule("REA101", enabled=False),
    )
}


def write(folder: Path, text: str, name: str = ".attribution-lint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_the_nearest_file_counts_alone(tmp_path: Path) -> None:
    top = write(tmp_path, HEAD + 'ignore = ["ATT"]\n')
    near = write(tmp_path / "a" / "b", HEAD + 'select = ["FIG"]\n', "pyproject.toml")
    write(tmp_path / "a" / "b" / "c", "[tool.other]\n", "pyproject.toml")
    assert find(tmp_path / "a" / "b" / "c") == near
    assert find(tmp_path / "a") == top
    discovery = Discovery()
    assert discovery.settings_for(str(tmp_path / "a" / "b" / "c" / "x.txt")).select == ("FIG",)
    assert discovery.settings_for(str(tmp_path / "a" / "b" / "c" / "x.txt")).ignore == ()
    assert discovery.settings_for(str(tmp_path / "x.txt")).ignore == ("ATT",)


def test_our_own_file_comes_before_the_project_file(tmp_path: Path) -> None:
    write(tmp_path, HEAD, "pyproject.toml")
    own = write(tmp_path, HEAD)
    assert find(tmp_path) == own


def test_extend_builds_on_another_file(tmp_path: Path) -> None:
    severity = "[tool.attribution-lint.severity]\n"
    base = 'select = ["ATT"]\nextend-select = ["FIG"]\nfail-on = "info"\n'
    write(tmp_path / "base", HEAD + base + severity + 'ATT = "info"\n')
    own = 'extend = "base/.attribution-lint.toml"\nselect = ["REA"]\nextend-select = ["ATT102"]\n'
    top = write(tmp_path, HEAD + own + severity + 'FIG = "error"\n')
    settings = read(top)
    assert (settings.select, settings.extend_select) == (("REA",), ("FIG", "ATT102"))
    assert settings.fail_on is Severity.INFO
    assert settings.severity == {"ATT": Severity.INFO, "FIG": Severity.ERROR}
    assert settings.origins["fail_on"] == str(tmp_path / "base" / ".attribution-lint.toml")
    assert settings.origins["select"] == str(top)


def test_a_circle_of_extends_is_named(tmp_path: Path) -> None:
    top = write(tmp_path, HEAD + 'extend = "other.toml"\n')
    write(tmp_path, HEAD + 'extend = ".attribution-lint.toml"\n', "other.toml")
    with pytest.raises(ConfigError, match="extends itself"):
        read(top)


@pytest.mark.parametrize("name", presets())
def test_presets_are_usable(tmp_path: Path, name: str) -> None:
    settings = read(write(tmp_path, HEAD + f'preset = "{name}"\n'))
    assert Linter(settings).rules


def test_the_presets_are_these() -> None:
    assert presets() == ["blog", "magazine", "wire"]


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (Settings(), "ATT101 ATT102 FIG101"),
        (Settings(select=("ALL",)), "ATT101 ATT102 FIG101 REA101"),
        (Settings(select=("ATT",)), "ATT101 ATT102"),
        (Settings(select=("ATT101",), ignore=("ATT",)), "ATT101"),
        (Settings(select=("ATT",), ignore=("ATT101",)), "ATT102"),
        (Settings(select=("ATT101",), ignore=("ATT101",)), ""),
        (Settings(ignore=("ATT",)), "FIG101"),
        (Settings(ignore=("ALL",)), ""),
        (Settings(extend_select=("REA",)), "ATT101 ATT102 FIG101 REA101"),
        (Settings(select=("FIG",), extend_select=("ATT102",)), "ATT102 FIG101"),
        (Settings(select=("ALL",), ignore=("ATT",)), "FIG101 REA101"),
    ],
)
def test_selection_by_prefix(settings: Settings, codes: str) -> None:
    assert list(settings.applied_to(KNOWN)) == codes.split()


def test_the_command_line_comes_first() -> None:
    base = Settings(select=("ATT",), ignore=("ATT101",))
    assert list(base.with_choices(select=["ATT101"]).applied_to(KNOWN)) == ["ATT101"]
    assert list(base.with_choices(ignore=["ATT102"]).applied_to(KNOWN)) == []
    assert list(base.with_choices(extend_select=["FIG"]).applied_to(KNOWN)) == ["ATT102", "FIG101"]


def test_severities_and_options() -> None:
    settings = Settings(
        severity={"ATT": Severity.INFO, "ATT102": Severity.ERROR}, rules={"FIG101": {"least": 5, "ratio": 1}}
    )
    applied = settings.applied_to(KNOWN)
    assert [r.severity.label for r in applied.values()] == ["info", "error", "warning"]
    assert applied["FIG101"].options == {"least": 5, "ratio": 1, "words": ["a"]}


def test_a_check_may_lower_what_the_configuration_sets_but_not_raise_it(house: Path) -> None:
    linter = Linter(Settings(packs=(house / "house.toml",), severity={"HSE101": Severity.WARNING}))
    swap, pattern = linter.rules["HSE101"], linter.rules["HSE201"]
    assert linter.severity(swap, Severity.ERROR) is Severity.WARNING
    assert linter.severity(swap, Severity.INFO) is Severity.INFO
    assert linter.severity(pattern, Severity.INFO) is Severity.INFO
    assert linter.severity(pattern, None) is Severity.ERROR


def test_globs_count_from_the_folder_of_the_file(tmp_path: Path) -> None:
    text = HEAD + 'exclude = ["/old/", "*.bak.txt"]\n[tool.attribution-lint.per-file-ignores]\n"sport/*" = ["FIG"]\n'
    settings = read(write(tmp_path, text))
    assert settings.excludes(str(tmp_path / "old" / "deep" / "a.txt"))
    assert settings.excludes(str(tmp_path / "new" / "a.bak.txt"))
    assert not settings.excludes(str(tmp_path / "new" / "old" / "a.txt"))
    assert settings.ignored_for(str(tmp_path / "sport" / "a.txt")) == ("FIG",)
    assert settings.ignored_for(str(tmp_path / "a.txt")) == ()


def test_globs_are_those_of_a_gitignore(tmp_path: Path) -> None:
    text = HEAD + 'exclude = ["old/*", "!old/kept.txt"]\nper-file-ignores = { "!news/" = ["REA"] }\n'
    settings = read(write(tmp_path, text))
    assert settings.excludes(str(tmp_path / "old" / "a.txt"))
    assert not settings.excludes(str(tmp_path / "old" / "kept.txt"))
    assert settings.ignored_for(str(tmp_path / "news" / "a.txt")) == ()
    assert settings.ignored_for(str(tmp_path / "old" / "a.txt")) == ("REA",)


def test_word_lists_are_no_drafts(tmp_path: Path) -> None:
    settings = Settings(lexicons=(tmp_path / "words",), packs=(tmp_path / "house.toml",))
    assert settings.excludes(str(tmp_path / "words" / "hearsay.add.txt"))
    assert settings.excludes(str(tmp_path / "lexicons" / "ours.txt"))
    assert not settings.excludes(str(tmp_path / "words" / "story.md"))
    assert not settings.excludes(str(tmp_path / "a.txt"))


def test_per_file_ignores_work(house: Path) -> None:
    settings = Settings(
        packs=(house / "house.toml",), select=("HSE",), per_file_ignores={"*.md": ("HSE1",), "x.*": ("ALL",)}
    )
    linter = Linter(settings)
    assert reporting(linter, "a.txt") == ["HSE101", "HSE201", "HSE301"]
    assert reporting(linter, "a.md") == ["HSE201", "HSE301"]
    assert reporting(linter, "x.txt") == []


FINED = "A judge fined the carrier $312,000 on Monday.\n\nThe carrier lost $4.1 million in all.\n"


def reporting(linter: Linter, path: str) -> list[str]:
    return [rule.code for rule in linter.rules_for(path) if rule.reports]


def figures(settings: Settings, path: str = "a.txt") -> list[tuple[str, str]]:
    found = Linter(settings).lint_text(FINED, path).diagnostics
    return [(item.code, item.text) for item in found if item.code.startswith("FIG")]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(select=("ALL",)),
        Settings(select=("FIG",)),
        Settings(select=("FIG101",)),
        Settings(select=("FIG1", "QUO"), ignore=("ALL",)),
        Settings(select=("FIG101",), ignore=("FIG",)),
        Settings(select=("FIG101",), rules={"FIG202": {"report": True}}),
    ],
)
def test_a_rule_finds_the_same_whatever_else_is_selected(settings: Settings) -> None:
    assert figures(settings) == [("FIG101", "$4.1 million")]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(ignore=("FIG2",)),
        Settings(select=("FIG101",), ignore=("FIG202", "FIG22")),
        Settings(select=("FIG101",), per_file_ignores={"*.txt": ("FIG2",)}),
    ],
)
def test_an_exemption_is_switched_off_by_its_code_or_a_prefix_of_it_alone(settings: Settings) -> None:
    assert figures(settings) == [("FIG101", "$312,000"), ("FIG101", "$4.1 million")]


def test_a_family_that_a_draft_ignores_leaves_its_exemptions_to_the_count_of_sources() -> None:
    linter = Linter(Settings(per_file_ignores={"*.txt": ("FIG",)}, root=Path.cwd()))
    assert linter.lint_text(FINED, "a.txt").diagnostics == ()
    assert [figure.status for figure in linter.read_text(FINED, "a.txt").analysis.figures] == ["exempt", "unattributed"]


def test_an_exemption_tells_of_its_figures_where_it_is_selected() -> None:
    settings = Settings(select=("FIG202",), rules={"FIG202": {"report": True}})
    assert figures(settings) == [("FIG202", "$312,000")]


@pytest.mark.parametrize(
    ("text", "where", "what", "hint"),
    [
        ("[tool.attribution-lint\n", "", "is not valid TOML", ""),
        ("[tool]\n", "", "has no table", ""),
        (HEAD + "selct = []\n", "", "unknown key “selct”", "did you mean “select”?"),
        (HEAD + 'extend_select = ["ATT"]\n', "", "unknown key “extend_select”", "did you mean “extend-select”?"),
        (HEAD + 'select = "ATT"\n', ": select", "is text, not a list", 'such as select = ["FIG", "ATT101"]'),
        (HEAD + "select = [1]\n", ": select[0]", "is a number, not text", 'such as select = ["FIG", "ATT101"]'),
        (
            HEAD + 'per-file-ignores = ["a"]\n',
            ": per-file-ignores",
            "is a list, not a table",
            '{ "sport/*" = ["FIG"] }',
        ),
        (HEAD + "severity = { FIG = 1 }\n", ": severity", "is a number, not text", '{ "SRC" = "error" }'),
        (HEAD + "exclude = 2026-01-01\n", ": exclude", "is a date, not a list", 'such as exclude = ["archive/"]'),
        (HEAD + "x = " + "[" * 4000 + "]" * 4000, "", "is nested too deeply", ""),
        (HEAD + 'extend = "\\u0000"\n', ": extend", "holds a NUL character", "write a path"),
        (HEAD + 'extend = "~nobody-of-that-name/a.toml"\n', ": extend", "is in no home folder", "write it out"),
        (HEAD + f'packs = ["{"a" * 400}"]\n', ": packs", "file name too long", "check the path"),
        (HEAD + 'packs = ["package:__main__"]\n', ": packs", "no package “__main__” is installed", "install it"),
        (HEAD + 'packs = [".attribution-lint.tml"]\n', ": packs", "does not exist", "mean “.attribution-lint.toml”"),
        (HEAD + 'fail-on = "warnings"\n', ": fail-on", "unknown value “warnings”", "did you mean “warning”?"),
        (HEAD + 'preset = "wires"\n', ": preset", "unknown preset “wires”", "did you mean “wire”?"),
        (HEAD + 'packs = ["none.toml"]\n', ": packs", "“none.toml” does not exist", "paths count from"),
        (HEAD + 'packs = ["package:no_such_package_here"]\n', ": packs", "no package", "install it"),
        (HEAD + 'extend = "none.toml"\n', ": extend", "“none.toml” does not exist", "paths count from"),
        (HEAD + 'severity = { SRC = "info", FIG = "eror" }\n', ": severity.FIG", "unknown value “eror”", "“error”?"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, where: str, what: str, hint: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        read(path)
    assert caught.value.where.startswith(str(tmp_path))
    assert caught.value.where.endswith(where)
    assert what in caught.value.what
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (Settings(select=("ATT103",)), "select: no rule answers to “ATT103” (did you mean “ATT102”?)"),
        (Settings(ignore=("att",)), "ignore: no rule answers to “att” (did you mean “ATT”?)"),
        (Settings(ignore=(KNOWN["ATT102"].name,)), "(write its code, ATT102)"),
        (Settings(rules={"REA101": {"least": 2}}), "unknown option “least” (this rule has no options)"),
        (
            Settings(severity={"FOG101": Severity.INFO}),
            "severity: no rule answers to “FOG101” (did you mean “FIG101”?)",
        ),
        (
            Settings(per_file_ignores={"*": ("X",)}),
            "per-file-ignores: no rule answers to “X” (“attribution-lint rules” lists the codes)",
        ),
        (Settings(rules={"FIG102": {}}), "rules.FIG102: there is no such rule (did you mean “FIG101”?)"),
        (Settings(rules={"FIG101": {"leest": 1}}), "unknown option “leest” (did you mean “least”?)"),
        (Settings(rules={"FIG101": {"least": "2"}}), "least is text (give a whole number, such as 2)"),
        (Settings(rules={"FIG101": {"least": True}}), "least is true or false (give a whole number, such as 2)"),
        (Settings(rules={"FIG101": {"words": [1]}}), "words holds a whole number (give a list of text, such as ['a'])"),
        (Settings(rules={"ATT101": {"least": 2}}), "unknown option “least” (this rule has no options)"),
    ],
)
def test_what_no_rule_answers_to_is_named(settings: Settings, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings.applied_to(KNOWN)
    assert message in str(caught.value)


def test_a_pack_may_be_an_installed_package(tmp_path: Path, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "newsroom_rules"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('never run')")
    (house / "house.toml").rename(package / "house.toml")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    settings = read(write(tmp_path, HEAD + 'packs = ["package:newsroom_rules"]\nselect = ["HSE"]\n'))
    assert reporting(Linter(settings), "a.txt") == ["HSE101", "HSE201", "HSE301"]


def lexicon(folder: Path, **files: str) -> frozenset[str]:
    """Return the shipped lexicon “hearsay” as the files of a house, `add` for hearsay.add.txt, change it."""
    (folder / "words").mkdir(exist_ok=True)
    for name, text in files.items():
        file = "hearsay.txt" if name == "whole" else f"hearsay.{name}.txt"
        (folder / "words" / file).write_text(text, encoding="utf-8")
    settings = read(write(folder, HEAD + 'lexicons = ["words"]\n'))
    (entries,) = {rule.lexicons["hearsay"] for rule in Linter(settings).rules.values() if "hearsay" in rule.lexicons}
    return entries


SHIPPED = packs.shipped_lexicon("hearsay")
FIRST, SECOND = sorted(SHIPPED)[:2]


def test_a_house_lexicon_stands_in_for_a_shipped_one(tmp_path: Path) -> None:
    assert lexicon(tmp_path, whole="\ufeff# ours\nxyz\n") == {"xyz"}


def test_a_house_adds_to_a_lexicon_and_removes_from_it(tmp_path: Path) -> None:
    changed = lexicon(tmp_path, add="# ours\nword has it\n", remove=f"{FIRST}  # we print it\n")
    assert changed == (SHIPPED | {"word has it"}) - {FIRST}


def test_the_nearest_folder_has_the_last_word(tmp_path: Path) -> None:
    for name, added, removed in (("far", "one\ntwo\n", SECOND), ("near", FIRST, "two\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "hearsay.add.txt").write_text(added)
        (tmp_path / name / "hearsay.remove.txt").write_text(removed)
    folders = (tmp_path / "near", tmp_path / "far", packs.shipped_folder() / "lexicons")
    assert packs.find_lexicon("hearsay", folders) == (SHIPPED | {"one"}) - {SECOND}


def test_what_is_below_a_whole_list_changes_nothing(tmp_path: Path) -> None:
    for name, file, text in (("near", "hearsay.txt", "xyz\n"), ("far", "hearsay.add.txt", "one\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text(text)
    folders = (tmp_path / "near", tmp_path / "far", packs.shipped_folder() / "lexicons")
    assert packs.find_lexicon("hearsay", folders) == {"xyz"}


def test_an_entry_to_remove_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=f"hearsay.remove.txt: “{FIRST}x” is not in the list .*“{FIRST}”"):
        lexicon(tmp_path, remove=f"{FIRST}x\n")


@pytest.mark.parametrize("name", ["hearsey.txt", "hearsey.add.txt", "hearsey.remove.txt"])
def test_a_list_that_no_rule_uses_is_named_with_the_nearest(tmp_path: Path, name: str) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / name).write_text("xyz\n")
    with pytest.raises(PackError, match=r"no rule uses a lexicon “hearsey” .*“hearsay”"):
        Linter(read(write(tmp_path, HEAD + 'lexicons = ["words"]\n')))


def test_a_list_that_belongs_to_the_analysis_cannot_be_changed(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "cues-saying.add.txt").write_text("opines\n", encoding="utf-8")
    with pytest.raises(PackError, match="“cues-saying” belongs to the analysis"):
        Linter(read(write(tmp_path, HEAD + 'lexicons = ["words"]\n')))


def test_the_file_of_the_user_counts_where_there_is_no_other(tmp_path: Path, user_configuration: Path) -> None:
    draft = str(tmp_path / "a.txt")
    assert Discovery().settings_for(draft).files == ()
    own = write(user_configuration.parent, HEAD + 'ignore = ["ATT"]\n', user_configuration.name)
    settings = Discovery().settings_for(draft)
    assert (settings.ignore, settings.files, settings.root) == (("ATT",), (str(own),), Path.cwd())
    assert Discovery(isolated=True).settings_for(draft).ignore == ()
    near = write(tmp_path, HEAD + 'select = ["FIG"]\n')
    settings = Discovery().settings_for(draft)
    assert (settings.select, settings.ignore, settings.files) == (("FIG",), (), (str(near),))


def test_the_file_of_the_user_stands_where_the_system_has_configuration() -> None:
    assert user_file().parent.name == "attribution-lint"
    assert user_file().name == "attribution-lint.toml"


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("named", ["NFC", "NFD"])
def test_a_glob_and_a_file_name_may_be_in_different_normal_forms(tmp_path: Path, written: str, named: str) -> None:
    glob, name = (unicodedata.normalize(form, "café/été.md") for form in (written, named))
    text = HEAD + f'exclude = ["{glob}"]\nper-file-ignores = {{ "{glob}" = ["FIG"] }}\n'
    settings = read(write(tmp_path, text))
    assert settings.excludes(str(tmp_path / name))
    assert settings.ignored_for(str(tmp_path / name)) == ("FIG",)
    assert not settings.excludes(str(tmp_path / "cafe" / "ete.md"))


@pytest.mark.parametrize(
    ("key", "glob"),
    [
        ("exclude", "!"),
        ("exclude", "[z-a]"),
        ("per-file-ignores", "!"),
        ("per-file-ignores", "!!"),
        ("per-file-ignores", "[z-a]"),
    ],
)
def test_a_glob_that_is_none_is_named(tmp_path: Path, key: str, glob: str) -> None:
    value = f'["{glob}"]' if key == "exclude" else f'{{ "{glob}" = ["FIG"] }}'
    with pytest.raises(ConfigError, match=rf"{key}: “{re.escape(glob)}” is no glob"):
        Linter(read(write(tmp_path, HEAD + f"{key} = {value}\n")))


def test_every_key_has_a_right_value_to_show(tmp_path: Path) -> None:
    assert list(EXAMPLES) == list(Table.__struct_encode_fields__)
    table_of(EXAMPLES, "here")
    assert tomllib.loads("\n".join(f"{key} = {as_toml(value)}" for key, value in EXAMPLES.items())) == EXAMPLES


def test_a_number_of_thousands_of_digits_is_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / ".attribution-lint.toml"
    file.write_text("a = " + "1" * 5000)
    with pytest.raises(ConfigError, match="holds a number of thousands of digits"):
        read(file)


def test_the_nearest_of_words_that_are_alike_has_its_letters_in_place() -> None:
    assert nearest("FIG1O1", ["FIG211", "FIG101", "FIG110"]) == "did you mean “FIG101”?"
    assert nearest("boi", ["ATT", "BOI"]) == "did you mean “BOI”?"
    assert nearest("zzz", ["ATT", "BOI"]) == "one of: ATT, BOI"
