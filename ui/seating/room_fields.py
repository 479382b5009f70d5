"""The room a plan is drawn in: its measures in metres, door, windows, camera and flags."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from planner.language.countries import country_name
from planner.language.languages import find
from planner.language.placement_words import FLAGS_WHY
from planner.rules.flags_order import Ordered
from planner.rules.places import Opening, PlanKind, Room, Wall
from ui import theme
from ui.common.buttons import Link
from ui.common.fields import ChoiceField, LineField, ToggleRow
from ui.common.form import Section, side_by_side
from ui.common.labels import Muted
from ui.common.moment_fields import TypedField
from ui.seating.shown import DeskShown
from ui.translate import language, t

_LEAST, _MOST = 2.0, 100.0  # metres
_WINDOW, _CORNER = 150, 0.08
_CODE = 2  # letters of a country's
_DOORS = {"left": 0.2, "middle": 0.5, "right": 0.8}
_CORNERS = {
    "near_left": Opening(Wall.LEFT, 1 - _CORNER), "near_right": Opening(Wall.RIGHT, 1 - _CORNER),
    "far_left": Opening(Wall.LEFT, _CORNER), "far_right": Opening(Wall.RIGHT, _CORNER),
}  # fmt: skip


class MetresField(TypedField):
    """A length in metres, "6.5" or "6,5", kept in centimetres: `edited(int or None)`; ↑ and ↓ step by half a metre."""

    def _parse(self, text: str) -> int | None:
        try:
            metres = float(text.strip().replace(",", "."))
        except ValueError:
            return None
        return round(metres * 100) if _LEAST <= metres <= _MOST else None

    def _show(self, value: int) -> str:
        return f"{value / 100:g}".replace(".", find(language()).decimal)

    def _stepped(self, value: int | None, direction: int, fine: bool, large: bool) -> int:
        step = 10 if fine else 100 if large else 50
        least, most = round(_LEAST * 100), round(_MOST * 100)
        return min(max((value or 500) + direction * step, least), most)

    def _complaint(self) -> str:
        return t("Write metres, as 6.5")


class RoomFields(QWidget):
    """Signals: `edited(room)`, the room as a plan keeps it; `kept()`, to make it the outline of the venue's room."""

    edited = Signal(object)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = Room()
        self.section = Section(self)
        self.width_field, self.depth_field = MetresField("", self), MetresField("", self)
        self.door, self.windows, self.camera = (ChoiceField("", self) for _ in range(3))
        self.flags = LineField("", self)
        self.flags_own = ToggleRow("", self)
        self.flags_order = Muted("", self, wrap=True)
        self._ordered: Ordered | None = None
        self._only_flags = False
        self.sun = ToggleRow("", self)
        self.keep = Link("", self, clicked=self.kept.emit)
        self.section.add_layout(side_by_side(self.width_field, self.depth_field))
        self.section.add_layout(side_by_side(self.door, self.windows))
        for widget in (self.camera, self.flags, self.flags_own, self.flags_order, self.sun, self.keep):
            self.section.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        for choice in (self.door, self.windows, self.camera):
            choice.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.combo.setMinimumWidth(theme.px(70))
        self._connect()

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.section.set_title(t("Flags") if self._only_flags else t("Room"))
        self.width_field.set_caption(t("Width, m"))
        self.depth_field.set_caption(t("Depth, m"))
        for field in (self.width_field, self.depth_field):
            field.line.setPlaceholderText(t("by the seats"))
        self.door.set_caption(t("Door"))
        doors = ("left", t("on the left")), ("middle", t("in the middle")), ("right", t("on the right"))
        self.door.set_choices(doors)
        self.windows.set_caption(t("Windows"))
        self.windows.set_choices([
            ("", t("none")), (Wall.TOP, t("opposite the door")), (Wall.LEFT, t("on the left")),
            (Wall.RIGHT, t("on the right")),
        ])  # fmt: skip
        self.camera.set_caption(t("Camera"))
        self.camera.set_choices([
            ("", t("none")), ("near_left", t("at the door, left")), ("near_right", t("at the door, right")),
            ("far_left", t("opposite, left")), ("far_right", t("opposite, right")),
        ])  # fmt: skip
        self.flags.set_caption(t("Flags"))
        self.flags.line.setPlaceholderText("KG, RU")
        self.flags_own.set_label(t("In this very order, from left to right"))
        self.sun.set_label(t("The sun blinds whoever looks at the windows"))
        self.keep.set_text(t("Keep this as the venue’s room"))
        self._show()

    def show_room(self, shown: DeskShown, flags: Ordered | None = None, *, writable: bool) -> None:
        """Show the room of a plan; what has no walls, as a car, has none. A plan of flags has nothing but these."""
        self._room, self._ordered = shown.desk.room, flags
        self._only_flags = shown.desk.plan.kind is PlanKind.FLAGS
        self.setVisible(bool(shown.chart.room.doors) or self._only_flags)
        self.section.set_title(t("Flags") if self._only_flags else t("Room"))
        places = (self.width_field, self.depth_field, self.door, self.windows, self.camera)
        for place in places:
            place.setVisible(not self._only_flags)
        self.keep.setVisible(shown.desk.plan.room_id is not None and writable and not self._only_flags)
        self._show()
        for field in (*places, self.flags, self.flags_own, self.sun):
            field.set_read_only(not writable)

    def _show(self) -> None:
        room = self._room
        self.width_field.set_value(round(room.width) or None)
        self.depth_field.set_value(round(room.depth) or None)
        self.door.set_value(_nearest(room.doors[0].at) if room.doors else None)
        self.windows.set_value(room.windows[0].wall if room.windows else "")
        self.camera.set_value(_corner(room.camera))
        self.flags.set_value(", ".join(room.flags))
        self.flags_own.set_value(room.flags_own)
        self.flags_own.setVisible(len(room.flags) > 1)
        self._show_order()
        self.sun.set_value(room.sun)
        self.sun.setVisible(bool(room.windows) and not self._only_flags)

    def _show_order(self) -> None:
        """Say how the flags stand as the observer sees them, and by which rule."""
        found = self._ordered
        self.flags_order.setVisible(found is not None and bool(found.flags))
        if found is not None:
            names = [country_name(name, language()) if len(name) == _CODE else name for name in found.flags]
            why = t(FLAGS_WHY[found.why]) if found.why is not None else ""
            line = t("Seen from the front, from the left: {flags}.", flags=", ".join(names))
            self.flags_order.setText(f"{line} {why}".strip())

    def _connect(self) -> None:
        self.width_field.edited.connect(lambda value: self._edit(width=value or 0))
        self.depth_field.edited.connect(lambda value: self._edit(depth=value or 0))
        self.door.edited.connect(lambda place: self._edit(doors=[[Wall.BOTTOM.value, _DOORS[place]]]))
        self.windows.edited.connect(lambda wall: self._edit(windows=_windows(wall), **({} if wall else {"sun": False})))
        self.camera.edited.connect(lambda corner: self._edit(camera=list(_CORNERS[corner]) if corner else None))
        self.flags.edited.connect(
            lambda words: self._edit(flags=[name for part in words.split(",") if (name := part.strip())])
        )
        self.flags_own.edited.connect(lambda on: self._edit(flags_own=on))
        self.sun.edited.connect(lambda on: self._edit(sun=on))

    def _edit(self, **values: Any) -> None:
        self.edited.emit(self._room.to_json() | values)


def _windows(wall: Wall | str) -> list[list[Any]]:
    return [[str(wall), at, _WINDOW] for at in (0.3, 0.7)] if wall else []


def _nearest(at: float) -> str:
    return min(_DOORS, key=lambda place: abs(_DOORS[place] - at))


def _corner(camera: Opening | None) -> str:
    """Return the corner nearest to a camera."""
    if camera is None:
        return ""
    return min(_CORNERS, key=lambda name: (_CORNERS[name].wall != camera.wall, abs(_CORNERS[name].at - camera.at)))
