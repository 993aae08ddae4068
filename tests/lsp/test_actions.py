"""Code actions, and that what they change has the effect that they promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

import attribution_lint
from attribution_lint.lsp.disabling import disable_edit
from tests.conftest import HOUSE_CONFIG, HOUSE_PACK
from tests.lsp.conftest import Hire
from tests.lsp.editor import EVERYTHING, STORY, Editor, edited

ALLOW = "Allow FIG101 in this paragraph"
QUICK = types.CodeActionKind.QuickFix


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("a.txt", STORY, "changed.\n\n# {}\nSome 4,300 people"),
        ("a.md", STORY, "changed.\n\n<!-- {} -->\nSome 4,300 people"),
        ("crlf.md", STORY.replace("\n", "\r\n"), "changed.\n\n<!-- {} -->\nSome 4,300"),
        ("item.md", "- Some 4,300 people were hurt.\n- Nobody spoke.\n", "hurt. <!-- {} -->\n- Nobody"),
        ("quote.md", "> Some 4,300 people\n> were hurt.\n", "> were hurt. <!-- {} -->\n"),
        ("cell.md", "| A |\n| - |\n| Some 4,300 people were hurt. |\n", "were hurt. <!-- {} --> |\n"),
        ("a.html", "<div>\n  <p>Some 4,300 people were hurt.</p>\n</div>\n", "\n  <!-- {} -->\n  <p>"),
        ("b.html", "<div><p>Some 4,300 people were hurt.</p></div>\n", "<div><!-- {} --><p>Some"),
        ("more.md", "<!-- attribution-lint: allow BOI - x -->\nSome 4,300 people.\n", "allow BOI FIG101 - x -->\nSome"),
    ],
)
async def test_allowing_covers_the_diagnostic(editor: Editor, name: str, text: str, after: str) -> None:
    uri = editor.open(name, text)
    (found,) = [each for each in await editor.items(uri) if each.code == "FIG101"]
    action = await editor.action(uri, found.range.start.line, found.range.start.character, ALLOW)
    assert action.edit is not None
    mended = edited(text, action.edit, uri)
    assert mended.count("\r") == (mended.count("\n") if "\r" in text else 0)
    assert after.format("attribution-lint: allow FIG101") in mended.replace("\r\n", "\n")
    assert "FIG101" not in [each.code for each in attribution_lint.lint(mended, name)]


async def test_edits_name_the_version_that_they_are_for(editor: Editor) -> None:
    uri = editor.open("a.md", STORY)
    version = editor.type(uri, "Now: ", (0, 0))
    action = await editor.action(uri, 2, 6, ALLOW)
    assert action.edit is not None
    (change,) = action.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)


async def test_there_are_no_actions_where_nothing_is_wrong(editor: Editor) -> None:
    assert await editor.actions(editor.open("a.md", STORY), 0, 3) == []


async def test_the_explanation_opens(editor: Editor) -> None:
    uri = editor.open("a.md", STORY)
    (command,) = [each for each in await editor.actions(uri, 2, 6) if each.title.startswith("Explain")]
    shown = len(editor.client.shown_documents)
    params = types.ExecuteCommandParams("attribution-lint.explain", arguments=["FIG101", uri])
    text = await editor.client.workspace_execute_command_async(params)
    assert command.title == "Explain FIG101 unattributed-figure"
    assert str(text).startswith("# FIG101 unattributed-figure")
    assert len(editor.client.shown_documents) == shown + 1
    shown_uri = editor.client.shown_documents[-1].uri
    assert shown_uri.endswith("FIG101%20unattributed-figure.md")
    editor.client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(shown_uri, "markdown", 1, STORY))
    )
    assert await editor.codes(shown_uri) == []  # what is shown is no draft
    editor.close(shown_uri)


class TestWithHouseRules:
    """Suggestions, fixes and the configuration, with rules that are ours to choose."""

    @pytest.fixture
    async def desk(self, hire: Hire, tmp_path: Path) -> Editor:
        (tmp_path / "house.toml").write_text(HOUSE_PACK, encoding="utf-8")
        (tmp_path / ".attribution-lint.toml").write_text(HOUSE_CONFIG, encoding="utf-8")
        return await hire(**EVERYTHING)

    async def test_all_of_them(self, desk: Editor) -> None:
        text = "We utilise words in order to **utilise** them. 😀 banned, perhaps.\n"
        uri = desk.open("a.md", text)
        assert await desk.codes(uri) == ["HSE101", "HSE101", "HSE101", "HSE201", "HSE301"]

        safe = await desk.action(uri, 0, 5, "Replace by “use”")
        assert (safe.kind, safe.is_preferred) == (QUICK, True)
        assert safe.edit is not None
        assert edited(text, safe.edit, uri).startswith("We use words in order to")

        unsafe = await desk.action(uri, 0, 52, "Replace by “welcome” (look before you save)")
        assert unsafe.is_preferred is None
        assert unsafe.edit is not None
        (change,) = unsafe.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert change.edits[0].range == types.Range(types.Position(0, 50), types.Position(0, 56))

        (all_,) = await desk.actions(uri, 0, 0, ["source.fixAll"])
        assert isinstance(all_, types.CodeAction)
        assert (all_.title, all_.kind) == ("Make all 3 safe fixes", "source.fixAll.attribution-lint")
        assert all_.edit is not None
        assert edited(text.replace("😀", "xx"), all_.edit, uri) == "We use words to **use** them. xx banned, perhaps.\n"

        disable = await desk.action(uri, 0, 5, "Disable HSE101 house-swap in .attribution-lint.toml")
        config = (desk.root / ".attribution-lint.toml").as_uri()
        assert disable.edit is not None
        mended = edited(HOUSE_CONFIG, disable.edit, config)
        assert mended == HOUSE_CONFIG.replace("lint]\n", 'lint]\nignore = ["HSE101"]\n')

        # The configuration changes on the disk, and a client that watches says so.
        assert [each.method for each in desk.registered] == ["workspace/didChangeWatchedFiles"]
        (desk.root / ".attribution-lint.toml").write_text(mended, encoding="utf-8")
        event = types.FileEvent(config, types.FileChangeType.Changed)
        desk.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        while desk.client.diagnostic_refresh_count == 0:
            await desk.pull(uri)
        assert await desk.codes(uri) == ["HSE201", "HSE301"]


async def test_a_configuration_is_made_where_there_is_none(editor: Editor) -> None:
    uri = editor.open("a.md", STORY)
    action = await editor.action(uri, 2, 6, "Disable FIG101 unattributed-figure in .attribution-lint.toml")
    assert action.edit is not None
    create, written = action.edit.document_changes or ()
    assert isinstance(create, types.CreateFile)
    assert create.uri == (editor.root / ".attribution-lint.toml").as_uri()
    assert isinstance(written, types.TextDocumentEdit)
    assert written.edits[0].new_text == '[tool.attribution-lint]\nignore = ["FIG101"]\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[tool.attribution-lint]", '[tool.attribution-lint]\nignore = ["FIG101"]\n'),
        (
            '[tool.attribution-lint]\nignore = [\n  "BOI",  # why\n]\n',
            '[tool.attribution-lint]\nignore = ["FIG101", \n  "BOI",  # why\n]\n',
        ),
        (
            '[tool.attribution-lint] # ours\nselect = []\n[tool.x]\nignore = ["A"]\n',
            '[tool.attribution-lint] # ours\nignore = ["FIG101"]\nselect = []\n[tool.x]\nignore = ["A"]\n',
        ),
        ('[tool.attribution-lint]\nignore = ["FIG101"]\n', None),
        ('[tool]\nattribution-lint = { ignore = ["A"] }\n', None),
        ("[tool.attribution-lint]\nignore = 3\n", None),
        ("not toml [", None),
    ],
)
def test_disabling_adds_to_what_is_ignored(before: str, after: str | None) -> None:
    edit = disable_edit(before, "FIG101")
    made = None if edit is None else before[: edit.span.start] + edit.text + before[edit.span.end :]
    assert made == after
