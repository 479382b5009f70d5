"""What the fields of an imported list are called on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from planner.exchange.mapping import FieldSpec
from planner.language.catalog import mark
from planner.language.languages import own_name
from planner.rules.people_import import Change, Outcome
from planner.rules.person_record import LANGUAGE_FIELDS, PersonField
from planner.rules.text import Language
from ui.common.pill import Tone
from ui.translate import t

FIELDS = {
    PersonField.SURNAME: mark("Surname"),
    PersonField.GIVEN: mark("Given name"),
    PersonField.PATRONYMIC: mark("Patronymic"),
    PersonField.FULL_NAME: mark("Full name"),
    PersonField.HONORIFIC: mark("Title (Mr, Dr)"),
    PersonField.POSITION: mark("Position"),
    PersonField.DIVISION: mark("Division"),
    PersonField.DEGREE: mark("Academic degree"),
    PersonField.ORGANISATION: mark("Organisation"),
    PersonField.DELEGATION: mark("Delegation"),
    PersonField.COUNTRY: mark("Country"),
    PersonField.CAPACITY: mark("Capacity"),
    PersonField.RANK: mark("Rank"),
    PersonField.LANGUAGES: mark("Languages"),
    PersonField.EMAIL: mark("E-mail"),
    PersonField.PHONE: mark("Telephone"),
    PersonField.PASSPORT: mark("Passport number"),
    PersonField.PASSPORT_EXPIRES: mark("Passport valid until"),
    PersonField.BIRTH_DATE: mark("Day of birth"),
    PersonField.DIET: mark("Diet"),
    PersonField.HEALTH: mark("Health"),
    PersonField.NOTE: mark("Note"),
    PersonField.NUMBER: mark("Number in the list"),
}
OUTCOMES = {
    Outcome.NEW: (mark("New"), Tone.FINE),
    Outcome.SAME: (mark("Same person"), Tone.NEUTRAL),
    Outcome.CHANGED: (mark("Changed"), Tone.ATTENTION),
    Outcome.REJECTED: (mark("Rejected"), Tone.STOP),
}
PRIVATE = frozenset(("email", "phone", "passport", "passport_expires", "birth_date", "diet", "health"))


def field_word(field: str, language: Language | None = None) -> str:
    """Return what a field is called, with its language if it has one."""
    word = t("Name") if field == "name" else t(FIELDS[PersonField(field)])
    return f"{word} — {_language(language)}" if language else word


def field_choices(languages: Sequence[Language]) -> list[tuple[FieldSpec | None, str]]:
    """Return everything a column may hold: nothing, each field, and each field in each language."""
    found: list[tuple[FieldSpec | None, str]] = [(None, t("Leave out"))]
    for field in PersonField:
        found.append((FieldSpec(field), field_word(field)))
        if field in LANGUAGE_FIELDS:
            found += [(FieldSpec(field, tag), field_word(field, tag)) for tag in languages]
    return found


def change_words(change: Change) -> str:
    """Return a change as a person reads it; sensitive facts are named, not shown."""
    field, _, language = change.field.partition(".")
    name = field_word(field, language or None)
    if field in PRIVATE:
        name = t("{field} (private)", field=name)
        return f"{name}: {t('changed')}" if change.old else f"{name}: {t('added')}"
    return f"{name}: {change.old or '—'} → {change.new}"


def _language(tag: Language) -> str:
    name = own_name(tag)
    return name[:1].upper() + name[1:]
