"""No field that is not for the table gets onto a table copy (W-71): by construction, of whatever data."""

from __future__ import annotations

from planner.documents import data as data_module
from planner.documents import logistics_data, set_data
from planner.documents.audience import FIELDS, Reader, readable
from planner.documents.data import ParticipantData, ProgrammeData
from planner.documents.freeze import freeze
from planner.documents.logistics_data import (
    ArrivalsData,
    ContactData,
    ContactsData,
    JourneyData,
    MotorcadeData,
    MovementData,
    RideData,
    VehicleData,
)
from planner.rules.kinds import Audience, Capacity, Side
from planner.rules.text import text
from tests.documents.events import event, heading, item

SECRET = "+7 999 123-45-67"
PRIVATE = {"phone", "email", "driver", "passport", "birth_date", "expires", "value", "payer"}
WHO = ParticipantData(1, Capacity.MEMBER, None)
CAR = VehicleData(1, "Mercedes", "A 123 BC", driver="Иванов", phone=SECRET)


MOVEMENT = item(text(ru="Переезд"), 600)


def motorcade() -> MotorcadeData:
    ride = RideData(1, CAR, note=SECRET)
    return MotorcadeData(event(), heading(ru="x"), (MovementData(MOVEMENT, (ride,)),))


def test_phone_of_a_driver_is_not_for_the_table() -> None:
    (movement,) = readable(motorcade(), Reader.TABLE).movements
    assert movement.rides[0].vehicle == CAR._replace(driver="", phone="")
    assert SECRET not in repr(readable(motorcade(), Reader.TABLE))


def test_those_who_serve_see_what_they_need() -> None:
    assert readable(motorcade(), Reader.SERVICE) == motorcade()


def test_host_sees_everything_untouched() -> None:
    data = motorcade()
    assert readable(data, Reader.HOST) is data


def test_optional_parts_are_gone_through_too() -> None:
    data = ArrivalsData(event(), heading(ru="x"), (JourneyData(1, True, WHO, vehicle=CAR, note=SECRET),))
    (journey,) = readable(data, Reader.TABLE).journeys
    assert (journey.vehicle.phone, journey.note, journey.vehicle.plate) == ("", "", "A 123 BC")


def test_telephones_of_people_are_for_the_host_alone() -> None:
    data = ContactsData(event(), heading(ru="x"), (ContactData(WHO, Side.HOST, SECRET, "a@b.c"),), (CAR,))
    assert [readable(data, reader).contacts[0].phone for reader in Reader] == ["", "", SECRET]


def test_internal_items_and_parts_do_not_reach_the_table() -> None:
    inside = item(text(ru="Внутреннее"), 630, audience=frozenset({Audience.INTERNAL}))
    meeting = item(text(ru="Встреча"), 600, parts=(inside,))
    data = ProgrammeData(event(), heading(ru="x"), (meeting, inside))
    assert readable(data, Reader.TABLE).items == (meeting._replace(parts=()),)


def test_every_such_field_can_be_empty() -> None:
    named = [(kind, name) for kind, names in FIELDS.items() for name, least in names.items() if least > Reader.TABLE]
    assert [(kind.__name__, name) for kind, name in named if name not in kind._field_defaults] == []


def test_every_field_named_as_private_has_its_audience() -> None:
    """A field that is called a telephone, a name in a passport or an amount must say who may read it."""
    modules = (data_module, logistics_data, set_data)
    kinds = {kind for module in modules for kind in vars(module).values() if hasattr(kind, "_fields")}
    private = {(kind, name) for kind in kinds for name in PRIVATE & set(kind._fields)}
    assert {(kind.__name__, name) for kind, name in private if name not in FIELDS.get(kind, {})} == set()


def test_what_is_read_for_the_table_freezes_like_any_data() -> None:
    programme = ProgrammeData(event(), heading(ru="x"), (item(text(ru="Встреча"), 600),))
    assert freeze(readable(programme, Reader.TABLE)) == freeze(programme)
