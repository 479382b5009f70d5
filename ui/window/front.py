"""What the shell shows of an office and of the event chosen, gathered on a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from planner.language.dates import format_range
from planner.language.zones import zone_city
from planner.queries.counts import Counts, register_counts, side_counts
from planner.queries.events import EventPage, EventRow, event_page, events, templates
from planner.queries.office_settings import office_name, office_setting
from planner.rules.kinds import EventState, Side
from planner.rules.text import Language, Text
from planner.rules.times import offset_words, zone_named
from ui.common.event_words import STATE_TONES, day_or_month, month_heading, state_word
from ui.common.named import other_wording, shown
from ui.common.nav_list import NavEntry, group
from ui.translate import language, t, tn
from ui.window.event_header import Heading

TAB_OF = {"item": "programme", "member": "delegations", "delegation": "delegations", "person": "delegations",
          "seating": "seating", "paper": "documents", "task": "tasks"}  # fmt: skip
"""Where a finding about a kind of thing is counted."""


class Front(NamedTuple):
    """The office at a glance; `templates` are the ids of events kept to be copied."""

    office: Text
    events: tuple[EventRow, ...]
    counts: Counts
    is_sample: bool
    templates: frozenset[int] = frozenset()


class EventFront(NamedTuple):
    """The heading of an event: its page, the members of each side, the clocks of both sides."""

    page: EventPage
    sides: dict[Side, int]
    zones: str


def office_front(db: Any) -> Front:
    """Return the office at a glance."""
    kept = frozenset(row.id for row in templates(db))
    return Front(office_name(db), events(db), register_counts(db), bool(office_setting(db, "sample")), kept)


def event_front(db: Any, event_id: int, tag: Language) -> EventFront:
    """Return the heading of an event; cities are named in a language."""
    page = event_page(db, event_id)
    return EventFront(page, side_counts(db, event_id), _zones(page, tag))


def findings_by_tab(db: Any, event_id: int, today: date) -> dict[str, int]:
    """Return how many findings each tab of an event holds."""
    from planner.checks.event import check_event  # what it stands on takes 20 ms, and pages come first

    kinds = (finding.things[0].kind for finding in check_event(db, event_id, today=today) if finding.things)
    return dict(Counter(TAB_OF[kind] for kind in kinds if kind in TAB_OF))


def entries(
    front: Front, today: date, registers: Sequence[tuple[str, str, int | None]], office: Sequence[tuple[str, str]] = ()
) -> list[NavEntry]:
    """Return the navigation: events to come by month, past ones the latest first, registers (key, word, count, None
    while it is not known) and what is the office's own (key, word).
    """
    coming = [event for event in front.events if event.to_day >= today and event.state is not EventState.OVER]
    past = [event for event in front.events if event not in coming]
    lines: list[NavEntry] = []
    for event in coming:
        heading = group(month_heading(max(event.from_day, today.replace(day=1))))
        if heading not in lines:
            lines.append(heading)
        lines.append(_entry(event, _days(event)))
    if past:
        lines.append(group(t("Past")))
        lines += [_entry(event, day_or_month(event.from_day, today)) for event in reversed(past)]
    lines.append(group(t("Registers")))
    lines += [NavEntry(word, key, right="" if count is None else str(count)) for key, word, count in registers]
    if office:
        lines.append(group(t("Office")))
    return [*lines, *(NavEntry(word, key) for key, word in office)]


def heading(front: EventFront) -> Heading:
    """Return the words of an event's heading."""
    page = front.page
    first = page.title.first(*page.languages)
    second = other_wording(page.title, first, *page.languages)
    counts = {
        Side.GUEST: tn("{n} guest", "{n} guests", front.sides.get(Side.GUEST, 0)),
        Side.HOST: tn("{n} host", "{n} hosts", front.sides.get(Side.HOST, 0)),
        Side.INVITED: tn("{n} invited", "{n} invited", front.sides.get(Side.INVITED, 0)),
        Side.STAFF: tn("{n} of the staff", "{n} of the staff", front.sides.get(Side.STAFF, 0)),
    }
    sides = [words for side, words in counts.items() if front.sides.get(side)]
    pair = " | ".join(tag.upper() for tag in page.languages)
    if page.template:
        days = tn("{n} day", "{n} days", (page.to_day - page.from_day).days + 1)
        return Heading(first, second, t("Template"), "neutral", days, " · ".join([*sides, pair]))
    return Heading(
        first, second, state_word(page.state), STATE_TONES[page.state],
        format_range(page.from_day, page.to_day, language()), " · ".join([*sides, pair]),
    )  # fmt: skip


def _entry(event: EventRow, when: str) -> NavEntry:
    hollow = event.state in (EventState.CANCELLED, EventState.AGREED)
    name = shown(event.short_title or event.title, *event.languages)
    return NavEntry(name, f"event:{event.id}", when, STATE_TONES[event.state], hollow, state_word(event.state))


def _days(event: EventRow) -> str:
    if event.from_day == event.to_day:
        return str(event.from_day.day)
    return f"{event.from_day.day}–{event.to_day.day}"


def _zones(page: EventPage, tag: Language) -> str:
    ten = datetime.combine(page.from_day, time(10), tzinfo=zone_named(page.host_zone)).astimezone(UTC)
    zones = dict.fromkeys((page.host_zone, page.guest_zone))
    return " · ".join(f"{zone_city(zone, tag)} {offset_words(zone, ten)}" for zone in zones)
