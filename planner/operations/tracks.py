"""Who is on a track: people and whole delegations, whose items are then all of the track's."""

from __future__ import annotations

from planner.errors import BadInput
from planner.model.agenda import Track, TrackMember
from planner.model.organisations import OrganisationName
from planner.model.participation import Delegation, Participation
from planner.operations.delegations import called
from planner.operations.registry import Work, operation


@operation("Put {name} on the track “{title}”")
def add_track_member(
    work: Work, track_id: int, *, participation_id: int | None = None, delegation_id: int | None = None
) -> int:
    """Put a person or a whole delegation on a track of the same event; return the row's id.

    Whoever is on it takes part in all of its items. What a whole delegation's row says already is not said again.
    """
    track = work.get(Track, track_id)
    if (participation_id is None) == (delegation_id is None):
        raise BadInput("Name one person or one delegation.")
    of = work.get(Participation, participation_id).delegation_id if participation_id is not None else delegation_id
    assert of is not None
    if work.get(Delegation, of).event_id != track.event_id:
        raise BadInput("Only those of the same event can be on a track.")
    found = work.find(TrackMember, track_id=track_id, participation_id=participation_id, delegation_id=delegation_id)
    row = found[0] if found else TrackMember(
        track_id=track_id, participation_id=participation_id, delegation_id=delegation_id
    )  # fmt: skip
    if not found:
        work.add(row)
    work.values |= {"name": _called(work, row), "title": track.title.first()}
    return row.id


@operation("Take {name} off the track “{title}”")
def remove_track_member(work: Work, track_member_id: int) -> None:
    """Take a person or a whole delegation off a track; what they are put down for themselves stays."""
    row = work.get(TrackMember, track_member_id)
    work.values |= {"name": _called(work, row), "title": work.get(Track, row.track_id).title.first()}
    work.remove(row)


def _called(work: Work, row: TrackMember) -> str:
    if row.participation_id is not None:
        return called(work, work.get(Participation, row.participation_id))
    delegation = work.get(Delegation, row.delegation_id or 0)
    if delegation.organisation_id is not None:
        for name in reversed(work.find(OrganisationName, organisation_id=delegation.organisation_id)):
            return name.name.first()
    return delegation.name.first() or delegation.heading.first()
