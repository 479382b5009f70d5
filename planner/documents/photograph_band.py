"""Photographs on the page: how large they are, which stand beside one another, and their captions under them.

Lengths are tenths of a point. A photograph keeps its proportions and is never blown up until its pixels are seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from planner.documents.content import Cell, Photograph, Row
from planner.documents.forms_band import SettersOf
from planner.documents.setting import SetCell, gap, height_of, under_each_other
from planner.documents.theme import Theme

PER_PIXEL = 7.2
"""Tenths of a point that a pixel is large at most: one and a half times what it is at 150 to the inch."""
PORTRAIT_WIDTH, PORTRAIT_HEIGHT = 992, 1276
"""35 by 45 mm (handbook 2.7)."""
BESIDE_PORTRAIT = 170
ABOVE_CAPTION = 45
LARGE, SMALL = 46, 34
"""Hundredths of a page's height that one photograph takes, and one of two beside one another."""
_WIDEST_PORTRAIT = 30  # hundredths of the width between the margins


class Picture(NamedTuple):
    """A photograph at its place: its left edge, how far its upper edge lies `below` the top of what holds it."""

    name: str
    x: int
    below: int
    width: int
    height: int
    alt: str

    @property
    def operators(self) -> bytes:
        """What draws it, the origin at the top of what holds it."""
        foot = -self.below - self.height
        return b"q %d 0 0 %d %d %d cm /%b Do Q\n" % (self.width, self.height, self.x, foot, self.name.encode())


class Set(NamedTuple):
    """Set words with a photograph beside or above them. `at` are the left edges of the cells; () for the frame's."""

    cells: tuple[SetCell, ...]
    at: tuple[int, ...]
    height: int
    picture: Picture | None = None


Area = tuple[int, int]
"""Where something begins from the left, and how wide it is."""


def name_of(photograph: Photograph) -> str:
    """Return the name of a photograph among what the pages draw: the same for the same picture."""
    return f"P{photograph.sha256[:16]}"


def is_there(photograph: Photograph | None) -> bool:
    """Tell whether there is anything to draw; an office may have been copied without its pictures."""
    return photograph is not None and bool(photograph.content) and photograph.width > 0 and photograph.height > 0


def sized(photograph: Photograph, width: int, height: int) -> tuple[int, int]:
    """Return width and height of a photograph in this room."""
    scale = min(width / photograph.width, height / photograph.height, PER_PIXEL)
    return max(1, round(photograph.width * scale)), max(1, round(photograph.height * scale))


def level(sizes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sizes of one height, so that captions begin level, unless one picture is much smaller than the other."""
    least, most = min(high for _, high in sizes), max(high for _, high in sizes)
    if least * 2 < most:
        return list(sizes)
    return [(round(wide * least / high), least) for wide, high in sizes]


def portrait_size(photograph: Photograph, width: int) -> tuple[int, int]:
    """Return width and height of a portrait on a page with this width between its margins."""
    return sized(photograph, min(PORTRAIT_WIDTH, width * _WIDEST_PORTRAIT // 100), PORTRAIT_HEIGHT)


def pictured(photograph: Photograph, size: tuple[int, int], x: int, below: int) -> Picture:
    """Return a photograph at its place."""
    return Picture(name_of(photograph), x, below, *size, photograph.alt)


def in_groups(rows: Sequence[Row], *, beside: bool) -> list[tuple[Row, ...]]:
    """Return rows as they stand on the page: words alone, photographs two beside one another.

    Of an odd number the first is the large one.
    """
    groups: list[tuple[Row, ...]] = []
    for drawn, found in groupby(rows, key=lambda row: is_there(row.photograph)):
        several = list(found)
        if not drawn or not beside:
            groups += [(row,) for row in several]
            continue
        if len(several) % 2:
            groups.append((several.pop(0),))
        groups += list(zip(several[::2], several[1::2], strict=True))
    return groups


def with_title(
    portrait: Photograph, title: Sequence[Cell], theme: Theme, setters: SettersOf, columns: int, *, mirrored: bool
) -> tuple[Set, Set]:
    """Set a portrait with its caption where the page begins, and the title in narrower columns beside it."""
    beside_it = portrait_size(portrait, theme.width)[0] + BESIDE_PORTRAIT
    width = (theme.width - beside_it - theme.column_gap * (columns - 1)) // columns
    cells = [setters(number, width).set(cell) for number, cell in enumerate(title)]
    if columns == 1:
        cells = [under_each_other(cells, theme.title_gap)]
    edges = [theme.left + beside_it + number * (width + theme.column_gap) for number in range(columns)]
    if mirrored:
        edges = [2 * theme.left + theme.width - edge - width for edge in edges]
    words = Set(((), *cells), (theme.left, *edges), max(map(height_of, cells)))
    return framed(portrait, theme, setters, mirrored=mirrored), words


def framed(portrait: Photograph, theme: Theme, setters: SettersOf, *, mirrored: bool) -> Set:
    """Set a portrait with its caption under it, at the side where the page begins."""
    size = portrait_size(portrait, theme.width)
    x = theme.left + (theme.width - size[0] if mirrored else 0)
    words = [setters(number, size[0]).set(cell) for number, cell in enumerate(portrait.caption)]
    caption = (gap(size[1] + ABOVE_CAPTION // 2), *under_each_other(words, theme.language_gap))
    return Set(((), caption), (theme.left, x), height_of(caption), pictured(portrait, size, x, 0))


def alone(
    row: Row, cells: tuple[SetCell, ...], theme: Theme, area: Area, page: int, *, mirrored: bool
) -> Set:
    """Set a large photograph; its captions stand in the columns of their languages. `page` is a page's height."""
    assert row.photograph is not None
    size = sized(row.photograph, area[1], _room(cells, page, LARGE))
    return _captioned(row.photograph, cells, size, theme, area, mirrored=mirrored)


def beside(
    rows: Sequence[Row], theme: Theme, setters: SettersOf, area: Area, page: int, *, mirrored: bool
) -> list[Set]:
    """Set photographs beside one another, each with its captions in all languages under it."""
    photographs = [row.photograph for row in rows if row.photograph is not None]
    left, count = area[0], len(rows)
    width = (area[1] - theme.column_gap * (count - 1)) // count
    lefts = [left + number * (width + theme.column_gap) for number in range(count)]
    captions = [
        under_each_other([setters(at, width).set(cell) for at, cell in enumerate(row.cells)], theme.language_gap)
        for row in rows
    ]
    room = min(_room((caption,), page, SMALL) for caption in captions)
    sizes = level([sized(one, width, room) for one in photographs])
    found = zip(photographs, captions, sizes, reversed(lefts) if mirrored else lefts, strict=True)
    return [
        _captioned(photograph, ((), caption), size, theme, (x, width), mirrored=mirrored)._replace(at=(theme.left, x))
        for photograph, caption, size, x in found
    ]


def _room(captions: Sequence[SetCell], page: int, share: int) -> int:
    """Return how high a photograph may be, so that its caption has room under it."""
    return min(page * share // 100, max(page * 60 // 100 - max(map(height_of, captions)), page // 6))


def _captioned(
    photograph: Photograph, cells: tuple[SetCell, ...], size: tuple[int, int], theme: Theme, area: Area, *,
    mirrored: bool,
) -> Set:  # fmt: skip
    padding, (left, width) = theme.row_padding, area
    x = left + width - size[0] if mirrored else left
    above = gap(padding + size[1] + ABOVE_CAPTION)
    cells = (cells[0], *((above, *cell) for cell in cells[1:]))
    return Set(cells, (), max(map(height_of, cells)) + padding, pictured(photograph, size, x, padding))
