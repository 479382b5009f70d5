"""Steps: typing in one field is one step, each takes back only what is theirs, and the history outlives the program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from planner.app import Changes, Planner, open_planner
from planner.errors import Clash, NotFound, NothingToUndo, StaleUndo
from planner.model.office import ChangePrivate, ChangeRow
from planner.operations import agenda, delegations, events, organisations, people, texts, venues
from planner.operations.people import NewName
from planner.queries.events import event_page
from planner.queries.history import reach, step_fields, steps
from planner.rules.text import text
from planner.storage.journal import last_change_of
from planner.storage.verify import verify
from tests.operations.drawing import ids_of
from tests.operations.test_undo_of_everything import dump

DAY = date(2026, 9, 1)
BEGIN = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


class Clock:
    """A clock that a test moves. Attribute: at."""

    def __init__(self) -> None:
        self.at = BEGIN

    def __call__(self) -> datetime:
        return self.at


class Pair:
    """Two people in one office: each has a planner with the same clock; a file takes one writer at a time."""

    def __init__(self, url: str) -> None:
        self.url, self.clock = url, Clock()
        self.open: dict[str, Planner] = {}
        self.event = self.do(
            "Aida", events.add_event, "visit", text(en="Visit"), from_day=DAY, to_day=DAY, languages=["en"]
        ).result

    def of(self, author: str) -> Planner:
        """Return somebody's planner, the office being theirs alone if it is a file."""
        if author not in self.open:
            if not self.url.startswith("postgresql"):
                self.close()
            self.open[author] = open_planner(self.url, author=author, clock=self.clock)
        return self.open[author]

    def do(self, author: str, operation: Any, *args: Any, **values: Any) -> Changes:
        """Run an operation as somebody."""
        return self.of(author).execute(operation, *args, **values)

    def title(self) -> str:
        """Return what the event is called just now."""
        return self._any().read(event_page, self.event).title.get("en")

    def close(self) -> None:
        """Close the office for everybody."""
        while self.open:
            self.open.popitem()[1].close()

    def _any(self) -> Planner:
        return next(iter(self.open.values()))


@pytest.fixture
def pair(empty_office_url: str) -> Iterator[Pair]:
    pair = Pair(empty_office_url)
    yield pair
    assert pair._any().read(verify) == []
    pair.close()


def write(pair: Pair, words: str, *, author: str = "Aida", after: float = 0, merge: str = "title") -> Changes:
    """Type into the title of the event, some seconds after the last key."""
    pair.clock.at += timedelta(seconds=after)
    return pair.do(
        author, texts.write_text, "event", pair.event, "title", language="en", words=words, merge=merge
    )  # fmt: skip


def test_typing_within_five_seconds_of_the_last_key_is_one_step(pair: Pair) -> None:
    for words in ("Visit o", "Visit of", "Visit of t"):
        write(pair, words, after=5)
    assert [row.label for row in pair.of("Aida").read(steps)] == ["Write “{words}”", "Add the event “{title}”"]
    pair.of("Aida").undo()
    assert pair.title() == "Visit"
    pair.of("Aida").redo()
    assert pair.title() == "Visit of t"


@pytest.mark.parametrize(
    ("values", "left"),
    [
        ({"after": 5.001}, "Visit one"),
        ({"merge": "place"}, "Visit one"),
        ({"merge": ""}, "Visit one"),
        ({"after": -1}, "Visit one"),  # the clock was put back
    ],
)
def test_pause_another_field_or_a_clock_put_back_begins_a_new_step(
    pair: Pair, values: dict[str, Any], left: str
) -> None:
    write(pair, "Visit one")
    write(pair, "Visit two", **values)
    pair.of("Aida").undo()
    assert pair.title() == left


def test_anything_between_begins_a_new_step(pair: Pair) -> None:
    write(pair, "Visit one")
    pair.do("Aida", people.add_person, [NewName("en", "Kabaev")])
    write(pair, "Visit two")
    pair.of("Aida").undo()
    assert pair.title() == "Visit one"


def test_undone_typing_is_not_continued(pair: Pair) -> None:
    write(pair, "Visit one")
    pair.of("Aida").undo()
    write(pair, "Visit two", after=1)
    pair.of("Aida").undo()
    assert pair.title() == "Visit"
    with pytest.raises(NothingToUndo):
        pair.of("Bakyt").undo()


def test_typing_that_ends_as_it_began_leaves_a_step_that_changes_nothing(pair: Pair) -> None:
    write(pair, "Visit o")
    write(pair, "Visit", after=1)
    pair.of("Aida").undo()
    assert pair.title() == "Visit"


