"""The bundled case, from its documents to a brief, in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from verbale.adding import Watch, add, unread
from verbale.analysis.scorecard import card
from verbale.brief import compose, material, write
from verbale.brief.page import Brief
from verbale.catalogue.tables import CASES
from verbale.record import Record, open_record
from verbale.record.exports import writer
from verbale.settings import Settings

CASE = "afghanistan"
NOTICE = "demonstration: documents chosen by hand, no sampling frame"
_ABOUT = """\
{notice}

documents/     summaries in our own words of named public pages; each names its page
verbale.db     the record: documents, events, the words that report them
events.jsonl   the events, one a line
brief.md       the brief, for reading and editing
brief.html     the brief with its pictures, one page that needs no other file

Counts say what these documents tell, never how often things happen.
"""


class Demonstration(msgspec.Struct, frozen=True):
    """What the demonstration made: the counts of its run, how many acts its events tell of, its brief, and the files."""

    counts: dict[str, int]
    engagements: int
    brief: Brief
    files: tuple[Path, ...]


def demonstrate(folder: Path, settings: Settings, watch: Watch) -> Demonstration:
    """Code the bundled documents into a record in ``folder`` and write the brief beside it.

    Doing it again in the same folder adds nothing and writes the same files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    documents = folder / "documents"
    shutil.copytree(CASES / CASE / "demo", documents, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    settings = msgspec.structs.replace(settings, case=CASE)
    with open_record(folder / "verbale.db") as record:
        counts = add([str(documents)], record, settings, watch, verb="demo")
        return Demonstration(counts, *_written(folder, record))


def _written(folder: Path, record: Record) -> tuple[int, Brief, tuple[Path, ...]]:
    given = material(record.codings(), CASE, unread(record), card=card())
    page = compose(given)
    with (folder / "events.jsonl").open("w", encoding="utf-8", newline="") as stream:
        writer("jsonl")(record.events(), stream)
    pages = {"brief.md": write(page, "md"), "brief.html": write(page, "html")}
    pages["ABOUT.txt"] = _ABOUT.format(notice=NOTICE).encode()
    pages["verbale.toml"] = f'record = "verbale.db"\ncase = "{CASE}"\n'.encode()
    for name, content in pages.items():
        (folder / name).write_bytes(content)
    return len(given.engaged), page, tuple(folder / name for name in ("brief.html", "brief.md", "events.jsonl"))
