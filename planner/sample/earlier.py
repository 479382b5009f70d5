"""An earlier call of Jalal-Abad's education officers on their colleagues; all of it is invented.

It is there so that the record of reciprocity has something to compare: who was received before, and at what level.
"""

from __future__ import annotations

from datetime import date

from planner.app import Planner
from planner.operations import events
from planner.rules.kinds import Side
from planner.rules.text import text
from planner.sample.parts import Writer, delegation_of, furnish, members
from planner.sample.registers import Known

DAY = date(2023, 5, 18)


def build(planner: Planner, known: Known) -> int:
    """Build the call; return its event's id."""
    event = planner.execute(
        events.add_event, "courtesy-call",
        text(ru="Визит вежливости управления образования Джалал-Абада (условный)", en="Courtesy Call of the Jalal-Abad Education Department (fictitious)"),
        short_title=text(ru="Управление образования Джалал-Абада", en="Jalal-Abad education officers"), place=text(ru="Красноярск", en="Krasnoyarsk"),
        from_day=DAY, to_day=DAY, languages=["ru", "en"], host_languages=["ru"], guest_languages=["en"],
        host_zone="Asia/Krasnoyarsk", guest_zone="Asia/Bishkek", state="over",
    ).result  # fmt: skip
    guests, hosts = delegation_of(planner, event, Side.GUEST), delegation_of(planner, event, Side.HOST)
    furnish(
        planner,
        guests,
        organisation_id=known.organisations["jalal-abad"],
        heading=text(ru="С киргизской стороны", en="From the Kyrgyz side"),
    )
    furnish(
        planner,
        hosts,
        organisation_id=known.organisations["city"],
        heading=text(ru="С российской стороны", en="From the Russian side"),
    )
    members(planner, known, guests, [("sadykova", "head", "attended")])
    members(planner, known, hosts, [("petrova", "head", "attended")])
    write = Writer(planner, known, event)
    talk = write.item(
        DAY,
        "11:00-12:00",
        text(ru="Беседа об обмене школьниками", en="Talk on school exchanges"),
        at="room-214",
        kind="meeting",
        people=[{"side": "guest"}, {"side": "host"}],
    )
    write.item(None, "", text(ru="Летние школы", en="Summer schools"), parent=talk, kind="topic", minutes=30)
    write.item(None, "", text(ru="Обмен учителями", en="Exchange of teachers"), parent=talk, kind="topic", minutes=30)
    return int(event)
