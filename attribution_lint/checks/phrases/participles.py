"""A wrong participle where a cue must stand: `SITTING officials, …`, `…, SITING a report`."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.cues import cue_issue
from attribution_lint.checks.phrases.frames import noun_follows
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.similar import NEAR, closest, distance, similarity, sound
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story

_AUDIENCE = group("audience")
_STATIVE = frozenset(
    [
        "in",
        "on",
        "at",
        "atop",
        "next",
        "down",
        "beside",
        "with",
        "under",
        "behind",
        "by",
        "around",
        "here",
        "there",
    ]
)


def citing(story: Story, number: int) -> Iterator[Issue]:
    """`…, citing high levels of sewage.`: only what sounds like it, and no verb of place."""
    word = story.lower[number]
    if word in story.words.cues or word in story.words.clause_verbs or story.word(number + 1) in _STATIVE:
        return
    if story.word(number + 2) in _STATIVE and story.word(number + 1) not in DETERMINERS:
        return  # "sitting alone in the station"
    if story.word(number + 1) == "to":
        return  # "the wind, gusting to 35 mph"
    if word == "citing" or not (
        (sound(word) == sound("citing") and word[:2] in ("ci", "si", "cy")) or distance(word, "quoting") == 1
    ):
        return
    right = "quoting" if distance(word, "quoting") == 1 else "citing"
    yield cue_issue(story, number, ", … a source", (right,))


def opening(story: Story, first: int) -> Iterator[Issue]:
    """`Citing officials, …`, `Speaking to reporters, …`."""
    word = story.lower[first]
    yield from _opening_like(story, first)
    if (
        not story.text[first].isalpha()
        or not story.is_capital(first)
        or (story.is_capital(first + 1) and word[-3:] != "ing")
    ):
        return
    if not word.endswith("ing") or story.spoken[first]:
        return
    if _is_spoken(story, first):
        yield cue_issue(story, first, f"… {story.lower[first + 1]}", ("Speaking",))
        return
    follows = story.word(first + 1)
    if follows in ("to", "with") and (story.word(first + 2) in _AUDIENCE or story.word(first + 3) in _AUDIENCE):
        yield from _opening_slot(story, first, ("speaking", "talking"), "to reporters")
    elif follows in ("at", "on", "in", "from", "before", "after", "during") and any(
        story.word(n) in ("conference", "briefing", "rally", "interview", "hearing", "debate", "podcast")
        for n in range(first + 2, first + 7)
    ):
        yield from _opening_slot(
            story, first, ("speaking", "writing", "testifying", "appearing", "talking"), "at a news conference"
        )
    else:
        for n in range(first + 1, min(first + 6, story.sentence_end(first))):
            if story.text[n] == ",":
                break
            if story.lower[n] in story.words.frequent and story.text[min(n + 1, len(story) - 1)] == ",":
                yield from _opening_slot(story, first, ("citing", "quoting"), "officials")
                break


def _is_spoken(story: Story, first: int) -> bool:
    """Whether a participle like *speaking* governs a place or a hearer, and somebody behind its comma says something.

    `SPENDING in Harlem, the senator said that`; what may be done in a place by a speaker stands.
    """
    word, after = story.lower[first], story.word(first + 1)
    if word in story.words.frequent_cues or word in _IN_PLACES or similarity(word, "speaking") < _LIKE_SPEAKING:
        return False
    if after not in _SPOKEN_AT or (after == "to" and not noun_follows(story, first + 2)):
        return False
    end = story.sentence_end(first)
    comma = next((n for n in range(first + 2, min(first + _LONGEST, end)) if story.text[n] == ","), None)
    if comma is None or not _FINITE.isdisjoint(story.lower[first:comma]):
        return False
    cue = next((n for n in range(comma + 2, min(comma + _REACH, end - 1)) if _says(story, n)), None)
    return cue is not None and story.text[cue + 1] not in (",", ".") and "," not in story.text[comma + 1 : cue]


def _says(story: Story, number: int) -> bool:
    """Whether a word is a usual cue in a finite form."""
    word, words = story.lower[number], story.words
    finite = any(form in ("past", "third") for form, _ in words.cues.get(word, ()))
    return finite and word in words.frequent_cues and story.is_plain(number)


_FINITE = group("finite")
_SPOKEN_AT = frozenset({"to", "in", "at", "on", "from", "before", "outside", "during", "after", "near"})
_IN_PLACES = group("done-in-places")
_LIKE_SPEAKING = 0.68
_LONGEST, _REACH = 16, 12
"""How many words the participle's phrase may have, and how many may stand between its comma and the cue."""


