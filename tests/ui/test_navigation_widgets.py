from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press
from ui.agenda.day_tabs import DayTab, DayTabs
from ui.common.card import Card, CardRow
from ui.common.filter_bar import FilterBar
from ui.common.findings import FindingRow, FindingsList
from ui.common.menu_button import MenuButton
from ui.common.message_bar import Message, MessageArea
from ui.common.nav_list import NavEntry, NavList, group
from ui.common.progress import DELAY, ThinProgress
from ui.common.segmented import Segmented
from ui.common.tab_bar import Tab, TabBar

TABS = (Tab("overview", "Overview"), Tab("programme", "Programme", 2), Tab("history", "History"))
ENTRIES = (
    group("May 2024"),
    NavEntry("Jalal-Abad", "1", "14–16", "attention", dot_word="In preparation"),
    group("Registers"),
    NavEntry("People", "people", "412"),
    NavEntry("Venues", "venues", "38"),
)


def test_tab_is_chosen_by_click_and_by_key(qtbot: QtBot) -> None:
    bar, told = TabBar(), []
    qtbot.addWidget(bar)
    bar.set_tabs(TABS)
    bar.chosen.connect(told.append)
    bar._buttons[1].click()
    press(bar, Qt.Key.Key_Right)
    press(bar, Qt.Key.Key_Right)
    press(bar, Qt.Key.Key_End)
    assert (told, bar.current()) == (["programme", "history", "overview", "history"], "history")


def test_number_of_findings_is_shown_and_spoken(qtbot: QtBot) -> None:
    bar = TabBar()
    qtbot.addWidget(bar)
    bar.set_tabs(TABS)
    before = bar._buttons[1].accessibleName()
    bar.set_badges({"history": 1})
    names = [button.accessibleName() for button in bar._buttons]
    assert (before, names) == ("Programme, 2 findings", ["Overview", "Programme", "History, 1 finding"])


def test_tabs_without_room_go_to_a_menu_and_the_one_shown_stays(qtbot: QtBot) -> None:
    bar = TabBar()
    qtbot.addWidget(bar)
    bar.set_tabs([Tab(str(n), f"Участники делегации {n}") for n in range(9)])
    bar.choose("8")
    bar.resize(500, bar.sizeHint().height())
    bar.show()
    seen = [button.tab.key for button in bar._buttons if button.isVisible()]
    assert (bar._more.isVisible(), seen[-1], len(seen) < 9) == (True, "8", True)
    assert max(button.geometry().right() for button in bar._buttons if button.isVisible()) < 500


def test_entry_is_chosen_by_key_and_headings_are_passed_over(qtbot: QtBot) -> None:
    events, told = NavList(), []
    qtbot.addWidget(events)
    events.set_entries(ENTRIES)
    events.choose("1")
    events.show()
    events.chosen.connect(told.append)
    press(events, Qt.Key.Key_Down)
    press(events, Qt.Key.Key_Down)
    assert told == ["people", "venues"]


def test_new_entries_keep_the_chosen_one_and_send_nothing(qtbot: QtBot) -> None:
    events, told = NavList(), []
    qtbot.addWidget(events)
    events.set_entries(ENTRIES)
    events.choose("people")
    events.chosen.connect(told.append)
    events.set_entries((NavEntry("Idea", "9"), *ENTRIES))
    kept = events.current()
    events.set_entries(ENTRIES[:2])
    assert (kept, events.current(), told) == ("people", "", [])


def test_entry_says_its_state_in_words(qtbot: QtBot) -> None:
    events = NavList()
    qtbot.addWidget(events)
    events.set_entries(ENTRIES)
    model = events.model()
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole) == "Jalal-Abad, In preparation, 14–16"


def test_link_of_a_card_says_row_and_action(qtbot: QtBot) -> None:
    card, told = Card("What needs you", "1 stops printing"), []
    qtbot.addWidget(card)
    card.acted.connect(lambda row, action: told.append((row, action)))
    card.set_rows((CardRow("The Mayor is in two places", "f1", dot="stop", links=(("shorten", "Shorten to 10:30"),)),))
    from ui.common.buttons import Link

    card.findChild(Link).click()
    assert told == [("f1", "shorten")]


