"""W-59 to W-76: rooms, passports, arrivals, gifts of paper; each with a near miss."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.rules.checks.facts import Facts, Issued, Promise
from planner.rules.checks.limits import Limits
from planner.rules.checks.logistics_facts import Invitation, Journey, Lodging, Logistics, Ride
from planner.rules.checks.people_facts import Private
from planner.rules.kinds import EventState, ItemState
from tests.rules.check_facts import (
    BOTH,
    GUESTS,
    HEADS,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    codes,
    facts,
    found,
    item,
    member,
    person,
    places,
    room,
    words,
)

LATER = date(2030, 1, 1)


def papers(**values: Any) -> Facts:
    """The guests' head with papers; departs on Thursday."""
    head = HEADS[0]._replace(person=person(101, private=Private(**values)))
    return facts(people=(head, HEADS[1]))


def arrives(*, met: bool, entered: bool = True) -> Facts:
    """The head arrives."""
    journey = Journey(1, 1, True, "SU 1", None, TUESDAY, 320, met)
    return facts(logistics=Logistics(journeys=(journey,) if entered else ()))


def lodged(*lodgings: Lodging) -> Facts:
    """Three guests with rooms."""
    return facts(people=(*HEADS, member(3), member(4, state="declined")), logistics=Logistics(lodgings=lodgings))


def seated(people: int, seats: int, kind: str = "meeting", *, state: EventState = EventState.PREPARATION) -> Facts:
    """So many guests in a room of so many seats."""
    guests = (HEADS[0], *(member(10 + n) for n in range(people - 1)))
    one = item(10, kind=kind, room_id=5, venue_id=1, who=GUESTS)
    return facts(one, people=guests, places=places(room(5, seats)), event={"state": state})


def booth(*equipment: str, mode: str = "simultaneous") -> Facts:
    """An interpreted item in a room with equipment."""
    people = (*HEADS, member(3, "guest", "interpreter"), member(4, "guest", "interpreter"))
    one = item(10, "10:00-10:30", "culture", interpretation=mode, room_id=5, who=BOTH)
    return facts(one, people=people, places=places(room(5, 50, equipment=equipment)))


def stairs(step_free: bool | None, access: str = "no-steps") -> Facts:
    """Somebody who cannot climb steps, and a room."""
    head = HEADS[0]._replace(person=person(101, private=Private(access=access)))
    one = item(10, room_id=5)
    return facts(one, people=(head, HEADS[1]), places=places(room(5, 50, step_free=step_free)))


def invited(today: date | None, **values: Any) -> Facts:
    """An invitation for Tuesday."""
    one = Invitation(1, 10, 1, **{"sent_on": date(2026, 8, 1), "state": "sent", **values})
    agreed: dict[str, Any] = {"state": EventState.AGREED}
    about = {"logistics": Logistics(invitations=(one,)), "today": today, "event": agreed}
    return facts(item(10, "19:00-20:00", "reception"), **about)


def accepted(count: int) -> Facts:
    """So many acceptances for a room of two."""
    invitations = tuple(Invitation(n, 10, None, "accepted") for n in range(count))
    one = item(10, "19:00-20:00", "meal", room_id=5)
    return facts(one, logistics=Logistics(invitations=invitations), places=places(room(5, 2)))


def kept(today: date) -> Facts:
    """A passport of a guest."""
    head = HEADS[0]._replace(person=person(101, private=Private(True, citizenship="KG")))
    return facts(people=(head, HEADS[1]), today=today)


def promised(**values: Any) -> Facts:
    """Something promised, asked about on Thursday."""
    return facts(
        promises=(Promise(1, words("Send plans"), **{"owner": True, "due": THURSDAY, **values}),), today=THURSDAY
    )


def driven(state: ItemState) -> Facts:
    """An item with a car."""
    one = item(10, "10:00-11:00", "movement", state=state)
    return facts(one, logistics=Logistics(rides=(Ride(1, 10, 7, "Car 7"),)))


