"""The register of people: names, posts, and what is private."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from planner.errors import BadInput
from planner.model.people import Person, PersonName, PersonPrivate, Post
from planner.operations import fields
from planner.operations.registry import Work, operation
from planner.rules.kinds import NameOrder
from planner.rules.profiles import CLASS_LEVELS
from planner.rules.text import EMPTY, Language, Text

PERSON_FIELDS: Mapping[str, fields.Check] = {
    "languages": fields.languages,
    "country": fields.country,
    "gender": lambda value: ("", "f", "m")[("", "f", "m").index(value)],
    "note": fields.words,
    "deceased": fields.flag,
    "invented": fields.flag,
}
NAME_FIELDS: Mapping[str, fields.Check] = {
    "surname": fields.words,
    "given": fields.words,
    "patronymic": fields.words,
    "order": fields.one_of(NameOrder),
    "address": fields.words,
    "said": fields.words,
    "valid_from": fields.optional(fields.day),
    "valid_to": fields.optional(fields.day),
    "source": fields.words,
    "confirmed_by": fields.words,
}
POST_FIELDS: Mapping[str, fields.Check] = {
    "organisation_id": fields.optional(fields.number),
    "rank_level": fields.optional(fields.number),
    "rank_date": fields.optional(fields.day),
    "acting": fields.flag,
    "valid_from": fields.optional(fields.day),
    "valid_to": fields.optional(fields.day),
    "confirmed_on": fields.optional(fields.day),
    "rank_minute": fields.optional(fields.wall_minute),
    "rank_class": lambda value: ("", *CLASS_LEVELS)[("", *CLASS_LEVELS).index(value)],
    "honorary": fields.flag,
    "field": fields.words,
}
PRIVATE_FIELDS: Mapping[str, fields.Check] = {
    "passport_number": fields.words,
    "passport_expires": fields.optional(fields.day),
    "birth_date": fields.optional(fields.day),
    "citizenship": fields.country,
    "diet": fields.words,
    "health": fields.words,
    "fasting": lambda value: ("", "yes", "no")[("", "yes", "no").index(value)],
    "prayer": fields.flag,
    "access": fields.words,
    "visa_until": fields.optional(fields.day),
    "contacts": dict,
}


class NewName(NamedTuple):
    """A name to record, in one language."""

    language: Language
    surname: str = ""
    given: str = ""
    patronymic: str = ""
    order: str = NameOrder.SURNAME_FIRST.value
    source: str = "typed"


@operation("Add {name}")
def add_person(
    work: Work, names: Sequence[NewName], *, country: str = "", languages: Sequence[str] = (), gender: str = "",
    invented: bool = False,
) -> int:  # fmt: skip
    """Add somebody to the register; return the id. Raise BadInput without any name."""
    if not any(name.surname or name.given for name in names):
        raise BadInput("A person needs a name in at least one language.")
    person = work.add(Person())
    fields.put(
        person,
        {"country": country, "languages": list(languages), "gender": gender, "invented": invented},
        PERSON_FIELDS,
    )
    for name in names:
        work.add(PersonName(person_id=person.id, **name._asdict()))
    work.values["name"] = f"{names[0].given} {names[0].surname}".strip()
    return person.id


@operation("Edit {name}")
def edit_person(work: Work, person_id: int, **values: Any) -> None:
    """Set fields of a person (`PERSON_FIELDS`)."""
    fields.put(work.get(Person, person_id), values, PERSON_FIELDS)
    work.values["name"] = _called(work, person_id)


@operation("Write the name of {name}")
def write_name(work: Work, person_id: int, language: Language, **values: Any) -> int:
    """Write a person's name in one language (`NAME_FIELDS`), making the record if there is none; return its id.

    The passport's Latin is the language "und-Latn" with the source "passport".
    """
    work.get(Person, person_id)
    names = work.find(PersonName, person_id=person_id, language=language)
    name = names[-1] if names else work.add(PersonName(person_id=person_id, language=language))
    fields.put(name, values, NAME_FIELDS)
    work.values["name"] = _called(work, person_id)
    return name.id


@operation("Remove a name of {name}")
def remove_name(work: Work, name_id: int) -> None:
    """Remove the record of a name. Raise BadInput if it is the person's only one."""
    name = work.get(PersonName, name_id)
    if len(work.find(PersonName, person_id=name.person_id)) == 1:
        raise BadInput("This is the only name of the person. Write another before removing it.")
    work.values["name"] = f"{name.given} {name.surname}".strip()
    work.remove(name)


@operation("Remove {name}")
def remove_person(work: Work, person_id: int) -> None:
    """Remove somebody from the register. Raise Clash while the person takes part in an event."""
    work.values["name"] = _called(work, person_id)
    work.remove(work.get(Person, person_id))


@operation("Add a post of {name}")
def add_post(work: Work, person_id: int, title: Text = EMPTY, **values: Any) -> int:
    """Give a person a post (`POST_FIELDS`); return its id."""
    work.get(Person, person_id)
    post = work.add(Post(person_id=person_id, title=title))
    fields.put(post, values, POST_FIELDS)
    work.values["name"] = _called(work, person_id)
    return post.id


@operation("Edit the post of {name}")
def edit_post(work: Work, post_id: int, **values: Any) -> None:
    """Set fields of a post (`POST_FIELDS`)."""
    post = work.get(Post, post_id)
    fields.put(post, values, POST_FIELDS)
    work.values["name"] = _called(work, post.person_id)


@operation("Remove a post of {name}")
def remove_post(work: Work, post_id: int) -> None:
    """Remove a post that was never held; a post that ended gets an end date instead."""
    post = work.get(Post, post_id)
    work.values["name"] = _called(work, post.person_id)
    work.remove(post)


@operation("Edit personal data of {name}")
def write_private(work: Work, person_id: int, **values: Any) -> None:
    """Set sensitive facts (`PRIVATE_FIELDS`); they are kept apart and printed only where a paper asks."""
    work.get(Person, person_id)
    found = work.find(PersonPrivate, person_id=person_id)
    private = found[0] if found else work.add(PersonPrivate(person_id=person_id))
    fields.put(private, values, PRIVATE_FIELDS)
    work.values["name"] = _called(work, person_id)


def _called(work: Work, person_id: int) -> str:
    names = work.find(PersonName, person_id=person_id)
    return f"{names[0].given} {names[0].surname}".strip() if names else ""
