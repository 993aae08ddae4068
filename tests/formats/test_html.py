from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import check_prose, check_words, shown

from attribution_lint.draft import Draft
from attribution_lint.formats.html import read
from attribution_lint.formats.html_blocks import OBJECT
from attribution_lint.formats.html_elements import HTML
from attribution_lint.formats.html_tree import Tree

TAGS = "p div b em a h1 h2 ul li table tr td th q code pre blockquote figure figcaption br img script nav sup del head"
SPACES = [" ", "  ", "\t", "\n", "\r\n", "\r", "\u00a0", "\u2028"]
REFERENCES = ["&amp;", "&eacute;", "&#128512;", "&#xD800;", "&nosuch;", "&not", "&", "&notit;"]
FRAGMENTS = ["<", ">", "</", "<!", "<!--", "-->", "<!-- c -->", "<?pi>", "<![CDATA[x]]>", "<![if IE]>", "<p", '"']
LINKS = ['<a href="#n">1</a>', '<a href="http://a.example">', "<br/>", "<article>"]
PARTS = st.one_of(
    st.integers(0, 10**6).map(lambda number: f"w{number}z"),
    st.sampled_from(TAGS.split()).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS.split()).map(lambda tag: f"</{tag}>"),
    st.sampled_from([*SPACES, *REFERENCES, *FRAGMENTS, *LINKS, "é", "e\u0301", "😀", "\x00"]),
)


@given(st.lists(PARTS, max_size=40).map("".join))
@settings(max_examples=400)
def test_every_code_point_keeps_its_place(text: str) -> None:
    draft = Draft("x.html", text)
    prose = read(draft)
    check_prose(draft, prose)
    words = {word for word in text.replace("w", " w").replace("z", "z ").split() if text.count(word) == 1}
    words -= {word for word in words if f"&not{word}" in text}  # HTML reads the reference there without its end
    check_words(draft, prose, [word for word in words if word[:1] == "w" and word[-1:] == "z"])


def blocks(text: str) -> list[tuple[str, str]]:
    draft = Draft("x.html", text)
    prose = read(draft)
    check_prose(draft, prose)
    return [(kind, words) for kind, words, _ in shown(draft, prose)]


PAGE = """<!doctype html><html><head><title>Ships &amp; tides</title>
<meta name="description" content="Two are gone"><script>if (a<b) "x"</script></head>
<body><nav>Menu</nav><header>Site</header><article><h1>The <em>big</em>  story</h1>
<p>He said &quot;no&quot;.<sup><a href="#fn1">1</a></sup> See <a href="http://r.example">the <b>list</b></a>.<br>
Next <code>x y</code> &eacute;&#x1F600; AT&T
<p>Open <q>quote</q>
<ul><li>one<li>two</ul>
<blockquote><p>quoted</p></blockquote>
<table><caption>Ships</caption><tr><td>a<td>b</table>
<figure><img alt="hidden"><figcaption>Photo: A</figcaption></figure>
<div>loose <b>bold <p>inner</p> after</b></div>
line<br><br>second line
</article><footer>Foot</footer></body></html>
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_article_page(end: str) -> None:
    text = PAGE.replace("\n", end)
    assert blocks(text) == [
        ("heading1", "The big story"),
        ("paragraph", f'He said "no". See the list.\nNext {OBJECT} é😀 AT&T'),
        ("paragraph", "Open “quote”"),
        ("item", "one"),
        ("item", "two"),
        ("quote", "quoted"),
        ("caption", "Ships"),
        ("cell", "a"),
        ("cell", "b"),
        ("caption", "Photo: A"),
        ("paragraph", "loose bold"),
        ("paragraph", "inner"),
        ("paragraph", "after"),
        ("paragraph", "line"),
        ("paragraph", "second line"),
    ]
    draft = Draft("x.html", text)
    prose = read(draft)
    assert prose.meta == {"title": "Ships & tides", "description": "Two are gone"}
    assert shown(draft, prose)[0][2] == "The <em>big</em>  story"
    assert [(prose.text[k.span.start : k.span.end], k.target) for k in prose.blocks[1].links] == [
        ('"no".', "footnote:fn1"),
        ("the list", "http://r.example"),
    ]


def test_a_fragment() -> None:
    text = "<!-- attribution-lint: allow FIG101 -->\n<p class=x>Some 400 came.</p>\nAnd left."
    draft = Draft("x.html", text)
    prose = read(draft)
    assert blocks(text) == [("paragraph", "Some 400 came."), ("paragraph", "And left.")]
    assert [text[b.source.start : b.source.end] for b in prose.blocks] == ["<p class=x>Some 400 came.</p>", "And left."]
    assert [(text[s.start : s.end], words) for s, words in prose.comments] == [
        ("<!-- attribution-lint: allow FIG101 -->", "attribution-lint: allow FIG101")
    ]


def test_two_line_breaks_end_a_paragraph() -> None:
    text = "<p>one<br>two<br>\n<br/>three</p><p>four</p>"
    prose = read(Draft("x.html", text))
    assert blocks(text) == [("paragraph", "one\ntwo"), ("paragraph", "three"), ("paragraph", "four")]
    assert [text[b.source.start : b.source.end] for b in prose.blocks] == ["one<br>two", "three", "<p>four</p>"]


def test_a_page_without_an_article_leaves_its_footer_out() -> None:
    assert blocks("<body><p>One.</p><footer><p>All rights.</p></footer>") == [("paragraph", "One.")]


@pytest.mark.parametrize(
    "text", ["", "<", "<p", "</p>", "<!--", "<script>x", "&", "<p>&#;</p", "<a href='", "<!doctype"]
)
def test_broken_pages_are_read(text: str) -> None:
    check_prose(Draft("x.html", text), read(Draft("x.html", text)))


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "li", "p", "table", "a", "q"])
def test_deep_nesting_stays_bounded(tag: str) -> None:
    text = f"<{tag}>" * 10_000 + "one" + f"</{tag}>" * 10_000 + "<p>two"
    assert [words.replace("“", "").replace("”", "") for _, words in blocks(text)] == ["one", "two"]
    assert Tree(text, 0, len(text), HTML).deepest <= 512


@pytest.mark.parametrize("part", ["<!--", "<a ", "<![x", "</p", "<p>one", "<a href='#n'>", "&notit", "<br>", "<q>"])
def test_a_page_of_any_length_is_read_once(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the page takes at most about twice the steps: tokens, and code points that are looked at for them."""
    steps = 0
    advance = Tree.updatepos

    def counted(tree: Tree, start: int, end: int) -> int:
        nonlocal steps
        steps += 1 + end - start
        return advance(tree, start, end)

    monkeypatch.setattr(Tree, "updatepos", counted)
    taken = []
    for count in (500, 1000):
        steps = 0
        read(Draft("x.html", part * count))
        taken.append(steps)
    assert taken[1] <= 2.2 * taken[0]
