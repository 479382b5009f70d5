"""What the office changes in its papers: words, parts and their order, emblem, marking, style; and back again."""

from __future__ import annotations

import re
from typing import Any

from planner.errors import BadInput
from planner.language.languages import find
from planner.model.papers import PaperTemplate
from planner.operations.registry import Work, operation
from planner.rules.templates import changed, problem_of
from planner.rules.text import Language

_JPEG = b"\xff\xd8\xff"
_PLACE = re.compile(r"\{(\w+)\}")


@operation("Change the template of “{paper}”")
def set_in_template(work: Work, paper: str, **values: Any) -> None:
    """Set keys of a paper's template, "" for that of all papers; None takes a key back to the program's own.

    Raise BadInput for what is not possible there: a size below its floor, a colour that cannot be read.
    """
    row = _row(work, paper)
    wanted = changed(row.values if row else {}, **values)
    if problem := problem_of(wanted):
        raise BadInput("“{value}” is not possible for {field}.", value=problem[1], field=problem[0])
    _put(work, paper, row, wanted)


@operation("Change a word of “{paper}”")
def set_word(work: Work, paper: str, key: str, language: Language, words: str) -> None:
    """Say a word of a paper otherwise in one language; "" says it as the program does.

    Raise BadInput for a word there is not, and where a named place of it ("{stamp}") would be lost or be unknown.
    """
    own = find(language).paper.get(key)
    if own is None:
        raise BadInput("There is no word {key} to change here.", key=key)
    row = _row(work, paper)
    values = dict(row.values) if row else {}
    said = {tag: dict(keys) for tag, keys in values.get("words", {}).items()}
    if words.strip() and words.strip() != own:
        _check_places(words, own)
        said.setdefault(language, {})[key] = words.strip()
    else:
        said.get(language, {}).pop(key, None)
    _put(work, paper, row, changed(values, words={tag: keys for tag, keys in said.items() if keys}))


@operation("Set the emblem of “{paper}”")
def set_emblem(work: Work, paper: str, content: bytes, *, width: int, height: int) -> None:
    """Give a paper an emblem, as `exchange.photographs` made it. Raise BadInput for what is no JPEG."""
    if not content.startswith(_JPEG) or width < 1 or height < 1:
        raise BadInput("An emblem is kept as JPEG only, without what a camera wrote into it.")
    row = _row(work, paper)
    emblem = {"sha256": work.keep(content), "width": width, "height": height}
    _put(work, paper, row, changed(row.values if row else {}, emblem=emblem))


@operation("Bring “{paper}” back to the original")
def restore_template(work: Work, paper: str) -> None:
    """Take back all that was changed in a paper."""
    _put(work, paper, _row(work, paper), {})


def _row(work: Work, paper: str) -> PaperTemplate | None:
    found = work.find(PaperTemplate, paper=paper)
    return found[0] if found else None


def _put(work: Work, paper: str, row: PaperTemplate | None, values: dict[str, Any]) -> None:
    if row is None and values:
        work.add(PaperTemplate(paper=paper, values=values))
    elif row is not None and not values:
        work.remove(row)
    elif row is not None and values != row.values:
        row.values = values
    work.values["paper"] = paper or "*"


def _check_places(words: str, own: str) -> None:
    """Keep the places the program fills: without "{stamp}" a draft would not say when it was made."""
    here, there = set(_PLACE.findall(words)), set(_PLACE.findall(own))
    if here != there:
        places = ", ".join(f"{{{place}}}" for place in sorted(there)) or "—"
        raise BadInput("The program fills these places of the words, so they must stay as they are: {places}.",
                       places=places)  # fmt: skip
