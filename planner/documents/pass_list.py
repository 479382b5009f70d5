"""Pass list for guards: names as in passports, documents, vehicles with their plates. Of the office and the guards."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, tone_of
from planner.documents.logistics_data import PassData, PassListData, VehicleData
from planner.documents.named import facts_line, kept_whole, name_line, post_of, said
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_time_range
from planner.rules.kinds import Side
from planner.rules.text import Language

_DOCUMENT = 1550


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
                changed=one.id in changed,
                trail=(tuple(facts_line([kept_whole(one.plate)], wordings[0], Style.STRONG)),))
            for number, one in enumerate(data.vehicles, 1)
        )  # fmt: skip
        blocks.append(Block(-2, tuple((Line(each.word("vehicles"), Style.HEADING),) for each in wordings), rows))
    titles = [
        frame.title(data.event, data.heading, each, paper="pass_list", subtitles=lambda one: _under(data, one))
        for each in wordings
    ]
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=True)
    return paper._replace(trail=(_DOCUMENT,))


def _people(people: Sequence[PassData], wordings: Sequence[Wordings], changed: Collection[int]) -> Iterator[Block]:
    number = 0
    for side, group in groupby(people, key=lambda one: one.side):
        rows = []
        for one in group:
            number += 1
            lead = (Line(str(number), Style.NUMBER),)
            cells = tuple(_person(one, each) for each in wordings)
            trail = (_document(one, wordings[0]),)
            rows.append(Row(one.who.id, lead, cells, changed=one.who.id in changed, trail=trail))
        heading = tuple((Line(each.word(side.value), Style.HEADING),) for each in wordings)
        yield Block(-1, heading, tuple(rows), tone_of(side))


def _under(data: PassListData, wordings: Wordings) -> list[Line]:
    at = data.at
    if at is None or at.day is None:
        return [frame.days_of(data.event, wordings.language)]
    when = format_day(at.day, wordings.language, form="weekday_full")
    when += f", {format_time_range(at.start, at.end)}" if at.start is not None else ""
    return [*wordings.joined((at.place.venue, at.place.room), Style.SUBTITLE), Line(when, Style.SUBTITLE)]


def _person(one: PassData, wordings: Wordings) -> Cell:
    post = post_of(one.who)
    lines = [name_line(one.who, wordings), *([wordings.line(post, Style.NOTE)] if post else [])]
    return (*lines, *facts_line([said(one.citizenship, wordings)], wordings))


def _document(one: PassData, wordings: Wordings) -> Cell:
    """Return the name as in the passport, the document with its end, and the day of birth, a line each."""
    word, language = wordings.word, wordings.language
    lines = [*facts_line([one.passport], wordings, Style.STRONG)]
    if one.number:
        lines += facts_line([kept_whole(one.number)], wordings, Style.BODY)
    else:
        lines.append(Line(word("no_document"), Style.MISSING))
    if one.expires:
        lines += facts_line([word("valid_until", day=format_day(one.expires, language, form="short"))], wordings)
    if one.birth_date:
        lines += facts_line([word("born", day=format_day(one.birth_date, language, form="short"))], wordings)
    return tuple(lines)


def _vehicle(one: VehicleData, wordings: Wordings) -> Cell:
    # Typed once, yet in every column: whoever looks for the car must find it, in whatever letters.
    driver = wordings.word("driver", name=one.driver) if one.driver else ""
    return (*facts_line([one.name], wordings, Style.STRONG), *facts_line([driver], wordings))
