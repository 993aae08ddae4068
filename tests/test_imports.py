"""The import contract: what flows one way is imported one way, and nothing heavy before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import attribution_lint

PACKAGE = Path(attribution_lint.__file__).parent
NAME = PACKAGE.name

# Who may import whom; a name stands for itself and, if it is a package, for all that is in it.
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "reading": {"errors"},
    "kept": set(),
    "draft": {"model", "errors", "reading"},
    "formats": {"model", "errors", "draft", "kept", "formats"},
    "nlp": {"model", "errors", "kept", "formats.plain", "formats.prose", "packs", "patterns", "alternatives", "nlp"},
    "checks": {
        "model", "errors", "kept", "formats.prose", "nlp", "packs", "patterns", "alternatives", "strings", "checks",
    },
    "options": set(),
    "patterns": {"errors", "necessary", "needs"},
    "alternatives": {"necessary", "needs", "strings"},
    "strings": set(),
    "needs": {"strings"},
    "necessary": {"needs"},
    "house_files": {"errors", "reading"},
    "parsed": set(),
    "packs": {"model", "errors", "options", "house_files", "parsed", "checks"},
    "settings": {"model", "errors", "options"},
    "config": {"model", "errors", "house_files", "packs", "settings", "config_table"},
    "config_table": {"errors"},
    "diagnostics": {"model", "draft", "formats.prose"},
    "suppressions": {"model", "errors", "draft", "formats.prose"},
    "linter": {
        "model", "errors", "draft", "formats", "nlp", "checks", "packs", "settings", "diagnostics", "suppressions",
    },
    "reporters": {
        "model", "errors", "draft", "linter", "baseline", "explanation", "ledger", "tracing", "visible", "units",
        "reporters",
    },
    "ledger": {"model", "draft", "formats.prose", "nlp", "ledger"},
    "tracing": {"ledger", "nlp.reasons"},
    "visible": set(),
    "units": set(),
    "sourcemap": {"model", "formats.prose", "nlp.analysis", "ledger", "tracing", "visible", "sourcemap"},
    "explanation": {"model"},
    "paths": {"errors"},
    "processes": set(),
    "writing": {"errors"},
    "fingerprint": {"linter", "packs"},
    "baseline": {"model", "errors", "reading", "linter", "writing"},
    "cache": {"model", "errors", "draft", "fingerprint", "formats", "linter", "writing"},
    "fixes": {"model", "errors", "draft", "linter", "places", "writing"},
    "places": {"model"},
    "annotations": {"model", "errors", "draft", "formats", "fixes", "annotations"},
    "audit": {
        "model", "errors", "draft", "formats", "paths", "linter", "settings", "ledger", "tracing", "visible", "writing",
        "fingerprint", "processes", "audit",
    },
    "schemas": {"checks", "config", "config_table", "packs"},
    "examples": {"model", "linter", "settings", "fixes"},
}  # fmt: skip
ENTRANCES = {"__init__", "__main__", "cli", "lsp"}  # may import everything
ONLY_HERE = {
    "spacy": {"nlp/pipeline.py", "nlp/tokens.py", "nlp/__init__.py"},
    "textstat": {"nlp/measures.py"},
    "platformdirs": {"cache.py", "config.py"},
    "multiprocessing": {"processes.py"},
    "click": {"cli"},
    "pyarrow": {"audit/"},
    "pygls": {"lsp/"},
    "lsprotocol": {"lsp/"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _imports(path: Path) -> set[str]:
    """The dotted names that a module imports when it runs, wherever in it."""
    found: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types_only:
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            names = {f"{module}.{alias.name}" for alias in node.names}
            found.update(names if (PACKAGE.parent / Path(*module.split("."))).is_dir() else {module})
    return found


def _is_within(name: str, allowed: set[str]) -> bool:
    return any(name == item or name.startswith(f"{item}.") for item in allowed)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if layer in ENTRANCES:
        return
    assert layer in ALLOWED, f"say in {Path(__file__).name} what {layer} may import"
    for name in _imports(path):
        if name.startswith(f"{NAME}."):
            inside = name.removeprefix(f"{NAME}.")
            assert inside == "__version__" or _is_within(inside, ALLOWED[layer]), f"{layer} imports {inside}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_libraries_stay_in_their_place(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for name in _imports(path):
        for here in ONLY_HERE.get(name.partition(".")[0], {place}):
            if place.startswith(here) or place == here:
                break
        else:
            pytest.fail(f"{place} imports {name}")


def test_checks_never_reach_the_pipeline() -> None:
    for path in (PACKAGE / "checks").rglob("*.py"):
        assert f"{NAME}.nlp.pipeline" not in _imports(path)


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["check", "--help"], 0),
        (["lsp", "--help"], 0),
        (["audit", "--help"], 0),
        (["audit-summary", "--help"], 0),
        (["rules"], 0),
        (["explain", "LNT001"], 0),
        (["explain", "LNT009"], 2),
        (["check", "--select", "XXX", "-"], 2),
        (["check", "--output-format", "nonsense"], 2),
        (["check", "no-such-draft.txt"], 2),
        (["no-such-command"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_nothing_heavy_before_a_draft_is_read(args: list[str], status: int) -> None:
    code = f"""
import sys
from {NAME}.cli import main
try:
    main({args!r})
except SystemExit as stop:
    heavy = sorted({{"spacy", "numpy", "textstat", "nltk", "pyarrow", "multiprocessing"}} & set(sys.modules))
    print("loaded:", *heavy, "status:", stop.code, file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.stderr.splitlines()[-1] == f"loaded: status: {status}"
    assert "Traceback" not in done.stderr
