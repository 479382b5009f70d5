"""Protocol in the delegations tab: profile, why here, what moves, counterparts, reciprocity, replacements."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QToolTip

from planner.operations import delegations, events, organisations, people, profiles
from planner.operations.people import NewName
from planner.queries.counterparts import counterparts
from planner.queries.profiles import event_profile
from planner.rules.counterparts import Pair
from planner.rules.kinds import Side
from planner.rules.text import text
from tests.ui.keys import LEFT, drag, press
from tests.ui.office import DAY, Office, Visit, add_visit, open_office
from ui.common.profile_differences import DifferencesDialog
from ui.delegations.delegation_inspector import DelegationInspector
from ui.delegations.inspector import MemberInspector
from ui.delegations.page import DelegationsPage
from ui.delegations.pair_lines import gap_sign, gap_words
from ui.delegations.protocol import why
from ui.history.names import named_step
from ui.history.words import change_rows
from ui.translate import set_language

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def visit(office: Office) -> Visit:
    """The visit, with a second host of the head of education's rank."""
    visit = add_visit(office)
    for key, surname in (("petrova", "Петрова"), ("sokolov", "Соколов")):
        visit.people[key] = office.run(people.add_person, [NewName("ru", surname)])
        office.run(people.add_post, visit.people[key], text(ru="начальник"), rank_level=5)
        visit.members[key] = office.run(delegations.add_member, visit.hosts, visit.people[key])
    return visit


