"""How far two spellings of a name lie apart: what `planner.language.likeness` measures and the rules weigh."""

from __future__ import annotations

from typing import NamedTuple


class Likeness(NamedTuple):
    """Two spellings that may be of one name.

    `edits` letters differ; `initials` parts stand shortened on one side; `missing` parts stand on one side only;
    `turned` tells of another order of the parts, `scripts` of another script or transliteration; `half` of two letters
    changed in a part of five or fewer; `letters` is the length of the shorter name; `rare` tells that hardly anybody
    else bears what they have in common.
    """

    edits: int = 0
    initials: int = 0
    missing: int = 0
    turned: bool = False
    scripts: bool = False
    half: bool = False
    letters: int = 0
    rare: bool = False

    @property
    def distance(self) -> int:
        """Return how far apart they are: the smaller, the more alike."""
        return 2 * self.edits + 2 * self.initials + 3 * self.missing + self.turned + self.scripts
