"""One agreement with the events it is about; one organisation with its agreements."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.errors import NotFound
from planner.model.events import Event, EventAgreement
from planner.queries.events import EventRow, event_row
from planner.queries.organisations import (
    AgreementPage,
    OrganisationRow,
    PartnershipRow,
    agreements,
    organisations,
    partnerships,
)


class AgreementSheet(NamedTuple):
    """An agreement, the events it is about, and all organisations by id."""

    agreement: AgreementPage
    events: tuple[EventRow, ...]
    organisations: dict[int, OrganisationRow]


class OrganisationSheet(NamedTuple):
    """An organisation, its partnerships and agreements, and all organisations by id."""

    organisation: OrganisationRow
    partnerships: tuple[PartnershipRow, ...]
    agreements: tuple[AgreementPage, ...]
    organisations: dict[int, OrganisationRow]


def agreement_sheet(db: Connection, agreement_id: int) -> AgreementSheet:
    """Return one agreement; raise NotFound in words."""
    found = next((one for one in agreements(db) if one.id == agreement_id), None)
    if found is None:
        raise NotFound("This agreement is no longer in the register.")
    query = (
        select(Event.id, Event.kind, Event.title, Event.short_title, Event.from_day, Event.to_day, Event.languages,
               Event.state)
        .join(EventAgreement, EventAgreement.event_id == Event.id)
        .where(EventAgreement.agreement_id == agreement_id)
        .order_by(Event.from_day, Event.id)
    )  # fmt: skip
    events = tuple(event_row(row) for row in db.execute(query))
    return AgreementSheet(found, events, {row.id: row for row in organisations(db)})


def organisation_sheet(db: Connection, organisation_id: int) -> OrganisationSheet:
    """Return one organisation; raise NotFound in words."""
    rows = {row.id: row for row in organisations(db)}
    if organisation_id not in rows:
        raise NotFound("This organisation is no longer in the register.")
    own = tuple(one for one in agreements(db) if organisation_id in one.parties)
    return OrganisationSheet(rows[organisation_id], partnerships(db, organisation_id), own, rows)
