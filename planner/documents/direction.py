"""Which way the lines of a cell run, and at which side of it they begin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Direction:
    """How the lines of a cell run.

    Attributes: level (0 to the right, 1 to the left, None as the first letter of each paragraph does), right
    (whether lines begin at the right side of the cell) and centred (whether they stand in its middle).
    """

    level: int | None = 0
    right: bool = False
    centred: bool = False


LEFT_TO_RIGHT = Direction()
RIGHT_TO_LEFT = Direction(1, right=True)
CENTRED = Direction(None, centred=True)
AS_WRITTEN_AT_THE_RIGHT = Direction(None, right=True)
