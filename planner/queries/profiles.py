"""The profiles of protocol an office can choose from, and the one that holds at an event."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.language.profiles import USUAL, profile_of, shipped
from planner.model.events import Event
from planner.model.profiles import Profile
from planner.queries.events import office_setting
from planner.rules.profiles import ProtocolProfile, changed

OFFICE = "protocol.profile"
"""The office setting that names its own choice: {"code": …} or {"id": …}."""


class ProfileRow(NamedTuple):
    """A profile to choose: `id` is 0 for a shipped one. `changes` counts what parts an own one from its original."""

    id: int
    code: str
    profile: ProtocolProfile
    changes: int = 0
    events: int = 0

    @property
    def key(self) -> str:
        """What tells it from the others: "EU", "#12"."""
        return f"#{self.id}" if self.id else self.code


class EventProfile(NamedTuple):
    """The profile that holds at an event; `chosen` is empty where the office's holds, and a row's key otherwise."""

    profile: ProtocolProfile
    chosen: str
    protocol: dict[str, Any]


def profiles(db: Connection) -> tuple[ProfileRow, ...]:
    """Return every profile: those shipped, then the office's own by name."""
    counts: Counter[str] = Counter()
    for code, profile_id in db.execute(select(Event.profile, Event.profile_id)):
        counts[f"#{profile_id}" if profile_id else code] += 1
    found = [ProfileRow(0, code, profile, events=counts[code]) for code, profile in shipped().items()]
    own = [
        ProfileRow(row.id, "", _own(row), len(row.profile_values), counts[f"#{row.id}"])
        for row in db.execute(select(*_COLUMNS))
    ]
    return (*found, *sorted(own, key=lambda row: (row.profile.name("").casefold(), row.id)))


def office_profile(db: Connection) -> ProfileRow:
    """Return the profile that holds where an event chooses none."""
    choice = office_setting(db, OFFICE, {})
    return _chosen(db, choice.get("code", ""), choice.get("id")) or ProfileRow(0, USUAL, profile_of(USUAL))


def event_profile(db: Connection, event_id: int) -> EventProfile:
    """Return the profile that holds at an event; the usual one for an event that is gone."""
    row = db.execute(select(Event.profile, Event.profile_id, Event.protocol).where(Event.id == event_id)).one_or_none()
    code, profile_id, protocol = row or ("", None, {})
    found = _chosen(db, code, profile_id)
    if found is None:
        return EventProfile(office_profile(db).profile, "", protocol)
    return EventProfile(found.profile, found.key, protocol)


_COLUMNS = (Profile.id, Profile.name, Profile.based_on, Profile.values.label("profile_values"))


def _chosen(db: Connection, code: str, profile_id: int | None) -> ProfileRow | None:
    if profile_id is not None:
        row = db.execute(select(*_COLUMNS).where(Profile.id == profile_id)).one_or_none()
        if row is not None:
            return ProfileRow(row.id, "", _own(row), len(row.profile_values))
    return ProfileRow(0, code, shipped()[code]) if code in shipped() else None


def _own(row: Any) -> ProtocolProfile:
    return changed(profile_of(row.based_on), row.profile_values, name=row.name)
