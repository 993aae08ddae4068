"""The tokens are spaCy's own, whatever was read before; spaCy is imported without its command line."""

from __future__ import annotations

import subprocess
import sys

import spacy
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.nlp import pipeline
from attribution_lint.nlp.words import words_of

PIECES = [
    "said", "U.S.", "don't", "won’t", "Ph.D.", "(AP)", "“No,", "end.”", "10km", "$5.5m", "5%", "a.m.", "state-run",
    "either/or", "http://a.example/b?c=d", "x@y.example", ":)", ":", ")", "C++", "...", "—", "well—known", "’s", "'",
    "''", "\n\n", "\n", " ", "\t", "\xa0", "　", "é", "😀", "cannot", "1,000", "Jan.", "J.", "o'clock", "-_-", "_",
]  # fmt: skip
BLANK = spacy.blank("en")


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=24), st.sampled_from(["", " "]))
def test_tokens_are_those_of_spacy(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    found, wanted = pipeline._tokenized(text), BLANK.make_doc(text)
    assert [(token.text, token.idx, token.whitespace_) for token in found] == [
        (token.text, token.idx, token.whitespace_) for token in wanted
    ]
    words = words_of(found)
    kept = [token for token in wanted if not token.text.isspace()]
    assert words.text == [token.text for token in kept]
    assert words.start == [token.idx for token in kept]
    assert words.token == [token.i for token in kept]


def test_a_full_tokenizer_makes_place_for_a_fresh_one() -> None:
    before = pipeline._tokenizer()
    before._seen |= {str(number) for number in range(pipeline._MOST_WORDS + 1)}
    assert [token.text for token in pipeline._tokenized("She said no.")] == ["She", "said", "no", "."]
    assert pipeline._tokenizer() is not before


def test_spacy_comes_without_its_command_line_and_keeps_it() -> None:
    code = (
        "import sys, attribution_lint.nlp.pipeline, spacy; "
        "print(sorted({'spacy.cli', 'httpx', 'typer'} & set(sys.modules))); "
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__); "
        "import spacy.cli; print(spacy.cli.info.__module__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:3] == ["[]", "True", "spacy.cli.info"]
