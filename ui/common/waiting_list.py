"""Who has no place yet, in a car or at a table: dragged onto one, or given one by Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.common.broken_words import fitted
from ui.common.carried_person import carried
from ui.common.labels import Heading, Muted

_LINES = 3  # of a long name without a post
_ROLE = int(Qt.ItemDataRole.UserRole)
_EDGES = {"guest": "guest", "host": "host", "staff": "muted"}


class Waiting(NamedTuple):
    """Somebody without a place: `id` of the place in a delegation, `side` of whom."""

    id: int
    name: str
    remark: str
    side: str


class _Names(QListWidget):
    """The names. Signals: `wanted(person)` by Enter or a double click."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragEnabled(True)
        self.setProperty("kind", "flat")
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSpacing(3)
        self.setItemDelegate(_NameDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda item: self.wanted.emit(item.data(_ROLE).id))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Hand over the place's number."""
        if (item := self.currentItem()) is not None:
            drag = QDrag(self)
            drag.setMimeData(carried(item.data(_ROLE).id))
            drag.exec(Qt.DropAction.MoveAction)  # sink-ok: Qt's drag, which runs until it is let go

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a place by rule on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.wanted.emit(self.currentItem().data(_ROLE).id)
        else:
            super().keyPressEvent(event)


class _NameDelegate(QStyledItemDelegate):
    """Draws a name over a remark, with the side's colour and its edge."""

    def __init__(self, names: QListWidget) -> None:
        super().__init__(names)
        self._names = names

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Draw one."""
        waiting: Waiting = index.data(_ROLE)  # type: ignore[attr-defined]
        chosen = bool(option.state & option.state.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("link" if chosen else "line"))
        painter.setBrush(theme.colour("selection" if chosen else "header"))
        box = option.rect.adjusted(0, 1, -1, -1)
        painter.drawRoundedRect(box, 6, 6)
        edge = theme.colour(_EDGES.get(waiting.side, "invited"))
        painter.fillRect(box.left() + 1, box.top() + 6, 3, box.height() - 12, edge)
        text = box.adjusted(theme.px(10), theme.px(4), -theme.px(6), -theme.px(4))
        painter.setFont(theme.font())
        painter.setPen(theme.colour("ink"))
        metrics = QFontMetricsF(painter.font())
        lines = fitted(waiting.name, metrics, text.width(), 1 if waiting.remark else _LINES)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignTop), "\n".join(lines))
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("muted"))
        remark = painter.fontMetrics().elidedText(waiting.remark, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignBottom), remark)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: object) -> QSize:
        """Return the height of one line or two."""
        waiting: Waiting = index.data(_ROLE)  # type: ignore[attr-defined]
        wide = self._names.viewport().width() - theme.px(24)
        lines = 1 if waiting.remark else len(fitted(waiting.name, QFontMetricsF(theme.font()), wide, _LINES))
        return QSize(theme.px(120), theme.px(48 if waiting.remark else 10 + 20 * lines))


class WaitingList(QFrame):
    """A panel of those without a place. Attributes: `heading`, `names`, `hint`, `waiting`.

    Signals: `wanted(person)`, somebody to be given a place by rule.
    """

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.heading = Heading("", self)
        self.names = _Names(self)
        self.hint = Muted("", self, wrap=True)
        self.waiting: tuple[Waiting, ...] = ()
        self._name = self._how = self._nobody = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.addWidget(self.heading)
        column.addWidget(self.names, 1)
        column.addWidget(self.hint)
        column.addStretch(0)
        self.names.wanted.connect(self.wanted)

    def set_words(self, name: str, *, how: str, nobody: str) -> None:
        """Say what the list is of, how one is given a place, and that all have one."""
        self._name, self._how, self._nobody = name, how, nobody
        self.names.setAccessibleName(name)
        self._say()

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show who has no place; who was chosen stays so."""
        if tuple(waiting) == self.waiting:
            return
        self.waiting = tuple(waiting)
        current = self.names.currentItem()
        chosen = current.data(_ROLE).id if current is not None else 0
        self.names.clear()
        for one in self.waiting:
            item = QListWidgetItem(self.names)
            item.setData(_ROLE, one)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), ", ".join(filter(None, (one.name, one.remark))))
            if one.id == chosen:
                self.names.setCurrentItem(item)
        self._say()

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody be dragged."""
        self.names.setDragEnabled(not read_only)

    def _say(self) -> None:
        many = len(self.waiting)
        self.heading.setText(f"{self._name}: {many}" if many else self._name)
        self.names.setVisible(bool(many))
        self.hint.setText(self._how if many else self._nobody)
