"""The inspector of a day the office entered itself: mourning, a city's day, a decree, an announced feast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.errors import NotFound
from planner.language.countries import countries
from planner.language.dates import format_range
from planner.language.feasts import feast_name, feast_rules
from planner.operations import calendar as operations
from planner.queries.calendar import OfficeDayRow, office_days
from planner.rules.calendar import OWN_KINDS, DayKind
from planner.rules.text import Language
from ui.calendar.words import kind_word
from ui.common.buttons import Link
from ui.common.fields import ChoiceField, LineField, ToggleRow
from ui.common.form import FormInspector, side_by_side
from ui.common.labels import Muted
from ui.common.moment_fields import DateField
from ui.common.named import shown
from ui.common.picker import ReferenceField, offers
from ui.common.register_offers import register_languages
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import follow_language, language, t


class OfficeDayView(NamedTuple):
    """A day of the office's own and the languages it is named in."""

    row: OfficeDayRow
    languages: tuple[Language, ...]


def read_office_day(db: Any, office_day_id: int) -> OfficeDayView:
    """Return what the inspector shows; raise NotFound in words."""
    row = next((one for one in office_days(db) if one.id == office_day_id), None)
    if row is None:
        raise NotFound("This day is no longer in the calendar.")
    return OfficeDayView(row, register_languages(db, language()))


class OfficeDayInspector(FormInspector):
    """Kind "office_day"."""

    tables = frozenset({"office_day", "event"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("office day inspector")
        self._view: OfficeDayView | None = None
        self.title = TextFields(context, "", self.body, lines=2)
        self.kind, self.feast = ChoiceField("", self.body), ChoiceField("", self.body)
        self.day = DateField("", self.body, near=context.today())
        self.to_day = DateField("", self.body, near=context.today())
        self.country = ReferenceField("", self.body)
        self.source = LineField("", self.body)
        self.yearly = ToggleRow("", self.body)
        self.hint = Muted("", self.body, wrap=True)
        self.remove = Link("", self.body, clicked=self._remove)
        self.fields.addWidget(self.title)
        self.fields.addWidget(self.kind)
        self.fields.addWidget(self.feast)
        self.fields.addLayout(side_by_side(self.day, self.to_day))
        for widget in (self.country, self.source, self.yearly, self.hint, self.remove):
            self.fields.addWidget(widget)
        self.kind.edited.connect(lambda kind: self._edit(kind=kind.value))
        self.feast.edited.connect(lambda feast: self._edit(feast=feast))
        self.day.edited.connect(self._move)
        self.to_day.edited.connect(lambda day: self._edit(to_day=day))
        self.country.edited.connect(lambda code: self._edit(country=code or ""))
        self.source.edited.connect(lambda words: self._edit(merge="source", source=words))
        self.yearly.edited.connect(lambda on: self._edit(yearly=on))
        self.setFocusProxy(self.title)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.set_caption(t("Title"))
        self.kind.set_caption(t("Kind"))
        self.kind.set_choices([(one, kind_word(one)) for one in OWN_KINDS])
        self.feast.set_caption(t("Which feast was announced"))
        named = [(feast, feast_name(feast, "", language())) for feast in feast_rules()]
        self.feast.set_choices([("", t("none")), *sorted(named, key=lambda pair: pair[1].casefold())])
        self.day.set_caption(t("First day"))
        self.to_day.set_caption(t("Last day"))
        self.country.set_words(t("Country"))
        self.country.set_offers(offers(countries(language())))
        self.source.set_caption(t("Who says so (decree, announcement)"))
        self.yearly.set_label(t("Every year"))
        self.remove.set_text(t("Remove from the calendar"))
        self._hint()
        if self._view is not None:
            self.show_sheet(self._view)

    def query(self) -> Callable[..., Any]:
        """Return the query of a day."""
        return read_office_day

    def show_sheet(self, sheet: OfficeDayView) -> None:
        """Show a day."""
        self._view = sheet
        row = sheet.row
        kind = DayKind(row.kind)
        named = feast_name(row.feast, row.country, language()) if row.feast else kind_word(kind)
        self.say(shown(row.title) or named, format_range(row.day, row.to_day or row.day, language()))
        tags = tuple(dict.fromkeys([*sheet.languages, *row.title.wordings]))
        self.title.show_text(Target("office_day", row.id, "title"), row.title, tags)
        self.kind.set_value(kind)
        self.feast.set_value(row.feast)
        self.feast.setVisible(kind is DayKind.FEAST)
        self.day.set_value(row.day)
        self.to_day.set_near(row.day)
        self.to_day.set_value(row.to_day)
        self.country.set_value(row.country or None)
        self.source.set_value(row.source)
        self.yearly.set_value(row.yearly)
        self._hint()

    def _hint(self) -> None:
        kind = DayKind(self._view.row.kind) if self._view else DayKind.LOCAL
        hints = {
            DayKind.FEAST: t("An announced feast takes the place of the computed one in this country."),
            DayKind.WORKING: t("This day is worked, though it falls on a weekend or was a moved day of rest."),
            DayKind.ANNIVERSARY: t("Birthdays stand here only of people who wish it."),
        }
        self.hint.setText(hints.get(kind, ""))
        self.hint.setVisible(kind in hints)

    def _move(self, day: Any) -> None:
        """Move the last day along where the entry would otherwise end before it begins."""
        row = self._view.row if self._view else None
        if day is None or row is None:
            self.mark_stale()
            return
        last = row.to_day
        self._edit(day=day, **({"to_day": day + (last - row.day)} if last else {}))

    def _remove(self) -> None:
        self.context.run(self, operations.remove_office_day, self.thing_id)

    def _edit(self, *, merge: str = "", **values: Any) -> None:
        name = f"office_day:{self.thing_id}:{merge}" if merge else ""
        self.context.run(self, operations.edit_office_day, self.thing_id, merge=name, failed=self._refuse, **values)

    def _refuse(self, error: Any) -> None:
        self.context.failed.emit(error)
        self.mark_stale()
