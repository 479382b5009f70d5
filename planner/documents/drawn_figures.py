"""Drawing figures: their marks become the operators of a page's stream, words set in the paper's own type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, radians, sin
from typing import NamedTuple

from planner.documents.complex_text import ComplexText, Emboldening
from planner.documents.content import Tone
from planner.documents.direction import AS_WRITTEN_AT_THE_RIGHT, CENTRED, LEFT_TO_RIGHT, Direction
from planner.documents.figures import Align, At, Box, Figure, Ink, Mark, Pen, Ring, Said, Stroke, Words
from planner.documents.setting import Paragraph, Setter, colour_operator
from planner.documents.theme import GREY, INK, LIGHT, TONES, Colour, Type, colour
from planner.documents.typecase import TypeCase

_INKS: Mapping[Ink, Colour] = {
    Ink.BLACK: INK,
    Ink.GREY: GREY,
    Ink.LIGHT: LIGHT,
    Ink.HOST: TONES[Tone.HOST],
    Ink.GUEST: TONES[Tone.GUEST],
    Ink.WALL: colour("#4F4F4F"),
    Ink.BOARD: colour("#FBFAF6"),
    Ink.PAPER: colour("#FFFFFF"),
}
_DIRECTIONS: Mapping[Align, Direction] = {
    Align.LEFT: LEFT_TO_RIGHT,
    Align.CENTRE: CENTRED,
    Align.RIGHT: AS_WRITTEN_AT_THE_RIGHT,
}
_LEADING = 119  # distance of baselines, in hundredths of the size
_DROP = 29  # of a baseline above the foot of its line, in hundredths of the leading
_STEPS = 12  # between a paragraph's size and its smallest
_ROUND = 0.5523  # of a radius: how far the handles of a quarter of a circle lie from its ends


class Fitted(NamedTuple):
    """Words at the size at which they fit their box, or at their smallest where they do not."""

    said: tuple[Said, ...]
    fits: bool


def fitted(words: Words, case: TypeCase) -> Fitted:
    """Return the largest size at which words fit their box, and else what is said instead."""
    choices = (words.said, *words.instead)
    for choice in choices:
        for step in range(_STEPS + 1):
            said = tuple(_smaller(each, step) for each in choice)
            if _fits(said, words, case):
                return Fitted(said, fits=True)
            if all(each.smallest in (0, each.size) for each in choice):
                break
    return Fitted(tuple(_smaller(each, _STEPS) for each in choices[-1]), fits=False)


def overflowing(figure: Figure, case: TypeCase | None = None) -> list[str]:
    """Return the words that fit their boxes at no size, and those that would stand outside the figure."""
    case = case or TypeCase()
    found = []
    for mark in figure.marks:
        if isinstance(mark, Words):
            inside = mark.x >= 0 and mark.y >= 0 and mark.x + mark.width <= figure.width
            if not (inside and mark.y + mark.height <= figure.height and fitted(mark, case).fits):
                found.append(" ".join(said.text for said in mark.said))
    return found


def figure_operators(figure: Figure, case: TypeCase, *, x: int = 0, y: int = 0, scale: float = 1) -> bytes:
    """Return what draws a figure, larger or smaller, whose upper left corner is `x` right of the origin, `y` above."""
    drawn = b"".join(_mark(mark, case) for mark in figure.marks)
    return b"q %.4g 0 0 %.4g %d %d cm 1 J 1 j\n%bQ\n" % (scale, scale, x, y, drawn)


def _mark(mark: Mark, case: TypeCase) -> bytes:
    if isinstance(mark, Words):
        return _words(mark, case)
    return _painted(_path(mark), mark.pen, mark.fill)


def _path(mark: Stroke | Box | Ring) -> bytes:
    if isinstance(mark, Stroke):
        (x, y), *rest = mark.points
        lines = b"".join(b"%d %d l " % (across, -down) for across, down in rest)
        return b"%d %d m %b%b" % (x, -y, lines, b"h " if mark.closed else b"")
    if isinstance(mark, Ring):
        radius = mark.radius
        return _rounded(mark.x - radius, mark.y - radius, 2 * radius, 2 * radius, radius)
    if not mark.radius:
        return b"%d %d %d %d re " % (mark.x, -mark.y - mark.height, mark.width, mark.height)
    return _rounded(mark.x, mark.y, mark.width, mark.height, min(mark.radius, mark.width // 2, mark.height // 2))


def _rounded(x: int, y: int, width: int, height: int, radius: int) -> bytes:
    """Return a rectangle with rounded corners; where these meet it is a circle."""
    handle = round(radius * (1 - _ROUND))
    left, top, right, bottom = x, -y, x + width, -y - height
    return b"%d %d m %d %d l %b%d %d l %b%d %d l %b%d %d l %bh " % (
        left + radius, top, right - radius, top,
        b"%d %d %d %d %d %d c " % (right - handle, top, right, top - handle, right, top - radius),
        right, bottom + radius,
        b"%d %d %d %d %d %d c " % (right, bottom + handle, right - handle, bottom, right - radius, bottom),
        left + radius, bottom,
        b"%d %d %d %d %d %d c " % (left + handle, bottom, left, bottom + handle, left, bottom + radius),
        left, top - radius,
        b"%d %d %d %d %d %d c " % (left, top - handle, left + handle, top, left + radius, top),
    )  # fmt: skip


def _painted(path: bytes, pen: Pen | None, fill: Ink | None) -> bytes:
    state = b""
    if fill is not None:
        state += colour_operator(_INKS[fill], b"rg")
    if pen is not None:
        dash = b"[%d]0 d " % pen.dash if pen.dash else b"[]0 d "
        state += colour_operator(_INKS[pen.ink], b"RG") + b"%d w %b" % (pen.width, dash)
    if pen is None:
        paint = b"n" if fill is None else b"f"
    else:
        paint = b"S" if fill is None else b"B"
    return b"%b%b%b\n" % (state, path, paint)


def _words(words: Words, case: TypeCase) -> bytes:
    said = fitted(words, case).said
    paragraphs = [_set(each, words, case) for each in said]
    height = sum(_height(each, paragraph) for each, paragraph in zip(said, paragraphs, strict=True))
    over = {At.TOP: 0, At.MIDDLE: (words.height - height) // 2, At.BOTTOM: words.height - height}[words.at]
    parts = [b"q %b cm " % _placing(words), b"BT 0 %d Td " % -over]
    for each, paragraph in zip(said, paragraphs, strict=True):
        drop = _leading(each.size) * _DROP // 100
        parts.append(b"%b0 %d Td %b0 %d Td " % (paragraph.style, drop, paragraph.operators, -drop))
    return b"".join(parts) + b"ET Q\n"


def _placing(words: Words) -> bytes:
    """Return the matrix that makes the box's upper left corner, turned about its middle, the origin."""
    angle = -radians(words.turn)
    across, along = round(cos(angle)), round(sin(angle))
    x, y = -words.width / 2, words.height / 2  # from the middle to the corner, before it is turned
    middle_x, middle_y = words.x + words.width / 2, -(words.y + words.height / 2)
    left, top = middle_x + x * across - y * along, middle_y + x * along + y * across
    return b"%d %d %d %d %d %d" % (across, along, -along, across, round(left), round(top))


def _height(said: Said, paragraph: Paragraph) -> int:
    return max(1, len(paragraph.lines)) * _leading(said.size)


def _leading(size: int) -> int:
    return size * _LEADING // 100


def _set(said: Said, words: Words, case: TypeCase) -> Paragraph:
    type_ = Type(said.face.value, said.size, _leading(said.size), _INKS[said.ink])
    return Setter(case, type_, words.width, _DIRECTIONS[words.align])[said.text]


def _smaller(said: Said, step: int) -> Said:
    if not said.smallest or said.smallest >= said.size:
        return said
    return said._replace(size=said.size - (said.size - said.smallest) * step // _STEPS)


def _fits(said: Sequence[Said], words: Words, case: TypeCase) -> bool:
    """Tell whether no word is broken and all lines find room."""
    for each in said:
        measure = ComplexText(case.family(each.face.value), each.size, words.width, emboldening=Emboldening())
        parts = [each.text] if each.whole else each.text.split(" ")
        if any(measure.width(part) > words.width for part in parts):
            return False
    return sum(_height(each, _set(each, words, case)) for each in said) <= words.height
