"""One present: what it is, to or from the person, its worth, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.operations import gifts
from planner.queries.gifts import GiftRow
from planner.rules.text import Language
from ui.common.buttons import Link
from ui.common.fields import ChoiceField, LineField, ToggleRow
from ui.common.form import side_by_side
from ui.common.gift_words import MARKS, money, parse_money
from ui.common.labels import PlainLabel
from ui.common.moment_fields import DateField, TypedField
from ui.common.picker import Offer, ReferenceField
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import t


class MoneyField(TypedField):
    """An amount, kept in hundredths: `edited(int or None)`."""

    def _parse(self, text: str) -> int | None:
        return parse_money(text)

    def _show(self, value: int) -> str:
        return money(value)

    def _stepped(self, value: int | None, direction: int, fine: bool, large: bool) -> int:
        return max((value or 0) + direction * (100_000 if large else 10_000), 0)

    def _complaint(self) -> str:
        return t("Write an amount, as 2500 or 2500.50")


class GiftBox(QFrame):
    """Edits one present at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.gift_id = 0
        self.setProperty("kind", "panel")
        self.title = TextFields(context, t("Gift"), self)
        ways = [(True, t("from us")), (False, t("from them"))]
        self.from_us = ChoiceField(t("Given"), self, choices=ways)
        self.value = MoneyField(t("Worth"), self)
        self.currency = LineField(t("Currency"), self)
        self.day = DateField(t("When"), self, near=context.today())
        self.at_event = ReferenceField(t("At the event"), self)
        self.mark = ChoiceField(t("Is or holds"), self)
        self.handed_by = LineField(t("Handed by"), self)
        self.budget = LineField(t("Line of expenses"), self)
        self.card = TextFields(context, t("On the card"), self, lines=2, optional=True)
        self.wrapped = ToggleRow(t("Wrapped"), self)
        self.faults = PlainLabel("", self, role="attention", wrap=True)
        self.remove = Link(t("Remove this gift"), self, clicked=self._remove)
        self.mark.set_choices([((), "—"), *(((key,), t(words)) for key, words in MARKS.items())])
        self.from_us.edited.connect(lambda on: self._edit(from_us=on))
        self.value.edited.connect(lambda amount: self._edit(value=amount))
        self.currency.edited.connect(lambda words: self._edit(currency=words))
        self.day.edited.connect(lambda day: self._edit(given_on=day))
        self.at_event.edited.connect(lambda one: context.run(self, gifts.place_gift, self.gift_id, one))
        self.mark.edited.connect(lambda marks: self._edit(marks=list(marks)))
        self.handed_by.edited.connect(lambda words: self._edit(handed_by=words))
        self.budget.edited.connect(lambda words: self._edit(budget=words))
        self.wrapped.edited.connect(lambda on: self._edit(wrapped=on))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.title)
        for left, right in ((self.from_us, self.day), (self.value, self.currency)):
            column.addLayout(side_by_side(left, right))
        column.addWidget(self.at_event)
        column.addLayout(side_by_side(self.mark, self.handed_by))
        for widget in (self.budget, self.card, self.wrapped, self.faults, self.remove):
            column.addWidget(widget)

    def show_gift(
        self, gift: GiftRow, tags: Sequence[Language], offers: Sequence[Offer], found: Sequence[str]
    ) -> None:
        """Show a present, and in words what is wrong with it."""
        self.gift_id = gift.id
        self.title.show_text(Target("gift", gift.id, "title"), gift.title, tags)
        self.from_us.set_value(gift.from_us)
        self.value.set_value(gift.value)
        self.currency.set_value(gift.currency)
        self.day.set_value(gift.given_on)
        self.at_event.set_offers(offers)
        self.at_event.set_value(gift.event_id)
        self.mark.set_value(gift.marks if len(gift.marks) < 2 else gift.marks[:1])
        self.handed_by.set_value(gift.handed_by)
        self.budget.set_value(gift.budget)
        card_tags = tuple(dict.fromkeys([*tags, *gift.card.wordings]))
        self.card.show_text(Target("gift", gift.id, "card"), gift.card, card_tags)
        self.wrapped.set_value(gift.wrapped)
        self.faults.setText("\n".join(found))
        self.faults.setVisible(bool(found))

    def flush(self) -> None:
        """Send what waits."""
        self.title.flush()
        self.card.flush()

    def _edit(self, **values: Any) -> None:
        self.context.run(self, gifts.edit_gift, self.gift_id, **values)

    def _remove(self) -> None:
        self.context.run(self, gifts.remove_gift, self.gift_id)
