"""Facing pages, sizes of paper, a page fitted, booklets, and what a reader of the file finds beside the text."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from planner.documents.content import Line
from planner.documents.finishing import booklet, protected
from planner.documents.joining import joined
from planner.documents.layout import layout
from planner.documents.pages import Kind
from planner.documents.render import FLOOR, PLAIN, fitted, render_pdf, themed
from planner.documents.tags import MOST_ROWS, is_tagged
from planner.documents.theme import Arrangement, Size
from tests.documents.decoded import strings
from tests.documents.samples import one_block, participants, programme
from tests.documents.samples import texts as row


def opened(pdf: bytes, password: str = "") -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf), password=password)


def text_of(pdf: bytes, page: int) -> str:
    return pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_range().replace("\r\n", "\n")


# --- facing pages


def test_facing_pages_begin_after_a_cover_and_hold_one_language_each() -> None:
    laid = layout(programme(), PLAIN, Arrangement.FACING)
    pages = list(laid.pages)
    assert [page.number for page in pages] == [1, 2, 3]
    assert [page.language for page in pages] == [None, 0, 1]
    assert [[placed.kind for placed in page.placed] for page in pages[:1]] == [[Kind.TITLE]]


def test_rows_of_facing_pages_stand_at_the_same_height() -> None:
    _, *pages = layout(programme(), PLAIN, Arrangement.FACING).pages
    for left, right in zip(pages[::2], pages[1::2], strict=True):
        assert [(p.id, p.top, p.bottom) for p in left.placed] == [(p.id, p.top, p.bottom) for p in right.placed]


def test_facing_pages_say_everything_in_their_own_language_alone() -> None:
    laid = layout(one_block((row("слово", "word"),)), PLAIN, Arrangement.FACING)
    _, left, right = laid.pages
    said = [[string.text for string in strings(laid, page)] for page in (left, right)]
    assert ["слово" in left for left in said] == [True, False]
    assert ["word" in right for right in said] == [False, True]


def test_file_of_facing_pages_opens_as_spreads() -> None:
    assert opened(render_pdf(programme(), "facing")).Root.PageLayout == "/TwoPageRight"


# --- sizes


@pytest.mark.parametrize(
    ("size", "landscape", "points"),
    [("A4", False, (595, 842)), ("A5", False, (420, 595)), ("A3", False, (842, 1191)), ("A3", True, (1191, 842))],
)
def test_page_has_the_size_asked_for(size: str, landscape: bool, points: tuple[int, int]) -> None:
    page = pypdfium2.PdfDocument(render_pdf(programme(), size=size, landscape=landscape))[0]
    assert (round(page.get_width()), round(page.get_height())) == points


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_nothing_stands_outside_the_margins(size: Size, arrangement: Arrangement) -> None:
    theme = PLAIN.on(size)
    laid = layout(participants(), theme, arrangement)
    for page in laid.pages:
        for placed in page.placed:
            assert laid.frame.floor <= placed.bottom <= placed.top <= laid.frame.ceiling


# --- fitted to a page


def lines(count: int) -> Any:
    return one_block(tuple(row("слово", "word", number=number + 1) for number in range(count)))


def rows_of_a_page() -> int:
    plain = themed(PLAIN, fitted(lines(1), Arrangement.COLUMNS, PLAIN, body=11))
    laid = layout(lines(200), plain, Arrangement.COLUMNS)
    return len([placed for placed in next(iter(laid.pages)).placed if placed.kind is Kind.ROW])


def test_paper_that_fits_is_left_as_it_is() -> None:
    assert fitted(lines(rows_of_a_page()), Arrangement.COLUMNS, PLAIN, body=11) == (11, 1.0, True)


def test_air_goes_before_the_type_grows_smaller() -> None:
    found = fitted(lines(rows_of_a_page() + 4), Arrangement.COLUMNS, PLAIN, body=11)
    assert (found.body, found.air < 1, found.fits) == (11, True, True)


def test_type_never_falls_below_its_floor() -> None:
    found = fitted(lines(400), Arrangement.COLUMNS, PLAIN, body=14, floor=FLOOR)
    assert found == (14, 1, False)


def test_type_grows_smaller_where_air_alone_is_not_enough() -> None:
    count = rows_of_a_page() + 14
    found = fitted(lines(count), Arrangement.COLUMNS, PLAIN, body=16)
    assert (FLOOR <= found.body < 16, found.fits) == (True, True)
    assert len(pypdfium2.PdfDocument(render_pdf(lines(count), body=16, fit=True))) == 1


# --- booklets, passwords, packs


def test_booklet_folds_into_the_order_of_the_pages() -> None:
    pages = one_block(tuple(row(f"Seite{number}", "word", number=number) for number in range(1, 160)))
    pdf = render_pdf(pages, "stacked", size="A5")
    count = len(pypdfium2.PdfDocument(pdf))
    sheets = booklet(pdf)
    sides = -(-count // 4) * 2
    assert len(pypdfium2.PdfDocument(sheets)) == sides
    first = text_of(sheets, 0)
    assert (f"1 / {count}" in first, f"2 / {count}" in first) == (True, False)
    second = text_of(sheets, 1)
    assert f"2 / {count}" in second


def test_protected_file_opens_with_its_password_alone() -> None:
    pdf = protected(render_pdf(programme()), "geheim")
    with pytest.raises(pikepdf.PasswordError):
        opened(pdf)
    with opened(pdf, "geheim") as file:
        assert (file.encryption.R, file.encryption.bits) == (6, 256)


def test_joined_papers_have_a_bookmark_each() -> None:
    one, two = render_pdf(programme()), render_pdf(participants())
    whole = joined([("Программа", one), ("Участники", two)], title="Визит", author="Управление", language="ru")
    with opened(whole) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Программа", "Участники"]
        assert len(file.pages) == 3


# --- the file


def elements(node: Any) -> list[tuple[str, str]]:
    """Return role and language of each element of the structure, in order of reading."""
    found = []
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        found.append((str(node.S)[1:], str(node.get("/Lang", ""))))
    kids = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += elements(kid)
    return found


def test_structure_names_the_language_of_each_column() -> None:
    content = one_block((row("слово", "word"),), heading=((Line("День"),), (Line("Day"),)))
    with opened(render_pdf(content)) as file:
        found = elements(file.Root.StructTreeRoot.K)
    roles = [one for one in found if one[0] not in ("H1", "P")]
    assert roles == [
        ("Document", ""), ("H2", "ru"), ("H2", "en"), ("Table", ""), ("TR", ""), ("TH", ""), ("TD", "ru"), ("TD", "en"),
    ]  # fmt: skip


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_every_mark_of_a_page_leads_to_one_element(arrangement: Arrangement) -> None:
    with opened(render_pdf(programme(), arrangement)) as file:
        parents = file.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(file.pages):
            marks = [
                int(operands[1].MCID)
                for operands, operator in pikepdf.parse_content_stream(page)
                if str(operator) == "BDC" and "/MCID" in operands[1]
            ]
            assert marks == list(range(len(marks)))
            assert (page.StructParents, len(parents[2 * number + 1])) == (number, len(marks))
            assert [int(one.K) for one in parents[2 * number + 1]] == marks


def test_heading_that_returns_is_not_read_out_again() -> None:
    content = one_block(
        tuple(row("слово", "word", number=number) for number in range(1, 120)),
        heading=((Line("День"),), (Line("Day"),)),
    )
    with opened(render_pdf(content)) as file:
        found = elements(file.Root.StructTreeRoot.K)
    assert [role for role, _ in found].count("H2") == 2
    assert [role for role, _ in found].count("TR") == 119


def test_bookmarks_name_the_headings_in_the_leading_language() -> None:
    with opened(render_pdf(programme())) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Вторник, 14 мая", "Среда, 15 мая", "Четверг, 16 мая"]


def test_words_parted_by_the_end_of_a_line_are_heard_as_two() -> None:
    content = one_block((row("слово " * 40, "word-and-word " * 40),))
    pages = pypdfium2.PdfDocument(render_pdf(content))
    with opened(render_pdf(content)) as file:
        assert (is_tagged(content), "/StructTreeRoot" in file.Root) == (True, True)
    assert "словослово" not in pages[0].get_textpage().get_text_range().replace("\r\n", "")


def test_very_long_list_is_written_without_structure() -> None:
    content = one_block(tuple(row("слово", "word", number=number) for number in range(MOST_ROWS + 1)))
    with opened(render_pdf(content)) as file:
        assert "/StructTreeRoot" not in file.Root
