"""Readability measures: right by hand, and without any network."""

from __future__ import annotations

import subprocess
import sys

from attribution_lint.draft import Draft
from attribution_lint.formats.plain import read
from attribution_lint.nlp.analysis import analysis_of
from attribution_lint.nlp.measures import Measures, measure
from attribution_lint.nlp.pipeline import analyse


def _measures(text: str) -> Measures:
    return measure(analysis_of(analyse(read(Draft("draft.txt", text)))))


def test_counts_and_scores_follow_their_formulas() -> None:
    found = _measures("The cat sat on the mat. The dog ran.")
    assert (found.words, found.sentences, found.words_per_sentence, found.longest_sentence) == (9, 2, 4.5, 6)
    assert found.reading_ease == 117.7  # 206.835 - 1.015 * 4.5 - 84.6 * 9 / 9
    assert found.grade == -2.0  # 0.39 * 4.5 + 11.8 * 9 / 9 - 15.59
    assert found.fog == 1.8  # 0.4 * 4.5


def test_long_words_count_by_their_syllables() -> None:
    found = _measures("Responsibility matters.")
    assert found.reading_ease == -133.6  # 206.835 - 1.015 * 2 - 84.6 * (6 + 2) / 2
    assert found.fog == 20.8  # 0.4 * (2 + 100 * 1 / 2)


def test_a_draft_without_words_measures_nothing() -> None:
    assert _measures("\n") == Measures(0, 0, 0.0, 0, 0.0, 0.0, 0.0)


def test_nothing_reaches_for_the_network() -> None:
    code = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError("the network was asked for")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
from attribution_lint.nlp.measures import grade
print(grade("The committee reconsidered its recommendation. It met again."))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) > 5
