"""A name in the few pixels of a chair: the surname can always be read, initials go where there is room for them."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from ui.common.broken_words import fitted, pieces

_LONGEST_INITIAL = 4  # "Дж."


def chair_lines(number: str, name: str, metrics: QFontMetricsF, *, width: float, most: int) -> tuple[str, list[str]]:
    """Return the head of a chair, its number, and the lines of the name under it; the surname has them to itself.

    Initials that find no line of their own stand beside the number: "3 · Б. А." over "Константинопольский".
    """
    room = most - bool(number)
    whole = " ".join(name.split())
    if not name or metrics.horizontalAdvance(whole) <= width:
        return number, [whole] if whole else []
    initials, rest = _parted(whole)
    surname = pieces(rest, metrics, width)
    if initials and len(surname) + 1 <= room:
        first = whole.startswith(initials)
        return number, [initials, *surname] if first else [*surname, initials]
    beside = f"{number} · {initials}" if initials and number else number
    if metrics.horizontalAdvance(beside) > width:
        beside = number
    return beside, fitted(rest, metrics, width, max(room, 1))


def _parted(whole: str) -> tuple[str, str]:
    """Return the initials of a name and the rest of it."""
    words = whole.split()
    initials = [word for word in words if word.endswith(".") and len(word) <= _LONGEST_INITIAL]
    return " ".join(initials), " ".join(word for word in words if word not in initials)
