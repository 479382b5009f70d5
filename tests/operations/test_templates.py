"""Templates: what the office changes in a paper, printed, and brought back to the very first bytes."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image

from planner.app import new_office
from planner.documents.content import Content, Style
from planner.errors import BadInput
from planner.exchange.photographs import photograph
from planner.issuing import issue
from planner.operations import delegations, people
from planner.operations.people import NewName
from planner.operations.templates import restore_template, set_emblem, set_in_template, set_word
from planner.papers import Choice, Paper, choice_of, compose_paper, key_of, print_paper
from planner.queries.papers import last_version
from planner.queries.templates import own_template, template
from planner.rules.kinds import Side
from planner.rules.templates import HOUSE
from tests.planner.visit_office import VisitOffice, both


@pytest.fixture
def office(tmp_path) -> Iterator[VisitOffice]:
    new_office(str(tmp_path / "visit.office"))
    visit = VisitOffice(str(tmp_path / "visit.office"))
    yield visit
    visit.planner.close()


def programme(office: VisitOffice, **more) -> Choice:
    return Choice(Paper.PROGRAMME, office.event, ("ru", "en"), **more)


def content(office: VisitOffice, choice: Choice) -> Content:
    return office.planner.read(compose_paper, choice)


def add_host(office: VisitOffice) -> None:
    """Give the host's side its head."""
    names = [NewName("ru", "Логинов", "Владислав"), NewName("en", "Loginov", "Vladislav")]
    person = office.do(people.add_person, names)
    office.do(
        delegations.add_member, office.hosts, person, capacity="head", post_title=both("mayor"), state="confirmed"
    )


def emblem() -> tuple[bytes, int, int]:
    out = BytesIO()
    Image.new("RGBA", (80, 100), (160, 30, 30, 255)).save(out, "PNG")
    return photograph(out.getvalue())


def test_template_printed_and_restored_gives_the_first_bytes(office: VisitOffice) -> None:
    first = office.planner.read(print_paper, programme(office)).pdf
    picture = emblem()
    office.do(set_emblem, "programme", picture[0], width=picture[1], height=picture[2])
    office.do(set_in_template, "programme", style={"face": "sans", "title": 18, "accent": "#2F6B40"}, hide=["note"])
    changed = office.planner.read(print_paper, programme(office)).pdf
    office.do(restore_template, "programme")
    assert (office.planner.read(print_paper, programme(office)).pdf == first, changed == first) == (True, False)
    assert office.planner.read(own_template, "programme") == {}


def test_word_of_the_office_stands_on_the_paper(office: VisitOffice) -> None:
    office.do(set_word, "participants", "participants", "en", "Those Who Take Part")
    list_ = Choice(Paper.PARTICIPANTS, office.event, ("ru", "en"))
    assert [cell[0].text for cell in content(office, list_).title] == ["Список участников", "Those Who Take Part"]
    assert office.planner.read(compose_paper, programme(office)).footer[0].startswith("ПРОЕКТ")


def test_word_of_the_house_holds_for_all_papers_unless_one_has_its_own(office: VisitOffice) -> None:
    office.do(set_word, HOUSE, "draft", "en", "As of {stamp}")
    office.do(set_word, "participants", "draft", "en", "List of {stamp}")
    papers = (Paper.PROGRAMME, Paper.PARTICIPANTS)
    footers = [content(office, Choice(paper, office.event, ("en",))).footer[0] for paper in papers]
    assert [words.split()[0] for words in footers] == ["As", "List"]


def test_word_keeps_the_places_the_program_fills(office: VisitOffice) -> None:
    with pytest.raises(BadInput, match=r"\{stamp\}"):
        office.do(set_word, HOUSE, "draft", "en", "Draft")


def test_own_word_said_as_the_program_does_leaves_no_trace(office: VisitOffice) -> None:
    office.do(set_word, HOUSE, "agenda", "en", "Order of Business")
    office.do(set_word, HOUSE, "agenda", "en", "Agenda")
    assert office.planner.read(own_template, HOUSE) == {}


