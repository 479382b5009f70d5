"""The templates of the office: every paper with what was changed in it, edited beside a live preview, brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.search import fold
from planner.operations.templates import restore_template
from planner.paper_templates import example_of
from planner.papers import TITLES, Choice, Paper
from planner.queries.templates import own_templates
from planner.rules.templates import HOUSE
from ui import theme
from ui.common.buttons import Button
from ui.common.columns import Column
from ui.common.filter_bar import FilterBar
from ui.common.labels import Muted, Title
from ui.common.page import Action, Page
from ui.common.pill import Tone
from ui.common.row_table import RowTable
from ui.common.segmented import Segmented
from ui.context import Context
from ui.documents.template_dialog import TemplateDialog
from ui.translate import follow_language, t, tn

ALL, CHANGED = "all", "changed"
PAPERS: tuple[Paper | None, ...] = (None, *Paper)
"""The papers in the order of the list, by place; the first line is for all of them."""


class TemplateLine(NamedTuple):
    """A paper of the list: its place in `PAPERS`, its name, and what was changed in words, "" for nothing."""

    id: int
    name: str
    changed: str
    folded: str


class PaperTemplatesPage(Page):
    """The page "Paper templates". Attributes: `table`, `choice` (which are listed), `dialog` while one is open."""

    tables = frozenset({"paper_template"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._own: Mapping[str, Mapping[str, Any]] = {}
        self.dialog: TemplateDialog | None = None
        self.title, self.remark = Title("", self), Muted("", self, wrap=True)
        self.bar = FilterBar(" ", self)
        self.bar.let_search_shrink()
        self.choice = Segmented(parent=self)
        self.change = Button("", self, clicked=self.open_chosen)
        self.restore = Button("", self, clicked=self.restore_chosen)
        self.table = RowTable(self._columns(), self, folded=lambda row: row.folded)
        self.bar.add_left(self.choice)
        self.bar.add_right(self.restore)
        self.bar.add_right(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.remark)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        self._connect()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(t("Paper templates"))
        self.remark.setText(
            t("What the office changes in its papers: words, parts, columns and lines, type and spacing, emblem, "
              "marking. A paper of an event shows it at once; versions already issued stay as they are.")
        )  # fmt: skip
        self.bar.set_placeholder(t("Paper, or what was changed"))
        self.choice.set_choices([(ALL, t("All")), (CHANGED, t("With changes"))])
        self.choice.setAccessibleName(t("Which papers are listed"))
        self.change.set_text(t("Change…"))
        self.restore.set_text(t("Back to the original"))
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(t("Paper templates"))
        self._show()

    def refresh(self) -> None:
        """Read what was changed."""
        self.context.read(self, "templates", self._take, own_templates)

    def main_action(self) -> Action | None:
        """Change what holds for all papers."""
        return Action(t("All papers…"), lambda: self.open_template(0))

    def lines(self) -> list[TemplateLine]:
        """Return the papers listed."""
        return [line for line in self.table.rows() if isinstance(line, TemplateLine)]

    def open_chosen(self) -> None:
        """Change the template of the paper chosen."""
        if (place := self._chosen()) is not None:
            self.open_template(place)

    def open_template(self, place: int) -> None:
        """Change a template beside a paper of the office that bears it; that of all papers beside a programme."""
        paper = PAPERS[place] or Paper.PROGRAMME
        self.context.read(self, "example", lambda found: self._open(place, found), example_of, paper)

    def restore_chosen(self) -> None:
        """Bring the paper chosen back to the original; undo takes that back."""
        place = self._chosen()
        if place is not None and self.context.read_only is None and self._own.get(_key(place)):
            self.context.run(self, restore_template, _key(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search by Ctrl+F; Enter and Delete belong to the list."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Qt.Key.Key_F:
            self.bar.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns share the width."""
        super().resizeEvent(event)
        room = max(self.width() - theme.px(20), theme.px(400))
        self.table.set_widths([room * 2 // 5, room * 3 // 5])

    def _columns(self) -> list[Column]:
        return [
            Column("name", t("Document"), lambda line: line.name, 300, strong=True),
            Column("changed", t("What was changed"), lambda line: line.changed or t("as the program has it"), 420,
                   pill=lambda line: Tone.ATTENTION if line.changed else ""),
        ]  # fmt: skip

    def _connect(self) -> None:
        self.bar.searched.connect(self._search)
        self.choice.edited.connect(lambda _choice: self._show())
        self.table.selected.connect(lambda _ids: self._show_chosen())
        self.table.activated_row.connect(self.open_template)
        self.table.delete_requested.connect(lambda _ids: self.restore_chosen())

    def _take(self, own: Mapping[str, Mapping[str, Any]]) -> None:
        self._own = own
        self._show()

    def _show(self) -> None:
        lines = [_line(place, self._own.get(_key(place), {})) for place in range(len(PAPERS))]
        wanted = self.choice.value()
        self.table.replace_rows([line for line in lines if wanted != CHANGED or line.changed])
        self._count()
        self._show_chosen()

    def _show_chosen(self) -> None:
        place = self._chosen()
        self.change.setEnabled(place is not None)
        changed = place is not None and bool(self._own.get(_key(place)))
        self.restore.setEnabled(changed and self.context.read_only is None)

    def _chosen(self) -> int | None:
        ids = self.table.selected_ids()
        return ids[0] if len(ids) == 1 else None

    def _search(self, words: str) -> None:
        self.table.search(words)
        self._count()

    def _count(self) -> None:
        shown, there = self.table.count()
        self.bar.set_count(str(there) if shown == there else t("{shown} of {there}", shown=shown, there=there))

    def _open(self, place: int, found: Choice | None) -> None:
        paper = PAPERS[place]
        choice = found or Choice(paper or Paper.PROGRAMME, 0, ())
        title = t("All papers") if paper is None else t(TITLES[paper])
        self.dialog = TemplateDialog(self.context, choice, title, self, of_all=paper is None)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def changes_in_words(own: Mapping[str, Any]) -> str:
    """Return what was changed in a paper: "3 words · 1 part left out · order · style"."""
    words = sum(len(said) for said in own.get("words", {}).values())
    hidden = len(own.get("hide", ()))
    orders: Sequence[str] = ("order", "columns", "lines")
    parts = [
        tn("{n} word", "{n} words", words) if words else "",
        tn("{n} part left out", "{n} parts left out", hidden) if hidden else "",
        t("own order") if any(own.get(key) for key in orders) else "",
        t("style") if own.get("style") else "",
        t("emblem") if own.get("emblem") else "",
        t("name of the office") if own.get("issuer") else "",
        t("marking") if own.get("marking") else "",
        t("who approves") if own.get("approver") else "",
    ]  # fmt: skip
    return " · ".join(filter(None, parts))


def _key(place: int) -> str:
    paper = PAPERS[place]
    return HOUSE if paper is None else paper.value


def _line(place: int, own: Mapping[str, Any]) -> TemplateLine:
    paper = PAPERS[place]
    name = t("For all papers") if paper is None else t(TITLES[paper])
    changed = changes_in_words(own)
    return TemplateLine(place, name, changed, fold(f"{name} {changed}"))
