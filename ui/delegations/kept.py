"""The lines of the two columns as plain values, to be kept when the window closes and shown at the next start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ui.common.pill import Tone
from ui.delegations.line_kinds import EmptyLine, Extent, HeadingLine, Line, PersonLine, PillWord, RuleLine

Positions = tuple[tuple[str, bool], ...]
Pills = tuple[PillWord, ...]
BETWEEN = "\n"
"""Between the two names of somebody; no name has one."""


class Kept(NamedTuple):
    """What the page showed: its lines by column, who stands on the left, and where one was."""

    columns: Mapping[str, Sequence[Line]]
    state: tuple[int, str, str] = (0, "", "")
    """The state of the office it was read in (`planner.last_step`)."""
    first: str = "guest"
    chosen: tuple[str, int] = ("", 0)
    scrolled: Mapping[str, int] = {}
    above: int = 0
    """The height of the bar above the columns, in pixels."""
    between: int = 0
    """The width of the strip between them."""


class Shared(NamedTuple):
    """What recurs from line to line, as posts and states do, and is kept once."""

    positions: Sequence[Positions]
    pills: Sequence[Pills]
    extents: Sequence[Extent]


class KeptLine(PersonLine):
    """Somebody as kept: the words are made already. Thousands are held, so each holds little."""

    __slots__ = ("_extent", "_member_id", "_pills", "_pinned", "_positions", "_words")

    def __init__(self, row: Sequence[Any], shared: Shared) -> None:
        self._member_id, delegation_id, place, number, self._pinned, self._words, said, state, extent = row
        super().__init__(delegation_id, place, number)
        self._positions, self._pills, self._extent = shared.positions[said], shared.pills[state], shared.extents[extent]

    @property
    def member_id(self) -> int:
        """The participation."""
        return int(self._member_id)

    @property
    def pinned(self) -> bool:
        """Whether somebody has fixed its place."""
        return bool(self._pinned)

    @property
    def name(self) -> str:
        """The name in the event's first language that has one, or the post's."""
        return str(self._words.partition(BETWEEN)[0])

    @property
    def second(self) -> str:
        """The name in another language."""
        return str(self._words.partition(BETWEEN)[2])

    @property
    def positions(self) -> Positions:
        """The position in each language, and whether these words stand in for what is missing."""
        return self._positions

    @property
    def pills(self) -> tuple[PillWord, ...]:
        """The words of its state."""
        return self._pills

    def extent(self) -> Extent:
        """Return how much it says."""
        return self._extent


def plain(kept: Kept) -> dict[str, Any]:
    """Return what was shown as values of JSON."""
    positions: dict[Positions, int] = {}
    pills: dict[Pills, int] = {}
    extents: dict[Extent, int] = {}

    def row(line: Line) -> list[Any]:
        if not isinstance(line, PersonLine):
            return [type(line).__name__, *line]
        extent = line.extent()
        return [
            line.member_id, line.delegation_id, line.place, line.number, int(line.pinned),
            f"{line.name}{BETWEEN}{line.second}", positions.setdefault(line.positions, len(positions)),
            pills.setdefault(line.pills, len(pills)), extents.setdefault(extent, len(extents)),
        ]  # fmt: skip

    columns = {name: [row(line) for line in lines] for name, lines in kept.columns.items()}
    return {
        **kept._asdict(), "columns": columns, "positions": list(positions), "extents": list(extents),
        "pills": [[(pill.text, str(pill.tone)) for pill in one] for one in pills],
    }  # fmt: skip


def kept_of(found: Mapping[str, Any]) -> Kept:
    """Return what was shown. Raise LookupError, TypeError or ValueError where it is not what `plain` returned."""
    shared = Shared(
        [tuple([(str(words), bool(missing)) for words, missing in one]) for one in found["positions"]],
        [tuple([PillWord(words, _tone(tone)) for words, tone in one]) for one in found["pills"]],
        [Extent(names, tuple(positions), pills) for names, positions, pills in found["extents"]],
    )
    columns = {str(name): [_line(row, shared) for row in rows] for name, rows in found["columns"].items()}
    scrolled = {str(name): int(value) for name, value in found["scrolled"].items()}
    (kind, thing_id), (number, at, author) = found["chosen"], found["state"]
    return Kept(
        columns, (int(number), str(at), str(author)), str(found["first"]), (str(kind), int(thing_id)), scrolled,
        int(found["above"]), int(found["between"]),
    )  # fmt: skip


def _line(row: Sequence[Any], shared: Shared) -> Line:
    if not isinstance(row[0], str):
        return KeptLine(row, shared)
    kind, *rest = row
    if kind == HeadingLine.__name__:
        delegation_id, tone, *words = rest
        return HeadingLine(delegation_id, Tone(tone), *words)
    return RuleLine(*rest) if kind == RuleLine.__name__ else EmptyLine(*rest)


def _tone(tone: str) -> Tone | str:
    return Tone(tone) if tone in {one.value for one in Tone} else tone
