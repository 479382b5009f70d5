"""The kinds of the trade: events, sides, capacities, items, audiences (glossary of the handbook)."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What an event is (handbook 1.1)."""

    VISIT = "visit"
    MEETING = "meeting"
    COURTESY_CALL = "courtesy-call"
    TALKS = "talks"
    SIGNING = "signing"
    CONFERENCE = "conference"
    RECEPTION = "reception"
    OTHER = "other"


class EventState(StrEnum):
    """How far an event has come."""

    IDEA = "idea"
    PREPARATION = "preparation"
    AGREED = "agreed"
    OVER = "over"
    CANCELLED = "cancelled"


class LinkKind(StrEnum):
    """Why one event is joined to another."""

    LEADS_TO = "leads-to"
    PART_OF = "part-of"
    SEE_ALSO = "see-also"


class Side(StrEnum):
    """On whose side somebody takes part; never inferred from a name (handbook 0)."""

    HOST = "host"
    GUEST = "guest"
    INVITED = "invited"
    STAFF = "staff"


class Capacity(StrEnum):
    """In what capacity somebody belongs to a delegation (handbook 3.2)."""

    HEAD = "head"
    DEPUTY_HEAD = "deputy-head"
    MEMBER = "member"
    ADVISER = "adviser"
    AIDE = "aide"
    INTERPRETER = "interpreter"
    PRESS = "press"
    SECURITY = "security"
    DRIVER = "driver"


class ParticipationState(StrEnum):
    """Whether somebody comes."""

    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    SUBSTITUTE = "substitute"
    ATTENDED = "attended"


class ItemKind(StrEnum):
    """What a line of the programme is."""

    MEETING = "meeting"
    TALKS = "talks"
    SIGNING = "signing"
    CEREMONY = "ceremony"
    MEAL = "meal"
    RECEPTION = "reception"
    SITE_VISIT = "site-visit"
    CULTURE = "culture"
    MOVEMENT = "movement"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    FREE_TIME = "free-time"
    BREAK = "break"
    PRESS = "press"
    BRIEFING = "briefing"
    TOPIC = "topic"
    PLENARY = "plenary"
    SESSION = "session"
    TALK = "talk"
    OTHER = "other"


class ItemState(StrEnum):
    """How firm an item is."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Audience(StrEnum):
    """Whose page an item may stand on."""

    GUEST = "guest"
    WORKING = "working"
    PRESS = "press"
    INTERNAL = "internal"


class Role(StrEnum):
    """What somebody does in an item."""

    TAKES_PART = "takes-part"
    CHAIR = "chair"
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    CO_MODERATOR = "co-moderator"
    IN_CHARGE = "in-charge"
    INTERPRETER = "interpreter"


class NameOrder(StrEnum):
    """How a person's name is written in one language (handbook 4.1)."""

    SURNAME_FIRST = "surname-first"
    GIVEN_FIRST = "given-first"


class OrganisationKind(StrEnum):
    """What an organisation is."""

    CITY = "city"
    MINISTRY = "ministry"
    EMBASSY = "embassy"
    CONSULATE = "consulate"
    UNIVERSITY = "university"
    SCHOOL = "school"
    COMPANY = "company"
    ASSOCIATION = "association"
    INTERNATIONAL = "international"
    OTHER = "other"


class RoomLayout(StrEnum):
    """How a room is set; its capacity differs by layout."""

    TABLE = "table"
    THEATRE = "theatre"
    CLASSROOM = "classroom"
    BANQUET = "banquet"
    STANDING = "standing"
    U_SHAPE = "u-shape"
