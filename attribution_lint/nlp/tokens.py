"""Words: the tokens of spaCy's English tokenizer, each run of letters and marks between spaces cut once and kept.

spaCy cuts a run by itself and then looks for its exceptions, some of them of several tokens, in all of the text. One
that it believes to see across a space changes nothing, but hides one next to it that does: a stretch in which that may
happen is left to spaCy as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise
from operator import add, sub
from types import SimpleNamespace
from typing import Any, Literal

from attribution_lint.nlp.lean import spacy  # before anything else of spaCy

# isort: split
from spacy.attrs import LOWER, NORM, ORTH
from spacy.language import create_tokenizer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from attribution_lint.kept import Kept
from attribution_lint.nlp.affixes import AFFIXES, has_other_signs, without_other_signs
from attribution_lint.nlp.analysis import Words
from attribution_lint.nlp.words import add_words, lower_forms

_Rules = dict[str, list[dict[int, str]]]
_NO_WORDS = Words([], [], [], [])
_Cut = tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]
"""The tokens of a run, their lower-case forms, and the way from each to the next, a space behind the run."""

_MOST_RUNS = 30_000  # different ones; some four hundred stories have so many. Bounds memory.
_LONGEST_RUN = 200
_LONG_RUN = re.compile(rf"\S{{{_LONGEST_RUN},}}")
_GAP = re.compile(r"\s{2,}|[^\S ]")  # white space, unless it is one space
# What nothing but an exception cuts otherwise: a word or number with a mark; a possessive, quotation marks around it.
_BARE = re.compile(r"()([A-Za-z]*[a-z]|[A-Z]+(?!\.)|\d+)()([.,]?)")
_MARKED = re.compile(r"([“\"(]?)([A-Za-z]{2,}[a-z]|[A-Z]{3,})([’']s)?((?:([.,?!”\"])(?!\5)){0,3}|[:;]|\)[.,]?)")
_INNER_LETTERS = re.compile(r"(?<=[^A-Za-z\n])[A-Za-z]+")


def words_in(text: str) -> Words:
    """Return the words of a text, with offsets in code points.

    A run without white space is cut up when it is longer than any word: spaCy takes marks off the ends of a run one by
    one and looks at all the rest each time, so that its time grows with the square of the run.
    """
    tokenizer = _tokenizer()
    if tokenizer.is_full:
        _tokenizer.cache_clear()
        tokenizer = _tokenizer()
    return tokenizer(text)


class _Tokenizer:
    """spaCy's English tokenizer with a table of the runs that it has cut."""

    def __init__(self) -> None:
        # A pipeline loads the components of all installed packages; its tokenizer is made of these two parts of it.
        defaults = spacy.util.get_lang_class("en").Defaults
        rules: _Rules = defaults.tokenizer_exceptions
        vocab: Any = create_vocab("en", defaults)
        affixes = {name: without_other_signs(getattr(defaults, name)) for name in AFFIXES}
        without_rules = type("Defaults", (defaults,), {"tokenizer_exceptions": {}, **affixes})
        like_a_pipeline: Any = SimpleNamespace(Defaults=without_rules, vocab=vocab)
        tokenizer: Any = create_tokenizer()(like_a_pipeline)
        # Nobody asks a word of ours whether it looks like a number or a URL; working it out takes longer than cutting.
        vocab.lex_attr_getters = {attribute: vocab.lex_attr_getters[attribute] for attribute in (LOWER, NORM)}
        tokenizer.max_cache_size = 0  # the table has it all
        self._tokenizer = tokenizer
        self._defaults = defaults
        self._knows_all_signs = False
        self._waiting = {(exception, _joined(exception)): rule for exception, rule in sorted(rules.items())}
        self._exceptions = _Exceptions(tokenizer, rules)
        self._cuts: dict[str, _Cut] = {}
        self._joining: dict[str, frozenset[str]] = {}
        self._kept: Kept[Words] = Kept()

    @property
    def is_full(self) -> bool:
        """Whether it has seen so many different runs that a fresh one should take its place."""
        return len(self._cuts) > _MOST_RUNS

    def __call__(self, text: str) -> Words:
        lines = text.split("\n")
        kept = [self._kept.get(line) if line else _NO_WORDS for line in lines]
        fresh = "\n".join(line for line, found in zip(lines, kept, strict=True) if found is None)
        if new := {run for run in fresh.split() if run not in self._cuts}:
            if max(map(len, new)) >= _LONGEST_RUN:
                return self._in_parts(text)
            self._learn(new)
        words = Words([], [], [], [])
        at = 0
        for line, found in zip(lines, kept, strict=True):
            if line:
                if found is None:
                    self._kept.put(line, found := self._words_of(line))
                words.text += found.text
                words.lower += found.lower
                words.start += [start + at for start in found.start]
                words.end += [end + at for end in found.end]
            at += len(line) + 1
        return words

    def _spacy(self, text: str) -> Doc:
        """Return a text as spaCy cuts it. It learns its exceptions as texts have them, and never meets most."""
        joined = _joined(text)  # as it believes to see some across a space
        if not self._knows_all_signs and has_other_signs(joined):
            self._learn_all_signs()
        for met in [each for each in self._waiting if each[1] in joined]:
            self._tokenizer.add_special_case(met[0], self._waiting.pop(met))
        doc: Doc = self._tokenizer(text)
        return doc

    def _learn_all_signs(self) -> None:
        """Have the tokenizer take off affixes of any script; what it has cut so far, it would cut alike."""
        tokenizer, defaults = self._tokenizer, self._defaults
        tokenizer.prefix_search = spacy.util.compile_prefix_regex(defaults.prefixes).search
        tokenizer.suffix_search = spacy.util.compile_suffix_regex(defaults.suffixes).search
        tokenizer.infix_finditer = spacy.util.compile_infix_regex(defaults.infixes).finditer
        self._exceptions = _Exceptions(tokenizer, self._exceptions.rules)
        self._knows_all_signs = True

    def _words_of(self, line: str) -> Words:
        """Return the words of a line, whose runs have all been cut before."""
        words = Words([], [], [], [])
        for at, piece in _pieces_of(line):
            steps = [at]
            for cut, lower, way in self._cut(piece):
                words.text += cut
                words.lower += lower
                steps += way
            words.start += accumulate(steps[:-1])
        words.end += map(add, words.start, map(len, words.text))
        return words

    def _cut(self, piece: str) -> list[_Cut]:
        """Return the cuts of the runs in a piece, which stand a space apart."""
        runs = piece.split(" ")
        if not self._joining.keys().isdisjoint(runs) and self._may_join(runs):
            return [_cut_of(self._spacy(piece))]
        return [self._cuts[run] for run in runs]

    def _learn(self, runs: Collection[str]) -> None:
        """Cut runs and keep the cuts."""
        rules = self._exceptions.rules.keys()
        hard = []
        for run in runs:
            match = _BARE.fullmatch(run) or _MARKED.fullmatch(run)
            tail = (match[2], *filter(None, (match[3],)), *match[4]) if match else ()
            if match and rules.isdisjoint(accumulate(tail)):
                self._keep(run, (*match[1], *tail))
            else:
                hard.append(run)
        doc = self._spacy("\n".join(hard))  # no exception reaches over the end of a line
        ends = [token.i for token in doc if token.text == "\n"]
        for run, (before, end) in zip(hard, pairwise((-1, *ends, len(doc))), strict=False):
            self._keep(run, tuple(token.text for token in doc[before + 1 : end]))

    def _keep(self, run: str, tokens: tuple[str, ...]) -> None:
        *inner, last = map(len, tokens)
        self._cuts[run] = (tokens, tuple(lower_forms(tokens)), (*inner, last + 1))
        exceptions = self._exceptions
        if tokens[0] in exceptions.ends or exceptions.may_go_on_with(tokens[0]):
            first = exceptions.edges(run, tokens, 0)
            if any(map(exceptions.may_go_on_with, first)):
                self._joining[run] = first

    def _may_join(self, runs: list[str]) -> bool:
        """Whether spaCy may see one of its exceptions across a space between two of the runs."""
        exceptions, joining = self._exceptions, self._joining
        return any(
            exceptions.meet(last, first)
            for run, following in pairwise(runs)
            if following in joining and not (run[-1].isalpha() and following[0].isalpha())  # affixes part no letters
            for last in exceptions.edges(run, self._cuts[run][0], -1)
            for first in joining[following]
        )

    def _in_parts(self, text: str) -> Words:
        """Return the words of a text with a run in it that is longer than any word."""
        cuts = [
            at for run in _LONG_RUN.finditer(text) for at in range(run.start() + _LONGEST_RUN, run.end(), _LONGEST_RUN)
        ]
        words = Words([], [], [], [])
        for start, end in pairwise((0, *cuts, len(text))):
            add_words(words, self._spacy(text[start:end]), start)
        return words


