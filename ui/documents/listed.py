"""Which papers an event has, in the order of the list, and how complete each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.documents import participants
from planner.documents.data import ParticipantsData
from planner.errors import PlannerError
from planner.language.catalog import mark
from planner.paper_subjects import Subject, around, field_of, subjects
from planner.papers import (
    FOR_THE_OFFICE,
    OF_A_PERSON,
    OF_A_PLAN,
    TITLES,
    WORKING,
    Choice,
    Paper,
    Printed,
    compose_paper,
    print_paper,
    standing,
)
from planner.queries.agenda import Programme
from planner.queries.delegations import DelegationRow
from planner.queries.events import EventPage
from planner.queries.for_documents import MEETINGS, participants_data
from planner.queries.once import reading_once
from planner.rules.kinds import EventKind, ItemKind, ItemState
from planner.rules.text import Text
from ui.common.named import shown
from ui.common.nav_list import NavEntry, group
from ui.common.paper_entries import (
    PARTICIPANTS,
    PROGRAMME,
    RUNNING_ORDER,
    WORKING_PROGRAMME,
    agenda_of,
    list_of,
)
from ui.common.paper_numbers import SET, number_of
from ui.common.pill import Tone
from ui.documents.gaps import gaps
from ui.translate import language, t, tn

SESSIONS = frozenset({ItemKind.PLENARY, ItemKind.SESSION})


TABLE, PLACES, OWN, OFFICE = mark("For the table"), mark("Places"), mark("For each person"), mark("For the office")
"""The groups of the list."""


class Listed(NamedTuple):
    """A paper of the list: its number, the catalog id of its name, and whose it is where there are several."""

    number: int
    name: str
    of: Text | None = None
    group: str = TABLE


class Papers(NamedTuple):
    """The papers of an event."""

    page: EventPage
    listed: tuple[Listed, ...]
    of: Mapping[Paper, tuple[tuple[int, str], ...]] = MappingProxyType({})  # what a paper may be of, by id
    usual: Mapping[Paper, int] = MappingProxyType({})  # the first that usually has such a paper

    def firsts(self) -> dict[Paper, dict[str, int]]:
        """Return what each paper is of until something else is chosen: a meal has a menu, and no arrival."""
        return {
            paper: {field_of(paper): self.usual.get(paper, found[0][0])} for paper, found in self.of.items() if found
        }

    def called(self, number: int) -> str:
        """Return what a paper is called in the interface's language, or ""."""
        return next((name_of(one, self.page) for one in self.listed if one.number == number), "")


class PaperState(NamedTuple):
    """How complete a paper is, its version in force (0 for none) and how many changes there are since.

    `refused` tells that there is nothing to print, `removed` that of the version in force only the record is left.
    """

    missing: int = 0
    refused: bool = False
    version: int = 0
    changes: int = 0
    removed: bool = False


class Answer(NamedTuple):
    """A paper printed as chosen, or why it cannot be had."""

    choice: Choice
    printed: Printed | None
    refusal: PlannerError | None = None


def papers_of(db: Any, event_id: int) -> Papers:
    """Return the papers of an event; those it might have but cannot print yet stand there too."""
    found = around(db, event_id)
    page, plan, sides = found.page, found.plan, found.sides
    first = [Listed(PROGRAMME, TITLES[Paper.PROGRAMME])]
    agendas = list(_agendas(page, plan))
    if page.kind is EventKind.CONFERENCE or any(item.kind in SESSIONS for item in plan.items):
        first.insert(0, Listed(RUNNING_ORDER, TITLES[Paper.RUNNING_ORDER]))
    first = [*agendas, *first] if page.kind in MEETINGS else [*first, *agendas]
    whole = Listed(PARTICIPANTS, TITLES[Paper.PARTICIPANTS])
    may_be = {paper: tuple(subjects(paper, found)) for paper in SET}
    of = {paper: tuple((one.id, _name_of(one, page)) for one in ones) for paper, ones in may_be.items()}
    usual = {paper: one.id for paper, ones in may_be.items() for one in reversed(ones) if one.usual}
    listed = (
        *first, whole, *_lists(page, sides), *_of_the_set(page, of), Listed(WORKING_PROGRAMME, WORKING, group=OFFICE)
    )  # fmt: skip
    return Papers(page, listed, of, usual)


