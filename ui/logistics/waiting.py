"""Who has no car yet: dragged onto a seat, or seated by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QPainter
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
from ui.common.labels import Muted, PlainLabel
from ui.logistics.car_board import carried
from ui.logistics.car_places import WaitingShown
from ui.translate import t

_ROLE = int(Qt.ItemDataRole.UserRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class _Names(QListWidget):
    """The names. Signals: `wanted(person)` by Enter or a double click."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragEnabled(True)
        self.setProperty("kind", "flat")
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
        """Seat by rule on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.wanted.emit(self.currentItem().data(_ROLE).id)
        else:
            super().keyPressEvent(event)


class _NameDelegate(QStyledItemDelegate):
    """Draws a name with the colour of its side."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Draw one."""
        one: WaitingShown = index.data(_ROLE)  # type: ignore[attr-defined]
        painter.save()
        if option.state & option.state.State_Selected:
            painter.fillRect(option.rect, theme.colour("selection"))
        painter.fillRect(option.rect.left() + 2, option.rect.top() + 4, 3, option.rect.height() - 8,
                         theme.colour(one.role))  # fmt: skip
        area = option.rect.adjusted(theme.px(12), 0, -theme.px(4), 0)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("ink"))
        metrics = painter.fontMetrics()
        painter.drawText(area, _LEFT, metrics.elidedText(one.name, Qt.TextElideMode.ElideRight, area.width()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> object:  # type: ignore[override]
        """Return the height of a line."""
        hint = super().sizeHint(option, index)  # type: ignore[arg-type]
        hint.setHeight(option.fontMetrics.height() + theme.px(10))
        return hint


class WaitingList(QFrame):
    """The panel "Without a car". Attributes: `names`, `waiting`. Signals: `wanted(person)`, to be seated by rule."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.heading = PlainLabel("", self, role="strong")
        self.names = _Names(self)
        self.hint = Muted("", self, wrap=True)
        self.waiting: tuple[WaitingShown, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.names, 1)
        column.addWidget(self.hint)
        column.addStretch(0)
        self.names.wanted.connect(self.wanted)

    def show_waiting(self, waiting: Sequence[WaitingShown], *, read_only: bool) -> None:
        """Show who has no car; who was chosen stays so."""
        self.heading.setText(t("Without a car: {n}", n=len(waiting)) if waiting else t("Everybody has a car."))
        self.names.setAccessibleName(t("Without a car"))
        self.names.setVisible(bool(waiting))
        self.hint.setText(t("Drag to a seat, or press Enter to seat by rank.") if waiting else "")
        self.hint.setVisible(bool(waiting))
        self.names.setDragEnabled(not read_only)
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
