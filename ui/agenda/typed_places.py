"""Places typed by name in the list: the names offered, and which venue or room a name means."""

from __future__ import annotations

from typing import NamedTuple

from ui.agenda.plan import Plan


class NamedPlace(NamedTuple):
    """A venue, or a room of it, by one of its names."""

    name: str
    venue: int
    room: int | None


def named_places(plan: Plan) -> list[NamedPlace]:
    """Return every name of every venue and room, in the event's languages first; rooms alone and with their venue."""
    found: list[NamedPlace] = []
    for venue in plan.venues:
        tags = [*plan.event.languages, *(tag for tag in venue.name.wordings if tag not in plan.event.languages)]
        found += [NamedPlace(name, venue.id, None) for tag in tags if (name := venue.name.get(tag))]
        for room in venue.rooms:
            for tag in [*plan.event.languages, *(one for one in room.name.wordings if one not in plan.event.languages)]:
                if name := room.name.get(tag):
                    found.append(NamedPlace(name, venue.id, room.id))
                    if around := venue.name.get(tag):
                        found.append(NamedPlace(f"{around}, {name}", venue.id, room.id))
    return found


def meant(plan: Plan, words: str) -> tuple[int, int | None] | None:
    """Return the venue and room a typed name means: exactly, else as the only one that begins so or holds it."""
    wanted = words.casefold().strip()
    places = [(one.name.casefold(), (one.venue, one.room)) for one in named_places(plan)]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = {place for name, place in places if fits(name, wanted)}
        if len(found) == 1:
            return next(iter(found))
        venues = {place for place in found if place[1] is None}
        if len(venues) == 1 and len({place[0] for place in found}) == 1:
            return next(iter(venues))
        if found and fits is str.__eq__:
            return min(found, key=str)
    return None
