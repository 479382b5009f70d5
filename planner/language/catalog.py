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
from typing import TYPE_CHECKING

from planner.paths import resources

if TYPE_CHECKING:  # the first paint of the window needs sentences, but no texts
    from planner.rules.text import Language

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


def folder() -> Path:
    """Return where the catalogs lie: `<language>/LC_MESSAGES/planner.po`."""
    return resources() / "catalogs"


def sources(within: Path | None = None) -> tuple[Path, ...]:
    """Return the .po files of all languages."""
    return tuple(sorted((within or folder()).glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def compile_catalogs(within: Path | None = None) -> tuple[Path, ...]:
    """Write a .mo beside each .po that is newer, and return those written."""
    written = []
    for source in sources(within):
        target = source.with_suffix(".mo")
        if not _is_fresh(target, source):
            target.write_bytes(_compiled(source))
            written.append(target)
    _translations.cache_clear()
    return tuple(written)


def read_translations(source: Path) -> NullTranslations | None:
    """Read the .mo beside a .po; where it is absent or older, the .po itself; None where there is neither."""
    target = source.with_suffix(".mo")
    if _is_fresh(target, source):
        return GNUTranslations(BytesIO(target.read_bytes()))
    return GNUTranslations(BytesIO(_compiled(source))) if source.is_file() else None


@cache
def _translations(language: Language) -> NullTranslations:
    found = read_translations(folder() / language / "LC_MESSAGES" / f"{DOMAIN}.po")
    if found is not None:
        return found
    shorter = language.rpartition("-")[0]
    return _translations(shorter) if shorter else NullTranslations()


def _is_fresh(target: Path, source: Path) -> bool:
    """Tell whether the .mo can be used; a wheel may hold it without its .po."""
    if not target.is_file():
        return False
    return not source.is_file() or target.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _compiled(source: Path) -> bytes:
    # Babel takes 60 ms to import, and only a catalog that is not compiled yet needs it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalog = read_po(file, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()
