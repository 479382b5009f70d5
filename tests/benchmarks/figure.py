"""One measured figure beside its floor, as `start.py bench` prints it."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """A figure and what it is compared with; the ratio counts, since machines differ."""

    name: str
    value: float
    unit: str
    floor: float | None
    floor_name: str
    ratio: float | None  # of value to floor, where there is a floor
    goal: str  # as the README states it: "≤ 0.4 × floor"
    reached: bool | None  # None where there is no goal


def against(name: str, value: float, unit: str, *, floor: float, floor_name: str, at_most: float) -> Figure:
    """Return a figure whose goal is a share of its floor."""
    ratio = value / floor
    return Figure(name, value, unit, floor, floor_name, ratio, f"≤ {at_most:g} × floor", ratio <= at_most)


def alone(name: str, value: float, unit: str, *, at_most: float) -> Figure:
    """Return a figure whose goal is an absolute bound."""
    return Figure(name, value, unit, None, "", None, f"≤ {at_most:g} {unit}", value <= at_most)


def at_least(name: str, value: float, unit: str, *, floor: float, floor_name: str, times: float) -> Figure:
    """Return a figure that shall be many times faster than its peer."""
    ratio = value / floor
    return Figure(name, value, unit, floor, floor_name, ratio, f"≥ {times:g} × faster", ratio * times <= 1)


def beside(name: str, value: float, unit: str, *, floor: float, floor_name: str) -> Figure:
    """Return a figure without a goal, shown beside its floor."""
    return Figure(name, value, unit, floor, floor_name, value / floor, "", None)
