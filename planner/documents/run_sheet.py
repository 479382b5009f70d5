"""Run sheet: minute by minute, what happens, who does it, on what cue, and how it really went (handbook 2.5)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import PartData
from planner.documents.item_facts import addressed_once
from planner.documents.labelled import labelled
from planner.documents.named import telephone
from planner.documents.people_in_items import in_words
from planner.documents.set_data import InChargeData, RunLineData, RunSheetData
from planner.documents.typed_once import office_language
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day_heading, format_range, format_time, format_time_range
from planner.rules.kinds import ItemState, Side
from planner.rules.text import Language
from planner.rules.times import DAY

ACTUAL = 680
"""Width of the column for the real times, in tenths of a point."""
_TO_NOTE = "__:__"


def compose(
    data: RunSheetData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the run sheet of an event; raises `NotPossible` where nothing has a time.

    What the office wrote for itself (action, cue, technician) is in one language only: that of the host's column.
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.rows:
        raise NotPossible(
            "The programme of “{event}” has no items to print. Add an item, or print the working edition.",
            event=data.event.title.first(wordings[0].language),
        )
    own = office_language(data.event, wordings)
    days = len({line.day for line in data.rows})
    places = addressed_once([line.place for line in data.rows])
    shown = [line._replace(place=place) for line, place in zip(data.rows, places, strict=True)]
    blocks = [
        Block(
            day.toordinal(),
            tuple((Line(_day(day, lines, each, days=days), Style.HEADING),) for each in wordings),
            tuple(_row(line, wordings, own, changed) for line in lines),
            Tone.DAY,
            trail=(_heads(wordings),),
        )
        for day, lines in ((day, tuple(lines)) for day, lines in groupby(shown, key=lambda line: line.day))
    ]
    titles = [_title(data, each, own) for each in wordings]
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.TIME, working=True)
    return paper._replace(trail=(ACTUAL,))


def _heads(wordings: Sequence[Wordings]) -> Cell:
    return tuple(Line(each.word("actual"), Style.NUMBER) for each in wordings)


def _day(day: date, lines: Sequence[RunLineData], wordings: Wordings, *, days: int) -> str:
    """Return the heading of a day; of several each says from when to when it runs."""
    heading = format_day_heading(day, wordings.language)
    return f"{heading} · {_from_to(lines)}" if days > 1 else heading


def _from_to(lines: Sequence[RunLineData]) -> str:
    return format_time_range(min(line.start for line in lines), max(line.end for line in lines) % DAY)


def _title(data: RunSheetData, wordings: Wordings, own: Language) -> Cell:
    """Return the heading of the regional form: event, place, days and hours, venue, and by whom one is met."""

    def subtitles(wordings: Wordings) -> list[Line]:
        event, rows = data.event, data.rows
        lines = [wordings.line(event.place, Style.SUBTITLE)] if event.place else []
        days = format_range(event.from_day, event.to_day, wordings.language, form="full")
        if event.from_day == event.to_day:
            days = wordings.separator.join((days, _from_to(rows)))
        lines.append(Line(days, Style.SUBTITLE))
        if principal := next((line for line in rows if line.principal), None):
            lines += wordings.joined((principal.place.venue, principal.place.room), Style.SUBTITLE)
        met = next((line.met_by for line in (principal, *rows) if line is not None and line.met_by), "")
        if met and wordings.language == own:
            lines.append(wordings.plain(_sentence(wordings.word("met_by", people=met)), Style.SUBTITLE))
        return lines

    return frame.title(data.event, data.heading, wordings, paper="run_sheet", subtitles=subtitles)


def _row(line: RunLineData, wordings: Sequence[Wordings], own: Language, changed: Collection[int]) -> Row:
    cells = tuple(tuple(_cell(line, each, office=each.language == own)) for each in wordings)
    return Row(line.id, _lead(line, wordings), cells, changed=line.id in changed, trail=(_actual(line),))


def _lead(line: RunLineData, wordings: Sequence[Wordings]) -> Cell:
    """Return "10:55–11:00", how long it lasts, and how far it is from the principal's item."""
    ends = line.end % DAY if line.end > line.start else None
    lines = [Line(format_time_range(line.start, ends), Style.TIME)]
    if line.offset:
        sign, minutes = ("−" if line.offset < 0 else "+"), abs(line.offset)
        lines.append(Line(f"{sign}{minutes // 60:02}:{minutes % 60:02}", Style.NUMBER))
    remarks = [each.word("minutes", minutes=line.end - line.start) for each in wordings if line.end > line.start]
    remarks += [each.word("fixed_time") for each in wordings if line.hard]
    remarks += [each.word("tentative") for each in wordings if line.state is ItemState.TENTATIVE]
    return (*lines, *(Line(remark, Style.REMARK) for remark in dict.fromkeys(remarks)))


def _cell(line: RunLineData, wordings: Wordings, *, office: bool) -> Iterator[Line]:
    yield wordings.line(line.title, Style.STRONG if line.principal else Style.BODY)
    if office and line.alert:
        yield labelled(wordings, "alert", line.alert, Style.STRONG)
    if office and line.action:
        yield wordings.plain(line.action, Style.BODY)
    yield from wordings.place(line.place)
    for key, words in (("path", line.path), ("stands", line.position)):
        if office and words:
            yield labelled(wordings, key, words)
    if office and line.met_by:
        yield wordings.plain(_sentence(wordings.word("met_by", people=line.met_by)), Style.NOTE)
    if line.people and (people := _people(line.people, wordings)):
        yield wordings.plain(wordings.word("taking_part", people=people), Style.NOTE)
    for key, words in (
        ("said_text", line.words), ("cue", line.cue), ("microphone", line.microphone),
        ("handed_over", line.handed_over), ("assistants", line.assistants), ("technician", line.technician),
    ):  # fmt: skip
        if office and words:
            yield labelled(wordings, key, words)
    if line.lead:
        ready = wordings.word("ready_at", time=format_time((line.start - line.lead) % DAY))
        yield wordings.plain(ready, Style.NOTE)
    if line.in_charge:
        people = wordings.separator.join(in_charge(one, wordings) for one in line.in_charge)
        yield wordings.plain(wordings.word("in_charge", people=people), Style.NOTE)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def in_charge(one: InChargeData, wordings: Wordings) -> str:
    """Return who is in charge, with the telephone."""
    return " ".join(filter(None, (in_words(one.who, wordings), telephone(one.phone, wordings))))


def _people(parts: Sequence[PartData], wordings: Wordings) -> str:
    return wordings.separator.join(dict.fromkeys(filter(None, (in_words(one, wordings) for one in parts))))


def _actual(line: RunLineData) -> Cell:
    """Return when it really began and ended; what is not known yet is left to be written by hand."""
    if line.began is None:
        return (Line(f"{_TO_NOTE}–{_TO_NOTE}", Style.NUMBER),)
    ended = format_time(line.ended % DAY) if line.ended is not None else _TO_NOTE
    lines = [Line(f"{format_time(line.began % DAY)}–{ended}", Style.TIME)]
    late = (line.ended - line.end) if line.ended is not None else line.began - line.start
    if late:
        lines.append(Line(f"{'+' if late > 0 else '−'}{abs(late)}", Style.NUMBER))
    return tuple(lines)
