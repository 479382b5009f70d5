"""The words of a paragraph: a text that tells when it was emptied, and one that is made by its first words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from planner.operations.follow_up import add_statement, remove_statement
from planner.operations.texts import write_text
from planner.queries.follow_up import StatementRow
from planner.rules.text import EMPTY, Language
from ui.common.text_fields import Target, TextFields
from ui.context import Context


class Words(TextFields):
    """Signals: `emptied()` when no language holds words any more and the person has gone elsewhere."""

    emptied = Signal()

    def _build(self, tags: tuple[Language, ...]) -> None:
        super()._build(tags)
        for field in self.fields():
            for side in field.sides():
                side.box.focus_moved.connect(lambda: QTimer.singleShot(0, self, self._look))

    def is_empty(self) -> bool:
        """Tell whether nothing is typed in any language."""
        return not any(side.box.text().strip() for field in self.fields() for side in field.sides())

    def holds_focus(self) -> bool:
        """Tell whether somebody is typing here."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _look(self) -> None:
        """Look whether it was left empty."""
        if self._target is not None and self.is_empty() and not self.holds_focus():
            self.emptied.emit()


class Slot(Words):
    """A paragraph of a paper that has but one: it is made by its first words and goes with its last."""

    def __init__(
        self, context: Context, paper: str, part: str, parent: QWidget | None = None, *, single_line: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(context, "", parent, single_line=single_line, optional=True)
        self.paper, self.part = paper, part
        self._row: StatementRow | None = None
        self._of: dict[str, Any] = {}
        self._making = False
        self._later: dict[Language, str] = {}
        self.edited.connect(self._make)
        self.emptied.connect(self._remove)

    def show_row(self, row: StatementRow | None, tags: tuple[Language, ...], **of: Any) -> None:
        """Show the paragraph, or room for it; `of` says of which event, item and person a new one is."""
        if of != self._of:
            self.flush()
            self._making, self._later = False, {}
        self._row, self._of = row, of
        if row is None:
            if not self._making:
                self.show_text(None, EMPTY, tags)
            return
        if self._making:
            self.flush()  # what is being typed in another language is kept for the row
        later, self._making, self._later = self._later, False, {}
        text = row.words
        for tag, words in later.items():
            text = text.with_wording(tag, words)
        self.show_text(Target("statement", row.id, "words"), text, tags)
        for tag, words in later.items():
            self.context.run(self, write_text, "statement", row.id, "words", language=tag, words=words)

    def _make(self, tag: Language, words: str) -> None:
        """Make the paragraph of its first words; what is typed before it is there follows then."""
        if self._making:
            self._later[tag] = words
        elif words.strip():
            self._making = True
            text = EMPTY.with_wording(tag, words)
            self.context.run(self, add_statement, self.paper, self.part, text, failed=self._refused, **self._of)

    def _refused(self, error: Any) -> None:
        self._making, self._later = False, {}
        self.context.failed.emit(error)

    def _remove(self) -> None:
        if self._row is not None and self.context.read_only is None:
            self.discard()
            self.context.run(self, remove_statement, self._row.id)
