"""What a badge says beside the name: zones of access and the language to address somebody in (handbook 2.10)."""

from __future__ import annotations

import pytest

from planner.documents import badges
from planner.documents.content import Content
from planner.documents.data import HeadingData, ParticipantData
from planner.documents.drawn_figures import overflowing
from planner.documents.figures import Box, Stroke, Words, texts_of
from planner.documents.freeze import freeze, thaw
from planner.documents.logistics_data import BadgeData, BadgesData
from planner.queries.for_logistics import spoken_at
from planner.rules.kinds import Capacity, Side
from planner.rules.text import text
from tests.documents.events import event, person

CITY = text(ru="Мэрия города Джалал-Абада", en="Jalal-Abad Mayor’s Office")


def data(**more) -> BadgesData:
    who = ParticipantData(7, Capacity.MEMBER, person("Кабаев Азамат", "Kabaev Azamat"))
    return BadgesData(event(), HeadingData(), (BadgeData(who, Side.GUEST, CITY, **more),))


def composed(**more) -> Content:
    return badges.compose(data(**more), languages=("ru", "en"))


def test_zones_and_language_stand_on_the_badge_and_in_its_list() -> None:
    content = composed(zones=("A", "VIP"), speaks="ky")
    assert texts_of(content.sheets[0])[:3] == [
        "Визит делегации мэрии города Джалал-Абада", "Visit of the Jalal-Abad delegation", "Кыргызча",
    ]  # fmt: skip
    assert [said for said in texts_of(content.sheets[0]) if said in ("A", "VIP")] == ["A", "VIP"]
    (row,) = content.blocks[0].rows
    assert [line.text for line in row.cells[1]] == [
        "Azamat KABAEV", "Participant", "Access: A, VIP", "Speaks: Кыргызча",
    ]  # fmt: skip


def test_a_badge_without_either_says_nothing_of_it() -> None:
    plain = texts_of(composed().sheets[0])
    assert plain == [said for said in texts_of(composed(zones=("A",), speaks="ky").sheets[0])
                     if said not in ("A", "Кыргызча")]  # fmt: skip


@pytest.mark.parametrize("zones", [("A",), ("A", "B", "VIP", "PRESS"), ("BACKSTAGE 12", "LONGEST ZONE", "THIRD ZONE"),
                                   tuple(f"ZONE {number}" for number in range(8))])  # fmt: skip
def test_zones_stay_on_the_badge_and_off_its_code(zones: tuple[str, ...]) -> None:
    (sheet,) = composed(zones=zones, speaks="zh-Hans").sheets
    assert overflowing(sheet) == []
    frames = [mark for mark in sheet.marks if isinstance(mark, Box) and mark.radius == 20]
    code = badges._LEFT + badges.WIDTH - badges.CODE - 20
    assert frames[-1].x + frames[-1].width <= code


def test_badges_are_frozen_and_thawed_exactly() -> None:
    one = data(zones=("A", "VIP"), speaks="ky")
    assert thaw(freeze(one)) == one


@pytest.mark.parametrize(
    ("own", "found"), [(("ky", "ru"), "ru"), (("ky", "en"), "en"), (("ky", "kk"), "ky"), ((), "")]
)
def test_language_not_named_is_the_first_of_the_event_somebody_speaks(own: tuple[str, ...], found: str) -> None:
    assert spoken_at(own, ("ru", "en")) == found


PEOPLE = tuple(
    BadgeData(ParticipantData(number, Capacity.MEMBER, person(f"Гость{number} Имя", f"Guest{number} Name")), Side.GUEST)
    for number in range(1, 11)
)


def placed(sheet, language: int) -> dict[int, tuple[int, int]]:
    """Where the badge of each number lies, by the box of its large surname in one language."""
    surnames = {f"{('Гость', 'Guest')[language]}{number}": number for number in range(1, 11)}
    return {
        surnames[said.text]: ((mark.x - badges._PAD - badges._LEFT) // badges.WIDTH, mark.y)
        for mark in sheet.marks if isinstance(mark, Words)
        for said in mark.said if said.text in surnames
    }  # fmt: skip


def test_backs_follow_their_page_and_lie_behind_their_fronts() -> None:
    content = badges.compose(data()._replace(badges=PEOPLE), languages=("ru", "en"), both_sides=True)
    fronts, backs = content.sheets[::2], content.sheets[1::2]
    for front, back, count in zip(fronts, backs, (8, 2), strict=True):
        there = placed(front, 0)
        assert len(there) == count
        assert placed(back, 1) == {number: (1 - column, y) for number, (column, y) in there.items()}


def test_back_is_cut_where_the_front_is_once_the_sheet_is_turned() -> None:
    front, back = badges.compose(data(), languages=("ru", "en"), both_sides=True).sheets

    def upright(sheet, turned: bool) -> list[int]:
        strokes = (mark for mark in sheet.marks if isinstance(mark, Stroke) and mark.points[0][0] == mark.points[1][0])
        return sorted({sheet.width - one.points[0][0] if turned else one.points[0][0] for one in strokes})

    assert all(abs(one - other) <= 1 for one, other in zip(upright(front, False), upright(back, True), strict=True))


def test_back_of_a_name_known_in_one_language_says_it_in_that() -> None:
    who = ParticipantData(7, Capacity.MEMBER, person("Кабаев Азамат"))
    one = data()._replace(badges=(BadgeData(who, Side.GUEST, CITY),))
    front, back = badges.compose(one, languages=("ru", "en"), both_sides=True).sheets
    assert texts_of(front) == texts_of(back)


def test_badges_have_no_backs_unless_they_are_asked_for() -> None:
    assert len(badges.compose(data()._replace(badges=PEOPLE), languages=("ru", "en")).sheets) == 2
