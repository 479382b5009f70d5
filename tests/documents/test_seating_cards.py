"""Place cards, name plates and the sheet of flags."""

from __future__ import annotations

import pypdfium2
import pytest

from planner.documents import cards, flags_sheet
from planner.documents.data import FlagData, FlagsData, HeadingData
from planner.documents.drawn_figures import fitted, overflowing
from planner.documents.figures import Face, Figure, Words, texts_of
from planner.documents.freeze import freeze, thaw
from planner.documents.render import render_pdf
from planner.documents.typecase import TypeCase
from planner.errors import NotPossible
from planner.rules.kinds import Side
from planner.rules.places import PlanKind, Table
from planner.rules.text import EMPTY, text
from tests.documents.events import event, person
from tests.documents.seatings import AT, KABAEV, LOGINOV, Guest, seated
from tests.documents.test_seating import people

BOTH = ("ru", "en")
A4_LANDSCAPE, A5_LANDSCAPE = (8419, 5953), (5953, 4195)


def talks(guests: list[Guest], hosts: list[Guest]):
    return seated(PlanKind.FACING_TABLE, guests, hosts)


def plate(guest: Guest, **more) -> Figure:
    """The plate of a guest alone with the mayor."""
    return cards.compose_plates(talks([guest], [(LOGINOV, EMPTY)]), languages=BOTH, **more).sheets[0]


def surnames(sheet: Figure) -> list[Words]:
    return [mark for mark in sheet.marks if isinstance(mark, Words) and mark.said[0].face is Face.SERIF_BOLD]


def test_a_guests_plate_speaks_the_hosts_language_outward() -> None:
    sheet = plate((KABAEV, EMPTY))
    outward = [mark.said[0].text for mark in sheet.marks if isinstance(mark, Words) and not mark.turn]
    inward = [mark.said[0].text for mark in sheet.marks if isinstance(mark, Words) and mark.turn]
    assert outward == ["Азамат", "Кабаев", "руководитель канцелярии Посольства"]
    assert inward == ["Azamat", "Kabaev", "Head of the Krasnoyarsk Office of the Embassy"]


def test_a_hosts_plate_speaks_the_guests_language_outward() -> None:
    sheets = cards.compose_plates(talks([(KABAEV, EMPTY)], [(LOGINOV, EMPTY)]), languages=BOTH).sheets
    assert [mark.said[0].text for mark in surnames(sheets[1]) if not mark.turn] == ["Loginov"]


def test_the_inward_face_is_turned_above_the_fold() -> None:
    inward, outward = sorted(surnames(plate((KABAEV, EMPTY))), key=lambda mark: mark.y)
    assert (inward.turn, outward.turn) == (180, 0)
    assert inward.y + inward.height <= A4_LANDSCAPE[1] // 2 <= outward.y
    fold = A4_LANDSCAPE[1] // 2
    assert fold - (inward.y + inward.height) == outward.y - fold


@pytest.mark.parametrize(("size", "sheet"), [("A4", A4_LANDSCAPE), ("A5", A5_LANDSCAPE)])
def test_a_surname_stands_at_60_points_or_more(size: cards.PlateSize, sheet: tuple[int, int]) -> None:
    drawn = plate((KABAEV, EMPTY), size=size)
    assert (drawn.width, drawn.height) == sheet
    assert [fitted(mark, TypeCase()).said[0].size >= cards.LARGE for mark in surnames(drawn)] == [True, True]


def test_a_long_surname_is_smaller_and_whole() -> None:
    long = person("Константинопольская-Преображенская Анна", "Konstantinopolskaya-Preobrazhenskaya Anna")
    sheet = plate((long, EMPTY))
    assert [(mark.said[0].text, mark.said[0].whole, fitted(mark, TypeCase()).fits) for mark in surnames(sheet)] == [
        ("Константинопольская-Преображенская", True, True),
        ("Konstantinopolskaya-Preobrazhenskaya", True, True),
    ]
    assert overflowing(sheet) == []


def test_who_has_no_name_yet_gets_no_plate() -> None:
    data = talks([(KABAEV, EMPTY), (None, text(ru="архитектор", en="Architect"))], [(LOGINOV, EMPTY)])
    assert len(cards.compose_plates(data, languages=BOTH).sheets) == 2


def test_six_cards_stand_on_a_page() -> None:
    data = seated(PlanKind.BANQUET, people(7), people(2), tables=[Table(1, 9)])
    content = cards.compose_cards(data, languages=BOTH)
    assert [(sheet.width, sheet.height) for sheet in content.sheets] == [A4_LANDSCAPE, A4_LANDSCAPE]
    cards_on = [
        sum(isinstance(mark, Words) and len(mark.said) == 2 for mark in sheet.marks) for sheet in content.sheets
    ]
    assert cards_on == [6, 3]
    assert [overflowing(sheet) for sheet in content.sheets] == [[], []]


def test_a_card_says_name_table_and_seat() -> None:
    data = seated(PlanKind.BANQUET, [(KABAEV, EMPTY)], [(LOGINOV, EMPTY)], tables=[Table(4, 8)])
    sheet = cards.compose_cards(data, languages=BOTH).sheets[0]
    assert texts_of(sheet) == [
        "Логинов Владислав",
        "Vladislav Loginov",
        "4 · 1",
        "Кабаев Азамат",
        "Azamat Kabaev",
        "4 · 2",
    ]


def test_the_file_of_plates_has_a_page_for_each() -> None:
    content = cards.compose_plates(talks([(KABAEV, EMPTY)], [(LOGINOV, EMPTY)]), languages=BOTH)
    pdf = render_pdf(content)
    with pypdfium2.PdfDocument(pdf) as document:
        assert [page.get_size() for page in document] == [pytest.approx((841.9, 595.3))] * 2
        assert sorted(document[0].get_textpage().get_text_range().split()[:2]) == ["Азамат", "Кабаев"]
    assert render_pdf(content) == pdf


FLAGS = (
    FlagData(text(ru="Киргизская Республика", en="Kyrgyz Republic"), Side.GUEST),
    FlagData(text(ru="Российская Федерация", en="Russian Federation"), Side.HOST),
)


def test_the_sheet_of_flags_counts_from_the_observers_left() -> None:
    content = flags_sheet.compose(FlagsData(event(), HeadingData(), FLAGS, at=AT), languages=BOTH)
    rows = [(row.lead[0].text, *(cell[0].text for cell in row.cells)) for row in content.blocks[0].rows]
    assert rows == [
        ("1", "Киргизская Республика", "Kyrgyz Republic"), ("2", "Российская Федерация", "Russian Federation"),
    ]  # fmt: skip
    assert content.figure is not None
    assert overflowing(content.figure) == []


def test_the_pole_in_front_of_a_crossed_pair_is_drawn_last() -> None:
    data = FlagsData(event(), HeadingData(), (FLAGS[0]._replace(in_front=True), FLAGS[1]), crossed=True)
    content = flags_sheet.compose(data, languages=("en",))
    assert content.figure is not None
    assert [said for said in texts_of(content.figure) if said in "12"] == ["2", "1"]


def test_no_flags_are_refused_in_words() -> None:
    with pytest.raises(NotPossible):
        flags_sheet.compose(FlagsData(event(), HeadingData(), ()), languages=BOTH)


def test_flags_are_frozen_and_thawed_exactly() -> None:
    data = FlagsData(event(), HeadingData(), FLAGS, crossed=True, at=AT)
    assert thaw(freeze(data)) == data
