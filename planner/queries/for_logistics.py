"""What the papers of travel, rooms, cars, presents, badges and meals are made of, gathered for one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from planner.documents.data import EventData, HeadingData, ItemData, ParticipantData
from planner.documents.logistics_data import (
    ArrivalsData,
    BadgeData,
    BadgesData,
    DishData,
    GiftData,
    GiftsData,
    JourneyData,
    LodgingData,
    MenuData,
    MomentData,
    MotorcadeData,
    MovementData,
    RideData,
    RiderData,
    RoomingData,
    SignData,
    SignsData,
    VehicleData,
)
from planner.errors import NotFound
from planner.language.countries import country_name
from planner.model.agenda import Item
from planner.model.logistics import Dish, Gift, Journey, Lodging, Ride, Rider, Vehicle
from planner.model.participation import Delegation, Participation
from planner.model.people import Person, PersonName, PersonPrivate
from planner.model.venues import Venue
from planner.queries.delegations import DelegationRow, MemberRow, delegations
from planner.queries.events import headings
from planner.queries.for_documents import NOT_COMING, event_data, item_data
from planner.queries.known_names import KnownNames
from planner.queries.once import once
from planner.queries.who import PASSPORT, in_parts
from planner.rules.kinds import ItemState, Side
from planner.rules.text import EMPTY, Language, Text, Wording
from planner.rules.times import Moment, minutes_utc

_LATEST = 10**12  # minutes: what has no time stands last


class Member(NamedTuple):
    """Somebody who comes, with the delegation."""

    row: DelegationRow
    member: MemberRow

    @property
    def who(self) -> ParticipantData:
        """Return what papers need of this place."""
        one = self.member
        return ParticipantData(one.id, one.capacity, one.who.person() if one.who else None, one.post_title, one.state)

    @property
    def person_id(self) -> int:
        """The person's id, 0 while nobody is named."""
        return self.member.who.id if self.member.who else 0


def coming(db: Connection, event_id: int) -> dict[int, Member]:
    """Return everybody who has not declined, by place in a delegation, in the order of the lists."""
    return {
        member.id: Member(row, member)
        for row in once(db, delegations, event_id)
        for member in row.members
        if member.state not in NOT_COMING
    }


def _known(people: dict[int, Member]) -> KnownNames:
    return KnownNames((one.row, one.member) for one in people.values())


def heading(db: Connection, event_id: int, paper: str) -> HeadingData:
    """Return the authored heading of a paper."""
    row = headings(db, event_id).get(paper)
    return HeadingData(row.title, row.subtitle) if row else HeadingData()


def country_text(code: str, languages: tuple[Language, ...]) -> Text:
    """Return what a country is called in each language; what is no code, as it was written."""
    if not code:
        return EMPTY
    named = {tag: (country_name(code, tag) if len(code) == 2 and code.isupper() else code) for tag in languages}
    return Text({tag: Wording(words) for tag, words in named.items() if words})


def spoken(event: EventData) -> tuple[Language, ...]:
    """Return the languages of an event and of both its sides."""
    return tuple(dict.fromkeys((*event.languages, *event.host_languages, *event.guest_languages)))


def passport_parts(db: Connection, event_id: int) -> dict[int, tuple[str, str]]:
    """Return surnames and given names as they stand in passports, by person."""
    query = select(PersonName.person_id, PersonName.surname, PersonName.given, PersonName.patronymic)
    rows = db.execute(query.where(PersonName.language == PASSPORT, PersonName.person_id.in_(_people(event_id))))
    return {row[0]: (row[1].upper(), " ".join(filter(None, row[2:])).upper()) for row in rows}


def passport_names(db: Connection, event_id: int) -> dict[int, str]:
    """Return the whole names as they stand in passports, by person."""
    return {person: " ".join(filter(None, parts)) for person, parts in passport_parts(db, event_id).items()}


def private_facts(db: Connection, event_id: int) -> dict[int, Any]:
    """Return the private facts of an event's people, by person: for the office's papers only."""
    query = select(PersonPrivate.__table__).where(PersonPrivate.person_id.in_(_people(event_id)))
    return {row.person_id: row for row in in_parts(db.execute(query))}


def vehicles_by_id(db: Connection) -> dict[int, VehicleData]:
    """Return the vehicles of the office."""
    query = select(Vehicle.id, Vehicle.name, Vehicle.plate, Vehicle.kind, Vehicle.seats, Vehicle.driver, Vehicle.phone)
    return {row.id: VehicleData(*row) for row in db.execute(query)}


