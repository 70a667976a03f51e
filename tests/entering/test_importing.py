from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.entering.importing import Imported, import_table
from verbale.model import Coded
from verbale.record import Record, check
from verbale.settings import Settings

from ..record.making import TEXT, draft, make_coded, make_document, open_counted
from .making import MAP, ROW, map_file, table

PAGE = "https://example.org/kabul"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_counted(tmp_path / "x.db") as opened:
        yield opened


def imported(record: Record, folder: Path, *rows: str, words: str = MAP, dry: bool = False) -> Imported:
    return import_table(table(folder, *rows), map_file(folder, words), record, Settings(), dry=dry)


def test_a_row_becomes_an_event_of_the_person_whom_the_map_names(record: Record, tmp_path: Path) -> None:
    done = imported(record, tmp_path, ROW)
    assert done.counts == {"entered": 1, "confirmed": 0, "known": 0, "set_aside": 0, "row": 1}
    (event,) = record.events(case="afghanistan", party="NOR", since="2023-01-09", until="2023-01-09", reviewed=True)
    assert (event.coder, event.place, event.complete) == ("hand:anna", "Kabul", True)
    assert [(p.name, p.party, p.actor) for p in event.participants] == [
        ("Paul Klouman Bekken", "NOR", "p.bekken"),
        ("Amir Khan Muttaqi", "AFG-AUTH", "p.muttaqi"),
    ]
    assert event.basis["evidence"].rule == "row 2 of List, which rests on announcements of the ministry"
    (decision,) = record.decisions()
    assert (decision.action, decision.by) == ("add", "anna")
    assert decision.why == "row 2 of List; basis: row; announcements of the ministry"
    (run,) = record.runs()
    assert (run.verb, run.status, run.coder, run.counts["entered"]) == ("import", "done", "hand:anna", 1)
    assert check(record) == ()


def test_importing_again_enters_nothing(record: Record, tmp_path: Path) -> None:
    imported(record, tmp_path, ROW)
    assert imported(record, tmp_path, ROW).counts["known"] == 1
    assert record.counts()["events"] == len(record.decisions()) == 1


def test_a_row_that_changed_is_a_new_version_and_the_old_entry_is_stale(record: Record, tmp_path: Path) -> None:
    imported(record, tmp_path, ROW)
    assert imported(record, tmp_path, ROW.replace("Kabul", "Oslo")).counts["entered"] == 1
    assert [event.place for event in record.events()] == ["Oslo"]
    assert [(stale.decision.number, stale.reason) for stale in record.stale()] == [(1, "words gone")]


def test_a_rejected_row_stays_rejected(record: Record, tmp_path: Path) -> None:
    imported(record, tmp_path, ROW)
    (event,) = record.events()
    record.decide(draft("reject", event.id))
    assert imported(record, tmp_path, ROW).counts["known"] == 1
    assert list(record.events()) == []


def test_rows_that_cannot_be_read_are_set_aside_with_reasons_and_the_rest_enters(record: Record, tmp_path: Path) -> None:
    done = imported(
        record, tmp_path, ROW,
        "2,in spring,Anna Berg,Norway,Amir Khan Muttaqi,authorities,Kabul,Notes,,",
        "3,05/04/2023,Anna Berg,Norway,Amir Khan Muttaqi,authorities,Kabul,Notes,,",
        "4,2023-04-05,Anna Berg,Atlantis,Amir Khan Muttaqi,authorities,Kabul,Notes,,",
        "5,2023-04-05,,,Amir Khan Muttaqi,authorities,Kabul,Notes,,",
        "6,2023-04-05,A B; C D,NOR; SWE; DNK,Amir Khan Muttaqi,authorities,Kabul,Notes,,",
        "7,2023-04-05,Anna Berg,Norway,Amir Khan Muttaqi,authorities,Kabul,Notes,,,more,still more",
        "8,2023-04-06,Anna Berg; Boris Dahl,the kingdom; Sweden,Amir Khan Muttaqi,authorities,Kabul,Notes,,",
    )  # fmt: skip
    reasons = [(each.path.rpartition(":")[2], each.reason) for each in done.set_aside]
    assert reasons == [
        ("3", "bad date"),
        ("4", "bad date"),
        ("5", "unknown party"),
        ("6", "nobody"),
        ("7", "bad value"),
        ("8", "bad row"),
    ]
    assert all(each.message and each.hint for each in done.set_aside)
    assert done.counts["entered"] == 2
    assert {party for event in record.events() for party in event.parties("source")} == {"NOR", "SWE"}
    assert record.runs()[0].status == "partial"
    assert len(record.set_asides(record.runs()[0].id)) == 6


