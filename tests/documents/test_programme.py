"""The programme of stay, by equality of its content."""

from __future__ import annotations

from datetime import date

import pytest

from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import HeadingData, PlaceData, ProgrammeData
from planner.documents.programme import compose
from planner.errors import NotPossible
from planner.rules.kinds import Audience, ItemKind, ItemState, Role, Side
from planner.rules.text import text
from tests.documents.events import (
    BISHKEK,
    TUESDAY,
    WEDNESDAY,
    cell,
    cells_of,
    event,
    heading,
    headings_of,
    item,
    leads_of,
    person,
    place,
    takes,
)

ARRIVAL = item(
    text(ru="Прилёт в Красноярск", en="Arrival in Krasnoyarsk"),
    700,
    id=101,
    note=text(ru="Встреча в зале прилёта", en="Met in the arrivals hall"),
    place=place(ru="Аэропорт Красноярск", en="Krasnoyarsk Airport"),
)
MEETING = item(
    text(ru="Встреча с Главой города", en="Meeting with the Mayor"), 600, 660, day=WEDNESDAY, id=102, principal=True
)
CHECK_IN = item(text(ru="Размещение", en="Check-in"), 810, 900, id=103)


def programme(*items, **changes):
    return ProgrammeData(changes.pop("event", event()), changes.pop("heading", HeadingData()), items, **changes)


def test_programme_is_composed_by_day_in_two_languages():
    data = programme(
        MEETING,
        ARRIVAL,
        event=event(version=4, issued_at="2024-05-08T09:20:00+00:00", replaces=3),
        heading=heading(ru="Программа пребывания делегации", en="Programme of Stay of the Delegation"),
    )
    assert compose(data, languages=("ru", "en"), changed={102}) == Content(
        languages=("ru", "en"),
        title=(
            cell(("Программа пребывания делегации", Style.TITLE), ("14–16 мая 2024 года", Style.SUBTITLE)),
            cell(("Programme of Stay of the Delegation", Style.TITLE), ("14–16 May 2024", Style.SUBTITLE)),
        ),
        blocks=(
            Block(
                TUESDAY.toordinal(),
                (cell(("Вторник, 14 мая", Style.HEADING)), cell(("Tuesday, 14 May", Style.HEADING))),
                (
                    Row(
                        101,
                        cell(("11:40", Style.TIME)),
                        (
                            cell(
                                "Прилёт в Красноярск",
                                ("Аэропорт Красноярск", Style.NOTE),
                                ("Встреча в зале прилёта", Style.NOTE),
                            ),
                            cell(
                                "Arrival in Krasnoyarsk",
                                ("Krasnoyarsk Airport", Style.NOTE),
                                ("Met in the arrivals hall", Style.NOTE),
                            ),
                        ),
                    ),
                ),
                Tone.DAY,
            ),
            Block(
                WEDNESDAY.toordinal(),
                (cell(("Среда, 15 мая", Style.HEADING)), cell(("Wednesday, 15 May", Style.HEADING))),
                (
                    Row(
                        102,
                        cell(("10:00–11:00", Style.TIME)),
                        (
                            cell(("Встреча с Главой города", Style.STRONG)),
                            cell(("Meeting with the Mayor", Style.STRONG)),
                        ),
                        changed=True,
                    ),
                ),
                Tone.DAY,
            ),
        ),
        footer=(
            "Редакция 4 от 08.05.2024, 16:20, взамен редакции 3 · Version 4 of 8 May 2024, 16:20, replaces version 3",
            "▌ изменено после редакции 3 · changed since version 3",
        ),
        continued=("(продолжение)", "(continued)"),
        lead=LeadWidth.TIME,
        file_title="Программа пребывания делегации",
        author="Управление международных связей",
        draft=False,
    )


