"""The visit of the Jalal-Abad Mayor's Office delegation, three days; its days and hours are invented."""

from __future__ import annotations

from datetime import date

from planner.app import Planner
from planner.operations import agenda, events, liaison
from planner.rules.kinds import Side
from planner.rules.text import text
from planner.sample import visit_logistics
from planner.sample.parts import Writer, delegation_of, furnish, members
from planner.sample.registers import Known

FIRST, SECOND, THIRD = date(2024, 4, 23), date(2024, 4, 24), date(2024, 4, 25)


def build(planner: Planner, known: Known) -> int:
    """Build the visit; return its event's id."""
    event = planner.execute(
        events.add_event, "visit",
        text(ru="Визит делегации мэрии города Джалал-Абада", en="Visit of the Delegation of the Jalal-Abad Mayor’s Office"),
        short_title=text(ru="Делегация Джалал-Абада", en="Jalal-Abad delegation", ky="Сапар"), place=text(ru="Красноярск", en="Krasnoyarsk", ky="Красноярск"),
        from_day=FIRST, to_day=THIRD, languages=["ru", "en"], host_languages=["ru"], guest_languages=["ky", "en"],
        host_zone="Asia/Krasnoyarsk", guest_zone="Asia/Bishkek", state="preparation",
    ).result  # fmt: skip
    guests, hosts = delegation_of(planner, event, Side.GUEST), delegation_of(planner, event, Side.HOST)
    furnish(
        planner,
        guests,
        organisation_id=known.organisations["jalal-abad"],
        heading=text(ru="С киргизской стороны", en="From the Kyrgyz side", ky="Кыргыз тараптан"),
    )
    furnish(
        planner,
        hosts,
        organisation_id=known.organisations["city"],
        heading=text(ru="С российской стороны", en="From the Russian side"),
    )
    theirs = members(planner, known, guests, [
        ("imanaliev", "head", "confirmed"), ("kabaev", "member", "confirmed"), ("sadykova", "member", "confirmed"),
        ("toktogulov", "member", "confirmed"), ("osmonova", "member", "invited"), ("interpreter", "interpreter", "confirmed"),
    ])  # fmt: skip
    ours = members(planner, known, hosts, [
        ("loginov", "head", "confirmed"), ("petrova", "member", "confirmed"), ("sokolov", "member", "confirmed"), ("belova", "member", "invited"),
    ])  # fmt: skip
    planner.execute(liaison.assign_liaison, ours["petrova"], delegation_id=guests, phone="+7 000 000-00-21")
    write = Writer(planner, known, event)
    _first_day(write)
    _second_day(write, ours, _tracks(planner, event))
    _third_day(write)
    visit_logistics.build(planner, known, event, theirs, ours)
    planner.execute(events.set_heading, event, "programme", title=text(
        ru="Программа пребывания делегации мэрии города Джалал-Абада (Киргизская Республика) в городе Красноярске",
        en="Programme of Stay of the Delegation of the Jalal-Abad Mayor’s Office (Kyrgyz Republic) in Krasnoyarsk",
    ))  # fmt: skip
    planner.execute(events.add_event_agreement, event, known.memorandum)
    for topic in TOPICS:
        planner.execute(events.add_topic, event, topic)
    return int(event)


TOPICS = (
    text(ru="Теплоснабжение, водоснабжение, дорожное движение", en="Heating, water supply, traffic"),
    text(ru="Образование и строительство школ", en="Education and the construction of schools"),
    text(ru="Подготовка XI Российско-Киргизской межрегиональной конференции", en="Preparing the XI Russian–Kyrgyz Interregional Conference"),
)  # fmt: skip

GUESTS = [{"side": "guest"}]
BOTH = [{"side": "guest"}, {"side": "host"}]


def _tracks(planner: Planner, event: int) -> dict[str, int]:
    titles = {
        "delegation": text(ru="Делегация", en="Delegation", ky="Делегация"),
        "schools": text(ru="Рабочая группа: школы", en="Working group: schools"),
        "press": text(ru="Пресса", en="Press"),
    }
    return {key: int(planner.execute(agenda.add_track, event, title).result) for key, title in titles.items()}


def _first_day(write: Writer) -> None:
    write.item(
        FIRST, "11:40", text(ru="Прилёт в Красноярск", en="Arrival in Krasnoyarsk", ky="Келүү"), at="airport", kind="arrival", hard=True, people=GUESTS,
        note=text(ru="Встреча в зале прилёта; время местное, UTC+7", en="Met in the arrivals hall; local time, UTC+7"),
    )  # fmt: skip
    write.item(
        FIRST,
        "13:30-15:00",
        text(ru="Размещение в гостинице, обед", en="Check-in at the hotel, lunch"),
        at="hotel",
        kind="meal",
        people=GUESTS,
    )
    write.item(
        FIRST, "16:00-18:00", text(ru="Обзорная экскурсия по городу", en="City tour"), kind="culture", people=GUESTS
    )
    write.item(
        FIRST,
        "19:00-20:30",
        text(ru="Ужин в гостинице", en="Dinner at the hotel"),
        at="hotel",
        kind="meal",
        people=GUESTS,
    )


