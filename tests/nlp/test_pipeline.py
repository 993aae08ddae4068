"""The analysis in its steps, as a spaCy Doc, and as a component of anyone's spaCy pipeline."""

from __future__ import annotations

from copy import deepcopy

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from attribution_lint import Linter
from attribution_lint.formats.plain import paragraphs
from attribution_lint.formats.prose import Block
from attribution_lint.nlp import pipeline
from attribution_lint.nlp.analysis import KEY, Analysis, Cue, analysis_of
from attribution_lint.nlp.pipeline import STEPS, Step
from attribution_lint.nlp.tokens import words_in
from benchmarks.stories import story

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


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


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


def test_it_says_what_it_assigns_and_that_it_requires_nothing(nlp: Language) -> None:
    told = nlp.analyze_pipes()
    assert told["summary"]["attribution_lint"]["assigns"] == ["doc.spans"]
    assert told["summary"]["attribution_lint"]["requires"] == []
    assert told["problems"] == {"attribution_lint": []}
    assert nlp.get_pipe_meta("attribution_lint").assigns == ["doc.spans"]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        story(1),
        "The dam cost ₹1,20,000/-, the U.S. said.\n\n“It can't hold,” she said :) ...",
        "So  " + "a" * 450 + " said\tMoss.",
        "",
    ],
    ids=["short", "long", "marks", "long run", "empty"],
)
def test_an_analysed_text_gives_the_doc_that_the_component_leaves(nlp: Language, linter: Linter, text: str) -> None:
    doc = linter.read_text(text, "draft.txt").doc.spacy_doc
    wanted = spacy.blank("en")(text)
    assert doc.text == text
    assert [(token.idx, token.text, token.whitespace_, token.norm_, token.like_num) for token in doc] == [
        (token.idx, token.text, token.whitespace_, token.norm_, token.like_num) for token in wanted
    ]
    left = nlp(text)
    assert list(doc.spans) == list(GROUPS)
    for name in GROUPS:
        assert [(span.start, span.end) for span in doc.spans[name]] == [
            (span.start, span.end) for span in left.spans[name]
        ]


def test_the_doc_of_a_draft_has_the_offsets_of_its_prose(linter: Linter) -> None:
    found = linter.read_text("**Rents** rose [14 percent](https://a.example), Moss said.", "draft.md")
    (figure,) = found.doc.spans["figures"]
    assert (figure.start_char, figure.end_char) == (11, 21)
    assert found.prose.text[11:21] == figure.text == "14 percent"


def test_the_doc_is_made_once_and_can_be_written_to_bytes(linter: Linter) -> None:
    found = linter.read_text(TEXT).doc
    doc = found.spacy_doc
    assert found.spacy_doc is doc
    assert found.spans["figures"].doc is doc
    assert groups(Doc(doc.vocab).from_bytes(doc.to_bytes())) == GROUPS


def test_linting_never_makes_the_doc(linter: Linter) -> None:
    found = linter.read_text(story(1))
    assert linter.lint(found).diagnostics
    assert "spacy_doc" not in vars(found.doc)
    assert found.doc.spans["figures"]
    assert "spacy_doc" in vars(found.doc)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.part)
def test_a_step_reads_no_more_than_it_requires(step: Step) -> None:
    text = "\n\n".join(
        [TEXT, "“We know,” Moss said. “We act.” Two in five pay $40 a week, according to Zillow.", story(1)]
    )
    whole = _bare(text)
    for each in STEPS[: STEPS.index(step)]:
        setattr(whole, each.part, each.find(whole))
    least = _bare(text)
    for part in step.requires:
        setattr(least, part, deepcopy(getattr(whole, part)))
    assert (found := step.find(whole))
    assert step.find(least) == found
    assert [getattr(least, part) for part in step.requires] == [getattr(whole, part) for part in step.requires]


def test_a_step_can_be_exchanged(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def find_no_cues(analysis: Analysis) -> list[Cue]:
        return []

    exchanged = [step._replace(find=find_no_cues) if step.part == "cues" else step for step in STEPS]
    monkeypatch.setattr(pipeline, "STEPS", exchanged)
    found = groups(nlp(TEXT))
    assert found == GROUPS | {"cues": [], "sources": [], "attributions": []}


def _bare(text: str) -> Analysis:
    """The analysis of a text before any step."""
    return Analysis(text, tuple(Block(span, span) for span in paragraphs(text)), words_in(text))
