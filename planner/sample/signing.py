"""What is signed at the visit: the action plan under the sister-city memorandum. All particulars are invented."""

from __future__ import annotations

from planner.app import Planner
from planner.operations import signing
from planner.queries.agenda import programme
from planner.queries.delegations import delegations
from planner.rules.kinds import Capacity, ItemKind, Side
from planner.rules.text import text
from planner.sample.registers import Known

TITLE = text(
    ru="План мероприятий по реализации Меморандума о побратимских связях", en="Action Plan under the Sister City Memorandum"
)  # fmt: skip
POWERS = {
    Side.HOST: "по должности (условно)",
    Side.GUEST: "доверенность мэрии Джалал-Абада (условная)",
}
READY = ("languages", "alternat", "place-date", "pens")


def build(planner: Planner, known: Known, visit: int) -> None:
    """Write down the text of the visit's signing with its signatories; the files are not at hand, so none is named."""
    item = next(one for one in planner.read(programme, visit).items if one.kind is ItemKind.SIGNING)
    signed = int(
        planner.execute(
            signing.add_signing, item.id, TITLE, agreement_id=known.memorandum, originals=2, languages=["ru", "en"],
            minutes=5, note="Папки и ручки — у ассистентов с 11:00.",
        ).result
    )  # fmt: skip
    for row in planner.read(delegations, visit):
        head = next((one for one in row.members if one.capacity is Capacity.HEAD), None)
        if head is not None and row.side in POWERS:
            planner.execute(signing.add_signatory, signed, head.id, powers=POWERS[row.side])
    for code in READY:
        planner.execute(signing.tick_ready, signed, code)
