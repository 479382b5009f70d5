"""What the facts of two people are called, and how each is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from planner.language.catalog import mark
from planner.language.countries import country_name
from planner.language.dates import format_day
from planner.language.languages import own_name
from planner.rules.merging import MergeField
from planner.rules.text import Text
from ui.common.named import shown
from ui.translate import language, t

FACTS: Mapping[str, str] = {
    "post": mark("Post held now"), "country": mark("Country"), "gender": mark("Addressed as"),
    "degree": mark("Academic degree"),
    "deceased": mark("Deceased"), "private.passport_number": mark("Passport number"),
    "private.passport_expires": mark("Passport expires"), "private.birth_date": mark("Day of birth"),
    "private.citizenship": mark("Citizenship"), "private.diet": mark("Diet"), "private.health": mark("Health"),
    "private.fasting": mark("Fasting"), "private.prayer": mark("Prayer"), "private.access": mark("Access"),
    "private.visa_until": mark("Visa until"), "contact.phone": mark("Telephone"), "contact.email": mark("E-mail"),
}  # fmt: skip


def fact_name(key: str) -> str:
    """Return what a fact is called."""
    kind, _, rest = key.partition(".")
    if kind == "name":
        name = t("As in the passport") if rest == "und-Latn" else own_name(rest)
        return f"{t('Name')} — {name[:1].upper()}{name[1:]}"
    return t(FACTS[key]) if key in FACTS else rest


def fact_value(field: MergeField, value: Any) -> str:
    """Return a fact as a person reads it."""
    if not value:
        return "—"
    if isinstance(value, Text):
        return shown(value)
    if isinstance(value, date):
        return format_day(value, language())
    if field.key in ("country", "private.citizenship"):
        return country_name(value, language())
    if field.key == "gender":
        return {"f": t("a woman"), "m": t("a man")}.get(value, "")
    if value is True:
        return t("yes")
    if isinstance(value, tuple):
        return ", ".join(filter(None, (shown(one) for one in value if isinstance(one, Text))))
    return str(value)
