"""Line icons: SVG files of resources/icons, drawn in the colour of a role at the screen's density."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


def icon(name: str, role: str = "ink") -> QIcon:
    """Return an icon in a role's colour; make it anew when the theme changes (`retheme`)."""
    from PySide6.QtGui import QIcon  # with the renderer 2 ms, and the first paint of the window has no icons yet

    made = QIcon(pixmap(name, role))
    made.addPixmap(pixmap(name, "muted"), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, role: str = "ink", size: int = 16) -> QPixmap:
    """Return an icon as a picture of `size` points of the design."""
    screen = QGuiApplication.primaryScreen()
    return _drawn(name, theme.colour(role).name(), theme.px(size), screen.devicePixelRatio() if screen else 1.0)


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = (theme.ICONS / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
