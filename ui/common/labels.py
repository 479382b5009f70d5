"""Labels that show data as plain text: nothing that comes from a field is ever read as markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

# As `html.escape`, which takes 1 ms of the start to import.
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


class PlainLabel(QLabel):
    """A label that cannot be anything but plain text.

    `role` dresses it: body (""), "muted", "small", "strong", "heading", "title", "group", "attention",
    "stop". With `elide` the text ends in "…" where it does not fit and the whole of it is the tooltip;
    with `wrap` it breaks into lines.
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: str = "", elide: bool = False, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._elide = elide
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setProperty("role", role)  # before the label is first dressed, so that it need not be dressed anew
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Dress the label anew."""
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)

    def setText(self, text: str) -> None:
        """Show the text; a shortcut mark is never read out of data."""
        super().setText(text)
        self.setAccessibleName(text)
        self._explain()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tooltip of a shortened text right."""
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        if self._elide:
            fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
            plain_tooltip(self, "" if fits else self.text())

    def minimumSizeHint(self) -> QSize:
        """Let an eliding label shrink to nothing but its height."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, shortened if need be."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)


class Muted(PlainLabel):
    """Secondary text in the body's size."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, elide: bool = False, wrap: bool = False
    ) -> None:
        super().__init__(text, parent, role="muted", elide=elide, wrap=wrap)


class Caption(PlainLabel):
    """Small secondary text, as above a field."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, elide: bool = False, wrap: bool = False
    ) -> None:
        super().__init__(text, parent, role="small", elide=elide, wrap=wrap)


class Heading(PlainLabel):
    """The heading of a card or of the inspector."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, elide: bool = False, wrap: bool = False
    ) -> None:
        super().__init__(text, parent, role="heading", elide=elide, wrap=wrap)


class Title(PlainLabel):
    """The heading of a page."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, elide: bool = False, wrap: bool = False
    ) -> None:
        super().__init__(text, parent, role="title", elide=elide, wrap=wrap)


class Rule(QFrame):
    """A line of one pixel across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rule")


def plain_tooltip(widget: QWidget, text: str) -> None:
    """Set a tooltip that shows exactly this text; markup in it stays visible characters."""
    widget.setToolTip(f"<span>{text.translate(_ESCAPED)}</span>" if text else "")  # sink-ok: escaped here


def restyle(widget: QWidget) -> None:
    """Have the stylesheet looked up again after a property it depends on has changed."""
    if style := widget.style():
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
