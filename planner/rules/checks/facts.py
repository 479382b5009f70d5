"""The facts the checks look at: plain values of one event, and of what it shares with the office's other events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.rules.busy import BusySpan
from planner.rules.calendar import Anniversary, FeastDay
from planner.rules.checks.limits import Limits
from planner.rules.kinds import Audience, Capacity, EventKind, EventState, ItemKind, ItemState, Role, Side
from planner.rules.preparation import TaskFact
from planner.rules.seating_score import Bent
from planner.rules.text import EMPTY, Language, Text
from planner.rules.times import Interval


class Greeting(NamedTuple):
    """A greeting by the identity of its feast."""

    id: int
    feast: str
    day: date
    country: str
    words: Text = EMPTY


class Flag(NamedTuple):
    """An edition of a flag; `out` is the id of the row that puts it out at the event, 0 in the register."""

    id: int
    country: str
    edition: str
    valid_from: date | None = None
    valid_to: date | None = None
    out: int = 0
    where: str = ""


class TextFact(NamedTuple):
    """A printed text by table, row and field, and the thing it stands at ("event", "item", "member"…)."""

    table: str
    row_id: int
    field: str
    text: Text
    thing: tuple[str, int]


class EventFact(NamedTuple):
    """The event itself. `texts` are its own: title, place, headings, topics."""

    id: int
    kind: EventKind
    state: EventState
    from_day: date
    to_day: date
    host_zone: str = "UTC"
    guest_zone: str = "UTC"
    languages: tuple[Language, ...] = ("ru", "en")
    texts: tuple[TextFact, ...] = ()
    greetings: tuple[Greeting, ...] = ()
    flags: tuple[Flag, ...] = ()
    host_languages: tuple[Language, ...] = ()
    guest_languages: tuple[Language, ...] = ()


class Attend(NamedTuple):
    """Who takes part in an item: one of side, delegation, track or member."""

    id: int
    role: Role = Role.TAKES_PART
    side: Side | None = None
    delegation_id: int | None = None
    track_id: int | None = None
    member_id: int | None = None


class Item(NamedTuple):
    """An item. `span` is in UTC minutes; None in the pool or where it is cancelled.

    `people` are the persons meant, `members` their places (also those without a person yet), `through` those of them
    who are on its tracks, `whole` the delegations that take part as such. Where nobody is named as taking part and its
    tracks have no members, an item is open: it concerns everybody.
    """

    id: int
    event_id: int = 0
    parent_id: int | None = None
    position: int = 0
    day: date | None = None
    start: int | None = None
    end_day: date | None = None
    end: int | None = None
    zone: str = "UTC"
    end_zone: str = "UTC"
    span: Interval | None = None
    hard: bool = False
    minutes: int | None = None
    kind: ItemKind = ItemKind.OTHER
    title: Text = EMPTY
    note: Text = EMPTY
    venue_id: int | None = None
    room_id: int | None = None
    audience: frozenset[Audience] = frozenset()
    state: ItemState = ItemState.CONFIRMED
    tracks: tuple[int, ...] = ()
    attends: tuple[Attend, ...] = ()
    interpretation: str = ""
    dress: str = ""
    mode: str = ""
    outdoor: bool = False
    people: frozenset[int] = frozenset()
    members: frozenset[int] = frozenset()
    whole: frozenset[int] = frozenset()
    alert: str = ""
    through: frozenset[int] = frozenset()
    slides: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether nobody in particular takes part: then it is for everybody."""
        return not self.through and all(one.role is not Role.TAKES_PART for one in self.attends)

    @property
    def length(self) -> int | None:
        """Return its minutes: from its times, else as planned."""
        if self.span is not None and self.span.end > self.span.start:
            return self.span.end - self.span.start
        return self.minutes


class Post(NamedTuple):
    """A post somebody holds or held."""

    id: int
    title: Text = EMPTY
    level: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    confirmed_on: date | None = None


class Private(NamedTuple):
    """What was answered in confidence; empty means that it was not asked or not said."""

    passport: bool = False
    passport_expires: date | None = None
    visa_until: date | None = None
    citizenship: str = ""
    diet: str = ""
    fasting: str = ""
    prayer: bool = False
    access: str = ""


class Person(NamedTuple):
    """Somebody of the event. `names` are whole names by language, `surnames` the same for surnames."""

    id: int
    names: Mapping[Language, str] = MappingProxyType({})
    surnames: Mapping[Language, str] = MappingProxyType({})
    passport_name: str = ""
    country: str = ""
    languages: tuple[Language, ...] = ()
    deceased: bool = False
    posts: tuple[Post, ...] = ()
    private: Private = Private()
    former: tuple[tuple[Language, str], ...] = ()  # surnames that do not hold on the days of the event