def test_steps_of_another_author_are_never_taken_back(pair: Pair) -> None:
    write(pair, "Aida's")
    person = pair.do("Bakyt", people.add_person, [NewName("en", "Kabaev")]).result
    assert pair.of("Aida").read(reach, "Aida").undo == ("Write “{words}”", {"words": "Aida's"})
    pair.of("Aida").undo()
    assert pair.title() == "Visit"
    assert pair.of("Aida").read(ids_of)["person"] == [person]
    pair.of("Bakyt").undo()
    with pytest.raises(NothingToUndo) as nothing:
        pair.of("Bakyt").undo()
    assert str(nothing.value) == "There is nothing to undo."


def test_step_whose_row_another_changed_later_is_stale_and_nothing_is_applied(pair: Pair) -> None:
    event, place = pair.event, text(en="Osh")
    # One step of Aida's touches two rows; Bakyt changes one of them.
    member = pair.do("Aida", delegations.add_delegation, event, "guest", heading=place).result
    pair.do("Aida", events.remove_event, pair.do("Aida", events.add_event, "visit", place, from_day=DAY, to_day=DAY,
                                                 languages=["en"]).result)  # fmt: skip
    pair.of("Aida").undo()
    pair.of("Aida").undo()
    pair.do("Bakyt", delegations.edit_delegation, member, position=7)
    before, number = pair.of("Aida").read(dump), pair.of("Aida").change_number()
    with pytest.raises(StaleUndo) as stale:
        pair.of("Aida").undo()
    assert str(stale.value) == "This step cannot be taken back: the same delegation was changed after it."
    assert (pair.of("Aida").read(dump), pair.of("Aida").change_number()) == (before, number)
    pair.of("Bakyt").undo()
    pair.of("Aida").undo()
    assert member not in pair.of("Aida").read(ids_of)["delegation"]


def test_step_that_another_built_upon_is_stale_and_nothing_is_applied(pair: Pair) -> None:
    """Aida adds an event, Bakyt an item to it: the row of the event is as it was, yet it cannot go."""
    added = pair.do("Aida", events.add_event, "visit", text(en="New"), from_day=DAY, to_day=DAY, languages=["en"])
    pair.do("Bakyt", agenda.add_item, added.result, text(en="Item"))
    before = pair.of("Aida").read(dump)
    with pytest.raises(StaleUndo) as stale:
        pair.of("Aida").undo()
    assert str(stale.value).startswith("This step cannot be taken back or repeated: something it refers to")
    assert pair.of("Aida").read(dump) == before


def test_removal_is_not_taken_back_where_what_it_needs_is_gone(pair: Pair) -> None:
    item = pair.do("Aida", agenda.add_item, pair.event, text(en="Item")).result
    venue = pair.do("Bakyt", venues.add_venue, text(en="Hall")).result
    pair.do("Aida", agenda.place_item, item, venue_id=venue)
    pair.do("Aida", agenda.remove_item, item)
    pair.do("Bakyt", venues.remove_venue, venue)
    with pytest.raises(StaleUndo):
        pair.of("Aida").undo()
    assert pair.of("Aida").read(ids_of)["item"] == []


def test_reference_to_what_is_not_there_is_refused_in_words(pair: Pair) -> None:
    """As when a colleague removed it a moment ago."""
    for attempt in (
        lambda: pair.do("Aida", delegations.add_delegation, pair.event, "guest", organisation_id=99_999),
        lambda: pair.do("Aida", venues.add_venue, text(en="Hall"), organisation_id=99_999),
    ):
        number = pair.of("Aida").change_number()
        with pytest.raises(NotFound) as missing:
            attempt()
        assert str(missing.value) == (
            "This refers to something that is no longer there. Nothing was changed; look at the list again."
        )
        assert pair.of("Aida").change_number() == number


def test_last_hundred_and_twenty_steps_survive_closing(pair: Pair) -> None:
    for number in range(120):
        pair.do("Aida", texts.write_text, "event", pair.event, "title", language="en", words=f"Visit {number}")
    pair.close()
    for number in reversed(range(1, 120)):
        pair.of("Aida").undo()
        if number % 40 == 0:
            pair.close()
            pair.of("Aida")
    assert pair.title() == "Visit 0"
    pair.close()
    for _ in range(119):
        pair.of("Aida").redo()
    assert pair.title() == "Visit 119"
    with pytest.raises(NothingToUndo) as nothing:
        pair.of("Aida").redo()
    assert str(nothing.value) == "There is nothing to redo."


def test_something_new_drops_what_could_be_repeated_of_this_author_only(pair: Pair) -> None:
    write(pair, "One", merge="")
    person = pair.do("Bakyt", people.add_person, [NewName("en", "Kabaev")])
    pair.of("Bakyt").undo()
    pair.of("Aida").undo()
    write(pair, "Two", merge="")
    with pytest.raises(NothingToUndo):
        pair.of("Aida").redo()
    pair.of("Bakyt").redo()
    assert pair.of("Bakyt").read(ids_of)["person"] == [person.result]


