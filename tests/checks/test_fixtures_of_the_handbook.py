"""The fixtures of the handbook (section 8): each gives what it says, and the clean one nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from planner import schedules
from planner.app import Planner, open_planner
from planner.checks.event import check_event, check_office
from planner.language.transliteration import Scheme, romanise
from planner.operations import agenda, delegations, events, organisations, people, texts, venues
from planner.operations.events import add_event
from planner.operations.names import confirm_name_cases
from planner.operations.people import NewName
from planner.queries.agenda import programme
from planner.queries.cases import unconfirmed_cases
from planner.queries.delegations import delegations as rows_of
from planner.queries.events import event_page
from planner.rules.kinds import ItemKind
from planner.rules.text import text
from tests.checks.rows import add_row


class Made:
    """An event in an empty office. Attributes: planner, event, guests, hosts (delegations), places by name."""

    def __init__(self, planner: Planner, first: date, last: date, *, kind: str = "visit", **values: Any) -> None:
        self.planner, self.first = planner, first
        given = {"languages": ["ru", "en"], "host_zone": "Asia/Krasnoyarsk", "guest_zone": "Asia/Bishkek", **values}
        self.event = self.do(add_event, kind, text(ru="Визит", en="Visit"), from_day=first, to_day=last, **given)
        self.guests, self.hosts = (row.id for row in planner.read(rows_of, self.event))
        for delegation, country in ((self.guests, "KG"), (self.hosts, "RU")):
            unit = self.do(
                organisations.add_organisation, text(ru=f"Мэрия {country}", en=f"Mayor {country}"), country=country
            )
            self.do(delegations.edit_delegation, delegation, organisation_id=unit)
        self.places: dict[str, int] = {}

    def do(self, operation: Any, *args: Any, **values: Any) -> Any:
        """Run an operation and return its result."""
        return self.planner.execute(operation, *args, **values).result

    def member(self, name: str, side: str = "guest", capacity: str = "member", **values: Any) -> int:
        """Add somebody with names in both languages."""
        latin = NewName("en", romanise(name, Scheme.COMMON).capitalize())
        person = self.do(people.add_person, [NewName("ru", name), latin], **values)
        delegation = self.guests if side == "guest" else self.hosts
        self.places[name] = self.do(delegations.add_member, delegation, person, capacity=capacity, state="confirmed")
        return person

    def item(self, time: str, title: str, *, day: date | None = None, who: str | None = "guest", at: int | None = None,
             room: int | None = None, **values: Any) -> int:  # fmt: skip
        """Add an item in both languages."""
        start, _, end = time.partition("-")
        minutes = [int(one[:2]) * 60 + int(one[3:]) if one else None for one in (start, end)]
        words = values.pop("words", text(ru=title, en=title))
        item = self.do(
            agenda.add_item, self.event, words, day=day or self.first, start=minutes[0], end=minutes[1], **values
        )
        if who:
            self.do(agenda.add_attendance, item, side=who)
        if at or room:
            self.do(agenda.place_item, item, venue_id=at, room_id=room)
        return int(item)

    def codes(self, **values: Any) -> list[str]:
        """Return the codes of what is found."""
        return [one.code for one in self.planner.read(check_event, self.event, **values)]


@pytest.fixture
def planner(sqlite_template: Path, tmp_path: Path) -> Iterator[Planner]:
    path = tmp_path / "one.office"
    copy(sqlite_template, path)
    opened = open_planner(str(path), author="A")
    yield opened
    opened.close()


def manas(planner: Planner, *, talks: str = "08:00-09:30", meal: str = "12:30-13:30", early: bool = False) -> Made:
    """The visit of Manas in Ramadan 2027: six and an interpreter, landing at 05:20."""
    day = date(2027, 2, 10)
    made = Made(planner, day, date(2027, 2, 11), languages=["ru", "ky"])
    for number in range(6):
        person = made.member(f"Гость{'АБВГДЕ'[number]}", capacity="head" if number == 0 else "member", country="KG")
        made.do(people.write_name, person, "ky", surname=f"Конок{'АБВГДЕ'[number]}")
        made.do(people.write_private, person, fasting="yes" if number == 0 else "no")
    interpreter = made.member("Переводчик", capacity="interpreter", country="KG", languages=["ru", "ky"])
    made.do(people.write_name, interpreter, "ky", surname="Котормочу")
    made.do(people.write_private, interpreter, fasting="no")
    host = made.member("Хозяин", "host", "head")
    made.do(people.write_name, host, "ky", surname="Ээси")
    both = {"words": text(ru="Дело", ky="Иш")}
    made.item(talks, "", day=day, kind="talks", interpretation="consecutive", **both)
    made.item("10:30-12:10", "", day=day, kind="culture", **both)
    made.item(meal, "", day=day, kind="meal", **both)
    made.item("13:40-18:00", "", day=day, kind="free-time", **both)
    made.item("11:00-12:00", "", day=date(2027, 2, 11), kind="signing", interpretation="consecutive", **both)
    for place in made.places.values():
        if place != made.places["Хозяин"]:
            add_row(planner, "journey", participation_id=place, direction="arrival", number="KR 1", arrives_day=day,
                    arrives=320, arrives_zone="Asia/Krasnoyarsk", met_by="А")  # fmt: skip
            add_row(planner, "lodging", participation_id=place, from_day=day, early=early)
    _bilingual_title(made, "ky")
    return made


def _bilingual_title(made: Made, language: str) -> None:
    made.do(texts.write_text, "event", made.event, "title", language=language, words="Сапар")
    for delegation in made.planner.read(rows_of, made.event):
        assert delegation.organisation


def test_note_of_2024_gives_its_three_slips(sample_template: Path) -> None:
    planner = open_planner(str(sample_template), author="A", read_only=True)
    found = planner.read(check_office)
    meeting = min(found)
    assert [one.code for one in found[meeting]] == ["W-41", "W-46", "W-50"]
    fixes = {one.code: [fix.operation for fix in one.fixes] for one in found[meeting]}
    assert fixes == {"W-41": ["correct_greeting"], "W-46": ["exchange_flag"], "W-50": []}
    planner.close()


def test_visit_in_ramadan_gives_landing_room_and_meal_until_they_are_mended(planner: Planner) -> None:
    made = manas(planner)
    assert sorted(set(made.codes())) == ["W-08", "W-11", "W-51"]


def test_visit_in_ramadan_that_is_mended_gives_nothing(planner: Planner) -> None:
    assert manas(planner, talks="09:00-10:30", meal="18:30-20:00", early=True).codes() == []


def test_specimen_with_a_weekday_of_another_month_gives_one_code(planner: Planner) -> None:
    made = Made(planner, date(2002, 10, 14), date(2002, 10, 16))
    made.member("Гость", capacity="head")
    made.member("Хозяин", "host", "head")
    made.do(events.set_heading, made.event, "programme", title=text(
        ru="Программа пребывания 14–16 октября 2002 г.", en="Programme of Stay, 14–16 October 2002"))  # fmt: skip
    made.item("10:00-11:00", "", words=text(ru="14 марта, воскресенье. Прибытие", en="14 October. Arrival"))
    assert set(made.codes()) == {"W-13"}


def test_conference_of_150_gives_the_full_hall_and_the_two_sections(planner: Planner) -> None:
    day = date(2026, 10, 20)
    made = Made(planner, day, day, kind="conference")
    made.member("Хозяин", "host", "head")
    for number in range(62):
        made.member(
            f"Участник{chr(1040 + number % 32)}{chr(1072 + number // 32)}", capacity="member" if number else "head"
        )
    house = made.do(venues.add_venue, text(ru="Дом", en="House"))
    halls = [
        made.do(venues.add_room, house, text(ru=f"Зал {n}", en=f"Hall {n}"), capacity={"theatre": seats})
        for n, seats in enumerate((50, 60, 60))
    ]
    sections = [
        made.item("10:00-11:30", f"Section {n}", kind="session", who="guest" if n == 0 else None, room=hall)
        for n, hall in enumerate(halls)
    ]
    for section in sections[1:]:
        moderator = {"participation_id": made.places["Хозяин"], "role": "moderator"}
        made.do(agenda.add_attendance, section, **moderator)
    assert made.codes() == ["W-64", "W-78"]


def test_names_with_letters_that_only_look_right_are_three_findings(planner: Planner) -> None:
    made = Made(planner, date(2026, 9, 1), date(2026, 9, 1), languages=["ky"], host_languages=["ky"])
    made.do(texts.write_text, "event", made.event, "title", language="ky", words="Сапар")
    for name, capacity in (("Кѳкѳев", "head"), ("Жаӊыбаев", "member"), ("Kабаев", "member"), ("Асанов", "member")):
        person = made.do(people.add_person, [NewName("ky", name)])
        made.do(delegations.add_member, made.guests, person, capacity=capacity)
    for delegation in (made.guests, made.hosts):
        made.do(delegations.edit_delegation, delegation, organisation_id=None)
    assert made.codes() == ["W-42", "W-42", "W-42"]


def clean(planner: Planner) -> Made:
    """A visit with everything as it should be."""
    first, last = date(2026, 9, 8), date(2026, 9, 9)
    made = Made(planner, first, last, state="agreed")
    made.member("Кабаев", capacity="head")
    made.member("Садыкова")
    made.member("Котов", capacity="interpreter", languages=["ru", "ky"])
    made.member("Логинов", "host", "head")
    made.member("Петрова", "host")
    hall = made.do(venues.add_venue, text(ru="Мэрия", en="City Hall"))
    museum = made.do(venues.add_venue, text(ru="Музей", en="Museum"))
    room = made.do(venues.add_room, hall, text(ru="Малый зал", en="Small Hall"), capacity={"table": 12})
    made.do(venues.set_opening_hours, hall, [(day, 480, 1200) for day in range(5)])
    made.do(venues.set_route, hall, museum, minutes=15)
    talks = made.item("10:00-11:00", "Переговоры", kind="talks", room=room, interpretation="consecutive")
    made.do(agenda.add_attendance, talks, side="host")
    made.item("11:30-12:20", "Музей", kind="culture", at=museum)
    made.item("12:30-13:30", "Обед", kind="meal", at=museum)
    made.item("14:10-15:30", "Завод", kind="site-visit")
    made.item("10:00-11:00", "Встреча", kind="meeting", day=last, room=room)
    for gap in planner.read(unconfirmed_cases, made.event):
        if gap.table == "person_name":
            made.do(confirm_name_cases, gap.row_id, {"ins": "Кабаевым"})
    return made


def test_clean_visit_gives_nothing(planner: Planner) -> None:
    assert clean(planner).codes() == []
    assert clean(planner).codes(today=date(2026, 9, 1)) == []


# --- Real conferences: as many clashes as an independent count finds ----------------------------------------------


FILES = {
    "fosdem-2021.xml": (date(2021, 2, 6), date(2021, 2, 7), "Europe/Brussels", ["en"]),
    "coscup2021.json": (date(2021, 7, 31), date(2021, 8, 1), "Asia/Taipei", ["zh-Hant", "en"]),
}


@pytest.mark.parametrize("name", FILES)
def test_clashes_of_a_conference_equal_an_independent_count(planner: Planner, shared_data: Path, name: str) -> None:
    first, last, zone, languages = FILES[name]
    event = planner.execute(add_event, "conference", text(en="C"), from_day=first, to_day=last, languages=languages,
                            host_zone=zone).result  # fmt: skip
    schedule = schedules.read(shared_data / "schedules" / name, planner.read(event_page, event))
    schedules.apply(planner, planner.read(schedules.prepare, event, schedule))
    assert clashes_found(planner, event) == counted(planner, event)  # both were planned well
    for item in planner.read(programme, event).items[::3]:
        if item.kind is ItemKind.TALK and item.start is not None:
            planner.execute(agenda.move_item, item.id, item.day, item.start - 25)
    found = clashes_found(planner, event)
    assert found == counted(planner, event)
    assert min(found["people"], found["rooms"]) > 0


def clashes_found(planner: Planner, event: int) -> Counter[str]:
    """Count the clashes of the checks: persons and rooms."""
    found: Counter[str] = Counter()
    for one in planner.read(check_event, event):
        if one.code in ("W-01", "W-36", "W-78"):
            found["people"] += int(one.values["people"])
        elif one.code == "W-03":
            found["rooms"] += 1
    return found


def counted(planner: Planner, event: int) -> Counter[str]:
    """Compare every talk with every other: one room, or one speaker, at one time; a session and its own talk do not."""
    plan = planner.read(programme, event)
    people_of = {
        member.id: member.who.id for row in planner.read(rows_of, event) for member in row.members if member.who
    }
    talks = []
    halls = {item.id for item in plan.items if item.room_id is not None}
    for item in plan.items:
        span = item.slot.interval()
        if span is not None:
            who = {people_of[one.participation_id] for one in item.people if one.participation_id in people_of}
            talks.append((span.start, span.end, item.id, item.parent_id, item.room_id, who))
    found: Counter[str] = Counter()
    for place, (start, end, one, parent, room, who) in enumerate(talks):
        for other_start, other_end, other, other_parent, other_room, others in talks[place + 1 :]:
            if start < other_end and other_start < end and one != other_parent and other != parent:
                siblings = parent is not None and parent == other_parent and parent in halls
                found["rooms"] += siblings or (room is not None and room == other_room)
                found["people"] += len(who & others)
    return +found