class _Exceptions:
    """The exceptions of spaCy's tokenizer, as far as they can reach over a space."""

    def __init__(self, tokenizer: Any, rules: _Rules) -> None:
        self.rules = rules
        self._tokenizer = tokenizer
        self._listed = "\n".join(self.rules)
        self._inner = frozenset(_INNER_LETTERS.findall(self._listed))
        self.ends = frozenset(rule[end][ORTH] for rule in self.rules.values() for end in (0, -1))
        self.meet = lru_cache(maxsize=4096)(self._meet)
        self.edges = lru_cache(maxsize=4096)(self._edges)

    def may_go_on_with(self, token: str) -> bool:
        """Whether an exception may go on with `token` behind another token."""
        return token in self._inner if token.isalpha() and token.isascii() else token in self._listed

    def _edges(self, run: str, tokens: tuple[str, ...], end: Literal[0, -1]) -> frozenset[str]:
        """Return what spaCy may take for the first (0) or the last (-1) token of a run while it looks for exceptions.

        An exception that it has found at that end of the run hides what stood there before.
        """
        edge = tokens[end]
        return frozenset((edge, self._plain(run)[end].text) if edge in self.ends else (edge,))

    def _meet(self, last: str, first: str) -> bool:
        """Whether the two tokens stand side by side in an exception that is cut like any other text."""
        joined = last + first
        return any(
            (last, first) in pairwise(token.text for token in self._plain(exception))
            for exception in (self.rules if joined in self._listed else ())
            if joined in exception
        )

    @cached_property
    def _plain(self) -> Callable[[str], Doc]:
        """A tokenizer that knows no exceptions."""
        like = self._tokenizer
        plain: Callable[[str], Doc] = Tokenizer(
            like.vocab,
            prefix_search=like.prefix_search,
            suffix_search=like.suffix_search,
            infix_finditer=like.infix_finditer,
            token_match=like.token_match,
            url_match=like.url_match,
        )
        return plain


def _pieces_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches of a line in which single spaces alone part the runs, each with its offset."""
    at = 0
    for gap in _GAP.finditer(text):
        yield from _trimmed(at, text[at : gap.start()])
        at = gap.end()
    yield from _trimmed(at, text[at:])


def _joined(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def _trimmed(at: int, piece: str) -> Iterator[tuple[int, str]]:
    if inner := piece.strip(" "):
        yield at + piece.index(inner), inner


@cache
def _tokenizer() -> _Tokenizer:
    return _Tokenizer()


def _cut_of(tokens: Doc) -> _Cut:
    words = Words([], [], [], [])
    add_words(words, tokens, 0)
    return tuple(words.text), tuple(words.lower), (*map(sub, words.start[1:], words.start), len(words.text[-1]) + 1)
