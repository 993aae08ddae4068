"""What a finder says that it looks at is all that it looks at: shown every word, it finds the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from attribution_lint import packs
from attribution_lint.checks.phrases import company, finders, noun_frames
from attribution_lint.checks.phrases.capital_spelling import misspelt_capitals
from attribution_lint.checks.phrases.digits import disguised_letters
from attribution_lint.checks.phrases.similar import closest, similarity
from attribution_lint.checks.phrases.spelling import misspelt_words
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, vocabulary
from attribution_lint.linter import Linter
from attribution_lint.packs import shipped_lexicon

RULES = packs.load().rules
SEEDS = sorted(path for path in (Path(__file__).parents[3] / "seeds").rglob("*") if path.suffix in {".txt", ".md"})
LINTER = Linter()


def texts() -> Iterator[str]:
    yield from (example.text for rule in RULES.values() for example in (*rule.bad, *rule.good))
    yield from (path.read_text(encoding="utf-8") for path in SEEDS)


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary(RULES["ATT101"].lexicons)


def test_a_finder_looks_at_no_other_words(words: Vocabulary) -> None:
    stories = [Story.of(LINTER.read_text(text, "draft.md").analysis, words) for text in texts()]
    assert len(stories) > 200
    finding = 0
    by_the_word = {misspelt_words, misspelt_capitals, disguised_letters}
    for finder in set(finders.FINDERS) - by_the_word:
        found = [list(finder(story)) for story in stories]
        finding += any(found)
        for story, issues in zip(stories, found, strict=True):
            seen, story.interests = story.interests, [range(len(story))] * len(story.interests)
            assert list(finder(story)) == issues
            story.interests = seen
    assert finding > len(finders.FINDERS) / 2


def test_ordinary_words_are_of_no_interest(words: Vocabulary) -> None:
    story = Story.of(LINTER.read_text("Debts rose in the old bakery, and nobody knows why.").analysis, words)
    seen = {story.lower[place] for places in story.interests for place in places}
    assert seen.isdisjoint({"debts", "rose", "old", "bakery", "nobody", "why"})
    assert "in" in seen


def test_the_likes_of_a_word_are_found_without_a_look_at_all_others(words: Vocabulary) -> None:
    for wrong in ("offcials", "sayed", "anounced", "xaid", "iad", "s", "survery", "ctied", "kwote"):
        pool = tuple(words.cues)
        slow = [right for right, _ in closest(wrong, pool, least=0.6)]
        quick = [right for right, _ in closest(wrong, words.cues, least=0.6)]
        assert set(quick) <= set(slow)
        assert [
            right for right in slow if right not in quick and (right[0] == wrong[0] or right[1:] == wrong[1:])
        ] == []
        assert all(similarity(wrong, right) >= 0.6 for right in quick)


def test_each_line_of_company_and_frames_is_looked_for_by_words() -> None:
    for line in shipped_lexicon("phrase-company"):
        pattern = line.partition("/")[0].split()
        assert company._vagueness(company._telling(pattern)) < company._NOTHING, line
    looked_for = noun_frames._frames()
    assert noun_frames._KINDS.isdisjoint(option for word in looked_for for option in word.split("|"))
    assert {line for lines in looked_for.values() for line in lines} == shipped_lexicon("phrase-noun-frames")
