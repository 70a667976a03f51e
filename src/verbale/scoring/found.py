"""What is measured against the gold: the coder's own reading, a file of events, or a second person's coding."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any, TypeVar

import msgspec

from verbale.catalogue.tables import NO_CASE, PACK, folder_of, located
from verbale.engines import code_documents
from verbale.errors import DataError
from verbale.model import Coded, Document, SetAside
from verbale.scoring.acts import Act
from verbale.scoring.gold import Coding, Gold
from verbale.scoring.stages import Staged, staged
from verbale.settings import Settings
from verbale.sources import read_raw
from verbale.sources.raw import of_bytes

T = TypeVar("T", Document, Coded)


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Events by the key of their document, with whose they are.

    ``staged`` holds, where the coder itself read, what each of its stages had in hand.
    """

    by: str
    events: dict[str, list[Act]]
    staged: dict[str, Staged] = {}


def by_coder(gold: Gold, settings: Settings, *, ablate: bool = False) -> Found:
    """The coder's reading of every document whose words are at hand, each under its own case.

    Args:
        gold: The codings; what they code is not looked at.
        settings: The settings in force, but for the case.
        ablate: Whether to read again with stages switched off, for a table of what each brings.

    Raises:
        DataError: A document could not be read or coded.
    """
    cases: dict[str, list[Coding]] = {}
    for each in gold.documents:
        if each.text is not None:
            cases.setdefault(case_of(each, settings), []).append(each)
    coded = [c for case, group in sorted(cases.items()) for c in _coded(group, case, settings)]
    return Found(
        by=coded[0].coder if coded else "the coder",
        events={str(c.document.key): [msgspec.to_builtins(e) for e in c.events] for c in coded},
        staged={key: each for case, group in sorted(cases.items()) for key, each in _staged(group, case, settings, ablate)},
    )


def by_file(path: Path, gold: Gold) -> Found:
    """The events of a file of JSON Lines, as ``verbale code`` writes them, that belong to documents of the gold.

    Raises:
        DataError: A line is no event.
    """
    keys = {d.key for d in gold.documents}
    events: dict[str, list[Act]] = {key: [] for key in sorted(keys)}
    for number, line in _lines(path):
        try:
            event = json.loads(line)
            key = _key(event.get("document") or {}, keys)
        except (ValueError, AttributeError) as error:
            hint = "write the file with: verbale code PATH --out FILE"
            raise DataError(f"line {number} of {path} is no event: {error}", hint) from error
        if key in keys:
            events[key].append(event)
    return Found(by=path.name, events=events)


def by_person(second: Gold) -> Found:
    """A second person's coding of the same documents."""
    return Found(by=second.name, events={d.key: list(d.events) for d in second.documents})


def case_of(coding: Coding, settings: Settings) -> str:
    """The case pack under which a document is coded: its own where there is one, else none."""
    case = located(coding.case, settings.cases_dir)
    return case if (folder_of(case) / PACK).is_file() else NO_CASE


def documents(group: Iterable[Coding], settings: Settings) -> Iterator[Document]:
    """The documents as the program takes them from JSON Lines.

    Raises:
        DataError: One of them cannot be read.
    """
    for each in group:
        line = json.dumps({"id": each.key, "text": each.text, **each.told}).encode()
        for found in read_raw(of_bytes(f"{each.key}.jsonl", line), settings):
            yield _whole(found)


def _coded(group: list[Coding], case: str, settings: Settings) -> Iterator[Coded]:
    for found in code_documents(documents(group, settings), case, settings):
        yield _whole(found)


def _staged(group: list[Coding], case: str, settings: Settings, ablate: bool) -> Iterator[tuple[str, Staged]]:
    for document in documents(group, settings):
        yield str(document.key), staged(document, case, settings, ablate=ablate)


def _whole(found: T | SetAside) -> T:
    if isinstance(found, SetAside):
        raise DataError(f"{found.path} was set aside: {found.message}", found.hint)
    return found


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8") as stream:
            yield from ((number, line) for number, line in enumerate(stream, 1) if line.strip())
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror}", "check the name of the file of events") from error


def _key(document: dict[str, Any], keys: set[str]) -> str:
    """The id of the gold that an event's document has: by key, by id, else by the name of its file."""
    named = next((document[name] for name in ("key", "id") if document.get(name) in keys), None)
    return named or PurePath(str(document.get("path") or document.get("source") or document.get("url") or "")).stem
