"""What the plan of a signing is made of: its texts, who signs them, and the seats (handbook 3.11)."""

from __future__ import annotations

from typing import NamedTuple

from planner.documents.data import EventData, HeadingData, ItemData, SeatingData
from planner.documents.person_data import PersonData
from planner.rules.kinds import Side
from planner.rules.text import EMPTY, Language, Text


class PartyData(NamedTuple):
    """A party to the texts: a delegation, with the languages its side reads, the first leading its copy."""

    id: int
    side: Side
    name: Text = EMPTY
    languages: tuple[Language, ...] = ()


class SignatoryData(NamedTuple):
    """Who signs for a party, and the paper the power to sign rests on; "" until it has been seen."""

    id: int
    party_id: int
    person: PersonData | None = None
    position: Text = EMPTY
    powers: str = ""


class SignedTextData(NamedTuple):
    """A text that is signed. `agreed` and `final` are SHA-256 of its files, `ready` the ticked points."""

    id: int
    title: Text
    originals: int | None = None
    languages: tuple[Language, ...] = ()
    minutes: int | None = None
    agreed: str = ""
    final: str = ""
    final_file: str = ""
    ready: tuple[str, ...] = ()
    signatories: tuple[SignatoryData, ...] = ()
    parties: int = 0  # so many there are, also those for whom nobody is named yet
    note: str = ""


class SigningData(NamedTuple):
    """The signing at one item: `seats` is the plan of its table, where there is one."""

    event: EventData
    heading: HeadingData
    item: ItemData
    parties: tuple[PartyData, ...] = ()
    texts: tuple[SignedTextData, ...] = ()
    seats: SeatingData | None = None
