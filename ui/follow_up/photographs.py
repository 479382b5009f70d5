"""The photographs of an event, for the press note and the report: taken in, captioned, credited, put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.operations import pictures
from planner.queries.pictures import PictureRow
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import Link
from ui.common.card import Card
from ui.common.fields import LineField, ToggleRow
from ui.common.labels import Caption, PlainLabel
from ui.common.live_view import LiveView
from ui.common.named import shown
from ui.common.text_fields import Target, TextFields
from ui.context import Context
from ui.follow_up.photograph_files import KINDS, Found, encoded, kept, read_photographs
from ui.follow_up.thumbnails import HIGH, Small, Strip
from ui.translate import follow_language, t

SHARP = 2
"""A small picture is kept twice as large as it is drawn, for fine screens."""


class Photographs(LiveView):
    """A card. Attributes: `strip`; of the one chosen `words`, `credit`, `consent`, `why`, `remove_link`."""

    tables = frozenset(("picture",))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._event = 0
        self._languages: tuple[Language, ...] = ()
        self._read_only = False
        self._rows: tuple[PictureRow, ...] = ()
        self._images: dict[str, QImage] = {}
        self._chosen = 0
        self._focuses = False
        self._is_read = False
        self._taking = 0
        self.setAcceptDrops(True)
        self.card, self.strip = Card(parent=self), Strip(self)
        self.add_link = Link("", self.card, strong=True, clicked=self.choose)
        self.hint = Caption("", self, wrap=True)
        self.words = TextFields(context, "", self, lines=2)
        self.credit, self.consent = LineField("", self), ToggleRow("", self)
        self.why = PlainLabel("", self, role="attention", wrap=True)
        self.remove_link = Link("", self, clicked=lambda: self.remove(self._chosen))
        self.editor = QWidget(self)
        self._arrange()
        self.strip.chosen.connect(self.select)
        self.strip.ordered.connect(self._order)
        self.strip.removal_wanted.connect(self.remove)
        self.credit.edited.connect(lambda words: self._edit("credit", words))
        self.consent.edited.connect(lambda on: self._edit("consent", on))
        follow_language(self.retranslate)

    def _arrange(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(12))
        beside.addWidget(self.credit, 1)
        beside.addWidget(self.consent, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self.editor)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.words)
        column.addLayout(beside)
        column.addWidget(self.why)
        column.addWidget(self.remove_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.add_to_heading(self.add_link)
        for widget in (self.hint, self.strip, self.editor):
            self.card.add(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.add_link.set_text(t("+ Photographs…"))
        self.words.set_caption(t("Caption, people from left to right"))
        self.credit.set_caption(t("Taken by"))
        self.consent.set_label(t("Whoever is shown agreed to be published"))
        self.remove_link.set_text(t("Remove this photograph"))
        self._show_all()

    def show_event(self, event_id: int, languages: tuple[Language, ...]) -> None:
        """Show the photographs of an event, captions in these languages."""
        if (event_id, languages) != (self._event, self._languages):
            if event_id != self._event:
                self.words.flush()
                self.credit.flush()
                self._rows, self._chosen, self._is_read = (), 0, False
            self._event, self._languages = event_id, languages
            self._show_all()
            self.mark_stale()

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be looked at only."""
        self._read_only = read_only
        self._show_all()

    def refresh(self) -> None:
        """Read the photographs."""
        if self._event:
            height = theme.px(HIGH) * SHARP
            known = frozenset(self._images)
            self.context.read(self, "photographs", self._show, read_photographs, self._event, known, height)

    # --- Taking in

    def choose(self) -> None:
        """Ask for files and take them in."""
        if self._can_write():
            paths, _kind = QFileDialog.getOpenFileNames(
                self, t("Choose photographs"), "", f"{t('Pictures')} {KINDS};;{t('All files')} (*)"
            )
            self.take_files(paths)

    def take_files(self, paths: Sequence[str]) -> None:
        """Read pictures beside the window, without what the camera wrote, and keep them in this order."""
        self._take([Path(path).read_bytes for path in paths])

    def paste(self) -> None:
        """Take what is on the clipboard: files or a picture."""
        self._take_data(QGuiApplication.clipboard().mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by Ctrl+V."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files or a picture."""
        data = event.mimeData()
        event.setAccepted(self._can_write() and (data.hasUrls() or data.hasImage()))

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped."""
        self._take_data(event.mimeData())
        event.acceptProposedAction()

    def _take_data(self, data: QMimeData) -> None:
        if files := [url.toLocalFile() for url in data.urls() if url.isLocalFile()]:
            self.take_files(files)
        elif data.hasImage():
            self._take([encoded(QImage(data.imageData()))])

    def _take(self, readers: Sequence[Callable[[], bytes]]) -> None:
        if not readers or not self._can_write():
            return
        event = self._event

        def work() -> list[Any]:
            return [kept(read) for read in readers]

        self._taking += len(readers)
        self._show_all()
        self.context.tasks.read(self, work, lambda taken: self._keep(event, taken))

    def _keep(self, event: int, taken: Sequence[Any]) -> None:
        self._taking -= len(taken)
        for one in taken:
            if isinstance(one, PlannerError):
                self.context.failed.emit(one)
            else:
                self.context.run(
                    self, pictures.add_event_picture, event, one.content, width=one.width, height=one.height,
                    done=lambda changes: self._go_to(changes.result),
                )  # fmt: skip
        self._show_all()

    def _can_write(self) -> bool:
        return bool(self._event) and not self._read_only and self.context.read_only is None

    # --- The photograph chosen

    def select(self, picture: int) -> None:
        """Show a photograph's caption, credit and consent."""
        if picture != self._chosen:
            self.credit.flush()
            self._chosen = picture
            self._show_all()

    def remove(self, picture: int) -> None:
        """Remove a photograph; it can be undone. The next one is chosen."""
        there = [row.id for row in self._rows]
        if picture in there and self._can_write():
            place = there.index(picture)
            self._chosen = next(iter([*there[place + 1 :], *there[:place][::-1]]), 0)
            self._focuses = True
            self.context.run(self, pictures.remove_picture, picture)

    def _order(self, ids: Sequence[int]) -> None:
        if self._can_write():
            self.context.run(self, pictures.order_pictures, self._event, list(ids))

    def _edit(self, field: str, value: object) -> None:
        if self._chosen and self._can_write():
            merge = f"picture:{self._chosen}:{field}" if field == "credit" else ""
            values: dict[str, Any] = {field: value}
            self.context.run(self, pictures.edit_picture, self._chosen, merge=merge, **values)

    def _go_to(self, picture: int) -> None:
        self._chosen = picture
        self._show_all()

    # --- Showing

    def _show(self, found: Found) -> None:
        self._rows, self._is_read = found.rows, True
        self._images = {row.sha256: self._images.get(row.sha256, QImage()) for row in found.rows} | dict(found.images)
        self._show_all()

    def _show_all(self) -> None:
        there = {row.id: row for row in self._rows}
        if there and self._chosen not in there:
            self._chosen = next(iter(there))
        row = there.get(self._chosen)
        taking = t("Taking in {count}…", count=self._taking) if self._taking else ""
        self.card.set_heading(t("Photographs"), taking or t("for the press note and the report"))
        self.add_link.setVisible(not self._read_only)
        self.hint.setVisible(self._is_read and not there)
        self.hint.setText(
            t("No photographs.") if self._read_only
            else t("Drop photographs here, paste them with Ctrl+V, or choose files. They are kept without place, "
                   "time or camera data.")
        )  # fmt: skip
        self.strip.setVisible(bool(there))
        self.strip.set_read_only(self._read_only)
        self.strip.show_all([self._of(one) for one in self._rows], self._chosen)
        self.editor.setVisible(row is not None)
        if row is not None:
            self._show_row(row)
        if self._focuses and self._chosen in self.strip.thumbnails:
            self._focuses = False
            self.strip.thumbnails[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_row(self, row: PictureRow) -> None:
        self.words.show_text(Target("picture", row.id, "caption"), row.caption, self._languages)
        self.credit.set_value(row.credit)
        self.consent.set_value(row.consent)
        self.why.setText(self._why(row))
        self.why.setVisible(bool(self.why.text()))
        self.remove_link.setVisible(not self._read_only)
        for field in (self.words, self.credit, self.consent):
            field.set_read_only(self._read_only)

    def _of(self, row: PictureRow) -> Small:
        held_back = t("no file") if self._image(row).isNull() else "" if row.consent else t("not agreed to")
        return Small(row.id, self._image(row), shown(row.caption, *self._languages), held_back)

    def _image(self, row: PictureRow) -> QImage:
        return self._images.get(row.sha256, QImage())

    def _why(self, row: PictureRow) -> str:
        """Return why a photograph is not printed, or what its paper still lacks."""
        if self._image(row).isNull():
            return t("Its file is not in this office: papers print the caption alone.")
        if not row.consent:
            return t("Not printed for the press and for guests until whoever is shown has agreed.")
        if any(not row.caption.get(tag).strip() for tag in self._languages):
            return t("The press note cannot be issued before there is a caption in every language.")
        return ""
