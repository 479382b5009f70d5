"""What the checks found, each with its actions as links, and boxes of facts with dots."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.common.buttons import Link
from ui.common.fields import CaptionedField
from ui.common.flow import FlowLayout
from ui.common.labels import Heading, Muted, PlainLabel, plain_tooltip
from ui.common.leaving import let_go
from ui.common.pill import Dot, Tone
from ui.translate import t


class FindingRow(NamedTuple):
    """A finding: its key, its sentence, its weight, the word for that weight, and (key, words) of its actions.

    `dismiss` are the words of the link behind which a reason is asked for; `aside` is said in grey under the sentence.
    """

    key: str
    text: str
    tone: Tone | str = Tone.ATTENTION
    actions: tuple[tuple[str, str], ...] = ()
    weight: str = ""
    dismiss: str = ""
    aside: str = ""


class FindingsList(QWidget):
    """A heading and the findings under it.

    Signals: `acted(finding_key, action_key)`; `dismissed(finding_key, reason)` once a reason was written.
    """

    acted = Signal(str, str)
    dismissed = Signal(str, str)

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self._heading = Heading(heading, self)
        self._nothing = Muted("", self, wrap=True)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._nothing)
        self._findings: tuple[FindingRow, ...] = ()
        self._views: list[QWidget] = []
        self.set_heading(heading)

    def set_heading(self, heading: str, nothing: str = "") -> None:
        """Show another heading, and the sentence for when nothing was found."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._nothing.setText(nothing)
        self._nothing.setVisible(bool(nothing) and not self._findings)

    def findings(self) -> tuple[FindingRow, ...]:
        """Return the findings shown."""
        return self._findings

    def set_findings(self, findings: Sequence[FindingRow]) -> None:
        """Show these findings; the same ones again change nothing."""
        if tuple(findings) == self._findings:
            return
        self._findings = tuple(findings)
        let_go(self._column, self._views)
        self._views = [self._view(finding) for finding in self._findings]
        for view in self._views:
            self._column.addWidget(view)
        self._nothing.setVisible(bool(self._nothing.text()) and not self._findings)

    def _view(self, finding: FindingRow) -> QWidget:
        view = QWidget(self)
        view.setAccessibleName(f"{finding.weight}: {finding.text}" if finding.weight else finding.text)
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(Dot(finding.tone, view), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(finding.text, view, wrap=True))
        if finding.aside:
            column.addWidget(Muted(finding.aside, view, wrap=True))
        if finding.actions or finding.dismiss:
            column.addLayout(self._actions(finding, view))
        if finding.dismiss:
            reason = ReasonLine(view)
            reason.given.connect(partial(self.dismissed.emit, finding.key))
            column.addWidget(reason)
        row.addLayout(column, 1)
        return view

    def _actions(self, finding: FindingRow, view: QWidget) -> FlowLayout:
        flow = FlowLayout(gap=2, line_gap=0)
        for place, (key, words) in enumerate(finding.actions):
            if place:
                flow.addWidget(PlainLabel("·", view, role="muted"))
            flow.addWidget(WayOut(words, view, clicked=partial(self.acted.emit, finding.key, key)))
        if finding.dismiss:
            if finding.actions:
                flow.addWidget(PlainLabel("·", view, role="muted"))
            flow.addWidget(Link(finding.dismiss, view, clicked=partial(_ask_reason, view)))
        return flow


class WayOut(Link):
    """A link that is cut where its line ends: it may name a long title, and must not widen what it stands in."""

    def __init__(self, words: str, parent: QWidget, *, clicked: Callable[[], object]) -> None:
        self._words = self._cut = words
        super().__init__(words, parent, clicked=clicked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the room of all the words."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        more = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self._cut)
        return QSize(hint.width() + more, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Need room for a few letters."""
        hint = self.sizeHint()
        return QSize(min(theme.px(60), hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room there is."""
        super().resizeEvent(event)
        missing = self.sizeHint().width() - self.width()
        room = self.fontMetrics().horizontalAdvance(self._words) - missing
        elided = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        cut = elided if missing > 0 else self._words
        if cut != self._cut:
            self._cut = cut
            self.setText(cut.replace("&", "&&"))
            plain_tooltip(self, self._words if cut != self._words else "")


class ReasonLine(QLineEdit):
    """Where a reason is written: hidden until asked for. Enter gives it, Escape gives it up. Signals: `given(str)`."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(t("It is no problem, because…"))
        self.setAccessibleName(t("It is no problem, because…"))
        self.setMaxLength(400)
        self.hide()
        self.returnPressed.connect(self._give)

    def ask(self) -> None:
        """Show the line and put the cursor into it."""
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give it up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.hide()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        if words := self.text().strip():
            self.given.emit(words)


def _ask_reason(view: QWidget) -> None:
    for line in view.findChildren(ReasonLine):
        line.ask()


class Fact(NamedTuple):
    """A line of a box of facts: its text, a dot of a side or state, a muted tail, and a link (key, words)."""

    text: str
    dot: Tone | str = ""
    tail: str = ""
    link: tuple[str, str] | None = None


class FactsField(CaptionedField):
    """A captioned box of lines that are read, not typed. Signals: `acted(link_key)`."""

    acted = Signal(str)

    def __init__(self, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption, parent)
        self._facts: tuple[Fact, ...] = ()
        self._box = QFrame(self)
        self._box.setProperty("kind", "bar")
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(theme.px(9), theme.px(6), theme.px(9), theme.px(6))
        self._lines.setSpacing(1)
        self._views: list[QWidget] = []
        self._column.addWidget(self._box)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these lines."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        let_go(self._lines, self._views)
        self._views = [self._view(fact) for fact in self._facts]
        for view in self._views:
            self._lines.addWidget(view)

    def _view(self, fact: Fact) -> QWidget:
        view = QWidget(self._box)
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        if fact.dot:
            row.addWidget(Dot(fact.dot, view), 0, Qt.AlignmentFlag.AlignTop)
        label = PlainLabel(fact.text, view, wrap=True)
        label.setMinimumWidth(theme.px(70))
        row.addWidget(label, 1)
        if fact.tail:
            row.addWidget(Muted(fact.tail, view))
        if fact.link:
            key, words = fact.link
            row.addWidget(Link(words, view, strong=True, clicked=partial(self.acted.emit, key)))
        return view
