"""A paper as a Word file, for the other side to edit: the same rows in the same order, real tables and styles.

What a printed page has and an editable one cannot keep is left out: the height of rows in step over pages is Word's
to keep (rows do not split, headings repeat), a bar of change becomes a mark before the row.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from math import lcm
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from planner.documents.columns import are_cramped
from planner.documents.content import Block, Cell, Content, Forms, LeadWidth, Line, Photograph, Row, Style, Tone
from planner.documents.forms_band import EMBLEM_HEIGHT, EMBLEM_WIDTH
from planner.documents.photograph_band import (
    BESIDE_PORTRAIT,
    LARGE,
    SMALL,
    in_groups,
    is_there,
    level,
    portrait_size,
    sized,
)
from planner.documents.theme import SHEETS, Arrangement, Size, Theme, Type
from planner.rules.text import Language

_FONTS = {"serif": "PT Serif", "sans": "PT Sans"}
_LEADS = {LeadWidth.TIME: 75, LeadWidth.NUMBER: 35, LeadWidth.CHANGE: 83, LeadWidth.NONE: 2}  # points
_CHANGED = "▌ "
_CELL = 110  # what Word keeps free at the sides of a cell, in tenths of a point
_PLAIN = Theme()
_NOBODYS_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def render_docx(
    content: Content,
    arrangement: Arrangement | str = Arrangement.COLUMNS,
    *,
    body: float = 11,
    size: Size | str = Size.A4,
    landscape: bool = False,
    changed_at: datetime | None = None,
    theme: Theme = _PLAIN,
) -> bytes:
    """Return the paper as a Word file. Facing pages stand side by side; the same arguments give the same bytes."""
    cramped = are_cramped(content, Theme().on(Size(size), landscape=landscape))
    stacked = cramped or Arrangement(arrangement) is Arrangement.STACKED
    paper = _Paper(content, stacked=stacked, scale=body / 11, theme=theme)
    paper.set_page(Size(size), landscape=landscape)
    paper.write()
    moment = (changed_at or _NOBODYS_DAY).astimezone(UTC).replace(tzinfo=None)
    return paper.bytes(moment)


class _Paper:
    """One Word file in the making."""

    def __init__(self, content: Content, *, stacked: bool, scale: float, theme: Theme) -> None:
        self._theme = theme
        self._content = content
        self._stacked = stacked
        self._scale = scale
        self._file: Any = Document()
        self._make_styles()

    def set_page(self, size: Size, *, landscape: bool) -> None:
        """Take the size of paper and its margins."""
        sheet, section = SHEETS[size], self._file.sections[0]
        width, height = (sheet.height, sheet.width) if landscape else (sheet.width, sheet.height)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Pt(width / 10), Pt(height / 10)
        section.left_margin, section.right_margin = Pt(sheet.left / 10), Pt(sheet.right / 10)
        section.top_margin, section.bottom_margin = Pt(sheet.top / 10), Pt(sheet.top / 10)
        self._width = (width - sheet.left - sheet.right) / 10
        self._height = height - sheet.top - sheet.foot

    def write(self) -> None:
        """Write titles, blocks and the foot of the pages."""
        content = self._content
        if content.forms is not None:
            self._write_forms(content.forms)
        if content.portrait is not None and is_there(content.portrait):
            self._write_title_beside(content.portrait)
        else:
            self._table([self._row_of(content.title)], rules=False)
        for block in content.blocks:
            self._write_block(block)
        self._write_footer()

    def bytes(self, moment: datetime) -> bytes:
        """Return the file, with the dates and names of the paper and of nobody's computer."""
        about = self._file.core_properties
        about.title, about.author, about.last_modified_by = self._content.file_title, self._content.author, ""
        about.language = self._content.languages[0] if self._content.languages else ""
        about.created = about.modified = moment
        about.comments = about.keywords = about.subject = ""
        about.revision = 1
        out = BytesIO()
        self._file.save(out)
        return _undated(out)

    # --- What stands above the title

    def _write_forms(self, forms: Forms) -> None:
        """Put emblem and issuing body at the left, marking and approval at the right."""
        table = self._file.add_table(rows=0, cols=2)
        table.autofit = False
        left, right = table.add_row().cells
        for place, (cell, share) in enumerate(((left, 0.55), (right, 0.45))):
            cell.width = table.columns[place].width = Pt(self._width * share)
        if forms.emblem is not None and forms.emblem.content:
            picture, high = left.paragraphs[0].add_run(), forms.emblem.height / EMBLEM_HEIGHT
            scale = 1 / max(high, forms.emblem.width / EMBLEM_WIDTH)
            picture.add_picture(BytesIO(forms.emblem.content), height=Pt(forms.emblem.height * scale / 10))
            left.add_paragraph()
        languages = self._content.languages
        self._fill(left, zip(forms.issuer, languages, strict=False), None, below=forms.emblem is not None)
        gap: list[tuple[Cell, Language | None]] = [((Line("", Style.NOTE),), None)]
        said = [*zip(forms.notes, languages, strict=False), *(gap if forms.notes and forms.approval else [])]
        said += [*zip(forms.approval, languages, strict=False)]
        self._fill(right, [*said, *([(forms.signed, languages[0])] if forms.signed else [])], None)
        self._file.add_paragraph(style="Gap")

    # --- Blocks

    def _write_block(self, block: Block) -> None:
        heading = [Row(0, (), block.heading, trail=block.trail)] if any((*block.heading, *block.trail)) else []
        if any(is_there(row.photograph) for row in block.rows):
            self._write_photographs(heading, block)
            return
        if block.closing:
            self._table(list(block.rows), rules=False)
            return
        self._table([*heading, *block.rows], repeated=len(heading), tone=block.tone)

    def _row_of(self, cells: Iterable[Cell]) -> Row:
        return Row(0, (), tuple(cells))

    def _table(
        self, rows: list[Row], *, repeated: int = 0, tone: Tone = Tone.DAY, rules: bool = True
    ) -> None:
        if not rows:
            return
        columns = 2 if self._stacked else 1 + max(1, len(self._content.languages))
        trail = [width / 10 * self._scale for width in self._content.trail]
        lead = _LEADS[self._content.lead]
        widths = [lead, *[(self._width - lead - sum(trail)) / (columns - 1)] * (columns - 1), *trail]
        table = self._grid(widths)
        for place, row in enumerate(rows):
            line = _line(table, widths, is_heading=place < repeated)
            if row.least:
                line.height = Pt(row.least / 10)
            self._write_row(line.cells, row, tone if place < repeated else None)
        if rules:
            _rule(table)
        self._file.add_paragraph(style="Gap")

    def _grid(self, widths: list[float]) -> Any:
        """Add a table with columns of these widths in points, running the way the leading language does."""
        table = self._file.add_table(rows=0, cols=len(widths))
        table.autofit = False
        if self._content.languages and self._content.languages[0] in self._content.right_to_left:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Pt(width)  # LibreOffice reads the grid, Word the cells
        return table

    # --- Photographs

    def _write_title_beside(self, portrait: Photograph) -> None:
        """Put a portrait with its caption before the title."""
        size = portrait_size(portrait, round(self._width * 10))
        count = 1 if self._stacked else max(1, len(self._content.title))
        first = (size[0] + BESIDE_PORTRAIT) / 10
        widths = [first, *[(self._width - first) / count] * count]
        cells = _line(self._grid(widths), widths).cells
        _put_picture(cells[0].paragraphs[0], portrait, size)
        languages = self._content.languages
        if portrait.caption:
            cells[0].add_paragraph()
            self._fill(cells[0], zip(portrait.caption, languages, strict=False), None, below=True)
        texts = [*zip(self._content.title, languages, strict=False)]
        for cell, said in zip(cells[1:], [texts] if self._stacked else [[text] for text in texts], strict=True):
            self._fill(cell, said, None)
        self._file.add_paragraph(style="Gap")

    def _write_photographs(self, heading: list[Row], block: Block) -> None:
        """Put photographs beside one another, or a large one; captions stand in the cell of their picture."""
        groups = in_groups(block.rows, beside=True)
        languages = 1 if self._stacked else max(1, len(self._content.languages))
        count = lcm(languages, *map(len, groups))
        lead = _LEADS[self._content.lead]
        widths = [lead, *[(self._width - lead) / count] * count]
        table = self._grid(widths)
        for row in heading:
            self._write_row(_joined(_line(table, widths, is_heading=True).cells, languages), row, block.tone)
        for group in groups:
            cells = _line(table, widths).cells
            if is_there(group[0].photograph):
                self._write_group(_joined(cells, len(group)), group, (self._width - lead) / len(group))
            else:
                self._write_row(_joined(cells, languages), group[0], None)
        _rule(table)
        self._file.add_paragraph(style="Gap")

    def _write_group(self, cells: list[Any], rows: tuple[Row, ...], width: float) -> None:
        high = self._height * (SMALL if len(rows) > 1 else LARGE) // 100
        photographs = [row.photograph for row in rows if row.photograph is not None]
        sizes = level([sized(one, round(width * 10) - _CELL, high) for one in photographs])
        if any(row.changed for row in rows):
            self._fill(cells[0], [((Line(_CHANGED, Style.TIME),), None)], None)
        for cell, row, photograph, size in zip(cells[1:], rows, photographs, sizes, strict=True):
            _put_picture(cell.paragraphs[0], photograph, size)
            cell.add_paragraph()
            self._fill(cell, zip(row.cells, self._content.languages, strict=False), None, below=True)

    def _write_row(self, cells: Any, row: Row, tone: Tone | None) -> None:
        lead = row.lead
        if row.changed:
            first = lead[0] if lead else Line("", Style.TIME)
            lead = (Line(_CHANGED + first.text, first.style), *lead[1:])
        self._fill(cells[0], [(lead, None)], tone)
        languages: list[Language | None] = [*self._content.languages] or [None]
        texts = [(cell, language) for cell, language in zip(row.cells, languages, strict=False)]
        if self._stacked:
            self._fill(cells[1], texts, tone)
        else:
            for cell, text in zip(cells[1:], texts, strict=False):
                self._fill(cell, [text], tone)
        for cell, after in zip(cells[len(cells) - len(self._content.trail) :], row.trail, strict=False):
            self._fill(cell, [(after, None)], None)

    def _fill(
        self, cell: Any, texts: Iterable[tuple[Cell, Language | None]], tone: Tone | None, *, below: bool = False
    ) -> None:
        unused = cell.paragraphs[-1 if below else 0]
        for text, language in texts:
            for line in text:
                paragraph = unused if unused is not None else cell.add_paragraph()
                unused = None
                self._write_line(paragraph, line, language, tone)

    def _write_line(self, paragraph: Any, line: Line, language: Language | None, tone: Tone | None) -> None:
        paragraph.style = self._file.styles[_style_name(line.style)]
        leftwards = language in self._content.right_to_left
        if leftwards:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for words, struck in ((line.text[: line.struck], True), (line.text[line.struck :], False)):
            if not words:
                continue
            run = paragraph.add_run(words)
            run.font.strike = struck or None
            if tone is not None and line.style is Style.HEADING:
                run.font.color.rgb = _colour(self._theme.tones[tone])
            _speak(run, language, leftwards=leftwards)

    def _write_footer(self) -> None:
        footer = self._file.sections[0].footer
        paragraph = footer.paragraphs[0]
        for place, line in enumerate(self._content.footer):
            if place:
                paragraph = footer.add_paragraph()
            paragraph.style = self._file.styles["Foot"]
            paragraph.add_run(line)
        numbers = footer.add_paragraph(style="Foot")
        numbers.alignment = 2
        _field(numbers, "PAGE")
        numbers.add_run(" / ")
        _field(numbers, "NUMPAGES")

    # --- Styles

    def _make_styles(self) -> None:
        normal = self._file.styles["Normal"]
        normal.font.name = _FONTS["serif"]
        normal.paragraph_format.space_after = Pt(0)
        for style in Style:
            self._make_style(_style_name(style), self._theme.types[style])
        self._make_style("Foot", Type("sans", 90, 120, self._theme.types[Style.NOTE].colour))
        gap = self._file.styles.add_style("Gap", 1)
        gap.font.size = Pt(5)
        gap.paragraph_format.space_after = Pt(0)

    def _make_style(self, name: str, type_: Type) -> None:
        style = self._file.styles.add_style(name, 1)
        family, _, weight = type_.family.partition("-")
        style.base_style = self._file.styles["Normal"]
        style.font.name = _FONTS[family]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:cs", "w:hAnsi", "w:eastAsia"):
            fonts.set(qn(kind), _FONTS[family])
        style.font.size = Pt(round(type_.size * self._scale / 5) / 2)  # Word counts in half points
        style.font.bold, style.font.italic = "bold" in weight, "italic" in weight
        style.font.color.rgb = _colour(type_.colour)
        style.paragraph_format.space_before = Pt(type_.before / 10)
        style.paragraph_format.space_after = Pt(0)


