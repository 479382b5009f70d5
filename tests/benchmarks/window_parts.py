"""The parts of the window that must keep up with the hand: lists, their search and order, and the timeline."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from planner.language.collation import sort_key, sort_keys
from planner.language.search import fold
from planner.rules.kinds import ItemState
from tests.benchmarks.figure import Figure, against, alone
from ui import theme
from ui.agenda.timeline import Timeline
from ui.agenda.timeline_items import TimelineItem, TimelineLeg, Track
from ui.common.columns import Column
from ui.common.row_table import RowTable

MANY, SOME = 100_000, 10_000
SURNAMES = (
    "Ёлкин",
    "Абдылдаев",
    "Жээнбеков",
    "Өмүралиев",
    "Ысмаилова",
    "Иванова",
    "Щукин",
    "Логинов",
    "Батаева",
    "Қасым",
)
GIVEN = ("Азамат", "Назгуль", "Владислав", "Ёлка", "Үмүт", "Мария", "Нурлан", "Ольга")
QUERIES = ("а", "аз", "аза", "азам", "азама", "азам", "аз б", "батаева 77", "ю", "")


class Person(NamedTuple):
    """A row as the list of participants has it."""

    id: int
    name: str
    latin: str
    position: str
    organisation: str
    state: str
    folded: str


def people(count: int) -> list[Person]:
    """Make that many rows; their names repeat, their numbers do not."""
    made = []
    for n in range(count):
        name = f"{SURNAMES[n * 7 % 10]}{n % 997} {GIVEN[n * 5 % 8]}"
        latin, post, body = f"Person {n}", f"Начальник управления {n % 83}", f"Администрация города {n % 41}"
        made.append(Person(n + 1, name, latin, post, body, "Confirmed", fold(f"{name} {latin} {post} {body}")))
    return made


COLUMNS = (
    Column("number", "No", lambda row: str(row.id), 70, right=True, muted=True),
    Column("name", "Name", lambda row: row.name, 240, sort=lambda row: sort_key(row.name, "ky"), strong=True),
    Column("latin", "In English", lambda row: row.latin, 160),
    Column("position", "Position", lambda row: row.position, 240),
    Column("organisation", "Organisation", lambda row: row.organisation, 240),
    Column("state", "State", lambda row: row.state, 120),
)


def figures() -> Iterator[Figure]:
    """Measure, each figure beside its floor in the same run."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Choice.LIGHT)
    for count, bound in ((SOME, 10.0), (MANY, 16.0)):
        yield from _search(count, bound)
    yield _scroll()
    yield _sort()
    yield from _timeline()


def _table(rows: list[Person]) -> RowTable:
    table = RowTable(COLUMNS, folded=lambda row: row.folded)
    table.resize(1200, 800)
    table.replace_rows(rows)
    table.show()
    QApplication.processEvents()
    return table


def _search(count: int, bound: float) -> Iterator[Figure]:
    rows = people(count)
    table = _table(rows)
    texts = [row.folded for row in rows]
    floor = _median_of(lambda query: _find(fold(query), texts))

    def key(query: str) -> None:
        table.search(query)
        table.viewport().repaint()

    found = _median_of(key)
    figure = alone(f"search, per key, {count:,} rows, with repaint", found, "ms", at_most=bound)
    yield figure._replace(floor=floor, floor_name="find in folded strings", ratio=found / floor)
    table.close()
    table.deleteLater()


def _find(word: str, texts: list[str]) -> list[str]:
    return [text for text in texts if word in text]


def _median_of(work: Callable[[str], object]) -> float:
    times = []
    for _turn in range(3):
        for query in QUERIES:
            start = perf_counter()
            work(query)
            times.append((perf_counter() - start) * 1000)
    return median(times)


def _scroll() -> Figure:
    plain = QTableView()
    model = QStandardItemModel(MANY, len(COLUMNS))
    rows = people(MANY)
    for number, row in enumerate(rows[:5000]):
        for place, column in enumerate(COLUMNS):
            model.setItem(number, place, QStandardItem(column.text(row)))
    plain.setModel(model)
    plain.verticalHeader().hide()
    plain.setShowGrid(False)
    plain.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table = _table(rows)
    plain.resize(table.size())
    plain.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
    for place, width in enumerate(table.widths()):
        plain.setColumnWidth(place, width)
    plain.show()
    QApplication.processEvents()
    floor, ours = _page_down(plain), _page_down(table)
    for view in (plain, table):
        view.close()
        view.deleteLater()
    return against("page scroll, 100,000 rows", ours, "ms", floor=floor, floor_name="C++ model", at_most=1.5)


def _page_down(view: QTableView) -> float:
    canvas = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    bar = view.verticalScrollBar()
    times = []
    for page in range(60):
        start = perf_counter()
        bar.setValue(page * bar.pageStep())
        view.viewport().render(canvas)
        times.append((perf_counter() - start) * 1000)
    return median(times)


def _sort() -> Figure:
    rows = people(MANY)
    names = [row.name for row in rows]
    start = perf_counter()
    sorted(names)
    floor = (perf_counter() - start) * 1000
    times = []
    for _turn in range(3):
        start = perf_counter()
        keys = sort_keys(names, "ky")
        sorted(range(len(names)), key=keys.__getitem__)
        times.append((perf_counter() - start) * 1000)
    figure = alone("sort 100,000 names in Kyrgyz order", min(times), "ms", at_most=120)
    return figure._replace(floor=floor, floor_name="sort by code points", ratio=min(times) / floor)


def _timeline() -> Iterator[Figure]:
    timeline = Timeline()
    timeline.resize(1400, 900)
    tracks = [Track(f"Track {n}", "12") for n in range(8)]
    items = [_item(n, len(tracks)) for n in range(2000)]
    timeline.set_day(items, [TimelineLeg(n * 60, n * 60 + 20, (n % 8,), "Walk · 6 min") for n in range(24)], tracks)
    timeline.show()
    QApplication.processEvents()
    yield alone("timeline, 2,000 items, a screen of the day, p95", _paints(timeline, moving=True), "ms", at_most=8)
    timeline.set_zoom(24)
    timeline.resize(1400, 24 * 24 + 60)
    QApplication.processEvents()
    yield alone("timeline, 2,000 items, all in sight, p95", _paints(timeline, moving=False), "ms", at_most=8)
    timeline.close()
    timeline.deleteLater()


def _item(n: int, tracks: int) -> TimelineItem:
    start = n * 7919 % 1380 // 5 * 5
    title = f"Рабочая встреча {n}", f"Working meeting {n}"
    states = (ItemState.CONFIRMED, ItemState.CONFIRMED, ItemState.TENTATIVE)
    conflict = "Room is taken" if n % 17 == 0 else ""
    return TimelineItem(n + 1, start, start + 15 + n % 4 * 15, (n % tracks,), *title, "Small Hall", states[n % 3],
                        internal=n % 11 == 0, conflict=conflict)  # fmt: skip


def _paints(timeline: Timeline, *, moving: bool) -> float:
    canvas = QImage(timeline.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    bar = timeline.verticalScrollBar()
    times = []
    for turn in range(120):
        if moving:
            bar.setValue(turn * 7 % max(bar.maximum(), 1))
        start = perf_counter()
        painter = QPainter(canvas)
        timeline.paint_view(painter)
        painter.end()
        times.append((perf_counter() - start) * 1000)
    return quantiles(times[20:], n=20)[-1]


if __name__ == "__main__":
    for figure in figures():
        print(figure)
