"""Sentences whose figures follow from one another, and the same with one of them damaged, for the rules of arithmetic.

    python benchmarks/sums.py [--each 40] [--seed 1]

A sentence is drawn from a frame and from quantities that nobody rounded; each figure is then rounded as a paper would
print it, so that a rule has to bear what rounding does. Damaged ones have a percentage, a part or a total that is off
by a quarter or more, a range turned round, or points called percent. It prints for each rule how many damaged
sentences it finds, and on how many that are right it raises an alarm.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings


@dataclass(frozen=True)
class Pair:
    """A sentence that is right, and the same with a slip."""

    code: str
    right: str
    damaged: str


def change(draw: random.Random) -> Pair:
    """A quantity that went up or down, with both its figures."""
    old = draw.uniform(1.2, 9.5) * 10 ** draw.choice((2, 3, 6, 9))
    rate = draw.choice((-1, 1)) * draw.uniform(4, 45)
    new = old * (1 + rate / 100)
    up = rate > 0
    sign = draw.choice(("", "$", "£"))
    was, now = (sign + _printed(value) for value in (old, new))
    frame = draw.choice(
        (
            "Sales {rose} {p} percent to {now} from {was} a year earlier.",
            "Output {rose} from {was} to {now}, {a_rise} of {p} percent.",
            "The value of the land {rose} {p}%, from {was} to {now}.",
            "The group made {now} in the quarter, {up} {p} percent from {was} in the same period last year.",
            "Spending {rose} by {p} per cent last year, to {now} from {was}.",
        )
    )

    def told(percent: float) -> str:
        return frame.format(
            rose="rose" if up else "fell",
            a_rise="a rise" if up else "a drop",
            up="up" if up else "down",
            p=_percent(percent, draw),
            was=was,
            now=now,
        )

    size = abs(rate)
    return Pair("FIG302", told(size), told(size * draw.choice((0.5, 0.7, 1.5, 2.0)) + draw.choice((3, 5))))


def share(draw: random.Random) -> Pair:
    """A part of a whole, and its share."""
    whole = draw.randint(12, 5000)
    part = max(1, round(whole * draw.uniform(0.05, 0.9)))
    frame = draw.choice(
        (
            "The board closed {part:,} of {whole:,} schools, or {p} percent.",
            "Of the {whole:,} trees that were planted, {part:,} died, or {p} percent.",
            "Inspectors found mould in {part:,} of the {whole:,} flats ({p}%).",
            "Some {part:,} of the city’s {whole:,} buses — about {p} percent — stood still.",
        )
    )
    right = 100 * part / whole
    wrong = right * draw.choice((0.6, 1.4)) + draw.choice((4, 6))

    def told(percent: float) -> str:
        return frame.format(part=part, whole=whole, p=_percent(percent, draw))

    return Pair("FIG303", told(right), told(wrong))


def points(draw: random.Random) -> Pair:
    """A rate that moved by points."""
    old = draw.randint(3, 60)
    by = draw.randint(1, 12)
    frame = draw.choice(
        (
            "The jobless rate rose {by} {unit} to {new} percent from {old} percent.",
            "Support rose {by} {unit}, from {old} percent to {new} percent.",
            "The share went from {old} percent to {new} percent, a gain of {by} {unit}.",
        )
    )
    right = frame.format(by=by, unit="percentage point" + "s" * (by > 1), old=old, new=old + by)
    return Pair("FIG305", right, frame.format(by=by, unit="percent", old=old, new=old + by))


def total(draw: random.Random) -> Pair:
    """Parts and their total."""
    parts = [draw.randint(3, 400) for _ in range(draw.choice((2, 3)))]
    places = draw.sample(["Hull", "Leeds", "Perth", "Accra", "Pune", "Cork"], len(parts))
    frame = draw.choice(
        (
            "The firm cut {list}, for a total of {total}.",
            "The firm will shut {list}, {total} in all.",
            "A total of {total} posts went: {list}.",
        )
    )
    listed = [f"{part} posts in {place}" for part, place in zip(parts, places, strict=True)]
    told = ", ".join(listed[:-1]) + " and " + listed[-1]
    right = sum(parts)
    wrong = right + max(2, round(right * draw.uniform(0.08, 0.4)))
    return Pair("FIG310", frame.format(list=told, total=right), frame.format(list=told, total=wrong))


def range_of(draw: random.Random) -> Pair:
    """A range from low to high."""
    low = draw.randint(2, 90)
    high = low + draw.randint(1, 60)
    frame = draw.choice(
        (
            "Repairs will take between {a} and {b} weeks.",
            "Seats cost ${a} to ${b}, depending on the row.",
            "The plan will cost between ${a} million and ${b} million a year.",
            "The firm will hire {a}-{b} drivers.",
        )
    )
    return Pair("FIG309", frame.format(a=low, b=high), frame.format(a=high, b=low))


FRAMES: tuple[Callable[[random.Random], Pair], ...] = (change, share, points, total, range_of)


def pairs(each: int, seed: int) -> list[Pair]:
    """Return `each` pairs of every kind; the same seed gives the same pairs."""
    draw = random.Random(seed)
    return [frame(draw) for frame in FRAMES for _ in range(each)]


def main() -> None:
    """Draw the sentences and print what the rules find in them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=40, help="pairs of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print what is missed and what is falsely reported")
    options = parser.parse_args()
    linter = Linter(Settings(select=("FIG3",)))
    found: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for pair in pairs(options.each, options.seed):
        hit = any(d.code == pair.code for d in linter.lint_text(pair.damaged).diagnostics)
        alarm = bool(linter.lint_text(pair.right).diagnostics)
        found[pair.code] += hit
        alarms[pair.code] += alarm
        if options.show and (alarm or not hit):
            print("alarm " if alarm else "missed", pair.code, pair.right if alarm else pair.damaged)
    for code in sorted(found):
        print(
            f"{code}  found {found[code]} of {options.each}, alarms on {alarms[code]} of {options.each} that are right"
        )


def _printed(value: float) -> str:
    """Return a quantity as a paper prints it."""
    for size, word in ((1e9, " billion"), (1e6, " million")):
        if value >= size:
            return f"{value / size:.1f}{word}"
    return f"{round(value, -1 if value >= 1000 else 0):,.0f}"


def _percent(value: float, draw: random.Random) -> str:
    return f"{value:.1f}" if draw.random() < 0.3 else f"{value:.0f}"


if __name__ == "__main__":
    main()
