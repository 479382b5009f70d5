"""A person's name in each language: surname, given name, patronymic, and which comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.language.languages import find, own_name
from planner.language.name_offers import Parts
from planner.language.person_names import order_of
from planner.operations import names as name_operations
from planner.operations import people
from planner.rules.kinds import NameOrder
from planner.rules.text import Language
from ui.common.fields import Line
from ui.common.labels import Caption, restyle
from ui.common.leaving import let_go
from ui.common.menu_button import MenuButton
from ui.common.name_suggestions import MEND, lines_for, offer_at, parts_of
from ui.common.suggestion_lines import SuggestionLines
from ui.common.words import word
from ui.context import Context
from ui.translate import t

PARTS = ("surname", "given", "patronymic")
PASSPORT = "und-Latn"


class NameBox(QWidget):
    """A name in one language. Signals: `edited(part, words)`, `order_edited(order)`."""

    edited = Signal(str, str)
    order_edited = Signal(object)

    def __init__(self, tag: Language, parent: QWidget | None = None, *, right: bool = False) -> None:
        super().__init__(parent)
        self.tag = tag
        self._label = Caption("", self, elide=True)
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._label.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter)
        self._hint = Caption("", self, wrap=True)
        self.lines = {part: Line(self) for part in PARTS}
        self.suggestions = SuggestionLines(self)
        self.suggestions.watch(*self.lines.values())
        self.order = MenuButton((), self)
        self.order.setProperty("kind", "link")
        self.order.edited.connect(self.order_edited)
        self._caption = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        for part, line in self.lines.items():
            line.settled.connect(partial(self.edited.emit, part))
            line.textChanged.connect(lambda _text: self._mark())
            column.addWidget(line)
        column.addWidget(self.order, 0, edge)
        column.addWidget(self.suggestions)
        column.addWidget(self._hint)
        if tag == PASSPORT:  # it has two fields, and an order of its own
            self.lines["patronymic"].hide()
            self.order.hide()
        self.setFocusProxy(self.lines["surname"])

    def set_words(self, caption: str) -> None:
        """Say everything in the interface's language."""
        self._caption = caption
        placeholders = {"surname": t("Surname"), "given": t("Given name"), "patronymic": t("Patronymic")}
        for part, line in self.lines.items():
            line.setPlaceholderText(placeholders[part])
            line.setAccessibleName(f"{placeholders[part]} — {self._language()}")
        order = self.order.value()
        self.order.set_choices([(one, word(one)) for one in NameOrder])
        self.order.set_value(order)
        self._mark()

    def set_name(self, name: Any, *, hint: str = "") -> None:
        """Show a name (with surname, given, patronymic, order) or None."""
        for part, line in self.lines.items():
            line.show_text(getattr(name, part) if name else "")
        self.order.set_value(NameOrder(name.order) if name else find(self.tag).name_order)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._mark()

    def set_read_only(self, read_only: bool) -> None:
        """Let the name be read and copied, but not changed."""
        for line in self.lines.values():
            line.setReadOnly(read_only)
        self.order.setEnabled(not read_only)
        self.suggestions.setEnabled(not read_only)

    def missing(self, parts: Parts) -> dict[str, str]:
        """Return those parts of an offered name in whose place nothing stands."""
        return {part: words for part, words in parts._asdict().items() if words and not self.lines[part].text()}

    def flush(self) -> None:
        """Send what waits."""
        for line in self.lines.values():
            line.pause.flush()

    def _language(self) -> str:
        if self.tag == PASSPORT:
            return t("As in the passport")
        name = own_name(self.tag)
        return name[:1].upper() + name[1:]

    def _mark(self) -> None:
        missing = not any(line.text() for line in self.lines.values())
        missing = missing and self.tag != PASSPORT  # few people's passports are needed
        name = f"{self._caption} — {self._language()}" if self._caption else self._language()
        self._label.set_role("attention" if missing else "small")
        self._label.setText(f"{name} · {t('missing')}" if missing else name)
        for part, line in self.lines.items():
            state = "missing" if missing and part != "patronymic" else ""
            if line.property("state") != state:
                line.setProperty("state", state)
                restyle(line)


class NameFields(QWidget):
    """Names in languages, two to a row.

    Signals: `first_typed(language, part, words)` where there is no person yet to write to.
    """

    first_typed = Signal(str, str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._person: int | None = None
        self._known: frozenset[Language] = frozenset()
        self._ids: dict[Language, int] = {}
        self._parts: dict[Language, Parts] = {}
        self._country = ""
        self._caption = ""
        self.boxes: dict[Language, NameBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def set_caption(self, caption: str) -> None:
        """Name the block above its first language."""
        self._caption = caption
        for place, box in enumerate(self.boxes.values()):
            box.set_words(caption if place == 0 else "")

    def show_names(
        self, person_id: int | None, names: Mapping[Language, Any], tags: Sequence[Language], country: str = ""
    ) -> None:
        """Show somebody's names in these languages; None while there is nobody yet.

        What is missing is suggested from the others, by the habits of the person's `country`.
        """
        if person_id != self._person:
            self.flush()
        if tuple(tags) != tuple(self.boxes):
            self._build(tags)
        self._person, self._known = person_id, frozenset(names)
        self._ids = {tag: name.id for tag, name in names.items() if hasattr(name, "id")}
        self._parts = {tag: parts_of(name) for tag, name in names.items()}
        self._country = country
        for tag, box in self.boxes.items():
            box.set_name(names.get(tag))
            box.suggestions.set_lines(lines_for(tag, self._parts, country) if person_id is not None else ())

    def set_read_only(self, read_only: bool) -> None:
        """Let the names be read and copied, but not changed."""
        for box in self.boxes.values():
            box.set_read_only(read_only)

    def flush(self) -> None:
        """Send what waits."""
        for box in self.boxes.values():
            box.flush()

    def _build(self, tags: Sequence[Language]) -> None:
        let_go(self._grid, self.boxes.values())
        self.boxes = {}
        for place, tag in enumerate(tags):
            box = NameBox(tag, self, right=place % 2 == 1)
            box.edited.connect(partial(self._write, tag))
            box.order_edited.connect(partial(self._write_order, tag))
            box.suggestions.taken.connect(partial(self._take, tag))
            self.boxes[tag] = box
            self._grid.addWidget(box, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self.set_caption(self._caption)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def _write(self, tag: Language, part: str, words: str) -> None:
        if self._person is None:
            self.first_typed.emit(tag, part, words)
            return
        self._save(tag, {part: words}, merge=f"person_name:{self._person}:{tag}:{part}")

    def _save(self, tag: Language, parts: Mapping[str, str], *, merge: str = "") -> None:
        values: dict[str, Any] = dict(parts)
        if tag not in self._known:
            values["order"] = order_of(tag, self._country).value
            if tag == PASSPORT:
                values["source"] = "passport"
        self.context.run(self, people.write_name, self._person, tag, merge=merge, **values)

    def _take(self, tag: Language, key: str) -> None:
        if key == MEND and tag in self._ids:
            self.context.run(self, name_operations.mend_name_letters, self._ids[tag])
        elif offer := offer_at(key, tag, self._parts, self._country):
            self._save(tag, self.boxes[tag].missing(offer.parts))

    def _write_order(self, tag: Language, order: NameOrder) -> None:
        if self._person is not None and tag in self._known:
            self.context.run(self, people.write_name, self._person, tag, order=order.value)
