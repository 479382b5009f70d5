"""The structure of a paper for screen readers: titles, headings and tables, each cell with its language.

ISO 32000-1, 14.7 and 14.8. No claim is made of a standard of accessibility that nobody validated.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from planner.documents.content import Content
from planner.documents.objects import ObjectFile, text_string
from planner.documents.pages import Kind, Layout, Placed
from planner.documents.photograph_band import Picture

MOST_ROWS = 2_000
"""Longer lists are written without a structure: it would be larger than all the pages."""

LEAD = -1
"""In place of the number of a language: the lead column, which is in none."""


NOBODYS = 10**6
"""In place of the number of a language: a column after the languages, which is in none either."""


class Bit(NamedTuple):
    """A paragraph of a placed thing, by its number on the page; `language` is one of the content's, or `LEAD`."""

    number: int
    language: int
    column: int


class Bookmark(NamedTuple):
    """Where a heading stands: the page's object and its height in tenths of a point."""

    title: str
    page: int
    top: int


def is_tagged(content: Content) -> bool:
    """Tell whether a paper is short enough for a structure."""
    return sum(len(block.rows) for block in content.blocks) <= MOST_ROWS


class Tags:
    """Gathers the structure while the pages are drawn. Attributes: `bookmarks`, one per heading of the first time."""

    def __init__(self, file: ObjectFile, layout: Layout) -> None:
        self._file = file
        self._languages = layout.content.languages
        self._titles = {block.id: block.heading[0][0].text for block in layout.content.blocks if any(block.heading[:1])}
        self._root, self._document = file.reserve(2)
        self._kids: list[int] = []
        self._table = 0
        self._rows: list[int] = []
        self._block: int | None = None
        self._parents: list[list[int]] = []
        self.bookmarks: list[Bookmark] = []

    @property
    def root(self) -> int:
        """The object of the structure's root."""
        return self._root

    def returns(self, placed: Placed) -> bool:
        """Tell whether this heading stood on a page before and only says "continued"."""
        return placed.kind is Kind.HEADING and placed.id == self._block

    def begin_page(self) -> int:
        """Return the number under which the next page finds its structure."""
        self._parents.append([])
        return len(self._parents) - 1

    def add(self, placed: Placed, bits: list[Bit], page: int) -> None:
        """Give a placed thing its place in the structure."""
        if placed.kind is Kind.ROW:
            self._add_row(bits, page)
            return
        if placed.kind is Kind.PHOTOGRAPH:
            self._kids += [self._leaf("Caption", bit, self._document, page) for bit in bits]
        elif placed.kind in (Kind.TITLE, Kind.FORMS):
            self._close_table()
            self._add_each("H1" if placed.id == 0 and placed.kind is Kind.TITLE else "P", bits, page)
        elif placed.id != self._block:
            self._close_table()
            self._block = placed.id
            self._add_each("H2", bits, page)
            if bits:
                self.bookmarks.append(Bookmark(self._titles.get(placed.id, ""), page, placed.top))

    def add_figure(self, number: int, picture: Picture, top: int, page: int) -> None:
        """Give a photograph its place: what it shows in words, in the language that leads, and where it stands."""
        self._close_table()
        foot = top - picture.below - picture.height
        box = (picture.x / 10, foot / 10, (picture.x + picture.width) / 10, (foot + picture.height) / 10)
        language = b"/Lang" + text_string(self._languages[0]) if self._languages else b""
        figure = self._file.add(
            b"<</S/Figure/P %d 0 R%b/Alt%b/A<</O/Layout/Placement/Block/BBox[%.1f %.1f %.1f %.1f]>>/Pg %d 0 R/K %d>>"
            % (self._document, language, text_string(picture.alt), *box, page, number)
        )
        self._parents[-1].append(figure)
        self._kids.append(figure)

    def finish(self) -> None:
        """Write what is left: the table open last, the document and the root."""
        self._close_table()
        self._file.put(self._document, b"<</S/Document/P %d 0 R/K[%b]>>" % (self._root, _references(self._kids)))
        numbers = b"".join(b"%d[%b]" % (at, _references(kids)) for at, kids in enumerate(self._parents))
        parents = self._file.add(b"<</Nums[%b]>>" % numbers)
        self._file.put(
            self._root,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self._document, parents, len(self._parents)),
        )

    def _add_row(self, bits: list[Bit], page: int) -> None:
        if not self._table:
            (self._table,) = self._file.reserve()
        (row,) = self._file.reserve()
        cells = [self._cell(list(cell), row, page) for _, cell in groupby(bits, key=lambda bit: bit[1:])]
        self._file.put(row, b"<</S/TR/P %d 0 R/K[%b]>>" % (self._table, _references(cells)))
        self._rows.append(row)

    def _add_each(self, role: str, bits: list[Bit], page: int) -> None:
        last: tuple[int, int] | None = None
        for bit in bits:
            self._kids.append(self._leaf(role if bit[1:] != last else "P", bit, self._document, page))
            last = bit.language, bit.column

    def _cell(self, bits: list[Bit], row: int, page: int) -> int:
        role = "TH" if bits[0].language == LEAD else "TD"
        if len(bits) == 1:
            return self._leaf(role, bits[0], row, page)
        (cell,) = self._file.reserve()
        kids = [self._leaf("P", bit, cell, page) for bit in bits]
        self._file.put(
            cell, b"<</S/%b/P %d 0 R%b/K[%b]>>" % (role.encode(), row, self._language(bits[0]), _references(kids))
        )
        return cell

    def _leaf(self, role: str, bit: Bit, parent: int, page: int) -> int:
        number = self._file.add(
            b"<</S/%b/P %d 0 R%b/Pg %d 0 R/K %d>>" % (role.encode(), parent, self._language(bit), page, bit.number)
        )
        self._parents[-1].append(number)
        return number

    def _language(self, bit: Bit) -> bytes:
        if not 0 <= bit.language < len(self._languages):
            return b""
        return b"/Lang" + text_string(self._languages[bit.language])

    def _close_table(self) -> None:
        if self._table:
            self._file.put(self._table, b"<</S/Table/P %d 0 R/K[%b]>>" % (self._document, _references(self._rows)))
            self._kids.append(self._table)
            self._table, self._rows = 0, []


def outline(file: ObjectFile, bookmarks: list[Bookmark]) -> int:
    """Write the bookmarks and return the object of their list; at least one is needed."""
    root, *numbers = file.reserve(len(bookmarks) + 1)
    for at, (number, bookmark) in enumerate(zip(numbers, bookmarks, strict=True)):
        beside = b"".join(_beside(numbers, at))
        file.put(
            number,
            b"<</Title%b/Parent %d 0 R/Dest[%d 0 R/XYZ null %.1f null]%b>>"
            % (text_string(bookmark.title), root, bookmark.page, bookmark.top / 10, beside),
        )
    file.put(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (numbers[0], numbers[-1], len(numbers)))
    return root


def _beside(numbers: list[int], at: int) -> Iterator[bytes]:
    if at:
        yield b"/Prev %d 0 R" % numbers[at - 1]
    if at + 1 < len(numbers):
        yield b"/Next %d 0 R" % numbers[at + 1]


def _references(numbers: list[int]) -> bytes:
    return b" ".join([b"%d 0 R" % number for number in numbers])
