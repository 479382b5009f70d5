"""What is signed at an event: a card with the texts of each signing in their order."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.language.dates import format_day
from planner.operations.signing import add_signing, order_signings
from planner.queries.signing import SigningDesk, SigningItem, signing_desk
from planner.rules import signing as rules
from planner.rules.text import Language
from planner.rules.times import clock
from ui import theme
from ui.common.buttons import Link
from ui.common.card import Card
from ui.common.labels import Muted, PlainLabel
from ui.common.live_view import LiveView
from ui.common.named import shown
from ui.context import Context
from ui.preparation.signing_box import SigningBox
from ui.translate import follow_language, language, t, tn


class SigningPart(QWidget):
    """The texts of one item. Attributes: `boxes` by id, `add`."""

    def __init__(self, context: Context, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.item_id = context, item_id
        self.boxes: dict[int, SigningBox] = {}
        self._read_only = False
        self.heading = PlainLabel("", self, role="strong", elide=True)
        self.length = Muted("", self)
        self.open = Link("", self, clicked=lambda: context.show("item", item_id))
        self.add = Link("", self, strong=True, clicked=lambda: context.run(self, add_signing, item_id))
        self._texts = QVBoxLayout()
        self._texts.setSpacing(theme.px(10))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.heading, 1)
        for widget in (self.length, self.open, self.add):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addLayout(self._texts)

    def show_item(self, desk: SigningDesk, item: SigningItem) -> None:
        """Show an item with its texts."""
        when = "" if item.day is None else format_day(item.day, language(), form="day_month")
        hour = "" if item.start is None else clock(item.start)
        self.heading.setText(" · ".join(filter(None, (when, hour, shown(item.title, *desk.languages)))))
        self.open.set_text(t("Show the item"))
        self.add.set_text(t("+ Text to sign"))
        minutes = rules.length([one.minutes for one in item.texts])
        late = item.minutes is not None and minutes > item.minutes
        self.length.set_role("attention" if late else "muted")
        self.length.setText(_length(minutes, item.minutes))
        wanted = [one.id for one in item.texts]
        if wanted != list(self.boxes):
            self._rebuild(wanted)
        for place, row in enumerate(item.texts, 1):
            self.boxes[row.id].show_row(desk, row, place, len(wanted))
            self.boxes[row.id].set_read_only(self._read_only)

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        self._read_only = read_only
        self.add.setEnabled(not read_only)
        for box in self.boxes.values():
            box.set_read_only(read_only)

    def flush(self) -> None:
        """Send what waits."""
        for box in self.boxes.values():
            box.flush()

    def _rebuild(self, wanted: list[int]) -> None:
        """Keep the boxes of texts that stay: what is being typed into one is not lost when another comes or goes."""
        for gone in self.boxes.keys() - set(wanted):
            box = self.boxes.pop(gone)
            self._texts.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {one: self.boxes.get(one) or self._box(one) for one in wanted}
        for place, box in enumerate(self.boxes.values()):
            self._texts.removeWidget(box)
            self._texts.insertWidget(place, box)

    def _box(self, signing_id: int) -> SigningBox:
        box = SigningBox(self.context, signing_id, self)
        box.shifted.connect(partial(self._shift, signing_id))
        return box

    def _shift(self, signing_id: int, steps: int) -> None:
        order = list(self.boxes)
        place = order.index(signing_id)
        other = place + steps
        if 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
            self.context.run(self, order_signings, self.item_id, order)


class SigningCard(LiveView):
    """A card. Attributes: `parts` by item, `empty`."""

    tables = frozenset((
        "signing", "signatory", "agreement", "agreement_party", "event", "item", "delegation", "participation",
        "person", "person_name", "post", "organisation_name",
    ))  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._event = 0
        self._read_only = False
        self._desk: SigningDesk | None = None
        self.parts: dict[int, SigningPart] = {}
        self.card = Card(parent=self)
        self.empty = Muted("", self, wrap=True)
        self.card.add(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.card.set_heading(t("Texts to sign"))
        self.empty.setText(t("The programme has no signing. Add an item of the kind “Signing”; its texts stand here."))
        if self._desk is not None:
            self._show(self._desk)

    def show_event(self, event_id: int, languages: tuple[Language, ...]) -> None:
        """Show what is signed at an event; what was typed for the one before is sent first."""
        if event_id != self._event:
            for part in self.parts.values():
                part.flush()
            self._desk = None
        self._event = event_id
        self.mark_stale()

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        self._read_only = read_only
        for part in self.parts.values():
            part.set_read_only(read_only)

    def refresh(self) -> None:
        """Read the texts."""
        if self._event:
            self.context.read(self, "signings", self._show, signing_desk, self._event)

    def _show(self, desk: SigningDesk) -> None:
        self._desk = desk
        count = sum(len(item.texts) for item in desk.items)
        self.card.set_heading(t("Texts to sign"), tn("{n} text", "{n} texts", count) if count else "")
        self.empty.setVisible(not desk.items)
        for gone in self.parts.keys() - {item.id for item in desk.items}:
            part = self.parts.pop(gone)
            part.hide()
            part.deleteLater()
        for item in desk.items:
            if item.id not in self.parts:
                self.parts[item.id] = SigningPart(self.context, item.id, self.card)
                self.parts[item.id].set_read_only(self._read_only)
                self.card.add(self.parts[item.id])
            self.parts[item.id].show_item(desk, item)


def _length(minutes: int, there: int | None) -> str:
    if not minutes:
        return ""
    needed = t("takes {n} min", n=minutes)
    return needed if there is None or minutes <= there else f"{needed}, {t('there are {n}', n=there)}"
