"""What was found once, kept for the next time: by what it rests on, within bounds, and let go when nobody asks for it.

While somebody types, all paragraphs but one stay as they were, and so does what was found in each. The command line
goes the same way, where a paragraph may come again in another draft.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Generic, TypeVar
from weakref import WeakSet

Found = TypeVar("Found")
_tables: WeakSet[Kept[Any]] = WeakSet()
Asked = TypeVar("Asked", bound=Hashable)
_MOST_PARTS = 4096  # that a table keeps; three drafts of 20,000 words have fewer. Bounds memory.
_MOST_SENTENCES = 16384  # that what is asked of a text alone is kept for
_MOST_WORDS = 32768
_MOST_STORIES = 8  # after so many a part that only one of them asked for grows older, and after as many more it goes


class Kept(Generic[Found]):
    """What was found by what it rests on; of more than it holds, what was not asked for longest goes.

    Who types makes a new paragraph of each keystroke, which is asked for once. Only what a later story asks for again
    stays; the rest goes after some stories, so that typing fills no memory.
    """

    def __init__(self, most: int = _MOST_PARTS) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Found] = OrderedDict()  # a dict looks for its first past all that went
        self._new: dict[Hashable, tuple[int, Found]] = {}  # with the number of the one story that asked
        self._older: dict[Hashable, tuple[int, Found]] = {}
        _tables.add(self)

    def get(self, key: Hashable) -> Found | None:
        """Return what is kept under a key, None if nothing is."""
        found = self._found.get(key)
        if found is not None:
            self._found.move_to_end(key)
            return found
        if (new := self._new.get(key) or self._older.get(key)) is None:
            return None
        story, found = new
        if story != _stories.count:
            self._new.pop(key, None)
            self._older.pop(key, None)
            self._found[key] = found
            if len(self._found) > self._most:
                self._found.popitem(last=False)
        return found

    def put(self, key: Hashable, found: Found) -> None:
        """Keep what was found."""
        self._found.pop(key, None)
        self._new[key] = _stories.count, found
        if len(self._new) > self._most:
            self.grow_older()

    def grow_older(self) -> None:
        """Let go what no second story has asked for since this was last called."""
        self._older, self._new = self._new, {}

    def clear(self) -> None:
        """Let everything go."""
        self._found.clear()
        self._new.clear()
        self._older.clear()


def kept_by_text(ask: Callable[[Asked], Found]) -> Callable[[Asked], Found]:
    """Have what a function says of a text (or of whatever it is given) kept, and let go like all that is kept."""
    kept: Kept[tuple[Found]] = Kept(_MOST_SENTENCES)

    @wraps(ask)
    def answer(text: Asked) -> Found:
        found = kept.get(text)
        if found is None:
            kept.put(text, found := (ask(text),))
        return found[0]

    return answer


class Worked(dict[str, Found]):
    """What was worked out of each word, looked up by the word as in a table; words are few and come again and again.

    A table can be asked of many words at once without a step of the interpreter for each. A full one keeps no more.
    """

    def __init__(self, work_out: Callable[[str], Found]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> Found:
        found = self._work_out(word)
        if len(self) < _MOST_WORDS:
            self[word] = found
        return found


class _Stories:
    """How many stories have been looked at."""

    count = 0


_stories = _Stories()


def begin_story() -> None:
    """Say that another story is looked at from now on."""
    _stories.count += 1
    if _stories.count % _MOST_STORIES == 0:
        for table in _tables:
            table.grow_older()


def forget() -> None:
    """Forget all that is kept of any story: the next one is looked at as if it were the first."""
    for table in _tables:
        table.clear()
