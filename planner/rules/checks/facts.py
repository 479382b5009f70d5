"""The facts the checks look at: plain values of one event, and of what it shares with the office's other events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.rules.busy import BusySpan
from planner.rules.calendar import Anniversary, FeastDay
from planner.rules.checks.limits import Limits
from planner.rules.checks.logistics_facts import Logistics, Places
from planner.rules.checks.people_facts import NO_SPELLINGS, Care, Delegation, Member, OnTrack, Spellings
from planner.rules.kinds import Audience, EventKind, EventState, ItemKind, ItemState, Role, Side
from planner.rules.preparation import TaskFact
from planner.rules.said import Said
from planner.rules.seating_score import Bent
from planner.rules.text import EMPTY, Language, Text, text
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
    feast_name: Callable[[str, str], Text] = lambda feast, _country: text(en=feast)
    greeting: Callable[[str, str, tuple[Language, ...]], Text] = lambda _feast, _country, _languages: EMPTY
    dates_in: Callable[[str, Language, int], tuple[tuple[date, int | None], ...]] = lambda _words, _language, _year: ()
    sabbath: Callable[[str], bool] = lambda _country: False
    wrong_script: Callable[[str, Language], bool] = lambda _words, _language: False


_NOTHING: Mapping[int, Any] = MappingProxyType({})
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
    spellings: Spellings = field(default_factory=lambda: NO_SPELLINGS)
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
    private_kept: int = 0  # issued versions that bear private data and can still be opened
    promises: tuple[Promise, ...] = ()
    signed: tuple[Signed, ...] = ()
    cases: tuple[CaseNeeded, ...] = ()
    tasks: tuple[TaskFact, ...] = ()
    last: Reception | None = None
    renamed: tuple[Renamed, ...] = ()
    knows: Knowledge = field(default_factory=Knowledge)

    def said(self, words: Text) -> Said:
        """Return a text in the first language of the event that has it; whoever reads another of them gets that."""
        return Said.of(words, self.event.languages)
