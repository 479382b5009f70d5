"""The set of papers: for each, what gathers its data and what composes it of them.

A new paper is a `compose` under `documents/`, a query that gathers its data, a name in `paper_choice.Paper`, and a line
in `SET`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.checks.preparation import event_tasks
from planner.documents import (
    agenda,
    airport_sign,
    arrivals,
    badges,
    biography,
    briefing,
    cards,
    contact_sheet,
    flags_sheet,
    gift_list,
    invitation,
    letter,
    menu_card,
    minutes,
    motorcade,
    participants,
    pass_list,
    personal,
    preparation,
    press_note,
    programme,
    questionnaire,
    report,
    rooming,
    run_sheet,
    running_order,
    seating,
    sign_in,
    signing_plan,
    ushers_plan,
    weekly_plan,
)
from planner.documents.content import Content
from planner.documents.freeze import PaperData
from planner.documents.person_data import PersonData
from planner.documents.set_data import TaskData, TasksData
from planner.documents.wording import initials_written
from planner.errors import BadInput
from planner.paper_choice import Choice, Paper
from planner.paper_dress import dressed, with_template
from planner.queries import (
    for_access,
    for_documents,
    for_flags,
    for_logistics,
    for_meetings,
    for_notes,
    for_seating,
    signing,
)
from planner.queries.once import reading_once
from planner.rules.preparation import write_offset

Gather = Callable[[Connection, Choice], Any]
Compose = Callable[[Any, Choice, Collection[int]], Content]


class Made(NamedTuple):
    """How a paper is made: from an office to its data, and from these to its content."""

    gather: Gather
    compose: Compose


def gather(db: Connection, choice: Choice) -> PaperData:
    """Return what the draft of a paper is made of just now. Raise BadInput where the choice does not say enough."""
    with reading_once(db):
        data: PaperData = with_template(db, choice, SET[choice.paper].gather(db, choice))
    return data


def compose(data: PaperData, choice: Choice, changed: Collection[int] = ()) -> Content:
    """Compose a paper of given data; `changed` are the rows that bear a mark in the margin."""
    with initials_written(gap=data.event.initials_gap):
        return dressed(data, choice, lambda seen: SET[choice.paper].compose(seen, choice, changed))


def _programme_data(db: Connection, choice: Choice) -> Any:
    return for_documents.programme_data(db, choice.event_id, paper=choice.paper.value, item_id=choice.item_id)


def _participants_data(db: Connection, choice: Choice) -> Any:
    data = for_documents.participants_data(
        db, choice.event_id, delegation_id=choice.delegation_id, item_id=choice.item_id
    )
    if choice.edition == "working" and choice.paper is Paper.PARTICIPANTS:
        data = data._replace(known=for_access.member_facts(db, choice.event_id))
    return data


def _plan_data(read: Callable[[Connection, int], Any]) -> Gather:
    def gather_plan(db: Connection, choice: Choice) -> Any:
        if choice.plan_id is None:
            raise BadInput("Say which plan of seats: it has a number.")
        return read(db, choice.plan_id)

    return gather_plan


def _participants(data: Any, choice: Choice, changed: Collection[int]) -> Content:
    return participants.compose(
        data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition,
        delegation=choice.delegation_id, changed=changed,
    )  # fmt: skip


def _programme(data: Any, choice: Choice, changed: Collection[int]) -> Content:
    return programme.compose(
        data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition,
        show_people=choice.show_people, show_places=choice.show_places, show_movements=choice.show_movements,
        changed=changed,
    )  # fmt: skip


def _in_edition(compose_paper: Callable[..., Content]) -> Compose:
    """Compose a paper that differs by edition and bears marks of change."""

    def compose_in_edition(data: Any, choice: Choice, changed: Collection[int]) -> Content:
        return compose_paper(
            data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition, changed=changed
        )

    return compose_in_edition


def _of_sides(compose_paper: Callable[..., Content]) -> Compose:
    """Compose a paper that only asks whose copy it is."""

    def compose_of_sides(data: Any, choice: Choice, _changed: Collection[int]) -> Content:
        return compose_paper(data, languages=choice.languages, copy_for=choice.copy_for)

    return compose_of_sides


def _marked(compose_paper: Callable[..., Content]) -> Compose:
    """Compose a paper that asks whose copy it is and bears marks of change."""

    def compose_marked(data: Any, choice: Choice, changed: Collection[int]) -> Content:
        return compose_paper(data, languages=choice.languages, copy_for=choice.copy_for, changed=changed)

    return compose_marked


def _of_event(read: Callable[[Connection, int], Any]) -> Gather:
    return lambda db, choice: read(db, choice.event_id)


def _of_person(read: Callable[[Connection, int, int], Any]) -> Gather:
    def gather_own(db: Connection, choice: Choice) -> Any:
        if choice.person_id is None:
            raise BadInput("Say whose paper it is: the place in the delegation has a number.")
        return read(db, choice.event_id, choice.person_id)

    return gather_own


def _of_item(read: Callable[[Connection, int, int | None], Any]) -> Gather:
    return lambda db, choice: read(db, choice.event_id, choice.item_id)


def _of_delegation(read: Callable[..., Any]) -> Gather:
    return lambda db, choice: read(db, choice.event_id, delegation_id=choice.delegation_id)


def _minutes_data(db: Connection, choice: Choice) -> Any:
    return for_meetings.minutes_data(db, choice.event_id, choice.item_id)


def _signing_data(db: Connection, choice: Choice) -> Any:
    if choice.item_id is None:
        raise BadInput("Say what the text is signed at: the item of the programme has a number.")
    return signing.signing_data(db, choice.event_id, choice.item_id)


def _tasks_data(db: Connection, choice: Choice) -> Any:
    """Gather the tasks with their days, which are counted and not stored; a paper knows no present day."""
    event = for_documents.event_data(db, choice.event_id)
    found = event_tasks(db, choice.event_id, event.from_day)
    tasks = []
    for one in found.tasks:
        row = one.row
        counted = "" if row.due is not None or row.offset is None else write_offset(row.anchor, row.offset)
        tasks.append(TaskData(
            row.id, row.code, row.title, row.owner, one.step.due, counted.replace("-", "−"), row.done_on,
            PersonData(dict(row.names)) if row.names else None, row.item, row.note,
        ))  # fmt: skip
    heading = for_meetings.heading_of(db, choice.event_id, choice.paper.value)
    return TasksData(event, heading, tuple(tasks))


def _invitation_data(db: Connection, choice: Choice) -> Any:
    if choice.item_id is None:
        raise BadInput("Say what one is invited to: the item of the programme has a number.")
    return for_meetings.invitations_data(db, choice.event_id, choice.item_id)


def _plates(data: Any, choice: Choice, _changed: Collection[int]) -> Content:
    size: cards.PlateSize = "A5" if choice.size == "A5" else "A4"
    return cards.compose_plates(data, languages=choice.languages, copy_for=choice.copy_for, size=size)


def _flags_data(db: Connection, choice: Choice) -> Any:
    """Gather the flags of a plan, or those that stand at the event."""
    if choice.plan_id:
        return for_flags.flags_data(db, choice.plan_id)
    return for_flags.event_flags_data(db, choice.event_id)


def _flags(data: Any, choice: Choice, _changed: Collection[int]) -> Content:
    return flags_sheet.compose(data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition)


def _badges(data: Any, choice: Choice, _changed: Collection[int]) -> Content:
    return badges.compose(
        data, languages=choice.languages, copy_for=choice.copy_for, both_sides=choice.both_sides
    )


def _signs(data: Any, choice: Choice, changed: Collection[int]) -> Content:
    return airport_sign.compose(data, languages=choice.languages, size=choice.size, changed=changed)


_SEATS = _plan_data(for_seating.seating_data)

SET: Mapping[Paper, Made] = {
    Paper.PROGRAMME: Made(_programme_data, _programme),
    Paper.AGENDA: Made(_programme_data, _in_edition(agenda.compose)),
    Paper.RUNNING_ORDER: Made(_programme_data, _in_edition(running_order.compose)),
    Paper.PARTICIPANTS: Made(_participants_data, _participants),
    Paper.SEATING: Made(_SEATS, _of_sides(seating.compose)),
    Paper.USHERS_PLAN: Made(_SEATS, _of_sides(ushers_plan.compose)),
    Paper.PLACE_CARDS: Made(_SEATS, _of_sides(cards.compose_cards)),
    Paper.NAME_PLATES: Made(_SEATS, _plates),
    Paper.FLAGS: Made(_flags_data, _flags),
    Paper.SIGNING: Made(_signing_data, _marked(signing_plan.compose)),
    Paper.RUN_SHEET: Made(_of_event(for_meetings.run_sheet_data), _marked(run_sheet.compose)),
    Paper.PERSONAL: Made(_of_person(for_meetings.personal_data), _marked(personal.compose)),
    Paper.BRIEFING: Made(_of_event(for_notes.briefing_data), _marked(briefing.compose)),
    Paper.BIOGRAPHY: Made(_of_person(for_notes.biography_data), _marked(biography.compose)),
    Paper.INVITATION: Made(_invitation_data, _of_sides(invitation.compose)),
    Paper.SIGN_IN: Made(_participants_data, _of_sides(sign_in.compose)),
    Paper.MINUTES: Made(_minutes_data, _marked(minutes.compose)),
    Paper.ACTION_LIST: Made(_minutes_data, _marked(minutes.compose_actions)),
    Paper.PRESS_NOTE: Made(_of_event(for_notes.press_data), _marked(press_note.compose)),
    Paper.THANK_YOU: Made(_of_person(for_notes.letter_data), _marked(letter.compose)),
    Paper.REPORT: Made(_of_event(for_notes.report_data), _marked(report.compose)),
    Paper.WEEKLY_PLAN: Made(_of_event(for_meetings.week_data), _marked(weekly_plan.compose)),
    Paper.TASKS: Made(_tasks_data, _marked(preparation.compose)),
    Paper.APPROVAL_SHEET: Made(_of_event(for_notes.approval_data), _marked(briefing.compose_approval)),
    Paper.ARRIVALS: Made(_of_event(for_logistics.arrivals_data), _in_edition(arrivals.compose)),
    Paper.ROOMING: Made(_of_event(for_logistics.rooming_data), _marked(rooming.compose)),
    Paper.GIFT_LIST: Made(_of_event(for_logistics.gifts_data), _marked(gift_list.compose)),
    Paper.MOTORCADE: Made(_of_item(for_logistics.motorcade_data), _marked(motorcade.compose)),
    Paper.BADGES: Made(_of_delegation(for_logistics.badges_data), _badges),
    Paper.PASS_LIST: Made(_of_item(for_access.pass_list_data), _marked(pass_list.compose)),
    Paper.AIRPORT_SIGN: Made(_of_event(for_logistics.signs_data), _signs),
    Paper.MENU: Made(_of_item(for_logistics.menu_data), _marked(menu_card.compose)),
    Paper.CONTACTS: Made(_of_event(for_access.contacts_data), _marked(contact_sheet.compose)),
    Paper.QUESTIONNAIRE: Made(_of_delegation(for_access.questionnaire_data), _of_sides(questionnaire.compose)),
}
"""How each paper is made."""
