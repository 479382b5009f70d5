"""What a profile of protocol says about seats, in the options of the plans (handbook 3.5, 3.12)."""

from __future__ import annotations

from typing import Any

from planner.rules.profiles import ProtocolProfile


def seating_options(profile: ProtocolProfile, *, at_home: bool = False) -> dict[str, Any]:
    """Return what is customary, by the options' names; `at_home` where no foreigner takes part."""
    honour = profile.honour_side_at_home if at_home else profile.honour_side
    options: dict[str, Any] = {
        "interpreter": _interpreter(profile),
        "first": "L" if honour == "left" else "R",
        "style": profile.photo,
    }
    if profile.host_side != "free":
        options["host_side"] = profile.host_side.replace("-", "_")
    return options


def _interpreter(profile: ProtocolProfile) -> str:
    host, guest = profile.interpreter_host, profile.interpreter_guest
    if (host, guest) == ("right", "left"):
        return "cn"
    return "none" if host == "booth" else host
