"""The seating of the sample's meeting, from the office to the chairs (handbook 3.5)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, open_planner
from planner.errors import BadInput, Clash
from planner.operations.agenda import add_attendance, add_item
from planner.operations.delegations import add_delegation, add_new_member, set_spouse
from planner.operations.events import add_event
from planner.operations.people import NewName
from planner.operations.profiles import choose_profile
from planner.operations.seating import (
    add_seating_plan,
    add_seating_table,
    add_seating_tables,
    add_seating_wish,
    edit_seating_plan,
    edit_seating_table,
    pin_seat,
    place_people,
    remove_seating_table,
    seat_by_rules,
    seat_person,
    set_seating_option,
)
from planner.queries.seating import SeatingDesk, seating_desk, seating_plans
from planner.rules.placement import seat_people
from planner.rules.places import PlanKind
from planner.rules.text import text

DAY = date(2026, 9, 1)


class Talks:
    """Talks of four guests and four hosts, each side with an interpreter."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.event = planner.execute(
            add_event, "talks", text(ru="Переговоры", en="Talks"), from_day=DAY, to_day=DAY, languages=["ru", "en"]
        ).result
        self.people: dict[str, int] = {}
        for side, letter in (("guest", "G"), ("host", "H")):
            delegation = planner.execute(add_delegation, self.event, side).result
            for number, capacity in enumerate(["head", "member", "member", "member", "interpreter"], 1):
                name = f"i{letter}" if capacity == "interpreter" else f"{letter}{number}"
                self.people[name] = planner.execute(
                    add_new_member, delegation, [NewName("en", name)], capacity=capacity
                ).result
        self.plan = planner.execute(add_seating_plan, self.event, "facing-table").result

    def desk(self) -> SeatingDesk:
        """The desk as it is now."""
        return self.planner.read(seating_desk, self.plan)

    def seated(self) -> dict[str, str]:
        """Who sits where, by name."""
        desk = self.desk()
        names = {number: name for name, number in self.people.items()}
        return {seat: names[one] for seat, one in seat_people(desk.chart(), desk.sitters, desk.pins).items()}


@pytest.fixture
def talks(sqlite_template: Path, tmp_path: Path) -> Iterator[Talks]:
    office = shutil.copy(sqlite_template, tmp_path / "city.office")
    planner = open_planner(str(office), author="Aida")
    yield Talks(planner)
    planner.close()


def row_of(talks: Talks, side: str) -> list[str]:
    """Return a side from its own left to its own right."""
    seated = talks.seated()
    row = sorted((seat for seat in talks.desk().chart().seats if seat.part == side), key=lambda seat: seat.offset)
    return [seated[seat.key] for seat in row if seat.key in seated]


def test_people_sit_by_precedence_with_interpreters_at_the_left(talks: Talks) -> None:
    """F3: own left to own right is the viewer's right to left for the side that faces the door."""
    assert row_of(talks, "guest") == ["G3", "iG", "G1", "G2", "G4"]
    assert row_of(talks, "host") == ["H3", "iH", "H1", "H2", "H4"]


def test_profile_of_china_puts_the_interpreters_face_to_face(talks: Talks) -> None:
    talks.planner.execute(choose_profile, talks.event, code="CN")
    assert talks.desk().options["interpreter"] == "cn"
    assert row_of(talks, "guest") == ["G3", "iG", "G1", "G2", "G4"]
    assert row_of(talks, "host") == ["H4", "H2", "H1", "iH", "H3"]


def test_somebody_seated_by_hand_stays_and_undo_takes_it_back(talks: Talks) -> None:
    before = talks.seated()
    talks.planner.execute(seat_person, talks.plan, "guest:+1", talks.people["G4"])
    assert talks.seated()["guest:+1"] == "G4"
    talks.planner.undo()
    assert talks.seated() == before


def test_seats_forgotten_leave_the_pinned_ones(talks: Talks) -> None:
    people = talks.people
    talks.planner.execute(
        place_people, talks.plan, {"guest:+1": people["G4"], "guest:+2": people["G2"]}, pinned=["guest:+1"]
    )
    talks.planner.execute(seat_by_rules, talks.plan)
    assert [(row.seat, row.pinned) for row in talks.desk().placements] == [("guest:+1", True)]
    talks.planner.execute(pin_seat, talks.plan, "guest:+1", people["G4"], pinned=False)
    assert talks.desk().placements == ()


