"""The plan of a signing: times, whose copy is which, who signs where, the check-list (handbook 3.9, 3.11)."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from planner.documents import signing_plan
from planner.documents.content import Content, Style
from planner.documents.data import RoomData, SeatData, SeatingData
from planner.documents.drawn_figures import overflowing
from planner.documents.freeze import freeze, thaw
from planner.documents.paper_lines import Shown, paper_lines
from planner.documents.signing_data import PartyData, SignatoryData, SignedTextData, SigningData
from planner.errors import NotPossible
from planner.rules.kinds import Side
from planner.rules.paper_changes import differences
from planner.rules.places import PlanKind
from planner.rules.signing_table import signing_table
from planner.rules.text import text
from tests.documents.events import event, heading, item, person

TEXT = SignedTextData(
    50, text(ru="Меморандум", en="Memorandum"), 2, ("ru", "en"), 5, "a" * 64, "a" * 64, "memo.pdf", ("pens",),
    (
        SignatoryData(61, 11, person(ru="Логинов Владислав", en="Loginov Vladislav"), text(en="Mayor"), "Устав"),
        SignatoryData(62, 12, person(ru="Кабаев Азамат", en="Kabaev Azamat")),
    ), 2, "Папки у ассистентов",
)  # fmt: skip
PARTIES = (
    PartyData(11, Side.HOST, text(ru="Красноярск", en="Krasnoyarsk"), ("ru",)),
    PartyData(12, Side.GUEST, text(ru="Бишкек", en="Bishkek"), ("ky", "en")),
)


def data(*texts: SignedTextData, start: int | None = 610) -> SigningData:
    at = item(text(ru="Подписание", en="Signing"), start, None if start is None else start + 40)
    return SigningData(event(), heading(), at, PARTIES, texts or (TEXT,))


def composed(*texts: SignedTextData, **values: object) -> Content:
    return signing_plan.compose(data(*texts, **values), languages=("ru", "en"), copy_for=Side.HOST)  # type: ignore[arg-type]


def lines(content: Content, block: int, language: str = "en") -> list[list[str]]:
    at = content.languages.index(language)
    return [[line.text.replace("\u00a0", " ") for line in row.cells[at]] for row in content.blocks[block].rows]


def leads(content: Content, block: int) -> list[str]:
    return [line.text for row in content.blocks[block].rows for line in row.lead]


def test_ceremony_is_timed_from_the_beginning_of_the_item() -> None:
    content = composed(TEXT, TEXT._replace(id=51, minutes=None))
    assert leads(content, 0) == ["10:10–10:12", "10:12–10:17", "10:17–10:21", "10:21–10:26"]
    assert lines(content, 0)[1][:2] == ["Memorandum", "The text and its signatories are announced"]


def test_ceremony_without_an_hour_counts_minutes() -> None:
    assert leads(composed(start=None), 0) == ["+00:00", "+00:02", "+00:07"]


def test_copy_of_each_side_begins_with_it() -> None:
    ours, theirs = lines(composed(), 1)[-2:]
    assert ours == [
        "Copy 1 stays with: Krasnoyarsk", "languages, from left to right: Russian, English",
        "signatures, from left to right: V. Loginov, A. Kabaev", "signs first: V. Loginov",
    ]  # fmt: skip
    assert theirs == [
        "Copy 2 stays with: Bishkek", "languages, from left to right: English, Russian",
        "signatures, from left to right: A. Kabaev, V. Loginov", "signs first: A. Kabaev",
    ]  # fmt: skip


def test_copy_led_by_arabic_is_signed_from_the_right() -> None:
    parties = (PARTIES[0], PARTIES[1]._replace(languages=("ar",)))
    about = data(TEXT._replace(languages=("ru", "ar")))._replace(parties=parties)
    content = signing_plan.compose(about, languages=("ru", "en"))
    assert lines(content, 1)[-1][1:3] == [
        "languages, from left to right: Russian, Arabic", "signatures, from left to right: V. Loginov, A. Kabaev",
    ]  # fmt: skip


def test_powers_that_nobody_saw_stand_out() -> None:
    rows = composed().blocks[1].rows
    assert [(line.text, line.style) for line in rows[1].cells[0]][-1] == ("полномочия: Устав", Style.NOTE)
    assert [(line.text, line.style) for line in rows[2].cells[1]][-1] == ("powers not seen yet", Style.MISSING)


def test_words_of_the_office_stand_in_its_own_column() -> None:
    content = composed()
    assert "Папки у ассистентов" in lines(content, 1, "ru")[0]
    assert "Папки у ассистентов" not in lines(content, 1, "en")[0]
    assert lines(content, 1)[1][-1] == "Powers to sign have been seen"


def test_file_on_the_table_is_named_by_the_beginning_of_its_sum() -> None:
    assert lines(composed(), 1)[0][-1] == "memo.pdf · SHA-256 aaaaaaaaaaaa…"


def test_check_list_ticks_what_is_in_order() -> None:
    boxes = leads(composed(), 2)
    assert boxes == ["☐", "☑", "☑", "☐", "☐", "☐", "☐", "☐", "☐", "☑", "☐"]
    assert len(boxes) == len(lines(composed(), 2)) == 11


def test_check_list_of_two_texts_has_a_box_for_each() -> None:
    other = TEXT._replace(id=51, ready=(), originals=3)
    boxes = [box.replace("\u00a0", " ") for box in leads(composed(TEXT, other), 3)]
    assert (boxes[1], boxes[9]) == ("☑ 1  ☐ 2", "☑ 1  ☐ 2")


def test_text_without_signatories_says_so() -> None:
    content = composed(TEXT._replace(signatories=()))
    assert lines(content, 1)[0][-2:] == ["signatories not named yet", "memo.pdf · SHA-256 aaaaaaaaaaaa…"]
    assert len(lines(content, 1)) == 1


def test_signing_of_nothing_is_refused() -> None:
    with pytest.raises(NotPossible):
        signing_plan.compose(data()._replace(texts=()), languages=("ru", "en"))


def test_plan_is_frozen_and_thawed_as_it_was() -> None:
    about = data()
    assert thaw(freeze(about)) == about


def test_rows_have_ids_of_their_own() -> None:
    other = TEXT._replace(id=51, signatories=tuple(one._replace(id=one.id + 10) for one in TEXT.signatories))
    ids = list(_ids(composed(TEXT, other)))
    assert len(ids) == len(set(ids))


def test_change_is_told_of_the_row_it_is_in() -> None:
    before = data()
    after = before._replace(texts=(TEXT._replace(originals=3, minutes=4),))
    shown = Shown("signing", ("ru", "en"))
    told = [(one.kind.value, one.line.id) for one in differences(paper_lines(before, shown), paper_lines(after, shown))]
    assert told == [("moved", -(50 * 64 + 61)), ("moved", -2), ("other-wording", -(50 * 64))]


def test_those_at_the_table_are_told_as_the_audience_sees_them() -> None:
    chart = signing_table(behind_guests=1, behind_hosts=1)
    names = {"sign:0": "Host", "sign:+1": "Guest", "assistant:-1": "Aide", "assistant:+1": "Helper"}
    names["behind:+1"] = "Second"
    seats = tuple(
        SeatData(one.key, one.part, one.x, one.y, one.facing, one.number, one.side, one.use, at,
                 person(ru=f"{names[one.key]} А", en=f"{names[one.key]} A"))
        for at, one in enumerate(chart.seats, 1) if one.key in names
    )  # fmt: skip
    plan = SeatingData(event(), heading(), PlanKind.SIGNING, seats, (), RoomData(chart.room.width, chart.room.depth))
    content = signing_plan.compose(data()._replace(seats=plan), languages=("ru", "en"))
    assert lines(content, 2) == [
        ["A Helper", "assistant, on the viewer’s left"], ["A Guest", "on the viewer’s left"],
        ["A Host", "on the viewer’s right"], ["A Aide", "assistant, on the viewer’s right"],
        ["A Second", "standing behind, on the viewer’s left"],
    ]  # fmt: skip
    assert overflowing(content.figure) == []


def _ids(content: Content) -> Iterable[int]:
    return (row.id for block in content.blocks for row in block.rows)
