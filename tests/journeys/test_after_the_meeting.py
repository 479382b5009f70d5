"""After the meeting, in the real window: minutes, a promise and a quotation are written, and the papers say them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.papers import Paper
from planner.queries.events import events
from planner.queries.follow_up import follow_up_of
from planner.rules.kinds import EventKind
from tests.journeys.conftest import close_window, open_window
from tests.operations.test_undo_of_everything import dump
from tests.ui.follow_up import add, choose, write
from tests.ui.keys import press, type_text
from tests.ui.window_office import Shown
from ui.documents.chosen import chosen_in
from ui.follow_up.commitments import CommitmentFacts, CommitmentsPane
from ui.follow_up.minutes import MinutesPane, RecordFacts
from ui.follow_up.page import FollowUpPage
from ui.follow_up.press import PressPane, QuoteFacts

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def story(qtbot: Any, tmp_path: Path, sample_template: Path) -> Iterator[tuple[Shown, int]]:
    shutil.copy(sample_template, tmp_path / "s.office")
    shown = open_window(qtbot, tmp_path / "s.office", tmp_path)
    shown.window.resize(1600, 1000)
    visit = next(row.id for row in shown.planner.read(events) if row.kind is EventKind.VISIT)
    shown.desk.context.show("event", visit)
    yield shown, visit
    close_window(shown)


def written_for(shown: Shown, paper: Paper) -> Any:
    """Go to what is written for a paper."""
    shown.desk.context.show("tab:follow-up", 0)
    page = shown.desk.pages.current()
    assert isinstance(page, FollowUpPage)
    page.choose(paper)
    QApplication.processEvents()
    return page.pane()


def on_paper(shown: Shown, pane: Any, **choice: Any) -> list[str]:
    """Go to the paper by its link and return the English lines it prints."""
    pane.to_paper.click()
    chosen = chosen_in(shown.desk.context)
    chosen.change(**choice)
    QApplication.processEvents()
    assert chosen.printed is not None
    content = chosen.printed.content
    at = content.languages.index("en")
    cells = [row.cells[at] for block in content.blocks for row in block.rows]
    return [line.text.replace("\u00a0", " ") for cell in cells for line in cell]


def test_what_is_written_after_a_meeting_stands_on_its_papers(story: tuple[Shown, int]) -> None:
    shown, visit = story
    before = shown.planner.read(dump)

    minutes = written_for(shown, Paper.MINUTES)
    assert isinstance(minutes, MinutesPane)
    meeting = shown.planner.read(follow_up_of, visit).meetings[0].id
    _part, written = minutes.topics[meeting]
    add(written, "О теплоснабжении", "Spoke")
    (view,) = written.views.values()
    assert isinstance(view.facts, RecordFacts)
    choose(view.facts.who, "imanaliev")
    write(view.words, "en", "On heating")
    choose(minutes.head.secretary, "imanaliev")

    promised = written_for(shown, Paper.ACTION_LIST)
    assert isinstance(promised, CommitmentsPane)
    add(promised.written, "Прислать проект")
    (view,) = promised.written.views.values()
    assert isinstance(view.facts, CommitmentFacts)
    write(view.words, "en", "Send the draft")
    choose(view.facts.owner, "Host")
    type_text(view.facts.due.line, "30.4.2024")
    press(view.facts.due.line, Qt.Key.Key_Return)

    press_note = written_for(shown, Paper.PRESS_NOTE)
    assert isinstance(press_note, PressPane)
    add(press_note.written, "Мы рады гостям", "Quotation")
    (view,) = press_note.written.views.values()
    assert isinstance(view.facts, QuoteFacts)
    write(view.words, "en", "We welcome our guests")
    choose(view.facts.who, "loginov")

    lines = on_paper(shown, written_for(shown, Paper.MINUTES), item_id=meeting)
    at = lines.index("SPOKE")
    assert lines[at : at + 3] == ["SPOKE", "K. Imanaliev", "On heating"]
    at = lines.index("Send the draft")
    assert lines[at + 1] == "Responsible: Host side · Due: 30 April 2024"
    assert any(line.endswith("K. Imanaliev") and line.startswith("____") for line in lines[at:])

    quotation = "“We welcome our guests”"
    assert quotation in on_paper(shown, written_for(shown, Paper.PRESS_NOTE), edition="working")
    pane = written_for(shown, Paper.PRESS_NOTE)
    (view,) = pane.written.views.values()
    type_text(view.facts.approved.line, "V. Loginov")
    press(view.facts.approved.line, Qt.Key.Key_Return)
    assert quotation in on_paper(shown, pane, edition="guest")

    after = shown.planner.read(dump)
    for _step in range(40):
        if shown.planner.read(dump) == before:
            break
        shown.window.activateWindow()
        shown.window.setFocus()
        QApplication.processEvents()
        QTest.keyClick(shown.window, Qt.Key.Key_Z, CONTROL)
    assert shown.planner.read(dump) == before != after
