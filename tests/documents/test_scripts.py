"""Any script on paper: direction, line breaks, shaping, and the text as two readers copy it out."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from itertools import groupby

import pypdfium2
import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.documents.bidi import Run, levels, mirrored, visual
from planner.documents.content import Content, Line, Row, Style
from planner.documents.fonts import uncovered
from planner.documents.layout import layout
from planner.documents.linebreak import pieces_of
from planner.documents.pictures import page_count
from planner.documents.render import render_pdf
from planner.documents.shaping import script_font
from planner.documents.theme import Theme
from tests.documents.many_scripts import PAIRS, list_in, programme_in
from tests.documents.samples import one_block, programme, texts

MIXED = "Встреча: 李明, محمد, José Ñandú, Παπαδόπουλος, გიორგი, Հայկ, हिन्दी, שלום, 山田 太郎, Ңүө, Ğışöç"
DIRECTED = "abз Жאבגدمرئ١٢123+-.,/:%$()[]«»<>!،\u0301\u064e\u05b0 \u2066\u2067\u2068\u2069\u200f\u200e《》"
ANY_SCRIPT = "aЖ1 -(،مرحبا)\u064eשָ李明あッ。「हिन्दी्ไ\u200d\u202e\u2067\u2069\n👩\ud800\0"


def pdfium_text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def poppler_text(data: bytes) -> str:
    if (tool := shutil.which("pdftotext")) is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([tool, "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


READERS = {"pdfium": pdfium_text, "poppler": poppler_text}


def letters(text: str) -> str:
    """All that has a form, without spaces and the signs of direction that readers put in."""
    return "".join(letter for letter in text if not letter.isspace() and unicodedata.category(letter) != "Cf")


def lines_of(content: Content) -> list[str]:
    """Every paragraph of a paper."""
    cells = [*content.title, *(cell for block in content.blocks for cell in block.heading)]
    cells += [cell for block in content.blocks for row in block.rows for cell in (row.lead, *row.cells)]
    return [*content.footer, *(line.text for cell in cells for line in cell)]


def leftwards_words(text: str) -> list[str]:
    return re.findall(r"[\u0590-\u05ff\u0620-\u065f\u0671-\u06ef]+", text)


def paper(text: str, *, language: str = "ru") -> Content:
    content = one_block((texts(text, ""),))
    return content._replace(languages=(language, "en"), right_to_left=frozenset({"ar", "he"} & {language}))


def on_paper(text: str, base: int) -> str:
    """The characters in their order on paper, brackets as typed."""
    found = levels(text, base)
    end = len(text)
    while end and unicodedata.bidirectional(text[end - 1]) in {"WS", "BN", "LRI", "RLI", "FSI", "PDI"}:
        end -= 1
        found[end] = base
    runs = []
    for level, places in groupby(range(len(text)), key=found.__getitem__):
        inside = list(places)
        runs.append(Run(inside[0], inside[-1] + 1, level))
    return "".join(
        text[run.first : run.following][:: -1 if run.level % 2 else 1] for run in visual(runs)
    )  # fmt: skip


@given(st.text(alphabet=DIRECTED, max_size=16), st.sampled_from((0, 1)))
@settings(max_examples=300, deadline=None)
def test_order_on_paper_is_that_of_another_implementation(text, base):
    assert on_paper(text, base) == get_display(text, base_dir="LR"[base])


def test_brackets_are_turned_where_text_runs_leftwards():
    assert [mirrored(sign) for sign in "([«<《a–"] == [")", "]", "»", ">", "》", "a", "–"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("中国人民，共和", ["中", "国", "人", "民，", "共", "和"]),
        ("（中国）。", ["（中", "国）。"]),
        ("ちょっと", ["ちょっ", "と"]),
        ("2024年5月", ["2024", "年", "5", "月"]),
        ("Ли Мин 李明", ["Ли", "Мин", "李", "明"]),
        ("李\u00a0明", ["李\u00a0明"]),
        ("национально-культурная 中", ["национально-", "культурная", "中"]),
    ],
)
def test_chinese_and_japanese_break_between_characters_but_not_before_a_closing_mark(text, parts):
    assert [text[piece.first : piece.following] for piece in pieces_of(text)] == parts


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
@pytest.mark.parametrize("compose", [list_in, programme_in])
def test_paper_in_two_scripts_loses_no_character(compose, languages, reader):
    content = compose(languages)
    lines = lines_of(content)
    assert uncovered("".join(lines)) == []
    read = READERS[reader](render_pdf(content))
    # Brackets are drawn turned round where text runs leftwards, and readers do not agree on turning them back.
    turned = str.maketrans(")]»", "([«")
    assert Counter(letters(read).translate(turned)) == Counter(letters("".join(lines) + "1/1").translate(turned))
    words = set(leftwards_words(" ".join(lines)))
    assert words <= set(leftwards_words(read))
    if not words:
        assert [line for line in lines if letters(line) not in letters(read)] == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "text", ["محمد بن راشد آل مكتوم", "النائب الأول لوزير الخارجية لشؤون آسيا", "אברהם כהן", "أبريل"]
)
def test_cell_written_from_the_right_is_copied_out_as_typed(text, reader):
    assert text in re.sub("[\u202a-\u202e]", "", READERS[reader](render_pdf(paper(text, language="ar"))))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "text",
    ["हिन्दी क्षेत्रीय कार्यालय", "राजेश कुमार शर्मा", "प्रधानमंत्री श्री नरेन्द्र", "李明（北京）。", "საქართველოს", "Հայաստանի"],
)
def test_text_of_other_scripts_is_copied_out_as_typed(text, reader):
    assert text in READERS[reader](render_pdf(paper(text)))


@pytest.mark.parametrize("reader", READERS)
def test_all_scripts_in_one_line_are_copied_out(reader):
    read = READERS[reader](render_pdf(paper(MIXED)))
    words = [word for word in re.split(r"[\s,:]+", MIXED) if word not in read]
    assert words == []


def test_vocalised_arabic_is_copied_out_by_poppler():
    text = "مُحَمَّد بن رَاشِد"
    assert text in re.sub("[\u202a-\u202e]", "", poppler_text(render_pdf(paper(text, language="ar"))))


def test_sign_that_turns_a_name_round_is_printed_as_a_mark_and_its_neighbours_stand():
    read = pdfium_text(render_pdf(one_block((texts("Ivan \u202efdp.exe", "next"),))))
    assert "Ivan [U+202E]fdp.exe" in read
    assert "next" in read


def boxes(data: bytes, wanted: str) -> list[float]:
    """The left edge of the first of these letters in each string found."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        return [page.get_charbox(at)[0] for at, letter in enumerate(text) if letter == wanted]


