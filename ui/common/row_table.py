"""A table of many rows: search, sort, and replacement of rows that keeps what the person was looking at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from ui import theme
from ui.common.column_room import widths_in
from ui.common.columns import Column, Row
from ui.common.row_delegate import RowDelegate
from ui.common.row_model import RowModel
from ui.common.rows import Folded
from ui.common.table_look import dress_table, set_row_height

SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate
WIDTHS_PAUSE = 400
FEW = 20
LEAST = 24
"""How narrow a column may become."""


class _Place(NamedTuple):
    """What the person was looking at: the rows chosen, the current one, and the first one in sight."""

    selected: frozenset[int]
    current: int | None
    top: int | None
    scroll: int


class RowTable(QTableView):
    """Rows under columns. A `fitting` one shares its width among them until the person has set one by hand.

    Signals:
      selected(ids)        the person chose other rows; replacing, searching and sorting send it only
                           when a chosen row is gone
      activated_row(id)    Enter or a double click
      delete_requested(ids)  the Delete key
      widths_changed(widths) the person made columns wider or narrower
    """

    selected = Signal(object)
    activated_row = Signal(object)
    delete_requested = Signal(object)
    widths_changed = Signal(object)

    def __init__(
        self, columns: Sequence[Column], parent: QWidget | None = None, *, folded: Folded | None = None,
        fitting: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._fits, self._hidden = fitting, set[int]()
        self._model = RowModel(columns, folded, self)
        self._quiet = False
        self._told: tuple[int, ...] = ()
        self.setModel(self._model)
        self._delegate = RowDelegate(self._model, self)
        self.setItemDelegate(self._delegate)
        dress_table(self, least=LEAST)
        self.horizontalHeader().setStretchLastSection(True)
        self.setWordWrap(False)
        self._measure()
        self._widths_timer = QTimer(self, singleShot=True, interval=WIDTHS_PAUSE)
        self._widths_timer.timeout.connect(lambda: self.widths_changed.emit(self.widths()))
        self.set_widths([theme.px(column.width) for column in columns])
        header = self.horizontalHeader()
        header.sectionResized.connect(lambda *_sizes: self._resized())
        header.sectionClicked.connect(self._sort_clicked)
        self.selectionModel().selectionChanged.connect(self._selection_moved)
        self.doubleClicked.connect(lambda index: self.activated_row.emit(self._model.store.shown[index.row()].id))

    def replace_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; selection, current row and scroll position follow the ids."""
        self._keeping_place(lambda: self._model.store.replace(rows))

    def search(self, query: str) -> int:
        """Show only rows that hold every word of the query, and return how many there are."""
        self._keeping_place(lambda: self._model.store.search(query), scroll=False)
        return len(self._model.store.shown)

    def sort_by(self, key: str | None, *, descending: bool = False) -> None:
        """Order the rows by a column; None gives the order they came in."""
        self._keeping_place(lambda: self._model.store.sort_by(key, descending=descending))
        self._show_order()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Use the same columns with other words, as after a change of language."""
        self._keeping_place(lambda: None)
        self._model.set_columns(columns)

    def rows(self) -> list[Row]:
        """Return the rows shown, in order."""
        return list(self._model.store.shown)

    def count(self) -> tuple[int, int]:
        """Return how many rows are shown and how many there are."""
        return len(self._model.store.shown), len(self._model.store)

    def selected_ids(self) -> tuple[int, ...]:
        """Return the ids of the rows chosen, in the order shown."""
        shown = self._model.store.shown
        return tuple(shown[index.row()].id for index in sorted(self.selectionModel().selectedRows()))

    def current_id(self) -> int | None:
        """Return the id of the current row."""
        index = self.currentIndex()
        return self._model.store.shown[index.row()].id if index.isValid() else None

    def select(self, ids: Iterable[int]) -> None:
        """Choose rows and bring the first into sight; `selected` is sent if that changes anything."""
        wanted = frozenset(ids)
        place = next((n for n, row in enumerate(self._model.store.shown) if row.id in wanted), None)
        current = None if place is None else self._model.store.shown[place].id
        self._restore(_Place(wanted, current, None, self.verticalScrollBar().value()))
        if place is not None:
            self.scrollTo(self._model.index(place, 0))
        self._tell()

    def widths(self) -> list[int]:
        """Return the widths of the columns."""
        return [self.columnWidth(place) for place in range(len(self._model.columns))]

    def set_widths(self, widths: Sequence[int]) -> None:
        """Set the widths of the columns; fewer or none leave the rest."""
        for place, width in enumerate(widths[: len(self._model.columns)]):
            self.setColumnWidth(place, max(width, LEAST))
        self._widths_timer.stop()

    def show_column(self, place: int, *, shown: bool) -> None:
        """Show a column or not, whatever room there is."""
        (self._hidden.discard if shown else self._hidden.add)(place)
        self.setColumnHidden(place, not shown)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Share the width among the columns anew, and leave out those there is no room for."""
        if not self._fits:
            return
        columns = self._model.columns
        shared = widths_in(self.viewport().width(), columns, self._hidden)
        for place in range(len(columns)):
            self.setColumnHidden(place, place not in shared)
        self.set_widths([shared.get(place, self.columnWidth(place)) for place in range(len(columns))])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns share the width."""
        super().resizeEvent(event)
        self.fit_columns()

    def _resized(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton and self.horizontalHeader().underMouse():
            self._fits = False
        self._widths_timer.start()

    def _measure(self) -> None:
        set_row_height(self, self._delegate.row_height())

    def _keeping_place(self, work: Callable[[], None], *, scroll: bool = True) -> None:
        """Do something to the rows; a search starts at the top again unless the current row was found."""
        place = self._place() if scroll else self._place()._replace(top=None)
        self._quiet = True
        self._model.change(work)
        self.updateGeometries()  # else the scroll bar still has the old range
        self._restore(place)
        if not scroll:
            self._show_current_or_top()
        self._quiet = False
        self._tell()

    def _place(self) -> _Place:
        shown = self._model.store.shown
        first = self.rowAt(0)
        top = shown[first].id if 0 <= first < len(shown) else None
        offset = (
            self.verticalScrollBar().value() - (self.rowViewportPosition(first) + self.verticalOffset()) if top else 0
        )
        return _Place(frozenset(self.selected_ids()), self.current_id(), top, offset)

    def _restore(self, place: _Place) -> None:
        """Choose the same ids again and bring the same row to the top."""
        selection, current, top = QItemSelection(), -1, -1
        last = len(self._model.columns) - 1
        if place.selected or place.current is not None or place.top is not None:
            ids = [row.id for row in self._model.store.shown]
            current, top = _position(ids, place.current), _position(ids, place.top)
            if len(place.selected) > FEW:
                chosen = [number for number, one in enumerate(ids) if one in place.selected]
            else:
                chosen = [number for one in place.selected if (number := _position(ids, one)) >= 0]
            for number in chosen:
                selection.select(self._model.index(number, 0), self._model.index(number, last))
        chooser = self.selectionModel()
        before, self._quiet = self._quiet, True
        chooser.setCurrentIndex(self._model.index(current, 0) if current >= 0 else QModelIndex(), NO_UPDATE)
        chooser.select(selection, CLEAR_AND_SELECT)
        self._quiet = before
        if top >= 0:
            self.verticalScrollBar().setValue(top * self.verticalHeader().defaultSectionSize() + place.scroll)

    def _show_current_or_top(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.verticalScrollBar().setValue(0)

    def _selection_moved(self) -> None:
        if not self._quiet:
            self._tell()

    def _tell(self) -> None:
        ids = self.selected_ids()
        if ids != self._told:
            changed = set(ids) != set(self._told)
            self._told = ids
            if changed:
                self.selected.emit(ids)

    def _sort_clicked(self, section: int) -> None:
        key = self._model.columns[section].key
        now = self._model.store.sorted_by()
        if now is None or now[0] != key:
            self.sort_by(key)
        elif not now[1]:
            self.sort_by(key, descending=True)
        else:
            self.sort_by(None)

    def _show_order(self) -> None:
        header, order = self.horizontalHeader(), self._model.store.sorted_by()
        header.setSortIndicatorShown(order is not None)
        if order is not None:
            place = [column.key for column in self._model.columns].index(order[0])
            down = Qt.SortOrder.DescendingOrder if order[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(place, down)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks to delete, Ctrl+C copies the rows chosen as lines of text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id() is not None:
            self.activated_row.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Delete and self._told:
            self.delete_requested.emit(self._told)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._as_lines())
        else:
            super().keyPressEvent(event)

    def _as_lines(self) -> str:
        places = [index.row() for index in sorted(self.selectionModel().selectedRows())]
        columns = range(len(self._model.columns))
        cells = ((str(self._model.data(self._model.index(row, column))) for column in columns) for row in places)
        return "\n".join("\t".join(line) for line in cells)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_delegate"):
            self._delegate.retheme()
            self._measure()
            self.viewport().update()


def _position(ids: Sequence[int], wanted: int | None) -> int:
    try:
        return -1 if wanted is None else ids.index(wanted)
    except ValueError:
        return -1
