"""Organisations, people, venues, the memorandum and the flags of the sample."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from planner.app import Planner
from planner.operations import organisations, people, venues
from planner.operations.people import NewName
from planner.rules.text import EMPTY, Text, text


class Known(NamedTuple):
    """What the events of the sample draw on: ids by a short name."""

    organisations: dict[str, int]
    people: dict[str, int]
    venues: dict[str, int]
    rooms: dict[str, int]
    memorandum: int
    old_flag: int


def build(planner: Planner) -> Known:
    """Fill the registers; return the ids."""
    units = {key: _organisation(planner, *entry) for key, entry in ORGANISATIONS.items()}
    _rename_jalal_abad(planner, units["jalal-abad"])
    folk = {key: _person(planner, units, entry) for key, entry in PEOPLE.items()}
    places, rooms = _venues(planner)
    memorandum = _memorandum(planner, units)
    return Known(units, folk, places, rooms, memorandum, _flags(planner))


ORGANISATIONS: dict[str, tuple[str, str, Text, Text]] = {
    "city": ("city", "RU", text(ru="Администрация города Красноярска", en="Krasnoyarsk City Administration"), text(ru="Администрация города", en="City Administration")),
    "embassy-office": (
        "embassy", "KG",
        text(ru="Канцелярия Посольства Киргизской Республики в Российской Федерации в городе Красноярске", en="Krasnoyarsk Office of the Embassy of the Kyrgyz Republic in the Russian Federation"),
        text(ru="Канцелярия Посольства", en="Embassy Office"),
    ),
    "jalal-abad": ("city", "KG", text(ru="Мэрия города Джалал-Абада", en="Jalal-Abad Mayor’s Office"), text(ru="Мэрия г. Джалал-Абада", en="Jalal-Abad")),
    "autonomy": (
        "association", "RU",
        text(ru="Красноярская местная общественная организация «Кыргызская национально-культурная автономия»", en="Krasnoyarsk Local Public Organisation “Kyrgyz National-Cultural Autonomy”"),
        EMPTY,
    ),
    "education": ("city", "RU", text(ru="Главное управление образования администрации города", en="Main Department of Education, City Administration"), EMPTY),
    "economy": ("city", "RU", text(ru="Департамент экономической политики администрации города", en="Department of Economic Policy, City Administration"), EMPTY),
    "culture": ("city", "RU", text(ru="Главное управление культуры администрации города", en="Main Department of Culture, City Administration"), EMPTY),
    "bishkek-school": ("school", "KG", text(ru="Центр детского технического творчества города Бишкека", en="Bishkek Centre for Children’s Technical Creativity"), EMPTY),
    "university": ("university", "RU", text(ru="Красноярский городской университет (условный)", en="Krasnoyarsk City University (fictitious)"), EMPTY),
}  # fmt: skip


class Entry(NamedTuple):
    """A person of the sample: names, post, organisation's short name, rank level, whether invented.

    `field` is what the post is about, by which hosts are matched to guests.
    """

    ru: tuple[str, str]
    en: tuple[str, str]
    post: Text
    unit: str
    level: int
    invented: bool = True
    ky: tuple[str, str] | None = None
    gender: str = "m"
    languages: tuple[str, ...] = ("ru",)
    since: date | None = None
    field: str = ""


PEOPLE: dict[str, Entry] = {
    "loginov": Entry(("Логинов", "Владислав"), ("Loginov", "Vladislav"), text(ru="Глава города Красноярска", en="Mayor of Krasnoyarsk"), "city", 7, False, ("Логинов", "Владислав")),
    "kabaev": Entry(
        ("Кабаев", "Азамат"), ("Kabaev", "Azamat"),
        text(ru="руководитель канцелярии Посольства Киргизской Республики в Российской Федерации в городе Красноярске", en="Head of the Krasnoyarsk Office of the Embassy of the Kyrgyz Republic in the Russian Federation"),
        "embassy-office", 7, False, ("Кабаев", "Азамат"), languages=("ky", "ru"), since=date(2023, 11, 1),
    ),
    "bataeva": Entry(
        ("Батаева", "Назгуль"), ("Bataeva", "Nazgul"),
        text(ru="председатель Красноярской местной общественной организации «Кыргызская национально-культурная автономия»", en="Chairwoman of the Krasnoyarsk Local Public Organisation “Kyrgyz National-Cultural Autonomy”"),
        "autonomy", 12, False, ("Батаева", "Назгүл"), "f", ("ky", "ru"),
    ),
    "imanaliev": Entry(("Иманалиев", "Кубанычбек"), ("Imanaliev", "Kubanychbek"), text(ru="первый заместитель мэра города Джалал-Абада", en="First Deputy Mayor of Jalal-Abad"), "jalal-abad", 8, False, ("Иманалиев", "Кубанычбек"), languages=("ky", "ru")),
    "sadykova": Entry(("Садыкова", "Айгуль"), ("Sadykova", "Aigul"), text(ru="начальник управления образования", en="Head of the Education Department"), "jalal-abad", 10, ky=("Садыкова", "Айгүл"), gender="f", languages=("ky", "ru"), field="education"),
    "toktogulov": Entry(("Токтогулов", "Бакыт"), ("Toktogulov", "Bakyt"), text(ru="главный архитектор города", en="Chief City Architect"), "jalal-abad", 10, ky=("Токтогулов", "Бакыт"), languages=("ky", "ru"), field="construction"),
    "osmonova": Entry(("Осмонова", "Жылдыз"), ("Osmonova", "Zhyldyz"), text(ru="директор дома культуры", en="Director of the House of Culture"), "jalal-abad", 12, ky=("Осмонова", "Жылдыз"), gender="f", languages=("ky", "ru"), field="culture"),
    "interpreter": Entry(("Асанова", "Чолпон"), ("Asanova", "Cholpon"), text(ru="переводчик", en="Interpreter"), "jalal-abad", 13, ky=("Асанова", "Чолпон"), gender="f", languages=("ky", "ru", "en")),
    "petrova": Entry(("Петрова", "Марина"), ("Petrova", "Marina"), text(ru="руководитель главного управления образования администрации города", en="Head of the Main Department of Education, City Administration"), "education", 10, ky=("Петрова", "Марина"), gender="f", field="education"),
    "sokolov": Entry(("Соколов", "Игорь"), ("Sokolov", "Igor"), text(ru="руководитель департамента экономической политики администрации города", en="Head of the Department of Economic Policy, City Administration"), "economy", 10, ky=("Соколов", "Игорь"), field="economy"),
    "belova": Entry(("Белова", "Ольга"), ("Belova", "Olga"), text(ru="руководитель главного управления культуры администрации города", en="Head of the Main Department of Culture, City Administration"), "culture", 10, ky=("Белова", "Ольга"), gender="f", field="culture"),
    "coach": Entry(("Мамытов", "Эрлан"), ("Mamytov", "Erlan"), text(ru="руководитель команды", en="Team Leader"), "bishkek-school", 13, ky=("Мамытов", "Эрлан"), languages=("ky", "ru")),
    "rector": Entry(("Фёдоров", "Алексей"), ("Fedorov", "Alexei"), text(ru="ректор", en="Rector"), "university", 8, ky=("Фёдоров", "Алексей"), languages=("ru", "en")),
}  # fmt: skip


def _organisation(planner: Planner, kind: str, country: str, name: Text, short: Text) -> int:
    invented = "fictitious" in name.get("en")
    done = planner.execute(
        organisations.add_organisation, name, short=short, kind=kind, country=country, invented=invented
    )
    return int(done.result)


def _rename_jalal_abad(planner: Planner, unit: int) -> None:
    """Since autumn 2025 the city is called Manas; papers of 2024 keep Jalal-Abad (handbook 4.5)."""
    name = text(ru="Мэрия города Манаса", en="Manas Mayor’s Office")
    planner.execute(organisations.rename_organisation, unit, name, since=date(2025, 9, 27))


def _person(planner: Planner, units: dict[str, int], entry: Entry) -> int:
    names = [NewName("ru", *entry.ru), NewName("en", *entry.en, order="given-first")]
    if entry.ky:
        names.append(NewName("ky", *entry.ky))
    unit_country = ORGANISATIONS[entry.unit][1]
    done = planner.execute(
        people.add_person,
        names,
        country=unit_country,
        languages=entry.languages,
        gender=entry.gender,
        invented=entry.invented,
    )
    since: dict[str, Any] = {"valid_from": entry.since, "rank_date": entry.since} if entry.since else {}
    planner.execute(
        people.add_post, done.result, entry.post, organisation_id=units[entry.unit], rank_level=entry.level,
        confirmed_on=date(2024, 4, 2), field=entry.field, **since,
    )  # fmt: skip
    return int(done.result)


def _venues(planner: Planner) -> tuple[dict[str, int], dict[str, int]]:
    places = {
        key: int(planner.execute(venues.add_venue, name, address=address, zone="Asia/Krasnoyarsk").result)
        for key, (name, address) in VENUES.items()
    }
    rooms = {
        key: int(planner.execute(venues.add_room, places[venue], name, capacity=seats).result)
        for key, (venue, name, seats) in ROOMS.items()
    }
    planner.execute(venues.set_opening_hours, places["city-hall"], [(day, 8 * 60, 21 * 60) for day in range(6)])
    for here, there, minutes in ROUTES:
        planner.execute(venues.set_route, places[here], places[there], minutes=minutes)
    return places, rooms


VENUES = {
    "city-hall": (text(ru="Администрация города", en="City Administration"), text(ru="Красноярск, ул. Карла Маркса, 93", en="93 Karla Marksa Street, Krasnoyarsk")),
    "airport": (text(ru="Аэропорт Красноярск (Емельяново)", en="Krasnoyarsk (Yemelyanovo) Airport"), EMPTY),
    "hotel": (text(ru="Гостиница", en="Hotel"), EMPTY),
    "restaurant": (text(ru="Ресторан «Причал»", en="Prichal Restaurant"), EMPTY),
    "centre": (text(ru="Центр технического творчества", en="Centre for Technical Creativity"), EMPTY),
    "philharmonic": (text(ru="Красноярская филармония", en="Krasnoyarsk Philharmonic Hall"), EMPTY),
    "campus": (text(ru="Красноярский городской университет", en="Krasnoyarsk City University"), EMPTY),
}  # fmt: skip
ROOMS: dict[str, tuple[str, Text, dict[str, int]]] = {
    "small-hall": ("city-hall", text(ru="Малый зал", en="Small Hall", ky="Кичи зал"), {"table": 24, "theatre": 50}),
    "grand-hall": ("city-hall", text(ru="Большой зал", en="Grand Hall", ky="Чоң зал"), {"theatre": 220, "table": 60}),
    "room-214": ("city-hall", text(ru="Кабинет 214", en="Room 214"), {"table": 16}),
    "assembly": ("campus", text(ru="Актовый зал", en="Assembly Hall"), {"theatre": 300}),
    "room-1": ("campus", text(ru="Аудитория 1-01", en="Room 1-01"), {"classroom": 60}),
    "room-2": ("campus", text(ru="Аудитория 2-14", en="Room 2-14"), {"classroom": 60}),
    "room-3": ("campus", text(ru="Аудитория 3-05", en="Room 3-05"), {"classroom": 40}),
}
ROUTES = (
    ("airport", "hotel", 60), ("hotel", "city-hall", 18), ("city-hall", "restaurant", 6), ("restaurant", "centre", 25),
    ("centre", "hotel", 20), ("hotel", "philharmonic", 10), ("city-hall", "centre", 25), ("hotel", "campus", 20),
)  # fmt: skip


def _memorandum(planner: Planner, units: dict[str, int]) -> int:
    """The sister-city memorandum; the report gives no day of signature, so none is recorded."""
    title = text(
        ru="Меморандум о побратимских связях между городом Красноярском (Российская Федерация) и городом Джалал-Абадом (Киргизская Республика)",
        en="Sister City Memorandum between the City of Krasnoyarsk (Russian Federation) and the City of Jalal-Abad (Kyrgyz Republic)",
    )  # fmt: skip
    done = planner.execute(
        organisations.add_agreement, title, [units["city"], units["jalal-abad"]], kind="memorandum",
        note="The city's report names no day of signature.",
    )  # fmt: skip
    planner.execute(organisations.add_partnership, units["city"], units["jalal-abad"], agreement_id=done.result)
    return int(done.result)


def _flags(planner: Planner) -> int:
    """Both editions of the Kyrgyz flag (changed by law in force since 26.12.2023); return the old one's id."""
    old = planner.execute(
        organisations.add_flag, "KG", "wavy rays", valid_from=date(1992, 3, 3), valid_to=date(2023, 12, 25)
    )
    planner.execute(organisations.add_flag, "KG", "straight rays", valid_from=date(2023, 12, 26))
    planner.execute(organisations.add_flag, "RU", "", valid_from=date(1993, 12, 11))
    return int(old.result)
