"""The register of organisations: dated names, partner cities, agreements, editions of flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from planner.errors import BadInput
from planner.model.organisations import Agreement, AgreementParty, Flag, Organisation, OrganisationName, Partnership
from planner.operations import fields
from planner.operations.registry import Work, operation
from planner.rules.kinds import OrganisationKind
from planner.rules.text import EMPTY, Text

ORGANISATION_FIELDS: Mapping[str, fields.Check] = {
    "kind": fields.one_of(OrganisationKind),
    "country": fields.country,
    "note": fields.words,
    "invented": fields.flag,
    "founded_on": fields.optional(fields.day),
}
VALIDITY: Mapping[str, fields.Check] = {
    "valid_from": fields.optional(fields.day),
    "valid_to": fields.optional(fields.day),
}
AGREEMENT_FIELDS: Mapping[str, fields.Check] = {
    "kind": fields.words,
    "signed_on": fields.optional(fields.day),
    "note": fields.words,
}


@operation("Add {name}")
def add_organisation(work: Work, name: Text, *, short: Text = EMPTY, **values: Any) -> int:
    """Add an organisation (`ORGANISATION_FIELDS`) under its present name; return its id."""
    if not name:
        raise BadInput("An organisation needs a name in at least one language.")
    organisation = work.add(Organisation())
    fields.put(organisation, values, ORGANISATION_FIELDS)
    work.add(OrganisationName(organisation_id=organisation.id, name=name, short=short))
    work.values["name"] = name.first()
    return organisation.id


@operation("Edit {name}")
def edit_organisation(work: Work, organisation_id: int, **values: Any) -> None:
    """Set fields of an organisation (`ORGANISATION_FIELDS`)."""
    fields.put(work.get(Organisation, organisation_id), values, ORGANISATION_FIELDS)
    work.values["name"] = _called(work, organisation_id)


@operation("Rename {name}")
def rename_organisation(work: Work, organisation_id: int, name: Text, *, since: date, short: Text = EMPTY) -> int:
    """Give an organisation a new name since a day; papers of days before keep the old one."""
    old = work.find(OrganisationName, organisation_id=organisation_id)[-1]
    work.values["name"] = old.name.first()
    old.valid_to = date.fromordinal(since.toordinal() - 1)
    return work.add(OrganisationName(organisation_id=organisation_id, name=name, short=short, valid_from=since)).id


@operation("Date a name of {name}")
def date_organisation_name(work: Work, name_id: int, **values: Any) -> None:
    """Set since when and until when a name is valid."""
    name = work.get(OrganisationName, name_id)
    fields.put(name, values, VALIDITY)
    work.values["name"] = name.name.first()


@operation("Remove {name}")
def remove_organisation(work: Work, organisation_id: int) -> None:
    """Remove an organisation; posts and delegations keep their texts and lose the reference."""
    work.values["name"] = _called(work, organisation_id)
    work.remove(work.get(Organisation, organisation_id))


@operation("Make {name} a partner")
def add_partnership(
    work: Work, organisation_id: int, partner_id: int, *, since: date | None = None, agreement_id: int | None = None
) -> int:
    """Join two partner cities or universities; return the id. Raise BadInput for one and the same."""
    if organisation_id == partner_id:
        raise BadInput("An organisation cannot be its own partner.")
    work.get(Organisation, organisation_id)
    work.values["name"] = _called(work, partner_id)
    return work.add(
        Partnership(organisation_id=organisation_id, partner_id=partner_id, since=since, agreement_id=agreement_id)
    ).id


@operation("End a partnership")
def remove_partnership(work: Work, partnership_id: int) -> None:
    """Remove a partnership from the register."""
    work.remove(work.get(Partnership, partnership_id))


@operation("Add the agreement “{title}”")
def add_agreement(work: Work, title: Text, parties: Sequence[int], **values: Any) -> int:
    """Record an agreement (`AGREEMENT_FIELDS`) with its parties in the order of its text; return its id."""
    agreement = work.add(Agreement(title=title))
    fields.put(agreement, values, AGREEMENT_FIELDS)
    for position, organisation_id in enumerate(dict.fromkeys(parties)):
        work.get(Organisation, organisation_id)
        work.add(AgreementParty(agreement_id=agreement.id, organisation_id=organisation_id, position=position))
    work.values["title"] = title.first()
    return agreement.id


@operation("Edit the agreement “{title}”")
def edit_agreement(work: Work, agreement_id: int, **values: Any) -> None:
    """Set fields of an agreement (`AGREEMENT_FIELDS`)."""
    agreement = work.get(Agreement, agreement_id)
    fields.put(agreement, values, AGREEMENT_FIELDS)
    work.values["title"] = agreement.title.first()


@operation("Set the parties of the agreement “{title}”")
def set_parties(work: Work, agreement_id: int, parties: Sequence[int]) -> None:
    """Say who the parties to an agreement are, in the order of its text."""
    agreement = work.get(Agreement, agreement_id)
    rows = work.find(AgreementParty, agreement_id=agreement_id)
    wanted = list(dict.fromkeys(parties))
    for row in rows:
        if row.organisation_id not in wanted:
            work.remove(row)
    known = {row.organisation_id: row for row in rows}
    for position, organisation_id in enumerate(wanted):
        work.get(Organisation, organisation_id)
        if organisation_id not in known:
            work.add(AgreementParty(agreement_id=agreement_id, organisation_id=organisation_id, position=position))
        elif known[organisation_id].position != position:
            known[organisation_id].position = position
    work.values["title"] = agreement.title.first()


@operation("Remove the agreement “{title}”")
def remove_agreement(work: Work, agreement_id: int) -> None:
    """Remove an agreement from the register."""
    agreement = work.get(Agreement, agreement_id)
    work.values["title"] = agreement.title.first()
    work.remove(agreement)


@operation("Add an edition of the flag of {country}")
def add_flag(
    work: Work, country: str, edition: str, *, valid_from: date | None = None, valid_to: date | None = None
) -> int:
    """Record an edition of a flag; return its id."""
    flag = work.add(Flag(edition=edition, valid_from=valid_from, valid_to=valid_to))
    fields.put(flag, {"country": country}, {"country": fields.country})
    work.values["country"] = flag.country
    return flag.id


@operation("Remove an edition of the flag of {country}")
def remove_flag(work: Work, flag_id: int) -> None:
    """Remove an edition of a flag."""
    flag = work.get(Flag, flag_id)
    work.values["country"] = flag.country
    work.remove(flag)


def _called(work: Work, organisation_id: int) -> str:
    names = work.find(OrganisationName, organisation_id=organisation_id)
    return names[-1].name.first() if names else ""
