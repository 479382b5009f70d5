"""The file: its bytes, its texts as two readers see them, and what it does with hostile texts."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import threading
from datetime import UTC, datetime

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from planner.documents.content import Content, Line, Style
from planner.documents.fonts import mark, uncovered
from planner.documents.pictures import page_count, page_image, page_png
from planner.documents.render import render_pdf
from tests.documents.samples import one_block, participants, programme, texts

HEADING = ((Line("Среда", Style.HEADING),), (Line("Wednesday", Style.HEADING),))

NAUGHTY = [
    "A & B <Ltd>",
    "Ivan <ivan@example.org>",
    '<img src="/etc/hostname"/>',
    "</b>, <b>x, <font face=Nope>, <onDraw name=x>, &#x41;",
    "( ) \\ (( \\( \\n \\134 \\",
    "'; DROP TABLE guest;-- {0} %s ${x}",
    "%PDF-1.7 endstream endobj BT ET Tj",
    "Жээнбекова Айгүл Өмүрбек кызы, Ңүө",
    "Ə Ǎ Ω Ж ☐ ✓ → ქართული Հայերեն",
    "№ 5 «ёлочки» „лапки“ “quotes” — – … 25 °C",
]


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def letters(text: str) -> str:
    return re.sub(r"\s|\u00a0", "", text)


def paper(text: str) -> Content:
    return one_block((texts(text, ""),))


def test_same_content_gives_the_same_bytes():
    assert render_pdf(programme()) == render_pdf(programme())


def test_other_content_gives_another_identifier():
    first, second = (PdfReader(io.BytesIO(render_pdf(paper(text)))).trailer["/ID"][0] for text in ("a", "b"))
    assert first != second


@pytest.mark.parametrize("content", [programme(), participants()])
@pytest.mark.parametrize("arrangement", ["columns", "stacked"])
def test_file_is_sound_for_qpdf(content, arrangement, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(render_pdf(content, arrangement))
    done = subprocess.run([tool("qpdf"), "--check", file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arrangement", ["columns", "stacked"])
def test_poppler_draws_every_page_without_a_word(arrangement, tmp_path):
    # qpdf passes pages with broken operators, so each page is drawn too
    file = tmp_path / "paper.pdf"
    file.write_bytes(render_pdf(programme(), arrangement))
    done = subprocess.run(
        [tool("pdftoppm"), "-r", "20", "-png", file, tmp_path / "page"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.glob("page*.png"))) == 2


def tool(name: str) -> str:
    if (path := shutil.which(name)) is None:
        pytest.skip(f"{name} is not installed")
    return path


@pytest.mark.parametrize("text", NAUGHTY)
def test_text_can_be_copied_out_as_it_was_typed(text):
    assert letters(text_of(render_pdf(paper(text)))) == letters(f"подвал 1/1 1 {text}")


@pytest.mark.parametrize("text", NAUGHTY)
def test_poppler_reads_the_same_text(text, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(render_pdf(paper(text)))
    done = subprocess.run([tool("pdftotext"), "-enc", "UTF-8", "-raw", file, "-"], capture_output=True, check=True)
    assert letters(done.stdout.decode()) == letters(f"подвал 1/1 1 {text}")


@pytest.mark.parametrize("text", ["ไทย", "a\x00b", "\x1b[31m", "Ivan \u202efdp.exe", "👩\u200d👧", "x\ud800y", "한국"])
def test_character_without_a_font_is_printed_as_a_visible_mark(text):
    expected = "".join(mark(c) if c in uncovered(text) else c for c in text if c != "\u200d")
    assert letters(text_of(render_pdf(paper(text)))) == letters(f"подвал 1/1 1 {expected}")


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_makes_a_file_that_opens(text):
    content = one_block((texts(text, text),), heading=((Line(text, Style.HEADING),), ()))
    content = content._replace(footer=(text,), file_title=text, author=text, languages=(text, "en"))
    assert page_count(render_pdf(content)) >= 1


@pytest.mark.parametrize("text", ["x" * 50_000, "слово " * 10_000, "a" + "\u0301" * 200, "李" * 3000, "и-" * 9000])
def test_endless_text_takes_bounded_time_and_opens(text):
    assert page_count(render_pdf(paper(text))) >= 1


def test_pages_are_numbered():
    content = one_block(tuple(texts("a", "b", number=n) for n in range(50)), heading=HEADING)
    with pypdfium2.PdfDocument(render_pdf(content)) as document:
        found = [re.findall(r"\d / \d", page.get_textpage().get_text_range()) for page in document]
    assert found == [["1 / 2"], ["2 / 2"]]


def test_metadata_name_the_paper_the_office_and_the_language():
    when = datetime(2024, 5, 8, 9, 20, tzinfo=UTC)
    reader = PdfReader(io.BytesIO(render_pdf(programme(), changed_at=when)))
    assert reader.metadata.title == "Программа пребывания делегации мэрии города Джалал-Абада"
    assert reader.metadata.author == "Управление международных связей"
    assert reader.metadata.creation_date == when
    assert reader.trailer["/Root"]["/Lang"] == "ru"


def test_file_without_a_date_names_none():
    assert PdfReader(io.BytesIO(render_pdf(programme()))).metadata.creation_date is None


def test_all_fonts_are_embedded_and_none_but_ours_is_listed():
    reader = PdfReader(io.BytesIO(render_pdf(programme())))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    names = sorted(font.get_object()["/BaseFont"].split("+")[1] for font in fonts)
    assert names == ["DejaVuSans", "PTSans-Regular", "PTSerif-Bold", "PTSerif-Italic", "PTSerif-Regular"]
    assert all("/FontFile2" in font.get_object()["/FontDescriptor"].get_object() for font in fonts)


def test_paper_of_two_pages_is_small():
    assert len(render_pdf(programme())) < 90_000


def test_page_is_a4():
    with pypdfium2.PdfDocument(render_pdf(paper("a"))) as document:
        width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)


def test_change_and_stronger_rule_are_drawn():
    plain = texts("a", "b")
    data = [render_pdf(one_block((row,))) for row in (plain, plain._replace(changed=True), plain._replace(rule=True))]
    pictures = [page_image(paper, 0, 50).pixels for paper in data]
    assert len(set(pictures)) == 3


def test_picture_has_the_size_asked_for():
    picture = page_image(render_pdf(paper("a")), 0, 96)
    assert (picture.width, picture.height, picture.stride) == (794, 1123, 794 * 4)
    assert len(picture.pixels) == picture.stride * picture.height


def test_png_is_read_back_with_the_same_pixels():
    from PIL import Image

    data = render_pdf(participants())
    picture = page_image(data, 0, 40)
    image = Image.open(io.BytesIO(page_png(data, 0, 40)))
    expected = Image.frombytes("RGB", image.size, picture.pixels, "raw", "BGRX", picture.stride)
    assert image.tobytes() == expected.tobytes()


def test_pages_made_in_several_threads_are_the_same():
    expected = render_pdf(programme())
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(render_pdf(programme()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4
