"""The follow-up page of an event of the sample office, as a person works in it."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.documents.content import Content
from planner.papers import Choice, Paper, compose_paper
from planner.queries.events import events
from planner.queries.follow_up import FollowUp, follow_up_of
from planner.rules.kinds import EventKind
from tests.ui.keys import press, type_text
from tests.ui.office import Office
from ui.follow_up.page import FollowUpPage
from ui.follow_up.pane import Pane
from ui.follow_up.paragraphs import Paragraphs
from ui.follow_up.somebody import SomebodyField
from ui.follow_up.written import Words

Made = TypeVar("Made", bound=Pane)


class FollowUpOf:
    """The page of one event."""

    def __init__(self, office: Office, qtbot: QtBot, kind: EventKind) -> None:
        self.office = office
        self.event = next(row.id for row in office.planner.read(events) if row.kind is kind)
        self.page = FollowUpPage(office.context)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 900)
        self.page.set_event(self.event)
        self.page.show()
        self.page.activateWindow()

    def pane(self, paper: Paper, kind: type[Made]) -> Made:
        """Go to a paper."""
        self.page.choose(paper)
        pane = self.page.pane()
        assert isinstance(pane, kind)
        return pane

    def found(self) -> FollowUp:
        return self.office.planner.read(follow_up_of, self.event)

    def person(self, surname: str) -> int:
        """Return the id of somebody of the event."""
        return next(one.person_id for one in self.found().people if one.names["en"].surname == surname)

    def place(self, surname: str) -> int:
        """Return the place of somebody of the event."""
        return next(one.participation_id for one in self.found().people if one.names["en"].surname == surname)

    def printed(self, paper: Paper, language: str = "en", **more: Any) -> list[str]:
        """Return the lines of a paper in one language: its title, and its rows with what stands beside them."""
        content: Content = self.office.planner.read(compose_paper, Choice(paper, self.event, ("ru", "en"), **more))
        at = content.languages.index(language)
        cells = [content.title[at]]
        for block in content.blocks:
            cells += [block.heading[at]] if block.heading else []
            cells += [cell for row in block.rows for cell in (row.cells[at], *row.trail)]
        return [line.text.replace("\u00a0", " ") for cell in cells for line in cell]


def add(written: Paragraphs, words: str, kind: str = "") -> None:
    """Type one more paragraph and press Enter."""
    if kind:
        written.kind.setCurrentText(kind)
    type_text(written.new, words)
    press(written.new, Qt.Key.Key_Return)


def write(words: Words, tag: str, text: str) -> None:
    """Type into a language of a text and leave it."""
    box = words.box(tag)
    type_text(box, text)
    box.flush()


def choose(field: SomebodyField, letters: str) -> None:
    """Choose somebody by typing."""
    type_text(field.button, letters[0])
    picker = field.picker()
    assert picker is not None
    type_text(picker.search.line, letters[1:])
    press(picker.search.line, Qt.Key.Key_Return)
