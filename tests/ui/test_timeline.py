from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery import ITEMS, LEGS
from tests.ui.keys import drag, press
from ui.agenda.timeline import Timeline
from ui.agenda.timeline_items import TimelineItem, Track, clock, span
from ui.agenda.timeline_layout import Place, Scale, boxes, moved, resized

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TRACKS = (Track("Delegation"), Track("Working group"), Track("Press"))
SCALE = Scale(60.0, 100.0, 3, 10)


class Told(dict[str, list[tuple[object, ...]]]):
    """What a timeline has sent, by signal."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        for name in (
            "moved", "resized", "copied", "create_requested", "opened", "delete_requested", "selected", "spanned",
            "moved_together", "copied_together", "shifted", "sent", "pooled", "movement_wanted", "remove_requested",
        ):  # fmt: skip
            getattr(timeline, name).connect(lambda *args, name=name: self.setdefault(name, []).append(args))


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    made.set_day(ITEMS, LEGS, TRACKS)
    made.set_zoom(60)
    made.scroll_to_first()
    return made


def place(timeline: Timeline, wanted: int, *, edge: str = "middle") -> QPoint:
    """Return a point of the viewport on an item."""
    box = next(box for box in timeline._boxes if box.item.id == wanted)
    y = {"middle": box.height // 2, "top": 1, "bottom": box.height - 2}[edge]
    day = QPoint(box.left + 30, box.top + y)
    return day + QPoint(timeline._left(), timeline._top() - timeline.verticalScrollBar().value())


def test_click_chooses_and_a_free_place_chooses_nothing(timeline: Timeline, qtbot: QtBot) -> None:
    told = Told(timeline)
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place(timeline, 4))
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(70, 790))
    assert told == {"selected": [(4,), (None,)]}


def test_drag_moves_in_steps_of_five_minutes(timeline: Timeline) -> None:
    told = Told(timeline)
    start = place(timeline, 4)
    drag(timeline.viewport(), start, start + QPoint(0, 32))
    assert told["moved"] == [(4, 700, 770, 0)]


def test_drag_with_shift_moves_by_the_minute(timeline: Timeline) -> None:
    told = Told(timeline)
    start = place(timeline, 4)
    drag(timeline.viewport(), start, start + QPoint(0, 32), SHIFT)
    assert told["moved"] == [(4, 702, 772, 0)]


def test_drag_across_changes_the_track_and_not_the_time(timeline: Timeline) -> None:
    told = Told(timeline)
    start = place(timeline, 2)
    drag(timeline.viewport(), start, start + QPoint(280, 0))
    assert told["moved"] == [(2, 600, 660, 1)]


def test_dragged_edge_resizes(timeline: Timeline) -> None:
    told = Told(timeline)
    for edge, distance in (("bottom", 31), ("top", -11)):
        start = place(timeline, 6, edge=edge)
        drag(timeline.viewport(), start, start + QPoint(0, distance))
    assert told["resized"] == [(6, 780, 890), (6, 770, 890)]


def test_drag_with_alt_copies(timeline: Timeline) -> None:
    told = Told(timeline)
    start = place(timeline, 4)
    drag(timeline.viewport(), start, start + QPoint(0, 120), ALT)
    assert (told["copied"], "moved" in told) == ([(4, 790, 860, 0)], False)
    assert next(item.start for item in timeline.items() if item.id == 4) == 670


def test_escape_ends_a_drag_without_a_trace(timeline: Timeline) -> None:
    told = Told(timeline)
    start = place(timeline, 4)
    drag(timeline.viewport(), start, start + QPoint(0, 60), drop=False)
    ghosts = len(timeline._ghosts())
    press(timeline, Qt.Key.Key_Escape)
    drag(timeline.viewport(), QPoint(70, 790), QPoint(70, 791))
    assert (ghosts, timeline._ghosts(), "moved" in told) == (1, [], False)


def test_press_that_hardly_moves_is_no_drag(timeline: Timeline) -> None:
    told = Told(timeline)
    start = place(timeline, 4)
    drag(timeline.viewport(), start, start + QPoint(1, 2))
    assert told == {"selected": [(4,)]}


def test_dragging_is_told_so_that_consequences_can_be_shown(timeline: Timeline) -> None:
    seen: list[tuple[int, int, int]] = []
    timeline.dragging.connect(lambda *args: seen.append(args))
    start = place(timeline, 4)
    drag(timeline.viewport(), start, start + QPoint(0, 30), drop=False)
    timeline.set_preview({6: Place(810, 890)}, (1080, "Concert"))
    shown = len(timeline._ghosts())
    press(timeline, Qt.Key.Key_Escape)
    assert (seen[-1], shown, timeline._ghosts()) == ((4, 700, 770), 2, [])


@pytest.mark.parametrize(
    ("key", "modifiers", "signal", "args"),
    [
        (Qt.Key.Key_Down, CTRL, "moved", (4, 675, 745, 0)),
        (Qt.Key.Key_Up, CTRL, "moved", (4, 665, 735, 0)),
        (Qt.Key.Key_PageDown, CTRL, "moved", (4, 671, 741, 0)),
        (Qt.Key.Key_PageUp, CTRL, "moved", (4, 669, 739, 0)),
        (Qt.Key.Key_Right, ALT, "spanned", (4, (0, 1))),
        (Qt.Key.Key_Right, CTRL | ALT, "sent", ([4], 1, False)),
        (Qt.Key.Key_Backspace, CTRL, "pooled", ([4],)),
        (Qt.Key.Key_M, CTRL, "movement_wanted", (4, 0)),
        (Qt.Key.Key_Right, CTRL, "moved", (4, 670, 740, 1)),
        (Qt.Key.Key_Down, ALT, "resized", (4, 670, 745)),
        (Qt.Key.Key_Up, ALT | SHIFT, "resized", (4, 670, 739)),
        (Qt.Key.Key_Up, CTRL | ALT, "resized", (4, 665, 740)),
        (Qt.Key.Key_D, CTRL, "copied", (4, 740, 810, 0)),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "opened", (4,)),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "delete_requested", (4,)),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, "create_requested", (740, 0)),
    ],
)
def test_everything_the_mouse_does_a_key_does(
    timeline: Timeline, key: Qt.Key, modifiers: Qt.KeyboardModifier, signal: str, args: tuple[object, ...]
) -> None:
    timeline.select(4)
    told = Told(timeline)
    press(timeline, key, modifiers)
    assert told == {signal: [args]}


def test_repeated_keys_go_on_from_where_the_item_stands(timeline: Timeline) -> None:
    timeline.select(4)
    told = Told(timeline)
    for _press in range(3):
        press(timeline, Qt.Key.Key_Down, CTRL)
    assert told["moved"] == [(4, 675, 745, 0), (4, 680, 750, 0), (4, 685, 755, 0)]


def test_arrows_lead_through_a_track_and_across(timeline: Timeline) -> None:
    timeline.select(2)
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        press(timeline, key)
        seen.append(timeline.selected_id())
    assert seen == [4, 5, 6, 5, 4]


def test_fixed_item_and_read_only_day_do_not_move(timeline: Timeline) -> None:
    timeline.set_day([ITEMS[3]._replace(fixed=True), ITEMS[5]], (), TRACKS)
    told = Told(timeline)
    for one in (4, 6):
        start = place(timeline, one)
        timeline.set_read_only(one == 6)
        drag(timeline.viewport(), start, start + QPoint(0, 60))
        press(timeline, Qt.Key.Key_Down, CTRL)
        press(timeline, Qt.Key.Key_Delete) if one == 6 else None
    assert told == {"selected": [(4,), (6,)]}


def test_double_click_on_a_free_place_asks_for_an_item_there(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.set_day((), (), TRACKS)
    told = Told(timeline)
    y = timeline._scale.y(9 * 60 + 20) - timeline.verticalScrollBar().value() + timeline._top()
    spot = QPoint(timeline._left() + timeline._scale.x(1) + 20, y)
    qtbot.mouseDClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told == {"create_requested": [(555, 1)]}


def test_zoom_by_wheel_keeps_the_time_under_the_pointer(timeline: Timeline) -> None:
    spot = QPointF(300, 300)
    before = timeline._scale.minute(timeline._to_day(spot).y())
    wheel = QWheelEvent(spot, timeline.mapToGlobal(spot), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, CTRL,
                        Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(timeline.viewport(), wheel)
    after = timeline._scale.minute(timeline._to_day(spot).y())
    assert (timeline.zoom() > 60, abs(after - before) < 1) == (True, True)


def test_keys_zoom(timeline: Timeline) -> None:
    zooms = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        press(timeline, key)
        zooms.append(round(timeline.zoom()))
    assert zooms == [75, 60, 63]


def test_new_items_keep_the_chosen_one_and_the_place(timeline: Timeline) -> None:
    timeline.select(10)
    told, scroll = Told(timeline), timeline.verticalScrollBar().value()
    timeline.set_day([item._replace(title_first="Другое") for item in ITEMS], LEGS, TRACKS)
    kept = timeline.selected_id(), timeline.verticalScrollBar().value(), dict(told)
    timeline.set_day(ITEMS[:3], (), TRACKS)
    assert kept == (10, scroll, {})
    assert told == {"selected": [(None,)]}


def test_chosen_item_is_spoken(timeline: Timeline) -> None:
    timeline.select(2)
    spoken = "10:00–11:00, Встреча с Главой города, Meeting with the Mayor, Small Hall, the Mayor is at Budget session"
    assert timeline.accessibleDescription() == spoken


def test_overlapping_items_of_a_track_stand_in_lanes() -> None:
    items = [TimelineItem(1, 600, 660), TimelineItem(2, 630, 700), TimelineItem(3, 660, 720), TimelineItem(4, 800, 830)]
    made = {box.item.id: box for box in boxes(items, SCALE)}
    assert made[1].left == made[3].left < made[2].left
    assert made[1].left + made[1].width <= made[2].left
    assert made[4].width > 2 * made[1].width - 5


def test_item_of_neighbouring_tracks_is_one_box_unless_something_overlaps_it() -> None:
    alone = boxes([TimelineItem(1, 600, 660, (0, 1, 2))], SCALE)
    shared = boxes([TimelineItem(1, 600, 660, (0, 1, 2)), TimelineItem(2, 600, 660, (2,))], SCALE)
    apart = boxes([TimelineItem(1, 600, 660, (0, 2))], SCALE)
    assert [len(alone), len(shared), len(apart)] == [1, 3, 2]


def test_boxes_never_lie_on_one_another() -> None:
    items = [TimelineItem(n, n * 37 % 600, n * 37 % 600 + 20 + n % 50, tuple({n % 3, n * 5 % 3})) for n in range(1, 60)]
    made = boxes(items, SCALE)
    wrong = [
        (one.item.id, other.item.id)
        for place, one in enumerate(made)
        for other in made[place + 1 :]
        if one.left < other.left + other.width and other.left < one.left + one.width
        and one.top < other.top + other.height and other.top < one.top + one.height
    ]  # fmt: skip
    assert wrong == []


def test_moved_item_stays_in_the_day_and_among_the_tracks() -> None:
    item = TimelineItem(1, 10, 40, (1, 2))
    assert moved(item, -100, 5, step=5, track_count=3) == Place(0, 30, 0)
    assert moved(item, 0, -5, step=5, track_count=3) == Place(10, 40, -1)


def test_resized_item_keeps_a_step_of_length() -> None:
    item = TimelineItem(1, 600, 660)
    assert resized(item, -500, top=False, step=5) == Place(600, 605)
    assert resized(item, 500, top=True, step=5) == Place(655, 660)


def test_time_after_midnight_goes_on() -> None:
    assert (clock(1470), span(1410, 1470), span(700, 700)) == ("00:30", "23:30–00:30", "11:40")


def test_item_in_a_track_that_is_gone_is_still_shown(timeline: Timeline) -> None:
    timeline.set_day([TimelineItem(1, 600, 660, (7,), "Встреча")], (), TRACKS[:1])
    assert [(box.item.id, box.item.tracks) for box in timeline._boxes] == [(1, (0,))]


def test_hostile_words_are_drawn_as_characters(timeline: Timeline) -> None:
    words = "<img src='/x'>\n" + "слово" * 2000
    timeline.set_day([TimelineItem(1, 600, 700, (0,), words, words, words, conflict=words)], (), TRACKS)
    assert timeline.grab().isNull() is False


def test_item_under_the_pointer_is_told_whole_and_escaped(timeline: Timeline) -> None:
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QToolTip

    timeline.set_day([TimelineItem(1, 600, 700, (0,), "<b>Встреча</b>")], (), TRACKS)
    spot = place(timeline, 1)
    QApplication.sendEvent(timeline.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, timeline.mapToGlobal(spot)))
    assert QToolTip.text() == "<span>10:00–11:40, &lt;b&gt;Встреча&lt;/b&gt;</span>"


def session_with(*talks: tuple[int, int], end: int = 690) -> list[tuple[int, int]]:
    """Return top and height of the talks of a session from ten o’clock on, from the session's own top."""
    items = [TimelineItem(1, 600, end, (0,), "Session", holds=True)]
    items += [TimelineItem(2 + number, *talk, (0,), "Talk", inside=1) for number, talk in enumerate(talks)]
    made = {box.item.id: box for box in boxes(items, Scale(60.0, 200.0, 1, 20))}
    return [(made[2 + number].top - made[1].top, made[2 + number].height + 1) for number in range(len(talks))]


def test_a_short_first_talk_has_its_line_below_the_title_and_later_pauses_give_way() -> None:
    assert session_with((600, 615), (615, 645), (645, 675)) == [(20, 20), (40, 20), (60, 20)]
    assert session_with((600, 625), (625, 650), (650, 675)) == [(20, 20), (40, 20), (60, 20)]
    assert session_with((600, 615), (640, 690)) == [(20, 20), (40, 50)]


def test_talks_with_room_stand_at_their_minutes() -> None:
    assert session_with((630, 650), (650, 690)) == [(30, 20), (50, 40)]


def test_talks_without_room_for_a_line_each_shrink_alike_below_the_title() -> None:
    assert session_with(*((600 + 10 * number, 610 + 10 * number) for number in range(9))) == [
        (20, 8), (28, 8), (36, 7), (43, 8), (51, 8), (59, 8), (67, 7), (74, 8), (82, 8),
    ]  # fmt: skip


def test_talks_at_once_share_the_width_and_begin_alike() -> None:
    assert session_with((600, 610), (600, 630), (630, 690)) == [(20, 20), (20, 20), (40, 50)]
