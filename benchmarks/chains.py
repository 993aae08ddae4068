"""Trains the chain that tells which words of a block were left over.

It learns from the blocks of drafts whose residue is known, and from paragraphs with a piece of residue put into them:
between two sentences or two words, spaced or glued, as scrapers do it.
Needs python-crfsuite (`pip install -e '.[fit]'`).
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

import pycrfsuite

from attribution_lint.checks.boilerplate.chain import BEGIN, END, Chain, Row
from attribution_lint.checks.boilerplate.labelling import Labelling
from attribution_lint.checks.boilerplate.wording import PREFIX

HOST = 80  # characters of a paragraph that is long enough to hold a piece
LEFT, STORY = "I", "O"
_SETTINGS = {"c1": 1.0, "c2": 0.01, "max_iterations": 50, "feature.minfreq": 2, "feature.possible_transitions": True}
_LIGHTEST = 0.05
_CLOSE = 0.05  # how near ours and the trainer's own log-odds must be, given what is too light to keep
_UNSTOPPED, _AT_A_SENTENCE = 0.35, 0.5
_SPACING = ((0.7, " ", " "), (0.8, "", " "), (0.87, " ", ""), (0.95, "", ""), (1.0, "\n", "\n"))


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words of a block and which were left over; the sets it comes from, and how often it counts."""

    row: Row
    left: Sequence[bool]
    of: frozenset[str]
    often: int = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of a set, and where sentences begin and end in it."""

    of: str
    text: str
    seams: Sequence[int] = ()


def put_together(
    hosts: Sequence[Passage], pieces: Sequence[Passage], count: int
) -> Iterator[tuple[str, int, int, frozenset[str]]]:
    """Yield paragraphs with a piece of residue in them: the text, where that stands, and the sets of both."""
    chance = random.Random(0)
    for _ in range(count):
        host, piece = chance.choice(hosts), chance.choice(pieces)
        yield *put_in(host, piece.text, chance), frozenset((host.of, piece.of))


def put_in(host: Passage, piece: str, chance: random.Random) -> tuple[str, int, int]:
    """Return a paragraph with a piece of residue between two of its sentences or words, and where that stands."""
    said = (piece.rstrip(".!") if chance.random() < _UNSTOPPED else "") or piece
    words = [number + 1 for number, sign in enumerate(host.text) if sign == " "]
    seams = host.seams if chance.random() < _AT_A_SENTENCE else words
    at = chance.choice(seams or [len(host.text)])
    luck = chance.random()
    behind, ahead = next((behind, ahead) for most, behind, ahead in _SPACING if luck <= most)
    left, right = host.text[:at].rstrip(), host.text[at:].lstrip()
    left += behind if left else ""
    return left + said + (ahead if right else "") + right, len(left), len(left) + len(said)


def attributes(row: Row) -> Iterator[list[str]]:
    """Yield the names of the signs of each word, as the trainer is to know them."""
    forms, shapes, gaps = [BEGIN, *row.forms, END], [BEGIN, *row.shapes, END], row.gaps
    forms.append(END)
    for place, form in enumerate(row.forms):
        number = place + 1
        before, here, after = shapes[number - 1], shapes[number], shapes[number + 1]
        gap, next_gap = gaps[place], gaps[place + 1]
        seam = f"{before}{gap}{here}"
        names = [
            "constant",
            f"words0 {form}",
            f"words1 {forms[number - 1]}",
            f"words2 {forms[number + 1]}",
            f"pairs0 {forms[number - 1]} {form}",
            f"pairs1 {form} {forms[number + 1]}",
            f"seams0 {seam}",
            f"seams1 {here}{next_gap}{after}",
            f"bends {seam}{next_gap}{after}",
            f"shaped_behind {forms[number - 1]} {gap}{here}",
            f"shaped_ahead {forms[number + 1]} {gap}{here}",
        ]
        if len(form) > PREFIX and form.isalpha():
            names.append(f"openings {form[:PREFIX]}")
        if row.first[place]:
            names.append("first")
        if row.quoted[place]:
            names.append("quoted")
        yield names


def train(labelled: Sequence[Labelled]) -> Chain:
    """Return the chain fitted to blocks."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_SETTINGS)
    for each in labelled:
        for _ in range(each.often if each.row.forms else 0):
            trainer.append(list(attributes(each.row)), [LEFT if left else STORY for left in each.left])
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        chain = _chain(tagger)
        _check(chain, tagger, labelled[:: max(1, len(labelled) // 50)])
        tagger.close()
    return chain


def _chain(tagger: pycrfsuite.Tagger) -> Chain:
    """What the tagger knows, as what each sign adds to the log-odds of its word."""
    info = tagger.info()
    names = {name for name, _ in info.state_features}
    odds = {
        name: info.state_features.get((name, LEFT), 0.0) - info.state_features.get((name, STORY), 0.0)
        for name in sorted(names)
    }
    tables: dict[str, dict[str, float]] = {}
    for name, value in odds.items():
        kind, _, sign = name.partition(" ")
        if abs(value) >= _LIGHTEST or not sign:
            tables.setdefault(kind, {})[sign] = round(value, 2)

    def alone(kind: str) -> float:
        return tables.get(kind, {}).get("", 0.0)

    def of(kind: str, sign: str) -> float:
        return tables.get(kind, {}).get(sign, 0.0)

    def both(kind: str) -> dict[str, tuple[float, float]]:
        """What two in a row say of the second and of the first."""
        signs = sorted({*tables.get(f"{kind}0", {}), *tables.get(f"{kind}1", {})})
        return {sign: (of(f"{kind}0", sign), of(f"{kind}1", sign)) for sign in signs}

    words = sorted(set().union(*(tables.get(f"words{number}", {}) for number in range(3))))
    passages = info.transitions
    return Chain(
        alone("constant"),
        (
            passages.get((LEFT, LEFT), 0.0),
            passages.get((LEFT, STORY), 0.0),
            passages.get((STORY, LEFT), 0.0),
            passages.get((STORY, STORY), 0.0),
        ),
        alone("first"),
        alone("quoted"),
        {word: (of("words0", word), of("words1", word), of("words2", word)) for word in words},
        tables.get("openings", {}),
        both("pairs"),
        tables.get("shaped_behind", {}),
        tables.get("shaped_ahead", {}),
        both("seams"),
        tables.get("bends", {}),
    )


def _check(chain: Chain, tagger: pycrfsuite.Tagger, some: Sequence[Labelled]) -> None:
    """Raise ValueError if what ours says of words is not what the trainer's says."""
    off = []
    for each, odds in zip(some, Labelling(chain).log_odds([each.row for each in some]), strict=True):
        tagger.set(list(attributes(each.row)))
        for number, value in enumerate(odds):
            chance = tagger.marginal(LEFT, number)
            off.append(abs(chance - 1 / (1 + exp(-value))))
    if off and sum(off) / len(off) > _CLOSE:
        raise ValueError(f"the chain is {sum(off) / len(off):.3f} off what was fitted")
