"""The inspector of a phrase: its wordings, what it is for, and whether it is offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.errors import NotFound
from planner.operations import phrases as operations
from planner.queries.phrases import TEXT_TABLES, OwnPhrase, PhraseRow, own_phrases, phrase
from planner.rules.kinds import ItemKind
from planner.rules.text import Language, Text, Wording
from ui.common.buttons import Link
from ui.common.fields import ChoiceField, ToggleRow
from ui.common.form import FormInspector
from ui.common.labels import Muted
from ui.common.register_offers import register_languages
from ui.common.text_fields import Target, TextFields, language_names
from ui.common.words import choices
from ui.context import Context
from ui.translate import follow_language, language, t, tn


class PhraseView(NamedTuple):
    """A line of the register; `own` is the office's own phrase, None for what only stands in texts."""

    row: PhraseRow
    own: OwnPhrase | None
    languages: tuple[Language, ...]


def read_phrase(db: Any, phrase_id: int) -> PhraseView:
    """Return what the inspector shows; raise NotFound in words."""
    row = phrase(db, phrase_id)
    if row is None:
        raise NotFound("This phrase is no longer written anywhere.")
    own = next((one for one in own_phrases(db) if one.id == phrase_id), None)
    return PhraseView(row, own, register_languages(db, language()))


class PhraseInspector(FormInspector):
    """Kind "phrase"; a negative id is a phrase that only stands in texts, by the newest of them."""

    tables = TEXT_TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("phrase inspector")
        self._view: PhraseView | None = None
        self.words = TextFields(context, "", self.body)
        self.stands = Muted("", self.body, wrap=True)
        self.topic = ChoiceField("", self.body)
        self.offered = ToggleRow("", self.body)
        self.keep = Link("", self.body, strong=True, clicked=self._keep)
        self.retire = Link("", self.body, clicked=lambda: self._keep(retired=True))
        self.remove = Link("", self.body, clicked=lambda: context.run(self, operations.remove_phrase, self.thing_id))
        for widget in (self.words, self.stands, self.topic, self.offered, self.keep, self.retire, self.remove):
            self.fields.addWidget(widget)
        self.topic.edited.connect(lambda topic: self._edit(topic=topic))
        self.offered.edited.connect(lambda on: self._edit(retired=not on))
        self.setFocusProxy(self.words)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.words.set_caption(t("Phrase"))
        self.topic.set_caption(t("For items of the kind"))
        self.topic.set_choices([("", t("any")), *((kind.value, name) for kind, name in choices(ItemKind))])
        self.offered.set_label(t("Offer this phrase"))
        self.keep.set_text(t("Keep it as the office’s own"))
        self.retire.set_text(t("Never offer it"))
        self.remove.set_text(t("Remove from the register"))
        if self._view is not None:
            self.show_sheet(self._view)

    def query(self) -> Callable[..., Any]:
        """Return the query of a phrase."""
        return read_phrase

    def show_sheet(self, sheet: Any) -> None:
        """Show a phrase."""
        self._view = sheet
        row: PhraseRow = sheet.row
        own: OwnPhrase | None = sheet.own
        self.say(t("Phrase"), _uses(row.uses))
        self.words.setVisible(own is not None)
        self.stands.setVisible(own is None)
        for widget in (self.topic, self.offered, self.remove):
            widget.setVisible(own is not None)
        for widget in (self.keep, self.retire):
            widget.setVisible(own is None)
        if own is None:
            self.stands.setText(_as_lines(row.words, sheet.languages))
            return
        tags = tuple(dict.fromkeys([*sheet.languages, *own.words.wordings]))
        self.words.show_text(Target("phrase", own.id, "words"), own.words, tags)
        self.topic.set_value(own.topic)
        self.offered.set_value(not own.retired)

    def _keep(self, *, retired: bool = False) -> None:
        if self._view is not None:
            words = Text({tag: Wording(one) for tag, one in self._view.row.words.items()})
            self.context.run(
                self, operations.add_phrase, words, retired=retired,
                done=lambda changes: self.context.select("phrase", changes.result),
            )  # fmt: skip

    def _edit(self, **values: Any) -> None:
        self.context.run(self, operations.edit_phrase, self.thing_id, **values)


def _uses(uses: int) -> str:
    return tn("{n} text says so", "{n} texts say so", uses) if uses else t("no text says so yet")


def _as_lines(words: Mapping[Language, str], languages: tuple[Language, ...]) -> str:
    tags = [*(tag for tag in languages if tag in words), *(tag for tag in words if tag not in languages)]
    return "\n".join(f"{one.name}: {words[one.tag]}" for one in language_names(tags))
