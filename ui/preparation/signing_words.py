"""What the points of a signing's check-list, and its two files, are called on the screen."""

from __future__ import annotations

from planner.language.catalog import mark
from planner.rules.signing import Mark

POINTS = {
    Mark.POWERS: mark("Powers to sign seen"),
    Mark.ORIGINALS: mark("As many originals as parties"),
    Mark.REVISION: mark("Text on the table is the agreed one"),
    Mark.LANGUAGES: mark("Clause: all languages equally authentic"),
    Mark.ALTERNAT: mark("Alternat in each copy"),
    Mark.INITIALS: mark("Every page initialled"),
    Mark.PLACE_DATE: mark("Place and date typed in"),
    Mark.BINDING: mark("Bound, with ribbon"),
    Mark.COVER: mark("Colour of the covers"),
    Mark.PENS: mark("Two tested pens each, one spare"),
    Mark.BLOTTER: mark("Blotter"),
}
FILES = {"agreed": mark("Agreed text"), "final": mark("Text on the table")}
"""By `operations.signing.TEXTS_OF`."""
SHOWN = 12
"""So many digits of a SHA-256 are shown: enough to tell two files apart by eye."""
