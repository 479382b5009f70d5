"""A name of an organisation with the days between which it is valid, and the form that gives it a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.language.declension_phrases import phrase_cases
from planner.operations import organisations
from planner.queries.organisations import OrganisationNameRow
from planner.rules.text import Language, text_in
from ui.common.buttons import Button, Link
from ui.common.fields import LineField
from ui.common.form import side_by_side
from ui.common.moment_fields import DateField
from ui.common.text_fields import Target, TextFields, language_names
from ui.context import Context
from ui.translate import t


class NameBox(QFrame):
    """Edits one name at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.name_id = 0
        self.setProperty("kind", "panel")
        self.name = TextFields(context, t("Official name"), self, declined=phrase_cases)
        self.short = TextFields(context, t("Short name"), self, optional=True)
        self.short.hide()
        self.since = DateField(t("Since"), self, near=context.today())
        self.until = DateField(t("Until"), self, near=context.today())
        self.more = Link(t("+ Short name"), self, clicked=self._open_short)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(8)
        for widget in (self.name, self.more, self.short):
            column.addWidget(widget)
        column.addLayout(side_by_side(self.since, self.until))
        self.since.edited.connect(lambda day: self._date(valid_from=day))
        self.until.edited.connect(lambda day: self._date(valid_to=day))

    def show_name(self, row: OrganisationNameRow, tags: Sequence[Language]) -> None:
        """Show a name."""
        wanted = bool(row.short) or (row.id == self.name_id and not self.short.isHidden())
        self.name_id = row.id
        self.short.setVisible(wanted)
        self.more.setVisible(not wanted)
        self.name.show_text(Target("organisation_name", row.id, "name"), row.name, tags)
        self.short.show_text(Target("organisation_name", row.id, "short"), row.short, tags)
        self.since.set_value(row.valid_from)
        self.until.set_value(row.valid_to)

    def _open_short(self) -> None:
        self.more.hide()
        self.short.show()
        self.short.setFocus()

    def _date(self, **days: Any) -> None:
        self.context.run(self, organisations.date_organisation_name, self.name_id, **days)


class RenameBox(QFrame):
    """The day and the new name, in each language; papers of days before keep the old one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.organisation_id = 0
        self.setProperty("kind", "panel")
        self.since = DateField("", self, near=context.today())
        self.lines: dict[Language, LineField] = {}
        self.rename = Button("", self, kind="primary", clicked=self.send)
        self._names = QVBoxLayout()
        self._names.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.since)
        column.addLayout(self._names)
        column.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def open_for(self, organisation_id: int, tags: Sequence[Language]) -> None:
        """Open for an organisation, ready to type the day."""
        self.organisation_id = organisation_id
        self.since.set_caption(t("New name since"))
        self.rename.set_text(t("Give the new name"))
        self.since.set_value(self.context.today())
        for line in self.lines.values():
            self._names.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for one in language_names(tags):
            line = LineField(f"{t('New name')} — {one.name}", self)
            line.line.returnPressed.connect(self.send)
            self.lines[one.tag] = line
            self._names.addWidget(line)
        self.show()
        self.since.setFocus()

    def send(self) -> None:
        """Rename, if there is a day and a name."""
        self.since.flush()
        name = text_in({tag: line.value().strip() for tag, line in self.lines.items()})
        day = self.since.value()
        if name and day is not None:
            self.context.run(self, organisations.rename_organisation, self.organisation_id, name, since=day)
            self.hide()