def _of_the_set(page: EventPage, of: Mapping[Paper, tuple[tuple[int, str], ...]]) -> Iterator[Listed]:
    """Yield the other papers of the set that have something to be of."""
    for paper in SET:
        if of[paper] or not field_of(paper):
            group = PLACES if paper in OF_A_PLAN else OWN if paper in OF_A_PERSON else TABLE
            yield Listed(number_of(paper), TITLES[paper], group=OFFICE if paper in FOR_THE_OFFICE else group)


def _name_of(one: Subject, page: EventPage) -> str:
    """Return what a subject is called; plans of seats bear their number and kind."""
    if not one.kind:
        return one.called([language(), *page.languages])
    kind = t(one.kind)
    return f"{one.place}. {shown(one.title, *page.languages)} · {kind}" if one.title else f"{one.place}. {kind}"


def _agendas(page: EventPage, plan: Programme) -> Iterator[Listed]:
    """Yield an agenda for each meeting with topics; a meeting that is an event has one before there are any."""
    top = [item for item in plan.top() if item.state is not ItemState.CANCELLED]
    having = [item for item in top if any(part.kind is ItemKind.TOPIC for part in plan.parts(item.id))]
    if not having and page.kind in MEETINGS:
        having = [item for item in top if item.kind in (ItemKind.MEETING, ItemKind.TALKS)]
    for item in having:
        yield Listed(agenda_of(item.id), TITLES[Paper.AGENDA], item.title if len(having) > 1 else None)


def _lists(page: EventPage, sides: Sequence[DelegationRow]) -> Iterator[Listed]:
    if page.kind is EventKind.CONFERENCE:
        for row in sides:
            if row.members:
                yield Listed(list_of(row.id), TITLES[Paper.PARTICIPANTS], row.organisation or row.name or row.heading)


def name_of(one: Listed, page: EventPage) -> str:
    """Return what a paper is called in the interface's language."""
    name = t(one.name)
    return t("{paper}: {name}", paper=name, name=shown(one.of, *page.languages)) if one.of else name


def entries(papers: Papers, states: dict[int, PaperState]) -> list[NavEntry]:
    """Return the lines of the list, in their groups."""
    lines: list[NavEntry] = []
    for heading in (TABLE, PLACES, OWN, OFFICE):
        found = [_entry(one, papers.page, states) for one in papers.listed if one.group == heading]
        lines += [group(t(heading)), *found] if found else []
    return lines


def _entry(one: Listed, page: EventPage, states: dict[int, PaperState]) -> NavEntry:
    state = states.get(one.number)
    if state is None:
        return NavEntry(name_of(one, page), str(one.number), detail=t("draft"))
    tone = Tone.ATTENTION if (state.missing or state.changes) and not state.refused else ""
    return NavEntry(name_of(one, page), str(one.number), detail=_detail(state), detail_tone=tone)


def _detail(state: PaperState) -> str:
    """Say how a paper stands: "v3 · 4 changes since", "draft · 1 text missing"."""
    if state.refused:
        return t("nothing to print yet")
    missing = tn("{n} text missing", "{n} texts missing", state.missing) if state.missing else ""
    if not state.version:
        return t("draft · {missing}", missing=missing) if missing else t("draft · complete")
    since = tn("{n} change since", "{n} changes since", state.changes) if state.changes else missing or t("in force")
    if state.removed:
        since = t("removed")
    return t("v{n} · {state}", n=state.version, state=since)


def states_of(db: Any, choices: dict[int, Choice]) -> dict[int, PaperState]:
    """Return how complete papers are, each composed as it is chosen."""
    whole: list[ParticipantsData] = []  # gathered once, however many delegations a conference has
    with reading_once(db):
        return {number: _state(db, choice, whole) for number, choice in choices.items()}


def _state(db: Any, choice: Choice, whole: list[ParticipantsData]) -> PaperState:
    try:
        if choice.delegation_id is None:
            content = compose_paper(db, choice)
        else:
            whole[:] = whole or [participants_data(db, choice.event_id)]
            content = participants.compose(
                whole[0], languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition,
                form="delegation", delegation=choice.delegation_id,
            )  # fmt: skip
    except PlannerError:
        return PaperState(refused=True)
    now = standing(db, choice._replace(version=None))
    version = now.version.number if now.version else 0
    removed = now.version is not None and now.version.removed is not None
    return PaperState(sum(1 for _ in gaps(content)), False, version, len(now.changes), removed)


def printed_or_refused(db: Any, choice: Choice) -> Answer:
    """Print a paper; a refusal is an answer too."""
    try:
        return Answer(choice, print_paper(db, choice))
    except PlannerError as error:
        return Answer(choice, None, error)
