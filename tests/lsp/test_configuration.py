"""Settings of the editor, configurations and rule packs, and what happens when they change or are wrong."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

from lsprotocol import types

from attribution_lint.baseline import Baseline
from attribution_lint.linter import Linter
from tests.conftest import HOUSE_CONFIG, HOUSE_PACK
from tests.lsp.conftest import Hire
from tests.lsp.editor import PULLS, STORY, Editor

UTILISE = "A utilise of words.\n"


async def becomes(editor: Editor, uri: str, codes: list[str]) -> None:
    """Ask until the codes of a draft are these, for a few seconds."""
    for _ in range(100):
        if await editor.codes(uri) == codes:
            return
        await asyncio.sleep(0.1)
    assert await editor.codes(uri) == codes


async def test_files_are_looked_after_for_a_client_that_does_not_watch(hire: Hire, tmp_path: Path) -> None:
    editor = await hire(text_document=PULLS)
    uri = editor.open("a.md", UTILISE)
    assert await editor.codes(uri) == []
    (tmp_path / "house.toml").write_text(HOUSE_PACK, encoding="utf-8")
    (tmp_path / ".attribution-lint.toml").write_text(HOUSE_CONFIG, encoding="utf-8")
    await becomes(editor, uri, ["HSE101"])
    (tmp_path / "house.toml").write_text(HOUSE_PACK.replace("utilise =", "leverage ="), encoding="utf-8")
    await becomes(editor, uri, [])


async def test_a_broken_configuration_is_said_once_and_mended(editor: Editor) -> None:
    editor.folder.mkdir()
    config = editor.folder / ".attribution-lint.toml"
    editor.client.messages.clear()
    config.write_text('[tool.attribution-lint]\nselekt = ["FIG"]\n', encoding="utf-8")
    uri = editor.open("a.md", STORY)
    assert await editor.codes(uri) == []
    editor.type(uri, "x", (0, 0))
    assert await editor.codes(uri) == []
    (message,) = editor.client.messages
    assert message.type == types.MessageType.Error
    assert message.message.endswith(".attribution-lint.toml: unknown key “selekt” (did you mean “select”?)")
    config.write_text('[tool.attribution-lint]\nselect = ["FIG"]\n', encoding="utf-8")
    await becomes(editor, uri, ["FIG101"])


async def test_excluded_drafts_and_known_diagnostics_stay_silent(editor: Editor) -> None:
    editor.folder.mkdir()
    config = '[tool.attribution-lint]\nexclude = ["old/"]\nbaseline = "known.json"\n'
    (editor.folder / ".attribution-lint.toml").write_text(config, encoding="utf-8")
    result = Linter().lint_text(STORY, str(editor.folder / "known.md"))
    Baseline(editor.folder / "known.json", Counter()).updated([result]).write()
    assert await editor.codes(editor.open("known.md", STORY)) == []
    assert await editor.codes(editor.open("old/a.md", STORY)) == []
    assert await editor.codes(editor.open("new/a.md", STORY)) == ["FIG101"]


async def test_settings_of_the_editor_take_effect(hire: Hire, tmp_path: Path) -> None:
    (tmp_path / "none.toml").write_text(
        '[tool.attribution-lint]\nignore = ["ALL"]\nselect = ["LNT"]\n', encoding="utf-8"
    )
    editor = await hire(text_document=PULLS, settings={"codeLens": False, "nonsense": 1})
    uri = editor.open("a.md", STORY)
    assert await editor.codes(uri) == ["FIG101"]
    assert "unknown setting “nonsense”" in editor.client.messages[0].message
    settings = {"attributionLint": {"configuration": "none.toml", "inlayHints": True, "codeLens": False}}
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
    await becomes(editor, uri, [])
    lenses = types.CodeLensParams(types.TextDocumentIdentifier(uri))
    assert not await editor.client.text_document_code_lens_async(lenses)
