"""Every widget of the toolkit with data as an office has them: `python -m tests.ui.gallery FOLDER` saves pictures.

Look at them beside the pictures of the design after any change; a theme and a text size may follow the folder.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.rules.kinds import ItemState
from planner.rules.text import text
from ui import theme
from ui.agenda.day_tabs import DayTab, DayTabs
from ui.agenda.timeline import Timeline
from ui.agenda.timeline_items import TimelineItem, TimelineLeg, Track
from ui.agenda.timeline_layout import Place
from ui.common.buttons import Button, IconButton
from ui.common.card import Card, CardRow
from ui.common.columns import Column
from ui.common.empty_state import EmptyState
from ui.common.fields import ChoiceField, LineField, NoteField, ToggleRow
from ui.common.filter_bar import FilterBar
from ui.common.findings import Fact, FactsField, FindingRow, FindingsList
from ui.common.labels import Heading, Muted, Title
from ui.common.menu_button import MenuButton
from ui.common.message_bar import Message, MessageArea
from ui.common.moment_fields import DateField, MinutesField, TimeField
from ui.common.nav_list import NavEntry, NavList, group
from ui.common.paired_field import LanguageName, PairedField
from ui.common.pill import Pill
from ui.common.row_table import RowTable
from ui.common.segmented import Segmented
from ui.common.tab_bar import Tab, TabBar
from ui.documents.page_view import PageView
from ui.tasks import SynchronousTasks

RUSSIAN_ENGLISH = (LanguageName("ru", "Русский"), LanguageName("en", "English"))
ALL = (0, 1, 2)
TENTATIVE, CANCELLED = ItemState.TENTATIVE, ItemState.CANCELLED


def framed(kind: str, *widgets: QWidget, width: int = 0) -> QScrollArea:
    """Return a column of widgets on a ground of the design."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(frame)
    if width:
        scroll.setFixedWidth(width)
    return scroll


