"""Drawn pictures of the sample office, in the place of photographs: nobody's likeness, and each says so.

They are drawn twice as large as they are kept and go the way an office's own pictures go.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from planner.app import Planner
from planner.exchange.photographs import Photograph, photograph
from planner.operations import pictures, texts
from planner.rules.text import Text, text
from planner.sample.registers import Known

Colour = tuple[int, int, int]
WALL, FLOOR, WINDOW = (231, 226, 216), (196, 184, 166), (205, 218, 228)
WOOD, EDGE, CLOTH = (133, 94, 62), (104, 72, 47), (58, 74, 92)
GREY, PALE, WHITE = (122, 128, 136), (214, 218, 222), (250, 250, 248)
LEFT_FLAG, RIGHT_FLAG = ((46, 110, 142), (238, 232, 214)), ((150, 52, 60), (238, 232, 214))
"""Flags of no state: two stripes each, so that nothing on them can be wrong."""

PORTRAIT = text(ru="Рисунок вместо фотографии (условно)", en="A drawing in the place of a photograph (invented)")
CREDIT = "образец / sample"
OF_THE_TABLE = text(
    ru="Стол встречи перед её началом. Рисунок вместо фотографии (условно)",
    en="The table before the meeting. A drawing in the place of a photograph (invented)",
)
OF_THE_GIFTS = text(
    ru="Обмен сувенирами: слева гости, справа принимающая сторона. Рисунок вместо фотографии (условно)",
    en="Exchange of souvenirs: the guests at the left, the hosts at the right. A drawing in the place of a photograph (invented)",
)  # fmt: skip


def build(planner: Planner, known: Known, event: int) -> None:
    """Give somebody of the meeting a portrait, and the meeting two pictures for the press."""
    kept = portrait()
    person = known.people["kabaev"]
    done = planner.execute(pictures.set_photograph, person, kept.content, width=kept.width, height=kept.height)
    _describe(planner, int(done.result), PORTRAIT, credit="")
    for drawn, caption in ((table(), OF_THE_TABLE), (souvenirs(), OF_THE_GIFTS)):
        done = planner.execute(
            pictures.add_event_picture, event, drawn.content, width=drawn.width, height=drawn.height
        )
        _describe(planner, int(done.result), caption, credit=CREDIT)


def _describe(planner: Planner, picture: int, caption: Text, *, credit: str) -> None:
    for language, wording in caption.wordings.items():
        planner.execute(
            texts.write_checked_text, "picture", picture, "caption", language=language, words=wording.text
        )
    planner.execute(pictures.edit_picture, picture, consent=True, credit=credit)


def portrait() -> Photograph:
    """Draw the outline of somebody, of nobody in particular."""
    image, draw = _canvas(840, 1080, PALE)
    _person(draw, 420, 1080, 2.0, GREY)
    return _kept(image)


def table() -> Photograph:
    """Draw a long table with chairs on both sides, and two small flags on it."""
    image, draw = _room()
    for x in range(360, 2100, 300):
        draw.rounded_rectangle((x, 690, x + 170, 980), 40, fill=CLOTH)
    draw.polygon(((300, 900), (2100, 900), (2300, 1240), (100, 1240)), fill=WOOD)
    draw.polygon(((100, 1240), (2300, 1240), (2300, 1300), (100, 1300)), fill=EDGE)
    for x in range(300, 2200, 340):
        draw.rounded_rectangle((x, 1260, x + 200, 1600), 46, fill=CLOTH)
    for x in range(420, 2000, 340):
        draw.polygon(((x, 1080), (x + 150, 1080), (x + 170, 1150), (x - 20, 1150)), fill=WHITE)
    _flag(draw, 1130, 960, LEFT_FLAG, towards=-1)
    _flag(draw, 1270, 960, RIGHT_FLAG, towards=1)
    return _kept(image)


def souvenirs() -> Photograph:
    """Draw two people who hold a box between them, a flag behind each."""
    image, draw = _room()
    _flag(draw, 420, 1150, LEFT_FLAG, towards=-1, scale=3.2)
    _flag(draw, 1980, 1150, RIGHT_FLAG, towards=1, scale=3.2)
    _person(draw, 840, 1600, 1.9, (70, 84, 102))
    _person(draw, 1560, 1600, 1.9, (98, 88, 80))
    draw.rounded_rectangle((1070, 1180, 1330, 1390), 16, fill=(176, 128, 66))
    draw.rectangle((1180, 1180, 1220, 1390), fill=(228, 206, 160))
    return _kept(image)


def _canvas(width: int, height: int, colour: Colour) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (width, height), colour)
    return image, ImageDraw.Draw(image)


def _room() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image, draw = _canvas(2400, 1600, WALL)
    draw.rectangle((0, 1100, 2400, 1600), fill=FLOOR)
    for x in (240, 1000, 1760):
        draw.rectangle((x, 120, x + 400, 620), fill=WINDOW, outline=WHITE, width=24)
        draw.rectangle((x + 190, 120, x + 210, 620), fill=WHITE)
    return image, draw


def _person(draw: ImageDraw.ImageDraw, x: int, foot: int, scale: float, colour: Colour) -> None:
    """Draw head and shoulders that reach the lower edge."""

    def size(length: float) -> float:
        return length * scale

    top = foot - size(430)
    draw.ellipse((x - size(78), top, x + size(78), top + size(190)), fill=colour)
    draw.rectangle((x - size(34), top + size(160), x + size(34), top + size(240)), fill=colour)
    draw.rounded_rectangle((x - size(165), top + size(204), x + size(165), foot + size(200)), size(100), fill=colour)


def _flag(
    draw: ImageDraw.ImageDraw, x: int, foot: int, stripes: tuple[Colour, Colour], *, towards: int, scale: float = 1.0
) -> None:
    """Draw a flag of two stripes on its pole; `towards` is -1 where it flies to the left."""
    pole, high, wide = round(6 * scale), round(240 * scale), round(170 * scale)
    draw.rectangle((x - pole, foot - high, x + pole, foot), fill=EDGE)
    for number, colour in enumerate(stripes):
        upper = foot - high + number * round(55 * scale)
        near, far = sorted((x + towards * pole, x + towards * wide))
        draw.rectangle((near, upper, far, upper + round(55 * scale)), fill=colour)


def _kept(image: Image.Image) -> Photograph:
    out = BytesIO()
    image.save(out, "BMP")
    return photograph(out.getvalue())
