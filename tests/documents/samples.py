"""Papers as the design pictures show them, and a list as long as a climate conference's."""

from __future__ import annotations

from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone


def programme() -> Content:
    """The programme of stay of the design, Russian and English, with marks of change."""
    return Content(
        languages=("ru", "en"),
        title=(
            (
                Line(
                    "Программа пребывания делегации мэрии города Джалал-Абада (Киргизская Республика) "
                    "в городе Красноярске",
                    Style.TITLE,
                ),
                Line("14–16 мая 2024 года", Style.SUBTITLE),
            ),
            (
                Line(
                    "Programme of Stay of the Delegation of the Jalal-Abad Mayor’s Office (Kyrgyz Republic) "
                    "in Krasnoyarsk",
                    Style.TITLE,
                ),
                Line("14–16 May 2024", Style.SUBTITLE),
            ),
        ),
        blocks=(_tuesday(), _wednesday(), _thursday()),
        footer=(
            "Редакция 4 от 08.05.2024, 16:20, взамен редакции 3 · Version 4 of 8 May 2024, replaces version 3",
            "▌ изменено после редакции 3 · changed since version 3",
        ),
        continued=("(продолжение)", "(continued)"),
        lead=LeadWidth.TIME,
        file_title="Программа пребывания делегации мэрии города Джалал-Абада",
        author="Управление международных связей",
        draft=False,
    )


def _item(
    number: int,
    time: str,
    ru: tuple[str, str],
    en: tuple[str, str],
    *,
    strong: bool = False,
    changed: bool = False,
    parallel: bool = False,
) -> Row:
    style = Style.STRONG if strong else Style.BODY
    lead: Cell = (Line(time, Style.TIME),)
    if parallel:
        lead += (Line("параллельно", Style.REMARK), Line("in parallel", Style.REMARK))
    cells = tuple((Line(title, style), *((Line(note, Style.NOTE),) if note else ())) for title, note in (ru, en))
    return Row(number, lead, cells, changed=changed)


def _day(number: int, ru: str, en: str, rows: tuple[Row, ...]) -> Block:
    return Block(number, ((Line(ru, Style.HEADING),), (Line(en, Style.HEADING),)), rows, Tone.DAY)


def _tuesday() -> Block:
    return _day(
        1,
        "Вторник, 14 мая",
        "Tuesday, 14 May",
        (
            _item(
                11,
                "11:40",
                (
                    "Прилёт в Красноярск",
                    "Аэропорт Красноярск (Емельяново), встреча в зале прилёта; время местное, UTC+7",
                ),
                (
                    "Arrival in Krasnoyarsk",
                    "Krasnoyarsk (Yemelyanovo) Airport, met in the arrivals hall; local time, UTC+7",
                ),
            ),
            _item(12, "13:30–15:00", ("Размещение в гостинице, обед", ""), ("Check-in at the hotel, lunch", "")),
            _item(13, "16:00–18:00", ("Обзорная экскурсия по городу", ""), ("City tour", "")),
            _item(14, "19:00–20:30", ("Ужин в гостинице", ""), ("Dinner at the hotel", "")),
        ),
    )


def _wednesday() -> Block:
    return _day(
        2,
        "Среда, 15 мая",
        "Wednesday, 15 May",
        (
            _item(21, "08:00–08:45", ("Завтрак в гостинице", ""), ("Breakfast at the hotel", "")),
            _item(
                22,
                "09:20",
                ("Отъезд из гостиницы", "Сбор в холле в 09:10"),
                ("Departure from the hotel", "Please meet in the lobby at 09:10"),
            ),
            _item(
                23,
                "10:00–11:00",
                (
                    "Встреча с Главой города Красноярска Владиславом Логиновым",
                    "Администрация города, Малый зал. Деловой костюм",
                ),
                (
                    "Meeting with Vladislav Loginov, Mayor of Krasnoyarsk",
                    "City Administration, Small Hall. Business dress",
                ),
                strong=True,
                changed=True,
            ),
            _item(
                24,
                "11:10–12:20",
                (
                    "Подписание Плана мероприятий по реализации Меморандума о побратимских связях",
                    "Администрация города, Большой зал",
                ),
                ("Signing of the Action Plan under the Sister City Memorandum", "City Administration, Grand Hall"),
            ),
            _item(
                25,
                "11:10–12:20",
                ("Рабочая группа по строительству школ", "Кабинет 214. Участвуют специалисты по образованию"),
                ("Working group on the construction of schools", "Room 214. Education specialists take part"),
                parallel=True,
            ),
            _item(
                26,
                "13:00–14:20",
                ("Официальный завтрак от имени Главы города Красноярска", "Ресторан «Причал»"),
                ("Luncheon hosted by the Mayor of Krasnoyarsk", "Prichal Restaurant"),
                changed=True,
            ),
            _item(
                27,
                "15:00–16:25",
                (
                    "Посещение центра технического творчества",
                    "Показательные заезды команд чемпионата по робототехнике «Красноярск 5.0»",
                ),
                (
                    "Visit to the Centre for Technical Creativity",
                    "Demonstration by teams of the “Krasnoyarsk 5.0” robotics championship",
                ),
                changed=True,
            ),
            _item(
                28,
                "17:00–18:30",
                ("Национально-культурная программа", "Дом дружбы народов"),
                ("Cultural programme", "House of Friendship of Peoples"),
            ),
        ),
    )


