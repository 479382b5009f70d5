"""The printed sheet of flags: the vectors FL1 to FL4 and two states by the rules of the handbook (3.10)."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from planner.documents import flags_sheet
from planner.documents.content import Content
from planner.documents.data import FlagData, FlagLineData, FlagsData, HeadingData
from planner.documents.drawn_figures import overflowing
from planner.documents.figures import texts_of
from planner.documents.render import render_pdf
from planner.errors import NotPossible
from planner.rules.flags_order import Custom, Flag, Stand, in_order
from planner.rules.kinds import Side
from planner.rules.text import text
from tests.documents.events import event

RUSSIAN = [Flag("RF", 1, own=True), Flag("KRAI", 2, own=True), Flag("CITY", 3, own=True), Flag("ORG", 4, own=True),
           Flag("X", 4, own=True)]  # fmt: skip
GUEST, OWN = Flag("KG", 1, own=False), Flag("RU", 1, own=True)

LAW = (
    "By Russian law (1-FKZ, article 8): of an odd number the state’s flag in the middle, of an even one left of the "
    "middle, of two at the left."
)
FACES = (
    "Table flags stand as those on the wall. Check both faces: from the other side of the table the order is reversed."
)


def sheet(flags: list[Flag], custom: Custom, *, stand: Stand = Stand.ROW, edition: str = "working") -> Content:
    """The sheet of flags as a profile orders them."""
    found = in_order(flags, custom)
    named = tuple(
        FlagData(text(en=name), Side.HOST, in_front=stand is Stand.CROSSED and name == found.front)
        for name in found.flags
    )
    data = FlagsData(event(), HeadingData(), named, stand=stand, why=found.why.value if found.why else "")
    return flags_sheet.compose(data, languages=("en",), edition=edition)


def printed(content: Content) -> list[str]:
    """The flags in the order of the list, which is that of the poles."""
    return [row.cells[0][0].text for row in content.blocks[0].rows]


def reasons(content: Content) -> list[str]:
    """What the working edition says under the list."""
    return [line.text for block in content.blocks if block.closing for row in block.rows for line in row.cells[0]]


@pytest.mark.parametrize(
    ("count", "order"),
    [(2, "RF KRAI"), (3, "KRAI RF CITY"), (4, "KRAI RF CITY ORG"), (5, "ORG KRAI RF CITY X")],
    ids=["FL1", "FL2", "FL3", "FL4"],
)
def test_russian_flags_are_printed_as_the_law_orders_them(count: int, order: str) -> None:
    content = sheet(list(reversed(RUSSIAN[:count])) if count < 4 else RUSSIAN[:count], Custom("russian-law"))
    assert printed(content) == order.split()
    assert content.figure is not None
    drawn = [said for said in texts_of(content.figure) if said in {flag.name for flag in RUSSIAN}]
    assert drawn == order.split()
    assert reasons(content) == [LAW]


@pytest.mark.parametrize(
    ("custom", "order", "reason"),
    [
        (Custom("russian-law", "guest-left"), "KG RU", "Two states: the guest’s flag at the observer’s left."),
        (Custom("own-first", "own-left"), "RU KG", "Two states: our own flag at the observer’s left."),
        (Custom("canadian", "own-left"), "RU KG",
         "As Canada sets them: of three our own in the middle, of more at the far left, the others by the alphabet."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("stand", [Stand.ROW, Stand.TABLE])
def test_two_states_are_printed_by_profile(custom: Custom, order: str, reason: str, stand: Stand) -> None:
    content = sheet([OWN, GUEST], custom, stand=stand)
    assert printed(content) == order.split()
    faces = [FACES] if stand is Stand.TABLE else []
    assert reasons(content) == [reason, *faces]


@pytest.mark.parametrize(("front", "pole"), [("guest", "KG"), ("own", "RU")])
def test_a_crossed_pair_says_whose_pole_is_in_front(front: str, pole: str) -> None:
    content = sheet([OWN, GUEST], Custom("guest-first", "guest-left", front), stand=Stand.CROSSED)  # type: ignore[arg-type]
    assert reasons(content)[1:] == [f"In front: the pole of {pole}."]
    assert content.figure is not None
    assert [said for said in texts_of(content.figure) if said in ("KG", "RU")][-1] == pole  # drawn last


def test_more_than_two_flags_cannot_cross() -> None:
    with pytest.raises(NotPossible):
        sheet(RUSSIAN[:3], Custom(), stand=Stand.CROSSED)


def test_guests_do_not_read_the_rules() -> None:
    content = sheet([OWN, GUEST], Custom(), edition="guest")
    assert reasons(content) == []
    assert [line.text for line in content.title[0]][-1] == "Counted as the observer sees them, from the left"


def test_the_working_edition_says_which_design_is_in_force() -> None:
    flag = FlagData(text(en="Kyrgyzstan"), Side.GUEST, False, "straight rays", date(2023, 12, 26))
    data = FlagsData(event(), HeadingData(), (flag,))
    working = flags_sheet.compose(data, languages=("en",), edition="working")
    assert working.blocks[0].rows[0].cells[0][1].text == "edition: straight rays, 26 Dec 2023 –"
    assert len(flags_sheet.compose(data, languages=("en",)).blocks[0].rows[0].cells[0]) == 1


def test_flags_of_several_places_stand_under_one_title() -> None:
    pair = (FlagData(text(en="KG"), Side.GUEST, True), FlagData(text(en="RU"), Side.HOST))
    also = (FlagLineData(Stand.TABLE, pair, "guest-left"), FlagLineData(Stand.CROSSED, pair, "guest-left"))
    data = FlagsData(event(), HeadingData(), pair, why="guest-left", also=also)
    content = flags_sheet.compose(data, languages=("en",), edition="working")
    headings = [block.heading[0][0].text for block in content.blocks if block.heading]
    assert headings == ["In a Row", "On the Table", "Crossed Pair"]
    assert content.figure is not None
    assert overflowing(content.figure) == []
    with pypdfium2.PdfDocument(render_pdf(content)) as document:
        words = [page.get_textpage().get_text_range() for page in document]
    assert words[0].count("Crossed Pair") == 1  # above the poles, all of them under the title
    assert sum(page.count("Crossed Pair") for page in words) == 2
