"""Opening an office on a server: where it is and who opens it; the password is asked for and never kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.common.buttons import Button
from ui.common.fields import LineField
from ui.common.fitting import fit_to_screen
from ui.common.labels import Heading, Muted, PlainLabel
from ui.translate import follow_language, t
from ui.window.server_address import DEFAULT_HOST, ServerAddress


class ServerOfficeDialog(QDialog):
    """Attributes: the fields `server`, `database`, `user`, `password`. Signals: `wanted(url)`.

    Whoever opens the office calls `accept` or `refuse`; until then the dialog waits.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, address: ServerAddress | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading("", self)
        self._remark = Muted("", self, wrap=True)
        self.server = LineField("", self, placeholder=DEFAULT_HOST)
        self.database = LineField("", self)
        self.user = LineField("", self)
        self.password = LineField("", self)
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.trouble = PlainLabel("", self, wrap=True)
        self.trouble.setVisible(False)
        self.cancel_button = Button("", self, clicked=self.reject)
        self.cancel_button.setAutoDefault(False)
        self.open_button = Button("", self, kind="primary", clicked=self.connect_now)
        self.open_button.setDefault(True)
        self._is_waiting = False
        self._arrange()
        follow_language(self.retranslate)
        self._fill(address or ServerAddress())

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("Open an office on a server"))
        self._heading.setText(t("Open an office on a server"))
        self._remark.setText(
            t("The office lies in a PostgreSQL database that several colleagues write in at once. "
              "The password is asked for each time and kept nowhere.")
        )  # fmt: skip
        self.server.set_caption(t("Server, with its port if it has its own"))
        self.database.set_caption(t("Database"))
        self.user.set_caption(t("User name"))
        self.password.set_caption(t("Password"))
        self.cancel_button.set_text(t("Cancel"))
        self.open_button.set_text(t("Connecting…") if self._is_waiting else t("Connect"))

    def address(self) -> ServerAddress:
        """Return what the fields say, without the password."""
        return ServerAddress(self.server.value(), self.database.value(), self.user.value())

    def connect_now(self) -> None:
        """Ask for the office at this address, or say what is missing."""
        if self._is_waiting:
            return
        address = self.address()
        if not address.database:
            self.refuse(t("Say which database holds the office."))
            self.database.line.setFocus()
        elif not address.is_whole():
            self.refuse(t("This is no server. Write its name, and after a colon its port: server.example:5432."))
            self.server.line.setFocus()
        else:
            self.trouble.setVisible(False)
            self._wait(True)
            self.wanted.emit(address.url(self.password.line.text()))

    def refuse(self, sentence: str) -> None:
        """Say why the office was not opened; the fields stay as they are."""
        self._wait(False)
        self.trouble.setText(sentence)
        self.trouble.setVisible(True)
        if self.address().is_whole():
            self.password.line.setFocus()
            self.password.line.selectAll()

    def _wait(self, waiting: bool) -> None:
        self._is_waiting = waiting
        for field in (self.server, self.database, self.user, self.password):
            field.set_read_only(waiting)
        self.retranslate()

    def _fill(self, address: ServerAddress) -> None:
        self.server.set_value(address.server)
        self.database.set_value(address.database)
        self.user.set_value(address.user)
        (self.password if address.database else self.server).line.setFocus()

    def _arrange(self) -> None:
        self.setMinimumWidth(theme.px(460))
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._remark)
        for field in (self.server, self.database, self.user, self.password):
            column.addWidget(field)
        column.addWidget(self.trouble)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.open_button)
        fit_to_screen(self, column, row)
