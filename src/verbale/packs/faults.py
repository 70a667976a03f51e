"""What is wrong with a pack: facts without a source, ids given twice, dates that are none, parties and people that nobody knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from verbale.catalogue import tables
from verbale.entering.parties import is_code
from verbale.packs.template import EXAMPLE, headings
from verbale.record.dates import days

_EDTF = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SESSION = re.compile(r"(?P<name>[^=;@]+)=(?P<date>[^=;@]+)@(?P<place>[^=;@,]*),(?P<country>[A-Z]{3})?")
_DATES = ("from", "until")
_PARTIES = ("party", "code", "organiser_party")
_TOP_RANK = 11

Row = dict[str, str]


class Fault(msgspec.Struct, frozen=True):
    """A fault: the file and its line (0: the file as a whole), what is wrong, and what to do."""

    file: str
    line: int
    what: str
    hint: str


def faults(case: str) -> list[Fault]:
    """The faults of a pack, file by file.

    Raises:
        DataError: There is no such pack.
    """
    told = tables.pack_of(case)
    found = [*_pack(case, told)]
    for table, heading in headings().items():
        rows = tables.rows(case, table)
        strange = [name for name in (rows[0] if rows else ()) if name not in heading]
        missing = [name for name in heading if rows and name not in rows[0]]
        if strange or missing:
            words = ", ".join([*(f"no {name}" for name in missing), *(f"a column {name}" for name in strange)])
            found.append(Fault(f"{table}.csv", 1, f"it has {words}", f"its headings are: {','.join(heading)}"))
        else:
            found += [Fault(f"{table}.csv", n, *each) for n, row in enumerate(rows, 2) for each in _row(case, row)]
    return [*found, *_twice(case)]


def _pack(case: str, told: dict[str, Any]) -> Iterator[Fault]:
    sources = told.get("sources", {})
    name = tables.folder_of(case).name
    checks = (
        (told.get("id") == name, f"id is {told.get('id')}", f'write id = "{name}", as the folder is named'),
        (bool(told.get("name")), "it has no name", "give it a title"),
        (_is_state(told.get("country")), f"there is no country {told.get('country')}", "use the code of three letters"),
        (
            not told.get("authority") or is_code(told["authority"]),
            f"{told.get('authority')} is no party",
            "see the codebook, section 3",
        ),
        (
            not told.get("since") or _is_date(told["since"]),
            f"since is no date: {told.get('since')}",
            "write 2023, 2023-07 or 2023-07-26",
        ),
    )
    yield from (Fault(tables.PACK, 0, what, hint) for holds, what, hint in checks if not holds)
    for field in ("authority", "since", "neighbours", "refuge"):
        source = str(sources.get(field, ""))
        if told.get(field) and (not source or source.startswith(EXAMPLE)):
            yield Fault(tables.PACK, 0, f"{field} has no source", f'write under [sources]: {field} = "https://..."')
    for field in ("neighbours", "refuge"):
        yield from (
            Fault(tables.PACK, 0, f"{field}: there is no country {code}", "use the code of three letters")
            for code in told.get(field, [])
            if not _is_state(code)
        )


def _row(case: str, row: Row) -> Iterator[tuple[str, str]]:
    source = row["source"]
    if not source:
        yield "the fact has no source", "write in the column source where it is told"
    elif source.startswith(EXAMPLE):
        yield "this is the example", "put a fact of your own in its place, or remove the row"
    for column in _DATES:
        if row.get(column) and not _is_date(row[column]):
            yield f"{column} is no date: {row[column]}", "write 2023, 2023-07 or 2023-07-26, or leave it empty"
    if row.get("from") and row.get("until") and row["until"] < row["from"][: len(row["until"])]:
        yield f"it ends ({row['until']}) before it begins ({row['from']})", "look both dates up again"
    for column in _PARTIES:
        if row.get(column) and not is_code(row[column]):
            yield f"there is no party {row[column]}", "see the codebook, section 3: NER, NER-AUTH, ECOWAS"
    if "person" in row and row["person"] not in _people(case):
        yield f"people.csv has nobody with the id {row['person']}", "add the person, or mend the id"
    if "rank" in row and not (row["rank"].isdigit() and int(row["rank"]) <= _TOP_RANK):
        yield f"rank is {row['rank'] or 'empty'}", "write 0 (none) to 11 (head of state or government)"
    yield from _sessions(row.get("sessions", ""))


def _sessions(cell: str) -> Iterator[tuple[str, str]]:
    for session in filter(None, (part.strip() for part in cell.split(";"))):
        found = _SESSION.fullmatch(session)
        if not found or not _is_date(found["date"]):
            yield f"no session: {session}", "write NAME=2024-01-31@Niamey,NER, and ; between several"


def _twice(case: str) -> Iterator[Fault]:
    """Ids that a pack gives twice, or that are somebody else's in what is common to all."""
    for table in headings():
        ids = Counter(row["id"] for row in tables.rows(case, table) if "id" in row)
        yield from (
            Fault(f"{table}.csv", 0, f"two rows have the id {i}", "give each an id of its own") for i, n in ids.items() if n > 1
        )
    names = {row["id"]: row["name"] for row in tables.rows("common", "people")}
    for line, row in enumerate(tables.rows(case, "people"), 2):
        if names.get(row["id"], row["name"]) != row["name"]:
            yield Fault("people.csv", line, f"{row['id']} is {names[row['id']]} in what is common to all", "choose another id")


def _people(case: str) -> set[str]:
    return {row["id"] for folder in ("common", case) for row in tables.rows(folder, "people")}


def _is_state(code: object) -> bool:
    return any(row["code"] == code for row in tables.rows("common", "states"))


def _is_date(words: str) -> bool:
    return bool(_EDTF.fullmatch(words)) and days(words) is not None
