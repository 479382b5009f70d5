"""The look of a table that is typed into: widths, a first column that stays in sight, a row carried elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from ui import theme
from ui.common.edit_delegate import EditDelegate
from ui.common.edit_model import EditModel
from ui.common.labels import PlainLabel
from ui.common.table_look import dress_table, set_row_height

Index = QModelIndex | QPersistentModelIndex
WIDTHS_PAUSE = 400
LEAST = 36
MEASURED = 100
"""Rows whose words are measured for the widths of columns."""


class EditFrame(QTableView):
    """Attributes: `model_of_rows`, `delegate`. Signals: `widths_changed(widths)` when the person changed one."""

    widths_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_rows = EditModel(self)
        self.setModel(self.model_of_rows)
        self.delegate = EditDelegate(self.model_of_rows, self)
        self.setItemDelegate(self.delegate)
        self._by_hand = False
        self._carried: tuple[int, QPoint] | None = None
        self._target: int | None = None
        dress_table(self, least=LEAST, typed=True)
        self.setWordWrap(False)
        self._measure()
        self._head = PlainLabel("", self, role="group", elide=True)
        self._head.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._head.setAutoFillBackground(True)
        self._head.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        self._head.hide()
        self._widths_timer = QTimer(self, singleShot=True, interval=WIDTHS_PAUSE)
        self._widths_timer.timeout.connect(lambda: self.widths_changed.emit(self.widths()))
        self.horizontalHeader().sectionResized.connect(lambda *_sizes: self._note_hand())
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self._keep_first())

    def _measure(self) -> None:
        set_row_height(self, self.delegate.row_height())

    # --- Widths

    def widths(self) -> list[int]:
        """Return the widths of the columns."""
        return [self.columnWidth(place) for place in range(len(self.model_of_rows.columns))]

    def set_widths(self, widths: list[int]) -> None:
        """Set widths the person chose before; others than there are columns change nothing."""
        if widths and len(widths) == len(self.model_of_rows.columns):
            self._by_hand = True
            for place, width in enumerate(widths):
                self.setColumnWidth(place, max(width, LEAST))
            self._widths_timer.stop()

    def fit(self) -> None:
        """Give each column its width, and what room is left to those that hold words, unless the person chose."""
        columns = self.model_of_rows.columns
        if not columns or self._by_hand:
            return
        shown = [place for place in range(len(columns)) if not self.isColumnHidden(place)]
        wanted = {place: self._wanted(place) for place in shown}
        elastic = [place for place in shown if columns[place].ticked is None and not columns[place].right]
        spare = self.viewport().width() - sum(wanted.values())
        total = sum(wanted[place] for place in elastic)
        if spare > 0 and total:
            for place in elastic:
                wanted[place] += spare * wanted[place] // total
        for place, width in wanted.items():
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)
        self._widths_timer.stop()
        self._keep_first()

    def _wanted(self, place: int) -> int:
        """Return the width of a column: its own, or what its heading and most of its words take."""
        column, pad = self.model_of_rows.columns[place], theme.px(20)
        heading = QFontMetrics(theme.font(theme.SMALL, semibold=True)).horizontalAdvance(column.title) + pad
        own = theme.px(column.width)
        if column.ticked is not None:
            return max(own, heading)
        metrics = QFontMetrics(theme.font())
        words = (column.text(row) for row in self.model_of_rows.rows[:MEASURED])
        longest = max((metrics.horizontalAdvance(one) for one in words), default=0) + pad
        return max(own, heading, min(longest, own * 7 // 5))

    def _note_hand(self) -> None:
        header = self.horizontalHeader()
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton and header.underMouse():
            self._by_hand = True
            self._widths_timer.start()
        self._keep_first()

    # --- The first column stays in sight

    def frozen_width(self) -> int:
        """Return how wide the first column stands over the others: 0 while it is in its own place."""
        return self.columnWidth(0) if self.model_of_rows.columns and self.horizontalScrollBar().value() > 0 else 0

    def _keep_first(self) -> None:
        width = self.frozen_width()
        self._head.setVisible(width > 0)
        if width:
            header = self.horizontalHeader()
            self._head.setText(self.model_of_rows.columns[0].title)
            self._head.setGeometry(self.frameWidth(), self.frameWidth(), width, header.height() - 1)
            self._head.setStyleSheet(f"background: {theme.colour('header').name()};")
            self._head.raise_()
        self.viewport().update()

    def indexAt(self, place: QPoint) -> QModelIndex:
        """Return the cell under a point; where the first column stands over others it is the one meant."""
        found = super().indexAt(place)
        if found.isValid() and place.x() < self.frozen_width():
            return self.model_of_rows.index(found.row(), 0)
        return found

    def scrollTo(self, index: Index, hint: QTableView.ScrollHint = QTableView.ScrollHint.EnsureVisible) -> None:
        """Bring a cell into sight, and out from under the first column."""
        super().scrollTo(index, hint)
        width = self.frozen_width()
        left = self.visualRect(index).left()
        if index.column() > 0 and width and left < width:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (width - left))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, the first column over what is scrolled under it, and where a carried row would go."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if width := self.frozen_width():
            self._paint_first(painter, width)
        if self._carried is not None and self._target is not None:
            row = min(self._target, len(self.model_of_rows.rows))
            y = self.rowViewportPosition(row) if row < self.model_of_rows.rowCount() else self._bottom()
            painter.fillRect(0, max(y - 1, 0), self.viewport().width(), 2, theme.colour("link"))

    def _paint_first(self, painter: QPainter, width: int) -> None:
        first = max(self.rowAt(0), 0)
        chooser = self.selectionModel()
        for row in range(first, self.model_of_rows.rowCount()):
            top = self.rowViewportPosition(row)
            if top > self.viewport().height():
                break
            area = QRect(0, top, width, self.rowHeight(row))
            selected = chooser.isRowSelected(row, QModelIndex())
            painter.save()
            self.delegate.paint_cell(painter, area, self.model_of_rows.index(row, 0), selected=selected)
            painter.restore()
        painter.fillRect(width - 1, 0, 1, self._bottom(), theme.colour("line"))

    def _bottom(self) -> int:
        last = self.model_of_rows.rowCount() - 1
        return self.rowViewportPosition(last) + self.rowHeight(last) if last >= 0 else 0

    # --- A row carried elsewhere

    def take_hold(self, key: int | None, place: QPoint) -> None:
        """Take hold of a row."""
        self._carried = (key, place) if key is not None else None
        self._target = None

    def carry(self, place: QPoint) -> bool:
        """Carry the row taken hold of; tell whether there is one."""
        if self._carried is None:
            return False
        if self._target is None and (place - self._carried[1]).manhattanLength() < QApplication.startDragDistance():
            return True
        row = self.rowAt(place.y())
        if row < 0:
            row = len(self.model_of_rows.rows)
        elif place.y() > self.rowViewportPosition(row) + self.rowHeight(row) // 2:
            row += 1
        self._target = min(row, len(self.model_of_rows.rows))
        self.viewport().update()
        return True

    def let_go(self) -> tuple[int, int] | None:
        """Let a carried row go; return it and its new place among the rows, if that is another one."""
        carried, target = self._carried, self._target
        self._carried = self._target = None
        self.viewport().update()
        if carried is None or target is None:
            return None
        now = self.model_of_rows.place(carried[0])
        place = target - 1 if target > now else target
        return None if place == now or now < 0 else (carried[0], place)

    # --- Size and look

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_head"):
            self._measure()
            self.fit()
            self.viewport().update()