def test_paper_without_an_authored_title_bears_its_own_name_and_the_events():
    content = compose(programme(ARRIVAL), languages=("en", "ru"))
    assert content.title == (
        cell(
            ("Programme of Stay", Style.TITLE),
            ("Visit of the Jalal-Abad delegation", Style.SUBTITLE),
            ("Krasnoyarsk", Style.SUBTITLE),
            ("14–16 May 2024", Style.SUBTITLE),
        ),
        cell(
            ("Программа пребывания", Style.TITLE),
            ("Визит делегации мэрии города Джалал-Абада", Style.SUBTITLE),
            ("Красноярск", Style.SUBTITLE),
            ("14–16 мая 2024 года", Style.SUBTITLE),
        ),
    )


def test_authored_subtitle_stands_for_place_and_days():
    authored = HeadingData(text(ru="Программа"), text(ru="Красноярск, весна"))
    content = compose(programme(ARRIVAL, heading=authored), languages=("ru",))
    assert content.title == (cell(("Программа", Style.TITLE), ("Красноярск, весна", Style.SUBTITLE)),)


def test_draft_bears_the_time_of_the_last_change():
    content = compose(programme(ARRIVAL), languages=("ru", "en"))
    assert content.footer == ("ПРОЕКТ от 09.04.2024, 17:40 · DRAFT of 9 April 2024, 17:40",)
    assert content.draft is True


def test_first_version_replaces_nothing():
    data = programme(ARRIVAL, event=event(version=1, issued_at="2024-05-08T09:20:00+00:00"))
    assert compose(data, languages=("en",)).footer == ("Version 1 of 8 May 2024, 16:20",)


@pytest.mark.parametrize(
    ("copy_for", "languages", "printed"),
    [
        (None, ("ru", "ky"), ("ru", "ky")),
        (Side.HOST, ("ky", "ru"), ("ru", "ky")),
        (Side.GUEST, ("ru", "ky"), ("ky", "ru")),
        (Side.GUEST, ("ru", "en"), ("en", "ru")),
        (Side.GUEST, ("ru", "de"), ("ru", "de")),
        (Side.INVITED, ("ru", "en"), ("ru", "en")),
        (None, (), ("ru", "en")),
    ],
)
def test_copy_for_a_side_leads_with_its_language(copy_for, languages, printed):
    assert compose(programme(ARRIVAL), languages=languages, copy_for=copy_for).languages == printed


def test_missing_wording_prints_the_mark_of_its_language():
    only_russian = item(text(ru="Ужин"), 1140, note=text(en="Dress: smart"), place=place(ru="Ресторан"))
    content = compose(programme(only_russian), languages=("ru", "en", "xx"))
    assert cells_of(content) == [
        (
            cell("Ужин", ("Ресторан", Style.NOTE), ("[нет по-русски]", Style.MISSING)),
            cell(
                ("[no English text]", Style.MISSING), ("[no English text]", Style.MISSING), ("Dress: smart", Style.NOTE)
            ),
            cell(*[("[— xx]", Style.MISSING)] * 3),
        )
    ]


def test_place_names_venue_room_and_address_and_marks_the_part_that_is_missing():
    where = PlaceData(
        room=text(ru="Малый зал", en="Small Hall"),
        venue=text(ru="Администрация города", en="City Administration"),
        address=text(ru="ул. Карла Маркса, 93"),
    )
    content = compose(programme(item(text(ru="Встреча", en="Meeting"), 600, place=where)), languages=("ru", "en"))
    assert cells_of(content) == [
        (
            cell("Встреча", ("Администрация города, Малый зал, ул.~Карла Маркса,~93", Style.NOTE)),
            cell("Meeting", ("City Administration, Small Hall", Style.NOTE), ("[no English text]", Style.MISSING)),
        )
    ]


def test_items_stand_in_order_of_time_whatever_the_order_given():
    early, late = item(text(en="Early"), 540, 600), item(text(en="Late"), 660)
    content = compose(programme(MEETING, late, early), languages=("en",))
    assert [line[0].text for line in leads_of(content)] == ["09:00–10:00", "11:00", "10:00–11:00"]
    assert headings_of(content) == [["Tuesday, 14 May"], ["Wednesday, 15 May"]]


