"""Residue in whole drafts: what is found, where it ends, how grave it is, and what its fix leaves."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution_lint.fixes import apply_fixes
from attribution_lint.linter import Linter
from attribution_lint.model import Diagnostic, Severity
from attribution_lint.settings import Settings

LEAD = "The ferry to the outer islands will run twice a day from June, the port authority said on Monday."
MORE = "Fares stay at 14 crowns for adults, and children under six travel free with a parent."
LAST = "The owner of the yard said she would rebuild it before the first snow falls in November."
LINTER = Linter(Settings(select=("BOI",)))


def found(*blocks: str) -> list[Diagnostic]:
    return list(LINTER.lint_text("\n\n".join(blocks) + "\n", "draft.txt").diagnostics)


def seen(*blocks: str) -> list[tuple[str, str, str]]:
    return [(item.code, item.severity.label, item.text) for item in found(*blocks)]


def mended(text: str) -> str:
    diagnostics = LINTER.lint_text(text, "draft.txt").diagnostics
    return apply_fixes(text, [item.fix for item in diagnostics if item.fix])[0]


def test_a_credit_belongs_at_the_tail_and_not_between() -> None:
    credit = "Kari Moe contributed to this report."
    assert seen(LEAD, MORE, credit) == [("BOI303", "info", credit)]
    assert seen(LEAD, credit, MORE) == [("BOI303", "warning", credit)]


def test_a_sign_off_belongs_at_the_tail_and_not_between() -> None:
    credit = "(Reporting by Kari Moe; Editing by Tom Lind)"
    assert seen(LEAD, MORE, credit) == [("BOI303", "info", credit)]
    assert seen(LEAD, credit, MORE) == [("BOI303", "warning", credit)]


@pytest.mark.parametrize(
    "byline",
    [
        "By Kari Moe",
        "By Kari Moe, Staff Writer",
        "By Kari Moe, staff writer",
        "By Kari Moe and Tom Lind",
        "By KARI MOE",
        "By Kari Moe\nThe Pier Post",
        "By Kari Moe in Bergen",
    ],
)
@pytest.mark.parametrize("headline", ["The old pier opens again", "Pier opens\n\nCrowds came early"])
def test_the_byline_of_the_story_is_no_residue(headline: str, byline: str) -> None:
    credit = "Tom Lind contributed to this report."
    assert seen(headline, byline, LEAD, MORE) == []
    assert seen(headline, byline, LEAD, MORE, credit) == [("BOI303", "info", credit)]


def test_what_only_begins_like_a_byline_is_told() -> None:
    line = "By Clicking Subscribe, you agree to our terms of use"
    assert [code for code, _, _ in seen("The old pier opens again", line, LEAD, MORE)] == ["BOI701"]


def test_a_note_to_readers_belongs_at_an_end() -> None:
    note = "Correction: An earlier version of this article gave the wrong fare."
    assert seen(LEAD, MORE, note) == [("BOI304", "info", note)]
    assert seen(LEAD, note, MORE) == [("BOI304", "warning", note)]


def test_neighbours_are_one_finding_with_one_fix() -> None:
    lines = [
        "Sign up for our free newsletter.",
        "READ MORE: Five facts about the pier",
        "© 2025 The Pier Post. All rights reserved.",
    ]
    items = found(LEAD, MORE, *lines)
    assert [item.text for item in items] == ["\n\n".join(lines)]
    assert mended("\n\n".join([LEAD, MORE, *lines]) + "\n") == f"{LEAD}\n\n{MORE}\n"


def test_a_disclaimer_of_several_sentences_is_found_whole() -> None:
    disclaimer = (
        "Disclaimer: The rights in this text belong to its author. It was reposted only to pass on information. "
        "If anything infringes your rights, please write to us. We will correct or delete it. Thank you."
    )
    credit = "Pier News' Kari Moe contributed to this report."
    assert seen(LEAD, MORE, credit, disclaimer) == [
        ("BOI303", "info", credit),
        ("BOI102", "warning", disclaimer),
    ]


def test_a_list_of_titles_goes_with_its_label() -> None:
    cluster = ["You may also like", "Ten piers that were never built", "What a ferry costs to run"]
    assert [item.text for item in found(LEAD, MORE, *cluster)] == ["\n\n".join(cluster)]


def test_what_a_speaker_says_is_copy() -> None:
    assert seen(LEAD, "“Sign up for our newsletter and follow us on X,” the caller said.", MORE) == []


def test_what_somebody_is_told_to_do_is_copy() -> None:
    assert seen(LEAD, "The charity urged donors to sign up for its newsletter.", MORE) == []


def test_a_promotion_inside_a_paragraph_is_cut_out_by_hand() -> None:
    promotion = "Subscribe to our newsletter for the latest updates."
    items = found(LEAD, f"{MORE} {promotion} {LAST}")
    assert [(item.code, item.text) for item in items] == [("BOI201", promotion)]
    assert items[0].fix is not None
    assert items[0].fix.applicability == "unsafe"


def test_a_headline_may_sound_like_a_link() -> None:
    assert seen("Watch: Ferry runs aground off the pier", LEAD, MORE) == []


def test_several_handles_sign_what_readers_wrote() -> None:
    assert seen(LEAD, "@ada_q", MORE, "@kari_m", LAST) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge cost $XX million.", ["$XX million"]),
        ("Mayor TK said so on Monday.", ["TK"]),
        ("Justice TK Moore said so on Monday.", []),
        ("The team won Super Bowl XX at home.", []),
        ("Women have two X chromosomes, written XX, and men one.", []),
        ("The mayor, [insert name], said so.", ["[insert name]"]),
        ("He wrote that “TK” stands for to come.", []),
        ("The letter began with Dear {first_name}, and no more.", ["{first_name}"]),
        ("See [the report](https://a.example) for more.", []),
    ],
)
def test_placeholders(text: str, expected: list[str]) -> None:
    assert [item.text for item in found(LEAD, text) if item.code == "BOI401"] == expected


@pytest.mark.parametrize(
    "token",
    [
        "【4†source】",
        ":contentReference[oaicite:0]{index=0}",
        "turn0search12",
        "[web:1]",
        "[cite: 4, 9]",
        "[^1^]",
        "[span_1](start_span)",
    ],
)
def test_citation_tokens_are_deleted(token: str) -> None:
    text = f"{LEAD}\n\nFares stay at 14 crowns {token}.\n"
    assert mended(text) == f"{LEAD}\n\nFares stay at 14 crowns.\n"


def test_a_footnote_is_no_citation_token() -> None:
    assert seen(LEAD, "Fares stay at 14 crowns.[^1]") == []


def test_only_the_tracking_parameter_is_cut() -> None:
    text = f"{LEAD}\n\nThe table is at https://port.example/a?year=2024&utm_source=chatgpt.com&page=2 for now.\n"
    assert mended(text) == f"{LEAD}\n\nThe table is at https://port.example/a?year=2024&page=2 for now.\n"


def test_code_that_a_story_shows_is_copy() -> None:
    assert seen(LEAD, "```\nhttps://port.example/a?utm_source=chatgpt.com\n```", MORE) == []


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("The troops left the region,Nadia Ferris with state media showing empty trenches.", "Nadia Ferris"),
        ("The troops left the region.Nadia Ferris The vote is on Monday.", "Nadia Ferris"),
        ("The walls in the lower town By Nadia Ferris, Staff Reporter collapsed.", "By Nadia Ferris, Staff Reporter"),
        ("The troops left the region,Nadia Ferris said on Monday.", None),
        ("The U.S. Ambassador Nadia Ferris left the region.", None),
        ("She saw “Stand By Your Man” and left.", None),
        ("They flew to Paris,Berlin and Rome.", None),
    ],
)
def test_stray_names(text: str, stray: str | None) -> None:
    assert [item.text for item in found(LEAD, text)] == ([stray] if stray else [])


def test_a_paragraph_told_twice() -> None:
    items = found("A headline for the pier", LEAD, MORE, LEAD)
    assert [(item.code, item.text) for item in items] == [("BOI802", LEAD)]
    assert items[0].start.offset > len(LEAD)
    assert len(items[0].related) == 1


def test_a_title_that_stands_many_times_is_told_of_each_time() -> None:
    title = "Ferry sails twice a day"
    assert [(item.start.line, item.text) for item in found(title, title, title, LEAD, MORE)] == [(3, title), (5, title)]


def test_a_paragraph_told_again_with_a_word_changed() -> None:
    again = LEAD.replace("will run", "shall run")
    assert [(item.code, item.text) for item in found(LEAD, MORE, again)] == [("BOI802", again)]


def test_the_same_frame_about_somebody_else_is_copy() -> None:
    one = "Ada Quill, 34, of Northfield was charged with theft on Monday and released on bail the same day."
    other = "Tom Lind, 51, of Southfield was charged with theft on Monday and released on bail the same day."
    assert seen(LEAD, one, other) == []


def test_a_quotation_may_be_repeated() -> None:
    quote = "“We will not go from here while there is one of us left to stand,” she said."
    assert seen(LEAD, quote, MORE, quote) == []


def test_accents_that_are_right_stay_right() -> None:
    assert seen(LEAD, "André Müller met Zoë Brâncuș’s heirs in São Paulo and at the Ångström café.") == []


def test_mojibake_is_mended() -> None:
    items = found(LEAD, "The mayor, AndrÃ© Lund, sat down.")
    assert [(item.code, item.text, item.suggestions) for item in items] == [("BOI803", "AndrÃ©", ("André",))]


def test_line_ends_stay_as_they_are() -> None:
    text = f"{LEAD}\r\n\r\nAdvertisement\r\n\r\n{MORE}\r\n"
    assert mended(text) == f"{LEAD}\r\n\r\n{MORE}\r\n"


PIECES = st.sampled_from(
    [LEAD, MORE, "Advertisement", "READ MORE: A title", "[TK]", "-30-", "© 2024 X", "“Well,” he said.", "Ä𝄞 ü", ""]
)


@given(st.lists(PIECES, max_size=8))
@settings(max_examples=40)
def test_offsets_name_their_text(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    for item in LINTER.lint_text(text, "draft.txt").diagnostics:
        assert text[item.start.offset : item.end.offset] == item.text
        assert item.text.strip()


def _benchmark() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "residue.py"
    spec = importlib.util.spec_from_file_location("residue_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_items_of_the_benchmark_are_found() -> None:
    benchmark = _benchmark()
    items = benchmark.read(Path(__file__).parents[2] / "benchmarks" / "data" / "residue.jsonl")
    total = hit = failed = 0
    for item in items:
        diagnostics = benchmark.found_in(LINTER, item)
        failed += not item["residue"] and any(d.severity >= Severity.WARNING for d in diagnostics)
        for _, severity in benchmark.grade(item, diagnostics):
            total += 1
            hit += severity is not None
    assert total >= 180
    assert hit >= 0.97 * total
    assert failed == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Its terms and conditions forbid customers to resell the tickets.",
        "Doctors say you should always consult a doctor before you fast.",
        "Please check the label before you take the pills, the agency said.",
        "Lawyers have approved the settlement, worth $4 million.",
        "Check the spelling of your name on the ballot before you hand it in.",
        "I have kept the letters of my mother for forty years.",
        "The response when residents asked about the cost was a shrug.",
        "The striker, known as TK, has eight goals, and TK is not done.",
        "The researchers found that XX embryos survived and XY embryos did not.",
    ],
)
def test_a_story_about_such_words_is_left_alone(sentence: str) -> None:
    assert seen(LEAD, sentence, MORE) == []


def test_entries_of_a_rolling_file_may_tell_their_background_again() -> None:
    background = "The bridge has been closed since March, when a crack was found in one of its piers."
    assert seen("8:35 p.m.", LEAD, background, "8:20 p.m.", MORE, background) == []
    assert seen(LEAD, background, MORE, background) == [("BOI802", "warning", background)]


def test_front_matter_in_plain_text_is_markup() -> None:
    assert seen("---\ntitle: Rice in salt water\ndate: 2026-02-11\nsection: local\n---", LEAD, MORE) == []
