"""Everything the inspector shows of one item, read at once."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from planner.errors import NotFound
from planner.queries.agenda import AttendanceRow, ItemRow, Programme, programme
from planner.queries.counts import event_of
from planner.queries.delegations import DelegationRow, delegations
from planner.queries.events import EventPage, event_page
from planner.queries.taking_part import groups_of, named_by
from planner.queries.venues import VenueRow, venues
from planner.rules.findings import Finding, Thing
from planner.rules.kinds import Capacity, ItemKind, Role, RoomLayout, Side
from planner.rules.taking_part import present
from ui.agenda.words import PARTS
from ui.common.named import first_name, shown
from ui.common.picker import Offer
from ui.common.pill import Tone
from ui.common.words import SIDE_TONES, word
from ui.translate import language, t, tn

Who = tuple[str, Any]
"""Whom an attendance names: ("side", Side), ("delegation", id), ("track", id) or ("member", id)."""


class ItemSheet(NamedTuple):
    """An item with its event, its programme, and those who can take part in it."""

    item: ItemRow
    event: EventPage
    programme: Programme
    delegations: tuple[DelegationRow, ...]
    venues: tuple[VenueRow, ...]

    def parent(self) -> ItemRow | None:
        """Return the item this one is a part of."""
        return next((item for item in self.programme.items if item.id == self.item.parent_id), None)

    def parts(self) -> tuple[ItemRow, ...]:
        """Return the parts of the item in order."""
        return self.programme.parts(self.item.id)


class Person(NamedTuple):
    """A line of those who take part; `attendance` is None for a track the item is on, whose members are in it."""

    attendance: AttendanceRow | None
    label: str
    remark: str
    tone: Tone | str


def read_sheet(db: Any, item_id: int) -> ItemSheet:
    """Return one item; raise NotFound in words."""
    event_id = event_of(db, "item", item_id)
    if event_id is None:
        raise NotFound("This item is no longer in the programme.")
    plan = programme(db, event_id)
    item = next(one for one in plan.items if one.id == item_id)
    return ItemSheet(item, event_page(db, event_id), plan, delegations(db, event_id), venues(db))


def read_all_findings(db: Any, event_id: int, today: date) -> tuple[Finding, ...]:
    """Return what the checks say of an event."""
    from planner.checks.event import check_event  # what it stands on takes 0.1 s, and the programme comes first

    return check_event(db, event_id, today=today)


def read_findings(db: Any, event_id: int, item_id: int, today: date) -> tuple[Finding, ...]:
    """Return what the checks say of one item, with the fixes that may be offered."""
    from planner.checks.event import check_thing

    return check_thing(db, event_id, Thing("item", item_id), today=today)


def people_of(sheet: ItemSheet) -> list[Person]:
    """Return those who take part, in the order they were put down."""
    labels = {(offer.value[0], offer.value[1]): offer for offer in who_can(sheet)}
    found = []
    for row in sheet.item.people:
        offer = labels.get(who(row))
        if offer is not None:
            found.append(Person(row, offer.label, offer.remark, _tone(sheet, row)))
    named = {who(row) for row in sheet.item.people}
    for track in sheet.programme.tracks:
        if track.id in sheet.item.track_ids and track.members and ("track", track.id) not in named:
            remark = tn("track: {n} person", "track: {n} people", track.people)
            found.append(Person(None, labels["track", track.id].label, remark, Tone.NEUTRAL))
    return found


def who(row: AttendanceRow) -> Who:
    """Return whom an attendance names."""
    if row.participation_id is not None:
        return ("member", row.participation_id)
    if row.delegation_id is not None:
        return ("delegation", row.delegation_id)
    return ("track", row.track_id) if row.track_id is not None else ("side", row.side)


def who_can(sheet: ItemSheet) -> list[Offer]:
    """Return whom one may put down: whole sides, delegations, tracks, and each member."""
    tags = sheet.event.languages
    found: list[tuple[Who, str, str]] = []
    for side in (Side.GUEST, Side.HOST, Side.INVITED, Side.STAFF):
        members = sum(len(row.members) for row in sheet.delegations if row.side is side)
        if members or side in (Side.GUEST, Side.HOST):
            found.append((("side", side), word(side), str(members) if members else ""))
    several = [row for row in sheet.delegations if row.members or row.organisation or row.name]
    for row in several:
        name = shown(row.organisation or row.name or row.heading, *tags) or word(row.side)
        found.append((("delegation", row.id), name, t("whole delegation")))
    for track in sheet.programme.tracks:
        found.append((("track", track.id), shown(track.title, *tags) or t("Without a title"), t("track")))
    for row in sheet.delegations:
        for member in row.members:
            post = shown(member.position, *tags)
            name = first_name(member.names, language(), *tags) or post
            remark = word(member.capacity) if member.capacity is Capacity.HEAD else post
            found.append((("member", member.id), name, remark if remark != name else ""))
    return [Offer(place, value, label, remark) for place, (value, label, remark) in enumerate(found)]


def usual_role(item: ItemRow) -> Role:
    """Return what somebody put down for an item does in it, unless said otherwise."""
    return Role.SPEAKER if item.kind in PARTS else Role.TAKES_PART


def counts(sheet: ItemSheet) -> str:
    """Return how many of each side take part: "6 + 4" with the guests first."""
    there = groups_of(sheet.delegations, sheet.programme.tracks)
    coming = {one.id for one in present(there, named_by(sheet.item, there))}
    sides = {member.id: row.side for row in sheet.delegations for member in row.members if member.id in coming}
    guests, hosts = (list(sides.values()).count(side) for side in (Side.GUEST, Side.HOST))
    return f"{guests} + {hosts}" if guests or hosts else ""


def places(sheet: ItemSheet) -> list[Offer]:
    """Return the venues and their rooms, with the seats of a room."""
    found: list[Offer] = []
    for venue in sheet.venues:
        name = shown(venue.name, *sheet.event.languages)
        both = _both(venue.name, name, sheet)
        found.append(Offer(len(found), ("venue", venue.id), name, both))
        for room in venue.rooms:
            inner = shown(room.name, *sheet.event.languages)
            other = _both(room.name, inner, sheet)
            remark = " · ".join(part for part in (other, seats(room.capacity)) if part)
            found.append(Offer(len(found), ("room", room.id), f"{name}, {inner}", remark))
    return found


def room_seats(sheet: ItemSheet) -> str:
    """Return how many the item's room seats, or ""."""
    rooms = (room for venue in sheet.venues for room in venue.rooms if room.id == sheet.item.room_id)
    return next((seats(room.capacity) for room in rooms), "")


def seats(capacity: dict[str, int]) -> str:
    """Return how many a room seats round a table, else at most, in words."""
    most = capacity.get(RoomLayout.TABLE.value) or max(capacity.values(), default=0)
    return tn("{n} seat", "{n} seats", most) if most else ""


def is_session(sheet: ItemSheet) -> bool:
    """Tell whether the parts of an item are talks rather than topics."""
    return sheet.item.kind in (ItemKind.PLENARY, ItemKind.SESSION) or any(
        part.kind is ItemKind.TALK for part in sheet.parts()
    )


def _both(text: Any, first: str, sheet: ItemSheet) -> str:
    others = [words for tag in (*sheet.event.languages, *text.wordings) if (words := text.get(tag)) and words != first]
    return others[0] if others else ""


def _tone(sheet: ItemSheet, row: AttendanceRow) -> Tone | str:
    if row.side is not None:
        return SIDE_TONES[row.side]
    for delegation in sheet.delegations:
        if row.delegation_id == delegation.id or any(one.id == row.participation_id for one in delegation.members):
            return SIDE_TONES[delegation.side]
    return Tone.NEUTRAL
