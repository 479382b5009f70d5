"""The body of an inspector: a heading, a remark under it, and fields in a column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from planner.errors import NotFound, PlannerError
from ui import theme
from ui.common.flow import SideBySide
from ui.common.labels import Caption, Heading, Muted, PlainLabel
from ui.common.leaving import let_go
from ui.common.page import Inspector
from ui.context import Context
from ui.translate import t

Box = TypeVar("Box", bound=QWidget)


class FormInspector(Inspector):
    """An inspector with one query. Subclasses write `build`, `query`, `show_sheet` and `retranslate`.

    What is gone from the office is said in words in place of the fields.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.heading = Heading("", self, wrap=True)
        self.remark = Muted("", self, wrap=True)
        self.gone = Muted("", self, wrap=True)
        self.gone.hide()
        self.body = QWidget(self)
        self.body.setProperty("kind", "clear")
        self.fields = QVBoxLayout(self.body)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(theme.px(10))
        column = QVBoxLayout(self)  # the window puts it into an area that scrolls
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for widget in (self.heading, self.remark, self.gone):
            column.addWidget(widget)
        column.addSpacing(theme.px(6))
        column.addWidget(self.body)
        column.addStretch(1)

    def query(self) -> Callable[..., Any]:
        """Return the query that reads one thing by its id."""
        raise NotImplementedError

    def show_sheet(self, sheet: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def show_thing(self, thing_id: int) -> None:
        """Show another thing; what was typed for the one before is sent first."""
        if thing_id != self.thing_id:
            self.flush()
        super().show_thing(thing_id)

    def flush(self) -> None:
        """Send what waits in the fields."""
        for child in self.body.findChildren(QWidget):
            flush = getattr(child, "flush", None)
            if callable(flush):
                flush()

    def refresh(self) -> None:
        """Read the thing again."""
        self.body.setEnabled(self.context.read_only is None)
        for combo in self.body.findChildren(QComboBox):  # a long choice must not widen the column
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumWidth(theme.px(70))
        if not self.thing_id:
            self.say_gone(t("Nothing is selected."))
            return
        wanted, planner, query = self.thing_id, self.context.planner, self.query()
        self.context.tasks.read(self, lambda: planner.read(query, wanted), self._show, self._failed, key="sheet")

    def say_gone(self, sentence: str) -> None:
        """Say in words why there is nothing to show."""
        self.heading.setText("")
        self.remark.setText("")
        self.gone.setText(sentence)
        self.gone.setVisible(True)
        self.body.setVisible(False)

    def say(self, heading: str, remark: str = "") -> None:
        """Show the heading and the remark under it."""
        self.heading.setText(heading)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def _show(self, sheet: Any) -> None:
        self.gone.setVisible(False)
        self.body.setVisible(True)
        self.show_sheet(sheet)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, NotFound):
            self.say_gone(t(error.message, **error.values))
        elif isinstance(error, PlannerError):
            self.context.failed.emit(error)
        else:
            raise error


class Section(QWidget):
    """A small heading with an action at its right end, and widgets under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", self, role="strong")
        self.aside = Caption("", self)
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        self._top.addWidget(self.title)
        self._top.addWidget(self.aside)
        self._top.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addLayout(self._top)

    def set_title(self, title: str, aside: str = "") -> None:
        """Name the section."""
        self.title.setText(title)
        self.aside.setText(aside)
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """Put an action at the right end of the heading."""
        self._top.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Put a widget under the others."""
        self._column.addWidget(widget)

    def remove(self, widgets: Iterable[QWidget]) -> None:
        """Let some of the widgets under it go."""
        let_go(self._column, widgets)

    def add_layout(self, layout: QLayout) -> None:
        """Put a row of widgets under the others."""
        self._column.addLayout(layout)


def side_by_side(*widgets: QWidget, shares: Sequence[int] = ()) -> SideBySide:
    """Return a row of fields of equal width; where their captions have no room they stand below one another."""
    return SideBySide(*widgets, shares=shares)


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout and let them go."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)


def fit_boxes(section: Section, boxes: list[Box], many: int, make: Callable[[], Box]) -> None:
    """Let a section have so many boxes; those that stay keep what is being typed into them."""
    gone = boxes[many:]
    del boxes[many:]
    section.remove(gone)
    while len(boxes) < many:
        boxes.append(make())
        section.add(boxes[-1])
