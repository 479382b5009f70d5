"""What the kinds of the trade are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from planner.language import catalog
from planner.language.catalog import mark
from planner.rules.kinds import Capacity, ItemKind, NameOrder, OrganisationKind, ParticipationState, RoomLayout, Side
from planner.rules.text import Language
from ui.common.pill import Tone
from ui.translate import t

SIDES = {
    Side.GUEST: mark("Guests"),
    Side.HOST: mark("Hosts"),
    Side.INVITED: mark("Invited persons"),
    Side.STAFF: mark("Staff"),
}
CAPACITIES = {
    Capacity.HEAD: mark("Head of delegation"),
    Capacity.DEPUTY_HEAD: mark("Deputy head"),
    Capacity.MEMBER: mark("Member"),
    Capacity.ADVISER: mark("Adviser"),
    Capacity.AIDE: mark("Aide"),
    Capacity.INTERPRETER: mark("Interpreter"),
    Capacity.PRESS: mark("Press"),
    Capacity.SECURITY: mark("Security"),
    Capacity.DRIVER: mark("Driver"),
}
STATES = {
    ParticipationState.INVITED: mark("Invited"),
    ParticipationState.CONFIRMED: mark("Confirmed"),
    ParticipationState.DECLINED: mark("Declined"),
    ParticipationState.SUBSTITUTE: mark("Substitute"),
    ParticipationState.ATTENDED: mark("Attended"),
}
STATE_TONES = {
    ParticipationState.INVITED: Tone.NEUTRAL,
    ParticipationState.CONFIRMED: Tone.FINE,
    ParticipationState.DECLINED: Tone.ATTENTION,
    ParticipationState.SUBSTITUTE: Tone.ATTENTION,
    ParticipationState.ATTENDED: Tone.FINE,
}
SIDE_TONES = {
    Side.GUEST: Tone.GUEST,
    Side.HOST: Tone.HOST,
    Side.INVITED: Tone.INVITED,
    Side.STAFF: Tone.NEUTRAL,
}
ORGANISATIONS = {
    OrganisationKind.CITY: mark("City or region"),
    OrganisationKind.MINISTRY: mark("Ministry or agency"),
    OrganisationKind.EMBASSY: mark("Embassy"),
    OrganisationKind.CONSULATE: mark("Consulate"),
    OrganisationKind.UNIVERSITY: mark("University"),
    OrganisationKind.SCHOOL: mark("School"),
    OrganisationKind.COMPANY: mark("Company"),
    OrganisationKind.ASSOCIATION: mark("Association"),
    OrganisationKind.INTERNATIONAL: mark("International organisation"),
    OrganisationKind.OTHER: mark("Other"),
}
ITEM_KINDS = {
    ItemKind.MEETING: mark("Meeting"),
    ItemKind.TALKS: mark("Talks"),
    ItemKind.SIGNING: mark("Signing"),
    ItemKind.CEREMONY: mark("Ceremony"),
    ItemKind.MEAL: mark("Meal"),
    ItemKind.RECEPTION: mark("Reception"),
    ItemKind.SITE_VISIT: mark("Site visit"),
    ItemKind.CULTURE: mark("Culture"),
    ItemKind.MOVEMENT: mark("Transfer"),
    ItemKind.ARRIVAL: mark("Arrival"),
    ItemKind.DEPARTURE: mark("Departure"),
    ItemKind.FREE_TIME: mark("Free time"),
    ItemKind.BREAK: mark("Break"),
    ItemKind.PRESS: mark("Press event"),
    ItemKind.BRIEFING: mark("Briefing"),
    ItemKind.TOPIC: mark("Topic"),
    ItemKind.PLENARY: mark("Plenary session"),
    ItemKind.SESSION: mark("Session"),
    ItemKind.TALK: mark("Talk"),
    ItemKind.OTHER: mark("Other item"),
}
LAYOUTS = {
    RoomLayout.TABLE: mark("Round a table"),
    RoomLayout.THEATRE: mark("Theatre"),
    RoomLayout.CLASSROOM: mark("Classroom"),
    RoomLayout.BANQUET: mark("Banquet"),
    RoomLayout.STANDING: mark("Standing"),
    RoomLayout.U_SHAPE: mark("U-shape"),
}
NAME_ORDERS = {
    NameOrder.SURNAME_FIRST: mark("Surname first"),
    NameOrder.GIVEN_FIRST: mark("Given name first"),
}

_KINDS: dict[type[StrEnum], Mapping[Any, str]] = {
    Side: SIDES,
    Capacity: CAPACITIES,
    ParticipationState: STATES,
    OrganisationKind: ORGANISATIONS,
    ItemKind: ITEM_KINDS,
    RoomLayout: LAYOUTS,
    NameOrder: NAME_ORDERS,
}


def sentence(kind: StrEnum) -> str:
    """Return the catalog id of what a kind is called."""
    return _KINDS[type(kind)][kind]


def word(kind: StrEnum) -> str:
    """Return what a kind is called in the interface's language."""
    return t(sentence(kind))


def word_in(kind: StrEnum, language: Language) -> str:
    """Return what a kind is called in any language the program speaks."""
    return catalog.text(sentence(kind), language)


def choices(kind: type[StrEnum]) -> list[tuple[StrEnum, str]]:
    """Return every kind of one sort with what it is called, for a field of choices."""
    return [(one, word(one)) for one in kind]
