"""What speaks for a reported noun being damage: how it and the one meant stand to the slot and to its company."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.channel import prior
from attribution_lint.checks.phrases.company import companies
from attribution_lint.checks.phrases.evidence import evidence
from attribution_lint.checks.phrases.fitting import fit_of
from attribution_lint.checks.phrases.meant import advantage, asked_number, takes_an
from attribution_lint.checks.phrases.noun_evidence import Signs, broad, broad_kinds, is_misplaced, standing
from attribution_lint.checks.phrases.noun_signs import LINKS, reach_back
from attribution_lint.checks.phrases.noun_slot import NUMBER_ASKED, NounSlot
from attribution_lint.checks.phrases.similar import similarity
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Story

_SCALE, _MOST_BETTER, _MOST_OWN = 4.0, 11.0, 10.0
"""By what the log odds of the noisy channel are divided, and the most that they and a word's own fit count."""
_OPENERS = frozenset({",", "—", "–", "--", "(", ";"})
_CLAUSES = frozenset({"who", "which", "that", "because", "though", "although", "while", "since"})
_REACH = 12
_FIRM = frozenset({"according", "told", "informed", "parted", "verb:shows"}) | {
    f"verb:{verb}" for verb in ("said", "says", "say", "told", "tells", "tell")
}
"""Signs of slots that hardly anything but a source fills."""
_ARTICLES = frozenset({"a", "an", "the"})
_STEPS = {"better": range(-1, 12, 2), "own-fit": range(-8, 5, 4)}
"""From where on more of a sign counts otherwise."""
_CLASSES = ("stands:", "frame:", "finder:")
_JOINED = (
    *("gain", "similarity", "own-fit", "better", "own-use", "frequency", "rarer", "slip", "letter", "agrees", "usual"),
    *("firm", "person", "of-kind", "company-after", "company-before", "no-noun", "odds", "repeated", "according"),
    "agent",
)
"""Signs that count together, two and two."""


def signs_of_noun(story: Story, number: int, word: str, right: str, slot: NounSlot | None, gain: float) -> Signs:
    """Return what speaks for a noun being damage: how it and the other stand to the slot and to its company."""
    words, parts = story.words, english.parts_of_speech(word)
    kind = slot.kind if slot else "source"
    stands = standing(word, words, kind)
    company = companies(story).get(number, ())
    own, asked = english.lemmas(word) | {word}, [each for each in company if right in each.nouns]
    wants = slot.wants if slot else NUMBER_ASKED.get(reach_back(story, number)[1], "")
    according = according_before(story, number)
    better = advantage(story, number, right) / _SCALE if word != right else 0.0
    better = max(min(better, _MOST_BETTER), 0.0)
    before, after = story.word(number - 1), story.word(number + 1)
    number_asked = asked_number(story, number, slot)
    found = {
        "better": better,
        f"stands:{stands}:better": better,
        "own-fit": max(min(fit_of(story, number)(word), _MOST_OWN), -_MOST_OWN),
        "own-use": prior(word, evidence("source")),
        "according": float(according is not None),
        "manner": float(according is None and "according" in story.lower[max(number - _REACH, 0) : number]),
        f"stands:{stands}": 1.0,
        f"stands:{stands}:gain": gain,
        f"stands:{stands}:similarity": similarity(word, right),
        f"stands:{stands}:according": float(according is not None),
        "misplaced": float(is_misplaced(word, words, kind)),
        "person": float(not own.isdisjoint(broad_kinds()["person"])),
        "of-kind": float(not own.isdisjoint(_of_kind())),
        "agrees": float(not wants or words.number(right) in (wants, "any", None)),
        "usual": float(right in words.frequent),
        "no-noun": float("NOUN" not in parts),
        "company-before": max((each.weight for each in asked if each.before), default=0.0),
        "company-after": max((each.weight for each in asked if each.after), default=0.0),
        "held": float("NOUN" not in parts and before in _ARTICLES and (after in LINKS or after in words.frequent_cues)),
        "ing": float(word.endswith("ing")),
        "article": float(before in ("a", "an") and takes_an(word) != (before == "an") == takes_an(right)),
        "number": float(
            _disagrees(word, words.number(word), number_asked)
            and not _disagrees(right, words.number(right), number_asked)
        ),
        "kept": float(any(not own.isdisjoint(each.nouns | each.others) for each in company)),
    }
    if slot is not None:
        firm = not _FIRM.isdisjoint(slot.signs)
        found |= {f"kind:{kind}": 1.0, "firm": float(firm), f"firm:{stands}": float(firm)}
        found[f"frame:{slot.signs[0]}"] = 1.0
        asides = [sign for sign in slot.signs if sign.startswith("ASIDE:")]
        found |= dict.fromkeys([name for aside in asides for name in (aside, f"{aside}:{stands}")], 1.0)
    return found


def _disagrees(word: str, number: str | None, asked: str) -> bool:
    """Whether a noun is not of the number that its place asks for."""
    if number is None:
        number = "plural" if word.endswith("s") and not word.endswith("ss") else "singular"
    return bool(asked) and number not in (asked, "any")


def joined(found: Signs) -> Signs:
    """Return the signs that count together: two of the chief ones, a class of place or word with how much is gained."""
    values = [(name, value) for name in _JOINED if (value := found.get(name))]
    pairs = {f"{one}*{other}": a * b for (one, a), (other, b) in combinations(values, 2)}
    steps = {
        f"{name}>{step}": max(found.get(name, 0.0) - step, 0.0) for name, places in _STEPS.items() for step in places
    }
    classes = [name for name in found if name.startswith(_CLASSES) and name.count(":") == 1]
    by_class = {f"{name}|{sign}": found.get(sign, 0.0) for name in classes for sign in _STEPS}
    return pairs | steps | by_class


def according_before(story: Story, number: int) -> int | None:
    """Return the number of the *according* whose phrase names a source: it stands apart, and tells no manner."""
    low = max(story.sentence_start(number), number - _REACH)
    at = next((n for n in range(number - 1, low - 1, -1) if story.lower[n] == "according"), None)
    if at is None or not _CLAUSES.isdisjoint(story.lower[at:number]):
        return None
    apart = at == low or story.text[at - 1] in _OPENERS or story.lower[at - 1] in _CLAUSES | {"and", "but"}
    return at if apart or story.text[at - 1] in QUOTE_MARKS else None


@lru_cache(maxsize=1)
def _of_kind() -> frozenset[str]:
    """Return what may speak or show in some sense, in the singular."""
    return broad("source")
