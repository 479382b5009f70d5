"""The robotics championship "Krasnoyarsk 5.0", a past event with Bishkek's team; its days are invented."""

from __future__ import annotations

from datetime import date

from planner.app import Planner
from planner.operations import events
from planner.rules.kinds import Side
from planner.rules.text import text
from planner.sample.parts import Writer, delegation_of, furnish, members
from planner.sample.registers import Known

FIRST, LAST = date(2024, 3, 16), date(2024, 3, 17)


def build(planner: Planner, known: Known) -> int:
    """Build the championship; return its event's id."""
    event = planner.execute(
        events.add_event, "other",
        text(ru="Чемпионат по робототехнике «Красноярск 5.0»", en="Robotics Championship “Krasnoyarsk 5.0”"),
        short_title=text(ru="Чемпионат «Красноярск 5.0»", en="“Krasnoyarsk 5.0” championship"), place=text(ru="Красноярск", en="Krasnoyarsk", ky="Красноярск"),
        from_day=FIRST, to_day=LAST, languages=["ru", "en"], host_languages=["ru"], guest_languages=["en"],
        host_zone="Asia/Krasnoyarsk", guest_zone="Asia/Bishkek", state="over",
    ).result  # fmt: skip
    guests, hosts = delegation_of(planner, event, Side.GUEST), delegation_of(planner, event, Side.HOST)
    furnish(
        planner,
        guests,
        organisation_id=known.organisations["bishkek-school"],
        heading=text(ru="Команда города Бишкека", en="Team of Bishkek"),
    )
    furnish(
        planner,
        hosts,
        organisation_id=known.organisations["education"],
        heading=text(ru="Организаторы", en="Organisers"),
    )
    members(planner, known, guests, [("coach", "head", "attended")])
    members(planner, known, hosts, [("petrova", "head", "attended")])
    write = Writer(planner, known, event)
    write.item(
        FIRST,
        "10:00-10:30",
        text(ru="Открытие чемпионата", en="Opening of the championship", ky="Ачылышы"),
        at="centre",
        kind="ceremony",
        people=[{"side": "guest"}, {"side": "host"}],
    )
    write.item(
        FIRST,
        "11:00-17:00",
        text(ru="Отборочные заезды", en="Qualifying runs"),
        at="centre",
        kind="other",
        people=[{"side": "guest"}],
    )
    write.item(LAST, "10:00-14:00", text(ru="Финал", en="Final"), at="centre", kind="other", people=[{"side": "guest"}])
    write.item(
        LAST,
        "15:00-16:00",
        text(ru="Награждение и закрытие", en="Awards and closing", ky="Жабылышы"),
        at="centre",
        kind="ceremony",
        people=[{"side": "guest"}, {"side": "host"}],
    )
    return int(event)