def test_item_beside_another_is_marked_parallel_in_each_language():
    signing = item(text(ru="Подписание", en="Signing"), 670, 740)
    group = item(text(ru="Рабочая группа", en="Working group"), 670, 740)
    after = item(text(ru="Завтрак", en="Luncheon"), 740, 800)
    content = compose(programme(signing, group, after), languages=("ru", "en"))
    assert leads_of(content) == [
        cell(("11:10–12:20", Style.TIME)),
        cell(("11:10–12:20", Style.TIME), ("параллельно", Style.REMARK), ("in parallel", Style.REMARK)),
        cell(("12:20–13:20", Style.TIME)),
    ]


def test_item_in_another_zone_says_its_distance_from_utc_once():
    flight = item(text(ru="Вылет из Бишкека", en="Departure from Bishkek"), 1400, 60, end_day=WEDNESDAY, zone=BISHKEK)
    content = compose(programme(flight), languages=("ru", "en"))
    assert leads_of(content) == [
        cell(
            ("23:20–01:00", Style.TIME),
            ("до 15 мая", Style.REMARK),
            ("until 15 May", Style.REMARK),
            ("UTC+6", Style.REMARK),
        )
    ]


def test_items_of_two_zones_stand_in_order_of_the_instant():
    takeoff = item(text(en="Take-off"), 630, zone=BISHKEK)  # 11:30 in Krasnoyarsk
    breakfast = item(text(en="Preparations"), 640, 660)
    content = compose(programme(takeoff, breakfast), languages=("en",))
    assert [each[0][0].text for each in cells_of(content)] == ["Preparations", "Take-off"]


def test_guest_edition_leaves_out_what_guests_must_not_see():
    inside = item(text(en="Briefing"), 480, audience=frozenset({Audience.WORKING}))
    off = item(text(en="Museum"), 500, state=ItemState.CANCELLED)
    maybe = item(text(en="Walk"), 520, state=ItemState.TENTATIVE)
    pool = item(text(en="Concert"), None, day=None)
    content = compose(programme(inside, off, maybe, pool), languages=("en",))
    assert (leads_of(content), cells_of(content)) == ([cell(("08:40", Style.TIME))], [(cell("Walk"),)])


def test_working_edition_shows_all_with_marks_people_in_charge_and_the_pool_last():
    boss, voice = person("Иванов Пётр Ильич", "Ivanov Pyotr"), person(en="Lee Anna")
    inside = item(
        text(en="Briefing"),
        480,
        audience=frozenset({Audience.WORKING}),
        people=(takes(Role.IN_CHARGE, boss), takes(Role.INTERPRETER, voice)),
    )
    off = item(text(en="Museum"), 480, state=ItemState.CANCELLED)
    maybe = item(text(en="Walk"), 520, state=ItemState.TENTATIVE)
    pool = item(text(en="Concert"), None, day=None)
    content = compose(programme(pool, inside, off, maybe), languages=("en",), edition="working")
    assert headings_of(content) == [["Tuesday, 14 May"], ["Time not set"]]
    assert leads_of(content) == [
        cell(("08:00", Style.TIME), ("internal", Style.REMARK)),
        cell(("08:00", Style.TIME), ("cancelled", Style.REMARK)),
        cell(("08:40", Style.TIME), ("tentative", Style.REMARK)),
        (),
    ]
    assert cells_of(content)[0] == (
        cell("Briefing", ("In charge: P.~Ivanov", Style.NOTE), ("Interpreter: A.~Lee", Style.NOTE)),
    )
    assert content.title[0][0].text == "Working Programme"
    assert content.footer[-1] == "Not for distribution"


def test_people_are_shown_when_asked_for():
    who = (
        takes(Role.TAKES_PART, side=Side.GUEST),
        takes(Role.SPEAKER, person("Кабаев Азамат", "Kabaev Azamat")),
        takes(Role.TAKES_PART, group=text(ru="Специалисты по образованию")),
        takes(Role.IN_CHARGE, person("Иванов Пётр")),
    )
    walk = item(text(ru="Прогулка", en="Walk"), 520, people=who, tracks=(text(ru="Супруги", en="Spouses"),))
    content = compose(programme(walk), languages=("ru", "en"), show_people=True)
    assert cells_of(content) == [
        (
            cell("Прогулка", ("Участвуют: Супруги, Гости, А.~Кабаев, Специалисты по образованию", Style.NOTE)),
            cell("Walk", ("Taking part: Spouses, Guests, A.~Kabaev, [no English text]", Style.NOTE)),
        )
    ]