FIRE: list[tuple[str, Facts]] = [
    ("W-59", papers(passport_expires=date(2026, 9, 2))),
    ("W-59", papers(passport_expires=date(2027, 3, 2))),
    ("W-59", papers(visa_until=date(2026, 9, 2))),
    ("W-59", papers(passport=True)),
    ("W-62", arrives(met=False)),
    ("W-63", lodged(Lodging(1, 1, payer="city"))),
    ("W-63", lodged(Lodging(1, 1, payer="city"), Lodging(2, 3))),
    ("W-63", lodged(Lodging(1, 1, shares_with=3), Lodging(2, 3, shares_with=9))),
    ("W-64", seated(6, 5)),
    ("W-64", seated(10, 10, "plenary")),
    ("W-64", seated(2, 10, "plenary", state=EventState.AGREED)),
    ("W-65", booth("microphones")),
    ("W-66", stairs(False)),
    ("W-69", invited(date(2026, 8, 30))),
    ("W-69", accepted(3)),
    ("W-70", facts(issued=(Issued(1, "programme", 2, 1),))),
    ("W-70", facts(item(10), today=date(2026, 8, 29))),
    ("W-70", facts(item(10), today=TUESDAY, event={"state": EventState.IDEA})),
    ("W-72", kept(date(2026, 10, 4))),
    ("W-72", facts(private_kept=2, today=date(2026, 10, 4))),
    ("W-73", promised(owner=False)),
    ("W-73", promised(due=None)),
    ("W-73", promised(due=date(2026, 9, 2))),
    ("W-74", driven(ItemState.CANCELLED)),
    ("W-76", facts(limits=Limits(event_days=2))),
    ("W-76", facts(people=(*HEADS, member(3)), limits=Limits(delegation_size=1))),
]

NEAR_MISS: list[tuple[str, Facts]] = [
    ("W-59", papers(passport_expires=LATER, visa_until=THURSDAY, passport=True, citizenship="KG")),
    ("W-59", papers(passport_expires=date(2027, 3, 3))),
    ("W-62", arrives(met=True)),
    ("W-62", arrives(met=False, entered=False)),
    ("W-63", lodged()),
    ("W-63", lodged(Lodging(1, 1), Lodging(2, 3))),
    ("W-63", lodged(Lodging(1, 1, shares_with=3))),
    ("W-64", seated(5, 5)),
    ("W-64", seated(10, 11, "plenary")),
    ("W-64", seated(2, 10, "plenary")),
    ("W-64", seated(3, 10, "plenary", state=EventState.AGREED)),
    ("W-65", booth("booth")),
    ("W-65", booth()),
    ("W-65", booth("microphones", mode="consecutive")),
    ("W-66", stairs(True)),
    ("W-66", stairs(None)),
    ("W-66", stairs(False, access="")),
    ("W-69", invited(date(2026, 8, 29))),
    ("W-69", invited(None)),
    ("W-69", invited(date(2026, 8, 30), answered_on=date(2026, 8, 20))),
    ("W-69", accepted(2)),
    ("W-70", facts(issued=(Issued(1, "programme", 2, 0),))),
    ("W-70", facts(issued=(Issued(1, "programme", 2, 1),), event={"state": EventState.OVER})),
    ("W-70", facts(item(10), today=date(2026, 8, 28))),
    ("W-70", facts(today=TUESDAY)),
    ("W-70", facts(item(10), today=WEDNESDAY)),
    ("W-70", facts(item(10), today=TUESDAY, event={"state": EventState.AGREED})),
    ("W-72", kept(date(2026, 10, 3))),
    ("W-72", facts(private_kept=2, today=date(2026, 10, 3))),
    ("W-72", facts(private_kept=0, today=date(2026, 10, 4))),
    ("W-73", promised()),
    ("W-73", promised(owner=False, is_open=False)),
    ("W-74", driven(ItemState.CONFIRMED)),
    ("W-76", facts(people=(*HEADS, member(3)), limits=Limits(event_days=3, delegation_size=2))),
    ("W-76", facts(people=(*HEADS, member(3)))),
]


@pytest.mark.parametrize(("code", "about"), FIRE, ids=[f"{code}-{n}" for n, (code, _) in enumerate(FIRE)])
def test_check_of_logistics_fires(code: str, about: Facts) -> None:
    assert set(codes(about)) == {code}


@pytest.mark.parametrize(("code", "about"), NEAR_MISS, ids=[f"{code}-{n}" for n, (code, _) in enumerate(NEAR_MISS)])
def test_check_of_logistics_is_silent_beside(code: str, about: Facts) -> None:
    assert codes(about) == []


def test_guests_of_one_flight_are_one_finding() -> None:
    journeys = tuple(Journey(n, n, True, "SU 1", None, TUESDAY, 320) for n in (1, 3))
    (one,) = found(facts(people=(*HEADS, member(3)), logistics=Logistics(journeys=journeys)))
    assert (one.code, one.values["at"], len(one.things)) == ("W-62", "SU 1 05:20", 2)
