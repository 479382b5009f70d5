"""What is signed at the items of an event: for the window, the paper and the checks (handbook 3.11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.documents.person_data import NameData
from planner.documents.signing_data import PartyData, SignatoryData, SignedTextData, SigningData
from planner.errors import NotFound
from planner.model.agenda import Item
from planner.model.preparation import Signatory, Signing
from planner.queries.agenda import ItemRow, programme
from planner.queries.delegations import DelegationRow, MemberRow, delegations
from planner.queries.events import event_page
from planner.queries.for_documents import event_data, item_data
from planner.queries.for_meetings import heading_of
from planner.queries.for_seating import seating_data
from planner.queries.once import once
from planner.queries.organisations import AgreementPage, agreements
from planner.queries.seating import seating_plans
from planner.rules import signing as rules
from planner.rules.checks.facts import Signed, Signer
from planner.rules.kinds import ItemKind, ItemState, Side
from planner.rules.places import PlanKind
from planner.rules.signing import Mark
from planner.rules.text import EMPTY, Language, Text

PAPER = "signing"
"""The name of the paper."""


class SignatoryRow(NamedTuple):
    """Who signs a text; `powers` is the paper that gives the power, "" until it has been seen."""

    id: int
    participation_id: int
    powers: str


class SigningRow(NamedTuple):
    """A text to sign as it is kept, with who signs it."""

    id: int
    item_id: int
    agreement_id: int | None
    title: Text
    originals: int | None
    languages: tuple[Language, ...]
    agreed: str
    agreed_file: str
    final: str
    final_file: str
    ready: tuple[str, ...]
    minutes: int | None
    note: str
    signatories: tuple[SignatoryRow, ...] = ()


class SignerOffer(NamedTuple):
    """Somebody of the event who may sign."""

    participation_id: int
    side: Side
    delegation_id: int
    names: Mapping[Language, NameData]
    position: Text
    coming: bool = True


class SigningItem(NamedTuple):
    """An item at which something is signed, with its texts in order."""

    id: int
    title: Text
    day: date | None
    start: int | None
    minutes: int | None
    texts: tuple[SigningRow, ...] = ()


class SigningDesk(NamedTuple):
    """Everything the window shows of the signings of an event. `host` and `guest` are the sides' languages."""

    event_id: int
    languages: tuple[Language, ...]
    host: tuple[Language, ...]
    guest: tuple[Language, ...]
    items: tuple[SigningItem, ...]
    people: tuple[SignerOffer, ...]
    agreements: tuple[AgreementPage, ...]

    def parties(self, row: SigningRow) -> int:
        """Return how many parties a text has: those who sign it, or as many as the register says."""
        return party_count(row, {one.participation_id: one.delegation_id for one in self.people}, self._register())

    def title(self, row: SigningRow) -> Text:
        """Return what a text is called: as written here, else as in the register."""
        return row.title or next((one.title for one in self.agreements if one.id == row.agreement_id), EMPTY)

    def done(self, row: SigningRow) -> frozenset[Mark]:
        """Return the points of a text's check-list that are in order."""
        powers = tuple(bool(one.powers) for one in row.signatories)
        return rules.done(rules.Paper(self.parties(row), row.originals, powers, row.agreed, row.final, row.ready))

    def _register(self) -> dict[int, int]:
        return {one.id: len(one.parties) for one in self.agreements}


def signings(db: Connection, event_id: int) -> tuple[SigningRow, ...]:
    """Return the texts signed at the items of an event, item by item in their order."""
    people: dict[int, list[SignatoryRow]] = defaultdict(list)
    who = (
        select(Signatory.signing_id, Signatory.id, Signatory.participation_id, Signatory.powers)
        .join(Signing, Signing.id == Signatory.signing_id)
        .join(Item, Item.id == Signing.item_id)
        .where(Item.event_id == event_id)
    )
    for row in db.execute(who.order_by(Signatory.position, Signatory.id)):
        people[row.signing_id].append(SignatoryRow(row.id, row.participation_id, row.powers))
    one = Signing
    query = (
        select(one.id, one.item_id, one.agreement_id, one.title, one.originals, one.languages, one.agreed,
               one.agreed_file, one.final, one.final_file, one.ready, one.minutes, one.note)
        .join(Item, Item.id == one.item_id)
        .where(Item.event_id == event_id)
        .order_by(one.item_id, one.position, one.id)
    )  # fmt: skip
    found = []
    rows: Any = db.execute(query).all()
    for (row_id, item_id, agreement_id, title, originals, tongues, agreed, agreed_file, final, final_file, ready,
         minutes, note) in rows:  # fmt: skip
        found.append(SigningRow(
            row_id, item_id, agreement_id, title, originals, tuple(tongues), agreed, agreed_file, final, final_file,
            tuple(ready), minutes, note, tuple(people.get(row_id, ())),
        ))  # fmt: skip
    return tuple(found)


