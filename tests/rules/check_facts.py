"""Facts for the tests of the checks: a quiet visit of three days, and what may be put into it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from planner.rules.calendar import FeastDay, Status, Welcome
from planner.rules.checks import registered  # noqa: F401 - the rules that are run
from planner.rules.checks.after import with_span
from planner.rules.checks.engine import run
from planner.rules.checks.facts import Attend, Calendar, EventFact, Facts, Flag, Greeting, Item, Knowledge
from planner.rules.checks.logistics_facts import Logistics, Places, Room, Venue
from planner.rules.checks.meant import meant
from planner.rules.checks.people_facts import Delegation, Member, Person, Private, spellings_of
from planner.rules.findings import Finding
from planner.rules.kinds import Audience, Capacity, EventKind, EventState, ItemKind, Role, Side
from planner.rules.text import Text, text
from planner.rules.times import parse_minute

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 3)
ZONE = "Asia/Krasnoyarsk"
BOTH = (Attend(901, side=Side.GUEST), Attend(902, side=Side.HOST))
GUESTS = (Attend(903, side=Side.GUEST),)
READERS = frozenset({Audience.GUEST, Audience.WORKING})


def words(said: str) -> Text:
    """An English text."""
    return text(en=said) if said else Text()


def item(number: int, time: str = "10:00-11:00", kind: str = "meeting", **values: Any) -> Item:
    """An item on Tuesday; `who` says who takes part."""
    start, _, end = time.partition("-")
    given: dict[str, Any] = {
        "day": TUESDAY if start else None, "start": parse_minute(start) if start else None,
        "end": parse_minute(end) if end else None, "zone": ZONE, "end_zone": ZONE, "audience": READERS,
        "title": words(values.pop("said", f"Item {number}")), "attends": values.pop("who", BOTH),
    }  # fmt: skip
    given["end_day"] = given["day"] if end else None
    made = Item(number, 1, kind=ItemKind(kind), **given | values)
    return made if made.state == "cancelled" else with_span(made)


def person(number: int, name: str = "", **values: Any) -> Person:
    """Somebody named in English."""
    called = name or f"Person{chr(65 + number % 26)}{number}"
    return Person(number, {"en": called}, {"en": called}, **values)


def member(number: int, side: str = "guest", capacity: str = "member", **values: Any) -> Member:
    """A place of a delegation: guests are of delegation 1, hosts of 2, staff of 3. Its person has its number + 100."""
    here = Side(side)
    of = {Side.GUEST: 1, Side.HOST: 2, Side.STAFF: 3, Side.INVITED: 4}[here]
    who = values.pop("person", person(number + 100))
    return Member(number, of, here, Capacity(capacity), person=who, **{"country": COUNTRIES[here], **values})


COUNTRIES = {Side.GUEST: "KG", Side.HOST: "RU", Side.STAFF: "RU", Side.INVITED: ""}
DELEGATIONS = (
    Delegation(1, Side.GUEST, words("Guests"), country="KG"), Delegation(2, Side.HOST, words("Hosts"), country="RU"),
    Delegation(3, Side.STAFF, words("Staff"), country="RU"), Delegation(4, Side.INVITED, words("Invited")),
)  # fmt: skip
HEADS = (member(1, "guest", "head"), member(2, "host", "head"))


def speaks(row: int, place: int, role: str = "speaker") -> Attend:
    """Somebody with a role."""
    return Attend(row, Role(role), member_id=place)


def facts(*items: Item, people: Iterable[Member] = HEADS, event: dict[str, Any] | None = None, **values: Any) -> Facts:
    """A visit of guests from Kyrgyzstan, in English alone, agreed, with these items and people."""
    members = {one.id: one for one in people}
    who = meant(members.values(), DELEGATIONS, values.get("on_tracks", ()))
    given: dict[str, Any] = {
        "kind": EventKind.VISIT, "state": EventState.PREPARATION, "from_day": TUESDAY, "to_day": THURSDAY,
        "host_zone": ZONE, "guest_zone": "Asia/Bishkek", "languages": ("en",),
    }  # fmt: skip
    about = EventFact(1, **given | (event or {}))
    values.setdefault("calendar", Calendar(("RU",), ("KG",)))
    return Facts(
        about, items={one.id: who.put_in(one) for one in items}, delegations=DELEGATIONS, members=members,
        spellings=spellings_of(one.person for one in members.values() if one.person), **values,
    )  # fmt: skip


def found(about: Facts) -> list[Finding]:
    """Return what the checks find."""
    return list(run(about).findings)


def codes(about: Facts) -> list[str]:
    """Return the codes of what the checks find."""
    return [one.code for one in found(about)]


def feast(name: str, day: date, country: str = "KG", **values: Any) -> FeastDay:
    """A feast of one day."""
    to_day = values.pop("to_day", day)
    given = {"greet": Welcome(1, 3), "name": words(name), **values}
    return FeastDay(name, country, day, to_day, Status.COMPUTED, "", **given)


def room(number: int, seats: int, **values: Any) -> Room:
    """A room of venue 1 with so many seats round a table."""
    return Room(number, 1, words(f"Room {number}"), {"table": seats}, **values)


def places(*rooms: Room, hours: tuple[tuple[int, int, int], ...] = (), **values: Any) -> Places:
    """Three venues, 20 minutes from 1 to 2, with rooms in the first."""
    venues = {1: Venue(1, words("City Hall"), hours=hours), 2: Venue(2, words("Museum")), 3: Venue(3, words("Dam"))}
    return Places(venues, {one.id: one for one in rooms}, values.pop("ways", {(1, 2): 20}))


def everything() -> Facts:
    """Facts in which most rules have something to look at."""
    items = (
        item(10, interpretation="simultaneous", room_id=5, venue_id=1, who=(*BOTH, speaks(1, 1), speaks(2, 3))),
        item(11, "10:30-12:00", room_id=5, venue_id=1, outdoor=True, note=words("Talks with Persoon, 1 March, Sunday")),
        item(12, "12:10-16:00", "meal", venue_id=2, who=GUESTS),
        item(13, "20:00-23:30", "culture", venue_id=3, who=GUESTS),
        item(14, "06:00-07:00", day=WEDNESDAY, end_day=WEDNESDAY, who=GUESTS),
        item(15, "", "talk", parent_id=10, who=(speaks(3, 1),)),
        item(16, "", "topic", parent_id=11, minutes=200, who=(speaks(4, 1),)),
    )  # fmt: skip
    people = (
        *HEADS, member(3, "guest", "interpreter"), member(4, "guest", "member", state="declined"),
        member(5, "guest", "member", spouse_of=1, person=person(105, deceased=True, private=Private(True, TUESDAY))),
    )  # fmt: skip
    return facts(
        *items, people=people, places=places(room(5, 1), room(6, 50), hours=((0, 540, 1020),)), today=WEDNESDAY,
        logistics=Logistics(), event={
            "greetings": (Greeting(1, "eid_al_adha", TUESDAY, "KG"),),
            "flags": (Flag(1, "KG", "old", None, date(2023, 12, 25), 7, "table"),),
        },
        knows=Knowledge(sabbath=lambda country: country == "KG"),
    )  # fmt: skip
