"""A conference of 773 talks in 106 rooms on the timeline: it opens, is dragged and shifted without a pause."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from planner import schedules
from planner.operations.events import add_event
from planner.queries.agenda import programme
from planner.queries.events import event_page
from planner.rules.text import text
from tests.ui.keys import press
from tests.ui.office import Office
from ui.agenda.page import ProgrammePage

FIRST = date(2021, 2, 6)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
QUICK = 100
"""Milliseconds that nobody feels; the benchmarks measure closer."""


def test_fosdem_opens_as_rooms_and_a_room_is_shifted(qtbot, office: Office, shared_data: Path) -> None:
    event = office.run(
        add_event, "conference", text(en="FOSDEM 2021"), from_day=FIRST, to_day=date(2021, 2, 7), languages=["en"],
        host_zone="Europe/Brussels",
    )  # fmt: skip
    schedule = schedules.read(shared_data / "schedules" / "fosdem-2021.xml", office.read(event_page, event))
    schedules.apply(office.planner, office.read(schedules.prepare, event, schedule))
    page = ProgrammePage(office.context)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.set_event(event)
    page.show()
    page.bar.mode.edited.emit("rooms")
    page.bar.days.choose(FIRST)
    timeline = page.timeline
    talks = [item for item in timeline.items() if item.inside]
    assert (len(timeline._tracks), len(timeline.items()) - len(talks), len(talks)) == (106, 88, 401)

    canvas = QImage(timeline.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    timeline.paint_view(QPainter(canvas))  # the words are set once
    assert _milliseconds(lambda: timeline.paint_view(QPainter(canvas))) < QUICK

    before = {item.id: item.start for item in office.read(programme, event).items}
    session = next(item for item in timeline.items() if item.holds and _parts(timeline, item.id) > 2)
    timeline.select(session.id)
    assert _milliseconds(lambda: press(timeline, Qt.Key.Key_Down, CTRL | SHIFT)) < QUICK
    QTest.keyRelease(timeline, Qt.Key.Key_Control)
    after = {item.id: item.start for item in office.read(programme, event).items}
    room = next(one.room_id for one in page.plan.programme.items if one.id == session.id)
    moved = {one.id for one in page.plan.programme.items if after[one.id] != before[one.id]}
    own = {one.id for one in page.plan.programme.items if one.id in moved and one.room_id == room}
    assert session.id in own
    assert {after[one] - before[one] for one in moved} == {5}


def _parts(timeline, session: int) -> int:
    return sum(1 for item in timeline.items() if item.inside == session)


def _milliseconds(work) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000
