"""Agenda of a meeting: numbered topics with their speakers and minutes (handbook 2.2)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import ItemData, ProgrammeData
from planner.documents.item_facts import dress, interpretation
from planner.documents.people_in_items import having_role, speakers
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_time_range
from planner.rules.kinds import Audience, ItemState, Role, Side
from planner.rules.text import Language


def compose(
    data: ProgrammeData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    edition: Literal["guest", "working"] = "guest",
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the agenda of the event's principal item; raises `NotPossible` where it has no topics."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    meeting, shown = topics(data, edition)
    if not shown:
        raise NotPossible(
            "“{event}” has no topics for an agenda. Add the topics to the meeting first.",
            event=data.event.title.first(wordings[0].language),
        )
    rows = tuple(
        Row(
            topic.id,
            (Line(str(number), Style.NUMBER),),
            tuple(_cell(topic, each, edition) for each in wordings),
            changed=topic.id in changed,
        )
        for number, topic in enumerate(shown, 1)
    )
    titles = [_title(data, meeting, each) for each in wordings]
    blocks = [Block(meeting.id if meeting else data.event.id, (), rows, Tone.NEUTRAL)]
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=edition == "working")


def topics(data: ProgrammeData, edition: str) -> tuple[ItemData | None, list[ItemData]]:
    """Return the meeting and its topics; an event of several items without topics is its own agenda."""
    items = [item for item in data.items if item.state is not ItemState.CANCELLED]
    meeting = _meeting(data.principal_item, items)
    if meeting is not None and meeting.parts:
        return meeting, _read_by(meeting.parts, edition)
    return (None, _read_by(items, edition)) if len(items) > 1 and data.principal_item is None else (meeting, [])


def _meeting(principal: int | None, items: Sequence[ItemData]) -> ItemData | None:
    """Return the item the agenda is of: the one named, else the principal one with topics, else any with topics."""
    if principal is not None:
        return next((item for item in items if item.id == principal), None)
    with_topics = [item for item in items if item.parts]
    leading = [item for item in with_topics if item.principal] or with_topics or list(items)
    return leading[0] if leading else None


def _read_by(topics: Sequence[ItemData], edition: str) -> list[ItemData]:
    return [
        topic
        for topic in topics
        if topic.state is not ItemState.CANCELLED and (edition == "working" or Audience.GUEST in topic.audience)
    ]


def _cell(topic: ItemData, wordings: Wordings, edition: str) -> Cell:
    lines = [wordings.line(topic.title, Style.STRONG if topic.principal else Style.BODY)]
    said = speakers(topic, wordings)
    if topic.minutes:
        said.append(wordings.word("minutes", minutes=topic.minutes))
    if said:
        lines.append(wordings.plain(" · ".join(said), Style.NOTE))
    if topic.note:
        lines.append(wordings.line(topic.note, Style.NOTE))
    if edition == "working":
        lines += having_role(topic, Role.IN_CHARGE, wordings, says="in_charge")
    return tuple(lines)


def _title(data: ProgrammeData, meeting: ItemData | None, wordings: Wordings) -> Cell:
    def subtitles(wordings: Wordings) -> list[Line]:
        if meeting is None or meeting.day is None:
            return [frame.days_of(data.event, wordings.language)]
        chair = having_role(meeting, Role.CHAIR, wordings, says="chair", style=Style.SUBTITLE)
        return [
            *wordings.joined((meeting.place.venue, meeting.place.room), Style.SUBTITLE),
            _when(meeting, wordings),
            *chair,
            *interpretation(meeting.interpretation, wordings, Style.SUBTITLE),
            *dress(meeting.dress, wordings, Style.SUBTITLE),
        ]

    return frame.title(data.event, data.heading, wordings, paper="agenda", subtitles=subtitles)


def _when(meeting: ItemData, wordings: Wordings) -> Line:
    """Return "среда, 10 апреля 2024 года, 10:00–11:00"."""
    assert meeting.day is not None
    day = format_day(meeting.day, wordings.language, form="weekday_full")
    if meeting.start is None:
        return Line(day, Style.SUBTITLE)
    return Line(f"{day}, {format_time_range(meeting.start, meeting.end)}", Style.SUBTITLE)
