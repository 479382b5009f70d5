"""Badges, airport signs and menu cards of the sample office; what papers of travel say to whom; lines compared."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import segno

from planner.app import Planner, open_planner
from planner.documents import airport_sign, arrivals, badges, gift_list, menu_card, rooming
from planner.documents.airport_sign import compose as compose_sign
from planner.documents.audience import Reader, readable
from planner.documents.content import Content, Style
from planner.documents.drawn_figures import fitted, overflowing
from planner.documents.figures import Box, Figure, Words, texts_of
from planner.documents.freeze import freeze, thaw
from planner.documents.logistics_data import DishData, GiftsData, MenuData, RoomingData, SignData, SignsData
from planner.documents.paper_lines import Shown, paper_lines
from planner.documents.qr import QUIET, qr_marks
from planner.documents.typecase import TypeCase
from planner.documents.wording import Wordings
from planner.errors import NotFound, NotPossible
from planner.operations.people import write_private
from planner.paper_choice import FOR_THE_OFFICE
from planner.papers import Choice, Paper, compose_paper, gather, print_paper
from planner.queries.events import events
from planner.queries.people import people
from planner.rules.kinds import EventKind, Side
from planner.rules.paper_changes import Kind, differences
from planner.rules.text import text

SET = (
    Paper.ARRIVALS, Paper.ROOMING, Paper.GIFT_LIST, Paper.MOTORCADE, Paper.BADGES, Paper.PASS_LIST, Paper.AIRPORT_SIGN,
    Paper.MENU, Paper.CONTACTS, Paper.QUESTIONNAIRE,
)  # fmt: skip
SHEETS = (Paper.BADGES, Paper.AIRPORT_SIGN, Paper.MENU)


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory, sample_template: Path) -> Iterator[Planner]:
    path = shutil.copy(sample_template, tmp_path_factory.mktemp("logistics") / "sample.office")
    opened = open_planner(str(path), author="Aida")
    register = opened.read(people, date(2024, 4, 23))
    person = next(row.id for row in register if row.who.names["ru"].surname == "Токтогулов")
    opened.execute(write_private, person, passport_expires=date(2024, 4, 24))  # the visit's second day
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def visit(planner: Planner) -> int:
    return next(row.id for row in planner.read(events) if row.kind is EventKind.VISIT)


def paper(planner: Planner, visit: int, which: Paper, **more) -> Content:
    return planner.read(compose_paper, Choice(which, visit, more.pop("languages", ("ru", "en")), **more))


def words_of(content: Content) -> str:
    rows = [row for block in content.blocks for row in block.rows]
    cells = [*(cell for block in content.blocks for cell in block.heading)]
    cells += [cell for row in rows for cell in (*row.cells, *row.trail)]
    return "\n".join(line.text for cell in cells for line in cell).replace("\u00a0", " ")


@pytest.mark.parametrize("languages", [("ru", "en"), ("ru", "ky"), ("en", "ar"), ("zh-Hans", "ru")])
@pytest.mark.parametrize("which", SHEETS)
def test_nothing_on_a_sheet_overflows(planner: Planner, visit: int, which: Paper, languages: tuple[str, ...]) -> None:
    content = paper(planner, visit, which, languages=languages)
    case = TypeCase()
    assert [words for sheet in content.sheets for words in overflowing(sheet, case)] == []


@pytest.mark.parametrize("which", SET)
def test_frozen_data_thaw_to_the_same(planner: Planner, visit: int, which: Paper) -> None:
    data = planner.read(gather, Choice(which, visit, ("ru", "en")))
    assert thaw(freeze(data)) == data


@pytest.mark.parametrize("which", SET)
def test_paper_without_anything_to_say_is_refused_or_blank(planner: Planner, which: Paper) -> None:
    meeting = next(row.id for row in planner.read(events) if row.kind is EventKind.MEETING)
    filled = {Paper.BADGES, Paper.PASS_LIST, Paper.CONTACTS, Paper.QUESTIONNAIRE}
    if which in filled:
        assert paper(planner, meeting, which).blocks
    else:
        with pytest.raises((NotFound, NotPossible), match="yet"):
            paper(planner, meeting, which)


# --- Badges


def modules(sheet: Figure, x: int, y: int) -> tuple[tuple[bool, ...], ...]:
    """Read a code back from the boxes drawn within its square."""
    inside = [
        mark for mark in sheet.marks
        if isinstance(mark, Box) and x <= mark.x < x + badges.CODE and y <= mark.y < y + badges.CODE
    ]  # fmt: skip
    side = inside[0].height
    left, top = min(mark.x for mark in inside), min(mark.y for mark in inside)
    dark = {
        ((mark.y - top) // side, (mark.x - left) // side + step)
        for mark in inside
        for step in range(mark.width // side)
    }
    size = 1 + max(max(place) for place in dark)
    return tuple(tuple((row, column) in dark for column in range(size)) for row in range(size))


def test_code_of_every_badge_says_its_id_and_nothing_else(planner: Planner, visit: int) -> None:
    data = planner.read(gather, Choice(Paper.BADGES, visit, ("ru", "en")))
    content = paper(planner, visit, Paper.BADGES)
    page = badges.ACROSS * badges.DOWN
    for number, one in enumerate(data.badges):
        place = number % page
        x = badges._LEFT + place % badges.ACROSS * badges.WIDTH + badges.WIDTH - badges.CODE - 20
        y = badges._TOP + place // badges.ACROSS * badges.HEIGHT + badges.HEIGHT - badges.CODE - 60
        expected = segno.make(str(one.who.id), error="q", micro=False).matrix
        assert modules(content.sheets[number // page], x, y) == tuple(tuple(map(bool, row)) for row in expected)


def test_code_has_clear_space_around_it() -> None:
    boxes = list(qr_marks("163", 0, 0, 680))
    module = boxes[0].height
    quiet = QUIET * module
    assert min(*(box.x for box in boxes), *(box.y for box in boxes)) >= quiet
    assert max(box.x + box.width for box in boxes) <= 680 - quiet


def test_everybody_has_one_badge_eight_to_a_page(planner: Planner, visit: int) -> None:
    content = paper(planner, visit, Paper.BADGES)
    named = [row.id for block in content.blocks for row in block.rows]
    assert (len(named), len(set(named)), len(content.sheets)) == (10, 10, 2)


# --- Signs


def test_sign_is_in_the_guests_language_whatever_the_paper_is_in(planner: Planner, visit: int) -> None:
    content = paper(planner, visit, Paper.AIRPORT_SIGN, languages=("en",))
    assert [texts_of(sheet) for sheet in content.sheets] == [
        ["Токтогулов Бакыт"], ["Жалал-Абад шаарынын делегациясы"],
    ]  # fmt: skip


@pytest.mark.parametrize(("size", "page"), [("A4", (8419, 5953)), ("A3", (11906, 8419))])
def test_sign_lies_on_its_side_and_fills_it(planner: Planner, visit: int, size: str, page: tuple[int, int]) -> None:
    content = paper(planner, visit, Paper.AIRPORT_SIGN, size=size)
    sheet = content.sheets[0]
    (words,) = (mark for mark in sheet.marks if isinstance(mark, Words))
    said = fitted(words, TypeCase())
    assert (sheet.width, sheet.height) == page
    assert said.fits
    assert said.said[0].size >= page[1] // 5


def test_sign_never_breaks_a_word(planner: Planner, visit: int) -> None:
    data = planner.read(gather, Choice(Paper.AIRPORT_SIGN, visit, ("ru", "en")))
    long = SignData(1, text(ky="Кыргыз-Орусмаданияттыкборборунундиректору Асанбек"), data.signs[0].who)
    printed = compose_sign(data._replace(signs=(long,)), languages=("ru",))
    assert overflowing(printed.sheets[0]) == []


def test_sign_without_wording_in_any_of_the_guests_languages_is_marked(planner: Planner, visit: int) -> None:
    data: SignsData = planner.read(gather, Choice(Paper.AIRPORT_SIGN, visit, ("ru", "en")))
    only_russian = data._replace(signs=(data.signs[0]._replace(text=text(ru="Делегация")),))
    assert texts_of(airport_sign.compose(only_russian, languages=("ru",)).sheets[0]) == [Wordings("ky").missing.text]


# --- Menu


def test_dish_says_what_it_holds_and_for_whom_it_is_fit(planner: Planner, visit: int) -> None:
    dish = DishData(1, text(), text(ru="Пирог"), ("vegetarian", "nuts", "egg"))
    assert menu_card.marks_of(dish, Wordings("ru")).replace("\u00a0", " ") == "вегетарианское · содержит: яйца, орехи"
    assert menu_card.marks_of(dish._replace(marks=("halal",)), Wordings("en")) == "halal"


def test_missing_dish_is_marked_on_the_card(planner: Planner, visit: int) -> None:
    content = paper(planner, visit, Paper.MENU, languages=("ru", "ky"))
    said = texts_of(content.sheets[0])
    assert said.count(Wordings("ky").missing.text) == 2  # a dish and the name of the meal are not worded in Kyrgyz


def test_card_of_thirty_dishes_still_fits(planner: Planner, visit: int) -> None:
    data: MenuData = planner.read(gather, Choice(Paper.MENU, visit, ("ru", "en")))
    many = data._replace(dishes=data.dishes * 2)
    assert overflowing(menu_card.compose(many, languages=("ru", "en")).sheets[0]) == []


def test_menu_card_is_an_a5_page(planner: Planner, visit: int) -> None:
    with pypdfium2.PdfDocument(planner.read(print_paper, Choice(Paper.MENU, visit, ("ru", "en"))).pdf) as document:
        assert [tuple(round(side) for side in page.get_size()) for page in document] == [(420, 595)]


# --- What they say, and to whom


def test_journey_says_local_times_with_their_zones(planner: Planner, visit: int) -> None:
    content = paper(planner, visit, Paper.ARRIVALS, languages=("en",))
    heading = [line.text.replace("\u00a0", " ") for line in content.blocks[1].heading[0]]
    assert heading[:4] == [
        "Tuesday, 23 April", "Arrival, flight ZZ 482", "07:40 Bishkek (FRU), UTC+6", "11:40 Krasnoyarsk (KJA), UTC+7",
    ]  # fmt: skip


def test_drivers_and_states_of_documents_stand_in_the_working_edition_alone(planner: Planner, visit: int) -> None:
    guest, working = (words_of(paper(planner, visit, Paper.ARRIVALS, edition=one)) for one in ("guest", "working"))
    for secret in ("Орлов Сергей", "+7 000 000-00-11", "проверить срок документов"):
        assert (secret in guest, secret in working) == (False, True)


def test_private_papers_are_of_the_office() -> None:
    assert {Paper.ROOMING, Paper.GIFT_LIST, Paper.MOTORCADE, Paper.PASS_LIST, Paper.CONTACTS} <= FOR_THE_OFFICE


def test_questionnaire_tells_nothing_private(planner: Planner, visit: int) -> None:
    said = words_of(paper(planner, visit, Paper.QUESTIONNAIRE))
    assert [secret for secret in ("AC0000001", "02.06.1975", "1975-06-02", "+996 000 000 004") if secret in said] == []
    assert "SADYKOVA" in said  # the name as in the passport was told by the other side, and is asked to be looked at


def test_motorcade_seats_guest_behind_on_the_right(planner: Planner, visit: int) -> None:
    content = paper(planner, visit, Paper.MOTORCADE, languages=("en",))
    (car,) = (row for block in content.blocks for row in block.rows if "Toyota" in row.trail[0][0].text)
    assert [line.text for line in car.cells[0][:3]] == [
        "rear right: K.\u00a0Imanaliev", "rear left: A.\u00a0Kabaev", "front: C.\u00a0Asanova",
    ]  # fmt: skip


def test_rooms_that_are_shared_are_counted_once(planner: Planner, visit: int) -> None:
    content = paper(planner, visit, Paper.ROOMING, languages=("en",))
    assert content.blocks[0].heading[0][1].text.replace("\u00a0", " ") == "suite — 1 · single room — 2 · twin room — 1"


def test_missing_wording_is_marked(planner: Planner, visit: int) -> None:
    content = paper(planner, visit, Paper.ROOMING, languages=("ru", "ky"))
    assert content.blocks[0].heading[1][0].text == Wordings("ky").missing.text


def test_pass_list_marks_who_has_given_no_document(planner: Planner, visit: int) -> None:
    content = paper(planner, visit, Paper.PASS_LIST, languages=("en",))
    missing = [row.id for block in content.blocks for row in block.rows
               if any(line.style is Style.MISSING for cell in row.trail for line in cell)]  # fmt: skip
    assert len(missing) == 2  # the people of the city's own report, of whom nothing private is invented


# --- Compared


def test_new_time_of_a_flight_is_told_of_each_who_flies(planner: Planner, visit: int) -> None:
    data = planner.read(gather, Choice(Paper.ARRIVALS, visit, ("ru", "en")))
    later = tuple(
        one._replace(arrives=one.arrives._replace(minute=750)) if one.number == "ZZ 482" else one
        for one in data.journeys
    )
    shown = Shown("arrivals", ("ru", "en"))
    found = differences(paper_lines(data, shown), paper_lines(data._replace(journeys=later), shown))
    assert {(change.id, change.kind) for change in found} == {
        (one.id, Kind.MOVED) for one in data.journeys if one.number == "ZZ 482"
    }


def test_another_room_is_told_of_its_guest_alone(planner: Planner, visit: int) -> None:
    data = planner.read(gather, Choice(Paper.ROOMING, visit, ("ru", "en")))
    moved = (data.rooms[0]._replace(room_number="777"), *data.rooms[1:])
    shown = Shown("rooming", ("ru", "en"))
    found = differences(paper_lines(data, shown), paper_lines(data._replace(rooms=moved), shown))
    assert [(change.id, change.kind) for change in found] == [(data.rooms[0].id, Kind.NOTE)]


def test_compose_of_nothing_is_refused_in_words(planner: Planner, visit: int) -> None:
    data = planner.read(gather, Choice(Paper.ARRIVALS, visit, ("ru", "en")))
    with pytest.raises(NotPossible, match="no arrivals or departures"):
        arrivals.compose(data._replace(journeys=()), languages=("ru",))
    rooms = planner.read(gather, Choice(Paper.ROOMING, visit, ("ru", "en")))
    with pytest.raises(NotPossible, match="no rooms"):
        rooming.compose(rooms._replace(rooms=()), languages=("ru",), copy_for=Side.HOST)


# --- Beds, smokers, cards and lines of expenses


def row_words(content: Content, row_id: int) -> list[str]:
    cells = [row.cells[0] for block in content.blocks for row in block.rows if row.id == row_id]
    return [line.text.replace("\u00a0", " ") for cell in cells for line in cell]


def test_room_says_its_bed_where_its_kind_does_not_and_whether_one_smokes(planner: Planner, visit: int) -> None:
    data: RoomingData = planner.read(gather, Choice(Paper.ROOMING, visit, ("ru", "en")))
    room = next(one for one in data.rooms if one.room_type == "suite")
    assert (room.bed, room.smoking) == ("double", False)
    smoker = room._replace(smoking=True)
    changed = data._replace(rooms=tuple(smoker if one is room else one for one in data.rooms))
    assert row_words(rooming.compose(changed, languages=("en",)), room.id)[1:] == ["suite · double bed · smoking room"]
    twins = data._replace(rooms=(room._replace(room_type="twin", bed="twin"),))
    assert "two beds" not in words_of(rooming.compose(twins, languages=("en",)))
    shown = Shown("rooming", ("en",))
    found = differences(paper_lines(data, shown), paper_lines(changed, shown))
    assert [(change.id, change.kind) for change in found] == [(room.id, Kind.NOTE)]


def test_present_says_its_line_of_expenses_and_what_its_card_says(planner: Planner, visit: int) -> None:
    data: GiftsData = planner.read(gather, Choice(Paper.GIFT_LIST, visit, ("ru", "en")))
    content = gift_list.compose(data, languages=("en",))
    assert row_words(content, data.gifts[0].id)[-2:] == [
        "handed over by: M. Petrova · to be given on 24 April · wrapped · expense line: представительские расходы",
        "card: In fond memory of Krasnoyarsk",
    ]
    other = (data.gifts[0]._replace(card=text(ru="С уважением", en="With respect")), *data.gifts[1:])
    shown = Shown("gift-list", ("en",))
    found = differences(paper_lines(data, shown), paper_lines(data._replace(gifts=other), shown))
    assert [(change.id, change.kind) for change in found] == [(data.gifts[0].id, Kind.NOTE)]


def test_line_of_expenses_and_smoker_are_not_for_the_table(planner: Planner, visit: int) -> None:
    presents: GiftsData = planner.read(gather, Choice(Paper.GIFT_LIST, visit, ("ru", "en")))
    rooms: RoomingData = planner.read(gather, Choice(Paper.ROOMING, visit, ("ru", "en")))
    rooms = rooms._replace(rooms=tuple(one._replace(smoking=True) for one in rooms.rooms))
    assert {one.budget for one in readable(presents, Reader.SERVICE).gifts} == {""}
    assert [{one.smoking for one in readable(rooms, reader).rooms} for reader in Reader] == [{False}, {True}, {True}]


@pytest.mark.parametrize("sheet", [Paper.CONTACTS, Paper.PASS_LIST])
def test_driver_and_vehicle_stand_in_every_column(planner: Planner, visit: int, sheet: Paper) -> None:
    content = planner.read(compose_paper, Choice(sheet, visit, ("ru", "en"), edition="working"))
    rows = [[[line.text for line in cell] for cell in row.cells] for row in content.blocks[-1].rows]
    assert [any("Ким" in words for words in cell) for cell in rows[-1]] == [True, True]
    assert [(bool(russian), bool(english)) for russian, english in rows] == [(True, True)] * 3
