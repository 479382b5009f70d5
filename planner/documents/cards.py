"""Place cards for a banquet and two-faced name plates for talks (handbook 2.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from planner.documents import frame
from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import EventData, SeatData, SeatingData
from planner.documents.figures import Align, At, Edge, EmblemPlace, Face, Figure, Ink, Mark, Pen, Said, Stroke, Words
from planner.documents.person_data import NameData
from planner.documents.seating import line_of, require_people
from planner.documents.wording import Wordings, for_languages, without_patronymic
from planner.rules.kinds import Side
from planner.rules.templates import read, shows_emblem
from planner.rules.text import Language

MILLIMETRE = 28.346  # tenths of a point
_LONG, _SHORT = 8419, 5953  # A4
_CARD_WIDTH, _CARD_HEIGHT = round(90 * MILLIMETRE), round(50 * MILLIMETRE)  # one face of a folded card
_ACROSS, _DOWN = 3, 2
_CUT = 120  # length of a cut mark

PlateSize = Literal["A4", "A5"]
_PLATES = {"A4": (8419, 5953), "A5": (5953, 4195)}
LARGE = 600
"""Tenths of a point a plate's surname should have at least (handbook 2.9)."""

_EMBLEM = round(10 * MILLIMETRE)
"""Height of the emblem on a card."""
_THIN = Pen(Ink.GREY, 3)
_FOLD = Pen(Ink.LIGHT, 3, 30)


def compose_cards(data: SeatingData, *, languages: tuple[Language, ...], copy_for: Side | None = None) -> Content:
    """Compose folded cards of 9 by 5 cm, six to a page with marks to cut at; raises `NotPossible` for nobody.

    The name stands in each language, the first the largest; a card of the table bears its number in small.
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    seats = _named(data, wordings)
    per_page = _ACROSS * _DOWN
    pages = [seats[at : at + per_page] for at in range(0, len(seats), per_page)]
    emblem = has_emblem(data.event)
    return _paper(data, wordings, "place_cards", [_page_of_cards(page, wordings, emblem) for page in pages], seats)


def has_emblem(event: EventData) -> bool:
    """Tell whether what is cut out of a page bears the emblem of the office."""
    return shows_emblem(read(event.template))


def compose_plates(
    data: SeatingData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    size: PlateSize = "A4",
) -> Content:
    """Compose plates to be folded, one to a page: outward the language of the people opposite, inward one's own.

    The inward face is above the fold and upside down, so that both are upright when the plate stands.
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    seats = _named(data, wordings)
    by_language = {each.language: each for each in wordings}
    sheets = []
    for seat in seats:
        own, opposite = _faces(data.event, seat.member_side or seat.side, tuple(by_language))
        sheets.append(
            _plate(seat, by_language[opposite], by_language[own], _PLATES[size], emblem=has_emblem(data.event))
        )
    return _paper(data, wordings, "name_plates", sheets, seats)


def _named(data: SeatingData, wordings: Sequence[Wordings]) -> list[SeatData]:
    """Return the seats of people with a name, in the order of their numbers."""
    require_people(data, wordings[0].language)
    parts = {part: number for number, part in enumerate(dict.fromkeys(seat.part for seat in data.seats))}
    apart = any(part.startswith("table:") for part in parts) or data.sides_apart
    named = [seat for seat in data.seats if seat.person is not None]
    return sorted(named, key=lambda seat: (parts[seat.part] if apart else 0, not seat.number, seat.number))


def _faces(event: EventData, side: Side | None, languages: tuple[Language, ...]) -> tuple[Language, Language]:
    """Return one's own language and that of the people opposite, as far as the paper has them."""
    hosts = next((each for each in event.host_languages if each in languages), languages[0])
    foreign = [each for each in (*event.guest_languages, *languages) if each in languages and each != hosts]
    guests = foreign[0] if foreign else hosts
    return (guests, hosts) if side in (Side.GUEST, Side.INVITED) else (hosts, guests)


def _plate(
    seat: SeatData, outward: Wordings, inward: Wordings, size: tuple[int, int], *, emblem: bool
) -> Figure:
    width, height = size
    half = height // 2
    marks: list[Mark] = [Stroke(((0, half), (width, half)), _FOLD)]
    emblems = []
    room = half // 5 if emblem else 0
    for top, wordings, turn in ((half, outward, 0), (0, inward, 180)):
        marks += _face(seat, wordings, (0, top, width, half), turn, room)
        if emblem:
            x, y = width // 16, half // 12
            if turn:
                x, y = width - x - room, half - y - room
            emblems.append(EmblemPlace(x, top + y, room, room, turn))
    return Figure(width, height, tuple(marks), tuple(emblems))


