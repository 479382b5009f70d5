"""Who sits where in the sample office: the meeting's table, and the places of the visit."""

from __future__ import annotations

from planner.app import Planner
from planner.operations.agenda import add_attendance
from planner.operations.seating import add_seating_plan, add_seating_tables, seat_person
from planner.queries.agenda import ItemRow, programme
from planner.queries.delegations import delegations
from planner.rules.kinds import ItemKind, Side
from planner.rules.places import Opening, PlanKind, Room, Wall
from planner.rules.text import Text, text

ROOM = Room(
    540, 500, doors=(Opening(Wall.BOTTOM, 0.5, 110),), windows=(Opening(Wall.TOP, 0.4, 260),),
    camera=Opening(Wall.LEFT, 0.85, 40), flags=("KG", "RU"), flags_at=Opening(Wall.TOP, 0.9, 60),
).to_json()  # fmt: skip


def build(planner: Planner, meeting: int, visit: int) -> None:
    """Seat the meeting and the talks, the signing, the luncheon and the photograph of the visit."""
    talks = text(ru="Схема рассадки на двусторонней встрече", en="Seating Plan: Bilateral Meeting")
    for event in (meeting, visit):
        held = [item for item in planner.read(programme, event).items if item.kind is ItemKind.MEETING]
        if event == visit:
            planner.execute(add_attendance, held[0].id, side=Side.HOST.value)
        plan = _plan(planner, event, PlanKind.FACING_TABLE, held[0], talks)
        for row in planner.read(delegations, event):
            if row.side is Side.INVITED:  # who is of neither side sits where the office puts her (handbook 3.5, F6)
                planner.execute(seat_person, plan, "guest:+1", row.members[0].id)
    items = planner.read(programme, visit).items
    signing = next((item for item in items if item.kind is ItemKind.SIGNING), None)
    if signing is not None:
        title = text(ru="Церемония подписания", en="Signing Ceremony")
        _plan(planner, visit, PlanKind.SIGNING, signing, title)
    luncheon = next((item for item in items if item.kind is ItemKind.MEAL and "мени" in item.title.get("ru")), None)
    if luncheon is not None:
        title = text(ru="Официальный завтрак", en="Official Luncheon")
        table = _plan(planner, visit, PlanKind.BANQUET, luncheon, title)
        planner.execute(add_seating_tables, table, 2, seats=6)
    _plan(planner, visit, PlanKind.PHOTO, None, text(ru="Общее фото", en="Group Photograph"))
    _plan(planner, visit, PlanKind.FLAGS, None, text(ru="Порядок флагов", en="Order of Flags"))


def _plan(planner: Planner, event: int, kind: PlanKind, item: ItemRow | None, title: Text) -> int:
    done = planner.execute(
        add_seating_plan, event, kind.value, title=title, item_id=item.id if item else None,
        room=ROOM if kind in (PlanKind.FACING_TABLE, PlanKind.FLAGS) else {},
    )  # fmt: skip
    return int(done.result)
