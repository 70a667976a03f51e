"""How fast, on inputs that are made here: ``python benchmarks/speed.py text|hot|warc|load [NUMBER] [--workers N]``.

One page in twenty is a document of the bundled case, the others name nobody whom the catalogue knows; ``hot`` has nothing but the
case. Prints what was done, the seconds, the rate, and the memory of the largest process.
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from verbale.engines.batch import reading
from verbale.engines.plan import planned
from verbale.engines.shard import receipt, rows
from verbale.engines.shards import run_shards
from verbale.model import Coded
from verbale.record import open_record
from verbale.settings import Settings

DEMO = sorted((Path(__file__).parents[1] / "src" / "verbale" / "cases" / "afghanistan" / "demo").glob("*.md"))
WORDS = (  # noqa: SIM905 - a list would be a page long
    "the recipe asks for two eggs and a spoon of flour while the garden needs water every other morning before it gets warm "
    "our team scored late and the keeper said he was pleased with how they had played in the second half of a quiet match"
).split()
PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>{title}</title></head><body><nav>{links}</nav>"
    "<article><h1>{title}</h1>{body}</article>{links}</body></html>"
)


def texts(number: int, share: float) -> Iterator[tuple[str, str]]:
    """Titles and texts: so many, and the share of them that is about the case."""
    dice = random.Random(1)
    about = [path.read_text(encoding="utf-8").split("---", 2)[-1].strip() for path in DEMO]
    for n in range(number):
        if dice.random() < share:
            yield f"Report {n}", f"{dice.choice(about)}\n\nNote {n}."
        else:
            sentences = (" ".join(dice.choices(WORDS, k=18)).capitalize() + "." for _ in range(30))
            yield f"Story {n}", "\n\n".join(" ".join(next(sentences) for _ in range(5)) for _ in range(6))


def write_texts(folder: Path, number: int, share: float) -> None:
    """A file for each text."""
    for n, (title, text) in enumerate(texts(number, share)):
        (folder / f"{n:06}.txt").write_text(f"{title}\n\n{text}", encoding="utf-8")


def write_archive(folder: Path, number: int) -> None:
    """A web archive with a page for each text."""
    links = "".join(f'<a href="/{n}">More stories {n}</a>' for n in range(60))
    with (folder / "pages.warc.gz").open("wb") as file:
        for n, (title, text) in enumerate(texts(number, 0.05)):
            body = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
            page = PAGE.format(title=title, links=links, body=body).encode()
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%b" % (
                len(page),
                page,
            )
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{n}\r\n"
                f"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{n}>\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(answer)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + answer + b"\r\n\r\n"))


def code(folder: Path, out: Path, workers: int, number: int) -> list[Coded]:
    """Code what is in a folder, print how fast, and return what was read."""
    settings = Settings(shard_files=max(1, number // (workers * 3)))
    plan = planned([str(folder)], out, settings)
    begun = time.perf_counter()
    for _ in run_shards(plan, out, workers):
        pass
    seconds = time.perf_counter() - begun
    known = [found for n in range(len(plan.inputs)) if (found := receipt(out, n))]
    events = sum(each.counts["events"] for each in known)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = used.ru_utime + used.ru_stime
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    told = f"{number} documents, {events} events, {workers} workers, {seconds:.1f} s: {number / seconds:.1f} a second"
    print(f"{told}, {number / busy:.1f} a second of processor time; largest process {peak} MB")
    return [coded for each in known for row in rows(out, each) if isinstance(coded := reading(row), Coded)]


def load(coded: list[Coded], where: str) -> None:
    """Enter readings into a new record, with search, and print how fast."""
    with open_record(where) as record:
        run = record.begin_run("load")
        begun = time.perf_counter()
        for start in range(0, len(coded), 200):
            record.add_all(coded[start : start + 200], run)
        seconds = time.perf_counter() - begun
        events = record.counts()["events"]
    told = f"{events} events of {len(coded)} documents into {where.split(':')[0]} in {seconds:.1f} s"
    print(f"{told}: {events / seconds:.0f} events a second")


def main() -> None:
    """Measure one thing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["text", "hot", "warc", "load"])
    parser.add_argument("number", type=int, nargs="?", default=1000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--record", help="for load: the address of an empty database; else a file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "in")
        folder.mkdir()
        if given.what == "warc":
            write_archive(folder, given.number)
        else:
            write_texts(folder, given.number, 0.05 if given.what == "text" else 1.0)
        coded = code(folder, Path(name, "out"), given.workers, given.number)
        if given.what == "load":
            load(coded, given.record or str(Path(name, "record.db")))


if __name__ == "__main__":
    main()
