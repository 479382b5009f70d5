"""Keys and mouse as a person uses them: events with text, since `QTest.keyClicks` aborts on Cyrillic."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def type_text(widget: QWidget, text: str) -> None:
    """Type a text, letter by letter, in any script."""
    for letter in text:
        _send(widget, Qt.Key.Key_Return if letter == "\n" else Qt.Key(0), NONE, letter)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key."""
    _send(widget, key, modifiers, "")


def _send(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def drag(
    widget: QWidget, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE, *, drop: bool = True
) -> None:
    """Press, move in steps, and let go (unless not to drop)."""
    QTest.mousePress(widget, LEFT, modifiers, start)
    for step in range(1, 5):
        _move(widget, start + (end - start) * step / 4, modifiers)
    if drop:
        QTest.mouseRelease(widget, LEFT, modifiers, end)


def _move(widget: QWidget, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent

    there = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove, there, widget.mapToGlobal(there), Qt.MouseButton.NoButton, LEFT, modifiers
    )
    QApplication.sendEvent(widget, event)
