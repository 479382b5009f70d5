"""Importing a list of people: a file or a pasted table, its columns, a preview by line, and one step to apply it."""

from __future__ import annotations

from pathlib import Path
from threading import Event as Flag
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from planner import importing
from planner.errors import PlannerError
from planner.exchange.clipboard import table_from_html, table_from_text
from planner.exchange.files_out import safe_name, write_whole
from planner.exchange.mapping import ColumnMapping, mapping_to_json
from planner.exchange.people import rejected_csv
from planner.exchange.tables import Table
from planner.language.languages import own_name
from planner.operations.import_people import apply_import
from planner.operations.office import remember_mapping
from planner.queries.delegations import DelegationRow
from planner.queries.import_people import remembered_mapping
from planner.rules.kinds import Side
from planner.rules.list_news import Farewell
from planner.rules.people_import import Outcome
from planner.rules.person_record import Rejection
from ui.common.words import word
from ui.context import Context
from ui.delegations.import_shell import COLUMNS, PREVIEW, SOURCE, ImportShell
from ui.delegations.lines import Board, delegation_name, read_board
from ui.translate import follow_language, t, tn


class Into(NamedTuple):
    """Where the people of a list go: a delegation, or those the list names on a side."""

    side: Side
    delegation_id: int | None = None


class Matched(NamedTuple):
    """A table with the meaning of its columns, and what was remembered of such headers."""

    mapping: ColumnMapping
    remembered: dict[str, str] | None


def match(db: Any, table: Table, languages: tuple[str, ...]) -> Matched:
    """Return what the columns of a table mean: as remembered for these headers, or as guessed."""
    known = remembered_mapping(db, importing.signature(table))
    return Matched(importing.match_columns(db, table, languages), known)


