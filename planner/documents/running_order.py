"""Running order of a conference: each day at a glance, then its sessions with their talks (handbook 2.3)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import ItemData, ProgrammeData
from planner.documents.people_in_items import having_role, speakers
from planner.documents.programme import Options, day_blocks, printed
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_time_range
from planner.rules.kinds import ItemKind, ItemState, Role, Side
from planner.rules.text import Language


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
    under the title and a row per talk.
    """
    options = Options(edition=edition, changed=frozenset(changed))
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    items = printed(data.items, options)
    sessions = {item.id: item for item in items if is_session(item)}
    if not sessions:
        raise NotPossible(
            "“{event}” has no sessions to print. Add a plenary or a session to its programme first.",
            event=data.event.title.first(wordings[0].language),
        )
    blocks: list[Block] = []
    for day in day_blocks(items, data.event, wordings, options=options):
        blocks.append(day)
        held = (sessions[row.id] for row in day.rows if row.id in sessions)
        blocks += [block for item in held if (block := _session(item, wordings, options)).rows]
    titles = [_title(data, each) for each in wordings]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.TIME, working=edition == "working")


def is_session(item: ItemData) -> bool:
    """Tell whether an item is a session: by its kind, or because it holds talks."""
    return item.kind in (ItemKind.PLENARY, ItemKind.SESSION) or any(part.kind is ItemKind.TALK for part in item.parts)


def _session(item: ItemData, wordings: Sequence[Wordings], options: Options) -> Block:
    talks = [talk for talk in item.parts if talk.state is not ItemState.CANCELLED]
    rows = tuple(
        Row(
            talk.id,
            () if talk.start is None else (Line(format_time_range(talk.start, talk.end), Style.TIME),),
            tuple(_talk(talk, each) for each in wordings),
            changed=talk.id in options.changed,
        )
        for talk in talks
    )
    return Block(item.id, tuple(_heading(item, each) for each in wordings), rows, Tone.NEUTRAL)


def _heading(item: ItemData, wordings: Wordings) -> Cell:
    lines = [wordings.line(item.title, Style.HEADING)]
    where = wordings.place(item.place)
    if item.start is not None:
        time = format_time_range(item.start, item.end)
        if where and where[0].style is Style.NOTE:
            where[0] = Line(f"{time} · {where[0].text}", Style.NOTE)
        else:
            where.insert(0, Line(time, Style.NOTE))
    lines += where
    lines += having_role(item, Role.CHAIR, wordings, says="chair")
    lines += having_role(item, Role.MODERATOR, wordings, says="moderator")
    return tuple(lines)


def _talk(talk: ItemData, wordings: Wordings) -> Cell:
    lines = [wordings.line(talk.title, Style.STRONG)]
    lines += [wordings.plain(words, Style.NOTE) for words in speakers(talk, wordings, organisations=True)]
    if talk.note:
        lines.append(wordings.line(talk.note, Style.NOTE))
    return tuple(lines)


def _title(data: ProgrammeData, wordings: Wordings) -> Cell:
    def subtitles(wordings: Wordings) -> list[Line]:
        days = frame.days_of(data.event, wordings.language)
        return [wordings.line(data.event.place, Style.SUBTITLE), days] if data.event.place else [days]

    return frame.title(data.event, data.heading, wordings, paper="running_order", subtitles=subtitles)
