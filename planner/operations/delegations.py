"""Delegations: who comes, on which side, in what capacity and order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planner.errors import BadInput, Clash
from planner.model.agenda import Attendance, TrackMember
from planner.model.events import Event
from planner.model.participation import Counterpart, Delegation, Liaison, Participation
from planner.model.people import Person, PersonName
from planner.operations import fields, people
from planner.operations.registry import Work, operation
from planner.rules.kinds import Capacity, ParticipationState, Side
from planner.rules.text import EMPTY, Text

LONGEST_ZONE, MOST_ZONES = 12, 8
"""Letters of a zone and zones of a badge that can still be read on it."""


def _zones(value: Any) -> list[str]:
    """Short words of the office's own, none twice."""
    if isinstance(value, str):
        raise TypeError
    zones = list(dict.fromkeys(" ".join(fields.words(one).split()) for one in value))
    if len(zones) > MOST_ZONES or not all(0 < len(zone) <= LONGEST_ZONE and "," not in zone for zone in zones):
        raise ValueError
    return zones


def _spoken(value: Any) -> str:
    """One language tag, or nothing."""
    return fields.languages([value])[0] if value else ""


DELEGATION_FIELDS: Mapping[str, fields.Check] = {
    "side": fields.one_of(Side),
    "organisation_id": fields.optional(fields.number),
    "position": fields.number,
}
MEMBER_FIELDS: Mapping[str, fields.Check] = {
    "capacity": fields.one_of(Capacity),
    "own_order": fields.number,
    "state": fields.one_of(ParticipationState),
    "note": fields.words,
    "replaces_id": fields.optional(fields.number),
    "zones": _zones,
    "speaks": _spoken,
}


@operation("Add a delegation")
def add_delegation(
    work: Work, event_id: int, side: str, *, heading: Text = EMPTY, name: Text = EMPTY, **values: Any
) -> int:
    """Add a delegation to one side of an event (`DELEGATION_FIELDS`); return its id."""
    work.get(Event, event_id)
    position = len(work.find(Delegation, event_id=event_id))
    delegation = work.add(Delegation(event_id=event_id, side="", heading=heading, name=name, position=position))
    fields.put(delegation, {"side": side, **values}, DELEGATION_FIELDS)
    return delegation.id


@operation("Edit a delegation")
def edit_delegation(work: Work, delegation_id: int, **values: Any) -> None:
    """Set fields of a delegation (`DELEGATION_FIELDS`)."""
    fields.put(work.get(Delegation, delegation_id), values, DELEGATION_FIELDS)


@operation("Remove a delegation")
def remove_delegation(work: Work, delegation_id: int) -> None:
    """Remove a delegation with its places; people stay in the register."""
    work.remove(work.get(Delegation, delegation_id))


@operation("Add {name} to the delegation")
def add_member(
    work: Work, delegation_id: int, person_id: int | None = None, *, post_title: Text = EMPTY, **values: Any
) -> int:
    """Add a person, or a post still without one, to a delegation (`MEMBER_FIELDS`); return the place's id.

    Raise Clash if the person is in this delegation already, BadInput without person and post.
    """
    work.get(Delegation, delegation_id)
    if person_id is None and not post_title:
        raise BadInput("Name a person, or at least the post that is expected.")
    if person_id is not None:
        work.get(Person, person_id)
        if work.find(Participation, delegation_id=delegation_id, person_id=person_id):
            raise Clash("{name} is in this delegation already.", name=_name(work, person_id))
    order = len(work.find(Participation, delegation_id=delegation_id)) + 1
    member = work.add(
        Participation(delegation_id=delegation_id, person_id=person_id, own_order=order, post_title=post_title)
    )
    fields.put(member, values, MEMBER_FIELDS)
    work.values["name"] = called(work, member)
    return member.id


@operation("Add {name} to the delegation")
def add_new_member(
    work: Work, delegation_id: int, names: Sequence[people.NewName], *, position: Text = EMPTY,
    organisation_id: int | None = None, **values: Any,
) -> int:  # fmt: skip
    """Add somebody the register does not know yet, with the post, to it and to a delegation; return the place's id.

    Without any name the place is for a post still without a person. Without an organisation the post is one of the
    delegation's own. Raise BadInput without name and post.
    """
    delegation = work.get(Delegation, delegation_id)
    if not any(name.surname or name.given for name in names):
        return add_member(work, delegation_id, post_title=position, **values)
    person_id = people.add_person(work, [name for name in names if name.surname or name.given])
    at = delegation.organisation_id if organisation_id is None else organisation_id
    if position or at is not None:
        people.add_post(work, person_id, position, organisation_id=at)
    return add_member(work, delegation_id, person_id, **values)


@operation("Edit {name}")
def edit_member(work: Work, participation_id: int, **values: Any) -> None:
    """Set fields of a place (`MEMBER_FIELDS`)."""
    member = work.get(Participation, participation_id)
    fields.put(member, values, MEMBER_FIELDS)
    work.values["name"] = called(work, member)


