"""Delegation questionnaire: one form per person, what is known filled in, the rest asked (handbook 1.2, T-45).

The right-hand column is the answer's. The first column numbers the questions; `planner.exchange.questionnaire` knows
each question by its words, so that nothing hidden has to survive the way through other people's programs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style, Tone
from planner.documents.logistics_data import FormData, QuestionnaireData
from planner.documents.named import name_line
from planner.documents.wording import Wordings, for_languages
from planner.language.questions import Question, questions
from planner.rules.kinds import Side
from planner.rules.text import Language

_ANSWER = 2050
_ROOM = 280  # height of a line somebody writes in by hand
_MOST = 64  # more rows than any form has: keeps the ids of two people's rows apart


def compose(
    data: QuestionnaireData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
) -> Content:
    """Compose the forms of a delegation, and blank ones for whom it has not named; always one at least."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    asked = tuple(questions(_asked_in(data, [each.language for each in wordings])))
    forms = [*data.forms, *[None] * max(data.blank, 0 if data.forms else 1)]
    blocks = [_form(one, place, asked, wordings) for place, one in enumerate(forms, 1)]
    rows = (Row(0, (), tuple((Line(each.word("please_fill"), Style.NOTE),) for each in wordings)),)
    titles = [
        frame.title(data.event, data.heading, each, paper="questionnaire",
                    subtitles=lambda one: [frame.days_of(data.event, one.language)])
        for each in wordings
    ]  # fmt: skip
    titles = [(*title, *row) for title, row in zip(titles, rows[0].cells, strict=True)]
    paper = frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.NUMBER)
    return paper._replace(trail=(_ANSWER,))


def _asked_in(data: QuestionnaireData, languages: Sequence[Language]) -> tuple[Language, ...]:
    """Return the languages names and posts are asked in: the guests' own, the event's, and the paper's."""
    return tuple(dict.fromkeys((*data.event.guest_languages, *data.event.languages, *languages)))


def _form(form: FormData | None, place: int, asked: Sequence[Question], wordings: Sequence[Wordings]) -> Block:
    known: Mapping[str, str] = form.known if form is not None else {}
    number = form.who.id if form is not None else -place
    rows = [
        Row(
            number * _MOST + line, (Line(str(line), Style.NUMBER),),
            tuple((Line(one.words(each.language), Style.BODY),) for each in wordings),
            trail=(_answer(known.get(one.key, "")),), least=_ROOM,
        )
        for line, one in enumerate(asked, 1)
    ]  # fmt: skip
    heading = tuple(_heading(form, each) for each in wordings)
    words = dict.fromkeys(each.word("answer") for each in wordings)
    answer = tuple(Line(one, Style.HEADING) for one in words)
    return Block(-abs(number), heading, tuple(rows), Tone.GUEST, trail=(answer,))


def _heading(form: FormData | None, wordings: Wordings) -> Cell:
    if form is None:
        return (Line(wordings.word("new_person"), Style.HEADING),)
    return (name_line(form.who, wordings)._replace(style=Style.HEADING),)


def _answer(words: str) -> Cell:
    return (Line(words, Style.STRONG),) if words else ()