class ImportDialog(ImportShell):
    """Three steps. Attributes: `columns`, `preview`, `into`, `language`, `messages`."""

    def __init__(self, context: Context, event_id: int, delegation_id: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.event_id, self._delegation_id = event_id, delegation_id
        self.board: Board | None = None
        self.table: Table | None = None
        self.prepared: importing.Prepared | None = None
        self._matched: Matched | None = None
        self._stop = Flag()
        self._working = False
        for button, work in (
            (self.other_button, lambda: self._go(SOURCE)), (self.back_button, lambda: self._go(COLUMNS)),
            (self.save_button, self.save_rejected), (self.cancel_button, self.cancel), (self.check_button, self.check),
            (self.apply_button, self.apply),
        ):  # fmt: skip
            button.clicked.connect(lambda _on=False, work=work: work())
        self.source.step_taken.connect(self.choose_file)
        self.source.other_step_taken.connect(self.paste)
        self.columns.edited.connect(lambda _mapping: self._tell())
        self.preview.decided.connect(self._tell)
        follow_language(self.retranslate)
        context.read(self, "board", self._know, read_board, event_id)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.say()
        self._offer_choices()
        self._tell()

    def take_file(self, path: str) -> None:
        """Read a file beside the window; it can be cancelled."""
        self._read_table(lambda: importing.read_table(path, cancelled=self._stop.is_set))

    def take_clipboard(self, html: str, text: str) -> None:
        """Read what was copied in Word or Excel: the table in it, else its text."""

        def work() -> Table:
            if "<table" in html.lower():
                return table_from_html(html)
            return table_from_text(text)

        self._read_table(work)

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        kinds = t("Lists (CSV, Excel)") + " (*.csv *.tsv *.txt *.xlsx *.xlsm);;" + t("All files") + " (*)"
        path, _kind = QFileDialog.getOpenFileName(self, t("Choose a list"), "", kinds)
        if path:
            self.take_file(path)

    def paste(self) -> None:
        """Read what lies on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        self.take_clipboard(data.html() if data.hasHtml() else "", data.text() if data.hasText() else "")

    def check(self) -> None:
        """Compare the list with the office and show what each line would do."""
        into: Into | None = self.into.value()
        if self.table is None or self.board is None or into is None:
            return
        self._busy(t("Comparing with the register…"))
        planner, table, mapping = self.context.planner, self.table, self.columns.mapping()
        language, event_id = self.language.value() or "en", self.event_id
        self.context.tasks.read(
            self,
            lambda: planner.read(importing.prepare, event_id, table, mapping, side=into.side, language=language,
                                 delegation_id=into.delegation_id),
            self._show_preview, self._refuse, key="work",
        )  # fmt: skip

    def apply(self) -> None:
        """Apply the list as one step, after remembering what its columns mean."""
        prepared = self.prepared
        if prepared is None or self.context.read_only is not None:
            return
        source = prepared.table.source_name
        wanted = {key: field or "" for key, field in mapping_to_json(prepared.table, prepared.mapping).items()}
        if self._matched is None or self._matched.remembered != wanted:
            self.context.run(self, remember_mapping, importing.signature(prepared.table), wanted, source=source)
        self._busy(t("Writing…"))
        given, values = importing.step(prepared, self.preview.decisions())
        self.context.run(
            self, apply_import, *given, done=lambda _changes: self.accept(), failed=self._refuse, **values
        )

    def save_rejected(self) -> None:
        """Ask for a file and write the rejected rows with their reasons into it."""
        if self.prepared is None:
            return
        proposed = safe_name(t("rejected rows of {source}", source=self.prepared.table.source_name), ".csv")
        path, _kind = QFileDialog.getSaveFileName(self, t("Save rejected rows"), proposed, "CSV (*.csv)")
        if path:
            self.write_rejected(path)

    def write_rejected(self, path: str) -> None:
        """Write the rejected rows, each with its line and the reason, into a file."""
        prepared = self.prepared
        assert prepared is not None
        content = rejected_csv(prepared.table, prepared.found.rejected, sentence=_reason)
        self.context.tasks.read(
            self, lambda: write_whole(Path(path), content),
            lambda _none: self.messages.info(t("The rejected rows were saved.")), self._refuse, key="save",
        )  # fmt: skip

    def cancel(self) -> None:
        """Stop what is under way, else close without having changed anything."""
        if self._working:
            self._stop.set()
            self.context.tasks.drop(self, "work")  # type: ignore[attr-defined]
            self._idle()
        else:
            self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by Ctrl+V where nothing else takes it; Escape stops or closes."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file, or a copied table."""
        event.setAccepted(event.mimeData().hasUrls() or event.mimeData().hasText())

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_file(files[0])
        else:
            self.take_clipboard(data.html(), data.text())
        event.acceptProposedAction()

    def _know(self, board: Board) -> None:
        self.board = board
        self._offer_choices()
        if self.table is not None:
            self._match()

    def _offer_choices(self) -> None:
        if self.board is None:
            return
        event = self.board.event
        fresh = self.into.value() is None
        choices: list[tuple[Any, str]] = [
            (Into(row.side, row.id), delegation_name(row, event.languages)) for row in self.board.delegations
        ]
        choices += [(Into(side), t("{side}: delegations as the list names them", side=word(side))) for side in Side]
        self.into.set_choices(choices)
        self.language.set_choices([(tag, own_name(tag)[:1].upper() + own_name(tag)[1:]) for tag in event.languages])
        if fresh:
            chosen = next((row for row in self.board.delegations if row.id == self._delegation_id), None)
            chosen = chosen or next((row for row in self.board.delegations if row.side is Side.GUEST), None)
            self.into.set_value(_into(chosen) if chosen else Into(Side.GUEST))
            self.language.set_value(event.languages[0] if event.languages else None)

    def _read_table(self, work: Any) -> None:
        self._stop = Flag()
        self._busy(t("Reading the list…"))
        self.context.tasks.read(self, work, self._take_table, self._refuse, key="work")

    def _take_table(self, table: Table) -> None:
        self.table = table
        self.messages.dismiss("error")
        if self.board is not None:
            self._match()

    def _match(self) -> None:
        assert self.table is not None and self.board is not None  # noqa: PT018
        planner, table, languages = self.context.planner, self.table, self.board.event.languages
        self.context.tasks.read(
            self, lambda: planner.read(match, table, languages), self._show_columns, self._refuse, key="work"
        )

    def _show_columns(self, matched: Matched) -> None:
        assert self.table is not None and self.board is not None  # noqa: PT018
        self._matched, self.prepared = matched, None
        self.columns.show_table(self.table, matched.mapping, self.board.event.languages)
        if any(spec and spec.field == "delegation" for spec in matched.mapping.columns):
            into: Into = self.into.value()
            if self._delegation_id == 0:
                self.into.set_value(Into(into.side))
        self.remembered.setText(t("The columns are set as you left them for a list with the same headers."))
        self.remembered.setVisible(bool(matched.remembered))
        found = (*self.table.problems, *matched.mapping.problems)
        sentences = [t(problem.message, **problem.values) for problem in found if not problem.fatal]
        self.problems.setText("\n".join(sentences[:4]))
        self._idle()
        self._go(COLUMNS)

    def _show_preview(self, prepared: importing.Prepared) -> None:
        assert self.board is not None
        self.prepared = prepared
        self.preview.show_prepared(prepared, self.board.event.languages)
        self._idle()
        self._go(PREVIEW)
        self.apply_button.setFocus()

    def _go(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        self._tell()

    def _busy(self, words: str) -> None:
        self._working = True
        self.messages.dismiss("error")
        self.progress.start()
        self._tell()
        self.step.setText(words)

    def _idle(self) -> None:
        self._working = False
        self.progress.stop()
        self._tell()

    def _refuse(self, error: BaseException) -> None:
        self._idle()
        if not isinstance(error, PlannerError):
            raise error
        self.messages.error(t(error.message, **error.values))

    def _tell(self) -> None:
        page = self.stack.currentIndex()
        counts = self.prepared.preview.counts if self.prepared else None
        changes = counts.new + counts.changed + self._joining() + self._leaving() if counts else 0
        free = not self._working
        self.other_button.setVisible(page == COLUMNS)
        self.back_button.setVisible(page == PREVIEW)
        self.save_button.setVisible(page == PREVIEW and bool(counts and counts.rejected))
        self.check_button.setVisible(page == COLUMNS)
        self.apply_button.setVisible(page == PREVIEW)
        self.check_button.setEnabled(free and self.columns.mapping().names_people)
        self.apply_button.setEnabled(free and changes > 0 and self.context.read_only is None)
        if counts:
            self.apply_button.set_text(tn("Import {n} line", "Import {n} lines", counts.rows - counts.rejected))
        self.step.setText(self._where(page))

    def _joining(self) -> int:
        lines = self.prepared.preview.lines if self.prepared else ()
        return sum(line.joins and line.outcome is Outcome.SAME for line in lines)

    def _leaving(self) -> int:
        farewells = self.preview.decisions().farewells.values()
        return sum(farewell is not Farewell.STAYS for farewell in farewells)

    def _where(self, page: int) -> str:
        if page == SOURCE or self.table is None:
            return t("Step 1 of 3: the list")
        name = t("the clipboard") if self.table.source_name == "clipboard" else self.table.source_name
        lines = tn("{n} line", "{n} lines", len(self.table.rows))
        if page == COLUMNS:
            if not self.columns.mapping().names_people:
                return t("Step 2 of 3: say which column holds the names.")
            return t("Step 2 of 3: what the columns hold · {source}, {lines}", source=name, lines=lines)
        return t("Step 3 of 3: what would change · {source}, {lines}", source=name, lines=lines)


def _into(row: DelegationRow) -> Into:
    return Into(row.side, row.id)


def _reason(rejection: Rejection) -> str:
    return t(rejection.reason, **rejection.values)
