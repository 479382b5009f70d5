"""74 names of the kinds that break what prints them: each stands on the page exactly, and nothing is opened for it.

The kinds are those of markup, formulas, paths and addresses, statements, templates and shells, formats, and the file
format's own words; letters of other scripts and of no width have tests of their own.
"""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2
import pytest

from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style
from planner.documents.docx import render_docx
from planner.documents.render import render_pdf
from tests.planner.test_naughty_strings import Watch

MARKUP = (
    "A & B <Ltd>",
    "Ivan <ivan@example.org>",
    "<Ltd>",
    "</b>",
    "<b>x",
    "<b>bold</b>",
    "<i>Анна</i>",
    "&lt;b&gt;",
    "&amp;amp;",
    "&#65;&#x42;",
    "<font face=Nope>x</font>",
    "<onDraw name=x label=y/>",
    "<para>x</para>",
    "<br/>",
    "<img src='/etc/passwd'/>",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "<a href='file:///etc/passwd'>x</a>",
    "<link href='x'/>",
    "<!-- comment -->",
    "<![CDATA[x]]>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
    "<?xml version='1.0'?>",
    "<w:p/><w:r/>",
    "[link](file:///etc/passwd)",
    "**bold** _it_",
    "# Title",
    "{\\rtf1 x}",
    "\\textbf{x}",
)
FORMULAS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    '=HYPERLINK("file:///c:/x","y")',
    '=WEBSERVICE("//example.org")',
    "%0A=1",
    "'=1",
    "=INCLUDETEXT(x)",
)
PATHS = (
    "/etc/passwd",
    "../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "C:\\Windows\\system32",
    "\\\\server\\share\\x",
    "file:///etc/passwd",
    "~/.ssh/id_rsa",
    "CON",
    "NUL.txt",
    "name.pdf/../../x",
    "javascript:alert(1)",
    "mailto:a@example.org?subject=x",
    "data:text/html,<b>x</b>",
)
STATEMENTS = (
    "Robert'); DROP TABLE person;--",
    "' OR '1'='1",
    '"; --',
    "1; ATTACH DATABASE 'x' AS y",
    "* NEAR/2 x",
    'name:"x" OR y',
    "%_%",
    "NULL",
)
PROGRAMS = (
    "$(touch x)",
    "`touch x`",
    "; touch x",
    "| touch x",
    "{{7*7}}",
    "{0.__class__}",
    "%s%s%n",
    "${jndi:ldap://example.org/x}",
)
PAGES = (") Tj ET (", "(x\\) Tj", "endstream endobj", "%%EOF", "/JS (app.alert(1))")
NAMES = (*MARKUP, *FORMULAS, *PATHS, *STATEMENTS, *PROGRAMS, *PAGES)


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch()


def listed() -> Content:
    """Return a list on which each name stands in both languages."""
    rows = tuple(
        Row(number, (Line(str(number), Style.NUMBER),), (_cell(name), _cell(name)))
        for number, name in enumerate(NAMES, 1)
    )
    heading = ((Line("<b>Гости</b>", Style.HEADING),), (Line("<b>Guests</b>", Style.HEADING),))
    return Content(
        ("ru", "en"),
        ((Line("<i>Список</i>", Style.TITLE),), (Line("=1+1", Style.TITLE),)),
        (Block(1, heading, rows),),
        ("$(footer)",),
        ("(продолжение)", "(continued)"),
        LeadWidth.NUMBER,
        "</title>",
        "& Co",
    )


def _cell(name: str) -> Cell:
    return (Line(name, Style.STRONG),)


def squeezed(words: str) -> str:
    """Return words without spaces and ends of lines: where a long one is broken is no matter."""
    return re.sub(r"\s+", "", words)


def test_there_are_as_many_as_the_papers_promise() -> None:
    assert len(set(NAMES)) == len(NAMES) == 74


def test_every_hostile_name_stands_on_the_page_in_both_languages(watch: Watch) -> None:
    content = listed()
    render_pdf(content)  # fonts are read once
    watch.opened.clear()
    with watch.watching():
        pdf = render_pdf(content)
    assert (watch.opened, watch.called) == ([], [])
    said = squeezed("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))
    wanted = {name: 2 * sum(squeezed(other).count(squeezed(name)) for other in NAMES) for name in NAMES}
    assert {name: count for name, count in wanted.items() if said.count(squeezed(name)) < count} == {}


def test_no_hostile_name_becomes_an_action_of_the_file() -> None:
    pdf = render_pdf(listed())
    assert [word for word in (b"/JavaScript", b"/URI", b"/Launch", b"/GoToR", b"/EmbeddedFile") if word in pdf] == []


def test_no_hostile_name_becomes_a_part_of_the_word_file() -> None:
    word = render_docx(listed())
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        document = parts.read("word/document.xml").decode()
        relations = parts.read("word/_rels/document.xml.rels").decode()
    assert ("<w:hyperlink" in document, "INCLUDETEXT(x)</w:instrText>" in document) == (False, False)
    assert 'TargetMode="External"' not in relations
