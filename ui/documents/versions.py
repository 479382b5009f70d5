"""The versions of a paper beside its choices: which one holds, what changed since, who has which copy."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner import erasing
from planner.errors import PlannerError
from planner.language.dates import format_day, format_stamp
from planner.operations.papers import give_copy, take_copy
from planner.papers import Choice, Standing, key_of, standing
from planner.queries.erasure import KeptOf, private_versions
from planner.queries.events import event_page
from planner.queries.papers import HolderRow, VersionRow, holders, versions_of
from planner.rules.erasure import AFTER_ERASURE, Removed
from ui.common.buttons import Button, Link
from ui.common.fields import Line
from ui.common.findings import FindingRow, FindingsList
from ui.common.form import Section, side_by_side
from ui.common.labels import Muted
from ui.common.pill import Tone
from ui.context import Context
from ui.documents.chosen import chosen_in
from ui.documents.private_versions import PrivateVersionsDialog
from ui.translate import follow_language, language, t, tn

TABLES = frozenset(("paper_holder", "issued_paper"))
"""What the field shows, beside the paper."""


class Versions(NamedTuple):
    """The versions of one paper, the newest first, each with its holders, and what changed since the newest."""

    choice: Choice
    standing: Standing
    rows: tuple[tuple[VersionRow, tuple[HolderRow, ...]], ...]
    zone: str
    private: KeptOf | None = None  # of any paper of the event


def read_versions(db: Any, choice: Choice, today: date) -> Versions:
    """Return what the field shows."""
    rows = tuple((row, holders(db, row.id)) for row in reversed(versions_of(db, key_of(choice))))
    private = private_versions(db, choice.event_id, today=today)
    return Versions(choice, standing(db, choice), rows, event_page(db, choice.event_id).host_zone, private)


class VersionsField(QWidget):
    """Signals: `sheet_wanted(old_id, new_id)` for a change sheet; `shown_wanted(number)` for the bytes of a version,
    0 for the draft.
    """

    sheet_wanted = Signal(int, int)
    shown_wanted = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._chosen = chosen_in(context)
        self._found: Versions | None = None
        self._open = 0  # the version whose holders are shown
        self.section = Section(self)
        self.state = Muted("", self, wrap=True)
        self.list = FindingsList("", self)
        self.holder = Line(self)
        self.give = Button("", self, clicked=self._give)
        self._give_row = QWidget(self)
        self._give_row.setLayout(side_by_side(self.holder, self.give))
        self.private = Link("", self, clicked=self._ask_to_remove)
        self.private_dialog: PrivateVersionsDialog | None = None
        for widget in (self.state, self.list, self._give_row, self.private):
            self.section.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        self.list.acted.connect(self._act)
        self._chosen.printed_changed.connect(self.refresh)
        context.changed.connect(lambda changes: self.refresh() if TABLES & changes.tables else None)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.section.set_title(t("Versions"))
        self.give.set_text(t("Give a copy"))
        self.holder.setPlaceholderText(t("Who gets a copy"))
        self._show()

    def refresh(self) -> None:
        """Read the versions again, while they are to be seen."""
        choice = self._chosen.choice()
        if self._chosen.printed is not None and self.isVisible():
            today = self.context.planner.now().date()
            self.context.read(self, "versions", self._take, read_versions, choice._replace(version=None), today)

    def _take(self, found: Versions) -> None:
        if found.choice == self._chosen.choice()._replace(version=None):
            self._found = found
            self._show()

    def _show(self) -> None:
        found = self._found
        private = found.private if found is not None and self.context.read_only is None else None
        self.private.setVisible(private is not None and private.over)
        self.private.set_text(t("Remove private versions…"))
        self._give_row.setVisible(bool(self._open) and self.context.read_only is None)
        if found is None or found.standing.version is None:
            self.state.setText(t("Not issued yet. An issued paper keeps its bytes, and who holds it is written down."))
            self.list.set_findings(())
            self._give_row.setVisible(False)
            return
        count = len(found.standing.changes)
        since = tn("{n} change since", "{n} changes since", count) if count else t("nothing changed since")
        version = found.standing.version
        self.state.setText(
            t("Version {n} holds · {since}", n=version.number, since=since) if version.removed is None
            else t("Version {n} · {removed}", n=version.number, removed=removed_words(version.removed))
        )  # fmt: skip
        self.list.set_findings([self._row(place, found) for place in range(len(found.rows))])

    def _row(self, place: int, found: Versions) -> FindingRow:
        row, register = found.rows[place]
        at = format_stamp(datetime.fromisoformat(row.at), language(), zone=found.zone)
        said = t("Version {n} of {at}, {author}: {reason}", n=row.number, at=at, author=row.author, reason=row.reason)
        out = [holder for holder in register if not holder.taken_at]
        if out:
            said += "\n" + t("Held by {names}", names=", ".join(f"{one.copy} {one.name}" for one in out))
        is_kept = row.removed is None
        if row.removed is not None:
            said += "\n" + removed_words(row.removed)
        is_shown = self._chosen.choice().version == row.number
        actions = [("show", t("Draft") if is_shown else t("Show"))] if is_kept or is_shown else []
        if place + 1 < len(found.rows) and is_kept and found.rows[place + 1][0].removed is None:
            actions.append(("sheet", t("Change sheet…")))
        actions.append(("copies", t("Copies")))
        if self._open == row.id:
            actions += [(f"take:{one.id}", t("{name} gave it back", name=one.name)) for one in out]
        return FindingRow(str(place), said, Tone.FINE if place == 0 else Tone.NEUTRAL, tuple(actions))

    def _act(self, key: str, action: str) -> None:
        if self._found is None:
            return
        place = int(key)
        row, _register = self._found.rows[place]
        if action == "show":
            self.shown_wanted.emit(0 if self._chosen.choice().version == row.number else row.number)
        elif action == "sheet":
            self.sheet_wanted.emit(self._found.rows[place + 1][0].id, row.id)
        elif action == "copies":
            self._open = 0 if self._open == row.id else row.id
            self._show()
        elif self.context.read_only is None:
            self.context.run(self, take_copy, int(action.partition(":")[2]), done=partial(self._again))

    def _give(self) -> None:
        name = self.holder.text().strip()
        if name and self._open:
            self.holder.clear()
            self.context.run(self, give_copy, self._open, name, done=self._again)

    def _again(self, _changes: object) -> None:
        self.refresh()

    def _ask_to_remove(self) -> None:
        """Show which versions of the event bear private data, before they are removed."""
        if self._found is not None and self._found.private is not None:
            self.private_dialog = PrivateVersionsDialog(self._found.private, self.window())
            self.private_dialog.removed.connect(self._remove)
            self.private_dialog.finished.connect(self.private_dialog.deleteLater)
            self.private_dialog.open()

    def _remove(self, versions: list[int]) -> None:
        work = partial(erasing.remove, self.context.planner, versions)
        self.context.tasks.write(self, work, self.context.changed.emit, self._refused)

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.context.failed.emit(error)


def removed_words(removed: Removed) -> str:
    """Return when and why a version was removed."""
    day = format_day(datetime.fromisoformat(removed.at).date(), language())
    if removed.because == AFTER_ERASURE:
        return t("removed on {day} after an erasure", day=day)
    return t("removed on {day}, since it bore private data", day=day)
