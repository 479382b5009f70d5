"""Confirmed cases and mended letters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from planner.app import Planner, open_planner
from planner.errors import BadInput
from planner.operations import agenda, delegations, events, names, people, texts
from planner.operations.people import NewName
from planner.papers import Choice, Paper, compose_paper
from planner.queries.cases import unconfirmed_cases, valid_cases
from planner.queries.names import name_habits
from planner.queries.people import person_page
from planner.rules.kinds import NameOrder
from planner.rules.text import text

DAY = date(2026, 9, 1)


@pytest.fixture
def planner(empty_office_url: str) -> Iterator[Planner]:
    made = open_planner(empty_office_url, author="Aida")
    yield made
    made.close()


def confirmed(planner: Planner, person: int) -> dict[str, str]:
    name = planner.read(person_page, person).names[0]
    return valid_cases(name.surname, name.given, name.patronymic, name.cases)


def add_person(planner: Planner, surname: str = "Кабаев", given: str = "Азамат") -> tuple[int, int]:
    person = planner.execute(people.add_person, [NewName("ru", surname, given)], gender="m").result
    return person, planner.read(person_page, person).names[0].id


def test_cases_of_a_name_hold_until_it_is_written_otherwise(planner: Planner) -> None:
    person, name = add_person(planner)
    planner.execute(names.confirm_name_cases, name, {"gen": "Кабаева Азамата"})
    planner.execute(names.confirm_name_cases, name, {"ins": "Кабаевым Азаматом"})
    both = {"gen": "Кабаева Азамата", "ins": "Кабаевым Азаматом"}
    assert confirmed(planner, person) == both
    planner.execute(people.write_name, person, "ru", surname="Кабоев")
    assert confirmed(planner, person) == {}
    planner.undo()
    assert confirmed(planner, person) == both
    planner.execute(names.confirm_name_cases, name, {"gen": ""})
    assert confirmed(planner, person) == {"ins": "Кабаевым Азаматом"}
    planner.undo()
    assert confirmed(planner, person) == both


def test_unknown_case_is_refused(planner: Planner) -> None:
    _person, name = add_person(planner)
    for case in ("nom", "vocative"):
        with pytest.raises(BadInput):
            planner.execute(names.confirm_name_cases, name, {case: "x"})


def test_letters_of_a_name_are_mended_in_one_step(planner: Planner) -> None:
    person, name = add_person(planner, "Кaбaев\u200b", "Aзамат")
    planner.execute(names.mend_name_letters, name)
    row = planner.read(person_page, person).names[0]
    assert (row.surname, row.given) == ("Кабаев", "Азамат")
    planner.undo()
    row = planner.read(person_page, person).names[0]
    assert (row.surname, row.given) == ("Кaбaев\u200b", "Aзамат")


def test_title_asks_for_cases_until_they_are_confirmed(planner: Planner) -> None:
    do = planner.execute
    event = do(events.add_event, "visit", text(ru="Визит", en="Visit"), from_day=DAY, to_day=DAY,
               languages=["ru", "en"], place=text(ru="Красноярск")).result  # fmt: skip
    guests = do(delegations.add_delegation, event, "guest", name=text(ru="мэрия города Манаса")).result
    head = do(
        delegations.add_new_member, guests, [NewName("ru", "Иманалиев", "Кубанычбек")],
        position=text(ru="заместитель мэра"), capacity="head",
    ).result  # fmt: skip
    gaps = planner.read(unconfirmed_cases, event)
    assert [(gap.table, gap.field, gap.case, gap.words) for gap in gaps] == [
        ("event", "place", "prep", "Красноярск"),
        ("delegation", "name", "gen", "мэрия города Манаса"),
        ("post", "title", "ins", "заместитель мэра"),
        ("person_name", "", "ins", "Иманалиев Кубанычбек"),
    ]
    assert {gap.participation_id for gap in gaps[1:]} == {head}
    for gap in gaps[:3]:
        do(names.confirm_cases, gap.table, gap.row_id, gap.field, language="ru", forms={gap.case: "x"})
    do(names.confirm_name_cases, gaps[3].row_id, {"ins": "Иманалиевым Кубанычбеком"})
    assert planner.read(unconfirmed_cases, event) == ()
    do(names.mend_letters, "event", event, "place", language="ru")  # nothing is wrong: the cases stay
    assert planner.read(unconfirmed_cases, event) == ()
    do(texts.write_text, "event", event, "place", language="ru", words="Бишкeк")
    do(names.mend_letters, "event", event, "place", language="ru")
    assert [gap.words for gap in planner.read(unconfirmed_cases, event)] == ["Бишкек"]


def test_programme_says_who_heads_the_guests_by_confirmed_cases_alone(planner: Planner) -> None:
    do = planner.execute
    event = do(events.add_event, "visit", text(ru="Визит", en="Visit"), from_day=DAY, to_day=DAY,
               languages=["ru", "en"], place=text(ru="Красноярск", en="Krasnoyarsk")).result  # fmt: skip
    guests = do(delegations.add_delegation, event, "guest").result
    do(agenda.add_item, event, text(ru="Встреча", en="Meeting"), day=DAY, start=600, end=660)
    do(
        delegations.add_new_member, guests,
        [NewName("ru", "Иманалиев", "Кубанычбек"),
         NewName("en", "Imanaliev", "Kubanychbek", "", NameOrder.GIVEN_FIRST)],
        position=text(ru="старший советник", en="Senior Adviser"), capacity="head",
    )  # fmt: skip

    def under_the_title() -> list[list[str]]:
        content = planner.read(compose_paper, Choice(Paper.PROGRAMME, event, ("ru", "en")))
        return [[line.text.replace("\u00a0", " ") for line in cell[2:-1]] for cell in content.title]

    assert under_the_title() == [["Красноярск"], ["Krasnoyarsk"]]
    gaps = {gap.table: gap for gap in planner.read(unconfirmed_cases, event)}
    name = gaps["person_name"].row_id
    do(names.confirm_name_cases, name, {"ins": "Иманалиевым Кубанычбеком"})
    assert under_the_title() == [["Красноярск"], ["Krasnoyarsk"]]
    do(names.confirm_cases, "post", gaps["post"].row_id, "title", language="ru", forms={"ins": "старшим советником"})
    headed = [
        ["во главе со старшим советником Кубанычбеком Иманалиевым", "Красноярск"],
        ["headed by Kubanychbek Imanaliev, Senior Adviser", "Krasnoyarsk"],
    ]
    assert under_the_title() == headed
    do(people.write_name, gaps["person_name"].person_id, "ru", given="Кубан")
    assert under_the_title() == [["Красноярск"], ["Krasnoyarsk"]]


def test_habits_of_the_office_are_taken_back_and_done_again(planner: Planner) -> None:
    planner.execute(names.write_initials, False)
    planner.execute(names.write_salutations, "ru", "f", ["Дорогая {given}!", " "], post="mayor")
    after = planner.read(name_habits)
    assert (after.initials_gap, after.salutations) == (
        False, {"ru": {"posts": {"mayor": {"letter": {"f": ["Дорогая {given}!"]}}}}},
    )  # fmt: skip
    planner.undo()
    planner.undo()
    before = planner.read(name_habits)
    assert (before.initials_gap, before.salutations) == (True, {})
    planner.redo()
    planner.redo()
    assert planner.read(name_habits) == after


@pytest.mark.parametrize(("language", "kind", "post"), [("xx", "m", ""), ("ru", "x", ""), ("ru", "m", "nobody")])
def test_form_of_address_for_nobody_is_refused(planner: Planner, language: str, kind: str, post: str) -> None:
    with pytest.raises(BadInput):
        planner.execute(names.write_salutations, language, kind, ["Dear {name},"], post=post)
