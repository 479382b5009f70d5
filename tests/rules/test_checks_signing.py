"""W-68, W-79 and the time of a ceremony (W-14): what is signed, with a near miss for each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from planner.rules.checks.after import offered
from planner.rules.checks.engine import run
from planner.rules.checks.facts import Facts, Signed, Signer
from planner.rules.findings import Severity, Thing
from planner.rules.kinds import EventState, ItemState
from planner.rules.text import text
from tests.rules.check_facts import HEADS, TUESDAY, codes, facts, found, item, member

GUEST, HOST = Signer(1, powers=True), Signer(2, powers=True)
RIGHT = Signed(
    50, 10, text(en="Memorandum"), 2, 2, ("en",), "a" * 64, "a" * 64, 5, (GUEST, HOST), "final.pdf", "agreed.pdf"
)


def signing(said: Signed = RIGHT, *, about: dict[str, Any] | None = None, **values: Any) -> Facts:
    """A signing of half an hour with a text."""
    event = {"host_languages": ("en",), "guest_languages": ("ky", "en"), "state": EventState.AGREED, **(about or {})}
    ceremony = item(10, "10:00-10:30", "signing", **values.pop("of_item", {}))
    return facts(ceremony, signed=(said,), event=event, **values)


def test_text_in_order_is_no_finding() -> None:
    assert codes(signing()) == []


@pytest.mark.parametrize(
    "said",
    [
        RIGHT._replace(originals=None), RIGHT._replace(agreed=""), RIGHT._replace(final=""),
        RIGHT._replace(signers=(), originals=2), RIGHT._replace(languages=()),
    ],
)  # fmt: skip
def test_what_was_not_entered_yet_is_no_finding(said: Signed) -> None:
    assert codes(signing(said)) == []


def test_copies_other_than_parties_stop_and_can_be_mended() -> None:
    about = signing(RIGHT._replace(originals=3))
    results = run(about)
    (finding,) = results.findings
    assert (finding.code, finding.severity, finding.things) == ("W-68", Severity.STOPS, (Thing("item", 10),))
    assert (finding.values["count"], finding.values["parties"]) == ("3", "2")
    (fix,) = offered(results, finding)
    assert (fix.operation, fix.arguments) == ("edit_signing", {"signing_id": 50, "originals": 2})


def test_parties_of_the_register_count_where_more() -> None:
    assert codes(signing(RIGHT._replace(parties=3, originals=3))) == []
    assert codes(signing(RIGHT._replace(parties=3))) == ["W-68"]


def test_one_party_alone_asks_for_the_other() -> None:
    (finding,) = found(signing(RIGHT._replace(signers=(GUEST,))))
    assert (finding.code, finding.severity) == ("W-68", Severity.ATTENTION)


@pytest.mark.parametrize(("days", "severity"), [(None, "attention"), (4, "attention"), (3, "stops"), (0, "stops")])
def test_powers_nobody_saw_stop_three_days_before(days: int | None, severity: str) -> None:
    today = None if days is None else TUESDAY - timedelta(days=days)
    (finding,) = found(signing(RIGHT._replace(signers=(GUEST, HOST._replace(powers=False))), today=today))
    assert (finding.code, finding.severity.value) == ("W-68", severity)
    assert finding.things == (Thing("item", 10), Thing("member", 2))


def test_powers_are_not_asked_for_once_the_event_is_over() -> None:
    late = TUESDAY + timedelta(days=9)
    assert codes(signing(RIGHT._replace(signers=(GUEST, HOST._replace(powers=False))), today=late)) == []


def test_text_that_is_not_the_agreed_one_stops() -> None:
    (finding,) = found(signing(RIGHT._replace(final="b" * 64)))
    assert (finding.code, finding.severity) == ("W-68", Severity.STOPS)
    assert (finding.values["final"], finding.values["agreed"]) == ("final.pdf", "agreed.pdf")


def test_language_without_a_title_asks() -> None:
    (finding,) = found(signing(RIGHT._replace(languages=("en", "ky"))))
    assert (finding.code, finding.values["language"]) == ("W-68", "ky")


def test_side_without_a_language_of_its_own_stops() -> None:
    (finding,) = found(signing(about={"guest_languages": ("ky",)}))
    assert (finding.code, finding.severity, finding.values["delegation"]) == ("W-68", Severity.STOPS, "Guests")


def test_signatory_who_does_not_come_stops() -> None:
    people = (*HEADS, member(3, "host", state="declined"))
    said = RIGHT._replace(signers=(GUEST, HOST, Signer(3)))
    (finding,) = found(signing(said, people=people))
    assert (finding.code, finding.severity, finding.things[1]) == ("W-68", Severity.STOPS, Thing("member", 3))


def test_cancelled_signing_is_no_finding() -> None:
    assert codes(signing(RIGHT._replace(originals=3), of_item={"state": ItemState.CANCELLED})) == []


def test_ceremony_longer_than_its_item_asks() -> None:
    texts = tuple(RIGHT._replace(id=50 + n) for n in range(5))  # 2 + 5 × 5 + 5 minutes in half an hour
    ceremony = item(10, "10:00-10:30", "signing")
    event = {"host_languages": ("en",), "guest_languages": ("en",)}
    (finding,) = found(facts(ceremony, signed=texts, event=event))
    assert (finding.code, finding.values["minutes"], finding.values["there"]) == ("W-14", "32", "30")
    assert codes(facts(ceremony, signed=texts[:4], event=event)) == []


def test_alert_is_a_hint_that_one_step_takes_away() -> None:
    about = facts(item(10, alert="Heavy rain from 9."))
    results = run(about)
    (finding,) = results.findings
    assert (finding.code, finding.severity, finding.values["alert"]) == ("W-79", Severity.HINT, "Heavy rain from 9")
    assert [(fix.operation, fix.arguments) for fix in offered(results, finding)] == [
        ("edit_item", {"item_id": 10, "alert": ""})
    ]


def test_alert_of_a_cancelled_item_is_no_finding() -> None:
    assert codes(facts(item(10, alert="Rain", state=ItemState.CANCELLED))) == []