def test_words_that_stand_in_a_document_of_the_record_are_the_evidence(record: Record, tmp_path: Path) -> None:
    page = make_document(TEXT, url=PAGE, publisher="UNAMA")
    record.add_coded(Coded(document=page), record.begin_run("add"))
    row = f"1,2023-07-12,Markus Potzel,UN,Amir Khan Muttaqi,authorities,Kabul,UNAMA,{PAGE},met Amir Khan Muttaqi in Kabul"
    done = imported(record, tmp_path, row)
    assert done.counts == {"entered": 1, "confirmed": 0, "known": 0, "set_aside": 0, "document": 1}
    (event,) = record.events()
    assert (event.document.id, event.evidence[0].text) == (page.id, "met Amir Khan Muttaqi in Kabul")
    assert record.counts()["documents"] == 1
    assert record.decisions()[0].sources == (PAGE,)


def test_a_row_on_what_the_coder_read_confirms_it(record: Record, tmp_path: Path) -> None:
    coded = make_coded(url=PAGE)
    record.add_coded(coded, record.begin_run("add"))
    row = f"1,2023-07-12,Markus Potzel,UN,Amir Khan Muttaqi,authorities,Kabul,UNAMA,{PAGE},met Amir Khan Muttaqi in Kabul"
    assert imported(record, tmp_path, row).counts["confirmed"] == 1
    (event,) = record.events()
    assert (event.id, event.review and event.review.verdict, event.place) == (coded.events[0].id, "corrected", "Kabul")
    assert imported(record, tmp_path, row).counts["known"] == 1
    record.decide(draft("undo", "1"))
    assert imported(record, tmp_path, row.replace("Kabul,UNAMA", ",UNAMA")).counts["confirmed"] == 1
    assert [event.review and event.review.verdict for event in record.events()] == ["accepted"]


def test_words_that_do_not_stand_there_are_a_quotation_of_the_rows_own(record: Record, tmp_path: Path) -> None:
    record.add_coded(make_coded(url=PAGE), record.begin_run("add"))
    row = f"1,2023-07-12,Markus Potzel,UN,Amir Khan Muttaqi,authorities,Kabul,UNAMA,{PAGE},spoke to Amir Khan Muttaqi"
    assert imported(record, tmp_path, row).counts["quotation"] == 1
    added = next(iter(record.events(reviewed=True)))
    assert (added.evidence[0].text, added.document.url, added.document.publisher) == ("spoke to Amir Khan Muttaqi", PAGE, "UNAMA")


def test_a_dry_run_only_reads_and_checks(record: Record, tmp_path: Path) -> None:
    done = imported(record, tmp_path, ROW, "2,in spring,Anna Berg,Norway,Amir Khan Muttaqi,authorities,Kabul,Notes,,", dry=True)
    assert done.counts["row"] == 1 and len(done.set_aside) == 1 and done.checks
    assert record.counts()["documents"] == len(record.runs()) == 0


def test_a_party_alone_is_its_own_name(record: Record, tmp_path: Path) -> None:
    imported(record, tmp_path, "1,2023-07-12,,the kingdom; Sweden,,authorities,Kabul,Notes,,")
    (event,) = record.events()
    assert [(p.name, p.party) for p in event.participants] == [
        ("the kingdom", "NOR"),
        ("Sweden", "SWE"),
        ("authorities", "AFG-AUTH"),
    ]
