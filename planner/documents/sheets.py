"""Pages that are figures through and through: cards, plates and plans of their own size, as a PDF file."""

from __future__ import annotations

from datetime import datetime

from planner.documents.content import Content
from planner.documents.drawn_figures import figure_operators
from planner.documents.embedding import font_objects
from planner.documents.objects import ObjectFile, text_string
from planner.documents.pdf import information
from planner.documents.typecase import TypeCase


def sheets_pdf(content: Content, changed_at: datetime | None = None) -> bytes:
    """Return the file of a paper whose pages are figures."""
    file, case = ObjectFile(), TypeCase()
    catalog, tree, resources, about = file.reserve(4)
    leaves = []
    for sheet in content.sheets:
        stream, leaf = file.reserve(2)
        drawn = figure_operators(sheet, case)
        file.put_stream(stream, b".1 0 0 .1 0 %.1f cm\n%b" % (sheet.height / 10, drawn))
        size = b"[0 0 %.1f %.1f]" % (sheet.width / 10, sheet.height / 10)
        file.put(leaf, b"<</Type/Page/Parent %d 0 R/MediaBox%b/Contents %d 0 R>>" % (tree, size, stream))
        leaves.append(leaf)
    file.put(resources, b"<</Font%b>>" % font_objects(file, case.subsets))
    kids = b" ".join([b"%d 0 R" % leaf for leaf in leaves])
    file.put(tree, b"<</Type/Pages/Count %d/Kids[%b]/Resources %d 0 R>>" % (len(leaves), kids, resources))
    language = b"/Lang" + text_string(content.languages[0]) if content.languages else b""
    file.put(catalog, b"<</Type/Catalog/Pages %d 0 R%b/ViewerPreferences<</DisplayDocTitle true>>>>" % (tree, language))
    file.put(about, information(content, changed_at))
    return file.finish(catalog, about)
