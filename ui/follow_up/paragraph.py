"""One paragraph: the grip it is moved by, its words in the languages of the event, and what else is known of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from planner.rules.text import Language
from ui import theme
from ui.common.buttons import IconButton
from ui.common.text_fields import Target
from ui.context import Context
from ui.follow_up.entries import Entry
from ui.follow_up.facts import Facts
from ui.follow_up.grip import Grip
from ui.follow_up.written import Words
from ui.translate import t

KEY = Qt.Key


class ParagraphView(QWidget):
    """Signals: `step_wanted(step)` to move it; `removal_wanted()`; `dragged(y)` and `dropped()` by its grip.

    Attributes: `words`, its text; `facts`, the fields beside it, or None.
    """

    step_wanted = Signal(int)
    removal_wanted = Signal()
    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, context: Context, table: str, row_id: int, parent: QWidget, *, facts: Facts | None) -> None:
        super().__init__(parent)
        self.context, self._table, self.row_id, self.facts = context, table, row_id, facts
        self._kept = False
        self.grip, self.words = Grip(self), Words(context, "", self, lines=2, optional=True)
        self.more = IconButton("more", "", self, quiet=True, clicked=self._open_menu)
        self.menu = QMenu(self)
        self.up = self.menu.addAction("", lambda: self.step_wanted.emit(-1))
        self.down = self.menu.addAction("", lambda: self.step_wanted.emit(1))
        self.gone = self.menu.addAction("", self.removal_wanted.emit)
        self.words.offers.other_keys = self._read_key
        self.words.emptied.connect(self._left_empty)
        self.grip.dragged.connect(self.dragged)
        self.grip.dropped.connect(self.dropped)
        self._arrange()

    def show_entry(self, entry: Entry, languages: tuple[Language, ...]) -> None:
        """Show the paragraph as it is now."""
        self._kept = entry.kept
        self.grip.set_label(t("Drag to another place, or press Alt+↑ and Alt+↓"))
        self.more.set_label(t("What can be done with the paragraph"))
        self.up.setText(t("Move up"))
        self.down.setText(t("Move down"))
        self.gone.setText(t("Remove"))
        self.words.set_caption(entry.caption)
        self.words.show_text(Target(self._table, self.row_id, "words"), entry.words, languages)

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read and copied only."""
        self.grip.setVisible(not read_only)
        self.more.setVisible(not read_only)
        self.words.set_read_only(read_only)
        if self.facts is not None:
            self.facts.set_read_only(read_only)

    def take_focus(self) -> None:
        """Put the cursor into the first wording."""
        if fields := self.words.fields():
            fields[0].sides()[0].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in the order of the eye."""
        boxes: list[QWidget] = [side.box for field in self.words.fields() for side in field.sides()]
        beside = self.facts.stops() if self.facts is not None else []
        above = self.facts is not None and self.facts.above
        return [*(beside + boxes if above else boxes + beside), self.more]

    def _read_key(self, _tag: Language, event: QKeyEvent) -> bool:
        """Move by Alt+↑ and Alt+↓; Delete takes an empty paragraph away."""
        if self.context.read_only is not None:
            return False
        steps = {KEY.Key_Up: -1, KEY.Key_Down: 1}
        step = steps.get(KEY(event.key()))
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step is not None:
            self.words.flush()
            self.step_wanted.emit(step)
            return True
        if event.key() in (KEY.Key_Delete, KEY.Key_Backspace) and self.words.is_empty():
            self._remove()
            return True
        return False

    def _left_empty(self) -> None:
        if not self._kept and self.context.read_only is None:
            self._remove()

    def _remove(self) -> None:
        self.words.discard()
        self.removal_wanted.emit()

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(theme.px(6))
        above = self.facts is not None and self.facts.above
        for widget in (self.facts, self.words) if above else (self.words, self.facts):
            if widget is not None:
                middle.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(4))
        row.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
