"""The pack: all papers of an event in one go, as one file with contents and bookmarks, or as a folder."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from planner.__main__ import main
from planner.errors import NotPossible
from planner.issuing import issue
from planner.language.paper_words import word
from planner.operations.agenda import edit_item
from planner.pack import Pack, Wanted, in_order, is_usual, papers_of_pack, print_pack
from planner.pack_files import one_file, write_folder
from planner.pack_versions import State, Take, states_of
from planner.paper_choice import FOR_SERVICE, FOR_THE_OFFICE, Choice, Paper
from planner.rules.kinds import EventKind, Side
from tests.planner.visit_office import TUESDAY, VisitOffice

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


def structure(pdf: bytes) -> list[tuple[str, str]]:
    """Return role and language of the elements of the tree of structure, the whole and its parts."""
    with pikepdf.open(BytesIO(pdf)) as file:
        document = file.Root.StructTreeRoot.K
        return [(str(node.S)[1:], str(node.get("/Lang", ""))) for node in (document, *document.K)]


def test_one_structure_holds_all_papers_in_order(office: VisitOffice) -> None:
    assert structure(one_file(printed(office))) == [("Document", ""), *[("Part", "ru")] * 5]


def test_every_mark_of_a_pack_leads_to_its_element(office: VisitOffice) -> None:
    with pikepdf.open(BytesIO(one_file(printed(office)))) as file:
        numbers = file.Root.StructTreeRoot.ParentTree.Nums
        assert [int(numbers[place]) for place in range(0, len(numbers), 2)] == list(range(len(file.pages)))
        for number, page in enumerate(file.pages):
            marks = [
                int(operands[1].MCID)
                for operands, operator in pikepdf.parse_content_stream(page)
                if str(operator) == "BDC" and "/MCID" in operands[1]
            ]
            elements = list(numbers[2 * number + 1])
            assert (page.StructParents, [int(one.K) for one in elements]) == (number, marks)
            assert {one.Pg.objgen for one in elements} == {page.obj.objgen}


def test_bookmarks_of_a_paper_hang_under_its_own(office: VisitOffice) -> None:
    office.add_item("z", start=600, day=TUESDAY)
    pack = printed(office)
    with pikepdf.open(BytesIO(pack.printed()[0].pdf)) as file, file.open_outline() as outline:
        own = [item.title for item in outline.root]
    with pikepdf.open(BytesIO(one_file(pack))) as file, file.open_outline() as outline:
        nested = {item.title: [below.title for below in item.children] for item in outline.root}
        pages = {page.objgen for page in file.pages}
        assert {below.destination[0].objgen for item in outline.root for below in item.children} <= pages
    assert (nested["1. Программа пребывания делегации"], nested["Содержание"]) == (own, [])
    assert own == ["Понедельник, 13 мая", "Вторник, 14 мая"]


def test_pages_are_labelled_as_the_contents_count_them(office: VisitOffice) -> None:
    with pikepdf.open(BytesIO(one_file(printed(office)))) as file:
        assert [page.label for page in file.pages] == [str(number) for number in range(1, len(file.pages) + 1)]


def test_rows_of_the_contents_lead_to_their_papers(office: VisitOffice) -> None:
    with pikepdf.open(BytesIO(one_file(printed(office)))) as file, file.open_outline() as outline:
        targets = [link.Dest[0].objgen for link in file.pages[0].Annots]
        assert targets == [item.destination[0].objgen for item in outline.root][1:]
        tops = [float(link.Rect[3]) for link in file.pages[0].Annots]
        assert tops == sorted(tops, reverse=True)


# --- Issued versions


def states(office: VisitOffice, **more) -> list[tuple[str, State]]:
    wanted = [one._replace(**more) for one in of_core(office)]
    pack = office.planner.read(print_pack, asked(office), wanted)
    return [(one.wanted.called, one.state) for one in pack.printed()]


def issued(office: VisitOffice, called: str) -> bytes:
    """Issue a paper as the pack has it, and return its bytes."""
    (wanted,) = (one for one in of_core(office) if one.called == called)
    return issue(office.planner, wanted.choice, "for the guests", "all the same").printed.pdf


def moved(office: VisitOffice) -> None:
    office.planner.execute(edit_item, office.items["a"], start=485)


def test_paper_that_was_issued_is_in_the_pack_as_it_was_issued(office: VisitOffice) -> None:
    bytes_of_version = issued(office, "Programme of stay")
    pack = printed(office)
    first, *others = pack.printed()
    assert (first.state.version, first.state.changes, first.pdf) == (1, 0, bytes_of_version)
    assert [one.state for one in others] == [State()] * 3
    said = text_of(one_file(pack), 0)
    assert (said.count("Version 1 of"), said.count("Редакция 1 от"), said.count(" draft")) == (1, 1, 3)


def test_draft_stands_for_a_version_since_which_anything_changed(office: VisitOffice) -> None:
    issued(office, "Programme of stay")
    moved(office)
    (_, state), *_ = states(office)
    assert (state.version, state.last, bool(state.changes)) == (0, 1, True)
    said = text_of(one_file(printed(office)), 0)
    assert ("changed since version 1" in said, word("changed", "ru", replaces=1) in said) == (True, True)


def test_last_issued_is_taken_whatever_changed_since(office: VisitOffice) -> None:
    bytes_of_version = issued(office, "Programme of stay")
    moved(office)
    pack = office.planner.read(print_pack, asked(office), [of_core(office)[0]._replace(take=Take.ISSUED)])
    assert (pack.printed()[0].pdf, pack.printed()[0].state.version) == (bytes_of_version, 1)


def test_drafts_are_taken_where_they_are_asked_for(office: VisitOffice) -> None:
    issued(office, "Programme of stay")
    assert [state.version for _, state in states(office, take=Take.DRAFT)] == [0] * 4


def test_contents_of_issued_papers_alone_are_no_draft(office: VisitOffice) -> None:
    issued(office, "Programme of stay")
    pack = office.planner.read(print_pack, asked(office), of_core(office)[:1])
    assert ("ПРОЕКТ" in text_of(one_file(pack), 0), "DRAFT" in text_of(one_file(pack), 0)) == (False, False)
    assert "DRAFT" in text_of(one_file(printed(office)), 0)


def test_pack_with_versions_gives_the_same_bytes(office: VisitOffice) -> None:
    issued(office, "List of participants")
    assert one_file(printed(office)) == one_file(printed(office))


def test_states_are_told_before_anything_is_printed(office: VisitOffice) -> None:
    issued(office, "Programme of stay")
    found = office.planner.read(states_of, office.event, [one.choice for one in of_core(office)])
    assert [(one.version, one.last) for one in found] == [(1, 1), (0, 0), (0, 0), (0, 0)]
    moved(office)
    found = office.planner.read(states_of, office.event, [one.choice for one in of_core(office)])
    assert [(one.version, one.last) for one in found][:1] == [(0, 1)]


@pytest.mark.parametrize(
    ("flag", "said"),
    [
        ([], "draft, changed since version 1"), (["--issued"], "version 1"),
        (["--drafts"], "draft, changed since version 1"),
    ],
)  # fmt: skip
def test_command_takes_versions_or_drafts(office: VisitOffice, tmp_path, capsys, flag: list[str], said: str) -> None:
    issued(office, "Programme of stay")
    moved(office)
    office.planner.close()
    status = main(["pack", str(tmp_path / "visit.office"), "--event", str(office.event), "--papers", "programme",
                   "--copy-for", "host", *flag, "--out", str(tmp_path / "pack.pdf")])  # fmt: skip
    out = capsys.readouterr().out.splitlines()
    assert (status, out[0]) == (0, f"{said}: Программа пребывания")


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
