"""The documents of an event: which there are, and the one chosen as it will be printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from planner.papers import Choice, Paper
from ui import theme
from ui.common.buttons import Button
from ui.common.empty_state import EmptyState
from ui.common.message_bar import MessageArea
from ui.common.nav_list import NavList
from ui.common.page import Action, EventPageView
from ui.context import Context
from ui.documents.chosen import chosen_in
from ui.documents.issuing import Issuing
from ui.documents.listed import Answer, Papers, PaperState, entries, papers_of, printed_or_refused, states_of
from ui.documents.other_output import OtherOutput
from ui.documents.output import Output, file_name
from ui.documents.pack_dialog import PackDialog
from ui.documents.page_view import PageView
from ui.documents.template_dialog import TemplateDialog
from ui.translate import follow_language, t

OTHERS = frozenset({"booklet", "separate", "password"})
PAUSE = 250
"""Milliseconds after the last change before the list is looked through again; the preview follows at once."""


class DocumentsPage(EventPageView):
    """The list of papers and the preview of one. What to print and how is chosen in `PaperChoices`."""

    tables: ClassVar[frozenset[str]] = frozenset({
        "event", "item", "item_track", "track", "track_member", "attendance", "delegation", "participation", "person",
        "person_name", "post", "organisation", "organisation_name", "venue", "room", "paper_heading", "setting",
        "issued_paper", "paper_template", "seating_plan", "seating_table", "placement", "profile",
    })  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.chosen = chosen_in(context)
        self.papers: Papers | None = None
        self._states: dict[int, PaperState] = {}
        self._looked_at: dict[int, Choice] = {}
        self._previewed: tuple[int, int] = (0, 0)
        self.list = NavList(self, boxed=True)
        self.preview = PageView(context.tasks, self)
        self.empty = EmptyState(parent=self)
        self.messages = MessageArea(self)
        self.output = Output(context, self.messages, self)
        self.other = OtherOutput(context, self.messages, self.output, self)
        self.issuing = Issuing(context, self.messages, self._ask_sheet, self)
        self.pack_button = Button("", self, clicked=partial(self.act, "pack"))
        self.pack_dialog: PackDialog | None = None
        self.template_dialog: TemplateDialog | None = None
        self._stack = QStackedWidget(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read_list)
        self._arrange()
        self._connect()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.list.setAccessibleName(t("Papers of the event"))
        self.preview.set_remark(t("Live preview"))
        self.pack_button.set_text(t("Whole pack…"))
        if self.papers is not None:
            self._show_list(self.papers)
            self._show_refusal()

    def main_action(self) -> Action:
        """Offer to print the paper shown."""
        return Action(t("Print…"), partial(self.act, "print"))

    def set_event(self, event_id: int) -> None:
        """Show the papers of another event."""
        if event_id != self.event_id:
            self.chosen.take_event(event_id)
        super().set_event(event_id)
        if self.isVisible():
            self._select()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the choices of the paper up beside it."""
        super().showEvent(event)
        self._select()

    def refresh(self) -> None:
        """Print the paper again, and look the list through a moment later."""
        if not self.event_id:
            return
        if self.papers is None or self.papers.page.id != self.event_id:
            self._read_list()
        else:
            self._read_paper()
            self._pause.start()

    def act(self, action: str) -> None:
        """Print, save, mail, copy or issue the paper shown ("print", "pdf", "word", "mail", "copy", "issue").

        Of all papers: "pack". Less often asked for: "booklet", "separate", "password", "template".
        """
        if action == "pack" and self.papers is not None:
            self._ask_pack()
            return
        if self.chosen.refusal is not None:
            self.context.failed.emit(self.chosen.refusal)
        if self.chosen.printed is None or self.papers is None:
            return
        choice = self.chosen.choice()
        if action == "print":
            self.output.ask_printer(choice)
        elif action == "copy":
            self.output.copy(choice)
        elif action == "issue":
            self.issuing.ask(self.chosen.title, choice)
        elif action == "template":
            self._ask_template(choice)
        elif action in OTHERS:
            self.other.ask(action, choice, file_name(self.papers, choice, self.chosen.number))
        else:
            suffix = ".docx" if action == "word" else ".pdf"
            name = file_name(self.papers, choice, self.chosen.number, suffix)
            (self.output.mail if action == "mail" else self.output.ask_where)(choice, name)

    def _ask_pack(self) -> None:
        """Ask which papers are printed together; languages, layout and copy are those of the paper shown."""
        self.pack_dialog = PackDialog(self.context, self.chosen.choice(), self)
        self.pack_dialog.finished.connect(self.pack_dialog.deleteLater)
        self.pack_dialog.open()

    def _ask_template(self, choice: Choice) -> None:
        """Edit the template of the paper shown; the page follows each change."""
        self.template_dialog = TemplateDialog(self.context, choice, self.chosen.title, self)
        self.template_dialog.finished.connect(self.template_dialog.deleteLater)
        self.template_dialog.open()

    def _ask_sheet(self, title: str, then: Callable[[Path], object]) -> None:
        if self.papers is not None:
            name = file_name(self.papers, self.chosen.choice(), self.chosen.number)
            self.output.ask_place(name.replace(".pdf", f", {title}.pdf"), then)

    # --- The list

    def _read_list(self) -> None:
        if self.event_id:
            self.context.read(self, "papers", self._take_list, papers_of, self.event_id)

    def _take_list(self, papers: Papers) -> None:
        if papers.page.id != self.event_id:
            return
        fresh = self.papers is None or self.papers.page.id != papers.page.id
        if fresh:
            self._states = {}
        self.papers = papers
        self.chosen.firsts, self.chosen.of = papers.firsts(), dict(papers.of)
        numbers = [one.number for one in papers.listed]
        if self.chosen.number not in numbers:
            self.chosen.take_paper(numbers[0])  # which has it printed
        elif fresh:
            self._read_paper()
        self._show_list(papers)
        if fresh and self.isVisible():
            self._select()
        self._pause.stop()  # taking a paper may have started it; all of them are looked through now
        self._read_states()

    def _show_list(self, papers: Papers) -> None:
        self.chosen.title = papers.called(self.chosen.number)
        self.list.set_entries(entries(papers, self._states))
        self.list.choose(str(self.chosen.number))

    def _read_states(self) -> None:
        if self.papers is not None:
            self._looked_at = self._choices(self.papers)
            self.context.read(self, "states", partial(self._take_states, self.event_id), states_of, self._looked_at)

    def _choices(self, papers: Papers) -> dict[int, Choice]:
        return {one.number: self.chosen.choice(one.number) for one in papers.listed}

    def _take_states(self, event_id: int, states: dict[int, PaperState]) -> None:
        if event_id == self.event_id and self.papers is not None:
            self._states = states
            self.list.set_entries(entries(self.papers, states))

    def _select(self) -> None:
        self.context.select("paper", self.chosen.number)

    def _follow_list(self, key: str) -> None:
        self.chosen.take_paper(int(key))
        self._select()

    # --- The paper

    def _follow_choice(self) -> None:
        """Print what was chosen anew; the list is marked to follow."""
        if self.papers is None or self.papers.page.id != self.event_id or not self.chosen.number:
            return
        self.chosen.title = self.papers.called(self.chosen.number)
        self.list.choose(str(self.chosen.number))
        if self.isVisible():
            self._read_paper()
            if self._choices(self.papers) != self._looked_at:  # another paper alone changes none of them
                self._pause.start()
        else:
            self.mark_stale()

    def _read_paper(self) -> None:
        if self.chosen.number:
            self.context.read(self, "paper", self._take_paper, printed_or_refused, self.chosen.choice())

    def _take_paper(self, answer: Answer) -> None:
        if answer.choice != self.chosen.choice():
            return
        self.chosen.set_printed(answer.printed, answer.refusal)
        if answer.printed is None:
            self._show_refusal()
            return
        shown = (self.event_id, self.chosen.number)
        if shown != self._previewed:
            self._previewed = shown
            self.preview.go_to(1)
        self.preview.set_pdf(answer.printed.pdf)
        self._stack.setCurrentWidget(self.preview)

    def _show_refusal(self) -> None:
        refusal = self.chosen.refusal
        if refusal is None:
            return
        people = self.chosen.choice().paper is Paper.PARTICIPANTS
        step = t("Open the delegations") if people else t("Open the programme")
        self.empty.set_words(self.chosen.title, t(refusal.message, **refusal.values), step)
        self._stack.setCurrentWidget(self.empty)

    def _leave(self) -> None:
        people = self.chosen.choice().paper is Paper.PARTICIPANTS
        self.context.show("tab:delegations" if people else "tab:programme", self.event_id)

    # --- The parts

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the width to the preview."""
        super().resizeEvent(event)
        self.list.setFixedWidth(max(theme.px(150), min(theme.px(262), self.width() // 3)))

    def _connect(self) -> None:
        self.list.chosen.connect(self._follow_list)
        self.list.activated_key.connect(lambda _key: self.preview.setFocus())
        self.chosen.changed.connect(self._follow_choice)
        self.chosen.wanted.connect(self.act)
        self.chosen.sheet_wanted.connect(self.issuing.print_sheet)
        self.preview.page_changed.connect(lambda _page, count: self.chosen.counted.emit(count))
        self.preview.failed.connect(self._fail)
        self.empty.step_taken.connect(self._leave)
        for keys, action in (
            (QKeySequence(QKeySequence.StandardKey.Print), "print"),
            (QKeySequence(QKeySequence.StandardKey.Save), "pdf"),
        ):
            shortcut = QShortcut(keys, self)  # of the window, while this page is to be seen
            shortcut.activated.connect(partial(self.act, action))

    def _fail(self, error: BaseException) -> None:
        raise error

    def _arrange(self) -> None:
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.pack_button)
        row.addLayout(left)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.messages)
        column.addLayout(row, 1)
        self.setFocusProxy(self.list)
