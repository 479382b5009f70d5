"""Texts to sign: who signs them, on what powers, the check-list, and files of which only name and SHA-256 are kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, new_office, open_planner
from planner.checks.event import check_event
from planner.errors import BadInput
from planner.operations import agenda, delegations, events, organisations, signing
from planner.operations.people import NewName, add_person
from planner.queries import signing as read
from planner.queries.delegations import delegations as rows_of
from planner.rules.kinds import Side
from planner.rules.signing import Mark
from planner.rules.text import EMPTY, text

DAY = date(2024, 4, 10)
ONE, OTHER = "1" * 64, "2" * 64


class Office:
    """An office with an event, its signing, a guest, a host, and a stranger of another event."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        values = {"from_day": DAY, "to_day": DAY, "languages": ["en"], "host_zone": "Asia/Krasnoyarsk"}
        self.event, self.other = (self.do(events.add_event, "visit", text(en=name), **values) for name in "AB")
        self.item = self.do(
            agenda.add_item, self.event, text(en="Signing"), kind="signing", day=DAY, start=600, end=630
        )
        self.guest, self.host = self.member(self.event, Side.GUEST), self.member(self.event, Side.HOST)
        self.stranger = self.member(self.other, Side.GUEST)
        self.signing = self.do(signing.add_signing, self.item, text(en="Memorandum"))

    def do(self, operation: object, *args: object, **values: object) -> int:
        return self.planner.execute(operation, *args, **values).result  # type: ignore[arg-type]

    def member(self, event: int, side: Side) -> int:
        person = self.do(add_person, [NewName("en", f"Surname{event}{side.value}", "Name")])
        delegation = next(row.id for row in self.planner.read(rows_of, event) if row.side is side)
        return self.do(delegations.add_member, delegation, person, capacity="head")

    @property
    def desk(self) -> read.SigningDesk:
        return self.planner.read(read.signing_desk, self.event)

    @property
    def rows(self) -> tuple[read.SigningRow, ...]:
        return self.planner.read(read.signings, self.event)

    def codes(self) -> list[str]:
        return [one.code for one in self.planner.read(check_event, self.event) if one.code == "W-68"]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    path = str(tmp_path / "a.office")
    new_office(path)
    return Office(open_planner(path))


def test_texts_of_an_item_keep_the_order_they_were_given(office: Office) -> None:
    second = office.do(signing.add_signing, office.item, text(en="Plan"))
    third = office.do(signing.add_signing, office.item, text(en="Protocol"))
    office.do(signing.order_signings, office.item, [third, office.signing])
    assert [row.id for row in office.rows] == [third, office.signing, second]
    office.planner.undo()
    assert [row.id for row in office.rows] == [office.signing, second, third]


def test_signatory_is_of_the_event_and_signs_once(office: Office) -> None:
    office.do(signing.add_signatory, office.signing, office.guest, powers="Order 5")
    for who in (office.guest, office.stranger):
        with pytest.raises(BadInput):
            office.do(signing.add_signatory, office.signing, who)
    (row,) = office.rows
    assert [(one.participation_id, one.powers) for one in row.signatories] == [(office.guest, "Order 5")]


def test_signatory_goes_with_the_place_and_comes_back_by_undo(office: Office) -> None:
    office.do(signing.add_signatory, office.signing, office.guest)
    office.do(delegations.remove_member, office.guest)
    assert office.rows[0].signatories == ()
    office.planner.undo()
    assert [one.participation_id for one in office.rows[0].signatories] == [office.guest]


def test_texts_go_with_their_item(office: Office) -> None:
    office.do(signing.add_signatory, office.signing, office.guest)
    office.do(agenda.remove_item, office.item)
    assert office.rows == ()


def test_points_are_ticked_in_the_order_of_the_list(office: Office) -> None:
    for code in ("blotter", "pens", "alternat"):
        office.do(signing.tick_ready, office.signing, code)
    office.do(signing.tick_ready, office.signing, "pens", on=False)
    assert office.rows[0].ready == ("alternat", "blotter")


