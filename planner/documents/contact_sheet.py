"""Contact sheet: how everybody is reached, who looks after whom, and the drivers. Of the office alone (W-71)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, tone_of
from planner.documents.logistics_data import ContactData, ContactsData, VehicleData
from planner.documents.named import facts_line, kept_whole, name_line, post_of, said, short_name, telephone
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.rules.kinds import Side
from planner.rules.text import Language

_PHONE = 1300


def compose(
    data: ContactsData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the contact sheet; raises `NotPossible` where nobody takes part."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.contacts:
        raise NotPossible(
            "“{event}” has nobody to call yet. Add a delegation and its members first.",
            event=data.event.title.first(wordings[0].language),
        )
    blocks = [*_people(data.contacts, wordings, changed)]
    if data.drivers:
        rows = tuple(
            Row(one.id, (Line(str(number), Style.NUMBER),), tuple(_driver(one, each) for each in wordings),
                changed=one.id in changed, trail=(_reached(one.phone, "", wordings),))
            for number, one in enumerate(data.drivers, 1)
        )  # fmt: skip
        blocks.append(Block(-2, tuple((Line(each.word("drivers"), Style.HEADING),) for each in wordings), rows))
    titles = [
        frame.title(data.event, data.heading, each, paper="contacts",
                    subtitles=lambda one: [frame.days_of(data.event, one.language)])
        for each in wordings
    ]  # fmt: skip
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=True)
    return paper._replace(trail=(_PHONE,))


def _people(
    contacts: Sequence[ContactData], wordings: Sequence[Wordings], changed: Collection[int]
) -> Iterator[Block]:
    for side, group in groupby(contacts, key=lambda one: one.side):
        rows = tuple(
            Row(one.who.id, (Line(str(number), Style.NUMBER),), tuple(_contact(one, each) for each in wordings),
                changed=one.who.id in changed, trail=(_reached(one.phone, one.email, wordings),))
            for number, one in enumerate(group, 1)
        )  # fmt: skip
        heading = tuple((Line(each.word(side.value), Style.HEADING),) for each in wordings)
        yield Block(-1, heading, rows, tone_of(side))


def _contact(one: ContactData, wordings: Wordings) -> Cell:
    lines = [name_line(one.who, wordings)]
    post = post_of(one.who)
    if post:
        lines.append(wordings.line(post, Style.NOTE))
    charges = [*(said(text, wordings) for text in one.whole), *(short_name(who, wordings) for who in one.looks_after)]
    if charges:
        whom = wordings.word("looks_after", people=wordings.separator.join(charges))
        lines += facts_line([whom], wordings)
    return tuple(lines)


def _driver(one: VehicleData, wordings: Wordings) -> Cell:
    # Typed once, yet in every column: whoever looks for the car must find it, in whatever letters.
    name = facts_line([one.driver or one.name], wordings, Style.STRONG)
    return (*name, *facts_line([one.name if one.driver else "", kept_whole(one.plate)], wordings))


def _reached(phone: str, email: str, wordings: Sequence[Wordings]) -> Cell:
    """Return telephone and e-mail, which are in no language, or in each that there is neither."""
    first = wordings[0]
    lines = [*facts_line([telephone(phone, first)], first, Style.BODY), *facts_line([email], first)]
    none = dict.fromkeys(each.word("no_contact") for each in wordings)
    return tuple(lines) or tuple(Line(words, Style.MISSING) for words in none)
