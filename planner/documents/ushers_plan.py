"""The ushers' plan: a pocket sheet of A6 with the numbers of the seats, then who sits on them (handbook 2.9, 3.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.documents import frame
from planner.documents.content import Content
from planner.documents.data import SeatData, SeatingData
from planner.documents.figures import Align, At, Edge, Face, Figure, Ink, Mark, Pen, Ring, Said, Stroke, Words
from planner.documents.seating import compose as compose_plan
from planner.documents.seating_figure import figure, ink_of, number_of, said_of
from planner.documents.wording import Wordings, for_languages
from planner.rules.kinds import Side
from planner.rules.text import Language

WIDTH, HEIGHT = 2976, 4195  # A6
_MARGIN, _LINE, _TITLE = 200, 118, 420
_FOOT = Edge(_MARGIN, HEIGHT - 170, WIDTH - 2 * _MARGIN, 70)
_LINES = (HEIGHT - _TITLE - 2 * _MARGIN) // _LINE


def compose(data: SeatingData, *, languages: tuple[Language, ...], copy_for: Side | None = None) -> Content:
    """Compose the ushers' plan in the first language of the paper: the room, then the names by number."""
    paper = compose_plan(data, languages=languages, copy_for=copy_for)
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))[:1]
    title = paper.title[0][0].text
    entries = list(_entries(data, wordings[0]))
    pages = [entries[at : at + _LINES] for at in range(0, len(entries), _LINES)]
    lists = [_list(page, title, wordings[0]) for page in pages]
    return paper._replace(figure=None, plain=False, sheets=(_plan(data, title, wordings), *lists))


def _plan(data: SeatingData, title: str, wordings: Sequence[Wordings]) -> Figure:
    drawn = figure(data, wordings, width=WIDTH - 2 * _MARGIN, height=HEIGHT - _TITLE - 2 * _MARGIN)
    marks = (*_heading(title, wordings[0]), *(_moved(mark, _MARGIN, _MARGIN + _TITLE) for mark in drawn.marks))
    return Figure(WIDTH, HEIGHT, marks, edge=_FOOT)


def _entries(data: SeatingData, wordings: Wordings) -> Iterator[tuple[str, str, Ink]]:
    """Yield number, name and colour of each seat that is taken, tables and sides one after the other."""
    parts = dict.fromkeys(seat.part for seat in data.seats)
    many = sum(part.startswith("table:") for part in parts) > 1
    places = {part: number for number, part in enumerate(parts)}

    def order(seat: SeatData) -> tuple[int, bool, int]:
        apart = places[seat.part] if many else int(seat.side is Side.HOST) if data.sides_apart else 0
        return apart, not seat.number, seat.number

    for seat in sorted((seat for seat in data.seats if seat.participation_id), key=order):
        table = f"{seat.part.removeprefix('table:')}/" if many else ""
        yield f"{table}{number_of(seat, [wordings])}", said_of(seat, wordings), ink_of(seat)


def _list(entries: Sequence[tuple[str, str, Ink]], title: str, wordings: Wordings) -> Figure:
    marks: list[Mark] = list(_heading(title, wordings))
    y = _MARGIN + _TITLE
    for number, name, ink in entries:
        lead = (Said(number, 90, Face.SANS_BOLD, ink),)
        marks.append(Words(_MARGIN, y, 330, _LINE, lead, Align.LEFT))
        said = (Said(name, 96, Face.SERIF, Ink.BLACK, 90, whole=True),)
        shorter = tuple((Said(part, 90, Face.SERIF),) for part in _shortened(name))
        marks.append(Words(_MARGIN + 350, y, WIDTH - 2 * _MARGIN - 350, _LINE, said, Align.LEFT, instead=shorter))
        y += _LINE
    return Figure(WIDTH, HEIGHT, tuple(marks), edge=_FOOT)


def _shortened(name: str) -> Iterator[str]:
    """Yield a long post shorter and shorter, so that one line holds it; the full list stands on the plan."""
    words = name.split(" ")
    for count in range(len(words) - 1, 0, -1):
        yield " ".join(words[:count]) + " …"


def _heading(title: str, wordings: Wordings) -> Iterator[Mark]:
    said = (
        Said(title, 120, Face.SERIF_BOLD, Ink.BLACK, 90),
        Said(wordings.word("ushers_plan"), 90, Face.SANS, Ink.GREY),
    )
    yield Words(_MARGIN, _MARGIN, WIDTH - 2 * _MARGIN, _TITLE - 60, said, Align.LEFT, At.TOP)
    y = _MARGIN + _TITLE - 40
    yield Stroke(((_MARGIN, y), (WIDTH - _MARGIN, y)), Pen(Ink.LIGHT, 4))


def _moved(mark: Mark, across: int, down: int) -> Mark:
    if isinstance(mark, Stroke):
        return mark._replace(points=tuple((x + across, y + down) for x, y in mark.points))
    if isinstance(mark, Ring):
        return mark._replace(x=mark.x + across, y=mark.y + down)
    return mark._replace(x=mark.x + across, y=mark.y + down)
