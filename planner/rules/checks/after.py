"""What the facts would be after a fix, told without writing anything; and which fixes may be offered.

A fix is offered only where it takes its finding away and makes no other one. What cannot be told beforehand is not
offered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from planner.rules.agenda import Slot
from planner.rules.checks.engine import Results, run
from planner.rules.checks.facts import Attend, Facts, Item
from planner.rules.checks.meant import meant
from planner.rules.findings import Finding, Fix, identity
from planner.rules.kinds import Audience, Capacity, ItemKind, Role
from planner.rules.times import DAY, shift

MOST = 3
"""So many fixes of a finding are offered."""
NEW_ID = 2**62
"""The id of a row that is not there yet."""


def after(facts: Facts, fix: Fix) -> Facts | None:
    """Return the facts after a fix, or None where it cannot be told."""
    told = _TOLD.get(fix.operation)
    return told(facts, **fix.arguments) if told else None


def offered(results: Results, finding: Finding) -> tuple[Fix, ...]:
    """Return those fixes of a finding that mend it and make nothing else wrong."""
    return tuple(islice((fix for fix in finding.fixes if mends(results, finding, fix)), MOST))


def mends(results: Results, finding: Finding, fix: Fix) -> bool:
    """Tell whether a fix takes its finding away and makes no other one."""
    facts = after(results.facts, fix)
    if facts is None:
        return False
    now = {identity(one) for one in run(facts, results).findings}
    return identity(finding) not in now and now <= {identity(one) for one in results.findings}


def with_span(item: Item) -> Item:
    """Return an item whose span fits its wall times."""
    slot = Slot(item.day, item.start, item.zone, item.end_day, item.end, item.end_zone)
    return item._replace(span=slot.interval())


def _with_item(facts: Facts, item: Item) -> Facts:
    return replace(facts, items={**facts.items, item.id: item})


def _resized(facts: Facts, item_id: int, start: int, end: int) -> Facts:
    item = facts.items[item_id]
    assert item.day is not None
    end_day, end = shift(item.day, end, DAY if end <= start else 0)
    return _with_item(facts, with_span(item._replace(start=start, end=end, end_day=end_day)))


def _moved(facts: Facts, item_id: int, day: Any, start: int) -> Facts:
    item = facts.items[item_id]
    items = {**facts.items, item_id: _begun(item, day, start)}
    if item.day is not None and item.start is not None:
        by = (day - item.day).days * DAY + start - item.start
        for part in facts.items.values():
            if part.parent_id == item_id and part.day is not None and part.start is not None:
                items[part.id] = _begun(part, *shift(part.day, part.start, by))
    return replace(facts, items=items)


def _begun(item: Item, day: Any, start: int) -> Item:
    if item.end is None or item.day is None or item.start is None:
        end_day, end = shift(day, start, item.minutes) if item.minutes is not None else (item.end_day, None)
        return with_span(item._replace(day=day, start=start, end_day=end_day, end=end))
    length = ((item.end_day or item.day) - item.day).days * DAY + item.end - item.start
    end_day, end = shift(day, start, length)
    return with_span(item._replace(day=day, start=start, end_day=end_day, end=end))


def _placed(facts: Facts, item_id: int, *, venue_id: int | None, room_id: int | None = None) -> Facts:
    room = facts.places.rooms.get(room_id or 0)
    item = facts.items[item_id]._replace(venue_id=room.venue_id if room else venue_id, room_id=room_id)
    return _with_item(facts, item)


def _edited(facts: Facts, item_id: int, **values: Any) -> Facts | None:
    if not values.keys() <= {"outdoor", "dress", "interpretation", "alert", "slides"}:
        return None
    return _with_item(facts, facts.items[item_id]._replace(**values))


def _signing_edited(facts: Facts, signing_id: int, *, originals: int) -> Facts:
    signed = (one._replace(originals=originals) if one.id == signing_id else one for one in facts.signed)
    return replace(facts, signed=tuple(signed))


def _with_attends(facts: Facts, item: Item, attends: tuple[Attend, ...]) -> Facts:
    who = meant(facts.members.values(), facts.delegations, facts.on_tracks)
    return _with_item(facts, who.put_in(item._replace(attends=attends)))


def _taken_off(facts: Facts, attendance_id: int) -> Facts | None:
    for item in facts.items.values():
        if any(one.id == attendance_id for one in item.attends):
            return _with_attends(facts, item, tuple(one for one in item.attends if one.id != attendance_id))
    return None


def _joined(facts: Facts, item_id: int, *, participation_id: int, role: str) -> Facts:
    item = facts.items[item_id]
    attends = tuple(one for one in item.attends if one.member_id != participation_id)
    return _with_attends(facts, item, (*attends, Attend(NEW_ID, Role(role), member_id=participation_id)))


def _item_added(facts: Facts, event_id: int, title: Any, *, day: Any, start: int, end: int, kind: str) -> Facts:
    zone = facts.event.host_zone
    item = Item(
        NEW_ID, event_id, day=day, start=start, end=end, end_day=day, zone=zone, end_zone=zone, kind=ItemKind(kind),
        title=title, audience=frozenset({Audience.GUEST, Audience.WORKING}),
    )  # fmt: skip
    return _with_item(facts, with_span(item))


def _member_edited(facts: Facts, participation_id: int, *, capacity: str) -> Facts:
    member = facts.members[participation_id]._replace(capacity=Capacity(capacity))
    return replace(facts, members={**facts.members, participation_id: member})


def _member_removed(facts: Facts, participation_id: int) -> Facts:
    members = {one: member for one, member in facts.members.items() if one != participation_id}
    who = meant(members.values(), facts.delegations, facts.on_tracks)
    items = {}
    for item in facts.items.values():
        attends = tuple(one for one in item.attends if one.member_id != participation_id)
        new = who.put_in(item._replace(attends=attends))
        items[item.id] = item if new == item else new
    return replace(facts, members=members, items=items)


def _flag_exchanged(facts: Facts, event_flag_id: int, flag_id: int) -> Facts | None:
    new = next((flag for flag in facts.flags if flag.id == flag_id), None)
    if new is None:
        return None
    flags = tuple(
        new._replace(out=flag.out, where=flag.where) if flag.out == event_flag_id else flag
        for flag in facts.event.flags
    )
    return replace(facts, event=facts.event._replace(flags=flags))


def _greeting_corrected(facts: Facts, greeting_id: int, feast: str, *, words: Any) -> Facts:
    greetings = tuple(
        one._replace(feast=feast, words=words) if one.id == greeting_id else one for one in facts.event.greetings
    )
    return replace(facts, event=facts.event._replace(greetings=greetings))


def _text_written(
    facts: Facts, table: str, row_id: int, field: str, *, language: str, words: str, source: str = "typed"
) -> Facts | None:  # fmt: skip
    if table == "item":
        item = facts.items[row_id]
        if field == "title":
            return _with_item(facts, item._replace(title=item.title.with_wording(language, words)))
        return _with_item(facts, item._replace(note=item.note.with_wording(language, words)))
    texts = tuple(
        one._replace(text=one.text.with_wording(language, words)) if one[:3] == (table, row_id, field) else one
        for one in facts.event.texts
    )
    if texts == facts.event.texts:
        return None
    return replace(facts, event=facts.event._replace(texts=texts))


def _task_ticked(facts: Facts, task_id: int, *, done_on: Any) -> Facts:
    tasks = tuple(one._replace(done=done_on is not None) if one.id == task_id else one for one in facts.tasks)
    return replace(facts, tasks=tasks)


_TOLD: Mapping[str, Callable[..., Facts | None]] = {
    "resize_item": _resized,
    "move_item": _moved,
    "place_item": _placed,
    "edit_item": _edited,
    "edit_signing": _signing_edited,
    "remove_attendance": _taken_off,
    "add_attendance": _joined,
    "add_item": _item_added,
    "edit_member": _member_edited,
    "remove_member": _member_removed,
    "exchange_flag": _flag_exchanged,
    "correct_greeting": _greeting_corrected,
    "write_text": _text_written,
    "tick_task": _task_ticked,
}
"""What each operation a fix may name does to the facts."""
