"""The people and programmes whose reading, import, overlaps and checks are measured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from planner.app import Planner, new_office, open_planner
from planner.language.search import fold
from planner.model.agenda import Attendance, Item
from planner.model.venues import Room, Venue
from planner.operations.events import add_event
from planner.queries.participants import participant_rows
from planner.rules.agenda import Use
from planner.rules.kinds import Capacity
from planner.rules.people_import import PreviewLine, compare
from planner.rules.person_record import ImportedName, PersonRecord, RecordSet
from planner.rules.text import text
from planner.storage.journal import Entry, record, written
from planner.storage.unit_of_work import UnitOfWork

FIRST_DAY, LAST_DAY = date(2026, 9, 7), date(2026, 9, 11)
_COUNTRIES = ("KG", "RU", "MN", "KZ", "UZ", "TJ", "CN", "TR", "FR", "DE")
_SURNAMES = (
    ("Логинов", "Loginov"), ("Батаева", "Bataeva"), ("Щербаков", "Shcherbakov"), ("Хакимова", "Khakimova"),
    ("Осмонова", "Osmonova"), ("Ткаченко", "Tkachenko"), ("Эшматов", "Eshmatov"), ("Сыдыкова", "Sydykova"),
)  # fmt: skip
_GIVEN = (("Азамат", "Azamat"), ("Лилия", "Lilia"), ("Юрий", "Yuri"), ("Айгуль", "Aigul"), ("Сергей", "Sergei"))


def records(count: int) -> list[PersonRecord]:
    """Make lines of a list in two languages: name, post, organisation, delegation; one body to twelve people."""
    return [_record(number) for number in range(count)]


def preview(count: int) -> tuple[PreviewLine, ...]:
    """Return what importing that many lines into an empty office would do."""
    return compare(RecordSet(tuple(records(count)), ()), (), fold=fold).lines


def new_event(planner: Planner) -> int:
    """Add an event without people; return its id."""
    added = planner.execute(
        add_event, "conference", text(ru="Форум городов", en="Forum of Cities"),
        from_day=FIRST_DAY, to_day=LAST_DAY, languages=["ru", "en"],
    )  # fmt: skip
    return int(added.result)


@contextmanager
def office() -> Iterator[tuple[Planner, int, Path]]:
    """Open a new office with one event in a folder of its own; give the planner, the event and the file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "measured.office"
        new_office(str(path))
        planner = open_planner(str(path), author="Bench")
        event = new_event(planner)
        yield planner, event, path
        planner.close()


def add_programme(planner: Planner, event_id: int, items: int) -> None:
    """Add items over five days in ten rooms, each with two delegations and two speakers; every fiftieth clashes."""
    random = Random(3)
    members: dict[int, list[int]] = defaultdict(list)
    for row in planner.read(participant_rows, event_id, language="ru"):
        members[row.delegation_id].append(row.id)
    with planner.store.writing() as (session, office):
        work = UnitOfWork(session, office, author="Bench", now=planner.now())
        house = work.draft(Venue, name=text(ru="Дом правительства", en="Government House"))
        rooms = [work.draft(Room, venue_id=house.id, name=text(ru=f"Зал {n}", en=f"Hall {n}")).id for n in range(10)]
        for number in range(items):
            start = 480 + number // 50 * 60
            item = work.draft(
                Item, event_id=event_id, day=FIRST_DAY + timedelta(days=number % 5), start=start, end=start + 45,
                start_zone="Asia/Krasnoyarsk", end_zone="Asia/Krasnoyarsk", venue_id=house.id,
                room_id=rooms[number // 5 % 10], kind="meeting",
                title=text(ru=f"Рабочая встреча {number}", en=f"Working Meeting {number}").checked("en", "Bench"),
                note=text(ru="Вход по пропускам", en="Entry with a pass"), audience=["guest", "working"],
            )  # fmt: skip
            slot = number // 5 % 10 * 2
            delegations = sorted(members)[slot : slot + 2] if number % 50 else random.sample(sorted(members), 2)
            for delegation_id in delegations:
                work.draft(Attendance, item_id=item.id, delegation_id=delegation_id)
            for member_id in random.sample([one for row in delegations for one in members[row]], 2):
                work.draft(Attendance, item_id=item.id, participation_id=member_id, role="speaker")
        work.finish()
        entry = Entry(label="Add a programme", values={}, author=work.author, now=work.now, event_id=event_id)
        record(session, office, entry, written(work.images))


def attendances(count: int) -> list[Use]:
    """Make uses of five days, twelve to a person, a twentieth of them overlapping by chance."""
    random = Random(5)
    opening = 29_000_000
    made = []
    for number in range(count):
        start = opening + random.randrange(5) * 1440 + random.randrange(120) * 5
        made.append(Use(number % (count // 12), start, start + random.choice((15, 30, 45)), number))
    return made


def _record(number: int) -> PersonRecord:
    (surname, latin), (given, given_latin) = _SURNAMES[number % 8], _GIVEN[number % 5]
    body, country = number // 12, _COUNTRIES[number // 12 % 10]
    return PersonRecord(
        number + 2,
        {"ru": ImportedName(f"{surname}-{number}", given), "en": ImportedName(f"{latin}-{number}", given_latin)},
        position={"ru": f"начальник отдела {number % 83}", "en": f"Head of Division {number % 83}"},
        organisation={"ru": f"Администрация города {body}", "en": f"Administration of the City {body}"},
        delegation={"ru": f"Делегация {body % 200}", "en": f"Delegation {body % 200}"},
        country=country,
        capacity=Capacity.HEAD if number % 12 == 0 else Capacity.MEMBER,
    )
