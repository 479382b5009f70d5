"""A new event: from a title and two dates, of a template, or as a copy of an event that was."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.app import Changes
from planner.errors import PlannerError
from planner.operations.duplicate import duplicate_event
from planner.operations.events import add_event
from planner.queries.events import EventRow, events, templates
from planner.queries.office_settings import office_setting
from planner.rules.kinds import EventKind
from ui import theme
from ui.common.buttons import Button
from ui.common.event_words import error_words, kind_word, long_day
from ui.common.fitting import fit_to_screen
from ui.common.labels import Heading, Muted, PlainLabel
from ui.common.moment_fields import DateField
from ui.common.named import shown
from ui.common.page_stack import PageStack
from ui.common.picker import Offer, ReferenceField
from ui.common.segmented import Segmented
from ui.common.tab_order import ReadingOrder
from ui.context import Context
from ui.translate import follow_language, t
from ui.window.new_event_form import NewEventForm


class Ground(NamedTuple):
    """What a new event is made on: the events there are, newest last, where the office sits, and the templates."""

    events: tuple[EventRow, ...]
    zone: str
    templates: tuple[EventRow, ...] = ()


class _CopyPart(QWidget):
    """What is copied, and to which day. Attributes: `source`, `first_day`."""

    def __init__(self, parent: QWidget, near: date) -> None:
        super().__init__(parent)
        self.source = ReferenceField(parent=self)
        self.first_day = DateField(parent=self, near=near)
        self.remark = Muted("", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (self.source, self.first_day, self.remark):
            column.addWidget(widget)
        column.addStretch(1)


class NewEventDialog(ReadingOrder, QDialog):
    """Signals: `added(event_id)`. Attributes: `way` ("new", "template", "copy"), `form`, `template`, `copy`, `add`.

    With the id of a template it begins with that.
    """

    added = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None, *, template: int = 0) -> None:
        super().__init__(parent)
        self._context, self._wanted = context, template
        self._heading = Heading("", self)
        self.way = Segmented(parent=self)
        self.form = NewEventForm(self, today=context.today())
        self.template, self.copy = _CopyPart(self, context.today()), _CopyPart(self, context.today())
        self._complaint = PlainLabel("", self, role="stop", wrap=True)
        self._cancel = Button("", self, clicked=self.reject)
        self.add = Button("", self, kind="primary", clicked=self._add)
        self.add.setDefault(True)
        self._stack = PageStack(self)
        self._parts = {"new": self.form, "template": self.template, "copy": self.copy}
        for part in self._parts.values():
            self._stack.addWidget(part)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        for widget in (self._heading, self.way, self._stack):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self.add)
        foot = QVBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self._complaint)
        foot.addLayout(row)
        fit_to_screen(self, column, foot)
        self.setMinimumWidth(theme.px(560))
        self.way.edited.connect(self._take_way)
        self._complaint.hide()
        follow_language(self.retranslate)
        context.read(self, "ground", self._show, _ground)
        self.form.title.setFocus()
        if template:
            self.way.set_value("template")
            self._take_way("template")

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("New event"))
        self._heading.setText(t("New event"))
        self.way.set_choices([
            ("new", t("From the beginning")), ("template", t("From a template")),
            ("copy", t("A copy of an earlier one")),
        ])  # fmt: skip
        self.way.setAccessibleName(t("How to begin"))
        self.template.source.set_words(t("Template"), empty=t("None"))
        self.copy.source.set_words(t("Copy delegations, programme and texts of"))
        for part in (self.template, self.copy):
            part.first_day.set_caption(t("First day"))
        self._cancel.set_text(t("Cancel"))
        self.add.set_text(t("Add the event"))

    def _show(self, ground: Ground) -> None:
        newest = list(reversed(ground.events))
        kept = [_offer(row, kind_word(row.kind)) for row in ground.templates]
        earlier = [_offer(row, long_day(row.from_day)) for row in newest]
        self.template.source.set_offers(kept, optional=False)
        ids = [offer.value for offer in kept]
        self.template.source.set_value(self._wanted if self._wanted in ids else ids[0] if ids else None)
        self.template.remark.setText(
            "" if kept else t("No template is kept yet. Under “Event templates” an event can be kept as one.")
        )
        self.template.source.set_read_only(not kept)
        self.copy.source.set_offers(earlier, optional=False)
        self.copy.source.set_read_only(not earlier)
        visits = [row for row in newest if row.kind is EventKind.VISIT]
        last = visits[0] if visits else newest[0] if newest else None
        self.copy.source.set_value(last.id if last else None)
        self.way.setEnabled(bool(newest) or bool(kept))
        self.form.begin(last.languages[:2] if last else ("ru", "en"), zone=ground.zone)

    def _take_way(self, way: str) -> None:
        part = self._parts[way]
        self._stack.setCurrentWidget(part)
        (part.first_day.line if isinstance(part, _CopyPart) else self.form.title).setFocus()

    def _add(self) -> None:
        part = self._parts[self.way.value()]
        if isinstance(part, _CopyPart):
            part.first_day.flush()
            self._add_copy(part.source.value(), part.first_day.value())
            return
        values = self.form.values()
        if isinstance(values, str):
            self._complain(values)
            return
        kind, title = values.pop("kind"), values.pop("title")
        self._context.run(self, add_event, kind, title, done=self._done, failed=self._refuse, **values)

    def _add_copy(self, event_id: Any, day: date | None) -> None:
        if event_id is None:
            way = self.way.value()
            self._complain(t("Choose the template.") if way == "template" else t("Choose the event to copy."))
        elif day is None:
            self._complain(t("Write the first day."))
        else:
            self._context.run(self, duplicate_event, event_id, day, done=self._done, failed=self._refuse)

    def _done(self, changes: Changes) -> None:
        self.accept()
        self.added.emit(changes.result)

    def _refuse(self, error: PlannerError) -> None:
        self._complain(error_words(error))

    def _complain(self, sentence: str) -> None:
        self._complaint.setText(sentence)
        self._complaint.show()


def _offer(row: EventRow, remark: str) -> Offer:
    return Offer(row.id, row.id, shown(row.title, *row.languages), remark)


def _ground(db: Any) -> Ground:
    city = office_setting(db, "office.city", {})
    return Ground(events(db), str(city.get("zone", "")) if isinstance(city, dict) else "", templates(db))
