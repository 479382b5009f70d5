"""Motorcade and car plan: for each movement the vehicles in their order, with driver, seats, flag and radio (2.13)."""

from __future__ import annotations

from collections.abc import Collection

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.logistics_data import MotorcadeData, MovementData, RideData, RiderData
from planner.documents.named import facts_line, kept_whole, said, short_name, telephone
from planner.documents.typed_once import Once, once
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day_heading, format_time_range
from planner.rules.kinds import Side
from planner.rules.text import Language

SEATS = ("RR", "RL", "RM", "F")
"""Seats of a car that a paper has a word for (handbook 3.8)."""

_VEHICLE = 1120


def compose(
    data: MotorcadeData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the motorcades of an event or of one movement; raises `NotPossible` where no car was given to any."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.movements:
        raise NotPossible(
            "“{event}” has no cars yet. Give vehicles to its movements first.",
            event=data.event.title.first(wordings[0].language),
        )
    typed = once(data.event, wordings)
    blocks = [
        Block(
            one.at.id,
            tuple(_heading(one, each) for each in wordings),
            tuple(
                Row(ride.id, (Line(str(place), Style.NUMBER),), tuple(_cell(ride, each, typed) for each in wordings),
                    changed=ride.id in changed, trail=(_vehicle(ride, wordings[0]),))
                for place, ride in enumerate(one.rides, 1)
            ),
            Tone.DAY,
        )
        for one in data.movements
    ]  # fmt: skip
    titles = [
        frame.title(data.event, data.heading, each, paper="motorcade",
                    subtitles=lambda one: [frame.days_of(data.event, one.language)])
        for each in wordings
    ]  # fmt: skip
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=True)
    return paper._replace(trail=(_VEHICLE,))


def _heading(movement: MovementData, wordings: Wordings) -> Cell:
    at = movement.at
    when = wordings.word("pool")
    if at.day is not None:
        when = format_day_heading(at.day, wordings.language)
        when += f", {format_time_range(at.start, at.end)}" if at.start is not None else ""
    return (Line(when, Style.HEADING), wordings.line(at.title, Style.STRONG))


def _cell(ride: RideData, wordings: Wordings, typed: Once) -> Cell:
    lines = [wordings.plain(_rider(one, wordings)) for one in ride.riders]
    flag = wordings.word("fender_flag", flag=said(ride.flag, wordings)) if ride.flag else ""
    channel = typed.said(ride.radio, wordings)
    radio = wordings.word("radio", channel=channel) if channel else ""
    return (*lines, *facts_line([flag, radio, typed.said(ride.note, wordings)], wordings))


def _vehicle(ride: RideData, wordings: Wordings) -> Cell:
    """Return vehicle and plate, driver and telephone, each on a line of its own."""
    vehicle = ride.vehicle
    if vehicle is None:
        return (Line(wordings.word("no_vehicle"), Style.MISSING),)
    lines = [*facts_line([vehicle.name], wordings, Style.STRONG)]
    lines += facts_line([kept_whole(vehicle.plate)], wordings, Style.BODY)
    for fact in (vehicle.driver, telephone(vehicle.phone, wordings)):
        lines += facts_line([fact], wordings)
    return tuple(lines)


def _rider(one: RiderData, wordings: Wordings) -> str:
    """Return "behind on the right: A. Kabaev"; without a seat the name alone."""
    if not one.seat:
        return short_name(one.who, wordings)
    known = one.seat in SEATS
    seat = wordings.word(f"seat_{one.seat.lower()}") if known else wordings.word("seat", number=one.seat)
    return wordings.word("sits", seat=seat, name=short_name(one.who, wordings))
