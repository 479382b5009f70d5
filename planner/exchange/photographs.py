"""Photographs as the office keeps them: upright, of moderate size, a plain JPEG without position or camera data.

Whatever a camera wrote beside the picture (place, time, serial number, preview) is left behind, because the pixels are
decoded and written anew. What is no picture, or far too large a one, is refused in words before it is decoded.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageOps

from planner.errors import ImportRefused

LONGEST = 1_200
"""Pixels of the longer side; a biography prints at 35 by 45 mm, for which these are twice enough."""
MOST_BYTES = 40_000_000
MOST_PIXELS = 100_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_QUALITY = 88


class Photograph(NamedTuple):
    """A JPEG to keep, and its size in pixels."""

    content: bytes
    width: int
    height: int


def photograph(content: bytes) -> Photograph:
    """Return a picture as it is kept; raise ImportRefused in words for what is none, is damaged or too large."""
    if len(content) > MOST_BYTES:
        raise ImportRefused("This picture is larger than {limit} MB. Save it smaller and try again.",
                          limit=MOST_BYTES // 1_000_000)  # fmt: skip
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its size we judge ourselves, of its metadata nothing is kept
            with Image.open(BytesIO(content), formats=FORMATS) as picture:
                _refuse_too_large(picture)
                picture.draft("RGB", (2 * LONGEST, 2 * LONGEST))  # a JPEG is decoded no larger than needed
                return _kept(picture)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError) as error:
        raise ImportRefused(
            "This is no picture that can be read. JPEG, PNG, WebP, GIF, BMP and TIFF can be."
        ) from error


def _kept(picture: Image.Image) -> Photograph:
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    plain = _on_white(upright)
    plain.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", plain.size)  # nothing but pixels comes along
    clean.paste(plain)
    out = BytesIO()
    clean.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Photograph(out.getvalue(), clean.width, clean.height)


def _on_white(picture: Image.Image) -> Image.Image:
    """Return the picture in plain colours; what is transparent stands on white, as it would on paper."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        white = Image.new("RGBA", seen.size, (255, 255, 255, 255))
        white.alpha_composite(seen)
        return white.convert("RGB")
    return picture.convert("RGB")


def _refuse_too_large(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> ImportRefused:
    return ImportRefused("This picture has more than {limit} million pixels. Save it smaller and try again.",
                       limit=MOST_PIXELS // 1_000_000)  # fmt: skip
