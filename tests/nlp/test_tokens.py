"""The tokens are spaCy's own, whatever was read before; spaCy is imported without its command line."""

from __future__ import annotations

import subprocess
import sys

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.nlp import tokens
from attribution_lint.nlp.tokens import words_in
from attribution_lint.nlp.words import words_of

PIECES = [
    "said", "U.S.", "don't", "won’t", "Ph.D.", "(AP)", "“No,", "end.”", "10km", "$5.5m", "5%", "a.m.", "state-run",
    "either/or", "http://a.example/b?c=d", "x@y.example", ":)", ":", ")", "C++", "...", "—", "well—known", "’s", "'",
    "''", "\n\n", "\n", " ", "\t", "\xa0", "　", "é", "😀", "cannot", "1,000", "Jan.", "J.", "o'clock", "-_-", "_",
]  # fmt: skip
BLANK = spacy.blank("en")


RULES = sorted(BLANK.tokenizer.rules)
RUNS = st.from_regex(r"[“\"(]?[A-Za-z]{1,4}(?:[’']s)?[.,;:?!)”\"]{0,3}", fullmatch=True)


@given(
    st.lists(st.sampled_from(PIECES) | st.sampled_from(RULES) | RUNS | st.text(max_size=8), max_size=24),
    st.sampled_from(["", " "]),
)
def test_words_are_the_tokens_of_spacy(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    found, wanted = words_in(text), BLANK.make_doc(text)
    if max(map(len, text.split()), default=0) < tokens._LONGEST_RUN:
        kept = [token for token in wanted if not token.text.isspace()]
        assert found.text == [token.text for token in kept]
        assert found.start == [token.idx for token in kept]
        assert found.end == [token.idx + len(token.text) for token in kept]
        assert found == words_of(wanted)


@pytest.mark.parametrize("text", ["you'' ''We", ": ))", ": (:)", "he 's 's", "9 ;-) )", "8) ) :'( ("])
def test_an_exception_seen_across_a_space_is_left_to_spacy(text: str) -> None:
    assert words_in(text) == words_of(BLANK.make_doc(text))


def test_a_run_longer_than_any_word_is_cut_up() -> None:
    found = words_in("so " + "a" * 450 + " said")
    assert [(start, len(word)) for start, word in zip(found.start, found.text, strict=True)] == [
        (0, 2), (3, 200), (203, 200), (403, 50), (454, 4),
    ]  # fmt: skip


def test_lower_case_forms_have_plain_apostrophes() -> None:
    assert words_in("Won’t ''SAY''").lower == ["wo", "n't", "''", "say", "''"]


def test_a_full_tokenizer_makes_place_for_a_fresh_one() -> None:
    before = tokens._tokenizer()
    words_in(" ".join(f"w{number}" for number in range(tokens._MOST_RUNS + 1)))
    assert words_in("She said no.").text == ["She", "said", "no", "."]
    assert tokens._tokenizer() is not before


def test_spacy_comes_without_its_command_line_and_keeps_it() -> None:
    code = (
        "import sys, attribution_lint.nlp.pipeline, spacy; "
        "print(sorted({'spacy.cli', 'httpx', 'typer'} & set(sys.modules))); "
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__); "
        "import spacy.cli; print(spacy.cli.info.__module__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:3] == ["[]", "True", "spacy.cli.info"]
