"""A small visit in an empty office: a programme, a meeting with topics, two delegations, all texts in two languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from planner.app import Planner, open_planner
from planner.operations import agenda, delegations, events, people, venues
from planner.operations.people import NewName
from planner.rules.text import Text, text

MONDAY, TUESDAY = date(2024, 5, 13), date(2024, 5, 14)
START = datetime(2024, 5, 2, 9, 20, tzinfo=UTC)


class Clock:
    """A clock that moves on by a day when it is told to."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def next_day(self) -> None:
        """Let a day pass."""
        self.now += timedelta(days=1)


class VisitOffice:
    """An open office with one visit. Attributes: planner, clock, event, ids of items, members and places by name."""

    def __init__(self, url: str) -> None:
        self.clock = Clock()
        self.planner: Planner = open_planner(url, author="Anna", clock=self.clock)
        self.event = self.do(
            events.add_event, "visit", text(ru="Визит", en="Visit"), from_day=MONDAY, to_day=TUESDAY,
            languages=["ru", "en"], host_zone="Asia/Krasnoyarsk", place=text(ru="Красноярск", en="Krasnoyarsk"),
        )  # fmt: skip
        self.do(
            events.set_heading, self.event, "programme",
            title=text(ru="Программа пребывания делегации", en="Programme of Stay of the Delegation"),
        )  # fmt: skip
        self.hall = self.do(venues.add_venue, text(ru="Большой зал", en="Grand Hall"))
        self.hotel = self.do(venues.add_venue, text(ru="Гостиница", en="Hotel"))
        self.items: dict[str, int] = {}
        for number, name in enumerate("abcdefghi"):
            self.add_item(name, start=480 + 30 * number)
        self.topics = [self.add_topic(number) for number in range(1, 4)]
        self.guests, self.hosts = self.do(delegations.add_delegation, self.event, "guest"), self._host_delegation()
        self.people: dict[str, int] = {}
        self.members = {name: self.add_member(name) for name in ("Abe", "Bob", "Cyd", "Dan", "Eve", "Fay", "Gus")}

    def do(self, operation: Any, *args: Any, **values: Any) -> Any:
        """Run an operation and return its result."""
        return self.planner.execute(operation, *args, **values).result

    def add_item(self, name: str, *, start: int, title: Text | None = None, day: date = MONDAY) -> int:
        """Add an item of half an hour."""
        words = title or both(f"item {name}")
        self.items[name] = self.do(agenda.add_item, self.event, words, day=day, start=start, end=start + 30)
        return self.items[name]

    def add_topic(self, number: int) -> int:
        """Add a topic to the first item."""
        title, parent = both(f"topic {number}"), self.items["a"]
        return self.do(agenda.add_item, self.event, title, parent_id=parent, kind="topic", minutes=10)

    def add_member(self, name: str) -> int:
        """Add a guest with a post, in the order of the calls."""
        capacity = "member" if self.people else "head"
        self.people[name] = self.do(people.add_person, [NewName("ru", name), NewName("en", name)])
        return self.do(
            delegations.add_member, self.guests, self.people[name], capacity=capacity, own_order=len(self.people),
            post_title=both(f"post of {name}"), state="confirmed",
        )  # fmt: skip

    def _host_delegation(self) -> int:
        return self.do(delegations.add_delegation, self.event, "host")


def both(words: str) -> Text:
    """The same words as Russian and English text."""
    return text(ru=f"рус {words}", en=words)
