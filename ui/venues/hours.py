"""The opening hours of a venue: a line for each weekday."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.operations import venues
from planner.queries.venues import HoursRow
from ui import theme
from ui.common.buttons import Link
from ui.common.labels import Caption, PlainLabel
from ui.common.moment_fields import DAY, TimeField
from ui.context import Context
from ui.translate import language, t

MONDAY, FRIDAY = 0, 4


class HoursTable(QWidget):
    """Seven lines of two times; a day without times is closed, and no times at all mean that they are not known."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._venue = 0
        self._more: list[HoursRow] = []
        self.days: list[tuple[PlainLabel, TimeField, TimeField]] = []
        self._note = Caption("", self, wrap=True)
        self.as_monday = Link("", self, clicked=self.copy_monday)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for weekday in range(7):
            label, opens, closes = PlainLabel("", self), TimeField("", self), TimeField("", self)
            label.setMinimumWidth(theme.px(92))
            for field in (opens, closes):
                for caption in field.findChildren(Caption):
                    caption.hide()
            for column, widget in enumerate((label, opens, closes)):
                grid.addWidget(widget, weekday, column)
            opens.edited.connect(lambda _minute: self._write())
            closes.edited.connect(lambda _minute: self._write())
            self.days.append((label, opens, closes))
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(6)
        column_box.addLayout(grid)
        column_box.addWidget(self.as_monday)
        column_box.addWidget(self._note)
        self.setFocusProxy(self.days[0][1])

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.as_monday.set_text(t("Tuesday to Friday as Monday"))
        self._note.setText(t("A day without times counts as closed; no times at all mean that nothing is known."))
        locale = QLocale(language())
        for weekday, (label, opens, closes) in enumerate(self.days):
            name = locale.dayName(weekday + 1, QLocale.FormatType.LongFormat)
            label.setText(name[:1].upper() + name[1:])
            opens.line.setAccessibleName(t("{day}: opens", day=name))
            closes.line.setAccessibleName(t("{day}: closes", day=name))
            opens.line.setPlaceholderText(t("opens"))
            closes.line.setPlaceholderText(t("closes"))

    def show_hours(self, venue_id: int, hours: Sequence[HoursRow]) -> None:
        """Show the first opening of each day; a second one (after a break) is kept as it is."""
        self._venue = venue_id
        first: dict[int, HoursRow] = {}
        self._more = []
        for row in hours:
            if row.weekday in first:
                self._more.append(row)
            else:
                first[row.weekday] = row
        for weekday, (_label, opens, closes) in enumerate(self.days):
            row_of_day: Any = first.get(weekday)
            waits = (opens.value() is None) != (closes.value() is None)
            if row_of_day is None and waits and not self._changed(venue_id):
                continue  # one of two times is typed: wait for the other
            opens.set_value(row_of_day.opens if row_of_day else None)
            closes.set_value(row_of_day.closes if row_of_day else None)
        self._shown_for = venue_id

    def copy_monday(self) -> None:
        """Give Tuesday to Friday the hours of Monday."""
        _label, opens, closes = self.days[MONDAY]
        for _name, other_opens, other_closes in self.days[MONDAY + 1 : FRIDAY + 1]:
            other_opens.set_value(opens.value())
            other_closes.set_value(closes.value())
        self._write()

    _shown_for = 0

    def _changed(self, venue_id: int) -> bool:
        return venue_id != self._shown_for

    def _write(self) -> None:
        hours = []
        for weekday, (_label, opens, closes) in enumerate(self.days):
            start, end = opens.value(), closes.value()
            if (start is None) != (end is None):
                return
            if start is not None:
                hours.append((weekday, start, end or DAY))  # 00:00 at the end of a day is its last minute
        hours += [(row.weekday, row.opens, row.closes) for row in self._more]
        self.context.run(self, venues.set_opening_hours, self._venue, hours)
