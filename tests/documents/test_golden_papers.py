"""The sample office's papers: every word as it was agreed, and laid out as a page should be."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from planner.app import Planner, open_planner
from planner.documents.content import Content
from planner.documents.figures import texts_of
from planner.documents.layout import layout
from planner.documents.pages import Kind, Layout, Page
from planner.documents.theme import Arrangement, Theme
from planner.papers import compose_paper, print_paper
from tests.documents.decoded import strings
from tests.documents.golden_papers import FOLDER, SUMMED, SUMS, Golden, as_lines, every, made_with, stacked, sum_of

NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
LAID_OUT = [name for name in NAMES if "-invitation-" not in name]  # invitations are drawn as cards
BOTH = [*LAID_OUT, *(f"{name}-stacked" for name in LAID_OUT)]


@pytest.fixture(scope="module")
def planner(sample_template: Path) -> Iterator[Planner]:
    opened = open_planner(str(sample_template), read_only=True)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def papers(planner: Planner) -> dict[str, Golden]:
    plain = list(every(planner))
    return {golden.name: golden for golden in (*plain, *map(stacked, plain))}


def laid_out(content: Content, name: str, body: float) -> tuple[Layout, list[Page]]:
    theme = Theme() if body == 11 else Theme().with_body(body)
    result = layout(content, theme, Arrangement.STACKED if name.endswith("stacked") else Arrangement.COLUMNS)
    return result, list(result.pages)


def test_every_paper_is_kept(papers: dict[str, Golden]) -> None:
    assert sorted(name for name in papers if not name.endswith("stacked")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_paper_says_what_was_agreed(planner: Planner, papers: dict[str, Golden], name: str) -> None:
    content = planner.read(compose_paper, papers[name].choice)
    assert as_lines(content) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("body", [11, 16])
@pytest.mark.parametrize("name", BOTH)
def test_languages_of_a_row_are_level(planner: Planner, papers: dict[str, Golden], name: str, body: float) -> None:
    result, pages = laid_out(planner.read(compose_paper, papers[name].choice), name, body)
    for page in pages:
        for placed in page.placed:
            tops: dict[float, float] = {}
            for drawn in strings(result, Page(page.number, (placed,))):
                tops[drawn.x] = max(tops.get(drawn.x, 0), drawn.y)
            columns = [tops[x / 10] for x in result.frame.columns if x / 10 in tops]
            assert placed.kind is Kind.TITLE or len(set(columns)) <= 1


@pytest.mark.parametrize("body", [11, 16])
@pytest.mark.parametrize("name", BOTH)
def test_no_heading_ends_a_page(planner: Planner, papers: dict[str, Golden], name: str, body: float) -> None:
    _, pages = laid_out(planner.read(compose_paper, papers[name].choice), name, body)
    ends = [(page.number, page.placed[-1]) for page in pages]
    closing = [number for number, last in ends if last.kind is Kind.TITLE and last.id]  # words without rules
    whole = (Kind.ROW, Kind.PHOTOGRAPH)
    assert [number for number, last in ends if last.kind not in whole and number not in closing] == []


@pytest.mark.parametrize("name", BOTH)
def test_every_letter_stands_within_the_margins(planner: Planner, papers: dict[str, Golden], name: str) -> None:
    theme = Theme()
    outside = []
    with pypdfium2.PdfDocument(planner.read(print_paper, papers[name].choice).pdf) as document:
        for page in document:
            text = page.get_textpage()
            for place in range(text.count_chars()):
                if not text.get_text_range(place, 1).strip():
                    continue
                left, bottom, right, top = text.get_charbox(place)
                inside = left >= theme.left / 10 - 1 and right <= (theme.left + theme.width) / 10 + 1
                if not (inside and bottom >= theme.foot / 10 - 4 and top <= (theme.page_height - theme.top) / 10):
                    outside.append((text.get_text_range(place, 1), left, bottom, right, top))
    assert outside == []


def words_of(content: Content) -> Counter[str]:
    cells = [*content.title, *(cell for block in content.blocks for cell in block.heading)]
    cells += [cell for block in content.blocks for row in block.rows for cell in (row.lead, *row.cells, *row.trail)]
    cells += [cell for block in content.blocks for cell in block.trail]
    cells += content.portrait.caption if content.portrait is not None else ()
    drawn = [words for figure in content.sheets for words in texts_of(figure)]
    drawn += [] if content.figure is None else texts_of(content.figure)
    said = [*(line.text for cell in cells for line in cell), *drawn]
    return Counter(letters for words in said for letters in words.split())


def whole(text: str) -> str:
    """Join what was broken after a hyphen; pdfium has signs of its own for one at the end of a line."""
    return re.sub("(?:\ufffe|\x02|-)\r?\n?(?=\\w)", "-", text)


@pytest.mark.parametrize("name", BOTH)
def test_file_says_every_word_of_the_paper(planner: Planner, papers: dict[str, Golden], name: str) -> None:
    printed = planner.read(print_paper, papers[name].choice)
    with pypdfium2.PdfDocument(printed.pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
        read = Counter(word for text in texts for word in whole(text).split())
        pages = len(document)
    around = Counter(word for line in printed.content.footer * pages for word in line.split())
    around += Counter(word for number in range(1, pages + 1) for word in (str(number), "/", str(pages)))
    said = words_of(printed.content)
    again = {
        word
        for block in printed.content.blocks
        for cell in (*block.heading, *block.trail)
        for line in cell
        for word in line.text.split()
    }
    again |= {word for words in printed.content.continued for word in words.split()}
    assert sorted((said + around - read).elements()) == []
    assert {word for word in (read - said - around) if word not in again} == set()


@pytest.mark.parametrize("name", SUMMED)
def test_file_is_the_same_to_the_byte(planner: Planner, papers: dict[str, Golden], name: str) -> None:
    kept = json.loads(SUMS.read_text(encoding="utf-8"))
    if kept["made with"] != made_with():
        pytest.skip(f"the sums were made with {kept['made with']}, here is {made_with()}")
    assert sum_of(planner.read(print_paper, papers[name].choice).pdf) == kept["sha256"][name]


def test_sums_have_the_form_of_sums() -> None:
    kept = json.loads(SUMS.read_text(encoding="utf-8"))["sha256"]
    assert [name for name in SUMMED if not re.fullmatch("[0-9a-f]{64}", kept.get(name, ""))] == []
