"""Printing on paper: pages drawn as pictures and handed to the printer one by one, in a worker."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from planner.errors import FileProblem
from ui.documents import page_images

DPI = 300


def new_printer(*, both_sides: bool = False) -> QPrinter:
    """Return the usual printer, set to draw whole pages of A4 at the resolution of our pictures.

    What has backs is printed on both sides of the sheet, which is turned on its long edge.
    """
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    if both_sides:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def chosen_pages(printer: QPrinter, count: int) -> range:
    """Return which pages the person wants, counted from 0; no choice means all."""
    first, last = printer.fromPage(), printer.toPage()
    if not first and not last:
        return range(count)
    return range(max(first, 1) - 1, min(last or count, count))


def print_pages(
    pdf: bytes, printer: QPrinter, pages: range, *, told: Callable[[int], object], stop: threading.Event
) -> int:
    """Print pages of a PDF; return how many went out. Raise FileProblem where the printer refuses one."""
    painter = QPainter()
    if not painter.begin(printer):
        raise FileProblem("The printer did not take the paper. See whether it is switched on, or choose another.")
    done = 0
    try:
        for number in pages:
            if stop.is_set():
                printer.abort()
                break
            if done and not printer.newPage():  # it may refuse in the middle, and must not do so in silence
                raise FileProblem("The printer stopped after page {page}. Print the rest from there.", page=number)
            image = page_images.page(pdf, number, DPI)
            painter.drawImage(_whole_page(printer, image), image)
            done += 1
            told(done)
    finally:
        painter.end()
    return done


def _whole_page(printer: QPrinter, image: QImage) -> QRectF:
    """Return where a page goes: its own size, or smaller where the printer's sheet is."""
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    share = printer.resolution() / DPI
    width, height = image.width() * share, image.height() * share
    if width > sheet.width() * 1.01 or height > sheet.height() * 1.01:
        less = min(sheet.width() / width, sheet.height() / height)
        width, height = width * less, height * less
    return QRectF((sheet.width() - width) / 2, (sheet.height() - height) / 2, width, height)
