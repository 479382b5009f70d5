"""The columns of arrivals and departures."""

from __future__ import annotations

from functools import partial
from typing import Any

from planner.language.zones import zone_city
from planner.queries.logistics import JourneyRow, Travel
from planner.rules.text import Language
from ui.common.edit_columns import Choices, EditColumn, whole_number
from ui.logistics.section import short_language, words_column
from ui.logistics.words import (
    DIRECTIONS,
    MEANS,
    Typed,
    begin_moment,
    named,
    parse_moment,
    people_choices,
    show_moment,
    zone_of,
)
from ui.translate import language, t

WORDS = "sign:"
"""Before the language, the key of a column of the sign."""
MOST_SIGNS = 2


def journey_columns(sheet: Travel) -> list[EditColumn]:
    """Return the columns for an event."""
    people = people_choices(sheet.people, sheet.event.languages)
    ways, means = named(DIRECTIONS), named(MEANS)
    cars = Choices([(one.id, f"{one.name} {one.plate}".strip()) for one in sheet.vehicles], empty=True)
    known = sheet.known
    return [
        EditColumn(
            "who", t("Person"), lambda row: people.label(row.participation_id), 170, parse=people.value,
            offers=people.labels, starts=True, wrong=t("Nobody of this event is called so."),
        ),
        EditColumn(
            "direction", t("Direction"), lambda row: ways.label("arrival" if row.arrival else "departure"), 96,
            parse=ways.value, offers=ways.labels, tone=lambda row: "fine" if row.arrival else "neutral",
            wrong=t("Write arrival or departure."),
        ),
        EditColumn("means", t("By"), lambda row: means.label(row.means) or row.means, 76, parse=means.value,
                   offers=means.labels, wrong=t("Write flight, train, car, coach or ship.")),
        words_column("number", t("Flight, train"), lambda row: row.number, 96, offers=known["number"], hint="SU 1482"),
        words_column("from_place", t("From"), lambda row: row.from_place, 112, offers=known["from_place"]),
        _moment("leaves", t("Leaves"), sheet),
        words_column("to_place", t("To"), lambda row: row.to_place, 112, offers=known["to_place"]),
        _moment("arrives", t("Arrives"), sheet),
        words_column("terminal", t("Terminal"), lambda row: row.terminal, 76, offers=known["terminal"]),
        words_column("met_by", t("Met by"), lambda row: row.met_by, 120, offers=known["met_by"]),
        EditColumn("vehicle_id", t("Car"), lambda row: cars.label(row.vehicle_id), 120, parse=cars.value,
                   offers=cars.labels, wrong=t("No vehicle of the office is called so. Add it under Cars.")),
        EditColumn("bags", t("Bags"), lambda row: "" if row.bags is None else str(row.bags), 56, parse=_bags,
                   right=True, wrong=t("Write a number.")),
        *(_sign(tag) for tag in sign_languages(sheet)),
        words_column("note", t("Remark"), lambda row: row.note, 120),
    ]  # fmt: skip


def sign_languages(sheet: Travel) -> tuple[Language, ...]:
    """Return in which languages a sign is written: those of the guests, then those of the event."""
    return tuple(dict.fromkeys((*sheet.event.guest_languages, *sheet.event.languages)))[:MOST_SIGNS]


def place_values(key: str, value: Any) -> dict[str, Any]:
    """Return what a place that was typed says: of a town the program knows also the zone."""
    found = {key: value}
    end = {"from_place": "leaves_zone", "to_place": "arrives_zone"}.get(key)
    if end is not None and (zone := zone_of(str(value))) is not None:
        found[end] = zone
    return found


def _moment(key: str, title: str, sheet: Travel) -> EditColumn:
    def parts(row: JourneyRow) -> tuple[Any, Any, str]:
        return getattr(row, f"{key}_day"), getattr(row, key), getattr(row, f"{key}_zone")

    def shown(row: JourneyRow) -> str:
        return show_moment(*parts(row)[:2])

    def aside(row: JourneyRow) -> str:
        zone = parts(row)[2]
        return zone_city(zone, language()) if zone not in (sheet.event.host_zone, "") else ""

    def parse(words: str) -> Typed:
        return parse_moment(words, sheet.event.from_day)

    return EditColumn(
        key, title, shown, 158, parse=parse, typed=lambda row: begin_moment(*parts(row)), aside=aside,
        hint=t("23.4 7:40 Bishkek"), wrong=t("Write a day, a time and perhaps a town, as 23.4 7:40 Bishkek."),
    )  # fmt: skip


def _sign(tag: Language) -> EditColumn:
    def words(row: JourneyRow, tag: Language = tag) -> str:
        return row.sign.get(tag)

    return words_column(f"{WORDS}{tag}", t("Sign ({language})", language=short_language(tag)), partial(words), 150)


def _bags(words: str) -> int | None:
    value = whole_number(words)
    if value is not None and not 0 <= value < 1000:
        raise ValueError(words)
    return value
