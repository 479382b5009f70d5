"""What an office may change in a paper: its words, what it shows and in which order, emblem, marking and style.

A template is a mapping of plain values, as it is kept and frozen: `words` (language, then key of the word), `hide`
(parts by key), `order`, `columns` and `lines` (blocks, columns and lines by key, in the office's own order), `emblem`,
`issuer`, `marking`, `approver` and `style`. The house's own holds for every paper, a paper's own wins over it. What is
not there is as the program has it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from planner.rules.text import EMPTY, Text, Wording

Template = Mapping[str, Any]

HOUSE = ""
"""In the place of a paper: the template of all of them."""
LEAST_CONTRAST = 4.5
"""Of a colour on white paper (design: "contrast at least 4.5:1")."""
PARTS = ("emblem", "subtitle", "note", "remark", "figure")
"""Parts any paper may leave out: the emblem, what stands under the title, places and posts, remarks, the drawing."""


class Marking(StrEnum):
    """For whose eyes a paper is (handbook 2)."""

    NONE = "none"
    OPEN = "open"
    OFFICIAL = "official"
    HOST = "host"


class Limits(NamedTuple):
    """The smallest and largest size of a style, in points."""

    least: float
    most: float


SIZES: Mapping[str, Limits] = {
    "title": Limits(12, 24), "heading": Limits(11, 18), "body": Limits(11, 16), "note": Limits(9, 14),
}  # fmt: skip
"""The sizes an office may choose; nothing falls below the floors of the handbook (4.8)."""
FACES = ("serif", "sans")
SPACINGS = ("close", "airy")
"""How far apart rows and headings stand, beside the program's own."""
RULES = ("none", "heavy", "accent")
"""The lines between rows, beside the program's own thin grey ones: none, heavier, in the colour of the headings."""


class Style(NamedTuple):
    """How a paper is set; None is as the program has it."""

    face: str | None = None
    accent: str | None = None
    title: float | None = None
    heading: float | None = None
    body: float | None = None
    note: float | None = None
    spacing: str | None = None
    rule: str | None = None


def read(kept: str) -> Template:
    """Read a template as it is frozen with a paper; "" is one without changes."""
    return dict(json.loads(kept)) if kept else {}


def written(values: Template) -> str:
    """Write a template as `read` reads it; the same values give the same letters."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if values else ""


def merged(house: Template, own: Template) -> dict[str, Any]:
    """Return the template that holds for a paper: its own wins, word by word and size by size."""
    found = {**house, **own}
    for key in ("style", "approver"):
        if both := {**house.get(key, {}), **own.get(key, {})}:
            found[key] = both
    words = {
        tag: {**house.get("words", {}).get(tag, {}), **own.get("words", {}).get(tag, {})}
        for tag in (*house.get("words", {}), *own.get("words", {}))
    }
    return {**found, **({"words": words} if words else {})}


def changed(values: Template, **given: Any) -> dict[str, Any]:
    """Return a template with keys set; None, and what is empty, takes a key away."""
    return {key: value for key, value in {**values, **given}.items() if value not in (None, "", [], {})}


def style_of(template: Template) -> Style:
    """Return the style of a template."""
    return Style(**{key: value for key, value in template.get("style", {}).items() if key in Style._fields})


def marking_of(template: Template) -> Marking:
    """Return the marking a paper bears unless a copy says otherwise."""
    return Marking(template.get("marking", Marking.NONE))


def is_issued_by(template: Template) -> bool:
    """Tell whether the issuing body stands above the title; beside an emblem it always does."""
    return bool(template.get("issuer") or shows_emblem(template))


def shows_emblem(template: Template) -> bool:
    """Tell whether a paper bears an emblem: the house has one, and the paper does not leave it out."""
    return bool(template.get("emblem")) and "emblem" not in template.get("hide", ())


def emblem_of(template: Template) -> tuple[str, int, int] | None:
    """Return the SHA-256 and the size of the emblem a paper bears."""
    found = template.get("emblem") if shows_emblem(template) else None
    return (str(found["sha256"]), int(found["width"]), int(found["height"])) if found else None


def approver_of(template: Template) -> tuple[Text, Text]:
    """Return post and name of whom the office wrote down as approving its papers."""
    found = template.get("approver", {})
    return _text(found.get("position")), _text(found.get("name"))


def problem_of(values: Template) -> tuple[str, Any] | None:
    """Return the first key that holds what is not possible there, with its value."""
    for key, value in values.items():
        if key not in _CHECKS or not _CHECKS[key](value):
            return key, value
    return None


def contrast(code: str) -> float:
    """Return the contrast of a colour "#RRGGBB" on white (WCAG 2.1)."""
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def is_legible(code: str) -> bool:
    """Tell whether a colour can be read on white paper."""
    try:
        return len(code) == 7 and code[0] == "#" and contrast(code) >= LEAST_CONTRAST
    except ValueError:
        return False


def _text(words: Mapping[str, str] | None) -> Text:
    return Text({tag: Wording(said) for tag, said in words.items() if said.strip()}) if words else EMPTY


_NAMED: Mapping[str, tuple[str, ...]] = {"face": FACES, "spacing": SPACINGS, "rule": RULES}


def _is_style(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    for key, one in value.items():
        if key in _NAMED:
            right = one in _NAMED[key]
        elif key == "accent":
            right = isinstance(one, str) and is_legible(one)
        else:
            right = key in SIZES and _is_number(one) and SIZES[key].least <= one <= SIZES[key].most
        if not right:
            return False
    return True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_by_language(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(one, str) for pair in value.items() for one in pair)


def _are_words(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    return all(isinstance(key, str) and _is_by_language(one) for key, one in value.items())


def _are_keys(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)


def _is_emblem(value: Any) -> bool:
    return (
        isinstance(value, Mapping) and set(value) == {"sha256", "width", "height"} and isinstance(value["sha256"], str)
        and all(_is_number(value[key]) and value[key] > 0 for key in ("width", "height"))
    )  # fmt: skip


_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "words": _are_words,
    "hide": _are_keys,
    "order": _are_keys,
    "columns": _are_keys,
    "lines": _are_keys,
    "emblem": _is_emblem,
    "issuer": lambda value: isinstance(value, bool),
    "marking": lambda value: value in set(Marking),
    "approver": lambda value: isinstance(value, Mapping) and all(
        key in ("position", "name") and _is_by_language(one) for key, one in value.items()
    ),
    "style": _is_style,
}  # fmt: skip
