"""Strings that break programs, as names, titles and notes: kept exactly or refused, and printed as they are.

The 515 strings are minimaxir's "big list of naughty strings" (promise 16: no text is ever markup, path or address).
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest

from planner.app import Planner, new_office, open_planner
from planner.checks.event import check_event
from planner.documents.fonts import is_invisible, mark, uncovered
from planner.errors import BadInput
from planner.operations import agenda, delegations, events, organisations, people, venues
from planner.operations.people import NewName
from planner.operations.registry import REGISTRY, Operation
from planner.papers import Choice, Paper, print_paper
from planner.queries.agenda import programme
from planner.queries.history import steps
from planner.queries.venues import venues as all_venues
from planner.queries.who import organisations_on, who_is
from planner.rules.text import text
from planner.storage.verify import verify

DAY = date(2026, 9, 1)
ROOT = Path(__file__).resolve().parents[2]


class Kept(NamedTuple):
    """What was stored of each string that was taken: the ids of its rows."""

    person: dict[str, int]
    item: dict[str, int]
    organisation: dict[str, int]
    venue: dict[str, int]


class Watch:
    """What the process opened and whom it called. Attributes: opened, called."""

    def __init__(self) -> None:
        self.on = False
        self.opened: list[str] = []
        self.called: list[str] = []
        sys.addaudithook(self._hear)  # there for good, hence the switch

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if event == "open" and isinstance(arguments[0], str | bytes):
            self.opened.append(str(arguments[0]))
        elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "urllib.", "http.")):
            self.called.append(f"{event} {arguments}")

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Listen while the block runs."""
        self.on = True
        try:
            yield
        finally:
            self.on = False


@pytest.fixture(scope="module")
def strings(shared_data: Path) -> list[str]:
    found: list[str] = json.loads((shared_data / "text" / "naughty-strings.json").read_text(encoding="utf-8"))
    assert len(found) == 515
    return list(dict.fromkeys(found))


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch()


@pytest.fixture(scope="module")
def told(
    strings: list[str], watch: Watch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Planner, int, Kept]]:
    """An office in which everything bears a naughty name: the planner, the event's id, and what was kept."""
    path = tmp_path_factory.mktemp("naughty") / "office.office"
    new_office(str(path))
    planner = open_planner(str(path), author="Aida")
    event = planner.execute(
        events.add_event, "visit", text(ru="Визит", en="Visit"), from_day=DAY, to_day=DAY, languages=["ru", "en"],
        host_zone="Asia/Krasnoyarsk",
    ).result  # fmt: skip
    guests = planner.execute(delegations.add_delegation, event, "guest").result
    kept = Kept({}, {}, {}, {})
    # One step for each string: a step of its own for each of its five rows would only wait for the disk.
    REGISTRY[_keep.__name__] = Operation(_keep, "Keep {words}", undoable=True)
    try:
        with watch.watching():
            for number, words in enumerate(strings):
                _try_to_keep(planner, kept, words, event=event, guests=guests, minute=number * 2)
    finally:
        del REGISTRY[_keep.__name__]
    yield planner, event, kept
    planner.close()


def _try_to_keep(planner: Planner, kept: Kept, words: str, **where: int) -> None:
    number = planner.change_number()
    try:
        ids = planner.execute(_keep, words, **where).result
    except BadInput as refused:
        sentence = str(refused)
        assert (sentence[-1], planner.change_number()) == (".", number)
        return
    for table, row_id in ids.items():
        getattr(kept, table)[words] = row_id


def _keep(work: Any, words: str, *, event: int, guests: int, minute: int) -> dict[str, int]:
    both = text(ru=words, en=words)
    ids = {"item": agenda.add_item(work, event, both, note=both, day=DAY, start=minute, end=minute + 1, kind="session")}
    work.values["words"] = words
    if words:
        names = [NewName("ru", words), NewName("en", words)]
        ids["person"] = people.add_person(work, names)
        delegations.add_member(work, guests, ids["person"], capacity="member")
        ids["organisation"] = organisations.add_organisation(work, both)
        ids["venue"] = venues.add_venue(work, both)
    return ids


@pytest.mark.parametrize("operation", [people.add_person, organisations.add_organisation, venues.add_venue])
def test_nothing_at_all_is_no_name(told: tuple[Planner, int, Kept], operation: Any) -> None:
    nothing = [NewName("en", "")] if operation is people.add_person else text(en="")
    with pytest.raises(BadInput, match="needs a name in at least one language"):
        told[0].execute(operation, nothing)


