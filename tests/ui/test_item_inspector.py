"""The inspector of an item: every field writes at once, and follows what others write."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from planner.operations import agenda, texts
from planner.queries.agenda import programme
from planner.rules.kinds import Audience, ItemKind, ItemState, Role, Side
from planner.rules.text import text
from tests.ui.keys import press, type_text
from tests.ui.office import DAY, Office, open_office
from tests.ui.programme import Day, add_day, item_of, times
from ui.agenda.fresh import fresh
from ui.agenda.inspector import ItemInspector
from ui.translate import set_language


@pytest.fixture
def day(office: Office) -> Day:
    return add_day(office)


@pytest.fixture
def inspector(qtbot, office: Office, day: Day) -> ItemInspector:
    inspector = ItemInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    inspector.show()
    inspector.show_thing(day.meeting)
    return inspector


def test_the_heading_says_what_when_and_how_firm(inspector: ItemInspector) -> None:
    assert (inspector.heading.text(), inspector.remark.text()) == ("Meeting", "Wed 15 May · 10:00–11:00 · confirmed")
    assert inspector.place._aside.text() == "24 seats"


def test_a_title_typed_is_written_and_undone(inspector: ItemInspector, office: Office, day: Day) -> None:
    inspector.title.field_of("en").edited.emit("en", "Talks with the Mayor")
    assert item_of(office, day.event, day.meeting).title == text(ru="Встреча", en="Talks with the Mayor")
    office.undo()
    assert inspector.title.text("en") == "Meeting"


def test_a_note_missing_in_one_language_is_marked(inspector: ItemInspector, office: Office, day: Day) -> None:
    field = inspector.note.field_of("en")
    sides = field._sides
    assert sides["en"].box.property("state") != "missing"
    office.run(texts.write_text, "item", day.meeting, "note", language="ru", words="Обмен сувенирами")
    assert (sides["ru"].box.property("state"), sides["en"].box.property("state")) == ("", "missing")


def _said(inspector: ItemInspector) -> list[str]:
    return [row.text for row in inspector.checks.findings()]


def test_an_alert_is_written_and_found_by_the_checks(inspector: ItemInspector, office: Office, day: Day) -> None:
    inspector.alert.edited.emit("Heavy rain from noon")
    assert item_of(office, day.event, day.meeting).alert == "Heavy rain from noon"
    assert "“Meeting”: Heavy rain from noon. Have another plan ready." in _said(inspector)
    office.undo()
    assert (inspector.alert.value(), item_of(office, day.event, day.meeting).alert) == ("", "")


def test_a_start_typed_moves_the_item_with_its_length(inspector: ItemInspector, office: Office, day: Day) -> None:
    line = inspector.times.start.line
    line.selectAll()
    type_text(line, "0930")
    press(line, Qt.Key.Key_Return)
    assert times(office, day.event, day.meeting) == (DAY, 570, 630)
    assert inspector.times.end.value() == 630


def test_an_end_before_the_start_is_on_the_next_day(inspector: ItemInspector, office: Office, day: Day) -> None:
    inspector.times.end.edited.emit(30)
    item = item_of(office, day.event, day.meeting)
    assert (item.end, item.end_day) == (30, DAY + timedelta(days=1))
    assert inspector.times.end._aside.text() == "next day"


def test_a_day_taken_away_puts_the_item_into_the_pool(inspector: ItemInspector, office: Office, day: Day) -> None:
    inspector.times.day.edited.emit(None)
    assert times(office, day.event, day.meeting) == (None, None, None)
    inspector.times.start.edited.emit(720)
    assert times(office, day.event, day.meeting) == (DAY, 720, 780)


def test_a_zone_is_shown_on_demand_and_set_for_both_ends(inspector: ItemInspector, office: Office, day: Day) -> None:
    assert inspector.times.zones[0].isVisible() is False
    inspector.times.zone_link.click()
    assert inspector.times.zones[0].isVisible() is True
    inspector.times.zones[0].edited.emit("Asia/Bishkek")
    item = item_of(office, day.event, day.meeting)
    assert (item.start_zone, item.end_zone) == ("Asia/Bishkek", "Asia/Bishkek")


def test_venue_and_room_are_chosen_from_one_list(inspector: ItemInspector, office: Office, day: Day) -> None:
    inspector.place.edited.emit(("venue", day.hotel))
    item = item_of(office, day.event, day.meeting)
    assert (item.venue_id, item.room_id) == (day.hotel, None)
    inspector.place.edited.emit(("room", day.room))
    item = item_of(office, day.event, day.meeting)
    assert (item.venue_id, item.room_id) == (day.hall, day.room)
    inspector.place.edited.emit(None)
    assert item_of(office, day.event, day.meeting).venue_id is None


def test_kind_state_readers_and_marks_are_written(inspector: ItemInspector, office: Office, day: Day) -> None:
    inspector.kind.edited.emit(ItemKind.TALKS)
    inspector.state.edited.emit(ItemState.TENTATIVE)
    inspector.readers.switches[Audience.PRESS].box.click()
    inspector.readers.switches[Audience.GUEST].box.click()
    inspector.hard.box.click()
    inspector.principal.box.click()
    inspector.internal.edited.emit("Пропуска заказаны")
    item = item_of(office, day.event, day.meeting)
    assert (item.kind, item.state, item.audience, item.hard, item.principal, item.internal_note) == (
        ItemKind.TALKS, ItemState.TENTATIVE, {Audience.WORKING, Audience.PRESS}, True, True, "Пропуска заказаны",
    )  # fmt: skip


def test_sides_and_persons_are_added_and_taken_off(inspector: ItemInspector, office: Office, day: Day) -> None:
    inspector.people.open_picker()
    inspector.people.picker.picked.emit(("side", Side.GUEST))
    inspector.people._add(("member", day.visit.members["mayor"]))
    assert (inspector.people._aside.text(), len(inspector.people.lines)) == ("4 + 1", 2)
    inspector.people.lines[1].role.edited.emit(Role.CHAIR)
    people = item_of(office, day.event, day.meeting).people
    assert [(row.side, row.participation_id, row.role) for row in people] == [
        (Side.GUEST, None, Role.TAKES_PART), (None, day.visit.members["mayor"], Role.CHAIR),
    ]  # fmt: skip
    inspector.people.lines[0].remove.click()
    assert len(item_of(office, day.event, day.meeting).people) == 1
    office.undo()
    assert len(inspector.people.lines) == 2


def test_those_who_take_part_are_not_offered_again(inspector: ItemInspector, office: Office, day: Day) -> None:
    office.run(agenda.add_attendance, day.meeting, side="guest")
    inspector.people.open_picker()
    offered = [row.value for row in inspector.people.picker.list.rows()]
    assert (("side", Side.GUEST) in offered, ("side", Side.HOST) in offered) == (False, True)
    inspector.people.picker.hide()


def test_a_topic_is_added_and_its_title_asked_for(inspector: ItemInspector, office: Office, day: Day) -> None:
    office.context.selected.connect(lambda kind, thing: inspector.show_thing(thing) if kind == "item" else None)
    inspector.activateWindow()
    inspector.parts.add.click()
    part = office.read(programme, day.event).parts(day.meeting)[0]
    assert (inspector.thing_id, part.kind, fresh(office.context).id) == (part.id, ItemKind.TOPIC, 0)
    assert inspector.parent_link.accessibleName() == "Part of “Meeting”"
    assert (inspector.times.day.isVisible(), inspector.times.minutes.isVisible()) == (False, True)
    inspector.times.minutes.edited.emit(15)
    inspector.people._add(("member", day.visit.members["head"]))
    item = item_of(office, day.event, part.id)
    assert (item.minutes, [row.role for row in item.people]) == (15, [Role.SPEAKER])
    inspector.parent_link.click()
    assert (inspector.thing_id, inspector.parts._aside.text()) == (day.meeting, "15 minutes")


def test_topics_are_put_in_another_order_and_removed(inspector: ItemInspector, office: Office, day: Day) -> None:
    of = {"parent_id": day.meeting, "kind": "topic"}
    one, two = (office.run(agenda.add_item, day.event, text(ru=name), **of) for name in "АБ")
    inspector.parts.reorder(two, 0)
    assert [part.id for part in office.read(programme, day.event).parts(day.meeting)] == [two, one]
    inspector.parts.remove(two)
    assert [line.title.text() for line in inspector.parts.lines] == ["А"]


def test_a_clash_offers_to_shorten_and_to_go_to_the_other(inspector: ItemInspector, office: Office, day: Day) -> None:
    for item in (day.meeting, day.lunch):
        office.run(agenda.add_attendance, item, participation_id=day.visit.members["mayor"])
    office.run(agenda.move_item, day.lunch, DAY, 630)
    finding = inspector.checks.findings()[0]
    assert [words for _key, words in finding.actions] == [
        "Shorten to 10:30", "Move “Lunch” to 11:00", "Take Vladislav Loginov off “Lunch”", "Show the other item",
    ]  # fmt: skip
    inspector.checks.acted.emit("0", "show")
    inspector.checks.acted.emit("0", "fix0")
    assert times(office, day.event, day.meeting) == (DAY, 600, 630)
    assert (inspector.checks.findings(), office.shown) == ((), [("item", day.lunch)])


def test_a_missing_wording_puts_the_cursor_where_it_belongs(inspector: ItemInspector, office: Office, day: Day) -> None:
    inspector.activateWindow()
    office.run(texts.write_text, "item", day.meeting, "note", language="ru", words="Обмен сувенирами")
    found = [finding.text for finding in inspector.checks.findings()]
    assert found == ["“Обмен сувенирами” is missing in English. Write it."]
    inspector.checks.acted.emit("0", "write")
    assert inspector.focusWidget() is inspector.note.field_of("en")._sides["en"].box


def test_tracks_are_switched_on_and_off(inspector: ItemInspector, office: Office, day: Day) -> None:
    track = office.run(agenda.add_track, day.event, text(ru="Пресса", en="Press"))
    inspector.tracks.switches[track].box.click()
    assert item_of(office, day.event, day.meeting).track_ids == (track,)
    inspector.tracks.switches[track].box.click()
    assert item_of(office, day.event, day.meeting).track_ids == ()


def test_an_item_removed_by_a_colleague_is_said_to_be_gone(inspector: ItemInspector, office: Office, day: Day) -> None:
    office.run(agenda.remove_item, day.meeting)
    assert (inspector.gone.text(), inspector.body.isVisible()) == ("This item is no longer in the programme.", False)


def test_fields_cannot_be_used_in_an_office_for_reading(qtbot, tmp_path: Path, office: Office, day: Day) -> None:
    office.planner.close()
    locked = open_office(tmp_path, read_only=True)
    inspector = ItemInspector(locked.context)
    qtbot.addWidget(inspector)
    inspector.show()
    inspector.show_thing(day.meeting)
    assert (inspector.heading.text(), inspector.body.isEnabled()) == ("Meeting", False)
    locked.planner.close()


def test_the_inspector_speaks_russian(inspector: ItemInspector) -> None:
    set_language("ru")
    assert (inspector.heading.text(), inspector.remark.text()) == ("Встреча", "Ср 15 мая · 10:00–11:00 · подтверждено")


def test_a_talk_says_how_it_is_given_and_whether_slides_are_there(
    inspector: ItemInspector, office: Office, day: Day
) -> None:
    assert (inspector.form.isVisible(), inspector.slides.isVisible()) == (False, False)
    inspector.kind.edited.emit(ItemKind.TALK)
    assert (inspector.form.isVisible(), inspector.slides.isVisible()) == (True, True)
    combo = inspector.form.combo
    assert [combo.itemText(row) for row in range(combo.count())] == ["—", "in person", "online"]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    inspector.slides.box.click()
    item = item_of(office, day.event, day.meeting)
    assert (item.form, item.slides) == ("online", True)
    office.undo()
    office.undo()
    assert (inspector.form.value(), inspector.slides.value()) == ("", False)
