"""Pass list for guards: names as in passports, documents, vehicles with their plates. Of the office and the guards."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.logistics_data import PassData, PassListData, VehicleData
from planner.documents.named import facts_line, name_line, post_of, said
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_time_range
from planner.rules.kinds import Side
from planner.rules.text import Language

_TONES = {Side.GUEST: Tone.GUEST, Side.HOST: Tone.HOST}


def compose(
    data: PassListData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose a pass list, numbered through; raises `NotPossible` where nobody is expected."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.people:
        raise NotPossible(
            "“{event}” expects nobody guards would let in. Add the guests first.",
            event=data.event.title.first(wordings[0].language),
        )
    blocks = [*_people(data.people, wordings, changed)]
    if data.vehicles:
        rows = tuple(
            Row(one.id, (Line(str(number), Style.NUMBER),), tuple(_vehicle(one, each) for each in wordings),
                changed=one.id in changed)
            for number, one in enumerate(data.vehicles, 1)
        )  # fmt: skip
        blocks.append(Block(-2, tuple((Line(each.word("vehicles"), Style.HEADING),) for each in wordings), rows))
    titles = [
        frame.title(data.event, data.heading, each, paper="pass_list", subtitles=lambda one: _under(data, one))
        for each in wordings
    ]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=True)


def _people(people: Sequence[PassData], wordings: Sequence[Wordings], changed: Collection[int]) -> Iterator[Block]:
    number = 0
    for side, group in groupby(people, key=lambda one: one.side):
        rows = []
        for one in group:
            number += 1
            lead = (Line(str(number), Style.NUMBER),)
            cells = tuple(_person(one, each) for each in wordings)
            rows.append(Row(one.who.id, lead, cells, changed=one.who.id in changed))
        heading = tuple((Line(each.word(side.value), Style.HEADING),) for each in wordings)
        yield Block(-1, heading, tuple(rows), _TONES.get(side, Tone.NEUTRAL))


def _under(data: PassListData, wordings: Wordings) -> list[Line]:
    at = data.at
    if at is None or at.day is None:
        return [frame.days_of(data.event, wordings.language)]
    when = format_day(at.day, wordings.language, form="weekday_full")
    when += f", {format_time_range(at.start, at.end)}" if at.start is not None else ""
    return [*wordings.joined((at.place.venue, at.place.room), Style.SUBTITLE), Line(when, Style.SUBTITLE)]


def _person(one: PassData, wordings: Wordings) -> Cell:
    word, language = wordings.word, wordings.language
    lines = [name_line(one.who, wordings)]
    lines += facts_line([one.passport], wordings, Style.BODY)
    until = word("valid_until", day=format_day(one.expires, language, form="short")) if one.expires else ""
    document = word("document", number=one.number) if one.number else word("no_document")
    lines += facts_line([document, until], wordings)
    born = word("born", day=format_day(one.birth_date, language, form="short")) if one.birth_date else ""
    lines += facts_line([born, said(one.citizenship, wordings)], wordings)
    post = post_of(one.who)
    return (*lines, wordings.line(post, Style.NOTE)) if post else tuple(lines)


def _vehicle(one: VehicleData, wordings: Wordings) -> Cell:
    first = facts_line([one.plate, one.name], wordings, Style.STRONG)
    driver = wordings.word("driver", name=one.driver) if one.driver else ""
    return (*first, *facts_line([driver, one.phone], wordings))
