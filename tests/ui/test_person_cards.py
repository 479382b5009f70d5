"""A person's page: photograph, presents, whom they met, the papers a name touches, who vouches for a name."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from planner import issuing
from planner.operations import gifts, people
from planner.papers import Choice, Paper
from planner.queries.gifts import gifts_of
from planner.queries.people import person_page
from planner.queries.pictures import photograph_of
from planner.rules.text import text
from tests.exchange.test_photographs import with_position
from tests.ui.keys import LEFT, press, type_text
from tests.ui.office import DAY, Office, Visit, add_visit, open_office
from ui.common.buttons import Link
from ui.people.inspector import PersonInspector
from ui.people.past import PastCards
from ui.translate import set_language


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def inspector(qtbot, office: Office, visit: Visit) -> PersonInspector:
    made = PersonInspector(office.context)
    qtbot.addWidget(made)
    made.show_thing(visit.people["kabaev"])
    made.resize(360, 1400)
    made.show()
    return made


def links(widget: object, words: str) -> list[Link]:
    return [one for one in widget.findChildren(Link) if one.text() == words and not one.isHidden()]  # type: ignore[attr-defined]


def lines(field: object) -> list[str]:
    return [fact.text for fact in field._facts]  # type: ignore[attr-defined]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "face.jpg"
    path.write_bytes(with_position())
    return path


def test_dropped_photograph_is_kept_without_its_position(
    inspector: PersonInspector, office: Office, visit: Visit, photo: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    inspector.photograph.dropEvent(drop)
    kept = office.read(photograph_of, visit.people["kabaev"])
    with Image.open(BytesIO(kept.content)) as image:
        assert (image.size, dict(image.getexif())) == ((200, 400), {})
    assert inspector.photograph.view._image.width() == 200
    press(inspector.photograph.view, Qt.Key.Key_Delete)
    assert office.read(photograph_of, visit.people["kabaev"]) is None
    office.undo()
    assert inspector.photograph.view._image.width() == 200


def test_file_that_is_no_picture_is_refused_in_words(
    inspector: PersonInspector, office: Office, tmp_path: Path
) -> None:
    (tmp_path / "face.jpg").write_text("no picture")
    inspector.photograph.take_file(str(tmp_path / "face.jpg"))
    inspector.photograph.take_file(str(tmp_path / "missing.jpg"))
    assert [error.message.split(".")[0] for error in office.failures] == [
        "This is no picture that can be read", "This file cannot be read",
    ]  # fmt: skip


def test_present_is_added_edited_and_judged(inspector: PersonInspector, office: Office, visit: Visit) -> None:
    person = visit.people["kabaev"]
    QTest.mouseClick(inspector.gifts.add_link, LEFT)
    (box,) = inspector.gifts.boxes
    box.value.edited.emit(400_000)
    assert box.faults.text() == "Worth more than 3\u00a0000 RUB: it must be reported and handed in."
    office.run(gifts.edit_gift, box.gift_id, value=100_000, marks=["antique"])
    assert box.faults.text() == "An antique needs a permit to leave the country."
    (gift,) = office.read(gifts_of, person, DAY).gifts
    assert (gift.value, gift.from_us, gift.given_on) == (100_000, True, office.context.today())
    QTest.mouseClick(links(inspector.gifts, "Remove this gift")[0], LEFT)
    assert inspector.gifts.boxes == []


def test_same_present_again_names_the_one_before(inspector: PersonInspector, office: Office, visit: Visit) -> None:
    person = visit.people["kabaev"]
    office.run(gifts.add_gift, person, text(en="Album"), event_id=visit.event)
    office.run(gifts.add_gift, person, text(en="album"), given_on=DAY.replace(year=2025))
    assert [box.faults.text() for box in inspector.gifts.boxes] == [
        "The same was given before: Visit of a delegation.", "",
    ]  # fmt: skip


def test_name_is_confirmed_by_a_link(inspector: PersonInspector, office: Office, visit: Visit) -> None:
    assert lines(inspector.past.sources) == ["Русский: typed", "English: typed"]
    QTest.mouseClick(links(inspector.past.sources, "Confirm")[0], LEFT)
    assert lines(inspector.past.sources)[0] == "Русский: typed, confirmed by Aida"
    assert [name.confirmed_by for name in office.read(person_page, visit.people["kabaev"]).names] == ["Aida", ""]


def test_posts_stand_in_their_time_with_what_was_former_or_acting(
    inspector: PersonInspector, office: Office, visit: Visit
) -> None:
    person = visit.people["kabaev"]
    assert inspector.past.posts.isHidden()
    year = DAY.replace(year=2020, month=1, day=1)
    office.run(people.add_post, person, text(en="Adviser"), valid_from=year, valid_to=year.replace(year=2022))
    office.run(people.add_post, person, text(en="Minister"), valid_from=year.replace(year=2023), acting=True)
    assert lines(inspector.past.posts) == [
        "2023– · Minister · acting", "2020–2022 · Adviser · former", "post of Kabaev",
    ]  # fmt: skip


def test_people_met_and_papers_touched_are_listed(inspector: PersonInspector, office: Office, visit: Visit) -> None:
    assert lines(inspector.past.met) == ["Vladislav Loginov"]
    assert lines(inspector.past.papers) == ["Visit of a delegation: lists"]
    issuing.issue(office.planner, Choice(Paper.PARTICIPANTS, visit.event, ("ru", "en")), "first", "a test")
    office.run(people.write_name, visit.people["kabaev"], "en", surname="Kabayev")
    assert lines(inspector.past.papers)[1] == "List of participants, version 1 still says Kabaev Azamat"


def test_everything_is_said_in_russian(inspector: PersonInspector, office: Office, visit: Visit) -> None:
    office.run(gifts.add_gift, visit.people["kabaev"], text(ru="Альбом"), value=400_000)
    set_language("ru")
    assert inspector.gifts.section.title.text() == "Подарки"
    assert inspector.past.papers._caption.text() == "Документы, где стоит это имя"
    assert inspector.gifts.boxes[0].faults.text().startswith("Дороже 3\u00a0000 RUB")


def test_read_only_office_changes_nothing(qtbot, tmp_path: Path, office: Office, visit: Visit, photo: Path) -> None:
    office.planner.close()
    closed = open_office(tmp_path, read_only=True)
    cards = PastCards(closed.context)
    qtbot.addWidget(cards)
    cards.show_person(visit.people["kabaev"])
    cards.show()
    assert links(cards, "Confirm") == []
    inspector = PersonInspector(closed.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(visit.people["kabaev"])
    inspector.show()
    inspector.photograph.take_file(str(photo))
    assert closed.failures == []
    closed.planner.close()


def test_degree_is_written_in_each_language(inspector: PersonInspector, office: Office, visit: Visit) -> None:
    box = inspector.degree.box("en")
    type_text(box, "Doctor of Law")
    box.flush()
    assert office.read(person_page, visit.people["kabaev"]).degree == text(en="Doctor of Law")
    office.undo()
    assert inspector.degree.text("en") == ""


def test_portrait_bears_a_caption_and_who_took_it(
    inspector: PersonInspector, office: Office, visit: Visit, photo: Path
) -> None:
    card = inspector.photograph
    assert (card.words.isVisible(), card.credit.isVisible()) == (False, False)
    card.take_file(str(photo))
    assert (card.words.isVisible(), card.credit.isVisible()) == (True, True)
    type_text(card.words.box("en"), "At work")
    type_text(card.credit.line, "I. Petrov")
    card.flush()
    kept = office.read(photograph_of, visit.people["kabaev"])
    assert (kept.caption, kept.credit) == (text(en="At work"), "I. Petrov")
    inspector.show_thing(visit.people["head"])
    assert (card.words.isVisible(), card.credit.isVisible()) == (False, False)


def test_what_waits_of_a_portrait_goes_to_whom_it_shows(
    inspector: PersonInspector, office: Office, visit: Visit, photo: Path
) -> None:
    inspector.photograph.take_file(str(photo))
    type_text(inspector.photograph.credit.line, "I. Petrov")
    inspector.show_thing(visit.people["head"])
    assert office.read(photograph_of, visit.people["kabaev"]).credit == "I. Petrov"


def test_present_says_its_line_of_expenses_and_its_card(
    inspector: PersonInspector, office: Office, visit: Visit
) -> None:
    QTest.mouseClick(inspector.gifts.add_link, LEFT)
    (box,) = inspector.gifts.boxes
    type_text(box.budget.line, "hospitality")
    box.budget.flush()
    type_text(box.card.box("en"), "With respect")
    box.flush()
    (gift,) = office.read(gifts_of, visit.people["kabaev"], DAY).gifts
    assert (gift.budget, gift.card) == ("hospitality", text(en="With respect"))
