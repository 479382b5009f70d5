"""The cars of a movement: their order, who sits where, and the register of the office's vehicles (2.13, 3.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from planner.operations import logistics, motorcades
from planner.papers import Paper
from planner.queries.motorcades import Motorcades, MovementRow, RideRow
from planner.queries.motorcades import motorcades as read_motorcades
from ui import theme
from ui.common.buttons import Button
from ui.common.edit_columns import Choices, EditColumn
from ui.common.menu_button import MenuButton
from ui.common.picker import Offer, Picker
from ui.common.waiting_list import WaitingList
from ui.common.words import CAPACITIES
from ui.logistics.car_board import CarBoard
from ui.logistics.car_places import Slot, cars_shown, waiting_shown
from ui.logistics.one_shown import OneShown
from ui.logistics.section import TAKING_PART, gesture, words_column
from ui.logistics.vehicles import VehiclesTable
from ui.logistics.words import name_of
from ui.translate import t, tn

OF_VEHICLE = frozenset({"plate", "driver", "phone"})
"""Columns that are the vehicle's own, wherever it rides."""
EMPTY_CARS, ONE_MORE = "empty", 0


class CarsSection(OneShown):
    """Attributes: `fill`, `add_car`, `take_over`, `more`, `register` (buttons of the bar),
    `board`, `waiting`, `vehicles` (the register), `shown_id` (the movement).
    """

    tables = TAKING_PART | {"ride", "rider", "vehicle"}
    name = "cars"
    widest = 280
    PAPER = Paper.MOTORCADE
    sheet: Motorcades | None

    def __init__(self, context: Any, parent: Any = None) -> None:
        self.fill = Button("", clicked=self.fill_by_rank)
        self.add_car = MenuButton((), fixed="+")
        self.take_over = MenuButton((), fixed="…")
        self.clear = Button("", clicked=lambda: self.run(motorcades.empty_rides, self.shown_id))
        self.register = Button("", clicked=self._show_register)
        self.register.setCheckable(True)
        self.register.setProperty("toggle", True)
        self.board = CarBoard()
        self.waiting = WaitingList()
        self.vehicles = VehiclesTable(context)
        super().__init__(context, parent)
        self.bar.add(self.choice, self.fill, self.add_car, self.take_over, self.clear, self.register)
        self._connect_cars()

    def body(self) -> QWidget:
        """Return the cars as a table over the board with those who wait, or the register of vehicles."""
        area = QScrollArea()
        area.setWidget(self.board)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.board.setProperty("kind", "clear")
        seats = QWidget()
        row = QHBoxLayout(seats)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.waiting, 1)
        row.addWidget(area, 3)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.table)
        self.split.addWidget(seats)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 5)
        self.table.setMinimumHeight(theme.px(120))
        self.split.setSizes([theme.px(200), theme.px(420)])
        self.table.order = True
        self.inner = QStackedWidget()
        self.inner.addWidget(self.split)
        self.inner.addWidget(self.vehicles)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.inner)
        return whole

    # --- What is shown

    def read(self) -> None:
        """Read the movements with their cars."""
        self.context.read(self, "motorcades", self.took, read_motorcades, self.event_id)

    def several(self) -> Sequence[MovementRow]:
        """Return the movements."""
        return self.sheet.movements if self.sheet else ()

    def weight(self, one: MovementRow) -> int:
        """Put those with cars first."""
        return 0 if one.rides else 1

    def shown_movement(self) -> MovementRow | None:
        """Return the movement shown."""
        return self.shown_one()

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.fill.set_text(t("Fill by rank"))
        self.clear.set_text(t("Empty the cars"))
        self.register.set_text(t("Vehicles of the office"))
        self.paper.set_text(t("Print motorcade…"))
        self.table.setAccessibleName(t("Cars in their order"))
        self.board.setAccessibleName(t("Who sits where"))
        self.waiting.set_words(
            t("Without a car"),
            how=t("Drag to a seat, or press Enter to seat by rank."),
            nobody=t("Everybody has a car."),
        )
        self.empty.set_words(
            t("No movements yet"),
            t("Cars belong to movements: add transfers to the programme, or let the ways between places propose them."),
            t("Go to the programme"), "",
        )  # fmt: skip
        self.vehicles.retranslate()

    def rows(self) -> Sequence[RideRow]:
        """Return the cars of the movement shown."""
        movement = self.shown_movement()
        return movement.rides if movement else ()

    def is_empty(self) -> bool:
        """Tell whether there is no movement at all."""
        return not (self.sheet and self.sheet.movements) and not self.register.isChecked()

    def new_words(self) -> str:
        """Return what the empty line says."""
        return t("+ Type a vehicle")

    def columns(self) -> Sequence[EditColumn]:
        """Return the columns of the cars."""
        if self.sheet is None:
            return ()
        cars = Choices([(one.id, f"{one.name} {one.plate}".strip()) for one in self.sheet.vehicles], empty=True)
        countries = sorted({flag.country for flag in self.visit.flags if flag.country})
        return [
            EditColumn("vehicle_id", t("Vehicle"), _vehicle_words, 170, parse=cars.value, starts=True,
                       typed=lambda row: cars.label(row.vehicle.id) if row.vehicle else "", offers=cars.labels,
                       missing=lambda row: row.vehicle is None,
                       wrong=t("No vehicle of the office is called so. Add it to the vehicles first.")),
            words_column("plate", t("Plate"), lambda row: row.vehicle.plate if row.vehicle else "", 110),
            words_column("driver", t("Driver"), lambda row: row.vehicle.driver if row.vehicle else "", 140),
            words_column("phone", t("Telephone"), lambda row: row.vehicle.phone if row.vehicle else "", 130),
            EditColumn("flag", t("Flag"), lambda row: row.flag, 64, parse=_country, offers=lambda: countries,
                       hint="KG", wrong=t("Write a country as two letters, as KG.")),
            words_column("radio", t("Radio"), lambda row: row.radio, 70),
            EditColumn("seats", t("Seats"), self._seats_words, 70, muted=True, right=True),
            words_column("note", t("Remark"), lambda row: row.note, 130),
        ]  # fmt: skip

    def show_more(self) -> None:
        """Show the board, those who wait and what can be done."""
        sheet, movement = self.sheet, self.shown_movement()
        if sheet is None:
            return
        tags = self.tags
        self.show_choice()
        cars = cars_shown(sheet, movement, tags) if movement else ()
        words = {capacity: t(name) for capacity, name in CAPACITIES.items()}
        waiting = waiting_shown(sheet, movement, tags, words) if movement else ()
        self.board.read_only = self.is_read_only
        self.board.show_cars(cars)
        self.waiting.set_read_only(self.is_read_only)
        self.waiting.show_waiting(waiting)
        self.vehicles.show_vehicles(sheet.vehicles, read_only=self.is_read_only)
        self._show_menus(sheet, movement)

    def foot_words(self) -> str:
        """Say how the board is worked by keys."""
        movement = self.shown_movement()
        if movement is None or self.register.isChecked():
            return ""
        return t("Arrows choose a seat, Enter picks up and sets down, Delete takes out; Ctrl+←→ moves a car.")

    def chosen(self, ids: Sequence[int]) -> None:
        """Show the movement in the inspector."""
        if ids:
            self.context.select("item", self.shown_id)

    # --- What is written

    def add(self, values: dict[str, Any], *, merge: str = "", done: Callable[[Any], object] | None = None) -> None:
        """Put a car into the motorcade."""
        fields = {key: one for key, one in values.items() if key in logistics.RIDE_FIELDS}
        if self.shown_id:
            self.run(logistics.add_ride, self.shown_id, merge=merge, done=done, failed=self._failed, **fields)

    def edit(self, ids: Sequence[int], key: str, value: Any, *, merge: str = "") -> None:
        """Write into cars; what is the vehicle's own is written there."""
        rides = [one for one in self.rows() if one.id in ids]
        merge = merge or (gesture() if len(rides) > 1 else "")
        for one in rides:
            if key not in OF_VEHICLE:
                self.run(logistics.edit_ride, one.id, merge=merge, **{key: value})
            elif one.vehicle is not None:
                self.run(logistics.edit_vehicle, one.vehicle.id, merge=merge, **{key: value})
            else:
                self.remark(t("Choose a vehicle first."))

    def remove(self, ids: Sequence[int]) -> None:
        """Take cars out of the motorcade."""
        self.run_each(ids, lambda one, merge: self.run(logistics.remove_ride, one, merge=merge))

    def reorder(self, row_id: int, place: int) -> None:
        """Put a car elsewhere in the motorcade."""
        self.run(motorcades.reorder_ride, row_id, place)

    def fill_by_rank(self) -> None:
        """Seat everybody who has no car by rank; who has one keeps it."""
        movement = self.shown_movement()
        if self.sheet is None or movement is None:
            return
        found = [tuple(one) for one in self.sheet.filled(movement)]
        if found:
            self.run(motorcades.fill_rides, movement.id, found)
        left = len(movement.people - set(movement.riders())) - len(found)
        if left:
            self.remark(tn("One person finds no seat: add a car.", "{n} people find no seat: add a car.", left))

    def seat(self, person: int, ride: int, seat: str) -> None:
        """Give somebody a seat."""
        self.run(motorcades.move_rider, ride, person, seat)

    def seat_by_rank(self, person: int) -> None:
        """Give one person who waits the seat that rank gives."""
        movement = self.shown_movement()
        if self.sheet is None or movement is None:
            return
        place = next((one for one in self.sheet.filled(movement) if one.rider == person), None)
        if place is None:
            self.remark(t("No seat is left: add a car."))
        else:
            self.seat(person, place.vehicle, place.seat)

    def take_out(self, person: int) -> None:
        """Take somebody out of the car."""
        movement = self.shown_movement()
        rider = movement.riders().get(person) if movement else None
        if rider is not None:
            self.run(logistics.remove_rider, rider.id)

    def ask(self, ride: int, seat: str) -> None:
        """Ask who shall have a free seat: those who wait first, then those in other cars."""
        movement = self.shown_movement()
        if self.sheet is None or movement is None:
            return
        ridden = movement.riders()
        people = sorted((one for one in self.sheet.people if one.comes), key=lambda one: one.id in ridden)
        picker = Picker(self.board)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers = [
            Offer(place, one.id, name_of(one, self.tags), "" if one.id not in ridden else t("has a car"))
            for place, one in enumerate(people)
        ]
        picker.set_offers(offers)
        picker.picked.connect(lambda person: self.seat(person, ride, seat))
        picker.open_under(self.choice)

    def _add_car(self, vehicle: int) -> None:
        if self.shown_id:
            self.run(logistics.add_ride, self.shown_id, vehicle or None)

    def _take_over(self, source: int) -> None:
        if self.shown_id:
            self.run(motorcades.copy_rides, self.shown_id, source)

    def _move_car(self, ride: int, by: int) -> None:
        ids = [one.id for one in self.rows()]
        place = ids.index(ride) + by
        if 0 <= place < len(ids):
            self.reorder(ride, place)

    def _show_register(self) -> None:
        on = self.register.isChecked()
        self.inner.setCurrentIndex(1 if on else 0)
        for widget in (self.choice, self.fill, self.add_car, self.take_over, self.clear):
            self.bar.set_offered(widget, not on)
        self.show_all()
        (self.vehicles.table if on else self.table).setFocus()

    def _show_rider(self, slot: Slot) -> None:
        if slot.person is not None:
            self.context.select("member", slot.person)

    def _show_menus(self, sheet: Motorcades, movement: MovementRow | None) -> None:
        ridden = {one.vehicle.id for one in movement.rides if one.vehicle} if movement else set()
        free = [(one.id, f"{one.name} {one.plate}".strip()) for one in sheet.vehicles if one.id not in ridden]
        self.add_car.set_choices([*free, (ONE_MORE, t("A place still without a vehicle"))], fixed=t("+ Car"))
        others = [(one.id, self.in_menu(one)) for one in sheet.movements
                  if one.rides and one.id != self.shown_id]  # fmt: skip
        self.take_over.set_choices(others, fixed=t("Same cars as"))
        writes = not self.is_read_only and movement is not None
        self.add_car.setEnabled(writes)
        self.take_over.setEnabled(writes and bool(others))
        self.fill.setEnabled(writes and bool(movement and movement.rides))
        self.clear.setEnabled(writes and bool(movement and movement.riders()))

    def _seats_words(self, row: RideRow) -> str:
        if row.vehicle is None or not row.vehicle.seats:
            return str(len(row.riders) or "")
        return f"{len(row.riders)} / {row.vehicle.seats}"

    def _connect_cars(self) -> None:
        self.add_car.edited.connect(self._add_car)
        self.take_over.edited.connect(self._take_over)
        self.board.dropped.connect(self.seat)
        self.board.out_wanted.connect(self.take_out)
        self.board.asked.connect(self.ask)
        self.board.car_moved.connect(self._move_car)
        self.board.slot_chosen.connect(self._show_rider)
        self.waiting.wanted.connect(self.seat_by_rank)
        self.empty.step_taken.disconnect()
        self.empty.step_taken.connect(lambda: self.context.show("tab:programme", self.event_id))


def _vehicle_words(row: RideRow) -> str:
    return row.vehicle.name if row.vehicle else ""


def _country(words: str) -> str:
    code = words.strip().upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise ValueError(words)
    return code
