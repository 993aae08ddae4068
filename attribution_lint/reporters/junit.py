"""JUnit XML: a suite a draft, a failed case a diagnostic, a passed case for a clean draft."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from attribution_lint.linter import Result
from attribution_lint.model import Diagnostic
from attribution_lint.reporters import Report
from attribution_lint.reporters.xml import clean, document


def render(report: Report) -> Iterator[str]:
    """Yield one XML document; a draft that could not be read is a case with an error."""
    failures = sum(len(result.diagnostics) for result in report.results)
    cases = sum(max(len(result.diagnostics), 1) for result in report.results) + len(report.errors)
    root = Element("testsuites", name="attribution-lint", tests=str(cases))
    root.set("failures", str(failures))
    root.set("errors", str(len(report.errors)))
    for result in report.results:
        _suite(root, result)
    for error in report.errors:
        suite = SubElement(root, "testsuite", name=clean(error.where), tests="1", failures="0", errors="1")
        case = SubElement(suite, "testcase", name="can be linted", classname=clean(error.where))
        SubElement(case, "error", message=clean(error.what), type=type(error).__name__).text = clean(error)
    yield document(root)


def _suite(root: Element, result: Result) -> None:
    path, count = clean(result.draft.path), len(result.diagnostics)
    suite = SubElement(root, "testsuite", name=path, tests=str(max(count, 1)), failures=str(count), errors="0")
    for found in result.diagnostics:
        _case(suite, found, path)
    if not count:
        SubElement(suite, "testcase", name="no problems", classname=path)


def _case(suite: Element, found: Diagnostic, path: str) -> None:
    name = f"{found.code} {found.rule} at {found.start.line}:{found.start.column}"
    case = SubElement(suite, "testcase", name=name, classname=path)
    failure = SubElement(case, "failure", message=clean(found.message), type=found.severity.label)
    failure.text = clean(f"{path}:{found.start.line}:{found.start.column}: {found.message}\n{found.text}")
