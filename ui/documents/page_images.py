"""Pages of a PDF as images, made in a worker; nothing here touches a widget."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QImage

POINT = 72.0


class Extent(NamedTuple):
    """How many pages there are, and the size of the first one in points."""

    pages: int
    width: float
    height: float


def extent(data: bytes) -> Extent:
    """Measure a PDF file."""
    from planner.documents.pictures import page_count, page_size

    count = page_count(data)
    return Extent(count, *page_size(data)) if count else Extent(0, 0, 0)


def page(data: bytes, number: int, dpi: float) -> QImage:
    """Draw a page, counted from 0, as an image that owns its pixels."""
    from planner.documents.pictures import page_image

    picture = page_image(data, number, dpi)
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32).copy()
