"""Which state an office is in, for those who kept something of it: quick for a file, and within a query for all."""

from __future__ import annotations

from planner.storage.last_step import LastStep, last_step

__all__ = ["LastStep", "last_step"]
