"""Below the day as it runs: real times and the words of the run sheet of the item chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

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


class _Area(QScrollArea):
    """The fields, as high as they are, or scrolled where the day above them needs the room."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """Ask for the height of all fields, up to a fifth of the window."""
        inside = self.widget()
        most = max(theme.px(96), self.window().height() * 22 // 100)
        return QSize(theme.px(300), min(inside.sizeHint().height() + 2, most) if inside is not None else 0)

    def minimumSizeHint(self) -> QSize:
        """Show a line of fields at least."""
        return QSize(theme.px(200), theme.px(64))


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
        self._times_box = QWidget(self)
        times.setContentsMargins(0, 0, 0, 0)
        self._times_box.setLayout(times)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._across = 0
        inside = QWidget(self)
        inside.setProperty("kind", "clear")
        inside.setLayout(self._grid)
        self._area = _Area(inside, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._area)
        self._arrange(3)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many fields into a line as their captions have room."""
        super().resizeEvent(event)
        self._arrange(min(max(self.width() // theme.px(230), 1), 3))

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, field in enumerate((self._times_box, *self.words.values())):
            self._grid.addWidget(field, place // across, place % across)
        for place in range(3):
            self._grid.setColumnStretch(place, int(place < across))
        self._area.updateGeometry()

    def _times(self) -> None:
        self.times_edited.emit(self.began.value(), self.ended.value())
