"""The pack: all papers of an event in one go, numbered, as one file with contents and bookmarks, or as a folder.

A paper that cannot be had is named with the reason, and nothing stops. A paper that was issued is in it as it was
issued, as long as nothing changed since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.documents.content import Content
from planner.documents.data import EventData
from planner.errors import PlannerError
from planner.language import catalog
from planner.language.catalog import fill
from planner.pack_versions import InForce, State, Take, in_force, state_of
from planner.paper_choice import FOR_SERVICE, FOR_THE_OFFICE, TITLES, WORKING, Choice, Paper
from planner.paper_subjects import NOTHING, Around, Subject, agendas, around, field_of, subjects
from planner.papers import print_paper
from planner.queries.for_documents import event_data
from planner.rules.kinds import EventKind, ItemKind, Side
from planner.rules.text import Language

_MEETING = (
    Paper.AGENDA, Paper.PARTICIPANTS, Paper.BRIEFING, Paper.BIOGRAPHY, Paper.SEATING, Paper.PLACE_CARDS,
    Paper.NAME_PLATES, Paper.FLAGS, Paper.MINUTES, Paper.ACTION_LIST, Paper.PRESS_NOTE,
)  # fmt: skip
_VISIT = (
    *_MEETING, Paper.PROGRAMME, Paper.SIGNING, Paper.RUN_SHEET, Paper.PERSONAL, Paper.MOTORCADE, Paper.ARRIVALS,
    Paper.ROOMING,
    Paper.GIFT_LIST, Paper.INVITATION, Paper.SIGN_IN, Paper.CONTACTS, Paper.PASS_LIST, Paper.AIRPORT_SIGN,
    Paper.MENU, Paper.THANK_YOU, Paper.REPORT,
)  # fmt: skip
_CONFERENCE = (*_VISIT, Paper.RUNNING_ORDER, Paper.BADGES)

USUAL: Mapping[EventKind, frozenset[Paper]] = {
    EventKind.MEETING: frozenset(_MEETING),
    EventKind.TALKS: frozenset(_MEETING),
    EventKind.COURTESY_CALL: frozenset(_MEETING),
    EventKind.SIGNING: frozenset((*_MEETING, Paper.SIGNING, Paper.RUN_SHEET)),
    EventKind.VISIT: frozenset(_VISIT),
    EventKind.CONFERENCE: frozenset(_CONFERENCE),
    EventKind.RECEPTION: frozenset({
        Paper.PARTICIPANTS, Paper.RUN_SHEET, Paper.SEATING, Paper.PLACE_CARDS, Paper.INVITATION, Paper.MENU,
        Paper.PASS_LIST,
    }),
    EventKind.OTHER: frozenset(_VISIT),
}  # fmt: skip
"""The papers of each kind of event (handbook 2, "Document set per kind")."""

FIRST = (
    Paper.PROGRAMME, Paper.RUNNING_ORDER, Paper.AGENDA, Paper.PARTICIPANTS, Paper.BRIEFING, Paper.BIOGRAPHY,
    Paper.RUN_SHEET, Paper.PERSONAL, Paper.SEATING,
)  # fmt: skip
"""The order in which they are read; all others follow as the set has them."""

Told = Callable[[int, int, str], object]
"""Told before each paper: how many are done, how many there are, what the next is called."""


class Wanted(NamedTuple):
    """A paper of a pack: how it is printed, what it and what it is of are called ("" for the whole event), and
    which state of it is taken.
    """

    choice: Choice
    name: str
    of: str = ""
    subject: Subject = NOTHING
    take: Take = Take.FITTING

    @property
    def called(self) -> str:
        """Name and subject: "Biography: Akylbek Isanov"."""
        return ": ".join(filter(None, (self.name, self.of)))


class Done(NamedTuple):
    """A paper of a pack as it was printed and in which state, or why it cannot be had."""

    wanted: Wanted
    content: Content | None = None
    pdf: bytes = b""
    reason: str = ""
    state: State = State()


class Pack(NamedTuple):
    """A printed pack: its event and papers. `cancelled` tells that it was stopped before its end."""

    event: EventData
    choice: Choice
    done: tuple[Done, ...]
    cancelled: bool = False

    def printed(self) -> list[Done]:
        """Return the papers there are."""
        return [one for one in self.done if one.content is not None]

    def refused(self) -> list[Done]:
        """Return the papers that cannot be had, each with its reason."""
        return [one for one in self.done if one.content is None]


def papers_of_pack(db: Connection, choice: Choice, *, language: Language = "") -> tuple[Wanted, ...]:
    """Return every paper an event can have, in the order of the pack, each printed as `choice` is.

    `language` names them. A guest's pack holds no paper of the office; the host's has the working programme too.
    """
    found = around(db, choice.event_id)
    tag = language or (choice.languages or found.page.languages or ("en",))[0]
    return tuple(one for paper in in_order() for one in _wanted(paper, choice, found, tag))


def is_usual(wanted: Wanted, kind: EventKind) -> bool:
    """Tell whether a kind of event usually has this paper (handbook 2)."""
    return wanted.choice.paper in USUAL.get(kind, frozenset())


def in_order() -> list[Paper]:
    """Return all papers in the order of a pack."""
    return [*FIRST, *(paper for paper in Paper if paper not in FIRST)]


def print_pack(
    db: Connection, choice: Choice, wanted: Sequence[Wanted], *, told: Told | None = None,
    stopped: Callable[[], bool] = lambda: False, language: Language = "en",
) -> Pack:  # fmt: skip
    """Print papers one after another; reasons are said in `language`. One that is refused does not stop the others."""
    done: list[Done] = []
    issued = in_force(db, choice.event_id)
    for place, one in enumerate(wanted):
        if stopped():
            break
        if told is not None:
            told(place, len(wanted), one.called)
        done.append(_print(db, one, language, issued))
    return Pack(event_data(db, choice.event_id), choice, tuple(done), cancelled=len(done) < len(wanted))


def _wanted(paper: Paper, choice: Choice, found: Around, tag: Language) -> Iterator[Wanted]:
    for_office = paper in FOR_THE_OFFICE or paper in FOR_SERVICE
    if for_office and choice.copy_for is Side.GUEST:
        return
    choice = choice._replace(paper=paper, edition="working" if for_office else "guest")
    name = catalog.text(TITLES[paper], tag)
    field = "item_id" if paper is Paper.AGENDA else field_of(paper)
    of: list[Subject] = list(agendas(found) if paper is Paper.AGENDA else subjects(paper, found))
    for one in of if field else [NOTHING]:
        if field and not one.usual:
            continue
        if paper is Paper.RUNNING_ORDER and not _has_sessions(found):
            continue
        called = one.called([tag, *found.page.languages]) or (catalog.text(one.kind, tag) if one.kind else "")
        if paper is Paper.SEATING and one.kind and one.title:
            name = catalog.text(one.kind, tag)
        own: dict[str, Any] = {field: one.id} if field else {}
        yield Wanted(choice._replace(**own), name, called, one)
    if paper is Paper.PROGRAMME and choice.copy_for is not Side.GUEST:
        working = choice._replace(edition="working", show_people=True)
        yield Wanted(working, catalog.text(WORKING, tag))


def _has_sessions(found: Around) -> bool:
    return found.page.kind is EventKind.CONFERENCE or any(
        item.kind in (ItemKind.PLENARY, ItemKind.SESSION) for item in found.plan.items
    )


def _print(db: Connection, one: Wanted, language: Language, issued: InForce) -> Done:
    try:
        state = state_of(db, one.choice, one.take, issued)
        printed = print_paper(db, one.choice._replace(version=state.version or None))
    except PlannerError as error:
        return Done(one, reason=fill(catalog.text(error.message, language), error.values))
    return Done(one, printed.content, printed.pdf, state=state)
