"""Choosing one thing out of a register: a popup with a folded search, and the field that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.language.search import fold
from ui import theme
from ui.common.buttons import Button
from ui.common.columns import Column
from ui.common.fields import CaptionedField
from ui.common.filter_bar import SearchBox
from ui.common.row_table import RowTable
from ui.translate import t


class Offer(NamedTuple):
    """One thing that can be chosen: its value, what it is called, a grey remark, and folded words to find it by."""

    id: int
    value: Any
    label: str
    remark: str = ""
    folded: str = ""


def offers(found: Sequence[tuple[Any, str]]) -> list[Offer]:
    """Make offers of (value, label) pairs."""
    return [Offer(place, value, label) for place, (value, label) in enumerate(found)]


class OfferList(RowTable):
    """Offers as a list of one column, without a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        column = Column("label", "", lambda offer: offer.label, 200, second=lambda offer: offer.remark)
        super().__init__([column], parent, folded=lambda offer: offer.folded or fold(f"{offer.label} {offer.remark}"))
        self.horizontalHeader().hide()
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def chosen(self) -> Offer | None:
        """Return the offer chosen, else the first one found."""
        rows: Sequence[Any] = self.rows()
        current = self.current_id()
        return next((row for row in rows if row.id == current), rows[0] if rows else None)


class Picker(QFrame):
    """A popup under a field. Signals: `picked(value)`; `new_wanted(text)` by the button at its foot."""

    picked = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, parent: QWidget, *, new: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        self.search = SearchBox(t("Type to find"), parent=self)
        self.search.searched.connect(self._search)
        self.search.left_downwards.connect(self._go_down)
        self.search.line.installEventFilter(self)
        self.list = OfferList(self)
        self.list.activated_row.connect(lambda _id: self._take())
        self.list.clicked.connect(lambda _index: self._take())
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._new = Button(new, self, kind="linkstrong", clicked=self._wants_new)
        self._new.setVisible(bool(new))
        column.addWidget(self._new)

    def set_offers(self, found: Sequence[Offer]) -> None:
        """Show what can be chosen."""
        self.list.replace_rows(found)

    def open_under(self, field: QWidget, *, width: int = 0) -> None:
        """Open below a field, with the search ready to type into."""
        self.resize(max(width or field.width(), theme.px(260)), theme.px(300))
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        if screen := field.screen():
            area = screen.availableGeometry()
            place.setX(max(area.left(), min(place.x(), area.right() - self.width())))
            if place.y() + self.height() > area.bottom():
                place.setY(max(area.top(), field.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        self.move(place)
        self.search.clear()
        self.show()
        self.search.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the first offer on Enter in the search line, before it leads to the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        return False

    def _search(self, words: str) -> None:
        self.list.search(words)

    def _go_down(self) -> None:
        rows = self.list.rows()
        if rows:
            self.list.select([rows[0].id])
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        offer = self.list.chosen()
        if offer is not None:
            self.hide()
            self.picked.emit(offer.value)

    def _wants_new(self) -> None:
        words = self.search.text().strip()
        self.hide()
        self.new_wanted.emit(words)


class ReferenceField(CaptionedField):
    """Shows one thing of a register; a click, Enter or ↓ opens the picker.

    Signals: `edited(value)`; `new_wanted(text)`; `opened()` before the picker is shown, to bring its offers.
    """

    new_wanted = Signal(str)
    opened = Signal()

    def __init__(self, caption: str = "", parent: QWidget | None = None, *, empty: str = "—", new: str = "") -> None:
        super().__init__(caption, parent)
        self._empty, self._new_words = empty, new
        self._offers: list[Offer] = []
        self._value: Any = None
        self._picker: Picker | None = None
        self.button = _FieldButton("", self, clicked=self.open_picker)
        self._place(self.button)

    def set_offers(self, found: Sequence[Offer], *, optional: bool = True) -> None:
        """Set what can be chosen; `optional` puts "nothing" first."""
        self._offers = [Offer(-1, None, self._empty), *found] if optional else list(found)
        self._show()
        if self._picker is not None:
            self._picker.set_offers(self._offers)

    def set_words(self, caption: str, *, empty: str = "—", new: str = "") -> None:
        """Say everything in the interface's language."""
        self.set_caption(caption)
        self._empty, self._new_words = empty, new
        if self._offers and self._offers[0].id == -1:
            self._offers[0] = Offer(-1, None, empty)
        self._show()

    def value(self) -> Any:
        """Return the value chosen, or None."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a value; nothing is sent."""
        self._value = value
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read only."""
        self.button.setEnabled(not read_only)

    def open_picker(self) -> None:
        """Open the list to choose from."""
        if self._picker is not None:
            self._picker.deleteLater()
        self._picker = Picker(self, new=self._new_words)
        self._picker.picked.connect(self._take)
        self._picker.new_wanted.connect(self.new_wanted)
        self.opened.emit()
        self._picker.set_offers(self._offers)
        self._picker.open_under(self.button)

    def picker(self) -> Picker | None:
        """Return the picker while there is one."""
        return self._picker

    def _take(self, value: Any) -> None:
        if value != self._value:
            self.set_value(value)
            self.edited.emit(value)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        with QSignalBlocker(self.button):
            label = next((offer.label for offer in self._offers if offer.value == self._value), self._empty)
            self.button.set_label(label)


class _FieldButton(Button):
    """A button that looks like a field: its text on the left, shortened where it does not fit."""

    def __init__(self, text: str, parent: QWidget, *, clicked: Any) -> None:
        super().__init__("", parent, clicked=clicked)
        self._label = text
        self.setProperty("kind", "field")
        self.setStyleSheet("text-align: left;")

    def set_label(self, label: str) -> None:
        """Show a label."""
        self._label = label
        room = max(self.width() - theme.px(40), theme.px(60))
        name = self.accessibleName()
        self.set_text(self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, room) + " ▾")
        self.setAccessibleName(name)
        self.setAccessibleDescription(label)

    def label(self) -> str:
        """Return the whole label."""
        return self._label

    def resizeEvent(self, event: Any) -> None:
        """Shorten the label anew."""
        super().resizeEvent(event)
        self.set_label(self._label)

    def minimumSizeHint(self) -> Any:
        """Let the label be shortened."""
        hint = super().minimumSizeHint()
        hint.setWidth(theme.px(60))
        return hint

    def sizeHint(self) -> Any:
        """Ask for no more width than a field."""
        hint = super().sizeHint()
        hint.setWidth(theme.px(80))
        return hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on ↓ and Enter too."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
