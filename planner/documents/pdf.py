"""Writing a laid-out paper as a PDF file: each page is compressed as soon as it is full.

"Page x of y" stands in a second small stream per page, written at the end, so one pass is enough.
The same layout gives the same bytes: no clock, and a file identifier made from the content.
"""

from __future__ import annotations

from datetime import datetime

from planner.documents.drawing import Drawing
from planner.documents.embedding import font_objects
from planner.documents.layout import Layout
from planner.documents.objects import ObjectFile, date_string, text_string


def pdf(layout: Layout, changed_at: datetime | None = None) -> bytes:
    """Return the file. `changed_at` becomes its date: of issue, or of the event's last change."""
    file = ObjectFile()
    drawing = Drawing(layout)
    catalog, tree, resources, information, furniture = file.reserve(5)
    file.put_stream(furniture, drawing.furniture())
    pages: list[tuple[int, int]] = []  # each page's own object and that of its "x / y"
    for page in layout.pages:
        content, leaf, number = file.reserve(3)
        file.put_stream(content, drawing.page(page))
        contents = b"%d 0 R %d 0 R %d 0 R" % (furniture, number, content)
        file.put(leaf, b"<</Type/Page/Parent %d 0 R/Contents[%b]>>" % (tree, contents))
        pages.append((leaf, number))
    for at, (_, number) in enumerate(pages, start=1):
        file.put_stream(number, drawing.number(at, len(pages)), pack=False)
    file.put(resources, b"<</Font%b>>" % font_objects(file, layout.case.subsets))
    file.put(tree, _tree(layout, [leaf for leaf, _ in pages], resources))
    file.put(catalog, _catalog(layout, tree))
    file.put(information, _information(layout, changed_at))
    return file.finish(catalog, information)


def _tree(layout: Layout, leaves: list[int], resources: int) -> bytes:
    return b"<</Type/Pages/Count %d/Kids[%b]/MediaBox[0 0 %.1f %.1f]/Resources %d 0 R>>" % (
        len(leaves),
        b" ".join([b"%d 0 R" % leaf for leaf in leaves]),
        layout.theme.page_width / 10,
        layout.theme.page_height / 10,
        resources,
    )


def _catalog(layout: Layout, tree: int) -> bytes:
    language = b"/Lang" + text_string(layout.content.languages[0]) if layout.content.languages else b""
    return b"<</Type/Catalog/Pages %d 0 R%b/ViewerPreferences<</DisplayDocTitle true>>>>" % (tree, language)


def _information(layout: Layout, changed_at: datetime | None) -> bytes:
    entries = [
        b"/Title" + text_string(layout.content.file_title),
        b"/Author" + text_string(layout.content.author),
        b"/Producer" + text_string("Delegation Planner"),
    ]
    if changed_at is not None:
        date = date_string(changed_at)
        entries += [b"/CreationDate" + date, b"/ModDate" + date]
    return b"<<%b>>" % b"".join(entries)
