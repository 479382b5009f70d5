"""A person's photograph: dropped, pasted or chosen; kept without what the camera wrote into it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.operations import pictures
from planner.queries.pictures import PictureRow, photograph_of
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import Link
from ui.common.fields import LineField, ToggleRow
from ui.common.labels import Caption
from ui.common.live_view import LiveView
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.translate import follow_language, t

WIDE, HIGH = 105, 135
"""35 by 45 mm, as papers print it."""
KINDS = "(*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)"


class PhotographView(QWidget):
    """The picture, or an empty frame that asks for one."""

    def __init__(self, card: PhotographCard) -> None:
        super().__init__(card)
        self._card = card
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_image(self, image: QImage) -> None:
        """Show a picture; a null one empties the frame."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Return the frame's size."""
        return QSize(theme.px(WIDE), theme.px(HIGH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a file."""
        self._card.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter or Space, paste by Ctrl+V, remove by Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._card.choose()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._card.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self._card.remove()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture cut to the frame, the face's third above the middle."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self._image.isNull():
            painter.fillPath(frame, theme.colour("panel"))
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font(theme.SMALL))
            area = self.rect().adjusted(theme.px(6), 0, -theme.px(6), 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), t("Drop a photograph"))
        else:
            painter.setClipPath(frame)
            painter.drawImage(QRectF(self.rect()), self._image, self._part())
            painter.setClipping(False)
        painter.setPen(theme.colour("link" if self.hasFocus() else "line"))
        painter.drawPath(frame)

    def _part(self) -> QRectF:
        wide, high = self._image.width(), self._image.height()
        scale = min(wide / self.width(), high / self.height())
        part_wide, part_high = self.width() * scale, self.height() * scale
        return QRectF((wide - part_wide) / 2, (high - part_high) / 3, part_wide, part_high)


class PhotographCard(LiveView):
    """Attributes: `view`, `choose_link`, `remove_link`, `consent`; below them `words` (the caption) and `credit`."""

    tables = frozenset(("picture",))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._person = 0
        self._picture: PictureRow | None = None
        self._languages: tuple[Language, ...] = ()
        self.setAcceptDrops(True)
        self.view = PhotographView(self)
        self.caption, self.hint = Caption("", self), Caption("", self, wrap=True)
        self.choose_link, self.remove_link = Link("", self, clicked=self.choose), Link("", self, clicked=self.remove)
        self.consent = ToggleRow("", self)
        self.words = TextFields(context, "", self, single_line=True, optional=True)
        self.credit = LineField("", self)
        self.consent.edited.connect(lambda on: self._edit(consent=on))
        self.credit.edited.connect(lambda words: self._edit(merge="credit", credit=words))
        self._arrange()
        follow_language(self.retranslate)

    def _arrange(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(theme.px(4))
        for widget in (self.caption, self.choose_link, self.remove_link, self.consent, self.hint):
            side.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, Link) else Qt.AlignmentFlag(0))
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.credit)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.caption.setText(t("Photograph"))
        self.choose_link.set_text(t("Choose a file…"))
        self.remove_link.set_text(t("Remove"))
        self.consent.set_label(t("Agreed to"))
        self.words.set_caption(t("Caption"))
        self.credit.set_caption(t("Taken by"))
        self.hint.setText(t("Kept without place, time or camera data."))
        self.view.setAccessibleName(t("Photograph"))
        self.view.update()

    def show_person(self, person_id: int) -> None:
        """Show the photograph of somebody."""
        if person_id != self._person:
            self.flush()
            self._person = person_id
            self._show(None)
            self.mark_stale()

    def show_languages(self, languages: tuple[Language, ...]) -> None:
        """Take the languages a caption is asked for in."""
        if languages != self._languages:
            self._languages = languages
            self._show_words()

    def flush(self) -> None:
        """Send what waits."""
        self.words.flush()
        self.credit.flush()

    def refresh(self) -> None:
        """Read the photograph."""
        if self._person:
            self.context.read(self, "photograph", self._show, photograph_of, self._person)

    def choose(self) -> None:
        """Ask for a file and take it."""
        if self.context.read_only is not None:
            return
        path, _kind = QFileDialog.getOpenFileName(
            self, t("Choose a photograph"), "", f"{t('Pictures')} {KINDS};;{t('All files')} (*)"
        )
        if path:
            self.take_file(path)

    def take_file(self, path: str) -> None:
        """Read a picture beside the window, without what the camera wrote, and keep it."""
        self._take(lambda: Path(path).read_bytes())

    def paste(self) -> None:
        """Take a picture from the clipboard."""
        image = QGuiApplication.clipboard().image()
        if not image.isNull():
            self._take_image(image)

    def remove(self) -> None:
        """Remove the photograph; it can be undone."""
        if self._picture is not None and self.context.read_only is None:
            self.context.run(self, pictures.remove_picture, self._picture.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or a picture."""
        data = event.mimeData()
        event.setAccepted(self.context.read_only is None and (data.hasUrls() or data.hasImage()))

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped."""
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_file(files[0])
        elif data.hasImage():
            self._take_image(QImage(data.imageData()))
        event.acceptProposedAction()

    def _take_image(self, image: QImage) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        content = bytes(buffer.data().data())
        self._take(lambda: content)

    def _take(self, read: Any) -> None:
        if self.context.read_only is not None or not self._person:
            return
        person = self._person

        def work() -> Any:
            from planner.exchange.photographs import photograph  # what decodes pictures takes 60 ms to import

            return photograph(read())

        self.context.tasks.read(
            self, work,
            lambda kept: self.context.run(self, pictures.set_photograph, person, kept.content, width=kept.width,
                                          height=kept.height),
            self._refuse, key="picture",
        )  # fmt: skip

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, OSError):
            error = PlannerError("This file cannot be read.")
        if not isinstance(error, PlannerError):
            raise error
        self.context.failed.emit(error)

    def _edit(self, *, merge: str = "", **values: Any) -> None:
        if self._picture is not None:
            name = f"picture:{self._picture.id}:{merge}" if merge else ""
            self.context.run(self, pictures.edit_picture, self._picture.id, merge=name, **values)

    def _show(self, found: PictureRow | None) -> None:
        self._picture = found
        image = QImage()
        if found is not None and found.content:
            image.loadFromData(found.content, "JPEG")
        self.view.set_image(image)
        self.remove_link.setVisible(found is not None)
        for widget in (self.consent, self.words, self.credit):
            widget.setVisible(found is not None)
        self.consent.set_value(bool(found and found.consent))
        self.credit.set_value(found.credit if found else "")
        self._show_words()

    def _show_words(self) -> None:
        if (found := self._picture) is not None:
            tags = tuple(dict.fromkeys([*self._languages, *found.caption.wordings]))
            self.words.show_text(Target("picture", found.id, "caption"), found.caption, tags)
