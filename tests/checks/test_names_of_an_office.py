"""Names as an office keeps them: in Latin letters, in cases, with the days on which they hold (W-42, W-43, W-46)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, new_office, open_planner
from planner.checks.event import check_event
from planner.checks.knowledge import knowledge
from planner.operations import agenda, delegations, events, names, people, texts
from planner.operations.people import NewName
from planner.queries.cases import headed_gaps, unconfirmed_cases
from planner.queries.delegations import delegations as rows_of
from planner.rules.kinds import Side
from planner.rules.text import text
from tests.checks.rows import add_row

DAY = date(2026, 9, 8)


class Office:
    """An office with a visit, its head of guests with a post, and a host."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        title = text(ru="Визит", en="Visit")
        values = {"from_day": DAY, "to_day": DAY, "languages": ["ru", "en"], "host_zone": "Asia/Krasnoyarsk"}
        self.event = self.do(events.add_event, "visit", title, **values)
        sides = {row.side: row.id for row in planner.read(rows_of, self.event)}
        self.guest = self.do(people.add_person, [NewName("ru", "Кабаев", "Азамат"), NewName("en", "Kabaev", "Azamat")])
        self.post = self.do(people.add_post, self.guest, text(ru="мэр", en="Mayor"))
        self.head = self.do(delegations.add_member, sides[Side.GUEST], self.guest, capacity="head")
        host = self.do(people.add_person, [NewName("ru", "Логинов", "Пётр"), NewName("en", "Loginov", "Pyotr")])
        self.do(delegations.add_member, sides[Side.HOST], host, capacity="head")

    def do(self, operation: object, *args: object, **values: object) -> int:
        return self.planner.execute(operation, *args, **values).result  # type: ignore[arg-type]

    def codes(self) -> list[str]:
        return [one.code for one in self.planner.read(check_event, self.event)]

    def confirm_name(self) -> None:
        gap = next(one for one in self.planner.read(unconfirmed_cases, self.event) if one.table == "person_name")
        self.do(names.confirm_name_cases, gap.row_id, {"ins": "Кабаевым Азаматом"})


@pytest.fixture
def office(tmp_path: Path) -> Office:
    path = str(tmp_path / "a.office")
    new_office(path)
    return Office(open_planner(path))


def test_case_is_asked_for_once_another_was_confirmed(office: Office) -> None:
    assert office.codes() == []
    office.confirm_name()
    assert office.codes() == ["W-43"]
    office.do(names.confirm_cases, "post", office.post, "title", language="ru", forms={"ins": "мэром"})
    assert office.codes() == []
    office.planner.undo()
    assert office.codes() == ["W-43"]


def test_cases_are_asked_for_once_the_event_is_agreed(office: Office) -> None:
    office.do(events.edit_event, office.event, state="agreed")
    assert office.codes() == ["W-43", "W-43"]


def test_title_that_names_the_head_itself_needs_no_case(office: Office) -> None:
    office.do(events.edit_event, office.event, state="agreed")
    own = text(ru="Программа делегации во главе с А. Кабаевым", en="Programme of the delegation headed by A. Kabaev")
    office.do(events.set_heading, office.event, "programme", title=own)
    assert office.planner.read(headed_gaps, office.event) == ()
    assert office.codes() == []


def test_name_written_otherwise_since_is_asked_for_again(office: Office) -> None:
    office.do(names.confirm_cases, "post", office.post, "title", language="ru", forms={"ins": "мэром"})
    office.confirm_name()
    assert office.codes() == []
    office.do(people.write_name, office.guest, "ru", surname="Кабаев", given="Азамат", patronymic="Токтогулович")
    assert office.codes() == ["W-43"]


def test_russian_name_in_the_english_field_is_found(office: Office) -> None:
    office.do(people.write_name, office.guest, "en", surname="Кабаев", given="Азамат")
    assert office.codes() == ["W-42"]


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [("Кабаев", "en", True), ("王", "de", False), ("Kabaev", "en", False), ("Smith", "ru", False), ("", "en", False),
     ("Кабаев Kabaev", "en", False)],
)  # fmt: skip
def test_only_a_name_without_any_latin_letter_is_in_other_letters(name: str, language: str, expected: bool) -> None:
    assert knowledge().wrong_script(name, language) is expected


def test_surname_that_ended_is_found_in_a_title(office: Office) -> None:
    item = office.do(
        agenda.add_item, office.event, text(ru="Беседа", en="Talk with Azamat Toktogulov"), day=DAY, start=600, end=660
    )
    assert office.codes() == []
    add_row(
        office.planner, "person_name", person_id=office.guest, language="en", surname="Toktogulov", given="Azamat",
        order="given-first", valid_to=date(2025, 1, 1),
    )  # fmt: skip
    assert office.codes() == ["W-46"]
    office.do(texts.write_text, "item", item, "title", language="en", words="Talk with Azamat Kabaev")
    assert office.codes() == []
