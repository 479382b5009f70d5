"""Case forms nobody has confirmed yet, where a title needs them (W-43; handbook 2.1 and 4.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.documents.person_data import NameData
from planner.language.declension import split_form
from planner.language.declension_phrases import with_preposition
from planner.language.languages import find
from planner.language.names import full_form, is_fathers_child
from planner.model.organisations import OrganisationName
from planner.model.people import PersonName
from planner.queries.delegations import DelegationRow, MemberRow, event_order
from planner.queries.events import event_page, headings
from planner.queries.once import once
from planner.rules.checks.facts import CaseNeeded
from planner.rules.kinds import Capacity, Side
from planner.rules.text import EMPTY, Language, Text, Wording

DECLINED = frozenset({"ru"})
"""Languages whose titles decline names, as «делегации мэрии во главе с первым заместителем мэра»."""


class CaseGap(NamedTuple):
    """A name or text whose form in a case is not confirmed.

    `table` is "person_name" for a name (its `field` is then ""), otherwise that of a printed text.
    """

    table: str
    row_id: int
    field: str
    language: Language
    words: str
    case: str
    participation_id: int | None = None
    person_id: int | None = None
    delegation_id: int | None = None


def valid_cases(surname: str, given: str, patronymic: str, cases: Mapping[str, str]) -> dict[str, str]:
    """Return the confirmed forms of a name, surname first; none if it was written otherwise since."""
    now = " ".join(part for part in (surname, given, patronymic) if part)
    return {case: form for case, form in cases.items() if case != "nom"} if cases.get("nom") == now else {}


def headed_by(db: Connection, rows: Iterable[DelegationRow], languages: Iterable[Language]) -> Text:
    """Return whom the guests are headed by, "с первым заместителем мэра Кубанычбеком Иманалиевым", by language.

    Only of confirmed cases, and where there is one delegation of guests with a head. Nothing in any language as long
    as one that declines lacks a form: a page says the same in each.
    """
    heads = [
        member for row in rows if row.side is Side.GUEST for member in row.members
        if member.capacity is Capacity.HEAD and member.state != "declined"
    ]  # fmt: skip
    if len(heads) != 1 or heads[0].who is None:
        return EMPTY
    found: dict[Language, Wording] = {}
    for language in languages:
        words = _by_whom(db, heads[0], language)
        if words:
            found[language] = Wording(words)
        elif language in DECLINED:
            return EMPTY
    return Text(found)


def _by_whom(db: Connection, head: MemberRow, language: Language) -> str:
    name, post = head.names.get(language), head.position
    if name is None or head.who is None:
        return ""
    if language not in DECLINED:
        full = full_form(name.surname, name.given, name.patronymic, order=name.order, language=language)
        return find(language).separator.join(filter(None, (full, post.get(language))))
    said = post.case(language, "ins")
    parts = _name_in_case(db, head.who.id, language, name)
    if not parts or (post.get(language) and not said):
        return ""
    return with_preposition(" ".join(filter(None, (said, *parts))))


def _name_in_case(db: Connection, person_id: int, language: Language, name: NameData) -> tuple[str, ...]:
    """Return the confirmed instrumental of a name as it is now, in the order it is spoken; () where there is none."""
    written = name[:3]
    query = select(PersonName.surname, PersonName.given, PersonName.patronymic, PersonName.cases).where(
        PersonName.person_id == person_id, PersonName.language == language
    )
    cases = next((row.cases or {} for row in db.execute(query) if tuple(row[:3]) == written), {})
    form = valid_cases(*written, cases).get("ins")
    parts = split_form(*written, form) if form else None
    if parts is None:
        return (form,) if form else ()
    surname, given, patronymic = parts
    turned = not is_fathers_child(surname) and name.order is find(language).name_order
    return (given, patronymic, surname) if turned else (surname, given, patronymic)


def unconfirmed_cases(db: Connection, event_id: int) -> tuple[CaseGap, ...]:
    """Return what a title of the event needs and nobody confirmed.

    The place in the prepositional ("в …"), each guest delegation's organisation in the genitive, its head's post and
    name in the instrumental ("во главе с …"). Only what has a wording is asked for; what is missing is W-38.
    """
    page = event_page(db, event_id)
    found: list[CaseGap] = []
    for language in page.languages:
        if language not in DECLINED:
            continue
        found += _of_text("event", page.id, "place", page.place, language=language, case="prep")
        for row in once(db, event_order, event_id).rows:
            if row.side is Side.GUEST:
                found += _of_delegation(db, row, language)
    return tuple(found)


def _of_delegation(db: Connection, row: DelegationRow, language: Language) -> list[CaseGap]:
    head = next((one for one in row.members if one.capacity is Capacity.HEAD and one.state != "declined"), None)
    if head is None:
        return []
    found: list[CaseGap] = []
    if row.name:
        found += _of_text("delegation", row.id, "name", row.name, language=language, case="gen")
    elif row.organisation:
        found += _of_organisation(db, row, language)
    found += _of_post(head, language)
    if head.who is not None:
        found += _of_name(db, head.who.id, language)
    return [gap._replace(participation_id=head.id, delegation_id=row.id) for gap in found]


def _of_text(table: str, row_id: int, field: str, text: Text, *, language: Language, case: str) -> list[CaseGap]:
    words = text.get(language)
    if not words or text.case(language, case):
        return []
    return [CaseGap(table, row_id, field, language, words, case)]


def _of_organisation(db: Connection, row: DelegationRow, language: Language) -> list[CaseGap]:
    """Find the record of the name the delegation's organisation bears now; it is known by its wording."""
    query = select(OrganisationName.id, OrganisationName.name).where(
        OrganisationName.organisation_id == row.organisation_id
    )
    name_id = next((name_id for name_id, name in db.execute(query) if name == row.organisation), None)
    if name_id is None:
        return []
    return _of_text("organisation_name", name_id, "name", row.organisation, language=language, case="gen")


