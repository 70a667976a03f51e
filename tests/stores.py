"""Records for tests, on both stores: in files as ever, and with ``make test-all`` on PostgreSQL too."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, event

from verbale.record import Record, open_record

from .record.making import open_counted
from .record.server import Server

Fresh = Callable[[], Record]
SYNCHRONOUS = "PRAGMA synchronous="
STORES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.long)]


@event.listens_for(Engine, "before_cursor_execute", retval=True)
def _unhurried(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> tuple[str, object]:
    """A test's record need not outlive a power cut: to wait for the disk at every step takes longer than the rest of it."""
    return f"{SYNCHRONOUS}OFF" if statement.startswith(SYNCHRONOUS) else statement, parameters


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server of PostgreSQL."""
    pytest.importorskip("psycopg", reason="PostgreSQL is an extra: pip install verbale[postgres]")
    made = Server()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def in_files(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """Empty records, each on a file of its own."""
    folder = tmp_path_factory.mktemp("records")
    numbers = itertools.count()
    return lambda: open_counted(folder / f"{next(numbers)}.db")


@pytest.fixture(scope="session")
def on_server(server: Server) -> Fresh:
    """Empty records, each a database of its own, copied from one that was made once."""
    blank = server.make()
    open_record(server.address(blank)).close()
    return lambda: open_counted(server.address(server.make(blank)))


@pytest.fixture(scope="session", params=STORES)
def fresh(request: pytest.FixtureRequest) -> Fresh:
    """Makes empty records."""
    made: Fresh = request.getfixturevalue("in_files" if request.param == "sqlite" else "on_server")
    return made


@pytest.fixture
def record(fresh: Fresh) -> Iterator[Record]:
    with fresh() as record:
        yield record
