"""Shards whose coder does what the document says; and a worker of them, for kills."""

from __future__ import annotations

import errno
import hashlib
import sys
from pathlib import Path

from verbale.engines.plan import Plan, planned
from verbale.engines.shard import receipt
from verbale.settings import Settings

CODE = """
import os, signal, sys, time
from pathlib import Path
from verbale.engines import batch, shard, shard_worker
from verbale.model import Coded

place, point = os.environ.get("KILL_PLACE", ""), os.environ.get("KILL_POINT", "")

def dying(name):
    # each worker dies once at the place, as long as there are deaths left to die
    if place != name:
        return
    left = sorted(Path(point).glob("*")) if point else []
    for each in left:
        try:
            each.unlink()
        except FileNotFoundError:
            continue
        os.kill(os.getpid(), signal.SIGKILL)

class Fake:
    def __init__(self, case, settings):
        self.settings = settings
    def code(self, document):
        dying("document")
        if "DEADLY" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "SLOW" in document.text:
            time.sleep(600)
        time.sleep(0.002)
        return Coded(document=document, coder="fake@1")

def wrap(module, name, place):
    plain = getattr(module, name)
    def wrapped(*args, **named):
        dying("before " + place)
        found = plain(*args, **named)
        dying("after " + place)
        return found
    setattr(module, name, wrapped)

batch.Coder = Fake
wrap(shard, "_write", "rows")
wrap(shard, "_hash", "hash")
wrap(shard, "write_whole", "receipt")
wrap(shard, "read", "reading")
if __name__ == "__main__":
    shard_worker.main()
"""
# the same on a disk that is full, until somebody makes room
FULL = CODE.replace("if __name__", f"""
def no_room(*args):
    raise OSError({errno.ENOSPC}, os.strerror({errno.ENOSPC}))
if not Path(point, "room").exists():
    shard.write_whole = no_room
if __name__""")  # fmt: skip
COMMAND = (sys.executable, "-P", "-c", CODE)
PLACES = ("document", "before rows", "after rows", "after hash", "before receipt", "after receipt", "before reading")


def pages(folder: Path, *texts: str) -> Path:
    """A folder with a file for each text."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(f"{text} number {number}, long enough to be read as a text.")
    return folder


def plan(inputs: Path, folder: Path, **fields: int) -> Plan:
    """A plan with few files a shard."""
    return planned([str(inputs)], folder, Settings(case="none", **{"shard_files": 5, **fields}))  # type: ignore[arg-type]


def bytes_of(folder: Path) -> dict[str, str]:
    """The shards and receipts that are there, by hash."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def whole(made: Plan, folder: Path) -> bool:
    """Whether every shard has its receipt and nothing else is left behind."""
    left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    return all(receipt(folder, number) for number in range(len(made.inputs))) and not left
