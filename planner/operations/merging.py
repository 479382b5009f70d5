"""Two entries of the register that are one person, and two that are not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from planner.errors import BadInput
from planner.model.base import Base
from planner.model.participation import Participation
from planner.model.people import Person, PersonName, PersonPrivate, Post
from planner.operations.names import whole_name
from planner.operations.registry import Work, operation
from planner.rules import merging
from planner.rules.text import Language

APART = "people.apart"
"""The setting that holds the pairs found to be two people, the smaller id first."""

_BY_HAND = {"person_name", "post", "person_private", "participation"}
"""Tables of a person that are merged row by row; all others are given over as they are."""

_WRITING = ("surname", "given", "patronymic", "order", "source", "confirmed_by", "cases", "said", "address")
"""What the record of a name says of its writing."""

_ONCE: dict[str, tuple[str, ...]] = {
    "attendance": ("item_id", "role", "participation_id"),
    "track_member": ("track_id", "participation_id"),
    "placement": ("plan_id", "participation_id"),
    "counterpart": ("guest_id", "host_id"),
    "liaison": ("officer_id", "participation_id", "delegation_id"),
    "rider": ("ride_id", "participation_id"),
    "invitation": ("item_id", "participation_id"),
    "seating_wish": ("first_id", "second_id", "kind"),
}
"""What one place has once: a second row of the same is dropped when two places become one."""


@operation("Merge {other} into {name}")
def merge_people(work: Work, person_id: int, other_person_id: int, *, from_other: Collection[str] = ()) -> None:
    """Make two entries one: the first stays, with all that belongs to the other; `from_other` names the facts of which
    the other's stand (`rules.merging`). Raise BadInput for one person twice or an unknown fact.
    """
    if person_id == other_person_id:
        raise BadInput("These are not two people but one.")
    if not merging.known_keys(from_other):
        raise BadInput("There is no such fact to choose.")
    kept, other = work.get(Person, person_id), work.get(Person, other_person_id)
    work.values |= {"name": _called(work, person_id), "other": _called(work, other_person_id)}
    chosen = frozenset(from_other)
    for key in merging.PERSON:
        _settle(kept, other, key, wanted=key in chosen)
    kept.languages = merging.together(kept.languages, other.languages)
    kept.note = merging.notes(kept.note, other.note)
    kept.invented = kept.invented and other.invented
    _merge_names(work, person_id, other_person_id, chosen)
    _merge_posts(work, person_id, other_person_id, other_is_current=merging.POST in chosen)
    _merge_private(work, person_id, other_person_id, chosen)
    _merge_places(work, person_id, other_person_id)
    for model, key, _rule in _referring("person"):
        if model.__tablename__ not in _BY_HAND:
            for row in work.find(model, **{key: other_person_id}):
                setattr(row, key, person_id)
    _put_apart(work, [(person_id if one == other_person_id else one, person_id if two == other_person_id else two)
                      for one, two in apart(work)])  # fmt: skip
    work.remove(other)


@operation("Keep {name} and {other} apart")
def set_apart(work: Work, person_id: int, other_person_id: int) -> None:
    """Remember that two people of nearly one name are two; they are not proposed again."""
    if person_id == other_person_id:
        raise BadInput("These are not two people but one.")
    for one in (person_id, other_person_id):
        work.get(Person, one)
    keep_apart(work, person_id, other_person_id)
    work.values |= {"name": _called(work, person_id), "other": _called(work, other_person_id)}


def apart(work: Work) -> list[tuple[int, int]]:
    """Return the pairs found to be two people."""
    return [(int(one), int(other)) for one, other in work.setting(APART, [])]


def keep_apart(work: Work, one: int, other: int) -> None:
    """Remember a pair of people who are two, as part of another operation."""
    _put_apart(work, [*apart(work), (one, other)])


def _put_apart(work: Work, pairs: Sequence[tuple[int, int]]) -> None:
    new = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    if new != apart(work):
        work.put_setting(APART, [list(pair) for pair in new] or None)


def _settle(kept: Base, other: Base, key: str, *, wanted: bool) -> None:
    value = merging.stands(getattr(kept, key), getattr(other, key), wanted=wanted)
    if value != getattr(kept, key):
        setattr(kept, key, value)


def _merge_names(work: Work, person_id: int, other_id: int, chosen: frozenset[str]) -> None:
    """Leave one name in a language; another spelling stays as a former one, so that a list that has it still finds
    the person.
    """
    own = work.find(PersonName, person_id=person_id)
    latest: dict[Language, PersonName] = {name.language: name for name in own}
    spelt = {(name.language, _spelt(name)) for name in own}
    theirs = work.find(PersonName, person_id=other_id)
    last = {name.language: name for name in theirs}
    for name in theirs:
        mine = latest.get(name.language)
        if mine is None or (name is not last[name.language] and (name.language, _spelt(name)) not in spelt):
            name.person_id = person_id
            continue
        if name is last[name.language]:
            wanted = f"name.{name.language}" in chosen
            if _spelt(mine) != _spelt(name) and name.source != "passport":
                _keep_both(mine, name, wanted=wanted, yesterday=work.now.date() - timedelta(days=1))
                name.person_id = person_id
                continue
            _merge_name(mine, name, wanted=wanted)
        work.remove(name)


def _keep_both(mine: PersonName, name: PersonName, *, wanted: bool, yesterday: date) -> None:
    """Let one spelling stand and make the other a former one, until yesterday.

    The later row of a language is the one that holds, here as everywhere: what stands goes into it.
    """
    holds, former = (name, mine) if name.id > mine.id else (mine, name)
    if (holds is name) is not wanted:
        for key in (*_WRITING, "valid_from", "valid_to"):
            one, other = getattr(holds, key), getattr(former, key)
            setattr(holds, key, other)
            setattr(former, key, one)
    if former.valid_to is None or former.valid_to > yesterday:
        former.valid_to = yesterday
    if former.valid_from is not None and former.valid_from > former.valid_to:
        former.valid_from = None


def _merge_name(mine: PersonName, name: PersonName, *, wanted: bool) -> None:
    same = _spelt(mine) == _spelt(name)
    if wanted and not same:
        for key in _WRITING:
            setattr(mine, key, getattr(name, key))
    elif same:
        for key in ("confirmed_by", "cases", "said", "address", "valid_from", "valid_to"):
            _settle(mine, name, key, wanted=False)


def _merge_posts(work: Work, person_id: int, other_id: int, *, other_is_current: bool) -> None:
    """Give all posts to one person; of two held now, the one not chosen ended yesterday."""
    own = work.find(Post, person_id=person_id)
    left: list[Post] = []
    for post in work.find(Post, person_id=other_id):
        twin = next((one for one in own if _post_key(one) == _post_key(post)), None)
        if twin is None:
            post.person_id = person_id
            left.append(post)
            continue
        for key in ("rank_level", "rank_date", "confirmed_on", "field", "rank_class"):
            _settle(twin, post, key, wanted=False)
        work.remove(post)
    today = work.now.date()
    mine, theirs = [p for p in own if p.valid_to is None], [p for p in left if p.valid_to is None]
    if mine and theirs:
        for post in mine if other_is_current else theirs:
            if post.valid_from is None or post.valid_from < today:
                post.valid_to = today - timedelta(days=1)


def _post_key(post: Post) -> tuple[Any, ...]:
    return post.title, post.organisation_id, post.acting, post.valid_from, post.valid_to


def _merge_private(work: Work, person_id: int, other_id: int, chosen: frozenset[str]) -> None:
    found, theirs = work.find(PersonPrivate, person_id=person_id), work.find(PersonPrivate, person_id=other_id)
    if not theirs:
        return
    if not found:
        theirs[0].person_id = person_id
        return
    kept, other = found[0], theirs[0]
    for key in merging.PRIVATE:
        _settle(kept, other, key, wanted=f"private.{key}" in chosen)
    contacts = {
        key: merging.stands(kept.contacts.get(key, ""), other.contacts.get(key, ""), wanted=f"contact.{key}" in chosen)
        for key in merging.together(list(kept.contacts), list(other.contacts))
    }
    if contacts != kept.contacts:
        kept.contacts = contacts


def _merge_places(work: Work, person_id: int, other_id: int) -> None:
    """Give places to one person; two places in one delegation become one, with what hangs on both."""
    own = {place.delegation_id: place for place in work.find(Participation, person_id=person_id)}
    for place in work.find(Participation, person_id=other_id):
        mine = own.get(place.delegation_id)
        if mine is None:
            place.person_id = person_id
            continue
        for model, key, rule in _referring("participation"):
            for row in work.find(model, **{key: place.id}):
                _hand_over(work, row, key, place_id=mine.id, needed=rule == "remove")
        for key in ("pin", "note", "post_title", "replaces_id", "spouse_of_id"):
            _settle(mine, place, key, wanted=False)
        work.remove(place)


def _hand_over(work: Work, row: Base, key: str, *, place_id: int, needed: bool) -> None:
    """Give a row to another place, unless that place has the same already or the row would speak of itself."""
    once = _ONCE.get(row.__tablename__, ())
    wanted = {name: place_id if name == key else getattr(row, name) for name in once}
    itself = any(getattr(row, name) == place_id for name in _places_named_by(row) if name != key)
    if (itself and needed) or (key in wanted and work.find(type(row), **wanted)):
        work.remove(row)
    else:
        setattr(row, key, None if itself else place_id)


def _places_named_by(row: Base) -> list[str]:
    named = [name for model, name, _rule in _referring("participation") if model is type(row)]
    return [*named, "id"] if isinstance(row, Participation) else named


def _referring(table: str) -> list[tuple[type[Base], str, str]]:
    """Return every class that refers to a table, the name of its column, and what becomes of it with its target."""
    found = []
    for mapper in sorted(Base.registry.mappers, key=lambda one: one.class_.__tablename__):
        for column in mapper.columns:
            if any(key.column.table.name == table for key in column.foreign_keys):
                found.append((mapper.class_, mapper.get_property_by_column(column).key, column.info["on_remove"]))
    return found


def _spelt(name: PersonName) -> tuple[str, str, str]:
    return name.surname, name.given, name.patronymic


def _called(work: Work, person_id: int) -> str:
    names = work.find(PersonName, person_id=person_id)
    return whole_name(names[0].surname, names[0].given, names[0].patronymic) if names else ""
