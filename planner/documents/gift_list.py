"""Gift list: who gives what to whom, its worth, what customs and habits ask, and how far it is (handbook 2.16)."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.logistics_data import GiftData, GiftsData
from planner.documents.named import facts_line, plainly, said, short_name
from planner.documents.typed_once import Once, once
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day
from planner.language.numbers import format_number
from planner.rules.kinds import Side
from planner.rules.text import Language

MARKS = ("alcohol", "antique", "blade", "clock", "even-flowers", "food", "pork", "white-flowers")
"""What a paper can warn of."""


def compose(
    data: GiftsData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the list of presents, ours first; raises `NotPossible` where there is none."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.gifts:
        raise NotPossible(
            "“{event}” has no gifts yet. Write them down with the people they are for.",
            event=data.event.title.first(wordings[0].language),
        )
    blocks, typed = [], once(data.event, wordings)
    for ours, group in groupby(data.gifts, key=lambda one: one.from_us):
        key = "gifts_given" if ours else "gifts_received"
        rows = tuple(
            Row(one.id, (Line(str(place), Style.NUMBER),), tuple(_cell(one, each, typed) for each in wordings),
                changed=one.id in changed)
            for place, one in enumerate(group, 1)
        )  # fmt: skip
        heading = tuple((Line(each.word(key), Style.HEADING),) for each in wordings)
        blocks.append(Block(-1 if ours else -2, heading, rows, Tone.HOST if ours else Tone.GUEST))
    titles = [
        frame.title(data.event, data.heading, each, paper="gift_list",
                    subtitles=lambda one: [frame.days_of(data.event, one.language)])
        for each in wordings
    ]  # fmt: skip
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER, working=True)


def money(value: int, currency: str, language: Language) -> str:
    """Return minor units as an amount: "2 500 RUB", "1,250.50 USD"."""
    return f"{format_number(value / 100, language, decimals=2 if value % 100 else 0)}\u00a0{currency}"


def _cell(one: GiftData, wordings: Wordings, typed: Once) -> Cell:
    word, language = wordings.word, wordings.language
    who = short_name(one.who, wordings) if one.who is not None else ""
    giver = plainly(one.giver, wordings)
    ends = (giver, who) if one.from_us else (who, giver)
    lines = [wordings.line(one.title, Style.STRONG)]
    lines += facts_line([" → ".join(filter(None, ends))], wordings, Style.BODY)
    lines += facts_line(
        [
            word("value", money=money(one.value, one.currency, language)) if one.value is not None else "",
            *(word(f"holds_{mark.replace('-', '_')}") for mark in one.marks if mark in MARKS),
        ],
        wordings,
    )
    handed = word("handed_by", people=plainly(one.handed_by, wordings)) if one.handed_by else ""
    given = word("given_on", day=format_day(one.given_on, language, form="day_month")) if one.given_on else ""
    registered = word("not_registered")
    if one.registered_on:
        registered = word("registered_on", day=format_day(one.registered_on, language, form="day_month"))
    state = word("wrapped" if one.wrapped else "not_wrapped") if one.from_us else registered
    line = typed.said(one.budget, wordings)
    budget = word("budget_line", line=line) if line else ""
    lines += facts_line([handed, given, state, budget, typed.said(one.note, wordings)], wordings)
    if one.card:
        lines += facts_line([word("card_text", words=said(one.card, wordings))], wordings)
    return tuple(lines)
