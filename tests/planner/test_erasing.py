"""Erasing a person and removing issued versions, on both engines: nothing of it is left, the record is."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from planner.app import open_planner
from planner.erasing import erase, remove
from planner.errors import BadInput, NotFound, NothingToUndo, NotPossible
from planner.issuing import issue, prepare
from planner.model.base import Base, JournalBase
from planner.model.papers import Blob
from planner.operations import delegations, follow_up, logistics, merging, papers, people, pictures
from planner.operations.people import NewName
from planner.pack_versions import Take, in_force, state_of
from planner.papers import Choice, Paper, print_paper, standing
from planner.queries.erasure import private_versions, versions_naming
from planner.queries.history import reach, steps
from planner.queries.papers import holders, issued, last_version, versions
from planner.queries.touched_papers import touched_papers
from planner.rules.erasure import Removed
from planner.rules.text import text
from planner.storage.verify import verify
from tests.planner.visit_office import TUESDAY, VisitOffice

AFTER = datetime(2024, 6, 20, 8, 0, tzinfo=UTC)
TOKENS = ("Zyxwvutov", "Qwertybek", "Прежнева", "Заикина", "XP7788123", "nutsallergytoken", "+7 999 1234567",
          "SECRETNOTE", "posttoken", "TK4242", "quotetoken", "oldplacetoken", "Doublename",
          "DBL99", "badgenotetoken")  # fmt: skip


@pytest.fixture
def office(empty_office_url: str) -> Iterator[VisitOffice]:
    """A visit with somebody in it of whom everything is known, and whose name was corrected once."""
    visit = VisitOffice(empty_office_url)
    do, person = visit.do, visit.add_member("Zed")
    names = (("ru", "Прежнева", "Ая"), ("ru", "Заикина", "Ая"), ("en", "Zyxwvutov", "Qwertybek"))
    for language, surname, given in names:
        do(people.write_name, visit.people["Zed"], language, surname=surname, given=given)
    do(people.write_private, visit.people["Zed"], passport_number="XP7788123", citizenship="KG",
       diet="nutsallergytoken", contacts={"phone": "+7 999 1234567"})  # fmt: skip
    do(people.edit_person, visit.people["Zed"], note="SECRETNOTE")
    do(people.edit_person, visit.people["Zed"], note="")
    do(people.add_post, visit.people["Zed"], text(en="posttoken"))
    do(logistics.add_journey, person, "arrival", number="TK4242")
    do(pictures.set_photograph, visit.people["Zed"], b"\xff\xd8\xffa photograph of Zed", width=2, height=2)
    do(follow_up.add_statement, "biography", "career", text(en="quotetoken"), person_id=visit.people["Zed"])
    place = do(delegations.add_member, visit.hosts, visit.people["Zed"], post_title=text(en="oldplacetoken"))
    do(delegations.remove_member, place)
    double = do(people.add_person, [NewName("en", "Doublename", given="Qwertybek")])
    do(people.write_private, double, passport_number="DBL99")
    do(merging.merge_people, visit.people["Zed"], double)
    yield visit
    assert visit.planner.read(verify) == []
    visit.planner.close()


def working_list(office: VisitOffice) -> Choice:
    return Choice(Paper.PARTICIPANTS, office.event, ("ru", "en"), edition="working")


def everything(db: Connection) -> str:
    """Return all that the office holds, journal and frozen data included, as one text."""
    parts = []
    for metadata in (Base.metadata, JournalBase.metadata):
        for table in metadata.tables.values():
            if table.name != Blob.__tablename__:
                parts += [repr(tuple(row)) for row in db.execute(select(table))]
    for content in db.scalars(select(Blob.content)):
        try:
            parts.append(zlib.decompress(content).decode())
        except (zlib.error, UnicodeDecodeError):
            parts.append(repr(content))
    return "\n".join(parts)


def test_what_names_a_person_is_shown_before_anything_is_erased(office: VisitOffice) -> None:
    first = issue(office.planner, working_list(office), "for the desk")
    office.do(papers.give_copy, first.id, "The front desk")
    issue(office.planner, Choice(Paper.PROGRAMME, office.event, ("ru", "en")), "names nobody")
    before = office.planner.read(versions_naming, office.people["Zed"], today=office.clock.now.date())
    (event,) = before.events
    assert (before.names, before.places) == (
        ("Ая Заикина", "Qwertybek Doublename", "Qwertybek Zyxwvutov"), 1,
    )  # fmt: skip
    assert (event.event.id, event.over) == (office.event, False)
    assert [(row.paper, row.edition, row.number, row.holders) for row in event.versions] == [
        ("participants", "working", 1, ("The front desk",))
    ]
    office.clock.now = AFTER
    after = office.planner.read(versions_naming, office.people["Zed"], today=AFTER.date())
    assert [one.over for one in after.events] == [True]
    assert after.events[0].versions == event.versions
    namesake = office.do(people.add_person, [NewName("en", "Zyxwvutov", given="Qwertybek")])
    assert office.planner.read(versions_naming, namesake, today=AFTER.date()).events == ()


def test_nothing_of_an_erased_person_is_left(office: VisitOffice, empty_office_url: str) -> None:
    done = issue(office.planner, working_list(office), "for the desk")
    office.do(papers.give_copy, done.id, "Qwertybek Zyxwvutov")
    office.clock.now = AFTER
    held = office.planner.read(everything)
    assert [token for token in TOKENS[:-1] if token not in held] == []
    erase(office.planner, office.people["Zed"], issued=[done.id])

    left = office.planner.read(everything)
    assert [token for token in TOKENS if token in left] == []
    assert "a photograph of Zed" not in left
    (row,) = office.planner.read(versions, office.event)
    assert (row.number, row.reason, row.author, row.removed) == (
        1, "for the desk", "Anna", Removed("2024-06-20T08:00:00+00:00", "Anna", "erasure"),
    )  # fmt: skip
    assert [one.name for one in office.planner.read(holders, row.id)] == [f"Erased {office.people['Zed']}"]
    if "://" not in empty_office_url:
        raw = b"".join(path.read_bytes() for path in Path(empty_office_url).parent.glob("test.office*"))
        assert [token for token in TOKENS if token.encode() in raw] == []


def test_history_of_somebody_removed_before_is_blanked(office: VisitOffice) -> None:
    person = office.do(people.add_person, [NewName("en", "Goneaway", given="Totally")])
    office.do(people.write_private, person, passport_number="GP0042")
    office.do(people.remove_person, person)
    assert "GP0042" in office.planner.read(everything)
    assert erase(office.planner, person).number > 0
    left = office.planner.read(everything)
    assert [token for token in ("Goneaway", "Totally", "GP0042") if token in left] == []
    with pytest.raises(NothingToUndo):
        office.planner.undo()
    with pytest.raises(NotFound):
        erase(office.planner, 10**6)


def test_place_of_an_erased_person_stays_without_a_name(office: VisitOffice) -> None:
    office.clock.now = AFTER
    erase(office.planner, office.people["Zed"])
    printed = office.planner.read(print_paper, working_list(office))
    rows = [repr(row).casefold().replace("\u00a0", " ") for block in printed.content.blocks for row in block.rows]
    assert sum(f"erased {office.people['Zed']}" in row for row in rows) == 1
    assert office.planner.read(standing, working_list(office)).version is None


def test_erasing_cannot_be_taken_back_nor_anything_the_person_was_in(office: VisitOffice) -> None:
    office.do(people.edit_person, office.people["Abe"], note="of Abe")
    office.do(people.edit_person, office.people["Zed"], note="badgenotetoken")
    office.planner.undo()
    office.clock.now = AFTER
    erase(office.planner, office.people["Zed"])
    with pytest.raises(NothingToUndo, match="“Erase a person”, cannot be taken back"):
        office.planner.undo()
    with pytest.raises(NothingToUndo):
        office.planner.redo()
    assert office.planner.read(reach, "Anna") == (None, None)
    assert "badgenotetoken" not in office.planner.read(everything)
    labels = {(step.label, tuple(step.values.values())) for step in office.planner.read(steps)}
    assert ("Edit personal data of {name}", ("—",)) in labels
    assert ("Edit {name}", ("Abe",)) in labels


def test_steps_of_others_that_did_not_touch_the_person_can_be_taken_back(
    office: VisitOffice, empty_office_url: str
) -> None:
    office.do(people.edit_person, office.people["Abe"], note="of Abe")
    office.planner.close()  # a file has one writer at a time
    office.clock.now = AFTER
    boris = open_planner(empty_office_url, author="Boris", clock=office.clock)
    boris.execute(people.edit_person, office.people["Bob"], note="of Bob")
    boris.execute(people.edit_person, office.people["Zed"], note="badgenotetoken")
    boris.undo()
    boris.close()
    office.planner = open_planner(empty_office_url, author="Anna", clock=office.clock)
    erase(office.planner, office.people["Zed"])
    office.planner.close()
    office.planner = open_planner(empty_office_url, author="Boris", clock=office.clock)
    assert office.planner.undo().ids == {"person": frozenset({office.people["Bob"]})}
    with pytest.raises(NothingToUndo):
        office.planner.undo()


def test_version_kept_at_an_erasure_can_still_be_opened(office: VisitOffice) -> None:
    done = issue(office.planner, working_list(office), "for the desk")
    office.clock.now = AFTER
    erase(office.planner, office.people["Zed"])
    again = office.planner.read(print_paper, working_list(office)._replace(version=1))
    assert again.pdf == done.printed.pdf
    assert office.planner.read(versions_naming, office.people["Zed"], today=AFTER.date()).events != ()


def test_removed_version_says_when_and_why_and_is_not_opened(office: VisitOffice) -> None:
    choice = working_list(office)
    done = issue(office.planner, choice, "for the desk")
    office.clock.now = AFTER
    remove(office.planner, [done.id])
    row = office.planner.read(issued, done.id)
    assert row.removed == Removed("2024-06-20T08:00:00+00:00", "Anna", "private")
    with pytest.raises(NotPossible) as refused:
        office.planner.read(print_paper, choice._replace(version=1))
    assert str(refused.value) == (
        "Version 1 was removed on 2024-06-20, since it bore private data: "
        "that it was issued is kept, what it said is not."
    )
    stand = office.planner.read(standing, choice)
    assert (stand.version, stand.changes) == (row, ())
    state = office.planner.read(lambda db: state_of(db, choice, Take.ISSUED, in_force(db, office.event)))
    assert (state.version, state.last) == (0, 1)
    assert office.planner.read(touched_papers, office.people["Zed"]).issued == ()
    assert office.planner.read(prepare, choice, AFTER).number == 2
    assert issue(office.planner, choice, "again").number == 2
    assert office.planner.read(last_version, row.key).removed is None
    with pytest.raises(NothingToUndo):
        office.planner.undo()


def test_private_versions_of_an_event_are_found_and_no_others(office: VisitOffice) -> None:
    for paper, edition in ((Paper.PARTICIPANTS, "working"), (Paper.PARTICIPANTS, "guest"), (Paper.CONTACTS, "working"),
                           (Paper.PROGRAMME, "guest"), (Paper.PASS_LIST, "working")):  # fmt: skip
        issue(office.planner, Choice(paper, office.event, ("ru", "en"), edition=edition), "first")
    found = office.planner.read(private_versions, office.event, today=AFTER.date())
    assert [row.paper for row in found.versions] == ["contacts", "participants", "pass-list"]
    office.clock.now = AFTER
    done = remove(office.planner, [row.id for row in found.versions])
    assert (done.result, done.values) == (3, {"count": 3})
    assert office.planner.read(private_versions, office.event, today=AFTER.date()) is None
    assert remove(office.planner, [row.id for row in found.versions]).number == 0
    left = office.planner.read(everything)
    assert [token for token in ("XP7788123", "+7 999 1234567") if left.count(token) == 0] == []  # the person is kept


def test_bytes_that_another_version_shares_stay(office: VisitOffice) -> None:
    choice = working_list(office)
    first, second = (issue(office.planner, choice, why) for why in ("one", "two"))
    office.clock.now = AFTER
    remove(office.planner, [first.id])
    assert office.planner.read(print_paper, choice._replace(version=2)).pdf == second.printed.pdf


def test_versions_of_an_event_that_is_not_over_are_refused(office: VisitOffice) -> None:
    done = issue(office.planner, working_list(office), "for the desk")
    before = office.planner.read(everything)
    office.clock.now = datetime(2024, TUESDAY.month, TUESDAY.day, 12, 0, tzinfo=UTC)
    for attempt in (lambda: remove(office.planner, [done.id]),
                    lambda: erase(office.planner, office.people["Zed"], issued=[done.id])):  # fmt: skip
        with pytest.raises(NotPossible, match="“Визит” is not over yet"):
            attempt()
    with pytest.raises(BadInput):
        remove(office.planner, [done.id], "no reason")
    assert office.planner.read(everything) == before
    office.clock.now += timedelta(days=1)
    assert remove(office.planner, [done.id]).result == 1
