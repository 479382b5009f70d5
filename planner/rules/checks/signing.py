"""What is signed (W-68, W-14), and alerts entered by hand (W-79)."""

from __future__ import annotations

from collections.abc import Iterator

from planner.rules import signing as rules
from planner.rules.checks.engine import Scope, asks, hints, rule, stops
from planner.rules.checks.facts import Facts, Signed, Signer
from planner.rules.checks.views import Family, several, things
from planner.rules.findings import Finding, Fix, Thing, mark
from planner.rules.kinds import ItemState, Side

COPIES = mark("“{title}”: {count} originals for {parties} parties. Prepare one for each.")
PREPARE = mark("Prepare {count} originals")
ONE_PARTY = mark("“{title}” is signed for one party only. Name who signs for the other.")
NO_POWERS = mark("“{title}”: nobody has seen the powers of {who}. Ask for the paper.")
SIGNER_GONE = mark("{who} is to sign “{title}” and does not come. Name another signatory.")
OTHER_TEXT = mark("“{title}”: the file on the table ({final}) is not the agreed one ({agreed}). Compare them.")
NOT_IN_LANGUAGE = mark("“{title}” is in no language of {delegation}. Add one, or ask whether it is waived.")
UNTITLED = mark("“{title}” is to be signed in {language} too, and has no title in it. Write it.")
LONG_CEREMONY = mark("At “{title}” the signing takes {minutes} minutes, and there are {there}. Make it longer.")
ALERT = mark("“{title}”: {alert}. Have another plan ready.")
NO_ALERT = mark("It is over: remove the alert")

SOON = 3
"""So many days before the ceremony, powers nobody has seen stop the final print (handbook 1.2: T-3)."""


@rule("W-68", scope=Scope.EVENT, reads=("signed", "members", "delegations", "items", "today"))
def texts_to_sign(facts: Facts) -> Iterator[Finding]:
    """W-68: copies, powers, the two texts and the languages of all that is signed; not of what is cancelled."""
    for one in facts.signed:
        item = facts.items.get(one.item_id)
        if item is not None and item.state is not ItemState.CANCELLED:
            yield from _copies(facts, one)
            yield from _people(facts, one)
            yield from _words(facts, one)


@rule("W-14", scope=Scope.FAMILY, reads=("signed",))
def long_ceremony(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-14: more texts than the item has time for."""
    item = family.item
    texts = [one.minutes for one in facts.signed if one.item_id == item.id]
    there = item.length if item.state is not ItemState.CANCELLED else None
    if texts and there and rules.length(texts) > there:
        values = {"minutes": str(rules.length(texts)), "there": str(there)}
        yield asks("W-14", things(item), LONG_CEREMONY, title=facts.said(item.title), **values)


@rule("W-79", scope=Scope.FAMILY)
def alert(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-79: a warning of weather or of a late flight that somebody entered; not of what is cancelled."""
    item = family.item
    if item.alert and item.state is not ItemState.CANCELLED:
        fixes = (Fix("edit_item", {"item_id": item.id, "alert": ""}, NO_ALERT),)
        words = item.alert.rstrip(".! ") or item.alert
        yield hints("W-79", things(item), ALERT, fixes, title=facts.said(item.title), alert=words)


def _copies(facts: Facts, one: Signed) -> Iterator[Finding]:
    parties = max(len(_delegations(facts, one)), one.parties)
    if one.originals is not None and parties > 1 and one.originals != parties:
        values = {"title": facts.said(one.title), "count": str(one.originals), "parties": str(parties)}
        fix = Fix("edit_signing", {"signing_id": one.id, "originals": parties}, PREPARE, {"count": str(parties)})
        yield stops("W-68", _about(one), COPIES, (fix,), **values)
    if one.signers and len(_delegations(facts, one)) == 1:
        yield asks("W-68", _about(one), ONE_PARTY, title=facts.said(one.title))


def _people(facts: Facts, one: Signed) -> Iterator[Finding]:
    title = facts.said(one.title)
    gone = [each for each in one.signers if (there := facts.members.get(each.member_id)) and not there.coming]
    if gone:
        yield stops("W-68", _about(one, gone), SIGNER_GONE, title=title, who=_names(facts, gone))
    without = [each for each in one.signers if not each.powers and each not in gone]
    if without and not _is_over(facts):
        day = facts.items[one.item_id].day or facts.event.from_day
        soon = facts.today is not None and (day - facts.today).days <= SOON
        say = stops if soon else asks
        yield say("W-68", _about(one, without), NO_POWERS, title=title, who=_names(facts, without))


def _words(facts: Facts, one: Signed) -> Iterator[Finding]:
    title = facts.said(one.title)
    if rules.differs(one.agreed, one.final):
        yield stops("W-68", _about(one), OTHER_TEXT, title=title, final=one.final_file, agreed=one.agreed_file)
    for language in one.languages if one.title else ():
        if not one.title.get(language):
            yield asks("W-68", _about(one), UNTITLED, title=title, language=language)
    own = {Side.HOST: facts.event.host_languages, Side.GUEST: facts.event.guest_languages}
    signing = _delegations(facts, one)
    there = [each for each in facts.delegations if each.id in signing]
    for at in rules.unread(one.languages, [own.get(each.side, ()) for each in there]):
        name = facts.said(there[at].name)
        yield stops("W-68", _about(one), NOT_IN_LANGUAGE, title=title, delegation=name)


def _delegations(facts: Facts, one: Signed) -> set[int]:
    members = (facts.members.get(each.member_id) for each in one.signers)
    return {member.delegation_id for member in members if member is not None}


def _is_over(facts: Facts) -> bool:
    return facts.today is not None and facts.today > facts.event.to_day


def _about(one: Signed, signers: list[Signer] | None = None) -> tuple[Thing, ...]:
    return (Thing("item", one.item_id), *(Thing("member", each.member_id) for each in signers or ()))


def _names(facts: Facts, signers: list[Signer]) -> str:
    return several(facts.members[each.member_id].called(*facts.event.languages) for each in signers)
