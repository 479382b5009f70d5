"""What is signed at an item: the texts, who signs them on what powers, and the check-list (handbook 3.11)."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from typing import Any

from planner.errors import BadInput
from planner.model.agenda import Item
from planner.model.organisations import Agreement
from planner.model.participation import Delegation, Participation
from planner.model.preparation import Signatory, Signing
from planner.operations import fields
from planner.operations.order import put_in_order
from planner.operations.registry import Work, operation
from planner.rules.signing import COMPUTED, Mark
from planner.rules.text import EMPTY, Text

TEXTS_OF = ("agreed", "final")
"""The two files of a text: the revision both sides agreed, and the one that lies on the table."""
_SHA256 = 64


def _few(value: Any) -> int:
    if not 1 <= fields.number(value) <= 99:
        raise ValueError
    return int(value)


SIGNING_FIELDS: Mapping[str, fields.Check] = {
    "agreement_id": fields.optional(fields.number),
    "originals": fields.optional(_few),
    "languages": fields.languages,
    "minutes": fields.optional(_few),
    "note": fields.words,
}
SIGNATORY_FIELDS: Mapping[str, fields.Check] = {"powers": fields.words}


@operation("Add a text to sign")
def add_signing(work: Work, item_id: int, title: Text = EMPTY, **values: Any) -> int:
    """Add a text that is signed at an item (`SIGNING_FIELDS`), after those it has; return its id."""
    work.get(Item, item_id)
    row = work.add(Signing(item_id=item_id, title=title, position=len(work.find(Signing, item_id=item_id))))
    _put(work, row, values)
    return row.id


@operation("Edit a text to sign")
def edit_signing(work: Work, signing_id: int, **values: Any) -> None:
    """Set fields of a text to sign (`SIGNING_FIELDS`)."""
    _put(work, work.get(Signing, signing_id), values)


def _put(work: Work, row: Signing, values: Mapping[str, Any]) -> None:
    if (agreement := values.get("agreement_id")) is not None:
        work.get(Agreement, agreement)
    fields.put(row, values, SIGNING_FIELDS)


@operation("Remove a text to sign")
def remove_signing(work: Work, signing_id: int) -> None:
    """Remove a text to sign with its signatories."""
    work.remove(work.get(Signing, signing_id))


@operation("Put the texts to sign in order")
def order_signings(work: Work, item_id: int, signing_ids: Sequence[int]) -> None:
    """Put the texts of an item in this order; those not named follow as they stood."""
    work.get(Item, item_id)
    put_in_order(work.find(Signing, item_id=item_id), signing_ids)


@operation("Add a signatory")
def add_signatory(work: Work, signing_id: int, participation_id: int, **values: Any) -> int:
    """Let somebody of the event sign a text (`SIGNATORY_FIELDS`); return the id. Nobody signs a text twice."""
    signing = work.get(Signing, signing_id)
    member = work.get(Participation, participation_id)
    if work.get(Delegation, member.delegation_id).event_id != work.get(Item, signing.item_id).event_id:
        raise BadInput("Whoever signs a text takes part in its event.")
    there = work.find(Signatory, signing_id=signing_id)
    if any(one.participation_id == participation_id for one in there):
        raise BadInput("This person signs the text already.")
    row = work.add(Signatory(signing_id=signing_id, participation_id=participation_id, position=len(there)))
    fields.put(row, values, SIGNATORY_FIELDS)
    return row.id


@operation("Edit a signatory")
def edit_signatory(work: Work, signatory_id: int, **values: Any) -> None:
    """Say on what paper somebody's power to sign rests (`SIGNATORY_FIELDS`); "" until it has been seen."""
    fields.put(work.get(Signatory, signatory_id), values, SIGNATORY_FIELDS)


@operation("Remove a signatory")
def remove_signatory(work: Work, signatory_id: int) -> None:
    """Let somebody not sign a text after all."""
    work.remove(work.get(Signatory, signatory_id))


@operation("Tick the check-list of a signing")
def tick_ready(work: Work, signing_id: int, code: str, *, on: bool = True) -> None:
    """Tick a point of the check-list (`rules.signing.Mark`), or take the tick back.

    Raise BadInput for a point that follows from what is written down.
    """
    row = work.get(Signing, signing_id)
    try:
        mark = Mark(code)
    except ValueError as error:
        raise BadInput("“{value}” is not possible for {field}.", value=code, field="ready") from error
    if mark in COMPUTED:
        raise BadInput("This point follows from what is written of the text, and is not ticked by hand.")
    wanted = {*row.ready, mark.value} if on else set(row.ready) - {mark.value}
    ready: list[str] = [one.value for one in Mark if one.value in wanted]
    if ready != row.ready:
        row.ready = ready


@operation("Name the file of a text to sign")
def note_text(work: Work, signing_id: int, which: str, *, name: str, sha256: str) -> None:
    """Keep name and SHA-256 of the agreed or the final file (`TEXTS_OF`), never the file; both "" forget it."""
    row = work.get(Signing, signing_id)
    if which not in TEXTS_OF:
        raise BadInput("“{value}” is not possible for {field}.", value=which, field="which")
    digest = sha256.lower()
    right = not digest or (len(digest) == _SHA256 and set(digest) <= set(string.hexdigits))
    if not right or bool(name) != bool(digest):
        raise BadInput("A file is kept by its name and its SHA-256.")
    plain = name.replace("\\", "/").rsplit("/", 1)[-1]  # a folder says where somebody works, and is not kept
    values = {which: digest, f"{which}_file": plain}
    fields.put(row, values, dict.fromkeys(values, fields.words))