@pytest.mark.parametrize(
    "values",
    [
        {"style": {"note": 8}}, {"style": {"body": 10}}, {"style": {"accent": "#FFD700"}}, {"style": {"accent": "red"}},
        {"style": {"face": "comic"}}, {"marking": "secret"}, {"hide": "note"}, {"poem": 1}, {"emblem": {"sha256": "x"}},
    ],
)  # fmt: skip
def test_what_cannot_be_read_or_is_unknown_is_refused(office: VisitOffice, values: dict) -> None:
    with pytest.raises(BadInput, match="is not possible for"):
        office.do(set_in_template, "programme", **values)


def test_parts_are_left_out_and_blocks_change_places(office: VisitOffice) -> None:
    list_ = Choice(Paper.PARTICIPANTS, office.event, ("en",))
    add_host(office)
    order = [block.heading[0][0].text for block in content(office, list_).blocks]
    office.do(set_in_template, "participants", order=["host", "guest"], hide=["note"])
    after = content(office, list_)
    assert (order, [block.heading[0][0].text for block in after.blocks]) == (
        ["Guests", "Host side"], ["Host side", "Guests"],
    )  # fmt: skip
    styles = {line.style for block in after.blocks for row in block.rows for cell in row.cells for line in cell}
    assert Style.NOTE not in styles


def test_block_left_out_by_its_word_is_gone(office: VisitOffice) -> None:
    add_host(office)
    office.do(set_in_template, "participants", hide=["host"])
    list_ = Choice(Paper.PARTICIPANTS, office.event, ("en",))
    assert [block.heading[0][0].text for block in content(office, list_).blocks] == ["Guests"]


def test_issued_version_keeps_the_template_it_was_issued_with(office: VisitOffice) -> None:
    office.do(set_word, "programme", "draft", "en", "As of {stamp}")
    office.do(set_in_template, "programme", style={"title": 20}, marking="official")
    office.do(set_in_template, "programme", approver={"position": {"ru": "Глава", "en": "Mayor"}})
    issued = issue(office.planner, programme(office, copy_for=Side.HOST, approved=True), "first")
    office.do(restore_template, "programme")
    version = office.planner.read(last_version, key_of(programme(office)))
    again = office.planner.read(print_paper, choice_of(version))
    assert (again.pdf, again.content.forms) == (issued.printed.pdf, issued.printed.content.forms)
    third = office.planner.read(print_paper, choice_of(version)._replace(copy_number=3)).content.forms
    assert third.notes[1][-1].text == "Copy No.\u00a03"


def test_looks_without_the_new_keys_still_print(office: VisitOffice) -> None:
    issued = issue(office.planner, programme(office), "first")
    version = office.planner.read(last_version, key_of(programme(office)))
    assert {"copy_number", "approved", "marking", "annex"} & set(version.choice) == set()
    assert office.planner.read(print_paper, choice_of(version)).pdf == issued.printed.pdf


def test_emblem_of_the_house_is_drawn_on_every_paper(office: VisitOffice) -> None:
    picture = emblem()
    office.do(set_emblem, HOUSE, picture[0], width=picture[1], height=picture[2])
    drawn = office.planner.read(print_paper, programme(office))
    assert (picture[0] in drawn.pdf, drawn.content.forms.emblem.content) == (True, picture[0])


def test_templates_are_undone_like_everything_else(office: VisitOffice) -> None:
    office.do(set_in_template, HOUSE, marking="open")
    office.planner.undo()
    assert office.planner.read(template, "programme") == {}


def test_guests_copy_never_has_the_approval(office: VisitOffice) -> None:
    office.do(set_in_template, HOUSE, approver={"name": {"en": "Secret Approver"}})
    for side in (Side.GUEST, None):
        printed = office.planner.read(print_paper, programme(office, copy_for=side, approved=True))
        assert printed.content.forms is None
