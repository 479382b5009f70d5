"""What the overview shows of an event, gathered on a reader in one go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from planner.checks.event import Checked, mendable_event
from planner.language.zones import zone_city
from planner.queries.agenda import programme
from planner.queries.delegations import DelegationRow, delegations
from planner.queries.events import EventPage, event_page
from planner.queries.office_settings import office_setting
from planner.queries.texts import TextCount, text_count
from planner.rules.kinds import ItemState, ParticipationState, Side
from planner.rules.text import Language
from planner.rules.times import offset_words, zone_named


class SideCount(NamedTuple):
    """How many places a side has, how many of them are confirmed, declined, or only a post so far."""

    side: Side
    members: int
    confirmed: int
    declined: int
    unnamed: int
    delegations: int


class Clocks(NamedTuple):
    """The clocks of both sides on the first day: cities, distances from UTC, and what 10:00 of the host is there."""

    host: str
    guest: str
    host_offset: str
    guest_offset: str
    ten_there: str


class Facts(NamedTuple):
    """Everything the overview shows."""

    page: EventPage
    sides: tuple[SideCount, ...]
    clocks: Clocks
    texts: TextCount
    checked: Checked
    items: int
    days: int
    sample: str


def event_facts(db: Any, event_id: int, language: Language, today: date) -> Facts:
    """Return what the overview shows of an event; cities are named in a language."""
    page = event_page(db, event_id)
    items = [item for item in programme(db, event_id).items if item.state is not ItemState.CANCELLED]
    return Facts(
        page, count_sides(delegations(db, event_id)), clocks(page, language), text_count(db, event_id),
        mendable_event(db, event_id, today=today), len(items), len({item.day for item in items if item.day}),
        str(office_setting(db, "sample", "")),
    )  # fmt: skip


def count_sides(rows: Iterable[DelegationRow]) -> tuple[SideCount, ...]:
    """Return the counts of each side that has a delegation."""
    found = {}
    for side in (Side.GUEST, Side.HOST, Side.INVITED, Side.STAFF):
        of_side = [row for row in rows if row.side is side]
        members = [member for row in of_side for member in row.members]
        states = [ParticipationState(member.state) for member in members]
        coming = sum(state in (ParticipationState.CONFIRMED, ParticipationState.ATTENDED) for state in states)
        declined = sum(state is ParticipationState.DECLINED for state in states)
        unnamed = sum(member.who is None for member in members)
        if of_side:
            found[side] = SideCount(side, len(members), coming, declined, unnamed, len(of_side))
    return tuple(found.values())


def clocks(page: EventPage, language: Language) -> Clocks:
    """Return the clocks of both sides on the first day of an event."""
    ten = datetime.combine(page.from_day, time(10), tzinfo=zone_named(page.host_zone))
    there = ten.astimezone(zone_named(page.guest_zone))
    return Clocks(
        zone_city(page.host_zone, language), zone_city(page.guest_zone, language),
        offset_words(page.host_zone, ten.astimezone(UTC)), offset_words(page.guest_zone, ten.astimezone(UTC)),
        f"{there:%H:%M}",
    )  # fmt: skip
