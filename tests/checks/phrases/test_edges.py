"""At the edges of a paragraph: no finder looks past its last word, nor before its first one, which is its end again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, SupportsIndex, overload

import pytest

from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.linter import Linter
from attribution_lint.nlp.analysis import Analysis

DRAFTS = (
    "“The bridge is safe,” said a spokesman for the council, who was told to wait.",
    "The man was accused for stealing two bikes, according to court document by the bureau.",
    "He saying that the union say it was closed, adding that officials says no,”",
    "And officials says the report shows, told the commander in Eldoret, said to the police.",
    "Mr Tan, who have told the court, said of the ministers office that it was find.",
    "He said the figures was shows, in interview given to the Herald on Monday,",
    "two sauces familiar with the matter told reporter Friday that spokes- woman said”",
    "The convoy, which officials says left, was publish on by the the agencies own figures,",
)


class _Strict(list[Any]):
    """A list that counts from its beginning alone."""

    @overload
    def __getitem__(self, at: SupportsIndex) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> list[Any]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Any:
        assert isinstance(at, slice) or int(at) >= 0, at
        return super().__getitem__(at)


def _cut(text: str) -> Iterator[str]:
    words = text.split(" ")
    for at in range(1, len(words)):
        yield " ".join(words[:at])
        yield " ".join(words[at:])
        yield " ".join(words[at : at + 4])


@pytest.mark.parametrize("draft", DRAFTS)
def test_finders_stay_within_a_paragraph(draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Story.of

    def strict(analysis: Analysis, words: Vocabulary, *rest: Any) -> Story:
        story = whole(analysis, words, *rest)
        for name in ("text", "lower", "start", "end", "spoken", "ordinary"):
            setattr(story, name, _Strict(getattr(story, name)))
        return story

    monkeypatch.setattr(Story, "of", strict)
    linter = Linter()
    for text in _cut(draft):
        linter.lint_text(text, "a.txt")
