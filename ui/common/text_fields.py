"""A printed text of the office in the languages of its event, written by the one operation there is for texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.declension import Case
from planner.language.languages import own_name
from planner.operations import names, phrases, texts
from planner.rules.text import Language, Source, Text
from ui.common.case_rows import CaseRows
from ui.common.paired_field import LanguageName, PairedField
from ui.common.paired_side import OfferingBox, PairedSide
from ui.common.phrase_offers import PhraseOffers
from ui.context import Context

Declined = Callable[[str], Mapping[Case, str]]
"""What suggests the cases of a Russian wording."""


class Target(NamedTuple):
    """Which text of which row is shown."""

    table: str
    row_id: int
    field: str


def language_names(tags: Sequence[Language]) -> list[LanguageName]:
    """Return languages with what they call themselves, capitalised as a caption."""
    return [LanguageName(tag, own_name(tag)[:1].upper() + own_name(tag)[1:]) for tag in tags]


class TextFields(QWidget):
    """Two wordings side by side; a third language has its own line below.

    An `optional` text is missed in a language only while there is one in another. With `declined`, which suggests
    them, the cases of the Russian wording are shown and confirmed below.
    Signals: `edited(language, words)` where no row is there yet to write to; the owner makes one.
    """

    edited = Signal(str, str)

    def __init__(
        self, context: Context, caption: str = "", parent: QWidget | None = None, *, lines: int = 1,
        single_line: bool = False, optional: bool = False, declined: Declined | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.context = context
        self._optional = optional
        self._caption, self._lines, self._single = caption, lines, single_line
        self._target: Target | None = None
        self._tags: tuple[Language, ...] = ()
        self._fields: list[PairedField] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.offers = PhraseOffers(context, self, self._take_phrase)
        self._column.addWidget(self.offers.whole)
        self._taken = ("", "")
        self._declined = declined
        self.cases: CaseRows | None = None
        if declined is not None:
            self.cases = CaseRows(self, folded=True)
            self.cases.hide()
            self.cases.confirmed.connect(self._confirm_cases)
            self._column.addWidget(self.cases)

    def set_caption(self, caption: str) -> None:
        """Name the text."""
        self._caption = caption
        for field in self._fields:
            field.set_caption(caption)

    def show_text(self, target: Target | None, text: Text, tags: Sequence[Language]) -> None:
        """Show a text of a row (None: of a row that is still to be made) in these languages."""
        if target != self._target:
            self.flush()
        if tuple(tags) != self._tags:
            self._build(tuple(tags))
        if target != self._target:
            self.discard()
            self._target = target
        for field in self._fields:
            field.set_value(text)
        self.offers.refresh()
        self._show_cases(text)

    def fields(self) -> list[PairedField]:
        """Return the paired fields shown."""
        return list(self._fields)

    def field_of(self, tag: Language) -> PairedField:
        """Return the field that holds a language."""
        return next(field for field in self._fields if tag in field.languages())

    def text(self, tag: Language) -> str:
        """Return what is shown in a language."""
        return self.field_of(tag).text(tag)

    def box(self, tag: Language) -> OfferingBox:
        """Return the editor of a language."""
        return self.field_of(tag).box(tag)

    def set_hint(self, tag: Language, hint: str) -> None:
        """Show a remark under a wording."""
        for field in self._fields:
            field.set_hint(tag, hint)

    def set_read_only(self, read_only: bool) -> None:
        """Let the wordings be read and copied, but not changed."""
        for field in self._fields:
            field.set_read_only(read_only)
        if self.cases is not None:
            self.cases.set_read_only(read_only)

    def flush(self) -> None:
        """Send what waits."""
        for field in self._fields:
            field.flush()
        if self.cases is not None:
            self.cases.flush()

    def discard(self) -> None:
        """Forget unsent typing."""
        for field in self._fields:
            field.discard()

    def _build(self, tags: tuple[Language, ...]) -> None:
        for field in self._fields:
            field.discard()
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._tags, self._fields = tags, []
        for group in (tags[:2], *((tag,) for tag in tags[2:])):
            field = PairedField(self._caption, language_names(group), self, lines=self._lines, single_line=self._single)
            field.edited.connect(self._write)
            field.checked.connect(self._check)
            field.suggestion_used.connect(self._note_taken)
            self._column.insertWidget(len(self._fields), field)
            self._fields.append(field)
        sides = [side for field in self._fields for side in field.sides()]
        self.offers.watch(sides)
        if self._optional:
            for side in sides:
                side.box.textChanged.connect(self._look_for_words)
            self._look_for_words()
        if self._fields:
            self.setFocusProxy(self._fields[0])

    def _show_cases(self, text: Text) -> None:
        russian = text.wordings.get("ru") if self._target else None
        if self.cases is not None and self._declined is not None:
            self.cases.setVisible(russian is not None)
            if russian is not None:
                self.cases.show_forms(russian.text, russian.cases, self._declined(russian.text))

    def _confirm_cases(self, forms: Mapping[str, str]) -> None:
        if self._target is not None:
            self.context.run(self, names.confirm_cases, *self._target, language="ru", forms=dict(forms))

    def _look_for_words(self) -> None:
        sides = [side for field in self._fields for side in field.findChildren(PairedSide)]
        wanted = any(side.box.text() for side in sides)
        for side in sides:
            side.set_wanted(wanted)

    def _write(self, tag: str, words: str) -> None:
        target = self._target
        if target is None:
            self.edited.emit(tag, words)
            return
        source = Source.PHRASE if self._taken == (tag, words) else Source.TYPED
        self._taken = ("", "")
        # What was taken is a step of its own, also right after typing.
        merge = f"{target.table}:{target.row_id}:{target.field}:{tag}" if source is Source.TYPED else ""
        self.context.run(
            self, texts.write_text, *target, merge=merge, language=tag, words=words, source=source.value
        )

    def _note_taken(self, tag: str, words: str) -> None:
        self._taken = (tag, words)

    def _take_phrase(self, wordings: Mapping[Language, str]) -> None:
        """Write a whole phrase as one step; into a row that is still to be made one wording after the other."""
        if self._target is not None:
            self.context.run(self, phrases.take_phrase, *self._target, wordings=dict(wordings))
            return
        for tag, words in wordings.items():
            self.edited.emit(tag, words)

    def _check(self, tag: str) -> None:
        if self._target is not None:
            self.context.run(self, texts.check_text, *self._target, language=tag)
