"""Every dialog of the window over the sample office, each made as the window makes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from planner.issuing import issue
from planner.operations.papers import give_copy
from planner.papers import TITLES, Choice, Paper, word_paper
from planner.queries.delegations import delegations
from planner.queries.erasure import private_versions, versions_naming
from planner.queries.events import events
from planner.rules.kinds import EventKind
from tests.ui.office import NOW, Office
from ui.agenda.day_dialog import DayDialog, weekday_note
from ui.agenda.import_schedule import ScheduleDialog
from ui.common.profile_differences import DifferencesDialog
from ui.delegations.import_people import ImportDialog
from ui.delegations.lines import Board, read_board
from ui.delegations.questionnaire_reading import QuestionnaireDialog
from ui.delegations.questionnaire_sending import SendQuestionnaireDialog
from ui.delegations.speeches import SpeechesDialog
from ui.documents.issue_dialog import IssueDialog, read_to_issue
from ui.documents.pack_dialog import PackDialog
from ui.documents.private_versions import PrivateVersionsDialog
from ui.documents.template_dialog import TemplateDialog
from ui.errors import FaultDialog, fault
from ui.people.erase import EraseDialog
from ui.people.look_alikes import LookAlikesDialog
from ui.preferences.dialog import PreferencesDialog
from ui.preferences.names import NamesDialog
from ui.preferences.profiles import ProfilesDialog
from ui.preferences.thresholds import ThresholdsDialog
from ui.seating.new_plan import NewPlanDialog
from ui.seating.shown import read_plans
from ui.translate import t
from ui.window.ask import Question
from ui.window.new_event import NewEventDialog
from ui.window.server_address import ServerAddress
from ui.window.server_office import ServerOfficeDialog

LIST = "Фамилия;Имя;Должность;Телефон\nСадыкова;Айгуль;начальник управления;+996 555 010203\nНовая;Анна;советник;\n"
SCHEDULE = """<schedule><day index="1" date="2024-09-19"><room name="A"><event id="1"><title>Opening</title>
<start>10:00</start><duration>01:00</duration></event></room></day></schedule>"""

Make = Callable[[Office, QWidget, Path], QDialog]


def visit(office: Office) -> int:
    return next(row.id for row in office.read(events) if row.kind is EventKind.VISIT)


def board(office: Office) -> Board:
    return office.read(read_board, visit(office))


def _choice(office: Office, paper: Paper = Paper.PROGRAMME) -> Choice:
    return Choice(paper, visit(office), ("ru", "en"))


def _template(office: Office, parent: QWidget, *, of_all: bool) -> QDialog:
    return TemplateDialog(office.context, _choice(office), t(TITLES[Paper.PROGRAMME]), parent, of_all=of_all)


def _issue(office: Office, parent: QWidget, _folder: Path) -> QDialog:
    return IssueDialog(t(TITLES[Paper.PROGRAMME]), office.read(read_to_issue, _choice(office), NOW), parent)


def _erase(office: Office, parent: QWidget, _folder: Path) -> QDialog:
    person = next(one.who.id for row in office.read(delegations, visit(office)) for one in row.members if one.who)
    _issue_both(office)
    return EraseDialog(office.read(versions_naming, person, today=NOW.date()), parent)


def _private(office: Office, parent: QWidget, _folder: Path) -> QDialog:
    _issue_both(office)
    kept = office.read(private_versions, visit(office), today=NOW.date())
    assert kept is not None
    return PrivateVersionsDialog(kept, parent)


def _issue_both(office: Office) -> None:
    for paper in (Paper.PARTICIPANTS, Paper.CONTACTS):
        choice = _choice(office, paper)._replace(edition="working")
        done = issue(office.planner, choice, "for the desk", "a test")
        office.run(give_copy, done.id, "Дежурная служба")


def _speeches(office: Office, parent: QWidget, _folder: Path) -> QDialog:
    dialog = SpeechesDialog(office.context, parent)
    dialog.show_board(board(office))
    return dialog


def _differences(office: Office, parent: QWidget, _folder: Path) -> QDialog:
    rows = board(office).profiles
    return DifferencesDialog(rows, rows[0].key, rows[1].key, parent)


def _day(_office: Office, parent: QWidget, _folder: Path) -> QDialog:
    day = date(2024, 4, 24)
    return DayDialog(
        t("Move the event to other dates"), t("New first day"), day, day, parent,
        note=lambda chosen: weekday_note(day, chosen),
    )  # fmt: skip


def _question(_office: Office, parent: QWidget, _folder: Path) -> QDialog:
    words = t(
        "The office {office} goes back to {backup}. What was done since is put aside beside it, and steps "
        "before it can no longer be undone.",
        office="Protocol department.office",
        backup="2024-05-02.backup",
    )
    return Question(t("Restore this backup?"), words, t("Restore"), parent)


def _fault(_office: Office, parent: QWidget, _folder: Path) -> QDialog:
    try:
        raise ValueError("a fault of a test")
    except ValueError as error:
        return FaultDialog(fault(error), parent)


def _server(_office: Office, parent: QWidget, _folder: Path) -> QDialog:
    dialog = ServerOfficeDialog(parent, address=ServerAddress("server.example:5432", "protocol", "anna"))
    dialog.refuse(t("The office's server refuses this user, this password or this database. Look at all three."))
    return dialog


def _imported(office: Office, parent: QWidget, folder: Path, *, checked: bool) -> QDialog:
    path = folder / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    dialog = ImportDialog(office.context, visit(office), 0, parent)
    dialog.take_file(str(path))
    if checked:
        dialog.check_button.click()
    return dialog


def _schedule(office: Office, parent: QWidget, folder: Path) -> QDialog:
    path = folder / "schedule.xml"
    path.write_text(SCHEDULE, encoding="utf-8")
    conference = next(row.id for row in office.read(events) if row.kind is EventKind.CONFERENCE)
    dialog = ScheduleDialog(office.context, conference, parent)
    dialog.take_file(str(path))
    return dialog


def _questionnaire(office: Office, parent: QWidget, folder: Path) -> QDialog:
    path = folder / "answers.docx"
    path.write_bytes(office.read(word_paper, _choice(office, Paper.QUESTIONNAIRE)))
    dialog = QuestionnaireDialog(office.context, board(office), 0, parent)
    dialog.take_file(str(path))
    return dialog


def _of_context(made: Callable[[Any, QWidget], QDialog]) -> Make:
    return lambda office, parent, _folder: made(office.context, parent)


DIALOGS: dict[str, Make] = {
    "preferences": lambda office, parent, _folder: PreferencesDialog(office.context.settings, parent),
    "names": _of_context(NamesDialog),
    "profiles": _of_context(ProfilesDialog),
    "thresholds": _of_context(ThresholdsDialog),
    "new event": _of_context(NewEventDialog),
    "new event of a template": lambda office, parent, _folder: NewEventDialog(office.context, parent, template=1),
    "look-alikes": _of_context(LookAlikesDialog),
    "differences": _differences,
    "speeches": _speeches,
    "send a questionnaire": lambda office, parent, _folder: SendQuestionnaireDialog(
        office.context, board(office), 0, parent
    ),
    "questionnaire": _questionnaire,
    "questionnaire, no file": lambda office, parent, _folder: QuestionnaireDialog(
        office.context, board(office), 0, parent
    ),
    "import of people": lambda office, parent, folder: _imported(office, parent, folder, checked=False),
    "import of people, checked": lambda office, parent, folder: _imported(office, parent, folder, checked=True),
    "import of people, no file": lambda office, parent, _folder: ImportDialog(office.context, visit(office), 0, parent),
    "schedule": _schedule,
    "day": _day,
    "new seating plan": lambda office, parent, _folder: NewPlanDialog(office.read(read_plans, visit(office)), parent),
    "pack": lambda office, parent, _folder: PackDialog(office.context, _choice(office), parent),
    "issue": _issue,
    "erase a person": _erase,
    "private versions": _private,
    "template": lambda office, parent, _folder: _template(office, parent, of_all=False),
    "template of all": lambda office, parent, _folder: _template(office, parent, of_all=True),
    "office on a server": _server,
    "question": _question,
    "fault": _fault,
}
"""Each by a name of its own; where a dialog has steps, each step."""
