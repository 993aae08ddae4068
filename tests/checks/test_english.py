"""The dictionary is read as lemminflect reads it."""

from __future__ import annotations

from attribution_lint.checks.phrases import english


def test_the_table_says_what_lemminflect_says() -> None:
    from lemminflect import getAllLemmas

    words = [line.partition(",")[0] for line in english._lemma_lines().decode().splitlines()]
    sample = [*words[::60], "okays", "others", "could", "'d", "pre-cambrian", "nosuchword", "", "zyzzy"]
    for word in sample:
        if word == word.lower():
            assert english._tagged(word) == getAllLemmas(word), word


def test_words_and_their_parts_of_speech() -> None:
    assert english.is_word("reporter")
    assert not english.is_word("repotrer")
    assert english.parts_of_speech("reported") == {"VERB"}
    assert english.can_be_verb("says")
    assert not english.can_be_verb("spokesman")
    assert english.lemmas("reports") == {"report"}
