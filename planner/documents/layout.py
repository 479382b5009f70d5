"""Laying a paper out: content and theme in, pages out. Geometry only, in tenths of a point.

A heading stays with its first row and returns with "continued" on the next page; a row never splits,
unless it is taller than a whole page: then it is split between two lines, because nothing may be lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from planner.documents.columns import are_cramped, frame_of, is_mirrored, trail_of
from planner.documents.content import Block, Cell, Content, Row, Tone, continued
from planner.documents.direction import AS_WRITTEN_AT_THE_RIGHT, LEFT_TO_RIGHT, RIGHT_TO_LEFT
from planner.documents.figures import Figure
from planner.documents.forms_band import band
from planner.documents.pages import Frame, Kind, Layout, Page, Placed
from planner.documents.photograph_band import Set, alone, beside, framed, in_groups, is_there, with_title
from planner.documents.setting import SetCell, Setter, Setters, height_of, take, under_each_other
from planner.documents.theme import Arrangement, Theme
from planner.documents.typecase import TypeCase


def layout(content: Content, theme: Theme, arrangement: Arrangement = Arrangement.COLUMNS) -> Layout:
    """Lay a paper out. The languages stand side by side or under each other."""
    case = TypeCase()
    if content.plain:
        theme = theme.close()
    footer = _set_footer(content, theme, case)
    if arrangement is Arrangement.COLUMNS and are_cramped(content, theme):
        arrangement = Arrangement.STACKED
    frame = frame_of(content, theme, arrangement, height_of(footer))
    flow = _Flow(content, theme, arrangement, frame, case)
    facing = arrangement is Arrangement.FACING and len(content.languages) > 1
    pages = _facing(flow, len(content.languages)) if facing else flow.pages()
    return Layout(content, theme, frame, case, footer, pages, facing)


def _facing(flow: _Flow, languages: int) -> Iterator[Page]:
    """Yield a cover, then for each page that holds all languages one page per language, left and right of a spread.

    The cover is a right-hand page, so that every spread begins on the left, also when it is printed on both sides.
    """
    number = 1
    yield Page(number, (*flow.forms(), *flow.cover()))
    for page in flow.pages(titled=False):
        for language in range(languages):
            number += 1
            yield Page(number, tuple(_alone(placed, language, languages) for placed in page.placed), language)


def _alone(placed: Placed, language: int, languages: int) -> Placed:
    """Return a placed thing with its lead, one language alone and what follows the languages, at the same height."""
    cells = placed.cells
    if len(cells) <= language + 1:
        return placed
    after = cells[languages + 1 :]
    between = ((),) * (languages - 1) if after else ()  # what follows the languages keeps its column
    return placed._replace(cells=(cells[0], cells[language + 1], *between, *after))


def _set_footer(content: Content, theme: Theme, case: TypeCase) -> SetCell:
    direction = RIGHT_TO_LEFT if is_mirrored(content) else LEFT_TO_RIGHT
    setter = Setter(case, theme.footer, theme.width - theme.room_for_number, direction)
    return tuple([setter[text] for text in content.footer])


class _Flow:
    """Fills pages from the top. The pieces of a page gather in `_placed` until it is full."""

    def __init__(self, content: Content, theme: Theme, arrangement: Arrangement, frame: Frame, case: TypeCase) -> None:
        self._content = content
        self._theme = theme
        self._stacked = arrangement is Arrangement.STACKED
        self._facing = arrangement is Arrangement.FACING
        self._frame = frame
        self._case = case
        self._lead = Setters(
            case, theme, frame.lead_width, AS_WRITTEN_AT_THE_RIGHT if frame.mirrored else LEFT_TO_RIGHT
        )
        self._text = Setters(case, theme, frame.text_width)  # of all languages but those written from the right
        self._leftwards = Setters(case, theme, frame.text_width, RIGHT_TO_LEFT)
        at_side = AS_WRITTEN_AT_THE_RIGHT if frame.mirrored else LEFT_TO_RIGHT
        self._trail = [Setters(case, theme, width, at_side) for width in trail_of(content, theme)]
        self._is_leftwards = [language in content.right_to_left for language in content.languages]
        self._gap = theme.language_gap
        self._number = 1
        self._y = frame.ceiling
        self._placed: list[Placed] = []
        self._last = next((block for block in reversed(content.blocks) if not block.closing), None)

    def pages(self, *, titled: bool = True) -> Iterator[Page]:
        """Yield the finished pages; an empty paper has one page."""
        if titled:
            yield from self._put_forms()
            yield from self._put_title()
        if self._content.figure is not None:
            yield from self._put_figure(self._content.figure)
        for block in self._content.blocks:
            if any(is_there(row.photograph) for row in block.rows):
                yield from self._put_photographs(block)
            else:
                yield from self._put_closing(block) if block.closing else self._put_block(block)
        yield self._finish()

    def cover(self) -> tuple[Placed, ...]:
        """Return the titles of all languages under each other, a third down an otherwise empty page.

        A portrait stands above them.
        """
        stack = under_each_other(self._set_cells(self._content.title), 3 * self._theme.title_gap)
        height = height_of(stack)
        room = self._frame.ceiling - self._frame.floor
        below = min([self._frame.ceiling, *(placed.bottom - self._theme.title_gap for placed in self.forms())])
        top = max(self._frame.ceiling - room // 3, min(below, self._frame.floor + height))
        top = min(top, below)
        title, portrait = Placed(Kind.TITLE, 0, top, top - height, ((), stack)), self._content.portrait
        if portrait is None or not is_there(portrait):
            return (title,)
        set_ = framed(portrait, self._theme, self._setters_of, mirrored=self._frame.mirrored)
        top = min(below, top + set_.height)
        under = top - set_.height - 3 * self._theme.title_gap
        if under - height < self._frame.floor:
            return (title,)
        above = _photograph(0, set_)._replace(top=top, bottom=top - set_.height)
        return (above, title._replace(top=under, bottom=under - height))

    def forms(self) -> tuple[Placed, ...]:
        """Return what stands above the title at the top of a page, if anything does."""
        if self._content.forms is None:
            return ()
        column = self._frame.text_width if len(self._frame.columns) == 3 and not self._trail else 0
        set_ = band(self._content, self._theme, self._setters_of, mirrored=self._frame.mirrored, column=column)
        top = self._frame.ceiling
        return (Placed(Kind.FORMS, 0, top, top - set_.height, set_.cells, drawn=set_.emblem, at=set_.at),)

    def _area(self) -> tuple[int, int]:
        """Return where what stands across all languages begins, and how wide it is."""
        lead = self._theme.lead[self._content.lead]
        return self._theme.left + (0 if self._frame.mirrored else lead), self._theme.width - lead

    def _setters_of(self, number: int, width: int) -> Setters:
        leftwards = number < len(self._is_leftwards) and self._is_leftwards[number]
        return Setters(self._case, self._theme, width, RIGHT_TO_LEFT if leftwards else LEFT_TO_RIGHT)

    def _put_forms(self) -> Iterator[Page]:
        """Put them above the title; taller than a page, they run over like any text, without their emblem."""
        for placed in self.forms():
            if placed.top - placed.bottom > self._page_room():
                yield from self._put_in_parts(placed._replace(drawn=b""))
            else:
                self._placed.append(placed)
                self._y = placed.bottom
            self._y -= 3 * self._theme.title_gap

    def _finish(self) -> Page:
        page = Page(self._number, tuple(self._placed))
        self._number += 1
        self._placed = []
        self._y = self._frame.ceiling
        return page

    def _put_title(self) -> Iterator[Page]:
        if (portrait := self._content.portrait) is not None and is_there(portrait):
            columns = 1 if self._stacked else max(1, len(self._content.title))
            framed, words = with_title(portrait, self._content.title, self._theme, self._setters_of, columns,
                                       mirrored=self._frame.mirrored)  # fmt: skip
            if words.height <= self._page_room():
                title = Placed(Kind.TITLE, 0, 0, -words.height, words.cells, at=words.at)
                yield from self._put_level([_photograph(0, framed), title], None)
                self._y -= self._theme.title_gap
                return
        titles = self._set_cells(self._content.title)
        if self._trail and self._stacked and not self._content.right_to_left:  # over the columns that follow, too
            wide = Setters(self._case, self._theme, self._theme.width - self._theme.lead[self._content.lead])
            titles = [wide.set(cell) for cell in self._content.title]
        cells = self._arranged((), titles, self._theme.title_gap)
        if any(cells):
            yield from self._put_in_parts(Placed(Kind.TITLE, 0, 0, 0, cells))
            self._y -= self._theme.title_gap

    def _put_photographs(self, block: Block) -> Iterator[Page]:
        """Put photographs with their captions: a large one alone, others two beside one another."""
        heading = self._heading(block, block.heading)
        again = self._heading(block, continued(block.heading, self._content.continued))
        for number, group in enumerate(in_groups(block.rows, beside=not self._facing)):
            things = self._set_group(group)
            if not number:
                height = -min(thing.bottom for thing in things)
                tallest = self._page_room() - self._heading_height(again)
                yield from self._begin(heading, height if height <= tallest else tallest // 3)
            yield from self._put_level(things, again)

    def _put_level(self, things: list[Placed], heading: Placed | None) -> Iterator[Page]:
        """Put things beside one another; they are not parted from their pictures, nor split unless they must be."""
        height, room = -min(thing.bottom for thing in things), self._y - self._frame.floor
        tallest = self._page_room() - (0 if heading is None else self._heading_height(heading))
        if self._placed and height > room and (height <= tallest or room < tallest // 3):
            yield self._finish()
            if heading is not None:
                self._put_heading(heading)
        if self._y - height < self._frame.floor:
            for thing in things:
                yield from self._put_in_parts(thing, heading)
            return
        self._placed += [thing._replace(top=self._y, bottom=self._y - height) for thing in things]
        self._y -= height

    def _set_group(self, group: tuple[Row, ...]) -> list[Placed]:
        row, theme = group[0], self._theme
        cells = self._set_row(row)
        if not is_there(row.photograph):
            height = max(max(map(height_of, cells)) + 2 * theme.row_padding, row.least)
            return [Placed(Kind.ROW, row.id, 0, -height, cells, Tone.DAY, row.rule, row.changed)]
        room = self._page_room()
        if len(group) == 1:
            set_ = [alone(row, cells, theme, self._area(), room, mirrored=self._frame.mirrored)]
        else:
            set_ = beside(group, theme, self._setters_of, self._area(), room, mirrored=self._frame.mirrored)
        return [_photograph(row.id, one, changed=row.changed) for row, one in zip(group, set_, strict=True)]

    def _put_figure(self, figure: Figure) -> Iterator[Page]:
        """Put a drawing under the title, on a page of its own where there is no room for it."""
        from planner.documents.drawn_figures import figure_operators

        room = self._page_room()
        scale = min(self._theme.width / figure.width, room / figure.height)
        height = round(figure.height * scale)
        if self._placed and self._y - height < self._frame.floor:
            yield self._finish()
        top = self._y
        self._y -= height
        left = self._theme.left + (self._theme.width - round(figure.width * scale)) // 2
        drawn = figure_operators(figure, self._case, x=left, y=height, scale=scale)
        self._placed.append(Placed(Kind.FIGURE, 0, top, self._y, (), drawn=drawn))

    def _put_closing(self, block: Block) -> Iterator[Page]:
        gap_above = self._theme.heading_gap
        for row in block.rows:
            cells = self._set_row(row)
            height = max(map(height_of, cells), default=0)
            if self._y - gap_above - height < self._frame.floor and height <= self._page_room():
                yield self._finish()
            self._y -= gap_above
            yield from self._put_in_parts(Placed(Kind.TITLE, row.id, 0, 0, cells, changed=row.changed))
            gap_above = 2 * self._theme.row_padding

    def _put_block(self, block: Block) -> Iterator[Page]:
        heading = self._heading(block, block.heading)
        again = self._heading(block, continued(block.heading, self._content.continued))
        tallest = self._page_room() - self._heading_height(again)
        padding = 2 * self._theme.row_padding
        floor = self._frame.floor
        started = False
        last = block.rows[-1] if block.rows and block is self._last else None
        for row in block.rows:
            cells = self._set_row(row)
            height = max(max([height_of(cell) for cell in cells]) + padding, row.least)
            if not started:
                yield from self._begin(heading, height if height <= tallest else tallest // 3)
                started = True
            elif self._y - height < floor and (height <= tallest or self._y - floor < tallest // 3):
                company = self._company(tallest - height) if row is last else []
                yield self._finish()
                self._put_heading(again)
                for above in company:
                    self._placed.append(above._replace(top=self._y, bottom=self._y - above.top + above.bottom))
                    self._y -= above.top - above.bottom
            if self._y - height < floor:
                yield from self._put_in_parts(
                    Placed(Kind.ROW, row.id, 0, 0, cells, Tone.DAY, row.rule, row.changed), again
                )
                continue
            top = self._y
            self._y -= height
            self._placed.append(Placed(Kind.ROW, row.id, top, self._y, cells, Tone.DAY, row.rule, row.changed))
        if block.heading and not started:
            yield from self._begin(heading, 0)

    def _company(self, room: int) -> list[Placed]:
        """Take the row above off this page, if it leaves another behind: no paper ends with one row alone."""
        are_rows = [placed.kind is Kind.ROW for placed in self._placed[-2:]] == [True, True]
        return [self._placed.pop()] if are_rows and self._placed[-1].top - self._placed[-1].bottom <= room else []

    def _set_row(self, row: Row) -> tuple[SetCell, ...]:
        if not self._trail and not self._stacked:
            return (self._lead.set(row.lead), *self._set_cells(row.cells))
        after = [setters.set(cell) for setters, cell in zip(self._trail, row.trail, strict=False)]
        return (*self._arranged(row.lead, self._set_cells(row.cells), self._gap), *after)

    def _set_cells(self, cells: tuple[Cell, ...]) -> list[SetCell]:
        """Set a cell per language."""
        set_text = self._text.set
        if not self._content.right_to_left:
            return [set_text(cell) for cell in cells]
        return [self._setters(number).set(cell) for number, cell in enumerate(cells)]

    def _setters(self, number: int) -> Setters:
        """Return what sets the language at this place."""
        leftwards = number < len(self._is_leftwards) and self._is_leftwards[number]
        return self._leftwards if leftwards else self._text

    def _arranged(self, lead: Cell, cells: list[SetCell], between: int) -> tuple[SetCell, ...]:
        """Put set cells into the columns of the frame: one per language, or all into one."""
        if self._stacked:
            cells = [under_each_other(cells, between)]
        return (self._lead.set(lead), *cells)

    def _heading(self, block: Block, heading: tuple[Cell, ...]) -> Placed:
        set_ = [self._setters(number).set_heading(cell, block.tone) for number, cell in enumerate(heading)]
        after = [setters.set(cell) for setters, cell in zip(self._trail, block.trail, strict=False)]
        empty: list[SetCell] = [()] * len(self._content.languages) if after else []
        cells = (*self._arranged((), set_ or empty, 0), *after)
        if not any(cells):
            return Placed(Kind.EDGE, block.id, 0, 0, ())
        return Placed(Kind.HEADING, block.id, 0, 0, cells, block.tone)

    def _begin(self, heading: Placed, first_row: int) -> Iterator[Page]:
        """Put a heading where its first row fits below it, on this page or on the next."""
        at_top = not self._placed
        needed = self._heading_height(heading) + first_row
        if not at_top and self._y - self._theme.heading_gap - needed < self._frame.floor:
            yield self._finish()
            at_top = True
        if self._heading_height(heading) > self._page_room() // 2:
            yield from self._put_in_parts(heading)  # a heading of 5,000 letters
            if self._y - first_row < self._frame.floor:
                yield self._finish()
            return
        if not at_top:
            self._y -= self._theme.heading_gap
        self._put_heading(heading)

    def _heading_height(self, heading: Placed) -> int:
        if heading.kind is Kind.EDGE:
            return 0
        return max(map(height_of, heading.cells)) + self._theme.heading_padding + self._theme.rule_gap

    def _page_room(self) -> int:
        return self._frame.ceiling - self._frame.floor

    def _put_heading(self, heading: Placed) -> None:
        height = self._heading_height(heading)
        if height > self._page_room() // 2:
            return  # too tall to be repeated over the rows it belongs to
        top = self._y
        self._y -= height
        self._placed.append(heading._replace(top=top, bottom=self._y + self._theme.rule_gap * (height > 0)))

    def _put_in_parts(self, thing: Placed, heading: Placed | None = None) -> Iterator[Page]:
        """Put a thing that may be taller than a page, breaking it between lines: the last resort."""
        padding = self._theme.row_padding * 2 if thing.kind is Kind.ROW else 0
        rest = thing.cells
        while any(rest):
            room = self._y - self._frame.floor - padding
            if not self._placed:  # a line taller than the page would otherwise be put off for ever
                room = max(room, *(cell[0].before + cell[0].leading for cell in rest if cell))
            parts = [take(cell, room) for cell in rest]
            taken = tuple([part for part, _ in parts])
            if any(taken):
                top = self._y
                self._y -= max(map(height_of, taken)) + padding
                self._placed.append(thing._replace(top=top, bottom=self._y, cells=taken))
                rest = tuple([left for _, left in parts])
                thing = thing._replace(pictures=())
            if any(rest):
                yield self._finish()
                if heading is not None:
                    self._put_heading(heading)


def _photograph(id_: int, set_: Set, *, changed: bool = False) -> Placed:
    pictures = () if set_.picture is None else (set_.picture,)
    return Placed(
        Kind.PHOTOGRAPH, id_, 0, -set_.height, set_.cells, changed=changed, at=set_.at, pictures=pictures
    )