def beside(*widgets: QWidget, stretch: int = -1) -> QWidget:
    """Return widgets in a line."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if stretch in (-1, place) else 0)
    if stretch == -2:
        row.addStretch(1)
    return box


def inspector() -> QWidget:
    """Show the fields of an item of a programme."""
    title, note, post = (PairedField(name, RUSSIAN_ENGLISH) for name in ("Title", "Note", "Position"))
    title.set_value(text(ru="Встреча с Главой города Красноярска", en="Meeting with the Mayor of Krasnoyarsk"))
    note.set_value(text(ru="Обмен сувенирами, протокольное фото"))
    note.suggest("en", "Exchange of gifts, official photograph")
    stale = text(ru="Руководитель", en="Head of the Krasnoyarsk Office of the Embassy").checked("en", "maria")
    post.set_value(stale.with_wording("ru", "Руководитель канцелярии Посольства"))
    post.set_hint("ru", "ICAO 9303 gives “KABAEV”; same as typed.")
    venue = LineField("Venue")
    venue.set_value("City Administration, Small Hall · Малый зал")
    venue.set_aside("seats 24")
    day, start, minutes = DateField("Day"), TimeField("Starts"), MinutesField("Minutes")
    day.set_value(date(2024, 5, 15))
    start.set_value(600)
    minutes.set_value(60)
    state = ChoiceField("State", choices=((1, "Confirmed"), (2, "Tentative")))
    state.set_value(1)
    internal = ToggleRow("Never on a guest's page")
    internal.set_value(True)
    remark = NoteField("Remark")
    remark.set_value("Car 1 waits at the side entrance.\nFlags: KG, RU.")
    facts = FactsField("Takes part")
    facts.set_aside("6 + 4")
    facts.set_facts(
        (
            Fact("Head of delegation, 4 members", "guest"),
            Fact("Vladislav Loginov, 3 heads", "host"),
            Fact("Interpreter: not assigned", "invited", link=("assign", "Assign")),
        )
    )
    found = FindingsList("Checks on this item")
    found.set_findings(
        (
            FindingRow(
                "1",
                "Vladislav Loginov is also at Budget session, 10:30–11:00.",
                "stop",
                (("a", "Shorten to 10:30"), ("b", "Replace host"), ("c", "Not a problem, because…")),
            ),
            FindingRow("2", "No interpreter for Kyrgyz–Russian.", "attention", (("a", "Assign"), ("b", "Not needed"))),
            FindingRow("3", "English note is missing; 1 of 2 in this item."),
        )
    )
    return framed(
        "inspector",
        Heading("Bilateral meeting with the Mayor"),
        Muted("Wed 15 May · 10:00–11:00"),
        title,
        note,
        post,
        venue,
        day,
        beside(start, minutes),
        state,
        internal,
        remark,
        facts,
        found,
        width=theme.px(383),
    )


def navigation() -> QWidget:
    """Show the left column."""
    events = NavList()
    events.set_entries(
        (
            group("May 2024"),
            NavEntry("Jalal-Abad delegation", "1", "14–16", "attention", dot_word="In preparation"),
            group("September 2024"),
            NavEntry("XI interregional conference", "2", "19–20", "neutral", hollow=True),
            group("Past"),
            NavEntry("Embassy Office, working meeting", "3", "10 Apr", "fine"),
            group("Registers"),
            NavEntry("People", "people", "412"),
            NavEntry("Organisations", "bodies", "96"),
            NavEntry("Venues", "venues", "38"),
            group("Office"),
            NavEntry("Calendar", "calendar"),
        )
    )
    events.choose("1")
    frame = QFrame()
    frame.setProperty("kind", "sidebar")
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 12, 0, 0)
    column.addWidget(events)
    frame.setFixedWidth(theme.px(232))
    return frame


def overview() -> QWidget:
    """Show tabs, bars, cards and what else stands in the middle."""
    tabs = TabBar()
    names = (
        "Overview",
        "Delegations",
        "Programme",
        "Seating",
        "Logistics",
        "Documents",
        "Tasks",
        "Follow-up",
        "History",
    )
    tabs.set_tabs([Tab(name, name, (0, 2, 2, 0, 1, 0, 2, 0, 0)[n]) for n, name in enumerate(names)])
    bars = MessageArea()
    bars.error(
        "The office file is in use by another program. Nothing is lost.", ("Try again", print), ("Save a copy…", print)
    )
    bars.read_only("Open for reading only: M. Petrova holds the office.")
    bars.info("Item moved to 10:30.", ("Undo", print))
    bars.show_message(Message("Two notes have no English.", "attention"), "notes")
    needs = Card("What needs you", "2 stop printing, 3 ask for attention")
    needs.set_rows(
        (
            CardRow("The Mayor is in two places, Wed 10:30–11:00", dot="stop", links=(("s", "Shorten to 10:30"),)),
            CardRow("25 minutes for a 35-minute drive to the Centre", dot="stop", links=(("s", "Shift what follows"),)),
            CardRow("No interpreter for Kyrgyz–Russian at 4 items", dot="attention", links=(("s", "Assign"),)),
        )
    )
    office = Card("Next in the office", "working days of the host")
    office.set_rows(
        (
            CardRow("Site survey of the Centre, stopwatch in hand", lead="overdue 2", right="protocol"),
            CardRow("Texts for signature compared line by line", lead="today", right="legal"),
            CardRow("5 + interpreter to be assigned", lead="Guests", right="4 confirmed", share=0.8, bar="guest"),
            CardRow("4", lead="Hosts", right="3 confirmed", share=0.75, bar="host"),
        )
    )
    pills = beside(
        *(
            Pill(word, tone)
            for word, tone in (
                ("Confirmed", "fine"),
                ("To be assigned", "attention"),
                ("Stops printing", "stop"),
                ("Host", "host"),
                ("Guest", "guest"),
                ("Invited", "neutral"),
            )
        ),
        stretch=-2,
    )
    layouts = Segmented(((1, "Side by side"), (2, "Stacked"), (3, "Facing pages")))
    buttons = beside(
        Button("Print all…", kind="primary"),
        Button("Import list…"),
        MenuButton(((1, "Timeline"), (2, "Table"))),
        IconButton("undo", "Undo"),
        IconButton("redo", "Redo"),
        stretch=-2,
    )
    papers = NavList(boxed=True)
    papers.set_entries(
        (
            group("For the table"),
            NavEntry("Programme of stay", "p", detail="v3 of 2 May · 4 changes since", detail_tone="attention"),
            NavEntry("List of participants", "l", detail="v2 of 2 May · current"),
            group("For the office"),
            NavEntry("Run sheet, 15 May", "r", detail="draft"),
        )
    )
    papers.choose("p")
    papers.setFixedSize(theme.px(262), 240)
    nothing = EmptyState(
        "No documents yet",
        "A document is what is printed: the programme, the list of participants, the seating, place cards.",
        "Make a programme…",
        "Copy the last visit’s",
    )
    return framed(
        "",
        Title("Визит делегации мэрии города Джалал-Абада"),
        Muted("Visit of the delegation"),
        tabs,
        bars,
        beside(needs, office),
        pills,
        beside(layouts, buttons),
        beside(papers, nothing, stretch=1),
    )


def people() -> QWidget:
    """Show a register as a table."""
    columns = (
        Column("name", "Name", lambda row: row.name, 300, strong=True, second=lambda row: row.latin),
        Column("position", "Position", lambda row: row.position, 280),
        Column("organisation", "Organisation", lambda row: row.organisation, 240, muted=True),
        Column("state", "State", lambda row: row.state, 140, pill=lambda row: "fine"),
    )
    from tests.benchmarks.window_parts import people as made

    table = RowTable(columns)
    table.replace_rows(made(400))
    table.select([3])
    bar = FilterBar("Find a person")
    bar.add_left(MenuButton(((1, "By name"), (2, "By organisation"))))
    bar.set_count("400 of 412")
    bar.add_right(Button("+ Person"))
    box = QWidget()
    column = QVBoxLayout(box)
    column.addWidget(bar)
    column.addWidget(table, 1)
    return box


def day() -> QWidget:
    """Show the day of the design's picture."""
    days = DayTabs()
    days.set_days(
        (
            DayTab(date(2024, 5, 14), "Tue 14 May", "Arrival · 5 items"),
            DayTab(date(2024, 5, 15), "Wed 15 May", "Meetings · 9 items"),
            DayTab(date(2024, 5, 16), "Thu 16 May", "Departure · 4 items"),
        )
    )
    days.show_day(date(2024, 5, 15))
    timeline = Timeline()
    timeline.set_day(
        ITEMS, LEGS, (Track("Delegation", "head + 4"), Track("Working group: schools", "2"), Track("Press", "2"))
    )
    timeline.select(2)
    timeline.set_preview({4: Place(690, 760)}, (1080, "Concert begins at 18:00 and cannot be moved"))
    box = QWidget()
    column = QVBoxLayout(box)
    column.addWidget(days)
    column.addWidget(timeline, 1)
    return box


