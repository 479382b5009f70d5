"""Passports, arrivals, rooms, invitations, papers and promises (W-59, W-62, W-63, W-69, W-70, W-72, W-73, W-76)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from planner.rules.checks.engine import Scope, asks, hints, rule, stops
from planner.rules.checks.facts import Facts
from planner.rules.checks.logistics_facts import Journey
from planner.rules.checks.people_facts import Member
from planner.rules.checks.views import several, things
from planner.rules.findings import Finding, Thing, mark
from planner.rules.kinds import EventKind, EventState, Side
from planner.rules.times import clock

NOT_APPROVED = mark("The event begins on {day}, and its programme is not agreed yet. Have it approved.")
PASSPORT_ENDS = mark("The passport of {who} ends on {day}, before the departure. A new one is needed.")
PASSPORT_SOON = mark("The passport of {who} ends on {day}; it should hold {months} months longer. Ask the consulate.")
VISA_ENDS = mark("The visa of {who} ends on {day}, before the departure. Ask for a longer one.")
NO_CITIZENSHIP = mark("The citizenship of {who} is not known, and the passport is. Enter it.")
NOT_MET = mark("Nobody meets {who} at {at}. Name who meets them, or a car.")
NO_ROOM = mark("There is no room for {who}, while others of the delegation have one. Book one.")
NOT_SHARED = mark("{who} shares a room with {other}, who is entered otherwise. Ask both, and enter it alike.")
NO_PAYER = mark("Who pays the room of {who} is not said, while of others it is. Enter it.")
NO_ANSWER = mark("{count} invitations to “{title}” are not answered: {who}. Ask once more.")
MORE_THAN_SEATS = mark("{count} have accepted “{title}”, and there are {seats} seats. Find a larger room.")
OLD_PRINT = mark("Version {number} of the {paper} is out, and the event was changed after it. Issue it anew.")
KEPT_TOO_LONG = mark("Passports of {count} guests are still kept, {days} days after the event. Erase them.")
VERSIONS_KEPT = mark(
    "{count} issued versions with private data are still kept, {days} days after the event. "
    "Remove them in Documents, below the versions."
)
NO_OWNER = mark("“{text}” was promised, and nobody is to see to it. Name somebody.")
NO_DATE = mark("“{text}” was promised without a day. Agree on one.")
OVERDUE = mark("“{text}” was due on {day}. Ask how far it is.")
TOO_LONG = mark("The event lasts {days} days; the rule is {most}. Shorten it, or write down why.")
TOO_MANY = mark("{delegation} has {count} members; the rule is {most}. Ask for fewer, or write down why.")
APPROVED_BEFORE = 3
"""So many days before an event its programme is approved (handbook 1.2: T-3)."""


@rule("W-59", scope=Scope.EVENT, reads=("members", "logistics"))
def passports(facts: Facts) -> Iterator[Finding]:
    """W-59: a passport or visa that ends before the departure, or too soon after it."""
    departures = {one.member_id: one.day for one in facts.logistics.journeys if not one.arrives and one.day}
    for member in facts.members.values():
        person = member.person
        if person is None or not member.coming or member.side is Side.HOST:
            continue
        leaves = departures.get(member.id) or facts.event.to_day
        private, about, who = person.private, (Thing("member", member.id),), member.called(*facts.event.languages)
        if private.passport_expires is not None:
            if private.passport_expires < leaves:
                yield stops("W-59", about, PASSPORT_ENDS, who=who, day=private.passport_expires)
            elif private.passport_expires < _months_later(leaves, facts.limits.passport_months):
                months = str(facts.limits.passport_months)
                yield asks("W-59", about, PASSPORT_SOON, who=who, day=private.passport_expires, months=months)
        if private.visa_until is not None and private.visa_until < leaves:
            yield stops("W-59", about, VISA_ENDS, who=who, day=private.visa_until)
        if private.passport and not private.citizenship:
            yield stops("W-59", about, NO_CITIZENSHIP, who=who)


@rule("W-62", scope=Scope.EVENT, reads=("members", "logistics"))
def nobody_meets(facts: Facts) -> Iterator[Finding]:
    """W-62: guests who arrive and are met by nobody and no car; those of one flight at once."""
    flights: dict[tuple[str, int | None, date | None], list[Journey]] = defaultdict(list)
    for journey in facts.logistics.journeys:
        member = facts.members.get(journey.member_id)
        if journey.arrives and not journey.met and member is not None and member.coming:
            flights[journey.number, journey.minute, journey.day].append(journey)
    for (number, minute, _day), journeys in flights.items():
        members = [facts.members[one.member_id] for one in journeys]
        at = " ".join(filter(None, (number, clock(minute) if minute is not None else "")))
        yield asks("W-62", _about(members), NOT_MET, who=_names(facts, members), at=at or "—")


@rule("W-63", scope=Scope.EVENT, reads=("members", "logistics"))
def rooms(facts: Facts) -> Iterator[Finding]:
    """W-63: no room for some of a delegation that has rooms, a share only one side knows of, a payer not said.

    Where arrivals are entered, who does not arrive needs no room.
    """
    arriving = {one.member_id for one in facts.logistics.journeys if one.arrives}
    lodged = {one.member_id: one for one in facts.logistics.lodgings}
    housed = {facts.members[one].delegation_id for one in lodged if one in facts.members}
    without: dict[int, list[Member]] = defaultdict(list)
    for member in facts.members.values():
        shared = any(one.shares_with == member.id for one in lodged.values())
        away = bool(arriving) and member.id not in arriving
        if member.delegation_id in housed and member.coming and member.id not in lodged and not (shared or away):
            without[member.delegation_id].append(member)
    for members in without.values():
        yield asks("W-63", _about(members), NO_ROOM, who=_names(facts, members))
    for one in lodged.values():
        other = lodged.get(one.shares_with or 0)
        if other is not None and other.shares_with not in (None, one.member_id) and one.member_id in facts.members:
            pair = [facts.members[one.member_id], facts.members[other.member_id]]
            names = [member.called(*facts.event.languages) for member in pair]
            yield asks("W-63", _about(pair), NOT_SHARED, who=names[0], other=names[1])
    unpaid = [facts.members[one] for one, room in lodged.items() if not room.payer and one in facts.members]
    if unpaid and len(unpaid) < len(lodged):
        yield asks("W-63", _about(unpaid), NO_PAYER, who=_names(facts, unpaid))


@rule("W-69", scope=Scope.EVENT, reads=("items", "members", "logistics", "places", "today"))
def invitations(facts: Facts) -> Iterator[Finding]:
    """W-69: invitations not answered two days before, and more acceptances than seats."""
    by_item: dict[int, list[Member | None]] = defaultdict(list)
    accepted: dict[int, int] = defaultdict(int)
    for one in facts.logistics.invitations:
        accepted[one.item_id] += one.state == "accepted"
        item = facts.items.get(one.item_id)
        waiting = one.sent_on is not None and one.answered_on is None and one.state not in ("accepted", "declined")
        if item is None or item.day is None or facts.today is None or not waiting:
            continue
        if facts.today <= item.day <= facts.today + timedelta(days=facts.limits.reply_days):
            by_item[item.id].append(facts.members.get(one.member_id or 0))
    for item_id, invited in by_item.items():
        names = several(one.called(*facts.event.languages) for one in invited if one is not None)
        values = {"count": str(len(invited)), "title": facts.said(facts.items[item_id].title), "who": names}
        yield asks("W-69", things(facts.items[item_id]), NO_ANSWER, **values)
    for item_id, count in accepted.items():
        item = facts.items.get(item_id)
        room = facts.places.rooms.get(item.room_id or 0) if item else None
        seats = max(room.capacity.values(), default=0) if room else 0
        if item is not None and seats and count > seats:
            values = {"count": str(count), "title": facts.said(item.title), "seats": str(seats)}
            yield asks("W-69", things(item), MORE_THAN_SEATS, **values)


@rule("W-70", scope=Scope.EVENT, reads=("issued",))
def printed_before(facts: Facts) -> Iterator[Finding]:
    """W-70: a version somebody holds is older than the data."""
    if facts.event.state in (EventState.OVER, EventState.CANCELLED):
        return
    for one in facts.issued:
        if one.newer:
            yield asks("W-70", (Thing("paper", one.id),), OLD_PRINT, number=str(one.number), paper=one.paper)


@rule("W-70", scope=Scope.EVENT, reads=("items", "today"))
def not_approved(facts: Facts) -> Iterator[Finding]:
    """W-70: three days before it begins, a programme that nobody has agreed to yet."""
    event = facts.event
    if facts.today is None or event.state not in (EventState.IDEA, EventState.PREPARATION) or not facts.items:
        return
    days = (event.from_day - facts.today).days
    if 0 <= days <= APPROVED_BEFORE:
        yield asks("W-70", (Thing("event", event.id),), NOT_APPROVED, day=event.from_day)


@rule("W-72", scope=Scope.EVENT, reads=("members", "today"))
def kept_too_long(facts: Facts) -> Iterator[Finding]:
    """W-72: passports of guests long after the event."""
    days = facts.limits.keep_passport_days
    if facts.today is None or not days or facts.today <= facts.event.to_day + timedelta(days=days):
        return
    guests = (one for one in facts.members.values() if one.side is Side.GUEST)
    kept = [one for one in guests if one.person and one.person.private.passport]
    if kept:
        yield hints("W-72", _about(kept), KEPT_TOO_LONG, count=str(len(kept)), days=str(days))


@rule("W-72", scope=Scope.EVENT, reads=("private_kept", "today"))
def versions_kept_too_long(facts: Facts) -> Iterator[Finding]:
    """W-72: issued versions with private data long after the event."""
    days = facts.limits.keep_passport_days
    if facts.today is None or not days or facts.today <= facts.event.to_day + timedelta(days=days):
        return
    if facts.private_kept:
        about = (Thing("event", facts.event.id),)
        yield hints("W-72", about, VERSIONS_KEPT, count=str(facts.private_kept), days=str(days))


@rule("W-73", scope=Scope.EVENT, reads=("promises", "today"))
def promises(facts: Facts) -> Iterator[Finding]:
    """W-73: something promised without anybody to see to it or a day, or overdue."""
    about = (Thing("event", facts.event.id),)
    for one in facts.promises:
        if not one.is_open:
            continue
        if not one.owner:
            yield hints("W-73", about, NO_OWNER, text=facts.said(one.words))
        if one.due is None:
            yield hints("W-73", about, NO_DATE, text=facts.said(one.words))
        elif facts.today is not None and one.due < facts.today:
            yield hints("W-73", about, OVERDUE, text=facts.said(one.words), day=one.due)


@rule("W-76", scope=Scope.EVENT, reads=("delegations", "members"))
def norms(facts: Facts) -> Iterator[Finding]:
    """W-76: longer, or with more guests, than the office's rule allows; an office without a rule is not told."""
    days = (facts.event.to_day - facts.event.from_day).days + 1
    if facts.limits.event_days and facts.event.kind is EventKind.VISIT and days > facts.limits.event_days:
        values = {"days": str(days), "most": str(facts.limits.event_days)}
        yield hints("W-76", (Thing("event", facts.event.id),), TOO_LONG, **values)
    most = facts.limits.delegation_size
    for delegation in facts.delegations if most else ():
        count = sum(one.delegation_id == delegation.id and one.coming for one in facts.members.values())
        if delegation.side is Side.GUEST and count > most:
            values = {"delegation": facts.said(delegation.name), "count": str(count), "most": str(most)}
            yield hints("W-76", (Thing("delegation", delegation.id),), TOO_MANY, **values)


def _months_later(day: date, months: int) -> date:
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, min(day.day, 28))


def _about(members: list[Member]) -> tuple[Thing, ...]:
    return tuple(Thing("member", one.id) for one in members)


def _names(facts: Facts, members: list[Member]) -> str:
    return several(one.called(*facts.event.languages) for one in members)
