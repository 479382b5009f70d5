"""How the name of somebody is said, with its stress: beside the biography, since whoever meets them reads it there."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from planner.language.languages import own_name
from planner.operations.people import write_name
from planner.queries.follow_up import FollowUp, SomebodyThere
from planner.rules.text import Language
from ui.common.fields import LineField
from ui.context import Context
from ui.follow_up.facts import Facts
from ui.translate import t


class Said(Facts):
    """A line in each language of the event the name is written in. Attributes: `lines`."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.lines: dict[Language, LineField] = {}
        self._person = 0

    def show_row(self, row: SomebodyThere | None, found: FollowUp) -> None:
        """Show how somebody's name is said; what was typed of the one before is sent first."""
        tags = [tag for tag in found.languages if row is not None and tag in row.names]
        if row is not None and row.person_id != self._person:
            for line in self.lines.values():
                line.flush()
            self._person = row.person_id
        for tag in tags:
            if tag not in self.lines:
                self.lines[tag] = LineField("", self)
                self.lines[tag].edited.connect(partial(self._write, tag))
        for tag, line in self.lines.items():
            line.setVisible(tag in tags)
            line.set_caption(t("Pronunciation — {language}", language=own_name(tag)))
            line.set_value(row.said.get(tag, "") if row is not None else "")
        self.place([self.lines[tag] for tag in tags])

    def _write(self, tag: Language, words: str) -> None:
        merge = f"person_name:{self._person}:said:{tag}"
        self.context.run(self, write_name, self._person, tag, said=words, merge=merge)