def _undated(packed: BytesIO) -> bytes:
    """Return the file with no time of its making: the same paper gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename), old.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _style_name(style: Style) -> str:
    return f"Paper {style.value}"


def _colour(parts: tuple[float, float, float]) -> RGBColor:
    return RGBColor(*(round(part * 255) for part in parts))


def _line(table: Any, widths: list[float], *, is_heading: bool = False) -> Any:
    """Add a row to a table; it does not split."""
    line = table.add_row()
    _keep_whole(line, is_heading=is_heading)
    for cell, width in zip(line.cells, widths, strict=True):
        cell.width = Pt(width)
    return line


def _joined(cells: Any, parts: int) -> list[Any]:
    """Join the cells after the lead to so many of one width."""
    step = (len(cells) - 1) // parts
    return [cells[0], *(cells[at].merge(cells[at + step - 1]) for at in range(1, len(cells), step))]


def _put_picture(paragraph: Any, photograph: Photograph, size: tuple[int, int]) -> None:
    """Put a photograph into a paragraph, with what it shows in words; the line under it stays with it."""
    shape = paragraph.add_run().add_picture(BytesIO(photograph.content), Pt(size[0] / 10), Pt(size[1] / 10))
    shape._inline.docPr.set("descr", photograph.alt)
    paragraph.paragraph_format.keep_with_next = True


def _keep_whole(row: Any, *, is_heading: bool) -> None:
    """Let a row never split; a heading returns on the next page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_heading:
        properties.append(OxmlElement("w:tblHeader"))


def _rule(table: Any) -> None:
    """Draw a thin rule below each row."""
    borders = OxmlElement("w:tblBorders")
    for edge in ("w:bottom", "w:insideH"):
        line = OxmlElement(edge)
        for key, value in (("w:val", "single"), ("w:sz", "4"), ("w:color", "CFCFCF")):
            line.set(qn(key), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _speak(run: Any, language: Language | None, *, leftwards: bool) -> None:
    """Say in what language a run is, for the speller and for who listens."""
    if language is None:
        return
    properties = run._r.get_or_add_rPr()
    if leftwards:
        properties.append(OxmlElement("w:rtl"))
    tag = OxmlElement("w:lang")
    tag.set(qn("w:bidi" if leftwards else "w:val"), language)
    properties.append(tag)


def _field(paragraph: Any, name: str) -> None:
    """Write a field that Word counts itself: the page, the number of pages."""
    for kind, words in (("begin", ""), ("", name), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = words
        run._r.append(mark)


