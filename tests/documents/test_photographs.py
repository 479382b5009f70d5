"""Photographs on paper: what is said under them, where they stand, who may see them, what a version keeps of them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import delete

from planner.app import open_planner
from planner.documents import press_note
from planner.documents.audience import Reader, readable
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Photograph, Row, Style, photographs_of
from planner.documents.docx import render_docx
from planner.documents.layout import layout
from planner.documents.pages import Kind, Page, Placed
from planner.documents.photograph_band import PER_PIXEL, in_groups, level
from planner.documents.photographs import portrait
from planner.documents.render import render_pdf
from planner.documents.set_data import NoteData, PictureData, StatementData
from planner.documents.theme import Arrangement, Size, Theme
from planner.documents.typed_once import Once
from planner.documents.wording import for_languages
from planner.issuing import issue
from planner.model.papers import Blob
from planner.operations import pictures
from planner.papers import Choice, Paper, compose_paper, print_paper, word_paper
from planner.queries.delegations import delegations
from planner.queries.events import events
from planner.queries.pictures import photograph_of, pictures_of_event
from planner.rules.kinds import EventKind, Side
from planner.rules.text import EMPTY, Text, text
from tests.documents.events import event, heading

LANGUAGES = ("ru", "en")
CAPTION = text(ru="Слева направо: А. Кабаев, В. Логинов", en="From left: A. Kabaev, V. Loginov")


def jpeg(width: int = 90, height: int = 60, colour: tuple[int, int, int] = (30, 90, 150)) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()


def photograph(width: int = 1200, height: int = 800, shade: int = 0) -> Photograph:
    """A photograph of a size that is told; its file is a small one, since nothing here looks at the pixels."""
    content = jpeg(colour=(shade, 90, 150))
    return Photograph(sha256(content).hexdigest(), width, height, "Handshake", content)


def row(number: int, shown: Photograph | None, *, said: str = "Caption", languages: int = 2) -> Row:
    return Row(-number, (), tuple((Line(f"{said} {at}"),) for at in range(languages)), photograph=shown)


def paper(*rows: Row, languages: tuple[str, ...] = LANGUAGES, portrait: Photograph | None = None, **more) -> Content:
    said: tuple[Cell, ...] = tuple((Line(f"Title {tag}", Style.TITLE),) for tag in languages)
    block = Block(-1, tuple((Line("Photographs", Style.HEADING),) for _ in languages), rows)
    return Content(
        languages, said, (block,), ("DRAFT",), ("(continued)",) * len(languages), LeadWidth.NUMBER, "Press note",
        "Office", portrait=portrait, **more,
    )  # fmt: skip


def note(*captions: PictureData) -> NoteData:
    lead = StatementData(1, "lead", text(ru="Встреча состоялась.", en="The meeting was held."))
    return NoteData(event(), heading(), (lead,), captions=captions)


def picture(
    number: int, caption: Text = CAPTION, *, consent: bool = True, credit: str = "", file: str = "ab"
) -> PictureData:
    return PictureData(number, caption, consent, credit, file, 1200, 800)


def photographs(content: Content) -> list[Row]:
    return list(content.blocks[-1].rows)


# --- What is said


def test_photograph_bears_its_caption_in_each_language_and_its_credit_in_its_own() -> None:
    (row,) = photographs(press_note.compose(note(picture(4, credit="И. Петров")), languages=LANGUAGES))
    assert row.cells == (
        (Line("Слева направо: А.\u00a0Кабаев, В.\u00a0Логинов"), Line("Фото: И.\u00a0Петров", Style.NOTE)),
        (Line("From left: A.\u00a0Kabaev, V.\u00a0Loginov"),),
    )
    assert row.photograph == Photograph("ab", 1200, 800, "Слева направо: А.\u00a0Кабаев, В.\u00a0Логинов")


def test_caption_that_is_missing_in_a_language_leaves_its_mark() -> None:
    (row,) = photographs(press_note.compose(note(picture(4, text(ru="Стол"))), languages=LANGUAGES))
    assert row.cells == ((Line("Стол"),), (Line("[no English text]", Style.MISSING),))


def test_photograph_nobody_agreed_to_is_named_with_a_mark_and_not_drawn_for_the_press() -> None:
    content = press_note.compose(note(picture(4), picture(5, consent=False)), languages=("en",))
    assert [(row.photograph is not None, row.cells[0][-1].text) for row in photographs(content)] == [
        (True, "From left: A.\u00a0Kabaev, V.\u00a0Loginov"), (False, "no consent to publish yet"),
    ]  # fmt: skip


@pytest.mark.parametrize(("reader", "seen"), [(Reader.TABLE, [4]), (Reader.SERVICE, [4]), (Reader.HOST, [4, 5])])
def test_photograph_nobody_agreed_to_is_seen_by_the_host_alone(reader: Reader, seen: list[int]) -> None:
    data = readable(note(picture(4), picture(5, consent=False)), reader)
    assert [one.id for one in data.captions] == seen


def test_captions_alone_are_numbered() -> None:
    content = press_note.compose(note(picture(4, file=""), picture(5, file="")), languages=("en",))
    assert [(row.lead, row.photograph) for row in photographs(content)] == [
        ((Line("1", Style.NUMBER),), None), ((Line("2", Style.NUMBER),), None),
    ]  # fmt: skip


# --- Where they stand


def of(pages: list[Page], kind: Kind = Kind.PHOTOGRAPH) -> list[Placed]:
    return [placed for page in pages for placed in page.placed if placed.kind is kind]


def laid(content: Content, arrangement: Arrangement = Arrangement.COLUMNS, theme: Theme | None = None) -> list[Page]:
    return list(layout(content, theme or Theme(), arrangement).pages)


@pytest.mark.parametrize(("count", "groups"), [(1, [1]), (2, [2]), (3, [1, 2]), (4, [2, 2]), (5, [1, 2, 2])])
def test_photographs_stand_two_beside_one_another_the_odd_one_first_and_large(count: int, groups: list[int]) -> None:
    rows = [row(number, photograph()) for number in range(count)]
    assert [len(group) for group in in_groups(rows, beside=True)] == groups
    assert [len(group) for group in in_groups(rows, beside=False)] == [1] * count


def test_photographs_beside_one_another_begin_level_and_keep_their_proportions() -> None:
    first, second = of(laid(paper(row(1, photograph(1200, 800)), row(2, photograph(1000, 800, shade=9)))))
    (left,), (right,) = first.pictures, second.pictures
    assert (first.top, left.below, left.height) == (second.top, right.below, right.height)
    assert (round(left.width / left.height, 2), round(right.width / right.height, 2)) == (1.5, 1.25)
    assert left.x + left.width < right.x


def test_picture_much_smaller_than_its_neighbour_does_not_shrink_it() -> None:
    assert level([(900, 600), (90, 60)]) == [(900, 600), (90, 60)]
    assert level([(900, 600), (600, 500)]) == [(750, 500), (600, 500)]


def test_small_picture_is_not_blown_up() -> None:
    (placed,) = of(laid(paper(row(1, photograph(100, 60)))))
    (shown,) = placed.pictures
    assert (shown.width, shown.height) == (round(100 * PER_PIXEL), round(60 * PER_PIXEL))


def test_first_photograph_stands_at_the_right_where_the_page_begins_there() -> None:
    rows = (row(1, photograph()), row(2, photograph(shade=9)))
    content = paper(*rows, languages=("ar", "en"), right_to_left=frozenset({"ar"}))
    (first,), (second,) = (placed.pictures for placed in of(laid(content)))
    assert first.x > second.x + second.width


def test_facing_pages_show_the_photograph_on_both_with_the_caption_of_their_language() -> None:
    _, left, right = laid(paper(row(1, photograph())), Arrangement.FACING)
    (one,), (other,) = of([left]), of([right])
    assert one.pictures == other.pictures
    assert [len(placed.cells) for placed in (one, other)] == [2, 2]


def test_photographs_that_do_not_fit_go_to_the_next_page_with_their_heading() -> None:
    filler = Block(-9, (), tuple(Row(-100 - at, (), ((Line("Text"),), (Line("Text"),))) for at in range(24)))
    content = paper(row(1, photograph()), row(2, photograph(shade=9)))
    first, second = laid(content._replace(blocks=(filler, *content.blocks)))
    assert of([first]) == []
    assert [placed.kind for placed in second.placed] == [Kind.HEADING, Kind.PHOTOGRAPH, Kind.PHOTOGRAPH]


SIZES = st.tuples(st.integers(1, 4000), st.integers(1, 4000))


@settings(max_examples=40, deadline=None)
@given(
    sizes=st.lists(SIZES, min_size=1, max_size=5), words=st.integers(0, 900), portrait=st.none() | SIZES,
    arrangement=st.sampled_from(list(Arrangement)), size=st.sampled_from([Size.A4, Size.A5]), landscape=st.booleans(),
    languages=st.sampled_from([("ru", "en"), ("ru",), ("ar", "ru"), ("ru", "en", "ky")]),
)  # fmt: skip
def test_photographs_of_any_size_stay_between_the_margins_above_their_captions(
    sizes, words, portrait, arrangement, size, landscape, languages
) -> None:
    rows = [
        row(at, photograph(*one, shade=at), said="word " * words, languages=len(languages))
        for at, one in enumerate(sizes, 1)
    ]
    face = photograph(*portrait, shade=99)._replace(caption=((Line("Drawing"),),)) if portrait else None
    theme = Theme().on(size, landscape=landscape)
    content = paper(*rows, languages=languages, portrait=face, right_to_left=frozenset({"ar"}))
    set_ = layout(content, theme, arrangement)
    pages = list(set_.pages)
    found = [placed for placed in of(pages) if placed.pictures]
    assert [page.number for page in pages if page.placed[-1].kind is Kind.HEADING] == []
    times = len(languages) if set_.facing else 1
    assert len(found) == len(rows) * times + bool(face)
    for placed in found:
        (shown,) = placed.pictures
        upper = placed.top - shown.below
        assert theme.left <= shown.x < shown.x + shown.width <= theme.left + theme.width
        assert set_.frame.floor <= placed.bottom <= upper - shown.height < upper <= placed.top <= set_.frame.ceiling


def test_portrait_stands_beside_the_title_and_keeps_35_by_45_mm() -> None:
    pages = laid(paper(portrait=photograph(700, 900)))
    (face,), (title,) = of(pages), of(pages, Kind.TITLE)
    (shown,) = face.pictures
    assert (round(shown.width / 28.35), round(shown.height / 28.35)) == (35, 45)
    assert (face.top, shown.x + shown.width < title.at[1]) == (title.top, True)


def test_portrait_stands_on_the_cover_of_facing_pages() -> None:
    cover, *others = laid(paper(row(1, None), portrait=photograph(700, 900)), Arrangement.FACING)
    assert [placed.kind for placed in cover.placed] == [Kind.PHOTOGRAPH, Kind.TITLE]
    assert of(others) == []


# --- The files


def images(pdf: bytes) -> list[tuple[int, float]]:
    """Each picture drawn: its page, and its width to its height."""
    found = []
    with pypdfium2.PdfDocument(pdf) as file:
        for number in range(len(file)):
            for one in file[number].get_objects():
                if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE:
                    left, bottom, right, top = one.get_bounds()
                    found.append((number, round((right - left) / (top - bottom), 1)))
    return found


def test_same_paper_gives_the_same_bytes_and_keeps_one_picture_once() -> None:
    content = paper(row(1, photograph()), row(2, photograph()), row(3, photograph(800, 1000, shade=9)))
    pdf = render_pdf(content)
    assert pdf == render_pdf(content)
    assert pdf.count(b"/DCTDecode") == len(photographs_of(content)) == 2
    assert images(pdf) == [(0, 1.5), (0, 1.5), (0, 0.8)]


def test_photograph_is_told_to_who_listens_with_its_caption_after_it() -> None:
    content = paper(row(1, photograph()), portrait=photograph(700, 900, shade=9)._replace(alt="Азамат Кабаев"))
    with pikepdf.open(BytesIO(render_pdf(content))) as file:
        kids = list(file.Root.StructTreeRoot.K.K)
        told = [(str(kid.S), str(kid.get("/Alt", ""))) for kid in kids]
        figure = next(kid for kid in kids if str(kid.S) == "/Figure")
        assert (str(figure.Lang), str(figure.A.O)) == ("ru", "/Layout")
    assert told == [
        ("/Figure", "Азамат Кабаев"), ("/H1", ""), ("/H1", ""), ("/H2", ""), ("/H2", ""),
        ("/Figure", "Handshake"), ("/Caption", ""), ("/Caption", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("arrangement", [Arrangement.COLUMNS, Arrangement.STACKED])
def test_word_file_has_the_photographs_their_words_and_the_same_bytes_twice(arrangement: Arrangement) -> None:
    shown, face = photograph(), photograph(700, 900, shade=9)
    content = paper(row(1, shown), row(2, photograph(shade=5)), row(3, None), portrait=face)
    word = render_docx(content, arrangement)
    assert word == render_docx(content, arrangement)
    with zipfile.ZipFile(BytesIO(word)) as file:
        kept = {sha256(file.read(name)).hexdigest() for name in file.namelist() if name.startswith("word/media/")}
    assert kept == {one.sha256 for one in photographs_of(content)}
    written = docx.Document(BytesIO(word))
    assert [shape._inline.docPr.get("descr") for shape in written.inline_shapes] == ["Handshake"] * 3
    said = [cell.text.strip() for table in written.tables for line in table.rows for cell in dict.fromkeys(line.cells)]
    assert "Caption 0\nCaption 1" in said


# --- An office


class Sample:
    """The sample office, its meeting, and who has a portrait there."""

    def __init__(self, path: Path) -> None:
        self.planner = open_planner(str(path))
        self.meeting = next(one.id for one in self.planner.read(events) if one.kind is EventKind.MEETING)
        guests = next(one for one in self.planner.read(delegations, self.meeting) if one.side is Side.GUEST)
        head = guests.members[0]
        assert head.who is not None
        self.place, self.person = head.id, head.who.id

    def choice(self, paper: Paper, **more) -> Choice:
        person = self.place if paper is Paper.BIOGRAPHY else None
        return Choice(paper, self.meeting, LANGUAGES, person_id=person, **more)

    def kept(self) -> str:
        found = self.planner.read(photograph_of, self.person)
        assert found is not None
        return found.sha256


@pytest.fixture
def sample(sample_template: Path, tmp_path: Path) -> Iterator[Sample]:
    opened = Sample(Path(shutil.copy(sample_template, tmp_path / "sample.office")))
    yield opened
    opened.planner.close()


def test_papers_of_the_sample_show_its_pictures(sample: Sample) -> None:
    papers = (Paper.BIOGRAPHY, Paper.PRESS_NOTE, Paper.REPORT, Paper.AGENDA)
    drawn = {paper: images(sample.planner.read(print_paper, sample.choice(paper)).pdf) for paper in papers}
    assert {paper: [shape for _, shape in found] for paper, found in drawn.items()} == {
        Paper.BIOGRAPHY: [0.8], Paper.PRESS_NOTE: [1.5, 1.5], Paper.REPORT: [1.5, 1.5], Paper.AGENDA: [],
    }  # fmt: skip
    word = docx.Document(BytesIO(sample.planner.read(word_paper, sample.choice(Paper.PRESS_NOTE))))
    assert len(word.inline_shapes) == 2


def test_pictures_of_the_sample_say_that_they_are_drawn(sample: Sample) -> None:
    content = sample.planner.read(compose_paper, sample.choice(Paper.BIOGRAPHY))
    assert content.portrait is not None
    assert [cell[0].text for cell in content.portrait.caption] == [
        "Рисунок вместо фотографии (условно)", "A drawing in the place of a photograph (invented)",
    ]  # fmt: skip
    shown = sample.planner.read(pictures_of_event, sample.meeting)
    assert [one.caption.get("en").endswith("(invented)") for one in shown] == [True, True]


def test_portrait_without_consent_is_for_the_host_alone(sample: Sample) -> None:
    found = sample.planner.read(photograph_of, sample.person)
    assert found is not None
    sample.planner.execute(pictures.edit_picture, found.id, consent=False)
    sides = (None, Side.HOST, Side.GUEST)
    copies = [sample.planner.read(compose_paper, sample.choice(Paper.BIOGRAPHY, copy_for=side)) for side in sides]
    assert [copy.portrait is not None for copy in copies] == [True, True, False]


def test_photograph_without_consent_is_not_in_the_bytes_for_the_press(sample: Sample) -> None:
    first, second = sample.planner.read(pictures_of_event, sample.meeting)
    sample.planner.execute(pictures.edit_picture, first.id, consent=False)
    pdf = sample.planner.read(print_paper, sample.choice(Paper.PRESS_NOTE)).pdf
    assert (first.content in pdf, second.content in pdf) == (False, True)
    working = sample.planner.read(print_paper, sample.choice(Paper.PRESS_NOTE, edition="working"))
    assert (first.content in working.pdf, second.content in working.pdf) == (False, True)
    assert first.content in sample.planner.read(print_paper, sample.choice(Paper.REPORT)).pdf


def test_issued_paper_shows_the_picture_it_was_issued_with(sample: Sample) -> None:
    choice = sample.choice(Paper.BIOGRAPHY, copy_for=Side.HOST)
    old = sample.kept()
    first = issue(sample.planner, choice, "first", override="test")
    new = jpeg(70, 90, (200, 10, 10))
    sample.planner.execute(pictures.set_photograph, sample.person, new, width=70, height=90)
    assert sample.kept() == sha256(new).hexdigest() != old
    again = sample.planner.read(print_paper, choice._replace(version=first.number))
    assert again.pdf == first.printed.pdf
    larger = sample.planner.read(print_paper, choice._replace(version=first.number, body=14))
    assert larger.content.portrait is not None
    assert (larger.content.portrait.sha256, new in larger.pdf) == (old, False)
    assert new in sample.planner.read(print_paper, choice).pdf


def test_paper_of_an_office_without_its_pictures_has_the_captions(sample: Sample) -> None:
    kept = [one.sha256 for one in sample.planner.read(pictures_of_event, sample.meeting)]
    with sample.planner.store.writing() as (session, _):
        session.execute(delete(Blob).where(Blob.sha256.in_(kept)))
    printed = sample.planner.read(print_paper, sample.choice(Paper.PRESS_NOTE))
    assert images(printed.pdf) == []
    headed = {block.heading[1][0].text: block.rows for block in printed.content.blocks if block.heading}
    rows = headed["Photographs"]
    assert [(row.photograph, row.cells[1][0].style) for row in rows] == [(None, Style.BODY)] * 2


def test_missing_caption_keeps_no_portrait_back() -> None:
    typed = Once(("en",), "en")
    shown = portrait(picture(3, EMPTY), "Azamat Kabaev", for_languages(("en",)), typed=typed, agreed_only=True)
    assert shown == Photograph("ab", 1200, 800, "Azamat Kabaev")
