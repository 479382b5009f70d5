"""Rows in an order somebody gave them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any


def put_in_order(rows: Iterable[Any], wanted: Sequence[int]) -> None:
    """Give rows their `position`: those named first, in that order, the others behind them as they stood."""
    named = {number: place for place, number in enumerate(dict.fromkeys(wanted))}
    ordered = sorted(rows, key=lambda row: (named.get(row.id, len(named)), row.position, row.id))
    for place, row in enumerate(ordered):
        if row.position != place:
            row.position = place
