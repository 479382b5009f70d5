"""Opening an office on a server, or making one there; the password is asked for and never kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.language.catalog import mark
from ui import theme
from ui.common.buttons import Button
from ui.common.fields import ChoiceField, LineField
from ui.common.fitting import fit_to_screen
from ui.common.flow import SideBySide
from ui.common.labels import Heading, Muted, PlainLabel
from ui.translate import follow_language, t
from ui.window.ask import Question
from ui.window.server_address import AS_OFFERED, CHECKED, DEFAULT_HOST, REQUIRED, ServerAddress


class ServerOfficeDialog(QDialog):
    """Attributes: the fields `server`, `database`, `user`, `password`, `encryption`, `certificate`.

    Signals: `wanted(url)`; `making_wanted(url)`, an office to be made in a database that has none. Whoever does it
    calls `accept`, `refuse` or `offer_making`; until then the dialog waits.
    """

    wanted = Signal(str)
    making_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, address: ServerAddress | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading("", self)
        self._remark = Muted("", self, wrap=True)
        self.server = LineField("", self, placeholder=DEFAULT_HOST)
        self.database = LineField("", self)
        self.user = LineField("", self)
        self.password = LineField("", self)
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.encryption = ChoiceField("", self)
        self.certificate = LineField("", self)
        self.encryption.edited.connect(lambda _mode: self._show_certificate())
        self.trouble = PlainLabel("", self, wrap=True)
        self.trouble.setVisible(False)
        self.make_button = Button("", self, clicked=self.ask_making)
        self.make_button.setAutoDefault(False)
        self.make_button.setVisible(False)
        self.cancel_button = Button("", self, clicked=self.reject)
        self.cancel_button.setAutoDefault(False)
        self.open_button = Button("", self, kind="primary", clicked=self.connect_now)
        self.open_button.setDefault(True)
        self._is_waiting = False
        address = address or ServerAddress()
        self._mode = address.encryption
        self._arrange()
        follow_language(self.retranslate)
        self._fill(address)

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
        self.encryption.set_caption(t("Encryption of the connection"))
        self.encryption.set_choices([(mode, t(words)) for mode, words in self._encryptions().items()])
        self.certificate.set_caption(t("Certificate of the authority (a file)"))
        self.certificate.line.setPlaceholderText(t("the one of this computer’s user"))
        self.make_button.set_text(t("Make an office there…"))
        self.cancel_button.set_text(t("Cancel"))
        self.open_button.set_text(t("Connecting…") if self._is_waiting else t("Connect"))

    def address(self) -> ServerAddress:
        """Return what the fields say, without the password."""
        certificate = self.certificate.value() if self.encryption.value() == CHECKED else ""
        return ServerAddress(
            self.server.value(), self.database.value(), self.user.value(), self.encryption.value(), certificate
        )

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
        elif (authority := address.authority()) is not None and not authority.is_file():
            self.refuse(t("There is no certificate {file}. Name the file of the authority the server’s one is from.",
                          file=str(authority)))  # fmt: skip
            self.certificate.line.setFocus()
        else:
            self._ask(self.wanted)

    def refuse(self, sentence: str) -> None:
        """Say why the office was not opened or made; the fields stay as they are."""
        self._wait(False)
        self.trouble.setText(sentence)
        self.trouble.setVisible(True)
        if self.address().is_whole():
            self.password.line.setFocus()
            self.password.line.selectAll()
        QTimer.singleShot(0, self, self._show_trouble)

    def offer_making(self) -> None:
        """Say that there is no office in the database, and offer to make one there."""
        self.refuse(t("The database {name} holds no office yet.", name=self.database.value()))
        self.make_button.setVisible(True)
        self.make_button.setFocus()

    def ask_making(self) -> Question:
        """Ask whether an office shall really be made in this database."""
        address = self.address()
        question = Question(
            t("Make an office in the database {name}?", name=address.database),
            t("An empty office is made in the database {name} on {server}. If anything else lies in this database, "
              "nothing is done and it is left as it is.", name=address.database, server=address.server or DEFAULT_HOST),
            t("Make the office"), self,
        )  # fmt: skip
        question.accepted.connect(lambda: self._ask(self.making_wanted))
        question.open()  # sink-ok: a dialog, not a file
        return question

    def _show_trouble(self) -> None:
        """Bring what was said into sight, once it is laid out."""
        for widget in (self.trouble, self.make_button):
            if widget.isVisible():
                self._room.ensureWidgetVisible(widget)

    def _ask(self, signal: SignalInstance) -> None:
        self.trouble.setVisible(False)
        self.make_button.setVisible(False)
        self._wait(True)
        signal.emit(self.address().url(self.password.line.text()))

    def _encryptions(self) -> dict[str, str]:
        """Return the ways of encryption, with the one of an address written by hand that is none of them."""
        known = {
            CHECKED: mark("required, certificate checked"), REQUIRED: mark("required"),
            AS_OFFERED: mark("as the server offers it"),
        }  # fmt: skip
        return known | ({} if self._mode in known else {self._mode: self._mode})

    def _show_certificate(self) -> None:
        self.certificate.setVisible(self.encryption.value() == CHECKED)

    def _wait(self, waiting: bool) -> None:
        self._is_waiting = waiting
        for field in (self.server, self.database, self.user, self.password, self.certificate):
            field.set_read_only(waiting)
        self.encryption.setEnabled(not waiting)
        self.retranslate()

    def _fill(self, address: ServerAddress) -> None:
        self.server.set_value(address.server)
        self.database.set_value(address.database)
        self.user.set_value(address.user)
        self.encryption.set_value(address.encryption)
        self.certificate.set_value(address.certificate)
        self._show_certificate()
        (self.password if address.database else self.server).line.setFocus()

    def _arrange(self) -> None:
        self.setMinimumWidth(theme.px(560))
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._remark)
        for pair in ((self.server, self.database), (self.user, self.password), (self.encryption, self.certificate)):
            column.addLayout(SideBySide(*pair, gap=12, line_gap=12))
        column.addWidget(self.trouble)
        column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.open_button)
        self._room = fit_to_screen(self, column, row)
