"""The views of single people: the principals at hand, everybody else from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.app import Changes
from planner.queries.taking_part import PlaceRow, places
from ui import theme
from ui.agenda.plan import View, is_for
from ui.common.named import first_name, shown
from ui.common.picker import Offer, Picker
from ui.translate import follow_language, language, t

if TYPE_CHECKING:
    from ui.agenda.page import ProgrammePage

TABLES = frozenset({"delegation", "participation", "person", "person_name", "post"})


class OwnViews(QObject):
    """Fills the page's menu of views with people. Attributes: `picker`, the list last opened."""

    def __init__(self, page: ProgrammePage) -> None:
        super().__init__(page)
        self._page = page
        self._event_id = 0
        self._heads: tuple[PlaceRow, ...] = ()
        self._chosen: PlaceRow | None = None
        self.picker: Picker | None = None
        page.context.changed.connect(self._look_at)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._offer()

    def set_event(self, event_id: int) -> None:
        """Offer the principals of another event."""
        if event_id != self._event_id:
            self._event_id, self._heads, self._chosen = event_id, (), None
            self._read()

    def choose(self, value: View | str) -> View | None:
        """Return the view chosen from the menu; None where a person is to be chosen from the list first."""
        if isinstance(value, View):
            return value
        self._page.context.read(self, "people", self._open, places, self._event_id)
        return None

    def remark(self) -> str:
        """Return what is to be said where the person looked at takes part in nothing, else ""."""
        plan, view = self._page.plan, self._page.view()
        if plan is None or not view.member_id or any(is_for(item, view, plan) for item in plan.programme.items):
            return ""
        rows = (*self._heads, *([self._chosen] if self._chosen else []))
        name = next((self._name(row) for row in rows if row.id == view.member_id), "")
        return t("{name} is put down for nothing yet. Say so under “Who takes part”.", name=name)

    def _look_at(self, changes: Changes) -> None:
        if self._event_id and TABLES & changes.tables:
            self._read()

    def _read(self) -> None:
        self._page.context.read(self, "heads", self._take, places, self._event_id, heads=True)

    def _take(self, heads: tuple[PlaceRow, ...]) -> None:
        self._heads = heads
        self._offer()

    def _offer(self) -> None:
        rows = {row.id: row for row in (*self._heads, *([self._chosen] if self._chosen else []))}
        now = self._page.view()
        if now.member_id and now not in map(_view, rows.values()):
            self._page.choose_view(View.WORKING)
        self._page.bar.set_people([(_view(row), self._name(row)) for row in rows.values()])

    def _open(self, rows: tuple[PlaceRow, ...]) -> None:
        button = self._page.bar.view
        button.set_value(self._page.view())
        if self.picker is not None:
            self.picker.deleteLater()
        self.picker = Picker(self._page)
        offers = [Offer(place, row, self._name(row), self._post(row)) for place, row in enumerate(rows)]
        self.picker.set_offers(offers)
        self.picker.picked.connect(self._picked)
        self.picker.open_under(button, width=theme.px(360))

    def _picked(self, row: PlaceRow) -> None:
        self._chosen = row
        self._offer()
        view = _view(row)
        self._page.bar.view.set_value(view)
        self._page.choose_view(view)

    def _name(self, row: PlaceRow) -> str:
        return first_name(row.names, language(), *self._tags()) or self._post(row)

    def _post(self, row: PlaceRow) -> str:
        return shown(row.position, *self._tags())

    def _tags(self) -> tuple[str, ...]:
        return self._page.plan.event.languages if self._page.plan is not None else ()


def _view(row: PlaceRow) -> View:
    return View.own(row.id, row.delegation_id, row.side)

