"""White cards with a heading: rows of facts, each with a lead, a text, a remark and links."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.common.buttons import Link
from ui.common.labels import Caption, Heading, Muted, PlainLabel
from ui.common.leaving import let_go
from ui.common.pill import Dot, Pill, Tone, ink_role

_WORD = 130
"""Pixels a long word of a row has to itself at most before it is cut."""


class CardRow(NamedTuple):
    """One row of a card.

    `lead` stands in a column of its own on the left ("7 May"), `dot` before the text, `right` in grey after
    it, `links` are (key, words) of what can be done; `share` (0 to 1) draws a bar of the tone `bar` under it.
    """

    text: str
    key: str = ""
    lead: str = ""
    right: str = ""
    dot: Tone | str = ""
    links: tuple[tuple[str, str], ...] = ()
    pill: str = ""
    pill_tone: Tone | str = Tone.NEUTRAL
    share: float | None = None
    bar: Tone | str = Tone.FINE
    muted: bool = False


class Meter(QWidget):
    """A thin bar that shows a share of a whole; the words beside it say the same."""

    def __init__(self, share: float, tone: Tone | str = Tone.FINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._tone = share, tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, tone: Tone | str | None = None) -> None:
        """Show another share (0 to 1)."""
        self._share, self._tone = share, tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(60, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the whole in pale and the share in the tone's ink."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sidebar" if not theme.is_dark() else "line"))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        width = self.width() * min(max(self._share, 0.0), 1.0)
        painter.setBrush(theme.colour(ink_role(self._tone)))
        painter.drawRoundedRect(QRectF(0, 0, width, self.height()), 2, 2)


class CardRowView(QFrame):
    """A row on the screen. Signals: `acted(row_key, link_key)`."""

    acted = Signal(str, str)

    def __init__(self, row: CardRow, parent: QWidget, *, lead_width: int, last: bool) -> None:
        super().__init__(parent)
        self._row = row
        self.setProperty("kind", "" if last or row.share is not None else "row")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(5), 0, theme.px(4 if row.share is not None else 5))
        column.setSpacing(theme.px(6))
        line = QHBoxLayout()
        line.setSpacing(8)
        column.addLayout(line)
        if row.dot:
            line.addWidget(Dot(row.dot, self), 0, Qt.AlignmentFlag.AlignTop)
        if lead_width:
            line.addWidget(self._lead(lead_width), 0, Qt.AlignmentFlag.AlignTop)
        text = PlainLabel(row.text, self, role="muted" if row.muted else "", wrap=True)
        text.setMinimumWidth(min(_longest_word(text), theme.px(_WORD)))
        line.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        self._add_end(line)
        if row.share is not None:
            column.addWidget(Meter(row.share, row.bar, self))

    def _lead(self, width: int) -> QWidget:
        lead = Muted(self._row.lead, self)
        lead.setMinimumWidth(width)
        return lead

    def _add_end(self, line: QHBoxLayout) -> None:
        if self._row.pill:
            line.addWidget(Pill(self._row.pill, self._row.pill_tone, self), 0, Qt.AlignmentFlag.AlignTop)
        if self._row.right:
            line.addWidget(Muted(self._row.right, self), 0, Qt.AlignmentFlag.AlignTop)
        for key, words in self._row.links:
            link = Link(words, self, clicked=partial(self.acted.emit, self._row.key, key))
            line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)


def _longest_word(label: PlainLabel) -> int:
    metrics = label.fontMetrics()
    return max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0) + 2


class Card(QFrame):
    """A card. Signals: `acted(row_key, link_key)` when a link of a row is taken.

    Any widget may be put in by `add`; `set_rows` shows rows of facts under it.
    """

    acted = Signal(str, str)

    def __init__(self, heading: str = "", caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._heading = Heading(heading, self)
        self._caption = Caption(caption, self, elide=True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._top = QHBoxLayout()
        self._top.addWidget(self._heading)
        self._top.addWidget(self._caption, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(4)
        self._column.addLayout(self._top)
        self._body = QVBoxLayout()
        self._body.setSpacing(4)
        self._column.addLayout(self._body)
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(0)
        self._column.addLayout(self._rows_box)
        self._column.addStretch(1)
        self._rows: tuple[CardRow, ...] = ()
        self._views: list[CardRowView] = []
        self.set_heading(heading, caption)

    def set_heading(self, heading: str, caption: str = "") -> None:
        """Show another heading and the remark on its right."""
        self._heading.setText(heading)
        self._caption.setText(caption)
        self._heading.setVisible(bool(heading))
        self._caption.setVisible(bool(caption))
        self.setAccessibleName(heading)

    def add(self, widget: QWidget) -> None:
        """Put a widget under the heading, before the rows."""
        self._body.addWidget(widget)

    def add_to_heading(self, widget: QWidget) -> None:
        """Put a small widget, as a link, at the right end of the heading."""
        self._top.addWidget(widget)

    def rows(self) -> tuple[CardRow, ...]:
        """Return the rows shown."""
        return self._rows

    def set_rows(self, rows: Sequence[CardRow]) -> None:
        """Show these rows; the same ones again change nothing."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._rebuild()

    def _rebuild(self) -> None:
        let_go(self._rows_box, self._views)
        leads = any(row.lead for row in self._rows)
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(row.lead) for row in self._rows), default=0)
        lead_width = max(theme.px(72), widest + 4) if leads else 0
        self._views = []
        for place, row in enumerate(self._rows):
            view = CardRowView(row, self, lead_width=lead_width, last=place == len(self._rows) - 1)
            view.acted.connect(self.acted)
            self._views.append(view)
            self._rows_box.addWidget(view)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._views:
            self._rebuild()
