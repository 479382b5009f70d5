from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel

from ui import theme
from ui.stylesheet import stylesheet


@pytest.mark.parametrize("roles", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_text_role_on_its_ground_has_contrast_of_4_5(roles: theme.Roles) -> None:
    pairs = {
        f"{ink} on {ground}": theme.contrast(getattr(roles, ink), getattr(roles, ground))
        for ink, ground in theme.TEXT_PAIRS
    }
    assert {name: round(value, 2) for name, value in pairs.items() if value < 4.5} == {}


def test_contrast_of_black_on_white_is_21() -> None:
    assert round(theme.contrast("#000000", "#FFFFFF"), 1) == 21.0


@pytest.mark.parametrize("percent", [100, 125, 175])
def test_stylesheet_has_no_text_under_13_and_only_two_weights(percent: int) -> None:
    sheet = stylesheet(theme.LIGHT, percent)
    assert [size for size in re.findall(r"font-size: (\d+)px", sheet) if int(size) < 13 * percent / 100 - 0.5] == []
    assert set(re.findall(r"font-weight: (\d+)", sheet)) <= {"400", "600"}


def test_stylesheet_has_no_gradients_and_no_open_names() -> None:
    sheet = stylesheet(theme.DARK)
    assert ("gradient" in sheet, "$" in sheet) == (False, False)


def test_font_of_the_program_is_used(qapp: QApplication) -> None:
    assert QFontInfo(QLabel().font()).family() == theme.FAMILY


def test_font_smaller_than_13_is_set_in_13() -> None:
    assert theme.font(9).pixelSize() == 13


def test_text_size_is_kept_between_100_and_175(qapp: QApplication) -> None:
    sizes = []
    for percent in (60, 150, 300):
        theme.apply(qapp, theme.Choice.LIGHT, percent)
        sizes.append((theme.text_size(), theme.px(14)))
    theme.apply(qapp, theme.Choice.LIGHT)
    assert sizes == [(100, 14), (150, 21), (175, 24)]


def test_theme_changes_while_the_program_runs(qapp: QApplication) -> None:
    label = QLabel("Встреча")
    label.show()
    theme.apply(qapp, theme.Choice.DARK)
    dark = label.palette().color(label.foregroundRole()).name().upper()
    theme.apply(qapp, theme.Choice.LIGHT)
    light = label.palette().color(label.foregroundRole()).name().upper()
    assert (dark, light) == (theme.DARK.ink, theme.LIGHT.ink)
