"""The tabs of a page: a line under the one shown, and the number of findings beside the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ui import theme
from ui.common.buttons import IconButton
from ui.common.pill import Tone, paint_pill
from ui.translate import follow_language, t, tn


class Tab(NamedTuple):
    """A tab: its key, its name in the interface's language, and how many findings it holds."""

    key: str
    label: str
    badge: int = 0


class TabButton(QAbstractButton):
    """One tab; painted, but a button to screen readers."""

    def __init__(self, tab: Tab, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # it looks another way under the mouse
        self.tab = tab
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_tab(tab)

    def set_tab(self, tab: Tab) -> None:
        """Show another name or number."""
        self.tab = tab
        findings = tn("{n} finding", "{n} findings", tab.badge)
        self.setAccessibleName(f"{tab.label}, {findings}" if tab.badge else tab.label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Reserve the room of the bold name, so that choosing a tab moves nothing."""
        metrics = QFontMetrics(theme.font(semibold=True))
        width = metrics.horizontalAdvance(self.tab.label) + 2 * theme.px(10)
        if self.tab.badge:
            width += theme.px(6) + self._badge_width()
        return QSize(width, metrics.height() + theme.px(18))

    def _badge_width(self) -> int:
        metrics = QFontMetrics(theme.font(theme.SMALL, semibold=True))
        return metrics.horizontalAdvance(str(self.tab.badge)) + theme.px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name, the number, and the line of the tab shown."""
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.setFont(theme.font(semibold=chosen))
        painter.setPen(theme.colour("ink" if chosen or self.underMouse() else "muted"))
        left = theme.px(10)
        area = self.rect().adjusted(left, 0, 0, -2)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.tab.label)
        if self.tab.badge:
            height = theme.px(20)
            right = self.width() - left
            badge = QRect(right - self._badge_width(), (self.height() - height) // 2 - 1, self._badge_width(), height)
            paint_pill(painter, badge, str(self.tab.badge), Tone.ATTENTION, semibold=True)
        if chosen:
            painter.fillRect(0, self.height() - 2, self.width(), 2, theme.colour("link"))
        if self.hasFocus():
            painter.setPen(theme.colour("link"))
            painter.drawRoundedRect(self.rect().adjusted(1, 3, -2, -6), 4, 4)


class TabBar(QWidget):
    """Tabs in the order of the work. Signals: `chosen(key)` when a person, or `choose`, shows another one.

    ← → Home End move among them; those that find no room are in a menu at the end.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[TabButton] = []
        self._current = ""
        self._more = IconButton("chevron-down", parent=self, quiet=True, late=True, clicked=self._open_menu)
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._more.set_label(t("More pages"))

    def draw_icons(self) -> None:
        """Draw the icon of the menu, once the window was first painted."""
        self._more.draw_icon()

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """Show these tabs; the one shown stays if it is among them."""
        if [tab.key for tab in tabs] == [button.tab.key for button in self._buttons]:
            for button, tab in zip(self._buttons, tabs, strict=True):
                button.set_tab(tab)
        else:
            self._rebuild(tabs)
        self._arrange()

    def set_badges(self, numbers: Mapping[str, int]) -> None:
        """Show other numbers of findings; a key that is not given has none."""
        self.set_tabs([button.tab._replace(badge=numbers.get(button.tab.key, 0)) for button in self._buttons])

    def current(self) -> str:
        """Return the key of the tab shown, or ""."""
        return self._current

    def tabs(self) -> list[Tab]:
        """Return the tabs."""
        return [button.tab for button in self._buttons]

    def choose(self, key: str) -> None:
        """Show a tab, as if the person had chosen it."""
        if key == self._current or key not in [button.tab.key for button in self._buttons]:
            self._mark()
            return
        self._current = key
        self._mark()
        self._arrange()
        self.chosen.emit(key)

    def _rebuild(self, tabs: Sequence[Tab]) -> None:
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [TabButton(tab, self) for tab in tabs]
        for button in self._buttons:
            button.clicked.connect(partial(self._clicked, button.tab.key))
            button.show()
        keys = [tab.key for tab in tabs]
        self._current = self._current if self._current in keys else (keys[0] if keys else "")
        self._mark()

    def _clicked(self, key: str, _on: bool = False) -> None:
        self.choose(key)

    def _mark(self) -> None:
        for button in self._buttons:
            button.setChecked(button.tab.key == self._current)
            # One stop of Tab for all; the arrows lead on from there.
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _arrange(self) -> None:
        """Place the tabs that fit, the one shown always among them."""
        widths = [button.sizeHint().width() for button in self._buttons]
        room = self.width()
        all_fit = sum(widths) <= room
        room -= 0 if all_fit else self._more.sizeHint().width()
        current = next((n for n, button in enumerate(self._buttons) if button.tab.key == self._current), -1)
        left = 0
        for place, button in enumerate(self._buttons):
            reserved = widths[current] if place < current else 0
            fits = all_fit or left + widths[place] + reserved <= room
            button.setVisible(fits)
            if fits:
                button.setGeometry(left, 0, widths[place], self.height())
                left += widths[place]
        self._more.setVisible(not all_fit)
        size = self._more.sizeHint()
        self._more.setGeometry(self.width() - size.width(), (self.height() - size.height()) // 2, *size.toTuple())

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for button in self._buttons:
            if button.isHidden():
                tab = button.tab
                label = f"{tab.label}   {tab.badge}" if tab.badge else tab.label
                menu.addAction(label.replace("&", "&&"), partial(self.choose, tab.key))
        menu.exec(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the tabs."""
        keys = [button.tab.key for button in self._buttons]
        if not keys:
            return
        place = keys.index(self._current) if self._current in keys else 0
        moved = {Qt.Key.Key_Left: place - 1, Qt.Key.Key_Right: place + 1, Qt.Key.Key_Home: 0,
                 Qt.Key.Key_End: len(keys) - 1}.get(Qt.Key(event.key()))  # fmt: skip
        if moved is None:
            super().keyPressEvent(event)
            return
        self.choose(keys[moved % len(keys)])
        self._buttons[moved % len(keys)].setFocus()

    def sizeHint(self) -> QSize:
        """Return the room all tabs would take."""
        hints = [button.sizeHint() for button in self._buttons]
        height = max((hint.height() for hint in hints), default=QFontMetrics(theme.font()).height() + theme.px(18))
        return QSize(sum(hint.width() for hint in hints), height)

    def minimumSizeHint(self) -> QSize:
        """Tabs that do not fit go to a menu, so hardly any width is needed."""
        return QSize(theme.px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tabs anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line the tabs stand on."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
