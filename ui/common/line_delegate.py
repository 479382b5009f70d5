"""What tables that are typed into share of their editors: one line, how it begins, how keys end it, where they lead."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LineDelegate(QStyledItemDelegate):
    """Signals: `beside(-1 or 1)`, to the line above or below."""

    beside = Signal(int)

    def __init__(self, words: QAbstractItemModel, view: QTableView) -> None:
        super().__init__(view)
        self._words = words

    def line(self, parent: QWidget, name: str) -> QLineEdit:
        """Return an editor in a cell of the column of this name."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(name)
        editor.setStyleSheet("QLineEdit { border-radius: 0; padding: 0 4px; }")
        return editor

    def end(self, editor: QLineEdit, hint: QStyledItemDelegate.EndEditHint) -> None:
        """End the typing in an editor as a key does, unless the focus left it already and that ended it."""
        if editor.isVisible():
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, hint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what there is, all of it selected."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            words = str(self._words.data(index, Qt.ItemDataRole.EditRole) or "")
            editor.setText(words)
            editor.setSelection(len(words), -len(words))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Send what was typed."""
        if isinstance(editor, QLineEdit):
            self._words.setData(index, editor.text())


def step_of(event: QEvent) -> int:
    """Return where ↑ or ↓ without another key leads from an editor: -1 or 1; 0 for any other key."""
    if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return 0
    return STEPS.get(Qt.Key(event.key()), 0)
