"""Photographs: re-encoded without position or camera data, upright, of moderate size; what is no picture is refused."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import ExifTags, Image

from planner.errors import ImportRefused
from planner.exchange.photographs import LONGEST, MOST_BYTES, photograph

BLUE, RED = (20, 40, 200), (200, 30, 30)


def picture(width: int, height: int, form: str = "JPEG", **values: object) -> bytes:
    """A picture whose left half is blue and whose right half is red."""
    made = Image.new("RGB", (width, height), BLUE)
    made.paste(RED, (width // 2, 0, width, height))
    out = BytesIO()
    made.save(out, form, **values)
    return out.getvalue()


def with_position() -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Camera GmbH"
    exif[ExifTags.Base.Orientation] = 6  # the camera was held upright
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (56.0, 0.0, 36.0)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    return picture(400, 200, exif=exif)


def test_position_and_camera_are_gone_and_the_picture_stands_upright() -> None:
    taken = with_position()
    with Image.open(BytesIO(taken)) as before:
        assert before.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    kept = photograph(taken)
    assert (kept.width, kept.height) == (200, 400)
    assert b"Exif" not in kept.content and b"Camera GmbH" not in kept.content  # noqa: PT018
    with Image.open(BytesIO(kept.content)) as after:
        assert (after.format, after.size, dict(after.getexif())) == ("JPEG", (200, 400), {})
        assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        top = after.getpixel((100, 20))
    assert all(abs(one - other) < 12 for one, other in zip(top, BLUE, strict=True))


def test_large_picture_is_made_smaller_and_a_small_one_stays() -> None:
    large, small = photograph(picture(3000, 1500)), photograph(picture(90, 120))
    assert (large.width, large.height) == (LONGEST, LONGEST // 2)
    assert (small.width, small.height) == (90, 120)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_other_formats_become_jpeg(form: str) -> None:
    assert photograph(picture(60, 40, form)).content.startswith(b"\xff\xd8\xff")


def test_what_is_transparent_stands_on_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(BytesIO(photograph(out.getvalue()).content)) as kept:
        assert kept.getpixel((25, 25)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [b"", b"not a picture", b"%PDF-1.7\n", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture(80, 80)[:600]],
)
def test_what_is_no_picture_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ImportRefused, match="no picture that can be read"):
        photograph(content)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it has these pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 999)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


@pytest.mark.parametrize("size", [(12_000, 12_000), (60_000, 60_000)])
def test_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(ImportRefused, match="million pixels"):
        photograph(bomb(*size))


def test_file_that_is_too_long_is_refused() -> None:
    with pytest.raises(ImportRefused, match="larger than"):
        photograph(b"\xff\xd8\xff" + bytes(MOST_BYTES))
