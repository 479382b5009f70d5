"""Arrivals and departures: journey by journey, local times at both ends with their zones (handbook 2.14)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Any, Literal

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.logistics_data import ArrivalsData, JourneyData, MomentData
from planner.documents.named import facts_line, kept_whole, name_line, plainly, said, shared, telephone
from planner.documents.typed_once import Once, once
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_day_heading, format_offset, format_time
from planner.language.zones import place_in
from planner.rules.kinds import Side
from planner.rules.text import Language

MEANS = ("flight", "train", "car", "coach", "ship")
"""Means of travel that a paper has a word for."""

_CAR = 950


def compose(
    data: ArrivalsData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    edition: Literal["guest", "working"] = "guest",
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose arrivals and departures; raises `NotPossible` where no journey was entered.

    People of one flight stand under it. Drivers, their phones, the office's notes and the state of documents stand in
    the working edition alone (W-71).
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.journeys:
        raise NotPossible(
            "“{event}” has no arrivals or departures yet. Add the journeys of the delegation first.",
            event=data.event.title.first(wordings[0].language),
        )
    working = edition == "working"
    blocks, number = [], 0
    for _key, group in groupby(data.journeys, key=_flight):
        journeys = list(group)
        blocks.append(_block(journeys, wordings, once(data.event, wordings), number, changed, working=working))
        number += len(journeys)
    titles = [
        frame.title(data.event, data.heading, each, paper="arrivals", subtitles=lambda one: _under(data, one))
        for each in wordings
    ]
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=working)
    return paper._replace(trail=(_CAR,) if any(one.vehicle for one in data.journeys) else ())


def _flight(one: JourneyData) -> tuple[Any, ...]:
    return (one.arrival, one.means, one.number, one.from_place, one.to_place, one.leaves, one.arrives, one.terminal)


def _under(data: ArrivalsData, wordings: Wordings) -> list[Line]:
    days = frame.days_of(data.event, wordings.language)
    return [days, Line(wordings.word("local_times"), Style.SUBTITLE)]


def _block(
    journeys: Sequence[JourneyData], wordings: Sequence[Wordings], typed: Once, before: int,
    changed: Collection[int], *, working: bool,
) -> Block:  # fmt: skip
    first = journeys[0]
    facts = [[_facts(one, each, typed, working=working) for one in journeys] for each in wordings]
    common = [shared(column) for column in facts]
    heading = tuple(_heading(first, each, alike) for each, alike in zip(wordings, common, strict=True))
    rows = []
    for place, one in enumerate(journeys):
        cells = tuple(
            _cell(one, each, [fact for fact in column[place] if fact not in alike])
            for each, column, alike in zip(wordings, facts, common, strict=True)
        )
        lead = (Line(str(before + place + 1), Style.NUMBER),)
        trail = (_car(one, wordings[0], working=working),)
        rows.append(Row(one.id, lead, cells, changed=one.id in changed, trail=trail))
    return Block(-first.id, heading, tuple(rows), Tone.GUEST if first.arrival else Tone.DAY)


def _car(one: JourneyData, wordings: Wordings, *, working: bool) -> Cell:
    """Return the car, in the words of the office; its driver in the working edition alone."""
    vehicle = one.vehicle
    if vehicle is None:
        return ()
    lines = [*facts_line([vehicle.name], wordings, Style.BODY)]
    lines += facts_line([kept_whole(vehicle.plate)], wordings, Style.BODY)
    for fact in (vehicle.driver, telephone(vehicle.phone, wordings)) if working else ():
        lines += facts_line([fact], wordings)
    return tuple(lines)


def _heading(one: JourneyData, wordings: Wordings, common: Sequence[str]) -> Cell:
    at = one.arrives if one.arrival else one.leaves
    day = format_day_heading(at.day, wordings.language) if at.day else wordings.word("pool")
    kind = wordings.word("arrival" if one.arrival else "departure")
    lines = [Line(day, Style.HEADING)]
    means = wordings.word(f"by_{one.means}") if one.means in MEANS else one.means
    journey = f"{means} {kept_whole(one.number)}".strip()
    lines += facts_line([wordings.separator.join((kind, journey))], wordings, Style.STRONG)
    lines += _way(one, wordings)
    terminal = wordings.word("terminal", name=one.terminal) if one.terminal else ""
    lines += facts_line([terminal, *common], wordings)
    return tuple(lines)


def _way(one: JourneyData, wordings: Wordings) -> Iterator[Line]:
    """Yield both ends, a line each, the times under one another."""
    for place, at in ((one.from_place, one.leaves), (one.to_place, one.arrives)):
        yield from facts_line([_end(place, at, one, wordings)], wordings, Style.BODY)


def _end(place: str, at: MomentData, one: JourneyData, wordings: Wordings) -> str:
    """Return "08:20 Bishkek, UTC+6", with its day where that is not the day of the heading."""
    place = place_in(place, at.zone, wordings.language)
    if at.minute is None or at.day is None:
        return place
    heading = one.arrives.day if one.arrival else one.leaves.day
    day = "" if at.day == heading else f"{format_day(at.day, wordings.language, form='day_month')}, "
    return f"{day}{format_time(at.minute)} {place}, {format_offset(at.day, at.minute, at.zone)}".replace(" ,", ",")


def _facts(one: JourneyData, wordings: Wordings, typed: Once, *, working: bool) -> list[str]:
    word = wordings.word
    facts = [
        word("met_by", people=plainly(one.met_by, wordings)) if one.met_by and one.arrival else "",
        word("sign", words=said(one.sign, wordings)) if one.sign else "",
        word("hotel", name=said(one.hotel, wordings)) if one.hotel else "",
        word("bags", count=one.bags) if one.bags is not None else "",
    ]  # fmt: skip
    if working:
        held = {True: "papers_hold", False: "papers_do_not_hold", None: ""}[one.papers_hold]
        facts += [word(held) if held else "", typed.said(one.note, wordings)]
    return facts


def _cell(one: JourneyData, wordings: Wordings, facts: Sequence[str]) -> Cell:
    return (name_line(one.who, wordings), *facts_line(facts, wordings))
