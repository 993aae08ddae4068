"""A wrong noun where somebody speaks for a body: `a SPORTSMAN for the ministry`, `a spokeswoman for the DEPORTMENT`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from attribution_lint.checks.phrases.fillers import is_rejected, noun_issue, usual_persons
from attribution_lint.checks.phrases.similar import NEAR, distance
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.subjects import SAYS

HOLDERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "lawyer", "attorney"})


def wrong_apposition(story: Story, preposition: int) -> Iterator[Issue]:
    """`a HEAD for the ministry`, `, a senior HEAD at Name,`: a person stands before the preposition."""
    head = preposition - 1
    words = story.words
    if not is_rejected(story, head, words.sources) or story.lower[head].endswith(("ing", "ed")):
        return
    if f"{story.lower[head]}er" in words.persons:
        return  # an act stands there, not who does it: "his support for the governor"
    start = head
    while start > 0 and (story.is_plain(start - 1) or story.is_capital(start - 1) or story.text[start - 1] == "-"):
        if story.lower[start - 1] in DETERMINERS:
            start -= 1
            break
        if story.lower[start - 1] in words.function:
            return
        start -= 1
    if story.word(start) not in ("a", "an", "the", "another", "his", "her", "its", "one") or head - start > 5:
        return
    after = preposition + 1
    while story.word(after) in DETERMINERS or story.word(after) in words.demonyms:
        after += 1
    body = story.is_name(after) or story.word(after) in words.organisations or story.word(after) in words.persons
    if not body:
        return
    named = story.word(start - 1) == "," and (story.is_name(start - 2) or story.word(start - 2) in (".", "jr."))
    ends = min(after + 8, story.sentence_end(after))
    speaks = any(
        story.lower[n] in SAYS
        and (story.text[n - 1] == "," or story.is_name(n - 1) or story.lower[n - 1] in words.organisations)
        for n in range(after + 1, ends)
    )
    opens = (
        start == story.sentence_start(start)
        or story.text[start - 1] in (",", "—", "–", "--")
        or story.text[start - 1] in ("”", '"')
    )
    saying = story.word(start - 1) in SAYS and story.word(preposition) == "for"
    if not ((named and preposition) or (opens and speaks) or saying):
        return
    pool = usual_persons(words)
    issue = noun_issue(story, head, f"a … {story.lower[preposition]}", "takes a person", pool, "singular", NEAR + 0.03)
    if issue:
        yield issue


def wrong_body(story: Story, first: int) -> Iterator[Issue]:
    """`a spokeswoman for the HEAD said`: one letter from a usual body, and no body itself."""
    head = first + 1
    if story.word(first) not in ("the", "a", "his", "her", "its", "their") or story.word(head + 1) not in (*SAYS, ","):
        return
    words = story.words
    if not is_rejected(story, head, words.sources, words.occasions):
        return
    issue = noun_issue(story, head, "for the …", "takes a body or a person", words.organisations, "singular", NEAR)
    if issue and distance(story.lower[head], issue.candidates[0]) == 1:
        yield replace(issue, weak=issue.candidates[0] not in words.frequent)