class Member(NamedTuple):
    """A place in a delegation. `person` is None while only a post is named; `level` 1 is the highest rank."""

    id: int
    delegation_id: int
    side: Side
    capacity: Capacity = Capacity.MEMBER
    state: str = "confirmed"
    place: int = 1
    person: Person | None = None
    position: Text = EMPTY
    post_id: int | None = None
    own_title: bool = False
    level: int | None = None
    field: str = ""
    country: str = ""
    spouse_of: int | None = None
    replaces: int | None = None

    @property
    def coming(self) -> bool:
        """Tell whether the place is not declined."""
        return self.state != "declined"

    def called(self, *languages: Language) -> str:
        """Return the name in the first of these languages, else in any, else the post."""
        names = self.person.names if self.person else {}
        for language in (*languages, *names):
            if name := names.get(language):
                return name
        return self.position.first(*languages)


class Delegation(NamedTuple):
    """A delegation; `name` is what to call it in a sentence."""

    id: int
    side: Side
    name: Text = EMPTY
    heading: Text = EMPTY
    organisation_id: int | None = None
    organisation: Text = EMPTY
    country: str = ""


class OnTrack(NamedTuple):
    """A place or a whole delegation that is on a track: its items are theirs."""

    track_id: int
    member_id: int | None = None
    delegation_id: int | None = None


class Room(NamedTuple):
    """A room of a venue; `step_free` None is unknown."""

    id: int
    venue_id: int
    name: Text = EMPTY
    capacity: Mapping[str, int] = MappingProxyType({})
    equipment: tuple[str, ...] = ()
    step_free: bool | None = None


class Venue(NamedTuple):
    """A venue. `hours` are (weekday, opens, closes); none means unknown."""

    id: int
    name: Text = EMPTY
    address: Text = EMPTY
    hours: tuple[tuple[int, int, int], ...] = ()


class Places(NamedTuple):
    """Venues, rooms, and the ways between venues: (from, to) to minutes."""

    venues: Mapping[int, Venue] = MappingProxyType({})
    rooms: Mapping[int, Room] = MappingProxyType({})
    ways: Mapping[tuple[int, int], int] = MappingProxyType({})


class Ride(NamedTuple):
    """A vehicle in use by an item, of this event or another."""

    id: int
    item_id: int
    vehicle_id: int
    name: str
    driver: str = ""
    riders: frozenset[int] = frozenset()


class Journey(NamedTuple):
    """An arrival or departure: `at` is the UTC minute at the host's end, `day` and `minute` its wall time there."""

    id: int
    member_id: int
    arrives: bool
    number: str = ""
    at: int | None = None
    day: date | None = None
    minute: int | None = None
    met: bool = False


class Lodging(NamedTuple):
    """A room in a hotel."""

    id: int
    member_id: int
    from_day: date | None = None
    to_day: date | None = None
    early: bool = False
    shares_with: int | None = None
    payer: str = ""


class Gift(NamedTuple):
    """A gift; `past` tells that it belongs to an earlier day or another event."""

    id: int
    person_id: int | None
    title: Text = EMPTY
    value: int | None = None
    currency: str = "RUB"
    marks: tuple[str, ...] = ()
    from_us: bool = True
    past: bool = False


class Dish(NamedTuple):
    """A dish of an item's menu."""

    id: int
    item_id: int
    title: Text = EMPTY
    marks: tuple[str, ...] = ()


class Invitation(NamedTuple):
    """An invitation to an item."""

    id: int
    item_id: int
    member_id: int | None
    state: str = "draft"
    sent_on: date | None = None
    answered_on: date | None = None


class Logistics(NamedTuple):
    """What carries, houses and feeds the delegations. `rides` are also those of other events near in time."""

    rides: tuple[Ride, ...] = ()
    journeys: tuple[Journey, ...] = ()
    lodgings: tuple[Lodging, ...] = ()
    gifts: tuple[Gift, ...] = ()
    dishes: tuple[Dish, ...] = ()
    invitations: tuple[Invitation, ...] = ()


class Care(NamedTuple):
    """A liaison officer and whom he looks after."""

    officer_id: int
    member_id: int | None = None
    delegation_id: int | None = None


class Plan(NamedTuple):
    """A plan of places with the rules of seating it bends."""

    id: int
    item_id: int | None
    title: Text = EMPTY
    bent: tuple[Bent, ...] = ()
    flags: tuple[str, ...] = ()  # of its room, by the codes of countries


