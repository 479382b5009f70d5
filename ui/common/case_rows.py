"""The six Russian cases of a name or a text: each suggested in grey, or confirmed by a person."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.language.catalog import mark
from planner.language.declension import OBLIQUE, Case
from ui import theme
from ui.common.buttons import IconButton, Link
from ui.common.fields import Line
from ui.common.labels import Caption, PlainLabel, plain_tooltip
from ui.translate import follow_language, t

CASES = {
    Case.NOM: mark("Nominative"),
    Case.GEN: mark("Genitive"),
    Case.DAT: mark("Dative"),
    Case.ACC: mark("Accusative"),
    Case.INS: mark("Instrumental"),
    Case.PREP: mark("Prepositional"),
}


class CaseLine(Line):
    """A form. The suggestion is its placeholder; Enter, or Ctrl+Space, takes it. Signals: `confirmed()`."""

    confirmed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the suggestion; what is typed is confirmed by typing it."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self.text() and not self.isReadOnly() and (enter or (control and event.key() == Qt.Key.Key_Space)):
            self.confirmed.emit()
            return
        super().keyPressEvent(event)


class CaseRows(QWidget):
    """A heading with what is confirmed, and the six forms, folded away where `folded`.

    Signals: `confirmed({case: form})`; an empty form is confirmed no longer.
    """

    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, folded: bool = False) -> None:
        super().__init__(parent)
        self._forms: dict[str, str] = {}
        self._suggested: dict[str, str] = {}
        self._why_not = ""
        self._folded = folded
        self.title = PlainLabel("", self, role="small" if folded else "strong")
        self.state = Caption("", self, elide=True)
        self.all = Link("", self, strong=True, clicked=self._confirm_all)
        self.fold = IconButton("chevron-up", "", self, quiet=True, clicked=self._turn)
        self.unfold = IconButton("chevron-down", "", self, quiet=True, clicked=self._turn)
        self.hint = Caption("", self, wrap=True)
        self.nominative = PlainLabel("", self, wrap=True)
        self.lines = {case: CaseLine(self) for case in OBLIQUE}
        self.links = {
            case: Link("✓", self, strong=True, clicked=partial(self._confirm, case)) for case in OBLIQUE
        }
        self._captions = {case: Caption("", self) for case in Case}
        self._sheet = QWidget(self)
        self._arrange()
        for case, line in self.lines.items():
            line.settled.connect(partial(self._typed, case))
            line.confirmed.connect(partial(self._confirm, case))
        follow_language(self.retranslate)

    def show_forms(
        self, nominative: str, forms: Mapping[str, str], suggested: Mapping[Case, str], why_not: str = ""
    ) -> None:
        """Show confirmed forms and suggested ones; `why_not` says why there are none of these."""
        self._forms = dict(forms)
        self._suggested = {case.value: form for case, form in suggested.items()}
        self._why_not = why_not
        self.nominative.setText(nominative)
        for case, line in self.lines.items():
            line.setPlaceholderText(self._suggested.get(case.value, ""))
            line.show_text(self._forms.get(case.value, ""))
        self._say()

    def set_read_only(self, read_only: bool) -> None:
        """Let the forms be read only."""
        for line in self.lines.values():
            line.setReadOnly(read_only)
        for link in (self.all, *self.links.values()):
            link.setEnabled(not read_only)

    def flush(self) -> None:
        """Send what waits."""
        for line in self.lines.values():
            line.pause.flush()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(t("Cases"))
        self.all.set_text(t("Confirm all"))
        self.fold.set_label(t("Hide"))
        self.unfold.set_label(t("Show the cases"))
        for case, caption in self._captions.items():
            caption.setText(t(CASES[case]))
        for case, link in self.links.items():
            link.setAccessibleName(f"{t('Confirm')}: {t(CASES[case])}")
            plain_tooltip(link, t("Confirm"))
            self.lines[case].setAccessibleName(f"{t('Cases')} — {t(CASES[case])}")
        self._say()

    def _say(self) -> None:
        count = sum(case.value in self._forms for case in OBLIQUE)
        if count == len(OBLIQUE):
            self.state.setText(t("all confirmed"))
        elif count:
            self.state.setText(t("{n} of 5 confirmed", n=count))
        else:
            self.state.setText(t("suggested") if self._suggested else t("not recorded"))
        for case, link in self.links.items():
            link.setVisible(case.value in self._suggested and case.value not in self._forms)
        self.all.setVisible(bool(self._waiting()) and not self._folded)  # nobody confirms what they do not see
        self.fold.setVisible(not self._folded)
        self.unfold.setVisible(self._folded)
        self.hint.setText(self._why_not)
        self.hint.setVisible(bool(self._why_not) and not self._folded)
        self._sheet.setVisible(not self._folded)

    def _waiting(self) -> dict[str, str]:
        """Return the suggestions of cases without a confirmed form."""
        return {case: form for case, form in self._suggested.items() if case not in self._forms}

    def _typed(self, case: Case, form: str) -> None:
        if form != self._forms.get(case.value, ""):
            self.confirmed.emit({case.value: form})

    def _confirm(self, case: Case) -> None:
        if case.value in self._waiting():
            self.confirmed.emit({case.value: self._suggested[case.value]})

    def _confirm_all(self) -> None:
        self.confirmed.emit(self._waiting())

    def _turn(self) -> None:
        self._folded = not self._folded
        self._say()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title)
        top.addWidget(self.state, 1)
        top.addWidget(self.all)
        top.addWidget(self.fold)
        top.addWidget(self.unfold)
        grid = QGridLayout(self._sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, theme.px(24))
        grid.addWidget(self._captions[Case.NOM], 0, 0)
        grid.addWidget(self.nominative, 0, 1, 1, 2)
        for row, case in enumerate(OBLIQUE, 1):
            grid.addWidget(self._captions[case], row, 0)
            grid.addWidget(self.lines[case], row, 1)
            grid.addWidget(self.links[case], row, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        column.addWidget(self.hint)
        column.addWidget(self._sheet)
