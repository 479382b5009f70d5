"""Events kept as templates: listed, made into new events, opened, removed; and phrases counted as they are listed."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from planner.operations.duplicate import keep_as_template
from planner.operations.events import edit_event
from planner.queries.events import event_page, events, templates
from planner.queries.phrases import phrases
from tests.ui.window_office import Ids, Shown
from ui.overview.inspector import EventInspector
from ui.overview.templates import TemplatesPage
from ui.phrases.page import PhrasesPage
from ui.window.new_event import NewEventDialog


@pytest.fixture
def page(shown: tuple[Shown, Ids]) -> TemplatesPage:
    made, _ids = shown
    made.window.navigation.list.chosen.emit("templates")
    found = made.desk.pages.current()
    assert isinstance(found, TemplatesPage)
    return found


def kept(made: Shown, event: int) -> int:
    changes = made.planner.execute(keep_as_template, event)
    made.desk.context.changed.emit(changes)
    return int(changes.result)


def test_without_a_template_the_page_says_what_one_is_and_keeps_an_event(
    shown: tuple[Shown, Ids], page: TemplatesPage
) -> None:
    made, ids = shown
    assert (page._stack.currentWidget(), page.use.isEnabled(), page.open.isEnabled()) == (page.empty, False, False)
    page.empty.step_taken.emit()
    assert page.picker is not None
    page.picker.picked.emit(ids.visit)
    (template,) = made.planner.read(templates)
    assert [(row.id, row.title, row.days, row.people, row.items) for row in page.table.rows()] == [
        (template.id, "Visit of the delegation", 3, 2, 2)
    ]
    assert page.table.selected_ids() == (template.id,)
    assert made.desk.inspectors.shown == ("event", template.id)


def test_a_new_event_of_a_template_begins_with_it_and_is_shown(shown: tuple[Shown, Ids], page: TemplatesPage) -> None:
    made, ids = shown
    kept(made, ids.conference)
    template = kept(made, ids.visit)
    page.table.select([template])
    page.use.click()
    dialog = made.window.findChild(NewEventDialog)
    assert (dialog.way.value(), dialog.template.source.value()) == ("template", template)
    dialog.template.first_day.set_value(date(2025, 5, 13))
    dialog.add.click()
    new = made.planner.read(event_page, made.desk.event_id)
    assert (new.from_day, new.to_day, new.template) == (date(2025, 5, 13), date(2025, 5, 15), False)
    assert made.desk.event_id in [row.id for row in made.planner.read(events)]


def test_a_template_is_opened_marked_as_one_and_stays_open_when_it_changes(
    shown: tuple[Shown, Ids], page: TemplatesPage
) -> None:
    made, ids = shown
    template = kept(made, ids.visit)
    page.table.select([template])
    page.open.click()
    assert (made.desk.event_id, made.desk.pages.shown) == (template, "overview")
    heading = made.window.header.shown()
    assert (heading.state, heading.dates, made.window.header.state_button.choices()) == ("Template", "3 days", ())
    made.desk.context.changed.emit(made.planner.execute(edit_event, template, note="x"))
    assert made.desk.event_id == template


def test_the_inspector_keeps_an_event_and_makes_new_ones_of_a_template(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.desk.open_event(ids.visit, "overview")
    inspector = made.window.findChild(EventInspector)
    assert (inspector.template.text(), inspector.state.isVisibleTo(inspector)) == ("Keep as a template", True)
    inspector.template.click()
    (template,) = made.planner.read(templates)
    assert (made.desk.pages.shown, made.desk.inspectors.shown) == ("templates", ("event", template.id))
    assert inspector.template.text() == "New event from this template…"
    assert not inspector.state.isVisibleTo(inspector)
    inspector.template.click()
    assert made.window.findChild(NewEventDialog).template.source.value() == template.id


def test_a_removed_template_is_gone_and_undone(shown: tuple[Shown, Ids], page: TemplatesPage) -> None:
    made, ids = shown
    template = kept(made, ids.visit)
    page.table.delete_requested.emit((template,))
    assert (made.planner.read(templates), page.table.rows()) == ((), [])
    made.desk.context.undo(made.desk.context)
    assert [row.id for row in page.table.rows()] == [template]


def test_navigation_counts_the_phrases_its_page_lists(qtbot: QtBot, shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown

    def counted() -> str:
        return next(entry.right for entry in made.window.navigation.entries() if entry.key == "phrases")

    qtbot.waitUntil(lambda: counted() != "", timeout=8000)
    made.window.navigation.list.chosen.emit("phrases")
    page = made.desk.pages.current()
    assert isinstance(page, PhrasesPage)
    assert counted() == str(len(made.planner.read(phrases))) == str(len(page.table.rows()))
    assert int(counted()) > 3
