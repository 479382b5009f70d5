"""The rank of a member in the inspector: level, class, date; why the place; and which places a change moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.dates import format_day
from planner.language.precedence import CLASSES
from planner.operations import delegations, people
from planner.queries.members import MemberSheet, PostRank
from planner.queries.precedence import EventMoves, moves_if
from planner.rules.precedence import ACCOMPANYING
from planner.rules.profiles import HIGHEST, LOWEST, ProtocolProfile
from ui.common.fields import ChoiceField, LineField
from ui.common.findings import Fact, FactsField
from ui.common.form import side_by_side
from ui.common.moment_fields import DateField, TimeField
from ui.common.named import first_name, shown
from ui.common.number_field import NumberField
from ui.common.pill import Tone
from ui.context import Context
from ui.delegations.protocol import why
from ui.translate import language, t, tn

FEW = 6
STANDING = {"rank_level": "level", "rank_class": "rank_class", "rank_date": "rank_date", "rank_minute": "minute"}
"""What the fields of a post are called in a standing."""


class StandingFields(QWidget):
    """Edits the rank at once. `moved` shows what the last change of it moved, in every event, until undone."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._sheet: MemberSheet | None = None
        self._told: dict[str, Any] | None = None
        self.level = ChoiceField("", self)
        self.rank_class = ChoiceField("", self)
        self.since = DateField("", self, near=context.today())
        self.hour = TimeField("", self)
        self.subject = LineField("", self)
        self.own_order = NumberField("", self, least=0, most=9_999)
        self.place = FactsField("", self)
        self.moved = FactsField("", self)
        self.moved.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.level)
        column.addWidget(self.moved)
        column.addWidget(self.place)
        column.addLayout(side_by_side(self.rank_class, self.subject))
        column.addLayout(side_by_side(self.since, self.hour))
        column.addWidget(self.own_order)
        self.level.edited.connect(lambda level: self._change(rank_level=level))
        self.rank_class.edited.connect(lambda value: self._change(rank_class=value))
        self.since.edited.connect(lambda day: self._change(rank_date=day))
        self.hour.edited.connect(lambda minute: self._change(rank_minute=minute))
        self.subject.edited.connect(self._set_subject)
        self.own_order.edited.connect(self._set_own_order)
        self.place.acted.connect(lambda _key: self._unpin())
        self.moved.acted.connect(lambda key: self.context.show("event", int(key)))

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.level.set_caption(t("Rank"))
        self.rank_class.set_caption(t("Class"))
        self.rank_class.set_choices([("", "—"), *((one, t(words)) for one, words in CLASSES.items())])
        self.since.set_caption(t("Rank since"))
        self.hour.set_caption(t("Hour of that day"))
        self.subject.set_caption(t("Field"))
        self.own_order.set_caption(t("Number in their own list"))
        self.place.set_caption(t("Place in the list"))
        self.moved.set_caption(t("What this change moves"))

    def show_member(self, sheet: MemberSheet) -> None:
        """Show a member."""
        self._sheet = sheet
        rank, profile = sheet.rank, sheet.order.profile
        for widget in (self.level, self.rank_class, self.since, self.hour, self.subject):
            widget.setVisible(rank is not None)
        if rank is not None:
            self.level.set_choices(_levels(profile))
            self.level.set_value(rank.level)
            self.rank_class.set_value(rank.rank_class)
            self.since.set_value(rank.since)
            self.hour.set_value(rank.minute)
            self.hour.setVisible(bool(rank.rank_class))
            self.subject.set_value(rank.field)
        self.own_order.set_value(sheet.member.own_order)
        self.place.set_facts(_place_facts(sheet))
        self._keep_told()

    def _keep_told(self) -> None:
        """Take away what a change moved once another member is shown, or the change was undone."""
        rank = self._sheet.rank if self._sheet else None
        holds = rank is not None and self._told is not None and self._told.items() <= _values(rank).items()
        if not holds:
            self._told = None
            self.moved.hide()

    def _change(self, **values: Any) -> None:
        """Ask first what moves, then write, then tell."""
        sheet = self._sheet
        if sheet is None or sheet.rank is None:
            return
        rank = sheet.rank
        compared = {STANDING[key]: value for key, value in values.items()}

        def asked(found: Sequence[EventMoves]) -> None:
            def written(_changes: Any) -> None:
                self._told = {"post_id": rank.post_id, **values}
                self.moved.set_facts(_move_facts(found, sheet.event.languages))
                self.moved.show()

            self.context.run(self, people.edit_post, rank.post_id, done=written, **values)

        self.context.read(self, "moves", asked, moves_if, rank.post_id, **compared)

    def _set_subject(self, words: str) -> None:
        if self._sheet is not None and self._sheet.rank is not None:
            self.context.run(self, people.edit_post, self._sheet.rank.post_id, field=words.strip())

    def _set_own_order(self, number: int | None) -> None:
        if self._sheet is not None:
            self.context.run(self, delegations.edit_member, self._sheet.member.id, own_order=number or 0)

    def _unpin(self) -> None:
        if self._sheet is not None:
            self.context.run(self, delegations.place_member, self._sheet.member.id, None)


def _values(rank: PostRank) -> dict[str, Any]:
    return {
        "post_id": rank.post_id, "rank_level": rank.level, "rank_class": rank.rank_class, "rank_date": rank.since,
        "rank_minute": rank.minute,
    }  # fmt: skip


def _levels(profile: ProtocolProfile) -> list[tuple[int | None, str]]:
    """Return every level with the titles the table of ranks has for it."""
    found: list[tuple[int | None, str]] = [(None, t("no rank"))]
    for level in range(HIGHEST, LOWEST + 1):
        titles = ", ".join(rank.title(language(), "en") for rank in profile.titles(level))
        found.append((level, f"{level} · {titles}" if titles else str(level)))
    return found


def _place_facts(sheet: MemberSheet) -> list[Fact]:
    """Which place in the list, and why."""
    member = sheet.member
    words = why(sheet.order, member.id, sheet.event.languages)
    if member.pin is not None:
        return [Fact(words, link=("unpin", t("By precedence again")))]
    if member.capacity in ACCOMPANYING:
        return [Fact(t("accompanies; not counted in precedence")), Fact(words)]
    level = sheet.order.ranks.level(member.who, sheet.order.profile)
    return [Fact(words, dot=Tone.ATTENTION if member.who is not None and level is None else "")]


def _move_facts(found: Sequence[EventMoves], tags: Sequence[str]) -> list[Fact]:
    """Say of each event how many places move, and which."""
    if not found:
        return [Fact(t("Nobody’s place changes, in any event."))]
    facts = []
    for one in found:
        title = shown(one.event.short_title or one.event.title, *one.event.languages)
        moves = [
            f"{first_name(move.names, language(), *tags) or shown(move.post, *tags)}: {move.before} → {move.after}"
            for move in one.moved[:FEW]
        ]
        rest = [t("and {n} more", n=len(one.moved) - FEW)] if len(one.moved) > FEW else []
        words = tn("{n} place moves", "{n} places move", len(one.moved))
        day = format_day(one.event.from_day, language())
        said = f"{title}, {day} · {words}: {', '.join([*moves, *rest])}"
        facts.append(Fact(said, link=(str(one.event.id), t("Open"))))
    return facts
