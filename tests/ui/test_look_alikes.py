"""Look-alikes in the register: proposed with reasons, merged with what was chosen, kept apart, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.operations import delegations, people
from planner.operations.people import NewName
from planner.queries.duplicates import apart_pairs
from planner.queries.people import person_page
from planner.rules.text import text
from tests.ui.keys import LEFT, press
from tests.ui.office import Office, Visit, add_visit, open_office
from ui.people.look_alikes import LookAlikesDialog
from ui.people.page import PeoplePage
from ui.translate import set_language


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def second(office: Office, visit: Visit) -> int:
    """The same Kabaev, spelt otherwise, with another country and a second place in the delegation."""
    names = [NewName("en", "Kabayev", "Azamat", order="given-first")]
    person = office.run(people.add_person, names, country="KZ", languages=["ky"])
    office.run(people.edit_person, visit.people["kabaev"], country="")
    office.run(people.add_post, person, text(en="post of Kabaev"), organisation_id=visit.city)
    return int(person)


@pytest.fixture
def dialog(qtbot, office: Office, second: int) -> LookAlikesDialog:
    made = LookAlikesDialog(office.context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_button_of_the_register_counts_the_pairs_and_opens_them(qtbot, office: Office, second: int) -> None:
    page = PeoplePage(office.context)
    qtbot.addWidget(page)
    page.show()
    assert (page.look_alikes.text(), page.look_alikes.isEnabled()) == ("Look-alikes (1)", True)
    dialog = page.open_look_alikes()
    qtbot.addWidget(dialog)
    assert len(dialog.rows()) == 1


def test_pair_is_shown_with_its_reasons_and_its_contested_facts(dialog: LookAlikesDialog) -> None:
    (row,) = dialog.rows()
    assert (row.one, row.other) == ("Azamat Kabaev · Кабаев Азамат", "Azamat Kabayev")
    assert row.why == "Another transliteration or script, the same organisation, the same post, the same country"
    assert sorted(dialog.pane.choices) == ["name.en", "post"]


def test_merging_takes_what_was_chosen_and_is_one_undo(
    dialog: LookAlikesDialog, office: Office, visit: Visit, second: int
) -> None:
    first = visit.people["kabaev"]
    QTest.mouseClick(dialog.pane.choices["name.en"][1], LEFT)
    assert dialog.pane.from_other() == ["name.en"]
    QTest.mouseClick(dialog.merge_button, LEFT)
    assert office.failures == []
    page = office.read(person_page, first)
    assert {name.language: name.surname for name in page.names} == {"ru": "Кабаев", "en": "Kabayev"}
    assert (page.country, page.languages) == ("KZ", ("ky",))
    assert dialog.rows() == []
    assert dialog._stack.currentWidget() is dialog.empty
    office.undo()
    assert len(dialog.rows()) == 1
    assert office.read(person_page, second).country == "KZ"


def test_all_of_one_side_is_taken_by_a_key(dialog: LookAlikesDialog) -> None:
    press(dialog.pane, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert sorted(dialog.pane.from_other()) == ["name.en", "post"]
    press(dialog.pane, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.pane.from_other() == []


def test_not_the_same_is_remembered(dialog: LookAlikesDialog, office: Office, visit: Visit, second: int) -> None:
    press(dialog.table, Qt.Key.Key_Delete)
    assert office.read(apart_pairs) == frozenset({(visit.people["kabaev"], second)})
    assert dialog.rows() == []


def test_two_places_in_one_delegation_are_told_in_words(
    dialog: LookAlikesDialog, office: Office, visit: Visit, second: int
) -> None:
    office.run(delegations.add_member, visit.guests, second)
    words = [one[0] for one in dialog.pane._remarks(dialog._shown)]
    assert words[0].startswith("Both stand in one delegation of “Visit of a delegation”")


def test_russian_words_are_all_there(dialog: LookAlikesDialog) -> None:
    set_language("ru")
    (row,) = dialog.rows()
    dialog.read()
    (row,) = dialog.rows()
    assert row.why == "Другая транслитерация или письменность, та же организация, та же должность, та же страна"
    assert dialog.merge_button.text() == "Объединить этих двоих"


def test_read_only_office_lets_nothing_be_merged(qtbot, tmp_path, office: Office, visit: Visit, second: int) -> None:
    office.planner.close()
    closed = open_office(tmp_path, read_only=True)
    dialog = LookAlikesDialog(closed.context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog.merge_button.isEnabled(), dialog.apart_button.isEnabled()) == (False, False)
    closed.planner.close()
