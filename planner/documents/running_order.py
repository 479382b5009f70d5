"""Running order of a conference: each day at a glance, then its sessions with their talks (handbook 2.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import ItemData, PlaceData, ProgrammeData
from planner.documents.item_facts import hall, interpretation, talk_facts
from planner.documents.named import facts_line
from planner.documents.people_in_items import having_role, speakers
from planner.documents.programme import Options, day_blocks, printed
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_time_range
from planner.rules.kinds import ItemKind, ItemState, Role, Side
from planner.rules.text import Language

MOST = 5
"""Up to so many rows of a day say each that they run in parallel."""
LEADS = {Role.CHAIR: "chair", Role.MODERATOR: "moderator", Role.CO_MODERATOR: "co_moderator"}
"""Who leads a session, with the word for it, in the order in which they stand under its title."""


def compose(
    data: ProgrammeData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    edition: Literal["guest", "working"] = "guest",
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the running order of a conference; raises `NotPossible` where it has no sessions.

    A day's block shows all its items; a block per session follows in order of time, with hall and moderators
    under the title and a row per talk. What would stand in every row is said once: the venue where there is but
    one, that items run in parallel where most do, and a session whose one talk fills it in the day's row alone.
    """
    options = Options(edition=edition, changed=frozenset(changed))
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    items = printed(data.items, options)
    venue = _only_venue(items)
    if venue is not None:
        items = [item._replace(place=PlaceData(item.place.room, seats=item.place.seats)) for item in items]
    sessions = {item.id: item for item in items if is_session(item)}
    if not sessions:
        raise NotPossible(
            "“{event}” has no sessions to print. Add a plenary or a session to its programme first.",
            event=data.event.title.first(wordings[0].language),
        )
    countries = says_countries(items)
    blocks: list[Block] = []
    for day in day_blocks(items, data.event, wordings, options=options):
        held = [sessions[row.id] for row in day.rows if row.id in sessions]
        filled = {item.id: talk for item in held if (talk := _filling(item)) is not None}
        blocks.append(_day(day, filled, wordings, options, countries=countries))
        shown = (item for item in held if item.id not in filled)
        blocks += [block for item in shown if (block := _session(item, wordings, options, countries=countries)).rows]
    titles = [_title(data, each, venue) for each in wordings]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.TIME, working=edition == "working")


def is_session(item: ItemData) -> bool:
    """Tell whether an item is a session: by its kind, or because it holds talks."""
    return item.kind in (ItemKind.PLENARY, ItemKind.SESSION) or any(part.kind is ItemKind.TALK for part in item.parts)


def says_countries(items: Iterable[ItemData]) -> bool:
    """Tell whether each speaker says from where: not where all are known to come from one country."""
    talks = (talk for item in items for talk in (item, *item.parts))
    spoken = (part.person for talk in talks for part in talk.people if part.role is Role.SPEAKER)
    return len({person.country for person in spoken if person is not None}) > 1


def _only_venue(items: Sequence[ItemData]) -> PlaceData | None:
    """Return the one venue of a whole conference of which rooms are told; None where there are several."""
    placed = [item.place for item in items if item.place.venue or item.place.room]
    if len(placed) < 2 or not all(place.venue for place in placed) or not any(place.room for place in placed):
        return None
    return placed[0] if len({(place.venue.first(), place.address.first()) for place in placed}) == 1 else None


def _filling(item: ItemData) -> ItemData | None:
    """Return the one talk of a session that lasts as long as the session itself."""
    talks = _standing(item)
    if len(talks) != 1 or any(part.role in LEADS for part in item.people):
        return None
    talk = talks[0]
    return talk if (talk.day, talk.start, talk.end) == (item.day, item.start, item.end) else None


def _standing(item: ItemData) -> list[ItemData]:
    return [talk for talk in item.parts if talk.state is not ItemState.CANCELLED]


def _day(
    day: Block, filled: Mapping[int, ItemData], wordings: Sequence[Wordings], options: Options, *, countries: bool
) -> Block:
    """Return a day's block with the talks that fill their sessions, and without a remark most rows would bear."""
    remarks = {each.word("parallel") for each in wordings}
    beside = [row for row in day.rows if any(line.text in remarks for line in row.lead)]
    rows = day.rows
    if len(beside) > MOST and 2 * len(beside) > len(rows):
        rows = tuple(row._replace(lead=tuple(one for one in row.lead if one.text not in remarks)) for row in rows)
    return day._replace(rows=tuple(
        _filled(row, filled[row.id], wordings, options, countries=countries) if row.id in filled else row
        for row in rows
    ))  # fmt: skip


def _filled(row: Row, talk: ItemData, wordings: Sequence[Wordings], options: Options, *, countries: bool) -> Row:
    cells = []
    for cell, each in zip(row.cells, wordings, strict=True):
        title, *rest = cell
        lines = _talk(talk, each, countries=countries)
        cells.append((*lines, *rest) if lines[0].text == title.text else (title, *lines, *rest))
    return row._replace(cells=tuple(cells), changed=row.changed or talk.id in options.changed)


def _session(item: ItemData, wordings: Sequence[Wordings], options: Options, *, countries: bool) -> Block:
    rows = tuple(
        Row(
            talk.id,
            () if talk.start is None else (Line(format_time_range(talk.start, talk.end), Style.TIME),),
            tuple(_talk(talk, each, countries=countries) for each in wordings),
            changed=talk.id in options.changed,
        )
        for talk in _standing(item)
    )
    return Block(item.id, tuple(_heading(item, each) for each in wordings), rows, Tone.NEUTRAL)


def _heading(item: ItemData, wordings: Wordings) -> Cell:
    lines = [wordings.line(item.title, Style.HEADING)]
    time = format_time_range(item.start, item.end) if item.start is not None else ""
    where = wordings.place(item.place)
    known = where.pop(0).text if where and where[0].style is Style.NOTE else ""
    lines += facts_line((time, known, hall(item, wordings)), wordings)
    lines += where
    for role, says in LEADS.items():
        lines += having_role(item, role, wordings, says=says)
    lines += interpretation(item.interpretation, wordings)
    return tuple(lines)


def _talk(talk: ItemData, wordings: Wordings, *, countries: bool) -> Cell:
    lines = [wordings.line(talk.title, Style.STRONG)]
    said = speakers(talk, wordings, at_length=True, countries=countries)
    lines += [wordings.plain(words, Style.NOTE) for words in said]
    lines += talk_facts(talk, wordings)
    if talk.note:
        lines.append(wordings.line(talk.note, Style.NOTE))
    return tuple(lines)


def _title(data: ProgrammeData, wordings: Wordings, venue: PlaceData | None) -> Cell:
    known = {data.event.title.get(wordings.language), data.event.place.get(wordings.language)}

    def subtitles(wordings: Wordings) -> list[Line]:
        lines = [wordings.line(data.event.place, Style.SUBTITLE)] if data.event.place else []
        if venue is not None and venue.venue.get(wordings.language) not in known:
            lines += wordings.joined((venue.venue, venue.address), Style.SUBTITLE)
        return [*lines, frame.days_of(data.event, wordings.language)]

    return frame.title(data.event, data.heading, wordings, paper="running_order", subtitles=subtitles)