@pytest.fixture
def page(qtbot: Any, office: Office, visit: Visit) -> DelegationsPage:
    page = DelegationsPage(office.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.resize(1100, 800)
    page.show()
    return page


@pytest.fixture
def member(qtbot: Any, office: Office, visit: Visit) -> MemberInspector:
    inspector = MemberInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(visit.members["sadykova"])
    inspector.show()
    return inspector


def pairs(office: Office, visit: Visit) -> dict[str, tuple[str | None, bool]]:
    called = {place: name for name, place in visit.members.items()}
    found = office.read(counterparts, visit.event)
    return {called[pair.guest]: (called.get(pair.host or 0), pair.pinned) for pair in found}


def facts(field: Any) -> list[str]:
    return [fact.text for fact in field._facts]


MATCHED = {"head": ("mayor", False), "kabaev": ("petrova", False), "sadykova": ("sokolov", False)}


def test_menu_chooses_the_profile_of_the_event_and_undo_takes_it_back(
    page: DelegationsPage, office: Office, visit: Visit
) -> None:
    assert page.bar.profile.text() == "Russia, city (the office’s) ▾"
    page.bar.profile.edited.emit("CN")
    assert (page.bar.profile.text(), office.read(event_profile, visit.event).profile.code) == ("China ▾", "CN")
    office.undo()
    assert page.bar.profile.text() == "Russia, city (the office’s) ▾"


def test_own_profile_is_offered_and_chosen(page: DelegationsPage, office: Office, visit: Visit) -> None:
    own = office.run(profiles.add_profile, "Ours")
    page.bar.profile.edited.emit(f"#{own}")
    assert (page.bar.profile.text(), office.read(event_profile, visit.event).chosen) == ("Ours ▾", f"#{own}")


def test_differences_open_beside_the_profile_that_holds(page: DelegationsPage) -> None:
    page.bar.profile.edited.emit("!differences")
    dialog = page.findChild(QDialog)
    assert isinstance(dialog, DifferencesDialog)
    assert (dialog.first.value(), page.bar.profile.value()) == ("RU-municipal", "")
    dialog.second.set_value("CN")
    dialog._compare()
    assert dialog.list.sentences()[0] == "The host’s interpreter: on the own left → on the own right"


def test_profiles_are_edited_elsewhere(page: DelegationsPage, office: Office) -> None:
    page.bar.profile.edited.emit("!edit")
    assert office.shown == [("profiles", 0)]


def test_question_mark_says_why_beside_the_line(page: DelegationsPage, visit: Visit) -> None:
    column = page.columns["guest"]
    column.select_thing("member", visit.members["sadykova"])
    asked: list[tuple[int, QPoint]] = []
    column.why_wanted.connect(lambda one, place: asked.append((one, place)))
    column.ask_why()
    assert [one for one, _place in asked] == [visit.members["sadykova"]]
    assert QToolTip.text() == "<span>No. 3: by rank 5; Azamat Kabaev has 4.</span>"


def test_pinned_place_says_so(page: DelegationsPage, office: Office, visit: Visit) -> None:
    office.run(delegations.place_member, visit.members["sadykova"], 1)
    assert page.board is not None
    said = why(page.board.order, visit.members["sadykova"], ("ru", "en"))
    assert said == "No. 1: pinned by hand; by precedence it would be no. 3."


def test_lines_join_those_matched_at_the_heights_of_their_rows(page: DelegationsPage, visit: Visit) -> None:
    lines = page.pair_lines
    guest, host = lines.end_of("guest", visit.members["head"]), lines.end_of("host", visit.members["mayor"])
    assert guest is not None
    assert host is not None
    assert guest.x() < host.x()
    assert lines.accessibleDescription() == "3 guests have a counterpart"
    assert page.board is not None
    assert [gap_sign(pair) for pair in page.board.pairs] == ["↑1", "↓1", "="]


def test_dragging_a_line_to_another_host_pins_the_pair(page: DelegationsPage, office: Office, visit: Visit) -> None:
    lines = page.pair_lines
    start, end = lines.end_of("guest", visit.members["sadykova"]), lines.end_of("host", visit.members["mayor"])
    assert start is not None
    assert end is not None
    drag(lines, start, end - QPoint(2, 0))
    assert pairs(office, visit) == {
        "head": ("petrova", False), "kabaev": ("sokolov", False), "sadykova": ("mayor", True),
    }  # fmt: skip
    QTest.mouseDClick(lines, LEFT, pos=lines.end_of("guest", visit.members["sadykova"]) or start)
    assert pairs(office, visit) == MATCHED


def test_alt_arrows_match_by_the_keyboard(page: DelegationsPage, office: Office, visit: Visit) -> None:
    column = page.columns["guest"]
    office.context.select("member", visit.members["head"])
    press(column, Qt.Key.Key_Down, ALT)
    assert pairs(office, visit)["head"] == ("petrova", True)
    press(column, Qt.Key.Key_Down, ALT)
    assert pairs(office, visit)["head"] == ("sokolov", True)
    press(column, Qt.Key.Key_Backspace, ALT)
    assert pairs(office, visit) == MATCHED
    hosts = page.columns["host"]
    office.context.select("member", visit.members["mayor"])
    press(hosts, Qt.Key.Key_Down, ALT)
    assert pairs(office, visit)["kabaev"] == ("mayor", True)


def test_all_are_matched_by_rank_again_from_the_menu(page: DelegationsPage, office: Office, visit: Visit) -> None:
    page.protocol.match(visit.members["head"], visit.members["sokolov"])
    page.bar.counterparts.menu().actions()[1].trigger()
    assert pairs(office, visit) == MATCHED


def test_lines_are_hidden_and_shown_and_it_is_remembered(page: DelegationsPage, office: Office) -> None:
    wide = page.pair_lines.sizeHint().width()
    page.bar.counterparts.menu().actions()[0].trigger()
    assert (page.pair_lines.is_shown(), page.pair_lines.sizeHint().width() < wide) == (False, True)
    assert office.context.settings.now.more["counterpart lines"] is False
    page.bar.counterparts.menu().actions()[0].trigger()
    assert page.pair_lines.is_shown()


def test_delegations_stand_by_states_from_the_lot(page: DelegationsPage, office: Office, visit: Visit) -> None:
    for country in ("UZ", "AM"):
        unit = office.run(organisations.add_organisation, text(ru=country), country=country)
        office.run(delegations.add_delegation, visit.event, "guest", organisation_id=unit)

    def countries() -> list[str]:
        return [row.country for row in page._rows() if row.side is Side.GUEST]

    offered = [action.text() for action in page.bar.order.menu().actions()]
    assert offered == [
        "All by precedence again", "Delegations by the alphabet of states", "Delegations as they were put",
        "By states, the lot fell on: Kyrgyzstan", "By states, the lot fell on: Uzbekistan",
        "By states, the lot fell on: Armenia",
    ]  # fmt: skip
    seen = [countries()]
    for place in (1, 3, 2):
        page.bar.order.menu().actions()[place].trigger()
        seen.append(countries())
        page.bar.show_states(("KG", "UZ", "AM"))
    assert seen[0] == seen[3] == ["KG", "UZ", "AM"]
    assert seen[1:3] == [["AM", "KG", "UZ"], ["KG", "UZ", "AM"]]


def test_read_only_office_shows_lines_but_matches_nothing(
    qtbot: Any, tmp_path: Any, office: Office, visit: Visit
) -> None:
    office.planner.close()
    reader = open_office(tmp_path, read_only=True)
    page = DelegationsPage(reader.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.resize(1100, 800)
    page.show()
    page.protocol.match(visit.members["head"], visit.members["sokolov"])
    assert (pairs(reader, visit), page.bar.profile.isEnabled(), reader.failures) == (MATCHED, False, [])
    reader.planner.close()


# --- The inspector of a member


def test_changed_rank_tells_what_moves_in_every_event_until_undone(
    member: MemberInspector, office: Office, visit: Visit
) -> None:
    other = office.run(
        events.add_event, "meeting", text(ru="Встреча", en="Meeting"), from_day=DAY, to_day=DAY, languages=["ru", "en"]
    )
    side = next(row.id for row in _rows(office, other) if row.side is Side.GUEST)
    for key in ("kabaev", "sadykova"):
        office.run(delegations.add_member, side, visit.people[key])
    member.standing.level.edited.emit(3)
    assert facts(member.standing.moved) == [
        "Visit of a delegation, 15 May 2024 · 2 places move: Aigul Sadykova: 3 → 2, Azamat Kabaev: 2 → 3",
        "Meeting, 15 May 2024 · 2 places move: Aigul Sadykova: 2 → 1, Azamat Kabaev: 1 → 2",
    ]  # fmt: skip
    assert (member.standing.moved.isVisible(), member.standing.level.value()) == (True, 3)
    assert facts(member.standing.place) == ["No. 2: by capacity: Member; Kubanychbek Imanaliev: Head of delegation."]
    office.undo()
    assert (member.standing.moved.isVisible(), member.standing.level.value()) == (False, 5)
    assert facts(member.standing.place) == ["No. 3: by rank 5; Azamat Kabaev has 4."]


def test_rank_that_moves_nobody_says_so(member: MemberInspector) -> None:
    member.standing.level.edited.emit(6)
    assert facts(member.standing.moved) == ["Nobody’s place changes, in any event."]


def test_class_date_and_field_are_edited_at_once(member: MemberInspector, office: Office, visit: Visit) -> None:
    member.standing.rank_class.edited.emit("consul")
    member.standing.since.edited.emit(date(2020, 1, 2))
    member.standing.subject.edited.emit("education")
    assert member.sheet is not None
    rank = member.sheet.rank
    assert rank is not None
    assert (rank.rank_class, rank.since, rank.field) == ("consul", date(2020, 1, 2), "education")
    assert member.standing.hour.isVisibleTo(member)


def test_counterpart_is_chosen_and_released_in_the_inspector(
    member: MemberInspector, office: Office, visit: Visit
) -> None:
    assert member.bonds.counterpart.value() == visit.members["sokolov"]
    member.bonds.counterpart.edited.emit(visit.members["mayor"])
    assert (pairs(office, visit)["sadykova"], member.bonds.by_rank.isVisible()) == (("mayor", True), True)
    member.bonds.by_rank.click()
    assert (pairs(office, visit), member.bonds.by_rank.isVisible()) == (MATCHED, False)


def test_liaison_officer_is_assigned_and_relieved(member: MemberInspector, office: Office, visit: Visit) -> None:
    member.bonds.officer.edited.emit(visit.members["petrova"])
    assert member.bonds.officer.value() == visit.members["petrova"]
    member.show_thing(visit.members["petrova"])
    assert facts(member.bonds.load) == ["1 guest"]
    member.show_thing(visit.members["sadykova"])
    member.bonds.officer.edited.emit(None)
    assert member.bonds.officer.value() is None


def test_spouse_takes_the_place_beside_the_partner(member: MemberInspector, office: Office, visit: Visit) -> None:
    member.bonds.partner.edited.emit(visit.members["head"])
    assert member.bonds.partner.value() == visit.members["head"]
    # An own post that is higher stays; hers is lower.
    assert facts(member.standing.place) == ["No. 2: with the rank of the partner: Kubanychbek Imanaliev."]


def test_substitute_is_sent_and_shown(member: MemberInspector, office: Office, visit: Visit) -> None:
    other = office.run(people.add_person, [NewName("ru", "Заменов")])
    member.bonds._replace(other)
    kind, place = office.selected[-1]
    member.show_thing(place)
    assert kind == "member"
    assert facts(member.bonds.replaced) == ["comes instead of Aigul Sadykova; has the tasks, not the place"]
    member.show_thing(visit.members["sadykova"])
    assert facts(member.bonds.replaced) == ["replaced by Заменов"]


# --- The inspector of a delegation


def test_delegation_counts_heads_and_tells_who_received_whom(qtbot: Any, office: Office, visit: Visit) -> None:
    home = office.run(organisations.add_organisation, text(ru="Город", en="City"), country="RU")
    office.run(delegations.edit_delegation, visit.hosts, organisation_id=home)
    last = office.run(
        events.add_event, "visit", text(ru="Прошлый визит", en="Last visit"), from_day=date(2022, 5, 1),
        to_day=date(2022, 5, 3), languages=["ru", "en"],
    )  # fmt: skip
    guests, hosts = (next(r.id for r in _rows(office, last) if r.side is side) for side in (Side.GUEST, Side.HOST))
    for delegation, unit, who in ((guests, visit.city, "head"), (hosts, home, "mayor")):
        office.run(delegations.edit_delegation, delegation, organisation_id=unit)
        office.run(delegations.add_member, delegation, visit.people[who], capacity="head")
    inspector = DelegationInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(visit.guests)
    inspector.show()
    assert facts(inspector.counts) == ["4 in all", "Head of delegation: 1", "Member: 2", "Interpreter: 1"]
    (said,) = facts(inspector.record)
    assert said == (
        "1–3 May 2022 · Last visit. Vladislav Loginov (rank 2) received Kubanychbek Imanaliev (rank 3); 3 days"
        " — now at the same level, now for a shorter time"
    )
    inspector.officer.edited.emit(visit.members["petrova"])
    assert inspector.officer.value() == visit.members["petrova"]


def test_russian_interface_says_why_and_what_moves(member: MemberInspector) -> None:
    set_language("ru")
    member.standing.level.edited.emit(3)
    assert facts(member.standing.moved) == [
        "Визит делегации, 15 мая 2024\xa0г. · Сдвигаются 2 места: Садыкова Айгуль: 3 → 2, Кабаев Азамат: 2 → 3"
    ]


def test_gap_is_said_in_words() -> None:
    assert [gap_words(Pair(1, 2, delta)) for delta in (None, 0, -2, 1)] == [
        "the rank of one of them is not known · matched by rank",
        "of equal level · matched by rank",
        "the host is 2 levels higher · matched by rank",
        "the host is 1 level lower · matched by rank",
    ]


def _rows(office: Office, event: int) -> Any:
    from planner.queries.delegations import delegations as query

    return office.read(query, event)


def test_history_names_guest_and_host_of_a_counterpart(page: DelegationsPage, office: Office, visit: Visit) -> None:
    page.protocol.match(visit.members["sadykova"], visit.members["mayor"])
    step = office.planner.change_number()
    found = office.read(named_step, step, DAY)
    assert change_rows(found.changes, found.names) == [
        ("Counterpart · guest", "", "Aigul Sadykova"), ("Counterpart · host", "", "Vladislav Loginov"),
        ("Counterpart · decided by hand", "", "yes"),
    ]  # fmt: skip


def test_speaker_with_a_patronymic_is_shown_as_said_aloud(
    page: DelegationsPage, office: Office, visit: Visit
) -> None:
    office.run(people.write_name, visit.people["mayor"], "en", patronymic="Anatolyevich")
    page.bar.speeches.click()
    dialog = page.protocol.speeches
    assert dialog is not None
    said = [label.text() for label in dialog.speeches.findChildren(QLabel) if "aloud" in label.text()]
    assert said == ["welcome · Hosts · post of Loginov · aloud: Vladislav Loginov"]
    dialog.close()


def test_speeches_and_toasts_have_an_order_to_choose_and_to_copy(
    page: DelegationsPage, office: Office, visit: Visit
) -> None:
    page.bar.speeches.click()
    dialog = page.protocol.speeches
    assert dialog is not None
    assert [line.partition(",")[0] for line in dialog.speeches.lines][:3] == [
        "1. Vladislav Loginov", "2. Kubanychbek Imanaliev", "3. Azamat Kabaev",
    ]  # fmt: skip
    parts = [line.rpartition("(")[2] for line in dialog.speeches.lines[:2]]
    assert parts == ["welcome)", "reply)"]
    dialog.toasts.rule.edited.emit("guest-first")
    assert dialog.toasts.lines[0].endswith("(first toast)")
    assert dialog.toasts.lines[0].split(" (")[0].removeprefix("1. ") == (
        dialog.speeches.lines[1].split(" (")[0].removeprefix("2. ")
    )
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "\n".join(
        ["Speeches", *dialog.speeches.lines, "", "Toasts", *dialog.toasts.lines, ""]
    )
    dialog.close()
