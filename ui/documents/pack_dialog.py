"""The whole pack: which papers of an event are printed together, as one file or a folder; what is left out, and why."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.errors import PlannerError
from planner.exchange.files_out import safe_name, write_whole
from planner.pack import Pack, Wanted, print_pack
from planner.pack_files import one_file, write_folder
from planner.pack_versions import Take
from planner.papers import Choice
from planner.rules.kinds import Side
from ui import theme
from ui.common.buttons import Button
from ui.common.findings import FindingRow, FindingsList
from ui.common.fitting import fit_to_screen
from ui.common.labels import Caption, Heading, Muted, PlainLabel
from ui.common.pill import Tone
from ui.common.progress import ThinProgress
from ui.context import Context
from ui.documents.choice_fields import SegmentedField
from ui.documents.pack_papers import Group, Offered, groups, read_offered, words
from ui.translate import language, t, tn

FILE, FOLDER = "file", "folder"


class PackDialog(QDialog):
    """Signals: `saved(path)` when the pack lies there.

    Attributes: `list`, `copy`, `form`, `states` and `own_state` (which state of all papers, and of the one chosen in
    the list, is printed), `go`, `stop_button`, `refused`, `pack` (the one printed last, or None).
    """

    saved = Signal(object)
    _advanced = Signal(int, int, str)

    def __init__(self, context: Context, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._choice = context, choice._replace(version=None)
        self._offered: Offered | None = None
        self._groups: list[Group] = []
        self._stop = threading.Event()
        self._working = False
        self._own: dict[str, Take] = {}  # by the name of a group: what was chosen for it alone
        self.pack: Pack | None = None
        self.setWindowTitle(t("The whole pack"))
        self.resize(theme.px(540), theme.px(660))
        self.title, self.of = Heading(t("The whole pack"), self), Muted("", self, wrap=True)
        self.copy, self.form, self.states, self.own_state = (SegmentedField(self) for _ in range(4))
        self.list = QListWidget(self)
        self.list.setSpacing(theme.px(2))
        self.list.setMinimumHeight(theme.px(150))
        self.list.setAccessibleName(t("Papers of the pack"))
        self.list.itemChanged.connect(lambda _item: self._count())
        self.list.currentRowChanged.connect(lambda _row: self._show_own())
        self.progress, self.state = ThinProgress(self), PlainLabel("", self, wrap=True)
        self.refused = FindingsList("", self)
        self._left_out = QScrollArea(self)
        self._left_out.setWidget(self.refused)
        self._left_out.setWidgetResizable(True)
        self._left_out.setFrameShape(QFrame.Shape.NoFrame)
        self._left_out.setMinimumHeight(theme.px(150))
        self._left_out.hide()
        self.all_button = Button(t("All"), self, clicked=lambda: self._tick(lambda _one: True))
        self.usual_button = Button(t("The usual"), self, clicked=lambda: self._tick(lambda one: one.usual))
        self.stop_button = Button(t("Stop"), self, clicked=self._stop.set)
        self.close_button = Button(t("Close"), self, clicked=self.reject)
        self.go = Button("", self, kind="primary", clicked=self.ask_where)
        self._arrange()
        self.copy.set_words(
            t("Copy"), [(None, t("In this order")), (Side.HOST, t("Host’s copy")), (Side.GUEST, t("Guest’s copy"))]
        )
        self.copy.set_value(choice.copy_for)
        self.form.set_words(t("As"), [(FILE, t("One PDF")), (FOLDER, t("A folder of files"))])
        self.form.set_value(FILE)
        self.states.set_words(t("Issued papers as they were issued"), [
            (Take.FITTING, t("If unchanged")), (Take.ISSUED, t("Always")), (Take.DRAFT, t("Never")),
        ])  # fmt: skip
        self.states.set_value(Take.FITTING)
        self.own_state.hide()
        self.states.hide()
        self.copy.edited.connect(self._take_copy)
        self.form.edited.connect(lambda _form: self._count())
        self.states.edited.connect(self._take_states)
        self.own_state.edited.connect(self._take_own)
        self._advanced.connect(self._tell)
        self._set_working(working=False)
        self._read()

    # --- What is offered

    def _read(self) -> None:
        self._context.read(self, "offered", self._show, read_offered, self._choice, language())

    def _take_copy(self, side: Side | None) -> None:
        self._choice = self._choice._replace(copy_for=side)
        self._read()

    def _show(self, offered: Offered) -> None:
        self._offered, self._groups = offered, groups(offered)
        self.of.setText(offered.page.title.first(language(), *offered.page.languages))
        self.list.clear()
        for group in self._groups:
            item = QListWidgetItem(self._words(group), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if group.usual else Qt.CheckState.Unchecked)
        self.states.setVisible(any(group.issued for group in self._groups))
        self.list.setCurrentRow(0)
        self._count()

    # --- As issued or as a draft

    def take_of(self, group: Group) -> Take:
        """Return in which state papers are printed: as chosen for them, else as for all."""
        own = self._own.get(group.name)
        return own if own is not None else Take(self.states.value())

    def _words(self, group: Group) -> str:
        assert self._offered is not None
        return words(group, self.take_of(group), self._offered.page.host_zone)

    def _take_states(self, _take: Take) -> None:
        self._own.clear()
        self._tell_states()

    def _take_own(self, take: Take) -> None:
        self._own[self._groups[self.list.currentRow()].name] = take
        self._tell_states()

    def _tell_states(self) -> None:
        for row, group in enumerate(self._groups):
            self.list.item(row).setText(self._words(group))
        self._show_own()

    def _show_own(self) -> None:
        """Offer the states of the paper the list stands at, where it was ever issued."""
        row = self.list.currentRow()
        group = self._groups[row] if 0 <= row < len(self._groups) else None
        self.own_state.setVisible(group is not None and group.issued)
        if group is not None and group.issued:
            last = t("Version {n}", n=group.states[0].last) if len(group.states) == 1 else t("As issued")
            self.own_state.set_words(group.name, [
                (Take.FITTING, t("If unchanged")), (Take.ISSUED, last), (Take.DRAFT, t("Draft")),
            ])  # fmt: skip
            self.own_state.set_value(self.take_of(group))

    # --- What is ticked

    def _tick(self, wanted: Any) -> None:
        for row, group in enumerate(self._groups):
            self.list.item(row).setCheckState(Qt.CheckState.Checked if wanted(group) else Qt.CheckState.Unchecked)

    def ticked(self) -> list[Wanted]:
        """Return the papers ticked, in order."""
        rows = range(self.list.count())
        ticked = [self._groups[row] for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked]
        return [one._replace(take=self.take_of(group)) for group in ticked for one in group.papers]

    def _count(self) -> None:
        count = len(self.ticked())
        self.go.set_text(tn("Print {n} paper…", "Print {n} papers…", count) if count else t("Print…"))
        self.go.setEnabled(bool(count) and not self._working)

    # --- Printing

    def ask_where(self) -> None:
        """Let the person choose a file or a folder, and print the pack into it."""
        if self._offered is None:
            return
        page = self._offered.page
        name = f"{page.from_day} {t('Set of papers')}, {(page.short_title or page.title).first(*page.languages)}"
        as_file = self.form.value() == FILE
        dialog = QFileDialog(self, t("Save the pack"), "")
        if as_file:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter("PDF (*.pdf)")
            dialog.setDefaultSuffix("pdf")
            dialog.selectFile(safe_name(name, ".pdf"))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        under = "" if as_file else safe_name(name, "")  # a folder of its own within the one chosen
        dialog.fileSelected.connect(lambda path: self.print_into(Path(path) / under))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_into(self, path: Path) -> None:
        """Print what is ticked into a file or a folder, in a worker."""
        self._stop.clear()
        self._set_working(working=True)
        self.refused.set_findings(())
        self._left_out.hide()
        work = partial(
            self._context.planner.read, _print, self._choice, self.ticked(), path,
            as_file=self.form.value() == FILE, told=self._advanced.emit, stopped=self._stop.is_set, tag=language(),
        )  # fmt: skip
        self._context.tasks.read(self, work, partial(self._printed, path), self._failed)

    def _tell(self, done: int, count: int, name: str) -> None:
        if self._working:
            self.state.setText(t("{n} of {count}: {paper}", n=done + 1, count=count, paper=name))
            self.progress.set_share(done / max(count, 1))

    def _printed(self, path: Path, pack: Pack) -> None:
        self._set_working(working=False)
        self.pack = pack
        if pack.cancelled:
            self.state.setText(t("Stopped. Nothing was saved."))
            return
        count = len(pack.printed())
        said = tn("{n} paper is in {file}", "{n} papers are in {file}", count, file=path)
        self.state.setText(said)
        self._show_refused(pack)
        self.saved.emit(path)

    def _show_refused(self, pack: Pack) -> None:
        self._left_out.setVisible(bool(pack.refused()))
        self.refused.set_heading(t("Left out"), "")
        self.refused.set_findings([
            FindingRow(str(place), f"{one.wanted.called}: {one.reason}", Tone.ATTENTION)
            for place, one in enumerate(pack.refused())
        ])  # fmt: skip

    def _failed(self, error: BaseException) -> None:
        self._set_working(working=False)
        if not isinstance(error, PlannerError):
            raise error
        self.state.setText(t(error.message, **error.values))

    def _set_working(self, *, working: bool) -> None:
        if working is not self._working:
            self.progress.set_busy(working)
        self._working = working
        fields = (self.copy, self.form, self.states, self.own_state)
        for widget in (self.list, *fields, self.all_button, self.usual_button):
            widget.setEnabled(not working)
        self.stop_button.setVisible(working)
        self.close_button.setVisible(not working)
        self._count()

    def reject(self) -> None:
        """Stop what is under way, else close."""
        if self._working:
            self._stop.set()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop before closing."""
        self._stop.set()
        super().closeEvent(event)

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(theme.px(10))
        parts: tuple[QWidget, ...] = (self.title, self.of, self.copy, self.form, self.states)
        for widget in parts:
            column.addWidget(widget)
        column.addLayout(_row([Caption(t("Papers"), self), None, self.usual_button, self.all_button]))
        column.addWidget(self.list, 1)
        for widget in (self.own_state, self.progress, self.state):
            column.addWidget(widget)
        column.addWidget(self._left_out, 1)
        fit_to_screen(self, column, _row([None, self.close_button, self.stop_button, self.go]))


def _row(widgets: Sequence[QWidget | None]) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def _print(
    db: Any, choice: Choice, wanted: Sequence[Wanted], path: Path, *, as_file: bool, told: Any, stopped: Any, tag: str
) -> Pack:
    pack = print_pack(db, choice, wanted, told=told, stopped=stopped, language=tag)
    if not pack.cancelled:
        if as_file:
            write_whole(path, one_file(pack))
        else:
            write_folder(pack, path)
    return pack
