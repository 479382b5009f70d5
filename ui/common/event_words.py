"""What events, their states, links and findings are called on the screen."""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.errors import PlannerError
from planner.language.catalog import mark
from planner.language.dates import format_day
from planner.language.languages import find, own_name
from planner.rules.findings import Finding, Severity
from planner.rules.kinds import EventKind, EventState, LinkKind
from ui.common.pill import Tone
from ui.translate import language, t, tn

KINDS = {
    EventKind.VISIT: mark("Visit"),
    EventKind.MEETING: mark("Working meeting"),
    EventKind.COURTESY_CALL: mark("Courtesy call"),
    EventKind.TALKS: mark("Talks"),
    EventKind.SIGNING: mark("Signing"),
    EventKind.CONFERENCE: mark("Conference"),
    EventKind.RECEPTION: mark("Reception"),
    EventKind.OTHER: mark("Other event"),
}
STATES = {
    EventState.IDEA: mark("Idea"),
    EventState.PREPARATION: mark("In preparation"),
    EventState.AGREED: mark("Agreed"),
    EventState.OVER: mark("Over"),
    EventState.CANCELLED: mark("Cancelled"),
}
STATE_TONES = {
    EventState.IDEA: Tone.NEUTRAL,
    EventState.PREPARATION: Tone.ATTENTION,
    EventState.AGREED: Tone.FINE,
    EventState.OVER: Tone.FINE,
    EventState.CANCELLED: Tone.STOP,
}
LINKS = {
    LinkKind.LEADS_TO: mark("leads to"),
    LinkKind.PART_OF: mark("is part of"),
    LinkKind.SEE_ALSO: mark("see also"),
}
TONES = {Severity.STOPS: Tone.STOP, Severity.ATTENTION: Tone.ATTENTION, Severity.HINT: Tone.NEUTRAL}
_WAYS_OUT = {"W-38": mark("Write"), "W-39": mark("Compare"), "W-17": mark("Choose the head")}


def state_word(state: EventState) -> str:
    """Return what a state of an event is called."""
    return t(STATES[state])


def kind_word(kind: EventKind) -> str:
    """Return what a kind of event is called."""
    return t(KINDS[kind])


def finding_sentence(finding: Finding) -> str:
    """Return a finding in the interface's language; languages go by their own names."""
    values = dict(finding.values)
    if "language" in values:
        values["language"] = own_name(str(values["language"]))
    return t(finding.message, **values)


def way_out(finding: Finding) -> str:
    """Return the words of the link beside a finding."""
    return t(_WAYS_OUT.get(finding.code, mark("Show")))


def day_short(day: date) -> str:
    """Return a day without its year, the month short: "10 Apr"."""
    return f"{day.day} {find(language()).months_short[day.month - 1]}"


def day_or_month(day: date, today: date) -> str:
    """Return a day of this year as "10 Apr", of another year as "Apr 2024"."""
    months = find(language()).months_short
    return day_short(day) if day.year == today.year else f"{months[day.month - 1]} {day.year}"


def month_heading(day: date) -> str:
    """Return the month of a day as a heading: "May 2024"."""
    month = find(language()).months_nominative[day.month - 1]
    return f"{month[:1].upper()}{month[1:]} {day.year}"


def nearness(first: date, last: date, today: date) -> str:
    """Tell how far an event is away: "in 8 days", "today", "under way", "" when it is past or far."""
    days = (first - today).days
    if first <= today <= last:
        return t("today") if first == last else t("under way")
    if days == 1:
        return t("tomorrow")
    return tn("in {n} day", "in {n} days", days) if 1 < days <= 60 else ""


def short_day(day: date) -> str:
    """Return a day with its year as briefly as the interface's language writes it."""
    return format_day(day, language(), form="short")


def long_day(day: date) -> str:
    """Return a day with its year in the interface's language."""
    return format_day(day, language())


def error_words(error: PlannerError) -> str:
    """Return a refusal in the interface's language; days in it are written as this language writes them."""
    values = {key: long_day(value) if isinstance(value, date) else value for key, value in error.values.items()}
    return t(error.message, **values)


def step_words(label: str, values: dict[str, Any]) -> str:
    """Return a step of the history in the interface's language."""
    return t(label, **values)
