"""How names and texts are written: case forms a person confirmed, and letters mended on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.errors import BadInput
from planner.language.declension import Case
from planner.language.lookalikes import mend
from planner.model.people import PersonName
from planner.operations.registry import Work, operation
from planner.operations.texts import text_of
from planner.rules.text import Language


@operation("Confirm the cases of {name}")
def confirm_name_cases(work: Work, name_id: int, forms: Mapping[str, str]) -> None:
    """Keep confirmed forms of a name, surname first, by case; an empty form is no longer confirmed.

    They hold for the name as it is now: "nom" keeps it, so that another spelling makes them void and undo makes them
    good again. Raise BadInput for an unknown case.
    """
    name = work.get(PersonName, name_id)
    now = whole_name(name.surname, name.given, name.patronymic)
    old = name.cases if name.cases.get("nom") == now else {}
    kept = _merged(old, forms)
    new = {"nom": now, **kept} if kept else {}
    if new != name.cases:
        name.cases = new
    work.values["name"] = now


@operation("Confirm the cases of “{words}”")
def confirm_cases(
    work: Work, table: str, row_id: int, field: str, *, language: Language, forms: Mapping[str, str]
) -> None:
    """Keep confirmed case forms of a text in one language. Raise BadInput if it is missing or the case unknown."""
    row, old = text_of(work, table, row_id, field)
    wording = old.wordings.get(language)
    if wording is None:
        raise BadInput("There is nothing to check yet: the text is missing in this language.")
    new = old.with_cases(language, _merged(wording.cases, forms))
    if new != old:
        setattr(row, field, new)
    work.values["words"] = wording.text[:80]


@operation("Mend the letters of {name}")
def mend_name_letters(work: Work, name_id: int) -> None:
    """Put the letters that were meant into a name in the place of look-alikes."""
    name = work.get(PersonName, name_id)
    for part in ("surname", "given", "patronymic"):
        words = getattr(name, part)
        mended = mend(words, name.language, name=True)
        if mended != words:
            setattr(name, part, mended)
    work.values["name"] = whole_name(name.surname, name.given, name.patronymic)


@operation("Mend the letters of “{words}”")
def mend_letters(work: Work, table: str, row_id: int, field: str, *, language: Language) -> None:
    """Put the letters that were meant into one wording of a text in the place of look-alikes."""
    row, old = text_of(work, table, row_id, field)
    mended = mend(old.get(language), language)
    new = old.with_wording(language, mended, old.wordings[language].source) if mended else old
    if new != old:
        setattr(row, field, new)
    work.values["words"] = mended[:80]


def whole_name(surname: str, given: str, patronymic: str) -> str:
    """Return a name as its case forms are kept: surname first, in one line."""
    return " ".join(part for part in (surname, given, patronymic) if part)


def _merged(old: Mapping[str, Any], forms: Mapping[str, str]) -> dict[str, str]:
    cases = [case.value for case in Case if case is not Case.NOM]
    for case, form in forms.items():
        if case not in cases or not isinstance(form, str):
            raise BadInput("“{value}” is not possible for {field}.", value=form, field=case)
    both = {**old, **{case: form.strip() for case, form in forms.items()}}
    return {case: both[case] for case in cases if both.get(case)}
