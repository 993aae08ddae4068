"""Stories that anybody can generate: news sentences filled with English words as often as they are written.

    python benchmarks/stories.py FOLDER --stories 200 --words 600

The words are those of symspellpy's frequency list, drawn by frequency, so that new ones keep turning up as they do in
real copy. The same seed gives the same stories.
"""

from __future__ import annotations

import argparse
import random
from functools import cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

_FRAMES = (
    "The {noun} of {noun} {verb}, {name} said on {day}.",
    "“We {verb} the {noun},” said {name}, a spokeswoman for the {noun} {noun}. “It’s a {adjective} {noun}.”",
    "About {number} percent of {noun} {verb} {noun}, according to a report by the {noun} ministry.",
    "{name}, who {verb} in {year}, told reporters that {noun} and {noun} had {verb} in the U.S. since then.",
    "More than {number} people {verb} the {adjective} {noun} in {place} when the {noun} {verb}.",
    "The company, which is based in {place}, {verb} ${number} million to {verb} its {noun}, up from {year}.",
    "But the {noun} didn’t {verb}: officials in {place} would not say whether the {noun} was {adjective}.",
    "In {year} the {adjective} {noun} {verb} {noun}, and critics of the {noun} say that it {verb} too little.",
    "{name} added that the “{adjective}” {noun} would {verb} {place}’s {noun} by {day}.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@cache
def _words() -> tuple[list[str], list[int]]:
    """Return the words of the list and, for drawing, how often they and all before them are written."""
    text = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    rows = [line.split() for line in text.splitlines()]
    kept = [(word, int(count)) for word, count in rows if len(word) > 3 and word.isalpha()]
    return [word for word, _ in kept], list(accumulate(count for _, count in kept))


def story(seed: int, length: int = 600) -> str:
    """Return a plain-text story of about `length` words, in paragraphs under a headline."""
    draw = random.Random(seed)
    words, weights = _words()

    def some() -> str:
        return draw.choices(words, cum_weights=weights)[0]

    def sentence() -> str:
        frame = draw.choice(_FRAMES)
        while "{" in frame:
            before, _, rest = frame.partition("{")
            slot, _, after = rest.partition("}")
            if slot == "name":
                filler = f"{some().capitalize()} {some().capitalize()}"
            elif slot == "place":
                filler = some().capitalize()
            elif slot == "day":
                filler = draw.choice(_DAYS)
            elif slot == "year":
                filler = str(draw.randint(1950, 2025))
            elif slot == "number":
                filler = f"{draw.randint(2, 99_000):,}"
            else:
                filler = some()
            frame = before + filler + after
        return frame[0].upper() + frame[1:]

    parts = [" ".join(some() for _ in range(7)).capitalize()]
    count = 7
    while count < length:
        paragraph = " ".join(sentence() for _ in range(draw.randint(1, 3)))
        parts.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(parts) + "\n"


def write(folder: Path, count: int, length: int) -> list[Path]:
    """Write `count` stories of `length` words into a folder and return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:05}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(story(number, length), encoding="utf-8")
    return paths


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--words", type=int, default=600)
    options = parser.parse_args()
    write(options.folder, options.stories, options.words)
