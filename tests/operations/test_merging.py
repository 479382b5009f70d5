"""Two entries that are one person become one, with all that hangs on them, in one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from planner.app import Planner, new_office, open_planner
from planner.errors import BadInput, NotFound
from planner.language.search import fold
from planner.model.agenda import Attendance
from planner.model.logistics import Gift
from planner.model.participation import Participation
from planner.operations import agenda, delegations, events, gifts, merging, people, texts
from planner.operations.people import NewName
from planner.queries.duplicates import apart_pairs, duplicates, merge_sheet
from planner.queries.import_people import known_here
from planner.queries.people import person_page
from planner.rules.duplicates import Reason
from planner.rules.kinds import Side
from planner.rules.people_import import Outcome, compare
from planner.rules.person_record import ImportedName, PersonRecord, RecordSet
from planner.rules.text import text
from tests.operations.test_undo_of_everything import dump

DAY = date(2024, 5, 15)


@pytest.fixture
def planner(tmp_path: Path) -> Iterator[Planner]:
    new_office(str(tmp_path / "a.office"))
    opened = open_planner(str(tmp_path / "a.office"), author="A", clock=lambda: datetime(2024, 5, 20, 9, tzinfo=UTC))
    yield opened
    opened.close()


def add(planner: Planner, *names: NewName, title: str = "", **values: Any) -> int:
    person = planner.execute(people.add_person, names, **values).result
    if title:
        planner.execute(people.add_post, person, text(en=title))
    return int(person)


def kabaev(planner: Planner, spelt: str = "Kabaev", **values: Any) -> int:
    return add(planner, NewName("en", spelt, "Azamat"), title="Mayor", **values)


def event_with(planner: Planner, *people_in: int) -> tuple[int, int, list[int]]:
    event = planner.execute(
        events.add_event, "visit", text(en="Visit"), from_day=DAY, to_day=DAY, languages=["en"]
    ).result
    delegation = planner.execute(delegations.add_delegation, event, "guest").result
    places = [planner.execute(delegations.add_member, delegation, one).result for one in people_in]
    return event, delegation, places


def rows(planner: Planner, *columns: Any) -> list[tuple[Any, ...]]:
    def read(db: Connection) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in db.execute(select(*columns).order_by(columns[0]))]

    return planner.read(read)


def test_other_spelling_in_the_same_post_is_proposed_with_its_reasons(planner: Planner) -> None:
    one, other = kabaev(planner), kabaev(planner, "Kabayev")
    (found,) = planner.read(duplicates, DAY)
    assert (found.proposal.pair, found.proposal.reasons) == ((one, other), (Reason.TRANSLITERATION, Reason.POST))


def test_other_script_is_proposed(planner: Planner) -> None:
    one, other = kabaev(planner), add(planner, NewName("ru", "Кабаев", "Азамат"))
    assert [found.proposal.pair for found in planner.read(duplicates, DAY)] == [(one, other)]


@pytest.mark.parametrize("field", ["birth_date", "passport_number"])
def test_contradicting_facts_block(planner: Planner, field: str) -> None:
    one, other = kabaev(planner), kabaev(planner, "Kabayev")
    values = {"birth_date": (date(1970, 1, 1), date(1971, 1, 1)), "passport_number": ("A1", "B2")}[field]
    for person, value in zip((one, other), values, strict=True):
        planner.execute(people.write_private, person, **{field: value})
    assert planner.read(duplicates, DAY) == ()


def test_who_is_not_the_same_is_not_proposed_again(planner: Planner) -> None:
    one, other = kabaev(planner), kabaev(planner, "Kabayev")
    planner.execute(merging.set_apart, other, one)
    assert planner.read(duplicates, DAY) == ()
    assert planner.read(apart_pairs) == frozenset({(one, other)})
    planner.undo()
    assert len(planner.read(duplicates, DAY)) == 1


def test_merged_person_has_everything_of_both_and_undo_parts_them(planner: Planner) -> None:
    one = kabaev(planner, country="KG", languages=["ky"])
    other = kabaev(planner, "Kabayev", languages=["ru"])
    planner.execute(people.write_name, other, "ru", surname="Кабаев", given="Азамат")
    planner.execute(people.write_private, other, diet="halal", contacts={"phone": "1"})
    planner.execute(people.write_private, one, contacts={"email": "k@example.org"})
    planner.execute(gifts.add_gift, other, text(en="Album"))
    event, _, (place,) = event_with(planner, other)
    before = planner.read(dump)
    planner.execute(merging.merge_people, one, other)
    page = planner.read(person_page, one)
    assert [(name.language, name.surname, name.valid_to) for name in page.names] == [
        ("en", "Kabayev", date(2024, 5, 19)), ("en", "Kabaev", None), ("ru", "Кабаев", None),
    ]  # fmt: skip
    assert (page.country, page.languages, len(page.posts)) == ("KG", ("ky", "ru"), 1)
    assert page.private is not None
    assert (page.private.diet, page.private.contacts) == ("halal", {"email": "k@example.org", "phone": "1"})
    assert [(one.participation_id, one.event.id) for one in page.places] == [(place, event)]
    assert rows(planner, Gift.person_id) == [(one,)]
    with pytest.raises(NotFound):
        planner.read(person_page, other)
    planner.undo()
    assert planner.read(dump) == before


def test_chosen_facts_of_the_other_stand(planner: Planner) -> None:
    one, other = kabaev(planner, country="KG"), kabaev(planner, "Kabayev", country="KZ")
    planner.execute(people.add_post, other, text(en="Minister"))
    planner.execute(merging.merge_people, one, other, from_other=["name.en", "country", "post"])
    page = planner.read(person_page, one)
    assert ([name.surname for name in page.names], page.country) == (["Kabaev", "Kabayev"], "KZ")
    assert [name.valid_to for name in page.names] == [date(2024, 5, 19), None]
    assert [(post.title.get("en"), post.valid_to) for post in page.posts] == [
        ("Mayor", date(2024, 5, 19)), ("Minister", None),
    ]  # fmt: skip


def test_list_with_the_spelling_not_chosen_finds_the_merged_person(planner: Planner) -> None:
    one, other = kabaev(planner), kabaev(planner, "Kabayev")
    planner.execute(merging.merge_people, one, other)
    event, _, _ = event_with(planner, one)
    planner.execute(events.edit_event, event, to_day=date(2024, 6, 1), from_day=date(2024, 6, 1))
    known = planner.read(known_here, event, Side.GUEST)
    record = PersonRecord(1, names={"en": ImportedName("Kabayev", "Azamat")})
    (line,) = compare(RecordSet((record,)), known.people, fold=fold).lines
    assert (line.outcome, line.person_id, line.changes) == (Outcome.SAME, one, ())
    planner.execute(people.write_name, one, "en", given="Azat")
    assert [(name.surname, name.given) for name in planner.read(person_page, one).names] == [
        ("Kabayev", "Azamat"), ("Kabaev", "Azat"),
    ]  # fmt: skip


def test_two_places_in_one_delegation_become_one_with_both_programmes(planner: Planner) -> None:
    one, other = kabaev(planner), kabaev(planner, "Kabayev")
    event, _, (mine, theirs) = event_with(planner, one, other)
    talks = planner.execute(agenda.add_item, event, text(en="Talks")).result
    dinner = planner.execute(agenda.add_item, event, text(en="Dinner")).result
    for item, place in ((talks, mine), (talks, theirs), (dinner, theirs)):
        planner.execute(agenda.add_attendance, item, role="takes-part", participation_id=place)
    (conflict,) = planner.read(merge_sheet, one, other, DAY).conflicts
    assert (conflict.event_id, conflict.one_delegation) == (event, True)
    planner.execute(merging.merge_people, one, other)
    assert rows(planner, Participation.id, Participation.person_id) == [(mine, one)]
    assert rows(planner, Attendance.item_id, Attendance.participation_id) == [(talks, mine), (dinner, mine)]


def test_merging_somebody_with_oneself_or_by_an_unknown_fact_is_refused(planner: Planner) -> None:
    one, other = kabaev(planner), kabaev(planner, "Kabayev")
    with pytest.raises(BadInput):
        planner.execute(merging.merge_people, one, one)
    with pytest.raises(BadInput):
        planner.execute(merging.merge_people, one, other, from_other=["shoe size"])


def test_degree_is_kept_of_whoever_has_one_and_chosen_of_two(planner: Planner) -> None:
    one, other = kabaev(planner), kabaev(planner, "Kabayev")
    planner.execute(texts.write_text, "person", other, "degree", language="en", words="Doctor of Law")
    (fact,) = (each for each in planner.read(merge_sheet, one, other, DAY).fields if each.key == "degree")
    assert (fact.one, fact.other.get("en"), fact.contested) == (text(), "Doctor of Law", False)
    planner.execute(merging.merge_people, one, other)
    assert planner.read(person_page, one).degree.get("en") == "Doctor of Law"
    third = kabaev(planner)
    planner.execute(texts.write_text, "person", third, "degree", language="en", words="PhD")
    planner.execute(merging.merge_people, one, third, from_other=["degree"])
    assert planner.read(person_page, one).degree.get("en") == "PhD"
