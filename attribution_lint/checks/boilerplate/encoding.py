"""Damage to characters: mojibake, HTML entities, tags and code in what should be prose.

Mojibake is recognised and mended by ftfy (Speer 2019), which reads right accents as right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from attribution_lint.checks.boilerplate.naming import is_fenced, is_named
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

# The letters in which UTF-8 shows when it was read as something else; without one there is no mojibake.
_SUSPECT = screened(
    "[ÂÃâÄÅÎÏÐÑØÙìíîãäåæçèéðï¢�][^\\s\\w]|[ÂÃâ][\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|�|â€|ï»¿|√[\xa0-ÿ…∏≠∫]|‚Ä|ÔøΩ"
)
_LETTERS = re.compile("[ÂÃâÄÅÎÏÐÑØÙìíîãäåæçèéðï¢�Õ√Ô]")  # one of which is in all damage to letters but a lost one
# A letter or an apostrophe that became a question mark: "mayor?s", "Siobh?n".
_LOST_LETTER = screened(r"(?<=[a-z])\?(?=(?:s|t|re|ve|ll|d|m)\b|[a-z]{1,12}\b)")
# The apostrophe of another encoding ("mayorÕs", "planâs"), and half a space that is left alone.
_STRANGE_APOSTROPHE = screened(r"(?<=[a-z])[Õâ](?=(?:s|t|re|ve|ll|d|m)\b)|(?<= )Â(?= )|(?<=[a-z\d.,;:!?)])Â(?=\s|\Z)")
_UNCLOSED = screened(
    r"&(?:[rl][sd]quo|nbsp|[mn]dash|hellip|pound|euro|quot|apos)(?!\w*;)|</(?:a|b|i|p|em|div|span|"
    r"strong|li|ul|h[1-6]|figure|section)\b(?=\s+\w|$)",
    re.MULTILINE,
)
# A capital that a page sets large, parted from its word: "T he council".
_DROPPED = re.compile(r"^[B-HJ-NP-Z] [a-z]{1,9}\b", re.MULTILINE)
_ADDRESS = re.compile(r"[/=.]\w|@")
_SHOWN = screened(
    r"\b(?:appear|came out|display|list|print|render|show|spell|spelt|turn|written)(?:ed|s)? (?:as|into) [“\"‘']?\Z"
)  # "appeared as …": a story about them
_SAYS = screened(r"\b(?:says?|said|reads?|spelt|spells?) [“\"‘']?\Z")
"""The same, if what is meant stands in the text as well: `José Núñez … The envelopes say JosÃ© NÃºÃ±ez`."""
_MARKS = ".,;:!?“”‘’\"'()"
_NEAR = 24  # characters
_LONGEST_ADDRESS = 400  # characters
_LONGEST_WORD = 40
_INNER = "’'-"
_STUCK = screened(r"[\w.,;:!?][&<][^\s]*[;>][A-Za-z\d]\Z")
"""Markup between words: a text that shows some sets it off, be it beside the word *code*."""
_ENTITY = screened(r"(?:&(?:amp;)*(?:[A-Za-z][A-Za-z0-9]{1,24}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});)+")
_ESCAPED_TAG = r"&lt;(?:/?[a-z][\w-]{0,12}(?:\s(?:[^\n&]|&(?:quot|amp);){0,200})?/?|!--(?:(?!--)[^\n]){0,200}--)&gt;"
_ESCAPED_TAGS = screened(rf"{_ESCAPED_TAG}(?:[ \t]*{_ESCAPED_TAG})*")
"""Tags and comments of a page that were escaped once too often: a row of them is one."""
_TAG = screened(
    r"<!--(?:(?!-->)[^\n]){0,200}-->|<!(?:DOCTYPE|\[CDATA)[^>\n]{0,80}>|"
    r"</?(?:a|abbr|article|aside|b|blockquote|body|br|button|caption|center|cite|code|div|em|embed|figcaption|figure|"
    r"font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|noscript|ol|o:p|p|"
    r"path|picture|pre|s|script|section|small|source|span|st1:\w+|strike|strong|style|sub|sup|svg|table|tbody|td|th|"
    r"thead|tr|tweet|twitter|u|ul|video|w:\w+|amp-\w+)(?:\s[^<>]{0,400})?\s?/?>",
    re.IGNORECASE,
)
_SHORTCODE = screened(
    r"\[(?P<pair>embed|video|audio|youtube|playlist)\]\S{1,300}?\[/(?P=pair)\]|\[/?(?:caption|gallery|embed|video|audio|playlist|vc_\w+|et_pb_\w+|su_\w+|contact-form-7|wp\w+|ad|adsense|"
    r"newsletter|related|instagram|twitter|tweet|youtube|vimeo|shortcode|quote|pullquote|block|dropcap|toc|widget|"
    r"infobox|factbox|gravityform|mc4wp_form|media-credit|edit)(?:\s+[\w-]+=[^\]\n]{0,200}|\s+\d[^\]\n]{0,60})?\s?/?\]"
)
_CODE_LINE = screened(
    r"\s{0,9}(?:[.#@][\w-]{1,60}(?:[ ,>:+~]{1,9}[.#]?[\w-]{1,60}){0,40}\s{0,9}\{.*|\}[\s.;]*|"
    r"[a-z-]+\s{0,9}:\s{0,9}[\w#%., ()!'\"-]+;(?:\s{0,9}[\w-]+\s{0,9}:[^;\n]+;)*[\s.}]*|"
    r"(?:var|let|const)\s+\w+\s{0,9}=.*|(?:window|document|googletag|jQuery|\$|dataLayer|ga|gtag|fbq|_taboola|OUTBRAIN|"
    r"twttr)(?:\.\w+)*(?:\(|\s?=|\.push).*|\(?function\s?\w*\(.*|if \(typeof .*|!function\(.*|\{\"[\w@-]+\":.*)",
    re.DOTALL,
)


def mojibake(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """Yield words whose characters were decoded wrongly, and what they were (empty if it cannot be told)."""
    for part, found in in_each(analysis, _mojibake_in):
        yield from ((span.moved(part.start), mended) for span, mended in found)


def _mojibake_in(analysis: Analysis) -> list[tuple[Span, str]]:
    return list(_decoded_wrongly(analysis.text))


def _decoded_wrongly(text: str) -> Iterator[tuple[Span, str]]:
    if "?" in text:
        for match in _LOST_LETTER.finditer(text):
            chunk = _around(text, match.start())
            before = chunk.start - len(_last_word(text, chunk.start))
            if not (
                _SHOWN.search(text, max(0, chunk.start - _NEAR), before)
                or _ADDRESS.search(text, chunk.start, chunk.end)
            ):
                yield chunk, ""
    if text.isascii() or not _LETTERS.search(text):
        return
    for match in _STRANGE_APOSTROPHE.finditer(text):
        yield Span(*match.span()), "" if match[0] == "Â" else "’"
    if not _SUSPECT.search(text):
        return
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    seen = shown = -2  # where the last damaged word ended, and the last that the text shows
    for suspect in _SUSPECT.finditer(text):
        if suspect.start() < seen:
            continue
        chunk = _around(text, suspect.start())
        seen = chunk.end
        word = text[chunk.start : chunk.end]
        if shown == chunk.start - 1 or _SHOWN.search(text, max(0, chunk.start - _NEAR), chunk.start):
            shown = chunk.end
            continue
        if "�" in word:
            yield chunk, ""
        elif is_bad(word):
            mended = fix_encoding(word)
            if mended != word:
                right = mended.strip(_MARKS)
                if right and right in text and _SAYS.search(text, max(0, chunk.start - _NEAR), chunk.start):
                    shown = chunk.end
                    continue
                yield chunk, mended


def markup(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """Yield entities and tags in the prose, with what an entity stands for; a tag stands for nothing."""
    text = analysis.text
    taken = 0
    unescaped = text
    if "&lt;" in text:
        unescaped = _ESCAPED_TAGS.sub(lambda tags: " " * len(tags[0]), text)
        yield from (
            (Span(*match.span()), "") for match in _ESCAPED_TAGS.finditer(text) if not _is_shown(analysis, match)
        )
    for match in _ENTITY.finditer(unescaped) if "&" in text else ():
        if match.start() < taken or unescape(unescape(match[0])) == match[0]:
            continue
        if not (_in_address(text, match.start()) or _is_shown(analysis, match)):
            span = word_around(text, Span(*match.span()))
            taken = span.end
            yield span, unescape(unescape(text[span.start : span.end])).replace("\xa0", " ")
    if "&" in text or "</" in text:
        for match in _UNCLOSED.finditer(text):
            if not (_in_address(text, match.start()) or _is_shown(analysis, match)):
                yield Span(*match.span()), unescape(match[0] + ";") if match[0][0] == "&" else ""
    for match in _DROPPED.finditer(text):
        word = match[0].replace(" ", "")
        if word.lower() in shipped_lexicon("sentence-openers"):
            yield Span(*match.span()), word
    if "<" in text:
        shown = -1  # the sentence that shows a tag, and those that follow in it
        for match in _TAG.finditer(text):
            sentence = analysis.sentence_at(match.start())
            if sentence == shown or _is_shown(analysis, match):
                shown = sentence
            else:
                yield Span(*match.span()), ""
    if "[" in text:
        for match in _SHORTCODE.finditer(text):
            yield Span(*match.span()), ""


def is_a_tag(text: str, span: Span) -> bool:
    """Whether a stretch is a tag of HTML, of XML in use with text, or a comment of either, and nothing else."""
    return _TAG.fullmatch(text, span.start, span.end) is not None


def code_blocks(analysis: Analysis) -> Iterator[int]:
    """Yield the blocks that are style sheet or script rather than prose."""
    if not any(sign in analysis.text for sign in ("{", "}", "(", ";")):
        return
    for number, block in enumerate(analysis.blocks):
        if block.kind != "code" and _CODE_LINE.fullmatch(analysis.text, block.span.start, block.span.end):
            yield number


def _is_shown(analysis: Analysis, match: re.Match[str]) -> bool:
    """Whether a text shows the markup rather than uses it: as code, in quotation marks, beside "tag" or "code"."""
    span = Span(*match.span())
    block = analysis.blocks[analysis.block_at(span.start)]
    if block.kind == "code" or is_fenced(analysis.text, block.span):
        return True
    if analysis.text.count("`", block.span.start, span.start) % 2 == 1:
        return True
    return not _STUCK.match(analysis.text, span.start - 1, span.end + 1) and is_named(analysis, span)


def word_around(text: str, span: Span) -> Span:
    """The word in which something stands that is no letter of it: an editor looks for “Rwanda&rsquo;s”."""
    start, end = span.start, span.end
    least, most = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > least and (text[start - 1].isalpha() or text[start - 1] in _INNER):
        start -= 1
    while end < most:
        if text[end].isalpha() or text[end] in _INNER:
            end += 1
        elif text[end] == "&" and (again := _ENTITY.match(text, end)):
            end = again.end()
        else:
            break
    return Span(start, end)


def _last_word(text: str, offset: int) -> str:
    """The word before a place, with the space behind it, if it lost a letter too: `came out as “Zo? B?langer”`."""
    start = max(text.rfind(" ", 0, max(0, offset - 1)), text.rfind("\n", 0, offset)) + 1
    word = text[start:offset].lstrip("“\"‘'")
    return word if "?" in word else ""


def _around(text: str, offset: int) -> Span:
    start = end = offset
    while start > 0 and text[start - 1] not in " \t\r\n":
        start -= 1
    while end < len(text) and text[end] not in " \t\r\n":
        end += 1
    return Span(start, end)


def _in_address(text: str, offset: int) -> bool:
    scheme = text.rfind("://", max(0, offset - _LONGEST_ADDRESS), offset)
    return scheme >= 0 and not any(map(str.isspace, text[scheme:offset]))
