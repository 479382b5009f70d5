"""The fields of a template: words by language, parts and their order, style, emblem, marking and who approves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.documents.templates import LEAD, Part, Sort
from planner.language.languages import own_name
from planner.paper_templates import TemplateSheet, WordRow
from planner.rules.templates import FACES, RULES, SIZES, SPACINGS, Marking
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import Button, IconButton
from ui.common.fields import ChoiceField, Line, ToggleRow
from ui.common.form import Section, side_by_side
from ui.common.labels import Caption, Muted, plain_tooltip
from ui.documents.choice_fields import SegmentedField
from ui.translate import t

INKS = ("#1F4E79", "#2F6B40", "#8E3B2F", "#5B3A7E", "#333333")
"""The colours of headings that are offered; each can be read on white (`rules.templates.is_legible`)."""


class WordFields(QWidget):
    """Signals: `edited(key, language, words)`."""

    edited = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = Section(self)
        self.lines: dict[tuple[str, Language], Line] = {}
        self._keys: tuple[object, ...] = ()
        self._grid_holder: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)

    def show_words(self, rows: Sequence[WordRow], languages: Sequence[Language], *, read_only: bool) -> None:
        """Show words; what the program says stands in grey where the office says nothing else."""
        self.section.set_title(t("Words"))
        keys = (tuple(row.key for row in rows), tuple(languages))
        if keys != self._keys:
            self._keys = keys
            self._build(rows, languages)
        for row in rows:
            for tag in languages:
                line = self.lines[row.key, tag]
                line.setPlaceholderText(row.original[tag])
                line.show_text(row.own[tag])
                line.setReadOnly(read_only)

    def _build(self, rows: Sequence[WordRow], languages: Sequence[Language]) -> None:
        if self._grid_holder is not None:
            self._grid_holder.hide()
            self._grid_holder.deleteLater()
        self.lines = {}
        self._grid_holder = holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(6))
        for column, tag in enumerate(languages):
            grid.addWidget(Caption(own_name(tag), holder), 0, column)
            for place, row in enumerate(rows, 1):
                line = Line(holder)
                line.setAccessibleName(f"{row.original[tag]} ({tag})")
                plain_tooltip(line, row.original[tag])
                line.settled.connect(partial(self.edited.emit, row.key, tag))
                grid.addWidget(line, place, column)
                self.lines[row.key, tag] = line
        self.section.add(holder)


ORDERS = {Sort.BLOCK: "order", Sort.COLUMN: "columns", Sort.LINE: "lines"}
"""The key of a template that holds the order of parts of a sort."""


class PartFields(QWidget):
    """Signals: `hidden(keys)`, and `ordered(name, keys)` with a key of the template (`ORDERS`)."""

    hidden = Signal(object)
    ordered = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = Section(self)
        self.toggles: dict[str, ToggleRow] = {}
        self._holder: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)

    def show_parts(self, sheet: TemplateSheet, *, read_only: bool) -> None:
        """Show what the paper has, ticked where it stands on the page."""
        self.section.set_title(t("What stands on the page"))
        hidden = set(sheet.own.get("hide", ()))
        captions = {
            Sort.BLOCK: t("Parts"), Sort.COLUMN: t("Columns"), Sort.LINE: t("What is said of each"),
            Sort.PART: t("Everywhere"),
        }  # fmt: skip
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self.toggles = {}
        for sort in Sort:
            parts = [part for part in sheet.parts if part.sort is sort]
            order = list(sheet.own.get(ORDERS.get(sort, ""), ()))
            parts.sort(key=lambda part: order.index(part.key) if part.key in order else len(order))
            if parts:
                column.addWidget(Caption(captions[sort], holder))
            for place, part in enumerate(parts):
                column.addLayout(self._row(part, parts[:place], parts, hidden, read_only=read_only))
        self.section.add(holder)

    def _row(
        self, part: Part, above: Sequence[Part], parts: Sequence[Part], hidden: set[str], *, read_only: bool
    ) -> QHBoxLayout:
        toggle = self.toggles[part.key] = ToggleRow(_label(part), self._holder)
        toggle.set_value(part.key not in hidden)
        toggle.set_read_only(read_only)
        toggle.edited.connect(partial(self._hide, sorted(hidden), part.key))
        row = QHBoxLayout()
        row.addWidget(toggle, 1)
        movable = [one.key for one in parts if one.key != LEAD]  # the lead leads
        if part.sort in ORDERS and len(movable) > 1 and part.key != LEAD and not read_only:
            up = IconButton("chevron-up", t("Further up"), parent=self._holder, quiet=True)
            up.clicked.connect(lambda _on=False: self._move_up(ORDERS[part.sort], movable, part.key))
            up.setEnabled(any(one.key != LEAD for one in above))
            row.addWidget(up)
        return row

    def _hide(self, hidden: Sequence[str], key: str, on: bool) -> None:
        self.hidden.emit([one for one in hidden if one != key] + ([] if on else [key]))

    def _move_up(self, name: str, keys: list[str], key: str) -> None:
        place = keys.index(key)
        keys[place - 1 : place + 1] = [key, keys[place - 1]]
        self.ordered.emit(name, keys)


def _label(part: Part) -> str:
    """Return what a part is called: by its own words on the paper, else by what it is."""
    names = {
        "emblem": t("The emblem"), "subtitle": t("Lines under the title"), "note": t("Posts, places and notes"),
        "remark": t("Remarks under the time"), "figure": t("The drawing"), LEAD: t("Time or number"),
    }  # fmt: skip
    words = " / ".join(filter(None, dict.fromkeys(part.words)))
    return words or names.get(part.key) or t("Column {n}", n=part.key.partition(":")[2])


class StyleFields(QWidget):
    """Signals: `edited(values)`, keys of the template with their new values; `emblem_wanted()` to choose a picture."""

    edited = Signal(object)
    emblem_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: dict[str, Any] = {}
        self.section, self.top = Section(self), Section(self)
        self.face, self.spacing = SegmentedField(self), SegmentedField(self)
        self.rule = ChoiceField("", self)
        self.accent = ChoiceField("", self)
        self.sizes = {name: ChoiceField("", self) for name in SIZES}
        self.issuer, self.marking = ToggleRow(parent=self), ChoiceField("", self)
        self.emblem = Button("", self, clicked=self.emblem_wanted.emit)
        self.no_emblem = Button("", self, clicked=lambda: self.edited.emit({"emblem": None}))
        self.floors = Muted("", self, wrap=True)
        for widgets in ((self.face,), (self.spacing,), (self.accent, self.rule),
                        (self.sizes["title"], self.sizes["heading"]), (self.sizes["body"], self.sizes["note"]),
                        (self.floors,)):  # fmt: skip
            self.section.add(_beside(widgets, self))
        tops: tuple[tuple[QWidget, ...], ...] = ((self.emblem, self.no_emblem), (self.issuer,), (self.marking,))
        for row in tops:
            self.top.add(_beside(row, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.top)
        column.addWidget(self.section)
        self.face.edited.connect(partial(self._put, "face"))
        self.accent.edited.connect(partial(self._put, "accent"))
        self.spacing.edited.connect(partial(self._put, "spacing"))
        self.rule.edited.connect(partial(self._put, "rule"))
        for name, field in self.sizes.items():
            field.edited.connect(partial(self._put, name))
        self.issuer.edited.connect(lambda on: self.edited.emit({"issuer": on or None}))
        self.marking.edited.connect(lambda value: self.edited.emit({"marking": value}))

    def show_style(self, sheet: TemplateSheet, *, read_only: bool) -> None:
        """Show the style; "as the program" where nothing was changed."""
        self._say()
        self._style = dict(sheet.own.get("style", {}))
        self.face.set_value(self._style.get("face"))
        self.accent.set_value(self._style.get("accent"))
        self.spacing.set_value(self._style.get("spacing"))
        self.rule.set_value(self._style.get("rule"))
        for name, field in self.sizes.items():
            field.set_value(self._style.get(name))
            field.set_read_only(read_only)
        self.issuer.set_value(bool(sheet.own.get("issuer") or sheet.own.get("emblem")))
        self.issuer.set_read_only(read_only or bool(sheet.own.get("emblem")))
        self.marking.set_value(sheet.own.get("marking"))
        for widget in (self.face, self.spacing, self.rule, self.accent, self.marking, self.emblem):
            widget.setEnabled(not read_only)
        self.no_emblem.setEnabled(not read_only and bool(sheet.own.get("emblem")))

    def _say(self) -> None:
        original = t("Original")
        self.section.set_title(t("Style"))
        self.top.set_title(t("Above the title"))
        faces = dict(zip(FACES, (t("Serif"), t("Sans serif")), strict=True))
        self.face.set_words(t("Type"), [(None, original), *faces.items()])
        spacings = dict(zip(SPACINGS, (t("Closer"), t("Airy")), strict=True))
        self.spacing.set_words(t("Spacing"), [(None, original), *spacings.items()])
        rules = dict(zip(RULES, (t("None"), t("Heavier"), t("In the colour of headings")), strict=True))
        self.rule.set_caption(t("Lines between rows"))
        self.rule.set_choices([(None, original), *rules.items()])
        names = (t("Blue"), t("Green"), t("Brick"), t("Violet"), t("Graphite"))
        self.accent.set_caption(t("Colour of headings"))
        self.accent.set_choices([(None, original), *zip(INKS, names, strict=True)])
        captions = {"title": t("Size of the title"), "heading": t("Size of headings"), "body": t("Text size"),
                    "note": t("Size of notes")}  # fmt: skip
        for name, field in self.sizes.items():
            field.set_caption(captions[name])
            least, most = SIZES[name]
            sizes = [(float(size), t("{points} pt", points=size)) for size in range(int(least), int(most) + 1)]
            field.set_choices([(None, original), *sizes])
        self.floors.setText(t("Nothing on a paper is smaller than 9 points, its text not under 11."))
        self.issuer.set_label(t("Name of the office"))
        self.emblem.set_text(t("Emblem…"))
        self.no_emblem.set_text(t("No emblem"))
        self.marking.set_caption(t("Marking"))
        self.marking.set_choices([
            (None, t("None")), (Marking.OPEN.value, t("Open")), (Marking.OFFICIAL.value, t("For official use")),
            (Marking.HOST.value, t("For the host side only")),
        ])  # fmt: skip

    def _put(self, key: str, value: Any) -> None:
        style = {name: one for name, one in {**self._style, key: value}.items() if one is not None}
        self.edited.emit({"style": style or None})


class ApproverFields(QWidget):
    """Signals: `edited(value)`, the whole approver."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WordFields(self)
        self._value: dict[str, dict[str, str]] = {}
        self.words.edited.connect(self._put)
        self.remark = Muted("", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.remark)

    def show_approver(self, sheet: TemplateSheet, *, read_only: bool) -> None:
        """Show who is written down; without that the head of the host's side approves."""
        self._value = {key: dict(words) for key, words in sheet.own.get("approver", {}).items()}
        names = {"position": t("Post"), "name": t("Initials and surname")}
        rows = [
            WordRow(key, dict.fromkeys(sheet.languages, name),
                    {tag: self._value.get(key, {}).get(tag, "") for tag in sheet.languages})
            for key, name in names.items()
        ]  # fmt: skip
        self.words.show_words(rows, sheet.languages, read_only=read_only)
        self.words.section.set_title(t("Who approves"))
        self.remark.setText(t("Left empty, it is the head of the host’s side."))

    def _put(self, key: str, language: Language, words: str) -> None:
        value = {name: dict(said) for name, said in self._value.items()}
        value.setdefault(key, {})[language] = words.strip()
        kept = {name: {tag: one for tag, one in said.items() if one} for name, said in value.items()}
        self.edited.emit({"approver": {name: said for name, said in kept.items() if said} or None})


def _beside(widgets: Sequence[QWidget], parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    holder.setLayout(side_by_side(*widgets))
    return holder

