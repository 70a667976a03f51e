"""A site as files: the same pages, from what passed the gate; with its tables, its manifest, and its proof."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
from collections import deque
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import msgspec

from verbale.errors import UsageError
from verbale.model import Event
from verbale.record import Record
from verbale.record.exports import csv, jsonl
from verbale.web.page import Maker, Page
from verbale.web.pages.actors import actors, party
from verbale.web.pages.calendar import calendar
from verbale.web.pages.coverage import coverage
from verbale.web.pages.documents import documents
from verbale.web.pages.engagement import engagement
from verbale.web.pages.engagements import engagements
from verbale.web.pages.event import event
from verbale.web.pages.help import help_page
from verbale.web.pages.instruments import instruments
from verbale.web.pages.map import map_page
from verbale.web.pages.network import network
from verbale.web.pages.overview import overview
from verbale.web.pages.withheld import withheld
from verbale.web.publishing.asked import Wish
from verbale.web.publishing.gate import Release, release
from verbale.web.publishing.proof import LeakError, leaks, readable
from verbale.web.render import render
from verbale.web.site import Site, snapshot

PAGES: dict[str, Maker] = {
    "overview": overview,
    "engagements": engagements,
    "engagement": engagement,
    "event": event,
    "documents": documents,
    "actors": actors,
    "party": party,
    "instruments": instruments,
    "calendar": calendar,
    "network": network,
    "map": map_page,
    "coverage": coverage,
    "withheld": withheld,
    "help": help_page,
}
"""The pages of a published site; what needs the record itself is not among them."""

MANIFEST = "manifest.json"
_STATIC = ("style.css", "copy.js", "icon.svg")
_NOTICE = "Published with Verbale. Counts say what the documents tell that were read, never how often things happen."


class Published(msgspec.Struct, frozen=True):
    """What was published: files, engagements, and the statement of what is withheld."""

    folder: Path
    files: int
    engagements: int
    withheld: tuple[str, ...]


class Names:
    """Gives every page of a bundle its file, and remembers which are still to be written."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: dict[tuple[str, tuple[tuple[str, str], ...]], str] = {}
        self.waiting: deque[tuple[str, dict[str, str], str]] = deque()

    def __call__(self, page: str, /, **asked: str | int | None) -> str:
        """The file of a page."""
        told = {name: str(value) for name, value in sorted(asked.items()) if value not in (None, "")}
        key = (page, tuple(told.items()))
        if key not in self._known:
            self._known[key] = self._file(page, told)
            self.waiting.append((page, told, self._known[key]))
        return self._known[key]

    def _file(self, page: str, told: dict[str, str]) -> str:
        if page == "overview":
            return "index.html"
        if not told:
            return f"{page}.html"
        return f"{page}-{told['id']}.html" if set(told) == {"id"} else f"{page}-{len(self._known)}.html"


def publish(record: Record, case: str, folder: Path, wish: Wish) -> Published:
    """Write the site of a record into an empty folder, or none at all.

    Args:
        record: The record.
        case: The case in force.
        folder: Where it goes; it must be empty, or hold an earlier site.
        wish: What is to be published.

    Raises:
        UsageError: The folder holds something else.
        LeakError: Something withheld was found in what was written; nothing is left of it.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        raise UsageError(f"{folder} holds something else", "name a new folder, or one with an earlier site")
    made = release(record, snapshot(record, case), case, wish)
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        _write(made, case, part, wish)
        _prove(made, part)
        _manifest(part)
        shutil.rmtree(folder, ignore_errors=True)
        part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    files = sum(path.is_file() for path in folder.rglob("*"))
    return Published(folder, files, len(made.snapshot.engaged), made.withheld)


def _write(made: Release, case: str, folder: Path, wish: Wish) -> None:
    to = Names()
    notice = f"{wish.notice} {_NOTICE}".strip()
    site = Site(
        snapshot=made.snapshot,
        case=case,
        to=to,
        language=wish.language,
        withheld=made.withheld,
        merged=made.merged,
        notice=notice,
    )
    for name in PAGES:
        if name not in ("engagement", "event", "party"):
            to(name)
    while to.waiting:
        page, asked, file = to.waiting.popleft()
        shown: Page = PAGES[page](site, asked)
        (folder / file).write_text(render(shown, site, static=True), encoding="utf-8")
    for name in _STATIC:
        (folder / name).write_bytes(resources.files("verbale.web").joinpath("static", name).read_bytes())
    _tables(made.snapshot.events, folder)


def _tables(events: tuple[Event, ...], folder: Path) -> None:
    """The events as tables, for who wants to count them anew."""
    writers: dict[str, Callable[[tuple[Event, ...], io.TextIOWrapper], int]] = {
        "events.jsonl": jsonl.write,
        "events.csv": csv.write,
    }
    for name, write in writers.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            write(events, stream)


def _prove(made: Release, folder: Path) -> None:
    """Look for everything withheld in everything written.

    Raises:
        LeakError: Something was found.
    """
    found = [*leaks(folder, made.names, made.ids), *_placed(made, folder)]
    if found:
        hint = "nothing was published; put what is named into a takedown file, or tell us how it came through"
        raise LeakError(f"something withheld is in {len(found)} places: {'; '.join(found[:5])}", hint)


def _placed(made: Release, folder: Path) -> list[str]:
    """Where a withheld place stands beside the event whose it is."""
    found = []
    lines = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        one = json.loads(line)
        words = json.dumps([one["evidence"], one["said"], one["place"], one["participants"]], ensure_ascii=False)
        if any(f" {place} " in words for place in made.places.get(one["id"], ())):
            found.append(f"event {one['id']}: a place")
    for name, places in made.places.items():
        page = folder / f"event-{name}.html"
        if page.is_file() and any(f" {place} " in readable(page.read_bytes()) for place in places):
            found.append(f"{page.name}: a place")
    return found


def _manifest(folder: Path) -> None:
    """The hash of every file, so that a copy can be compared with what was published."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    hashes = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    (folder / MANIFEST).write_text(json.dumps({"sha256": hashes}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
