"""The menu of a meal: courses and dishes in the languages of the table, what they hold, and who cannot eat them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.operations import logistics, menus, texts
from planner.papers import Paper
from planner.queries.menus import DishRow, KnownDish, MealRow, Menus
from planner.queries.menus import menus as read_menus
from planner.rules.text import EMPTY, Language, Source, Text, Wording
from ui import theme
from ui.common.edit_columns import EditColumn
from ui.common.labels import Muted, PlainLabel
from ui.common.menu_button import MenuButton
from ui.logistics.one_shown import OneShown
from ui.logistics.section import TAKING_PART, gesture, short_language, words_column
from ui.logistics.words import DIETS, DISH_MARKS, named
from ui.translate import t, tn

COURSE, DISH = "course:", "title:"
"""Before the language, the keys of the columns of words."""


class DietsPanel(QFrame):
    """How many of those who eat keep which diet; never who."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.heading = PlainLabel("", self, role="strong")
        self.lines = PlainLabel("", self, wrap=True)
        self.wishes = Muted("", self, wrap=True)
        self.hint = Muted("", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(theme.px(8))
        for widget in (self.heading, self.lines, self.wishes, self.hint):
            column.addWidget(widget)
        column.addStretch(1)

    def show_meal(self, meal: MealRow | None) -> None:
        """Show what is noted of those who take part in a meal."""
        self.heading.setText(t("Diets at this table"))
        if meal is None:
            return
        lines = [f"{t(DIETS[code]) if code in DIETS else code}: {count}" for code, count in meal.diets]
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))
        wishes = [f"“{words}”: {count}" for words, count in meal.wishes]
        self.wishes.setText("\n".join([t("Wishes as they were written:"), *wishes]) if wishes else "")
        self.wishes.setVisible(bool(wishes))
        parts = [tn("One person eats.", "{n} people eat.", meal.eaters)]
        if unasked := meal.eaters - meal.asked:
            parts.append(t("Nothing is noted of {n}: ask them.", n=unasked))
        self.hint.setText(" ".join(parts))


