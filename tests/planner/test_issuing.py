"""Versions of papers on both engines: issued, frozen, marked, compared, held; and what keeps one from being issued."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import update

from planner.documents.content import Content
from planner.errors import BadInput, Clash, NothingToUndo, NotPossible
from planner.issuing import Comparison, Issued, change_sheet, compare, issue, prepare
from planner.model.papers import Blob
from planner.operations import agenda, delegations, events, papers, people, texts
from planner.operations.papers import issue_paper
from planner.papers import Choice, Paper, choice_of, compose_paper, frozen, key_of, looks_of, print_paper, standing
from planner.queries.papers import holders, issued, last_version, versions
from planner.rules.kinds import Side
from planner.rules.paper_changes import Kind, inverse
from planner.storage.verify import verify
from tests.planner.visit_office import TUESDAY, VisitOffice


@pytest.fixture
def office(empty_office_url: str) -> Iterator[VisitOffice]:
    """The visit's office, on each engine in turn."""
    visit = VisitOffice(empty_office_url)
    yield visit
    visit.planner.close()


def programme(office: VisitOffice, **more) -> Choice:
    """The programme in two languages."""
    return Choice(Paper.PROGRAMME, office.event, ("ru", "en"), **more)


def compared(office: VisitOffice, old: Issued, new: Issued) -> Comparison:
    """What leads from one version to another."""
    return office.planner.read(compare, old.id, new.id)


def kinds(comparison: Comparison) -> set[tuple[int, Kind]]:
    """The rows that changed, and how."""
    return {(change.id, change.kind) for change in comparison.changes}


def bars(content: Content) -> set[int]:
    """The rows with a mark in the margin."""
    return {row.id for block in content.blocks for row in block.rows if row.changed}


def footers(content: Content) -> list[str]:
    """The lines at the foot of the page."""
    return list(content.footer)


def change_ten_things(office: VisitOffice) -> dict[int, Kind]:
    """Change the programme in ten ways; return each row with the kind of its change."""
    do, items = office.do, office.items
    do(agenda.edit_item, items["a"], start=475)
    do(agenda.edit_item, items["b"], end=550)
    do(agenda.move_item, items["c"], TUESDAY, 600)
    do(agenda.place_item, items["d"], venue_id=office.hotel)
    added = office.add_item("new", start=1200)
    do(agenda.remove_item, items["e"])
    do(agenda.edit_item, items["f"], state="cancelled")
    do(texts.write_text, "item", items["g"], "title", language="en", words="another title")
    do(texts.write_text, "item", items["h"], "note", language="ru", words="тёмный костюм")
    do(texts.write_text, "item", items["h"], "note", language="en", words="dark suit")
    do(agenda.add_attendance, items["i"], participation_id=office.members["Bob"])
    return {
        items["a"]: Kind.MOVED, items["b"]: Kind.MOVED, items["c"]: Kind.MOVED, items["d"]: Kind.PLACE,
        added: Kind.ADDED, items["e"]: Kind.CANCELLED, items["f"]: Kind.CANCELLED, items["g"]: Kind.WORDING,
        items["h"]: Kind.NOTE, items["i"]: Kind.PERSON,
    }  # fmt: skip


def test_change_sheet_names_exactly_the_ten_things_that_changed_both_ways_round(office: VisitOffice) -> None:
    choice = programme(office, show_people=True)
    first = issue(office.planner, choice, "First version")
    expected = change_ten_things(office)
    second = issue(office.planner, choice, "Ten changes")

    there, back = compared(office, first, second), compared(office, second, first)
    assert kinds(there) == set(expected.items())
    assert {change.kind for change in map(inverse, there.changes)} == {change.kind for change in back.changes}
    assert kinds(back) == {(change.id, change.kind) for change in map(inverse, there.changes)}
    for one, other in ((first, second), (second, first)):
        sheet = office.planner.read(change_sheet, one.id, other.id).content
        rows = [row.id for block in sheet.blocks if not block.closing for row in block.rows]
        assert sorted(rows) == sorted(expected)

    standing_now = {row for row, kind in expected.items() if kind is not Kind.CANCELLED}
    assert bars(second.printed.content) == standing_now
    assert (first.number, second.number, second.replaced and second.replaced.id) == (1, 2, first.id)


