"""How the calendar calls statuses and kinds of days."""

from __future__ import annotations

from planner.language.catalog import mark
from planner.language.countries import country_name
from planner.rules.calendar import DayKind, FeastDay, Status
from ui.common.named import shown
from ui.translate import language, t

STATUSES = {
    Status.COMPUTED: mark("computed"),
    Status.ANNOUNCED: mark("announced"),
    Status.DECREE: mark("by law or decree"),
}
KINDS = {
    DayKind.FEAST: mark("Feast"),
    DayKind.HOLIDAY: mark("Public holiday"),
    DayKind.DAY_OFF: mark("Day of rest moved here"),
    DayKind.WORKING: mark("Working day at a weekend"),
    DayKind.SHORTENED: mark("Shortened working day"),
    DayKind.FAST: mark("Fast"),
    DayKind.REMEMBRANCE: mark("Remembrance"),
    DayKind.MOURNING: mark("Mourning"),
    DayKind.LOCAL: mark("Local day"),
    DayKind.ELECTION: mark("Elections"),
    DayKind.ANNIVERSARY: mark("Anniversary"),
}


def status_word(status: Status) -> str:
    """Return how sure a day is, in the interface's language."""
    return t(STATUSES[status])


def kind_word(kind: DayKind) -> str:
    """Return what a day is, in the interface's language."""
    return t(KINDS[kind])


def day_title(one: FeastDay) -> str:
    """Return what a day is called on the screen; one without a name of its own by its kind."""
    return shown(one.name, "ru", "en") or kind_word(one.kind)


def remarks(one: FeastDay) -> str:
    """Return what else there is to say of a day: country, kind, whether it is worked, how sure it is, who says so."""
    parts = [country_name(one.country, language()) if one.country else ""]
    parts.append(kind_word(one.kind) if one.kind is not DayKind.FEAST else "")
    parts.append(t("not worked") if one.non_working else "")
    parts.append(status_word(one.status))
    parts.append(t(one.source) if one.source else "")
    return " · ".join(part for part in parts if part)


SOURCES = (
    mark("Umm al-Qura"),
    mark("Orthodox Easter"),
    mark("Western Easter"),
    mark("rule of the weekend (24.kg)"),
    mark("cabinet's calendar for 2026"),
    mark("government decree on days of rest in 2026"),
    mark("Labour Code, article 95"),
)
"""The sources the program's own tables name; what a person typed stays as typed."""
