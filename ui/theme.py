"""The window's colours and type: named roles, a light and a dark set, and the fonts of the program.

Widgets name a role ("host", "attention_ground") and never a colour. Whoever paints asks `current()`
at paint time; everything else is dressed by the one stylesheet, so a change of theme reaches all.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from planner.paths import resources

FONTS = resources() / "fonts"
ICONS = resources() / "icons"
FAMILY = "Noto Sans"
BODY, SMALL, HEADING, TITLE = 14, 13, 15, 20
MIN_SCALE, MAX_SCALE = 100, 175


class Choice(StrEnum):
    """What a person may choose as the theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Roles(NamedTuple):
    """One set of colours, each named by its use; `*_ground` is what text of that role stands on."""

    window: str
    panel: str
    sidebar: str
    header: str
    line: str
    line_soft: str
    ink: str
    muted: str
    accent: str
    accent_ink: str
    accent_pressed: str
    link: str
    host: str
    host_ground: str
    guest: str
    guest_ground: str
    invited: str
    invited_ground: str
    fine: str
    fine_ground: str
    attention: str
    attention_ground: str
    attention_edge: str
    field_missing: str
    stop: str
    stop_ground: str
    selection: str
    hover: str
    item: str
    item_edge: str
    hatch: str
    hatch_ground: str
    desk: str
    frame: str


LIGHT = Roles(
    window="#F4F3EF", panel="#FFFFFF", sidebar="#EDEBE5", header="#FAF9F6", line="#E2DFD8", line_soft="#EEECE7",
    ink="#1C2530", muted="#55606B", accent="#1F4E79", accent_ink="#FFFFFF", accent_pressed="#173C5E", link="#1F4E79",
    host="#1F4E79", host_ground="#E7EEF6", guest="#8E3B2F", guest_ground="#F8EAE6",
    invited="#5F594E", invited_ground="#EFEDE8", fine="#2F6B40", fine_ground="#E3F1E6",
    attention="#7F520C", attention_ground="#FBF1DC", attention_edge="#E3C27A", field_missing="#FFFCF4",
    stop="#B3261E", stop_ground="#FBE9E7",
    selection="#DCE7F3", hover="#EAF0F6", item="#F6F8FB", item_edge="#CFD9E4", hatch="#E6E1D3", hatch_ground="#F3F1EA",
    desk="#DAD7CF", frame="#C9C5BC",
)  # fmt: skip

DARK = Roles(
    window="#1A1D21", panel="#23272C", sidebar="#1E2226", header="#272C32", line="#3B4148", line_soft="#30363C",
    ink="#ECEFF2", muted="#AEB7C0", accent="#2C659B", accent_ink="#FFFFFF", accent_pressed="#245382", link="#8DBDEB",
    host="#8DBDEB", host_ground="#22364A", guest="#F0A394", guest_ground="#46292A",
    invited="#C9C2B5", invited_ground="#393833", fine="#8CD0A0", fine_ground="#20392A",
    attention="#EBBE6D", attention_ground="#403218", attention_edge="#8A6A2A", field_missing="#332B1C",
    stop="#FF9C92", stop_ground="#4A2424",
    selection="#2B4058", hover="#2B323A", item="#29303A", item_edge="#43505F", hatch="#454136", hatch_ground="#33312B",
    desk="#14171A", frame="#565E66",
)  # fmt: skip

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "muted", "link") for ground in (
        "field_missing", "window", "panel", "sidebar", "header", "selection", "hover", "item", "host_ground")),
    *((ink, ground) for ink in ("ink", "muted") for ground in (
        "attention_ground", "stop_ground", "guest_ground", "fine_ground", "invited_ground", "hatch", "hatch_ground")),
    *((role, ground) for role in ("host", "guest", "invited", "fine", "attention", "stop") for ground in (
        "window", "panel", "header", "selection", f"{role}_ground")),
    ("accent_ink", "accent"), ("accent_ink", "accent_pressed"),
)  # fmt: skip
"""Every (text role, ground role) the window uses; a test holds each to a contrast of 4.5 to 1."""


class _State:
    roles: Roles = LIGHT
    percent: int = 100
    styled: bool = False


def current() -> Roles:
    """Return the roles in force."""
    return _State.roles


def colour(role: str, alpha: int = 255) -> QColor:
    """Return the colour of a role now, with the given opacity (0–255)."""
    value = QColor(getattr(_State.roles, role))
    value.setAlpha(alpha)
    return value


def is_dark() -> bool:
    """Tell whether the dark roles are in force."""
    return _State.roles is DARK


def text_size() -> int:
    """Return the text size in percent (100–175)."""
    return _State.percent


def px(size: float) -> int:
    """Return a length of the design, in pixels, at the text size in force."""
    return round(size * _State.percent / 100)


def font(size: int = BODY, *, semibold: bool = False) -> QFont:
    """Return the window's font; sizes are those of the design, weights only 400 and 600."""
    made = QFont(FAMILY)
    made.setPixelSize(px(max(size, SMALL)))
    made.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    return made


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it (1 to 21)."""
    lights = sorted((_luminance(QColor(first)), _luminance(QColor(second))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(value: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(value.redF()) + 0.7152 * linear(value.greenF()) + 0.0722 * linear(value.blueF())


@cache
def load_fonts() -> tuple[str, ...]:
    """Load the program's own fonts once and return their families; none found leaves the system's."""
    families: list[str] = []
    for path in sorted(FONTS.glob("NotoSans-*.ttf")):
        if path.stem.split("-")[1] not in {"Regular", "SemiBold"}:
            continue
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return tuple(dict.fromkeys(families))


def new_application(name: str) -> QApplication:
    """Return the program's QApplication with Qt's Fusion style, the one the stylesheet is made for."""
    _State.styled = True
    return QApplication([name, "-style", "fusion"])


def apply(application: QApplication, choice: Choice | str = Choice.SYSTEM, percent: int = 100) -> None:
    """Dress the whole program in a theme and text size; may be called again at any time."""
    from ui.stylesheet import stylesheet

    load_fonts()
    _State.roles = DARK if _wants_dark(Choice(choice)) else LIGHT
    _State.percent = min(max(percent, MIN_SCALE), MAX_SCALE)
    if not _State.styled:  # not in `new_application`'s: setStyle() makes QStyle's enumerations, 6 ms at the start
        _State.styled = True
        application.setStyle("Fusion")
    application.setFont(font())
    application.setPalette(_palette(_State.roles))
    application.setStyleSheet(stylesheet(_State.roles, _State.percent))


def _wants_dark(choice: Choice) -> bool:
    if choice is Choice.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return choice is Choice.DARK


def _palette(roles: Roles) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, value in (
        (role.Window, roles.window), (role.WindowText, roles.ink), (role.Base, roles.panel),
        (role.AlternateBase, roles.header), (role.Text, roles.ink), (role.Button, roles.panel),
        (role.ButtonText, roles.ink), (role.BrightText, roles.stop), (role.Highlight, roles.selection),
        (role.HighlightedText, roles.ink), (role.Link, roles.link), (role.PlaceholderText, roles.muted),
        (role.ToolTipBase, roles.panel), (role.ToolTipText, roles.ink), (role.Mid, roles.line),
        (role.Light, roles.panel), (role.Dark, roles.line), (role.Shadow, roles.line), (role.Accent, roles.accent),
    ):  # fmt: skip
        palette.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(roles.muted))
    return palette


def names() -> tuple[str, ...]:
    """Return the names of all roles."""
    return Roles._fields
