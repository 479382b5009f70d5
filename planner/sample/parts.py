"""Small builders the events of the sample share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from planner.app import Planner
from planner.operations import agenda, delegations, texts
from planner.queries import delegations as delegation_queries
from planner.rules.kinds import Side
from planner.rules.text import EMPTY, Text
from planner.rules.times import parse_minute
from planner.sample.registers import Known


def delegation_of(planner: Planner, event_id: int, side: Side) -> int:
    """Return the id of an event's first delegation on a side."""
    rows = planner.read(delegation_queries.delegations, event_id)
    return next(row.id for row in rows if row.side is side)


def furnish(planner: Planner, delegation_id: int, *, heading: Text, organisation_id: int | None) -> None:
    """Give a delegation its heading and organisation."""
    for language, wording in heading.wordings.items():
        planner.execute(texts.write_text, "delegation", delegation_id, "heading", language=language, words=wording.text)
    planner.execute(delegations.edit_delegation, delegation_id, organisation_id=organisation_id)


def members(planner: Planner, known: Known, delegation_id: int, who: Sequence[tuple[str, str, str]]) -> dict[str, int]:
    """Add people by short name, capacity and state; return the ids of their places."""
    return {
        name: int(
            planner.execute(
                delegations.add_member, delegation_id, known.people[name], capacity=capacity, state=state
            ).result
        )
        for name, capacity, state in who
    }


class Writer:
    """Writes the items of one event. Attributes: planner, known, event_id."""

    def __init__(self, planner: Planner, known: Known, event_id: int) -> None:
        self.planner, self.known, self.event_id = planner, known, event_id

    def item(
        self, day: date | None, time: str, title: Text, *, at: str = "", note: Text = EMPTY, parent: int | None = None,
        people: Sequence[dict[str, Any]] = (), tracks: Sequence[int] = (), **values: Any,
    ) -> int:  # fmt: skip
        """Add an item: `time` is "", "11:40" or "10:00-11:00"; `at` names a room or venue of the registers."""
        start, _, end = time.partition("-")
        times: dict[str, Any] = {
            "day": day,
            "start": parse_minute(start) if start else None,
            "end": parse_minute(end) if end else None,
        }
        done = self.planner.execute(
            agenda.add_item, self.event_id, title, parent_id=parent, note=note, **times, **values
        )
        item_id = int(done.result)
        if at in self.known.rooms:
            self.planner.execute(agenda.place_item, item_id, venue_id=None, room_id=self.known.rooms[at])
        elif at:
            self.planner.execute(agenda.place_item, item_id, venue_id=self.known.venues[at])
        for who in people:
            self.planner.execute(agenda.add_attendance, item_id, **who)
        if tracks:
            self.planner.execute(agenda.set_tracks, item_id, tracks)
        return item_id