def test_language_written_from_the_right_leads_at_the_right():
    content = list_in(("ar", "ru"))
    result = layout(content, Theme())
    lead, arabic, russian = result.frame.columns
    assert result.frame.mirrored
    assert russian == result.theme.left
    assert russian < arabic < lead
    assert lead + result.frame.lead_width == result.theme.left + result.theme.width


def test_language_written_from_the_right_stands_at_the_right_of_its_column():
    data = render_pdf(paper("ب", language="ar"))
    right = (567 + Theme().width) / 10
    (left,) = boxes(data, "ب")
    assert right - 60 < left < right  # its column is the middle one: the lead is at the right edge


def test_time_runs_rightwards_beside_arabic():
    data = render_pdf(paper("ب", language="ar")._replace(blocks=one_block((time_row(),)).blocks))
    first, second = boxes(data, "8")[0], boxes(data, "9")[0]
    assert first < second


def time_row() -> Row:
    return Row(1, (Line("8–9", Style.TIME),), ((Line("ب"),), (Line("b"),)))


def test_plain_paper_opens_no_font_of_other_scripts():
    script_font.cache_clear()
    render_pdf(programme())
    assert script_font.cache_info().currsize == 0


def test_same_mixed_content_gives_the_same_bytes():
    assert render_pdf(programme_in(("ru", "ar"))) == render_pdf(programme_in(("ru", "ar")))


@given(st.text(alphabet=ANY_SCRIPT, max_size=60), st.sampled_from(("ru", "ar")))
@settings(max_examples=80, deadline=None)
def test_any_text_makes_a_file_that_opens(text, language):
    content = one_block((texts(text, text),), heading=((Line(text, Style.HEADING),), ()))
    content = content._replace(footer=(text,), languages=(language, "en"), right_to_left=frozenset({"ar"}))
    for arrangement in ("columns", "stacked"):
        assert page_count(render_pdf(content, arrangement)) >= 1


@pytest.mark.parametrize(
    "text", ["م" * 20_000, "हि" * 5000, "中" * 10_000, "\u2067" * 300 + "م", "مرحبا " * 4000, "م" + "\u064e" * 500]
)
def test_endless_text_of_any_script_takes_bounded_time_and_opens(text):
    assert page_count(render_pdf(paper(text, language="ar"))) >= 1
