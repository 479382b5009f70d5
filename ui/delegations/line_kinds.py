"""The kinds of lines of a side's column: headings of delegations, people, rules. Needs no office to be open."""

from __future__ import annotations

from typing import NamedTuple

from ui.common.pill import Tone


class PillWord(NamedTuple):
    """A word of state and its tone."""

    text: str
    tone: Tone | str


class Extent(NamedTuple):
    """How much a line says, in letters, without the words being made: of the names, and of the position by language.

    A position that is missing has 0 letters; `pills` is the number of words of its state.
    """

    names: int
    positions: tuple[int, ...]
    pills: int


class HeadingLine(NamedTuple):
    """The head of a delegation's block."""

    delegation_id: int
    tone: Tone
    title: str
    organisation: str
    remark: str


class PersonLine:
    """Somebody; `number` is 0 for those not counted in precedence, `place` counts from 1 within all shown."""

    __slots__ = ("delegation_id", "number", "place")

    def __init__(self, delegation_id: int, place: int, number: int) -> None:
        self.delegation_id, self.place, self.number = delegation_id, place, number

    @property
    def member_id(self) -> int:
        """The participation."""
        raise NotImplementedError

    @property
    def pinned(self) -> bool:
        """Whether somebody has fixed its place."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """The name in the event's first language that has one, or the post's."""
        raise NotImplementedError

    @property
    def second(self) -> str:
        """The name in another language."""
        raise NotImplementedError

    @property
    def positions(self) -> tuple[tuple[str, bool], ...]:
        """The position in each language, and whether these words stand in for what is missing."""
        raise NotImplementedError

    @property
    def pills(self) -> tuple[PillWord, ...]:
        """The words of its state."""
        raise NotImplementedError

    def extent(self) -> Extent:
        """Return how much it will say; of a post to be filled, about."""
        raise NotImplementedError


class RuleLine(NamedTuple):
    """What separates those who accompany a delegation."""

    delegation_id: int
    words: str


class EmptyLine(NamedTuple):
    """Says that a delegation has nobody yet."""

    delegation_id: int
    words: str


Line = HeadingLine | PersonLine | RuleLine | EmptyLine
