"""Figures: the checkable quantities of a story, and only those.

Kept are the quantities that Reuters and AP ask a source for: shares, money, counts, tolls, rates, changes.
Dates, times, ages, durations, addresses, scores, names with numbers and idioms are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from attribution_lint.model import Span
from attribution_lint.nlp import numbers
from attribution_lint.nlp.analysis import Analysis, Figure, Sentence
from attribution_lint.packs import shipped_lexicon

_ROUND = frozenset({"a hundred", "a thousand", "a million", "a billion"})
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_CURRENCY_SIGN = r"(?:(?:US|U\.S\.|AU|NZ|HK|CA|A|C|S|R)?\$|[£€¥₹₦₽₩₪฿]|\b(?:Rs\.?|R(?=\d)|KSh|Ksh|Sh|GH₵|USD|EUR|GBP|INR|NGN|ZAR|AUD|CAD) ?)"
_PERCENT = r"(?: ?%|[ \xa0-]per ?cent(?:age)?\b)(?:[ -]points?\b)?|[ -]percentage[ -]points?\b|[ -]pct\b|[ -]?pp\b"
_N = numbers.NUMBER
_S = numbers.SCALE
# “and” and “or” join a range only where both ends share the unit behind them: “10 or 12 percent”.
_TO = rf"(?: ?[-–—] ?| to |-to-| (?:and|or) (?=(?:{_N})(?:{_S})?(?:{_PERCENT})))"

_SCREEN = re.compile(
    r"\d|[½⅓⅔¼¾]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|\w*hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores|tens|half|halves|"
    r"thirds?|quarters?|fourths?|fifths?|tenths?|doubl\w+|tripl\w+|quadrupl\w+|halv\w+|twice|\w+fold|lakhs?|crores?)\b",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    rf"(?<![\w.,/:#@&])(?<!\d[-–])(?P<sign>{_CURRENCY_SIGN})?(?P<low>{_N})(?P<scale>{_S})?(?P<percent>{_PERCENT})?"
    rf"(?P<to>{_TO}(?:{_CURRENCY_SIGN})?(?P<high>{_N})(?P<high_scale>{_S})?(?P<high_percent>{_PERCENT})?)?",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?: (?:of|and) "
    r"(?:dozens|hundreds|thousands|millions|billions|trillions))*)\b(?= (?:of|more|in|who|were|have|had|attended|died|"
    r"marched|protest|gathered|are|turned|fled|\w+ed)\b)|\ba (?:dozen|hundred|thousand|million|billion)(?= \w)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?:(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine)[ -](?P<part>half|thirds?|quarters?|fourths?|fifths?|"
    r"sixths?|sevenths?|eighths?|ninths?|tenths?)|(?P<half>half)(?= (?:of|the|its|their|his|her|that|those|these|as)\b|"
    r"(?<=nearly half)|(?<=about half)|(?<=than half)|(?<=almost half)|(?<=roughly half)|(?<=by half)|(?<=in half)))\b",
    re.IGNORECASE,
)
_FRACTION_FOLLOW = re.compile(
    r"\s+(?:of|as|more|less|fewer|higher|lower|to|from|said|say|were|are|have|had)\b|[ ,.;]*$"
)
_MULTIPLE = re.compile(
    rf"\b(?:(?:more than |nearly |almost |about )?(?:doubl(?:ed|ing)|tripl(?:ed|ing)|trebl(?:ed|ing)|quadrupl(?:ed|ing)|"
    rf"quintupl(?:ed|ing)|halv(?:ed|ing))|(?:twice|double|triple|quadruple)(?= (?:as|the (?!down)|that|what|its|their|his|her)\b)|"
    rf"(?:{_N}) times(?= (?:as|the|more|higher|larger|greater|that|what|its|their|likelier|bigger|faster|lower)\b)|"
    rf"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)-?fold)\b",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"\b(?:{numbers.WORDS}|\d+) (?:in(?: every)?|out of(?: every)?|of every) (?:{numbers.WORDS}|\d[\d,]*)\b(?! (?:years?|days?|hours?|"
    rf"weeks?|months?|minutes?))",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"[ -](?:(?:basis|percentage|national)[ -])?points?\b(?!-plan| plan| guard| of (?:view|order))", re.IGNORECASE
)
_POINT_NOUN = re.compile(
    r"-point\b(?! (?:plan|list|agenda|program|programme|scale|guard|strategy|proposal|system|font|manifesto))",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"(?P<gap>[ \t\r\n\xa0]+|[-–]|[’']|)(?P<one>[A-Za-z][\w’'.]*)?(?:[ \t\r\n-]+(?P<two>[A-Za-z][\w’']*))?"
    r"(?:[ \t\r\n-]+(?P<three>[A-Za-z][\w’']*))?"
)
_LEFT = re.compile(r"(?:(?P<two>[\w.&’'$]+)[ \t\r\n-]+)?(?P<one>[\w.&’'$#]+)(?P<gap>[ \t\r\n\xa0]+|[-–(]|)$")
_YEAR = re.compile(r"(?:1[5-9]\d\d|20\d\d)$")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|-?(?:st|nd|rd|th)-", re.IGNORECASE)
_TIME = re.compile(r"(?:[:.]\d\d)?[ \xa0]?(?:[ap]\.?m\b\.?|o[’']clock|hrs\b|GMT|EST|EDT|ET\b|BST)|:\d\d", re.IGNORECASE)
_AGE_AFTER = re.compile(
    r"(?:[- ]to[- ]\d+)?[- ]years?[- ]olds?|[- ](?:months?|weeks?|days?)[- ]old| (?:years?|months?) of age",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"(?:\bage[ds]?|\baged between|\bages of|\bage of|\bturn(?:ed|s|ing)?|\bunder the age of|\bat age) (?:just |only )?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r" (?:[NSEW]\.? )?(?:[A-Z][\w.’']*\s){1,3}(?:St(?:reet)?|Ave(?:nue)?|Blvd|Boulevard|Road|Rd|Drive|Lane|Ln|Way|Place|Square|Parkway|Pkwy|"
    r"Terrace|Highway|Court)\b"
)
_SKIP = re.compile(
    r"https?://\S+|www\.\S+|\b[\w.-]+\.(?:com|org|gov|net|edu|co|uk|io)\b\S*|[@#]\w+|<[^<>]{1,300}>|"
    r"(?:\+?\d{1,2}[-. ])?\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b\d{3}-\d{4}\b|\b\d{4,5} \d{6}\b|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|"
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|"
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?: ?(?:[-–]|to|and|or|&) ?(?:{_MONTH} )?\d{{1,2}}(?:st|nd|rd|th)?)?\b(?!,\d| ?%| per)(?:,? (?:1[5-9]|20)\d\d\b)?|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?(?: of)? {_MONTH}(?=\W)(?:,? (?:1[5-9]|20)\d\d\b)?|"
    r"\b[A-Z][a-z]+ \d{1,3}:\d{1,3}(?:-\d+)?|\b\d{1,2}[’'] ?\d{1,2}[”\"]?|\b[A-Za-z]+-?\d+[A-Za-z]*(?:-\d+)?\b|"
    r"\b\d+[A-Za-z]{1,3}\d\w*|[’'‘]?\b\d0s\b|\b\d{3}0s\b|\b(?:tw|th|f|s|e|n)\w+ties\b|"
    r"[$£€]\d+(?=[- ]bills?\b)|\bNo\. \d+(?:-\d+)?|\{[^{}]*\d[^{}]*\}|\b\d+px\b|§+ ?\d[\d.]*|\b\d+\((?:[a-z]|\d)\)(?:\(\d\))?|\b501 ?\(?c\)?\S*|\b401 ?\(?k\)?s?\b|"
    r"\b\d{1,2}-(?:foot|feet)-\d{1,2}\b|(?<!\d)\.\d{2}[- ](?:caliber|calibre)\b|\b\d+(?:\.\d+)?[- ]?mm\b",
)
# A sentence without a digit holds nothing of the above but these, and without one of their signs not even these.
_SKIP_WITHOUT_DIGITS = re.compile(
    r"https?://\S+|www\.\S+|\b[\w.-]+\.(?:com|org|gov|net|edu|co|uk|io)\b\S*|[@#]\w+|<[^<>]{1,300}>|"
    r"\b(?:tw|th|f|s|e|n)\w+ties\b"
)
_SKIP_SIGN = re.compile(r"https?://|www\.|\.(?:com|org|gov|net|edu|co|uk|io)\b|[@#]\w|<|ties\b")
_DIGIT = re.compile(r"\d")
_MULTIPLE_SIGN = re.compile(r"doubl|tripl|trebl|quadrupl|quintupl|halv|twice|times|fold", re.IGNORECASE)
_APPROXIMATE = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|approximately|some|at least|at most|more than|less than|fewer than|over|under|up to|"
    r"as many as|as much as|an estimated|estimated|close to|upward of|upwards of|just over|just under)\s+$",
    re.IGNORECASE,
)
_SPORT = re.compile(
    r"\b(?:beat|defeated|win|won|lost|lead|led|trail\w*|tied|victory|loss|game|match|set|season|record|playoffs?|goals?|innings?|halftime|"
    r"touchdown|quarterback|scored?|points?|seed|series|league|cup|coach|team)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"\b(?:votes?|voted|voting|ballots?|senate|house|council\w*|committee|board|court|justices?|ruling|ruled|poll\w*|percent|survey\w*|"
    r"lead\w*|trail\w*|margin|bill|measure|parliament|motion|majority|confirmed|approved|rejected|passed|favou?r\w*|resolution)\b",
    re.IGNORECASE,
)
_NOT_COUNTED = frozenset(
    (
        "of in on at by for with from to and or but that which who is are was were be been has have had will "
        "would can could may a an the as than then so if when while because it he she they we i you his her "
        "its their this these those there here not also his my am pm et est gmt times time o'clock"
    ).split()
)
_QUANTIFIED_LEFT = frozenset(
    (
        "about around roughly nearly almost approximately some over under than least most just only to by of "
        "another total estimated reached hit topped exceeded surpassed won lost has have had got gained need "
        "needs collected received earned drew with up down every included including cast many numbered totaled "
        "totalled averaged past remaining between more among all from killed"
    ).split()
)


@dataclass(frozen=True, slots=True)
class _Context:
    """The words around a number in its sentence, in lower case unless `raw_` says otherwise."""

    left: str
    left_two: str
    left_gap: str
    raw_left: str
    right: str
    right_two: str
    right_three: str
    right_gap: str
    raw_right: str


def find_figures(analysis: Analysis) -> list[Figure]:
    """Return the figures of a story in order; their status is settled later."""
    figures: list[Figure] = []
    for number, sentence in enumerate(analysis.sentences):
        if analysis.blocks[sentence.block].kind == "code":
            continue
        if any(map(_may_count, analysis.words.text[sentence.first : sentence.last])):
            figures += sorted(_in_sentence(analysis, number, sentence), key=lambda figure: figure.span.start)
    return figures


@lru_cache(maxsize=32768)
def _may_count(word: str) -> bool:
    """Whether a word is a number or says how many; asked of each word, as most sentences have none."""
    return _SCREEN.search(word) is not None


@lru_cache(maxsize=32768)
def _may_multiply(word: str) -> bool:
    return _MULTIPLE_SIGN.search(word) is not None


def _skipped(text: str, start: int, end: int) -> list[Span]:
    if _DIGIT.search(text, start, end):
        return [Span(*match.span()) for match in _SKIP.finditer(text, start, end)]
    if _SKIP_SIGN.search(text, start, end):
        return [Span(*match.span()) for match in _SKIP_WITHOUT_DIGITS.finditer(text, start, end)]
    return []


def _in_sentence(analysis: Analysis, number: int, sentence: Sentence) -> Iterator[Figure]:
    text, start, end = analysis.text, sentence.span.start, sentence.span.end
    taken = _skipped(text, start, end)
    taken += _idioms(text, sentence.span)
    multiplied = any(map(_may_multiply, analysis.words.text[sentence.first : sentence.last]))

    def free(span: Span) -> bool:
        return not any(span.overlaps(other) for other in taken)

    for kind, pattern in (("ratio", _RATIO), ("multiple", _MULTIPLE), ("fraction", _FRACTION), ("vague", _VAGUE)):
        if pattern is _MULTIPLE and not multiplied:
            continue
        for match in pattern.finditer(text, start, end):
            span = Span(*match.span())
            if free(span) and _is_loose_figure(text, kind, match, sentence.span):
                taken.append(span)
                rough = kind == "vague" and match.group().lower() not in _ROUND
                yield _figure(
                    analysis, number, sentence, span, kind if rough or kind != "vague" else "magnitude", vague=rough
                )
    shares = False
    waiting: list[tuple[Span, re.Match[str], _Context]] = []
    for match in _QUANTITY.finditer(text, start, end):
        found = _strong(analysis, match, sentence)
        if found is None:
            span = Span(*match.span())
            if free(span):
                waiting.append((span, match, _context(text, span, sentence.span)))
            continue
        span, kind = found
        if free(Span(match.start("low"), match.end("low"))) or (
            kind in {"money", "percent"} and not _inside(span, taken)
        ):
            taken.append(span)
            shares = shares or kind in {"percent", "points"}
            yield _figure(analysis, number, sentence, span, kind, match)
    for span, match, context in waiting:
        weak = _weak(text, span, match, context, sentence, shares)
        if weak and free(span):
            if weak != "score":
                span = (
                    Span(match.start("low"), match.end("scale") if match["scale"] else match.end("low"))
                    if not (match["to"] and _is_range(match))
                    else span
                )
            taken.append(span)
            yield _figure(analysis, number, sentence, span, weak, match)


def _inside(span: Span, others: list[Span]) -> bool:
    return any(other.covers(span) for other in others)


@cache
def _idiom_pattern() -> re.Pattern[str]:
    phrases = sorted(shipped_lexicon("figure-idioms"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.IGNORECASE)


def _idioms(text: str, sentence: Span) -> list[Span]:
    return [Span(*match.span()) for match in _idiom_pattern().finditer(text, sentence.start, sentence.end)]


def _is_loose_figure(text: str, kind: str, match: re.Match[str], sentence: Span) -> bool:
    context = _context(text, Span(*match.span()), sentence)
    if context.right in shipped_lexicon("figure-durations") or (
        context.right in {"of", "a", "an", "more"} and context.right_two in shipped_lexicon("figure-durations")
    ):
        return False
    if kind == "fraction":
        if match["half"]:
            return True
        if match["count"] in {"a", "an", "one"} and match["part"].lower() in {
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "half",
            "quarter",
        }:
            if match.group()[len(match["count"])] == "-":
                return True
            named = text[match.end() : match.end() + 2] == ", " and text[match.end() + 2 : match.end() + 3].isupper()
            return context.right in {"of", "as", "more", "to", "are", "were", "say", "said", "likely"} or (
                not named
                and not context.right
                and (text[match.end() : match.end() + 1] in ",.;")
                and match["count"].lower() != "one"
                and context.left not in {"for", "in", "as"}
            )
        return match["part"].endswith("s")
    if kind == "multiple":
        if not match.group().lower().endswith(("ed", "ing")):
            return True
        return not (
            context.right in {"down", "back", "over", "up", "as", "bogey", "play"} or context.left in {"a", "the"}
        )
    if kind == "vague" and match.group().lower().startswith("a "):
        return (
            context.right not in {"times", "reasons", "and", "ways", "or", "miles", "dollar"}
            and context.right_gap == " "
        )
    if kind == "ratio":
        return not (context.left in {"no.", "number"} or context.right in {"the", "a"})
    return True


def _context(text: str, span: Span, sentence: Span) -> _Context:
    right = _RIGHT.match(text, span.end, sentence.end)
    left = _LEFT.search(text, max(sentence.start, span.start - 40), span.start)
    raw_left = (left["one"] if left else "") or ""
    raw_right = (right["one"] if right else "") or ""
    return _Context(
        left=raw_left.lower().strip("’'"),
        left_two=((left["two"] if left else "") or "").lower(),
        left_gap=(left["gap"] if left else "") or "",
        raw_left=raw_left,
        right=raw_right.lower().rstrip("."),
        right_two=((right["two"] if right else "") or "").lower(),
        right_three=((right["three"] if right else "") or "").lower(),
        right_gap=(right["gap"] if right else "") or "",
        raw_right=raw_right,
    )


def _is_range(match: re.Match[str]) -> bool:
    low, high = numbers.value_of(match["low"]), numbers.value_of(match["high"])
    if low is None or high is None:
        return False
    joined = match["to"][: match.start("high") - match.start("to")].strip()
    return joined not in {"and", "or"}


def _strong(analysis: Analysis, match: re.Match[str], sentence: Sentence) -> tuple[Span, str] | None:
    """A number with a unit that makes it a figure whatever its size: money, percent, points, millions."""
    text = analysis.text
    low_end = match.end("scale") if match["scale"] else match.end("low")
    whole = Span(match.start(), match.end())
    short = Span(match.start(), match.end("percent") if match["percent"] else low_end)
    ranged = bool(match["to"]) and (
        _is_range(match) or (bool(match["high_percent"]) and match["to"].startswith((" and", " or")))
    )
    span = whole if ranged else short
    after = text[span.end : span.end + 14]
    if match["percent"] or (ranged and match["high_percent"]):
        return span, "percent"
    if (
        points := _POINTS.match(text, span.end, sentence.span.end)
        if text[span.end : span.end + 1] != "-"
        else _POINT_NOUN.match(text, span.end, sentence.span.end)
    ):
        if (
            _VOTE.search(text, sentence.span.start, sentence.span.end)
            or "basis" in points.group()
            or "percentage" in points.group()
            or (
                re.search(
                    r"\b(?:index|shares?|stocks?|Dow|Nasdaq|rose|fell|lead|rate|support|unemployment)\b",
                    text[sentence.span.start : sentence.span.end],
                )
            )
        ):
            return Span(span.start, points.end()), "points"
        return None
    if match["sign"]:
        if after.lower().startswith(("-bill ", " bill", "-a-", " bills")) and not after.lower().startswith(
            (" billi", "-billi")
        ):
            return None
        return span, "money"
    unit = re.match(
        r"[ \xa0-](?:(?:US|American|Australian|Canadian|Hong Kong|Singapore|New Zealand) )?([A-Za-z]+)",
        text[span.end : sentence.span.end],
    )
    if (
        unit
        and unit[1].lower() in shipped_lexicon("figure-currencies")
        and not (
            unit[1].lower() in {"pound", "pounds", "won", "real", "baht"}
            and not _is_money_pound(text, span, unit[1].lower())
        )
    ):
        return Span(span.start, span.end + unit.end()), "money"
    if match["scale"] and match["scale"].strip(" -\xa0").lower() not in {"dozen", "hundred"} and unit_is_counted(after):
        return span, "magnitude"
    return None


def _is_money_pound(text: str, span: Span, unit: str) -> bool:
    after = text[span.end : span.end + 40].lower()
    return unit in {"pound", "pounds"} and bool(
        re.match(r"[ -]pounds? (?:sterling|a (?:week|month|year)|per|to pay|in (?:fines|cash|debt))", after)
    )


def unit_is_counted(after: str) -> bool:
    """Whether what follows a magnitude is not a unit of time."""
    word = re.match(r"[ -]?([A-Za-z’']+)", after)
    return word is None or word[1].lower() not in shipped_lexicon("figure-durations")


def _weak(
    text: str, span: Span, match: re.Match[str], context: _Context, sentence: Sentence, shares: bool
) -> str | None:
    """Decide on a bare number by the words around it; return its kind, or None if it is no figure."""
    low = match["low"]
    value = numbers.value_of(low + (match["scale"] or ""))
    if value is None:
        return None
    ranged = bool(match["to"]) and _is_range(match)
    if ranged:
        if _is_vote_pair(text, span, match, context, sentence):
            return "score"
        if (
            re.search(r"[-–]", match["to"])
            and context.right not in shipped_lexicon("figure-casualties")
            and (value < 10 or not context.right or _SPORT.search(text, sentence.span.start, sentence.span.end))
        ):
            return None
    else:
        context = _context(
            text, Span(match.start(), match.end("scale") if match["scale"] else match.end("low")), sentence.span
        )
    if _is_named(text, match, value, context, sentence):
        return None
    casualties = shipped_lexicon("figure-casualties")
    if (
        value >= 2
        and context.right_gap != "-"
        and (
            context.right in casualties
            or context.right_two in casualties
            or (
                context.right
                in {
                    "people",
                    "others",
                    "officers",
                    "soldiers",
                    "troops",
                    "civilians",
                    "children",
                    "workers",
                    "men",
                    "women",
                    "students",
                    "were",
                    "more",
                    "residents",
                    "passengers",
                    "protesters",
                    "victims",
                }
                and context.right_three in casualties
            )
            or (
                context.left
                in {
                    "killed",
                    "killing",
                    "wounded",
                    "wounding",
                    "injured",
                    "injuring",
                    "kills",
                    "left",
                    "arrested",
                    "hurting",
                }
                and (
                    context.left != "left"
                    or re.search(r"\b(?:dead|injured|wounded|homeless)\b", text[span.end : span.end + 40])
                )
                and context.right not in shipped_lexicon("figure-durations")
            )
            or (
                context.left in {"least", "than", "some", "about", "nearly"}
                and context.left_two in {"killed", "killing", "at", "wounding", "injuring", "wounded", "injured"}
                and context.left_two not in {"at"}
                and value >= 2
            )
        )
    ):
        return "casualty"
    if value < 10:
        return None if not (shares and low[0].isdigit() and _is_share(text, span, context)) else "share"
    if shares and low[0].isdigit() and value <= 100 and (not context.right or context.right in _NOT_COUNTED):
        return "share"
    if "," in low:
        return "magnitude"
    if context.right_gap in {"-", "–"} and context.right:
        return (
            "count"
            if context.right
            in {
                "member",
                "seat",
                "vote",
                "delegate",
                "person",
                "people",
                "acre",
                "mile",
                "ton",
                "tonne",
                "strong",
                "odd",
                "plus",
                "count",
                "unit",
                "bed",
                "story",
            }
            else None
        )
    if context.right and context.right not in _NOT_COUNTED:
        return "count"
    if context.left in _QUANTIFIED_LEFT or (
        context.right in {"of", "in", "to", "from", "were", "are", "have", "had", "would", "who"} and value >= 10
    ):
        return "count" if not (context.left in {"in", "since", "by", "of"} and _YEAR.fullmatch(low)) else None
    return "count" if value >= 120 and not _YEAR.fullmatch(low) else None


def _is_share(text: str, span: Span, context: _Context) -> bool:
    return not context.right or (
        context.right in {"and", "for", "to", "among", "in"} and context.left not in {"no", "no."}
    )


def _is_vote_pair(text: str, span: Span, match: re.Match[str], context: _Context, sentence: Sentence) -> bool:
    if match["scale"] or match["high_scale"] or match["sign"]:
        return False
    start, end = sentence.span.start, sentence.span.end
    low, high = numbers.value_of(match["low"]), numbers.value_of(match["high"])
    if low is None or high is None or max(low, high) < 4 or context.right in shipped_lexicon("figure-durations"):
        return False
    if not _VOTE.search(text, start, end):
        return False
    if re.search(r"\b(?:record of|season|playoffs?|innings|goals?|championship|league)\b", text[start:end]):
        return False
    if context.right and context.right not in _NOT_COUNTED | {
        "vote",
        "votes",
        "decision",
        "ruling",
        "majority",
        "margin",
        "against",
        "percent",
    }:
        return False
    return not (_YEAR.fullmatch(match["low"]) or _is_age_group(text, match, sentence))


def _is_age_group(text: str, match: re.Match[str], sentence: Sentence) -> bool:
    before = text[max(sentence.span.start, match.start() - 30) : match.start()].lower()
    return bool(
        re.search(
            r"\b(?:ages?|aged|voters|people|men|women|adults|those|old|between)\s+(?:aged\s+)?(?:from\s+)?$", before
        )
    )


def _is_named(text: str, match: re.Match[str], value: float, context: _Context, sentence: Sentence) -> bool:
    """Dates, times, ages, identifiers, names, durations: numbers that claim nothing."""
    low = match["low"]
    start, stop = match.start(), match.end("scale") if match["scale"] else match.end("low")
    after = text[stop : stop + 40]
    before = text[max(sentence.span.start, start - 40) : start]
    durations = shipped_lexicon("figure-durations")
    adjectives = shipped_lexicon("figure-adjectives")
    if _ORDINAL.match(after) or _TIME.match(after) or _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    if context.right in durations or (
        context.right in adjectives | {"or", "to"}
        and (context.right_two in durations or context.right_three in durations)
    ):
        return True
    if (
        match["to"]
        and context.right in {"to", "and", "or"}
        and _context(text, Span(match.start(), match.end()), sentence.span).right in durations
    ):
        return True
    if _YEAR.fullmatch(low) and (
        not context.right
        or context.right in _NOT_COUNTED
        or context.raw_right[:1].isupper()
        or context.left
        in {
            "in",
            "since",
            "until",
            "by",
            "from",
            "the",
            "of",
            "late",
            "early",
            "mid",
            "during",
            "before",
            "after",
            "and",
            "to",
            "its",
            "his",
            "her",
            "their",
        }
        or context.right_gap in {"-", "–"}
        or not _counts_people(context)
    ):
        return True
    if (
        low[0].isdigit()
        and context.left in shipped_lexicon("figure-labels")
        and context.left_gap.strip("-") in {" ", ""}
        and (
            context.raw_left[0].isupper()
            or context.left
            in {"no.", "nos.", "page", "pages", "line", "section", "sections", "paragraph", "number", "chapter"}
        )
    ):
        return True
    if context.raw_left.endswith("#") or before.endswith("#"):
        return True
    if _ADDRESS.match(after):
        return True
    if re.search(r"[a-z.], $", before) and re.match(r", ", after) and 1 <= value < 120 and low.isdigit():
        return True  # Jane Doe, 45, …
    if re.search(r"\($", before) and re.match(r"\)", after):
        return True
    if (
        re.search(r"\b(?:he|she|I|they)(?: is| was| were|’s|'s|’m) (?:now |only |just )?$", before)
        and value < 110
        and (not context.right or context.right in {"when", "and", "now", "years", "at", "but"})
    ):
        return True
    if (
        context.raw_left[:1].isupper()
        and context.left_gap == " "
        and low[0].isdigit()
        and value < 1000
        and not context.right
        and (re.match(r"[,.;:)”\"’]|$", after) and start > sentence.span.start and context.left not in _QUANTIFIED_LEFT)
        and not _VOTE.search(text, sentence.span.start, sentence.span.end)
    ):
        return True  # Ocean’s 11
    if low[0].isupper() and start > sentence.span.start and context.raw_right[:1].isupper():
        return True  # Ten Commandments
    if start == sentence.span.start and re.match(r"[.):] ", after) and low.isdigit():
        return True  # a list number
    if (
        context.right in {"and", "or"}
        and context.right_two in {"over", "older", "under", "up", "younger", "above"}
        and value < 100
    ):
        return True
    if (
        re.search(r"\b(?:over|under|younger than|older than)\s+$", before)
        and 16 <= value <= 90
        and not context.right
        and re.search(
            r"\b(?:people|voters|women|men|those|adults|anyone|everyone|children|kids)\s+(?:\w+\s+)?(?:over|under|younger than|older than)\s+$",
            before,
        )
    ):
        return True
    return bool(
        context.right_gap in {"-", "–"}
        and context.right
        in durations
        | {
            "time",
            "inch",
            "foot",
            "step",
            "point",
            "day",
            "hour",
            "year",
            "week",
            "minute",
            "page",
            "way",
            "term",
            "part",
            "story",
            "game",
            "round",
            "degree",
        }
    )


def _counts_people(context: _Context) -> bool:
    return context.right in {
        "people",
        "troops",
        "jobs",
        "delegates",
        "homes",
        "votes",
        "deaths",
        "cases",
        "workers",
        "miles",
        "feet",
        "acres",
        "soldiers",
        "students",
        "square",
        "dead",
        "points",
        "pages",
        "emails",
        "dollars",
        "employees",
        "patients",
        "houses",
    }


def _figure(
    analysis: Analysis,
    number: int,
    sentence: Sentence,
    span: Span,
    kind: str,
    match: re.Match[str] | None = None,
    vague: bool = False,
) -> Figure:
    text = analysis.text
    context = _context(text, span, sentence.span)
    noun = ""
    if kind in {"count", "magnitude", "casualty", "vague", "fraction", "ratio"}:
        noun = _counted(context)
    value = high = None
    if match is not None:
        value = numbers.value_of(
            match["low"] + (match["scale"] or (match["high_scale"] if span.end >= match.end() else "") or "")
        )
        if match["to"] and span.end >= match.end("high"):
            high = numbers.value_of(match["high"] + (match["high_scale"] or ""))
    before = text[max(sentence.span.start, span.start - 30) : span.start]
    return Figure(
        span=span,
        kind=kind,
        sentence=number,
        block=sentence.block,
        value=value,
        high=high,
        unit=_unit(text, span, kind),
        noun=noun,
        approximate=bool(_APPROXIMATE.search(before)),
        vague=vague,
    )


def _counted(context: _Context) -> str:
    adjectives = shipped_lexicon("figure-adjectives")
    for word in (context.right, context.right_two, context.right_three):
        if word and word not in adjectives and word != "of" and word not in {"the", "its", "their"}:
            return word if word not in _NOT_COUNTED else ""
    return ""


def _unit(text: str, span: Span, kind: str) -> str:
    if kind == "percent":
        return "points" if "point" in text[span.start : span.end].lower() else "%"
    if kind == "points":
        return "points"
    if kind == "money":
        sign = re.match(_CURRENCY_SIGN, text[span.start : span.end], re.IGNORECASE)
        return sign.group().strip() if sign else text[span.start : span.end].rsplit(None, 1)[-1].lower()
    return ""
