from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from tests.ui.gallery import sample_pdf
from tests.ui.keys import press
from ui.documents.page_view import PageView
from ui.tasks import SynchronousTasks, Tasks


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView(SynchronousTasks())
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    return made


def test_pages_are_counted_and_fill_the_width(view: PageView) -> None:
    view.set_pdf(sample_pdf(3))
    width, _height = view.area._size()
    assert (view._page.text(), view.area.count()) == ("Page 1 of 3", 3)
    assert abs(width - (view.area.viewport().width() - 32)) <= 2


def test_keys_turn_the_pages(view: PageView) -> None:
    view.set_pdf(sample_pdf(3))
    seen = []
    for key in (
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,  # to the top of the last page first, which was out of sight
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    ):
        press(view.area, key)
        seen.append(view.page())
    assert seen == [2, 3, 3, 3, 2, 1, 3]


def test_new_bytes_keep_the_place(view: PageView) -> None:
    view.set_pdf(sample_pdf(5))
    view.go_to(4)
    before = view.area.verticalScrollBar().value()
    view.set_pdf(sample_pdf(6))
    assert (view.area.verticalScrollBar().value(), view._page.text()) == (before, "Page 4 of 6")


def test_fewer_pages_end_at_the_last(view: PageView) -> None:
    view.set_pdf(sample_pdf(5))
    view.go_to(5)
    view.set_pdf(sample_pdf(2))
    assert view._page.text() == "Page 2 of 2"


def test_zoom_is_shown_and_fitted_again(view: PageView) -> None:
    view.set_pdf(sample_pdf(1))
    view.area.set_zoom(1.5)
    zoomed = view._zoom.text()
    view._fit.click()
    assert (zoomed, view.area.fits_width, view.area.zoom < 1.5) == ("150\u00a0%", True, True)


def test_only_pages_in_sight_are_drawn(view: PageView) -> None:
    view.set_pdf(sample_pdf(40))
    view.go_to(20)
    assert (len(view.area._pictures) < 15, 19 in view.area._pictures, 39 in view.area._pictures) == (True, True, False)


def test_without_pages_the_reason_is_shown(view: PageView) -> None:
    view.set_pdf(sample_pdf(1))
    view.set_pdf(None, "Choose a document on the left.")
    assert (view._page.text(), view.area._message) == ("No pages", "Choose a document on the left.")


def test_bytes_that_are_no_pdf_are_told(view: PageView) -> None:
    told: list[BaseException] = []
    view.failed.connect(told.append)
    view.set_pdf(b"no pdf")
    assert len(told) == 1


def test_worker_draws_and_late_versions_are_dropped(qtbot: QtBot) -> None:
    owner = QObject()
    tasks = Tasks(owner)
    view = PageView(tasks)
    qtbot.addWidget(view)
    view.resize(600, 700)
    view.show()
    for pages in (2, 3, 4):
        view.set_pdf(sample_pdf(pages))
    qtbot.waitUntil(lambda: view.area.count() == 4 and 0 in view.area._pictures)
    tasks.close()
    assert view._page.text() == "Page 1 of 4"
