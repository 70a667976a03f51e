"""Documents coded by hand: with their words, or with a hash by which their words are found elsewhere."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import msgspec

from verbale.errors import DataError
from verbale.scoring.acts import Act
from verbale.scoring.floors import Floors, load_floors
from verbale.scoring.notation import parse
from verbale.scoring.wordless import with_words

_TOLD = ("title", "url", "publisher", "published")
_GUIDE = "the forms of gold are told in docs/guides/evaluate.md"


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """A document coded by hand. ``text`` is ``None`` where its words are not at hand; ``told`` is what it says of itself."""

    key: str
    case: str
    events: tuple[Act, ...]
    text: str | None = None
    told: Mapping[str, str | None] = {}


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """A set of codings with its name, the keys of those that are locked, and the floors under its figures."""

    name: str
    documents: tuple[Coding, ...]
    locked: frozenset[str] = frozenset()
    floors: Floors = Floors()


def load_gold(path: Path, texts: Path | None = None) -> Gold:
    """The codings of a folder, or of one file.

    Args:
        path: A folder of ``ID.json`` with ``id``, ``case``, ``events``; one of these; or a ``.txt`` in the notation. The words
            stand in it (``text``), beside it (``ID.txt``), or in ``texts``.
        texts: A folder of further texts, ``ID.txt``.

    Raises:
        DataError: There is no gold, or it is damaged, or a text is not the one that was coded.
    """
    if texts and not texts.is_dir():
        raise DataError(f"there is no folder {texts}", "name the folder that holds the texts")
    read = [(file, coded) for file, coded in _codings(path) if "events" in coded]
    if not read:
        raise DataError(f"{path} holds no coded documents", _GUIDE)
    keys = [str(coded.get("id")) for _, coded in read]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise DataError(f"{path} has two documents with the id {twice[0]}", "give each document an id of its own")
    floors = load_floors(path)
    locked = {key for key, (_, coded) in zip(keys, read, strict=True) if coded.get("locked") or key in floors.locked}
    documents = tuple(_coding(file, coded, texts) for file, coded in read)
    return Gold(name=path.stem, documents=documents, locked=frozenset(locked), floors=floors)


def _codings(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if path.suffix == ".txt":
        yield from ((path, coded) for coded in parse(_plain(path)))
    else:
        yield from ((file, _read(file)) for file in (sorted(path.glob("*.json")) if path.is_dir() else [path]))


def _coding(file: Path, coded: dict[str, Any], texts: Path | None) -> Coding:
    try:
        text = _text(file, coded, texts)
        events = tuple(with_words(act, text) for act in coded["events"])
        told = {name: coded.get(name) for name in _TOLD}
        return Coding(key=coded["id"], case=coded.get("case") or "none", events=events, text=text, told=told)
    except KeyError as error:
        raise DataError(f"{file} has no {error}", _GUIDE) from error


def _read(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(_plain(file))
    except ValueError as error:
        raise DataError(f"{file} cannot be read as JSON: {error}", "mend or remove the file") from error
    return found if isinstance(found, dict) else {}


def _text(file: Path, coded: dict[str, Any], texts: Path | None) -> str | None:
    beside = [file.with_suffix(".txt"), *([texts / f"{coded['id']}.txt"] if texts else [])]
    held = [cast(str, coded["text"])] if isinstance(coded.get("text"), str) else [_plain(path) for path in beside if path.is_file()]
    if held and coded.get("sha256") not in (None, digest(held[0])):
        hint = "restore it: the offsets of its events hold for no other"
        raise DataError(f"the text of {coded['id']} is not the one that was coded", hint)
    return held[0] if held else None


def _plain(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read: {error}", _GUIDE) from error


def digest(text: str) -> str:
    """The SHA-256 by which a coding names its text."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()