def arrivals_data(db: Connection, event_id: int) -> ArrivalsData:
    """Return arrivals and departures in the order of time at the host's end."""
    event, people, cars = event_data(db, event_id), coming(db, event_id), vehicles_by_id(db)
    hotels = {row.participation_id: row.name for row in db.execute(_hotels(event_id))}
    private, names = private_facts(db, event_id), _known(people)
    found = []
    for row in db.execute(_of_places(select(Journey.__table__), Journey, event_id)):
        member = people.get(row.participation_id)
        if member is not None:
            arrival = row.direction == "arrival"
            found.append(JourneyData(
                row.id, arrival, member.who, row.means, row.number, row.from_place, row.to_place,
                MomentData(row.leaves_day, row.leaves, row.leaves_zone),
                MomentData(row.arrives_day, row.arrives, row.arrives_zone),
                row.terminal, names.text(row.met_by), cars.get(row.vehicle_id or 0), row.sign, row.bags,
                hotels.get(row.participation_id, EMPTY) if arrival else EMPTY, row.note,
                _papers_hold(private.get(member.person_id), event.to_day) if arrival else None,
            ))  # fmt: skip
    places = {one: number for number, one in enumerate(people)}
    found.sort(key=lambda one: (not one.arrival, _minute(one), one.number, places[one.who.id], one.id))
    return ArrivalsData(event, heading(db, event_id, "arrivals"), tuple(found))


def signs_data(db: Connection, event_id: int) -> SignsData:
    """Return the signs of the arrivals, each once; one without words of its own says whom it waits for."""
    data = arrivals_data(db, event_id)
    people = coming(db, event_id)
    together = Counter(one.number for one in data.journeys if one.arrival)
    signs: dict[Any, SignData] = {}
    for one in data.journeys:
        if one.arrival:
            row = people[one.who.id].row
            text = one.sign or ((row.organisation or row.name) if together[one.number] > 1 else EMPTY)
            key = (one.number, tuple(sorted((tag, words.text) for tag, words in text.wordings.items())))
            signs.setdefault(key if text else one.id, SignData(one.id, text, one.who, one.number))
    return SignsData(data.event, heading(db, event_id, "airport-sign"), tuple(signs.values()))


def rooming_data(db: Connection, event_id: int) -> RoomingData:
    """Return the rooms of an event, hotel by hotel, each hotel in the order of the lists."""
    people, passports = coming(db, event_id), passport_names(db, event_id)
    names, hotels = _known(people), {row.id: row.name for row in db.execute(select(Venue.id, Venue.name))}
    found = []
    for row in db.execute(_of_places(select(Lodging.__table__), Lodging, event_id)):
        member = people.get(row.participation_id)
        if member is not None:
            other = people.get(row.shares_with_id or 0)
            found.append(LodgingData(
                row.id, member.who, passports.get(member.person_id, ""), row.venue_id or 0,
                hotels.get(row.venue_id, EMPTY), row.room_type, row.room_number, row.from_day, row.to_day,
                row.early, row.late, other.who if other else None, names.text(row.payer), row.breakfast, row.note,
                row.bed, row.smoking,
            ))  # fmt: skip
    places = {one: number for number, one in enumerate(people)}
    found.sort(key=lambda one: (not one.hotel_id, one.hotel_id, places[one.who.id], one.id))
    return RoomingData(event_data(db, event_id), heading(db, event_id, "rooming"), tuple(found))


def gifts_data(db: Connection, event_id: int) -> GiftsData:
    """Return the presents of an event, those from us first."""
    people = coming(db, event_id)
    names = _known(people)
    by_person = {member.person_id: member.who for member in reversed(people.values()) if member.person_id}
    rows = db.execute(select(Gift.__table__).where(Gift.event_id == event_id).order_by(Gift.id))
    found = [
        GiftData(
            row.id, row.title, row.from_us, names.text(row.giver), by_person.get(row.person_id), row.value,
            row.currency, row.given_on, names.text(row.handed_by), row.wrapped, row.registered_on, tuple(row.marks),
            row.note, row.budget, row.card,
        )
        for row in rows
    ]  # fmt: skip
    places = {one: number for number, one in enumerate(people)}
    found.sort(key=lambda one: (not one.from_us, places.get(one.who.id, len(places)) if one.who else len(places)))
    return GiftsData(event_data(db, event_id), heading(db, event_id, "gift-list"), tuple(found))


def motorcade_data(db: Connection, event_id: int, item_id: int | None = None) -> MotorcadeData:
    """Return the motorcades of an event's movements, or of the one named."""
    event, people, cars = event_data(db, event_id), coming(db, event_id), vehicles_by_id(db)
    riders: dict[int, list[RiderData]] = defaultdict(list)
    query = select(Rider.ride_id, Rider.participation_id, Rider.seat.label("place"))
    query = query.join(Ride, Ride.id == Rider.ride_id)
    for row in db.execute(query.join(Item, Item.id == Ride.item_id).where(Item.event_id == event_id)):
        if row.participation_id in people:
            riders[row.ride_id].append(RiderData(people[row.participation_id].who, row.place))
    rides: dict[int, list[RideData]] = defaultdict(list)
    query = select(Ride.__table__).join(Item, Item.id == Ride.item_id).where(Item.event_id == event_id)
    places = {one: number for number, one in enumerate(people)}
    for row in db.execute(query.order_by(Ride.position, Ride.id)):
        seated = sorted(riders.get(row.id, ()), key=lambda one: (_honour(one.seat), places[one.who.id]))
        flag = country_text(row.flag, spoken(event))
        rides[row.item_id].append(
            RideData(row.id, cars.get(row.vehicle_id or 0), tuple(seated), flag, row.radio, row.note)
        )
    movements = [MovementData(_item(db, event_id, one), tuple(found)) for one, found in rides.items()
                 if item_id in (None, one)]  # fmt: skip
    standing = [one for one in movements if one.at.state is not ItemState.CANCELLED]
    standing.sort(key=lambda one: (one.at.day is None, one.at.day or date.min, one.at.start or 0, one.at.id))
    return MotorcadeData(event, heading(db, event_id, "motorcade"), tuple(standing))


