"""The one stylesheet of the window, made from the roles and the text size.

Widgets are dressed by three properties: `kind` (a button's), `role` (a label's) and `state` (a field's).
"""

from __future__ import annotations

from string import Template

from ui.theme import BODY, DARK, HEADING, ICONS, MAX_SCALE, MIN_SCALE, SMALL, TITLE, Roles

_BUTTONS = """
QPushButton, QToolButton {
  background: $panel; color: $ink; border: 1px solid $line; border-radius: ${r6}px;
  padding: ${p5}px ${p12}px; min-height: ${p18}px; }
QToolButton { padding: ${p5}px ${p8}px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked { background: $selection; }
QPushButton:focus, QToolButton:focus { border-color: $link; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $window; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: $accent; color: $accent_ink; border-color: $accent; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $link; padding: ${p4}px ${p11}px; }
QPushButton[kind="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[kind="link"] { background: transparent; color: $link; border: 1px solid transparent;
  border-radius: 4px; padding: 0; min-height: 0; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: $link; }
QPushButton[kind="link"]:disabled { color: $muted; }
QPushButton[kind="linkstrong"] { background: transparent; color: $link; border: 1px solid transparent;
  border-radius: 4px; padding: 0; min-height: 0; font-weight: 600; text-align: left; }
QPushButton[kind="linkstrong"]:hover { text-decoration: underline; }
QPushButton[kind="linkstrong"]:focus { border-color: $link; }
QToolButton[kind="quiet"], QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QToolButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:hover { background: $hover; }
QToolButton[kind="quiet"]:focus, QPushButton[kind="quiet"]:focus { border-color: $link; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox {
  background: $panel; color: $ink; border: 1px solid $line; border-radius: ${r6}px;
  padding: ${p4}px ${p8}px; selection-background-color: $selection; selection-color: $ink; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $muted; }
QLineEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox { min-height: ${p22}px; }
QPlainTextEdit, QTextEdit { padding: ${p2}px ${p6}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus,
QSpinBox:focus { border-color: $link; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $header; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QTimeEdit:disabled,
QSpinBox:disabled { background: $header; color: $muted; }
*[state="missing"] { border-color: $attention_edge; background: $field_missing; }
*[state="wrong"] { border-color: $stop; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${p22}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$arrow"); width: ${p12}px; height: ${p12}px; }
QComboBox QAbstractItemView { background: $panel; color: $ink; border: 1px solid $line; outline: none;
  selection-background-color: $selection; selection-color: $ink; }
QTimeEdit::up-button, QTimeEdit::down-button, QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QCheckBox { spacing: ${p8}px; color: $ink; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus { border-color: $link; }
QCheckBox::indicator { width: ${p16}px; height: ${p16}px; border: 1px solid $muted; border-radius: 3px;
  background: $panel; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton { spacing: 0; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QRadioButton:focus { border-color: $link; }
QRadioButton::indicator { width: ${p16}px; height: ${p16}px; border: 1px solid $muted; border-radius: ${p8}px;
  background: $panel; }
QRadioButton::indicator:checked { width: ${p6}px; height: ${p6}px; border: ${p5}px solid $accent; }
"""

_LABELS = """
QLabel { color: $ink; background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"], QLabel[role="caption"] { color: $muted; font-size: ${small}px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="group"] { color: $muted; font-size: ${small}px; font-weight: 600; }
QLabel[role="attention"] { color: $attention; font-size: ${small}px; }
QLabel[role="stop"] { color: $stop; font-size: ${small}px; }
QLabel[role="keys"] { color: $muted; font-size: ${small}px; border: 1px solid $line; border-radius: 4px;
  background: $panel; padding: 0 ${p4}px; }
"""

_FRAMES = """
QFrame[kind="panel"], QFrame[kind="card"] { background: $panel; border: 1px solid $line; border-radius: ${r8}px; }
QFrame[kind="row"] { border: none; border-bottom: 1px solid $line_soft; }
QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="sidebar"] { background: $sidebar; border: none; border-right: 1px solid $line; }
QFrame[kind="sidebar"] QPushButton { text-align: left; }
QFrame[kind="topbar"] { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame[kind="statusline"] { background: $sidebar; border: none; border-top: 1px solid $line; }
QFrame[kind="inspector"] { background: $panel; border: none; border-left: 1px solid $line; }
QFrame[kind="bar"] { background: $panel; border: 1px solid $line; border-radius: ${r6}px; }
QFrame[kind="bar"][tone="stop"] { background: $stop_ground; border-color: $stop; }
QFrame[kind="bar"][tone="attention"] { background: $attention_ground; border-color: $attention_edge; }
QFrame[kind="bar"][tone="info"] { background: $host_ground; border-color: $item_edge; }
QFrame[kind="bar"][tone="fine"] { background: $fine_ground; border-color: $fine; }
QFrame[kind="previewbar"] { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame[kind="searchbox"] { background: $header; border: 1px solid $line; border-radius: ${r6}px; }
QFrame[kind="searchbox"] QLineEdit { background: transparent; border: none; }
QFrame[kind="searchbox"] QToolButton { padding: 0; min-height: 0; border: none; }
QFrame[kind="segments"] { background: $panel; border: 1px solid $line; border-radius: ${r6}px; }
QAbstractScrollArea[kind="timeline"] { background: $panel; border: 1px solid $line; border-radius: ${r8}px; }
QAbstractScrollArea[kind="desk"] { background: $desk; border: none; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[kind="clear"], QWidget[kind="clear"] { background: transparent; }
QSplitter::handle { background: transparent; }
QDialog { background: $window; }
"""

_LISTS = """
QTableView, QListView, QTreeView { background: $panel; color: $ink; border: 1px solid $line;
  border-radius: ${r8}px; outline: none; selection-background-color: $selection; selection-color: $ink;
  gridline-color: $line_soft; }
QListView[kind="flat"] { background: transparent; border: none; }
QHeaderView { background: $header; border: none; border-top-left-radius: ${r8}px; border-top-right-radius: ${r8}px; }
QHeaderView::section { background: $header; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: ${p6}px ${p8}px; font-size: ${small}px; font-weight: 600; }
QHeaderView::section:hover { color: $ink; }
QMenu { background: $panel; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p12}px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $panel; color: $ink; border: 1px solid $line; padding: 4px 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $frame; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QWidget { background: $panel; color: $ink; alternate-background-color: $header; }
"""


def stylesheet(roles: Roles, percent: int = MIN_SCALE) -> str:
    """Return the stylesheet for these roles at a text size of 100 to 175 percent."""
    scale = min(max(percent, MIN_SCALE), MAX_SCALE) / 100
    values: dict[str, object] = roles._asdict()
    values |= {f"p{size}": round(size * scale) for size in (2, 4, 5, 6, 8, 11, 12, 16, 18, 22, 24)}
    values |= {"r6": 6, "r8": 8}
    values |= {"body": round(BODY * scale), "small": round(SMALL * scale)}
    values |= {"heading": round(HEADING * scale), "title": round(TITLE * scale)}
    values |= {"arrow": _icon("drop-dark" if roles is DARK else "drop-light"), "tick": _icon("tick")}
    return Template(_BUTTONS + _FIELDS + _LABELS + _FRAMES + _LISTS).substitute(values)


def _icon(name: str) -> str:
    return (ICONS / f"{name}.svg").as_posix()
