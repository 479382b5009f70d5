"""How the board of texts calls places, fields and what a wording needs."""

from __future__ import annotations

from planner.language.catalog import mark
from planner.queries.texts_board import BoardText, Need, Place
from planner.rules.text import Language
from planner.rules.times import clock
from ui.common.event_words import day_short
from ui.common.named import first_name, shown
from ui.common.pill import Tone
from ui.translate import t

PLACES = {
    Place.EVENT: mark("Event"),
    Place.PAPERS: mark("Papers"),
    Place.PROGRAMME: mark("Programme"),
    Place.PLACES: mark("Venues"),
    Place.PEOPLE: mark("People"),
    Place.SEATING: mark("Seating"),
}
NEEDS = {
    Need.MISSING: mark("missing"),
    Need.STALE: mark("source changed"),
    Need.MACHINE: mark("from a machine"),
    Need.DRAFT: mark("not checked"),
    Need.NOTHING: mark("checked"),
}
TONES = {
    Need.MISSING: Tone.ATTENTION,
    Need.STALE: Tone.ATTENTION,
    Need.MACHINE: Tone.ATTENTION,
    Need.DRAFT: Tone.NEUTRAL,
    Need.NOTHING: Tone.FINE,
}
FIELDS = {
    ("event", "title"): mark("Title"),
    ("event", "short_title"): mark("Short title"),
    ("event", "place"): mark("Place"),
    ("topic", "title"): mark("Topic"),
    ("greeting", "words"): mark("Greeting"),
    ("picture", "caption"): mark("Caption of a photograph"),
    ("paper_heading", "title"): mark("Heading of a paper"),
    ("paper_heading", "subtitle"): mark("Line under the heading"),
    ("item", "title"): mark("Title"),
    ("item", "note"): mark("Note"),
    ("track", "title"): mark("Track"),
    ("venue", "name"): mark("Venue name"),
    ("venue", "address"): mark("Address"),
    ("room", "name"): mark("Room"),
    ("delegation", "heading"): mark("Heading of a delegation"),
    ("delegation", "name"): mark("Name of a delegation"),
    ("organisation_name", "name"): mark("Official name"),
    ("participation", "post_title"): mark("Post at this event"),
    ("post", "title"): mark("Position"),
    ("person", "degree"): mark("Academic degree"),
    ("seating_plan", "title"): mark("Title of a seating plan"),
    ("seating_table", "name"): mark("Name of a table"),
}
PAPERS = {
    "programme": mark("Programme"),
    "participants": mark("List of participants"),
    "agenda": mark("Agenda"),
}


def place_word(place: Place) -> str:
    """Return what a place is called."""
    return t(PLACES[place])


def need_word(need: Need) -> str:
    """Return what is said of a wording that needs this."""
    return t(NEEDS[need])


def field_word(one: BoardText) -> str:
    """Return what a text is."""
    return t(FIELDS.get((one.row.table, one.row.field), "Title"))


def where(one: BoardText, *languages: Language) -> str:
    """Return where a text stands, as briefly as a line allows: "15 May 10:00", a person's name, a paper."""
    if one.names:
        return first_name(one.names, *languages)
    if one.paper:
        return t(PAPERS.get(one.paper, "Paper"))
    if one.row.item_id is None:
        return place_word(one.place)
    if one.day is None:
        return t("without a time")
    return f"{day_short(one.day)} {clock(one.start)}" if one.start is not None else day_short(one.day)


def heading(one: BoardText, *languages: Language) -> str:
    """Return what a text is and where it stands, for the line above its editors."""
    parts = [field_word(one), where(one, *languages)]
    if one.of and one.row.table != "item":
        parts.append(shown(one.of, *languages))
    return " · ".join(dict.fromkeys(part for part in parts if part))
