"""A bar of buttons in one line: what finds no room is done from the menu at its end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu, QPushButton

from ui.common.buttons import Button
from ui.common.folding_bar import GAP, FoldingBar
from ui.common.menu_button import MenuButton
from ui.translate import set_language


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def bar(qtbot, said: list[str]) -> Iterator[FoldingBar]:
    bar = FoldingBar(last=Button("Print the list…", clicked=lambda: said.append("print")))
    kind = MenuButton([("a", "Arrivals"), ("d", "Departures")])
    kind.edited.connect(said.append)
    bar.add(Button("Add people…", clicked=lambda: said.append("add")), kind, Button("Way back"))
    qtbot.addWidget(bar)
    bar.show()
    yield bar
    set_language("en")


def shown(bar: FoldingBar) -> list[str]:
    """Return the words of the buttons to be seen, from the left."""
    buttons = [one for one in bar.findChildren(QPushButton) if one.isVisible()]
    return [one.text() for one in sorted(buttons, key=lambda one: one.x())]


def lines(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def at_width(bar: FoldingBar, width: int) -> None:
    bar.resize(width, bar.sizeHint().height())


def width_of(bar: FoldingBar, *words: str) -> int:
    buttons = {one.text(): one.sizeHint().width() for one in bar.findChildren(QPushButton)}
    return sum(buttons[word] for word in words) + GAP * (len(words) - 1)


def test_everything_stands_in_the_line_while_there_is_room(bar: FoldingBar) -> None:
    at_width(bar, bar.sizeHint().width())
    assert shown(bar) == ["Add people…", "Arrivals ▾", "Way back", "Print the list…"]


def test_one_pixel_too_few_folds_the_last_and_what_the_menu_needs(bar: FoldingBar) -> None:
    at_width(bar, width_of(bar, "Add people…", "Arrivals ▾", "Way back", "More ▾"))
    assert shown(bar) == ["Add people…", "Arrivals ▾", "Way back", "More ▾"]
    at_width(bar, bar.width() - 1)
    assert shown(bar) == ["Add people…", "Arrivals ▾", "More ▾"]


def test_button_in_the_menu_does_what_it_does_in_the_line(bar: FoldingBar, said: list[str]) -> None:
    at_width(bar, width_of(bar, "Add people…", "More ▾"))
    bar.more.fill_menu()
    assert lines(bar.more.menu()) == ["Arrivals", "Way back", "Print the list…"]
    bar.more.menu().actions()[2].trigger()
    below = bar.more.menu().actions()[0].menu()
    assert isinstance(below, QMenu)
    below.actions()[1].trigger()
    assert said == ["print", "d"]


def test_menu_is_grey_where_the_button_is(bar: FoldingBar) -> None:
    at_width(bar, width_of(bar, "Add people…", "More ▾"))
    bar.more.folded()[1].setEnabled(False)
    bar.more.fill_menu()
    assert [action.isEnabled() for action in bar.more.menu().actions()] == [True, False, True]


def test_toggle_is_ticked_in_the_menu(bar: FoldingBar) -> None:
    at_width(bar, width_of(bar, "Add people…", "More ▾"))
    toggle = bar.more.folded()[1]
    toggle.setCheckable(True)
    bar.more.fill_menu()
    bar.more.menu().actions()[1].trigger()
    assert toggle.isChecked() is True
    bar.more.fill_menu()
    assert bar.more.menu().actions()[1].isChecked() is True


def test_button_not_offered_is_in_neither(bar: FoldingBar) -> None:
    at_width(bar, width_of(bar, "Add people…", "More ▾"))
    bar.set_offered(bar.more.folded()[1], False)
    bar.more.fill_menu()
    assert (shown(bar), lines(bar.more.menu())) == (["Add people…", "More ▾"], ["Arrivals", "Print the list…"])
    at_width(bar, 900)
    assert shown(bar) == ["Add people…", "Arrivals ▾", "Print the list…"]


def test_own_actions_of_the_menu_stand_under_the_folded(bar: FoldingBar, said: list[str]) -> None:
    bar.more.set_choices([("remove", "Remove")])
    bar.more.edited.connect(said.append)
    bar.arrange()
    at_width(bar, 900)
    assert shown(bar) == ["Add people…", "Arrivals ▾", "Way back", "More ▾", "Print the list…"]
    at_width(bar, width_of(bar, "Add people…", "Arrivals ▾", "More ▾"))
    bar.more.fill_menu()
    assert lines(bar.more.menu()) == ["Way back", "Print the list…", "", "Remove"]
    bar.more.menu().actions()[3].trigger()
    assert said == ["remove"]


def test_longer_words_fold_the_bar_anew(qtbot, bar: FoldingBar) -> None:
    at_width(bar, bar.sizeHint().width())
    bar.findChildren(Button)[1].set_text("Add many more people than before…")
    qtbot.waitUntil(bar.more.isVisible)
    set_language("ru")
    assert bar.more.text() == "Ещё ▾"


def test_popup_of_a_folded_button_opens_under_the_menu(bar: FoldingBar) -> None:
    at_width(bar, width_of(bar, "Add people…", "More ▾"))
    folded = bar.more.folded()[1]
    assert bar.place_of(folded) is bar.more
    at_width(bar, 900)
    assert bar.place_of(folded) is folded
