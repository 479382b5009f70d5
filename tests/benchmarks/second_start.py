"""What start.py adds before the program itself, once everything is prepared."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.figure import Figure

START = Path(__file__).resolve().parents[2] / "start.py"
GOAL = 0.3


def figures(*, quick: bool = False) -> list[Figure]:
    """Compare a second `start.py prepare`, which does all but the handing over, with a bare Python."""
    rounds = 3 if quick else 10
    value = _seconds(rounds, str(START), "prepare")
    floor = _seconds(rounds, "-c", "pass")
    name, goal = "second start, before the program", f"≤ {GOAL} s"
    return [Figure(name, value, "s", floor, "bare Python", value / floor, goal, value <= GOAL)]


def _seconds(rounds: int, *arguments: str) -> float:
    taken = []
    for _ in range(rounds):
        begin = perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        taken.append(perf_counter() - begin)
    return median(taken)
