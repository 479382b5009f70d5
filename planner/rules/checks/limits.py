"""From when on the checks speak up: the office's own thresholds, the handbook's where it set none (handbook 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Limits:
    """The thresholds, each a whole number: minutes, hours, days, per cent or a count as its name says. 0 is never."""

    gap_minutes: int = 90
    transfer_percent: int = 125
    transfer_extra_minutes: int = 10
    hall_reserve_percent: int = 10
    hall_empty_percent: int = 30
    solo_consecutive_minutes: int = 90
    solo_simultaneous_minutes: int = 30
    interpreter_break_minutes: int = 15
    day_load_hours: int = 10
    talks_in_a_row: int = 4
    night_rest_hours: int = 10
    after_landing_minutes: int = 180
    before_flight_minutes: int = 120
    before_flight_abroad_minutes: int = 180
    before_anchor_minutes: int = 10
    without_food_hours: int = 6
    check_in_hour: int = 14
    passport_months: int = 6
    post_confirmed_days: int = 90
    level_gap: int = 2
    side_balance: int = 2
    guests_per_officer: int = 8
    duties_of_one: int = 5
    driver_hours: int = 9
    reply_days: int = 2
    keep_passport_days: int = 30
    event_days: int = 0
    delegation_size: int = 0


def limits_of(values: Mapping[str, Any]) -> Limits:
    """Return the office's thresholds; what is unknown or no whole number is passed over."""
    known = {one.name for one in fields(Limits)}
    return Limits(**{
        name: value for name, value in values.items()
        if name in known and isinstance(value, int) and not isinstance(value, bool) and value >= 0
    })  # fmt: skip


def changed(limits: Limits) -> dict[str, int]:
    """Return what differs from the handbook's thresholds."""
    usual = asdict(Limits())
    return {name: value for name, value in asdict(limits).items() if value != usual[name]}
