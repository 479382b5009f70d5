"""Layout: pages, headings, rows that never split, and columns in step."""

from __future__ import annotations

import pytest

from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone, continued
from planner.documents.layout import layout
from planner.documents.pages import Kind, Layout, Page
from planner.documents.theme import Arrangement, Theme
from tests.documents.decoded import strings, texts
from tests.documents.samples import one_block, participants, programme
from tests.documents.samples import texts as row

HEADING = ((Line("Среда", Style.HEADING),), (Line("Wednesday", Style.HEADING),))


def laid_out(
    content: Content, arrangement: Arrangement = Arrangement.COLUMNS, theme: Theme | None = None
) -> tuple[Layout, list[Page]]:
    result = layout(content, theme or Theme(), arrangement)
    return result, list(result.pages)


def kinds(page: Page) -> list[Kind]:
    return [placed.kind for placed in page.placed]


def rows(pages: list[Page]) -> list[list[int]]:
    return [[placed.id for placed in page.placed if placed.kind is Kind.ROW] for page in pages]


def test_programme_of_the_design_takes_two_pages():
    _, pages = laid_out(programme())
    assert rows(pages) == [[11, 12, 13, 14, 21, 22, 23, 24, 25, 26, 27, 28], [31, 32]]
    assert kinds(pages[0])[:2] == [Kind.TITLE, Kind.HEADING]


def test_participants_of_the_design_take_one_page():
    _, pages = laid_out(participants())
    assert len(pages) == 1
    tones = [placed.tone for placed in pages[0].placed if placed.kind is Kind.HEADING]
    assert tones == [Tone.GUEST, Tone.HOST, Tone.NEUTRAL]


def test_languages_of_a_row_begin_at_the_same_height():
    result, pages = laid_out(one_block((row("слово " * 40, "word"),)))
    first_lines = {x: max(s.y for s in strings(result, pages[0]) if s.x == x) for x in columns(result)}
    assert len(set(first_lines.values())) == 1


def columns(result: Layout) -> list[float]:
    return [x / 10 for x in result.frame.columns]


def test_lead_and_text_stand_on_the_same_baseline():
    result, pages = laid_out(programme())
    at = {s.text: s.y for s in strings(result, pages[0])}
    assert at["11:40"] == at["Прилёт в Красноярск"] == at["Arrival in Krasnoyarsk"]


def test_rows_keep_their_order_and_never_split():
    many = tuple(row(f"номер {n} " + "слово " * (n % 30), "word " * (n % 17), number=n) for n in range(1, 200))
    result, pages = laid_out(one_block(many, heading=HEADING))
    assert [number for page in rows(pages) for number in page] == list(range(1, 200))
    for page in pages:
        assert all(placed.bottom >= result.frame.floor for placed in page.placed)
        for above, below in zip(page.placed, page.placed[1:], strict=False):
            assert above.bottom == below.top


def test_heading_returns_as_continued():
    result, pages = laid_out(one_block(tuple(row("a", "b", number=n) for n in range(50)), heading=HEADING))
    headings = [texts(result, page.placed[0]) for page in pages]
    assert headings == [
        [[], ["Среда"], ["Wednesday"]],
        [[], ["Среда (продолжение)"], ["Wednesday (continued)"]],
    ]


def test_heading_of_several_lines_says_continued_after_the_heading_itself():
    above, below = Line("Присутствовали", Style.NOTE), Line("терминал 1", Style.NOTE)
    assert continued(((above, Line("Гости", Style.HEADING), below),), ("(продолжение)",)) == (
        (above, Line("Гости (продолжение)", Style.HEADING), below),
    )
    assert continued(((above, below),), ("(продолжение)",)) == (
        (above, Line("терминал 1 (продолжение)", Style.NOTE)),
    )


def test_heading_is_never_alone_at_the_foot():
    for count in range(20, 40):
        blocks = tuple(Block(n, HEADING, (row("a", "b", number=n),)) for n in range(count))
        _, pages = laid_out(one_block(())._replace(blocks=blocks))
        assert all(page.placed[-1].kind is Kind.ROW for page in pages)
        assert sum(map(len, rows(pages))) == count


def test_row_taller_than_a_page_is_split_between_lines_and_nothing_is_lost():
    words = [f"слово{n}" for n in range(3000)]
    result, pages = laid_out(
        one_block((row(" ".join(words), "short", number=5), row("z", "z", number=6)), heading=HEADING)
    )
    printed = [line for page in pages for placed in page.placed if placed.id == 5 for line in texts(result, placed)[1]]
    assert " ".join(printed).split() == words
    assert rows(pages)[-1] == [5, 6]
    assert all(placed.bottom >= result.frame.floor for page in pages for placed in page.placed)


def test_tall_row_begins_on_the_page_that_has_room():
    _, pages = laid_out(one_block((row("a", "b", number=1), row("слово " * 3000, "", number=2)), heading=HEADING))
    assert rows(pages)[:2] == [[1, 2], [2]]


