"""The events kept as templates: looked at, opened, and made into new events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.language.search import fold
from planner.operations.duplicate import keep_as_template
from planner.operations.events import remove_event
from planner.queries.events import EventRow, TemplateRow, events, kept_templates
from planner.rules.text import Language
from ui import theme
from ui.common.add_panel import Typed
from ui.common.buttons import Button
from ui.common.columns import Column
from ui.common.event_words import kind_word, long_day
from ui.common.named import other_wording, shown
from ui.common.page import Action
from ui.common.picker import Offer, Picker
from ui.common.register_page import RegisterPage
from ui.context import Context
from ui.translate import t


class TemplateLine(NamedTuple):
    """A template on the screen."""

    id: int
    title: str
    second: str
    kind: str
    days: int
    people: int
    items: int
    folded: str


class TemplatesPage(RegisterPage):
    """The page "Event templates": each line is an event kept to be copied. Attributes: `use`, `open`, `picker`."""

    tables = frozenset({"event", "delegation", "participation", "item"})
    kind = "event"
    table_name = "templates"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.picker: Picker | None = None
        super().__init__(context, parent)
        self.open = Button("", self, clicked=self._open_chosen)
        self.use = Button("", self, clicked=self._use_chosen)
        self.bar.add_right(self.open)
        self.bar.add_right(self.use)
        self.table.selected.connect(lambda _ids: self._dress())
        self._name_buttons()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        super().retranslate()
        if hasattr(self, "use"):
            self._name_buttons()

    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            Column("title", t("Title"), lambda row: row.title, 420, strong=True, second=lambda row: row.second),
            Column("kind", t("Kind"), lambda row: row.kind, 160),
            Column("days", t("Days"), lambda row: str(row.days), 70, sort=lambda row: row.days, right=True),
            Column("people", t("People"), lambda row: str(row.people or ""), 80, sort=_people, right=True),
            Column("items", t("Items"), lambda row: str(row.items or ""), 80, sort=_items, right=True),
        ]

    def folded(self) -> Callable[[Any], str]:
        """Find templates by title in any language and by kind."""
        return lambda row: row.folded

    def words(self) -> tuple[str, str, str, str, str]:
        """Return the words of the page."""
        return (
            t("Event templates"), t("Title, kind"), t("+ Template"), t("No template is kept yet"),
            t("An event that is held again and again, as a courtesy call or a yearly conference, can be kept as a "
              "template: with its delegations, programme, texts and tasks. A new event is then made of it on its own "
              "dates."),
        )  # fmt: skip

    def parts(self) -> list[tuple[str, str]]:
        """Nothing is typed: a template is made of an event."""
        return []

    def languages(self) -> Sequence[Language]:
        """Nothing is typed."""
        return ()

    def add(self, typed: Typed) -> None:
        """Nothing is typed."""

    def remove(self, thing_id: int) -> None:
        """Remove a template; the events made of it stay."""
        self.context.run(self, remove_event, thing_id)

    def main_action(self) -> Action | None:
        """Make a new event of the template chosen."""
        return Action(t("New event from it"), self._use_chosen) if self.context.read_only is None else None

    def read_rows(self) -> None:
        """Read the templates."""
        self.context.read(self, "templates", self._show, kept_templates)

    def open_adding(self) -> None:
        """Ask which event is to be kept."""
        if self.context.read_only is None:
            self.context.read(self, "events", self._ask, events)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the template chosen by Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open_chosen()
        else:
            super().keyPressEvent(event)

    def _name_buttons(self) -> None:
        self.open.set_text(t("Open"))
        self.use.set_text(t("New event from it"))
        self._dress()

    def _dress(self) -> None:
        chosen = len(self.table.selected_ids()) == 1
        self.open.setEnabled(chosen)
        self.use.setEnabled(chosen and self.context.read_only is None)

    def _show(self, rows: tuple[TemplateRow, ...]) -> None:
        self.show_rows([_line(row) for row in rows])
        if rows and not self.table.selected_ids():
            self.table.select([self.table.rows()[0].id])
        self._dress()

    def _ask(self, rows: tuple[EventRow, ...]) -> None:
        if self.picker is not None:
            self.picker.deleteLater()
        self.picker = Picker(self)
        self.picker.set_offers([
            Offer(row.id, row.id, shown(row.title, *row.languages), long_day(row.from_day)) for row in reversed(rows)
        ])  # fmt: skip
        self.picker.picked.connect(lambda one: self.context.run(self, keep_as_template, one, done=self.added))
        self.picker.open_under(self.add_button, width=theme.px(420))

    def _open(self, thing_id: int) -> None:
        self.context.show("new event", thing_id)

    def _use_chosen(self) -> None:
        for thing_id in self.table.selected_ids()[:1]:
            self.context.show("new event", thing_id)

    def _open_chosen(self) -> None:
        for thing_id in self.table.selected_ids()[:1]:
            self.context.show("event", thing_id)


def _people(row: Any) -> int:
    return -int(row.people)


def _items(row: Any) -> int:
    return -int(row.items)


def _line(row: TemplateRow) -> TemplateLine:
    event = row.event
    title = shown(event.title, *event.languages)
    second = other_wording(event.title, title, *event.languages)
    kind = kind_word(event.kind)
    days = (event.to_day - event.from_day).days + 1
    found = fold(" ".join([*(one.text for one in event.title.wordings.values()), kind]))
    return TemplateLine(event.id, title or t("Without a title"), second, kind, days, row.people, row.items, found)
