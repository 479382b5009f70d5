"""Blanking rows in the journal: what an erasure leaves of their images, of the steps and of what these are called."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import func, select, update

from planner.model.office import Change, ChangePrivate, ChangeRow
from planner.rules.erasure import Called, mentions
from planner.storage.unit_of_work import RowKey, UnitOfWork

Image = dict[str, Any]

BLANK = "—"
"""What stands in a step's label where something was named."""

_OWN = (ChangePrivate.number == ChangeRow.number) & (ChangePrivate.seq == ChangeRow.seq)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # as the journal writes images


def blank_history(work: UnitOfWork, keys: Collection[RowKey], names: Collection[Called]) -> None:
    """Blank all images of these rows, in the journal and in the step being written, and close the steps they are of.

    A row that stays has but one image left, as it is now; of a removed one only what it belonged to is left.
    """
    touched: Counter[int] = Counter()
    for key in sorted(keys):
        touched.update(_blank_row(work, key))
    for key in set(keys) & set(work.images):
        before, after = work.images[key]
        work.images[key] = (before and (after or _emptied(before)), after)
    _close_steps(work, touched)
    _blank_labels(work, touched, names)


def _blank_row(work: UnitOfWork, key: RowKey) -> list[int]:
    """Blank the images of one row; return the numbers of the changes they are of."""
    query = select(
        ChangeRow.number, ChangeRow.seq, ChangeRow.before, ChangeRow.after, ChangePrivate.before, ChangePrivate.after
    ).outerjoin(ChangePrivate, _OWN)  # fmt: skip
    query = query.where(ChangeRow.table == key[0], ChangeRow.row_id == key[1])
    found = work.session.execute(query.order_by(ChangeRow.number, ChangeRow.seq)).all()
    if key in work.images:
        now = work.images[key][1]
    else:
        now = _read(found[-1][3] or found[-1][5]) if found else None  # as the last step left it
    for number, seq, *images in found:
        blanked = [_blanked(image, now) for image in images]
        for journal, pair in ((ChangeRow, blanked[:2]), (ChangePrivate, blanked[2:])):
            if any(pair):
                same = (journal.number == number) & (journal.seq == seq)
                work.session.execute(update(journal).where(same).values(before=pair[0], after=pair[1]))
    return [row.number for row in found]


def _blanked(image: str | None, now: Image | None) -> str | None:
    return _encode(now or _emptied(_read(image) or {})) if image else None


def _read(image: str | None) -> Image | None:
    return json.loads(image) if image else None


def _emptied(image: Mapping[str, Any]) -> Image:
    return {name: value if name == "id" or name.endswith("_id") else _empty(value) for name, value in image.items()}


def _empty(value: Any) -> Any:
    return type(value)() if isinstance(value, str | list | dict) else None


def _close_steps(work: UnitOfWork, changes: Collection[int]) -> None:
    """Let the steps of these changes be neither taken back nor repeated: what that would bring back is gone."""
    steps = sorted(set(work.session.scalars(select(Change.step).where(Change.number.in_(sorted(changes))))))
    for old, new in (("done", "fixed"), ("undone", "dropped")):
        work.session.execute(update(Change).where(Change.step.in_(steps), Change.state == old).values(state=new))


def _blank_labels(work: UnitOfWork, touched: Mapping[int, int], names: Collection[Called]) -> None:
    """Take the name out of what steps are called; of a step about the person alone, every word."""
    whole = select(ChangeRow.number, func.count()).where(ChangeRow.number.in_(sorted(touched)))
    rows = work.session.execute(whole.group_by(ChangeRow.number)).all()
    alone = {number for number, count in rows if touched[number] == count}
    parts = {Called(part) for name in names for part in name if part}
    for number, values in work.session.execute(select(Change.number, Change.values)).all():
        called = parts if number in touched else names
        blanked = {
            key: BLANK if isinstance(value, str) and (number in alone or mentions(value, called)) else value
            for key, value in values.items()
        }
        if blanked != values:
            work.session.execute(update(Change).where(Change.number == number).values(values=blanked))
