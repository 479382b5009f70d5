"""The forms of the page: approval, marking, annex, number of the copy, emblem; on paper and in Word."""

from __future__ import annotations

from io import BytesIO

import docx
import pypdfium2
import pytest
from PIL import Image

from planner.documents import programme
from planner.documents.content import Content, Emblem, Forms, Line, Style
from planner.documents.data import EventData, ProgrammeData
from planner.documents.docx import render_docx
from planner.documents.forms import SIGNATURE, Asked, formed
from planner.documents.layout import layout
from planner.documents.pages import Kind
from planner.documents.render import render_pdf
from planner.documents.theme import Arrangement, Theme
from planner.errors import NotPossible
from planner.rules.kinds import Side
from planner.rules.templates import Marking, written
from planner.rules.text import text
from tests.documents.events import event, heading, item, person

HEAD = person("Логинов Владислав", "Loginov Vladislav")._replace(position=text(ru="Глава города", en="Mayor"))


def content_of(given: EventData, languages: tuple[str, ...] = ("ru", "en")) -> Content:
    """A programme of one item."""
    data = ProgrammeData(given, heading(ru="Программа", en="Programme"), (item(text(ru="Встреча", en="Meeting"), 600),))
    return programme.compose(data, languages=languages)


def forms_of(asked: Asked, *, template: dict | None = None, approver=HEAD) -> Forms | None:
    given = event(template=written(template or {}), approver=approver)
    return formed(content_of(given), given, asked).forms


def jpeg(width: int = 60, height: int = 90) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), (160, 30, 30)).save(out, "JPEG")
    return out.getvalue()


def with_emblem(content: Content) -> Content:
    return content._replace(forms=(content.forms or Forms())._replace(emblem=Emblem("", 60, 90, jpeg())))


def approved() -> Content:
    given = event(approver=HEAD)
    return formed(content_of(given), given, Asked(Side.HOST, approved=True, copy_number=1))


def test_paper_without_forms_stays_as_it_was() -> None:
    content = content_of(event())
    assert formed(content, event(), Asked(Side.GUEST)) == content


def test_approval_names_post_and_head_of_the_host_in_both_languages() -> None:
    assert forms_of(Asked(Side.HOST, approved=True)) == Forms(
        approval=(
            (Line("УТВЕРЖДАЮ", Style.STRONG), Line("Глава города")), (Line("APPROVED", Style.STRONG), Line("Mayor")),
        ),
        signed=(Line(f"{SIGNATURE} В.\u00a0Логинов / V.\u00a0Loginov"), Line("«___» ____________ 2024\u00a0г.")),
    )  # fmt: skip


@pytest.mark.parametrize("side", [Side.GUEST, None])
def test_approval_stands_on_no_other_copy(side: Side | None) -> None:
    assert forms_of(Asked(side, approved=True)) is None


def test_approver_of_the_office_stands_before_the_head() -> None:
    named = {"approver": {"position": {"ru": "Управляющий делами"}, "name": {"ru": "И. О. Петров"}}}
    forms = forms_of(Asked(Side.HOST, approved=True), template=named)
    missing = Line("[no English text]", Style.MISSING)
    assert [cell[1] for cell in forms.approval] == [Line("Управляющий делами"), missing]
    assert forms.signed[0].text == f"{SIGNATURE} И.\u00a0О.\u00a0Петров / [no English text]"


def test_marking_annex_and_copy_stand_in_each_language() -> None:
    forms = forms_of(Asked(copy_number=3, marking=Marking.OFFICIAL, annex=2))
    assert [[line.text.replace("\u00a0", " ") for line in cell] for cell in forms.notes] == [
        ["Для служебного пользования", "Приложение № 2 · Экз. № 3"], ["For official use", "Annex 2 · Copy No. 3"],
    ]  # fmt: skip


def test_marking_of_the_template_holds_unless_a_copy_says_otherwise() -> None:
    template = {"marking": "open"}
    assert forms_of(Asked(), template=template).notes[1] == (Line("Open", Style.NOTE),)
    assert forms_of(Asked(marking=Marking.NONE), template=template) is None


def test_what_is_for_the_host_only_has_no_guests_copy() -> None:
    with pytest.raises(NotPossible, match="host’s side only"):
        forms_of(Asked(Side.GUEST, marking=Marking.HOST))


def test_emblem_brings_the_issuing_body() -> None:
    forms = forms_of(Asked(), template={"emblem": {"sha256": "ab", "width": 60, "height": 90}})
    assert (forms.emblem, forms.issuer[1]) == (
        Emblem("ab", 60, 90), (Line("International Relations Department", Style.NOTE),),
    )  # fmt: skip


@pytest.mark.parametrize("arrangement", list(Arrangement))
@pytest.mark.parametrize("languages", [("ru", "en"), ("ru",), ("ar", "ru"), ("ru", "en", "ky")])
def test_forms_never_overlap_the_title(arrangement: Arrangement, languages: tuple[str, ...]) -> None:
    given = event(approver=HEAD, template=written({"issuer": True}))
    content = formed(content_of(given, languages), given, Asked(Side.HOST, approved=True, copy_number=1))
    first, *others = layout(with_emblem(content), Theme(), arrangement).pages
    forms, title = first.placed[:2]
    assert (forms.kind, title.kind, forms.bottom > title.top) == (Kind.FORMS, Kind.TITLE, True)
    assert [placed for page in others for placed in page.placed if placed.kind is Kind.FORMS] == []


@pytest.mark.parametrize("languages", [("ru", "en"), ("ar", "ru")])
def test_forms_stay_between_the_margins(languages: tuple[str, ...]) -> None:
    content, theme = with_emblem(approved()._replace(languages=languages)), Theme()
    forms = next(layout(content, theme).pages).placed[0]
    assert all(theme.left <= x < theme.left + theme.width for x in forms.at)


def text_of(pdf: bytes, page: int = 0) -> str:
    return pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_range().replace("\u00a0", " ")


def test_approval_is_read_back_from_the_first_page() -> None:
    said = text_of(render_pdf(approved()))
    assert [words in said for words in ("УТВЕРЖДАЮ", "APPROVED", "Глава города", "Экз. № 1")] == [True] * 4


def test_emblem_is_the_one_picture_of_the_page() -> None:
    page = pypdfium2.PdfDocument(render_pdf(with_emblem(approved())))[0]
    (picture,) = [one for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    left, bottom, right, top = picture.get_pos() if hasattr(picture, "get_pos") else picture.get_bounds()
    assert round((top - bottom) / (right - left), 2) == 1.5


def test_forms_of_a_long_office_run_over_like_any_text() -> None:
    given = event(office=text(ru="Управление " * 2_000, en="Department"), template=written({"issuer": True}))
    content = formed(content_of(given), given, Asked())
    pages = list(layout(content, Theme()).pages)
    assert len(pages) > 1
    assert all(placed.bottom >= 0 for page in pages for placed in page.placed)


def test_word_has_the_same_forms() -> None:
    file = docx.Document(BytesIO(render_docx(with_emblem(approved()))))
    left, right = file.tables[0].rows[0].cells
    said = [words for paragraph in right.paragraphs if (words := paragraph.text.replace("\u00a0", " "))]
    assert said == [
        "Экз. № 1", "Copy No. 1", "УТВЕРЖДАЮ", "Глава города", "APPROVED", "Mayor",
        f"{SIGNATURE} В. Логинов / V. Loginov", "«___» ____________ 2024 г.",
    ]  # fmt: skip
    assert len(left._element.xpath(".//pic:pic")) == 1
