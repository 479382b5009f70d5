"""The people and programmes whose reading, import, overlaps and checks are measured."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from planner.app import Planner, new_office, open_planner
from planner.language.search import fold
from planner.operations.delegations import add_delegation
from planner.operations.events import add_event
from planner.rules.agenda import Use
from planner.rules.kinds import Side
from planner.rules.people_import import PreviewLine, compare
from planner.rules.person_record import ImportedName, PersonRecord, RecordSet
from planner.rules.text import text
from planner.rules.times import Interval

FIRST_DAY, LAST_DAY = date(2026, 9, 7), date(2026, 9, 11)
COUNTRIES = ("KG", "RU", "MN", "KZ", "UZ", "TJ", "CN", "TR", "FR", "DE")
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


@contextmanager
def office() -> Iterator[tuple[Planner, int, Path]]:
    """Open a new office with one event in a folder of its own; give the planner, the event and the file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "measured.office"
        new_office(str(path))
        planner = open_planner(str(path), author="Bench")
        event = planner.execute(
            add_event, "conference", text(ru="Форум городов", en="Forum of Cities"),
            from_day=FIRST_DAY, to_day=LAST_DAY, languages=["ru", "en"],
        ).result  # fmt: skip
        yield planner, event, path
        planner.close()


def attendances(count: int) -> list[Use]:
    """Make uses of five days, twelve to a person, a twentieth of them overlapping by chance."""
    random = Random(5)
    opening = 29_000_000
    made = []
    for number in range(count):
        start = opening + random.randrange(5) * 1440 + random.randrange(120) * 5
        made.append(Use(number % (count // 12), number, Interval(start, start + random.choice((15, 30, 45)))))
    return made


def _record(number: int) -> PersonRecord:
    (surname, latin), (given, given_latin) = _SURNAMES[number % 8], _GIVEN[number % 5]
    body, country = number // 12, COUNTRIES[number // 12 % 10]
    return PersonRecord(
        number + 2,
        {"ru": ImportedName(f"{surname}-{number}", given), "en": ImportedName(f"{latin}-{number}", given_latin)},
        position={"ru": f"начальник отдела {number % 83}", "en": f"Head of Division {number % 83}"},
        organisation={"ru": f"Администрация города {body}", "en": f"Administration of the City {body}"},
        delegation={"ru": f"Делегация {body % 200}", "en": f"Delegation {body % 200}"},
        country=country,
    )
