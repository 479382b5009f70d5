"""Plans of seats with the list of who sits there: tables, cars, photographs, signings (handbook 3.5-3.11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone, tone_of
from planner.documents.data import EventData, ItemData, SeatData, SeatingData
from planner.documents.seating_figure import figure, number_of, said_of
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_time_range
from planner.rules.kinds import Side
from planner.rules.places import PlanKind
from planner.rules.text import Language

_TITLES = {
    PlanKind.PHOTO: "photo_order", PlanKind.RECEIVING_LINE: "receiving_line", PlanKind.SIGNING: "signing_plan",
    PlanKind.CAR: "car_plan", PlanKind.MINIBUS: "car_plan", PlanKind.COACH: "car_plan",
}  # fmt: skip
_PAGE, _LINE, _HEADING, _LETTERS = 6600, 145, 300, 44  # what of a page is left, and what a list takes of it
_LOWEST, _HIGHEST = 3420, 4300


def compose(data: SeatingData, *, languages: tuple[Language, ...], copy_for: Side | None = None) -> Content:
    """Compose a plan with its list; raises `NotPossible` where nobody sits on it."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    require_people(data, wordings[0].language)
    titles = [_title(data, each) for each in wordings]
    blocks = list(_blocks(data, wordings, guests_first=frame.guests_first(data.event, copy_for)))
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER)
    return paper._replace(figure=figure(data, wordings, height=_height(blocks)), plain=True)


def _height(blocks: Sequence[Block]) -> int:
    """Return how high the drawing may be so that a short list still stands under it, in tenths of a point."""
    lines = sum(
        max(-(-len(line.text) // _LETTERS) for cell in row.cells for line in cell)
        for block in blocks
        for row in block.rows
    )
    left = _PAGE - lines * _LINE - sum(_HEADING for block in blocks if block.heading)
    return min(max(left, _LOWEST), _HIGHEST) if left > _LOWEST - 600 else _HIGHEST


def require_people(data: SeatingData, language: Language) -> None:
    """Raise `NotPossible` in words where nobody sits on a plan."""
    if not any(seat.participation_id for seat in data.seats):
        raise NotPossible(
            "Nobody sits on the plan “{plan}” yet. Seat people first.",
            plan=(data.heading.title or data.event.title).first(language),
        )


def title_key(kind: PlanKind) -> str:
    """Return the paper's own name of a plan of this kind."""
    return _TITLES.get(kind, "seating")


def when_and_where(at: ItemData | None, event: EventData, wordings: Wordings) -> list[Line]:
    """Return the lines under a title: place, day and time of the item, else place and days of the event."""
    if at is None or at.day is None:
        place = [wordings.line(event.place, Style.SUBTITLE)] if event.place else []
        return [*place, frame.days_of(event, wordings.language)]
    day = format_day(at.day, wordings.language, form="weekday_full")
    when = day if at.start is None else f"{day}, {format_time_range(at.start, None)}"
    return [*wordings.joined((at.place.venue, at.place.room), Style.SUBTITLE), Line(when, Style.SUBTITLE)]


def line_of(seat: SeatData, wordings: Wordings) -> Line:
    """Return who sits on a seat as a line of the list: name and post."""
    if seat.person is None:
        said = said_of(seat, wordings)
        return Line(said) if said else wordings.missing
    name = wordings.listed_name(seat.person)
    position = seat.position or seat.person.position
    if not position:
        return Line(name)
    return Line(wordings.separator.join((name, wordings.line(position).text)))


def _title(data: SeatingData, wordings: Wordings) -> Cell:
    return frame.title(
        data.event, data.heading, wordings, paper=title_key(data.kind),
        subtitles=lambda each: when_and_where(data.at, data.event, each),
    )  # fmt: skip


def _blocks(data: SeatingData, wordings: Sequence[Wordings], *, guests_first: bool) -> Iterator[Block]:
    """Yield the lists: of each side where these sit apart, of each table at a banquet, else one."""
    taken = [seat for seat in data.seats if seat.participation_id]
    if data.kind is PlanKind.BANQUET:
        for number, part in enumerate(dict.fromkeys(seat.part for seat in taken), 1):
            name = part.removeprefix("table:")
            heading = tuple((Line(each.word("table", number=name), Style.HEADING),) for each in wordings)
            yield Block(number, heading, _rows([s for s in taken if s.part == part], wordings), Tone.NEUTRAL)
        return
    if not data.sides_apart:
        yield Block(1, (), _rows(taken, wordings), Tone.NEUTRAL)
        return
    sides = (Side.GUEST, Side.HOST) if guests_first else (Side.HOST, Side.GUEST)
    for number, side in enumerate((*sides, None), 1):
        seats = [seat for seat in taken if (seat.side if seat.side in sides else None) is side]
        if seats:
            tone = tone_of(side)
            yield Block(number, _side_heading(side, wordings), _rows(seats, wordings), tone)


def _side_heading(side: Side | None, wordings: Sequence[Wordings]) -> tuple[Cell, ...]:
    return () if side is None else tuple((Line(each.word(side.value), Style.HEADING),) for each in wordings)


def _rows(seats: Sequence[SeatData], wordings: Sequence[Wordings]) -> tuple[Row, ...]:
    numbered = sorted(seats, key=lambda seat: (not seat.number, seat.number, seat.key))
    return tuple(
        Row(
            seat.participation_id,
            (Line(number_of(seat, wordings), Style.NUMBER),),
            tuple((line_of(seat, each),) for each in wordings),
        )
        for seat in numbered
    )
