"""The sign at the airport: in the guest's language, as large as its sheet allows, no word broken (handbook 2.14)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.documents import frame
from planner.documents.cards import has_emblem
from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.figures import EmblemPlace, Face, Figure, Ink, Said, Words
from planner.documents.logistics_data import SignData, SignsData
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.rules.text import Language

_SHEETS = {"A4": (8419, 5953), "A3": (11906, 8419)}  # on their side
_LARGEST, _SMALLEST, _STEPS = 3600, 240, 60
_MARGIN = 24  # of the width, the part that stays white on each side


def compose(
    data: SignsData,
    *,
    languages: tuple[Language, ...],
    size: str = "A4",
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose one sheet per sign; raises `NotPossible` where nobody arrives.

    The language is the guest's own, whatever the languages of the event: the first of the guest's in which a sign is
    worded. What is worded in none of them is marked.
    """
    if not data.signs:
        raise NotPossible(
            "“{event}” has no arrivals yet. Add the journeys of the delegation first.",
            event=data.event.title.first(*languages),
        )
    wordings = for_languages([_language(one, data, languages) for one in data.signs])
    page = _SHEETS["A3" if size == "A3" else "A4"]
    words = [_words(one, each) for one, each in zip(data.signs, wordings, strict=True)]
    sheets = tuple(_sheet(one, page, emblem=has_emblem(data.event)) for one in words)
    rows = tuple(
        Row(one.id, (Line(one.number, Style.NUMBER),), ((Line(said),),), changed=one.id in changed)
        for one, said in zip(data.signs, words, strict=True)
    )
    titles = [(Line(wordings[0].word("airport_sign"), Style.TITLE),)]
    paper = frame.paper(data.event, wordings[:1], titles, [Block(-1, (), rows, Tone.NEUTRAL)], lead=LeadWidth.TIME)
    return paper._replace(sheets=sheets)


def _language(one: SignData, data: SignsData, languages: Sequence[Language]) -> Language:
    offered = data.event.guest_languages or tuple(languages) or data.event.languages
    return next((tag for tag in offered if _worded(one, tag)), offered[0])


def _worded(one: SignData, tag: Language) -> bool:
    return bool(one.text.get(tag)) if one.text else bool(one.who.person and tag in one.who.person.names)


def _words(one: SignData, wordings: Wordings) -> str:
    if one.text:
        return one.text.get(wordings.language) or wordings.missing.text
    return wordings.full_name(one.who.person) if one.who.person else wordings.missing.text


def _sheet(words: str, page: tuple[int, int], *, emblem: bool) -> Figure:
    """Return a sheet whose words fill it: sizes are tried from the largest down, lines break between words alone."""
    width, height = page
    across, down = width // _MARGIN, height // 16
    scale = height / _SHEETS["A4"][1]
    sizes = [round((_LARGEST - (_LARGEST - _SMALLEST) * step / _STEPS) * scale) for step in range(_STEPS + 1)]
    text = words.replace("\u00a0", " ")
    tried = tuple((Said(text, size, Face.SANS_BOLD, Ink.BLACK),) for size in sizes)
    above = height // 6 if emblem else 0
    box = Words(across, down + above, width - 2 * across, height - 2 * down - above, tried[0], instead=tried[1:])
    places = (EmblemPlace(across, down, width - 2 * across, above),) if emblem else ()
    return Figure(width, height, (box,), places)
