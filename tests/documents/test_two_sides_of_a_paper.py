"""What the program claims of finished files (W-47, W-48, W-71): it cannot print a paper that breaks one of these.

Whose copy it is stands first; both languages have the same people in the same order; what is the host's own is on no
copy for the guests. Each is read back from the bytes of the file, for every paper of the set.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from planner.app import Planner, open_planner
from planner.documents import participants
from planner.documents.data import DelegationData, HeadingData, ParticipantData, ParticipantsData
from planner.documents.person_data import NameData, PersonData
from planner.errors import PlannerError
from planner.model.logistics import Gift, Journey, Lodging, Ride, Vehicle
from planner.operations import agenda, delegations, gifts, logistics, people, run_sheet, signing
from planner.paper_set import SET
from planner.paper_subjects import Around, around, field_of, subjects
from planner.papers import FOR_THE_OFFICE, Choice, Paper, Printed, print_paper, render
from planner.queries.agenda import programme
from planner.queries.delegations import delegations as rows_of
from planner.queries.events import events
from planner.queries.signing import signings
from planner.rules.kinds import Capacity, EventKind, NameOrder, Side
from planner.rules.text import EMPTY
from tests.documents.events import event

LANGUAGES = ("ru", "en")
OWN = {Side.HOST: "ru", Side.GUEST: "en"}
SECRET = "QZXQ"
"""A word no paper has by itself."""
LETTERS = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"


@pytest.fixture(scope="module")
def planner(sample_template: Path) -> Iterator[Planner]:
    opened = open_planner(str(sample_template), read_only=True)
    yield opened
    opened.close()


def choices(found: Planner, kind: EventKind, side: Side, *, most: int = 1) -> Iterator[Choice]:
    """Yield every paper of the set for one side, of the first things it may be of, those that usually have it first."""
    row = next(row for row in found.read(events) if row.kind is kind)
    there: Around = found.read(around, row.id)
    for paper in SET:
        choice = Choice(paper, row.id, LANGUAGES, copy_for=side)
        field = field_of(paper)
        if not field:
            yield choice
            continue
        of = list(subjects(paper, there))
        for one in sorted(of, key=lambda each: not each.usual)[:most]:
            yield choice._replace(**{field: one.id})


def printed(found: Planner, choice: Choice) -> Printed | None:
    """Print a paper; None where the event cannot have it."""
    try:
        return found.read(print_paper, choice)
    except PlannerError:
        return None


def words(pdf: bytes) -> str:
    """Return all that a file says, without spaces: a line may break anywhere."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def place_of(pdf: bytes, said: str) -> tuple[int, float, float] | None:
    """Return page, distance from the left and from the head of the first place where something is said."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            found = text.search(said, match_case=True).get_next()
            if found is not None:
                left, _bottom, _right, top = text.get_charbox(found[0])
                return number, left, -top
    return None


@pytest.mark.parametrize("side", [Side.HOST, Side.GUEST])
@pytest.mark.parametrize("kind", [EventKind.VISIT, EventKind.MEETING])
def test_copy_leads_with_the_language_of_whose_it_is(planner: Planner, kind: EventKind, side: Side) -> None:
    """W-47: in the copy that stays with a side, its language stands on the left of the title, in every paper."""
    seen: set[Paper] = set()
    for choice in choices(planner, kind, side):
        paper = printed(planner, choice)
        if paper is None or choice.paper is Paper.AIRPORT_SIGN:  # held up to guests: always in their language
            continue
        assert (choice.paper, paper.content.languages[0]) == (choice.paper, OWN[side])
        titles = [cell[0].text.split()[0] for cell in paper.content.title]
        if paper.content.sheets or len(titles) < 2 or titles[0] == titles[1]:
            continue
        first, second = (place_of(paper.pdf, title) for title in titles[:2])
        assert first is not None
        assert second is not None
        # Beside one another the first is on the left; a paper too narrow for that has them under one another.
        reading = [(one[0], round(one[2]), one[1]) for one in (first, second)]
        assert (choice.paper, reading[0] < reading[1]) == (choice.paper, True)
        seen.add(choice.paper)
    assert len(seen) > 12


@st.composite
def lists(draw: Any) -> ParticipantsData:
    """A bilateral list: people of either side under surnames nobody else has, some without a post."""
    count = draw(st.integers(2, 14))
    first = draw(st.integers(1, count - 1))
    order = draw(st.permutations(range(count)))
    people_ = [_person(number) for number in order]
    sides = ((Side.GUEST, people_[:first]), (Side.HOST, people_[first:]))
    rows = tuple(
        DelegationData(at, side, EMPTY, EMPTY, tuple(
            ParticipantData(number.id, Capacity.MEMBER, number) for number in found
        ))
        for at, (side, found) in enumerate(sides, 1)
    )  # fmt: skip
    return ParticipantsData(event(guest_first_in_host_list=draw(st.booleans())), HeadingData(), rows)


def _person(number: int) -> PersonData:
    russian, english = f"Ж{LETTERS[number]}ъ{LETTERS[-number - 1]}ов", f"Zh{chr(65 + number)}q{chr(90 - number)}ov"
    names = {"ru": NameData(russian, "Пётр"), "en": NameData(english, "Peter", order=NameOrder.SURNAME_FIRST)}
    return PersonData(names, id=number + 1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists(), st.sampled_from([Side.HOST, Side.GUEST]), st.sampled_from(["columns", "stacked"]))
def test_both_languages_list_the_same_people_in_the_same_order(
    data: ParticipantsData, side: Side, arrangement: Any
) -> None:
    """W-48: as many names in either language, and read from the head of the page in the same order."""
    content = participants.compose(data, languages=LANGUAGES, copy_for=side)
    choice = Choice(Paper.PARTICIPANTS, 1, LANGUAGES, arrangement=arrangement, copy_for=side)
    pdf = render(content, choice, data.event)
    everybody = [one.person for row in data.delegations for one in row.members if one.person is not None]
    found: dict[str, list[int]] = {}
    for language in LANGUAGES:
        places = {one.id: place_of(pdf, one.names[language].surname.upper()) for one in everybody}
        assert None not in places.values()
        found[language] = sorted(places, key=lambda one: (places[one][0], places[one][2]))  # type: ignore[index]
    assert found["ru"] == found["en"]
    blocks = [[one.id for one in row.members] for row in data.delegations]
    heads = [found["ru"].index(block[0]) for block in blocks]
    assert all(found["ru"][at : at + len(block)] == block for at, block in zip(heads, blocks, strict=True))
    assert all(a != b for a, b in pairwise(heads))


def plant(found: Planner) -> int:
    """Put the word into every field of the visit that is the host's own; return the event's id."""
    visit = next(row.id for row in found.read(events) if row.kind is EventKind.VISIT)
    for item in found.read(programme, visit).items:
        found.execute(agenda.edit_item, item.id, alert=SECRET, internal_note=SECRET)
        for field in ("technician", "cue"):
            found.execute(run_sheet.write_run, item.id, field, SECRET)
    for row in found.read(rows_of, visit):
        for member in row.members:
            found.execute(delegations.edit_member, member.id, note=SECRET)
            if member.who is not None:
                found.execute(people.write_private, member.who.id, diet=SECRET, health=SECRET, passport_number=SECRET)
    for one in found.read(signings, visit):
        found.execute(signing.edit_signing, one.id, note=SECRET)
        for signatory in one.signatories:
            found.execute(signing.edit_signatory, signatory.id, powers=SECRET)
    for edit, values, ids in _logistics(found):
        for one_id in ids:
            found.execute(edit, one_id, **values)
    return visit


def _logistics(found: Planner) -> Iterator[tuple[Any, dict[str, str], list[int]]]:
    def ids(model: Any) -> list[int]:
        return list(found.read(lambda db: db.execute(select(model.id)).scalars().all()))

    yield logistics.edit_vehicle, {"driver": SECRET, "phone": SECRET}, ids(Vehicle)
    yield logistics.edit_ride, {"radio": SECRET, "note": SECRET}, ids(Ride)
    yield logistics.edit_journey, {"note": SECRET}, ids(Journey)
    yield logistics.edit_lodging, {"note": SECRET, "payer": SECRET}, ids(Lodging)
    yield gifts.edit_gift, {"note": SECRET}, ids(Gift)


def test_nothing_of_the_hosts_own_is_on_a_copy_for_the_guests(
    planner: Planner, sample_template: Path, tmp_path: Path
) -> None:
    """W-71: whatever the host wrote for itself is in no file of the guests, and is in the host's own."""
    found = open_planner(str(shutil.copy(sample_template, tmp_path / "planted.office")))
    try:
        plant(found)
        kind = EventKind.VISIT
        table = [one for one in choices(found, kind, Side.GUEST, most=3) if one.paper not in FOR_THE_OFFICE]
        said = {one: words(paper.pdf) for one in table if (paper := printed(found, one)) is not None}
        assert len({one.paper for one in said}) > 10
        assert [one.paper for one, text in said.items() if SECRET in text] == []
        own = [one for one in choices(found, kind, Side.HOST) if one.paper in FOR_THE_OFFICE]
        own.append(Choice(Paper.PROGRAMME, own[0].event_id, LANGUAGES, copy_for=Side.HOST, edition="working"))
        seen = {one.paper for one in own if (paper := printed(found, one)) is not None and SECRET in words(paper.pdf)}
        of_the_visit = {Paper.RUN_SHEET, Paper.SIGNING, Paper.MOTORCADE, Paper.ROOMING, Paper.GIFT_LIST}
        assert seen >= {Paper.PROGRAMME, *of_the_visit}
    finally:
        found.close()
