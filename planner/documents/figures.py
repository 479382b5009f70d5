"""Figures of a paper: lines, boxes, circles and words at their places, every string final.

Lengths are tenths of a point; x runs to the right, y downwards from the upper left corner of what holds them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Ink(StrEnum):
    """The colour of a line, an area or words; the theme of the page gives the shade."""

    BLACK = "black"
    GREY = "grey"
    LIGHT = "light"
    HOST = "host"
    GUEST = "guest"
    WALL = "wall"
    BOARD = "board"  # the face of a table
    PAPER = "paper"


class Face(StrEnum):
    """A family of type."""

    SANS = "sans"
    SANS_BOLD = "sans-bold"
    SERIF = "serif"
    SERIF_BOLD = "serif-bold"
    SERIF_ITALIC = "serif-italic"


class Align(StrEnum):
    """Where words stand between left and right."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class At(StrEnum):
    """Where words stand between top and bottom."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Pen(NamedTuple):
    """How a line is drawn; `dash` is the length of strokes and of the gaps between them, 0 for none."""

    ink: Ink = Ink.BLACK
    width: int = 7
    dash: int = 0


class Stroke(NamedTuple):
    """A line from point to point, closed and filled for an area."""

    points: tuple[tuple[int, int], ...]
    pen: Pen | None = Pen()
    fill: Ink | None = None
    closed: bool = False


class Box(NamedTuple):
    """A rectangle by its upper left corner, its corners rounded."""

    x: int
    y: int
    width: int
    height: int
    pen: Pen | None = Pen()
    fill: Ink | None = None
    radius: int = 0


class Ring(NamedTuple):
    """A circle by its middle."""

    x: int
    y: int
    radius: int
    pen: Pen | None = Pen()
    fill: Ink | None = None


class Said(NamedTuple):
    """A paragraph of words. It shrinks to `smallest` where it must, 0 never; `whole` is never broken into lines."""

    text: str
    size: int
    face: Face = Face.SANS
    ink: Ink = Ink.BLACK
    smallest: int = 0
    whole: bool = False


class Words(NamedTuple):
    """Paragraphs in a box; where they do not fit at their smallest, the first of `instead` that does is said.

    `turn` is 0, 90, 180 or 270 degrees clockwise about the middle of the box, whose width and height are those of
    the words before they are turned.
    """

    x: int
    y: int
    width: int
    height: int
    said: tuple[Said, ...]
    align: Align = Align.CENTRE
    at: At = At.MIDDLE
    turn: int = 0
    instead: tuple[tuple[Said, ...], ...] = ()


Mark = Stroke | Box | Ring | Words


class EmblemPlace(NamedTuple):
    """Where the emblem of the office stands, as large as it fits; `turn` is 0 or 180 degrees."""

    x: int
    y: int
    width: int
    height: int
    turn: int = 0


class Edge(NamedTuple):
    """Room for a line of small print on what is cut off; box and turn are as those of words."""

    x: int
    y: int
    width: int
    height: int
    turn: int = 0


class Figure(NamedTuple):
    """A drawing on a page of text, or a page of its own.

    On a page of its own stand the emblems where the office has one, and at the edge what forms it bears.
    """

    width: int
    height: int
    marks: tuple[Mark, ...]
    emblems: tuple[EmblemPlace, ...] = ()
    edge: Edge | None = None


def texts_of(figure: Figure) -> list[str]:
    """Return all that a figure says, in the order it is drawn."""
    return [said.text for mark in figure.marks if isinstance(mark, Words) for said in mark.said]
