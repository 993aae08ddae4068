"""Voices: the sources of a story under their fullest names, found again by surname, initials or office."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, field

from attribution_lint.nlp.analysis import Analysis, SourceType
from attribution_lint.nlp.names import Name, Names, holds_office

_GENDERED_TITLES = {"mr": "he", "sir": "he", "lord": "he", "mrs": "she", "ms": "she", "dame": "she", "lady": "she"}
_HUMAN: frozenset[SourceType] = frozenset({"person", "official", "unknown", "anonymous"})


class Voice(Struct):
    """One source of a story under its fullest name.

    `type` is that of its clearest mention; `named` says whether it bears a proper name. `pronoun` is the one that
    stands for it, if the story has used one. `roles` are the lower-case words that describe it.
    """

    name: str
    type: SourceType
    named: bool
    parts: tuple[str, ...] = ()
    roles: set[str] = field(default_factory=set)
    attributions: list[int] = field(default_factory=list)
    pronoun: str = ""
    block: int = 0
    sentence: int = 0
    plural: bool = False

    @property
    def is_human(self) -> bool:
        """Whether “he” or “she” can stand for it."""
        return self.type in _HUMAN and not self.plural and (self.named or self.type != "unknown")


class Voices:
    """All voices of one story, and the order in which they were last heard."""

    def __init__(self, analysis: Analysis) -> None:
        self.names = Names(analysis)
        self.all: list[Voice] = []
        self._heard: dict[int, None] = {}
        self._by_last_part: dict[str, list[int]] = {}
        self._by_role: dict[str, set[int]] = {}

    def __getitem__(self, number: int) -> Voice:
        return self.all[number]

    def latest(self) -> Iterator[int]:
        """Yield the voices heard so far, the last one first."""
        return reversed(self._heard)

    def hear(self, number: int, sentence: int, block: int) -> None:
        """Note that a voice speaks in a sentence."""
        self.all[number].sentence, self.all[number].block = sentence, block
        self._heard.pop(number, None)
        self._heard[number] = None

    def person(self, name: Name, type_: SourceType) -> int | None:
        """Return the voice of a person's name, a new one if need be; None if the name of a `type_` is no person's."""
        full = self.names.full(name)
        if len(full) < 2 and type_ not in {"person", "official"}:
            return None
        if type_ == "organisation" and not name.titles and not self.names.is_surname(name.parts[-1]):
            return None
        fitting = self.of_name(full)
        exact = [n for n in fitting if self.all[n].parts == full]
        if exact or len(fitting) == 1:
            number = (exact or fitting)[0]
        else:
            number = self.add(" ".join(full), "official" if type_ == "official" else "person", True, full)
        voice = self.all[number]
        self.describe(number, name.titles | self.names.titles_of(full))
        if type_ == "official" or holds_office(voice.roles):
            voice.type = "official"
        for title in name.titles & _GENDERED_TITLES.keys():
            voice.pronoun = _GENDERED_TITLES[title]
        return number

    def add(self, name: str, type_: SourceType, named: bool, parts: tuple[str, ...]) -> int:
        """Add a voice and return its number; `parts` are what it is known by."""
        self.all.append(Voice(name, type_, named, parts))
        number = len(self.all) - 1
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        for end in {*parts[-1:], *([initials] if len(initials) > 1 else [])}:
            self._by_last_part.setdefault(end, []).append(number)
        return number

    def describe(self, number: int, roles: set[str] | frozenset[str]) -> None:
        """Add lower-case words that “the …” may take the voice up with."""
        self.all[number].roles |= roles
        for role in roles:
            self._by_role.setdefault(role, set()).add(number)

    def described(self, role: str) -> int | None:
        """Return the one voice that a role describes."""
        fitting = self._by_role.get(role, set())
        return next(iter(fitting)) if len(fitting) == 1 else None

    def known_by(self, key: tuple[str, ...], text: str) -> int | None:
        """Return the voice of an institution by its lower-case words, or by its initials."""
        known = [n for n in self._by_last_part.get(key[-1] if key else "", ()) if self.all[n].parts == key]
        known += self._by_last_part.get(text, ()) if text.isupper() and text.isalpha() else ()
        return known[0] if known else None

    def of_name(self, name: tuple[str, ...]) -> list[int]:
        """Return the voices whose name can be the same person's."""
        return [n for n in self._by_last_part.get(name[-1], ()) if same_person(self.all[n].parts, name)]


@lru_cache(maxsize=8192)
def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: the surname is the same and the fewer parts are among the more."""
    if not one or not other or one[-1] != other[-1]:
        return False
    few, many = sorted((_without_initials(one), _without_initials(other)), key=len)
    return few <= many


def _without_initials(name: tuple[str, ...]) -> set[str]:
    return {part for part in name if len(part.rstrip(".")) > 1} | {name[-1]}
