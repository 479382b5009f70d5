"""The register of phrases: the office's own, and what its texts say in two languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.errors import BadInput
from planner.language.collation import sort_key
from planner.language.search import fold
from planner.operations import phrases as register
from planner.queries.phrases import TEXT_TABLES, PhraseRow, phrases
from planner.rules.kinds import ItemKind
from planner.rules.text import Language, text_in
from ui.common.add_panel import Typed
from ui.common.columns import Column
from ui.common.pill import Tone
from ui.common.register_offers import register_languages
from ui.common.register_page import RegisterPage
from ui.common.segmented import Segmented
from ui.common.text_fields import language_names
from ui.common.words import word
from ui.context import Context
from ui.phrases.files import PhraseFiles
from ui.translate import language, t

ALL, OWN, RETIRED = "all", "own", "retired"


class PhraseLine(NamedTuple):
    """A phrase on the screen."""

    id: int
    first: str
    second: str
    uses: int
    topic: str
    own: bool
    retired: bool
    key: str
    folded: str


class Phrases(NamedTuple):
    """The register, and the languages it is shown in."""

    lines: list[PhraseLine]
    languages: tuple[Language, ...]


def read_phrases(db: Any, interface: Language) -> Phrases:
    """Return all phrases, the office's own first, then the most frequent."""
    languages = register_languages(db, interface)
    return Phrases([_line(row, languages) for row in phrases(db)], languages)


class PhrasesPage(RegisterPage):
    """The page "Phrases". Attributes: `choice`, which of them are listed; `files`, what imports and exports them."""

    tables = TEXT_TABLES
    kind = "phrase"
    table_name = "phrases"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._found: list[PhraseLine] = []
        self.choice = Segmented()
        super().__init__(context, parent)
        self.files = PhraseFiles(context, self)
        self.bar.let_search_shrink()
        self.bar.add_left(self.choice)
        self.bar.add_right(self.files.button)
        self.choice.edited.connect(lambda _choice: self._show_chosen())

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.choice.set_choices([(ALL, t("All")), (OWN, t("Own")), (RETIRED, t("Retired"))])
        self.choice.setAccessibleName(t("Which phrases are listed"))
        super().retranslate()

    def columns(self) -> list[Column]:
        """Return the columns, a language each."""
        first, second = (one.name for one in language_names(self._languages))
        return [
            Column("first", first, lambda row: row.first or "—", 330, sort=lambda row: row.key, strong=True),
            Column("second", second, lambda row: row.second or "—", 330),
            Column("uses", t("Used"), lambda row: str(row.uses or ""), 70, sort=lambda row: -row.uses, right=True),
            Column("topic", t("For"), _topic, 120, muted=True),
            Column("own", t("Kept"), _standing, 110, pill=_tone),
        ]

    def folded(self) -> Callable[[Any], str]:
        """Find phrases by words of any language, and by what they are for."""
        return lambda row: row.folded

    def read_rows(self) -> None:
        """Read all phrases."""
        self.context.read(self, "phrases", self._show, read_phrases, language())

    def words(self) -> tuple[str, str, str, str, str]:
        """Return the words of the page."""
        return (
            t("Phrases"), t("Words in any language"), t("+ Phrase"), t("No phrase is there yet"),
            t("Whatever is written in two languages becomes a phrase by itself and is offered wherever the same or a "
              "similar text is missing in one. The wordings the office prefers are kept here."),
        )  # fmt: skip

    def parts(self) -> list[tuple[str, str]]:
        """Return what a new phrase needs."""
        return [("words", t("Phrase"))]

    def add(self, typed: Typed) -> None:
        """Keep a phrase."""
        words = text_in(typed.get("words", {}))
        self.context.run(self, register.add_phrase, words, done=self.added)

    def remove(self, thing_id: int) -> None:
        """Remove one of the office's own phrases."""
        if thing_id > 0:
            self.context.run(self, register.remove_phrase, thing_id)
        else:
            self.context.failed.emit(
                BadInput("This phrase stands in texts of the office. It can be retired: then it is not offered.")
            )

    def _show(self, found: Phrases) -> None:
        if found.languages != self._languages:
            self._languages = found.languages
            self.table.set_columns(self.columns())
        self._found = found.lines
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.choice.value()
        self.show_rows(
            [line for line in self._found if chosen == ALL or (line.retired is (chosen == RETIRED) and line.own)]
        )
        if self._found:
            self._stack.setCurrentWidget(self.table)


def _line(row: PhraseRow, languages: tuple[Language, ...]) -> PhraseLine:
    first, second = (row.words.get(tag, "") for tag in languages)
    folded = fold(" ".join(row.words.values()))
    return PhraseLine(
        row.id, first, second, row.uses, row.topic, row.own, row.retired, sort_key(first, languages[0]), folded
    )


def _topic(row: PhraseLine) -> str:
    return word(ItemKind(row.topic)) if row.topic else ""


def _standing(row: PhraseLine) -> str:
    return t("retired") if row.retired else t("own") if row.own else ""


def _tone(row: PhraseLine) -> Tone | str:
    return Tone.NEUTRAL if row.retired else Tone.FINE if row.own else ""
