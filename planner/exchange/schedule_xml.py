"""The schedule.xml of pentabarf, frab and pretalx, with the line of each record."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.sax import SAXParseException  # sink-ok: the parser is defusedxml's, and takes no document type
from xml.sax.handler import ContentHandler  # sink-ok: as above

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from planner.errors import ImportRefused
from planner.exchange.schedule_draft import MAX_WORDS, NEUTRAL, Draft, Sheet, cleaned
from planner.language.catalog import mark

DEEPEST = 50
LONGEST = 20 * MAX_WORDS
"""Characters kept of one element: more than any record may have, so that it is rejected and not cut."""

NOT_WELL_FORMED = mark("This XML is broken in line {line}. Export the schedule again from the program that made it.")
NOT_A_SCHEDULE = mark("This XML is no schedule: it begins with <{root}> and not with <schedule>.")
DOCUMENT_TYPE = mark("This XML declares a document type, as files made to do harm do. It was not opened.")
TOO_DEEP = mark("This XML is nested deeper than any schedule. It was not opened.")

_TEXTS = frozenset({"title", "subtitle", "track"})
_WORDS = frozenset({"date", "start", "duration", "end", "type", "language", "slug", "room"})
_ABOUT = frozenset({"title", "venue", "city", "day_change", "time_zone_name"})


def read_xml(data: bytes) -> Sheet:
    """Read a schedule.xml; raise `ImportRefused` for what is none, or made to exhaust us."""
    handler = _Handler()
    parser: Any = make_parser()
    parser.forbid_dtd = parser.forbid_entities = parser.forbid_external = True
    parser.setContentHandler(handler)
    try:
        parser.parse(BytesIO(data))
    except DefusedXmlException as fault:
        raise ImportRefused(DOCUMENT_TYPE) from fault
    except SAXParseException as fault:
        raise ImportRefused(NOT_WELL_FORMED, line=fault.getLineNumber()) from fault
    return handler.sheet


class _Handler(ContentHandler):
    """Keeps of the file what a programme needs, and lets the rest pass by."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet("line")
        self._path: list[str] = []
        self._day: tuple[str, str] = ("", "")
        self._room = ""
        self._draft: Draft | None = None
        self._kept: list[str] | None = None
        self._length = 0
        self._attributes: dict[str, str] = {}

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the reader calls it so
        if not self._path and name != "schedule":
            raise ImportRefused(NOT_A_SCHEDULE, root=cleaned(name)[:50])
        if len(self._path) >= DEEPEST:
            raise ImportRefused(TOO_DEEP)
        attributes = {key: cleaned(value[:LONGEST]) for key, value in attrs.items()}
        if self._draft is None:
            self._open(name, attributes)
        self._path.append(name)
        if self._is_kept(name):
            self._kept, self._length, self._attributes = [], 0, attributes

    def characters(self, content: str) -> None:
        if self._kept is not None and self._length < LONGEST:
            self._kept.append(content)
            self._length += len(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - as above
        if self._kept is not None and self._is_kept(name):
            self._take(name, cleaned("".join(self._kept)))
            self._kept = None
        self._path.pop()
        if name == "event" and self._draft is not None and "event" not in self._path:
            self.sheet.add(self._draft)
            self._draft = None
        elif name == "room" and self._draft is None:
            self._room = ""

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        if name == "day":
            self._day = attributes.get("date", ""), attributes.get("start", "")
        elif name == "room" and "conference" not in self._path:
            self._room = attributes.get("name", "")
            self._name(self.sheet.rooms, self._room)
        elif name == "event":
            line = self._locator.getLineNumber() if self._locator else 0  # type: ignore[attr-defined]
            self._draft = Draft(line, room=self._room, day=self._day[0], day_start=self._day[1])
            self._draft.words = {key: attributes[key] for key in ("id", "guid", "code") if attributes.get(key)}

    def _is_kept(self, name: str) -> bool:
        above = self._path[-2] if len(self._path) > 1 else ""
        if self._draft is None:
            return above == "conference" and name in _ABOUT
        return (above == "event" and (name in _TEXTS or name in _WORDS)) or (above == "persons" and name == "person")

    def _take(self, name: str, words: str) -> None:
        if self._draft is None:
            self.sheet.conference.setdefault(name, words)
        elif not words:
            return
        elif name == "person":
            key = next((own for key in ("guid", "code", "id") if (own := self._attributes.get(key))), words)
            self.sheet.speakers.setdefault(key, {NEUTRAL: words})
            self._draft.speakers.append(key)
        elif name in _TEXTS:
            self._draft.texts.setdefault(name, {}).setdefault(self._attributes.get("xml:lang", NEUTRAL), words)
            if name == "track":
                self._name(self.sheet.tracks, words)
        elif name == "room":
            self._draft.room = words
            self._name(self.sheet.rooms, words)
        else:
            self._draft.words.setdefault(name, words)

    @staticmethod
    def _name(names: dict[str, dict[str, str]], words: str) -> None:
        if words:
            names.setdefault(words, {NEUTRAL: words})
