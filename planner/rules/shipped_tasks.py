"""The tasks the program knows: a visit's (handbook 1.2), a conference's, and those of what is signed (3.11)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from planner.rules.findings import mark
from planner.rules.kinds import EventKind
from planner.rules.preparation import Anchor

NEAR = 3
"""Working days next to an event that are not scaled: cards are not printed earlier because there is more time."""


class Shipped(NamedTuple):
    """A task of the handbook: its code, its words and those of its owner (catalog ids), and its working days.

    `kinds` are the events it belongs to; `signing` that it belongs wherever something is signed.
    """

    code: str
    title: str
    owner: str
    offset: int
    kinds: frozenset[EventKind]
    signing: bool = False

    @property
    def anchor(self) -> Anchor:
        """Return the day it is counted from: the last one for what comes after."""
        return Anchor.END if self.offset > 0 else Anchor.START


SCALES = {
    EventKind.VISIT: (90, 30), EventKind.CONFERENCE: (90, 30), EventKind.RECEPTION: (30, 7),
}  # fmt: skip
"""How far before and after an event its tasks reach, where the handbook's visit has 90 and 30."""
SMALL = (14, 7)
"""The same for a working meeting and everything else: T-14 to T+7."""


def scaled(offset: int, kind: EventKind) -> int:
    """Return the offset a visit's task has at another kind of event; order is kept, and so are the last days."""
    before, after = SCALES.get(kind, SMALL)
    most, whole = (after, 30) if offset > 0 else (before, 90)
    size = abs(offset)
    size = size if most == whole else max(min(size, NEAR), ceil(size * most / whole))
    return size if offset > 0 else -size


def shipped_for(kind: EventKind, *, signing: bool = False) -> tuple[tuple[Shipped, int], ...]:
    """Return the handbook's tasks for a kind of event with their offsets there, in order; `signing` adds 3.11's."""
    found = [one for one in TASKS if kind in one.kinds or (one.signing and (signing or kind is EventKind.SIGNING))]
    placed = [(one, one.offset if one.kinds == _CONFERENCE else scaled(one.offset, kind)) for one in found]
    return tuple(sorted(placed, key=lambda pair: pair[1]))


def shipped(code: str) -> Shipped | None:
    """Return a task of the handbook by its code."""
    return _BY_CODE.get(code)


PROTOCOL, INTERNATIONAL, HEAD = mark("protocol"), mark("international department"), mark("head of the office")
LEGAL, FINANCE, VISA = mark("legal department"), mark("finance"), mark("visa clerk")
DEPARTMENTS, TRANSLATORS, PRESS = mark("departments"), mark("translators"), mark("press service")
SECURITY, TECHNICIANS, SPEECHES = mark("security"), mark("technicians"), mark("speechwriter")
COMMITTEE, CATERING, DRIVERS = mark("organising committee"), mark("catering"), mark("head of motorcade")
OWNERS = (
    PROTOCOL, INTERNATIONAL, HEAD, LEGAL, FINANCE, VISA, DEPARTMENTS, TRANSLATORS, PRESS, SECURITY, TECHNICIANS,
    SPEECHES, COMMITTEE, CATERING, DRIVERS,
)  # fmt: skip
"""Who does the handbook's tasks (1.2, 1.3)."""

_ANY = frozenset(EventKind)
_LONG = frozenset({EventKind.VISIT, EventKind.CONFERENCE})
_VISIT = frozenset({EventKind.VISIT})
_CONFERENCE = frozenset({EventKind.CONFERENCE})
_TABLE = _LONG | {EventKind.RECEPTION}
_NONE: frozenset[EventKind] = frozenset()

