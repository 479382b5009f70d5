"""What a badge says beside the name: where it lets in, and in which language its bearer is addressed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.countries import language_name, languages
from planner.operations import delegations
from planner.queries.members import DelegationSheet, MemberSheet
from ui.common.fields import ChoiceField, LineField
from ui.common.form import side_by_side
from ui.context import Context
from ui.translate import language, t


def zones_of(words: str) -> list[str]:
    """Return the zones written into a field, none twice."""
    return list(dict.fromkeys(" ".join(part.split()) for part in words.replace(";", ",").split(",") if part.strip()))


class BadgeFields(QWidget):
    """Written at once into the place at this event. Attributes: `zones`, `speaks`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._member = 0
        self.zones, self.speaks = LineField("", self), ChoiceField("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(side_by_side(self.zones, self.speaks))
        self.zones.edited.connect(self._set_zones)
        self.speaks.edited.connect(lambda tag: self._edit(speaks=tag))

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.zones.set_caption(t("Zones on the badge"))
        self.zones.line.setPlaceholderText(t("as A, VIP"))
        self.speaks.set_caption(t("Language on the badge"))

    def show_member(self, sheet: MemberSheet) -> None:
        """Show the badge of a member; what nobody named is the person's own language."""
        self._member, badge = sheet.member.id, sheet.badge
        usual = language_name(badge.usual, language()) if badge.usual else t("none")
        own = tuple(sheet.person.languages) if sheet.person else ()
        first = dict.fromkeys(tag for tag in (badge.speaks, *own, *sheet.event.languages) if tag)
        named = [(tag, language_name(tag, language())) for tag in first]
        rest = [one for one in languages(language()) if one[0] not in first]
        self.speaks.set_choices([("", t("As known: {language}", language=usual)), *named, *rest])
        self.zones.set_value(", ".join(badge.zones))
        self.speaks.set_value(badge.speaks)
        for field in (self.zones, self.speaks):
            field.set_read_only(self.context.read_only is not None)

    def flush(self) -> None:
        """Send what waits."""
        self.zones.flush()

    def _set_zones(self, words: str) -> None:
        self._edit(zones=zones_of(words))

    def _edit(self, **values: Any) -> None:
        self.context.run(self, delegations.edit_member, self._member, **values)


class ZonesOfAll(LineField):
    """The zones of every badge of a delegation: what is written here is set for all its members."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.context = context
        self._members: tuple[int, ...] = ()
        self.edited.connect(self._set)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.set_caption(t("Zones on all badges"))

    def show_delegation(self, sheet: DelegationSheet) -> None:
        """Show what all members have in common."""
        self._members = tuple(member.id for member in sheet.delegation.members)
        self.line.setPlaceholderText(t("as A, VIP") if sheet.zones is not None else t("they differ"))
        self.set_value(", ".join(sheet.zones or ()))
        self.set_read_only(self.context.read_only is not None)
        self.setVisible(bool(self._members))

    def _set(self, words: str) -> None:
        self.context.run(self, delegations.edit_members, list(self._members), zones=zones_of(words))
