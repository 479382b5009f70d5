"""Names on lists and cards by the event's profile (handbook 3.12, 4.1), in drafts and in what was issued."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, open_planner
from planner.issuing import issue
from planner.operations.delegations import add_delegation, add_new_member
from planner.operations.events import add_event
from planner.operations.organisations import add_organisation
from planner.operations.people import NewName
from planner.operations.profiles import choose_profile
from planner.operations.seating import add_seating_plan
from planner.papers import Choice, Paper, choice_of, compose_paper, print_paper, standing
from planner.rules.kinds import NameOrder, Side
from planner.rules.text import text

DAY = date(2026, 9, 1)
NAMES = (
    ("Логинов", "Владислав", "Анатольевич", "Loginov", "Vladislav"),
    ("Асан уулу", "Бакыт", "", "Asan uulu", "Bakyt"),
    ("Ван", "Ли", "", "Wang", "Li"),
)


class Office:
    """A meeting of a Russian, a Kyrgyz and a Chinese guest."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        title = text(ru="Встреча", en="Meeting")
        languages = ["ru", "en"]
        self.event = planner.execute(add_event, "meeting", title, from_day=DAY, to_day=DAY, languages=languages).result
        for country, (surname, given, patronymic, latin, latin_given) in zip(("RU", "KG", "CN"), NAMES, strict=True):
            unit = planner.execute(add_organisation, text(ru=country, en=country), country=country).result
            side = planner.execute(add_delegation, self.event, "guest", organisation_id=unit).result
            english = NameOrder.SURNAME_FIRST if country == "CN" else NameOrder.GIVEN_FIRST
            names = [
                NewName("ru", surname, given, patronymic, NameOrder.SURNAME_FIRST),
                NewName("en", latin, latin_given, "", english),
            ]
            planner.execute(add_new_member, side, names, capacity="head", organisation_id=unit)

    def list_of(self, choice: Choice) -> list[tuple[str, ...]]:
        """Both columns of the list of participants."""
        content = self.planner.read(compose_paper, choice)
        return [tuple(cell[0].text for cell in row.cells) for block in content.blocks for row in block.rows]


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path) -> Iterator[Office]:
    path = shutil.copy(sqlite_template, tmp_path / "city.office")
    planner = open_planner(str(path), author="Aida")
    yield Office(planner)
    planner.close()


RUSSIAN = [
    ("ЛОГИНОВ Владислав Анатольевич", "Vladislav LOGINOV"), ("АСАН уулу Бакыт", "Bakyt ASAN uulu"),
    ("ВАН Ли", "WANG Li"),
]  # fmt: skip
CHINESE = [("ЛОГИНОВ Владислав", "LOGINOV Vladislav"), ("АСАН уулу Бакыт", "ASAN uulu Bakyt"), ("ВАН Ли", "WANG Li")]
WESTERN = [("Владислав ЛОГИНОВ", "Vladislav LOGINOV"), ("АСАН уулу Бакыт", "Bakyt ASAN uulu"), ("ВАН Ли", "WANG Li")]


@pytest.mark.parametrize(
    ("code", "shown"),
    [("RU-municipal", RUSSIAN), ("RU-state", RUSSIAN), ("CN", CHINESE), ("EU", WESTERN), ("US", WESTERN)],
)
def test_names_in_a_list_stand_as_the_profile_has_them(
    office: Office, code: str, shown: list[tuple[str, ...]]
) -> None:
    office.planner.execute(choose_profile, office.event, code=code)
    assert sorted(office.list_of(Choice(Paper.PARTICIPANTS, office.event, ("ru", "en")))) == sorted(shown)


def test_cards_and_plates_follow_the_profile(office: Office) -> None:
    plan = office.planner.execute(add_seating_plan, office.event, "round").result
    office.planner.execute(choose_profile, office.event, code="EU")
    cards = office.planner.read(compose_paper, Choice(Paper.PLACE_CARDS, office.event, ("ru",), plan_id=plan))
    assert sorted(row.cells[0][0].text for row in cards.blocks[0].rows) == sorted(
        ["Владислав Логинов", "Асан уулу Бакыт", "Ван Ли"]
    )
    said = [words.text for sheet in cards.sheets for mark in sheet.marks for words in getattr(mark, "said", ())]
    assert {"Владислав Логинов", "Асан уулу Бакыт", "Ван Ли"} <= set(said)


def test_issued_list_keeps_order_and_names_when_the_profile_changes(office: Office) -> None:
    choice = Choice(Paper.PARTICIPANTS, office.event, ("ru", "en"), copy_for=Side.HOST)
    done = issue(office.planner, choice, "first")
    for_guests = choice._replace(copy_for=Side.GUEST)
    before, guests_before = office.list_of(choice), office.list_of(for_guests)
    office.planner.execute(choose_profile, office.event, code="CN")
    assert office.list_of(choice) != before
    last = office.planner.read(standing, choice).version
    assert last is not None
    again = choice_of(last)
    assert office.list_of(again) == before
    assert office.planner.read(print_paper, again).pdf == done.printed.pdf
    assert office.list_of(again._replace(copy_for=Side.GUEST)) == guests_before
