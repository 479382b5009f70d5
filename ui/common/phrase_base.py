"""The office's phrases in memory: read once on a reader when first asked for, then kept in step with every change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from planner.app import Changes
from planner.language.phrases import Completion, Offer, PhraseIndex
from planner.queries.phrases import TABLES, follow_changes, phrase_index
from planner.rules.text import Language
from ui.context import Context


class PhraseBase(QObject):
    """One for each open office. Signals: `refreshed()` when there are other phrases than before."""

    refreshed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._index: PhraseIndex | None = None
        self._changed: dict[str, set[int]] = {}
        self._reading = False
        context.changed.connect(self._note)

    def counterparts(
        self, owner: QObject, words: str, pair: tuple[Language, Language], done: Callable[[list[Offer]], object]
    ) -> None:
        """Hand over what a text may be called in the second language; at once nothing while the base is being read."""
        index = self._current()
        source, target = pair
        if index is not None:
            self._context.tasks.read(
                owner, lambda: index.counterparts(words, source, target), done, key=f"counterparts:{target}"
            )

    def completions(
        self, owner: QObject, begun: str, languages: Sequence[Language], done: Callable[[list[Completion]], object]
    ) -> None:
        """Hand over the phrases that go on as a text in the first of these languages begins."""
        index = self._current()
        first, *others = languages
        if index is not None:
            self._context.tasks.read(
                owner, lambda: index.completions(begun, first, others), done, key=f"completions:{first}"
            )

    def _current(self) -> PhraseIndex | None:
        """Return the base as it is known; where it is not, or not any more, it is read and told of later."""
        if not self._reading and not all(self._changed.values()):
            self._index, self._changed = None, {}  # of a colleague's step only the tables are known
        if not self._reading and (self._index is None or self._changed):
            changed, self._changed = self._changed, {}
            self._reading = True
            if self._index is None:
                self._context.tasks.read(self, lambda: self._context.planner.read(phrase_index), self._take, self._fail)
            else:
                index = self._index
                self._context.tasks.read(
                    self, lambda: self._context.planner.read(follow_changes, index, changed), self._take, self._fail
                )
        return self._index

    def _take(self, index: PhraseIndex) -> None:
        self._reading = False
        first, self._index = self._index is None, index
        if first or not self._changed:
            self.refreshed.emit()

    def _fail(self, error: BaseException) -> None:
        """Read everything anew at the next question: what could not be read now may be readable then."""
        self._reading, self._index = False, None
        raise error

    def _note(self, changes: Changes) -> None:
        if self._index is not None or self._reading:
            for table in TABLES & changes.tables:
                self._changed.setdefault(table, set()).update(changes.ids[table])


def phrase_base(context: Context) -> PhraseBase:
    """Return the phrases of an open office."""
    found = context.findChild(PhraseBase)
    return found if isinstance(found, PhraseBase) else PhraseBase(context)
