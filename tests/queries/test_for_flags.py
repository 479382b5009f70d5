"""The sheet of flags from the office to the printed paper: by the event's profile, a person's own order, no plan."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, open_planner
from planner.documents.content import Content
from planner.language.flags import Named, named
from planner.operations.delegations import add_delegation
from planner.operations.events import add_event, put_out_flag
from planner.operations.organisations import add_flag, add_organisation
from planner.operations.profiles import add_profile, choose_profile, set_in_profile
from planner.operations.seating import add_seating_plan, edit_seating_plan, set_seating_option
from planner.paper_subjects import around, subjects
from planner.papers import Choice, Paper, compose_paper, key_of
from planner.queries.for_seating import seating_data
from planner.rules.places import Room
from planner.rules.text import text

DAY = date(2026, 9, 1)
PROFILES = {
    "RU-municipal": "Kyrgyzstan Russia", "RU-state": "Kyrgyzstan Russia", "EU": "Kyrgyzstan Russia",
    "CN": "Kyrgyzstan Russia", "US": "Russia Kyrgyzstan", "canadian": "Russia Kyrgyzstan",
}  # fmt: skip


class Visit:
    """Guests of Kyrgyzstan, hosts of Russia, and a plan of flags."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.event = planner.execute(
            add_event, "visit", text(en="Visit", ru="Визит"), from_day=DAY, to_day=DAY, languages=["en", "ru"]
        ).result
        for side, country, name in (("guest", "KG", "City of Osh"), ("host", "RU", "City of Krasnoyarsk")):
            unit = planner.execute(add_organisation, text(en=name), kind="city", country=country).result
            planner.execute(add_delegation, self.event, side, organisation_id=unit)

    def plan(self, *flags: str, own: bool = False, kind: str = "flags") -> int:
        """A plan with these flags."""
        plan = self.planner.execute(add_seating_plan, self.event, kind).result
        self.planner.execute(edit_seating_plan, plan, room=Room(500, 400, flags=flags, flags_own=own).to_json())
        return int(plan)

    def profile(self, code: str) -> None:
        """Choose a profile, shipped or one's own."""
        if code != "canadian":
            self.planner.execute(choose_profile, self.event, code=code)
            return
        own = self.planner.execute(add_profile, "Ours", based_on="US").result
        self.planner.execute(set_in_profile, own, "flag_order", "canadian")
        self.planner.execute(choose_profile, self.event, profile_id=own)

    def sheet(self, plan: int | None, *, edition: str = "working") -> Content:
        """The sheet of flags."""
        choice = Choice(Paper.FLAGS, self.event, ("en",), plan_id=plan, edition=edition)  # type: ignore[arg-type]
        return self.planner.read(compose_paper, choice)

    def listed(self, plan: int | None) -> list[str]:
        """The flags of the sheet."""
        return [row.cells[0][0].text for row in self.sheet(plan).blocks[0].rows]

    def reasons(self, plan: int | None) -> list[str]:
        """What is said of their order."""
        blocks = self.sheet(plan).blocks
        return [line.text for block in blocks if block.closing for row in block.rows for line in row.cells[0]]


@pytest.fixture
def visit(sqlite_template: Path, tmp_path: Path) -> Iterator[Visit]:
    office = shutil.copy(sqlite_template, tmp_path / "city.office")
    planner = open_planner(str(office), author="Aida")
    yield Visit(planner)
    planner.close()


@pytest.mark.parametrize("code", PROFILES)
def test_two_states_stand_by_the_profile_of_the_event(visit: Visit, code: str) -> None:
    visit.profile(code)
    assert visit.listed(visit.plan("RU", "KG")) == PROFILES[code].split()
    assert visit.listed(visit.plan("KG", "RU")) == PROFILES[code].split()


def test_the_order_a_person_decided_wins(visit: Visit) -> None:
    plan = visit.plan("RU", "KG", own=True)
    assert visit.listed(plan) == ["Russia", "Kyrgyzstan"]
    assert visit.reasons(plan) == ["In the order the office decided."]