def test_what_a_paper_does_not_show_is_no_change_of_it(office: VisitOffice) -> None:
    first = issue(office.planner, programme(office), "First version")
    office.do(agenda.add_attendance, office.items["i"], participation_id=office.members["Bob"])
    office.do(texts.write_text, "item", office.items["b"], "title", language="ky", words="жолугушуу")
    office.do(texts.check_text, "item", office.items["b"], "title", language="ru")
    office.do(agenda.edit_item, office.items["c"], internal_note="call the driver", hard=True)
    second = issue(office.planner, programme(office), "Nothing a guest could see")
    assert compared(office, first, second).changes == ()
    assert bars(second.printed.content) == set()
    with pytest.raises(NotPossible, match="Versions 1 and 2 say the same"):
        office.planner.read(change_sheet, first.id, second.id)


def test_list_tells_of_persons_posts_order_and_of_a_name_that_was_corrected(office: VisitOffice) -> None:
    choice = Choice(Paper.PARTICIPANTS, office.event, ("ru", "en"))
    first = issue(office.planner, choice, "First version")
    do, members = office.do, office.members
    new_person = do(people.add_person, [people.NewName("ru", "Хан"), people.NewName("en", "Khan")])
    do(delegations.name_member, members["Bob"], new_person)
    do(people.write_name, office.people["Cyd"], "en", surname="Cydney")
    do(texts.write_text, "participation", members["Dan"], "post_title", language="en", words="new post")
    do(delegations.place_member, members["Gus"], 2)
    do(delegations.remove_member, members["Eve"])
    added = office.add_member("Hal")
    second = issue(office.planner, choice, "Changes")
    assert kinds(compared(office, first, second)) == {
        (members["Bob"], Kind.PERSON), (members["Cyd"], Kind.WORDING), (members["Dan"], Kind.POST),
        (members["Gus"], Kind.ORDER), (members["Eve"], Kind.CANCELLED), (added, Kind.ADDED),
    }  # fmt: skip
    assert bars(second.printed.content) == {*(members[name] for name in ("Bob", "Cyd", "Dan", "Gus")), added}


def test_sheet_of_a_list_names_the_event_and_calls_nobody_cancelled(office: VisitOffice) -> None:
    choice = Choice(Paper.PARTICIPANTS, office.event, ("en", "ru"))
    first = issue(office.planner, choice, "First version")
    office.do(delegations.remove_member, office.members["Eve"])
    second = issue(office.planner, choice, "Eve is ill")
    sheet = office.planner.read(change_sheet, first.id, second.id).content
    assert [line.text for line in sheet.title[0][:2]] == ["Changes to the List of Participants", "Visit"]
    assert [line.text for line in sheet.blocks[0].rows[0].lead] == ["no longer listed", "исключено"]


def test_agenda_tells_of_its_meeting_and_of_topics_put_in_another_order(office: VisitOffice) -> None:
    choice = Choice(Paper.AGENDA, office.event, ("ru", "en"), item_id=office.items["a"])
    first = issue(office.planner, choice, "First version")
    office.do(agenda.reorder_item, office.topics[2], 0)
    office.do(agenda.edit_item, office.topics[1], minutes=25)
    office.do(agenda.place_item, office.items["a"], venue_id=office.hall)
    second = issue(office.planner, choice, "Changes")
    found = compared(office, first, second)
    assert kinds(found) == {
        (office.topics[2], Kind.ORDER), (office.topics[1], Kind.MOVED), (office.event, Kind.PLACE),
    }  # fmt: skip
    assert bars(second.printed.content) == {office.topics[1], office.topics[2]}


