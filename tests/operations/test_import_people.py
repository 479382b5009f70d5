"""A list of people taken into the register: what it says of degrees is kept, compared and changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planner import importing
from planner.app import new_office, open_planner
from planner.operations import events
from planner.queries.people import people, person_page
from planner.rules.kinds import Side
from planner.rules.text import Source, text

DAY = date(2024, 9, 19)
HEADER = "ФИО;Full name;Учёная степень;Academic degree;Должность\n"


def test_degrees_of_a_list_are_taken_kept_and_changed(tmp_path: Path) -> None:
    new_office(str(tmp_path / "a.office"))
    planner = open_planner(str(tmp_path / "a.office"), author="A")
    event = planner.execute(
        events.add_event, "conference", text(en="Talks"), from_day=DAY, to_day=DAY, languages=["ru", "en"]
    ).result

    def take(degrees: str) -> tuple[int, int, int]:
        path = tmp_path / "list.csv"
        path.write_text(f"{HEADER}Асанов Бакыт;Asanov Bakyt;{degrees};ректор\n", "utf-8")
        table = importing.read_table(path)
        mapping = planner.read(importing.match_columns, table, ("ru", "en"))
        prepared = planner.read(importing.prepare, event, table, mapping, side=Side.GUEST, language="ru")
        importing.apply(planner, prepared)
        counts = prepared.preview.counts
        return counts.new, counts.same, counts.changed

    def degree() -> dict[str, tuple[str, Source]]:
        (row,) = planner.read(people, DAY)
        wordings = planner.read(person_page, row.who.id).degree.wordings
        return {tag: (words.text, words.source) for tag, words in wordings.items()}

    assert take("кандидат наук;") == (1, 0, 0)
    assert degree() == {"ru": ("кандидат наук", Source.IMPORT)}
    assert take("кандидат наук;") == (0, 1, 0)
    assert take("доктор наук;Doctor of Science") == (0, 0, 1)
    assert degree() == {"ru": ("доктор наук", Source.IMPORT), "en": ("Doctor of Science", Source.IMPORT)}
    assert take(";") == (0, 1, 0)
    planner.undo()
    assert degree() == {"ru": ("кандидат наук", Source.IMPORT)}
    planner.close()