def party_count(row: SigningRow, delegation_of: Mapping[int, int], register: Mapping[int, int]) -> int:
    """Return how many parties a text has: the delegations that sign it, or more where the register names more."""
    signing = {delegation_of[one.participation_id] for one in row.signatories if one.participation_id in delegation_of}
    return max(len(signing), register.get(row.agreement_id or 0, 0))


def signing_desk(db: Connection, event_id: int) -> SigningDesk:
    """Return what is signed at an event: at its signings, and at any other item that has a text. Raise NotFound."""
    page, plan, rows = event_page(db, event_id), programme(db, event_id), once(db, delegations, event_id)
    texts: dict[int, list[SigningRow]] = defaultdict(list)
    for row in signings(db, event_id):
        texts[row.item_id].append(row)
    items = tuple(
        SigningItem(item.id, item.title, item.day, item.start, _length(item), tuple(texts.get(item.id, ())))
        for item in plan.items
        if item.id in texts or (item.kind is ItemKind.SIGNING and item.state is not ItemState.CANCELLED)
    )
    people = tuple(
        SignerOffer(one.id, row.side, row.id, one.names, one.position, one.state != "declined")
        for row in rows
        for one in row.members
    )
    return SigningDesk(
        page.id, page.languages, page.host_languages, page.guest_languages, items, people, agreements(db)
    )


def signed_texts(db: Connection, event_id: int) -> tuple[Signed, ...]:
    """Return what is signed at an event, as the checks look at it."""
    rows = signings(db, event_id)
    register = {one.id: one for one in agreements(db)} if any(row.agreement_id for row in rows) else {}
    found = []
    for row in rows:
        kept = register.get(row.agreement_id or 0)
        signers = tuple(Signer(one.participation_id, bool(one.powers)) for one in row.signatories)
        found.append(Signed(
            row.id, row.item_id, row.title or (kept.title if kept else EMPTY), len(kept.parties) if kept else 0,
            row.originals, row.languages, row.agreed, row.final, row.minutes, signers, row.final_file, row.agreed_file,
        ))  # fmt: skip
    return tuple(found)


def signing_data(db: Connection, event_id: int, item_id: int) -> SigningData:
    """Return what the plan of a signing is made of. Raise NotFound in words."""
    item = item_data(db, event_id, item_id)
    if item is None:
        raise NotFound("The event has no item {number}.", number=item_id)
    event, rows = event_data(db, event_id), once(db, delegations, event_id)
    titles = {one.id: one for one in agreements(db)}
    members = {member.id: (row, member) for row in rows for member in row.members}
    register = {one.id: len(one.parties) for one in titles.values()}
    delegation_of = {one: row.id for one, (row, _member) in members.items()}
    found = [row for row in signings(db, event_id) if row.item_id == item_id]
    signing = {delegation_of[one.participation_id] for row in found for one in row.signatories}
    own = {Side.HOST: event.host_languages, Side.GUEST: event.guest_languages}
    parties = tuple(
        PartyData(row.id, row.side, row.organisation or row.name or row.heading, own.get(row.side, event.languages))
        for row in sorted(rows, key=lambda row: row.side is not Side.HOST)
        if row.id in signing
    )
    texts = tuple(
        SignedTextData(
            row.id, row.title or (titles[row.agreement_id].title if row.agreement_id in titles else EMPTY),
            row.originals, row.languages, row.minutes, row.agreed, row.final, row.final_file, row.ready,
            tuple(_signatories(row, members)), party_count(row, delegation_of, register), row.note,
        )
        for row in found
    )  # fmt: skip
    plan = next(
        (one.id for one in seating_plans(db, event_id) if one.kind is PlanKind.SIGNING and one.item_id == item_id), None
    )
    seats = seating_data(db, plan) if plan is not None else None
    return SigningData(event, heading_of(db, event_id, PAPER), item, parties, texts, seats)


def _signatories(
    row: SigningRow, members: Mapping[int, tuple[DelegationRow, MemberRow]]
) -> Iterable[SignatoryData]:
    for one in row.signatories:
        delegation, member = members[one.participation_id]
        person = member.who.person() if member.who else None
        yield SignatoryData(one.id, delegation.id, person, member.position, one.powers)


def _length(item: ItemRow) -> int | None:
    if item.start is None or item.end is None or item.day is None:
        return item.minutes
    return ((item.end_day or item.day) - item.day).days * 1440 + item.end - item.start
