"""The card of all findings of an event: the gravest first, each with its ways out; those dismissed are folded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.checks.event import Dismissed
from planner.rules.findings import Finding, Severity
from ui.common.buttons import Link
from ui.common.card import Card
from ui.common.event_words import finding_sentence
from ui.common.findings import FindingRow, FindingsList
from ui.common.mending import finding_row, shows
from ui.common.pill import Tone
from ui.common.segmented import Segmented
from ui.translate import t, tn

AT_FIRST = 6
"""So many findings are shown until all are asked for."""


class FindingsCard(Card):
    """Attributes: `list`, `dismissed_list`, `filter`, `more`, `fold`.

    Signals: `wanted(finding)` to go to its thing; `mended(finding, key)`; `dismissed(finding, reason)`;
    `taken_back(dismissal_id)`.
    """

    wanted = Signal(object)
    mended = Signal(object, str)
    dismissed = Signal(object, str)
    taken_back = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._findings: tuple[Finding, ...] = ()
        self._dismissed: tuple[Dismissed, ...] = ()
        self._every = self._unfolded = False
        self._may_write = True
        self.filter = Segmented(parent=self)
        self.list = FindingsList("", self)
        self.more = Link("", self, clicked=self._show_every)
        self.fold = Link("", self, clicked=self._unfold)
        self.dismissed_list = FindingsList("", self)
        for widget in (self.filter, self.list):
            self.add(widget)
        for link in (self.more, self.fold):
            self._body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.dismissed_list)
        self.filter.edited.connect(lambda _value: self._show())
        self.list.acted.connect(self._act)
        self.list.dismissed.connect(lambda key, reason: self.dismissed.emit(self._findings[int(key)], reason))
        self.dismissed_list.acted.connect(lambda key, _action: self.taken_back.emit(self._dismissed[int(key)].row.id))

    def fold_again(self) -> None:
        """Show the first findings only, of any weight."""
        self._every = self._unfolded = False
        self.filter.set_value(None)

    def set_findings(
        self, findings: Sequence[Finding], dismissed: Sequence[Dismissed], *, may_write: bool = True
    ) -> None:  # fmt: skip
        """Show these findings; they come with the fixes that may be offered."""
        self._findings, self._dismissed = tuple(findings), tuple(dismissed)
        self._may_write = may_write
        self._show()

    def rows(self) -> tuple[FindingRow, ...]:  # type: ignore[override]
        """Return the findings shown."""
        return self.list.findings()

    def _show(self) -> None:
        self.set_heading(t("What needs you"), caption(self._findings))
        self.filter.set_choices(self._choices())
        self.filter.setVisible(len(self._findings) > AT_FIRST)
        weight = self.filter.value()
        chosen = [
            (place, one) for place, one in enumerate(self._findings) if weight is None or one.severity is weight
        ]
        shown = chosen if self._every else chosen[:AT_FIRST]
        self.list.set_findings([
            finding_row(str(place), one, (shows(one),), may_write=self._may_write) for place, one in shown
        ])
        nothing = t("Nothing: every text is there, every delegation has its head, nobody is in two places.")
        self.list.set_heading("", "" if self._findings else nothing)
        self.more.set_text(tn("Show all {n} finding", "Show all {n} findings", len(chosen)))
        self.more.setVisible(len(chosen) > len(shown))
        self._show_dismissed()

    def _choices(self) -> list[tuple[Severity | None, str]]:
        words = {
            Severity.STOPS: t("Stop printing"), Severity.ATTENTION: t("Ask for attention"), Severity.HINT: t("Hints"),
        }  # fmt: skip
        there = {one.severity for one in self._findings}
        return [(None, t("All")), *((one, words[one]) for one in Severity if one in there)]

    def _show_dismissed(self) -> None:
        count = len(self._dismissed)
        words = tn("{n} is no problem", "{n} are no problem", count)
        self.fold.set_text(f"▾ {words}" if self._unfolded else f"▸ {words}")
        self.fold.setVisible(bool(count))
        back = (("back", t("It is a problem after all")),) if self._may_write else ()
        rows = [
            FindingRow(str(place), finding_sentence(one.finding), Tone.NEUTRAL, back, t("no problem"),
                       aside=t("“{reason}”, {author}", reason=one.row.reason, author=one.row.author))
            for place, one in enumerate(self._dismissed)
        ]  # fmt: skip
        self.dismissed_list.set_findings(rows if self._unfolded else [])
        self.dismissed_list.setVisible(self._unfolded and bool(count))

    def _act(self, key: str, action: str) -> None:
        finding = self._findings[int(key)]
        if action == "show":
            self.wanted.emit(finding)
        else:
            self.mended.emit(finding, action)

    def _show_every(self) -> None:
        self._every = True
        self._show()

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self._show_dismissed()


def caption(findings: Sequence[Finding]) -> str:
    """Return how many findings of each weight there are."""
    stops = sum(finding.severity is Severity.STOPS for finding in findings)
    asks = sum(finding.severity is Severity.ATTENTION for finding in findings)
    parts = [tn("{n} stops printing", "{n} stop printing", stops)] if stops else []
    parts += [tn("{n} asks for attention", "{n} ask for attention", asks)] if asks else []
    return ", ".join(parts)
