"""Filling a banquet of 300 at 30 tables under wishes, prohibitions, languages and shares of hosts: time and score.

The score is the sum of what a seating bends; it stands beside that of the greedy filling of the same people.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from planner.rules.banquet import fill_banquet, fill_greedily
from planner.rules.seating_score import score, total
from tests.benchmarks.figure import Figure, against, alone
from tests.rules.seated import banquet


def figures(*, quick: bool = False) -> Iterator[Figure]:
    """Measure the middle of five fillings; `quick` one."""
    chart, people, wishes = banquet(1)
    times = []
    for _ in range(1 if quick else 5):
        start = perf_counter()
        filled = fill_banquet(chart, people, wishes=wishes)
        times.append(perf_counter() - start)
    yield alone("banquet of 300 filled", median(times), "s", at_most=1)
    ours, theirs = (
        total(score(chart, placed, people, wishes=wishes))
        for placed in (filled, fill_greedily(chart, people, wishes=wishes))
    )
    yield against("score of the banquet", ours, "", floor=theirs, floor_name="greedy filling", at_most=0.7)
