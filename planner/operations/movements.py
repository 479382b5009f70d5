"""Movements between the places of a programme: one is added for a way from one item to the next."""

from __future__ import annotations

from planner.errors import BadInput
from planner.model.agenda import Attendance, Item, ItemTrack
from planner.model.events import Event
from planner.model.venues import Venue
from planner.operations.item_times import begin_at, settle
from planner.operations.registry import Work, operation
from planner.rules.kinds import ItemKind
from planner.rules.text import Text, Wording
from planner.rules.times import clock, shift


@operation("Add a movement at {time}")
def add_movement(
    work: Work, before_id: int, after_id: int, *, start: int, minutes: int, mode: str = "", lead: int | None = None
) -> int:
    """Add a movement from one item's place to the next one's, for those who are at the next; return its id.

    It leaves at wall minute `start` of the next item's clock, before that item begins; `lead` is how long before
    everybody is to be ready. Its title names both places where both have a name in a language.
    """
    before, after = work.get(Item, before_id), work.get(Item, after_id)
    event = work.get(Event, after.event_id)
    if before.event_id != after.event_id or before_id == after_id:
        raise BadInput("A movement leads from one item to another of the same event.")
    if after.day is None or after.start is None or before.day is None or before.start is None:
        raise BadInput("A movement needs two items with a time.")
    if minutes < 0 or not 0 <= start < 24 * 60:
        raise BadInput("“{value}” is not possible for {field}.", value=minutes, field="minutes")
    day = after.day if start <= after.start else shift(after.day, 0, -1)[0]
    title = _title(work, before, after, list(event.languages))
    made = work.add(Item(
        event_id=event.id, kind=ItemKind.MOVEMENT.value, title=title, mode=mode, lead=lead,
        audience=list(after.audience), start_zone=after.start_zone, end_zone=after.start_zone,
        position=len(work.find(Item, event_id=event.id, parent_id=None)),
    ))  # fmt: skip
    begin_at(made, day, start, minutes or None)
    settle(made)
    for track in work.find(ItemTrack, item_id=after_id):
        work.add(ItemTrack(item_id=made.id, track_id=track.track_id))
    for one in work.find(Attendance, item_id=after_id):
        if one.side != "host":
            work.add(Attendance(item_id=made.id, side=one.side, delegation_id=one.delegation_id, track_id=one.track_id,
                                participation_id=one.participation_id))  # fmt: skip
    work.values["time"] = clock(start)
    return made.id


def _title(work: Work, before: Item, after: Item, languages: list[str]) -> Text:
    if before.venue_id is None or after.venue_id is None:
        return Text()
    start, end = work.get(Venue, before.venue_id).name, work.get(Venue, after.venue_id).name
    both = {tag: (start.get(tag), end.get(tag)) for tag in languages}
    return Text({tag: Wording(f"{one} → {other}") for tag, (one, other) in both.items() if one and other})