@pytest.mark.parametrize("code", ["powers", "originals", "revision", "no such point"])
def test_point_that_is_computed_or_unknown_is_not_ticked(office: Office, code: str) -> None:
    with pytest.raises(BadInput):
        office.do(signing.tick_ready, office.signing, code)
    assert office.rows[0].ready == ()


@pytest.mark.parametrize("name", ["plan.docx", "/home/somebody/texts/plan.docx", "C:\\texts\\plan.docx"])
def test_file_is_kept_by_its_name_alone(office: Office, name: str) -> None:
    office.do(signing.note_text, office.signing, "agreed", name=name, sha256=ONE.upper())
    row = office.rows[0]
    assert (row.agreed_file, row.agreed, row.final_file, row.final) == ("plan.docx", ONE, "", "")
    office.do(signing.note_text, office.signing, "agreed", name="", sha256="")
    assert (office.rows[0].agreed_file, office.rows[0].agreed) == ("", "")


@pytest.mark.parametrize(
    ("which", "name", "sha256"),
    [("agreed", "a.pdf", "1" * 63), ("agreed", "a.pdf", "x" * 64), ("agreed", "a.pdf", ""), ("final", "", ONE),
     ("third", "a.pdf", ONE)],
)  # fmt: skip
def test_file_without_a_right_sum_is_refused(office: Office, which: str, name: str, sha256: str) -> None:
    with pytest.raises(BadInput):
        office.do(signing.note_text, office.signing, which, name=name, sha256=sha256)


@pytest.mark.parametrize("values", [{"originals": 0}, {"originals": 100}, {"minutes": -1}, {"languages": ["x!"]}])
def test_impossible_value_is_refused(office: Office, values: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        office.do(signing.edit_signing, office.signing, **values)


def test_title_and_parties_come_from_the_register_where_none_is_written(office: Office) -> None:
    units = [office.do(organisations.add_organisation, text(en=name)) for name in "ABC"]
    kept = office.do(organisations.add_agreement, text(en="Treaty"), units)
    bare = office.do(signing.add_signing, office.item, EMPTY, agreement_id=kept)
    office.do(signing.add_signatory, bare, office.guest)
    desk = office.desk
    row = next(one for one in desk.items[0].texts if one.id == bare)
    assert (desk.title(row).get("en"), desk.parties(row)) == ("Treaty", 3)


def test_desk_ticks_what_follows_from_the_data(office: Office) -> None:
    for who in (office.guest, office.host):
        office.do(signing.add_signatory, office.signing, who, powers="seen")
    office.do(signing.edit_signing, office.signing, originals=2, languages=["en"])
    for which in signing.TEXTS_OF:
        office.do(signing.note_text, office.signing, which, name="a.pdf", sha256=ONE)
    desk = office.desk
    assert desk.done(desk.items[0].texts[0]) == {Mark.POWERS, Mark.ORIGINALS, Mark.REVISION}
    assert office.codes() == []
    office.do(signing.note_text, office.signing, "final", name="b.pdf", sha256=OTHER)
    assert office.codes() == ["W-68"]
    office.planner.undo()
    assert office.codes() == []


def test_checks_follow_a_signatory_whose_powers_were_seen(office: Office) -> None:
    office.do(signing.add_signatory, office.signing, office.host, powers="seen")
    signatory = office.do(signing.add_signatory, office.signing, office.guest)
    assert office.codes() == ["W-68"]
    office.do(signing.edit_signatory, signatory, powers="Order 5")
    assert office.codes() == []


def test_removing_an_agreement_leaves_its_text(office: Office) -> None:
    kept = office.do(organisations.add_agreement, text(en="Treaty"), [])
    office.do(signing.edit_signing, office.signing, agreement_id=kept)
    office.do(organisations.remove_agreement, kept)
    assert [(row.agreement_id, row.title.get("en")) for row in office.rows] == [(None, "Memorandum")]
