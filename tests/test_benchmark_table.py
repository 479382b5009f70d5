"""The benchmark table prints what was measured, and says which benchmarks there are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import HEADINGS, cells, modules, print_table, quantity
from tests.benchmarks.figure import against, alone

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(0.123, "s", "0.12 s"), (6.54, "ms", "6.54 ms"), (17.25, "ms", "17.2 ms"), (85000, "", "85,000")],
)
def test_quantity_shows_the_figures_that_count(value: float, unit: str, text: str) -> None:
    assert quantity(value, unit) == text


def test_table_puts_figure_floor_and_goal_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        against("list", 1, "s", floor=4, floor_name="drawString", at_most=0.4),
        alone("edit", 20, "ms", at_most=15),
    ]
    print_table(map(cells, rows))
    assert capsys.readouterr().out == (
        "figure  value    floor              ratio  goal           reached\n"
        "list    1.00 s   4.00 s drawString  0.25   ≤ 0.4 × floor  yes\n"
        "edit    20.0 ms                            ≤ 15 ms        no\n"
    )


def test_figures_have_a_heading_each() -> None:
    assert len(cells(alone("edit", 20, "ms", at_most=15))) == len(HEADINGS)


def test_unknown_benchmark_is_refused_with_those_there_are() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--only", "nonsense"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    sentence = f"There is no benchmark 'nonsense'. There are: {', '.join(modules(None))}\n"
    assert (done.returncode, done.stderr) == (1, sentence)
