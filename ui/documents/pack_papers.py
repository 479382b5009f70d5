"""The papers a pack may have, under their ticks, and in which state each is taken: as it was issued, or the draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from planner.language.dates import format_stamp
from planner.pack import Wanted, is_usual, papers_of_pack
from planner.pack_versions import State, Take, states_of
from planner.papers import Choice
from planner.queries.events import EventPage, event_page
from ui.translate import language, t


class Offered(NamedTuple):
    """The papers a pack may have, and how each stands where nobody chooses otherwise."""

    page: EventPage
    papers: tuple[Wanted, ...]
    states: tuple[State, ...] = ()


class Group(NamedTuple):
    """Papers under one tick: "Personal schedule", of twelve people."""

    name: str
    papers: tuple[Wanted, ...]
    usual: bool
    states: tuple[State, ...] = ()

    @property
    def issued(self) -> bool:
        """Tell whether any of the papers was ever issued."""
        return any(state.last for state in self.states)


def read_offered(db: Any, choice: Choice, tag: str) -> Offered:
    """Return what the dialog offers."""
    papers = papers_of_pack(db, choice, language=tag)
    states = states_of(db, choice.event_id, [one.choice for one in papers])
    return Offered(event_page(db, choice.event_id), papers, states)


def groups(offered: Offered) -> list[Group]:
    """Return the papers under their ticks, in the order of the pack."""
    found: dict[str, list[tuple[Wanted, State]]] = {}
    for one, state in zip(offered.papers, offered.states or [State()] * len(offered.papers), strict=True):
        found.setdefault(one.name, []).append((one, state))
    return [
        Group(name, tuple(one for one, _ in of), is_usual(of[0][0], offered.page.kind), tuple(state for _, state in of))
        for name, of in found.items()
    ]


def words(group: Group, take: Take, zone: str) -> str:
    """Say which papers stand under a tick, how many, and in which state: "Agenda · version 3 of 2 May 2026, 14:00"."""
    count = str(len(group.papers)) if len(group.papers) > 1 else ""
    return " · ".join(filter(None, (group.name, count, _state_words(group.states, take, zone))))


def _state_words(states: Sequence[State], take: Take, zone: str) -> str:
    """Say the state of papers that were issued; nothing of those that never were."""
    if not any(state.last for state in states):
        return ""
    if len(states) == 1:
        return _words_of(states[0], take, zone)
    taken = sum(1 for state in states if _is_taken(state, take))
    return t("as issued: {n}, drafts: {drafts}", n=taken, drafts=len(states) - taken)


def _words_of(state: State, take: Take, zone: str) -> str:
    if _is_taken(state, take):
        at = format_stamp(datetime.fromisoformat(state.at), language(), zone=zone)
        return t("version {n} of {at}", n=state.last, at=at)
    if state.changes or not state.version:
        return t("draft: changed since version {n}", n=state.last)
    return t("draft")


def _is_taken(state: State, take: Take) -> bool:
    """Tell whether the version in force is what is printed."""
    return bool(state.last) and take is not Take.DRAFT and (take is Take.ISSUED or bool(state.version))
