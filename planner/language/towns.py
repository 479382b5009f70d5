"""Where towns lie, for dawn and sunset: a small table of our own, and the principal town of every zone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from planner.language.search import fold
from planner.paths import resources
from planner.rules.sun import Spot

_DEGREES = re.compile(r"([+-]\d{4,7})([+-]\d{5,8})$")


def spot_of(zone: str, places: Iterable[str] = ()) -> Spot | None:
    """Return where a place lies: the town its names mention, if it is in the zone, else the zone's principal town."""
    words = [f" {fold(place)} " for place in places if place]
    for name, spot in _towns():
        if spot.zone == zone and any(name in one for one in words):
            return spot
    return next((spot for _, spot in _towns() if spot.zone == zone), None) or _principal_towns().get(zone)


@cache
def _towns() -> tuple[tuple[str, Spot], ...]:
    """Return (folded name, spot); the first of a zone stands for it."""
    entries = tomllib.loads((resources() / "places" / "towns.toml").read_text(encoding="utf-8"))["towns"]
    spots = [(Spot(entry["at"][0], entry["at"][1], entry["zone"]), entry["names"]) for entry in entries]
    return tuple((fold(name), spot) for spot, names in spots for name in names)


@cache
def _principal_towns() -> Mapping[str, Spot]:
    """Return the principal town of each zone, as the zone database's own table has it, to a minute of arc."""
    from importlib.resources import files  # not with the window: few places are not in the table above

    table = files("tzdata").joinpath("zoneinfo", "zone.tab")
    found: dict[str, Spot] = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or line.count("\t") < 2:
            continue
        _country, where, zone = line.split("\t")[:3]
        if degrees := _DEGREES.match(where):
            found[zone] = Spot(_degrees(degrees[1], 2), _degrees(degrees[2], 3), zone)
    return found


def _degrees(words: str, whole: int) -> float:
    """Read "+5601" or "+0925248" as degrees, minutes and perhaps seconds."""
    digits = words[1:]
    value = int(digits[:whole]) + int(digits[whole : whole + 2]) / 60 + int(digits[whole + 2 :] or 0) / 3600
    return -value if words[0] == "-" else value
