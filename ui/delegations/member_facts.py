"""The facts of a member that are read, not typed: since when in office, which place, what items and events."""

from __future__ import annotations

from typing import Any

from planner.language.dates import format_day, format_range, format_time_range
from planner.queries.agenda import ItemRow
from planner.queries.events import EventRow
from planner.queries.members import MemberSheet
from ui.common.findings import Fact
from ui.common.named import shown
from ui.common.pill import Tone
from ui.translate import language, t, tn

FEW = 8


def office_facts(post: Any) -> list[Fact]:
    """Since when the post is held, and when somebody last made sure of it."""
    if post is None:
        return []
    parts = []
    if post.valid_from:
        parts.append(t("since {day}", day=format_day(post.valid_from, language())))
    if post.acting:
        parts.append(t("acting"))
    checked = post.confirmed_on
    parts.append(t("checked {day}", day=format_day(checked, language())) if checked else t("not checked yet"))
    dot = Tone.FINE if checked else Tone.ATTENTION
    return [Fact(" · ".join(parts), dot=dot, link=("confirm", t("Checked today")))]


def item_facts(sheet: MemberSheet) -> list[Fact]:
    """The items the member is put down for; a click leads to them."""
    if not sheet.items:
        return [Fact(t("No item names this person, the delegation or its side yet."))]
    facts = [Fact(tn("{n} item of the programme", "{n} items of the programme", len(sheet.items)))]
    tags = sheet.event.languages
    for item in sheet.items[:FEW]:
        facts.append(Fact(f"{_when(item)} · {shown(item.title, *tags) or '—'}", link=(str(item.id), t("Open"))))
    if len(sheet.items) > FEW:
        facts.append(Fact(t("and {n} more", n=len(sheet.items) - FEW)))
    return facts


def event_facts(sheet: MemberSheet) -> list[Fact]:
    """The other events the person takes part in, the newest first."""
    if sheet.person is None:
        return []
    others = [place.event for place in reversed(sheet.person.places) if place.event.id != sheet.event.id]
    return [
        Fact(f"{format_range(one.from_day, one.to_day, language())} · {_title(one)}", link=(str(one.id), t("Open")))
        for one in others[:FEW]
    ]


def _when(item: ItemRow) -> str:
    if item.day is None:
        return t("no time yet")
    day = format_day(item.day, language(), form="day_month")
    return day if item.start is None else f"{day}, {format_time_range(item.start, item.end)}"


def _title(event: EventRow) -> str:
    return shown(event.short_title, *event.languages) or shown(event.title, *event.languages) or "—"
