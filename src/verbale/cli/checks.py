"""What ``verbale doctor`` looks at, one function a thing."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from verbale.errors import VerbaleError
from verbale.settings import Settings

_FREE_MB = 500


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at: whether it is as it should be, in words, and what to do if not."""

    name: str
    ok: bool
    words: str
    hint: str = ""


def examine(settings: Settings, *, whole: bool = False) -> Iterator[Finding]:
    """Look at everything, one after the other, whatever is wrong before; ``whole`` reads all of the record."""
    yield python()
    yield pipeline(settings)
    yield case(settings)
    yield record(settings, whole=whole)
    yield search()
    yield reading()
    yield disk(settings)
    yield writable(settings)


def python() -> Finding:
    """Python is new enough."""
    words = ".".join(map(str, sys.version_info[:3]))
    return Finding(name="python", ok=sys.version_info >= (3, 11), words=words, hint="")


def pipeline(settings: Settings) -> Finding:
    """The spaCy pipeline can be loaded."""
    try:
        import spacy

        meta = spacy.load(settings.pipeline).meta
    except Exception as error:  # a broken installation fails in every way there is, and must be told rather than raised
        hint = "install it with: pip install --force-reinstall verbale"
        return Finding(name="pipeline", ok=False, words=f"{settings.pipeline} cannot be loaded: {error}", hint=hint)
    return Finding(name="pipeline", ok=True, words=f"{settings.pipeline} {meta['version']}")


def case(settings: Settings) -> Finding:
    """The case pack in force is there and free of faults."""
    from verbale.catalogue import load_world, tables

    try:
        load_world(tables.located(settings.case, settings.cases_dir))
    except VerbaleError as error:
        return Finding(name="case", ok=False, words=error.message, hint=error.hint)
    return Finding(name="case", ok=True, words=settings.case)


def record(settings: Settings, *, whole: bool) -> Finding:
    """The record opens and, if asked, is whole. None at all is fine."""
    from verbale.record import check, open_record

    where = settings.record
    if "://" not in where and not Path(where).exists():
        return Finding(name="record", ok=True, words=f"none at {where} as yet; make one with: verbale init")
    try:
        with open_record(where, create=False) as store:
            found = check(store) if whole else ()
            words = "; ".join(found) or ", ".join(f"{number} {unit.replace('_', ' ')}" for unit, number in store.counts().items())
    except VerbaleError as error:
        return Finding(name="record", ok=False, words=error.message, hint=error.hint)
    return Finding(name="record", ok=not found, words=f"{where}: {words}", hint="bring back a backup" if found else "")


def search() -> Finding:
    """SQLite was built with full-text search."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
        except sqlite3.OperationalError:
            hint = "use a Python whose SQLite has FTS5, such as those of python.org"
            return Finding(name="search", ok=False, words=f"SQLite {sqlite3.sqlite_version} has no FTS5", hint=hint)
    return Finding(name="search", ok=True, words=f"SQLite {sqlite3.sqlite_version} with FTS5")


def reading() -> Finding:
    """Whether the process that reads foreign files can be cut off from the net by the system too; if not, that is no fault."""
    code = "from verbale.sources.confine import offline; raise SystemExit(not offline())"
    cut = subprocess.run([sys.executable, "-P", "-c", code], check=False).returncode == 0  # noqa: S603 - our own module
    words = "by the system and by the interpreter" if cut else "by the interpreter only: the system does not let a process leave it"
    return Finding(name="reading", ok=True, words=f"kept from the net {words}")


def disk(settings: Settings) -> Finding:
    """There is some space beside the record."""
    free = shutil.disk_usage(_folder(settings)).free // 2**20
    enough = free >= _FREE_MB
    return Finding(name="disk", ok=enough, words=f"{free} MB free", hint="" if enough else f"make room for {_FREE_MB} MB at least")


def writable(settings: Settings) -> Finding:
    """The record's folder can be written to."""
    folder = _folder(settings)
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Finding(name="folder", ok=True, words=f"{folder} can be written to")
    except OSError as error:
        hint = "work in a folder of your own"
        return Finding(name="folder", ok=False, words=f"{folder} cannot be written to: {error}", hint=hint)


def _folder(settings: Settings) -> Path:
    """Where the record lies, or would; here, for a database elsewhere."""
    folder = Path() if "://" in settings.record else Path(settings.record).parent
    return (folder if folder.is_dir() else Path()).resolve()