TASKS: Sequence[Shipped] = (
    Shipped("hall", mark("Book the venue and name the organising committee"), COMMITTEE, -180, _CONFERENCE),
    Shipped("call", mark("Close the call for papers"), COMMITTEE, -120, _CONFERENCE),
    Shipped("relations", mark("Look through the file on relations: agreements, last visits, open commitments"),
            INTERNATIONAL, -90, _ANY),
    Shipped("dates", mark("Offer three dates; look up holidays, fasts and elections of both sides"),
            PROTOCOL, -75, _ANY),
    Shipped("concept", mark("Write the concept note: purpose, level, reciprocity"), INTERNATIONAL, -65, _LONG),
    Shipped("decision", mark("Get the decision of the head"), PROTOCOL, -60, _ANY),
    Shipped("ministry", mark("Tell the representative of the foreign ministry"), INTERNATIONAL, -60, _LONG),
    Shipped("invitation", mark("Send the letter of invitation: dates, purpose, how many, who pays what"),
            HEAD, -60, _ANY),
    Shipped("order", mark("Issue the order with responsible persons and the estimate"), LEGAL, -60, _LONG),
    Shipped("sections", mark("Publish the programme with its sections"), COMMITTEE, -60, _CONFERENCE),
    Shipped("coordinators", mark("Name a coordinator on each side and open the contact sheet"), PROTOCOL, -55, _ANY),
    Shipped("questionnaire", mark("Ask the delegation for its data: names, posts, diet, arrival"),
            PROTOCOL, -45, _ANY),
    Shipped("visas", mark("Send the visa support letters"), VISA, -45, _LONG),
    Shipped("registration", mark("Arrange the registration of foreign guests"), VISA, -45, _LONG),
    Shipped("access-rules", mark("Ask sites and security which access lists they want, and by when"),
            SECURITY, -45, _LONG),
    Shipped("programme-0", mark("Draft the programme in blocks"), PROTOCOL, -40, _ANY),
    Shipped("venues", mark("Put the venues on hold"), PROTOCOL, -40, _ANY),
    Shipped("programme-1", mark("Send the first version of the programme to the guests"), PROTOCOL, -30, _LONG),
    Shipped("hotel", mark("Book the hotel rooms"), PROTOCOL, -30, _LONG),
    Shipped("cars", mark("Book cars and drivers"), DRIVERS, -30, _LONG),
    Shipped("interpreters", mark("Engage interpreters: languages, mode, topics"), PROTOCOL, -30, _ANY),
    Shipped("estimate", mark("Have the estimate approved"), FINANCE, -30, _TABLE),
    Shipped("enrolment", mark("Close the registration of participants"), COMMITTEE, -30, _CONFERENCE),
    Shipped("receptions", mark("Send the invitations to receptions"), PROTOCOL, -21, _TABLE),
    Shipped("programme-2", mark("Agree the programme with the other side"), PROTOCOL, -14, _ANY),
    Shipped("counterparts", mark("Match the counterparts"), PROTOCOL, -14, _ANY),
    Shipped("briefs", mark("Have the departments write their briefs"), DEPARTMENTS, -14, _ANY),
    Shipped("powers", mark("Ask for the powers to sign"), LEGAL, -14, _NONE, signing=True),
    Shipped("texts", mark("Exchange the texts to sign, translate them and compare them line by line"),
            LEGAL, -14, _NONE, signing=True),
    Shipped("survey", mark("Walk the route with a stopwatch: doors, lifts, parking, shade"), PROTOCOL, -10, _LONG),
    Shipped("plan-b", mark("Prepare plan B for the weather"), PROTOCOL, -10, _VISIT),
    Shipped("access", mark("Send the access lists to sites and security"), SECURITY, -10, _ANY),
    Shipped("freeze", mark("Freeze names and posts: the list of participants is final"), PROTOCOL, -7, _ANY),
    Shipped("menu", mark("Settle the menu with diets and allergies"), CATERING, -7, _TABLE),
    Shipped("gifts", mark("Choose the gifts and enter their value"), PROTOCOL, -7, _ANY),
    Shipped("press-plan", mark("Settle the press plan"), PRESS, -7, _LONG),
    Shipped("interpreter-brief", mark("Give the interpreters the brief: glossary, speeches, list of names"),
            PROTOCOL, -7, _ANY),
    Shipped("final-programme", mark("Send the final programme to print"), COMMITTEE, -7, _CONFERENCE),
    Shipped("originals", mark("Print and bind the originals: languages clause, initials, ribbon, covers"),
            LEGAL, -7, _NONE, signing=True),
    Shipped("speeches", mark("Write the speeches and toasts, exchange them where that is the custom"),
            SPEECHES, -5, _ANY),
    Shipped("file", mark("Send the file to the office of the head"), PROTOCOL, -3, _ANY),
    Shipped("seating", mark("Settle the seating plans"), PROTOCOL, -3, _ANY),
    Shipped("cards", mark("Print cards, badges and signs"), PROTOCOL, -3, _ANY),
    Shipped("motorcade", mark("Settle the order of the motorcade"), DRIVERS, -3, _VISIT),
    Shipped("alternat", mark("Look at the alternat of each original"), LEGAL, -3, _NONE, signing=True),
    Shipped("replies", mark("Ask those who have not answered their invitations"), PROTOCOL, -2, _TABLE),
    Shipped("rehearsal", mark("Rehearse with technicians and interpreters"), PROTOCOL, -1, _LONG),
    Shipped("flags", mark("Look at flags, anthems, microphones, water, heating"), TECHNICIANS, -1, _ANY),
    Shipped("passes", mark("Issue the car passes; look at flights and weather again"), PROTOCOL, -1, _VISIT),
    Shipped("pens", mark("Lay out two tested pens for each signatory, and a blotter"),
            PROTOCOL, -1, _NONE, signing=True),
    Shipped("revision", mark("Compare the text on the table with the agreed revision"),
            LEGAL, -1, _NONE, signing=True),
    Shipped("run", mark("Keep the run sheet with the real times, and the sign-in sheet"), PROTOCOL, 0, _ANY),
    Shipped("press", mark("Publish the press note with photographs agreed by both sides"), PRESS, 1, _ANY),
    Shipped("gift-notices", mark("Register the gifts received"), PROTOCOL, 1, _ANY),
    Shipped("thanks", mark("Send the letters of thanks"), PROTOCOL, 3, _ANY),
    Shipped("minutes", mark("Send the minutes to both sides"), PROTOCOL, 3, _ANY),
    Shipped("commitments", mark("Have the list of commitments signed off: who, what, by when"), DEPARTMENTS, 7, _ANY),
    Shipped("contacts", mark("Bring the contacts up to date"), PROTOCOL, 7, _LONG),
    Shipped("report", mark("Write the final report"), PROTOCOL, 14, _ANY),
    Shipped("expenses", mark("Account for the expenses"), FINANCE, 14, _TABLE),
    Shipped("archive", mark("Put the file into the archive and propose the next date"), PROTOCOL, 30, _LONG),
    Shipped("proceedings", mark("Publish the proceedings and the resolution"), COMMITTEE, 30, _CONFERENCE),
)  # fmt: skip
"""The tasks of handbook 1.2 as a visit has them, and those of a conference and of a signing (3.11)."""
_BY_CODE = {one.code: one for one in TASKS}
