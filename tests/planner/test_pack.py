"""The pack: all papers of an event in one go, as one file with contents and bookmarks, or as a folder."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from planner.__main__ import main
from planner.errors import NotPossible
from planner.pack import Pack, Wanted, in_order, is_usual, one_file, papers_of_pack, print_pack, write_folder
from planner.paper_choice import FOR_SERVICE, FOR_THE_OFFICE, Choice, Paper
from planner.rules.kinds import EventKind, Side
from tests.planner.visit_office import VisitOffice

CORE = (Paper.PROGRAMME, Paper.AGENDA, Paper.PARTICIPANTS)


@pytest.fixture
def office(tmp_path) -> Iterator[VisitOffice]:
    from planner.app import new_office

    new_office(str(tmp_path / "visit.office"))
    visit = VisitOffice(str(tmp_path / "visit.office"))
    yield visit
    visit.planner.close()


def asked(office: VisitOffice, side: Side | None = Side.HOST) -> Choice:
    return Choice(Paper.PROGRAMME, office.event, ("ru", "en"), copy_for=side)


def of_core(office: VisitOffice, side: Side | None = Side.HOST) -> list[Wanted]:
    wanted = office.planner.read(papers_of_pack, asked(office, side), language="en")
    return [one for one in wanted if one.choice.paper in CORE]


def printed(office: VisitOffice, side: Side | None = Side.HOST) -> Pack:
    return office.planner.read(print_pack, asked(office, side), of_core(office, side))


def bookmarks(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        return [item.title for item in outline.root]


def text_of(pdf: bytes, page: int) -> str:
    return " ".join(pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_range().split())


def test_every_paper_has_its_place_in_the_order() -> None:
    assert sorted(in_order()) == sorted(Paper)


def test_guests_pack_holds_no_paper_of_the_office(office: VisitOffice) -> None:
    guests = office.planner.read(papers_of_pack, asked(office, Side.GUEST))
    assert {one.choice.edition for one in guests} == {"guest"}
    assert {one.choice.paper for one in guests} & (FOR_THE_OFFICE | FOR_SERVICE) == set()


def test_hosts_pack_has_the_working_programme_too(office: VisitOffice) -> None:
    assert [one.called for one in of_core(office)] == [
        "Programme of stay", "Working programme", "Agenda: item a", "List of participants",
    ]  # fmt: skip


def test_usual_papers_depend_on_the_kind_of_event(office: VisitOffice) -> None:
    usual = {kind: [one.choice.paper for one in of_core(office) if is_usual(one, kind)] for kind in EventKind}
    assert usual[EventKind.MEETING] == [Paper.AGENDA, Paper.PARTICIPANTS]
    assert usual[EventKind.VISIT] == [Paper.PROGRAMME, Paper.PROGRAMME, Paper.AGENDA, Paper.PARTICIPANTS]


def test_contents_and_bookmarks_name_each_paper_in_the_language_that_leads(office: VisitOffice) -> None:
    pdf = one_file(printed(office))
    assert bookmarks(pdf) == [
        "Содержание", "1. Программа пребывания делегации", "2. Программа пребывания делегации: Рабочая программа",
        "3. Повестка дня: рус item a", "4. Список участников",
    ]  # fmt: skip
    contents = text_of(pdf, 0)
    names = ("Комплект документов", "Set of Papers", "Программа пребывания делегации", "Agenda", "Список участников")
    assert [name in contents for name in names] == [True] * 5


def test_contents_tell_the_page_on_which_each_paper_begins(office: VisitOffice) -> None:
    pack = printed(office)
    pdf = one_file(pack)
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        starts = [numbers[item.destination[0].objgen] for item in outline.root]
    lengths = [len(pypdfium2.PdfDocument(one.pdf)) for one in pack.printed()]
    assert starts == [1, *(2 + sum(lengths[:place]) for place in range(len(lengths)))]
    said = text_of(pdf, 0)
    assert all(f" {start}" in said for start in starts[1:])


def test_same_office_gives_the_same_bytes(office: VisitOffice) -> None:
    assert one_file(printed(office)) == one_file(printed(office))


def test_paper_that_cannot_be_had_is_named_and_nothing_stops(office: VisitOffice) -> None:
    nobody = Wanted(asked(office)._replace(paper=Paper.AGENDA, item_id=office.items["b"]), "Agenda", "item b")
    pack = office.planner.read(print_pack, asked(office), [nobody, *of_core(office)])
    (left_out,) = pack.refused()
    assert (left_out.wanted.called, bool(left_out.reason), len(pack.printed())) == ("Agenda: item b", True, 4)


def test_pack_of_nothing_is_refused_in_words(office: VisitOffice) -> None:
    with pytest.raises(NotPossible, match="Not one paper"):
        one_file(office.planner.read(print_pack, asked(office), []))


def test_folder_holds_a_numbered_file_for_each_paper(office: VisitOffice, tmp_path) -> None:
    files = write_folder(printed(office), tmp_path / "pack")
    assert [file.name for file in files] == [
        "00 Содержание.pdf", "01 Programme of stay.pdf", "02 Working programme.pdf", "03 Agenda item a.pdf",
        "04 List of participants.pdf",
    ]  # fmt: skip
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)


def test_stopping_keeps_what_is_done_and_says_so(office: VisitOffice) -> None:
    told: list[str] = []
    pack = office.planner.read(
        print_pack, asked(office), of_core(office), told=lambda _n, _of, name: told.append(name),
        stopped=lambda: len(told) == 2,
    )  # fmt: skip
    assert (told, len(pack.done), pack.cancelled) == (["Programme of stay", "Working programme"], 2, True)


def test_command_prints_the_pack_and_names_what_is_left_out(office: VisitOffice, tmp_path, capsys) -> None:
    office.planner.close()
    path, out = str(tmp_path / "visit.office"), tmp_path / "pack.pdf"
    status = main(["pack", path, "--event", str(office.event), "--papers", "programme,participants,menu",
                   "--copy-for", "guest", "--out", str(out)])  # fmt: skip
    said = capsys.readouterr()
    assert (status, said.out) == (0, f"2 papers in {out}\n")
    assert bookmarks(out.read_bytes())[0] == "Contents"  # the guests' language leads their copy


def test_command_refuses_a_paper_it_does_not_know(office: VisitOffice, tmp_path, capsys) -> None:
    office.planner.close()
    status = main(["pack", str(tmp_path / "visit.office"), "--event", str(office.event), "--papers", "poem",
                   "--out", str(tmp_path / "x.pdf")])  # fmt: skip
    assert (status, "There is no paper poem" in capsys.readouterr().err) == (1, True)