def test_every_paper_edition_and_meeting_has_versions_of_its_own(office: VisitOffice) -> None:
    choices = [
        programme(office), programme(office, edition="working"), Choice(Paper.PARTICIPANTS, office.event, ("ru",)),
        Choice(Paper.AGENDA, office.event, ("ru", "en"), item_id=office.items["a"]),
        programme(office, copy_for=Side.GUEST),
    ]  # fmt: skip
    assert [issue(office.planner, choice, "why").number for choice in choices] == [1, 1, 1, 1, 2]
    assert [row.number for row in office.planner.read(versions, office.event)] == [1, 1, 1, 2, 1]


def test_issued_version_bears_number_and_time_and_prints_its_own_bytes_for_ever(office: VisitOffice) -> None:
    first = issue(office.planner, programme(office), "First version")
    office.clock.next_day()
    office.do(agenda.edit_item, office.items["b"], start=505)
    second = issue(office.planner, programme(office), "New time")
    office.do(agenda.remove_item, office.items["c"])
    office.do(events.edit_event, office.event, host_zone="UTC")
    assert footers(first.printed.content) == ["Редакция 1 от 02.05.2024, 16:20 · Version 1 of 2 May 2024, 16:20"]
    assert footers(second.printed.content) == [
        "Редакция 2 от 03.05.2024, 16:20, взамен редакции 1 · Version 2 of 3 May 2024, 16:20, replaces version 1",
        "▌ изменено после редакции 1 · changed since version 1",
    ]
    for done in (first, second):
        row = office.planner.read(issued, done.id)
        assert office.planner.read(print_paper, choice_of(row)) == done.printed
        assert row.pdf == sha256(done.printed.pdf).hexdigest()
    assert not second.printed.content.draft


def test_other_copy_of_a_version_is_made_of_its_frozen_data(office: VisitOffice) -> None:
    first = issue(office.planner, programme(office, copy_for=Side.HOST), "First version")
    office.do(texts.write_text, "item", office.items["b"], "title", language="en", words="later words")
    copy = office.planner.read(print_paper, programme(office)._replace(languages=("en", "ru"), version=1))
    rows = [row.cells[::-1] for row in first.printed.content.blocks[0].rows]
    assert [row.cells for row in copy.content.blocks[0].rows] == rows
    assert copy.content.footer[0].startswith("Version 1 of 2 May 2024")


def test_draft_bears_its_mark_and_what_changed_since_the_version_in_force(office: VisitOffice) -> None:
    choice = programme(office)
    assert footers(office.planner.read(compose_paper, choice))[0].startswith("ПРОЕКТ от ")
    assert office.planner.read(standing, choice) == (None, ())
    issue(office.planner, choice, "First version")
    office.do(agenda.edit_item, office.items["b"], start=505)
    draft = office.planner.read(print_paper, choice)
    assert (bars(draft.content), draft.content.draft) == ({office.items["b"]}, True)
    assert footers(draft.content)[0].startswith("ПРОЕКТ от 02.05.2024, 16:20 · DRAFT of 2 May 2024")
    assert footers(draft.content)[1] == "▌ изменено после редакции 1 · changed since version 1"
    version, changes = office.planner.read(standing, choice)
    assert (version and version.number, [change.id for change in changes]) == (1, [office.items["b"]])
    assert office.planner.read(print_paper, choice).pdf == draft.pdf


def test_issuing_is_refused_when_anything_changed_since_the_paper_was_made(office: VisitOffice) -> None:
    choice = programme(office)
    seen = office.planner.read(prepare, choice, office.planner.now())
    office.do(agenda.edit_item, office.items["b"], start=505)
    before = office.planner.change_number()
    with pytest.raises(Clash, match="Look at it again"):
        issue(office.planner, choice, "First version", seen_at=seen.change)
    with pytest.raises(Clash, match="while this paper was being made"):
        office.do(
            issue_paper, office.event, "programme", edition="guest", at=seen.at, reason="why", choice=looks_of(choice),
            frozen=b"", pdf=b"", rendered_at_change=seen.change,
        )  # fmt: skip
    assert (office.planner.change_number(), office.planner.read(versions, office.event)) == (before, ())
    assert issue(office.planner, choice, "First version", seen_at=before).number == 1


