from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import check_prose, check_words, shown

from attribution_lint.errors import DraftError
from attribution_lint.formats import read

PARTS = st.one_of(
    st.integers(0, 10**6).map(lambda number: f"w{number}z"),
    st.sampled_from(
        ["<p>", "</p>", "<b>", "</b>", "<br/>", "&amp;", "&eacute;", "\n", "\r\n", "\t", " ", '"', "\\", "/", "\u2028"]
    ),
    st.sampled_from(
        ["é", "e\u0301", "😀", "<!-- c -->", "\x00", "\x1b", "\ud800", "<q>", "</q>", "<a href='#n'>1</a>"]
    ),
)
VALUES = st.lists(PARTS, max_size=20).map("".join)


@given(VALUES, VALUES, VALUES, st.booleans(), st.sampled_from([None, 2]))
@settings(max_examples=300)
def test_every_code_point_of_json_keeps_its_place(
    headline: str, html: str, text: str, ascii_only: bool, indent: int | None
) -> None:
    items = (
        {"uri": "u", "body_text": text, "headline": headline, "body_html": html},
        {"bodies": [{"role": "a", "contentType": "text/html", "value": html}, {"value": text}], "headlines": []},
    )
    for item in items:
        data = json.dumps(item, ensure_ascii=ascii_only, indent=indent)
        if "\ud800" in data:
            continue  # no such code point in a file
        draft, prose = read(data.encode(), "x.ninjs")
        check_prose(draft, prose)
        words = {word for word in data.replace("w", " w").replace("z", "z ").split() if data.count(word) == 1}
        check_words(draft, prose, [word for word in words if word[:1] == "w" and word[-1:] == "z"])


def blocks(data: str, path: str) -> list[tuple[str, str, str]]:
    draft, prose = read(data.encode(), path)
    check_prose(draft, prose)
    return shown(draft, prose)


def test_ninjs_1() -> None:
    item = {
        "headline": 'Port "é" 😀 counts',
        "edNote": "never shown",
        "body_text": "The same, plain.",
        "body_html": "<p>Some <b>400</b> &amp;\té \ud83d\ude00</p>",
    }
    assert blocks(json.dumps(item), "x.json") == [
        ("heading1", 'Port "é" 😀 counts', 'Port \\"\\u00e9\\" \\ud83d\\ude00 counts'),
        ("paragraph", "Some 400 &\té 😀", "Some <b>400</b> &amp;\\t\\u00e9 \\ud83d\\ude00"),
    ]


BILLION_LAUGHS = (
    b'<!DOCTYPE nitf [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (number + 1, b"&%c;" % number * 10) for number in range(97, 109))
    + b"]><nitf><body><p>&m;</p></body></nitf>"
)


def test_ninjs_3() -> None:
    item = {
        "bodies": [
            {"role": "main", "contentType": "text/plain", "value": "plain"},
            {"role": "main", "contentType": "text/html", "value": "<p>A lead.</p><p>More.</p>"},
        ],
        "headlines": [{"role": "main", "value": "Port counts"}],
    }
    assert [block[:2] for block in blocks(json.dumps(item), "x.ninjs")] == [
        ("paragraph", "A lead."),
        ("paragraph", "More."),
        ("heading1", "Port counts"),
    ]


def test_new_words_are_escaped_for_their_place() -> None:
    assert read(b'{"headline": "a"}', "x.ninjs")[1].written('"A & B"') == '\\"A &amp; B\\"'
    assert read(b"<p>a</p>", "x.html")[1].written('"A & B"') == '"A &amp; B"'
    assert read(b"a", "x.md")[1].written('"A & B"') == '"A & B"'


NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd" [<!ENTITY e "x">]>
<nitf><head><title>Ships</title><docdata><doc-id id-string="7"/></docdata></head><body><body.head><hedline>
<hl1>Port &amp; ships</hl1><hl2>Two missing</hl2></hedline><byline>By A. Holm</byline></body.head><body.content>
<p>Some <em>400</em> came.</p><p/><media><media-caption>The port</media-caption></media></body.content></body></nitf>
"""


def test_nitf() -> None:
    assert [block[:2] for block in blocks(NITF, "x.nitf")] == [
        ("heading1", "Port & ships"),
        ("heading2", "Two missing"),
        ("paragraph", "By A. Holm"),
        ("paragraph", "Some 400 came."),
        ("caption", "The port"),
    ]
    assert read(NITF.encode(), "x.nitf")[1].meta == {"title": "Ships"}


def test_nitf_with_marked_sections() -> None:
    section = (
        "<p>Port <![CDATA[& ships, <em>400</em> came]]> home&lt;.</p>"
        "<!-- <![CDATA[ --><?x <!-- ?><p><![CDATA[One]]></p>"
    )
    shown = "Port & ships, <em>400</em> came home"
    assert blocks(f"<nitf><body>{section}</body></nitf>", "x.nitf") == [
        ("paragraph", f"{shown}<.", "Port <![CDATA[& ships, <em>400</em> came]]> home&lt;."),
        ("paragraph", "One", "One"),
    ]


def test_nitf_in_the_encoding_that_it_declares() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-1"?><nitf><body><p>Café</p></body></nitf>'.encode("latin-1")
    draft, prose = read(data, "x.xml")
    assert shown(draft, prose) == [("paragraph", "Café", "Café")]


@pytest.mark.parametrize(
    ("data", "path", "what"),
    [
        (b"[1]", "x.json", "is JSON, but not a news item"),
        (b'{"name": "package"}', "x.json", "is JSON, but not a news item with a headline or a body"),
        (b'{"headline":', "x.ninjs", "is not valid JSON: Expecting value at line 1"),
        (b'{"headline": "a"} b', "x.ninjs", "is not valid JSON: Extra data at line 1"),
        (b"[" * 100_000, "x.json", "is nested too deeply"),
        (b"<rss/>", "x.xml", "is XML, but no news item: it is <rss>"),
        (b"<nitf>", "x.nitf", "is not sound XML"),
        (b"<nitf>" + b"<p>" * 10_000, "x.nitf", "is nested too deeply to be read"),
        (b"<nitf>" + b" " * 2**25 + b"</nitf>", "x.nitf", "is too large: 32 MB (nitf is read up to 32 MB)"),
        (BILLION_LAUGHS, "x.nitf", "holds entities that grow without end, and was not read"),
        (b"", "x.nitf", "is not sound XML"),
        (b'<?xml version="1.0" encoding="no-such"?><nitf/>', "x.nitf", "is not"),
    ],
)
def test_what_is_no_news_item_is_refused(data: bytes, path: str, what: str) -> None:
    with pytest.raises(DraftError) as caught:
        read(data, path)
    assert str(caught.value).startswith(f"{path}: {what}")


def test_a_number_of_many_digits_does_no_harm() -> None:
    assert blocks('{"version": ' + "9" * 10_000 + ', "headline": "Port"}', "x.ninjs") == [("heading1", "Port", "Port")]


def test_entities_are_not_expanded() -> None:
    entity = '<!DOCTYPE nitf [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY f "boo">]>'
    assert blocks(f"{entity}<nitf><body><p>a &e; &f;</p></body></nitf>", "x.nitf") == [
        ("paragraph", "a &e; &f;", "a &e; &f;")
    ]
