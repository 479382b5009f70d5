"""A new event, from the beginning and as a copy."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from planner.operations.duplicate import keep_as_template
from planner.queries.agenda import programme
from planner.queries.events import event_page, events
from tests.ui.keys import press, type_text
from tests.ui.window_office import Ids, Shown
from ui.window.new_event import NewEventDialog


def dialog_of(made: Shown) -> NewEventDialog:
    made.window.navigation.new_event_wanted.emit()
    return made.window.findChild(NewEventDialog)


def test_a_title_and_a_day_make_an_event(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    dialog = dialog_of(made)
    box = dialog.form.title._sides["ru"].box
    type_text(box, "Приём")
    type_text(dialog.form.from_day.line, "3.6.2024")
    press(dialog.form.from_day.line, Qt.Key.Key_Return)
    dialog.add.click()
    page = made.planner.read(event_page, made.desk.event_id)
    assert made.desk.event_id not in ids
    assert (page.title.get("ru"), page.from_day, page.to_day) == ("Приём", date(2024, 6, 3), date(2024, 6, 3))
    assert (page.languages, page.kind.value) == (("ru", "en"), "visit")


def test_what_is_missing_is_said_in_the_dialog_and_nothing_is_made(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    dialog = dialog_of(made)
    dialog.add.click()
    assert dialog._complaint.text() == "Write a title in at least one language."
    type_text(dialog.form.title._sides["en"].box, "Reception")
    dialog.add.click()
    assert dialog._complaint.text() == "Write the first day."
    dialog.form.from_day.set_value(date(2024, 6, 3))
    dialog.form.to_day.set_value(date(2024, 6, 1))
    dialog.add.click()
    assert dialog._complaint.text() == "The event ends before it begins: 1 June 2024 is before 3 June 2024."
    assert dialog.isVisible()
    dialog.reject()


def test_the_last_visit_is_offered_for_a_copy(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    dialog = dialog_of(made)
    dialog.way.set_value("copy")
    dialog.way.edited.emit("copy")
    assert dialog.copy.source.value() == ids.visit
    dialog.copy.first_day.set_value(date(2025, 5, 13))
    dialog.add.click()
    assert made.desk.event_id not in ids
    assert made.planner.read(event_page, made.desk.event_id).to_day == date(2025, 5, 15)
    assert len(made.planner.read(programme, made.desk.event_id).items) == 2


def test_a_template_is_offered_and_becomes_an_event(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    template = made.planner.execute(keep_as_template, ids.visit).result
    dialog = dialog_of(made)
    dialog.way.set_value("template")
    dialog.way.edited.emit("template")
    assert dialog.template.source.value() == template
    dialog.template.first_day.set_value(date(2025, 5, 13))
    dialog.add.click()
    page = made.planner.read(event_page, made.desk.event_id)
    assert (page.from_day, template in [row.id for row in made.planner.read(events)]) == (date(2025, 5, 13), False)


def test_without_a_template_the_dialog_says_where_one_is_kept(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    dialog = dialog_of(made)
    dialog.way.set_value("template")
    dialog.way.edited.emit("template")
    assert dialog.template.remark.text() == (
        "No template is kept yet. Under “Event templates” an event can be kept as one."
    )
    dialog.add.click()
    assert dialog._complaint.text() == "Choose the template."
    dialog.reject()
