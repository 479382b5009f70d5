"""Organisations with their dated names, partners and agreements."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from planner.model.organisations import Agreement, AgreementParty, Flag, Organisation, OrganisationName, Partnership
from planner.rules.kinds import OrganisationKind
from planner.rules.text import Text


class OrganisationNameRow(NamedTuple):
    """A name of an organisation and since when, until when."""

    id: int
    organisation_id: int
    name: Text
    short: Text
    valid_from: date | None
    valid_to: date | None


class OrganisationRow(NamedTuple):
    """An organisation with its names, the newest last."""

    id: int
    kind: OrganisationKind
    country: str
    note: str
    invented: bool
    names: tuple[OrganisationNameRow, ...]

    @property
    def name(self) -> Text:
        """The newest name."""
        return self.names[-1].name if self.names else Text()


class PartnershipRow(NamedTuple):
    """Two partners."""

    id: int
    organisation_id: int
    partner_id: int
    since: date | None
    agreement_id: int | None


class AgreementPage(NamedTuple):
    """An agreement with the ids of its parties in the order of its text."""

    id: int
    title: Text
    kind: str
    signed_on: date | None
    note: str
    parties: tuple[int, ...]


class FlagEdition(NamedTuple):
    """An edition of a flag."""

    id: int
    country: str
    edition: str
    valid_from: date | None
    valid_to: date | None


def organisations(db: Connection) -> tuple[OrganisationRow, ...]:
    """Return all organisations."""
    names = defaultdict(list)
    query = select(
        OrganisationName.id, OrganisationName.organisation_id, OrganisationName.name, OrganisationName.short,
        OrganisationName.valid_from, OrganisationName.valid_to,
    )  # fmt: skip
    for row in db.execute(
        query.order_by(OrganisationName.valid_from.is_not(None), OrganisationName.valid_from, OrganisationName.id)
    ):
        names[row.organisation_id].append(OrganisationNameRow(*row))
    rows = db.execute(
        select(
            Organisation.id, Organisation.kind, Organisation.country, Organisation.note, Organisation.invented
        ).order_by(Organisation.id)
    )
    return tuple(
        OrganisationRow(row.id, OrganisationKind(row.kind), row.country, row.note, row.invented, tuple(names[row.id]))
        for row in rows
    )


def partnerships(db: Connection, organisation_id: int | None = None) -> tuple[PartnershipRow, ...]:
    """Return the partnerships of an organisation, or all."""
    query = select(
        Partnership.id, Partnership.organisation_id, Partnership.partner_id, Partnership.since, Partnership.agreement_id
    )
    if organisation_id is not None:
        query = query.where(
            or_(Partnership.organisation_id == organisation_id, Partnership.partner_id == organisation_id)
        )
    return tuple(PartnershipRow(*row) for row in db.execute(query.order_by(Partnership.id)))


def agreements(db: Connection) -> tuple[AgreementPage, ...]:
    """Return all agreements by the day they were signed."""
    parties = defaultdict(list)
    for row in db.execute(
        select(AgreementParty.agreement_id, AgreementParty.organisation_id).order_by(AgreementParty.position)
    ):
        parties[row.agreement_id].append(row.organisation_id)
    query = select(Agreement.id, Agreement.title, Agreement.kind, Agreement.signed_on, Agreement.note)
    return tuple(
        AgreementPage(*row, tuple(parties[row.id]))
        for row in db.execute(query.order_by(Agreement.signed_on, Agreement.id))
    )


def flags(db: Connection) -> tuple[FlagEdition, ...]:
    """Return all editions of flags."""
    query = select(Flag.id, Flag.country, Flag.edition, Flag.valid_from, Flag.valid_to)
    return tuple(FlagEdition(*row) for row in db.execute(query.order_by(Flag.country, Flag.valid_from, Flag.id)))
