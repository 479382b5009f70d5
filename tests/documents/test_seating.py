"""Plans of seats: the content by equality, and every word of the drawing inside its box."""

from __future__ import annotations

from itertools import combinations

import pypdfium2
import pytest

from planner.documents import seating, ushers_plan
from planner.documents.content import Content, LeadWidth, Line, Style, Tone
from planner.documents.data import HeadingData, SeatingData
from planner.documents.drawn_figures import overflowing
from planner.documents.figures import Box, Figure, Ink, Words, texts_of
from planner.documents.freeze import freeze, thaw
from planner.documents.layout import layout
from planner.documents.pages import Kind
from planner.documents.render import render_pdf
from planner.documents.seating_figure import chair_size
from planner.documents.theme import Theme
from planner.errors import NotPossible
from planner.rules.kinds import Side
from planner.rules.places import PlanKind, Room, Table
from planner.rules.text import EMPTY, text
from tests.documents.events import person
from tests.documents.seatings import Guest, meeting, seated

BOTH = ("ru", "en")
KABAEV_RU = "Кабаев Азамат, руководитель канцелярии Посольства"
SPELT = [
    ("Иванов Пётр", "Ivanov Petr"), ("Константинопольский Константин", "Konstantinopolskiy Konstantin"),
    ("Ли Мин", "Li Min"), ("Асанов Бакыт", "Asanov Bakyt"), ("Төлөгөнов Үсөн", "Tologonov Uson"),
]  # fmt: skip


def people(count: int, first: int = 0) -> list[Guest]:
    post = text(ru="заместитель руководителя управления", en="Deputy Head of Department")
    return [(person(*SPELT[(number + first) % len(SPELT)], post), EMPTY) for number in range(count)]


def plan_of(kind: PlanKind) -> SeatingData:
    """A plan of each kind, full."""
    if kind is PlanKind.CAR:
        return seated(kind, people(1), people(1, 1), interpreters=True)
    tables = [Table(number, 8) for number in range(1, 4)]
    return seated(kind, people(7), people(5, 2), tables=tables)


def as_lines(content: Content) -> list[str]:
    """The list of a plan as one line per row."""
    lines = []
    for block in content.blocks:
        lines.append(" | ".join(cell[0].text for cell in block.heading))
        lines += [" | ".join((row.lead[0].text, *(cell[0].text for cell in row.cells))) for row in block.rows]
    return lines


def test_the_list_says_who_sits_where_in_both_languages() -> None:
    assert as_lines(seating.compose(meeting(), languages=BOTH)) == [
        "Гости | Guests",
        "1 | глава делегации | Head of delegation",
        f"2 | {KABAEV_RU} | Azamat Kabaev, Head of the Krasnoyarsk Office of the Embassy",
        "3 | начальник управления образования | Head of the Education Department",
        "4 | главный архитектор | Chief Architect",
        "п · i | Переводчик | Interpreter",
        "Принимающая сторона | Host side",
        "1 | Логинов Владислав, Глава города Красноярска | Vladislav Loginov, Mayor of Krasnoyarsk",
        "2 | руководитель главного управления образования | Head of the Main Department of Education",
        "3 | руководитель департамента экономической политики | Head of the Department of Economic Policy",
        "4 | руководитель главного управления культуры | Head of the Main Department of Culture",
        "п · i | Переводчик | Interpreter",
    ]


def test_the_title_says_what_where_and_when() -> None:
    content = seating.compose(meeting(), languages=BOTH)
    assert content.title[1] == (
        Line("Seating Plan: Bilateral Meeting", Style.TITLE),
        Line("City Administration, Small Hall", Style.SUBTITLE),
        Line("Wednesday, 15 May 2024, 10:00", Style.SUBTITLE),
    )
    assert (content.lead, content.plain, [block.tone for block in content.blocks]) == (
        LeadWidth.NUMBER, True, [Tone.GUEST, Tone.HOST],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (PlanKind.FACING_TABLE, "Seating Plan"),
        (PlanKind.CAR, "Seats in the Car"),
        (PlanKind.PHOTO, "Order for the Photograph"),
        (PlanKind.SIGNING, "Plan of the Signing Ceremony"),
        (PlanKind.RECEIVING_LINE, "Receiving Line"),
    ],
)
def test_a_plan_without_a_title_bears_its_own_name(kind: PlanKind, title: str) -> None:
    content = seating.compose(plan_of(kind)._replace(heading=HeadingData()), languages=("en",))
    assert content.title[0][0].text == title


