"""How fast, on inputs that are made here: ``python -m benchmarks.speed text|hot|warc|load [NUMBER] [--workers N]``.

One page in twenty is a document of the bundled case, the others name nobody whom the catalogue knows; ``hot`` has nothing but the
case. Prints what was done, the seconds, the rate of documents and of sentences, and the memory of the largest process.

``load`` codes nothing: documents with ten invented events each are kept as ``verbale load`` keeps them, in a file or, with
``--server``, on a server of PostgreSQL that is started for it and waits for its disk as any other does.
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

import spacy
from tests.record.server import Server

from benchmarks.pages import coded
from benchmarks.processes import children, worked
from verbale.adding import keep
from verbale.engines.plan import planned
from verbale.engines.shard import receipt
from verbale.engines.shards import run_shards
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
    stock = [" ".join(dice.choices(WORDS, k=18)).capitalize() + "." for _ in range(2_000)]
    about = [path.read_text(encoding="utf-8").split("---", 2)[-1].strip() for path in DEMO]
    for n in range(number):
        if dice.random() < share:
            yield f"Report {n}", f"{dice.choice(about)}\n\nNote {n}."
        else:
            yield f"Story {n}", "\n\n".join(" ".join(dice.choices(stock, k=5)) for _ in range(6))


def write_texts(folder: Path, number: int, share: float) -> None:
    """A file for each text."""
    for n, (title, text) in enumerate(texts(number, share)):
        (folder / f"{n:06}.txt").write_text(f"{title}\n\n{text}", encoding="utf-8")


def write_archive(folder: Path, number: int, share: float) -> None:
    """A web archive with a page for each text."""
    links = "".join(f'<a href="/{n}">More stories {n}</a>' for n in range(60))
    with (folder / "pages.warc.gz").open("wb") as file:
        for n, (title, text) in enumerate(texts(number, share)):
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


def sentences(number: int, share: float) -> int:
    """How many sentences the texts have, as spaCy's plain rule cuts them."""
    cut = spacy.blank("en")
    cut.add_pipe("sentencizer")
    return sum(len(list(page.sents)) for page in cut.pipe(text for _, text in texts(number, share)))


def code(folder: Path, out: Path, workers: int, number: int, cut: int) -> None:
    """Code what is in a folder, and print how fast."""
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
    print(f"{number} documents, {cut} sentences, {events} events, {workers} workers; largest process {used.ru_maxrss // 1024} MB")
    for took, clock in ((seconds, "by the clock"), (busy, "of processor time")):
        print(f"{took:.1f} s {clock}: {number / took:.1f} documents and {cut / took:.0f} sentences a second")


def load(number: int, where: str, server: Server | None) -> None:
    """Enter documents into a new record, with search, and print how fast."""
    made = [coded(n) for n in range(number)]
    with open_record(where) as record:
        before, begun, mine = busy_server(server), time.perf_counter(), time.process_time()
        counts = keep(made, ["made here"], record, Settings(), lambda _: None, "load")
        seconds, mine, theirs = time.perf_counter() - begun, time.process_time() - mine, busy_server(server) - before
    print(f"{counts['events']} events of {number} documents into {where.split(':')[0]}")
    for took, clock in ((seconds, "by the clock"), (mine, "of processor time"), (mine + theirs, "of it with the server's")):
        print(f"{took:.1f} s {clock}: {counts['events'] / took:.0f} events a second")


def busy_server(server: Server | None) -> float:
    """Seconds of the processor that a server took so far, with those of the processes that it has."""
    if server is None:
        return 0.0
    first = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
    return sum(worked(process) for process in (first, *children(first)))


def main() -> None:
    """Measure one thing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["text", "hot", "warc", "load"])
    parser.add_argument("number", type=int, nargs="?", default=1000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--server", action="store_true", help="for load: into PostgreSQL, else into a file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "in")
        folder.mkdir()
        if given.what == "load":
            server = Server("") if given.server else None
            load(given.number, server.address(server.make()) if server else str(Path(name, "record.db")), server)
            if server:
                server.stop()
            return
        share = 1.0 if given.what == "hot" else 0.05
        (write_archive if given.what == "warc" else write_texts)(folder, given.number, share)
        code(folder, Path(name, "out"), given.workers, given.number, sentences(given.number, share))


if __name__ == "__main__":
    main()
