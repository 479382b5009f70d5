"""The record of a meeting, what was promised, what is written of it, and invitations."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, new_office, open_planner
from planner.errors import BadInput, Clash
from planner.operations import agenda, delegations, events, follow_up, invitations
from planner.operations.people import NewName, add_person
from planner.queries import follow_up as read
from planner.queries.agenda import programme
from planner.queries.delegations import delegations as rows_of
from planner.queries.invitations import invitations as invitations_to
from planner.rules.kinds import Role, Side
from planner.rules.text import text

DAY = date(2024, 4, 10)


class Office:
    """An office with an event, its meeting and a guest, and an event beside it."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        values = {"from_day": DAY, "to_day": DAY, "languages": ["ru", "en"], "host_zone": "Asia/Krasnoyarsk",
                  "guest_zone": "Asia/Bishkek"}  # fmt: skip
        self.event, self.other = (
            int(planner.execute(events.add_event, "meeting", text(en=name), **values).result) for name in "AB"
        )
        self.meeting = int(planner.execute(agenda.add_item, self.event, text(en="Meeting"), kind="meeting").result)
        self.elsewhere = int(planner.execute(agenda.add_item, self.other, text(en="Elsewhere")).result)
        self.person = int(planner.execute(add_person, [NewName("en", "Kabaev", "Azamat")]).result)
        guests = next(row.id for row in planner.read(rows_of, self.event) if row.side is Side.GUEST)
        strangers = next(row.id for row in planner.read(rows_of, self.other) if row.side is Side.GUEST)
        self.guest = int(planner.execute(delegations.add_member, guests, self.person).result)
        self.stranger = int(planner.execute(delegations.add_member, strangers, self.person).result)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    path = str(tmp_path / "a.office")
    new_office(path)
    return Office(open_planner(path))


def recorded(office: Office) -> list[tuple[str, str]]:
    return [(row.kind, row.words.get("en")) for row in office.planner.read(read.records, office.event)]


def test_record_keeps_the_order_it_was_given(office: Office) -> None:
    add = lambda kind, words: int(  # noqa: E731
        office.planner.execute(follow_up.add_record, office.meeting, kind, text(en=words)).result
    )
    first, second, third = add("heard", "a"), add("spoke", "b"), add("resolved", "c")
    office.planner.execute(follow_up.order_records, office.meeting, [third, first])
    assert recorded(office) == [("resolved", "c"), ("heard", "a"), ("spoke", "b")]
    office.planner.undo()
    assert recorded(office) == [("heard", "a"), ("spoke", "b"), ("resolved", "c")]
    office.planner.execute(follow_up.remove_record, second)
    assert recorded(office) == [("heard", "a"), ("resolved", "c")]


def test_record_refuses_a_kind_the_form_does_not_know(office: Office) -> None:
    with pytest.raises(BadInput):
        office.planner.execute(follow_up.add_record, office.meeting, "shouted")
    assert recorded(office) == []


def test_record_refuses_whoever_is_at_another_event(office: Office) -> None:
    with pytest.raises(BadInput):
        office.planner.execute(follow_up.add_record, office.meeting, "spoke", participation_id=office.stranger)
    office.planner.execute(follow_up.add_record, office.meeting, "spoke", participation_id=office.guest)
    assert [row.participation_id for row in office.planner.read(read.records, office.event)] == [office.guest]


def test_commitment_keeps_owner_day_and_state(office: Office) -> None:
    made = office.planner.execute(
        follow_up.add_commitment, office.event, text(en="Send"), person_id=office.person, due=DAY,
        item_id=office.meeting,
    )
    office.planner.execute(follow_up.edit_commitment, made.result, state="done", result="sent")
    (row,) = office.planner.read(read.commitments, office.event)
    assert row[1:] == (office.meeting, office.person, "", text(en="Send"), DAY, "done", "sent", "", "")
    office.planner.execute(follow_up.edit_commitment, made.result, co_owners="the chancery", control="the mayor")
    (row,) = office.planner.read(read.commitments, office.event)
    assert (row.co_owners, row.control) == ("the chancery", "the mayor")


