"""Files of photographs: read and re-encoded beside the window, drawn small for its strip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from planner.errors import NotFound, PlannerError
from planner.queries.papers import blob
from planner.queries.pictures import PictureRow, described_pictures

KINDS = "(*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)"


class Found(NamedTuple):
    """The photographs of an event, and the small pictures that were read anew, by the SHA-256 of their files."""

    rows: tuple[PictureRow, ...]
    images: Mapping[str, QImage]


def read_photographs(db: Any, event_id: int, known: frozenset[str], height: int) -> Found:
    """Return the photographs; only those not `known` are drawn small, beside the window."""
    rows = described_pictures(db, event_id=event_id)
    return Found(rows, {row.sha256: _small(db, row.sha256, height) for row in rows if row.sha256 not in known})


def _small(db: Any, sha256: str, height: int) -> QImage:
    image = QImage()
    try:
        image.loadFromData(blob(db, sha256), "JPEG")
    except NotFound:
        return image
    return image if image.isNull() else image.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)


def kept(read: Callable[[], bytes]) -> Any:
    """Return a picture as it is kept, or in words why it is not."""
    from planner.exchange.photographs import photograph  # what decodes pictures takes 60 ms to import

    try:
        return photograph(read())
    except OSError:
        return PlannerError("This file cannot be read.")
    except PlannerError as error:
        return error


def encoded(image: QImage) -> Callable[[], bytes]:
    """Return what writes a picture of the clipboard as a file, beside the window."""

    def write() -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    return write