def _title(words: str) -> Callable[[VisitOffice], object]:
    return lambda office: office.do(
        texts.write_text, "item", office.items["b"], "title", language="en", words=words
    )


def _two_places(office: VisitOffice) -> None:
    office.do(agenda.edit_item, office.items["c"], start=485)
    for name in "ac":
        office.do(agenda.add_attendance, office.items[name], participation_id=office.members["Bob"])


GAPS: dict[str, Callable[[VisitOffice], object]] = {
    "W-38": _title(""), "W-42": _title("x \U00013000"), "W-01": _two_places,
}  # fmt: skip


@pytest.mark.parametrize("code", GAPS)
def test_finding_that_stops_holds_a_paper_back_until_a_reason_is_written_down(office: VisitOffice, code: str) -> None:
    choice = programme(office)
    GAPS[code](office)
    found = office.planner.read(prepare, choice, office.planner.now()).findings
    assert {finding.code for finding in found} == {code}
    for override in (None, "  "):
        with pytest.raises(NotPossible, match="findings stop this paper; the first: "):
            issue(office.planner, choice, "First version", override)
    assert office.planner.read(versions, office.event) == ()
    issue(office.planner, choice, "First version", "Agreed by telephone with the Embassy")
    row = office.planner.read(last_version, key_of(choice))
    assert row is not None
    assert (row.override, row.overridden) == ("Agreed by telephone with the Embassy", {code: len(found)})
    assert (row.author, row.reason, row.at) == ("Anna", "First version", "2024-05-02T09:20:00+00:00")


def test_finding_about_what_the_paper_does_not_hold_does_not_stop_it(office: VisitOffice) -> None:
    GAPS["W-38"](office)
    assert issue(office.planner, Choice(Paper.PARTICIPANTS, office.event, ("ru", "en")), "why").number == 1
    assert issue(office.planner, programme(office)._replace(languages=("ru",)), "In Russian alone").number == 1


def test_version_needs_a_reason(office: VisitOffice) -> None:
    with pytest.raises(BadInput, match="why this version is issued"):
        issue(office.planner, programme(office), " ")


def test_issuing_cannot_be_undone_and_says_so(office: VisitOffice) -> None:
    done = issue(office.planner, programme(office), "First version")
    with pytest.raises(NothingToUndo, match="cannot be taken back"):
        office.planner.undo()
    office.do(papers.give_copy, done.id, "Bob")
    office.planner.undo()
    assert office.planner.read(holders, done.id) == ()
    assert [row.number for row in office.planner.read(versions, office.event)] == [1]


def test_register_lists_who_holds_which_copy(office: VisitOffice) -> None:
    do, first = office.do, issue(office.planner, programme(office), "First version")
    bob = do(papers.give_copy, first.id, "Bob", person_id=office.people["Bob"], how="by hand")
    do(papers.give_copy, first.id, "Embassy", copy=7)
    do(papers.give_copy, first.id, "Press")
    office.clock.next_day()
    do(papers.take_copy, bob)
    with pytest.raises(Clash, match="Copy 7 is with Embassy"):
        do(papers.give_copy, first.id, "Eve", copy=7)
    with pytest.raises(Clash, match="taken back from Bob already"):
        do(papers.take_copy, bob)
    register = office.planner.read(holders, first.id)
    assert [(one.copy, one.name, one.how, one.taken_at[:10]) for one in register] == [
        (1, "Bob", "by hand", "2024-05-03"), (7, "Embassy", "", ""), (8, "Press", "", ""),
    ]  # fmt: skip
    office.do(agenda.edit_item, office.items["b"], start=505)
    second = issue(office.planner, programme(office), "New time")
    assert second.replaced is not None
    assert second.replaced.held == 2
    sheet = office.planner.read(change_sheet, first.id, second.id).content
    assert sheet.footer[1] == "Рассылка держателям редакции 1 (2) · Distribution: holders of version 1 (2)"


