"""The menu of offices: new, open, the sample, backups, and the person's preferences."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from planner import backups
from planner.errors import PlannerError, ServerGone
from planner.paths import data_folder
from ui.common.event_words import error_words
from ui.preferences.dialog import PreferencesDialog
from ui.translate import t
from ui.window.ask import Question
from ui.window.program import Program, Wish
from ui.window.server_address import AS_OFFERED, ServerAddress, is_on_server, parsed
from ui.window.server_office import ServerOfficeDialog

SUFFIX = ".office"
NO_OFFICE = "The database {name} holds no office. Make one with the command new."
"""What is said of a database without an office; the window offers to make one instead."""


class OfficeFiles(QObject):
    """What the menu does with office files. The dialogs of the system choose the names."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program

    def open_menu(self, button: QWidget) -> None:
        """Open the menu under its button."""
        menu = self.menu(button)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu."""
        menu = QMenu(parent)
        on_file = self._program.desk is not None and self._program.desk.context.planner.path is not None
        for line in (
            (t("New office…"), self.new, True), (t("Open an office…"), self.open, True),
            (t("Open an office on a server…"), self.on_server, True), (t("Open the sample office"), self.sample, True),
            None,
            (t("Save a backup…"), self.save_backup, on_file), (t("Restore a backup…"), self.restore, on_file), None,
            (t("Preferences…"), self.preferences, True),
        ):  # fmt: skip
            if line is None:
                menu.addSeparator()
            else:
                _add(menu, *line)
        return menu

    def run(self, way: str) -> None:
        """Take one of the ways of the first start."""
        ways: dict[str, Callable[[], object]] = {
            "sample": self.sample, "new": self.new, "open": self.open, "server": self.on_server,
        }  # fmt: skip
        ways[way]()

    def sample(self) -> None:
        """Open the sample office; it is made when it is not there yet."""
        self._program.open(Wish(make="sample"))

    def new(self) -> None:
        """Ask for a name and make an empty office there."""
        folder = data_folder()
        folder.mkdir(parents=True, exist_ok=True)
        name, _kind = QFileDialog.getSaveFileName(
            self._program.window, t("New office"), str(folder / t("Office.office")), _filter(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self._program.open(Wish(name if Path(name).suffix else name + SUFFIX, make="new"))

    def open(self) -> None:
        """Ask for a file and open it."""
        desk = self._program.desk
        folder = Path(desk.office).parent if desk and not is_on_server(desk.office) else data_folder()
        name, _kind = QFileDialog.getOpenFileName(self._program.window, t("Open an office"), str(folder), _filter())
        if name:
            self._program.open(Wish(name))

    def on_server(self, wish: Wish | None = None, refusal: str = "") -> ServerOfficeDialog:
        """Ask where an office on a server is and open it; with a wish that was refused, ask for what it lacked."""
        program, wish = self._program, wish or Wish()
        known = wish.office or program.settings.now.office
        dialog = ServerOfficeDialog(program.window, address=parsed(known) if is_on_server(known) else None)
        dialog.wanted.connect(lambda url: program.open(wish._replace(office=url)))
        dialog.making_wanted.connect(lambda url: program.open(wish._replace(office=url, make="new")))

        def tell(error: PlannerError) -> None:
            program.window.messages.dismiss("error")
            if error.message == NO_OFFICE:
                dialog.offer_making()
            else:
                dialog.refuse(_server_words(error, dialog.address()))

        def leave() -> None:
            program.opened.disconnect(dialog.accept)
            program.not_opened.disconnect(tell)
            dialog.password.line.clear()
            program.password_asked = False

        program.opened.connect(dialog.accept)
        program.not_opened.connect(tell)
        dialog.finished.connect(leave)
        program.password_asked = True
        if refusal:
            program.window.messages.dismiss("error")
            dialog.refuse(refusal)
        dialog.open()
        return dialog

    def save_backup(self) -> None:
        """Ask for a folder and save a backup there."""
        desk = self._program.desk
        if desk is None:
            return
        Path(backups.folder_of(desk.office)).mkdir(parents=True, exist_ok=True)
        folder = QFileDialog.getExistingDirectory(
            self._program.window, t("Save a backup in"), backups.folder_of(desk.office)
        )
        if folder:
            context = desk.context
            save = partial(backups.save_backup, desk.office, folder)
            context.tasks.read(context, save, self._tell_saved, context.failed.emit)

    def restore(self) -> None:
        """Ask for a backup, say what it will do, and put it in the office's place."""
        desk = self._program.desk
        if desk is None:
            return
        name, _kind = QFileDialog.getOpenFileName(
            self._program.window, t("Restore a backup"), backups.folder_of(desk.office),
            t("Backups (*.office-backup)"),
        )  # fmt: skip
        if name:
            self.ask_restore(name)

    def ask_restore(self, name: str) -> None:
        """Ask whether the backup shall really take the office's place."""
        desk = self._program.desk
        assert desk is not None
        question = Question(
            t("Restore this backup?"),
            t("The office {office} goes back to {backup}. What was done since is put aside beside it, and steps "
              "before it can no longer be undone.", office=Path(desk.office).name, backup=Path(name).name),
            t("Restore"), self._program.window,
        )  # fmt: skip
        question.accepted.connect(lambda: self._program.open(Wish(desk.office, backup=name)))
        question.open()

    def preferences(self) -> None:
        """Show the preferences."""
        dialog = PreferencesDialog(self._program.settings, self._program.window)
        dialog.resized.connect(self._program.window.arrange_columns)
        dialog.author_changed.connect(self._set_author)
        desk = self._program.desk
        for button in (dialog.profiles, dialog.thresholds, dialog.names):
            button.setVisible(desk is not None)
        if desk is not None:
            dialog.profiles_wanted.connect(lambda: desk.go("profiles", 0))
            dialog.thresholds_wanted.connect(lambda: desk.go("thresholds", 0))
            dialog.names_wanted.connect(lambda: desk.go("name habits", 0))
        dialog.open()

    def _set_author(self, name: str) -> None:
        desk = self._program.desk
        if desk is not None and name:
            desk.context.planner.author = name
            self._program.window.state.set_author(name)
            desk.steps.look()

    def _tell_saved(self, path: str) -> None:
        self._program.window.messages.info(t("A backup was saved: {file}", file=Path(path).name))


def _server_words(error: PlannerError, address: ServerAddress) -> str:
    """Return why a server did not open its office; one that will not be encrypted as asked seems not to be there."""
    words = error_words(error)
    if isinstance(error, ServerGone) and address.encryption != AS_OFFERED and not address.server.startswith("/"):
        words += " " + t("Or it does not offer the encryption asked for, or its certificate is not the right one.")
    return words


def _filter() -> str:
    return t("Offices (*.office)") + ";;" + t("All files (*)")


def _add(menu: QMenu, words: str, work: Callable[[], object], possible: bool) -> None:
    action = QAction(words.replace("&", "&&"), menu)
    action.triggered.connect(lambda _on=False: work())
    action.setEnabled(possible)
    menu.addAction(action)