def _second_day(write: Writer, ours: dict[str, int], tracks: dict[str, int]) -> None:
    _morning(write, ours, tracks)
    _afternoon(write, tracks)


def _morning(write: Writer, ours: dict[str, int], tracks: dict[str, int]) -> None:
    mayor = {"participation_id": ours["loginov"]}
    write.item(SECOND, "08:00-08:45", text(ru="Завтрак в гостинице", en="Breakfast at the hotel"), at="hotel", kind="meal", people=GUESTS)
    write.item(
        SECOND, "09:20", text(ru="Отъезд из гостиницы", en="Departure from the hotel"), kind="movement", people=GUESTS,
        note=text(ru="Сбор в холле в 09:10", en="Please meet in the lobby at 09:10"),
    )  # fmt: skip
    write.item(
        SECOND, "10:00-11:00", text(ru="Встреча с Главой города Красноярска Владиславом Логиновым", en="Meeting with Vladislav Loginov, Mayor of Krasnoyarsk"),
        at="small-hall", kind="meeting", principal=True, people=[*GUESTS, {**mayor, "role": "chair"}], tracks=[tracks["delegation"], tracks["schools"]],
        note=text(ru="Деловой костюм", en="Business dress"),
    )  # fmt: skip
    write.item(
        SECOND, "10:00-10:10", text(ru="Протокольная съёмка", en="Official photographs"), at="small-hall", kind="press",
        audience=["working", "press"], tracks=[tracks["press"]],
    )  # fmt: skip
    write.item(
        SECOND, "11:10-12:20", text(ru="Подписание Плана мероприятий по реализации Меморандума о побратимских связях", en="Signing of the Action Plan under the Sister City Memorandum"),
        at="grand-hall", kind="signing", people=[*GUESTS, mayor], tracks=[tracks["delegation"]],
    )  # fmt: skip
    write.item(
        SECOND, "11:10-12:20", text(ru="Рабочая группа по строительству школ", en="Working group on the construction of schools"), at="room-214",
        kind="talks", state="tentative", people=[{"participation_id": ours["petrova"], "role": "chair"}], tracks=[tracks["schools"]],
        note=text(ru="Участвуют специалисты по образованию", en="Education specialists take part"),
    )  # fmt: skip


def _afternoon(write: Writer, tracks: dict[str, int]) -> None:
    write.item(
        SECOND, "13:00-14:20", text(ru="Официальный завтрак от имени Главы города Красноярска", en="Luncheon hosted by the Mayor of Krasnoyarsk"),
        at="restaurant", kind="meal", people=BOTH,
    )  # fmt: skip
    write.item(
        SECOND, "15:00-16:25", text(ru="Посещение центра технического творчества", en="Visit to the Centre for Technical Creativity"), at="centre",
        kind="site-visit", people=GUESTS,
        note=text(ru="Показательные заезды команд чемпионата по робототехнике «Красноярск 5.0»", en="Demonstration by teams of the “Krasnoyarsk 5.0” robotics championship"),
    )  # fmt: skip
    write.item(SECOND, "16:45-17:30", text(ru="Свободное время", en="Time at leisure", ky="Бош убакыт"), kind="free-time", tracks=[tracks["delegation"]])
    write.item(
        SECOND, "16:45-17:30", text(ru="Служебный брифинг сопровождающих", en="Escort officers’ briefing"), at="room-214",
        kind="briefing", audience=["internal"], tracks=[tracks["schools"], tracks["press"]],
    )  # fmt: skip
    write.item(
        SECOND, "18:00-19:25", text(ru="Концерт в Красноярской филармонии", en="Concert at the Krasnoyarsk Philharmonic Hall"), at="philharmonic",
        kind="culture", people=GUESTS,
    )  # fmt: skip


def _third_day(write: Writer) -> None:
    write.item(
        THIRD,
        "08:00-08:45",
        text(ru="Завтрак в гостинице", en="Breakfast at the hotel"),
        at="hotel",
        kind="meal",
        people=GUESTS,
    )
    write.item(
        THIRD, "09:30-11:30", text(ru="Посещение объектов городского хозяйства: теплоснабжение и водоснабжение", en="Visit to municipal facilities: heating and water supply"),
        kind="site-visit", people=GUESTS,
    )  # fmt: skip
    write.item(THIRD, "12:00-13:00", text(ru="Обед", en="Lunch"), at="restaurant", kind="meal", people=GUESTS)
    write.item(
        THIRD, "16:30", text(ru="Вылет из Красноярска", en="Departure from Krasnoyarsk", ky="Кетүү"), at="airport", kind="departure", hard=True, people=GUESTS,
        note=text(ru="Отъезд из гостиницы в 13:00", en="Departure from the hotel at 13:00"),
    )  # fmt: skip