class Calendar(NamedTuple):
    """The days around the event. `sunsets` and `sun` are wall minutes where it is held, by day."""

    host: tuple[str, ...] = ()
    guest: tuple[str, ...] = ()
    days: tuple[FeastDay, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    sun: Mapping[date, tuple[int | None, int | None, int | None]] = MappingProxyType({})


class Issued(NamedTuple):
    """The last version of a paper that somebody holds, and how many changes of the event came after it."""

    id: int
    paper: str
    number: int
    newer: int = 0


class Promise(NamedTuple):
    """Something promised; `owner` tells that a person or a side is to see to it."""

    id: int
    words: Text = EMPTY
    owner: bool = False
    due: date | None = None
    is_open: bool = True


class Signer(NamedTuple):
    """Who signs a text; `powers` tells that the paper giving the power was seen."""

    member_id: int
    powers: bool = False


class Signed(NamedTuple):
    """A text signed at an item. `parties` are those of the register, `agreed` and `final` SHA-256 of its files."""

    id: int
    item_id: int
    title: Text = EMPTY
    parties: int = 0
    originals: int | None = None
    languages: tuple[Language, ...] = ()
    agreed: str = ""
    final: str = ""
    minutes: int | None = None
    signers: tuple[Signer, ...] = ()
    final_file: str = ""
    agreed_file: str = ""


class CaseNeeded(NamedTuple):
    """Words the programme's title needs in a case nobody confirmed; `rest` tells that other words of it have theirs."""

    member_id: int
    person_id: int | None
    words: str
    case: str
    rest: bool = False


class Reception(NamedTuple):
    """How the same guests were received last: event, title, level of guest and host, days."""

    event_id: int
    title: Text
    guest_level: int | None
    host_level: int | None
    days: int


class Renamed(NamedTuple):
    """A name a place has or had, and whether it is the one of the event's days."""

    organisation_id: int
    name: Text
    valid: bool


class Knowledge(NamedTuple):
    """Pure functions of languages the rules may ask, since they know none themselves."""

    mended: Callable[[str, Language, bool], str] = lambda words, _language, _name: words
    typeset: Callable[[str, Language], str] = lambda words, _language: words
    feast_name: Callable[[str, str, tuple[Language, ...]], str] = lambda feast, _country, _languages: feast
    greeting: Callable[[str, str, tuple[Language, ...]], Text] = lambda _feast, _country, _languages: EMPTY
    dates_in: Callable[[str, Language, int], tuple[tuple[date, int | None], ...]] = lambda _words, _language, _year: ()
    sabbath: Callable[[str], bool] = lambda _country: False
    wrong_script: Callable[[str, Language], bool] = lambda _words, _language: False


_NOTHING: Mapping[int, Any] = MappingProxyType({})
Spellings = Mapping[Language, Mapping[str, tuple[tuple[str, str], ...]]]
"""Surnames with the whole names, by language, then by first letter and length: to be compared with words."""
INFLECTED = frozenset({"ru", "ky", "kk", "uk", "be", "mn", "tg"})
"""Languages in which a name in a text has other endings than in a list: these are left out where it is compared."""
_NO_SPELLINGS: Spellings = MappingProxyType({})


def spellings_of(people: Iterable[Person]) -> Spellings:
    """Return the surnames of people; in an inflected language they are compared with more care."""
    found: dict[Language, dict[str, set[tuple[str, str]]]] = {}
    for person in people:
        for language, surname in person.surnames.items():
            if len(surname) > 4:
                pair = (surname, person.names.get(language, ""))
                found.setdefault(language, {}).setdefault(f"{surname[0]}{len(surname)}", set()).add(pair)
    return {tag: {key: tuple(sorted(names)) for key, names in by.items()} for tag, by in found.items()}


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the rules may look at. Each field is read as a whole; a rule names those it reads."""

    event: EventFact
    today: date | None = None
    limits: Limits = field(default_factory=Limits)
    items: Mapping[int, Item] = field(default_factory=lambda: _NOTHING)
    elsewhere: Mapping[int, Item] = field(default_factory=lambda: _NOTHING)
    delegations: tuple[Delegation, ...] = ()
    members: Mapping[int, Member] = field(default_factory=lambda: _NOTHING)
    on_tracks: tuple[OnTrack, ...] = ()
    spellings: Spellings = field(default_factory=lambda: _NO_SPELLINGS)
    places: Places = field(default_factory=Places)
    logistics: Logistics = field(default_factory=Logistics)
    cares: tuple[Care, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    plans: tuple[Plan, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    busy: tuple[BusySpan, ...] = ()
    flags: tuple[Flag, ...] = ()
    gift_limit: tuple[int, str] = (300_000, "RUB")
    issued: tuple[Issued, ...] = ()
    promises: tuple[Promise, ...] = ()
    signed: tuple[Signed, ...] = ()
    cases: tuple[CaseNeeded, ...] = ()
    tasks: tuple[TaskFact, ...] = ()
    last: Reception | None = None
    renamed: tuple[Renamed, ...] = ()
    knows: Knowledge = field(default_factory=Knowledge)

    def said(self, words: Text) -> str:
        """Return a text in the first language of the event that has it."""
        return words.first(*self.event.languages)
