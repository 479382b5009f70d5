"""The board of texts: what is missing, changed, from a machine or a draft, written one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from planner.app import Changes
from planner.language.search import fold
from planner.operations.texts import check_text, check_texts, write_checked_text
from planner.queries.phrases import TEXT_TABLES
from planner.queries.texts_board import Board, BoardText, Need, Place, texts_board
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import Button
from ui.common.columns import Column
from ui.common.empty_state import EmptyState
from ui.common.filter_bar import FilterBar
from ui.common.labels import Caption, Muted, PlainLabel
from ui.common.menu_button import MenuButton
from ui.common.page import EventPageView
from ui.common.row_table import RowTable
from ui.common.segmented import Segmented
from ui.common.text_fields import Target, TextFields, language_names
from ui.context import Context
from ui.texts import words
from ui.translate import follow_language, t, tn

KEY = Qt.Key
ALL = "all"
PAUSE = 150
"""Milliseconds without another change before the board is read again."""
FILTERS = (Need.MISSING, Need.STALE, Need.MACHINE, Need.DRAFT)


class Line(NamedTuple):
    """A text on the board, in the language that is being written."""

    id: int
    text: BoardText
    where: str
    what: str
    source: str
    target: str
    need: Need
    folded: str


class TextsPage(EventPageView):
    """The tab "Texts". Attributes: `language` being written, `bar`, `tongues`, `needs`, `table`, `fields`."""

    tables = TEXT_TABLES | {"participation", "person_name", "person"}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._board: Board | None = None
        self.language: Language = ""
        self._ids: dict[tuple[str, int, str], int] = {}
        self._current: tuple[str, int, str] | None = None
        self._wants_focus = False
        self.progress = Muted("", self, wrap=True)
        self.bar = FilterBar(" ", self)
        self.tongues, self.needs = Segmented(parent=self), Segmented(parent=self)
        self.check_all = Button("", self, clicked=self.check_shown)
        self.place = MenuButton(parent=self)
        self.bar.let_search_shrink()
        self.bar.add_left(self.place)
        self.table = RowTable(self._columns(), self, folded=lambda row: row.folded, fitting=True)
        self.nothing = EmptyState(parent=self)
        self._make_desk()
        self._arrange()
        self._connect()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.mark_stale)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.bar.set_placeholder(t("Words, place, person"))
        self.check_all.set_text(t("Mark all of these as checked"))
        self.table.setAccessibleName(t("Texts"))
        self.tongues.setAccessibleName(t("Language that is written"))
        self.needs.setAccessibleName(t("Which texts are listed"))
        self._keys.setText(
            t("Enter: write, next text · Ctrl+Enter: mark as checked, next · Ctrl+Space: take what is offered · "
              "Ctrl+↑ ↓: other text · Esc: to the list")
        )  # fmt: skip
        if self._board is not None:
            self._show(self._board)

    def set_event(self, event_id: int) -> None:
        """Show another event; what is still being typed belongs to the one before."""
        if event_id != self.event_id:
            self.fields.flush()
            self._current, self._board = None, None
        super().set_event(event_id)

    def refresh(self) -> None:
        """Read the texts again."""
        if self.event_id:
            self.context.read(self, "board", self._show, texts_board, self.event_id)

    def lines(self) -> list[Line]:
        """Return the texts listed."""
        return [line for line in self.table.rows() if isinstance(line, Line)]

    def check_shown(self) -> None:
        """Mark every wording listed as checked, as one step."""
        self.fields.flush()
        wanted = [
            (*line.text.key, self.language)
            for line in self.lines()
            if line.target and line.need is not Need.NOTHING
        ]  # fmt: skip
        if wanted and self.context.read_only is None:
            self.context.run(self, check_texts, wanted)

    def write_language(self, language: Language) -> None:
        """Write another language."""
        self.fields.flush()
        self.language = language
        self.tongues.set_value(language)
        if self._board is not None:
            self._show(self._board)

    def list_need(self, need: str) -> None:
        """List the texts that need this, or all; the first of them is shown."""
        self.needs.set_value(need)
        self._list_anew()

    def _list_anew(self) -> None:
        self.fields.flush()
        self._current = None
        if self._board is not None:
            self._list(self._board)

    def _show(self, board: Board) -> None:
        if board.event_id != self.event_id:
            return
        self._board = board
        if self.language not in board.languages:
            self.language = board.languages[-1] if len(board.languages) > 1 else board.languages[0]
        self.tongues.set_choices(
            [(one.tag, self._tongue(one.tag, one.name)) for one in language_names(board.languages)]
        )
        self.tongues.set_value(self.language)
        self._show_counts(board)
        self._list(board)

    def _tongue(self, tag: Language, name: str) -> str:
        assert self._board is not None
        left = sum(one.need(tag) in (Need.MISSING, Need.STALE, Need.MACHINE) for one in self._board.texts)
        return f"{name} · {left}" if left else name

    def _show_counts(self, board: Board) -> None:
        counts = Counter(one.need(self.language) for one in board.texts)
        places = Counter(one.place for one in board.texts)
        choices_of_place = [
            (place.value, f"{words.place_word(place)} {places[place]}") for place in Place if places[place]
        ]
        self.place.set_choices([(ALL, t("Everywhere")), *choices_of_place])
        choices: list[tuple[str, str]] = [(ALL, f"{t('All')} {len(board.texts)}")]
        names = {
            Need.MISSING: t("Missing"), Need.STALE: t("Source changed"), Need.MACHINE: t("From a machine"),
            Need.DRAFT: t("Not checked"),
        }  # fmt: skip
        choices += [(need.value, f"{names[need]} {counts[need]}") for need in FILTERS]
        self.needs.set_choices(choices)
        self.progress.setText(self._progress(board, counts))

    def _progress(self, board: Board, counts: Counter[Need]) -> str:
        name = language_names([self.language])[0].name
        there = len(board.texts) - counts[Need.MISSING]
        parts = [
            t("{language}: {there} of {all} texts are written, {checked} of them checked",
              language=name, there=there, all=len(board.texts), checked=counts[Need.NOTHING])
        ]  # fmt: skip
        missing = board.names_missing.get(self.language, 0)
        if missing:
            parts.append(tn("{n} name of a person is missing", "{n} names of people are missing", missing))
        return " · ".join(parts)

    def _list(self, board: Board) -> None:
        """List what the filter wants, and the text that is being written even if it needs nothing any more."""
        wanted, place = self.needs.value() or ALL, self.place.value() or ALL
        lines = [self._line(one, board) for one in board.texts if place in (ALL, one.place.value)]
        self.table.replace_rows(
            [line for line in lines if wanted in (ALL, line.need.value) or line.text.key == self._current]
        )
        self._show_count()
        keys = {line.text.key for line in self.lines()}
        if self._current not in keys:
            self._current = self.lines()[0].text.key if self.lines() else None
        self._stack.setCurrentIndex(int(not self.lines()))
        self._say_nothing(board)
        self._choose(self._current)

    def _say_nothing(self, board: Board) -> None:
        if board.texts:
            self.nothing.set_words(t("Nothing here"), t("No text needs this in this language."))
        else:
            self.nothing.set_words(
                t("No text is written yet"), t("Everything of the event that is printed is listed here with its state.")
            )

    def _line(self, one: BoardText, board: Board) -> Line:
        text, source = one.row.text, self._source(one, board)
        place, what = words.where(one, *board.languages), words.field_word(one)
        said, target = text.get(source), text.get(self.language)
        number = self._ids.setdefault(one.key, len(self._ids) + 1)
        folded = fold(" ".join((place, what, *(wording.text for wording in text.wordings.values()))))
        return Line(number, one, place, what, said, target, one.need(self.language), folded)

    def _source(self, one: BoardText, board: Board) -> Language:
        """Return the language a text is written from: the first other one that has it."""
        others = [tag for tag in board.languages if tag != self.language]
        return next((tag for tag in others if one.row.text.get(tag)), others[0] if others else self.language)

    def _choose(self, key: tuple[str, int, str] | None) -> None:
        """Show a text on the desk."""
        line = next((line for line in self.lines() if line.text.key == key), None)
        self._desk.setVisible(line is not None)
        if line is None or self._board is None:
            return
        self._current = line.text.key
        if self.table.selected_ids() != (line.id,):
            self.table.select([line.id])
        pair = {self.language, self._source(line.text, self._board)}
        tags = [tag for tag in self._board.languages if tag in pair]
        self._heading.setText(words.heading(line.text, *self._board.languages))
        self.fields.show_text(Target(*line.text.key), line.text.row.text, tags)
        self.fields.set_read_only(self.context.read_only is not None)
        self.check_all.setEnabled(self.context.read_only is None)
        if self._wants_focus:
            self._wants_focus = False
            self.write()

    def write(self) -> None:
        """Go into the editor of the language that is written."""
        box = self.fields.box(self.language)
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        box.select_end()

    def go(self, step: int) -> None:
        """Write what is typed and go to another text; at either end the cursor stays."""
        self.fields.flush()
        keys = [line.text.key for line in self.lines()]
        if self._current in keys:
            place = keys.index(self._current) + step
            self._current = keys[min(max(place, 0), len(keys) - 1)]
            self._wants_focus = True
            self._choose(self._current)

    def check(self) -> None:
        """Mark the wording as checked, as it stands in the editor, and go to the next text."""
        key, said = self._current, self.fields.text(self.language)
        if key is None or not said or self._board is None or self.context.read_only is not None:
            return
        known = next(one.row.text for one in self._board.texts if one.key == key)
        self.fields.discard()
        if known.get(self.language) == said:
            self.context.run(self, check_text, *key, language=self.language)
        else:
            self.context.run(self, write_checked_text, *key, language=self.language, words=said)
        self.go(1)

    def _key(self, _tag: Language, event: QKeyEvent) -> bool:
        """Type-through: Enter and Ctrl+Enter go on, Ctrl+↑ ↓ go elsewhere, Escape leads to the list."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (KEY.Key_Return, KEY.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return False
            if control:
                self.check()
            else:
                self.go(1)
            return True
        if control and event.key() in (KEY.Key_Up, KEY.Key_Down):
            self.go(1 if event.key() == KEY.Key_Down else -1)
            return True
        if event.key() == KEY.Key_Escape:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _look_at(self, changes: Changes) -> None:
        """Wait for a pause in the changes: the board of a conference takes long enough to be felt while typing."""
        if self.tables & changes.tables:
            self._pause.start()

    def _selected(self, ids: Sequence[int]) -> None:
        line = next((line for line in self.lines() if line.id in ids), None)
        if line is not None and line.text.key != self._current:
            self.fields.flush()
            self._choose(line.text.key)

    def _search(self, said: str) -> None:
        self.table.search(said)
        self._show_count()

    def _show_count(self) -> None:
        shown, there = self.table.count()
        self.bar.set_count(str(there) if shown == there else t("{shown} of {there}", shown=shown, there=there))

    def _columns(self) -> list[Column]:
        return [
            Column("where", t("Where"), lambda row: row.where, 140, muted=True, least=90, spare=2),
            Column("what", t("What"), lambda row: row.what, 130, muted=True, least=90, spare=1),
            Column("source", t("Written in the other language"), lambda row: row.source or "—", 300, least=130),
            Column("target", t("In this language"), lambda row: row.target or "—", 300, strong=True, least=130),
            Column(
                "need", t("State"), lambda row: words.need_word(row.need), 200, pill=lambda row: words.TONES[row.need],
                least=120,
            ),
        ]  # fmt: skip

    def _make_desk(self) -> None:
        self._desk = QFrame(self)
        self._desk.setProperty("kind", "panel")
        self._heading = PlainLabel("", self._desk, role="strong", elide=True)
        self.fields = TextFields(self.context, "", self._desk)
        self.fields.offers.other_keys = self._key
        self._keys = Caption("", self._desk, elide=True)
        column = QVBoxLayout(self._desk)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        for widget in (self._heading, self.fields, self._keys):
            column.addWidget(widget)

    def _arrange(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(theme.px(10))
        choices.addWidget(self.tongues)
        choices.addStretch(1)
        choices.addWidget(self.check_all)
        self.tongues.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.table.setMinimumHeight(theme.px(90))
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.progress)
        column.addLayout(choices)
        column.addWidget(self.needs)
        column.addWidget(self.bar)
        column.addLayout(self._stack, 1)
        column.addWidget(self._desk)

    def _connect(self) -> None:
        self.tongues.edited.connect(self.write_language)
        self.needs.edited.connect(self.list_need)
        self.place.edited.connect(lambda _place: self._list_anew())
        self.bar.searched.connect(self._search)
        self.bar.left_downwards.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.selected.connect(self._selected)
        self.table.activated_row.connect(lambda _id: self.write())
