"""An office on PostgreSQL through the real window: every page, edits taken back, papers, a colleague, an outage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app import open_planner
from planner.operations.events import edit_event
from planner.operations.phrases import add_phrase
from planner.operations.pictures import add_event_picture
from planner.queries.agenda import programme
from planner.queries.events import event_page, events
from planner.queries.papers import versions
from planner.queries.pictures import described_pictures
from planner.queries.preparation import task_rows
from planner.rules.kinds import EventKind
from planner.rules.text import text
from planner.sample import build_sample
from tests import postgres
from tests.cut_line import CutLine
from tests.journeys.conftest import CLOCK, close_window
from tests.journeys.test_first_day import move_the_meeting, redo, rename_it_in_both_languages, reorder_the_delegation
from tests.operations.test_undo_of_everything import dump
from tests.ui.keys import LEFT, press, type_text
from tests.ui.window_office import Shown, show_office
from ui.common.labels import PlainLabel
from ui.common.phrase_base import phrase_base
from ui.overview.inspector import EventInspector
from ui.window.ask import Question
from ui.window.program import Wish
from ui.window.registry import PLACES, TABS
from ui.window.watched_context import WatchedContext

pytestmark = pytest.mark.postgres
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[postgres.Cluster, str]]:
    """A server of this file's own, since it is halted here, and the name of a database with the sample office."""
    try:
        cluster = postgres.start()
    except postgres.NoPostgres as reason:
        pytest.skip(str(reason))
    database = cluster.new_database()
    build_sample(cluster.url(database))
    yield cluster, database
    cluster.stop()


class Story:
    """The window of Anna on a sample office of this test's own, at its visit; what failed so far."""

    def __init__(self, cluster: postgres.Cluster, url: str, folder: Path) -> None:
        self.cluster, self.url = cluster, url
        planner = open_planner(url, author="anna", clock=lambda: CLOCK)
        self.shown: Shown = show_office(planner, folder, office=url)
        self.failures: list[str] = []
        self.shown.desk.context.failed.connect(lambda error: self.failures.append(str(error)))
        self.events = {row.kind: row.id for row in planner.read(events)}
        self.visit = self.events[EventKind.VISIT]
        self.shown.desk.open_event(self.visit)

    def go(self, key: str, event: int = 0) -> Any:
        self.shown.desk.go(f"tab:{key}" if key in TABS else key, event or self.visit)
        QApplication.processEvents()
        return self.shown.window.pages.currentWidget()

    def dump(self) -> Any:
        return self.shown.planner.read(dump)

    def undo_all(self, before: Any) -> int:
        for steps in range(20):
            if self.dump() == before:
                return steps
            self.shown.window.activateWindow()
            self.shown.window.setFocus()
            QApplication.processEvents()
            QTest.keyClick(self.shown.window, Qt.Key.Key_Z, CONTROL)
        raise AssertionError("it was not all taken back")

    def bar(self) -> str:
        found = self.shown.window.messages.messages()
        return found["error"].text if "error" in found else ""

    def title_box(self) -> Any:
        inspector = self.shown.window.findChild(EventInspector)
        assert inspector is not None
        return inspector.texts["title"].box("en")


@pytest.fixture
def story(qtbot: QtBot, tmp_path: Path, server: tuple[postgres.Cluster, str]) -> Iterator[Story]:
    cluster, sample = server
    database = cluster.new_database(sample)
    story = Story(cluster, cluster.url(database), tmp_path)
    qtbot.addWidget(story.shown.window)
    yield story
    if cluster.server.poll() is not None:
        cluster.resume()
    close_window(story.shown)
    cluster.drop(database)


def test_every_page_of_an_office_on_a_server_is_shown(story: Story) -> None:
    desk = story.shown.desk
    for key in (*TABS, *PLACES):
        page = story.go(key)
        assert (desk.pages.shown, page.isVisible()) == (key, True)
    desk.open_event(story.visit, "programme")
    meeting = next(item for item in story.shown.planner.read(programme, story.visit).items if item.principal)
    desk.context.select("item", meeting.id)
    offered: list[Any] = []
    phrase_base(desk.context).counterparts(desk, "Кофе-брейк", ("ru", "en"), offered.extend)
    assert offered != []
    type_text(story.shown.window.top.search.line, "логинов")
    assert desk.search.hits()[0].kind == "person"
    assert story.failures == []


