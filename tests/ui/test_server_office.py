"""An office on a server from the window: its address whatever it holds, the password kept nowhere, refusals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import make_url

from planner.app import new_office, open_planner
from planner.errors import NotAdmitted, ServerGone
from planner.queries.events import events
from tests import postgres
from tests.ui.keys import press, type_text
from ui.settings import SettingsFile
from ui.window.ask import Question
from ui.window.first_start import FirstStart
from ui.window.main_window import MainWindow
from ui.window.office_files import OfficeFiles, _server_words
from ui.window.program import Program, Wish
from ui.window.server_address import AS_OFFERED, CHECKED, REQUIRED, ServerAddress, parsed, without_password
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


@given(
    encryption=st.sampled_from((CHECKED, REQUIRED, AS_OFFERED, "disable")), certificate=st.just("") | ANY,
)  # fmt: skip
def test_encryption_is_kept_in_the_address(encryption: str, certificate: str) -> None:
    kept = certificate if encryption == CHECKED else ""
    address = ServerAddress("server.example", "office", "anna", encryption, kept)
    assert parsed(address.url(SECRET)) == parsed(without_password(address.url(SECRET))) == address


def test_encryption_is_said_as_the_driver_takes_it() -> None:
    address = ServerAddress("server.example", "office", "anna")
    assert dict(make_url(address.url()).query) == {}
    assert dict(make_url(address._replace(encryption=REQUIRED).url()).query) == {"sslmode": "require"}
    checked = address._replace(encryption=CHECKED, certificate="/home/anna/our authority.crt")
    assert dict(make_url(checked.url()).query) == {
        "sslmode": "verify-full", "sslrootcert": "/home/anna/our authority.crt",
    }  # fmt: skip


def test_certificate_is_asked_for_where_it_is_checked(qtbot: QtBot) -> None:
    dialog = ServerOfficeDialog(address=ServerAddress("server.example", "office", "anna"))
    qtbot.addWidget(dialog)
    dialog.show()
    seen = [dialog.certificate.isVisible()]
    dialog.encryption.set_value(CHECKED)
    dialog.encryption.edited.emit(CHECKED)
    seen.append(dialog.certificate.isVisible())
    dialog.certificate.set_value("/ca.crt")
    assert (seen, dialog.address().certificate) == ([False, True], "/ca.crt")
    dialog.encryption.set_value(REQUIRED)
    dialog.encryption.edited.emit(REQUIRED)
    assert (dialog.certificate.isVisible(), dialog.address().certificate) == (False, "")


def test_certificate_that_is_not_there_is_said_before_anybody_connects(qtbot: QtBot, tmp_path: Path) -> None:
    missing = tmp_path / "ca.crt"
    dialog = ServerOfficeDialog(address=ServerAddress("server.example", "office", "", CHECKED, str(missing)))
    qtbot.addWidget(dialog)
    dialog.show()
    wanted: list[str] = []
    dialog.wanted.connect(wanted.append)
    dialog.open_button.click()
    assert dialog.trouble.text().startswith(f"There is no certificate {missing}.")
    missing.touch()
    dialog.open_button.click()
    assert wanted == [dialog.address().url()]


def test_way_of_encryption_somebody_wrote_by_hand_stays(qtbot: QtBot) -> None:
    dialog = ServerOfficeDialog(address=parsed("postgresql://anna@host/office?sslmode=disable"))
    qtbot.addWidget(dialog)
    assert dialog.encryption.combo.currentText() == "disable"
    assert dialog.address().url() == "postgresql://anna@host/office?sslmode=disable"


def test_server_that_is_silent_may_refuse_the_encryption() -> None:
    silent, asked = ServerGone("Silent."), ServerAddress("host", "office", "", REQUIRED)
    said = _server_words(silent, asked)
    assert said == "Silent. Or it does not offer the encryption asked for, or its certificate is not the right one."
    others = (asked._replace(encryption=AS_OFFERED), asked._replace(server="/run/pg"))
    assert [_server_words(silent, one) for one in others] == ["Silent.", "Silent."]
    assert _server_words(NotAdmitted("No."), asked) == "No."


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


def asked_for(qtbot: QtBot, tmp_path: Path, url: str) -> tuple[Program, ServerOfficeDialog]:
    """Return the window before any office, and its dialog after it looked for an office in a database without one."""
    program = program_in(tmp_path, qtbot)
    program.begin(Wish())
    program.window.show()
    dialog = OfficeFiles(program).on_server(Wish(url))
    with qtbot.waitSignal(program.not_opened, timeout=20_000):
        dialog.open_button.click()
    return program, dialog


def answer_yes(dialog: ServerOfficeDialog) -> None:
    dialog.make_button.click()
    (question,) = dialog.findChildren(Question)
    question.yes.click()


@pytest.mark.postgres
def test_office_is_made_in_an_empty_database_after_a_question(
    qtbot: QtBot, tmp_path: Path, postgres_cluster: postgres.Cluster
) -> None:
    database = postgres_cluster.new_database()
    program, dialog = asked_for(qtbot, tmp_path, postgres_cluster.url(database))
    assert dialog.trouble.text() == f"The database {database} holds no office yet."
    assert (dialog.isVisible(), dialog.make_button.isVisible()) == (True, True)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        answer_yes(dialog)
    assert (dialog.isVisible(), program.desk is not None) == (False, True)
    program.window.close()
    planner = open_planner(postgres_cluster.url(database))
    assert planner.read(events) == ()
    planner.close()
    postgres_cluster.drop(database)


@pytest.mark.postgres
def test_database_with_other_tables_is_left_as_it_is(
    qtbot: QtBot, tmp_path: Path, postgres_cluster: postgres.Cluster
) -> None:
    database = postgres_cluster.new_database()
    with psycopg.connect(postgres_cluster.url(database), autocommit=True) as connection:
        connection.execute("CREATE TABLE theirs (id int)")
    program, dialog = asked_for(qtbot, tmp_path, postgres_cluster.url(database))
    with qtbot.waitSignal(program.not_opened, timeout=20_000):
        answer_yes(dialog)
    assert dialog.trouble.text() == f"The database {database} belongs to another program. It was left as it is."
    assert (dialog.isVisible(), dialog.make_button.isVisible()) == (True, False)
    with psycopg.connect(postgres_cluster.url(database)) as connection:
        assert connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall() == [
            ("theirs",)
        ]
    program.window.close()
    postgres_cluster.drop(database)
