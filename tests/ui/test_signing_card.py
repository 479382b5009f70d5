"""The card of texts to sign: what is typed, chosen, ticked and put in order is written at once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.operations import signing as operations
from planner.queries.agenda import programme
from planner.queries.events import events
from planner.queries.signing import SigningRow, signings
from planner.rules.kinds import EventKind, ItemKind
from planner.rules.signing import COMPUTED, Mark
from planner.rules.text import text
from tests.ui.keys import press, type_text
from tests.ui.office import Office
from ui.preparation.signing import SigningCard, SigningPart
from ui.preparation.signing_box import SigningBox
from ui.translate import set_language


class Desk:
    """The card on an event of the sample office."""

    def __init__(self, office: Office, qtbot: QtBot, kind: EventKind = EventKind.VISIT) -> None:
        self.office = office
        self.event = next(row.id for row in office.read(events) if row.kind is kind)
        self.card = SigningCard(office.context)
        qtbot.addWidget(self.card)
        self.card.resize(900, 1000)
        self.card.show()
        self.card.show_event(self.event, ("ru", "en"))

    @property
    def rows(self) -> tuple[SigningRow, ...]:
        return self.office.read(signings, self.event)

    @property
    def part(self) -> SigningPart:
        (part,) = self.card.parts.values()
        return part

    @property
    def box(self) -> SigningBox:
        return next(iter(self.part.boxes.values()))


@pytest.fixture
def desk(sample: Office, qtbot: QtBot) -> Desk:
    return Desk(sample, qtbot)


def test_card_shows_the_signing_of_the_programme_with_its_text(desk: Desk) -> None:
    items = [one.id for one in desk.office.read(programme, desk.event).items if one.kind is ItemKind.SIGNING]
    assert list(desk.card.parts) == items
    assert list(desk.part.boxes) == [row.id for row in desk.rows]
    assert desk.box.heading.text() == "1. Action Plan under the Sister City Memorandum"
    assert desk.part.length.text() == "takes 12 min"
    assert [line.name.text() for line in desk.box.signatories.lines.values()] == [
        "Kubanychbek Imanaliev", "Vladislav Loginov",
    ]  # fmt: skip


def test_event_without_a_signing_says_what_to_do(sample: Office, qtbot: QtBot) -> None:
    desk = Desk(sample, qtbot, EventKind.MEETING)
    assert desk.card.parts == {}
    assert desk.card.empty.isVisible()


def test_text_is_added_and_taken_back(desk: Desk) -> None:
    desk.part.add.click()
    assert len(desk.rows) == len(desk.part.boxes) == 2
    desk.office.undo()
    assert len(desk.rows) == len(desk.part.boxes) == 1


def test_text_is_removed_and_comes_back_whole(desk: Desk) -> None:
    before = desk.rows
    desk.box.remove.click()
    assert desk.rows == ()
    desk.office.undo()
    assert desk.rows == before


def test_texts_change_places(desk: Desk) -> None:
    desk.part.add.click()
    first, second = (row.id for row in desk.rows)
    desk.part.boxes[second].up.click()
    assert [row.id for row in desk.rows] == [second, first]
    assert list(desk.part.boxes) == [second, first]
    assert desk.part.boxes[second].heading.text() == "1. Text without a title"


def test_title_is_written_in_the_languages(desk: Desk) -> None:
    desk.part.add.click()
    box = list(desk.part.boxes.values())[1]
    type_text(box.title.box("en"), "Protocol")
    box.flush()
    assert desk.rows[1].title == text(en="Protocol")


def test_numbers_are_written_and_the_parties_stand_beside_them(desk: Desk) -> None:
    desk.box.originals.edited.emit(3)
    desk.box.minutes.edited.emit(None)
    (row,) = desk.rows
    assert (row.originals, row.minutes) == (3, None)
    assert desk.box.points.points[Mark.ORIGINALS].value() is False
    assert desk.part.length.text() == "takes 11 min"


def test_languages_are_chosen_and_taken_away(desk: Desk) -> None:
    desk.box.languages.open_picker()
    desk.box.languages.picker().picked.emit("ky")
    assert desk.rows[0].languages == ("ru", "en", "ky")
    desk.box.languages.remove("en")
    assert desk.rows[0].languages == ("ru", "ky")


def test_agreement_of_the_register_gives_its_title(desk: Desk) -> None:
    kept = desk.rows[0].agreement_id
    desk.part.add.click()
    box = list(desk.part.boxes.values())[1]
    box.agreement.edited.emit(kept)
    assert desk.rows[1].agreement_id == kept
    assert box.heading.text().startswith("2. Sister City Memorandum")


def test_signatory_is_chosen_among_those_who_come(desk: Desk) -> None:
    signing = {one.participation_id for one in desk.rows[0].signatories}
    desk.box.signatories.open_picker()
    picker = desk.box.signatories.picker()
    offered = [offer.value for offer in picker.list.rows()]
    assert signing.isdisjoint(offered)
    picker.picked.emit(offered[0])
    assert [one.participation_id for one in desk.rows[0].signatories][-1] == offered[0]
    assert list(desk.box.signatories.lines.values())[-1].powers.value() == ""


def test_powers_are_written_and_a_signatory_goes(desk: Desk) -> None:
    line = next(iter(desk.box.signatories.lines.values()))
    line.powers.edited.emit("")
    assert desk.rows[0].signatories[0].powers == ""
    assert desk.box.points.points[Mark.POWERS].value() is False
    line.remove.click()
    assert len(desk.rows[0].signatories) == len(desk.box.signatories.lines) == 1


def test_only_name_and_sum_of_a_file_are_kept(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    agreed, final = folder / "agreed.docx", folder / "final.docx"
    agreed.write_bytes(b"one")
    final.write_bytes(b"other")
    desk.box.files["agreed"].take(agreed)
    desk.box.files["final"].take(final)
    (row,) = desk.rows
    assert (row.agreed_file, row.agreed) == ("agreed.docx", hashlib.sha256(b"one").hexdigest())
    assert (row.final_file, row.final) == ("final.docx", hashlib.sha256(b"other").hexdigest())
    assert desk.box.differs.isVisible()
    final.write_bytes(b"one")
    desk.box.files["final"].take(final)
    assert not desk.box.differs.isVisible()
    assert desk.box.points.points[Mark.REVISION].value() is True
    desk.box.files["final"].forget.click()
    assert (desk.rows[0].final_file, desk.rows[0].final) == ("", "")


def test_file_that_is_gone_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    desk.box.files["agreed"].take(tmp_path / "nothing.docx")
    assert [error.message for error in desk.office.failures] == ["“{file}” cannot be read. Choose another file."]
    assert desk.rows[0].agreed == ""


def test_points_are_ticked_but_not_those_that_follow(desk: Desk) -> None:
    points = desk.box.points.points
    assert {point for point, row in points.items() if not row.box.isEnabled()} == COMPUTED
    points[Mark.BLOTTER].box.click()
    assert desk.rows[0].ready[-1] == "blotter"
    points[Mark.BLOTTER].box.click()
    assert "blotter" not in desk.rows[0].ready


def test_point_is_ticked_by_a_key(desk: Desk) -> None:
    box = desk.box.points.points[Mark.COVER].box
    box.setFocus()
    press(box, Qt.Key.Key_Space)
    assert "cover" in desk.rows[0].ready


def test_card_follows_a_colleague(desk: Desk) -> None:
    desk.office.run(operations.edit_signing, desk.rows[0].id, note="Folders at 11")
    assert desk.box.note.value() == "Folders at 11"


def test_read_only_card_writes_nothing(desk: Desk) -> None:
    desk.card.set_read_only(True)
    box = desk.box
    assert not box.remove.isEnabled()
    assert not desk.part.add.isEnabled()
    assert not box.signatories.add.isEnabled()
    assert not box.files["agreed"].choose.isEnabled()
    assert {row.box.isEnabled() for row in box.points.points.values()} == {False}
    desk.card.set_read_only(False)
    assert box.remove.isEnabled()
    assert box.points.points[Mark.PENS].box.isEnabled()


def test_card_speaks_the_language_of_the_interface(desk: Desk) -> None:
    set_language("ru")
    assert desk.box.heading.text() == "1. План мероприятий по реализации Меморандума о побратимских связях"