def test_change_sheet_reads_as_the_design_shows(office: VisitOffice) -> None:
    first = issue(office.planner, programme(office), "First version")
    office.clock.now += timedelta(days=6)
    office.do(agenda.edit_item, office.items["a"], start=475)
    office.do(agenda.remove_item, office.items["b"])
    second = issue(office.planner, programme(office), "New time")
    sheet = office.planner.read(change_sheet, first.id, second.id).content
    assert [[line.text for line in cell] for cell in sheet.title] == [
        ["Изменения в программе пребывания делегации", "Редакция 2 от 8 мая 2024 года взамен редакции 1 от 2 мая"],
        ["Changes to the Programme of Stay of the Delegation", "Version 2 of 8 May 2024, replacing version 1 of 2 May"],
    ]
    moved, cancelled = sheet.blocks[0].rows
    assert [line.text for line in moved.lead] == ["новое время", "new time"]
    assert [(line.text, line.struck) for line in moved.cells[1]] == [("item a", 0), ("08:00–08:30 → 07:55–08:30", 11)]
    assert [line.text for line in cancelled.lead] == ["отменено", "cancelled"]
    assert [(line.text, line.struck) for line in cancelled.cells[0]] == [("08:30–09:00 рус item b", 22)]
    assert [cell[0].text for cell in sheet.blocks[1].rows[0].cells] == [
        "Остальные пункты редакции 1 не изменились. Просим изъять редакцию 1 и пользоваться редакцией 2.",
        "All other items of version 1 stand. Please discard version 1 and use version 2.",
    ]


def test_versions_of_two_papers_cannot_be_compared(office: VisitOffice) -> None:
    first = issue(office.planner, programme(office), "why")
    other = issue(office.planner, programme(office, edition="working"), "why")
    with pytest.raises(NotPossible, match="two different papers"):
        compared(office, first, other)


def test_office_with_issued_papers_is_sound_and_outlives_its_event(office: VisitOffice) -> None:
    done = issue(office.planner, programme(office), "First version")
    data = office.planner.read(frozen, office.planner.read(issued, done.id))
    office.do(events.remove_event, office.event)
    office.planner.undo()
    assert office.planner.read(frozen, office.planner.read(issued, done.id)) == data
    assert office.planner.read(verify) == []


def test_lost_bytes_are_found_by_verify(office: VisitOffice) -> None:
    issue(office.planner, programme(office), "First version")
    with office.planner.store.writing() as (session, _):
        session.execute(update(Blob).values(content=b"%PDF"))
    assert [str(fault.message) for fault in office.planner.read(verify)] == [
        "Of {count} issued papers the bytes are missing or changed."
    ]


def test_words_of_both_languages_stand_in_the_columns_of_the_sheet(office: VisitOffice) -> None:
    first = issue(office.planner, programme(office), "First version")
    office.do(texts.write_text, "item", office.items["b"], "title", language="en", words="other words")
    second = issue(office.planner, programme(office), "Wording")
    sheet = office.planner.read(change_sheet, first.id, second.id, ("en", "ru")).content
    assert [[line.text for line in cell] for cell in sheet.blocks[0].rows[0].cells] == [
        ["other words", "item b"], ["рус item b"],
    ]  # fmt: skip


def test_version_issued_in_the_event_s_own_languages_is_compared_in_them(office: VisitOffice) -> None:
    """The window leaves the languages to the event; a paper without any named has words all the same."""
    choice = programme(office)._replace(languages=())
    issue(office.planner, choice, "first", "as a draft")
    office.do(agenda.move_item, office.items["c"], TUESDAY, 600)
    found = office.planner.read(standing, choice)
    assert [(change.id, change.kind) for change in found.changes] == [(office.items["c"], Kind.MOVED)]
