"""Word: the same rows in the same order as on the page, in real tables, each wording in its language."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from planner.documents.content import Block, Content, Line, Row, Style, Tone
from planner.documents.docx import render_docx
from tests.documents.samples import one_block, participants, programme
from tests.documents.samples import texts as row


def opened(word: bytes) -> Any:
    return Document(BytesIO(word))


def words(word: bytes) -> list[list[str]]:
    """Return every row as its cells' text."""
    return [[cell.text for cell in line.cells] for table in opened(word).tables for line in table.rows]


def expected(content: Content) -> list[list[str]]:
    def cells(of: tuple[Any, ...]) -> list[str]:
        return ["\n".join(line.text for line in cell) for cell in of]

    found = [["", *cells(content.title)]]
    for block in content.blocks:
        if any(block.heading):
            found.append(["", *cells(block.heading)])
        for one in block.rows:
            lead = "\n".join(line.text for line in one.lead)
            found.append([("▌ " if one.changed else "") + lead, *cells(one.cells)])
    return found


def test_word_has_the_rows_of_the_page_in_their_order() -> None:
    for content in (programme(), participants()):
        assert words(render_docx(content)) == expected(content)


def test_languages_under_each_other_share_a_cell() -> None:
    content = one_block((row("слово", "word"),))
    assert words(render_docx(content, "stacked"))[-1][1] == "слово\nword"


def test_heading_returns_and_rows_do_not_split() -> None:
    content = one_block((row("слово", "word"),), heading=((Line("День"),), (Line("Day"),)))
    table = opened(render_docx(content)).tables[-1]
    heading, first = table.rows
    assert heading._tr.trPr.find(qn("w:tblHeader")) is not None
    assert first._tr.trPr.find(qn("w:tblHeader")) is None
    assert [line._tr.trPr.find(qn("w:cantSplit")) is not None for line in (heading, first)] == [True, True]


def test_every_wording_says_its_language() -> None:
    content = one_block((row("слово", "كلمة"),))._replace(
        languages=("ru", "ar"), right_to_left=frozenset({"ar"})
    )
    ru, ar = opened(render_docx(content)).tables[-1].rows[-1].cells[1:]
    assert ru.paragraphs[0].runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "ru"
    assert ar.paragraphs[0].runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar"
    assert ar.paragraphs[0]._p.pPr.find(qn("w:bidi")) is not None


def test_file_says_the_office_and_nobodys_computer() -> None:
    at = datetime(2024, 5, 8, 9, 20, tzinfo=UTC)
    about = opened(render_docx(programme(), changed_at=at)).core_properties
    assert (about.author, about.last_modified_by) == ("Управление международных связей", "")
    assert about.created.replace(tzinfo=UTC) == at


def test_same_paper_gives_the_same_bytes() -> None:
    assert render_docx(programme()) == render_docx(programme())


def test_hostile_words_stay_words() -> None:
    for hostile in ("<w:p/>", "&amp;", "=cmd|' /C calc'!A0", '{ INCLUDETEXT "C:\\\\secret" }', "\u202egnp.exe"):
        content = one_block((row(hostile, "word"),))
        assert words(render_docx(content))[-1][1] == hostile


def test_old_wording_is_struck_through() -> None:
    block = Block(1, (), (Row(1, (), ((Line("old → new", Style.BODY, struck=3),), (Line("x"),))),), Tone.DAY)
    content = one_block((row("a", "b"),))._replace(blocks=(block,))
    runs = opened(render_docx(content)).tables[-1].rows[0].cells[1].paragraphs[0].runs
    assert [(run.text, bool(run.font.strike)) for run in runs] == [("old", True), (" → new", False)]
