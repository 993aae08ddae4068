"""How far a block reads like a page and not like a report: what its words, its voice and its shape weigh together.

Lexicons know wordings; this knows a register. The weights are those of a logistic regression (Cox, "The regression
analysis of binary sequences", 1958) over residue and over paragraphs of news, fitted by `benchmarks/register.py` and
kept in the lexicon `residue-register`: a sign and the natural logarithm of the odds that it adds. A sign is of the
wording (`wording.py`), what `evidence.py` says of a unit (`=asks`), a topic and its grade (`topic:rights:3`), or how
the block stands in its story (`misfit.py`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import fsum

from attribution_lint.checks.boilerplate.families import BY_NAME, ORDER, Family
from attribution_lint.checks.boilerplate.phrases import Hit
from attribution_lint.checks.boilerplate.pieces import Tokens
from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.checks.boilerplate.verdict import LINE
from attribution_lint.checks.boilerplate.wording import pairs, shapes, words
from attribution_lint.packs import shipped_lexicon

LIKELY = 2.5  # log-odds from which a line of its own convicts
AT_THE_END = 0.7  # what the foot of a text, where pages add most, takes off that
HEADLINE = 2.0  # and from which the only line without a full stop among paragraphs is a headline from elsewhere
WITHIN_REACH = -2.5  # from which its standing in the story is asked for
_LEAST_SUBJECT = 0.9  # of the words and topics: without it voice and shape have to say more
_TELLING_SHAPE = 2.8
_OF_SHAPE = ("=", "all=", "end=", "words:", "units:", "shape", "mark:", "capitals:", "^ ")
AMONG_TITLES = 6.0  # for what stands as a headline or in a table
ASIDE = 5.0  # and what stands in brackets inside a paragraph
CERTAIN = 5.0  # and one that shares its names or its words with the story
IN_SPITE_OF_A_TELLER = 4.0  # from which a block convicts though a verb in it may report
ANNOUNCING = 4.3  # from which one that ends with a colon does: what follows may belong to it
AMONG_DIRECTIONS = 1.5  # what the voice of a recipe or a guide takes off
_SPEECH = frozenset({"said", "told", "says", '"', "“"})  # a block with one of these is told by somebody
_REPORTED = "reported"
_TELLS = frozenset({"somebody", "past"})  # "He pressed …"
_POSSIBLE = -0.2  # of the words alone, from which a block is looked at closely
_TOLD = -1.0  # below which a block without a phrase, a label or a telling topic is not looked at closely
_PLAINLY_TOLD = -3.0  # nor one with a topic
_VAGUE = "1"  # the grade of a topic that counts in company only
_LENGTHS = (2, 4, 7, 11, 17, 26, 40)
_MOST_UNITS = 3
_PROOF = 2  # what a degree of proof counts beside the grades of topics
ANY_FAMILY = "site"  # where nothing says which
_SERVICE = "service"
_A_NOTE = "note"
_A_FIELD = "placeholder"  # is told by its form
# What a verdict of other rules says, or where the block stands, does not count for its register.
_NOT_SIGNS = ("weighed", "sure", "tail")
_THROUGHOUT = frozenset(
    {"narrated", "lean", "alone", "past", "third", "untold", "short", "tiny", "label-line", "story", "itself", "you"}
    | {"self"}
)
_AT_THE_END = frozenset({"narrated", "past", "third", "untold", "label-line", "asks", "command"})


def leaning(signs: set[str], units: list[Unit], whole: bool = True) -> tuple[float, bool]:
    """Return the log-odds that a block with these signs and units was left over rather than reported.

    The second value says whether they may convict: nobody is named who told it, and its words have a part in them.
    What is not `whole` has a bracket in it that may be all that was left over.
    """
    graded = _graded()
    all_weights, subjects, topics = [_weights().get("constant", 0.0)], [0.0], defaultdict[str, list[float]](list)
    for sign in graded.keys() & signs:
        weight, topic = graded[sign]
        all_weights.append(weight)
        if topic is not None:
            (topics[topic] if topic else subjects).append(weight)
    # A set has no order, on which a plain sum of these fractions would depend.
    odds = fsum(all_weights)
    subject = fsum([*subjects, max(map(fsum, topics.values()), default=0.0)])
    untold = not any("told" in unit.known or unit.known >= _TELLS for unit in units)
    if odds <= IN_SPITE_OF_A_TELLER or not whole:
        untold = untold and all(_REPORTED not in unit.known for unit in units)
    return odds, untold and (subject >= _LEAST_SUBJECT or odds >= _TELLING_SHAPE)


def log_odds(signs: Iterable[str]) -> float:
    """Return the log-odds that a block with these signs was left over rather than reported."""
    return weighed(_weights(), signs)


def aside_log_odds(signs: Iterable[str]) -> float:
    """Return the log-odds that a sentence or a bracket with these signs does not belong to its block."""
    return weighed(_aside_weights(), signs)


def weighed(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """Return the log-odds that signs add up to."""
    return fsum((weights.get("constant", 0.0), *(weights.get(sign, 0.0) for sign in signs)))


def misfit(signs: Iterable[str]) -> float:
    """Return what the standing of a block in its story adds to the log-odds."""
    weights = _weights()
    return sum(weights.get(sign, 0.0) for sign in signs)


def weight(form: Iterable[str]) -> float:
    """Return what the words of a block alone add to the log-odds, each counted once."""
    return fsum(map(_weight_of, set(form)))


def could_lean(form: Iterable[str], said: float) -> bool:
    """Whether the words of a block, whose weight is `said`, let it be residue by its register."""
    return said > _POSSIBLE and _SPEECH.isdisjoint(form)


def is_out_of_reach(said: float, topics: Iterable[Hit] | None = None) -> bool:
    """Whether a block has the words of a report, whose weight is `said`, and no topic that would outweigh them.

    None as topics stands for any there could be.
    """
    telling = topics is None or any(hit.name[-1] != _VAGUE for hit in topics)
    return said < (_PLAINLY_TOLD if telling else _TOLD)


@lru_cache(maxsize=32768)
def _weight_of(word: str) -> float:
    weights = _weights()
    return sum(weights.get(sign, 0.0) for sign in words((word,)))


def signs(found: Tokens, first: int, last: int, units: list[Unit], topics: Iterable[Hit]) -> set[str]:
    """Return the signs of the tokens `first` up to `last`: their words, pairs and shapes, their units, their topics."""
    form = found.form[first:last]
    known = words(form)
    known.update(pairs(form))
    known.update(shapes(found, first, last))
    for unit in units:
        known.update(["=" + sign for sign in unit.known if not sign.startswith(_NOT_SIGNS)])
    if units:
        known.update("all=" + sign for sign in _THROUGHOUT.intersection(*(unit.known for unit in units)))
        known.update("end=" + sign for sign in _AT_THE_END & units[-1].known)
    count = sum(unit.words for unit in units)
    known.add(f"words:{next((most for most in _LENGTHS if count <= most), 'many')}")
    known.add(f"units:{min(len(units), _MOST_UNITS)}")
    for topic in topics:
        family, _, grade = topic.name.partition(" ")
        known.update(f"topic:{family}:{least}" for least in range(1, int(grade) + 1))
    return known


def likeliest(units: list[Unit]) -> Family | None:
    """Return the family that most speaks for in a block which is residue by its register.

    None if that family is one that what serves a reader ("Check your label") only looks like.
    """
    told = Counter[str]()
    if any(unit.proved.get(_A_NOTE, 0) >= LINE for unit in units):
        return BY_NAME[_A_NOTE]  # which may be in its place
    for unit in units:
        for name, degree in unit.proved.items():
            told[name] += _PROOF * degree
        told.update({name: grades for name, grades in unit.about.items() if name != _A_FIELD})
    if not told:
        return BY_NAME[ANY_FAMILY]
    most = max(told.values())
    family = BY_NAME[min((name for name in told if told[name] == most), key=ORDER.__getitem__)]
    serves = any(_SERVICE in unit.known for unit in units)
    idle = any("idle" in unit.known for unit in units) and "idle" in family.veto
    return None if idle or (serves and _SERVICE in family.veto) else family


@cache
def _graded() -> dict[str, tuple[float, str | None]]:
    """Return the weight of each sign, with the family of topics that it tells of; "" for words, None for the rest."""
    common = shipped_lexicon("words-common")
    found: dict[str, tuple[float, str | None]] = {}
    for sign, weight in _weights().items():
        if sign.startswith("topic:"):
            found[sign] = weight, sign.split(":")[1]
        else:
            speaks = weight > 0 and sign not in common and not sign.startswith(_OF_SHAPE)
            found[sign] = weight, "" if speaks else None
    return found


@cache
def _weights() -> dict[str, float]:
    return _read("residue-register")


@cache
def _aside_weights() -> dict[str, float]:
    return _read("residue-asides")


def _read(lexicon: str) -> dict[str, float]:
    rows = (line.rsplit(" ", 1) for line in shipped_lexicon(lexicon))
    return {sign: float(weight) for sign, weight in rows}
