"""Duplicating an event to new dates: one operation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from planner.model.agenda import Attendance, Item, ItemTrack, Track, TrackMember
from planner.model.base import Base
from planner.model.events import Event, EventLink, Topic
from planner.model.papers import PaperHeading
from planner.model.participation import Counterpart, Delegation, Liaison, Participation
from planner.model.preparation import Task
from planner.operations.registry import Work, operation
from planner.rules.kinds import EventState, ParticipationState


@operation("Copy the event “{title}”")
def duplicate_event(work: Work, event_id: int, from_day: date) -> int:
    """Copy an event with delegations and programme so that it begins on another day; return the copy's id.

    Everybody is invited anew, and every task is open again; what was said or flown at the old event (greetings, flags)
    stays there. The copy of a template is an event to be held, and keeps what the template is linked to.
    """
    event = work.get(Event, event_id)
    copy = _copy_event(work, event, from_day, template=False)
    if event.template:
        _copy_links(work, event.id, copy.id)
    return int(copy.id)


@operation("Keep “{title}” as a template")
def keep_as_template(work: Work, event_id: int) -> int:
    """Copy an event, with what it is linked to, into a template; return its id. Its dates are asked when it is used."""
    event = work.get(Event, event_id)
    copy = _copy_event(work, event, event.from_day, template=True)
    _copy_links(work, event.id, copy.id)
    return int(copy.id)


def _copy_links(work: Work, event_id: int, new_event: int) -> None:
    for link in work.find(EventLink, event_id=event_id):
        _copy(work, link, event_id=new_event)


def _copy_event(work: Work, event: Event, from_day: date, *, template: bool) -> Event:
    event_id, by = event.id, from_day - event.from_day
    copy: Event = _copy(work, event, from_day=from_day, to_day=event.to_day + by,
                        state=EventState.PREPARATION.value, template=template)  # fmt: skip
    tracks = {t.id: _copy(work, t, event_id=copy.id).id for t in work.find(Track, event_id=event_id)}
    for topic in work.find(Topic, event_id=event_id):
        _copy(work, topic, event_id=copy.id)
    for heading in work.find(PaperHeading, event_id=event_id):
        _copy(work, heading, event_id=copy.id)
    delegations, members = _copy_delegations(work, event_id, copy.id)
    ids = {"track_id": tracks, "delegation_id": delegations, "participation_id": members}
    _copy_track_members(work, ids)
    items = _copy_items(work, event_id, copy.id, by=by, ids=ids)
    _copy_tasks(work, event_id, copy.id, by=by, items=items)
    work.values["title"] = event.title.first(*event.languages)
    return copy


def _copy_delegations(work: Work, event_id: int, new_event: int) -> tuple[dict[int, int], dict[int, int]]:
    delegations: dict[int, int] = {}
    members: dict[int, int] = {}
    invited = ParticipationState.INVITED.value
    for delegation in work.find(Delegation, event_id=event_id):
        new = _copy(work, delegation, event_id=new_event).id
        delegations[delegation.id] = new
        for member in work.find(Participation, delegation_id=delegation.id):
            other = {"delegation_id": new, "state": invited, "replaces_id": None, "spouse_of_id": None}
            members[member.id] = _copy(work, member, **other).id
    _copy_bonds(work, event_id, new_event, members, delegations)
    return delegations, members


def _copy_bonds(
    work: Work, event_id: int, new_event: int, members: Mapping[int, int], delegations: Mapping[int, int]
) -> None:
    """Copy who is whose spouse, whose counterpart by a person's word, and who looks after whom."""
    for old, new in members.items():
        partner = work.get(Participation, old).spouse_of_id
        if partner is not None and partner in members:
            work.get(Participation, new).spouse_of_id = members[partner]
    for pair in work.find(Counterpart, event_id=event_id):
        _copy(work, pair, event_id=new_event, guest_id=members[pair.guest_id], host_id=members[pair.host_id])
    for row in work.find_among(Liaison, "officer_id", list(members)):
        _copy(
            work, row, officer_id=members[row.officer_id],
            participation_id=members.get(row.participation_id) if row.participation_id else None,
            delegation_id=delegations.get(row.delegation_id) if row.delegation_id else None,
        )  # fmt: skip


def _copy_items(
    work: Work, event_id: int, new_event: int, *, by: timedelta, ids: dict[str, dict[int, int]]
) -> dict[int, int]:  # fmt: skip
    items: dict[int, int] = {}
    waiting = work.find(Item, event_id=event_id)
    while waiting:
        ready = [item for item in waiting if item.parent_id is None or item.parent_id in items]
        for item in ready:
            parent = None if item.parent_id is None else items[item.parent_id]
            times = {"day": item.day and item.day + by, "end_day": item.end_day and item.end_day + by,
                     "actual_start": None, "actual_end": None}  # fmt: skip
            items[item.id] = _copy(work, item, event_id=new_event, parent_id=parent, **times).id
        waiting = [item for item in waiting if item.id not in items]
    for old, new in items.items():
        for on in work.find(ItemTrack, item_id=old):
            _copy(work, on, item_id=new, track_id=ids["track_id"][on.track_id])
        for one in work.find(Attendance, item_id=old):
            _copy(work, one, item_id=new, **_ours(one, ids, *ids))
    return items


def _copy_track_members(work: Work, ids: dict[str, dict[int, int]]) -> None:
    for old, new in ids["track_id"].items():
        for member in work.find(TrackMember, track_id=old):
            _copy(work, member, track_id=new, **_ours(member, ids, "delegation_id", "participation_id"))


def _ours(row: Base, ids: dict[str, dict[int, int]], *keys: str) -> dict[str, int | None]:
    """Return whom a row names in some columns, as they are called in the copy."""
    return {key: None if (one := getattr(row, key)) is None else ids[key][one] for key in keys}


def _copy_tasks(work: Work, event_id: int, new_event: int, *, by: timedelta, items: Mapping[int, int]) -> None:
    """Copy what is to be done, undone; what was fixed to a day moves with the event."""
    for task in work.find(Task, event_id=event_id):
        item = None if task.item_id is None else items.get(task.item_id)
        _copy(work, task, event_id=new_event, item_id=item, due=task.due and task.due + by, done_on=None)


def _copy(work: Work, row: Base, **other: Any) -> Any:
    columns = [attribute.key for attribute in row.__mapper__.column_attrs if attribute.key != "id"]
    return work.add(type(row)(**{key: getattr(row, key) for key in columns} | other))