def test_work_of_a_day_is_kept_and_taken_back_on_a_server(story: Story, tmp_path: Path) -> None:
    shown, before = story.shown, story.dump()
    for act in (move_the_meeting, rename_it_in_both_languages):
        act(shown)
    story.go("delegations")
    reorder_the_delegation(shown)
    tasks = story.go("tasks")
    type_text(tasks.new, "Заказать воду T-2")
    press(tasks.new, Qt.Key.Key_Return)
    picture = BytesIO()
    Image.new("RGB", (90, 60), (20, 90, 160)).save(picture, "JPEG")
    shown.desk.context.run(shown.desk, add_event_picture, story.visit, picture.getvalue(), width=90, height=60)
    assert [row.title for row in shown.planner.read(task_rows, story.visit)].count("Заказать воду") == 1
    (row,) = (row for row in shown.planner.read(described_pictures, event_id=story.visit) if row.width == 90)
    after = story.dump()
    steps = story.undo_all(before)
    for _ in range(steps):
        redo(shown)
    assert (story.dump() == after, steps > 3, row.height) == (True, True, 60)

    page = story.go("documents")
    path = tmp_path / "programme.pdf"
    page.output.save(page.chosen.choice(), path)
    assert path.read_bytes()[:5] == b"%PDF-"
    page.act("issue")
    page.issuing.dialog.reason.line.setText("agreed by both sides")
    QTest.mouseClick(page.issuing.dialog.go, LEFT)
    (issued,) = shown.planner.read(versions, story.visit)
    assert (issued.number, issued.author, story.failures) == (1, "anna", [])


def test_change_of_a_colleague_shows_in_the_other_window(story: Story) -> None:
    boris = open_planner(story.url, author="boris", clock=lambda: datetime(2024, 4, 15, 4, 0, tzinfo=UTC))
    shown = story.shown
    shown.desk.others.look()
    boris.execute(edit_event, story.visit, state="over")
    shown.desk.others.look()
    assert shown.window.header.shown().state == "Over"
    offered: list[Any] = []
    phrases = phrase_base(shown.desk.context)
    phrases.counterparts(shown.desk, "Чаепитие на веранде", ("ru", "en"), offered.extend)
    boris.execute(add_phrase, text(ru="Чаепитие на веранде", en="Tea on the veranda"))
    shown.desk.others.look()
    phrases.counterparts(shown.desk, "Чаепитие на веранде", ("ru", "en"), offered.extend)
    assert [offer.words for offer in offered][-1:] == ["Tea on the veranda"]
    boris.close()
    history = story.go("history")
    assert history.table.rows()[0].step.author == "boris"


def test_nothing_is_lost_while_the_server_is_down(story: Story) -> None:
    shown, box = story.shown, story.title_box()
    story.cluster.halt()
    for words in ("Visit put off", "Visit put on again"):
        box.setFocus()
        box.selectAll()
        type_text(box, words)
        box.flush()
    assert story.bar().startswith("The office’s server does not answer. What you changed is kept here")
    assert shown.window.state.state() == "The server does not answer"
    page = story.go("tasks")
    assert page.list.lines() == ()

    story.cluster.resume()
    shown.desk.others.look()
    assert story.bar() == ""
    assert shown.window.state.state().startswith("Saved")
    assert shown.planner.read(event_page, story.visit).title.get("en") == "Visit put on again"
    assert page.list.lines() != ()
    assert story.title_box().text() == "Visit put on again"


def test_server_restarted_between_two_edits_is_not_noticed(story: Story) -> None:
    story.cluster.halt()
    story.cluster.resume()
    story.shown.desk.context.run(story.shown.desk, edit_event, story.visit, state="over")
    assert (story.shown.window.header.shown().state, story.failures) == ("Over", [])