def test_refused_are_only_those_that_cannot_be_printed(strings: list[str], told: tuple[Planner, int, Kept]) -> None:
    kept = told[2]
    unprintable = {words for words in strings if any(_is_unprintable(one) for one in words)}
    assert len(unprintable) == 7
    assert set(strings) - set(kept.item) == unprintable
    # A person, an organisation or a venue needs a name at all.
    for named in (kept.person, kept.organisation, kept.venue):
        assert set(strings) - set(named) == unprintable | {""}


def _is_unprintable(character: str) -> bool:
    code = ord(character)
    return (unicodedata.category(character) in {"Cc", "Cs"} and character not in "\t\n") or code in (0xFFFE, 0xFFFF)


def test_every_string_comes_back_exactly(told: tuple[Planner, int, Kept]) -> None:
    planner, event, kept = told
    names = planner.read(who_is, DAY)
    assert {words: names[one].names["en"].surname for words, one in kept.person.items()} == {w: w for w in kept.person}
    items = {item.id: item for item in planner.read(programme, event).items}
    assert {words: (items[one].title.get("ru"), items[one].note.get("en")) for words, one in kept.item.items()} == {
        words: (words, words) for words in kept.item
    }
    units = planner.read(organisations_on, DAY)
    assert [units[one].name.get("ru") for one in kept.organisation.values()] == list(kept.organisation)
    found = {venue.id: venue.name for venue in planner.read(all_venues)}
    assert [found[one].get("en") for one in kept.venue.values()] == list(kept.venue)
    assert planner.read(verify) == []
    assert planner.read(check_event, event) is not None
    assert len(planner.read(steps, limit=10_000)) == planner.change_number()


@pytest.mark.parametrize("arrangement", ["columns", "stacked"])
@pytest.mark.parametrize("paper", [Paper.PROGRAMME, Paper.RUNNING_ORDER])
def test_papers_of_items_print_each_string_as_it_is(
    told: tuple[Planner, int, Kept], watch: Watch, paper: Paper, arrangement: Any
) -> None:
    planner, event, kept = told
    with watch.watching():
        pdf = planner.read(print_paper, Choice(paper, event, ("ru", "en"), arrangement=arrangement)).pdf
    assert _missing(pdf, kept.item) == []


def test_list_of_participants_prints_each_name_as_it_is(told: tuple[Planner, int, Kept], watch: Watch) -> None:
    planner, event, kept = told
    with watch.watching():
        pdf = planner.read(print_paper, Choice(Paper.PARTICIPANTS, event, ("ru", "en"))).pdf
    assert _missing(pdf, kept.person) == []


def _missing(pdf: bytes, kept: dict[str, int]) -> list[str]:
    """Return what a reader does not find on a paper, of the strings it should bear."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = _letters("".join(page.get_textpage().get_text_range() for page in document))
    there = set(unicodedata.normalize("NFKD", found))
    missing = []
    for words in kept:
        # Surnames are raised to capitals; a reader tells of letters written leftwards, and of piled-up marks, in
        # an order of its own.
        expected = _letters(_marked(words))
        whole = expected in found or _letters(_marked(words.upper())) in found
        letters = {one for one in unicodedata.normalize("NFKD", expected) if unicodedata.category(one) != "Cf"}
        if not whole and not (_has_other_order(words) and letters <= there):
            missing.append(words)
    return missing


def _marked(words: str) -> str:
    """Return a text as it is to be printed: what no font has as its number, the invisible as nothing."""
    lost = set(uncovered(words))
    composed = unicodedata.normalize("NFC", words)
    return "".join("" if is_invisible(one) else mark(one) if one in lost else one for one in composed)


def _letters(words: str) -> str:
    return re.sub(r"\s", "", words).casefold()


def _has_other_order(words: str) -> bool:
    return any(
        unicodedata.bidirectional(one) in {"R", "AL", "AN"}
        or unicodedata.combining(one)
        or unicodedata.category(one) == "Cf"
        or unicodedata.normalize("NFKC", one) != one
        for one in words
    )


def test_no_text_was_taken_for_a_path_or_an_address(
    told: tuple[Planner, int, Kept], watch: Watch, strings: list[str]
) -> None:
    own = (str(told[0].path.parent), str(ROOT), sys.prefix, sys.base_prefix)  # type: ignore[union-attr]
    assert [call for call in watch.called if not call.startswith("socket.gethostname")] == []
    assert [path for path in watch.opened if not path.startswith(own)] == []
    named = [path for path in watch.opened for words in strings if len(words) > 4 and words in path]
    assert named == []
