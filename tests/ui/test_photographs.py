"""The photographs of an event in the window: taken in, described, put in order, removed, held back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.operations import events, pictures
from planner.operations.texts import write_text
from planner.papers import Choice, Paper, compose_paper
from planner.queries.events import events as event_rows
from planner.queries.pictures import PictureRow, described_pictures, pictures_of_event
from planner.rules.kinds import EventKind
from planner.rules.text import text
from tests.exchange.test_photographs import with_position
from tests.ui.keys import drag, press, type_text
from tests.ui.office import DAY, Office
from ui.documents.plain import as_text
from ui.follow_up.photographs import Photographs
from ui.translate import set_language

LANGUAGES = ("ru", "en")
ALT = Qt.KeyboardModifier.AltModifier
PASTE = Qt.KeyboardModifier.ControlModifier


def event_of(office: Office) -> int:
    return int(office.run(events.add_event, "meeting", text(en="Talks"), from_day=DAY, to_day=DAY, languages=LANGUAGES))


def jpeg(colour: tuple[int, int, int] = (20, 90, 160), size: tuple[int, int] = (90, 60)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


class Card:
    """The card of one event with photographs of three colours, the first of them chosen."""

    def __init__(self, office: Office, qtbot: QtBot, count: int = 3) -> None:
        self.office, self.event = office, event_of(office)
        self.ids = [
            int(office.run(pictures.add_event_picture, self.event, jpeg((60 * at, 90, 160)), width=90, height=60))
            for at in range(count)
        ]
        self.widget = Photographs(office.context)
        qtbot.addWidget(self.widget)
        self.widget.resize(700, 500)
        self.widget.show_event(self.event, LANGUAGES)
        self.widget.show()

    def rows(self) -> tuple[PictureRow, ...]:
        return tuple(self.office.read(described_pictures, event_id=self.event))

    def order(self) -> list[int]:
        return [row.id for row in self.rows()]

    def shown(self) -> list[int]:
        return list(self.widget.strip.thumbnails)

    def drop(self, data: QMimeData) -> None:
        self.widget.dropEvent(QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        ))  # fmt: skip


@pytest.fixture
def card(office: Office, qtbot: QtBot) -> Card:
    return Card(office, qtbot)


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_dropped_files_are_kept_in_their_order_without_position(card: Card, tmp_path: Path) -> None:
    first, second = tmp_path / "a.jpg", tmp_path / "b.jpg"
    first.write_bytes(with_position())
    second.write_bytes(jpeg(size=(30, 20)))
    card.drop(urls(first, second))
    *_, one, two = card.office.read(pictures_of_event, card.event)
    assert [(row.width, row.height) for row in (one, two)] == [(200, 400), (30, 20)]
    with Image.open(BytesIO(one.content)) as image:
        assert dict(image.getexif()) == {}
    assert card.shown() == [*card.ids, one.id, two.id]
    card.office.undo()
    assert card.shown() == [*card.ids, one.id]


def test_file_that_is_no_picture_is_refused_and_the_others_are_taken(card: Card, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.jpg", tmp_path / "good.jpg"
    bad.write_text("no picture")
    good.write_bytes(jpeg())
    card.widget.take_files([str(bad), str(tmp_path / "missing.jpg"), str(good)])
    assert [error.message.split(".")[0] for error in card.office.failures] == [
        "This is no picture that can be read", "This file cannot be read",
    ]  # fmt: skip
    assert len(card.shown()) == 4


def test_picture_of_the_clipboard_is_pasted_by_its_key(card: Card) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    press(card.widget.strip.thumbnails[card.ids[0]], Qt.Key.Key_V, PASTE)
    assert [(row.width, row.height) for row in card.rows()][3:] == [(40, 30)]


def test_caption_credit_and_consent_are_written_to_the_photograph_chosen(card: Card) -> None:
    card.widget.strip.thumbnails[card.ids[1]].setFocus()
    type_text(card.widget.words.box("ru"), "Рукопожатие")
    card.widget.words.flush()
    type_text(card.widget.credit.line, "И. Петров")
    card.widget.credit.flush()
    card.widget.consent.box.click()
    row = next(row for row in card.rows() if row.id == card.ids[1])
    assert (row.caption, row.credit, row.consent) == (text(ru="Рукопожатие"), "И. Петров", True)
    card.office.undo()
    assert card.widget.consent.value() is False
    card.office.undo()
    assert card.widget.credit.value() == ""
    card.office.undo()
    assert card.widget.words.text("ru") == ""


def test_photographs_are_put_in_order_by_keys_and_back_by_undo(card: Card) -> None:
    one, two, three = card.ids
    card.widget.strip.thumbnails[one].setFocus()
    press(card.widget.strip.thumbnails[one], Qt.Key.Key_Right, ALT)
    assert card.shown() == card.order() == [two, one, three]
    press(card.widget.strip.thumbnails[one], Qt.Key.Key_Right, ALT)
    assert card.shown() == card.order() == [two, three, one]
    press(card.widget.strip.thumbnails[one], Qt.Key.Key_Right, ALT)
    press(card.widget.strip.thumbnails[three], Qt.Key.Key_Up, ALT)
    assert card.shown() == card.order() == [three, two, one]
    card.office.undo()
    assert card.shown() == card.order() == [two, three, one]


def test_photograph_is_dragged_before_another(card: Card) -> None:
    one, two, three = card.ids
    held, target = card.widget.strip.thumbnails[three], card.widget.strip.thumbnails[one]
    left = held.mapFromGlobal(target.mapToGlobal(QPoint(4, 20)))
    drag(held, QPoint(50, 20), left)
    assert card.shown() == card.order() == [three, one, two]


def test_click_alone_moves_nothing_and_arrows_go_to_the_neighbour(card: Card) -> None:
    one, two, _ = card.ids
    QTest.mouseClick(card.widget.strip.thumbnails[two], Qt.MouseButton.LeftButton)
    assert (card.order(), card.widget._chosen) == (card.ids, two)
    press(card.widget.strip.thumbnails[two], Qt.Key.Key_Left)
    assert card.widget._chosen == one


def test_removed_photograph_leaves_its_neighbour_chosen(card: Card) -> None:
    one, two, three = card.ids
    card.widget.strip.thumbnails[two].setFocus()
    press(card.widget.strip.thumbnails[two], Qt.Key.Key_Delete)
    assert (card.order(), card.widget._chosen) == ([one, three], three)
    card.widget.remove_link.click()
    assert (card.order(), card.widget._chosen) == ([one], one)
    card.office.undo()
    card.office.undo()
    assert card.shown() == [one, two, three]


def test_window_says_why_a_photograph_is_not_printed(card: Card) -> None:
    picture = card.ids[0]
    assert card.widget.why.text().startswith("Not printed for the press and for guests")
    assert card.widget.strip.thumbnails[picture].accessibleDescription() == "not agreed to"
    card.office.run(pictures.edit_picture, picture, consent=True)
    assert card.widget.why.text().startswith("The press note cannot be issued")
    for tag, words in (("ru", "Стол"), ("en", "Table")):
        card.office.run(write_text, "picture", picture, "caption", language=tag, words=words)
    assert card.widget.why.isHidden()
    assert card.widget.strip.thumbnails[picture].accessibleName() == "Photograph 1 of 3: Table"


def test_card_without_photographs_says_how_they_come(office: Office, qtbot: QtBot) -> None:
    empty = Card(office, qtbot, count=0)
    assert (empty.widget.hint.isHidden(), empty.widget.editor.isHidden()) == (False, True)
    assert empty.widget.hint.text().startswith("Drop photographs here")


def test_card_that_is_read_only_shows_and_changes_nothing(card: Card, tmp_path: Path) -> None:
    card.widget.set_read_only(True)
    first = card.widget.strip.thumbnails[card.ids[0]]
    press(first, Qt.Key.Key_Right, ALT)
    press(first, Qt.Key.Key_Delete)
    drag(first, QPoint(5, 5), QPoint(400, 5))
    (tmp_path / "a.jpg").write_bytes(jpeg())
    card.widget.take_files([str(tmp_path / "a.jpg")])
    assert (card.order(), card.widget.add_link.isHidden(), card.widget.consent.box.isEnabled()) == (
        card.ids, True, False,
    )  # fmt: skip


def test_card_speaks_the_language_of_the_interface(card: Card) -> None:
    set_language("ru")
    try:
        assert card.widget.remove_link.text() == "Удалить фотографию"
    finally:
        set_language("en")


def test_paper_copied_as_text_bears_captions_and_credits(sample: Office) -> None:
    meeting = next(row for row in sample.read(event_rows) if row.kind is EventKind.MEETING)
    copied = as_text(sample.read(compose_paper, Choice(Paper.PRESS_NOTE, meeting.id, LANGUAGES)))
    lines = copied[copied.index("Фотографии\tPhotographs") :].splitlines()
    assert [line.split("\t")[1:] for line in lines[1:3]] == [
        ["Стол встречи перед её началом. Рисунок вместо фотографии (условно)",
         "The table before the meeting. A drawing in the place of a photograph (invented)"],
        ["Фото: образец / sample", ""],
    ]  # fmt: skip
