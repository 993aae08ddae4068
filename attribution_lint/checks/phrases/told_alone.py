"""*told* with nobody who is told, and *said* with somebody: `told in court that`, `said the police they had heard`.

*Tell* takes a listener before what is told, *say* takes none (Huddleston and Pullum 2002, 11.4.2). A listener can only
be told from the clause behind it: one finite verb, which is that of what was said.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import HEARERS, is_past, listener_end, tells, told_end
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import PLACING, ends_quotation, follows_quotation, opens_clause
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS, is_clause
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.subject import subject_of
from attribution_lint.checks.phrases.told_behind import closes_alone
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_TOLD = {"told": "said", "tells": "says"}
_SAID = {"said": "told", "says": "tells"}
_FINITE = group("finite")
_LONGEST = 6
_ONLY_HEAR = frozenset({"jury", "jurors", "court", "inquest", "tribunal", "inquiry", "hearing", "readers", "viewers"})
"""Those who listen more than they speak, so that a *told* without a listener has lost its *was*."""


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _TOLD or word in _SAID


def told_alone(story: Story) -> Iterator[Issue]:
    """Yield each *told* of a story that has no listener, and each *said* that has one."""
    for number, word in story.among(_matters):
        if not (word in _TOLD or word in _SAID) or story.spoken[number] or number + 1 >= story.sentence_end(number):
            continue
        if story.word(number + 1) in ("it", "that") and (right := _mended_object(story, number)):
            slot, reason = f"{word} …", f"“{story.text[number + 1]}” does not belong in it"
            last = number + (3 if right == "told" else 2)
            yield grammar_issue(story, "function-word", number, last, slot, reason, right)
        elif story.word(number - 1) in ("was", "were"):
            if _is_no_passive(story, number):
                slot, reason = f"… {word}", f"“{story.text[number - 1]}” does not belong in it"
                yield grammar_issue(story, "function-word", number - 1, number + 1, slot, reason, word)
        elif word in _SAID and _speaks_to(story, number):
            reason = "takes no listener"
            yield grammar_issue(story, "said-told", number, number + 1, word, reason, _SAID[word])
        elif word in _TOLD and (
            _is_alone(story, number) or _tells_nobody(story, number) or closes_alone(story, number)
        ):
            reason = "takes a listener and has none"
            heard = f"{'were' if story.words.sources.get(story.word(number - 1)) == 'plural' else 'was'} told"
            passive = word == "told" and story.word(number - 1) in _ONLY_HEAR and story.word(number + 1) == "that"
            meant = (heard, _TOLD[word]) if passive else (_TOLD[word],)
            yield grammar_issue(story, "said-told", number, number + 1, word, reason, *meant)


def _speaks_to(story: Story, said: int) -> bool:
    """Whether a listener stands behind *said*, and one finite verb behind the listener or, of a quotation, none."""
    end = listener_end(story, said + 1, persons=False)
    if end is not None and follows_quotation(story, said):
        follows = story.word(end)
        return end >= len(story) or story.text[end] in (".", ",") or follows in PLACING or follows in CALENDAR
    clause = told_end(story, said + 1)
    if clause is None and (heard := listener_end(story, said + 1)) is not None:
        clause = _behind_adjunct(story, heard)
    if clause is None or not (opens_clause(story, said) or _is_counted_subject(story, said)):
        return False
    if story.word(clause) == "that" and not _opens_phrase(story, clause + 1):
        return False
    finite = sum(word in _FINITE for word in story.lower[clause : story.sentence_end(said)])
    return finite == 1 or (finite == 0 and story.word(clause) == "that" and _pasts(story, clause) == 1)


def _behind_adjunct(story: Story, first: int) -> int | None:
    """Return where *that* opens a clause behind a longer phrase of place or means: `on a conference call that`."""
    if story.word(first) not in PLACING | {"by"}:
        return None
    for at in range(first + 1, min(first + 1 + _LONGEST, story.sentence_end(first))):
        if story.lower[at] == "that":
            return at if tells(story, at) else None
        if story.lower[at] in _FINITE or not story.text[at][0].isalnum():
            return None
    return None


def _is_counted_subject(story: Story, said: int) -> bool:
    """Whether a number and one plural of persons open the sentence before *said*."""
    low = story.sentence_start(said)
    return (
        said - low == 2
        and story.lower[low] in PLURAL_SIGNS
        and story.words.persons.get(story.lower[low + 1]) == "plural"
    )


def _pasts(story: Story, first: int) -> int:
    """Return how many past forms stand behind a word, where no determiner makes nouns of them."""
    numbers = range(first, story.sentence_end(first))
    return sum(is_past(story, n) and story.lower[n - 1] not in DETERMINERS for n in numbers)


def _mended_object(story: Story, cue: int) -> str:
    """`said it in a statement it would`, `told that to the BBC he would`, `said that in a statement that it would`."""
    word, pronoun, after = story.lower[cue], story.lower[cue + 1], cue + 2
    if not opens_clause(story, cue):
        return ""
    if word == "told" and story.word(after) == "to":
        return word if told_end(story, after + 1) is not None else ""
    if word != "said" or story.word(after) not in PLACING:
        return ""
    end = _adjunct_end(story, after)
    if end is None or (pronoun == "that" and story.lower[end] != "that"):
        return ""
    if story.lower[end] == "that" and (story.word(end - 1) in PLACING or not _opens_phrase(story, end + 1)):
        return ""  # "said that at that price a farm"
    return word


def _is_no_passive(story: Story, cue: int) -> bool:
    """`The dean was said she would appeal`, `The officer was told jurors that`, `"…," was said Okafor`."""
    subject, after, passive = cue - 2, cue + 1, cue - 1
    if passive < 1 or passive in story.firsts:
        return False
    if story.lower[cue] == "said" and story.text[subject] in QUOTE_MARKS:
        person = story.word(after) in DETERMINERS and story.word(after + 1) in story.words.persons
        return person or (story.is_name(after) and story.word(subject - 1) in (",", "!", "?"))
    head = story.word(subject)
    person = head in story.words.persons or head == "police"
    speaks = person or (head in NOMINATIVE and head not in ("it", "there")) or story.is_name(subject)
    if story.lower[cue] == "said" and person and story.text[after] == "." and story.word(subject - 1) in DETERMINERS:
        return story.word(subject - 2) == ","
    if not (speaks or story.lower[cue] == "told") or not opens_clause(story, passive):
        return False
    if story.lower[cue] == "said":
        return tells(story, after) or _is_told(story, after)
    clause = told_end(story, after)
    return clause is not None and story.word(clause) == "that" and not _is_told(story, after)


def _tells_nobody(story: Story, told: int) -> bool:
    """`The bus had no insurance, told the commander in Eldoret.`: the speaker stands behind, and no listener."""
    comma, first = told - 1, told + 1
    low, end = story.sentence_start(told), story.sentence_end(told)
    if not ends_quotation(story, comma):
        if story.word(comma) != "," or "," in story.text[low:comma] or _FINITE.isdisjoint(story.lower[low:comma]):
            return False
        if _opens_spoken(story, low):
            return False
    if story.lower[first] not in ("the", "a", "an"):
        return False
    noun = next((n for n in range(first + 1, min(first + 4, end)) if story.lower[n] in story.words.persons), None)
    if noun is None or story.lower[noun] in HEARERS:
        return False
    rest = story.lower[noun + 1 : end]
    return _FINITE.isdisjoint(rest) and "that" not in rest and "and" not in rest


def _opens_spoken(story: Story, first: int) -> bool:
    return story.text[first] in QUOTE_MARKS or story.spoken[first]


def _opens_phrase(story: Story, at: int) -> bool:
    word = story.word(at)
    only_noun = english.parts_of_speech(word) == {"NOUN"} or word.isdigit() or word in PLURAL_SIGNS
    return word in DETERMINERS or word in NOMINATIVE or story.is_capital(at) or only_noun


def _is_alone(story: Story, told: int) -> bool:
    """Whether a phrase of place or time stands where the listener must, or what is told does."""
    after = told + 1
    if not opens_clause(story, told):
        return False
    if story.text[after] == ":" and story.text[story.sentence_end(told) - 1][-1].isalnum():
        return False  # a headline: "Council told: mend lift"
    if story.text[after] == ":" or (story.text[after] == "." and follows_quotation(story, told)):
        return True
    word = story.lower[after]
    if word in PLACING or (word in CALENDAR and story.is_capital(after)):
        end = _adjunct_end(story, after)
        return end is not None and tells(story, end)
    subject = subject_of(story, told)
    if subject is not None and subject.start == subject.head and subject.number == "plural":
        return False  # "residents told the water was unsafe left"
    return _is_told(story, after)


def _adjunct_end(story: Story, first: int) -> int | None:
    """Return where a clause begins behind a phrase of place or time; None if none does."""
    at = first + 1
    while at < min(first + _LONGEST, story.sentence_end(first)):
        word = story.lower[at]
        if tells(story, at):
            return at
        placed = word in PLACING or word in DETERMINERS or word == "of" or story.is_capital(at)
        if not placed and (not story.is_plain(at) or word in story.words.function or listener_end(story, at)):
            return None
        if placed and word in DETERMINERS and story.word(at - 1) not in PLACING | {"of"}:
            return None
        at += 1
    return None


def _is_told(story: Story, first: int) -> bool:
    """Whether a clause stands there: *that* with one, a pronoun or a noun phrase with its finite verb."""
    word = story.lower[first]
    if word == "it":
        return story.word(first + 1) in _FINITE and story.word(first + 1) != "will"
    if word == "that":
        return tells(story, first) and is_clause(story, first + 1)
    if word in NOMINATIVE:
        return tells(story, first)
    noun = first + (word in DETERMINERS or word in PLURAL_SIGNS)
    if word == "all" and story.word(noun) in DETERMINERS:
        noun += 1
    if "ADJ" in english.parts_of_speech(story.word(noun)) and story.word(noun + 1) not in _FINITE:
        noun += 1
    listens = listener_end(story, first) is not None  # "told the board enrolment had dropped"
    if noun > first and not listens and _is_noun(story, noun) and _is_noun(story, noun + 1):
        noun += 1
    return _is_noun(story, noun) and story.word(noun + 1) in _FINITE


def _is_noun(story: Story, at: int) -> bool:
    word = story.word(at)
    if not story.is_plain(at) or word in story.words.function or story.in_compound(at):
        return False
    return english.can_be_noun(word) or word.endswith("ing")