class MenusSection(OneShown):
    """Attributes: `take_over`; `diets`, the panel beside the table; `shown_id`, the meal."""

    tables = TAKING_PART | {"dish", "person_private", "venue"}
    name = "menus"
    PAPER = Paper.MENU
    sheet: Menus | None

    def __init__(self, context: Any, parent: Any = None) -> None:
        self.take_over = MenuButton((), fixed="…")
        self.diets = DietsPanel()
        super().__init__(context, parent)
        self.bar.add(self.choice, self.take_over)
        self.take_over.edited.connect(lambda source: self.run(menus.copy_menu, self.shown_id, source))
        self.empty.step_taken.disconnect()
        self.empty.step_taken.connect(lambda: self.context.show("tab:programme", self.event_id))

    def body(self) -> QWidget:
        """Return the dishes with the diets beside them."""
        self.table.order = True
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.table, 5)
        row.addWidget(self.diets, 1)
        return whole

    # --- What is shown

    def read(self) -> None:
        """Read the menus."""
        self.context.read(self, "menus", self.took, read_menus, self.event_id)

    def several(self) -> Sequence[MealRow]:
        """Return the meals."""
        return self.sheet.meals if self.sheet else ()

    def weight(self, one: MealRow) -> int:
        """Put those with a menu first."""
        return 0 if one.dishes else 1

    def of_what(self) -> int:
        """Return the meal whose menu is shown."""
        return self.shown_id

    def shown_meal(self) -> MealRow | None:
        """Return the meal shown."""
        return self.shown_one()

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.paper.set_text(t("Print menu card…"))
        self.table.setAccessibleName(t("Menu"))
        self.empty.set_words(
            t("No meals yet"),
            t("Menus belong to meals and receptions: add one to the programme first."),
            t("Go to the programme"), "",
        )  # fmt: skip

    def rows(self) -> Sequence[DishRow]:
        """Return the dishes of the meal shown."""
        meal = self.shown_meal()
        return meal.dishes if meal else ()

    def is_empty(self) -> bool:
        """Tell whether there is no meal."""
        return not (self.sheet and self.sheet.meals)

    def new_words(self) -> str:
        """Return what the empty line says."""
        return t("+ Type a course or a dish")

    def columns(self) -> Sequence[EditColumn]:
        """Return the columns in the languages of the event."""
        if self.sheet is None:
            return ()
        marks = named(DISH_MARKS)
        both = len(self.tags) == 1
        return [
            *(self._words(COURSE, tag, t("Course") if both else t("Course ({language})", language=short_language(tag)),
                          100) for tag in self.tags),
            *(self._words(DISH, tag, t("Dish") if both else t("Dish ({language})", language=short_language(tag)),
                          190) for tag in self.tags),
            EditColumn("marks", t("Holds, is fit for"), lambda row: ", ".join(map(marks.label, row.marks)), 150,
                       parse=marks.values, offers=marks.labels, several=True, muted=True,
                       wrong=t("Write marks with commas between them: halal, nuts, alcohol.")),
            *([_unfit_column()] if any(one.unfit for one in self.rows()) else ()),
        ]  # fmt: skip

    def show_more(self) -> None:
        """Show the meals and the diets."""
        if self.sheet is None:
            return
        self.show_choice()
        others = [(one.id, self.in_menu(one)) for one in self.sheet.meals if one.dishes and one.id != self.shown_id]
        self.take_over.set_choices(others, fixed=t("Same menu as"))
        self.take_over.setEnabled(bool(others) and not self.is_read_only)
        self.diets.show_meal(self.shown_meal())

    def foot_words(self) -> str:
        """Say how a menu is put in order."""
        return t("Drag a row to put it elsewhere, or use Ctrl+↑↓. Dishes of one course stand under one heading.")

    def chosen(self, ids: Sequence[int]) -> None:
        """Show the meal in the inspector."""
        if ids:
            self.context.select("item", self.shown_id)

    # --- What is written

    def add(self, values: dict[str, Any], *, merge: str = "", done: Callable[[Any], object] | None = None) -> None:
        """Add a dish; one served before brings its other wordings and marks, a course that stands above is kept."""
        if not self.shown_id:
            return
        course, title = _text(values, COURSE), _text(values, DISH)
        marks = values.get("marks", [])
        if (known := self._known(title)) is not None:
            title, marks = _filled(title, known.title), marks or list(known.marks)
        rows = self.rows()
        course = self._course(course) if course else rows[-1].course if rows else EMPTY
        self.run(
            logistics.add_dish, self.shown_id, title, course, marks=list(marks), merge=merge, done=done,
            failed=self._failed,
        )  # fmt: skip

    def edit(self, ids: Sequence[int], key: str, value: Any, *, merge: str = "") -> None:
        """Write into dishes."""
        if key == "marks":
            self.run(menus.edit_dishes, tuple(ids), value, merge=merge)
            return
        field = "course" if key.startswith(COURSE) else "title"
        tag = key.rpartition(":")[2]
        merge = merge or gesture()
        for one in ids:
            self._write(one, field, tag, value, merge)

    def remove(self, ids: Sequence[int]) -> None:
        """Remove dishes."""
        self.run(menus.remove_dishes, tuple(ids))

    def reorder(self, row_id: int, place: int) -> None:
        """Put a dish elsewhere on the menu."""
        self.run(menus.reorder_dish, row_id, place)

    def _write(self, dish_id: int, field: str, tag: Language, words: str, merge: str) -> None:
        """Write a wording; other wordings that were used with it before come along where they are missing."""
        row = next(one for one in self.rows() if one.id == dish_id)
        before = row.course if field == "course" else row.title
        new = Text({tag: Wording(words)}) if words else EMPTY
        known = self._known(new) if field == "title" else None
        whole = known.title if known else self._course(new) if field == "course" else new
        self.run(texts.write_text, "dish", dish_id, field, language=tag, words=words, merge=merge)
        for other in self.tags if words else ():
            if other != tag and not before.get(other) and (more := whole.get(other)):
                self.run(texts.write_text, "dish", dish_id, field, language=other, words=more,
                         source=Source.PHRASE.value, merge=merge)  # fmt: skip

    def _known(self, title: Text) -> KnownDish | None:
        """Return the dish served before that bears one of these wordings."""
        found = self.sheet.known if self.sheet else ()
        return next((one for one in found if _alike(one.title, title)), None)

    def _course(self, course: Text) -> Text:
        """Return a course with the other wordings it had before."""
        found = self.sheet.courses if self.sheet else ()
        return _filled(course, next((one for one in found if _alike(one, course)), EMPTY))

    def _words(self, key: str, tag: Language, title: str, width: int) -> EditColumn:
        def words(row: DishRow) -> str:
            return (row.course if key == COURSE else row.title).get(tag)

        def missing(row: DishRow) -> bool:
            return bool(row.course) if key == COURSE else True

        sheet = self.sheet
        found = (sheet.courses if key == COURSE else [one.title for one in sheet.known]) if sheet else ()
        offers = list(dict.fromkeys(filter(None, (one.get(tag) for one in found))))
        return words_column(
            f"{key}{tag}", title, words, width, offers=offers, starts=True, missing=missing, muted=key == COURSE
        )


def _unfit_column() -> EditColumn:
    return EditColumn("unfit", t("Not for"), _unfit_words, 96, tone=lambda row: "attention" if row.unfit else "")


def _unfit_words(row: DishRow) -> str:
    return ", ".join(f"{t(DIETS.get(diet, diet))} {count}" for diet, count in row.unfit)


def _text(values: dict[str, Any], key: str) -> Text:
    """Return the wordings typed under keys that begin so."""
    found = {name.removeprefix(key): Wording(words) for name, words in values.items() if name.startswith(key) and words}
    return Text(found) if found else EMPTY


def _alike(one: Text, other: Text) -> bool:
    return any(one.get(tag) == words.text for tag, words in other.wordings.items() if words.text)


def _filled(text: Text, known: Text) -> Text:
    """Return a text with the wordings it lacks taken from another."""
    more = {tag: Wording(words.text) for tag, words in known.wordings.items() if words.text and not text.get(tag)}
    return Text({**text.wordings, **more}) if more else text
