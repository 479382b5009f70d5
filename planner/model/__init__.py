"""The tables of an office."""

from planner.model import agenda, events, office, organisations, papers, participation, people, venues

__all__ = ["agenda", "events", "office", "organisations", "papers", "participation", "people", "venues"]
