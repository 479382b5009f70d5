"""How the columns of a row table share the room there is: narrower at first, then without those that can be spared."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ui import theme
from ui.common.columns import Column


def widths_in(room: int, columns: Sequence[Column], hidden: Collection[int] = ()) -> dict[int, int]:
    """Return the widths of the columns shown by their places; `hidden` ones have no room in any case.

    What is more than the columns ask for goes to those that may be narrower and are never left out.
    """
    shown = [place for place in range(len(columns)) if place not in hidden]
    while sum(_least(columns[place]) for place in shown) > room:
        spared = max(shown, key=lambda place: columns[place].spare)
        if not columns[spared].spare:
            break
        shown.remove(spared)
    asked = {place: theme.px(columns[place].width) for place in shown}
    least = {place: _least(columns[place]) for place in shown}
    lacking, slack = sum(asked.values()) - room, sum(asked.values()) - sum(least.values())
    if lacking > 0:
        share = min(lacking / slack, 1.0) if slack else 0.0
        return {place: int(asked[place] - share * (asked[place] - least[place])) for place in shown}
    growing = [place for place in shown if columns[place].least and not columns[place].spare] or shown[-1:]
    whole = sum(asked[place] for place in growing)
    return {place: asked[place] + (-lacking * asked[place] // whole if place in growing else 0) for place in shown}


def _least(column: Column) -> int:
    return theme.px(column.least or column.width)
