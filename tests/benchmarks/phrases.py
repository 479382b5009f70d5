"""Offers from 10,000 phrases at every key: the counterpart of a text, and whole phrases that go on as it begins."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

from planner.language.phrases import PhraseIndex, Written
from tests.benchmarks.figure import Figure, alone

NUMBER = 10_000
WORDS = (
    "встреча обед ужин делегация мэрия город глава зал отель посещение музей школа переговоры подписание меморандум "
    "прибытие отъезд аэропорт церемония цветы"
).split()


def base(number: int = NUMBER) -> PhraseIndex:
    """Return as many phrases, the same ones every time."""
    chance = random.Random(1)

    def wording(place: int) -> str:
        return f"{' '.join(chance.choices(WORDS, k=chance.randint(3, 8)))} {place}"

    return PhraseIndex(
        Written(("item", one, "title"), (("en", wording(one)), ("ru", wording(one)))) for one in range(1, number + 1)
    )


def figures(*, quick: bool = False) -> Iterator[Figure]:
    """Measure each key of a text typed letter by letter, once both indexes are warm; the slowest key counts too."""
    phrases = base()
    text = "Встреча с Главой города в зале 7" if quick else "Встреча с Главой города и посещение музея, школы № 12"
    asked: dict[str, Callable[[str], object]] = {
        "counterpart of a text": lambda words: phrases.counterparts(words, "ru", "en"),
        "phrases that go on": lambda words: phrases.completions(words, "ru", ["en"]),
    }
    for name, ask in asked.items():
        ask(text)
        times = []
        for end in range(2, len(text) + 1):
            start = perf_counter()
            ask(text[:end])
            times.append((perf_counter() - start) * 1000)
        yield alone(f"{name}, per key at 10,000", median(times), "ms", at_most=10)
        yield alone(f"{name}, slowest key", max(times), "ms", at_most=10)
