"""Columns and lines of a paper left out and in an office's own order, by the words they stand under."""

from __future__ import annotations

from datetime import date

import pytest

from planner.documents import run_sheet
from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.data import HeadingData
from planner.documents.docx import render_docx
from planner.documents.render import PLAIN, render_pdf
from planner.documents.set_data import RunLineData, RunSheetData
from planner.documents.templates import LEAD, Part, Sort, applied, parts_of
from planner.documents.theme import GREY, TONES
from planner.language.paper_words import own_words, word
from planner.rules.templates import Template, problem_of
from planner.rules.text import text
from tests.documents.events import event

LINE = RunLineData(
    1, date(2024, 5, 14), 600, 660, None, text(ru="Переговоры", en="Talks"), action="Войти", position="ряд 1",
    words="приветствие", cue="звонок", technician="свет", path="лестница",
)  # fmt: skip


def signed() -> tuple[Content, dict[tuple[str, str], str]]:
    """A list with two columns after the language: signature and consent."""
    with own_words({}) as said:
        heads = tuple((Line(word(key, "en"), Style.NUMBER),) for key in ("signature", "photo_consent"))
        rows = (Row(1, (Line("1"),), ((Line("Kabaev"),),), trail=((Line("a"),), (Line("b"),))),
                Row(2, (Line("2"),), ((Line("Loginov"),),)))  # fmt: skip
    block = Block(1, ((Line("Guests", Style.HEADING),),), rows, trail=heads)
    content = Content(("en",), ((Line("Sign-in", Style.TITLE),),), (block,), (), ("",), LeadWidth.NUMBER, "", "",
                      trail=(900, 500))  # fmt: skip
    return content, said


def trail(content: Content) -> tuple[tuple[int, ...], list[str], list[list[str]]]:
    (block,) = content.blocks
    heads = [cell[0].text for cell in block.trail]
    return content.trail, heads, [["".join(line.text for line in cell) for cell in row.trail] for row in block.rows]


@pytest.mark.parametrize(
    ("template", "widths", "heads", "cells"),
    [
        ({"columns": ["column:photo_consent"]}, (500, 900), ["Consent to photographs", "Signature"], [["b", "a"], []]),
        ({"hide": ["column:signature"]}, (500,), ["Consent to photographs"], [["b"], []]),
        ({"hide": ["column:signature", "column:photo_consent"]}, (), [], [[], []]),
        ({"columns": ["column:no such"]}, (900, 500), ["Signature", "Consent to photographs"], [["a", "b"], []]),
    ],
)
def test_columns_at_the_right_are_left_out_and_moved(
    template: Template, widths: tuple[int, ...], heads: list[str], cells: list[list[str]]
) -> None:
    content, said = signed()
    after = applied(content, template, said)
    assert trail(after) == (widths, heads, cells)
    assert render_pdf(after)[:5] == b"%PDF-"
    assert render_docx(after)[:2] == b"PK"


def test_numbers_are_left_out() -> None:
    content, said = signed()
    after = applied(content, {"hide": [LEAD]}, said)
    assert (after.lead, {row.lead for row in after.blocks[0].rows}) == (LeadWidth.NONE, {()})
    assert render_pdf(after)[:5] == b"%PDF-"
    assert render_docx(after)[:2] == b"PK"


def test_columns_are_offered_by_the_words_they_stand_under() -> None:
    content, said = signed()
    assert [part for part in parts_of(content, said) if part.sort is Sort.COLUMN] == [
        Part(LEAD, (), Sort.COLUMN), Part("column:signature", ("Signature",), Sort.COLUMN),
        Part("column:photo_consent", ("Consent to photographs",), Sort.COLUMN),
    ]  # fmt: skip


def run(template: Template, words: dict[str, dict[str, str]] | None = None) -> list[str]:
    """The lines of the only item of a run sheet."""
    with own_words(words or {}) as said:
        content = run_sheet.compose(RunSheetData(event(), HeadingData(), (LINE,)), languages=("ru",))
        content = applied(content, template, said)
    return [line.text.replace("\u00a0", " ") for line in content.blocks[0].rows[0].cells[0]]


ALL = ["Переговоры", "Войти", "Путь: лестница", "Расположение: ряд 1", "Текст: приветствие", "Сигнал: звонок",
       "Техник: свет"]  # fmt: skip


def test_lines_are_left_out_by_their_word() -> None:
    assert run({}) == ALL
    assert run({"hide": ["line:cue", "line:path"]}) == [line for line in ALL if not line.startswith(("Сиг", "Пут"))]


def test_a_line_that_begins_a_sentence_is_known_too() -> None:
    met = LINE._replace(met_by="Логинов")
    with own_words({}) as said:
        content = run_sheet.compose(RunSheetData(event(), HeadingData(), (met,)), languages=("ru",))
        lines = applied(content, {"hide": ["line:met_by"]}, said).blocks[0].rows[0].cells[0]
    assert [line.text.replace("\u00a0", " ") for line in lines] == ALL


def test_lines_with_a_word_of_the_offices_own_are_known_too() -> None:
    own = {"ru": {"cue": "По знаку"}}
    assert run({"hide": ["line:cue"]}, own) == [line for line in ALL if not line.startswith("Сигнал")]


def test_lines_change_places_among_themselves_and_others_stay() -> None:
    assert run({"lines": ["line:technician", "line:cue", "line:path"]}) == [
        "Переговоры", "Войти", "Техник: свет", "Расположение: ряд 1", "Текст: приветствие", "Сигнал: звонок",
        "Путь: лестница",
    ]  # fmt: skip


@pytest.mark.parametrize("values", [{"columns": "lead"}, {"lines": [1]}, {"style": {"spacing": "wide"}},
                                    {"style": {"rule": "red"}}])  # fmt: skip
def test_what_is_not_possible_is_said(values: Template) -> None:
    assert problem_of(values) == next(iter(values.items()))


def test_style_sets_distances_and_lines() -> None:
    airy, close = PLAIN.styled(spacing="airy"), PLAIN.styled(spacing="close")
    assert airy.row_padding > PLAIN.row_padding > close.row_padding
    assert airy.types == PLAIN.types == close.types
    assert PLAIN.styled(rule="accent").light == TONES[Tone.DAY]
    assert (PLAIN.styled(rule="heavy").light, PLAIN.styled(rule="heavy").thin) == (GREY, 2 * PLAIN.thin)
    assert PLAIN.styled() is PLAIN
