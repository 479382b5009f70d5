"""What the sheet of flags is made of: a plan's flags, or those that stand at an event, as its profile orders them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.documents.data import FlagData, FlagLineData, FlagsData, HeadingData, ItemData
from planner.language.flags import CITY, ORGANISATION, flag_text, named
from planner.language.search import fold
from planner.model.organisations import Organisation, OrganisationName
from planner.model.seating import SeatingPlan
from planner.queries.delegations import DelegationRow, EventOrder, event_order, state_order
from planner.queries.events import EventPage, event_page
from planner.queries.for_documents import event_data, item_data
from planner.queries.for_meetings import heading_of
from planner.queries.office_settings import office_setting
from planner.queries.once import once
from planner.queries.organisations import FlagEdition, flags
from planner.queries.seating import SeatingDesk, seating_desk
from planner.queries.who import valid_on
from planner.rules.flags_order import Custom, Flag, Ordered, Stand, Why, in_order
from planner.rules.kinds import OrganisationKind, Side
from planner.rules.places import PlanKind, Room
from planner.rules.text import Language


class Unit(NamedTuple):
    """An organisation that takes part, by the words of one of its names."""

    words: frozenset[str]
    country: str
    kind: OrganisationKind
    side: Side


class Known(NamedTuple):
    """Whose flags an event may have: its sides by country, its organisations by name, the profile, the editions."""

    home: str
    sides: Mapping[str, Side]
    units: tuple[Unit, ...]
    places: Mapping[str, int]
    custom: Custom
    editions: tuple[FlagEdition, ...]
    day: date
    languages: tuple[Language, ...]


def flags_data(db: Connection, plan_id: int) -> FlagsData:
    """Return the flags of a plan, ordered by the profile unless a person did. Raise NotFound in words."""
    desk = seating_desk(db, plan_id)
    event = event_data(db, desk.event.id)
    known = known_flags(db, desk.event, once(db, event_order, desk.event.id))
    own_title = desk.plan.kind is PlanKind.FLAGS and desk.plan.title
    heading = HeadingData(desk.plan.title) if own_title else heading_of(db, desk.event.id, "flags")
    stand = Stand(desk.options.get("stand", Stand.ROW.value))
    line = _line(stand, ordered_flags(desk.room, desk.event, known), known)
    return FlagsData(
        event, heading, line.flags, stand is Stand.CROSSED, _at(db, desk), plan_id, line.stand, line.why
    )


def event_flags_data(db: Connection, event_id: int) -> FlagsData:
    """Return the flags that stand at an event, place by place; where none are named, those of its states."""
    page = event_page(db, event_id)
    known = known_flags(db, page, once(db, event_order, event_id))
    standing: dict[Stand, list[str]] = {}
    for row in page.flags:
        standing.setdefault(_stand_of(row.where), []).append(row.country)
    editions = {row.country: FlagEdition(row.flag_id, row.country, row.edition, row.valid_from, row.valid_to)
                for row in page.flags}  # fmt: skip
    if not standing:
        standing = {Stand.ROW: list(_states(known))}
    lines = [_line(stand, _ordered(names, known), known, editions) for stand in Stand if (names := standing.get(stand))]
    first, rest = lines[0], tuple(lines[1:])
    return FlagsData(
        event_data(db, event_id), heading_of(db, event_id, "flags"), first.flags, first.stand is Stand.CROSSED,
        stand=first.stand, why=first.why, also=rest,
    )  # fmt: skip


def ordered_flags(room: Room, page: EventPage, known: Known) -> Ordered:
    """Return the flags of a room as they stand: in a person's own order, else by the profile.

    Where the room names none, they are those put out at the event, else those of its states.
    """
    names = room.flags or tuple(dict.fromkeys(row.country for row in page.flags)) or tuple(_states(known))
    if room.flags and room.flags_own:
        return _ordered(names, known)._replace(flags=tuple(names), why=Why.BY_HAND)
    return _ordered(names, known)


def plan_flags(db: Connection, desk: SeatingDesk) -> Ordered:
    """Return the flags of a plan's room as they stand, for the seating desk."""
    return ordered_flags(desk.room, desk.event, known_flags(db, desk.event, once(db, event_order, desk.event.id)))


