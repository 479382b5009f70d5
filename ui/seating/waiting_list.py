"""Who has no seat yet: dragged onto a chair, or seated by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
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
from ui.common.labels import Heading, Muted
from ui.seating.board import PERSON
from ui.seating.names import fitted
from ui.seating.shown import Waiting
from ui.translate import t

_LINES = 3  # of a long name without a post
_ROLE = int(Qt.ItemDataRole.UserRole)


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
        item = self.currentItem()
        if item is not None:
            drag = QDrag(self)
            drag.setMimeData(carried(item.data(_ROLE).id))
            drag.exec(Qt.DropAction.MoveAction)  # sink-ok: Qt's drag, which runs until it is let go

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Seat by rule on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.wanted.emit(self.currentItem().data(_ROLE).id)
        else:
            super().keyPressEvent(event)


def carried(person: int) -> QMimeData:
    """Return a person as what is dragged."""
    data = QMimeData()
    data.setData(PERSON, str(person).encode())
    return data


class _NameDelegate(QStyledItemDelegate):
    """Draws a name over a post, with the side's colour and its edge."""

    def __init__(self, names: QListWidget) -> None:
        super().__init__(names)
        self._names = names

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Draw one."""
        waiting: Waiting = index.data(_ROLE)  # type: ignore[attr-defined]
        role = waiting.side if waiting.side in ("host", "guest") else "invited"
        chosen = bool(option.state & option.state.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("link" if chosen else "line"))
        painter.setBrush(theme.colour("selection" if chosen else "header"))
        box = option.rect.adjusted(0, 1, -1, -1)
        painter.drawRoundedRect(box, 6, 6)
        painter.fillRect(box.left() + 1, box.top() + 6, 3, box.height() - 12, theme.colour(role))
        text = box.adjusted(theme.px(10), theme.px(4), -theme.px(6), -theme.px(4))
        painter.setFont(theme.font())
        painter.setPen(theme.colour("ink"))
        metrics = QFontMetricsF(painter.font())
        elide = Qt.TextElideMode.ElideRight
        lines = fitted(waiting.name, metrics, text.width(), 1 if waiting.remark else _LINES)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignTop), "\n".join(lines))
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("muted"))
        remark = painter.fontMetrics().elidedText(waiting.remark, elide, text.width())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignBottom), remark)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: object) -> QSize:
        """Return the height of one line or two."""
        waiting: Waiting = index.data(_ROLE)  # type: ignore[attr-defined]
        wide = self._names.viewport().width() - theme.px(24)
        lines = 1 if waiting.remark else len(fitted(waiting.name, QFontMetricsF(theme.font()), wide, _LINES))
        return QSize(theme.px(120), theme.px(48 if waiting.remark else 10 + 20 * lines))


class WaitingList(QFrame):
    """The panel "Not seated". Signals: `wanted(person)`, somebody to be seated by rule."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.heading = Heading("", self)
        self.names = _Names(self)
        self.hint = Muted("", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.addWidget(self.heading)
        column.addWidget(self.names, 1)
        column.addWidget(self.hint)
        column.addStretch(0)
        self.names.wanted.connect(self.wanted)
        self.waiting: tuple[Waiting, ...] = ()

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.heading.setText(t("Not seated"))
        self.names.setAccessibleName(t("Not seated"))
        self._hint()

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show who has no seat; who was chosen stays so."""
        if tuple(waiting) == self.waiting:
            return
        self.waiting = tuple(waiting)
        current = self.names.currentItem()
        chosen = current.data(_ROLE).id if current is not None else 0
        self.names.clear()
        for one in self.waiting:
            item = QListWidgetItem(self.names)
            item.setData(_ROLE, one)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{one.name}, {one.remark}")
            if one.id == chosen:
                self.names.setCurrentItem(item)
        self._hint()

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody be dragged."""
        self.names.setDragEnabled(not read_only)

    def _hint(self) -> None:
        self.names.setVisible(bool(self.waiting))
        self.hint.setText(
            t("Drag to a chair, or press Enter to seat by rule.") if self.waiting else t("Everybody has a seat.")
        )
