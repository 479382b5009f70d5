"""Below the day as it runs: real times and the words of the run sheet of the item chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.language.catalog import mark
from planner.queries.run_sheet import RunRow
from planner.rules.times import DAY
from ui import theme
from ui.common.fields import LineField
from ui.common.labels import Heading, Muted
from ui.common.moment_fields import TimeField
from ui.translate import follow_language, t

CAPTIONS = {
    "action": mark("What is done"),
    "met_by": mark("Met by"),
    "path": mark("Way: entrance, corridor, stage"),
    "position": mark("Position: row and seat"),
    "text": mark("Words that are said"),
    "cue": mark("Cue"),
    "microphone": mark("Microphone: on a stand, lapel, hand-held"),
    "handed_over": mark("What is handed over, and how many"),
    "assistants": mark("Assistants"),
    "technician": mark("Technician: light, sound, slide, anthem"),
}
"""The fields of `operations.run_sheet.RUN_FIELDS` as they are called."""


class RunFields(QFrame):
    """Signals: `times_edited(start, end)`, `words_edited(field, words)`. Attributes: `began`, `ended`, `words`."""

    times_edited = Signal(object, object)
    words_edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._heading, self._about = Heading("", self, elide=True), Muted("", self)
        self.began, self.ended = TimeField("", self), TimeField("", self)
        self.words = {name: LineField("", self) for name in CAPTIONS}
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._heading, 1)
        top.addWidget(self._about)
        times = QHBoxLayout()
        times.setSpacing(10)
        for time in (self.began, self.ended):
            time.setMaximumWidth(theme.px(120))
            times.addWidget(time)
        times.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.addLayout(times, 0, 0)
        for place, field in enumerate(self.words.values(), 1):
            grid.addWidget(field, place // 3, place % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(grid)
        for column_of_grid in range(3):
            grid.setColumnStretch(column_of_grid, 1)
        self.began.edited.connect(lambda _value: self._times())
        self.ended.edited.connect(lambda _value: self._times())
        for name, field in self.words.items():
            field.edited.connect(lambda words, name=name: self.words_edited.emit(name, words))
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.began.set_caption(t("Really began"))
        self.ended.set_caption(t("Really over"))
        for name, field in self.words.items():
            field.set_caption(t(CAPTIONS[name]))

    def flush(self) -> None:
        """Send what was typed last, before another item is shown."""
        for field in (self.began, self.ended, *self.words.values()):
            field.flush()

    def show_row(self, row: RunRow, title: str, about: str) -> None:
        """Show an item."""
        self._heading.setText(title)
        self._about.setText(about)
        self.began.set_value(None if row.began is None else row.began % DAY)
        self.ended.set_value(None if row.ended is None else row.ended % DAY)
        for name, field in self.words.items():
            field.set_value(row.words if name == "text" else getattr(row, name))

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read and copied, but not changed."""
        for time in (self.began, self.ended):
            time.set_read_only(read_only)
        for field in self.words.values():
            field.set_read_only(read_only)

    def _times(self) -> None:
        self.times_edited.emit(self.began.value(), self.ended.value())
