"""Pages that are figures through and through: cards, plates and plans of their own size, as a PDF file.

Of the forms of the page they bear what fits: the emblem on the card, and on what is cut off the version, the marking
and the number of the copy. Nothing of these is ever printed on the card itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from planner.documents.content import Content, Emblem
from planner.documents.drawn_figures import figure_operators
from planner.documents.embedding import font_objects
from planner.documents.figures import Align, At, Edge, EmblemPlace, Face, Figure, Ink, Said, Words
from planner.documents.objects import ObjectFile, text_string
from planner.documents.pdf import information
from planner.documents.typecase import TypeCase

SMALL, SMALLEST = 62, 40
"""Tenths of a point of what is printed on the edge."""


def sheets_pdf(content: Content, changed_at: datetime | None = None) -> bytes:
    """Return the file of a paper whose pages are figures."""
    file, case = ObjectFile(), TypeCase()
    catalog, tree, resources, about = file.reserve(4)
    emblem = content.forms.emblem if content.forms is not None else None
    small = edge_words(content)
    leaves = []
    for sheet in content.sheets:
        stream, leaf = file.reserve(2)
        drawn = figure_operators(sheet, case)
        if sheet.edge is not None and small:
            drawn += figure_operators(Figure(sheet.width, sheet.height, (edge_line(sheet.edge, small),)), case)
        if emblem is not None and emblem.content:
            drawn += b"".join(_emblems(sheet, emblem))
        file.put_stream(stream, b".1 0 0 .1 0 %.1f cm\n%b" % (sheet.height / 10, drawn))
        size = b"[0 0 %.1f %.1f]" % (sheet.width / 10, sheet.height / 10)
        file.put(leaf, b"<</Type/Page/Parent %d 0 R/MediaBox%b/Contents %d 0 R>>" % (tree, size, stream))
        leaves.append(leaf)
    file.put(resources, b"<</Font%b%b>>" % (font_objects(file, case.subsets), _picture(file, emblem)))
    kids = b" ".join([b"%d 0 R" % leaf for leaf in leaves])
    file.put(tree, b"<</Type/Pages/Count %d/Kids[%b]/Resources %d 0 R>>" % (len(leaves), kids, resources))
    language = b"/Lang" + text_string(content.languages[0]) if content.languages else b""
    file.put(catalog, b"<</Type/Catalog/Pages %d 0 R%b/ViewerPreferences<</DisplayDocTitle true>>>>" % (tree, language))
    file.put(about, information(content, changed_at))
    return file.finish(catalog, about)


def edge_words(content: Content) -> str:
    """Return what stands on the part that is cut off: draft or version, marking, annex and number of the copy."""
    notes = content.forms.notes if content.forms is not None else ()
    said = [*content.footer[:1], *(line.text for cell in notes for line in cell)]
    return " · ".join(dict.fromkeys(filter(None, said)))


def edge_line(edge: Edge, words: str) -> Words:
    """Return the line of an edge, set as small as it must be."""
    said = (Said(words, SMALL, Face.SANS, Ink.GREY, SMALLEST, whole=True),)
    return Words(edge.x, edge.y, edge.width, edge.height, said, Align.CENTRE, At.MIDDLE, edge.turn)


def _emblems(sheet: Figure, emblem: Emblem) -> Iterator[bytes]:
    for place in sheet.emblems:
        width, height = fitted(place, emblem)
        left, foot = place.x + (place.width - width) / 2, -(place.y + (place.height + height) / 2)
        if place.turn:
            yield b"q %.1f 0 0 %.1f %.1f %.1f cm /Emblem Do Q\n" % (-width, -height, left + width, foot + height)
        else:
            yield b"q %.1f 0 0 %.1f %.1f %.1f cm /Emblem Do Q\n" % (width, height, left, foot)


def fitted(place: EmblemPlace, emblem: Emblem) -> tuple[float, float]:
    """Return width and height of an emblem as it fits its place, its shape kept."""
    scale = min(place.width / emblem.width, place.height / emblem.height)
    return emblem.width * scale, emblem.height * scale


def _picture(file: ObjectFile, emblem: Emblem | None) -> bytes:
    """Write the emblem, a JPEG of three colours, and return its entry in the resources."""
    if emblem is None or not emblem.content:
        return b""
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
    picture = file.add_stream(emblem.content, entries=entries % (emblem.width, emblem.height), pack=False)
    return b"/XObject<</Emblem %d 0 R>>" % picture
