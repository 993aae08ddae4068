"""Each output format against its published model, a real consumer, or its specification."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from lsprotocol import converters
from lsprotocol.types import PublishDiagnosticsParams

from attribution_lint.draft import Draft
from attribution_lint.errors import DraftError
from attribution_lint.linter import Result
from attribution_lint.model import Diagnostic, Edit, Fix, Related, Rule, Severity, Span
from attribution_lint.reporters import REPORTERS, Report, reporter_for

TEXT = "Café 🙂 one.\r\nThe second 漢字 line,\r\nand\x07 a third.\n"
RULES = {
    "AAA101": Rule("AAA101", "first-rule", "k", Severity.ERROR, "About {x}.", "Why so."),
    "AAA102": Rule("AAA102", "second-rule", "k", Severity.INFO, "Note.", "Why so."),
}


def found(start: int, end: int, code: str = "AAA101", message: str = "M: 50%,\nno.", **more: object) -> Diagnostic:
    draft = Draft("a b.txt", TEXT)
    return Diagnostic(
        "a b.txt", code, RULES[code].name, RULES[code].severity, message, TEXT[start:end],
        draft.position(start), draft.position(end), url="https://example.org/r", **more,  # type: ignore[arg-type]
    )  # fmt: skip


EMOJI = found(5, 6, suggestions=("smile", "grin"), fix=Fix("safe", (Edit(Span(5, 6), "smile"),)))
WIDE = found(24, 26, "AAA102", related=(Related(Span(0, 4), "here"),))
LINES = found(7, 40, "AAA102", fix=Fix("unsafe", (Edit(Span(7, 40), ""),)))
REPORT = Report(
    results=(
        Result(Draft("a b.txt", TEXT), (EMOJI, LINES, WIDE), allowed=(found(0, 4),), known=(found(0, 3),)),
        Result(Draft("/clean.txt", "")  , ()),
    ),
    errors=(DraftError("gone.txt", "does not exist", "check <it>"),),
    rules=RULES,
)  # fmt: skip


def rendered(name: str, report: Report = REPORT) -> str:
    return "".join(reporter_for(name)(report))


@pytest.mark.parametrize("name", REPORTERS)
def test_nothing_to_report_is_reported_well(name: str) -> None:
    out = rendered(name, Report(()))
    if name in ("json", "lsp", "sarif"):
        json.loads(out)
    elif name in ("checkstyle", "junit"):
        ElementTree.fromstring(out)
    else:
        assert out in ("", "No problems in 0 drafts.\n")


def test_lsp_is_what_the_protocol_says() -> None:
    entries = json.loads(rendered("lsp"))
    converter = converters.get_converter()
    params = [converter.structure(entry, PublishDiagnosticsParams) for entry in entries]
    assert [param.uri for param in params] == [(Path.cwd() / "a b.txt").as_uri(), "file:///clean.txt"]
    ranges = [
        (d.range.start.line, d.range.start.character, d.range.end.line, d.range.end.character)
        for d in params[0].diagnostics
    ]
    assert ranges == [(0, 5, 0, 7), (0, 8, 2, 6), (1, 11, 1, 13)]
    assert [d.severity for d in params[0].diagnostics] == [1, 3, 3]
    assert params[0].diagnostics[1].tags == (1,)
    (related,) = params[0].diagnostics[2].related_information or ()
    assert related.location.range.end.character == 4


def test_sarif_is_valid_by_its_schema() -> None:
    """The schema of OASIS, as version 1.0.0-beta.0 of @microsoft/jest-sarif, under the MIT licence, ships it."""
    schema = json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    for report in (REPORT, Report(())):
        Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER).validate(
            json.loads(rendered("sarif", report))
        )


def test_sarif_fits_its_model_and_keeps_every_key() -> None:
    from sarif_pydantic import Sarif

    log = json.loads(rendered("sarif"))
    model = Sarif.model_validate(log)
    kept = json.loads(model.model_dump_json(by_alias=True, exclude_unset=True))
    assert kept["runs"] == log["runs"]
    assert kept["version"] == "2.1.0"


def test_sarif_says_where_and_what_to_do() -> None:
    (run,) = json.loads(rendered("sarif"))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["AAA101", "AAA102"]
    assert run["tool"]["driver"]["rules"][0]["shortDescription"] == {"text": "About …."}
    assert run["invocations"][0]["executionSuccessful"] is False
    results = run["results"]
    assert [r["baselineState"] for r in results] == ["unchanged", "new", "new", "new", "new"]
    assert [r.get("suppressions") for r in results] == [None, [{"kind": "inSource"}], None, None, None]
    place = results[2]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20b.txt"}
    assert place["region"] == {
        "startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 7, "snippet": {"text": "🙂"},
    }  # fmt: skip
    (change,) = results[2]["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "smile"}
    prints = [r["partialFingerprints"]["attributionLint/v1"] for r in results]
    assert len(set(prints)) == len(prints)
    assert all(re.fullmatch(r"[0-9a-f]{16}:\d+", mark) for mark in prints)


# The published schema of workflow commands is a page of documentation; this is what it says of their shape.
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::([^\r\n]*)\n")


def test_github_escapes_and_drops_columns_over_lines() -> None:
    lines = rendered("github").splitlines(keepends=True)
    assert [m[1] for m in map(COMMAND.fullmatch, lines) if m] == ["error", "notice", "notice"]
    assert lines[0] == (
        "::error file=a b.txt,line=1,endLine=1,col=6,endColumn=7,title=AAA101 first-rule::M: 50%25,%0Ano.\n"
    )
    assert lines[1].startswith("::notice file=a b.txt,line=1,endLine=3,title=AAA102 second-rule::")
    tricky = Report((Result(Draft("a,b:c%.txt", TEXT), (found(0, 1),)),))
    assert "::error file=a b.txt" in rendered("github", tricky)


RDJSON = {
    "type": "object",
    "required": ["message", "location"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string"},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "location": {"$ref": "#/$defs/location"},
        "source": {"$ref": "#/$defs/named"},
        "code": {"$ref": "#/$defs/named"},
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["range", "text"],
                "additionalProperties": False,
                "properties": {"range": {"$ref": "#/$defs/range"}, "text": {"type": "string"}},
            },
        },
        "related_locations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["location"],
                "properties": {"message": {"type": "string"}, "location": {"$ref": "#/$defs/location"}},
            },
        },
    },
    "$defs": {
        "named": {"type": "object", "additionalProperties": {"type": "string"}},
        "position": {
            "type": "object",
            "required": ["line", "column"],
            "additionalProperties": False,
            "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
        },
        "range": {
            "type": "object",
            "required": ["start", "end"],
            "additionalProperties": False,
            "properties": {"start": {"$ref": "#/$defs/position"}, "end": {"$ref": "#/$defs/position"}},
        },
        "location": {
            "type": "object",
            "required": ["path"],
            "additionalProperties": False,
            "properties": {"path": {"type": "string"}, "range": {"$ref": "#/$defs/range"}},
        },
    },
}


def test_rdjsonl_counts_utf8_bytes() -> None:
    objects = [json.loads(line) for line in rendered("rdjsonl").splitlines()]
    for made in objects:
        Draft202012Validator(RDJSON).validate(made)
    assert objects[0]["location"]["range"] == {"start": {"line": 1, "column": 7}, "end": {"line": 1, "column": 11}}
    assert [s["text"] for s in objects[0]["suggestions"]] == ["smile", "grin"]
    assert objects[1]["suggestions"] == [{"range": objects[1]["location"]["range"], "text": ""}]
    assert objects[2]["location"]["range"] == {"start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 18}}


def test_checkstyle_has_a_file_for_each_draft() -> None:
    root = ElementTree.fromstring(rendered("checkstyle"))
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    assert [(f.get("name"), len(f)) for f in root] == [("a b.txt", 3), ("/clean.txt", 0)]
    assert root[0][0].attrib == {
        "line": "1", "column": "6", "severity": "error", "message": "M: 50%,\nno.", "source": "attribution-lint.AAA101",
    }  # fmt: skip


def test_junit_is_read_by_a_consumer(tmp_path: Path) -> None:
    from junitparser import Error, Failure, JUnitXml

    (tmp_path / "j.xml").write_text(rendered("junit"), encoding="utf-8")
    suites = list(JUnitXml.fromfile(str(tmp_path / "j.xml")))
    assert [(s.name, s.tests, s.failures, s.errors) for s in suites] == [
        ("a b.txt", 3, 3, 0),
        ("/clean.txt", 1, 0, 0),
        ("gone.txt", 1, 0, 1),
    ]
    cases = [case for suite in suites for case in suite]
    assert [type(case.result[0]) if case.result else None for case in cases] == [Failure] * 3 + [None, Error]
    assert cases[0].name == "AAA101 first-rule at 1:6"


def test_xml_holds_only_what_xml_can() -> None:
    bell = Report((Result(Draft("a\x07.txt", TEXT), (found(37, 42, message="bell \x07 \ufffe <&>"),)),))
    for name in ("checkstyle", "junit"):
        assert "\x07" not in "".join(ElementTree.fromstring(rendered(name, bell)).itertext())
