"""What the papers around a meeting are made of: its run, its record, what was promised and what is written of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.documents.data import (
    DelegationData,
    EventData,
    HeadingData,
    ItemData,
    PartData,
    ParticipantData,
    PlaceData,
)
from planner.documents.person_data import PersonData
from planner.rules.kinds import ItemState, Role, Side
from planner.rules.text import EMPTY, Text


class InChargeData(NamedTuple):
    """Who is in charge, with the telephone kept of them."""

    who: PartData
    phone: str = ""


class RunLineData(NamedTuple):
    """A line of a run sheet; minutes are the host's wall clock from midnight of `day`, `end` may pass 1440.

    `offset` counts from the beginning of the day's principal item; `action`, `words`, `cue`, `technician`,
    `position` and what follows `alert` are the office's own words, in no language that is told.
    """

    id: int
    day: date
    start: int
    end: int
    offset: int | None
    title: Text
    state: ItemState = ItemState.CONFIRMED
    action: str = ""
    people: tuple[PartData, ...] = ()
    words: str = ""
    cue: str = ""
    technician: str = ""
    place: PlaceData = PlaceData()
    position: str = ""
    in_charge: tuple[InChargeData, ...] = ()
    began: int | None = None
    ended: int | None = None
    hard: bool = False
    principal: bool = False
    part: bool = False  # of the item above it
    lead: int | None = None
    alert: str = ""
    met_by: str = ""
    path: str = ""
    microphone: str = ""
    handed_over: str = ""
    assistants: str = ""


class RunSheetData(NamedTuple):
    """The run sheet of an event (handbook 2.5)."""

    event: EventData
    heading: HeadingData
    rows: tuple[RunLineData, ...]


class OwnItemData(NamedTuple):
    """An item somebody takes part in, with the role there and what has to be known of it."""

    item: ItemData
    role: Role
    dress: str = ""
    interpretation: str = ""
    lead: int | None = None
    day: date | None = None  # and minutes, on the host's clock
    start: int = 0
    end: int | None = None


class PersonalData(NamedTuple):
    """The schedule of one participant, with whoever looks after them."""

    event: EventData
    heading: HeadingData
    participant: ParticipantData
    side: Side
    items: tuple[OwnItemData, ...]
    officers: tuple[InChargeData, ...] = ()


class StatementData(NamedTuple):
    """A paragraph of a note; `part` says where it stands, `person` whose words or whose place it is."""

    id: int
    part: str
    words: Text
    person: PersonData | None = None
    item_id: int = 0
    approved_by: str = ""


class RecordData(NamedTuple):
    """A paragraph of the minutes: "heard", "spoke" or "resolved"."""

    id: int
    kind: str
    words: Text
    person: PersonData | None = None


class TopicRecordData(NamedTuple):
    """A topic of the minutes with its record."""

    id: int
    title: Text
    records: tuple[RecordData, ...]


class CommitmentData(NamedTuple):
    """Something promised; `side` where no person is named."""

    id: int
    words: Text
    person: PersonData | None = None
    side: str = ""
    due: date | None = None
    state: str = "open"
    result: str = ""
    co_owners: tuple[Text, ...] = ()  # who else does it; "und" as it was typed
    control: Text = EMPTY  # who watches over it


class MinutesData(NamedTuple):
    """The minutes of a meeting (handbook 2.19): who was there, what was said, what was promised."""

    event: EventData
    heading: HeadingData
    meeting: ItemData | None
    delegations: tuple[DelegationData, ...]
    topics: tuple[TopicRecordData, ...]
    commitments: tuple[CommitmentData, ...]
    notes: tuple[StatementData, ...] = ()  # "number", "secretary"


class PictureData(NamedTuple):
    """A photograph: its caption, who took it, its file by SHA-256 ("" for none) and its size in pixels."""

    id: int
    caption: Text
    consent: bool = False
    credit: str = ""
    sha256: str = ""
    width: int = 0
    height: int = 0


class ProfileData(NamedTuple):
    """Somebody a letter or biography is of. `said` is how the name is pronounced, `names` in every language kept."""

    participation_id: int
    person: PersonData
    side: Side
    gender: str = ""
    since: date | None = None
    checked: date | None = None
    languages: tuple[str, ...] = ()
    said: Text = EMPTY
    portrait: PictureData | None = None


class EncounterData(NamedTuple):
    """An event of the history of contacts."""

    id: int
    title: Text
    place: Text
    from_day: date
    to_day: date
    later: bool = False  # what this event leads to


class AgreementData(NamedTuple):
    """An agreement an event is about."""

    id: int
    title: Text
    signed_on: date | None = None


class PresentData(NamedTuple):
    """A present that was given; `value` in minor units of `currency`."""

    id: int
    title: Text
    from_us: bool
    person: PersonData | None = None
    value: int | None = None
    currency: str = ""


class NoteData(NamedTuple):
    """What is written of an event or a person: press note, letter, biography, briefing, report, approval."""

    event: EventData
    heading: HeadingData
    statements: tuple[StatementData, ...] = ()
    delegations: tuple[DelegationData, ...] = ()
    at: ItemData | None = None
    profile: ProfileData | None = None
    topics: tuple[TopicRecordData, ...] = ()
    lines: tuple[RunLineData, ...] = ()
    agreements: tuple[AgreementData, ...] = ()
    encounters: tuple[EncounterData, ...] = ()
    commitments: tuple[CommitmentData, ...] = ()
    presents: tuple[PresentData, ...] = ()
    captions: tuple[PictureData, ...] = ()
    salutations: str = ""  # the office's own forms of address, as JSON


class WeekLineData(NamedTuple):
    """An item of the weekly plan, with its event."""

    id: int
    event: Text
    item: ItemData
    day: date
    start: int
    end: int | None = None


class WeekData(NamedTuple):
    """All events of a week, or of the weeks an event lasts."""

    event: EventData
    heading: HeadingData
    first: date
    last: date
    lines: tuple[WeekLineData, ...]


class TaskData(NamedTuple):
    """Something to be done: its day and how it is counted ("T−5", "" for a fixed one), who does it, when it was done.

    `code` is one of the handbook's, whose words stand where the office has none of its own.
    """

    id: int
    code: str
    title: str
    owner: str
    due: date | None = None
    counted: str = ""
    done_on: date | None = None
    person: PersonData | None = None
    item: Text = EMPTY
    note: str = ""


class TasksData(NamedTuple):
    """What is to be done before an event and after it, in order of the days (handbook 1.2)."""

    event: EventData
    heading: HeadingData
    tasks: tuple[TaskData, ...] = ()


class GuestData(NamedTuple):
    """Somebody invited. `with_spouse` where the spouse is meant too."""

    id: int
    person: PersonData | None
    position: Text = EMPTY
    with_spouse: bool = False
    state: str = "draft"


class InvitationsData(NamedTuple):
    """Invitations to one item, in the name of the host's head (handbook 2.17)."""

    event: EventData
    heading: HeadingData
    item: ItemData
    host: PersonData | None
    guests: tuple[GuestData, ...]
    dress: str = ""
    notes: tuple[StatementData, ...] = ()  # "reply"
