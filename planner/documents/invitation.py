"""Invitations: a card for each guest, in the host's name (handbook 2.17)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.documents import frame
from planner.documents.cards import has_emblem
from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.figures import Align, At, EmblemPlace, Face, Figure, Ink, Mark, Pen, Said, Stroke, Words
from planner.documents.item_facts import dress
from planner.documents.labelled import first_note
from planner.documents.set_data import GuestData, InvitationsData
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day, format_time
from planner.rules.kinds import Side
from planner.rules.text import Language

_WIDTH, _HEIGHT = 5953, 4195  # A5 on its side
_EDGE = 340
_FRAME = Pen(Ink.HOST, 12)
_HAIR = Pen(Ink.LIGHT, 4)
_EMBLEM = 420
"""Height of the emblem above the columns."""
_PLACES = ((380, 560), (1010, 690), (1760, 820))
_BELOW_EMBLEM = ((810, 400), (1260, 560), (1860, 790))
"""Where office, guest and occasion begin, and how much room each has; where and when follow at one place."""


def compose(
    data: InvitationsData, *, languages: tuple[Language, ...], copy_for: Side | None = None
) -> Content:
    """Compose a card a guest, of A5 on its side; raises `NotPossible` where nobody with a name is invited."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    guests = [guest for guest in data.guests if guest.person is not None]
    if not guests:
        raise NotPossible(
            "Nobody is invited to “{item}” yet.", item=data.item.title.first(wordings[0].language)
        )
    rows = tuple(
        Row(guest.id, (Line(str(number), Style.NUMBER),), tuple((_name(guest, each),) for each in wordings))
        for number, guest in enumerate(guests, 1)
    )
    titles = [(Line(each.word("invitation"), Style.TITLE), each.line(data.item.title, Style.SUBTITLE))
              for each in wordings]  # fmt: skip
    paper = frame.paper(
        data.event, wordings, titles, [Block(data.item.id, (), rows, Tone.NEUTRAL)], lead=LeadWidth.NUMBER
    )
    return paper._replace(sheets=tuple(_card(data, guest, wordings) for guest in guests))


def _name(guest: GuestData, wordings: Wordings) -> Line:
    assert guest.person is not None
    return Line(wordings.text_name(guest.person), Style.STRONG)


def _card(data: InvitationsData, guest: GuestData, wordings: Sequence[Wordings]) -> Figure:
    """Draw a card: a column for each language with a hairline between them."""
    inner = _EDGE - 140
    right, foot = _WIDTH - inner, _HEIGHT - inner
    marks: list[Mark] = [Stroke(((inner, inner), (right, inner), (right, foot), (inner, foot)), _FRAME, closed=True)]
    emblem = has_emblem(data.event)
    count = len(wordings)
    gap = 260
    width = (_WIDTH - 2 * _EDGE - gap * (count - 1)) // count
    for number, each in enumerate(wordings):
        x = _EDGE + number * (width + gap)
        if number:
            top = _BELOW_EMBLEM[0][0] if emblem else 2 * _EDGE
            marks.append(Stroke(((x - gap // 2, top), (x - gap // 2, _HEIGHT - 2 * _EDGE)), _HAIR))
        marks += _column(data, guest, each, (x, width), _BELOW_EMBLEM if emblem else _PLACES)
    places = (EmblemPlace(_EDGE, _EDGE - 20, _WIDTH - 2 * _EDGE, _EMBLEM),) if emblem else ()
    return Figure(_WIDTH, _HEIGHT, tuple(marks), places)


def _column(
    data: InvitationsData, guest: GuestData, wordings: Wordings, across: tuple[int, int],
    places: Sequence[tuple[int, int]],
) -> Iterator[Words]:  # fmt: skip
    """Yield the words of one language from top to bottom: office, guest, who invites, to what, when and where.

    Each begins at the same height in every language.
    """
    (x, width), (office, whom, occasion) = across, places
    top = [Said(wordings.line(data.event.office).text, 90, Face.SANS, Ink.GREY, 70)] if data.event.office else []
    top.append(Said(wordings.word("invitation"), 170, Face.SERIF_BOLD, Ink.HOST, 120))
    yield Words(x, office[0], width, office[1], tuple(top), Align.CENTRE, At.TOP)
    who = [Said(_name(guest, wordings).text, 190, Face.SERIF_BOLD, Ink.BLACK, 120)]
    if guest.with_spouse:
        who.append(Said(wordings.word("with_spouse"), 110, Face.SERIF_ITALIC, Ink.GREY, 90))
    if guest.position:
        who.append(Said(wordings.line(guest.position).text, 95, Face.SERIF, Ink.GREY, 75))
    yield Words(x, whom[0], width, whom[1], tuple(who), Align.CENTRE, At.TOP)
    invites = wordings.word("invites_you", host=_host(data, wordings))
    invites = invites[:1].upper() + invites[1:]
    what = (
        Said(invites, 110, Face.SERIF, Ink.BLACK, 85),
        Said(wordings.line(data.item.title).text, 140, Face.SERIF_BOLD, Ink.BLACK, 100),
    )
    yield Words(x, occasion[0], width, occasion[1], what, Align.CENTRE, At.TOP)
    yield Words(x, 2680, width, 620, tuple(_when_and_where(data, wordings)), Align.CENTRE, At.TOP)
    below = tuple(Said(words, 90, Face.SERIF_ITALIC, Ink.GREY, 70) for words in _small(data, wordings))
    if below:
        yield Words(x, _HEIGHT - _EDGE - 520, width, 480, below, Align.CENTRE, At.BOTTOM)


def _host(data: InvitationsData, wordings: Wordings) -> str:
    """Return the host as a third person: the post, then the name."""
    if data.host is None:
        return wordings.line(data.event.office).text
    position = wordings.line(data.host.position).text if data.host.position else ""
    return " ".join(filter(None, (position, wordings.text_name(data.host))))


def _when_and_where(data: InvitationsData, wordings: Wordings) -> Iterator[Said]:
    item = data.item
    if item.day is not None:
        day = format_day(item.day, wordings.language, form="weekday_full")
        yield Said(day[:1].upper() + day[1:], 120, Face.SERIF_BOLD, Ink.BLACK, 90)
        if item.start is not None:
            yield Said(format_time(item.start), 120, Face.SERIF_BOLD, Ink.BLACK, 90)
    for line in wordings.place(item.place):
        yield Said(line.text, 100, Face.SERIF, Ink.BLACK, 80)


def _small(data: InvitationsData, wordings: Wordings) -> Iterator[str]:
    yield from (line.text for line in dress(data.dress, wordings))
    if reply := first_note(data.notes, "reply"):
        yield wordings.line(reply.words).text
