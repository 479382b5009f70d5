"""What the papers of travel, rooms, cars, presents, badges and meals are made of (handbook 2.10, 2.13-2.16, 2.23).

Frozen values gathered by `queries.for_logistics`. Days and wall minutes are local to the place they are said of, each
with its zone. Only the papers of the office hold what is private of somebody. A text in the language "und" is printed
as it was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from planner.documents.data import EventData, HeadingData, ItemData, ParticipantData
from planner.rules.kinds import Side
from planner.rules.text import EMPTY, Language, Text


class VehicleData(NamedTuple):
    """A car, minibus or coach with its driver, in the office's own words."""

    id: int
    name: str
    plate: str = ""
    kind: str = "car"
    seats: int = 4
    driver: str = ""
    phone: str = ""


class MomentData(NamedTuple):
    """A wall minute of a day in a zone; any part may be unknown."""

    day: date | None = None
    minute: int | None = None
    zone: str = "UTC"


class JourneyData(NamedTuple):
    """How somebody arrives or departs. `papers_hold` tells whether document and visa hold, None where nobody asked."""

    id: int
    arrival: bool
    who: ParticipantData
    means: str = "flight"
    number: str = ""
    from_place: str = ""
    to_place: str = ""
    leaves: MomentData = MomentData()
    arrives: MomentData = MomentData()
    terminal: str = ""
    met_by: Text = EMPTY
    vehicle: VehicleData | None = None
    sign: Text = EMPTY
    bags: int | None = None
    hotel: Text = EMPTY
    note: str = ""
    papers_hold: bool | None = None


class ArrivalsData(NamedTuple):
    """Arrivals and departures, in the order of time (handbook 2.14)."""

    event: EventData
    heading: HeadingData
    journeys: tuple[JourneyData, ...]


class LodgingData(NamedTuple):
    """A room of somebody; `passport` is the name as the hotel must enter it."""

    id: int
    who: ParticipantData
    passport: str = ""
    hotel_id: int = 0
    hotel: Text = EMPTY
    room_type: str = "single"
    room_number: str = ""
    from_day: date | None = None
    to_day: date | None = None
    early: bool = False
    late: bool = False
    shares_with: ParticipantData | None = None
    payer: Text = EMPTY
    breakfast: bool = True
    note: str = ""
    bed: str = ""  # "double", "twin"; "" where it does not matter
    smoking: bool = False


class RoomingData(NamedTuple):
    """The rooming list (handbook 2.15)."""

    event: EventData
    heading: HeadingData
    rooms: tuple[LodgingData, ...]


class GiftData(NamedTuple):
    """A present; `value` in minor units. `who` receives it where it is from us, else gives it."""

    id: int
    title: Text
    from_us: bool
    giver: Text = EMPTY
    who: ParticipantData | None = None
    value: int | None = None
    currency: str = "RUB"
    given_on: date | None = None
    handed_by: Text = EMPTY
    wrapped: bool = False
    registered_on: date | None = None
    marks: tuple[str, ...] = ()
    note: str = ""
    budget: str = ""  # the giver's line of expenses
    card: Text = EMPTY


class GiftsData(NamedTuple):
    """The list of presents (handbook 2.16)."""

    event: EventData
    heading: HeadingData
    gifts: tuple[GiftData, ...]


class RiderData(NamedTuple):
    """Somebody on a seat of a ride: "RR", "RL", "RM", "F", a number, or "" for any."""

    who: ParticipantData
    seat: str = ""


class RideData(NamedTuple):
    """A vehicle in its place in a motorcade."""

    id: int
    vehicle: VehicleData | None
    riders: tuple[RiderData, ...] = ()
    flag: Text = EMPTY
    radio: str = ""
    note: str = ""


class MovementData(NamedTuple):
    """A movement of the programme with its vehicles in their order."""

    at: ItemData
    rides: tuple[RideData, ...]


class MotorcadeData(NamedTuple):
    """The motorcades of an event, or of one movement (handbook 2.13, 3.8)."""

    event: EventData
    heading: HeadingData
    movements: tuple[MovementData, ...]


class BadgeData(NamedTuple):
    """Whose badge it is; the id of `who` is all its code says (handbook 2.10).

    `zones` is where it lets in, in the office's own short words; `speaks` the language to address somebody in.
    """

    who: ParticipantData
    side: Side
    organisation: Text = EMPTY
    zones: tuple[str, ...] = ()
    speaks: Language = ""


class BadgesData(NamedTuple):
    """Badges, in the order of the lists."""

    event: EventData
    heading: HeadingData
    badges: tuple[BadgeData, ...]


class PassData(NamedTuple):
    """Somebody guards let in, by document."""

    who: ParticipantData
    side: Side
    passport: str = ""
    number: str = ""
    expires: date | None = None
    birth_date: date | None = None
    citizenship: Text = EMPTY


class PassListData(NamedTuple):
    """Whom and what guards let in: people with their documents, vehicles with their plates."""

    event: EventData
    heading: HeadingData
    people: tuple[PassData, ...]
    vehicles: tuple[VehicleData, ...]
    at: ItemData | None = None


class SignData(NamedTuple):
    """What one sign at an airport says; without an authored `text`, the name of whom it waits for."""

    id: int
    text: Text
    who: ParticipantData
    number: str = ""


class SignsData(NamedTuple):
    """The signs of an event's arrivals, none twice."""

    event: EventData
    heading: HeadingData
    signs: tuple[SignData, ...]


class DishData(NamedTuple):
    """A dish; `marks` are what it holds and for whom it is fit."""

    id: int
    course: Text
    title: Text
    marks: tuple[str, ...] = ()


class MenuData(NamedTuple):
    """The menu of a meal."""

    event: EventData
    heading: HeadingData
    dishes: tuple[DishData, ...]
    at: ItemData


class ContactData(NamedTuple):
    """How somebody is reached, and who looks after whom."""

    who: ParticipantData
    side: Side
    phone: str = ""
    email: str = ""
    looks_after: tuple[ParticipantData, ...] = ()
    whole: tuple[Text, ...] = ()  # delegations this officer looks after


class ContactsData(NamedTuple):
    """The contact sheet of an event: people and drivers."""

    event: EventData
    heading: HeadingData
    contacts: tuple[ContactData, ...]
    drivers: tuple[VehicleData, ...]


class FormData(NamedTuple):
    """The questionnaire of one person: what is known already, by the field's name and perhaps its language."""

    who: ParticipantData
    known: Mapping[str, str]


class QuestionnaireData(NamedTuple):
    """The questionnaire of a delegation (handbook 1.2, T-45)."""

    event: EventData
    heading: HeadingData
    forms: tuple[FormData, ...]
    blank: int = 1  # forms without a name, for those not named yet


LogisticsData = (
    ArrivalsData | RoomingData | GiftsData | MotorcadeData | BadgesData | PassListData | SignsData | MenuData
    | ContactsData | QuestionnaireData
)  # fmt: skip
"""What a paper of this file is made of."""

SORTS = {
    "arrivals": ArrivalsData, "rooming": RoomingData, "gifts": GiftsData, "motorcade": MotorcadeData,
    "badges": BadgesData, "pass-list": PassListData, "airport-sign": SignsData, "menu": MenuData,
    "contacts": ContactsData, "questionnaire": QuestionnaireData,
}  # fmt: skip
"""The names under which they are frozen."""
