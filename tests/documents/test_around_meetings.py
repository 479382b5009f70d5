"""The papers around a meeting: what each says, in whose order, and what it refuses to say."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.app import Planner, open_planner
from planner.documents.content import Content, Style
from planner.documents.freeze import freeze, thaw
from planner.documents.layout import layout
from planner.documents.paper_lines import Shown, paper_lines
from planner.documents.set_lines import SetData
from planner.documents.theme import Theme
from planner.errors import BadInput, NotPossible
from planner.operations import agenda, delegations, follow_up, run_sheet, texts
from planner.paper_set import gather
from planner.papers import FOR_THE_OFFICE, Choice, Paper, changes_between, compose_paper, word_paper
from planner.queries.agenda import programme
from planner.queries.delegations import delegations as rows_of
from planner.queries.events import events
from planner.queries.follow_up import commitments, statements_of_event
from planner.rules.kinds import EventKind, ItemKind, Side
from planner.rules.paper_changes import differences
from planner.rules.text import text
from tests.documents.golden_papers import AROUND, every

LANGUAGES = ("ru", "en")


class Sample:
    """The sample office with its meeting and its visit."""

    def __init__(self, path: str) -> None:
        self.planner: Planner = open_planner(path)
        found = {row.kind: row.id for row in self.planner.read(events)}
        self.meeting, self.visit = found[EventKind.MEETING], found[EventKind.VISIT]
        self.places = {
            (event, member.who.names["en"].surname): member.id
            for event in (self.meeting, self.visit)
            for row in self.planner.read(rows_of, event)
            for member in row.members
            if member.who
        }

    def person(self, event: int, surname: str) -> int:
        rows = self.planner.read(rows_of, event)
        place = self.places[event, surname]
        return next(one.who.id for row in rows for one in row.members if one.id == place and one.who)

    def item(self, event: int, kind: ItemKind) -> int:
        return next(item.id for item in self.planner.read(programme, event).top() if item.kind is kind)

    def composed(self, paper: Paper, event: int, languages: tuple[str, ...] = LANGUAGES, **more: Any) -> Content:
        return self.planner.read(compose_paper, Choice(paper, event, languages, **more))


@pytest.fixture
def sample(sample_template: Path, tmp_path: Path) -> Iterator[Sample]:
    made = Sample(str(shutil.copy(sample_template, tmp_path / "copy.office")))
    yield made
    made.planner.close()


def said(content: Content, language: str = "en") -> list[str]:
    at = content.languages.index(language)
    rows = [row for block in content.blocks for row in block.rows]
    return [line.text.replace("\u00a0", " ") for row in rows for line in row.cells[at]]


def test_run_sheet_counts_from_the_principal_item(sample: Sample) -> None:
    content = sample.composed(Paper.RUN_SHEET, sample.visit)
    second = content.blocks[1]
    assert [[line.text for line in row.lead if line.style is Style.NUMBER] for row in second.rows[:4]] == [
        ["−02:00"], ["−00:40"], [], [],
    ]  # fmt: skip


def test_run_sheet_says_how_it_really_went(sample: Sample) -> None:
    item = sample.item(sample.visit, ItemKind.ARRIVAL)
    sample.planner.execute(run_sheet.note_times, item, start=11 * 60 + 55, end=None)
    content = sample.composed(Paper.RUN_SHEET, sample.visit)
    row = next(row for block in content.blocks for row in block.rows if row.id == item)
    assert [line.text for line in row.trail[0]] == ["11:55–__:__", "+15"]


def test_run_sheet_keeps_the_offices_own_words_in_the_hosts_column(sample: Sample) -> None:
    content = sample.composed(Paper.RUN_SHEET, sample.visit)
    told = [line for line in said(content, "ru") if line.startswith("Техник:")]
    assert told == [
        "Техник: водитель подаёт автомобили по звонку", "Техник: два микрофона на столе, вода, таблички",
        "Техник: две ручки на подписанта, флаги проверены",
    ]  # fmt: skip
    assert [line for line in said(content) if line.startswith("Technician:")] == []


def test_personal_schedule_holds_only_what_one_takes_part_in(sample: Sample) -> None:
    guest = sample.composed(Paper.PERSONAL, sample.visit, person_id=sample.places[sample.visit, "Imanaliev"])
    host = sample.composed(Paper.PERSONAL, sample.visit, person_id=sample.places[sample.visit, "Petrova"])
    school = "Working group on the construction of schools"
    assert (school in said(guest), school in said(host)) == (False, True)
    assert "Your part: chair" in said(host)
    assert "Escort officers’ briefing" not in said(guest)


def test_personal_schedule_of_nobody_is_refused(sample: Sample) -> None:
    with pytest.raises(BadInput):
        sample.composed(Paper.PERSONAL, sample.visit)


@pytest.mark.parametrize(
    ("side", "first"), [(Side.HOST, "From the Russian side"), (Side.GUEST, "From the Kyrgyz side")]
)
def test_minutes_begin_with_the_side_whose_copy_it_is(sample: Sample, side: Side, first: str) -> None:
    content = sample.composed(Paper.MINUTES, sample.meeting, copy_for=side)
    at = content.languages.index("en")
    signed = [row.cells[at][-1].text.split("  ")[-1].replace("\u00a0", " ") for row in content.blocks[-1].rows]
    assert content.blocks[0].heading[at][-1].text == first
    hosts, guests = "V. Loginov", "A. Kabaev"
    assert signed == [*((hosts, guests) if side is Side.HOST else (guests, hosts)), "to be named"]


def test_minutes_say_heard_and_resolved_once_each_under_a_topic(sample: Sample) -> None:
    content = sample.composed(Paper.MINUTES, sample.meeting)
    kinds = [line.text for block in content.blocks for row in block.rows for line in row.cells[1]
             if line.style is Style.TIME]  # fmt: skip
    assert kinds == ["HEARD", "RESOLVED", "HEARD", "RESOLVED", "HEARD", "SPOKE"]


def test_action_list_shows_owner_day_and_state(sample: Sample) -> None:
    first = sample.planner.read(commitments, sample.meeting)[0]
    sample.planner.execute(follow_up.edit_commitment, first.id, state="done")
    content = sample.composed(Paper.ACTION_LIST, sample.meeting, ("en",))
    rows = [tuple(tuple(line.text for line in cell) for cell in row.trail) for row in content.blocks[0].rows]
    assert rows == [
        (("Host side",), ("15 Apr 2024",), ("done",)), (("A.\u00a0Kabaev",), ("17 Apr 2024",), ("open",)),
    ]  # fmt: skip


def test_words_nobody_has_agreed_to_are_on_the_working_press_note_alone_with_a_mark(sample: Sample) -> None:
    mark, words = "words not yet approved", "“Here stand the words the speaker has agreed to (specimen)”"
    quote = next(row.id for row in sample.planner.read(statements_of_event, sample.meeting) if row.part == "quote")

    def printed(edition: str, side: Side | None = None) -> tuple[bool, bool]:
        lines = said(sample.composed(Paper.PRESS_NOTE, sample.meeting, edition=edition, copy_for=side))
        return words in lines, mark in lines

    assert printed("working") == (True, True)
    assert [printed("guest", side) for side in (None, Side.GUEST, Side.HOST)] == [(False, False)] * 3
    sample.planner.execute(follow_up.edit_statement, quote, approved_by="V. Loginov, 11 April")
    assert [printed("working"), printed("guest", Side.GUEST)] == [(True, False)] * 2


def test_change_sheet_for_the_table_says_nothing_of_words_nobody_has_agreed_to(sample: Sample) -> None:
    choice = Choice(Paper.PRESS_NOTE, sample.meeting, LANGUAGES)
    quote = next(row.id for row in sample.planner.read(statements_of_event, sample.meeting) if row.part == "quote")
    before = sample.planner.read(gather, choice)
    sample.planner.execute(texts.write_text, "statement", quote, "words", language="en", words="Secret")
    told = changes_between(before, sample.planner.read(gather, choice), choice)
    assert told == ()
    assert len(changes_between(before, sample.planner.read(gather, choice), choice._replace(edition="working"))) == 1


def test_minutes_of_one_meeting_bear_its_own_number_secretary_and_promises(sample: Sample) -> None:
    event, meeting = sample.meeting, sample.item(sample.meeting, ItemKind.MEETING)
    other = sample.planner.execute(agenda.add_item, event, text(en="Another meeting"), kind="meeting").result
    head, person = sample.places[event, "Kabaev"], sample.person(event, "Loginov")
    sample.planner.execute(
        follow_up.add_statement, "minutes", "number", text(ru="7", en="7"), event_id=event, item_id=meeting
    )
    sample.planner.execute(
        follow_up.add_statement, "minutes", "secretary", event_id=event, item_id=meeting, person_id=person
    )
    sample.planner.execute(follow_up.add_commitment, event, text(en="Only there"), item_id=other)
    sample.planner.execute(follow_up.name_chair, meeting, head)
    paper = sample.composed(Paper.MINUTES, event, ("en",), item_id=meeting)
    title = [line.text.replace("\u00a0", " ") for line in paper.title[0]]
    assert title[-3:] == ["No. 7", "Chair: A. Kabaev", "Secretary: V. Loginov"]
    assert "Only there" not in said(paper)
    assert "Only there" in said(sample.composed(Paper.MINUTES, event, ("en",), item_id=other))


def test_letter_to_one_person_keeps_what_is_written_to_all_where_it_says_nothing_itself(sample: Sample) -> None:
    place, person = sample.places[sample.meeting, "Kabaev"], sample.person(sample.meeting, "Kabaev")
    before = said(sample.composed(Paper.THANK_YOU, sample.meeting, person_id=place))
    sample.planner.execute(
        follow_up.add_statement, "thank-you", "salutation", text(ru="Дорогой друг!", en="Dear friend,"),
        event_id=sample.meeting, person_id=person,
    )  # fmt: skip
    after = said(sample.composed(Paper.THANK_YOU, sample.meeting, person_id=place))
    assert [line for line in after if line not in before] == ["Dear friend,"]
    assert len(after) == len(before)


def test_biography_says_how_well_a_language_is_spoken_and_the_visits_the_office_had_not(sample: Sample) -> None:
    place, person = sample.places[sample.meeting, "Kabaev"], sample.person(sample.meeting, "Kabaev")
    for part, words in (("languages", "Russian fluently"), ("visits", "2019, with the minister")):
        sample.planner.execute(follow_up.add_statement, "biography", part, text(en=words), person_id=person)
    lines = said(sample.composed(Paper.BIOGRAPHY, sample.meeting, ("en",), person_id=place), "en")
    assert [line for line in lines if "fluently" in line or "2019" in line] == [
        "Speaks: Russian fluently", "2019, with the minister",
    ]  # fmt: skip


def test_missing_wording_is_marked_and_never_filled_from_another(sample: Sample) -> None:
    letter = {"person_id": sample.places[sample.meeting, "Kabaev"]}
    content = sample.composed(Paper.THANK_YOU, sample.meeting, ("ru", "ky"), **letter)
    assert said(content, "ky")[2:4] == ["[кыргызчасы жок]", "[кыргызчасы жок]"]
    lead = next(row for row in sample.planner.read(statements_of_event, sample.meeting) if row.paper == "thank-you"
                and row.part == "body")  # fmt: skip
    sample.planner.execute(texts.write_text, "statement", lead.id, "words", language="ky", words="Рахмат")
    assert said(sample.composed(Paper.THANK_YOU, sample.meeting, ("ru", "ky"), **letter), "ky")[2] == "Рахмат"


def test_sign_in_sheet_leaves_room_for_a_signature(sample: Sample) -> None:
    content = sample.composed(Paper.SIGN_IN, sample.meeting, item_id=sample.item(sample.meeting, ItemKind.MEETING))
    made = layout(content, Theme())
    rows = [placed for page in made.pages for placed in page.placed if placed.kind.name == "ROW"]
    assert [placed for placed in rows if placed.top - placed.bottom < 280] == []
    assert len(content.blocks[-1].rows) == 6


def test_columns_after_the_languages_never_squeeze_them(sample: Sample) -> None:
    for paper in (Paper.ACTION_LIST, Paper.APPROVAL_SHEET, Paper.RUN_SHEET):
        content = sample.composed(paper, sample.meeting)
        for body in (11, 14, 16):
            assert layout(content, Theme().with_body(body)).frame.text_width >= 1400


def test_weekly_plan_holds_every_event_of_the_week(sample: Sample) -> None:
    content = sample.composed(Paper.WEEKLY_PLAN, sample.meeting)
    assert [cell[-1].text for cell in content.title] == ["8–14 апреля 2024 года", "8–14 April 2024"]
    assert said(content)[0] == "Working meeting"


def test_invitation_is_a_card_a_guest(sample: Sample) -> None:
    item = sample.item(sample.meeting, ItemKind.MEETING)
    content = sample.composed(Paper.INVITATION, sample.meeting, item_id=item)
    assert (len(content.sheets), said(content)) == (2, ["Azamat Kabaev", "Nazgul Bataeva"])


def test_report_tells_what_was_planned_and_what_was(sample: Sample) -> None:
    assert "Actual: 10:02–11:05 (+5 min)" in said(sample.composed(Paper.REPORT, sample.meeting))


@pytest.mark.parametrize("paper", [Paper.MINUTES, Paper.PRESS_NOTE, Paper.BRIEFING, Paper.ACTION_LIST])
def test_paper_nobody_has_written_is_refused_in_words(sample: Sample, paper: Paper) -> None:
    with pytest.raises(NotPossible):
        sample.composed(paper, sample.visit)


def test_papers_of_the_office_say_so_at_their_foot(sample: Sample) -> None:
    for golden in every(sample.planner):
        if golden.choice.paper in FOR_THE_OFFICE:
            content = sample.planner.read(compose_paper, golden.choice)
            assert content.footer[-1] == "Не для распространения · Not for distribution"


def test_every_paper_is_frozen_and_thawed_as_it_was(sample: Sample) -> None:
    for golden in every(sample.planner):
        data = sample.planner.read(gather, golden.choice)
        assert thaw(freeze(data)) == data


def test_change_of_a_paper_is_told_by_the_row_it_is_in(sample: Sample) -> None:
    choice = Choice(Paper.ACTION_LIST, sample.meeting, LANGUAGES)
    shown = Shown("action-list", LANGUAGES)
    before = sample.planner.read(gather, choice)
    first, second = sample.planner.read(commitments, sample.meeting)
    sample.planner.execute(texts.write_text, "commitment", first.id, "words", language="en", words="Send it by post")
    sample.planner.execute(follow_up.edit_commitment, second.id, due=date(2024, 4, 19))
    sample.planner.execute(follow_up.add_commitment, sample.meeting, text(ru="Новое", en="New"))
    after = sample.planner.read(gather, choice)
    told = [(change.kind.value, change.line.title[1]) for change in differences(
        paper_lines(before, shown), paper_lines(after, shown))]  # fmt: skip
    named = "Name the members of the delegation and their arrival (invented)"
    assert told == [("other-wording", "Send it by post"), ("other-note", named), ("added", "New")]


def test_no_paper_is_changed_against_itself(sample: Sample) -> None:
    for golden in every(sample.planner):
        data = sample.planner.read(gather, golden.choice)
        if isinstance(data, SetData):
            shown = Shown(golden.choice.paper.value, LANGUAGES)
            assert differences(paper_lines(data, shown), paper_lines(data, shown)) == ()


def test_word_file_is_made_of_each(sample: Sample) -> None:
    kinds = {row.kind: row.id for row in sample.planner.read(events)}
    for golden in every(sample.planner):
        if golden.choice.paper in AROUND[EventKind.MEETING] and golden.choice.event_id == kinds[EventKind.MEETING]:
            assert sample.planner.read(word_paper, golden.choice)[:2] == b"PK"


def test_somebody_who_declined_has_no_invitation(sample: Sample) -> None:
    item = sample.item(sample.meeting, ItemKind.MEETING)
    sample.planner.execute(delegations.edit_member, sample.places[sample.meeting, "Bataeva"], state="declined")
    assert len(sample.composed(Paper.INVITATION, sample.meeting, item_id=item).sheets) == 1


def said_by(content: Content) -> list[str]:
    rows = [row for block in content.blocks for row in block.rows]
    return [line.text for row in rows for cell in (*row.cells, *row.trail) for line in cell]


def test_action_list_says_who_else_does_it_and_who_watches_over_it(sample: Sample) -> None:
    first = sample.planner.read(commitments, sample.meeting)[0]
    sample.planner.execute(
        follow_up.edit_commitment, first.id, co_owners="Батаева Назгуль, the chancery", control="Kabaev Azamat"
    )
    content = sample.composed(Paper.ACTION_LIST, sample.meeting, ("en",))
    assert [line.text.replace("\u00a0", " ") for line in content.blocks[0].rows[0].cells[0]] == [
        "Send the draft programme of stay of the delegation (invented)",
        "Together with: N. Bataeva, the chancery · Control: A. Kabaev",
    ]


def test_whoever_watches_over_a_commitment_is_not_for_the_table(sample: Sample) -> None:
    first = sample.planner.read(commitments, sample.meeting)[0]
    before = said_by(sample.composed(Paper.MINUTES, sample.meeting))
    sample.planner.execute(follow_up.edit_commitment, first.id, co_owners="the chancery", control="the chancery")
    assert said_by(sample.composed(Paper.MINUTES, sample.meeting)) == before
    assert "Control: the chancery" in " ".join(said_by(sample.composed(Paper.REPORT, sample.meeting)))


def test_names_without_anything_between_are_one(sample: Sample) -> None:
    first = sample.planner.read(commitments, sample.meeting)[0]
    sample.planner.execute(follow_up.edit_commitment, first.id, co_owners="Kabaev Azamat; Дума; ")
    data = sample.planner.read(gather, Choice(Paper.ACTION_LIST, sample.meeting, ("en",)))
    assert [name.get("en") or name.get("und") for name in data.commitments[0].co_owners] == ["A.\u00a0Kabaev", "Дума"]
    sample.planner.execute(follow_up.edit_commitment, first.id, co_owners="")
    data = sample.planner.read(gather, Choice(Paper.ACTION_LIST, sample.meeting, ("en",)))
    assert data.commitments[0].co_owners == ()


def test_personal_schedule_says_that_somebody_co_moderates(sample: Sample) -> None:
    item, place = sample.item(sample.visit, ItemKind.MEETING), sample.places[sample.visit, "Loginov"]
    sample.planner.execute(agenda.add_attendance, item, participation_id=place, role="co-moderator")
    content = sample.composed(Paper.PERSONAL, sample.visit, ("en",), person_id=place)
    assert "Your part: co-moderator" in said_by(content)
