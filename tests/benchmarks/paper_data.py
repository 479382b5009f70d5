"""The papers that are measured: W1 a list of participants, W2 a programme of 500 items, W3 an agenda of two pages."""

from __future__ import annotations

from random import Random

from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone

_SURNAMES = (
    "Логинов Кабаев Щербаков Хакимова Подъячев Жээнбекова Батаева Иманалиев Абдылдаев Осмонова Ткаченко Вольский "
    "Кузнецова Эшматов Турсунбаева Новиков Сыдыкова Ершов Бекназаров Чекиров"
).split()
_LATIN = (
    "Loginov Kabaev Shcherbakov Khakimova Podyachev Jeenbekova Bataeva Imanaliev Abdyldaev Osmonova Tkachenko Volsky "
    "Kuznetsova Eshmatov Tursunbaeva Novikov Sydykova Yershov Beknazarov Chekirov"
).split()
_GIVEN = "Азамат Владислав Юрий Лилия Алексей Айгуль Назгуль Кубанычбек Марина Эркин Ольга Бакыт Сергей Жылдыз".split()
_GIVEN_LATIN = (
    "Azamat Vladislav Yuri Lilia Alexei Aigul Nazgul Kubanychbek Marina Erkin Olga Bakyt Sergei Jyldyz".split()
)
_POSTS = (
    (
        "руководитель департамента экономической политики и инвестиционного развития",
        "Head of the Department of Economic Policy and Investment Development",
    ),
    ("заместитель руководителя главного управления образования", "Deputy Head of the Main Department of Education"),
    ("начальник отдела международных связей и протокола", "Head of the International Relations and Protocol Division"),
    ("советник главы города по вопросам побратимских связей", "Adviser to the Mayor on Sister City Relations"),
    ("главный специалист управления культуры", "Chief Specialist, Department of Culture"),
    (
        "председатель постоянной комиссии городского Совета депутатов",
        "Chair of a Standing Committee of the City Council",
    ),
    ("директор муниципального автономного учреждения", "Director of a Municipal Autonomous Institution"),
)
_BODIES = (
    ("Администрация города", "City Administration"),
    ("Городской Совет депутатов", "City Council of Deputies"),
    ("Министерство иностранных дел, представительство в городе", "Ministry of Foreign Affairs, Office in the city of"),
    ("Государственный технический университет имени академика", "State Technical University named after Academician"),
)


def participants(count: int) -> Content:
    """W1: so many people in delegations of 50; about 7,000 distinct posts, nearly every name distinct."""
    chance = Random(count)
    blocks = []
    for number in range(0, count, 50):
        rows = tuple(_participant(chance, n + 1) for n in range(min(50, count - number)))
        heading = _cells(f"Делегация № {number // 50 + 1}", f"Delegation No. {number // 50 + 1}", Style.HEADING)
        blocks.append(Block(number, heading, rows, (Tone.HOST, Tone.GUEST)[number // 50 % 2]))
    return _paper("Список участников", "List of Participants", tuple(blocks), LeadWidth.NUMBER)


def _participant(chance: Random, number: int) -> Row:
    surname, given, middle = chance.randrange(20), chance.randrange(14), chance.randrange(14)
    house = chance.randrange(1, 400)
    post, body, town = chance.choice(_POSTS), chance.choice(_BODIES), chance.randrange(1, 251)
    return Row(
        number,
        (Line(str(number), Style.NUMBER),),
        (
            (
                Line(f"{_SURNAMES[surname].upper()}-{house} {_GIVEN[given]} {_GIVEN[middle]}", Style.STRONG),
                Line(post[0], Style.NOTE),
                Line(f"{body[0]} {town}", Style.NOTE),
            ),
            (
                Line(f"{_GIVEN_LATIN[given]} {_GIVEN_LATIN[middle]} {_LATIN[surname].upper()}-{house}", Style.STRONG),
                Line(post[1], Style.NOTE),
                Line(f"{body[1]} {town}", Style.NOTE),
            ),
        ),
    )


def programme(items: int = 500, days: int = 5) -> Content:
    """W2: a programme of five days with 500 items; W3 with 16 items in two days is the agenda of two pages."""
    chance = Random(items)
    blocks = []
    for day in range(days):
        rows = tuple(_item(chance, day * 1000 + number) for number in range(items // days))
        blocks.append(
            Block(day, _cells(f"Среда, {day + 10} апреля", f"Wednesday, {day + 10} April", Style.HEADING), rows)
        )
    return _paper(
        "Программа пребывания делегации", "Programme of Stay of the Delegation", tuple(blocks), LeadWidth.TIME
    )


def agenda(edit: str = "") -> Content:
    """W3: two pages; `edit` is what somebody has just typed into an item."""
    content = programme(16, 2)
    first = content.blocks[0]
    row = first.rows[3]
    edited = row._replace(
        cells=((row.cells[0][0]._replace(text=row.cells[0][0].text + edit), *row.cells[0][1:]), row.cells[1])
    )
    return content._replace(
        blocks=(first._replace(rows=(*first.rows[:3], edited, *first.rows[4:])), *content.blocks[1:])
    )


def _item(chance: Random, number: int) -> Row:
    post, body, hour = chance.choice(_POSTS), chance.choice(_BODIES), chance.randrange(8, 20)
    hall = chance.randrange(1, 400)
    return Row(
        number,
        (Line(f"{hour:02}:00–{hour:02}:45", Style.TIME),),
        (
            (Line(f"Встреча № {number}: {post[0]}"), Line(f"{body[0]}, кабинет {hall}. Деловой костюм", Style.NOTE)),
            (Line(f"Meeting No. {number}: {post[1]}"), Line(f"{body[1]}, room {hall}. Business dress", Style.NOTE)),
        ),
        changed=chance.random() < 0.1,
    )


def _cells(ru: str, en: str, style: Style) -> tuple[Cell, ...]:
    return ((Line(ru, style),), (Line(en, style),))


def _paper(ru: str, en: str, blocks: tuple[Block, ...], lead: LeadWidth) -> Content:
    return Content(
        languages=("ru", "en"),
        title=_cells(ru, en, Style.TITLE),
        blocks=blocks,
        footer=("ПРОЕКТ от 09.04.2024, 17:40 · DRAFT of 9 April 2024, 17:40",),
        continued=("(продолжение)", "(continued)"),
        lead=lead,
        file_title=ru,
        author="Управление международных связей",
    )
