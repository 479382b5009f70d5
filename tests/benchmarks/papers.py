"""Papers: how fast pages are made, beside reportlab's plain `drawString` in the same run (README, "Decisions").

Every run is a process of its own, three times, and the middle one counts; ours and the floor take turns.
W1 is a list of participants, W2 a programme of 500 items over five days, W3 an agenda of two pages.
"""

from __future__ import annotations

import json
import math
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure, against, alone, at_least, beside
from tests.benchmarks.peers import installed, seconds

_RUNS = 3
_FLOOR = "drawString"


def figures(*, quick: bool = False) -> list[Figure]:
    """Measure all; `quick` makes the list of 10,000 the longest and runs everything once."""
    runs = 1 if quick else _RUNS
    middle, middle_floor = _pair("list", 10_000, runs)
    programme, programme_floor = _pair("programme", 500, runs)
    found = [_share("W1, 10,000 participants", middle, middle_floor, 0.4)]
    found.append(_share("W2, programme of 500 items", programme, programme_floor, 0.6))
    if not quick:
        found += _long_list(runs, middle)
    warm = _medians([_run("warm") for _ in range(runs)])
    found.append(alone("W3, agenda: edit to new bytes", warm["bytes"] * 1000, "ms", at_most=15))
    found.append(alone("W3, agenda: edit to new picture", warm["picture"] * 1000, "ms", at_most=60))
    scripts = _medians([_run("scripts") for _ in range(runs)])
    found.append(
        against(
            "marks and other scripts",
            scripts["marked"] * 1000,
            "ms",
            floor=scripts["plain"] * 1000,
            floor_name="the plain page",
            at_most=1.5,
        )
    )
    found += _beside_qt(middle)
    return [*found, *_beside_peers()]


def _beside_peers() -> Iterator[Figure]:
    """Set a list of 1,000 and the programme beside each other program that is installed here."""
    for kind, size, name in (("list", 1_000, "W1, 1,000"), ("programme", 500, "W2")):
        for peer in installed():
            with tempfile.TemporaryDirectory() as folder:
                theirs = seconds(peer, kind, size, Path(folder))
            if theirs is None:
                continue
            ours = _run("ours", kind, str(size))["seconds"]
            if (peer, kind) == ("typst", "programme"):
                yield against(f"{name}, beside typst", ours, "s", floor=theirs, floor_name=peer, at_most=0.25)
            else:
                yield beside(f"{name}, beside {peer}", ours, "s", floor=theirs, floor_name=peer)


def _long_list(runs: int, middle: dict[str, float]) -> list[Figure]:
    """W1 with 85,000: the list of a UN climate conference."""
    long, floor = _pair("list", 85_000, runs)
    exponent = math.log(long["seconds"] / middle["seconds"], 8.5)
    return [
        _share("W1, 85,000 participants", long, floor, 0.4),
        alone("W1, 85,000: peak memory", long["memory"], "MB", at_most=250),
        alone("W1, 85,000: file", long["megabytes"], "MB", at_most=15),
        alone("W1, exponent from 10,000 to 85,000", exponent, "", at_most=1.1),
    ]


def _beside_qt(ours: dict[str, float]) -> list[Figure]:
    """W1 with 10,000 beside Qt's own text document; with 85,000 that would run for minutes."""
    try:
        qt = _run("qt", "10000")
    except subprocess.CalledProcessError:  # no Qt on this machine, or none that starts
        return []
    return [
        at_least(
            "W1, 10,000, beside Qt (run at 10,000)",
            ours["seconds"],
            "s",
            floor=qt["seconds"],
            floor_name="QTextDocument",
            times=10,
        )
    ]


def _share(name: str, ours: dict[str, float], floor: dict[str, float], at_most: float) -> Figure:
    return against(name, ours["seconds"], "s", floor=floor["seconds"], floor_name=_FLOOR, at_most=at_most)


def _pair(kind: str, size: int, runs: int) -> tuple[dict[str, float], dict[str, float]]:
    """Run ours and the floor in turns."""
    with tempfile.TemporaryDirectory() as folder:
        strings = str(Path(folder) / "strings")
        _run("strings", kind, str(size), strings)
        pairs = [(_run("ours", kind, str(size)), _run("floor", strings)) for _ in range(runs)]
    return _medians([ours for ours, _ in pairs]), _medians([floor for _, floor in pairs])


def _run(*arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.paper_runs", *arguments]
    done = subprocess.run(
        command, cwd=Path(__file__).parents[2], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _medians(results: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median([result[name] for result in results]) for name in results[0]}
