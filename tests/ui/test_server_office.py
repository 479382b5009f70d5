"""An office on a server from the window: its address whatever it holds, the password kept nowhere, refusals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import make_url

from planner.app import new_office
from tests import postgres
from tests.ui.keys import press, type_text
from ui.settings import SettingsFile
from ui.window.first_start import FirstStart
from ui.window.main_window import MainWindow
from ui.window.program import Program, Wish
from ui.window.server_address import ServerAddress, parsed, without_password
from ui.window.server_office import ServerOfficeDialog

SECRET = "p@ss/ w:rd?#%&é"
ANY = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


@given(user=ANY, password=ANY, database=ANY)
def test_url_keeps_every_part_whatever_it_holds(user: str, password: str, database: str) -> None:
    address = ServerAddress("server.example:5433", database, user)
    url = make_url(address.url(password))
    assert (url.username, url.password, url.host, url.port, url.database) == (
        user, password, "server.example", 5433, database,
    )  # fmt: skip
    assert without_password(address.url(password)) == address.url()
    assert parsed(address.url(password)) == address


@pytest.mark.parametrize(
    ("server", "host", "port", "query"),
    [("", "localhost", None, {}), ("[::1]:5433", "::1", 5433, {}), ("/run/pg", None, None, {"host": "/run/pg"})],
)
def test_url_names_the_server_as_the_driver_takes_it(
    server: str, host: str | None, port: int | None, query: dict[str, str]
) -> None:
    url = make_url(ServerAddress(server, "office", "anna").url())
    assert (url.host, url.port, dict(url.query)) == (host, port, query)


@pytest.mark.parametrize("server", ["a b", "evil@host", "host/path", "host:port", "host?x=1", "a,b"])
def test_server_that_is_none_is_refused(server: str) -> None:
    assert not ServerAddress(server, "office").is_whole()


@pytest.mark.parametrize(
    ("office", "kept"),
    [
        ("postgresql://anna:p@ss/wo?rd@host/office", "postgresql://anna@host/office"),
        ("postgresql://anna@host/office?password=x&sslmode=require", "postgresql://anna@host/office?sslmode=require"),
        ("postgresql://:x@host/office", "postgresql://host/office"),
        ("postgresql://anna@/office?host=/run", "postgresql://anna@/office?host=/run"),
        ("/home/anna/a:b@c.office", "/home/anna/a:b@c.office"),
    ],
)
def test_password_is_taken_out_of_an_address(office: str, kept: str) -> None:
    assert without_password(office) == kept


def test_dialog_says_what_is_missing_and_keeps_its_fields(qtbot: QtBot) -> None:
    dialog = ServerOfficeDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    wanted: list[str] = []
    dialog.wanted.connect(wanted.append)
    dialog.open_button.click()
    assert dialog.trouble.text() == "Say which database holds the office."
    dialog.database.set_value("office")
    dialog.server.set_value("no server")
    dialog.open_button.click()
    assert dialog.trouble.text().startswith("This is no server.")
    assert wanted == []
    dialog.server.set_value("")
    type_text(dialog.password.line, SECRET)
    press(dialog.password.line, Qt.Key.Key_Return)
    assert wanted == [ServerAddress("", "office").url(SECRET)]
    dialog.refuse("No.")
    assert (dialog.database.value(), dialog.password.line.text()) == ("office", SECRET)
    assert (dialog.trouble.text(), dialog.trouble.isVisible()) == ("No.", True)


@pytest.fixture
def guarded(postgres_cluster: postgres.Cluster) -> Iterator[ServerAddress]:
    """An empty office on the server, and somebody who must name her password."""
    rules = postgres_cluster.folder / "data" / "pg_hba.conf"
    before = rules.read_text(encoding="utf-8")
    database = postgres_cluster.new_database()
    new_office(postgres_cluster.url(database))
    postgres_cluster.execute(f"CREATE ROLE anna LOGIN SUPERUSER PASSWORD '{SECRET}'")
    rules.write_text(f"local all {postgres.OWNER} trust\nlocal all all scram-sha-256\n", encoding="utf-8")
    postgres_cluster.execute("SELECT pg_reload_conf()")
    yield ServerAddress(str(postgres_cluster.folder), database, "anna")
    rules.write_text(before, encoding="utf-8")
    postgres_cluster.execute("SELECT pg_reload_conf()")
    postgres_cluster.drop(database)
    postgres_cluster.execute("DROP ROLE anna")


def program_in(folder: Path, qtbot: QtBot) -> Program:
    settings = SettingsFile(folder / "settings.json")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    return Program(window, settings)


@pytest.mark.postgres
def test_office_on_a_server_is_opened_and_asks_for_its_password_again(
    qtbot: QtBot, tmp_path: Path, guarded: ServerAddress
) -> None:
    program = program_in(tmp_path, qtbot)
    program.begin(Wish())
    program.window.show()
    start = program.window.pages.currentWidget()
    assert isinstance(start, FirstStart)
    start.button("server").click()
    (dialog,) = program.window.findChildren(ServerOfficeDialog)
    for field, words in ((dialog.server, guarded.server), (dialog.database, guarded.database), (dialog.user, "anna")):
        field.set_value(words)
    type_text(dialog.password.line, "wrong")
    with qtbot.waitSignal(program.not_opened, timeout=20_000):
        dialog.open_button.click()
    assert dialog.trouble.text().startswith("The office's server refuses this user")
    assert (dialog.isVisible(), dialog.address(), dialog.open_button.text()) == (True, guarded, "Connect")
    assert list(program.window.messages.messages()) == []
    dialog.password.line.setText(SECRET)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        dialog.open_button.click()
    assert not dialog.isVisible()
    assert program.desk is not None
    assert program.desk.office == program.settings.now.office == guarded.url()
    program.window.close()
    kept = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file())
    assert (SECRET in kept, guarded.url(SECRET) in kept, guarded.url() in kept) == (False, False, True)

    again = program_in(tmp_path, qtbot)
    with qtbot.waitSignal(again.not_opened, timeout=20_000):
        again.begin(Wish())
        again.window.show()
    (asked,) = again.window.findChildren(ServerOfficeDialog)
    assert (asked.isVisible(), asked.address(), asked.password.line.text()) == (True, guarded, "")
    assert asked.trouble.text() == "The office's server asks for a password."
    type_text(asked.password.line, SECRET)
    with qtbot.waitSignal(again.opened, timeout=20_000):
        asked.open_button.click()
    again.window.close()
