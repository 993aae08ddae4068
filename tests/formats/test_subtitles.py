from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import check_prose, check_words, shown

from attribution_lint.draft import Draft
from attribution_lint.formats.subtitles import read

TIMINGS = ["00:00:01,000 --> 00:00:02,500", "01:02.000 --> 01:03.000 align:start"]
LINES = st.sampled_from(["", "", "1", *TIMINGS, "WEBVTT", "NOTE a", "- ", ">> "])
MARKUP = ["<i>", "</i>", "<v Anna>", "<", ">", "{\\an8}", "{\\", "&amp;", "&", "-->"]
PARTS = st.one_of(
    st.integers(0, 10**6).map(lambda number: f"w{number}z"),
    st.sampled_from([*MARKUP, " ", ".", "é", "😀", "\t"]),
)
CUE_LINES = st.lists(PARTS, max_size=10).map("".join)


@given(st.lists(st.one_of(LINES, CUE_LINES), max_size=20), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=300)
def test_every_code_point_keeps_its_place(parts: list[str], end: str) -> None:
    draft = Draft("x.vtt", end.join(parts))
    prose = read(draft)
    check_prose(draft, prose)
    words = {word for word in draft.text.replace("w", " w").replace("z", "z ").split() if draft.text.count(word) == 1}
    check_words(draft, prose, [word for word in words if word[:1] == "w" and word[-1:] == "z"])


def blocks(text: str) -> list[tuple[str, str]]:
    draft = Draft("x.srt", text)
    prose = read(draft)
    check_prose(draft, prose)
    return [(words, source) for _, words, source in shown(draft, prose)]


def test_subrip() -> None:
    text = (
        "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Some 400</i> people\r\ncame &amp; went\r\n\r\n"
        "2\r\n00:00:02,100 --> 00:00:03,000\r\n{\\an8}today.\r\n\r\n"
        "3\r\n00:00:05,000 --> 00:00:06,000\r\n- Why?\r\n- Because.\r\n"
    )
    assert [words for words, _ in blocks(text)] == ["Some 400 people\ncame & went\ntoday.", "Why?", "Because."]
    assert blocks(text)[0][1].startswith("Some 400</i> people\r\ncame &amp; went")


def test_webvtt() -> None:
    text = (
        "WEBVTT - Harbour\n\nNOTE attribution-lint: allow-file\n\nSTYLE\n::cue {}\n\n"
        "intro\n00:01.000 --> 00:02.000 align:start\n<v Anna>Some <c.loud>400</c> came\n<v Ben>No.\n"
    )
    assert [words for words, _ in blocks(text)] == ["Some 400 came", "No."]
    prose = read(Draft("x.vtt", text))
    assert [(text[s.start : s.end], words) for s, words in prose.comments] == [
        ("NOTE attribution-lint: allow-file", "attribution-lint: allow-file")
    ]


def test_a_sentence_goes_on_over_cues_until_a_pause() -> None:
    cue = "{}\n00:00:{:02},000 --> 00:00:{:02},000\n{}\n\n"
    text = cue.format(1, 1, 2, "It was late.") + cue.format(2, 2, 3, "Very") + cue.format(3, 7, 8, "late.")
    assert [words for words, _ in blocks(text)] == ["It was late.\nVery\nlate."]
    text = cue.format(1, 1, 2, "It was late.") + cue.format(2, 5, 6, "Very.")
    assert [words for words, _ in blocks(text)] == ["It was late.", "Very."]
