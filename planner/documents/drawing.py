"""Drawing a page: placed things become the operators of its stream.

The origin wanders down the page with the rows, so equal rows have equal bytes: the file is a fifth
smaller and hardly a number needs formatting.
"""

from __future__ import annotations

from planner.documents.pages import Kind, Layout, Page, Placed
from planner.documents.photograph_band import Picture
from planner.documents.setting import SetCell, Setter, colour_operator
from planner.documents.tags import LEAD, NOBODYS, Bit, Tags
from planner.documents.theme import Colour

_MEDIUM, _STRONG = 7, 10  # widths of rules, in tenths of a point


class _Moves(dict[int, bytes]):
    """Operators that move the origin by a height."""

    def __missing__(self, height: int) -> bytes:
        move = self[height] = b"1 0 0 1 0 %d cm\n" % height
        return move


class Drawing:
    """Draws the pages of one paper; what is the same on all of them is worked out once."""

    def __init__(self, layout: Layout, tags: Tags | None = None) -> None:
        theme = layout.theme
        self._tags = tags
        self._layout = layout
        self._footer = Setter(layout.case, theme.footer, theme.width)
        self._footer_top = layout.frame.floor - theme.footer_gap
        self._moves = _Moves()
        # Rules lie at the origin: at the top of the next thing, that is at the bottom of the one before.
        self._line = b"%d 0 m %d 0 l S\n" % (theme.left, theme.left + theme.width)
        self._below_row = b"" if layout.content.plain else self._line
        self._strong = self._rule(theme.ink, _STRONG)
        self._below_heading = {tone: self._rule(colour, _MEDIUM) for tone, colour in theme.tones.items()}
        self._starts = self._cell_starts(0)
        self._texts = len(layout.frame.columns) - 1 - len(layout.content.trail)  # columns in a language
        self._row_starts = self._cell_starts(theme.row_padding)

    def page(self, page: Page, leaf: int = 0) -> bytes:
        """Return the stream of a page, without its footer and number; `leaf` is its object, for its structure."""
        bits = 0
        parts: list[bytes] = []
        add = parts.append
        y = 0
        style = b""  # font, leading and colour last set; they outlive the end of a text
        for placed in page.placed:
            if placed.top != y:
                add(self._moves[placed.top - y])
            is_row = placed.kind is Kind.ROW
            if (is_row or placed.pictures) and (placed.rule or placed.changed):
                add(self._marks(placed))
                style = b""
            struck = False
            marker = None if self._tags is None else _Marker(self._tags, placed, page, bits, self._texts)
            parts += _drawn(placed, marker)
            starts = self._row_starts if is_row else self._cell_starts(0, placed.at) if placed.at else self._starts
            for column, (start, cell) in enumerate(zip(starts, placed.cells, strict=False)):
                if cell:
                    add(start)
                    if marker is not None:
                        cell = marker.marked(column, cell)
                    for paragraph in cell:
                        if paragraph.style != style:
                            style = paragraph.style
                            add(style)
                        add(paragraph.operators)
                        if paragraph.strikes:
                            struck = True
                    add(b"ET\n")
            if marker is not None:
                bits = marker.finish(leaf)
            if struck:
                parts += self._strikes(placed)
                style = b""
            y = placed.bottom
            add(self._moves[y - placed.top])
            add(self._below_row if is_row else self._rule_below(placed))
        return b"".join(parts)

    def furniture(self) -> bytes:
        """Return what every page begins with: unit, colour of thin rules, footer, type of the page's number."""
        theme = self._layout.theme
        rule = self._footer_top + theme.footer.leading // 2
        parts = [
            b".1 0 0 .1 0 0 cm\n",  # from here on, one unit is a tenth of a point
            colour_operator(theme.light, b"RG"),
            b"%d w\n" % theme.thin,
            self._line.replace(b" 0 ", b" %d " % rule),
            self._footer[""].style,
        ]
        if footer := self._layout.footer:
            beside = theme.room_for_number if self._layout.frame.mirrored else 0
            parts += self._text(theme.left + beside, footer)
        return b"".join(parts)

    def number(self, number: int, count: int) -> bytes:
        """Return the small stream "x / y"; it stands right after the furniture, whose type it uses."""
        theme = self._layout.theme
        text = f"{number} / {count}"
        family = self._layout.case.family(theme.footer.family)
        width = family.width(text) * theme.footer.size // 1000
        at_side = 0 if self._layout.frame.mirrored else theme.width - width
        return b"".join(self._text(theme.left + at_side, (self._footer[text],)))

    def _text(self, x: int, cell: SetCell) -> list[bytes]:
        start = b"BT %d %d Td " % (x, self._footer_top + self._layout.theme.baseline)
        return [start, *(paragraph.operators for paragraph in cell), b"ET\n"]

    def _cell_starts(self, padding: int, columns: tuple[int, ...] = ()) -> list[bytes]:
        """Return for each column the operators that begin a cell."""
        theme = self._layout.theme
        return [b"BT %d %d Td " % (x, theme.baseline - padding) for x in columns or self._layout.frame.columns]

    def _rule(self, colour: Colour, width: int) -> bytes:
        return b"q %b%d w %b Q\n" % (colour_operator(colour, b"RG"), width, self._line.rstrip())

    def _marks(self, placed: Placed) -> bytes:
        """Return the stronger rule above a row and the bar of change beside it."""
        theme = self._layout.theme
        marks = self._strong if placed.rule else b""
        if placed.changed:
            height = placed.top - placed.bottom - 2 * theme.row_padding
            beside = theme.left - theme.bar_offset
            if self._layout.frame.mirrored:
                beside = 2 * theme.left + theme.width - beside - theme.bar_width
            area = (beside, -theme.row_padding - height, theme.bar_width, height)
            marks += colour_operator(theme.bar_colour, b"rg") + b"%d %d %d %d re f\n" % area
        return marks

    def _strikes(self, placed: Placed) -> list[bytes]:
        """Return the strokes through what is struck through in a row."""
        theme = self._layout.theme
        parts = [colour_operator(theme.struck, b"rg")]
        for x, cell in zip(self._layout.frame.columns, placed.cells, strict=False):
            y = theme.baseline - (theme.row_padding if placed.kind is Kind.ROW else 0)
            for paragraph in cell:
                first = y - paragraph.before - paragraph.leading
                for strike in paragraph.strikes:
                    foot = first - paragraph.leading * strike.line + strike.height
                    parts.append(b"%d %d %d %d re f\n" % (x, foot, strike.width, _MEDIUM))
                y -= paragraph.height
        return parts

    def _rule_below(self, placed: Placed) -> bytes:
        if placed.kind is Kind.FIGURE:
            return b"/Artifact BMC\n%bEMC\n" % placed.drawn  # the list below it says the same in words
        if placed.kind is Kind.FORMS:
            return placed.drawn
        if placed.kind is Kind.HEADING:
            return self._below_heading[placed.tone]
        return self._line if placed.kind is Kind.EDGE else b""