def test_title_and_heading_taller_than_a_page_are_printed_whole():
    long = "слово " * 2500
    content = one_block((row("a", "b"),), heading=((Line(long, Style.HEADING),), ()))
    result, pages = laid_out(content._replace(title=((Line(long, Style.TITLE),), ())))
    printed = [line for page in pages for placed in page.placed for line in texts(result, placed)[1]]
    assert " ".join(printed).split() == [*(long * 2).split(), "a"]


def test_stacked_languages_share_one_wide_column():
    result, pages = laid_out(one_block((row("Обед", "Lunch"),)), Arrangement.STACKED)
    placed = pages[0].placed[-1]
    assert texts(result, placed) == [["1"], ["Обед", "Lunch"]]
    russian, english = [s for s in strings(result, pages[0]) if s.text in {"Обед", "Lunch"}]
    assert russian.x == english.x
    assert russian.y > english.y


@pytest.mark.parametrize("languages", [1, 2, 3])
def test_columns_fill_the_page(languages):
    result, _ = laid_out(one_block((row(*("слово " * 50,) * languages),), languages=languages))
    assert len(result.frame.columns) == 1 + languages
    right = result.frame.columns[-1] + result.frame.text_width
    assert 0 <= result.theme.left + result.theme.width - right < languages


def test_no_line_leaves_its_column():
    result, pages = laid_out(one_block((row("слово-" * 90, "W" * 500, "İ" * 300, number=12),), languages=3))
    for s in strings(result, pages[0]):
        family = result.case.family("sans" if s.font.startswith("PTSans") else "serif")
        limit = result.frame.lead_width if s.x == columns(result)[0] else result.frame.text_width
        assert family.width(s.text) * s.size / 1000 <= limit / 10


def test_row_of_a_block_without_heading_has_an_edge_above():
    _, pages = laid_out(one_block((row("a", "b"),)))
    assert kinds(pages[0]) == [Kind.EDGE, Kind.ROW]


def test_block_without_rows_keeps_its_heading():
    _, pages = laid_out(one_block((), heading=HEADING))
    assert kinds(pages[0]) == [Kind.HEADING]


def test_empty_paper_has_one_page():
    _, pages = laid_out(one_block(()))
    assert [page.placed for page in pages] == [()]


def test_language_without_a_cell_leaves_its_column_empty():
    result, pages = laid_out(one_block((Row(1, (), ((), (Line("b"),))),)))
    assert texts(result, pages[0].placed[-1]) == [[], [], ["b"]]


def test_line_ends_in_a_text_break_the_line():
    result, pages = laid_out(one_block((row("раз\r\nдва\nтри\u2028четыре", "b"),)))
    assert texts(result, pages[0].placed[-1])[1] == ["раз", "два", "три", "четыре"]


def test_long_footer_pushes_the_rows_up():
    short, _ = laid_out(one_block(()))
    long, _ = laid_out(one_block(())._replace(footer=("слово " * 40, "second")))
    assert long.frame.floor == short.frame.floor + (len(long.footer[0].lines) * long.theme.footer.leading)
    assert len(long.footer[0].lines) == 3


def test_principals_copy_is_larger_and_nothing_falls_below_nine_points():
    result, pages = laid_out(programme(), theme=Theme().with_body(15))
    sizes = {s.text: s.size for s in strings(result, pages[0])}
    assert (sizes["Arrival in Krasnoyarsk"], sizes["11:40"]) == (15.0, 13.9)
    small, pages = laid_out(programme(), theme=Theme().with_body(9))
    assert min(s.size for page in pages for s in strings(small, page)) == 9.0 == small.theme.footer.size / 10


def test_each_style_of_the_content_has_a_type():
    for style in Style:
        content = one_block((Row(1, (Line("1", Style.NUMBER),), ((Line("текст", style),), ())),))
        result, pages = laid_out(content._replace(lead=LeadWidth.TIME))
        assert texts(result, pages[0].placed[-1])[1] == ["текст"]


def test_last_page_never_holds_one_row_alone():
    counts = []
    for many in range(1, 120):
        lines = tuple(row(f"номер {n}", f"number {n}", number=n) for n in range(1, many + 1))
        _, pages = laid_out(one_block(lines, heading=HEADING))
        found = rows(pages)
        assert [number for page in found for number in page] == list(range(1, many + 1))
        counts.append(len(found[-1]) if len(found) > 1 else 2)
        for page in pages:
            for above, below in zip(page.placed, page.placed[1:], strict=False):
                assert above.bottom == below.top
    assert min(counts) == 2


def test_rows_before_the_last_block_are_broken_where_the_page_ends():
    full = next(n for n in range(1, 200) if len(laid_out(one_block(lines_of(n), heading=HEADING))[1]) == 2) - 1
    content = one_block(lines_of(full + 1), heading=HEADING)
    more = content._replace(blocks=(content.blocks[0], content.blocks[0]._replace(id=2)))
    assert [len(page) for page in rows(laid_out(content)[1])] == [full - 1, 2]
    assert len(rows(laid_out(more)[1])[0]) == full


def lines_of(count: int) -> tuple[Row, ...]:
    return tuple(row(f"номер {n}", f"number {n}", number=n) for n in range(1, count + 1))
