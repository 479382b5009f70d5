"""What an office decided of initials and forms of address, on its papers; what was issued keeps what held then."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, open_planner
from planner.issuing import issue
from planner.operations.agenda import add_attendance, add_item
from planner.operations.delegations import add_delegation, add_new_member
from planner.operations.events import add_event
from planner.operations.follow_up import add_statement
from planner.operations.names import write_initials, write_salutations
from planner.operations.people import NewName, edit_person
from planner.papers import Choice, Paper, choice_of, compose_paper, standing
from planner.queries.delegations import delegations
from planner.rules.text import text

DAY = date(2026, 9, 1)


class Office:
    """A meeting with one guest who is in charge of an item and gets a letter."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        title = text(ru="Встреча")
        self.event = planner.execute(add_event, "meeting", title, from_day=DAY, to_day=DAY, languages=["ru"]).result
        side = planner.execute(add_delegation, self.event, "guest").result
        self.guest = planner.execute(
            add_new_member, side, [NewName("ru", "Кабаев", "Азамат", "Асанович")], capacity="head"
        ).result
        row = next(one for one in planner.read(delegations, self.event) if one.id == side)
        who = row.members[0].who
        assert who is not None
        planner.execute(edit_person, who.id, gender="m")
        item = planner.execute(add_item, self.event, text(ru="Беседа"), day=DAY, start=600, end=660).result
        planner.execute(add_attendance, item, role="in-charge", participation_id=self.guest)
        planner.execute(add_statement, "thank-you", "body", text(ru="Благодарим Вас."), event_id=self.event)

    def lines(self, choice: Choice) -> list[str]:
        """Every line of a paper's rows."""
        content = self.planner.read(compose_paper, choice)
        return [line.text for block in content.blocks for row in block.rows for cell in row.cells for line in cell]


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path) -> Iterator[Office]:
    path = shutil.copy(sqlite_template, tmp_path / "city.office")
    planner = open_planner(str(path), author="Aida")
    yield Office(planner)
    planner.close()


def test_initials_stand_as_the_office_writes_them(office: Office) -> None:
    choice = Choice(Paper.PROGRAMME, office.event, ("ru",), edition="working")
    issue(office.planner, choice, "first")
    assert "Ответственный: А. А. Кабаев" in [line.replace("\u00a0", " ") for line in office.lines(choice)]
    office.planner.execute(write_initials, False)
    assert "Ответственный: А.А. Кабаев" in [line.replace("\u00a0", " ") for line in office.lines(choice)]
    last = office.planner.read(standing, choice).version
    assert last is not None
    again = office.lines(choice_of(last))
    assert "Ответственный: А. А. Кабаев" in [line.replace("\u00a0", " ") for line in again]


def test_letter_begins_as_the_office_addresses_people(office: Office) -> None:
    choice = Choice(Paper.THANK_YOU, office.event, ("ru",), person_id=office.guest)
    assert "Уважаемый Азамат Асанович!" in office.lines(choice)
    issue(office.planner, choice, "first")
    office.planner.execute(write_salutations, "ru", "m", ["Глубокоуважаемый {given} {patronymic}!"])
    assert "Глубокоуважаемый Азамат Асанович!" in office.lines(choice)
    last = office.planner.read(standing, choice).version
    assert last is not None
    assert "Уважаемый Азамат Асанович!" in office.lines(choice_of(last))