def _drawn(placed: Placed, marker: _Marker | None) -> list[bytes]:
    return [picture.operators if marker is None else marker.figure(picture) for picture in placed.pictures]


class _Marker:
    """Marks the paragraphs of one placed thing, numbered on through the page."""

    def __init__(self, tags: Tags, placed: Placed, page: Page, number: int, texts: int) -> None:
        self._tags = tags
        self._placed = placed
        self._facing = page.language
        self._texts = texts
        self._number = number
        self._bits: list[Bit] = []
        self._returns = tags.returns(placed)
        self._figures: list[tuple[int, Picture]] = []

    def figure(self, picture: Picture) -> bytes:
        """Return what draws a photograph, between its marks."""
        self._figures.append((self._number, picture))
        self._number += 1
        return b"/Figure<</MCID %d>>BDC\n%bEMC\n" % (self._number - 1, picture.operators)

    def marked(self, column: int, cell: SetCell) -> SetCell:
        """Return a cell with each paragraph between its marks; space that tells a language turns to that one."""
        language = column - 1 if self._facing is None or column == 0 else self._facing
        if column > self._texts:
            language = NOBODYS
        marked = []
        for paragraph in cell:
            if paragraph.language is not None:
                language = paragraph.language
            if paragraph.style:
                begin = self._begin(Bit(self._number, LEAD if column == 0 else language, column))
                paragraph = paragraph._replace(operators=b"%b%bEMC " % (begin, paragraph.operators))
            marked.append(paragraph)
        return tuple(marked)

    def _begin(self, bit: Bit) -> bytes:
        if self._returns:
            return b"/Artifact BMC "
        self._bits.append(bit)
        self._number += 1
        return b"/P<</MCID %d>>BDC " % bit.number

    def finish(self, leaf: int) -> int:
        """Give the thing its place in the structure; return the next free number of the page."""
        for number, picture in self._figures:
            self._tags.add_figure(number, picture, self._placed.top, leaf)
        self._tags.add(self._placed, self._bits, leaf)
        return self._number