@pytest.mark.parametrize("wrong", [{"state": "maybe"}, {"side": "north"}, {"due": "tomorrow"}, {"colour": "red"}])
def test_commitment_refuses_what_is_not_possible(office: Office, wrong: dict[str, object]) -> None:
    made = office.planner.execute(follow_up.add_commitment, office.event, text(en="Send"))
    with pytest.raises(BadInput):
        office.planner.execute(follow_up.edit_commitment, made.result, **wrong)


def test_commitment_is_about_its_own_event(office: Office) -> None:
    with pytest.raises(BadInput):
        office.planner.execute(follow_up.add_commitment, office.event, text(en="x"), item_id=office.elsewhere)


def test_statement_stands_in_a_part_its_paper_has(office: Office) -> None:
    add = follow_up.add_statement
    office.planner.execute(add, "press-note", "lead", text(en="Who met whom"), event_id=office.event)
    office.planner.execute(add, "biography", "career", text(en="Diplomat"), person_id=office.person)
    with pytest.raises(BadInput):
        office.planner.execute(add, "press-note", "red-line", event_id=office.event)
    with pytest.raises(BadInput):
        office.planner.execute(add, "press-note", "lead")
    found = office.planner.read(read.statements_of_event, office.event)
    own = office.planner.read(read.statements, "biography", person_id=office.person)
    assert [(row.paper, row.part) for row in (*found, *own)] == [("press-note", "lead"), ("biography", "career")]


def test_invitation_is_one_a_guest(office: Office) -> None:
    made = office.planner.execute(invitations.invite, office.meeting, office.guest, state="sent", sent_on=DAY)
    with pytest.raises(Clash):
        office.planner.execute(invitations.invite, office.meeting, office.guest)
    with pytest.raises(BadInput):
        office.planner.execute(invitations.invite, office.meeting, office.stranger)
    office.planner.execute(invitations.edit_invitation, made.result, state="accepted", with_spouse=True)
    (row,) = office.planner.read(invitations_to, office.meeting)
    assert (row.state, row.sent_on, row.with_spouse) == ("accepted", DAY, True)
    office.planner.execute(invitations.remove_invitation, made.result)
    assert office.planner.read(invitations_to, office.meeting) == ()


def chairs(office: Office) -> list[tuple[int | None, Role]]:
    item = next(one for one in office.planner.read(programme, office.event).items if one.id == office.meeting)
    return [(one.participation_id, one.role) for one in item.people]


def test_meeting_has_one_chair_and_whoever_was_before_still_takes_part(office: Office) -> None:
    other = int(office.planner.execute(add_person, [NewName("en", "Loginov", "Vladislav")]).result)
    hosts = next(row.id for row in office.planner.read(rows_of, office.event) if row.side is Side.HOST)
    host = int(office.planner.execute(delegations.add_member, hosts, other).result)
    office.planner.execute(follow_up.name_chair, office.meeting, office.guest)
    office.planner.execute(follow_up.name_chair, office.meeting, host)
    assert chairs(office) == [(office.guest, Role.TAKES_PART), (host, Role.CHAIR)]
    office.planner.execute(follow_up.name_chair, office.meeting)
    assert chairs(office) == [(office.guest, Role.TAKES_PART), (host, Role.TAKES_PART)]
    for _step in range(3):
        office.planner.undo()
    assert chairs(office) == []


def test_chair_is_somebody_of_the_event(office: Office) -> None:
    with pytest.raises(BadInput):
        office.planner.execute(follow_up.name_chair, office.meeting, office.stranger)
    assert chairs(office) == []


def test_biography_keeps_the_order_it_was_given_at_every_event(office: Office) -> None:
    first, second = (
        int(office.planner.execute(
            follow_up.add_statement, "biography", "career", text(en=words), person_id=office.person
        ).result)
        for words in "ab"
    )  # fmt: skip
    office.planner.execute(
        follow_up.order_statements, None, "biography", [second, first], person_id=office.person
    )
    for event in (office.event, office.other):
        rows = office.planner.read(read.follow_up_of, event).of("biography", "career")
        assert [row.words.get("en") for row in rows] == ["b", "a"]
    with pytest.raises(BadInput):
        office.planner.execute(follow_up.order_statements, None, "biography", [first])
