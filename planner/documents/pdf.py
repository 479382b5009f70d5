"""Writing a laid-out paper as a PDF file: each page is compressed as soon as it is full.

"Page x of y" stands in a second small stream per page, written at the end, so one pass is enough.
The same layout gives the same bytes: no clock, and a file identifier made from the content.
"""

from __future__ import annotations

from datetime import datetime

from planner.documents.content import Content, photographs_of
from planner.documents.drawing import Drawing
from planner.documents.embedding import font_objects
from planner.documents.objects import ObjectFile, date_string, text_string
from planner.documents.pages import Layout
from planner.documents.photograph_band import name_of
from planner.documents.tags import Tags, is_tagged, outline


def pdf(layout: Layout, changed_at: datetime | None = None) -> bytes:
    """Return the file. `changed_at` becomes its date: of issue, or of the event's last change."""
    file = ObjectFile()
    tags = Tags(file, layout) if is_tagged(layout.content) else None
    drawing = Drawing(layout, tags)
    catalog, tree, resources, about, furniture = file.reserve(5)
    file.put_stream(furniture, drawing.furniture())
    pages: list[tuple[int, int]] = []  # each page's own object and that of its "x / y"
    for page in layout.pages:
        content, leaf, number = file.reserve(3)
        structure = b"" if tags is None else b"/StructParents %d/Tabs/S" % tags.begin_page()
        file.put_stream(content, drawing.page(page, leaf))
        contents = b"%d 0 R %d 0 R %d 0 R" % (furniture, number, content)
        file.put(leaf, b"<</Type/Page/Parent %d 0 R/Contents[%b]%b>>" % (tree, contents, structure))
        pages.append((leaf, number))
    for at, (_, number) in enumerate(pages, start=1):
        file.put_stream(number, drawing.number(at, len(pages)), pack=False)
    file.put(resources, b"<</Font%b%b>>" % (font_objects(file, layout.case.subsets), _pictures(file, layout.content)))
    file.put(tree, _tree(layout, [leaf for leaf, _ in pages], resources))
    file.put(catalog, _catalog(layout, tree, _structure(file, tags)))
    file.put(about, information(layout.content, changed_at))
    return file.finish(catalog, about)


def _pictures(file: ObjectFile, content: Content) -> bytes:
    """Write emblem and photographs, each a JPEG of three colours, and return their entry in the resources."""
    drawn = [(name_of(one), one.content, one.width, one.height) for one in photographs_of(content)]
    emblem = content.forms.emblem if content.forms else None
    if emblem is not None and emblem.content:
        drawn.insert(0, ("Emblem", emblem.content, emblem.width, emblem.height))
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
    named = [
        b"/%b %d 0 R" % (name.encode(), file.add_stream(jpeg, entries=entries % (width, height), pack=False))
        for name, jpeg, width, height in drawn
    ]
    return b"/XObject<<%b>>" % b"".join(named) if named else b""


def _tree(layout: Layout, leaves: list[int], resources: int) -> bytes:
    return b"<</Type/Pages/Count %d/Kids[%b]/MediaBox[0 0 %.1f %.1f]/Resources %d 0 R>>" % (
        len(leaves),
        b" ".join([b"%d 0 R" % leaf for leaf in leaves]),
        layout.theme.page_width / 10,
        layout.theme.page_height / 10,
        resources,
    )


def _structure(file: ObjectFile, tags: Tags | None) -> bytes:
    """Finish the structure and the bookmarks; return their entries in the catalog."""
    if tags is None:
        return b""
    tags.finish()
    entries = b"/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R" % tags.root
    if len(tags.bookmarks) > 1:
        entries += b"/Outlines %d 0 R" % outline(file, tags.bookmarks)
    return entries


def _catalog(layout: Layout, tree: int, structure: bytes) -> bytes:
    language = b"/Lang" + text_string(layout.content.languages[0]) if layout.content.languages else b""
    spread = b"/PageLayout/TwoPageRight" if layout.facing else b""
    return b"<</Type/Catalog/Pages %d 0 R%b%b%b/PageLabels<</Nums[0<</S/D>>]>>%b>>" % (
        tree, language, spread, structure, b"/ViewerPreferences<</DisplayDocTitle true>>",
    )  # fmt: skip


def information(content: Content, changed_at: datetime | None) -> bytes:
    """Return what a file says of itself: title, author, date."""
    entries = [
        b"/Title" + text_string(content.file_title),
        b"/Author" + text_string(content.author),
        b"/Producer" + text_string("Delegation Planner"),
    ]
    if changed_at is not None:
        date = date_string(changed_at)
        entries += [b"/CreationDate" + date, b"/ModDate" + date]
    return b"<<%b>>" % b"".join(entries)