def test_conflict_token_is_the_change_that_touched_a_row_last(pair: Pair) -> None:
    token = lambda: pair.of("Aida").read(last_change_of, "event", pair.event)  # noqa: E731 - asked three times
    first = token()
    pair.do("Aida", people.add_person, [NewName("en", "Kabaev")])
    assert token() == first == 1
    changed = write(pair, "New")
    assert token() == changed.number
    undone = pair.of("Aida").undo()
    assert token() == undone.number == changed.number + 1
    assert pair.of("Aida").read(last_change_of, "event", 99_999) == 0


SECRET = "AC7654321"


def test_private_values_stand_in_their_own_journal_only(pair: Pair) -> None:
    person = pair.do("Aida", people.add_person, [NewName("en", "Kabaev")]).result
    contacts = {"phone": SECRET, "home": SECRET}
    pair.do("Aida", people.write_private, person, passport_number=SECRET, diet=SECRET, health=SECRET, contacts=contacts)
    pair.do("Aida", people.write_private, person, passport_number=SECRET + "0")
    pair.of("Aida").undo()
    planner = pair.of("Aida")
    columns = select(ChangeRow.before, ChangeRow.after, ChangeRow.table)
    open_journal = planner.read(lambda db: db.execute(columns).all())
    assert [row for row in open_journal if SECRET in repr(row)] == []
    assert [tuple(row)[:2] for row in open_journal if row[2] == "person_private"] == [(None, None)] * 3
    kept = planner.read(lambda db: db.execute(select(ChangePrivate.before, ChangePrivate.after)).all())
    assert [SECRET in repr(row) for row in kept] == [True] * 3
    told = planner.read(lambda db: [*steps(db), *(f for row in steps(db) for f in step_fields(db, row.number))])
    assert SECRET not in repr(told)


def test_what_needs_something_keeps_it_from_being_removed(pair: Pair) -> None:
    person = pair.do("Aida", people.add_person, [NewName("en", "Kabaev")]).result
    delegation = pair.do("Aida", delegations.add_delegation, pair.event, "guest").result
    member = pair.do("Aida", delegations.add_member, delegation, person).result
    before = pair.of("Aida").read(dump)
    with pytest.raises(Clash) as clash:
        pair.do("Aida", people.remove_person, person)
    assert str(clash.value) == "This cannot be removed while something refers to it (participation)."
    assert pair.of("Aida").read(dump) == before
    pair.do("Aida", delegations.remove_member, member)
    pair.do("Aida", people.remove_person, person)
    assert pair.of("Aida").read(ids_of)["person_name"] == []


def test_what_may_refer_to_something_forgets_it_when_it_is_removed(pair: Pair) -> None:
    unit = pair.do("Aida", organisations.add_organisation, text(en="Ministry")).result
    venue = pair.do("Aida", venues.add_venue, text(en="Hall"), organisation_id=unit).result
    delegation = pair.do("Aida", delegations.add_delegation, pair.event, "guest", organisation_id=unit).result
    before = pair.of("Aida").read(dump)
    changes = pair.do("Aida", organisations.remove_organisation, unit)
    assert changes.ids["venue"] == {venue}
    assert changes.ids["delegation"] == {delegation}
    assert pair.of("Aida").read(ids_of)["organisation"] == []
    pair.of("Aida").undo()
    assert pair.of("Aida").read(dump) == before


def test_what_is_part_of_something_goes_with_it_down_to_the_last_row(pair: Pair) -> None:
    person = pair.do("Aida", people.add_person, [NewName("en", "Kabaev")]).result
    delegation = pair.do("Aida", delegations.add_delegation, pair.event, "guest").result
    member = pair.do("Aida", delegations.add_member, delegation, person).result
    item = pair.do("Aida", agenda.add_item, pair.event, text(en="Item")).result
    part = pair.do("Aida", agenda.add_item, pair.event, text(en="Part"), parent_id=item).result
    track = pair.do("Aida", agenda.add_track, pair.event, text(en="Press")).result
    pair.do("Aida", agenda.set_tracks, part, [track])
    pair.do("Aida", agenda.add_attendance, part, participation_id=member)
    before = pair.of("Aida").read(dump)
    changes = pair.do("Aida", events.remove_event, pair.event)
    left = {table: ids for table, ids in pair.of("Aida").read(ids_of).items() if ids}
    assert sorted(set(left) - {"change"}) == ["person", "person_name"]
    assert sorted(changes.tables) == [
        "attendance", "delegation", "event", "item", "item_track", "participation", "track",
    ]  # fmt: skip
    pair.of("Aida").undo()
    assert pair.of("Aida").read(dump) == before
