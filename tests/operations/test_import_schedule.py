"""A schedule becomes a programme in one step, with rooms, tracks and speakers; a second time it changes nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from planner import schedules
from planner.__main__ import main
from planner.app import Planner, open_planner
from planner.documents.content import Content
from planner.documents.running_order import compose
from planner.exchange.schedules import read_schedule
from planner.operations.agenda import add_item, edit_item
from planner.operations.events import add_event
from planner.operations.people import NewName, add_person
from planner.papers import Choice, Paper, compose_paper, print_paper
from planner.queries.agenda import programme
from planner.queries.delegations import delegations
from planner.queries.events import event_page, events
from planner.queries.for_documents import programme_data
from planner.queries.venues import venues
from planner.rules.kinds import ItemKind, Role, Side
from planner.rules.text import text
from planner.storage.verify import verify
from tests.operations.test_undo_of_everything import dump

FIRST, LAST = date(2021, 2, 6), date(2021, 2, 7)
TALKS = (
    ("a1", 1, "Hall", "Cities", "10:00", "Opening", ("Anna Berg",)),
    ("a2", 1, "Hall", "Cities", "10:30", "Water", ("Bo Chen", "Anna Berg")),
    ("a3", 1, "Hall", "Roads", "11:00", "Bridges", ("Cy Dahl",)),
    ("a4", 1, "Hall", "Roads", "11:30", "Tunnels", ()),
    ("a5", 2, "Attic", "Cities", "10:00", "Roofs", ("Anna Berg",)),
    ("a6", 2, "Attic", "Cities", "10:30", "Farewell", ("Anna Berg",)),
)


def record(one: tuple, **other: object) -> dict[str, object]:
    """A record of a schedule.json."""
    key, _, room, track, start, title, speakers = one
    persons = [{"id": name, "public_name": name} for name in speakers]
    return {"guid": key, "room": room, "track": track, "start": start, "duration": "00:30", "title": title,
            "persons": persons, **other}  # fmt: skip


def write(path: Path, records: list[tuple[int, dict[str, object]]], **conference: object) -> Path:
    """Write a schedule.json with records by number of their day."""
    days = []
    for number, day in enumerate((FIRST, LAST), 1):
        here: dict[str, list[object]] = {}
        for on, one in records:
            if on == number:
                here.setdefault(str(one["room"]), []).append(one)
        days.append({"index": number, "date": day.isoformat(), "rooms": here})
    content = {"schedule": {"conference": {"title": "Conf", "venue": "Castle", "days": days, **conference}}}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.fixture
def planner(empty_office_url: str) -> Iterator[Planner]:
    opened = open_planner(empty_office_url, author="A")
    yield opened
    opened.close()


@pytest.fixture
def event(planner: Planner) -> int:
    return make_event(planner)


def make_event(planner: Planner, *, languages: tuple[str, ...] = ("en", "ru"), zone: str = "Europe/Brussels") -> int:
    return planner.execute(
        add_event, "conference", text(en="Conference"), from_day=FIRST, to_day=LAST, languages=list(languages),
        host_zone=zone,
    ).result  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "schedule.json", [(one[1], record(one)) for one in TALKS])


def take(planner: Planner, event: int, path: Path) -> dict[str, object]:
    """Import a file; return its report."""
    schedule = schedules.read(path, planner.read(event_page, event))
    prepared = planner.read(schedules.prepare, event, schedule)
    schedules.apply(planner, prepared)
    return schedules.report(prepared)


def counts(report: dict[str, object]) -> tuple[object, ...]:
    return tuple(report[key] for key in ("rows", "new", "same", "changed", "rejected"))


def shape(planner: Planner, event: int) -> list[tuple[object, ...]]:
    """Return each session with day, time, room and track, and its talks with their speakers."""
    plan = planner.read(programme, event)
    places = {m.id: m.names["en"].surname for row in planner.read(delegations, event) for m in row.members}
    titles = {track.id: track.title.get("en") for track in plan.tracks}
    return [
        (
            item.title.get("en"), item.day, item.start, item.end, item.room.get("en"),
            [titles[track] for track in item.track_ids],
            [(talk.title.get("en"), talk.start, [places[one.participation_id] for one in talk.people])
             for talk in plan.parts(item.id)],
        )
        for item in plan.top()
    ]  # fmt: skip


def test_talks_of_one_track_in_one_room_are_a_session(planner: Planner, event: int, file: Path) -> None:
    assert counts(take(planner, event, file)) == (6, 6, 0, 0, 0)
    assert shape(planner, event) == [
        ("Cities", FIRST, 600, 660, "Hall", ["Cities"],
         [("Opening", 600, ["Berg"]), ("Water", 630, ["Chen", "Berg"])]),
        ("Roads", FIRST, 660, 720, "Hall", ["Roads"], [("Bridges", 660, ["Dahl"]), ("Tunnels", 690, [])]),
        ("Cities", LAST, 600, 660, "Attic", ["Cities"], [("Roofs", 600, ["Berg"]), ("Farewell", 630, ["Berg"])]),
    ]  # fmt: skip
    plan = planner.read(programme, event)
    assert {(item.kind, item.venue.get("en")) for item in plan.top()} == {(ItemKind.SESSION, "Castle")}
    assert {one.role for item in plan.items for one in item.people} == {Role.SPEAKER}
    (invited,) = (row for row in planner.read(delegations, event) if row.side is Side.INVITED)
    assert (invited.name.get("en"), len(invited.members)) == ("Speakers", 3)
    assert planner.read(verify) == []


def test_tracks_that_are_themes_make_a_session_of_the_room(planner: Planner, event: int, tmp_path: Path) -> None:
    mixed = [(*one[:3], f"Theme {number}", *one[4:]) for number, one in enumerate(TALKS)]
    take(planner, event, write(tmp_path / "s.json", [(one[1], record(one)) for one in mixed]))
    assert [(row[0], row[1], row[5], len(row[6])) for row in shape(planner, event)] == [
        ("Hall", FIRST, [], 4),
        ("Attic", LAST, [], 2),
    ]
    assert len(planner.read(programme, event).tracks) == 6


def test_import_is_one_step_that_undo_takes_back(planner: Planner, event: int, file: Path) -> None:
    before = planner.read(dump)
    take(planner, event, file)
    after = planner.read(dump)
    planner.undo()
    assert planner.read(dump) == before
    planner.redo()
    assert planner.read(dump) == after


def test_second_import_changes_nothing_and_writes_nothing(planner: Planner, event: int, file: Path) -> None:
    take(planner, event, file)
    before, number = planner.read(dump), planner.change_number()
    assert counts(take(planner, event, file)) == (6, 0, 6, 0, 0)
    assert (planner.read(dump), planner.change_number()) == (before, number)


def test_later_edition_changes_what_it_says_and_keeps_the_rest(planner: Planner, event: int, tmp_path: Path) -> None:
    take(planner, event, write(tmp_path / "s.json", [(one[1], record(one)) for one in TALKS]))
    opening = next(item for item in planner.read(programme, event).items if item.title.get("en") == "Opening")
    planner.execute(edit_item, opening.id, internal_note="Bring flowers")
    planner.execute(add_item, event, text(en="Coffee"), day=FIRST, start=720)
    later = list(TALKS)
    later[0] = ("a1", 1, "Hall", "Cities", "10:00", "Grand opening", ("Bo Chen",))
    later[3] = ("a4", 2, "Attic", "Cities", "11:00", "Tunnels", ())
    del later[2]
    report = take(planner, event, write(tmp_path / "s.json", [(one[1], record(one)) for one in later]))
    assert counts(report) == (5, 0, 3, 2, 0)
    (problem,) = report["problems"]
    assert problem["problem"] == (
        "The programme has talks of an earlier import that do not stand in this file: 1. They were left as they are; "
        "look whether they still take place."
    )
    assert [(row[0], row[1], row[3], [talk[0] for talk in row[6]]) for row in shape(planner, event)] == [
        ("Cities", FIRST, 660, ["Grand opening", "Water"]),
        ("Roads", FIRST, 720, ["Bridges"]),
        ("Coffee", FIRST, None, []),
        ("Cities", LAST, 690, ["Roofs", "Farewell", "Tunnels"]),
    ]
    changed = next(item for item in planner.read(programme, event).items if item.id == opening.id)
    assert changed.internal_note == "Bring flowers"
    assert planner.read(verify) == []
    planner.undo()
    assert planner.read(verify) == []


def test_session_that_lost_all_its_talks_is_removed(planner: Planner, event: int, tmp_path: Path) -> None:
    take(planner, event, write(tmp_path / "s.json", [(one[1], record(one)) for one in TALKS]))
    before = planner.read(dump)
    moved = [(one[0], one[1], "Cellar", *one[3:]) if one[3] == "Roads" else one for one in TALKS]
    path = write(tmp_path / "s.json", [(one[1], record(one)) for one in moved])
    assert counts(take(planner, event, path)) == (6, 0, 4, 2, 0)
    assert [(row[0], row[4]) for row in shape(planner, event)] == [
        ("Cities", "Hall"), ("Roads", "Cellar"), ("Cities", "Attic"),
    ]  # fmt: skip
    assert counts(take(planner, event, path)) == (6, 0, 6, 0, 0)
    planner.undo()
    assert planner.read(dump) == before


def test_speaker_of_the_register_is_found_by_the_whole_name(planner: Planner, event: int, file: Path) -> None:
    anna = planner.execute(add_person, [NewName("en", "BERG", "Anna"), NewName("ru", "Берг", "Анна")]).result
    take(planner, event, file)
    members = [m for row in planner.read(delegations, event) for m in row.members]
    assert sorted(m.names["en"].surname for m in members) == ["BERG", "Chen", "Dahl"]
    assert anna in {m.who.id for m in members if m.who}


def test_namesakes_of_the_register_are_nobody_in_particular(planner: Planner, event: int, file: Path) -> None:
    two = [planner.execute(add_person, [NewName("en", "Berg", "Anna")]).result for _ in range(2)]
    take(planner, event, file)
    ids = {m.who.id for row in planner.read(delegations, event) for m in row.members if m.who}
    assert ids.isdisjoint(two)
    assert counts(take(planner, event, file)) == (6, 0, 6, 0, 0)


def test_venue_and_rooms_of_that_name_are_used_again(planner: Planner, event: int, file: Path) -> None:
    take(planner, event, file)
    take(planner, make_event(planner), file)
    assert [(one.name.get("en"), len(one.rooms)) for one in planner.read(venues)] == [("Castle", 2)]


def test_times_keep_the_zone_the_file_counts_in(planner: Planner, tmp_path: Path) -> None:
    event = make_event(planner, zone="UTC")
    records = [
        (1, record(one, date=f"2021-02-06T{one[4]}:00{offset}"))
        for one, offset in zip(TALKS, ["+01:00", "+00:00", "+05:30", ""], strict=False)
    ]
    take(planner, event, write(tmp_path / "s.json", records))
    talks = {item.title.get("en"): item for item in planner.read(programme, event).items if item.parent_id}
    assert [(talks[name].start, talks[name].start_zone) for name in ("Opening", "Water", "Bridges", "Tunnels")] == [
        (600, "Etc/GMT-1"),
        (630, "UTC"),
        (330, "UTC"),
        (690, "UTC"),
    ]


def test_command_reports_rejections_by_record_and_dry_run_writes_nothing(
    sqlite_template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = tmp_path / "test.office"
    office.write_bytes(sqlite_template.read_bytes())
    planner = open_planner(str(office))
    event = make_event(planner)
    planner.close()
    good, bad = record(TALKS[0]), record(TALKS[1], start="noon")
    path = write(tmp_path / "s.json", [(1, good), (1, bad)])
    call = ["import-schedule", str(office), str(path), "--event", str(event)]
    assert main([*call, "--dry-run", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert counts(report) == (2, 1, 0, 0, 1)
    assert report["rejections"] == [{"record": 2, "reason": "“noon” is no time of the day."}]
    assert main([*call, "--dry-run"]) == 0
    first = capsys.readouterr().out
    assert main(call) == 0
    assert capsys.readouterr().out == first
    assert first.splitlines()[1:] == ["record 2: “noon” is no time of the day."]
    assert main(call) == 0
    assert capsys.readouterr().out.startswith("rows 2, new 0, same 1, changed 0, rejected 1, ")
    write(path, [(1, bad)])
    assert main(call) == 1
    assert capsys.readouterr().err == "No talk of s.json could be taken. The report says why.\n"


@pytest.fixture(scope="module")
def real(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Iterator[Planner]:
    """An office into which both conferences were imported."""
    path = tmp_path_factory.mktemp("real") / "real.office"
    path.write_bytes(sqlite_template.read_bytes())
    opened = open_planner(str(path))
    for name, languages, zone in (
        ("fosdem-2021.xml", ("en",), "Europe/Brussels"),
        ("coscup2021.json", ("zh-Hans", "en"), "Asia/Taipei"),
    ):
        take(opened, make_event(opened, languages=languages, zone=zone), shared_data / "schedules" / name)
    yield opened
    opened.close()


EVENTS = (("fosdem-2021.xml", ("en",), 773), ("coscup2021.json", ("zh-Hans", "en"), 212))


def words(content: Content, language: int) -> set[str]:
    lines = {line.text for block in content.blocks for row in block.rows for line in row.cells[language]}
    return {line.replace("\u00a0", " ") for line in lines}


@pytest.mark.parametrize("place", [0, 1])
def test_every_title_stands_on_the_page(real: Planner, shared_data: Path, place: int) -> None:
    name, languages, count = EVENTS[place]
    schedule = read_schedule(shared_data / "schedules" / name, languages=languages)
    event = sorted(planner_events(real))[place]
    printed = real.read(print_paper, Choice(Paper.RUNNING_ORDER, event, languages))
    assert len(schedule.talks) == count
    for number, language in enumerate(languages):
        titles = {talk.title[language] for talk in schedule.talks}
        assert titles - words(printed.content, number) == set()
    pages = text_of(printed.pdf)
    titles = {talk.title["en"] for talk in schedule.talks if talk.title["en"].isascii()}
    assert {title for title in titles if squeezed(title) not in pages} == set()


def planner_events(planner: Planner) -> list[int]:
    return [row.id for row in planner.read(events)]


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))


def squeezed(text: str) -> str:
    """Return a text without spaces and what breaks lines: a title may go on in the next line."""
    return "".join(sign for sign in text if sign.isalnum())


@pytest.mark.parametrize("place", [0, 1])
def test_real_schedule_is_the_same_when_it_comes_again(real: Planner, shared_data: Path, place: int) -> None:
    name, _, count = EVENTS[place]
    event, number = sorted(planner_events(real))[place], real.change_number()
    assert counts(take(real, event, shared_data / "schedules" / name)) == (count, 0, count, 0, 0)
    assert real.change_number() == number


def test_large_schedule_is_imported_composed_and_taken_back_quickly(
    sqlite_template: Path, tmp_path: Path, shared_data: Path
) -> None:
    path = tmp_path / "test.office"
    path.write_bytes(sqlite_template.read_bytes())
    planner = open_planner(str(path))
    event = make_event(planner, languages=("en",))
    schedule = read_schedule(shared_data / "schedules" / "fosdem-2021.xml", languages=["en"])
    prepared = planner.read(schedules.prepare, event, schedule)
    spent = [time.perf_counter()]
    schedules.apply(planner, prepared)
    spent.append(time.perf_counter())
    data = planner.read(programme_data, event, paper="running-order")
    compose(data, languages=("en",))
    spent.append(time.perf_counter())
    planner.undo()
    spent.append(time.perf_counter())
    planner.close()
    seconds = [later - earlier for earlier, later in pairwise(spent)]
    assert [one < limit for one, limit in zip(seconds, (2, 1, 2), strict=True)] == [True, True, True]


def test_running_order_reads_as_a_programme(planner: Planner, event: int, file: Path) -> None:
    take(planner, event, file)
    content = planner.read(compose_paper, Choice(Paper.RUNNING_ORDER, event, ("en",)))
    assert [line.text.replace("\u00a0", " ") for line in content.title[0]] == [
        "Conference Programme", "Conference", "Castle", "6–7 February 2021",
    ]  # fmt: skip
    first = content.blocks[1]
    assert [line.text.replace("\u00a0", " ") for line in first.heading[0]] == ["Cities", "10:00–11:00 · Hall"]
    assert [[line.text for line in row.cells[0]] for row in first.rows] == [
        ["Opening", "Anna Berg"],
        ["Water", "Bo Chen", "Anna Berg"],
    ]
