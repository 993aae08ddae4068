"""rules, explain, config, and the frame around all commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import attribution_lint
from attribution_lint import packs
from attribution_lint.cli import COMMANDS, progress
from tests.conftest import HOUSE_PACK, Command


def test_help_names_every_command(command: Command) -> None:
    out = command("--help").out
    for name, text in COMMANDS.items():
        assert f"  {name}  " in out
        assert text.split(".")[0].split(":")[0][:30] in " ".join(out.split())
    assert command("--version").out == f"attribution-lint {attribution_lint.__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(command: Command, name: str) -> None:
    done = command(name, "-h")
    assert done.status == 0
    assert done.out.startswith(f"Usage: attribution-lint {name}")


def test_a_wrong_command_comes_with_the_right_one(command: Command, house: Path) -> None:
    done = command("chekc")
    assert done.status == 2
    assert "no such command “chekc” (did you mean “check”?)" in done.err
    (house / "draft.txt").write_text("x")
    assert "attribution-lint check draft.txt" in command("draft.txt").err
    assert command().status == 2


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["check", "--no-such-option"], "No such option"),
        (["check", "--format", "pdf2"], "no such format “pdf2”"),
        (["check", "--config", "none.toml"], "none.toml"),
        (["check", "--config", "house.toml", "--isolated"], "exclude each other"),
        (["check", "--write-baseline", "--fix"], "--write-baseline goes without"),
        (["explain", "fig"], "fig: there is no such rule (“attribution-lint rules FIG” lists those that begin so)"),
        (["explain", "NOPE"], "NOPE: there is no such rule (“attribution-lint rules” lists the codes)\n"),
        (["explain", "placehlder"], "placehlder: there is no such rule (did you mean “placeholder”?)\n"),
        (["rules", "NOPE"], "NOPE: no rule begins so or is called so (“attribution-lint rules” lists the codes)\n"),
        (["rules", "ATTT"], "ATTT: no rule begins so or is called so (did you mean “ATT”?)\n"),
        (["explain"], "Missing argument"),
    ],
)
def test_wrong_usage(command: Command, house: Path, args: list[str], words: str) -> None:
    done = command(*args)
    assert (done.status, done.out) == (2, "")
    assert words in done.err


def test_rules_are_listed_with_those_in_force(command: Command, house: Path) -> None:
    out = command("rules").out
    assert "* HSE101  house-swap" in out
    assert "“…” is not how we write it.  [fix: safe]" in out
    listed = json.loads(command("rules", "--output-format", "json", "--ignore", "HSE").out)
    by_code = {rule["code"]: rule for rule in listed}
    assert by_code["HSE201"]["in_force"] is False
    assert by_code["LNT001"]["in_force"] is True


def test_rules_are_listed_by_prefix_or_name(command: Command, house: Path) -> None:
    def listed(*args: str) -> list[str]:
        return [line[2:8] for line in command("rules", *args).out.splitlines()]

    assert listed("hse2", "house-note", "HSE301") == ["HSE201", "HSE301"]
    assert listed("LNT") == ["LNT001", "LNT002"]
    made = json.loads(command("rules", "HSE1", "--output-format", "json").out)
    assert [(rule["code"], rule["in_force"], rule["reports"]) for rule in made] == [("HSE101", True, True)]


def test_an_exemption_is_told_from_a_rule_that_reports(command: Command) -> None:
    assert command("rules", "FIG222", "FIG292", "--isolated", "--select", "QUO").out.splitlines() == [
        "* FIG222  exempt-fine         exempts  “…” is a fine or a prize that whoever sets it makes public.",
        "* FIG292  soften-small-count  softens  “…” is a small count.",
    ]
    out = command("explain", "FIG222", "--isolated").out
    assert out.startswith("FIG222 exempt-fine (exempts)\n")
    assert "Fix: none needed, as it reports nothing: figures that it holds for are not reported\n" in out
    assert "Exempt:\n  He had to pay a [[$3,000]] fine.\n\nNot exempt:\n  The club lost $2 million.\n" in out
    assert "Only a note:\n  The firm has [[35]] partners.\n" in command("explain", "FIG292", "--isolated").out


def test_explain_shows_what_a_fix_makes(command: Command) -> None:
    out = command("explain", "BOI401", "--isolated").out
    assert "\n  [[[Insert quote from the union here]]]\n" in out
    mended = out.partition("Mended:\n")[2].partition("\n\nSilent:")[0]
    assert (
        mended == "  The pilots' union met the company on Monday and will vote on the offer before the end of the week."
    )


def test_rules_whose_message_is_all_their_own_are_listed_by_their_reason(command: Command) -> None:
    lines = command("rules", "--isolated", "--select", "ATT").out.splitlines()
    assert not any(line.partition("error")[2].strip().startswith("“…”…") for line in lines)
    (line,) = [line for line in lines if "ATT301" in line]
    assert "The phrase that tells the reader whose claim it is holds a word that is none: " in line
    assert command("explain", "ATT301", "--isolated").out.count("holds a word that is none") == 1


def test_explain_shows_the_examples_with_their_marks(command: Command, house: Path) -> None:
    out = command("explain", "hse101", "house-pattern").out
    assert "HSE101 house-swap (warning)" in out
    assert "  A [[utilise]] of words." in out
    assert "Fix: to be looked at, with --fix --unsafe-fixes" in out
    made = json.loads(command("explain", "HSE101", "--output-format", "json").out)
    assert (made["bad"], made["good"], made["fix"]) == (["A [[utilise]] of words."], ["A use of words."], "safe")
    assert command("explain", "HSE101", "--output-format", "markdown").out.startswith("## HSE101 house-swap\n")
    assert command("explain", "HSE102").err == "error: HSE102: there is no such rule (did you mean “HSE101”?)\n"


def test_examples_of_house_packs_are_run(command: Command, house: Path) -> None:
    pack = house / "house.toml"
    done = command("rules", "--check-examples")
    assert (done.status, done.out, done.err) == (0, "", "3 rules, 0 problems with their examples.\n")
    pack.write_text(HOUSE_PACK.replace("A [[utilise]] of", "A [[utilise of]]").replace('"surely"', '"perhaps"'))
    done = command("rules", "--check-examples")
    assert done.status == 1
    assert "HSE101: reports “utilise” at 2 instead of “utilise of” at 2 in: A utilise of words." in done.out
    assert "HSE301: reports “perhaps” at 0 instead of nothing in: perhaps" in done.out


def test_config_says_what_is_in_force_and_from_where(command: Command, house: Path) -> None:
    (house / "sport").mkdir()
    config = house / ".attribution-lint.toml"
    config.write_text(config.read_text() + '[tool.attribution-lint.per-file-ignores]\n"sport/*" = ["HSE1"]\n')
    out = command("config", "sport/a.txt", "--ignore", "HSE3").out
    assert f'select = ["HSE", "LNT"]  # {config}' in out
    assert 'ignore = ["HSE3"]  # command line' in out
    assert 'fail-on = "warning"  # default' in out
    assert out.startswith(f"# from {config}\n\nselect = ")
    assert " rules in force: HSE201 LNT001 LNT002\n" in out
    assert " exemptions in force: FIG201 FIG202 " in out
    assert " FIG202 " not in command("config", "--ignore", "FIG202").out
    made = json.loads(command("config", "--output-format", "json").out)
    assert made["packs"] == {"value": [str(house / "house.toml")], "from": str(config)}
    assert made["files"] == [str(config)]


def test_config_shows_the_file_of_the_user_and_the_preset(command: Command, user_configuration: Path) -> None:
    assert command("config").out.startswith(f"# no configuration; {user_configuration} would count")
    user_configuration.parent.mkdir(parents=True)
    user_configuration.write_text('[tool.attribution-lint]\npreset = "wire"\nignore = ["QUO"]\n')
    out = command("config").out
    preset = packs.shipped_folder() / "presets" / "wire.toml"
    assert out.startswith(f"# from {preset}, then {user_configuration}\n\n")
    assert f'ignore = ["QUO"]  # {user_configuration}' in out
    assert f'fail-on = "info"  # {preset}' in out
    assert command("config", "--isolated").out.startswith("# no configuration; ")


def test_explain_names_the_word_lists_that_a_house_may_change(command: Command) -> None:
    assert "Word lists, which a house may change:\n  hearsay\n" in command("explain", "SRC102").out


@pytest.mark.parametrize("text", ["[tool.attribution-lint", "[tool.attribution-lint]\nselct = []\n"])
def test_a_broken_configuration_stops_its_drafts_only(command: Command, house: Path, text: str) -> None:
    for name in ("good", "broken"):
        (house / name).mkdir()
        (house / name / "a.txt").write_text("utilise")
    (house / "broken" / ".attribution-lint.toml").write_text(text)
    done = command("check", "good", "broken", "--output-format", "concise")
    assert done.status == 2
    assert done.out.startswith("good/a.txt:1:1: warning HSE101")
    assert "broken/.attribution-lint.toml" in done.err


def test_what_is_wrong_for_many_drafts_is_said_once(command: Command, house: Path) -> None:
    (house / ".attribution-lint.toml").write_text("[tool.attribution-lint]\nselct = []\n")
    for name in ("a.txt", "b.txt"):
        (house / name).write_text("utilise")
    for args in (("check", "a.txt", "b.txt"), ("sources", "a.txt", "b.txt")):
        assert command(*args).err.count("unknown key “selct”") == 1


def test_a_broken_pack_names_pack_rule_and_field(command: Command, house: Path) -> None:
    (house / "house.toml").write_text(HOUSE_PACK.replace('severity = "info"', 'severity = "mild"'))
    (house / "a.txt").write_text("utilise")
    done = command("check", "a.txt")
    assert done.status == 2
    assert "house.toml: HSE301: severity: unknown value “mild” (one of: error, info, warning)" in done.err


def test_an_internal_error_is_one_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    from attribution_lint import packs

    def broken(*args: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(packs, "load", broken)
    done = command("rules")
    assert (done.status, done.out) == (2, "")
    assert done.err == "error: internal error: ZeroDivisionError: oops (set ATTRIBUTION_LINT_DEBUG=1 for more)\n"


def test_a_progress_bar_for_people_who_wait(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = ["a", "b", "c"]
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    assert list(progress.with_progress(drafts, 3)) == drafts
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(progress.with_progress(drafts, 3)) == drafts
    assert "Linting" in capsys.readouterr().err
    monkeypatch.setattr(progress, "_PATIENCE", 1000.0)
    assert list(progress.with_progress(drafts, 3)) == drafts
    assert capsys.readouterr().err == ""


def test_a_reader_that_leaves_is_no_error(house: Path) -> None:
    (house / "a.txt").write_text("utilise\n\n" * 3000)
    program = f"{sys.executable} -m attribution_lint check a.txt --output-format jsonl | head -n 1"
    done = subprocess.run(program, shell=True, cwd=house, capture_output=True, text=True)
    assert json.loads(done.stdout)["code"] == "HSE101"
    assert done.stderr == ""


def test_completion_is_offered(house: Path) -> None:
    assert "_attribution_lint_completion" in completed(house, "bash_source", "")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("attribution-lint ch", "plain,check"),
        ("attribution-lint check a", "file,a"),
        ("attribution-lint check --format mark", "plain,markdown"),
        ("attribution-lint check --output-format sar", "plain,sarif"),
        ("attribution-lint check --select REA,hse10", "plain,REA,HSE101"),
        ("attribution-lint explain HSE20", "plain,HSE201"),
        ("attribution-lint report a -o ma", "file,ma"),
    ],
)
def test_a_shell_is_told_what_may_follow(house: Path, typed: str, told: str) -> None:
    assert completed(house, "bash_complete", typed).splitlines() == [told]


def completed(folder: Path, instruction: str, typed: str) -> str:
    """Return what the program answers a shell that completes the last word."""
    program = "from attribution_lint.cli import main; main()"
    shell = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    environment = {**os.environ, **shell, "_ATTRIBUTION_LINT_COMPLETE": instruction}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, cwd=folder)
    return done.stdout
