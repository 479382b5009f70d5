"""Removing the bytes of issued versions: that they were issued, when, why and by whom stays, what they said does not.

The bytes lie outside the journal, so removing them there is removing them from this office; it cannot be undone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import delete, select

from planner.errors import BadInput, NotPossible
from planner.model.events import Event
from planner.model.papers import Blob, IssuedPaper, PaperTemplate
from planner.model.pictures import Picture
from planner.operations.registry import operation
from planner.rules.erasure import NOTHING, PRIVATE, REASONS, REMOVED, removed_in
from planner.storage.unit_of_work import UnitOfWork


@operation("Remove what {count} issued versions said", undoable=False)
def remove_versions(work: UnitOfWork, issued_paper_ids: Sequence[int], *, because: str = PRIVATE) -> int:
    """Remove the bytes of issued versions of events that are over; return of how many. It cannot be taken back.

    Raise NotPossible before the event's last day is past, BadInput for a reason that is none.
    """
    if because not in REASONS:
        raise BadInput("There is no such reason for removing a version.")
    work.values["count"] = remove_bytes(work, issued_paper_ids, because)
    return int(work.values["count"])


def remove_bytes(work: UnitOfWork, ids: Collection[int], because: str) -> int:
    """Remove the bytes of versions as part of another operation; those removed before are passed over."""
    found = [one for one in work.find_among(IssuedPaper, "id", ids) if removed_in(one.choice) is None]
    bytes_of = {digest for one in found for digest in (one.frozen, one.pdf)}
    nothing = work.keep(b"") if found else NOTHING
    for one in found:
        event = work.get(Event, one.event_id)
        if event.to_day >= work.now.date():
            raise NotPossible(
                "“{title}” is not over yet. What was issued for it can be removed from the day after its last.",
                title=event.title.first(*event.languages),
            )
        # No column says this: `choice` is how the version looked, and its sum still tells a file found elsewhere.
        one.choice = {**one.choice, REMOVED: {
            "at": work.now.isoformat(timespec="seconds"), "author": work.author, "because": because, "pdf": one.pdf,
        }}  # fmt: skip
        one.frozen = one.pdf = nothing
    work.session.flush()
    drop_blobs(work, bytes_of)
    return len(found)


def drop_blobs(work: UnitOfWork, digests: Collection[str]) -> None:
    """Remove kept bytes that nothing refers to any more: no version, no photograph, no emblem."""
    connection = work.session.connection()
    for digest in sorted(set(digests) - {NOTHING} - set(_in_use(work, digests))):
        connection.execute(delete(Blob).where(Blob.sha256 == digest))


def _in_use(work: UnitOfWork, digests: Collection[str]) -> Iterable[str]:
    for column in (IssuedPaper.frozen, IssuedPaper.pdf, Picture.content):
        yield from work.session.scalars(select(column).where(column.in_(sorted(digests))))
    emblems = str([one.values for one in work.find(PaperTemplate)])
    yield from (digest for digest in digests if digest in emblems)
