"""What cards, plates, badges and signs bear of the forms of the page: the emblem, and small print that is cut off."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from planner.documents import airport_sign, badges, cards, invitation, menu_card
from planner.documents.content import Content, Emblem, Forms, Line
from planner.documents.data import EventData, HeadingData, ParticipantData
from planner.documents.drawn_figures import fitted as fitted_words
from planner.documents.drawn_figures import overflowing
from planner.documents.figures import EmblemPlace, Figure, Words
from planner.documents.logistics_data import BadgeData, BadgesData, DishData, MenuData, SignData, SignsData
from planner.documents.render import render_pdf
from planner.documents.set_data import GuestData, InvitationsData
from planner.documents.sheets import edge_line, edge_words, fitted
from planner.documents.typecase import TypeCase
from planner.rules.kinds import Capacity, Side
from planner.rules.templates import written
from planner.rules.text import EMPTY, text
from tests.documents.events import event, item, person
from tests.documents.seatings import KABAEV, LOGINOV
from tests.documents.test_seating_cards import talks

WITH = {"emblem": {"sha256": "0" * 64, "width": 80, "height": 100}}
WHO = ParticipantData(7, Capacity.MEMBER, person("Кабаев Азамат", "Kabaev Azamat"))


def place_cards(of: EventData) -> Content:
    data = talks([(KABAEV, EMPTY)], [(LOGINOV, EMPTY)])._replace(event=of)
    return cards.compose_cards(data, languages=("ru", "en"))


def plates(of: EventData) -> Content:
    data = talks([(KABAEV, EMPTY)], [(LOGINOV, EMPTY)])._replace(event=of)
    return cards.compose_plates(data, languages=("ru", "en"))


def badge(of: EventData) -> Content:
    data = BadgesData(of, HeadingData(), (BadgeData(WHO, Side.GUEST, zones=("A",), speaks="ky"),))
    return badges.compose(data, languages=("ru", "en"))


def sign(of: EventData) -> Content:
    data = SignsData(of, HeadingData(), (SignData(1, text(en="Delegation of Jalal-Abad"), WHO),))
    return airport_sign.compose(data, languages=("en",))


def badge_with_a_back(of: EventData) -> Content:
    data = BadgesData(of, HeadingData(), (BadgeData(WHO, Side.GUEST, zones=("A",), speaks="ky"),))
    return badges.compose(data, languages=("ru", "en"), both_sides=True)


DINNER = item(text(ru="Приём в честь делегации", en="Reception in honour of the delegation"), 1080, 1200)


def card(of: EventData) -> Content:
    data = InvitationsData(of, HeadingData(), DINNER, None, (GuestData(1, WHO.person),))
    return invitation.compose(data, languages=("ru", "en"))


def menu(of: EventData) -> Content:
    dishes = tuple(DishData(one, EMPTY, text(ru="Таймень на пару с рисом", en="Steamed taimen")) for one in range(9))
    return menu_card.compose(MenuData(of, HeadingData(), dishes, DINNER), languages=("ru", "en"))


PAPERS = (place_cards, plates, badge, badge_with_a_back, sign, card, menu)
MARGINS = {
    place_cards: True, plates: False, badge: True, badge_with_a_back: True, sign: False, card: False, menu: False,
}  # fmt: skip


def red() -> bytes:
    found = BytesIO()
    Image.new("RGB", (80, 100), "#FF0000").save(found, "JPEG", quality=95)
    return found.getvalue()


def with_forms(content: Content, **more) -> Content:
    return content._replace(forms=Forms(**more))


def dots(content: Content) -> Image.Image:
    with pypdfium2.PdfDocument(render_pdf(content)) as document:
        return document[0].render(scale=1).to_pil().convert("RGB")


def reds(picture: Image.Image) -> set[tuple[int, int]]:
    """The dots of the emblem."""
    width = picture.size[0]
    raw = picture.tobytes()
    dots_of = enumerate(zip(raw[::3], raw[1::3], raw[2::3], strict=True))
    return {(at % width, at // width) for at, (red, green, blue) in dots_of if red > 240 and green < 20 and blue < 20}


@pytest.mark.parametrize("make", PAPERS)
def test_nothing_stands_where_the_emblem_does(make) -> None:
    plain, bearing = make(event()), make(event(template=written(WITH)))
    assert [sheet.emblems for sheet in plain.sheets] == [()] * len(plain.sheets)
    for sheet in bearing.sheets:
        assert overflowing(sheet) == []
        assert sheet.emblems
        for place in sheet.emblems:
            assert [mark for mark in sheet.marks if isinstance(mark, Words) and touch(mark, place)] == []


def touch(words: Words, place: EmblemPlace) -> bool:
    """Tell whether a box of words touches a place."""
    across = words.x < place.x + place.width and place.x < words.x + words.width
    return across and words.y < place.y + place.height and place.y < words.y + words.height


@pytest.mark.parametrize("make", PAPERS)
def test_a_paper_may_leave_the_emblem_out(make) -> None:
    content = make(event(template=written({**WITH, "hide": ["emblem"]})))
    assert content == make(event(template=written({"hide": ["emblem"]})))


@pytest.mark.parametrize("make", PAPERS)
def test_the_emblem_is_drawn_on_each_card(make) -> None:
    content = make(event(template=written(WITH)))
    emblem = Emblem("0" * 64, 80, 100, red())
    drawn = reds(dots(with_forms(content, emblem=emblem)))
    place = content.sheets[0].emblems[0]
    width, height = fitted(place, emblem)
    assert len([x for x, _y in drawn]) == pytest.approx(
        sum(fitted(one, emblem)[0] * fitted(one, emblem)[1] for one in content.sheets[0].emblems) / 100, rel=0.2
    )
    middle = (round((place.x + place.width / 2) / 10), round((place.y + place.height / 2) / 10))
    assert middle in drawn
    assert width / height == pytest.approx(0.8)


@pytest.mark.parametrize("make", PAPERS)
def test_small_print_stands_on_what_is_cut_off_and_nowhere_else(make) -> None:
    content = make(event())
    assert [sheet.edge is not None for sheet in content.sheets] == [MARGINS[make]] * len(content.sheets)
    notes = ((Line("Для служебного пользования"), Line("Экз. № 2")), (Line("For official use"), Line("Copy no. 2")))
    marked = with_forms(content, notes=notes)
    words = edge_words(marked)
    assert words.split(" · ")[-4:] == ["Для служебного пользования", "Экз. № 2", "For official use", "Copy no. 2"]
    assert words.startswith("ПРОЕКТ") if content.languages[0] == "ru" else words.startswith("DRAFT")
    with pypdfium2.PdfDocument(render_pdf(marked)) as document:
        printed = document[0].get_textpage().get_text_range()
    assert ("Copy no. 2" in " ".join(printed.split())) is MARGINS[make]
    for sheet in content.sheets:
        if sheet.edge is not None:
            assert fitted_words(edge_line(sheet.edge, words), TypeCase()).fits


@pytest.mark.parametrize("make", [place_cards, badge])
def test_the_small_print_keeps_off_the_cards(make) -> None:
    (sheet, *_rest) = make(event()).sheets
    edge = sheet.edge
    middle = edge.x + edge.width // 2
    left, right = middle - edge.height // 2, middle + edge.height // 2  # turned, its height runs across the page
    assert (left >= 110, right <= first_card(sheet)) == (True, True)


def first_card(sheet: Figure) -> int:
    """The left edge of the first cut mark."""
    return min(x for mark in sheet.marks if hasattr(mark, "points") for x, _y in mark.points)
