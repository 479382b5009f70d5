"""The office's profiles of protocol: made over a shipped one, edited, restored, and chosen for an event."""

from __future__ import annotations

from typing import Any

from planner.errors import BadInput
from planner.language.profiles import profile_of, shipped
from planner.model.events import Event
from planner.model.profiles import Profile
from planner.operations.registry import Work, operation
from planner.rules.profiles import CHOICES, checked, kept
from planner.rules.text import Language

OFFICE = "protocol.profile"
"""The office setting that names its own choice: {"code": …} or {"id": …}."""


@operation("Make the profile “{name}”")
def add_profile(work: Work, name: str, *, based_on: str = "RU-municipal") -> int:
    """Make a profile of the office's own that says what a shipped one says; return its id."""
    _require_name(name)
    _require_code(based_on)
    work.values["name"] = name
    return work.add(Profile(name=name.strip(), based_on=based_on)).id


@operation("Copy the profile “{name}”")
def copy_profile(work: Work, profile_id: int, name: str) -> int:
    """Make another profile that says what one of the office's own says; return its id."""
    _require_name(name)
    source = work.get(Profile, profile_id)
    work.values["name"] = source.name
    return work.add(Profile(name=name.strip(), based_on=source.based_on, values=dict(source.values))).id


@operation("Rename the profile “{name}”")
def name_profile(work: Work, profile_id: int, name: str) -> None:
    """Call a profile of the office's own something else."""
    _require_name(name)
    profile = work.get(Profile, profile_id)
    work.values["name"] = profile.name
    if profile.name != name.strip():
        profile.name = name.strip()


@operation("Change the profile “{name}”")
def set_in_profile(work: Work, profile_id: int, key: str, value: Any) -> None:
    """Say what is customary, by a key of the profile; None, or what the original says, leaves it to the original."""
    profile = work.get(Profile, profile_id)
    work.values["name"] = profile.name
    values = {name: old for name, old in profile.values.items() if name != key}
    if value is not None:
        try:
            new = checked(key, value)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise BadInput("“{value}” is not possible for {field}.", value=value, field=key) from error
        if new != getattr(profile_of(profile.based_on), key):
            values[key] = kept(key, new)
    if values != profile.values:
        profile.values = values


@operation("Restore the profile “{name}”")
def restore_profile(work: Work, profile_id: int) -> None:
    """Let a profile say again what the one says it began as."""
    profile = work.get(Profile, profile_id)
    work.values["name"] = profile.name
    if profile.values:
        profile.values = {}


@operation("Remove the profile “{name}”")
def remove_profile(work: Work, profile_id: int) -> None:
    """Remove a profile of the office's own; events that chose it take the office's."""
    profile = work.get(Profile, profile_id)
    work.values["name"] = profile.name
    if work.setting(OFFICE, {}).get("id") == profile_id:
        work.put_setting(OFFICE, None)
    work.remove(profile)


@operation("Choose the profile of “{title}”")
def choose_profile(work: Work, event_id: int, *, code: str = "", profile_id: int | None = None) -> None:
    """Choose the profile that holds at an event: a shipped one, one of the office's own, or none for the office's."""
    event = work.get(Event, event_id)
    work.values["title"] = event.title.first(*event.languages)
    _require_one(work, code, profile_id)
    chosen = "" if profile_id is not None else code
    if (event.profile, event.profile_id) != (chosen, profile_id):
        event.profile, event.profile_id = chosen, profile_id


@operation("Choose the office’s profile")
def choose_office_profile(work: Work, *, code: str = "", profile_id: int | None = None) -> None:
    """Choose the profile that holds where an event chooses none; nothing for the usual one."""
    _require_one(work, code, profile_id)
    work.put_setting(OFFICE, {"id": profile_id} if profile_id is not None else {"code": code} if code else None)


@operation("Order the delegations of “{title}”")
def order_by_states(
    work: Work, event_id: int, by_states: bool, *, language: Language = "", lot: str = ""
) -> None:
    """Let delegations stand by the names of their states, or where they were put.

    `language` agreed for the alphabet is the profile's unless another is given; the state drawn by `lot` comes first.
    """
    event = work.get(Event, event_id)
    work.values["title"] = event.title.first(*event.languages)
    protocol = {key: value for key, value in event.protocol.items() if key != "states"}
    if by_states:
        protocol["states"] = {key: value for key, value in (("language", language), ("lot", lot)) if value}
    if protocol != event.protocol:
        event.protocol = protocol


@operation("Choose the order of speeches of “{title}”")
def set_speeches(work: Work, event_id: int, way: str, *, toasts: bool = False) -> None:
    """Say in which order people speak, or drink to one another, at an event; "" leaves it to the profile."""
    event = work.get(Event, event_id)
    work.values["title"] = event.title.first(*event.languages)
    key = "toasts" if toasts else "speeches"
    if way and way not in CHOICES[key]:
        raise BadInput("“{value}” is not possible for {field}.", value=way, field=key)
    protocol = {name: value for name, value in event.protocol.items() if name != key}
    if way:
        protocol[key] = way
    if protocol != event.protocol:
        event.protocol = protocol


def _require_name(name: str) -> None:
    if not name.strip():
        raise BadInput("A profile needs a name.")


def _require_code(code: str) -> None:
    if code not in shipped():
        raise BadInput("There is no profile {code}.", code=code)


def _require_one(work: Work, code: str, profile_id: int | None) -> None:
    if profile_id is not None:
        work.get(Profile, profile_id)
    elif code:
        _require_code(code)
