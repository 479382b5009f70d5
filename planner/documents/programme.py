"""Programme of stay: by day, times at the left; an edition for guests and one for those who work (handbook 2.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import CoordinatorData, EventData, ItemData, ProgrammeData
from planner.documents.item_facts import addressed_once, dress, interpretation, vehicles
from planner.documents.labelled import labelled
from planner.documents.named import telephone
from planner.documents.people_in_items import having_role, taking_part
from planner.documents.typed_once import office_language
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_day_heading, format_offset, format_time_range, instant
from planner.rules.kinds import Audience, ItemKind, ItemState, Role, Side
from planner.rules.text import Language

Edition = Literal["guest", "working"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a programme shows beside titles and times; `changed` holds the ids that bear a bar in the margin."""

    edition: Edition = "guest"
    show_people: bool = False
    show_places: bool = True
    show_movements: bool = True
    changed: frozenset[int] = frozenset()


def compose(
    data: ProgrammeData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    edition: Edition = "guest",
    show_people: bool = False,
    show_places: bool = True,
    show_movements: bool = True,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the programme of an event; raises `NotPossible` where there is nothing to print."""
    options = Options(edition, show_people, show_places, show_movements, frozenset(changed))
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    items = printed(data.items, options)
    if not items:
        raise NotPossible(
            "The programme of “{event}” has no items to print. Add an item, or print the working edition.",
            event=data.event.title.first(wordings[0].language),
        )
    blocks = day_blocks(items, data.event, wordings, options=options)
    if pool := [item for item in items if not _is_timed(item)]:
        blocks.append(_pool_block(pool, data.event, wordings, options))
    if data.coordinators:
        blocks.append(_coordinators(data.coordinators, wordings, options))
    titles = [_title(data, each, edition) for each in wordings]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.TIME, working=edition == "working")


def printed(items: Iterable[ItemData], options: Options) -> list[ItemData]:
    """Return the items an edition shows; guests never see the pool, what is cancelled or what is internal."""
    kept = [item for item in items if options.show_movements or item.kind is not ItemKind.MOVEMENT]
    if options.edition == "working":
        return kept
    return [
        item
        for item in kept
        if Audience.GUEST in item.audience and item.state is not ItemState.CANCELLED and _is_timed(item)
    ]


def day_blocks(
    items: Iterable[ItemData], event: EventData, wordings: Sequence[Wordings], *, options: Options
) -> list[Block]:
    """Return a block per day with its items in order of time."""
    timed = [(item, _span(item)) for item in items if _is_timed(item)]
    timed.sort(key=lambda entry: (entry[0].day or date.min, entry[1]))
    parallel = _parallel(timed)
    blocks = []
    places = addressed_once([item.place for item, _ in timed])
    shown = (item._replace(place=place) for (item, _), place in zip(timed, places, strict=True))
    for day, entries in groupby(shown, key=lambda item: item.day or date.min):
        rows = tuple(_row(item, event, wordings, options=options, parallel=item.id in parallel) for item in entries)
        heading = tuple((Line(format_day_heading(day, each.language), Style.HEADING),) for each in wordings)
        blocks.append(Block(day.toordinal(), heading, rows, Tone.DAY))
    return blocks


def _pool_block(items: Iterable[ItemData], event: EventData, wordings: Sequence[Wordings], options: Options) -> Block:
    rows = tuple(_row(item, event, wordings, options=options, parallel=False) for item in items)
    heading = tuple((Line(each.word("pool"), Style.HEADING),) for each in wordings)
    return Block(0, heading, rows, Tone.NEUTRAL)


def _coordinators(
    coordinators: Iterable[CoordinatorData], wordings: Sequence[Wordings], options: Options
) -> Block:
    """Return whom guests call on the way, below all days."""
    rows = tuple(
        Row(-one.person.id, (), tuple((coordinator(one, each),) for each in wordings),
            changed=-one.person.id in options.changed)
        for one in coordinators
    )  # fmt: skip
    return Block(-1, (), rows, Tone.NEUTRAL, closing=True)


def coordinator(one: CoordinatorData, wordings: Wordings) -> Line:
    """Return "Liaison officer: M. Petrova, +7 000 000-00-21"."""
    who = wordings.separator.join(filter(None, (wordings.short_name(one.person), telephone(one.phone, wordings))))
    return wordings.plain(wordings.word("liaison", people=who), Style.NOTE)


def _title(data: ProgrammeData, wordings: Wordings, edition: Edition) -> Cell:
    def subtitles(wordings: Wordings) -> list[Line]:
        days = frame.days_of(data.event, wordings.language)
        if data.heading.title or not data.event.place:
            return [*_headed(data, wordings), days]  # an authored title names the place itself
        return [*_headed(data, wordings), wordings.line(data.event.place, Style.SUBTITLE), days]

    paper = "working_programme" if edition == "working" else "programme"
    return frame.title(data.event, data.heading, wordings, paper=paper, subtitles=subtitles)


def _headed(data: ProgrammeData, wordings: Wordings) -> list[Line]:
    """Return "во главе с …" where its cases were confirmed and the authored title does not name the head itself."""
    who = data.headed.get(wordings.language)
    if not who or not wordings.knows("headed_by") or any(
        word in data.heading.title.get(wordings.language).split() for word in who.split()[-1:]
    ):
        return []
    return [wordings.plain(wordings.word("headed_by", who=who), Style.SUBTITLE)]


def _row(item: ItemData, event: EventData, wordings: Sequence[Wordings], *, options: Options, parallel: bool) -> Row:
    office = office_language(event, wordings)
    cells = tuple(_cell(item, each, options, office=each.language == office) for each in wordings)
    return Row(item.id, _lead(item, event, wordings, options, parallel), cells, changed=item.id in options.changed)


def _cell(item: ItemData, wordings: Wordings, options: Options, *, office: bool) -> Cell:
    lines = [wordings.line(item.title, Style.STRONG if item.principal else Style.BODY)]
    if options.show_places:
        lines += wordings.place(item.place)
    if item.note:
        lines.append(wordings.line(item.note, Style.NOTE))
    lines += dress(item.dress, wordings)
    if options.show_people:
        lines += taking_part(item, wordings)
    if options.edition == "working":
        if office and item.alert:  # the office's own words, in no language that is told
            lines.append(labelled(wordings, "alert", item.alert, Style.STRONG))
        if office and item.internal_note:
            lines.append(wordings.plain(item.internal_note, Style.NOTE))
        lines += having_role(item, Role.IN_CHARGE, wordings, says="in_charge")
        lines += having_role(item, Role.INTERPRETER, wordings, says="interpreter")
        lines += interpretation(item.interpretation, wordings)
        lines += vehicles(item, wordings)
    return tuple(lines)


def _lead(item: ItemData, event: EventData, wordings: Sequence[Wordings], options: Options, parallel: bool) -> Cell:
    """Return the time, and under it what must be known of it: end on another day, zone, parallel, how firm."""
    lines: list[Line] = []
    remarks: list[str] = []
    if item.day is not None and item.start is not None:
        lines.append(Line(format_time_range(item.start, item.end), Style.TIME))
        if item.end is not None and item.end_day not in (None, item.day):
            remarks += [
                each.word("until", day=format_day(item.end_day, each.language, form="day_month"))
                for each in wordings
                if item.end_day is not None
            ]
        if item.zone and item.zone != event.host_zone:
            remarks.append(format_offset(item.day, item.start, item.zone))
    keys = ["parallel"] if parallel else []
    if options.edition == "working":
        keys += _working_marks(item)
    remarks += [each.word(key) for key in keys for each in wordings]
    return (*lines, *(Line(remark, Style.REMARK) for remark in dict.fromkeys(remarks)))


def _working_marks(item: ItemData) -> list[str]:
    marks = {ItemState.TENTATIVE: ["tentative"], ItemState.CANCELLED: ["cancelled"]}.get(item.state, [])
    return marks if Audience.GUEST in item.audience else [*marks, "internal"]


def _is_timed(item: ItemData) -> bool:
    return item.day is not None and item.start is not None


def _span(item: ItemData) -> tuple[float, float]:
    """Return the start and end of a timed item as UTC seconds; a start alone lasts a minute."""
    if item.day is None or item.start is None:
        return (0.0, 0.0)
    start = instant(item.day, item.start, item.zone).timestamp()
    if item.end is None:
        return (start, start + 60)
    return (start, instant(item.end_day or item.day, item.end, item.zone).timestamp())


def _parallel(timed: Iterable[tuple[ItemData, tuple[float, float]]]) -> set[int]:
    """Return the items that begin before one printed above them has ended; cancelled ones run beside nothing."""
    found = set()
    latest = float("-inf")
    for item, (start, end) in timed:
        if item.state is ItemState.CANCELLED:
            continue
        if start < latest:
            found.add(item.id)
        latest = max(latest, end)
    return found