def test_the_hosts_own_paper_may_name_hosts_first() -> None:
    data = meeting()
    data = data._replace(event=data.event._replace(guest_first_in_host_list=False))
    content = seating.compose(data, languages=BOTH, copy_for=Side.HOST)
    assert [block.tone for block in content.blocks] == [Tone.HOST, Tone.GUEST]


def figure_of(data: SeatingData) -> Figure:
    figure = seating.compose(data, languages=BOTH).figure
    assert figure is not None
    return figure


def test_the_drawing_says_room_sides_and_seats() -> None:
    said = texts_of(figure_of(meeting()))
    assert said[:6] == [
        "вход · door", "окна · windows", "съёмка · camera", "флаги: Киргизия, Россия · flags: KG, RU",
        "стол переговоров · negotiating table", "1",
    ]  # fmt: skip
    assert said[-2:] == ["Гости · Guests", "Принимающая сторона · Host side"]


def test_flags_on_the_wall_of_the_windows_are_said_under_them() -> None:
    marks = {mark.said[0].text: mark for mark in figure_of(meeting()).marks if isinstance(mark, Words)}
    windows, flags = marks["окна · windows"], marks["флаги: Киргизия, Россия · flags: KG, RU"]
    assert flags.y - windows.y >= windows.said[0].size


def test_guests_look_down_to_the_door_and_hosts_sit_below() -> None:
    words = {mark.said[0].ink: mark.y for mark in figure_of(meeting()).marks if isinstance(mark, Words)}
    assert words[Ink.GUEST] < words[Ink.HOST]


@pytest.mark.parametrize("kind", list(PlanKind))
def test_nothing_overflows(kind: PlanKind) -> None:
    if kind is PlanKind.FLAGS:
        pytest.skip("flags have a sheet of their own")
    assert overflowing(figure_of(plan_of(kind))) == []


@pytest.mark.parametrize(
    "kind", [PlanKind.FACING_TABLE, PlanKind.ROUND, PlanKind.U_TABLE, PlanKind.PHOTO, PlanKind.CAR]
)
def test_no_seat_covers_another(kind: PlanKind) -> None:
    data = plan_of(kind)
    assert chair_size(data.seats)[0] > 30
    boxes = [mark for mark in figure_of(data).marks if isinstance(mark, Box) and mark.fill is Ink.PAPER]
    assert [
        (one, other)
        for one, other in combinations(boxes, 2)
        if abs(one.x - other.x) < one.width and abs(one.y - other.y) < one.height
    ] == []


def test_the_plan_of_the_meeting_is_one_page() -> None:
    result = layout(seating.compose(meeting(), languages=BOTH), Theme())
    (page,) = result.pages
    assert [placed.kind for placed in page.placed][:3] == [Kind.TITLE, Kind.FIGURE, Kind.HEADING]
    assert min(placed.bottom for placed in page.placed) >= result.frame.floor


def test_the_file_says_every_seat_and_name() -> None:
    with pypdfium2.PdfDocument(render_pdf(seating.compose(meeting(), languages=BOTH))) as document:
        said = document[0].get_textpage().get_text_range()
    found = [
        word
        for word in ("Переводчик", "negotiating table", "А. Кабаев", "V. Loginov", "Chief Architect")
        if word in said
    ]
    assert found == ["Переводчик", "negotiating table", "А. Кабаев", "V. Loginov", "Chief Architect"]


@pytest.mark.parametrize(
    "languages", [("ru", "ar"), ("he", "en"), ("ja", "hi"), ("ka", "hy"), ("mn", "zh-Hans"), ("kk", "ky")]
)
def test_plans_in_any_script_fit(languages: tuple[str, str]) -> None:
    content = seating.compose(meeting(), languages=languages)
    assert content.figure is not None
    assert overflowing(content.figure) == []
    assert render_pdf(content)[:5] == b"%PDF-"


def test_a_banquet_lists_tables() -> None:
    blocks = seating.compose(plan_of(PlanKind.BANQUET), languages=BOTH).blocks
    assert [block.heading[1][0].text for block in blocks] == ["Table 1", "Table 2", "Table 3"]


def test_a_plan_with_nobody_is_refused_in_words() -> None:
    empty = seated(PlanKind.FACING_TABLE, [], [])
    with pytest.raises(NotPossible):
        seating.compose(empty, languages=BOTH)


