"""The chain over the words of a block: what it sees of them, and that its odds are those of all labellings."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp, isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.checks.boilerplate.chain import Chain, Row, row
from attribution_lint.checks.boilerplate.labelling import Labelling, runs
from attribution_lint.linter import Linter
from attribution_lint.nlp.parts import parts
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("BOI",)))


def seen(text: str) -> Row:
    analysis = LINTER.read_text(text, "draft.txt").analysis
    return row(parts(analysis)[0].analysis(analysis))


def chain(words: dict[str, float], passages: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> Chain:
    alone = {word: (weight, 0.0, 0.0) for word, weight in words.items()}
    return Chain(0.0, passages, 0.0, 0.0, alone, {}, {}, {}, {}, {}, {})


def test_a_row_tells_what_stands_between_words_and_where_sentences_begin() -> None:
    found = seen("Police left.Share this He paid 40 euros.")
    assert found.forms == ["police", "left", ".", "share", "this", "he", "paid", "NUM", "euros", "."]
    assert found.shapes == ["Aa", "a", ".", "Aa", "a", "Aa", "a", "9", "a", "."]
    assert found.gaps == ["^", " ", "", "", " ", " ", " ", " ", " ", "", "$"]
    assert found.first[0]


def test_a_row_knows_what_is_quoted() -> None:
    found = seen("“Share this,” she said.")
    assert [form for form, quoted in zip(found.forms, found.quoted, strict=True) if quoted and form.isalpha()] == [
        "share",
        "this",
    ]


def test_every_kind_of_sign_adds_what_it_weighs() -> None:
    weighed = Chain(
        constant=0.5,
        passages=(0.0, 0.0, 0.0, 0.0),
        first=0.25,
        quoted=0.0,
        words={"newsletter": (1.0, 2.0, 4.0)},
        openings={"newsl": 8.0},
        pairs={"newsletter .": (16.0, 32.0)},
        behind={"newsletter .": 512.0},
        ahead={"$ .": 1024.0},
        seams={"a.": (64.0, 128.0)},
        bends={"a.$$": 256.0},
    )
    *alone, our, newsletter, stop = Labelling(weighed).said([seen("Police left"), seen("Our newsletter.")])
    assert alone == [0.75, 0.5]
    assert our == 0.5 + 0.25 + 4.0
    assert newsletter == 0.5 + 1.0 + 8.0 + 32.0 + 128.0
    assert stop == 0.5 + 2.0 + 16.0 + 64.0 + 256.0 + 512.0 + 1024.0


def test_runs_are_the_words_that_are_likely_left_over() -> None:
    assert list(runs([-1.0, 2.0, 0.1, 0.0, 3.0])) == [(1, 3), (4, 5)]
    assert list(runs([])) == []


@given(
    st.lists(st.sampled_from(["tap", "river", "rose"]), min_size=1, max_size=6),
    st.tuples(*[st.floats(-4, 4)] * 3),
    st.tuples(*[st.floats(-3, 3)] * 4),
)
def test_the_odds_of_a_word_are_those_of_all_labellings(
    words: list[str], weights: tuple[float, ...], passages: tuple[float, float, float, float]
) -> None:
    given = dict(zip(["tap", "river", "rose"], weights, strict=True))
    stay, leave, enter, go_on = passages
    steps = {(True, True): stay, (True, False): leave, (False, True): enter, (False, False): go_on}
    left, story = [0.0] * len(words), [0.0] * len(words)
    for labels in product((True, False), repeat=len(words)):
        score = sum(given[word] for word, label in zip(words, labels, strict=True) if label)
        score += sum(steps[pair] for pair in pairwise(labels))
        for number, label in enumerate(labels):
            (left if label else story)[number] += exp(score)
    _, odds = Labelling(chain(given, passages)).log_odds([seen("rose"), seen(" ".join(words))])
    for value, over, copy in zip(odds, left, story, strict=True):
        assert isclose(value, log(over / copy), abs_tol=1e-6)


@pytest.mark.parametrize("weight", [1e6, -1e6])
def test_words_that_say_all_too_much_overflow_nothing(weight: float) -> None:
    (odds,) = Labelling(chain({"tap": weight}, (9.0, -9.0, -9.0, 9.0))).log_odds([seen("tap " * 400)])
    assert all((value > 0) == (weight > 0) for value in odds)