def test_nobody_has_two_seats(talks: Talks) -> None:
    one = talks.people["G1"]
    with pytest.raises(BadInput):
        talks.planner.execute(place_people, talks.plan, {"guest:0": one, "guest:+1": one})
    talks.planner.execute(seat_person, talks.plan, "guest:+1", one)
    talks.planner.execute(seat_person, talks.plan, "guest:+2", one)
    assert [row.seat for row in talks.desk().placements] == ["guest:+2"]


def test_person_of_another_event_is_refused(talks: Talks) -> None:
    other = Talks(talks.planner)
    with pytest.raises(BadInput):
        talks.planner.execute(seat_person, talks.plan, "guest:0", other.people["G1"])


def test_option_of_the_plan_wins_over_the_profile(talks: Talks) -> None:
    talks.planner.execute(set_seating_option, talks.plan, "mirror", True)
    assert talks.desk().own_options == {"mirror": True}
    for name, value in (("mirror", "yes"), ("interpreter", "beside"), ("colour", True)):
        with pytest.raises(BadInput):
            talks.planner.execute(set_seating_option, talks.plan, name, value)
    talks.planner.execute(set_seating_option, talks.plan, "mirror", None)
    assert talks.desk().own_options == {}


def test_plan_of_another_kind_forgets_who_sat_where(talks: Talks) -> None:
    talks.planner.execute(seat_person, talks.plan, "guest:0", talks.people["G1"])
    talks.planner.execute(edit_seating_plan, talks.plan, kind="round")
    desk = talks.desk()
    assert (desk.plan.kind, desk.placements) == (PlanKind.ROUND, ())


def test_table_with_another_number_keeps_its_people(talks: Talks) -> None:
    plan = talks.planner.execute(add_seating_plan, talks.event, "banquet").result
    talks.planner.execute(add_seating_tables, plan, 2, seats=8)
    first = talks.planner.read(seating_desk, plan).tables[0]
    talks.planner.execute(seat_person, plan, "table:1:3", talks.people["G2"])
    talks.planner.execute(edit_seating_table, first.id, number=7)
    assert [row.seat for row in talks.planner.read(seating_desk, plan).placements] == ["table:7:3"]
    with pytest.raises(Clash):
        talks.planner.execute(add_seating_table, plan, number=7)
    talks.planner.execute(remove_seating_table, first.id)
    desk = talks.planner.read(seating_desk, plan)
    assert ([table.number for table in desk.tables], desk.placements) == ([2], ())


def test_two_people_have_one_wish_between_them(talks: Talks) -> None:
    one, other = talks.people["G1"], talks.people["H1"]
    talks.planner.execute(add_seating_wish, talks.event, one, other, "apart", reason="lawsuit")
    with pytest.raises(Clash):
        talks.planner.execute(add_seating_wish, talks.event, other, one)
    assert [(row.together, row.reason) for row in talks.desk().wishes] == [(False, "lawsuit")]


def test_plan_of_an_item_seats_who_takes_part_in_it(talks: Talks) -> None:
    item = talks.planner.execute(add_item, talks.event, text(en="Tête-à-tête")).result
    for name in ("G1", "H1"):
        talks.planner.execute(add_attendance, item, participation_id=talks.people[name])
    plan = talks.planner.execute(add_seating_plan, talks.event, "facing-table", item_id=item).result
    desk = talks.planner.read(seating_desk, plan)
    assert [one.member.id for one in desk.people] == [talks.people["G1"], talks.people["H1"]]
    assert [row.id for row in talks.planner.read(seating_plans, talks.event)] == [talks.plan, plan]


def test_receiving_line_has_spouses_beside_their_principals(talks: Talks) -> None:
    talks.planner.execute(set_spouse, talks.people["G4"], talks.people["G1"])
    talks.planner.execute(edit_seating_plan, talks.plan, kind="receiving-line")
    line = [name for _seat, name in sorted(talks.seated().items(), key=lambda pair: int(pair[0].split(":")[1]))]
    assert line[:3] == ["H1", "G1", "G4"]
