"""The analysis as a component of anyone's spaCy pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from attribution_lint.nlp.analysis import KEY, analysis_of

TEXT = "“Rents rose 14 percent,” said Ada Moss, the mayor.\n\nA report found that 2,300 homes stood empty."
GROUPS = {
    "quotes": ["“Rents rose 14 percent,”"],
    "figures": ["14 percent", "2,300"],
    "cues": ["said", "found"],
    "sources": ["Ada Moss, the mayor", "A report"],
    "attributions": ["“Rents rose 14 percent,”", "that 2,300 homes stood empty."],
}


@pytest.fixture
def nlp() -> Language:
    found = spacy.blank("en")
    found.add_pipe("attribution_lint")
    return found


def groups(doc: Doc) -> dict[str, list[str]]:
    return {name: [span.text for span in spans] for name, spans in doc.spans.items()}


def test_what_it_finds_stands_in_span_groups(nlp: Language) -> None:
    assert groups(nlp(TEXT)) == GROUPS


def test_a_text_without_anything_has_empty_groups(nlp: Language) -> None:
    assert groups(nlp("")) == {name: [] for name in GROUPS}


def test_a_doc_can_be_written_to_bytes_and_read_again(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert KEY not in doc.user_data
    assert groups(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == GROUPS


def test_a_pipeline_can_be_written_to_bytes_and_read_again(nlp: Language) -> None:
    again = spacy.blank("en")
    again.add_pipe("attribution_lint")
    assert groups(again.from_bytes(nlp.to_bytes())(TEXT)) == GROUPS


def test_the_analysis_stays_if_asked_to() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("attribution_lint", config={"keep_analysis": True})
    found = analysis_of(nlp(TEXT))
    assert [(found.slice(figure.span), figure.status) for figure in found.figures] == [
        ("14 percent", "attributed"),
        ("2,300", "attributed"),
    ]


def test_texts_of_a_stream_do_not_mix(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT, "Moss smiled.", TEXT]))
    assert [groups(doc)["cues"] for doc in docs] == [["said", "found"], [], ["said", "found"]]


@pytest.mark.slow
def test_it_works_in_several_processes(nlp: Language) -> None:
    assert [groups(doc) for doc in nlp.pipe([TEXT] * 4, n_process=2)] == [GROUPS] * 4


def test_it_goes_with_the_components_of_others() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("attribution_lint", last=True)
    doc = nlp(TEXT)
    assert len(list(doc.sents)) == 2
    assert groups(doc) == GROUPS


def test_a_span_that_splits_a_token_is_widened_to_it(nlp: Language) -> None:
    doc = nlp("The dam cost ₹1,20,000/-.")
    assert [span.text for span in doc.spans["figures"]] == ["₹1,20,000/-"]
