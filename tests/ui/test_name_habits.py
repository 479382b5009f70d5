"""The office's habits with names and addresses: taken at once, effective on papers, back to the usual when emptied."""

from __future__ import annotations

from typing import Any

import pytest

from planner.operations.gifts import limit_gifts
from planner.operations.names import write_initials, write_salutations
from planner.queries.names import name_habits
from planner.rules.gifts import CURRENCY, LIMIT
from tests.ui.office import Office
from ui.preferences.names import NamesDialog


@pytest.fixture
def dialog(qtbot: Any, office: Office) -> NamesDialog:
    dialog = NamesDialog(office.context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_initials_and_the_limit_are_taken_at_once(dialog: NamesDialog, office: Office) -> None:
    assert (dialog.initials.value(), dialog.limit.value(), dialog.currency.value()) == (True, LIMIT // 100, CURRENCY)
    dialog.initials.edited.emit(False)
    dialog.limit.set_value(5000)
    dialog.limit.edited.emit(5000)
    found = office.planner.read(name_habits)
    assert (found.initials_gap, found.limit, found.currency) == (False, 500_000, "RUB")
    dialog.limit.set_value(None)
    dialog.limit.edited.emit(None)
    assert office.planner.read(name_habits).limit == LIMIT
    assert dialog.limit.value() == LIMIT // 100


def test_own_forms_of_address_lie_over_the_usual_until_emptied(dialog: NamesDialog, office: Office) -> None:
    dialog.tongue.set_value("en")
    dialog.tongue.edited.emit("en")
    usual = dialog.forms["m"].value()
    dialog.forms["m"].edited.emit("Dear Sir {name},\n")
    assert office.planner.read(name_habits).salutations == {"en": {"letter": {"m": ["Dear Sir {name},"]}}}
    assert dialog.forms["m"].value() == "Dear Sir {name},"
    dialog.post.set_value("mayor")
    dialog.post.edited.emit("mayor")
    dialog.forms["any"].edited.emit("Dear Mr Mayor,")
    held = office.planner.read(name_habits).salutations["en"]
    assert held["posts"] == {"mayor": {"letter": {"any": ["Dear Mr Mayor,"]}}}
    dialog.forms["any"].edited.emit("")
    dialog.post.set_value("")
    dialog.post.edited.emit("")
    dialog.forms["m"].edited.emit("")
    assert office.planner.read(name_habits).salutations == {}
    assert dialog.forms["m"].value() == usual


def test_form_with_a_place_nobody_fills_is_refused(dialog: NamesDialog, office: Office) -> None:
    dialog.forms["m"].edited.emit("Уважаемый {титул}!")
    assert office.planner.read(name_habits).salutations == {}
    assert [str(failure) for failure in office.failures] == [
        "Nothing can be filled in for {титул}. There are: {name}, {given}, {patronymic}, {full}."
    ]


def test_changes_of_a_colleague_are_shown(dialog: NamesDialog, office: Office) -> None:
    office.run(write_initials, False)
    office.run(limit_gifts, 700_000, currency="KGS")
    dialog.tongue.set_value("ru")
    office.run(write_salutations, "ru", "m", ["Дорогой {given}!"])
    assert (dialog.initials.value(), dialog.limit.value(), dialog.currency.value()) == (False, 7000, "KGS")
    assert dialog.forms["m"].value() == "Дорогой {given}!"
