"""The bare file format: numbered objects, their table at the end, texts and dates (ISO 32000-1, 7.3 and 7.5)."""

from __future__ import annotations

import zlib
from datetime import datetime
from hashlib import sha256


class ObjectFile:
    """A PDF file in the making. Objects may be put in any order; each number is put exactly once."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._length = 0
        self._offsets: list[int] = [0]
        self._digest = sha256()
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self, count: int = 1) -> range:
        """Return numbers for this many objects that will be put later."""
        first = len(self._offsets)
        self._offsets.extend([0] * count)
        return range(first, first + count)

    def put(self, number: int, body: bytes) -> None:
        """Write one object."""
        self._offsets[number] = self._length
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def put_stream(self, number: int, data: bytes, *, entries: bytes = b"", pack: bool = True) -> None:
        """Write a stream; a small one is longer when it is compressed."""
        if pack:
            data = zlib.compress(data)
            entries += b"/Filter/FlateDecode"
        self.put(number, b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data))

    def add(self, body: bytes) -> int:
        """Write an object under a new number and return that."""
        (number,) = self.reserve()
        self.put(number, body)
        return number

    def add_stream(self, data: bytes, *, entries: bytes = b"", pack: bool = True) -> int:
        """Write a stream under a new number and return that."""
        (number,) = self.reserve()
        self.put_stream(number, data, entries=entries, pack=pack)
        return number

    def finish(self, catalog: int, information: int) -> bytes:
        """Write the table of objects and return the whole file; its identifier is made from its content."""
        start = self._length
        identifier = self._digest.hexdigest()[:32].encode()
        count = len(self._offsets)
        self._parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        self._parts.extend(b"%010d 00000 n \n" % offset for offset in self._offsets[1:])
        self._parts.append(
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (count, catalog, information, identifier, identifier, start)
        )
        return b"".join(self._parts)

    def _write(self, data: bytes) -> None:
        self._parts.append(data)
        self._length += len(data)
        self._digest.update(data)


def text_string(text: str) -> bytes:
    """Return a text as a PDF string; half a surrogate pair becomes a question mark."""
    return b"<FEFF%b>" % text.encode("utf-16-be", "replace").hex().upper().encode()


def date_string(moment: datetime) -> bytes:
    """Return a date as a PDF string; without a zone it is local to nobody in particular."""
    offset = moment.strftime("%z")
    zone = f"{offset[:3]}'{offset[3:5]}'" if offset else ""
    return f"(D:{moment:%Y%m%d%H%M%S}{zone})".encode()
