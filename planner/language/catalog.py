"""The program's sentences: message ids are English sentences with {named} places, one gettext domain.

`text("Moved {item} to {time}", "ru", item=…)`. Values are plain text: a brace in them stays a brace.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from planner.rules.text import Language

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "catalogs"
DOMAIN = "planner"
_PLACE = re.compile(r"\{(\w+)\}")


def text(message: str, language: Language, /, **values: object) -> str:
    """Return a sentence in a language; what the catalog lacks stays English."""
    return fill(_translations(language).gettext(message) if message else "", values)


def plural(one: str, many: str, n: int, language: Language, /, **values: object) -> str:
    """Return a sentence in the form the number asks for; {n} is filled in by itself."""
    return fill(_translations(language).ngettext(one, many, n), {"n": n, **values})


def mark(message: str) -> str:
    """Mark a sentence for the catalog and return it as it is; it is translated where it is shown."""
    return message


def fill(sentence: str, values: Mapping[str, object]) -> str:
    """Fill the {named} places in one pass; a name without a value stays as it is."""
    if not values:
        return sentence
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), sentence)


def languages() -> tuple[Language, ...]:
    """Return the languages of the interface: English and every catalog there is."""
    return ("en", *sorted(path.parents[1].name for path in sources()))


def sources() -> tuple[Path, ...]:
    """Return the .po files of all languages."""
    return tuple(sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def compile_catalogs() -> tuple[Path, ...]:
    """Write a .mo beside each .po that is newer, and return those written."""
    written = []
    for source in sources():
        target = source.with_suffix(".mo")
        if not _is_fresh(target, source):
            target.write_bytes(_compiled(source))
            written.append(target)
    _translations.cache_clear()
    return tuple(written)


@cache
def _translations(language: Language) -> NullTranslations:
    source = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    target = source.with_suffix(".mo")
    if _is_fresh(target, source):
        return GNUTranslations(BytesIO(target.read_bytes()))
    if source.is_file():
        return GNUTranslations(BytesIO(_compiled(source)))
    shorter = language.rpartition("-")[0]
    return _translations(shorter) if shorter else NullTranslations()


def _is_fresh(target: Path, source: Path) -> bool:
    """Tell whether the .mo can be used; a wheel may hold it without its .po."""
    if not target.is_file():
        return False
    return not source.is_file() or target.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _compiled(source: Path) -> bytes:
    from babel.messages.mofile import write_mo  # 60 ms to import: only where a catalog is not compiled yet
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalog = read_po(file, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()