def _of_name(db: Connection, person_id: int, language: Language) -> list[CaseGap]:
    row = db.execute(
        select(PersonName.id, PersonName.surname, PersonName.given, PersonName.patronymic, PersonName.cases)
        .where(PersonName.person_id == person_id, PersonName.language == language)
        .order_by(PersonName.id.desc())
    ).first()
    if row is None or "ins" in valid_cases(row.surname, row.given, row.patronymic, row.cases or {}):
        return []
    words = " ".join(part for part in (row.surname, row.given, row.patronymic) if part)
    return [CaseGap("person_name", row.id, "", language, words, "ins", person_id=person_id)]


def headed_gaps(db: Connection, event_id: int) -> tuple[CaseNeeded, ...]:
    """Return what keeps "headed by …" off the programme's title, since nobody confirmed its instrumental (W-43).

    Only where the line would stand: one delegation of guests with a named head, and an authored title that does not
    name the head itself. What has no wording is missing (W-38), not unconfirmed.
    """
    page, rows = event_page(db, event_id), once(db, event_order, event_id).rows
    heads = [
        member for row in rows if row.side is Side.GUEST for member in row.members
        if member.capacity is Capacity.HEAD and member.state != "declined"
    ]  # fmt: skip
    if len(heads) != 1 or heads[0].who is None:
        return ()
    head, who, found = heads[0], heads[0].who, []
    heading = headings(db, event_id).get("programme")
    for language in page.languages:
        name = head.names.get(language)
        if language not in DECLINED or name is None:
            continue
        if heading is not None and _names(heading.title.get(language), name.surname):
            continue
        gaps = [*_of_post(head, language), *_of_name(db, who.id, language)]
        needed = 1 + bool(head.position.get(language))
        found += [CaseNeeded(head.id, who.id, gap.words, gap.case, len(gaps) < needed) for gap in gaps]
    return tuple(found)


def _of_post(head: MemberRow, language: Language) -> list[CaseGap]:
    if head.post_title:
        return _of_text("participation", head.id, "post_title", head.post_title, language=language, case="ins")
    if head.who is not None and head.who.post_id:
        return _of_text("post", head.who.post_id, "title", head.who.position, language=language, case="ins")
    return []


def _names(title: str, surname: str) -> bool:
    """Tell whether a title names somebody, in whatever case: by the beginning of the surname."""
    stem = surname[:-2] if len(surname) > 5 else surname[:-1]
    return bool(stem) and any(word.startswith(stem) for word in title.split())
