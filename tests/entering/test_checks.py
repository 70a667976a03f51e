from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.entering.checks import CHECKS, Check
from verbale.entering.importing import import_table
from verbale.record import Record
from verbale.settings import Settings

from ..record.making import open_counted
from .making import ROW, map_file, table


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_counted(tmp_path / "x.db") as opened:
        yield opened


def row(number: int, date: str = "2023-01-09", who: str = "Paul Klouman Bekken", country: str = "Norway", **fields: str) -> str:
    cells = {"met": "Amir Khan Muttaqi", "side": "authorities", "city": "Kabul", "by": "Notes", "link": "", "words": ""} | fields
    return ",".join((str(number), date, who, country, *cells.values()))


def found(record: Record, folder: Path, name: str, *rows: str) -> list[Check]:
    done = import_table(table(folder, *rows), map_file(folder), record, Settings(), dry=True)
    return [each for each in done.checks if each.name == name]


def test_every_check_says_what_it_is_for() -> None:
    assert all(check.__doc__ for check in CHECKS)


def test_rows_of_the_same_day_and_people_may_be_counted_twice(record: Record, tmp_path: Path) -> None:
    (check,) = found(record, tmp_path, "duplicates", row(1), row(2, by="Another"), row(3, "2023-01-10"), row(4))
    assert (check.rows, check.warning) == ((2, 3, 5), True)
    assert check.words.startswith("2 rows")
    assert found(record, tmp_path, "duplicates", row(1), row(2, "2023-01-10")) == []


def test_dates_that_say_little_are_named(record: Record, tmp_path: Path) -> None:
    rows = [row(1, "in spring"), row(2, ""), row(3, "2023-01"), row(4, "2999-01-01"), row(5)]
    assert [check.rows for check in found(record, tmp_path, "dates", *rows)] == [(2,), (3,), (4,), (5,)]
    assert found(record, tmp_path, "dates", row(1)) == []


def test_who_is_unknown_and_who_cannot_be_placed_are_named(record: Record, tmp_path: Path) -> None:
    unknown, partial = found(record, tmp_path, "actors", row(1), row(2, who="Anna Berg"), row(3, who="Boris Dahl", country=""))
    assert "Anna Berg, Boris Dahl" in unknown.words and unknown.rows == (3, 4)
    assert partial.rows == (4,)
    assert found(record, tmp_path, "actors", row(1)) == []


def test_one_class_of_counterparts_alone_is_one_sided(record: Record, tmp_path: Path) -> None:
    (check,) = found(record, tmp_path, "sides", row(1), row(2, "2023-01-10"))
    assert check.warning and "one-sided" in check.words and "AFG-AUTH" in check.words
    (check,) = found(record, tmp_path, "sides", row(1), row(2, met="women activists", side="AFG-WOM"))
    assert not check.warning and "AFG-WOM 1" in check.words


def test_one_publisher_none_and_an_interested_one_are_named(record: Record, tmp_path: Path) -> None:
    assert "come from one publisher" in found(record, tmp_path, "sources", row(1), row(2))[0].words
    assert "no row names its publisher" in found(record, tmp_path, "sources", row(1, by=""))[0].words
    own = [each for each in found(record, tmp_path, "sources", row(1, by="Bakhtar News Agency"), row(2)) if each.rows]
    assert [check.rows for check in own] == [(2,)]
    assert found(record, tmp_path, "sources", *(row(n, by=f"paper {n}") for n in range(3))) == []


def test_rows_that_nobody_can_check_are_named(record: Record, tmp_path: Path) -> None:
    rows = [row(1), row(2, link="https://example.org/a"), row(3, words="met in Kabul")]
    told, bare = found(record, tmp_path, "evidence", *rows)
    assert "1 with a quotation, 2 resting on the row alone" in told.words
    assert bare.rows == (2,)


def test_meetings_and_pairs_are_both_counted(record: Record, tmp_path: Path) -> None:
    several = row(2, who="A B; C D; E F", country="NOR; SWE; DNK")
    (check,) = found(record, tmp_path, "counting", row(1), several)
    assert check.words.startswith("2 meetings, 4 if every pair")
    days = [row(n, f"2023-0{1 + n // 5}-{1 + n % 5:02}") for n in range(25)]
    assert any("rate of the second half" in each.words for each in found(record, tmp_path, "counting", *days))


def test_shares_are_told(record: Record, tmp_path: Path) -> None:
    (check,) = found(record, tmp_path, "concentration", row(1), row(2), row(3, country="Sweden"), row(4, country="Denmark"))
    assert "3 counterparts (NOR 2" in check.words and "index 0.375" in check.words


def test_long_stretches_without_a_row_are_told(record: Record, tmp_path: Path) -> None:
    (check,) = found(record, tmp_path, "gaps", row(1, "2023-01-01"), row(2, "2023-03-01"), row(3, "2023-03-10"))
    assert "2023-01-01 to 2023-03-01, 59 days" in check.words


def test_people_outside_office_are_told_of_and_not_named(record: Record, tmp_path: Path) -> None:
    (check,) = found(record, tmp_path, "people", row(1), row(2, met="Zarmina Khel", side="AFG-WOM"))
    assert check.rows == (3,) and "Zarmina" not in check.words


def test_nothing_to_check_is_no_fault(record: Record, tmp_path: Path) -> None:
    done = import_table(table(tmp_path, row(1, "in spring")), map_file(tmp_path), record, Settings(), dry=True)
    assert [check.name for check in done.checks] == ["dates"]
    assert ROW
