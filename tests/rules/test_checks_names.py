"""Names in texts (W-26, W-27, W-42, W-43, W-46, W-67), with a near miss for each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.rules.checks.after import offered
from planner.rules.checks.engine import run
from planner.rules.checks.facts import Attend, CaseNeeded, Facts, Flag, Knowledge, Plan, Renamed, TextFact
from planner.rules.checks.people_facts import Member
from planner.rules.findings import Severity, Thing
from planner.rules.kinds import EventState, Role
from planner.rules.text import Text, text
from tests.rules.check_facts import DELEGATIONS, GUESTS, HEADS, codes, facts, found, item, member, person

OLD = member(3, person=person(103, "Kabaev"), state="declined")
NEW = member(4, person=person(104, "Sadykova"), replaces=3)
RUSSIAN = {"event": {"languages": ("ru",)}}


def russian(place: int, given: str, surname: str, **values: Any) -> Member:
    """A place of somebody named in Russian alone."""
    who = person(place + 100)._replace(names={"ru": f"{surname} {given}"}, surnames={"ru": surname})
    return member(place, values.pop("side", "guest"), values.pop("capacity", "member"), person=who, **values)


RUSSIAN_HEADS = (
    russian(1, "Азамат", "Кабаев", capacity="head"), russian(2, "Пётр", "Логинов", side="host", capacity="head"),
)  # fmt: skip


def replaced(said: str, *, who: tuple[Member, ...] = (OLD, NEW), attends: tuple[Attend, ...] = ()) -> Facts:
    """A talk with a title, and somebody who comes for somebody else."""
    return facts(item(10, said=said, who=(*GUESTS, *attends)), people=(*HEADS, *who))


def test_text_that_names_who_was_replaced_asks() -> None:
    (finding,) = found(replaced("Talk with Kabaev"))
    assert (finding.code, finding.things) == ("W-26", (Thing("item", 10), Thing("member", 4)))
    assert (finding.values["who"], finding.values["other"]) == ("Sadykova", "Kabaev")


@pytest.mark.parametrize("said", ["Talk with Sadykova", "Kabaeva Street", "Sadykova in the place of Kabaev"])
def test_text_that_names_the_substitute_or_nobody_is_silent(said: str) -> None:
    assert codes(replaced(said)) == []


def test_who_was_replaced_and_comes_after_all_is_silent() -> None:
    assert codes(replaced("Talk with Kabaev", who=(OLD._replace(state="confirmed"), NEW))) == []


def test_russian_case_of_a_replaced_name_is_known() -> None:
    old, new = russian(3, "Азамат", "Кабаев", state="declined"), russian(4, "Айгуль", "Садыкова", replaces=3)
    heads = (russian(1, "Бакыт", "Осмонов", capacity="head"), RUSSIAN_HEADS[1])
    titles = (text(ru="Встреча с Азаматом Кабаевым"), text(ru="Улица Кабаковская"))
    about = [facts(item(10, title=title), people=(*heads, old, new), **RUSSIAN) for title in titles]
    assert [codes(one) for one in about] == [["W-26"], []]


def test_replaced_name_is_taken_off_an_item_by_one_step() -> None:
    about = replaced("Talk", attends=(Attend(7, Role.TAKES_PART, member_id=3), Attend(8, member_id=4)))
    results = run(about)
    (finding,) = results.findings
    assert (finding.code, finding.things) == ("W-26", (Thing("item", 10), Thing("member", 3)))
    assert [fix.arguments for fix in offered(results, finding)] == [{"attendance_id": 7}]


def test_name_in_another_script_asks() -> None:
    knows = Knowledge(wrong_script=lambda words, language: language == "en" and words == "Кабаев")
    head = HEADS[0]._replace(person=person(101, "Кабаев"))
    (finding,) = found(facts(people=(head, HEADS[1]), knows=knows))
    assert (finding.code, finding.things) == ("W-42", (Thing("member", 1), Thing("person", 101)))
    assert codes(facts(knows=knows)) == []


@pytest.mark.parametrize(
    ("rest", "state", "expected"),
    [(False, EventState.PREPARATION, []), (True, EventState.PREPARATION, ["W-43"]),
     (False, EventState.AGREED, ["W-43"]), (False, EventState.OVER, [])],
)  # fmt: skip
def test_case_nobody_confirmed_asks_in_time(rest: bool, state: EventState, expected: list[str]) -> None:
    needed = CaseNeeded(1, 101, "Кабаев Азамат", "ins", rest)
    about = found(facts(cases=(needed,), event={"state": state}))
    assert [one.code for one in about] == expected
    assert [one.things for one in about] == [(Thing("member", 1), Thing("person", 101))] * len(expected)


def spelt(title: Text, *, people: tuple[Member, ...] = RUSSIAN_HEADS, **values: Any) -> Facts:
    return facts(item(10, title=title), people=people, **(values or RUSSIAN))


@pytest.mark.parametrize("said", ["Встреча: Азамат Кебаев", "Азамат Каббаев выступит"])
def test_other_spelling_after_a_given_name_asks_in_russian_too(said: str) -> None:
    (finding,) = found(spelt(text(ru=said)))
    assert (finding.code, finding.values["known"]) == ("W-27", "Кабаев")


@pytest.mark.parametrize(
    "said", ["Встреча: Азамат Кабаев", "Встреча с Азаматом Кабаевым", "Азамат Кабаева", "Бакыт Кебаев", "Кебаев"]
)
def test_ending_of_a_case_is_no_other_spelling(said: str) -> None:
    assert codes(spelt(text(ru=said))) == []


def test_other_spelling_in_a_heading_asks_and_can_be_mended() -> None:
    heading = TextFact("paper_heading", 5, "title", text(en="Visit of Mr Kabayev"), ("event", 1))
    head = HEADS[0]._replace(person=person(101, "Kabaev"))
    results = run(facts(people=(head, HEADS[1]), event={"texts": (heading,)}))
    (finding,) = results.findings
    assert (finding.code, finding.things) == ("W-27", (Thing("event", 1),))
    (fix,) = offered(results, finding)
    assert (fix.arguments["table"], fix.arguments["words"]) == ("paper_heading", "Visit of Mr Kabaev")


def test_surname_that_does_not_hold_any_more_stops() -> None:
    head = HEADS[0]._replace(person=person(101, "Sadykova", former=(("en", "Osmonova"),)))
    (finding,) = found(facts(item(10, said="Meeting with Aigul Osmonova"), people=(head, HEADS[1])))
    assert (finding.code, finding.severity, finding.values["known"]) == ("W-46", Severity.STOPS, "Sadykova")
    both = "Meeting with Aigul Sadykova (until 2025 Osmonova)"
    assert codes(facts(item(10, said=both), people=(head, HEADS[1]))) == []


def test_old_name_of_a_place_on_lists_stops() -> None:
    renamed = (Renamed(9, text(en="Jalal-Abad"), False), Renamed(9, text(en="Manas"), True))
    post = HEADS[0]._replace(position=text(en="Mayor of Jalal-Abad"), own_title=True)
    assert codes(facts(people=(post, HEADS[1]), renamed=renamed)) == ["W-46"]
    registered = post._replace(own_title=False)  # a post of the register is dated itself
    assert codes(facts(people=(registered, HEADS[1]), renamed=renamed)) == []
    about = facts(renamed=renamed)
    heading = (DELEGATIONS[0]._replace(heading=text(en="From Jalal-Abad")), *DELEGATIONS[1:])
    assert [one.code for one in run(replace(about, delegations=heading)).findings] == ["W-46"]


def test_two_editions_of_a_flag_in_one_place_ask() -> None:
    one = Flag(1, "KG", "2023", None, None, 7, "table")
    other = one._replace(id=2, edition="1992", out=8)
    russia = Flag(3, "RU", "1993", None, None, 9, "table")
    assert codes(facts(event={"flags": (one, other, russia)})) == ["W-67"]
    assert codes(facts(event={"flags": (one, russia)})) == []
    assert codes(facts(event={"flags": (one, russia, other._replace(where="hall"))})) == []


@pytest.mark.parametrize(
    ("flags", "expected"), [((), []), (("RU",), []), (("RU", "KG"), []), (("RU", "RU-KYA"), ["W-67"])]
)
def test_flag_of_a_delegation_missing_in_a_room_asks(flags: tuple[str, ...], expected: list[str]) -> None:
    assert codes(facts(plans=(Plan(5, None, text(en="Talks"), (), flags),))) == expected
