"""What papers are made of: frozen values gathered by `queries.for_documents`, free of any session.

Times are wall minutes of the day (0..1439); days are `date`; every text carries all its languages.
Rows are named tuples because a list of participants may hold 85,000 of them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.documents.person_data import PersonData
from planner.rules.flags_order import Stand
from planner.rules.kinds import Audience, Capacity, EventKind, ItemKind, ItemState, Role, Side
from planner.rules.places import Furniture, Opening, PlanKind, SeatUse
from planner.rules.text import EMPTY, Language, Text


class PlaceData(NamedTuple):
    """Where an item happens; any part may be empty. `seats` is how many the room seats for it, 0 where not known."""

    room: Text = EMPTY
    venue: Text = EMPTY
    address: Text = EMPTY
    seats: int = 0


class PartData(NamedTuple):
    """Somebody in an item: a person, or a whole side, delegation or track named by `group`."""

    role: Role
    person: PersonData | None = None
    side: Side | None = None
    group: Text = EMPTY


class ItemData(NamedTuple):
    """One item of a programme, with its parts (topics of a meeting, talks of a session) in order.

    `start` is None for an item of the pool, without a time; `end` may be None (an arrival).
    """

    id: int
    day: date | None
    start: int | None
    end: int | None
    end_day: date | None
    zone: str
    title: Text
    note: Text = EMPTY
    kind: ItemKind = ItemKind.OTHER
    state: ItemState = ItemState.CONFIRMED
    audience: frozenset[Audience] = frozenset({Audience.GUEST, Audience.WORKING})
    place: PlaceData = PlaceData()
    principal: bool = False  # stands out on the page
    tracks: tuple[Text, ...] = ()
    people: tuple[PartData, ...] = ()
    parts: tuple[ItemData, ...] = ()
    minutes: int | None = None  # planned length of a topic
    alert: str = ""  # of weather or a late flight; in the office's own words, as its note, and never on a table copy
    internal_note: str = ""
    dress: str = ""  # a code of the handbook's list
    interpretation: str = ""  # "consecutive", "simultaneous", "whispered"
    vehicles: tuple[str, ...] = ()  # name and plate in the order of the motorcade; never on a table copy
    form: str = ""  # of a talk: "in-person", "online"
    slides: bool = False  # of a talk: it comes with slides


class ParticipantData(NamedTuple):
    """One line of a list; `person` is None while the delegation has only named a post ("to be confirmed")."""

    id: int
    capacity: Capacity
    person: PersonData | None
    position: Text = EMPTY  # the post printed at this event; wins over the person's own
    state: str = "confirmed"


class DelegationData(NamedTuple):
    """A block of a list, in order of precedence already. `heading` is the authored "From the Kyrgyz side"."""

    id: int
    side: Side
    heading: Text
    organisation: Text
    members: tuple[ParticipantData, ...]


class HeadingData(NamedTuple):
    """The authored heading of one paper of one event; empty texts fall back to the paper's own name."""

    title: Text = EMPTY
    subtitle: Text = EMPTY


class EventData(NamedTuple):
    """What every paper says of its event. `changed_at` is the UTC time of the event's last change."""

    id: int
    kind: EventKind
    title: Text
    place: Text
    from_day: date
    to_day: date
    host_zone: str
    guest_zone: str
    languages: tuple[Language, ...]  # the event's own, in order
    host_languages: tuple[Language, ...]  # language(s) of the host's side; the first leads the host's copy
    guest_languages: tuple[Language, ...]
    office: Text
    changed_at: str  # ISO 8601, "2024-04-09T10:40:00+00:00"
    version: int | None = None  # None: not issued, the paper bears DRAFT
    issued_at: str | None = None
    replaces: int | None = None
    guest_first_in_host_list: bool = True  # handbook 3.9
    template: str = ""  # what the office changed in the paper, as JSON (`rules.templates.read`)
    approver: PersonData | None = None  # the head of the host's side
    initials_gap: bool = True  # "А. А. Кабаев", not "А.А. Кабаев"


class CoordinatorData(NamedTuple):
    """Whom guests call on the way: a liaison officer of ours, with the number given out for that."""

    person: PersonData
    phone: str = ""


class ProgrammeData(NamedTuple):
    """Programme of stay, agenda and running order."""

    event: EventData
    heading: HeadingData
    items: tuple[ItemData, ...]
    principal_item: int | None = None  # the agenda's own item, when there is more than one
    headed: Text = EMPTY  # whom the guests are headed by: "с первым заместителем мэра К. Иманалиевым"
    coordinators: tuple[CoordinatorData, ...] = ()


class MemberFactsData(NamedTuple):
    """What the office's own copy of a list says of a member beside the post; `languages` are tags (handbook 2.4)."""

    id: int
    languages: tuple[Language, ...] = ()
    phone: str = ""
    room: str = ""
    diet: str = ""


class ParticipantsData(NamedTuple):
    """List of participants: bilateral, of one delegation, or of a whole conference."""

    event: EventData
    heading: HeadingData
    delegations: tuple[DelegationData, ...]
    at: ItemData | None = None  # place and time printed under the title of a meeting's list
    known: tuple[MemberFactsData, ...] = ()  # gathered for the office's own copy alone


class RoomData(NamedTuple):
    """A room in centimetres, its door below; without doors no walls are drawn (a car, a photograph)."""

    width: float
    depth: float
    doors: tuple[Opening, ...] = ()
    windows: tuple[Opening, ...] = ()
    camera: Opening | None = None
    flags: tuple[Text, ...] = ()  # from the observer's left to right
    flags_at: Opening | None = None


class SeatData(NamedTuple):
    """A seat of a plan with who sits there; `number` 0 is printed as none, `position` wins over the person's own."""

    key: str
    part: str
    x: float
    y: float
    facing: float
    number: int
    side: Side | None = None
    use: SeatUse = SeatUse.ANYBODY
    participation_id: int = 0  # 0: nobody
    person: PersonData | None = None
    position: Text = EMPTY
    member_side: Side | None = None  # on whose side the one who sits there is


class SeatingData(NamedTuple):
    """A plan of seats, with its people: of a table, a car, a photograph, a signing."""

    event: EventData
    heading: HeadingData
    kind: PlanKind
    seats: tuple[SeatData, ...]
    furniture: tuple[Furniture, ...]
    room: RoomData
    sides_apart: bool = True  # each side has seats of its own
    at: ItemData | None = None
    id: int = 0


class FlagData(NamedTuple):
    """A flag on its pole, or one of a crossed pair, `in_front` where its pole is.

    `edition` and `since` say which design is in force: an old one in the cupboard is a real risk (W-46).
    """

    name: Text
    side: Side | None = None
    in_front: bool = False
    edition: str = ""
    since: date | None = None


class FlagLineData(NamedTuple):
    """Flags that stand together, from the observer's left to right, and the rule they follow, "" for a single one."""

    stand: Stand
    flags: tuple[FlagData, ...]
    why: str = ""


class FlagsData(NamedTuple):
    """Flags from the observer's left to right; `crossed` is a pair whose poles cross.

    `why` is the rule of `rules.flags_order.Why` they follow; `also` are other places of an event where flags stand.
    """

    event: EventData
    heading: HeadingData
    flags: tuple[FlagData, ...]
    crossed: bool = False
    at: ItemData | None = None
    id: int = 0
    stand: Stand = Stand.ROW
    why: str = ""
    also: tuple[FlagLineData, ...] = ()
