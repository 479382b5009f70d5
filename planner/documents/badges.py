"""Badges: name, organisation, country and role, zones of access and language of speech, and a code (handbook 2.10).

The code says an id and nothing else. On a lanyard a badge turns round, so it may be printed on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.documents import frame
from planner.documents.cards import MILLIMETRE, has_emblem, left_edge
from planner.documents.content import Block, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.figures import Align, At, Box, EmblemPlace, Face, Figure, Ink, Mark, Pen, Said, Stroke, Words
from planner.documents.labelled import labelled
from planner.documents.logistics_data import BadgeData, BadgesData
from planner.documents.named import name_line, said
from planner.documents.qr import qr_marks
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.countries import country_name
from planner.language.languages import find, own_name
from planner.rules.kinds import Capacity, Side
from planner.rules.text import Language

_PAGE_WIDTH, _PAGE_HEIGHT = 5953, 8419  # A4
WIDTH, HEIGHT = round(90 * MILLIMETRE), round(60 * MILLIMETRE)
ACROSS, DOWN = 2, 4
_LEFT, _TOP = (_PAGE_WIDTH - ACROSS * WIDTH) // 2, (_PAGE_HEIGHT - DOWN * HEIGHT) // 2
_CUT, _PAD, _BAND = 120, 130, 260
CODE = round(24 * MILLIMETRE)
"""Side of the square of the code, with its clear space."""

_EMBLEM = 200
_SIGN_WIDTH, _SIGN_HEIGHT, _TAIL = 560, 150, 45
_ZONE_HEIGHT, _ZONE_GAP, _ZONE_LETTER = 150, 40, 70
_THIN = Pen(Ink.GREY, 3)
_ROLES = {Side.HOST: "host", Side.STAFF: "role_staff", Side.INVITED: "role_invited"}
_INKS = {Side.HOST: Ink.HOST, Side.GUEST: Ink.GUEST}


def compose(
    data: BadgesData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    both_sides: bool = False,
) -> Content:
    """Compose badges of 9 by 6 cm, eight to a page with marks to cut at; raises `NotPossible` for nobody.

    On `both_sides` a page of backs follows each page, so that they meet when the sheet is turned on its long edge.
    """
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.badges:
        raise NotPossible(
            "“{event}” has nobody a badge could be made for. Add people to its delegations first.",
            event=data.event.title.first(wordings[0].language),
        )
    page = ACROSS * DOWN
    leaves = (data.badges[at : at + page] for at in range(0, len(data.badges), page))
    sides = (False, True) if both_sides else (False,)
    sheets = tuple(_sheet(data, leaf, wordings, back=back) for leaf in leaves for back in sides)
    rows = tuple(
        Row(one.who.id, (Line(str(one.who.id), Style.NUMBER),), tuple(_row(one, each) for each in wordings))
        for one in data.badges
    )
    titles = [(Line(each.word("badges"), Style.TITLE),) for each in wordings]
    paper = frame.paper(data.event, wordings, titles, [Block(-1, (), rows, Tone.NEUTRAL)], lead=LeadWidth.NUMBER)
    return paper._replace(sheets=sheets)


def code_of(one: BadgeData) -> str:
    """Return what the code of a badge says: the number of the place in a delegation."""
    return str(one.who.id)


def _row(one: BadgeData, wordings: Wordings) -> tuple[Line, ...]:
    lines = [name_line(one.who, wordings), wordings.plain(_role(one, wordings), Style.NOTE)]
    if one.zones:
        access = wordings.word("access_zones", zones=wordings.separator.join(one.zones))
        lines.append(wordings.plain(access, Style.NOTE))
    if one.speaks:
        lines.append(labelled(wordings, "speaks", speech(one)))
    return tuple(lines)


def speech(one: BadgeData) -> str:
    """Return the language to address somebody in, as it calls itself: whoever speaks it knows that word."""
    return own_name(one.speaks) if one.speaks else ""


def _role(one: BadgeData, wordings: Wordings) -> str:
    """Return what somebody is here, as guards and hosts ask it."""
    if one.side in _ROLES and one.who.capacity in (Capacity.MEMBER, Capacity.HEAD, Capacity.DEPUTY_HEAD):
        return wordings.word(_ROLES[one.side])
    return wordings.word(f"role_{one.who.capacity.value.replace('-', '_')}")


def _sheet(data: BadgesData, badges: Sequence[BadgeData], wordings: Sequence[Wordings], *, back: bool) -> Figure:
    """Return a page of badges, or of their backs: the columns the other way round, the other language leading."""
    marks: list[Mark] = list(_cut_marks())
    emblems: list[EmblemPlace] = []
    for place, one in enumerate(badges):
        column = ACROSS - 1 - place % ACROSS if back else place % ACROSS
        x, y = _LEFT + column * WIDTH, _TOP + place // ACROSS * HEIGHT
        marks += _badge(data, one, _turned(one, wordings) if back else wordings, x, y)
        if has_emblem(data.event):
            emblems.append(EmblemPlace(x + _PAD, y + 60, _EMBLEM, _EMBLEM))
    return Figure(_PAGE_WIDTH, _PAGE_HEIGHT, tuple(marks), tuple(emblems), left_edge(_LEFT, _PAGE_HEIGHT))


def _turned(one: BadgeData, wordings: Sequence[Wordings]) -> Sequence[Wordings]:
    """Return the languages of a back: the second leads, unless the name is not known in it."""
    assert one.who.person is not None
    turned = [*wordings[1:], *wordings[:1]]
    return turned if turned[0].language in one.who.person.names else wordings


def _badge(
    data: BadgesData, one: BadgeData, wordings: Sequence[Wordings], x: int, y: int
) -> Iterator[Mark]:
    """Yield one badge: the event above, the names, then organisation and country beside the code, the role below."""
    inner = WIDTH - 2 * _PAD
    event = tuple(Said(said(data.event.title, each), 68, Face.SANS, Ink.GREY, 50) for each in wordings[:2])
    emblem = _EMBLEM + 50 if has_emblem(data.event) else 0
    room = inner - emblem - (_SIGN_WIDTH if one.speaks else 0)
    yield Words(x + _PAD + emblem, y + 70, room, 190, event, Align.LEFT, At.TOP)
    if one.speaks:
        yield from _speech_sign(speech(one), x + WIDTH - _PAD // 2 - _SIGN_WIDTH + 40, y + 70)
    yield Words(x + _PAD, y + 260, inner, 640, tuple(_names(one, wordings)), Align.LEFT, At.MIDDLE)
    about = HEIGHT - _BAND - 900
    beside = inner - CODE + 60
    zones = _ZONE_HEIGHT + 40 if one.zones else 0
    yield Words(x + _PAD, y + 900, beside, about - 30 - zones, tuple(_about(one, wordings)), Align.LEFT, At.TOP)
    yield from _zones(one.zones, x + _PAD, y + HEIGHT - _BAND - zones + 10, beside - 40)
    yield Box(x, y + HEIGHT - _BAND, WIDTH - CODE - 40, _BAND, None, _INKS.get(one.side, Ink.GREY))
    roles = " · ".join(dict.fromkeys(_role(one, each) for each in wordings))
    yield Words(
        x + _PAD, y + HEIGHT - _BAND, WIDTH - CODE - 40 - 2 * _PAD + 80, _BAND,
        (Said(roles, 100, Face.SANS_BOLD, Ink.PAPER, 52, whole=True),), Align.LEFT, At.MIDDLE,
    )  # fmt: skip
    yield from qr_marks(code_of(one), x + WIDTH - CODE - 20, y + HEIGHT - CODE - 60, CODE)
    number = (Said(f"{find(wordings[0].language).number_sign}{one.who.id}", 60, Face.SANS, Ink.GREY),)
    yield Words(x + WIDTH - CODE - 20, y + HEIGHT - 105, CODE, 80, number, Align.CENTRE, At.MIDDLE)


def _speech_sign(words: str, x: int, y: int) -> Iterator[Mark]:
    """Yield a balloon with the name of a language."""
    width = _SIGN_WIDTH - 40
    foot = y + _SIGN_HEIGHT
    yield Box(x, y, width, _SIGN_HEIGHT, Pen(Ink.GREY, 6), Ink.PAPER, radius=40)
    yield Stroke(((x + 80, foot), (x + 80, foot + _TAIL), (x + 150, foot)), Pen(Ink.GREY, 6), Ink.PAPER)
    said = (Said(words, 84, Face.SANS_BOLD, Ink.BLACK, 46, whole=True),)
    yield Words(x + 20, y, width - 40, _SIGN_HEIGHT, said, Align.CENTRE, At.MIDDLE)


def _zones(zones: Sequence[str], x: int, y: int, width: int) -> Iterator[Mark]:
    """Yield a frame for each zone, or where they are too many for frames, all of them in one."""
    widths = [max(_ZONE_HEIGHT, _ZONE_LETTER * len(zone) + 60) for zone in zones]
    if sum(widths) + _ZONE_GAP * (len(zones) - 1) > width:
        zones, widths = (" · ".join(zones),), [width]
    for zone, wide in zip(zones, widths, strict=True):
        yield Box(x, y, wide, _ZONE_HEIGHT, Pen(Ink.BLACK, 8), Ink.PAPER, radius=20)
        said = (Said(zone, 100, Face.SANS_BOLD, Ink.BLACK, 40, whole=True),)
        yield Words(x + 20, y, wide - 40, _ZONE_HEIGHT, said, Align.CENTRE, At.MIDDLE)
        x += wide + _ZONE_GAP


def _names(one: BadgeData, wordings: Sequence[Wordings]) -> Iterator[Said]:
    """Yield the name, in the first language large; one that was said before is not repeated."""
    shown: set[str] = set()
    assert one.who.person is not None
    for place, each in enumerate(wordings):
        name = one.who.person.names.get(each.language)
        whole: tuple[str, ...]
        if name is None:
            whole = (each.missing.text,)
        elif place == 0:
            whole = tuple(filter(None, (" ".join(filter(None, (name.given, name.patronymic))), name.surname)))
        else:
            whole = (each.full_name(one.who.person).replace("\u00a0", " "),)
        if " ".join(sorted(" ".join(whole).split())) in shown:
            continue
        shown.add(" ".join(sorted(" ".join(whole).split())))
        if place == 0 and len(whole) > 1:
            yield Said(whole[0], 150, Face.SERIF, Ink.BLACK, 100)
            yield Said(whole[1], 230, Face.SERIF_BOLD, Ink.BLACK, 120)
        else:
            first = Said(whole[0], 230, Face.SERIF_BOLD, Ink.BLACK, 120)
            yield first if place == 0 else Said(whole[0], 130, Face.SERIF, Ink.GREY, 90)


def _about(one: BadgeData, wordings: Sequence[Wordings]) -> Iterator[Said]:
    assert one.who.person is not None
    country = one.who.person.country
    for each in wordings:
        place = country_name(country, each.language) if country else ""
        words = ", ".join(filter(None, (said(one.organisation, each), place)))
        if words:
            yield Said(words, 82, Face.SANS, Ink.BLACK if each is wordings[0] else Ink.GREY, 52)


def _cut_marks() -> Iterator[Stroke]:
    """Yield short lines outside the badges at which the page is cut, and hair lines between them."""
    right, bottom = _LEFT + ACROSS * WIDTH, _TOP + DOWN * HEIGHT
    for column in range(ACROSS + 1):
        x = _LEFT + column * WIDTH
        yield Stroke(((x, _TOP - _CUT), (x, _TOP - 20)), _THIN)
        yield Stroke(((x, bottom + 20), (x, bottom + _CUT)), _THIN)
    for row in range(DOWN + 1):
        y = _TOP + row * HEIGHT
        yield Stroke(((_LEFT - _CUT, y), (_LEFT - 20, y)), _THIN)
        yield Stroke(((right + 20, y), (right + _CUT, y)), _THIN)
