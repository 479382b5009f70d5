"""Who takes part in an item, as lines of text."""

from __future__ import annotations

from planner.documents.content import Line, Style
from planner.documents.data import ItemData, PartData
from planner.documents.wording import Wordings
from planner.language.countries import country_name
from planner.rules.kinds import Role, Side

_GUESTS_MAY_READ = frozenset((Role.TAKES_PART, Role.CHAIR, Role.SPEAKER, Role.MODERATOR, Role.CO_MODERATOR))


def taking_part(item: ItemData, wordings: Wordings) -> list[Line]:
    """Return "Участвуют: …" with the tracks, groups and people of an item, or nothing."""
    parts = [part for part in item.people if part.role in _GUESTS_MAY_READ]
    tracks = [_words(text.get(wordings.language), wordings) for text in item.tracks if text]
    return _said("taking_part", [*tracks, *(shown for part in parts if (shown := in_words(part, wordings)))], wordings)


def having_role(item: ItemData, role: Role, wordings: Wordings, *, says: str, style: Style = Style.NOTE) -> list[Line]:
    """Return a line like "Ответственный: А. А. Кабаев" for those with a role in an item, or nothing."""
    shown = [words for part in item.people if part.role is role and (words := in_words(part, wordings))]
    return _said(says, shown, wordings, style)


def speakers(item: ItemData, wordings: Wordings, *, at_length: bool = False, countries: bool = False) -> list[str]:
    """Return each speaker as "Владислав Логинов, Глава города".

    `at_length` adds degree and organisation, as a conference has them, `countries` the country.
    """
    spoken = [part for part in item.people if part.role is Role.SPEAKER]
    return [_speaker(part, wordings, at_length=at_length, countries=countries) for part in spoken]


def _speaker(part: PartData, wordings: Wordings, *, at_length: bool, countries: bool) -> str:
    person = part.person
    if person is None:
        return in_words(part, wordings) or wordings.word("to_be_confirmed")
    texts = (person.degree, person.position, person.organisation) if at_length else (person.position,)
    words = [_words(text.get(wordings.language), wordings) for text in texts if text]
    country = [country_name(person.country, wordings.language)] if countries and person.country else []
    return wordings.separator.join([wordings.full_name(person), *words, *country])


def in_words(part: PartData, wordings: Wordings) -> str:
    """Return a person, a named group or a whole side in words."""
    if part.person is not None:
        return wordings.short_name(part.person)
    if part.group:
        return _words(part.group.get(wordings.language), wordings)
    return wordings.word(part.side.value) if part.side is not None and part.side is not Side.STAFF else ""


def _words(wording: str, wordings: Wordings) -> str:
    return wording if wording.strip() else wordings.missing.text


def _said(key: str, shown: list[str], wordings: Wordings, style: Style = Style.NOTE) -> list[Line]:
    if not shown:
        return []
    people = wordings.separator.join(dict.fromkeys(shown))
    return [wordings.plain(wordings.word(key, people=people), style)]
