"""The profiles of protocol an office can choose from, and the one that holds at an event."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from planner.language.profiles import USUAL, profile_of, shipped, shipped_codes
from planner.queries.office_settings import office_setting
from planner.queries.statement import VALUE, Reads, Statement
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


def profiles(db: Reads) -> tuple[ProfileRow, ...]:
    """Return every profile: those shipped, then the office's own by name."""
    counts = Counter(f"#{profile_id}" if profile_id else code for code, profile_id in _CHOICES.rows(db))
    found = [ProfileRow(0, code, profile, events=counts[code]) for code, profile in shipped().items()]
    own = [_own(*row, events=counts[f"#{row[0]}"]) for row in _OWN.rows(db)]
    return (*found, *sorted(own, key=lambda row: (row.profile.name("").casefold(), row.id)))


def office_profile(db: Reads) -> ProfileRow:
    """Return the profile that holds where an event chooses none."""
    choice = office_setting(db, OFFICE, {})
    return _chosen(db, choice.get("code", ""), choice.get("id")) or ProfileRow(0, USUAL, profile_of(USUAL))


def event_profile(db: Reads, event_id: int) -> EventProfile:
    """Return the profile that holds at an event; the usual one for an event that is gone."""
    code, profile_id, protocol = CHOICE.row(db, event=event_id) or ("", None, {})
    found = _chosen(db, code, profile_id)
    if found is None:
        return EventProfile(office_profile(db).profile, "", protocol)
    return EventProfile(found.profile, found.key, protocol)


def _chosen(db: Reads, code: str, profile_id: int | None) -> ProfileRow | None:
    if profile_id is not None:
        row = _OWN_ONE.row(db, profile=profile_id)
        if row is not None:
            return _own(*row)
    return ProfileRow(0, code, profile_of(code)) if code in shipped_codes() else None


def _own(profile_id: int, name: str, based_on: str, values: dict[str, Any], *, events: int = 0) -> ProfileRow:
    return ProfileRow(profile_id, "", changed(profile_of(based_on), values, name=name), len(values), events)


CHOICE = Statement(("e.profile_code", "e.profile_id", ("e.protocol", VALUE)), "FROM event e WHERE e.id = :event")
"""What an event chooses; asked with `event`."""
_CHOICES = Statement(("e.profile_code", "e.profile_id"), "FROM event e")
_COLUMNS = ("p.id", "p.name", "p.based_on", ("p.profile_values", VALUE))
_OWN = Statement(_COLUMNS, "FROM profile p")
_OWN_ONE = Statement(_COLUMNS, "FROM profile p WHERE p.id = :profile")