def known_flags(db: Connection, page: EventPage, order: EventOrder) -> Known:
    """Gather whose flags an event may have."""
    profile = order.profile
    sides: dict[str, Side] = {}
    for row in order.rows:
        for country in (row.country, *(one.who.country for one in row.members if one.who is not None)):
            if country:
                sides.setdefault(country, row.side)
    home = next((country for country, side in sides.items() if side in (Side.HOST, Side.STAFF)), "")
    home = home or office_setting(db, "office.city", {}).get("country", "")
    home = home or (profile.code or profile.based_on).partition("-")[0]  # "RU-municipal" is at home in RU
    codes = dict.fromkeys((*sides, home, *(named(one).country for one in _names(db, page))))
    ranked = state_order([code for code in codes if code], order.chosen)
    custom = Custom(profile.flag_order, profile.two_flags, profile.crossed_front)  # type: ignore[arg-type]
    return Known(
        home, sides, _units(db, order.rows), {code: place for place, code in enumerate(ranked, 1)}, custom, flags(db),
        page.from_day, page.languages,
    )  # fmt: skip


def _names(db: Connection, page: EventPage) -> Iterable[str]:
    rooms = db.execute(select(SeatingPlan.room).where(SeatingPlan.event_id == page.id)).scalars()
    return (*(row.country for row in page.flags), *(name for room in rooms for name in (room or {}).get("flags", ())))


def _units(db: Connection, rows: Sequence[DelegationRow]) -> tuple[Unit, ...]:
    """Return the organisations of an event by every name they have or had."""
    sides = {row.organisation_id: row.side for row in rows if row.organisation_id is not None}
    query = (
        select(OrganisationName.organisation_id, OrganisationName.name, OrganisationName.short, Organisation.country,
               Organisation.kind)
        .join(Organisation, Organisation.id == OrganisationName.organisation_id)
        .where(Organisation.id.in_(list(sides)))
        .order_by(OrganisationName.id)
    )  # fmt: skip
    found = []
    for row in db.execute(query):
        words = {fold(said.text) for text in (row.name, row.short) for said in text.wordings.values()}
        kind, side = OrganisationKind(row.kind), sides[row.organisation_id]
        found += [Unit(frozenset(each.split()), row.country, kind, side) for each in sorted(words) if each]
    return tuple(found)


def _states(known: Known) -> Iterable[str]:
    """Yield the states of both sides: what stands where nobody said otherwise."""
    return [code for code, side in known.sides.items() if side in (Side.GUEST, Side.HOST)]


def _ordered(names: Sequence[str], known: Known) -> Ordered:
    return in_order([_flag(name, known)[0] for name in dict.fromkeys(names)], known.custom)


def _flag(name: str, known: Known) -> tuple[Flag, Side | None, str]:
    """Return a flag as the rules order it, whose side it is, and the country of a state's."""
    code, level = named(name)
    if code:
        side = known.sides.get(code)
        own = code == known.home
        return Flag(name, level, own, known.places.get(code, 0)), side, code
    words = frozenset(fold(name).split())
    unit = next((one for one in known.units if words <= one.words or one.words <= words), None)
    if unit is None:
        return Flag(name, level, own=True, place=known.places.get(known.home, 0)), None, ""
    if unit.kind is OrganisationKind.CITY and level == ORGANISATION:
        level = CITY
    own = unit.country == known.home if unit.country else unit.side in (Side.HOST, Side.STAFF)
    return Flag(name, level, own, known.places.get(unit.country, 0)), unit.side, ""


def _line(
    stand: Stand, ordered: Ordered, known: Known, editions: Mapping[str, FlagEdition] | None = None
) -> FlagLineData:
    found = []
    for name in ordered.flags:
        _each, side, code = _flag(name, known)
        edition = (editions or {}).get(code) or _edition(code, known)
        crossed = stand is Stand.CROSSED and name == ordered.front
        shown = side if side in (Side.GUEST, Side.HOST) else None
        text = flag_text(name, known.languages)
        found.append(FlagData(
            text, shown, crossed, edition.edition if edition else "", edition.valid_from if edition else None
        ))  # fmt: skip
    return FlagLineData(stand, tuple(found), ordered.why.value if ordered.why is not None else "")


def _edition(code: str, known: Known) -> FlagEdition | None:
    """Return the edition in force on the day of the event."""
    there = [one for one in known.editions if one.country == code and valid_on(known.day, one.valid_from, one.valid_to)]
    return there[-1] if code and there else None


def _stand_of(where: str) -> Stand:
    """Return how flags stand at a place of an event, which is the office's own word ("table", "wall", "entrance")."""
    return Stand(where) if where in set(Stand) else Stand.ROW


def _at(db: Connection, desk: SeatingDesk) -> ItemData | None:
    return item_data(db, desk.event.id, desk.item.id) if desk.item is not None else None