def _face(
    seat: SeatData, wordings: Wordings, box: tuple[int, int, int, int], turn: int, corner: int
) -> Iterator[Words]:
    """Yield one face: the first name above, the surname large, the post small; never hyphenated.

    `corner` is the side of the emblem beside the first name.
    """
    x, y, width, height = box
    pad = width // 16
    assert seat.person is not None
    name = seat.person.names.get(wordings.language)
    position = seat.position or seat.person.position
    above, large = _parts(name, wordings)
    post = wordings.line(position).text if position else ""
    rows = [
        (0.09, 0.22, Said(above, height // 8, Face.SERIF, Ink.BLACK, 160, whole=True), At.BOTTOM),
        (0.31, 0.42, Said(large, height // 3, Face.SERIF_BOLD, Ink.BLACK, 200, whole=True), At.MIDDLE),
        (0.75, 0.17, Said(post, height // 15, Face.SERIF, Ink.GREY, 110), At.TOP),
    ]
    for start, share, said, at in rows:
        if said.text:
            tall = round(height * share)
            top = y + round(height * start) if not turn else y + height - round(height * start) - tall
            aside = pad + (corner if said.text == above else 0)
            yield Words(x + aside, top, width - 2 * aside, tall, (said,), Align.CENTRE, at, turn)


def _parts(name: NameData | None, wordings: Wordings) -> tuple[str, str]:
    """Return what stands above and what stands large; a name in one part is large."""
    if name is None:
        return "", wordings.missing.text
    patronymic = name.patronymic if name.listed is None else without_patronymic(name)[0]
    given = " ".join(filter(None, (name.given, patronymic)))
    return (given, name.surname) if name.surname else ("", given)


def _page_of_cards(seats: Sequence[SeatData], wordings: Sequence[Wordings], emblem: bool) -> Figure:
    left = (_LONG - _ACROSS * _CARD_WIDTH) // 2
    top = (_SHORT - _DOWN * 2 * _CARD_HEIGHT) // 2
    marks: list[Mark] = list(_cut_marks(left, top))
    emblems: list[EmblemPlace] = []
    for number, seat in enumerate(seats):
        x = left + number % _ACROSS * _CARD_WIDTH
        y = top + number // _ACROSS * 2 * _CARD_HEIGHT
        marks.append(Stroke(((x, y + _CARD_HEIGHT), (x + _CARD_WIDTH, y + _CARD_HEIGHT)), _FOLD))
        marks += _card(seat, wordings, x, y + _CARD_HEIGHT, _EMBLEM if emblem else 0)
        if emblem:
            emblems.append(EmblemPlace(x + 140, y + _CARD_HEIGHT + 70, _CARD_WIDTH - 280, _EMBLEM))
    return Figure(_LONG, _SHORT, tuple(marks), tuple(emblems), left_edge(left, _SHORT))


def left_edge(left: int, height: int) -> Edge:
    """Return room for a line running up the left margin of a page whose cards begin at `left`."""
    length, tall = height * 3 // 4, 90
    middle = (left - _CUT + 110) // 2 + 10  # between what a printer reaches and the cut marks
    return Edge(middle - length // 2, (height - tall) // 2, length, tall, 270)


def _card(seat: SeatData, wordings: Sequence[Wordings], x: int, y: int, emblem: int) -> Iterator[Words]:
    """Yield the lower face of a card, the one that is seen when it stands; `emblem` is the room above the names."""
    assert seat.person is not None
    names = list(dict.fromkeys(_plain_name(seat, each) for each in wordings))
    sizes = [(220, 110), *[(150, 90)] * len(names)]
    faces = [Face.SERIF_BOLD, *[Face.SERIF] * len(names)]
    said = tuple(
        Said(name, size, face, Ink.BLACK, smallest)
        for name, (size, smallest), face in zip(names, sizes, faces, strict=False)
    )
    pad = 140
    yield Words(x + pad, y + 110 + emblem, _CARD_WIDTH - 2 * pad, _CARD_HEIGHT - 300 - emblem, said)
    place = " · ".join(
        filter(None, (seat.part.removeprefix("table:") if ":" in seat.part else "", str(seat.number or "")))
    )
    if place:
        small = (Said(place, 90, Face.SANS, Ink.GREY),)
        yield Words(x + pad, y + _CARD_HEIGHT - 180, _CARD_WIDTH - 2 * pad, 120, small, Align.RIGHT, At.BOTTOM)


def _plain_name(seat: SeatData, wordings: Wordings) -> str:
    """Return the whole name with spaces at which it may be broken into lines."""
    assert seat.person is not None
    return wordings.card_name(seat.person).replace("\u00a0", " ")


def _cut_marks(left: int, top: int) -> Iterator[Stroke]:
    """Yield short lines outside the cards at which the page is cut."""
    right, bottom = left + _ACROSS * _CARD_WIDTH, top + _DOWN * 2 * _CARD_HEIGHT
    for column in range(_ACROSS + 1):
        x = left + column * _CARD_WIDTH
        yield Stroke(((x, top - _CUT), (x, top - 20)), _THIN)
        yield Stroke(((x, bottom + 20), (x, bottom + _CUT)), _THIN)
    for row in range(_DOWN + 1):
        y = top + row * 2 * _CARD_HEIGHT
        yield Stroke(((left - _CUT, y), (left - 20, y)), _THIN)
        yield Stroke(((right + 20, y), (right + _CUT, y)), _THIN)


def _paper(
    data: SeatingData, wordings: Sequence[Wordings], key: str, sheets: Iterable[Figure], seats: Sequence[SeatData]
) -> Content:
    """Return the sheets with a list of whom they are for: what is read aloud, compared and checked."""
    rows = tuple(
        Row(
            seat.participation_id,
            (Line(str(seat.number or ""), Style.NUMBER),),
            tuple((line_of(seat, each),) for each in wordings),
        )
        for seat in seats
    )
    titles = [(Line(each.word(key), Style.TITLE),) for each in wordings]
    paper = frame.paper(data.event, wordings, titles, [Block(1, (), rows, Tone.NEUTRAL)], lead=LeadWidth.NUMBER)
    return paper._replace(sheets=tuple(sheets))
