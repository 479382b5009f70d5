"""The checks of an event: each fires where it should, is silent a hair's breadth beside, and names what it is about."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.app import Planner, open_planner
from planner.checks.event import check_event, check_office, checked_event, fixes_of
from planner.errors import BadInput
from planner.language.catalog import fill
from planner.operations import agenda, delegations, events, organisations, people, texts, venues
from planner.operations.findings import dismiss_finding, exchange_flag, take_back_dismissal
from planner.operations.people import NewName
from planner.queries.delegations import delegations as delegation_rows
from planner.rules.findings import Finding, Severity, Thing, fingerprint
from planner.rules.text import Text, text

DAY = date(2026, 9, 1)
NEXT = DAY + timedelta(days=1)


class Office:
    """An office with one clean event: a guest and a host, each the head of a delegation.

    Attributes: planner, event, guests, hosts, guest, host (places), person (of the guest).
    """

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.event = self.add_event("Visit")
        self.guests, self.hosts = self.sides(self.event)
        self.person = self.add_person("Kabaev")
        self.guest = self.do(delegations.add_member, self.guests, self.person, capacity="head")
        self.host = self.do(delegations.add_member, self.hosts, self.add_person("Loginov"), capacity="head")

    def do(self, operation: Any, *arguments: Any, **values: Any) -> Any:
        """Run an operation and return what it returned."""
        return self.planner.execute(operation, *arguments, **values).result

    def add_event(self, title: str, *, day: date = DAY, **values: Any) -> int:
        """Add an event of one day in Russian and English."""
        words = text(ru=f"{title} ru", en=title)
        given = {"host_zone": "Asia/Krasnoyarsk", **values}
        return int(self.do(events.add_event, "visit", words, from_day=day, to_day=day, languages=["ru", "en"], **given))

    def sides(self, event: int) -> tuple[int, int]:
        """Return the guest and the host delegation an event is made with."""
        found = {row.side.value: row.id for row in self.planner.read(delegation_rows, event)}
        return found["guest"], found["host"]

    def add_person(self, surname: str) -> int:
        """Add somebody named in both languages."""
        return int(self.do(people.add_person, [NewName("ru", f"{surname} ru"), NewName("en", surname)]))

    def item(self, title: str, start: int | None, end: int | None = None, **values: Any) -> int:
        """Add an item in both languages, on the day of the event."""
        event = values.pop("event", self.event)
        given = {"day": DAY, "start": start, "end": end, **values}
        return int(self.do(agenda.add_item, event, text(ru=f"{title} ru", en=title), **given))

    def joins(self, item: int, **who: Any) -> None:
        """Say who takes part in an item."""
        self.do(agenda.add_attendance, item, **who)

    def room(self, name: str) -> int:
        """Add a room in a venue of its own."""
        venue = self.do(venues.add_venue, text(ru=f"{name} ru", en=name))
        return int(self.do(venues.add_room, venue, text(ru=f"{name} ru", en=name)))

    def found(self, event: int | None = None) -> list[Finding]:
        """Return the findings of an event."""
        return list(self.planner.read(check_event, event or self.event))

    def codes(self, event: int | None = None) -> list[str]:
        """Return the codes of the findings of an event."""
        return [finding.code for finding in self.found(event)]

    def said(self) -> list[str]:
        """Return the findings as sentences."""
        return [fill(finding.message, finding.values) for finding in self.found()]


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path) -> Iterator[Office]:
    path = tmp_path / "test.office"
    shutil.copy(sqlite_template, path)
    planner = open_planner(str(path), author="Aida")
    yield Office(planner)
    planner.close()


def test_checks_say_the_same_on_both_engines(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="Aida")
    office = Office(planner)
    assert office.found() == []
    room = office.room("Hall")
    for title in ("Talks", "Tour"):
        item = office.item(title, 600, 660)
        office.joins(item, side="guest")
        office.do(agenda.place_item, item, venue_id=None, room_id=room)
    office.do(texts.write_text, table="event", row_id=office.event, field="place", language="en", words="Osh")
    office.do(delegations.edit_member, office.guest, capacity="member")
    assert office.codes() == ["W-01", "W-03", "W-17", "W-38"]
    planner.close()


def test_clean_event_has_no_findings(office: Office) -> None:
    item = office.item("Talks", 600, 660)
    office.joins(item, side="guest")
    office.do(agenda.place_item, item, venue_id=None, room_id=office.room("Hall"))
    assert office.found() == []
    assert office.planner.read(check_office) == {office.event: ()}


# --- W-01: one person in two places ---------------------------------------------------------------------------


def test_person_in_two_items_at_once_is_found(office: Office) -> None:
    first, second = office.item("Talks", 600, 660), office.item("Tour", 659, 700)
    office.joins(first, participation_id=office.guest)
    office.joins(second, participation_id=office.guest)
    (finding,) = office.found()
    assert finding[:3] == ("W-01", Severity.STOPS, (Thing("item", first), Thing("item", second)))
    assert office.said() == [
        "Kabaev ru is in two places: “Talks ru” 10:00–11:00 and “Tour ru” 10:59–11:40. Move one, or replace the person."
    ]


@pytest.mark.parametrize("who", ["side", "delegation", "one by side, one by name"])
def test_person_meant_by_a_side_or_a_delegation_is_found_too(office: Office, who: str) -> None:
    first, second = office.item("Talks", 600, 660), office.item("Tour", 630, 700)
    mine = {"delegation_id": office.guests} if who == "delegation" else {"side": "guest"}
    office.joins(first, **mine)
    office.joins(second, **(mine if who != "one by side, one by name" else {"participation_id": office.guest}))
    assert office.codes() == ["W-01"]


def test_person_named_twice_over_in_one_item_is_in_one_place(office: Office) -> None:
    item = office.item("Talks", 600, 660)
    office.joins(item, side="guest")
    office.joins(item, participation_id=office.guest)
    assert office.codes() == []


@pytest.mark.parametrize(
    ("start", "end", "values"),
    [
        (660, 700, {}),  # begins when the other ends
        (540, 600, {}),
        (630, 700, {"day": NEXT}),
        (630, 700, {"state": "cancelled"}),
        (None, None, {}),  # in the pool
        (660, None, {}),  # a moment at the end of the other
        (630, 700, {"start_zone": "Asia/Bishkek", "end_zone": "Asia/Bishkek"}),  # an hour later by the sun
    ],
)
def test_person_in_two_items_one_after_the_other_is_not_found(
    office: Office, start: int | None, end: int | None, values: dict[str, Any]
) -> None:
    office.joins(office.item("Talks", 600, 660), side="guest")
    office.joins(office.item("Tour", start, end, **values), side="guest")
    assert [code for code in office.codes() if code != "W-13"] == []  # the next day is not one of the event's


def test_part_of_an_item_is_no_second_place(office: Office) -> None:
    whole = office.item("Conference", 600, 660)
    part = office.item("Talk", 610, 630, parent_id=whole)
    for item in (whole, part):
        office.joins(item, side="guest")
    assert office.codes() == []


def test_two_parts_of_one_item_at_once_are_two_places(office: Office) -> None:
    whole = office.item("Conference", 600, 660)
    for title in ("Talk A", "Talk B"):
        office.joins(office.item(title, 610, 630, parent_id=whole), participation_id=office.guest)
    assert office.codes() == ["W-01"]


def test_person_who_declined_is_nowhere(office: Office) -> None:
    for title in ("Talks", "Tour"):
        office.joins(office.item(title, 600, 660), side="guest")
    office.do(delegations.edit_member, office.guest, state="declined")
    office.do(delegations.add_member, office.guests, office.add_person("Osmonova"), capacity="head", state="invited")
    assert office.codes() == ["W-01"]  # the one who comes
    office.do(delegations.remove_member, office.host)
    assert [finding.values["who"] for finding in office.found()] == ["Osmonova ru"]


def test_person_at_two_events_at_once_is_found_from_both(office: Office) -> None:
    other = office.add_event("Conference")
    guests, _ = office.sides(other)
    place = office.do(delegations.add_member, guests, office.person, capacity="head")
    office.joins(office.item("Talks", 600, 660), participation_id=office.guest)
    office.joins(office.item("Plenary", 630, 700, event=other), participation_id=place)
    assert (office.codes(), office.codes(other)) == (["W-01"], ["W-01"])
    office.do(events.edit_event, other, state="cancelled")
    assert office.codes() == []


def test_night_that_reaches_into_the_next_event_is_seen(office: Office) -> None:
    other = office.add_event("Next day", day=NEXT)
    place = office.do(delegations.add_member, office.sides(other)[0], office.person, capacity="head")
    office.joins(office.item("Night train", 1380, 60), participation_id=office.guest)
    early = office.item("Reception", 30, 90, event=other, day=NEXT)
    office.joins(early, participation_id=place)
    assert (office.codes(), office.codes(other)) == (["W-01"], ["W-01"])


# --- W-03: one room taken twice -------------------------------------------------------------------------------


def test_room_taken_twice_is_found(office: Office) -> None:
    room = office.room("Hall")
    for title, start in (("Talks", 600), ("Tour", 620)):
        office.do(agenda.place_item, office.item(title, start, start + 30), venue_id=None, room_id=room)
    (finding,) = office.found()
    assert (finding.code, finding.severity) == ("W-03", Severity.STOPS)
    assert office.said() == [
        "Hall ru is taken twice: “Talks ru” 10:00–10:30 and “Tour ru” 10:20–10:50. Move one, or choose another room."
    ]


@pytest.mark.parametrize("near", ["another room", "after it", "press", "cancelled"])
def test_room_taken_once_is_not_found(office: Office, near: str) -> None:
    room = office.room("Hall")
    other = office.room("Hall") if near == "another room" else room
    values = {"press": {"kind": "press"}, "cancelled": {"state": "cancelled"}}.get(near, {})
    start = 660 if near == "after it" else 600
    office.do(agenda.place_item, office.item("Talks", 600, 660), venue_id=None, room_id=room)
    office.do(agenda.place_item, office.item("Photo", start, 700, **values), venue_id=None, room_id=other)
    assert office.codes() == []


def test_room_taken_by_another_event_is_found(office: Office) -> None:
    room, other = office.room("Hall"), office.add_event("Conference")
    office.do(agenda.place_item, office.item("Talks", 600, 660), venue_id=None, room_id=room)
    there = office.item("Plenary", 610, 650, event=other)
    office.do(agenda.place_item, there, venue_id=None, room_id=room)
    assert (office.codes(), office.codes(other)) == (["W-03"], ["W-03"])


# --- W-17: one head of a delegation -----------------------------------------------------------------------------


def test_delegation_without_a_head_is_found(office: Office) -> None:
    office.do(delegations.edit_member, office.guest, capacity="member")
    (finding,) = office.found()
    assert finding[:3] == ("W-17", Severity.STOPS, (Thing("delegation", office.guests),))
    assert office.said() == ["guest has no head. Mark one of its members as the head."]


def test_delegation_with_two_heads_is_found(office: Office) -> None:
    second = office.do(delegations.add_member, office.guests, office.add_person("Osmonova"), capacity="head")
    (finding,) = office.found()
    assert set(finding.things) == {
        Thing("delegation", office.guests), Thing("member", office.guest), Thing("member", second),
    }  # fmt: skip
    assert office.said() == ["guest has 2 heads. Leave one; make the others deputies or members."]


def test_head_who_declined_is_no_head(office: Office) -> None:
    office.do(delegations.add_member, office.guests, office.add_person("Osmonova"), capacity="member")
    assert office.codes() == []
    office.do(delegations.edit_member, office.guest, state="declined")
    assert office.codes() == ["W-17"]


@pytest.mark.parametrize("side", ["invited", "staff"])
def test_those_invited_and_the_staff_need_no_head(office: Office, side: str) -> None:
    delegation = office.do(delegations.add_delegation, office.event, side)
    office.do(delegations.add_member, delegation, office.add_person("Bataeva"))
    assert office.codes() == []


def test_delegation_with_nobody_in_it_needs_no_head(office: Office) -> None:
    office.do(delegations.remove_member, office.guest)
    assert office.codes() == []


# --- W-38, W-39: texts missing or older than the other language --------------------------------------------------


def test_text_missing_in_a_language_of_the_event_is_found(office: Office) -> None:
    item = office.do(agenda.add_item, office.event, text(en="Talks"), day=DAY, start=600)
    (finding,) = office.found()
    assert finding[:3] == ("W-38", Severity.STOPS, (Thing("item", item),))
    assert office.said() == ["“Talks” is missing in ru. Write it."]


def test_text_missing_in_a_language_the_event_does_not_have_is_not_found(office: Office) -> None:
    office.do(agenda.add_item, office.event, text(ru="Переговоры", en="Talks", ky="Сүйлөшүү"), day=DAY, start=600)
    assert office.codes() == []
    office.do(agenda.add_item, office.event, Text(), day=DAY, start=600)  # nothing to print, nothing missing
    assert office.codes() == []


def test_name_missing_in_a_language_is_found(office: Office) -> None:
    person = office.do(people.add_person, [NewName("ru", "Осмонова", "Айгуль")])
    member = office.do(delegations.add_member, office.guests, person)
    (finding,) = office.found()
    assert finding[:3] == ("W-38", Severity.STOPS, (Thing("member", member),))
    assert office.said() == ["The name of Осмонова Айгуль is missing in en. Write it."]


def test_latin_of_the_passport_is_no_english_name(office: Office) -> None:
    names = [NewName("ru", "Осмонова"), NewName("und-Latn", "OSMONOVA", source="passport")]
    person = office.do(people.add_person, names)
    office.do(delegations.add_member, office.guests, person)
    assert office.codes() == ["W-38"]


def test_wording_older_than_its_counterpart_is_found_until_it_is_checked_again(office: Office) -> None:
    item = office.item("Talks", 600, 660)
    write = {"table": "item", "row_id": item, "field": "title"}
    office.do(texts.check_text, language="en", **write)
    assert office.codes() == []
    office.do(texts.write_text, language="ru", words="Встреча", **write)
    (finding,) = office.found()
    assert finding[:3] == ("W-39", Severity.ATTENTION, (Thing("item", item),))
    assert office.said() == ["“Встреча”: the other language was changed after en was checked. Compare them."]
    office.planner.undo()
    assert office.codes() == []
    office.planner.redo()
    office.do(texts.check_text, language="en", **write)
    assert office.codes() == []


def test_text_that_was_never_checked_is_not_stale(office: Office) -> None:
    item = office.item("Talks", 600, 660)
    office.do(texts.write_text, table="item", row_id=item, field="title", language="ru", words="Встреча")
    assert office.codes() == []


def test_gravest_findings_come_first(office: Office) -> None:
    item = office.item("Talks", 600, 660)
    write = {"table": "item", "row_id": item, "field": "title"}
    office.do(texts.check_text, language="en", **write)
    office.do(texts.write_text, language="ru", words="Встреча", **write)
    office.do(delegations.edit_member, office.guest, capacity="member")
    office.do(texts.write_text, table="event", row_id=office.event, field="place", language="en", words="Osh")
    assert office.codes() == ["W-17", "W-38", "W-39"]


# --- the whole office -------------------------------------------------------------------------------------------


def test_check_of_the_office_leaves_out_what_is_cancelled_or_over_by_then(office: Office) -> None:
    office.do(delegations.edit_member, office.guest, capacity="member")
    other = office.add_event("Old", day=date(2020, 1, 1))
    gone = office.add_event("Gone")
    office.do(events.edit_event, gone, state="cancelled")
    found = office.planner.read(check_office)
    assert {event: [one.code for one in rows] for event, rows in found.items()} == {other: [], office.event: ["W-17"]}
    assert list(office.planner.read(check_office, as_of=DAY)) == [office.event]
    assert office.planner.read(check_office, as_of=NEXT) == {}


# --- not a problem, because… ---------------------------------------------------------------------------------------


def test_dismissed_finding_stays_away_until_its_facts_change(office: Office) -> None:
    first, second = office.item("Talks", 600, 660), office.item("Tour", 640, 700)
    for item in (first, second):
        office.joins(item, participation_id=office.guest)
    (finding,) = office.found()
    things = [tuple(thing) for thing in finding.things]
    facts = fingerprint(finding)
    row = office.do(dismiss_finding, office.event, finding.code, facts, things=things, reason="He leaves early")
    assert office.codes() == []
    checked = office.planner.read(checked_event, office.event)
    assert [(one.finding.code, one.row.reason, one.row.author) for one in checked.dismissed] == [
        ("W-01", "He leaves early", "Aida")
    ]
    office.do(agenda.move_item, second, DAY, 650)
    assert office.codes() == ["W-01"]
    office.planner.undo()
    assert office.codes() == []
    office.do(take_back_dismissal, row)
    assert office.codes() == ["W-01"]


def test_dismissal_needs_a_reason(office: Office) -> None:
    with pytest.raises(BadInput):
        office.do(dismiss_finding, office.event, "W-01", "x", reason="  ")


def test_fix_puts_out_the_flag_of_the_day(office: Office) -> None:
    old, new = (
        office.do(organisations.add_flag, "KG", edition, valid_from=since, valid_to=until)
        for edition, since, until in (("old", None, date(2023, 12, 25)), ("new", date(2023, 12, 26), None))
    )
    office.do(events.put_out_flag, office.event, old)
    (finding,) = office.found()
    (fix,) = office.planner.read(fixes_of, office.event, finding)
    assert (finding.code, fix.values, fix.arguments["flag_id"]) == ("W-46", {"year": "2023"}, new)
    office.do(exchange_flag, **fix.arguments)
    assert office.codes() == []


def test_change_of_a_colleague_is_seen(office: Office) -> None:
    assert office.codes() == []
    colleague = open_planner(str(office.planner.path), author="B", read_only=True)
    assert colleague.read(check_event, office.event) == ()
    office.do(delegations.edit_member, office.guest, capacity="member")
    assert [one.code for one in colleague.read(check_event, office.event)] == ["W-17"]
    colleague.close()
