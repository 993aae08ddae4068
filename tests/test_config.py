"""Configuration: which file counts, what it may say, and what it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution_lint import packs
from attribution_lint.config import Discovery, find, presets, read
from attribution_lint.errors import ConfigError
from attribution_lint.linter import Linter
from attribution_lint.model import Rule, Severity
from attribution_lint.settings import Settings

HEAD = "[tool.attribution-lint]\n"


def rule(code: str, *, enabled: bool = True, **options: object) -> Rule:
    return Rule(code, code.lower(), "pattern", Severity.WARNING, "m", "w", enabled=enabled, options=options)


KNOWN = {
    r.code: r
    for r in (rule("ATT101"), rule("ATT102"), rule("FIG101", least=2, ratio=0.5), rule("REA101", enabled=False))
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
    assert applied["FIG101"].options == {"least": 5, "ratio": 1}


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


def test_per_file_ignores_work(house: Path) -> None:
    settings = Settings(
        packs=(house / "house.toml",), select=("HSE",), per_file_ignores={"*.md": ("HSE1",), "x.*": ("ALL",)}
    )
    linter = Linter(settings)
    assert [r.code for r in linter.rules_for("a.txt")] == ["HSE101", "HSE201", "HSE301"]
    assert [r.code for r in linter.rules_for("a.md")] == ["HSE201", "HSE301"]
    assert linter.rules_for("x.txt") == []


@pytest.mark.parametrize(
    ("text", "where", "what", "hint"),
    [
        ("[tool.attribution-lint\n", "", "is not valid TOML", ""),
        ("[tool]\n", "", "has no table", ""),
        (HEAD + "selct = []\n", "", "unknown key “selct”", "did you mean “select”?"),
        (HEAD + 'extend_select = ["ATT"]\n', "", "unknown key “extend_select”", "did you mean “extend-select”?"),
        (HEAD + 'select = "ATT"\n', ": select", "expected `array | null`, got `str`", ""),
        (HEAD + "select = [1]\n", ": select[0]", "expected `str`, got `int`", ""),
        (HEAD + 'fail-on = "warnings"\n', ": fail-on", "unknown value “warnings”", "did you mean “warning”?"),
        (HEAD + 'preset = "wires"\n', ": preset", "unknown preset “wires”", "did you mean “wire”?"),
        (HEAD + 'packs = ["none.toml"]\n', ": packs", "“none.toml” does not exist", "paths count from"),
        (HEAD + 'packs = ["package:no_such_package_here"]\n', ": packs", "no package", "install it"),
        (HEAD + 'extend = "none.toml"\n', "/none.toml", "no such file", "check the path"),
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
        (Settings(ignore=("att101",)), "ignore: no rule answers to “att101”"),
        (
            Settings(severity={"FOG101": Severity.INFO}),
            "severity: no rule answers to “FOG101” (did you mean “FIG101”?)",
        ),
        (Settings(per_file_ignores={"*": ("X",)}), "per-file-ignores: no rule answers to “X”"),
        (Settings(rules={"FIG102": {}}), "rules.FIG102: there is no such rule (did you mean “FIG101”?)"),
        (Settings(rules={"FIG101": {"leest": 1}}), "unknown option “leest” (did you mean “least”?)"),
        (Settings(rules={"FIG101": {"least": "2"}}), "least is text (give a whole number, such as 2)"),
        (Settings(rules={"FIG101": {"least": True}}), "least is true or false (give a whole number, such as 2)"),
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
    assert list(Linter(settings).rules) == ["HSE101", "HSE201", "HSE301"]


def test_a_house_lexicon_stands_in_for_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "abbreviations.txt").write_text("# ours\nxyz\n")
    settings = read(write(tmp_path, HEAD + 'lexicons = ["words"]\n'))
    assert packs.load(settings.packs, settings.lexicons).lexicon("abbreviations") == {"xyz"}
