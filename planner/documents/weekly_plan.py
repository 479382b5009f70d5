"""Weekly plan: what all events of the office have in a week, day by day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.people_in_items import having_role
from planner.documents.set_data import WeekData, WeekLineData
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day_heading, format_range, format_time_range
from planner.rules.kinds import ItemState, Role, Side
from planner.rules.text import Language
from planner.rules.times import DAY


def compose(
    data: WeekData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the plan of the week an event is in, or of the weeks it lasts; raises `NotPossible` for an empty one."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.lines:
        raise NotPossible("Nothing has a time in this week.")
    several = len({line.event.first() for line in data.lines}) > 1
    blocks = [
        Block(
            day.toordinal(),
            tuple((Line(format_day_heading(day, each.language), Style.HEADING),) for each in wordings),
            tuple(_row(line, wordings, changed, several=several) for line in lines),
            Tone.DAY,
        )
        for day, lines in groupby(data.lines, key=lambda line: line.day)
    ]
    titles = []
    for each in wordings:
        days = Line(format_range(data.first, data.last, each.language, form="full"), Style.SUBTITLE)
        office = [each.line(data.event.office, Style.SUBTITLE)] if data.event.office else []
        titles.append((Line(each.word("weekly_plan"), Style.TITLE), *office, days))
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.TIME, working=True)


def _row(line: WeekLineData, wordings: Sequence[Wordings], changed: Collection[int], *, several: bool) -> Row:
    ends = None if line.end is None else line.end % DAY
    lead = [Line(format_time_range(line.start, ends), Style.TIME)]
    if line.item.state is ItemState.TENTATIVE:
        lead += [Line(each.word("tentative"), Style.REMARK) for each in wordings]
    cells = tuple(tuple(_cell(line, each, several=several)) for each in wordings)
    return Row(line.id, tuple(lead), cells, changed=line.id in changed)


def _cell(line: WeekLineData, wordings: Wordings, *, several: bool) -> Iterator[Line]:
    item = line.item
    yield wordings.line(item.title, Style.STRONG if item.principal else Style.BODY)
    if several:
        yield wordings.line(line.event, Style.NOTE)
    yield from wordings.joined((item.place.venue, item.place.room))
    yield from having_role(item, Role.IN_CHARGE, wordings, says="in_charge")