def edit_title(story: Story, *wordings: str) -> None:
    box = story.title_box()
    for words in wordings:
        box.setFocus()
        box.selectAll()
        type_text(box, words)
        box.flush()


def asked(story: Story) -> Question | None:
    context = story.shown.desk.context
    assert isinstance(context, WatchedContext)
    return context.guard.question


def told(question: Question) -> list[str]:
    return [label.text() for label in question.findChildren(PlainLabel) if label.text()]


def test_window_is_not_closed_over_what_waits_for_the_server_unasked(story: Story) -> None:
    window = story.shown.window
    story.cluster.halt()
    edit_title(story, "Visit put off", "Visit put on again")
    story.shown.desk.context.run(story.shown.desk, edit_event, story.visit, state="over")
    window.close()
    question = asked(story)
    assert question is not None
    assert (window.isVisible(), question.isVisible(), question.no.text()) == (True, True, "Wait for the server")
    said = "The office’s server does not answer. If the window is closed now, this is lost:"
    lines = ["• Write “Visit put off”", "• Write “Visit put on again”", "• Edit the event “…”"]
    assert told(question) == ["3 changes are not written yet.", "\n".join([said, *lines])]
    question.no.click()
    assert (window.isVisible(), asked(story)) == (True, None)

    window.close()
    assert asked(story) is not None
    story.cluster.resume()
    story.shown.desk.others.look()
    assert (window.isVisible(), asked(story)) == (True, None)
    page = story.shown.planner.read(event_page, story.visit)
    assert (page.title.get("en"), page.state.value) == ("Visit put on again", "over")
    assert story.shown.window.close()


def test_window_that_is_let_close_loses_what_waits(story: Story) -> None:
    story.cluster.halt()
    edit_title(story, "Visit put off")
    story.shown.window.close()
    question = asked(story)
    assert question is not None
    question.yes.click()
    assert not story.shown.window.isVisible()
    story.cluster.resume()
    colleague = open_planner(story.url, author="boris")
    assert colleague.read(event_page, story.visit).title.get("en") != "Visit put off"
    colleague.close()


def test_another_office_is_not_opened_over_what_waits_unasked(
    qtbot: QtBot, story: Story, tmp_path: Path
) -> None:
    story.cluster.halt()
    edit_title(story, "Visit put off")
    missing = Wish(str(tmp_path / "gone.office"))
    program = story.shown.program
    for _ in range(2):  # nothing came of it the first time: it asks again
        program.open(missing)
        question = asked(story)
        assert question is not None
        with qtbot.waitSignal(program.not_opened, timeout=20_000):
            question.yes.click()
        assert program.desk is story.shown.desk
    story.cluster.resume()
    story.shown.desk.others.look()
    assert story.shown.planner.read(event_page, story.visit).title.get("en") == "Visit put off"


@pytest.mark.parametrize("cut", ["before", "after"])
def test_edit_whose_line_is_cut_at_the_commit_is_written_once(
    qtbot: QtBot, tmp_path: Path, server: tuple[postgres.Cluster, str], cut: str
) -> None:
    cluster, sample = server
    database = cluster.new_database(sample)
    with TemporaryDirectory(prefix="planner-line-") as folder:
        line = CutLine(Path(folder), cluster.folder)
        story = Story(cluster, f"postgresql://{postgres.OWNER}@/{database}?host={folder}", tmp_path)
        qtbot.addWidget(story.shown.window)
        before = story.shown.planner.change_number()
        line.cut, line.goes_down = cut, True
        edit_title(story, "Visit put off")
        assert story.bar().startswith("The office’s server does not answer. What you changed is kept here")
        story.shown.window.close()
        question = asked(story)
        assert question is not None
        assert told(question)[1].endswith("• Write “Visit put off” (it may have been written; nobody can tell yet)")
        question.no.click()
        line.is_down = False
        story.shown.desk.others.look()
        assert story.bar() == ""
        assert story.shown.planner.change_number() == before + 1
        assert story.shown.planner.read(event_page, story.visit).title.get("en") == "Visit put off"
        close_window(story.shown)
        line.close()
    cluster.drop(database)