def test_a_plan_is_frozen_and_thawed_exactly() -> None:
    assert thaw(freeze(meeting())) == meeting()


def test_a_large_room_shows_dots_with_numbers() -> None:
    data = seated(PlanKind.FACING_TABLE, people(3), people(3), room=Room(2000, 1600))
    boxes = [mark for mark in figure_of(data).marks if isinstance(mark, Box) and mark.fill is Ink.PAPER]
    assert boxes == []


# ---- the ushers' plan


def test_the_ushers_plan_is_a6_and_lists_numbers() -> None:
    content = ushers_plan.compose(meeting(), languages=BOTH)
    assert [(sheet.width, sheet.height) for sheet in content.sheets] == [(2976, 4195), (2976, 4195)]
    assert texts_of(content.sheets[1])[:6] == [
        "Схема рассадки на двусторонней встрече", "План для распорядителей", "1", "глава делегации", "2", "А. Кабаев",
    ]  # fmt: skip
    assert [overflowing(sheet) for sheet in content.sheets] == [[], []]


def test_the_ushers_plan_of_a_banquet_goes_from_table_to_table() -> None:
    content = ushers_plan.compose(plan_of(PlanKind.BANQUET), languages=("en",))
    seats = texts_of(content.sheets[1])[2::2]
    assert (seats[0], len(seats)) == ("1/1", 12)
    assert seats == sorted(seats, key=lambda seat: [int(part) for part in seat.split("/")])


LONG = ["К. Константинопольский", "K. Konstantinopolskiy"]


def behind(count: int) -> list[Words]:
    """The names that stand behind the chairs of a full table, from left to right."""
    plan = seated(PlanKind.FACING_TABLE, people(count), people(count, 2))
    drawn = seating.compose(plan, languages=BOTH).figure
    assert drawn is not None
    words = [mark for mark in drawn.marks if isinstance(mark, Words)]
    return sorted((mark for mark in words if [said.text for said in mark.said] == LONG), key=lambda mark: mark.x)


def test_name_too_long_for_its_seat_stands_behind_it() -> None:
    assert len(behind(7)) == 3  # two guests and a host, none with the number of the seat


def test_names_behind_chairs_do_not_cover_one_another() -> None:
    for one, other in combinations(behind(12), 2):
        apart = abs(one.x - other.x) >= one.width or abs(one.y - other.y) >= one.height
        assert apart


def names_on_seats(*spelt: tuple[str, str]) -> list[list[str]]:
    """What stands on the seats of one side under their numbers, as they are drawn."""
    post = text(ru="член делегации", en="Member")
    plan = seated(PlanKind.FACING_TABLE, [(person(*each, post), EMPTY) for each in spelt], people(0))
    drawn = seating.compose(plan, languages=BOTH).figure
    assert drawn is not None
    words = [mark for mark in drawn.marks if isinstance(mark, Words) and mark.said[0].text.isdigit()]
    return [[said.text for said in mark.said[1:]] for mark in sorted(words, key=lambda mark: int(mark.said[0].text))]


def test_seats_bear_names_with_initials_where_all_have_room() -> None:
    assert names_on_seats(("Ли Мин", "Li Min"), ("Белова Ольга", "Belova Olga")) == [
        ["М. Ли", "M. Li"], ["О. Белова", "O. Belova"],
    ]  # fmt: skip


def test_all_seats_bear_surnames_alone_where_one_name_has_no_room() -> None:
    assert names_on_seats(("Ли Мин", "Li Min"), ("Ковалевская Анна", "Kovalevskaya A")) == [
        ["Ли", "Li"], ["Ковалевская", "Kovalevskaya"],
    ]  # fmt: skip


def test_seats_of_two_of_one_surname_keep_their_initials() -> None:
    assert names_on_seats(("Садыкова Айгуль", "Sadykova Aigul"), ("Садыкова Мария", "Sadykova Maria")) == [
        ["А. Садыкова", "A. Sadykova"], ["М. Садыкова", "M. Sadykova"],
    ]  # fmt: skip


def test_interpreter_has_a_mark_in_the_plan_of_the_ushers() -> None:
    plan, names = ushers_plan.compose(meeting(), languages=BOTH).sheets
    assert texts_of(plan).count("п") == texts_of(names).count("п") == 2
