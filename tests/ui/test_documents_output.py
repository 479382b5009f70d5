"""A paper leaves the program: as a file, as text, on paper."""

from __future__ import annotations

import threading
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from planner.documents.pictures import page_image
from planner.errors import FileProblem
from tests.ui.keys import type_text
from tests.ui.papers_desk import Desk
from ui.common.paired_side import PairedSide
from ui.common.paper_entries import PARTICIPANTS
from ui.documents.output import file_name
from ui.documents.printing import chosen_pages, new_printer, print_pages


def printer_into(path: Path) -> QPrinter:
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def pages_of(path: Path) -> int:
    with pypdfium2.PdfDocument(path.read_bytes()) as document:
        return len(document)


def test_file_holds_what_the_preview_shows(desk: Desk, tmp_path: Path) -> None:
    desk.page.output.save(desk.page.chosen.choice(), tmp_path / "programme.pdf")
    assert (tmp_path / "programme.pdf").read_bytes() == desk.page.chosen.printed.pdf
    assert [message.text for message in desk.page.messages.messages().values()] == [
        f"Saved: {tmp_path / 'programme.pdf'}"
    ]


def test_words_typed_a_moment_ago_are_in_the_file(desk: Desk, tmp_path: Path) -> None:
    box = desk.choices.heading.findChildren(PairedSide)[1].box
    desk.page.output._window = desk.choices  # the field lies in the same window as the page
    desk.choices.activateWindow()
    box.setFocus()
    box.selectAll()
    type_text(box, "Programme of today")
    desk.page.output.save(desk.page.chosen.choice(), tmp_path / "programme.pdf")
    with pypdfium2.PdfDocument((tmp_path / "programme.pdf").read_bytes()) as document:
        assert "Programme of today" in document[0].get_textpage().get_text_range()


def test_folder_that_is_gone_is_told_in_words(desk: Desk, tmp_path: Path) -> None:
    desk.page.output.save(desk.page.chosen.choice(), tmp_path / "gone" / "programme.pdf")
    assert [str(error) for error in desk.office.failures] == [
        f"There is no folder {tmp_path / 'gone'}. Choose another."
    ]


def test_file_is_named_after_the_day_the_paper_and_the_event(desk: Desk) -> None:
    desk.choices.copy.segments._take(2)
    assert file_name(desk.page.papers, desk.page.chosen.choice(), desk.page.chosen.number) == (
        "2024-04-23 Programme of stay, Делегация Джалал-Абада, guest’s copy.pdf"
    )


def test_ctrl_s_asks_where(desk: Desk, tmp_path: Path) -> None:
    settings = desk.office.context.settings
    settings.change(more={**settings.now.more, "papers_folder": str(tmp_path)})
    next(one for one in desk.page.findChildren(QShortcut) if one.key().toString() == "Ctrl+S").activated.emit()
    dialog = desk.page.findChild(QFileDialog)
    asked = [Path(path).name for path in dialog.selectedFiles()]
    dialog.done(QFileDialog.DialogCode.Rejected)
    assert asked == ["2024-04-23 Programme of stay, Делегация Джалал-Абада.pdf"]


def test_keys_print_and_save_while_the_page_is_shown(desk: Desk) -> None:
    keys = sorted(one.key().toString() for one in desk.page.findChildren(QShortcut))
    assert keys == ["Ctrl+P", "Ctrl+S"]


def test_copied_text_keeps_rows_and_columns(desk: Desk) -> None:
    desk.office.context.select("paper", PARTICIPANTS)
    desk.choices.buttons["copy"].click()
    assert QGuiApplication.clipboard().text().split("\n")[:9] == [
        "\tСписок участников\tList of Participants",
        "\tВизит делегации мэрии города Джалал-Абада\tVisit of the Delegation of the Jalal-Abad Mayor’s Office",
        "\tКрасноярск\tKrasnoyarsk",
        "\t23–25 апреля 2024 года\t23–25 April 2024",
        "",
        "\tС киргизской стороны\tFrom the Kyrgyz side",
        "1\tИМАНАЛИЕВ Кубанычбек\tKubanychbek IMANALIEV",
        "\tпервый заместитель мэра города Джалал-Абада\tFirst Deputy Mayor of Jalal-Abad",
        "2\tКАБАЕВ Азамат\tAzamat KABAEV",
    ]


def test_all_pages_are_printed(desk: Desk, tmp_path: Path) -> None:
    done: list[int] = []
    desk.page.output.printed.connect(done.append)
    desk.page.output.print_on(desk.page.chosen.printed.pdf, printer_into(tmp_path / "out.pdf"), range(2))
    assert (done, pages_of(tmp_path / "out.pdf")) == ([2], 2)
    assert [m.text for m in desk.page.messages.messages().values()] == ["2 pages were sent to the printer."]


def test_printed_page_fills_the_sheet(desk: Desk, tmp_path: Path) -> None:
    desk.page.output.print_on(desk.page.chosen.printed.pdf, printer_into(tmp_path / "out.pdf"), range(1))
    ours, theirs = (inked(data) for data in (desk.page.chosen.printed.pdf, (tmp_path / "out.pdf").read_bytes()))
    assert max(abs(one - other) for one, other in zip(ours, theirs, strict=True)) <= 2


def inked(pdf: bytes) -> tuple[int, int, int, int]:
    """Return the box of a first page that bears ink, in pixels of 72 to an inch."""
    picture = page_image(pdf, 0, 72)
    rows = [
        picture.pixels[at : at + picture.width * 4] for at in range(0, picture.stride * picture.height, picture.stride)
    ]
    dark = [(y, x) for y, row in enumerate(rows) for x, ink in enumerate(row[::4]) if ink < 160]
    return min(dark)[0], max(dark)[0], min(x for _, x in dark), max(x for _, x in dark)


@pytest.mark.parametrize(("first", "last", "pages"), [(0, 0, [0, 1, 2]), (2, 2, [1]), (2, 9, [1, 2])])
def test_pages_are_chosen_from_one(first: int, last: int, pages: list[int]) -> None:
    printer = new_printer()
    printer.setFromTo(first, last)
    assert list(chosen_pages(printer, 3)) == pages


def test_stopping_prints_no_further_page(desk: Desk, tmp_path: Path) -> None:
    stop = threading.Event()
    told: list[int] = []

    def tell(page: int) -> None:
        told.append(page)
        stop.set()

    pdf = desk.page.chosen.printed.pdf
    done = print_pages(pdf, printer_into(tmp_path / "out.pdf"), range(2), told=tell, stop=stop)
    assert (done, told) == (1, [1])


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_printer_that_refuses_is_told_in_words(desk: Desk, tmp_path: Path) -> None:
    desk.page.output.print_on(desk.page.chosen.printed.pdf, printer_into(tmp_path / "gone" / "out.pdf"), range(1))
    assert [(type(error), str(error)) for error in desk.office.failures] == [
        (FileProblem, "The printer did not take the paper. See whether it is switched on, or choose another.")
    ]
    assert desk.page.messages.messages() == {}
