"""Journeys, rooms, cars, presents and the luncheon's menu of the visit. All of it is invented.

So that nobody takes it for real: flights of the airline ZZ, plates of the region 00, telephones of the code 000, and
documents of invented people alone.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.app import Planner
from planner.operations import gifts, invitations, logistics, people
from planner.queries.agenda import ItemRow, programme
from planner.rules.kinds import ItemKind
from planner.rules.text import EMPTY, Text, text
from planner.rules.times import parse_minute
from planner.sample.registers import Known

FIRST, LAST = date(2024, 4, 23), date(2024, 4, 25)
HERE, THERE, NOVOSIBIRSK = "Asia/Krasnoyarsk", "Asia/Bishkek", "Asia/Novosibirsk"
TOGETHER = ("imanaliev", "sadykova", "osmonova", "interpreter")
"""Who comes by the same flight."""

SIGN = text(
    ru="Делегация города Джалал-Абада", en="Delegation of Jalal-Abad", ky="Жалал-Абад шаарынын делегациясы"
)
DOCUMENTS = {
    "sadykova": ("SADYKOVA", "AIGUL", "AC0000001", date(2029, 3, 14), date(1975, 6, 2)),
    "toktogulov": ("TOKTOGULOV", "BAKYT", "AC0000002", date(2029, 4, 24), date(1968, 11, 30)),
    "osmonova": ("OSMONOVA", "ZHYLDYZ", "AC0000003", date(2031, 1, 9), date(1980, 2, 17)),
    "interpreter": ("ASANOVA", "CHOLPON", "AC0000004", date(2028, 8, 21), date(1991, 9, 5)),
}
"""Names as in passports, numbers, ends and days of birth."""

HOUSE = "Администрация города Красноярска"
PHONES = {"petrova": "+7 000 000-00-21", "sokolov": "+7 000 000-00-22", "interpreter": "+996 000 000 004"}
MENU: tuple[tuple[Text, Text, tuple[str, ...]], ...] = (
    (text(ru="Закуски", en="Starters", ky="Тамак алды"), text(ru="Салат из свежих овощей с брынзой", en="Garden salad with white cheese", ky="Жаңы жашылча салаты сыр менен"), ("vegetarian", "dairy")),
    (text(ru="Закуски", en="Starters", ky="Тамак алды"), text(ru="Строганина из сибирского сига", en="Shaved frozen Siberian whitefish", ky="Сибирь балыгынан строганина"), ("fish",)),
    (text(ru="Горячее", en="Main course", ky="Ысык тамак"), text(ru="Томлёная баранина с печёными овощами", en="Braised lamb with baked vegetables", ky="Жашылча менен бышырылган кой эти"), ("halal", "meat")),
    (text(ru="Горячее", en="Main course", ky="Ысык тамак"), text(ru="Гречневая каша с лесными грибами", en="Buckwheat with forest mushrooms"), ("vegan", "lent")),
    (text(ru="Десерт", en="Dessert", ky="Десерт"), text(ru="Пирог с кедровыми орехами и мёдом", en="Pine nut and honey tart", ky="Кедр жаңгагы жана бал кошулган пирог"), ("vegetarian", "nuts", "gluten", "egg")),
)  # fmt: skip


LUNCH: tuple[tuple[Text, Text, tuple[str, ...]], ...] = (
    (text(ru="Закуски", en="Starters", ky="Тамак алды"), text(ru="Свежие овощи и зелень", en="Fresh vegetables and herbs", ky="Жаңы жашылчалар жана көк чөптөр"), ("vegan",)),
    (text(ru="Первое", en="Soup", ky="Биринчи тамак"), text(ru="Куриный бульон с домашней лапшой", en="Chicken broth with noodles", ky="Кесме кошулган тоок сорпосу"), ("halal", "meat", "gluten", "egg")),
    (text(ru="Горячее", en="Main course", ky="Ысык тамак"), text(ru="Таймень на пару с рисом", en="Steamed taimen with rice", ky="Бууга бышкан балык, күрүч менен"), ("fish",)),
    (text(ru="Десерт", en="Dessert", ky="Десерт"), text(ru="Морс из брусники и фрукты", en="Lingonberry drink and fruit"), ("vegan",)),
)  # fmt: skip
"""What is served on arrival."""
DIETS = {"sadykova": "halal", "toktogulov": "no-alcohol", "interpreter": "halal, no-alcohol"}
ANSWERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("imanaliev", {"state": "accepted", "answered_on": date(2024, 4, 12)}),
    ("kabaev", {"state": "accepted", "answered_on": date(2024, 4, 15), "with_spouse": True}),
    ("sadykova", {"state": "accepted", "answered_on": date(2024, 4, 12)}),
    ("toktogulov", {"state": "tentative"}),
    ("osmonova", {"state": "no-answer"}),
)
"""Who answered what to the invitation to the luncheon."""
INVITED = date(2024, 4, 9)


def build(planner: Planner, known: Known, event: int, theirs: dict[str, int], ours: dict[str, int]) -> None:
    """Write down the logistics of the visit; `theirs` and `ours` are places in delegations by short name."""
    cars = _vehicles(planner)
    _documents(planner, known)
    _journeys(planner, theirs, cars)
    _rooms(planner, known, theirs)
    items = planner.read(programme, event).top()
    _motorcades(planner, items, theirs, ours, cars)
    _presents(planner, known, event)
    luncheon = next(one for one in items if "Официальный завтрак" in one.title.get("ru"))
    arrival = next(one for one in items if "обед" in one.title.get("ru"))
    for meal, menu in ((luncheon, MENU), (arrival, LUNCH)):
        for course, title, marks in menu:
            planner.execute(logistics.add_dish, meal.id, title, course, marks=marks)
    for key, diet in DIETS.items():
        planner.execute(people.write_private, known.people[key], diet=diet)
    for key, answer in ANSWERS:
        planner.execute(invitations.invite, luncheon.id, theirs[key], sent_on=INVITED, **answer)


def _vehicles(planner: Planner) -> dict[str, int]:
    rows: dict[str, dict[str, Any]] = {
        "head": {"name": "Toyota Camry", "plate": "А 001 АА 00", "driver": "Орлов Сергей", "phone": "+7 000 000-00-11"},
        "lead": {"name": "Škoda Octavia", "plate": "А 002 АА 00", "driver": "Зуев Павел", "phone": "+7 000 000-00-12"},
        "bus": {
            "name": "Mercedes-Benz Sprinter", "plate": "А 003 АА 00", "driver": "Ким Виктор",
            "phone": "+7 000 000-00-13", "kind": "minibus", "seats": 18,
        },
    }  # fmt: skip
    return {key: int(planner.execute(logistics.add_vehicle, **row).result) for key, row in rows.items()}


def _documents(planner: Planner, known: Known) -> None:
    for key, (surname, given, number, expires, born) in DOCUMENTS.items():
        person = known.people[key]
        planner.execute(people.write_name, person, "und-Latn", surname=surname, given=given, source="passport")
        planner.execute(
            people.write_private, person, passport_number=number, passport_expires=expires, birth_date=born,
            citizenship="KG",
        )  # fmt: skip
    for key, phone in PHONES.items():
        planner.execute(people.write_private, known.people[key], contacts={"phone": phone})


def _journeys(planner: Planner, theirs: dict[str, int], cars: dict[str, int]) -> None:
    there: dict[str, Any] = {
        "number": "ZZ 482", "from_place": "Бишкек (FRU)", "to_place": "Красноярск (KJA)", "terminal": "1",
        "leaves_day": FIRST, "leaves": parse_minute("07:40"), "leaves_zone": THERE,
        "arrives_day": FIRST, "arrives": parse_minute("11:40"), "arrives_zone": HERE, "met_by": "Петрова Марина",
    }  # fmt: skip
    back: dict[str, Any] = {
        "number": "ZZ 481", "from_place": "Красноярск (KJA)", "to_place": "Бишкек (FRU)", "terminal": "1",
        "leaves_day": LAST, "leaves": parse_minute("16:30"), "leaves_zone": HERE,
        "arrives_day": LAST, "arrives": parse_minute("18:30"), "arrives_zone": THERE,
    }  # fmt: skip
    for key in TOGETHER:
        car = cars["head" if key in ("imanaliev", "interpreter") else "bus"]
        planner.execute(
            logistics.add_journey, theirs[key], "arrival", SIGN, vehicle_id=car, bags=2 if key == "imanaliev" else 1,
            **there,
        )  # fmt: skip
    planner.execute(
        logistics.add_journey, theirs["toktogulov"], "arrival", EMPTY, means="train", number="000",
        from_place="Новосибирск", to_place="Красноярск", leaves_day=date(2024, 4, 22), leaves=parse_minute("20:55"),
        leaves_zone=NOVOSIBIRSK, arrives_day=FIRST, arrives=parse_minute("09:05"), arrives_zone=HERE, bags=1,
        met_by="Соколов Игорь", vehicle_id=cars["lead"],
    )  # fmt: skip
    for key in (*TOGETHER, "toktogulov"):
        planner.execute(logistics.add_journey, theirs[key], "departure", EMPTY, vehicle_id=cars["bus"], **back)


def _rooms(planner: Planner, known: Known, theirs: dict[str, int]) -> None:
    stay: dict[str, Any] = {
        "venue_id": known.venues["hotel"], "from_day": FIRST, "to_day": LAST, "payer": HOUSE,
    }  # fmt: skip
    planner.execute(logistics.add_lodging, theirs["imanaliev"], room_type="suite", room_number="501", bed="double", **stay)
    planner.execute(logistics.add_lodging, theirs["interpreter"], room_number="503", note="рядом с главой", **stay)
    planner.execute(logistics.add_lodging, theirs["toktogulov"], room_number="312", early=True, **stay)
    for key, other in (("sadykova", "osmonova"), ("osmonova", "sadykova")):
        shared: dict[str, Any] = {"room_type": "twin", "room_number": "314", "shares_with_id": theirs[other]}
        planner.execute(logistics.add_lodging, theirs[key], **shared, **stay)


def _motorcades(
    planner: Planner, items: tuple[ItemRow, ...], theirs: dict[str, int], ours: dict[str, int], cars: dict[str, int]
) -> None:
    """Cars for each movement of the programme: the leading car, the head's, the bus."""
    for way in (one for one in items if one.kind is ItemKind.MOVEMENT):
        lead = planner.execute(logistics.add_ride, way.id, cars["lead"], radio="1").result
        head = planner.execute(logistics.add_ride, way.id, cars["head"], flag="KG", radio="1").result
        bus = planner.execute(logistics.add_ride, way.id, cars["bus"], radio="1").result
        planner.execute(logistics.seat_rider, lead, ours["sokolov"], "F")
        for key, seat in (("imanaliev", "RR"), ("kabaev", "RL"), ("interpreter", "F")):
            planner.execute(logistics.seat_rider, head, theirs[key], seat)
        for key in ("sadykova", "toktogulov", "osmonova"):
            planner.execute(logistics.seat_rider, bus, theirs[key])
        planner.execute(logistics.seat_rider, bus, ours["petrova"])


def _presents(planner: Planner, known: Known, event: int) -> None:
    rows: tuple[tuple[str, Text, dict[str, Any]], ...] = (
        (
            "imanaliev", text(ru="Альбом видов Красноярска", en="Album of views of Krasnoyarsk"),
            {"giver": HOUSE, "value": 280_000, "given_on": date(2024, 4, 24), "handed_by": "Петрова Марина", "wrapped": True,
             "budget": "представительские расходы", "card": text(ru="На добрую память о Красноярске", en="In fond memory of Krasnoyarsk")},
        ),
        (
            "sadykova", text(ru="Набор кедровых орехов", en="Gift box of pine nuts"),
            {"giver": HOUSE, "value": 145_050, "given_on": date(2024, 4, 25), "marks": ["food"]},
        ),
        (
            "sadykova", text(ru="Войлочный ковёр ручной работы", en="Handmade felt carpet"),
            {"from_us": False, "giver": HOUSE, "given_on": date(2024, 4, 24)},
        ),
    )  # fmt: skip
    for key, title, values in rows:
        planner.execute(gifts.add_gift, known.people[key], title, event_id=event, **values)