@operation("Edit {count} members")
def edit_members(work: Work, participation_ids: Sequence[int], **values: Any) -> None:
    """Set the same fields (`MEMBER_FIELDS`) of several places: the zones of a whole delegation."""
    for participation_id in participation_ids:
        fields.put(work.get(Participation, participation_id), values, MEMBER_FIELDS)
    work.values["count"] = len(participation_ids)


@operation("Name {name}")
def name_member(work: Work, participation_id: int, person_id: int | None) -> None:
    """Put a person on a place that had only a post, or take the person off it."""
    member = work.get(Participation, participation_id)
    if person_id is None and not member.post_title:
        raise BadInput("Name a person, or at least the post that is expected.")
    if person_id is not None:
        work.get(Person, person_id)
    member.person_id = person_id
    work.values["name"] = called(work, member)


@operation("Remove {name} from the delegation")
def remove_member(work: Work, participation_id: int) -> None:
    """Remove a place from a delegation; the person stays in the register."""
    member = work.get(Participation, participation_id)
    work.values["name"] = called(work, member)
    work.remove(member)


@operation("Replace {name}")
def replace_member(work: Work, participation_id: int, person_id: int) -> int:
    """Send somebody in another's place; return the new place's id.

    The substitute inherits the tasks (what the other was put down for, whom the other looks after and who looks after
    them), not the place of honour: neither head nor deputy head, no pin, no counterpart. The other has declined.
    """
    old = work.get(Participation, participation_id)
    work.get(Person, person_id)
    if work.find(Participation, delegation_id=old.delegation_id, person_id=person_id):
        raise Clash("{name} is in this delegation already.", name=_name(work, person_id))
    work.values["name"] = called(work, old)
    honoured = old.capacity in (Capacity.HEAD, Capacity.DEPUTY_HEAD)
    new = work.add(Participation(
        delegation_id=old.delegation_id, person_id=person_id, replaces_id=old.id, own_order=old.own_order,
        capacity=Capacity.MEMBER.value if honoured else old.capacity, state=ParticipationState.SUBSTITUTE.value,
    ))  # fmt: skip
    old.state, old.pin = ParticipationState.DECLINED.value, None
    for attendance in work.find(Attendance, participation_id=old.id):
        attendance.participation_id = new.id
    for on_track in work.find(TrackMember, participation_id=old.id):
        on_track.participation_id = new.id
    for liaison in (*work.find(Liaison, participation_id=old.id), *work.find(Liaison, officer_id=old.id)):
        if liaison.officer_id == old.id:
            liaison.officer_id = new.id
        else:
            liaison.participation_id = new.id
    for counterpart in (*work.find(Counterpart, guest_id=old.id), *work.find(Counterpart, host_id=old.id)):
        work.remove(counterpart)
    return new.id


@operation("Make {name} the spouse of a member")
def set_spouse(work: Work, participation_id: int, spouse_of_id: int | None) -> None:
    """Say whose spouse somebody is at an event, whose rank the profile then gives; None for nobody's."""
    member = work.get(Participation, participation_id)
    work.values["name"] = called(work, member)
    if spouse_of_id is not None:
        partner = work.get(Participation, spouse_of_id)
        if partner.id == member.id or partner.spouse_of_id is not None:
            raise BadInput("A spouse stands with a member who is here in the own right.")
        here, there = work.get(Delegation, member.delegation_id), work.get(Delegation, partner.delegation_id)
        if here.event_id != there.event_id:
            raise BadInput("A spouse stands with a member of the same event.")
    if member.spouse_of_id != spouse_of_id:
        member.spouse_of_id = spouse_of_id


@operation("Place {name}")
def place_member(work: Work, participation_id: int, place: int | None, *, delegation_id: int | None = None) -> None:
    """Pin a member to a place of its delegation, counted from 1, or let precedence decide again (None).

    With `delegation_id` the member moves to that delegation of the same event.
    """
    member = work.get(Participation, participation_id)
    if place is not None and place < 1:
        raise BadInput("Places are counted from 1.")
    if delegation_id is not None and delegation_id != member.delegation_id:
        _move(work, member, delegation_id)
    member.pin = place
    work.values["name"] = called(work, member)


def _move(work: Work, member: Participation, delegation_id: int) -> None:
    here, there = work.get(Delegation, member.delegation_id), work.get(Delegation, delegation_id)
    if here.event_id != there.event_id:
        raise BadInput("A member can move only between delegations of one event.")
    if member.person_id and work.find(Participation, delegation_id=delegation_id, person_id=member.person_id):
        raise Clash("{name} is in this delegation already.", name=_name(work, member.person_id))
    member.delegation_id = delegation_id


def called(work: Work, member: Participation) -> str:
    """Return what a step's label calls a participation: the person's name, or the post."""
    return _name(work, member.person_id) if member.person_id else member.post_title.first()


def _name(work: Work, person_id: int) -> str:
    names = work.find(PersonName, person_id=person_id)
    return f"{names[0].given} {names[0].surname}".strip() if names else ""