def _opening_like(story: Story, first: int) -> Iterator[Issue]:
    """`Accordion to the police, …`, `Sighting two people, …`, `Masked whether he would, …`."""
    text, word, after = story.text[first], story.lower[first], story.word(first + 1)
    if not text.isalpha() or not text.istitle() or story.spoken[first] or len(word) < 4:
        return
    end = min(first + 16, story.sentence_end(first))
    if "," not in story.text[first + 2 : end]:
        return
    right = _placed_like(story, first)
    if right:
        yield cue_issue(story, first, f"… {after}", (right,))
        return
    known = word in story.words.cues or word in story.words.function or word in story.words.clause_verbs
    if known or word == "according":
        return
    if after == "to" and similarity(word, "according") >= _LIKE and word[-1] in "gn" and noun_follows(story, first + 2):
        yield cue_issue(story, first, "… to a source", ("According",))
    elif word.endswith("ing") and sound(word) == sound("citing") and after not in _STATIVE and _source_in(story, first):
        yield cue_issue(story, first, "… a source", ("Citing",))
    elif after in _QUESTIONS and word.endswith("ed") and similarity(word, "asked") >= NEAR and word != "tasked":
        yield cue_issue(story, first, f"… {after}", ("Asked",))


def _placed_like(story: Story, first: int) -> str:
    """Return the participle that was meant by what follows a word: a place, a newspaper, a reason, an audience."""
    word, after = story.lower[first], story.word(first + 1)
    if distance(word, "speaking") == 1 and after in ("in", "at", "to", "from") and story.is_capital(first + 2):
        return "Speaking"
    if distance(word, "writing") == 1 and after == "in" and _names_outlet(story, first + 2):
        return "Writing"
    if word in _LIKE_REFERRING and after == "to" and story.word(first + 2) in DETERMINERS:
        return "Referring"
    if word != "citing" and (sound(word) == sound("citing") or word == "reciting") and _cites_reason(story, first):
        return "Citing"
    addressed = after in _AUDIENCE or (after in DETERMINERS and story.word(first + 2) in _AUDIENCE)
    return _ADDRESSED.get(word, "") if addressed else ""


_LIKE = 0.74
_LIKE_REFERRING = frozenset({"preferring", "inferring", "conferring", "transferring"})
_ADDRESSED = {"addressed": "Addressing", "addresses": "Addressing", "briefed": "Briefing", "updated": "Updating"}
_REASONS = group("cited-reasons")


def _names_outlet(story: Story, first: int) -> bool:
    return story.is_capital(first) or (story.word(first) in ("the", "a", "an") and story.is_capital(first + 1))


def _cites_reason(story: Story, first: int) -> bool:
    """Whether what may be cited for something stands before the next comma or preposition."""
    for at in range(first + 1, min(first + 7, story.sentence_end(first))):
        word = story.lower[at]
        if word in _REASONS:
            return True
        if story.text[at] == "," or (word in story.words.function and word not in DETERMINERS):
            return False
    return False


_QUESTIONS = frozenset({"about", "how", "if", "what", "whether", "why"})


def _source_in(story: Story, first: int) -> bool:
    """Whether a source stands before the next comma."""
    end = min(first + 8, story.sentence_end(first))
    comma = next((n for n in range(first + 1, end) if story.text[n] == ","), end)
    return any(story.lower[n] in story.words.frequent for n in range(first + 1, comma))


def _opening_slot(story: Story, first: int, pool: tuple[str, ...], rest: str) -> Iterator[Issue]:
    word = story.lower[first]
    if any(form == "progressive" for form, _ in story.words.cues.get(word, ())):
        return
    found = [right.capitalize() for right, _ in closest(word, pool, pool, NEAR + 0.02)]
    if found:
        yield cue_issue(story, first, f"… {rest}", tuple(found))
