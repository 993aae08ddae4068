"""Forms in *-ing* as the only verb of a clause that a pronoun opens."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("In court on Thursday he admitting that he had forged the will.", "ATT501", "admitting", "admitted"),
        ("On Friday they announcing that the mill would close.", "ATT501", "announcing", "announced"),
        ("“It was dark,” he telling the inquest.", "ATT501", "telling", "told"),
        ("She insisting that the will was a forgery.", "ATT501", "insisting", "insisted"),
        ("Last week they admitting that the figures were wrong.", "ATT501", "admitting", "admitted"),
        (
            "Asked if the pier was safe, the engineer replying that he had moored there.",
            "ATT501",
            "replying",
            "replied",
        ),
        ("The woman saying she had reported the leak in June.", "ATT501", "saying", "said"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The woman saying she had reported the leak was arrested.",
        "The woman saying she reported the leak left town.",
        "The officer telling that story was my uncle.",
        "The man saying that he is the heir lost his case.",
        "The woman saying that it had been hers ran off.",
        "The lawyer saying she was ill could not attend.",
        "They argued for an hour, he insisting that the gate was shut.",
        "Two people spoke: he saying that it was late and she nodding.",
        "He denying it, they dropped the case.",
        "Nor was he telling the truth.",
        "At no point was she telling the coroner that he was ill.",
        "In May he, telling nobody, left the country, police said.",
        "With her telling reporters that the deal is off, the shares fell.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
