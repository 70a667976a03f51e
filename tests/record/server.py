"""A PostgreSQL server of the tests' own, on a socket in a folder of its own; started when first asked for, gone afterwards."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

_QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=50"


def tool(name: str) -> str | None:
    """A program of the server: on the path, or where Debian puts it."""
    found = shutil.which(name) or next(
        iter(sorted(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), reverse=True)), None
    )
    return os.path.realpath(found) if found else None


class Server:
    """The server, and databases on it."""

    def __init__(self, how: str = _QUICK) -> None:
        """Start it; ``how`` are options that it takes besides, those of one that need not outlive a power cut unless told."""
        initdb, self._control = tool("initdb"), tool("pg_ctl")
        if not initdb or not self._control:
            pytest.skip("PostgreSQL's server is not installed (Debian: apt install postgresql)")
        self.folder = Path(tempfile.mkdtemp(prefix="verbale-pg-"))
        # the server refuses to run as root, for good reasons
        self._as = {"user": "postgres"} if os.geteuid() == 0 else {}
        if self._as:
            shutil.chown(self.folder, "postgres")
        self._run(
            initdb, "-D", f"{self.folder}/data", "-U", "verbale", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"
        )
        self._run(
            self._control,
            "-D",
            f"{self.folder}/data",
            "-l",
            f"{self.folder}/log",
            "-w",
            "-o",
            f"-k {self.folder} -c listen_addresses= {how}",
            "start",
        )
        self._numbers = itertools.count()

    def make(self, template: str = "template1") -> str:
        """The name of a new database."""
        name = f"r{next(self._numbers)}"
        self.ask(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def ask(self, statement: str, database: str = "postgres") -> None:
        """Have a statement carried out."""
        import psycopg

        with psycopg.connect(host=str(self.folder), user="verbale", dbname=database, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[arg-type]

    def address(self, name: str) -> str:
        """The address of a database, as a record's."""
        return f"postgresql+psycopg://verbale@/{name}?host={self.folder}"

    def stop(self) -> None:
        """End it and leave nothing."""
        self._run(str(self._control), "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, *words: str) -> None:
        done = subprocess.run(words, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **self._as)  # type: ignore[call-overload]
        if done.returncode:
            pytest.skip(f"PostgreSQL's server does not start here: {done.stderr.decode()[-300:]}")