def badges_data(db: Connection, event_id: int, *, delegation_id: int | None = None) -> BadgesData:
    """Return whose badges an event has: everybody named who comes, or of one delegation."""
    event = event_data(db, event_id)
    more = signs_of_badges(db, event_id, event.languages)
    found = [
        BadgeData(
            one.who, one.row.side, one.member.who.organisation or one.row.organisation or one.row.name,
            *more.get(one.member.id, ((), "")),
        )
        for one in coming(db, event_id).values()
        if one.member.who is not None and delegation_id in (None, one.row.id)
    ]  # fmt: skip
    return BadgesData(event, heading(db, event_id, "badges"), tuple(found))


def signs_of_badges(
    db: Connection, event_id: int, languages: Sequence[Language]
) -> dict[int, tuple[tuple[str, ...], Language]]:
    """Return the zones of each place and the language of speech: the one named here, else the person's own."""
    query = (
        select(Participation.id, Participation.zones, Participation.speaks, Person.languages)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .join(Person, Person.id == Participation.person_id)
        .where(Delegation.event_id == event_id)
    )
    return {row.id: (tuple(row.zones), row.speaks or spoken_at(row.languages, languages)) for row in db.execute(query)}


def spoken_at(own: Sequence[Language], languages: Sequence[Language]) -> Language:
    """Return in which of the own languages somebody is addressed: the first that is one of the event's, if any."""
    return next((tag for tag in own if tag in languages), next(iter(own), ""))


def menu_data(db: Connection, event_id: int, item_id: int | None = None) -> MenuData:
    """Return the menu of an item, by default of the first that has one. Raise NotFound in words."""
    query = select(Dish.id, Dish.item_id, Dish.course, Dish.title, Dish.marks).join(Item, Item.id == Dish.item_id)
    query = query.where(Item.event_id == event_id).order_by(Item.day, Item.start, Item.id, Dish.position, Dish.id)
    rows = db.execute(query).all()
    chosen = item_id or next((row.item_id for row in rows), None)
    if chosen is None:
        raise NotFound("Nothing is on a menu of this event yet. Add the dishes to a meal first.")
    dishes = tuple(
        DishData(row.id, row.course, row.title, tuple(row.marks)) for row in rows if row.item_id == chosen
    )
    return MenuData(event_data(db, event_id), heading(db, event_id, "menu"), dishes, _item(db, event_id, chosen))


def _item(db: Connection, event_id: int, item_id: int) -> ItemData:
    found = item_data(db, event_id, item_id)
    if found is None:
        raise NotFound("The event has no item {number}.", number=item_id)
    return found


def _people(event_id: int) -> Select[Any]:
    places = select(Participation.person_id).join(Delegation, Delegation.id == Participation.delegation_id)
    return places.where(Delegation.event_id == event_id, Participation.person_id.is_not(None))


def _of_places(query: Select[Any], table: Any, event_id: int) -> Select[Any]:
    """Return a query of what belongs to places in delegations, for one event."""
    joined = query.join(Participation, Participation.id == table.participation_id)
    joined = joined.join(Delegation, Delegation.id == Participation.delegation_id)
    return joined.where(Delegation.event_id == event_id).order_by(table.id)


def _hotels(event_id: int) -> Select[Any]:
    columns: tuple[Any, ...] = (Lodging.participation_id, Venue.name)
    return _of_places(select(*columns).join(Venue, Venue.id == Lodging.venue_id), Lodging, event_id)


def _minute(one: JourneyData) -> int:
    """Return when a journey touches the host's town, in minutes of UTC."""
    at = one.arrives if one.arrival else one.leaves
    return _LATEST if at.day is None or at.minute is None else minutes_utc(Moment(at.day, at.minute, at.zone))


def _papers_hold(private: Any, last: date) -> bool | None:
    """Tell whether the document and any visa hold to the last day; None where no document was entered."""
    if private is None or not private.passport_number:
        return None
    until = [day for day in (private.passport_expires, private.visa_until) if day is not None]
    return all(day >= last for day in until) if private.passport_expires else None


def _honour(seat: str) -> int:
    """Return the place of a seat of a car in the order of honour (handbook 3.8), numbered seats after it."""
    known = {"RR": 1, "RL": 2, "F": 3, "RM": 4}
    return known.get(seat) or (10 + int(seat) if seat.isascii() and seat.isdigit() and len(seat) < 4 else 9_999)


def on_side(people: dict[int, Member], *sides: Side) -> Iterator[Member]:
    """Yield those of some sides, in the order of the lists."""
    yield from (one for one in people.values() if one.row.side in sides)
