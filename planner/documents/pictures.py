"""Pages as pictures, for the preview, the thumbnails and the printer (pdfium)."""

from __future__ import annotations

import struct
import zlib
from threading import Lock
from typing import NamedTuple

import pypdfium2

_PDFIUM = Lock()  # pdfium is not safe in several threads at once, whatever the documents


class Picture(NamedTuple):
    """A page as pixels: four bytes each, blue, green, red and an unused one (Qt's Format_RGB32)."""

    width: int
    height: int
    stride: int  # bytes per line
    pixels: bytes


def page_count(data: bytes) -> int:
    """Return the number of pages of a PDF file."""
    with _PDFIUM, pypdfium2.PdfDocument(data) as document:
        return len(document)


def page_size(data: bytes, page: int = 0) -> tuple[float, float]:
    """Return width and height of a page in points."""
    with _PDFIUM, pypdfium2.PdfDocument(data) as document:
        width, height = document[page].get_size()
        return float(width), float(height)


def page_image(data: bytes, page: int = 0, dpi: float = 96) -> Picture:
    """Draw one page, counted from 0, at this resolution."""
    with _PDFIUM, pypdfium2.PdfDocument(data) as document:
        bitmap = document[page].render(scale=dpi / 72, prefer_bgrx=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def page_png(data: bytes, page: int = 0, dpi: float = 96) -> bytes:
    """Draw one page, counted from 0, as a PNG file."""
    with _PDFIUM, pypdfium2.PdfDocument(data) as document:
        bitmap = document[page].render(scale=dpi / 72, rev_byteorder=True)
        assert bitmap.n_channels == 3
        lines = memoryview(bytes(bitmap.buffer))
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    rows = b"".join(b"\0" + lines[at : at + width * 3] for at in range(0, height * stride, stride))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
