"""Issued versions whose bytes are kept, by event, and which of them are to be removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.dates import format_day, format_range
from planner.papers import TITLES, Paper
from planner.queries.erasure import KeptOf, KeptVersion
from ui import theme
from ui.common.fields import ToggleRow
from ui.common.labels import Caption, PlainLabel
from ui.common.named import shown
from ui.translate import language, t, tn


class KeptVersions(QWidget):
    """A block for each event: its versions by paper, number and day, who holds a copy, and a switch to remove them.

    Signals: `edited()`. Attributes: `switches` by event; an event that is not over has none.
    """

    edited = Signal()

    def __init__(self, events: Sequence[KeptOf], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events = tuple(events)
        self.switches: dict[int, ToggleRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for place, of in enumerate(self._events):
            if place:
                column.addSpacing(theme.px(8))
            column.addWidget(PlainLabel(_heading(of), self, role="strong", wrap=True))
            for version in of.versions:
                column.addWidget(PlainLabel(version_words(version), self, wrap=True))
            if of.over:
                words = tn("Remove this version", "Remove these {n} versions", len(of.versions))
                self.switches[of.event.id] = ToggleRow(words, self)
                self.switches[of.event.id].edited.connect(lambda _on: self.edited.emit())
                column.addWidget(self.switches[of.event.id])
            else:
                words = t("The event is not over: they stay until the day after its last.")
                column.addWidget(Caption(words, self, wrap=True))

    def chosen(self) -> list[int]:
        """Return the versions to be removed."""
        wanted = {event_id for event_id, switch in self.switches.items() if switch.box.isChecked()}
        return [version.id for of in self._events if of.event.id in wanted for version in of.versions]


def version_words(version: KeptVersion) -> str:
    """Return a version in a line: its paper, number, day and who holds a copy."""
    day = format_day(datetime.fromisoformat(version.at).date(), language())
    words = t("{paper}, version {n} of {at}", paper=paper_title(version), n=version.number, at=day)
    if version.holders:
        words += " · " + t("held by {names}", names=", ".join(version.holders))
    return f"• {words}"


def paper_title(version: KeptVersion) -> str:
    """Return what the paper of a version is called."""
    name = version.paper.partition(":")[0].partition("@")[0]
    title = t(TITLES[Paper(name)])
    is_own = name == Paper.PARTICIPANTS and version.edition == "working"
    return t("{paper}, working edition", paper=title) if is_own else title


def _heading(of: KeptOf) -> str:
    event = of.event
    title = shown(event.short_title, *event.languages) or shown(event.title, *event.languages) or "—"
    return f"{title} · {format_range(event.from_day, event.to_day, language())}"
