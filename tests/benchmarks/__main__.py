"""The benchmark table: `python3 start.py bench [--quick] [--only NAME]`.

Each module of this folder with a function `figures` gives its figures and the floors it measured in the same run.
The clock decides nothing: the exit status is 0 whatever was reached.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Iterable, Iterator
from inspect import signature
from pathlib import Path

from tests.benchmarks.figure import Figure

HEADINGS = ("figure", "value", "floor", "ratio", "goal", "reached")


def modules(only: str | None) -> list[str]:
    """Return the names of the modules that measure, or the one that was asked for."""
    paths = sorted(Path(__file__).parent.glob("[!_]*.py"))
    names = [path.stem for path in paths if "def figures(" in path.read_text(encoding="utf-8")]
    if only is not None and only not in names:
        sys.exit(f"There is no benchmark '{only}'. There are: {', '.join(names)}")
    return names if only is None else [only]


def measured(name: str, *, quick: bool) -> Iterator[Figure]:
    """Yield a module's figures, of smaller work where it knows of that."""
    figures = importlib.import_module(f"tests.benchmarks.{name}").figures
    yield from figures(**({"quick": quick} if "quick" in signature(figures).parameters else {}))


def cells(figure: Figure) -> tuple[str, ...]:
    """Return a figure's row as texts."""
    return (
        figure.name,
        quantity(figure.value, figure.unit),
        "" if figure.floor is None else f"{quantity(figure.floor, figure.unit)} {figure.floor_name}".strip(),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        figure.goal,
        "" if figure.reached is None else "yes" if figure.reached else "no",
    )


def quantity(value: float, unit: str) -> str:
    """Return a number with three figures that count, and its unit."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f} {unit}".strip()


def print_table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows under their headings, a column as wide as its widest cell."""
    table = [HEADINGS, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(HEADINGS))]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def main() -> None:
    """Measure what was asked for and print the table."""
    parser = argparse.ArgumentParser(prog="python3 start.py bench", description=__doc__.splitlines()[0])
    parser.add_argument("--only", metavar="NAME", help="one benchmark of tests/benchmarks")
    parser.add_argument("--quick", action="store_true", help="smaller work, for a first impression")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures = []
    for name in modules(arguments.only):
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        figures += measured(name, quick=arguments.quick)
    print_table(map(cells, figures))


if __name__ == "__main__":
    main()
