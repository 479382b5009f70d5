"""A popup to tick people in: found by typing, ticked by Space, taken by Enter."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from planner.language.search import fold
from planner.queries.logistics import PlaceRow
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import Button, Link
from ui.common.filter_bar import SearchBox
from ui.common.labels import Muted, PlainLabel
from ui.common.named import shown
from ui.logistics.words import name_of
from ui.translate import t, tn

ID = int(Qt.ItemDataRole.UserRole)
FOLDED = ID + 1


class PeopleList(QListWidget):
    """People with a box each. Signals: `taken()` on Enter."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take those ticked on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class ChoosePeople(QFrame):
    """Attributes: `search`, `list`, `add`. Signals: `wanted(ids)` of those ticked, in the order of the lists."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget, heading: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "panel")
        self.search = SearchBox(t("Type to find"), parent=self)
        self.list = PeopleList(self)
        self.list.setProperty("kind", "flat")
        self.list.setAccessibleName(heading)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add = Button("", self, kind="primary", clicked=self._take)
        self.all = Link(t("All"), self, clicked=lambda: self._tick(on=True))
        self.none = Link(t("Nobody"), self, clicked=lambda: self._tick(on=False))
        self.nobody = Muted(t("Nobody is left to choose."), self, wrap=True)
        self._arrange(heading)
        self.search.searched.connect(self._find)
        self.search.left_downwards.connect(self._go_down)
        self.list.itemChanged.connect(lambda _item: self._count())
        self.list.taken.connect(self._take)

    def _arrange(self, heading: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(PlainLabel(heading, self, role="strong", wrap=True))
        for widget in (self.search, self.nobody):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.all)
        foot.addWidget(self.none)
        foot.addStretch(1)
        foot.addWidget(self.add)
        column.addLayout(foot)

    def offer(self, people: Sequence[PlaceRow], tags: Sequence[Language], *, ticked: Collection[int] = ()) -> None:
        """Offer these people, some of them ticked."""
        self.list.blockSignals(True)  # an item tells of each thing that is said of it
        for one in people:
            name, post = name_of(one, tags), shown(one.position, *tags)
            words = f"{name} · {post}" if post and post != name else name
            item = QListWidgetItem(words, self.list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.id in ticked else Qt.CheckState.Unchecked)
            item.setData(ID, one.id)
            item.setData(FOLDED, fold(words))
        self.list.blockSignals(False)
        self.nobody.setVisible(not people)
        for widget in (self.list, self.search, self.all, self.none):
            widget.setVisible(bool(people))
        self._count()

    def open_under(self, field: QWidget) -> None:
        """Open below a button, ready to be typed into."""
        self.resize(theme.px(420), theme.px(min(150 + 30 * max(self.list.count(), 1), 460)))
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        if screen := field.screen():
            area = screen.availableGeometry()
            place.setX(max(area.left(), min(place.x(), area.right() - self.width())))
            place.setY(max(area.top(), min(place.y(), area.bottom() - self.height())))
        self.move(place)
        self.show()
        self.search.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def ticked(self) -> tuple[int, ...]:
        """Return who is ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(int(item.data(ID)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _tick(self, *, on: bool) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if not item.isHidden():
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _find(self, words: str) -> None:
        wanted = fold(words).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in item.data(FOLDED) for word in wanted))

    def _go_down(self) -> None:
        """Lead from the search into the list, at the first person found."""
        for row in range(self.list.count()):
            if not self.list.item(row).isHidden():
                self.list.setCurrentRow(row)
                break
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        count = len(self.ticked())
        self.add.set_text(tn("Add {n} person", "Add {n} people", count) if count else t("Add"))
        self.add.setEnabled(count > 0)

    def _take(self) -> None:
        if found := self.ticked():
            self.wanted.emit(found)
            self.close()