def test_movements_and_places_can_be_left_out():
    drive = item(text(en="Drive"), 500, kind=ItemKind.MOVEMENT)
    data = programme(drive, ARRIVAL)
    content = compose(data, languages=("en",), show_movements=False, show_places=False)
    assert cells_of(content) == [(cell("Arrival in Krasnoyarsk", ("Met in the arrivals hall", Style.NOTE)),)]


def test_programme_prints_in_mongolian_by_data_alone():
    visit = event(
        title=text(mn="Айлчлал"), place=text(mn="Красноярск хот"), from_day=date(2024, 5, 14), to_day=date(2024, 5, 14)
    )
    opening = item(text(mn="Нээлтийн ажиллагаа"), 600, 660)
    beside = item(text(mn="Өглөөний цай"), 600, 660)
    content = compose(ProgrammeData(visit, HeadingData(), (opening, beside)), languages=("mn",))
    assert content.title == (
        cell(
            ("Айлчлалын хөтөлбөр", Style.TITLE),
            ("Айлчлал", Style.SUBTITLE),
            ("Красноярск хот", Style.SUBTITLE),
            ("2024~оны 5 дугаар сарын 14", Style.SUBTITLE),
        ),
    )
    assert headings_of(content) == [["5 дугаар сарын 14, мягмар гараг"]]
    assert leads_of(content)[1] == cell(("10:00–11:00", Style.TIME), ("зэрэг явагдана", Style.REMARK))
    assert content.footer == ("ТӨСӨЛ, 2024.04.09, 17:40",)


def test_kyrgyz_heading_is_as_kyrgyz_offices_write_it():
    assert headings_of(compose(programme(CHECK_IN), languages=("ky", "ru"))) == [
        ["14-май, шейшемби", "Вторник, 14 мая"]
    ]


@pytest.mark.parametrize("items", [(), (item(text(en="Later"), None, day=None),)])
def test_programme_with_nothing_to_print_is_refused(items):
    with pytest.raises(NotPossible) as refused:
        compose(programme(*items), languages=("ru", "en"))
    assert refused.value.values == {"event": "Визит делегации мэрии города Джалал-Абада"}


def test_text_that_looks_like_markup_stays_text():
    content = compose(programme(item(text(en="<b>{x}</b> & %s"), 600)), languages=("en",))
    assert cells_of(content) == [((Line("<b>{x}</b> & %s", Style.BODY),),)]


def test_alert_and_internal_note_stand_in_the_offices_column_of_the_working_edition_alone():
    concert = item(text(ru="Концерт", en="Concert"), 600, alert="Ливень с 18:00", internal_note="Зонты у водителя")
    items = programme(concert)
    content = compose(items, languages=("ru", "en"), edition="working", copy_for=Side.HOST)
    assert cells_of(content) == [
        (
            cell("Концерт", ("Предупреждение: Ливень с 18:00", Style.STRONG), ("Зонты у водителя", Style.NOTE)),
            cell("Concert"),
        )
    ]
    assert cells_of(compose(items, languages=("ru", "en"))) == [(cell("Концерт"), cell("Concert"))]


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("ул. Мира, д. 5а", "ул. Мира, д.~5а"),
        ("93 Karla Marksa Street, Krasnoyarsk", "93~Karla Marksa Street, Krasnoyarsk"),
        ("Marienplatz 8, 80331 München", "Marienplatz~8, 80331~München"),
        ("660049, Красноярск", "660049, Красноярск"),
        ("дом 3 корпус 2 вход со двора", "дом 3 корпус 2 вход со двора"),
    ],
)
def test_number_of_a_house_stays_on_the_line_of_its_street(address: str, printed: str) -> None:
    content = compose(programme(item(text(de="Treffen"), 600, place=place(de=address))), languages=("de",))
    assert cells_of(content)[0][0][1:] == cell((printed, Style.NOTE))