def test_finding_s_action_says_which(qtbot: QtBot) -> None:
    found, told = FindingsList("Checks"), []
    qtbot.addWidget(found)
    found.acted.connect(lambda finding, action: told.append((finding, action)))
    found.set_findings((FindingRow("7", "No interpreter.", actions=(("assign", "Assign"), ("no", "Not needed"))),))
    from ui.common.buttons import Link

    [link.click() for link in found.findChildren(Link)]
    assert told == [("7", "assign"), ("7", "no")]


def test_bar_takes_the_place_of_the_one_with_its_key(qtbot: QtBot) -> None:
    area, done = MessageArea(), []
    qtbot.addWidget(area)
    area.error("First")
    area.error("Second", ("Try again", lambda: done.append("again")))
    area.read_only("M. Petrova holds the office.")
    texts = {key: message.text for key, message in area.messages().items()}
    from ui.common.buttons import Link

    area.findChildren(Link)[-1].click()
    area.read_only("")
    area.dismiss("error")
    assert texts == {"error": "Second", "read-only": "M. Petrova holds the office."}
    assert (done, area.messages(), area.isHidden()) == (["again"], {}, True)


def test_read_only_bar_cannot_be_closed(qtbot: QtBot) -> None:
    area = MessageArea()
    qtbot.addWidget(area)
    area.show_message(Message("Sent.", closable=True), "a")
    area.read_only("Held.")
    from ui.common.buttons import IconButton

    assert len(area.findChildren(IconButton)) == 1


def test_progress_shows_nothing_for_less_than_a_moment(qtbot: QtBot) -> None:
    bar = ThinProgress()
    qtbot.addWidget(bar)
    bar.start()
    bar.start()
    bar.stop()
    at_once = bar.is_shown()
    qtbot.wait(DELAY + 60)
    later = bar.is_shown()
    bar.stop()
    assert (at_once, later, bar.is_shown()) == (False, True, False)


def test_segment_is_taken_by_click_and_key(qtbot: QtBot) -> None:
    layouts, told = Segmented(((1, "Side by side"), (2, "Stacked"), (3, "Facing pages"))), []
    qtbot.addWidget(layouts)
    layouts.resize(300, 30)
    layouts.show()
    layouts.edited.connect(told.append)
    from PySide6.QtCore import QPoint

    qtbot.mouseClick(layouts, Qt.MouseButton.LeftButton, pos=QPoint(250, 10))
    press(layouts, Qt.Key.Key_Left)
    layouts.set_value(1)
    assert told == [3, 2]


def test_menu_choice_is_told_and_shown(qtbot: QtBot) -> None:
    button, told = MenuButton(((1, "By precedence"), (2, "By name"))), []
    qtbot.addWidget(button)
    button.edited.connect(told.append)
    button.menu().actions()[1].trigger()
    assert (told, button.text(), button.accessibleName()) == ([2], "By name ▾", "By name")


def test_search_is_told_at_every_key_and_emptied_by_escape(qtbot: QtBot) -> None:
    bar, told = FilterBar("Find a person"), []
    qtbot.addWidget(bar)
    bar.searched.connect(told.append)
    from tests.ui.keys import type_text

    type_text(bar.search.line, "Аз")
    press(bar.search.line, Qt.Key.Key_Escape)
    assert told == ["А", "Аз", ""]


def test_day_is_chosen_and_kept(qtbot: QtBot) -> None:
    days, told = DayTabs(), []
    qtbot.addWidget(days)
    tabs = [DayTab(date(2024, 5, n), f"{n} May", "Meetings · 9 items") for n in (14, 15, 16)]
    days.set_days(tabs)
    days.chosen.connect(told.append)
    days._buttons[1].click()
    press(days, Qt.Key.Key_Right)
    days.set_days([tab._replace(remark="1 item") for tab in tabs])
    assert (told, days.current()) == ([date(2024, 5, 15), date(2024, 5, 16)], date(2024, 5, 16))
