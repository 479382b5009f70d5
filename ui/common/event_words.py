"""What events, their states, links and findings are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from planner.errors import PlannerError
from planner.language.catalog import mark
from planner.language.dates import format_day
from planner.language.languages import find, own_name
from planner.rules.findings import Finding, Severity
from planner.rules.kinds import EventKind, EventState, LinkKind
from ui.common.named import said as quoted
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
_CODES = {
    "halal": mark("halal"), "no-pork": mark("no pork"), "no-alcohol": mark("no alcohol"), "kosher": mark("kosher"),
    "vegetarian": mark("vegetarian"), "vegan": mark("vegan"), "no-beef": mark("no beef"), "lent": mark("lenten"),
    "gluten-free": mark("without gluten"), "lactose-free": mark("without lactose"), "nuts": mark("without nuts"),
    "fish": mark("without fish"), "programme": mark("programme"), "agenda": mark("agenda"),
    "running-order": mark("running order"), "participants": mark("list of participants"),
}  # fmt: skip
_WAYS_OUT = {"W-38": mark("Write"), "W-39": mark("Compare"), "W-17": mark("Choose the head")}


def state_word(state: EventState) -> str:
    """Return what a state of an event is called."""
    return t(STATES[state])


def kind_word(kind: EventKind) -> str:
    """Return what a kind of event is called."""
    return t(KINDS[kind])


def finding_sentence(finding: Finding) -> str:
    """Return a finding in the interface's language; languages go by their own names."""
    return t(finding.message, **shown_values(finding.values))


def shown_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a sentence as this language says them: names, languages, days, countries, diets, papers."""
    said = {key: quoted(value) if isinstance(value, str) else value for key, value in values.items()}
    for key, value in values.items():
        if key == "language":
            said[key] = own_name(str(value))
        elif key == "country":
            said[key] = _country(str(value))
        elif key in ("why", "diet", "paper"):
            said[key] = t(_CODES.get(str(value), str(value)))
        elif isinstance(value, date):
            said[key] = short_day(value)
    return said


def _country(code: str) -> str:
    # Names of countries take Babel, which the first paint of the window does not wait for.
    from planner.language.countries import country_name

    return country_name(code, language()) if code else t("nobody’s country")


def way_out(finding: Finding) -> str:
    """Return the words of the link beside a finding."""
    return t(_WAYS_OUT.get(finding.code, mark("Show")))


def day_short(day: date) -> str:
    """Return a day without its year, the month short: "10 Apr"."""
    return f"{day.day} {find(language()).months_short[day.month - 1]}"


def day_or_month(day: date, today: date) -> str:
    """Return a day of this year as "10 Apr", of another year as "Apr 2024"."""
    return day_short(day) if day.year == today.year else month_short(day)


def month_short(day: date) -> str:
    """Return the month of a day and its year in short: "Apr 2024"; without a day no month stands in the genitive."""
    names, place = find(language()), day.month - 1
    short = names.months_short[place]
    if short == names.months[place] != names.months_nominative[place]:
        short = names.months_nominative[place]
    return f"{short} {day.year}"


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
