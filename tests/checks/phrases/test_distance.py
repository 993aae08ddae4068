"""Small words after a word of attribution, and agreement over a distance."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.model import Severity
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("ATT",)))


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("The clerk informed to the jury that the box was empty.", "ATT403", "informed to", "informed"),
        ("The rower spoke with condition of anonymity.", "ATT403", "with", "on"),
        ("The airline did not respond for a request.", "ATT403", "for", "to"),
        ("A person familiar of the talks said the price was low.", "ATT403", "of", "with"),
        ("The museum has warn that the roof may fall.", "ATT502", "warn", "warned"),
        ("Each of the pilots say that the runway was wet.", "ATT501", "say", "says"),
        ("The nurse were told by guards that the gate was shut.", "ATT501", "were", "was"),
        ("The report, which runs to 80 pages, suggest that the pump failed.", "ATT501", "suggest", "suggests"),
        ("The club argue's that the pitch is fit.", "ATT503", "argue's", "argues"),
        ("The cook told theCourier that the oven was cold.", "ATT602", "theCourier", "the Courier"),
    ],
)
def test_found_with_the_right_word_first(text: str, code: str, wrong: str, right: str) -> None:
    (found,) = LINTER.lint_text(text, "a.txt").diagnostics
    assert (found.code, found.text, found.suggestions[0]) == (code, wrong, right)
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "The clerk was asked to the ball.",
        "If the minister were told, he would resign.",
        "Each of the pilots says that the runway was wet.",
        "Members of the committee were told that the pump failed.",
        "The room was warned to be cold, according to a paper published last week.",
        "A request for commerce statistics was filed, the clerk said.",
        "The vet found a tick in a calf near the river.",
        "Engineers can tell apart patterns in the noise.",
        "The referee was lost. These days there is nobody to call.",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert LINTER.lint_text(text, "a.txt").diagnostics == ()
