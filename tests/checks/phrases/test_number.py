"""Agreement with a subject read whole, the forms of a cue, and possessives that lost or won their apostrophe."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT501", "One of the jurors were reported as saying that he slept.", "were", "was"),
        ("ATT501", "One of the lawyers for the miners have said the offer is fair.", "have", "has"),
        ("ATT501", "The mayor and her deputy has said the bridge is safe.", "has", "have"),
        ("ATT501", "Researcher at the institute say the ice is thin.", "Researcher", "Researchers"),
        ("ATT501", "Mr Tan, who have told the court he is ill, will stay.", "have", "has"),
        ("ATT501", "Two economist polled by the paper said rates would hold.", "economist", "economists"),
        ("ATT501", "A union officials said she expected the picket to last.", "officials", "official"),
        ("ATT501", "According to court document, the van was red.", "document", "documents"),
        ("ATT501", "The minister say on Tuesday that he had read the file.", "say", "said"),
        ("ATT501", "The report warn that the dam could fail.", "warn", "warns"),
        ("ATT502", "He was quoted by state radio as said that all was well.", "said", "saying"),
        ("ATT503", "The governments own figures show that few homes were built.", "governments", "government's"),
        ("ATT503", "The bakery lost money, according to it's accounts.", "it's", "its"),
        ("ATT503", "The childrens hospital said the ward was full.", "childrens", "children's"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "One of the jurors who were reported as late said so.",
        "If one of the jurors were told of it, he would leave, she said.",
        "Her friend and colleague has said the bridge is safe.",
        "A report by the mayor and her deputy has said the bridge is safe.",
        "Mr. Ruiz and Mr. Cole, who have told the court they are ill, will stay.",
        "There are, the diocese said, three under study.",
        "Half of the class could not do sums expected of them, she said.",
        "Doctors of BC wants the rate raised, he said.",
        "The governments own shares in the bank, she said.",
    ],
)
def test_correct_copy_stays_silent(text: str) -> None:
    assert diagnostics_of(text) == ()
