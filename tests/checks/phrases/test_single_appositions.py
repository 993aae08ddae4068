"""One name beside a plural that is all of it."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("The charity's founders, Mrs Olive Tan, said she would close it.", "ATT501", "founders", "founder"),
        ("His lawyers, Mr Anselm Roe, told the court that he would appeal.", "ATT501", "lawyers", "lawyer"),
        ("The victims' doctors, Ms Iris Lund, said she had warned the ward.", "ATT501", "doctors", "doctor"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The founders, Mr Tan and Ms Roe, said that he had erred.",
        "The ministers, Mr Tan told the court, had lied to him.",
        "One of the authors, Dr Tan, said that she was sorry.",
        "Asked about the authors, Dr Tan said that she was sorry.",
        "His lawyers, Mr Roe said, had lied to him.",
        "The ministers, Ms Roe, said to be ill, did not come.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
