"""How names and texts are written: case forms a person confirmed, and letters mended on request."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from planner.errors import BadInput
from planner.language.declension import Case
from planner.language.lookalikes import mend
from planner.language.salutations import standard
from planner.model.people import PersonName
from planner.operations.registry import Work, operation
from planner.operations.texts import text_of
from planner.rules.text import Language

PLACES = ("name", "given", "patronymic", "full")
"""What a form of address may have filled in."""
_PLACES = re.compile(r"\{([^{}]*)\}")


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


@operation("Choose how initials are written")
def write_initials(work: Work, gap: bool) -> None:
    """Let papers write "А. А. Кабаев", or without a `gap` "А.А. Кабаев" (handbook 4.7)."""
    work.put_setting("names.initials_gap", None if gap else False)


@operation("Write the forms of address for {kind}")
def write_salutations(work: Work, language: Language, kind: str, forms: Sequence[str], *, post: str = "") -> None:
    """Lay an office's own forms of a letter over the usual ones (handbook 4.2); none goes back to these.

    `kind` is "m", "f" or "any", `post` one of the posts that are addressed in a way of their own. Raise BadInput for
    what is none of these, and for a place to be filled that no name has.
    """
    known = standard().get(language, {})
    if kind not in ("m", "f", "any") or not known or (post and post not in known.get("posts", {})):
        raise BadInput("“{value}” is not possible for {field}.", value=post or language, field=kind)
    written = [form.strip() for form in forms if form.strip()]
    for place in (place for form in written for place in _PLACES.findall(form)):
        if place not in PLACES:
            raise BadInput("Nothing can be filled in for {place}. There are: {places}.", place=f"{{{place}}}",
                           places=", ".join(f"{{{one}}}" for one in PLACES))  # fmt: skip
    path = (language, *(("posts", post) if post else ()), "letter", kind)
    old = work.setting("salutations", None) or {}
    work.put_setting("salutations", _put_at(old, path, written) or None)
    work.values["kind"] = " ".join(filter(None, (language, post, kind)))


def _put_at(tree: Mapping[str, Any], path: Sequence[str], value: Sequence[str]) -> dict[str, Any]:
    """Return a tree with a leaf put in, or taken out where it is empty, with the branches that it leaves bare."""
    first, rest = path[0], path[1:]
    new: Any = _put_at(tree.get(first, {}), rest, value) if rest else list(value)
    found = {key: branch for key, branch in tree.items() if key != first}
    return {**found, first: new} if new else found


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
