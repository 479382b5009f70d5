"""Printing: which papers there are, what may be chosen, and one paper made from an office."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection

from planner.documents import agenda, cards, flags_sheet, participants, programme, running_order, seating, ushers_plan
from planner.documents.content import Content
from planner.documents.data import EventData, FlagsData, ParticipantsData, SeatingData
from planner.documents.freeze import PaperData, thaw
from planner.documents.paper_lines import Shown, paper_lines
from planner.documents.render import FLOOR, LOWEST, render_pdf
from planner.errors import BadInput
from planner.language.catalog import mark
from planner.queries import for_documents, for_seating
from planner.queries.papers import PaperKey, VersionRow, blob, last_version, version
from planner.rules.kinds import Side
from planner.rules.paper_changes import Change, differences, marked
from planner.rules.text import Language


class Paper(StrEnum):
    """The papers that can be printed."""

    PROGRAMME = "programme"
    AGENDA = "agenda"
    RUNNING_ORDER = "running-order"
    PARTICIPANTS = "participants"
    SEATING = "seating"  # of whatever kind the plan is: a table, a car, a photograph, a signing
    USHERS_PLAN = "ushers-plan"
    PLACE_CARDS = "place-cards"
    NAME_PLATES = "name-plates"
    FLAGS = "flags"


OF_A_PLAN = frozenset({Paper.SEATING, Paper.USHERS_PLAN, Paper.PLACE_CARDS, Paper.NAME_PLATES, Paper.FLAGS})
"""The papers of a seating plan; the choice names the plan."""

TITLES = {
    Paper.PROGRAMME: mark("Programme of stay"),
    Paper.AGENDA: mark("Agenda"),
    Paper.RUNNING_ORDER: mark("Running order"),
    Paper.PARTICIPANTS: mark("List of participants"),
    Paper.SEATING: mark("Seating plan"),
    Paper.USHERS_PLAN: mark("Ushers’ plan"),
    Paper.PLACE_CARDS: mark("Place cards"),
    Paper.NAME_PLATES: mark("Name plates"),
    Paper.FLAGS: mark("Order of flags"),
}
"""What the window calls them."""


_OF_PLAN = ":"  # between a paper's name and the number of its plan, where versions are counted


class Choice(NamedTuple):
    """What to print and how.

    `languages` are a set when `copy_for` is given (that side's own stands first), an order when not.
    `item_id` names the meeting an agenda or list is of, `delegation_id` the one delegation of a list, `plan_id` the
    plan of seats.
    `body` is the size of the text in points; the principal's own copy has 14 to 16. `fit` makes it fit one page
    where that can be had within the handbook's floors. `version` names an issued version instead of the present draft.
    """

    paper: Paper
    event_id: int
    languages: tuple[Language, ...]
    arrangement: Literal["columns", "stacked", "facing"] = "columns"
    copy_for: Side | None = None
    edition: Literal["guest", "working"] = "guest"
    item_id: int | None = None
    delegation_id: int | None = None
    show_people: bool = False
    show_places: bool = True
    show_movements: bool = True
    body: float = 11
    version: int | None = None
    size: Literal["A3", "A4", "A5"] = "A4"
    landscape: bool = False
    fit: bool = False
    plan_id: int | None = None


class Printed(NamedTuple):
    """A finished paper: its content (for copying and checking) and its bytes."""

    content: Content
    pdf: bytes


class Standing(NamedTuple):
    """A paper's version in force, None where nothing was issued, and what changed since."""

    version: VersionRow | None
    changes: tuple[Change, ...]


def compose_paper(db: Connection, choice: Choice) -> Content:
    """Gather and compose a paper; raise NotPossible in words where the event cannot have it.

    A draft bears marks for what changed since the version in force.
    """
    return _composed(db, choice)[1]


def print_paper(db: Connection, choice: Choice) -> Printed:
    """Make a paper. Printing writes nothing; the same office gives the same bytes.

    An issued version gives the bytes it was issued with. Another copy of it (the other side's, larger letters) is
    made of its frozen data, and of nothing else.
    """
    data, content = _composed(db, choice)
    if choice.version is not None:
        issued = version(db, key_of(choice), choice.version)
        if issued.choice == looks_of(choice):
            return Printed(content, blob(db, issued.pdf))
    return Printed(content, render(content, choice, data.event))


def print_separately(db: Connection, choice: Choice) -> dict[Language, Printed]:
    """Make a paper once per language: two files of one version, with the same numbering and the same order."""
    order = compose_paper(db, choice).languages
    return {language: print_paper(db, choice._replace(languages=(language,))) for language in order}


def standing(db: Connection, choice: Choice) -> Standing:
    """Return the version in force of a paper, and what changed since: "v3 of 2 May · 4 changes since"."""
    last = last_version(db, key_of(choice))
    return Standing(last, () if last is None else _since(db, last, gather(db, choice), choice))


def gather(db: Connection, choice: Choice) -> PaperData:
    """Return what the draft of a paper is made of just now."""
    if choice.paper in OF_A_PLAN:
        if choice.plan_id is None:
            raise BadInput("Say which plan of seats: it has a number.")
        read = for_seating.flags_data if choice.paper is Paper.FLAGS else for_seating.seating_data
        return read(db, choice.plan_id)
    if choice.paper is Paper.PARTICIPANTS:
        return for_documents.participants_data(
            db, choice.event_id, delegation_id=choice.delegation_id, item_id=choice.item_id
        )
    return for_documents.programme_data(db, choice.event_id, paper=choice.paper.value, item_id=choice.item_id)


def compose(data: PaperData, choice: Choice, changed: Collection[int] = ()) -> Content:
    """Compose a paper of given data; `changed` are the rows that bear a mark in the margin."""
    if isinstance(data, SeatingData | FlagsData):
        return _of_a_plan(data, choice)
    if isinstance(data, ParticipantsData):
        return participants.compose(
            data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition,
            delegation=choice.delegation_id, changed=changed,
        )  # fmt: skip
    if choice.paper is Paper.PROGRAMME:
        return programme.compose(
            data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition,
            show_people=choice.show_people, show_places=choice.show_places, show_movements=choice.show_movements,
            changed=changed,
        )  # fmt: skip
    compose_plan = agenda.compose if choice.paper is Paper.AGENDA else running_order.compose
    return compose_plan(
        data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition, changed=changed
    )


def _of_a_plan(data: SeatingData | FlagsData, choice: Choice) -> Content:
    languages, copy_for = choice.languages, choice.copy_for
    if isinstance(data, FlagsData):
        return flags_sheet.compose(data, languages=languages, copy_for=copy_for)
    if choice.paper is Paper.NAME_PLATES:
        size: cards.PlateSize = "A5" if choice.size == "A5" else "A4"
        return cards.compose_plates(data, languages=languages, copy_for=copy_for, size=size)
    compose_sheet = {Paper.USHERS_PLAN: ushers_plan.compose, Paper.PLACE_CARDS: cards.compose_cards}
    return compose_sheet.get(choice.paper, seating.compose)(data, languages=languages, copy_for=copy_for)


def render(content: Content, choice: Choice, event: EventData) -> bytes:
    """Return the bytes of a composed paper; its time is that of its issue, of a draft that of the last change."""
    moment = event.issued_at or event.changed_at
    stamp = datetime.fromisoformat(moment) if moment else None
    return render_pdf(
        content, choice.arrangement, body=choice.body, size=choice.size, landscape=choice.landscape, fit=choice.fit,
        floor=LOWEST if choice.edition == "working" else FLOOR, changed_at=stamp,
    )  # fmt: skip


def key_of(choice: Choice) -> PaperKey:
    """Return what the versions of a paper are counted by: languages, copies and looks share one line of versions."""
    paper = choice.paper.value if choice.plan_id is None else f"{choice.paper.value}{_OF_PLAN}{choice.plan_id}"
    return PaperKey(choice.event_id, paper, choice.item_id, choice.delegation_id, choice.edition)


def looks_of(choice: Choice) -> dict[str, Any]:
    """Return how a version of a paper looks, beside what it is a version of, as it is kept with it."""
    return {
        "languages": list(choice.languages), "arrangement": str(choice.arrangement),
        "copy_for": choice.copy_for.value if choice.copy_for else None, "show_people": choice.show_people,
        "show_places": choice.show_places, "show_movements": choice.show_movements, "body": choice.body,
        "size": str(choice.size), "landscape": choice.landscape, "fit": choice.fit,
    }  # fmt: skip


def choice_of(issued: VersionRow) -> Choice:
    """Return the choice a version was issued with; printing it gives its bytes again."""
    looks = dict(issued.choice)
    side = looks.pop("copy_for")
    paper, _, plan = issued.key.paper.partition(_OF_PLAN)
    return Choice(
        Paper(paper), issued.key.event_id, tuple(looks.pop("languages")),
        copy_for=Side(side) if side else None, edition="working" if issued.key.edition == "working" else "guest",
        item_id=issued.key.item_id, delegation_id=issued.key.delegation_id, version=issued.number,
        plan_id=int(plan) if plan else None, **looks,
    )  # fmt: skip


def frozen(db: Connection, issued: VersionRow) -> PaperData:
    """Return the data a version was made of."""
    return thaw(blob(db, issued.frozen))


def changes_between(
    old: PaperData, new: PaperData, choice: Choice, *, earlier: Mapping[str, Any] | None = None
) -> tuple[Change, ...]:
    """Return what a reader of this paper finds changed; `earlier` are the looks of the other version.

    What either of the two shows is compared: places, people, movements.
    """
    also = earlier or {}
    shown = Shown(
        choice.paper.value, choice.languages, choice.edition, choice.delegation_id,
        show_people=choice.show_people or also.get("show_people", False),
        show_places=choice.show_places or also.get("show_places", False),
        show_movements=choice.show_movements or also.get("show_movements", False),
    )  # fmt: skip
    return differences(paper_lines(old, shown), paper_lines(new, shown))


def _since(db: Connection, last: VersionRow, data: PaperData, choice: Choice) -> tuple[Change, ...]:
    return changes_between(frozen(db, last), data, choice, earlier=last.choice)


def _composed(db: Connection, choice: Choice) -> tuple[PaperData, Content]:
    """Return data and content of a draft or of an issued version, marked against the version it replaces."""
    key = key_of(choice)
    if choice.version is None:
        data, old = gather(db, choice), last_version(db, key)
        if old is not None:
            data = data._replace(event=data.event._replace(replaces=old.number))
    else:
        data = frozen(db, version(db, key, choice.version))
        old = version(db, key, data.event.replaces) if data.event.replaces else None
    changed = marked(_since(db, old, data, choice)) if old is not None else frozenset[int]()
    return data, compose(data, choice, changed)