@pytest.mark.parametrize(
    ("flags", "order"),
    [
        ("Красноярский край, Россия", "Россия, Красноярский край"),
        ("Город Красноярск, Красноярский край, РФ", "Красноярский край, Russia, Город Красноярск"),
        ("Club, City of Krasnoyarsk, RU, Красноярский край", "Красноярский край, Russia, City of Krasnoyarsk, Club"),
        ("Club, City of Krasnoyarsk, RU, Красноярский край, Team",
         "Club, Красноярский край, Russia, City of Krasnoyarsk, Team"),
    ],
    ids=["FL1", "FL2", "FL3", "FL4"],
)  # fmt: skip
def test_russian_flags_named_in_any_order_stand_by_the_law(visit: Visit, flags: str, order: str) -> None:
    plan = visit.plan(*flags.split(", "))
    assert visit.listed(plan) == order.split(", ")
    assert visit.reasons(plan)[0].startswith("By Russian law")


def test_cities_of_both_sides_stand_beside_their_states(visit: Visit) -> None:
    plan = visit.plan("Krasnoyarsk", "Osh", "RU", "KG")
    assert visit.listed(plan) == ["Osh", "Kyrgyzstan", "Russia", "Krasnoyarsk"]


def test_a_crossed_pair_has_the_pole_of_the_profile_in_front(visit: Visit) -> None:
    plan = visit.plan("RU", "KG")
    visit.planner.execute(set_seating_option, plan, "stand", "crossed")
    assert visit.reasons(plan)[1] == "In front: the pole of Kyrgyzstan."
    visit.profile("US")
    assert (visit.listed(plan), visit.reasons(plan)[1]) == (["Russia", "Kyrgyzstan"], "In front: the pole of Russia.")


def test_the_plan_of_the_table_shows_the_same_order(visit: Visit) -> None:
    plan = visit.plan("KG", "RU", kind="facing-table")
    visit.profile("US")
    assert [flag.get("en") for flag in visit.planner.read(seating_data, plan).room.flags] == ["Russia", "Kyrgyzstan"]


def test_without_a_plan_the_flags_put_out_are_printed_place_by_place(visit: Visit) -> None:
    old = visit.planner.execute(add_flag, "KG", "wavy rays", valid_to=date(2023, 12, 25)).result
    own = visit.planner.execute(add_flag, "RU", "").result
    for flag, where in ((own, "table"), (old, "table"), (own, "wall")):
        visit.planner.execute(put_out_flag, visit.event, flag, where=where)
    blocks = visit.sheet(None).blocks
    said = [[[line.text for line in row.cells[0]] for row in block.rows] for block in blocks if not block.closing]
    assert said == [[["Russia"]], [["Kyrgyzstan", "edition: wavy rays"], ["Russia"]]]


def test_where_nothing_is_named_the_states_of_both_sides_stand(visit: Visit) -> None:
    assert visit.listed(None) == ["Kyrgyzstan", "Russia"]
    assert visit.listed(visit.plan()) == ["Kyrgyzstan", "Russia"]


def test_an_event_without_a_plan_of_flags_offers_the_sheet_once(visit: Visit) -> None:
    offered = [one.id for one in subjects(Paper.FLAGS, visit.planner.read(around, visit.event))]
    assert offered == [0]
    plan = visit.plan("KG", "RU")
    assert [one.id for one in subjects(Paper.FLAGS, visit.planner.read(around, visit.event))] == [plan]


def test_versions_of_an_events_flags_are_one_line() -> None:
    choice = Choice(Paper.FLAGS, 1, ("en",))
    assert key_of(choice._replace(plan_id=0)) == key_of(choice)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("KG", Named("KG", 1)), ("РФ", Named("RU", 1)), ("Кыргызстан", Named("KG", 1)),
        ("Республика Татарстан", Named("", 2)),
        ("Красноярский край", Named("", 2)), ("г. Красноярск", Named("", 3)), ("City of Osh", Named("", 3)),
        ("United Nations", Named("", 4)),
    ],
)  # fmt: skip
def test_a_name_tells_whose_flag_it_is(name: str, found: Named) -> None:
    assert named(name) == found
