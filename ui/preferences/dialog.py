"""The preferences: language, theme, text size and the author's name; each takes effect at once."""

from __future__ import annotations

import getpass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.language import catalog
from planner.language.languages import own_name
from ui import theme
from ui.common.buttons import Button
from ui.common.fields import ChoiceField, LineField
from ui.common.fitting import fit_to_screen
from ui.common.labels import Caption, Heading
from ui.settings import SettingsFile
from ui.translate import follow_language, set_language, t

SIZES = (100, 110, 125, 150, 175)


class PreferencesDialog(QDialog):
    """Signals: `resized()` after the text size was changed; `author_changed(name)`; `profiles_wanted()`;
    `thresholds_wanted()`; `names_wanted()`.
    """

    resized = Signal()
    author_changed = Signal(str)
    profiles_wanted = Signal()
    thresholds_wanted = Signal()
    names_wanted = Signal()

    def __init__(self, settings: SettingsFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._heading = Heading("", self)
        self.language = ChoiceField(parent=self, choices=[(tag, own_name(tag)) for tag in catalog.languages()])
        self.theme = ChoiceField(parent=self)
        self.text_size = ChoiceField(parent=self, choices=[(size, f"{size} %") for size in SIZES])
        self.author = LineField(parent=self, placeholder=getpass.getuser())
        self._remark = Caption("", self, wrap=True)
        self.profiles = Button("", self, clicked=self._go_to_profiles)
        self.thresholds = Button("", self, clicked=self._go_to_thresholds)
        self.names = Button("", self, clicked=self._go_to_names)
        self._close = Button("", self, kind="primary", clicked=self.accept)
        self._close.setDefault(True)
        self.setMinimumWidth(theme.px(420))
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        for widget in (self._heading, self.language, self.theme, self.text_size, self.author, self._remark):
            column.addWidget(widget)
        more = QHBoxLayout()
        more.addWidget(self.profiles)
        more.addWidget(self.thresholds)
        more.addStretch(1)
        column.addLayout(more)
        row = QHBoxLayout()
        row.addWidget(self.names)
        row.addStretch(1)
        row.addWidget(self._close)
        fit_to_screen(self, column, row)
        self.language.edited.connect(self._set_language)
        self.theme.edited.connect(self._set_theme)
        self.text_size.edited.connect(self._set_size)
        self.author.edited.connect(self._set_author)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        now = self._settings.now
        self.setWindowTitle(t("Preferences"))
        self._heading.setText(t("Preferences"))
        self.language.set_caption(t("Language of the window"))
        self.theme.set_caption(t("Theme"))
        themes = [
            (theme.Choice.SYSTEM, t("As the system")),
            (theme.Choice.LIGHT, t("Light")),
            (theme.Choice.DARK, t("Dark")),
        ]
        self.theme.set_choices([(choice.value, word) for choice, word in themes])
        self.text_size.set_caption(t("Text size"))
        self.author.set_caption(t("Your name in the history"))
        self._remark.setText(
            t("Papers keep their own languages and sizes. Undo takes back the steps made under this name.")
        )
        self.profiles.set_text(t("Profiles of protocol…"))
        self.thresholds.set_text(t("Thresholds of the checks…"))
        self.names.set_text(t("Names and addresses…"))
        self._close.set_text(t("Close"))
        self.language.set_value(now.language)
        self.theme.set_value(now.theme)
        self.text_size.set_value(now.text_size)
        self.author.set_value(str(now.more.get("author", "")))

    def done(self, result: int) -> None:
        """Take over what is still being typed, then close."""
        self.author.flush()
        super().done(result)

    def _go_to_profiles(self) -> None:
        self.accept()
        self.profiles_wanted.emit()

    def _go_to_thresholds(self) -> None:
        self.accept()
        self.thresholds_wanted.emit()

    def _go_to_names(self) -> None:
        self.accept()
        self.names_wanted.emit()

    def _set_language(self, tag: str) -> None:
        self._settings.change(language=tag)
        set_language(tag)

    def _set_theme(self, choice: str) -> None:
        self._settings.change(theme=choice)
        self._dress()

    def _set_size(self, percent: int) -> None:
        self._settings.change(text_size=percent)
        self._dress()
        self.resized.emit()

    def _set_author(self, name: str) -> None:
        self._settings.change(more={**self._settings.now.more, "author": name.strip()})
        self.author_changed.emit(name.strip() or getpass.getuser())

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, self._settings.now.theme, self._settings.now.text_size)