ITEMS = (
    TimelineItem(1, 480, 525, ALL, "Завтрак в гостинице", "Breakfast at the hotel"),
    TimelineItem(
        2,
        600,
        660,
        (0,),
        "Встреча с Главой города",
        "Meeting with the Mayor",
        "Small Hall",
        conflict="the Mayor is at Budget session",
    ),
    TimelineItem(3, 600, 610, (2,), "Протокольная съёмка", "Official photographs", "Small Hall"),
    TimelineItem(4, 670, 740, (0,), "Подписание Плана мероприятий", "Signing of the Action Plan", "Grand Hall"),
    TimelineItem(5, 670, 740, (1,), "Рабочая группа: школы", "Working group: schools", "Room 214", TENTATIVE),
    TimelineItem(
        6,
        780,
        860,
        (0, 1),
        "Официальный завтрак от имени Главы города",
        "Luncheon hosted by the Mayor",
        "Prichal Restaurant · 16 places · halal menu",
    ),
    TimelineItem(
        7,
        885,
        985,
        ALL,
        "Посещение центра технического творчества",
        "Visit to the Centre for Creativity",
        "Centre",
        conflict="starts 10 min before the earliest arrival",
    ),
    TimelineItem(8, 990, 1050, (0,), "Свободное время", "Time at leisure", state=TENTATIVE),
    TimelineItem(
        9,
        990,
        1050,
        (1, 2),
        "Служебный брифинг сопровождающих",
        "Escort officers’ briefing",
        "internal, never on a guest’s page",
        internal=True,
    ),
    TimelineItem(11, 990, 1020, (2,), "Пресс-подход", "Press point", "Foyer", tone="guest"),
    TimelineItem(12, 1025, 1050, (2,), "Отменённый пункт", "Cancelled item", "Foyer", CANCELLED),
    TimelineItem(10, 1080, 1165, ALL, "Концерт в Красноярской филармонии", "Concert at the Philharmonic Hall", "row 6"),
)
LEGS = (
    TimelineLeg(560, 578, ALL, "09:20 Hotel → City Administration · 18 min · car 1, car 2"),
    TimelineLeg(745, 765, (0, 1), "Walk · 6 min planned, 40 available"),
    TimelineLeg(860, 885, ALL, "14:20 → Centre · 35 min planned, 25 available", tight=True),
)


def preview() -> QWidget:
    """Show a document."""
    view = PageView(SynchronousTasks())
    view.set_pdf(sample_pdf())
    view.set_remark("Live preview")
    return view


def sample_pdf(pages: int = 3) -> bytes:
    """Make a file of some pages with Qt."""
    from PySide6.QtCore import QBuffer, QMarginsF, QRectF
    from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(96)
    writer.setPageMargins(QMarginsF(18, 18, 18, 18))
    painter = QPainter(writer)
    for page in range(pages):
        painter.setFont(theme.font(20, semibold=True))
        painter.drawText(QRectF(0, 0, 600, 60), 0, f"Программа пребывания · Programme of stay · {page + 1}")
        if page + 1 < pages:
            writer.newPage()
    painter.end()
    return bytes(buffer.data().data())


ROOMS: dict[str, tuple[Callable[[], QWidget], tuple[int, int]]] = {
    "inspector": (inspector, (383, 1240)),
    "navigation": (navigation, (232, 560)),
    "overview": (overview, (1000, 960)),
    "people": (people, (1000, 600)),
    "day": (day, (986, 860)),
    "preview": (preview, (680, 800)),
}


def main(folder: Path, look: str = "light", percent: int = 100) -> None:
    """Save a picture of each."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, look, percent)
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, size) in ROOMS.items():
        widget = make()
        widget.resize(size[0], theme.px(size[1]) if widget.inherits("QScrollArea") else size[1])
        widget.show()
        for timeline in widget.findChildren(Timeline):
            timeline.scroll_to_first()
        application.processEvents()
        widget.grab().save(str(folder / f"{name}-{look}-{percent}.png"))
        widget.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3], *(int(one) for one in sys.argv[3:4]))