def _thursday() -> Block:
    return _day(
        3,
        "Четверг, 16 мая",
        "Thursday, 16 May",
        (
            _item(
                31,
                "09:30–11:00",
                ("Посещение национального парка «Красноярские Столбы»", ""),
                ("Visit to the Krasnoyarsk Stolby National Park", ""),
            ),
            _item(
                32,
                "15:05",
                ("Вылет в Бишкек", "Рейс KC 1442, проводы в аэропорту"),
                ("Departure for Bishkek", "Flight KC 1442, seen off at the airport"),
            ),
        ),
    )


def participants() -> Content:
    """The list of participants of the design, here in Russian and Kyrgyz."""

    def person(number: int, ru: str, ky: str, post_ru: str, post_ky: str, *, named: bool = True) -> Row:
        style = Style.STRONG if named else Style.MISSING
        cells = ((Line(ru, style), Line(post_ru, Style.NOTE)), (Line(ky, style), Line(post_ky, Style.NOTE)))
        return Row(number, (Line(str(number), Style.NUMBER),), cells)

    unknown = ("уточняется", "такталууда")
    return Content(
        languages=("ru", "ky"),
        title=(
            (
                Line("Список участников рабочей встречи", Style.TITLE),
                Line("Администрация города Красноярска", Style.SUBTITLE),
                Line("среда, 10 апреля 2024 года, 10:00", Style.SUBTITLE),
            ),
            (
                Line("Жумушчу жолугушуунун катышуучуларынын тизмеси", Style.TITLE),
                Line("Красноярск шаарынын администрациясы", Style.SUBTITLE),
                Line("2024-жылдын 10-апрели, шаршемби, 10:00", Style.SUBTITLE),
            ),
        ),
        blocks=(
            Block(
                1,
                ((Line("С киргизской стороны", Style.HEADING),), (Line("Кыргыз тараптан", Style.HEADING),)),
                (
                    person(
                        1,
                        "КАБАЕВ Азамат",
                        "КАБАЕВ Азамат",
                        "руководитель канцелярии Посольства Киргизской Республики в Российской Федерации "
                        "в городе Красноярске",
                        "Кыргыз Республикасынын Россия Федерациясындагы Элчилигинин Красноярск шаарындагы "
                        "кеңсесинин жетекчиси",
                    ),
                ),
                Tone.GUEST,
            ),
            Block(
                2,
                ((Line("С российской стороны", Style.HEADING),), (Line("Россия тараптан", Style.HEADING),)),
                (
                    person(
                        1,
                        "ЛОГИНОВ Владислав",
                        "ЛОГИНОВ Владислав",
                        "Глава города Красноярска",
                        "Красноярск шаарынын башчысы",
                    ),
                    person(
                        2,
                        *unknown,
                        "руководитель главного управления образования администрации города",
                        "шаар администрациясынын билим берүү башкы башкармалыгынын жетекчиси",
                        named=False,
                    ),
                    person(
                        3,
                        *unknown,
                        "руководитель департамента экономической политики администрации города",
                        "шаар администрациясынын экономикалык саясат департаментинин жетекчиси",
                        named=False,
                    ),
                    person(
                        4,
                        *unknown,
                        "руководитель главного управления культуры администрации города",
                        "шаар администрациясынын маданият башкы башкармалыгынын жетекчиси",
                        named=False,
                    )._replace(rule=True),
                ),
                Tone.HOST,
            ),
            Block(
                3,
                ((Line("Приглашённые", Style.HEADING),), (Line("Чакырылгандар", Style.HEADING),)),
                (
                    person(
                        1,
                        "БАТАЕВА Назгуль",
                        "БАТАЕВА Назгүл",
                        "председатель Красноярской местной общественной организации «Кыргызская "
                        "национально-культурная автономия»",
                        "«Кыргыз улуттук-маданий автономиясы» Красноярск жергиликтүү коомдук уюмунун төрайымы",
                    ),
                ),
                Tone.NEUTRAL,
            ),
        ),
        footer=("ПРОЕКТ от 09.04.2024, 17:40 · ДОЛБООР, 09.04.2024, 17:40",),
        continued=("(продолжение)", "(уландысы)"),
        lead=LeadWidth.NUMBER,
        file_title="Список участников рабочей встречи",
        author="Управление международных связей",
    )


def one_block(rows: tuple[Row, ...], *, heading: tuple[Cell, ...] = (), languages: int = 2) -> Content:
    """A paper with nothing but these rows under one heading."""
    return Content(
        languages=("ru", "en", "ky")[:languages],
        title=(),
        blocks=(Block(1, heading, rows),),
        footer=("подвал",),
        continued=("(продолжение)", "(continued)", "(уландысы)")[:languages],
        lead=LeadWidth.NUMBER,
        file_title="title",
        author="author",
    )


def texts(*cells: str, number: int = 1) -> Row:
    """A row with one body line per language."""
    return Row(number, (Line(str(number), Style.NUMBER),), tuple((Line(text),) for text in cells))
