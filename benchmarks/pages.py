"""How fast the pages are: a record of many events, the server as a process of its own, readers at once, time for each page.

Run: python -m benchmarks.pages FOLDER [EVENTS] [READERS]

It makes the record in the folder where there is none, and prints the 50th and 95th percentile and the size of each page, the 95th
of all of them, the same for readers of whom each asks for pages that nobody asked for before, and how long the lists take to be new
after a decision. In brackets stand times of the server's processor, which tell more on a machine that has other work (on Linux;
elsewhere they are nought).
"""

from __future__ import annotations

import hashlib
import http.client
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.processes import worked
from verbale.model import Coded, Document, DocumentRef, Event, Evidence, Participant
from verbale.record import open_record

PARTIES = ("NOR", "USA", "CHN", "QAT", "EU", "UN", "GBR", "RUS", "IND", "PAK", "IRN", "TUR", "DEU", "JPN")
HOME = ("AFG-AUTH", "AFG-WOM", "AFG-CSO", "AFG-OPP", "AFG-FMR")
TYPES = (("CONSULT", "meet"), ("CONSULT", "visit"), ("ACCUSE", "criticise"), ("REQUEST", "urge"), ("AID", "humanitarian"))
PLACES = (("Kabul", "AFG"), ("Doha", "QAT"), ("Islamabad", "PAK"), ("Oslo", "NOR"), (None, "AFG"), (None, "UZB"), (None, None))
WORDS = tuple(
    f"{a}{b}{c}" for a in ("ka", "lo", "mi", "ne", "ta", "su") for b in "rnslmd" for c in ("an", "is", "eru", "ol", "ent")
)
PER_DOCUMENT = 10
UNSURE = 0.15
"""The share of readings that are set apart as less sure."""
EVENT = f"{PER_DOCUMENT:016x}"
"""The id of an event."""
PATHS = (
    "/", "/engagements", "/engagements?type=CONSULT&outside=NOR", "/engagements?since=2023-01&until=2023-06",
    "/engagements?q=minister",
    "/engagements?page=900", "/documents", "/documents?q=minister", "/documents/00000001", "/actors", "/parties/NOR",
    "/pairs", "/instruments", "/calendar", "/network", "/map", "/map?view=near", "/coverage", "/runs", "/help", "/events/{event}",
    "/engagements/{event}", "/review", "/review?order=audit", "/review/{event}", "/second?by=anna&pool=all", "/adjudication",
    "/answers", "/answers/balance", "/answers/changes", "/answers/trend", "/answers/recognition", "/answers/reactions",
    "/answers/voices", "/answers/approach", "/answers/pressure",
)  # fmt: skip
"""A page of every kind, and of lists those that are asked for most."""


STEPS = 24
"""Pages that a reader asks for on a walk of their own."""


def coded(number: int) -> Coded:
    """A document with ten events, each in words of its own; by chance, so that few of them tell of the same act."""
    chance = random.Random(number)
    parts, events = [], []
    name = f"{number:08x}"
    for n in range(PER_DOCUMENT):
        at = number * PER_DOCUMENT + n
        other, mine = chance.choice(PARTIES), chance.choice(HOME)
        filler = " ".join(chance.choices(WORDS, k=12))
        asker = "minister" if chance.random() < 0.3 else "office"
        words = f"{other} spoke to {mine} about {filler}, as the {asker} had asked."
        start = sum(len(part) + 2 for part in parts)
        parts.append(words)
        kind, mode = chance.choice(TYPES)
        people = (
            Participant(name=other, role="source", start=start, end=start + len(other), party=other),
            Participant(
                name=mine, role="target", start=start + words.index(mine), end=start + words.index(mine) + len(mine), party=mine
            ),
        )
        date = f"{chance.randint(2021, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        evidence = Evidence(start=start, end=start + len(words), text=words)
        likely = 0.3 if chance.random() < UNSURE else 0.9
        events.append((f"{at:016x}", kind, mode, people, evidence, date, likely, *chance.choice(PLACES)))
    text = "\n\n".join(parts)
    document = Document(
        id=name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=f"Page {number}",
        publisher=f"Outlet {number % 40}",
        published=f"{2021 + number % 5}-{number % 12 + 1:02}-15",
        language="en",
    )
    reference = DocumentRef(**{field: getattr(document, field) for field in DocumentRef.__struct_fields__})
    plain = {"document": reference, "status": "happened", "coder": "grammar@1", "date_precision": "day", "topics": ("education",)}
    made = (
        Event(
            id=i,
            type=kind,
            mode=mode,
            participants=people,
            evidence=(words,),
            date=date,
            confidence=likely,
            place=place,
            place_country=country,
            **plain,
        )
        for i, kind, mode, people, words, date, likely, place, country in events
    )
    return Coded(document=document, events=tuple(made), coder="grammar@1")


def fill(path: Path, events: int) -> None:
    """Make the record."""
    with open_record(path) as record:
        run = record.begin_run("add", case="afghanistan", coder="grammar@1")
        for number in range(events // PER_DOCUMENT):
            record.add_coded(coded(number), run)
        record.end_run(run, "done", {"events": events})


def asked(host: str, cookie: str, path: str) -> bytes:
    """A page."""
    connection = http.client.HTTPConnection(host, timeout=600)
    connection.request("GET", path, headers={"cookie": cookie})
    return connection.getresponse().read()


def timed(host: str, cookie: str, path: str) -> tuple[float, int]:
    """Seconds until a page is there, and its size."""
    began = time.perf_counter()
    body = asked(host, cookie, path)
    return time.perf_counter() - began, len(body)


def percentile(times: list[float], share: float) -> float:
    """The time within which so large a share of all pages came, in milliseconds."""
    return sorted(times)[int(len(times) * share)] * 1000


def measured(host: str, cookie: str, readers: int, process: int) -> None:
    """Ask for every page once, then by all readers at once."""
    every: list[float] = []
    largest = (0, "")
    for path in (each.format(event=EVENT) for each in PATHS):
        began = worked(process)
        first, size = timed(host, cookie, path)
        alone = worked(process) - began
        with ThreadPoolExecutor(readers) as pool:
            times = [seconds for seconds, _ in pool.map(lambda _, p=path: timed(host, cookie, p), range(readers * 5))]
        each = (worked(process) - began - alone) / len(times)
        every += times
        largest = max(largest, (size, path))
        told = f"first {first * 1000:6.0f} ms ({alone * 1000:6.0f}), median {statistics.median(times) * 1000:6.0f} ms"
        print(f"{told}, p95 {percentile(times, 0.95):6.0f} ms ({each * 1000:5.0f}), {size // 1024:4} kB  {path}", flush=True)
    print(f"all pages: p95 {percentile(every, 0.95):.0f} ms; the largest is {largest[1]} with {largest[0] // 1024} kB")


def walk(reader: int, events: int) -> list[str]:
    """Pages that no other reader asks for, by chance: acts, documents, and lists narrowed down in one way or another."""
    chance = random.Random(reader)
    kinds = (
        lambda: f"/engagements/{chance.randrange(events):016x}",
        lambda: f"/events/{chance.randrange(events):016x}",
        lambda: f"/documents/{chance.randrange(events // PER_DOCUMENT):08x}",
        lambda: f"/engagements?page={chance.randrange(2, 900)}&outside={chance.choice(PARTIES)}",
        lambda: f"/engagements?since={chance.randint(2021, 2025)}-{chance.randint(1, 12):02}&home={chance.choice(HOME)}&r={reader}",
        lambda: f"/engagements?q={chance.choice(WORDS)}+{chance.choice(WORDS)}",
        lambda: f"/map?since={chance.randint(2021, 2025)}-{chance.randint(1, 12):02}&r={reader}",
        lambda: f"/answers/balance?of={chance.choice(PARTIES)}&since={chance.randint(2021, 2025)}&r={reader}",
    )
    steps = [kinds[n % len(kinds)]() for n in range(STEPS)]
    return [path for step in steps for path in (step, *pictured(step))]


def pictured(path: str) -> list[str]:
    """What a browser asks for once it has the page of an answer: its picture."""
    return [path.replace("?", "/picture?")] if path.startswith("/answers/") else []


def walking(host: str, cookie: str, readers: int, events: int, process: int) -> None:
    """Let every reader walk by themselves, all at once."""
    began = worked(process)
    with ThreadPoolExecutor(readers) as pool:
        walks = pool.map(lambda reader: [(timed(host, cookie, path), path) for path in walk(reader, events)], range(readers))
        steps = [step for each in walks for step in each]
    every = [seconds for (seconds, _), _ in steps]
    for name in sorted({kind(path) for _, path in steps}):
        times = [seconds for (seconds, _), path in steps if kind(path) == name]
        print(f"walking: median {statistics.median(times) * 1000:6.0f} ms, p95 {percentile(times, 0.95):6.0f} ms  {name}")
    each = (worked(process) - began) / len(every)
    told = f"median {statistics.median(every) * 1000:.0f} ms, p95 {percentile(every, 0.95):.0f} ms ({each * 1000:.0f})"
    print(f"pages that nobody asked for before: {told}; the largest has {max(size for (_, size), _ in steps) // 1024} kB")


def kind(path: str) -> str:
    """What kind of page an address has."""
    return re.sub(r"=[^&]*", "", re.sub(r"/[0-9a-f]{8,}", "/", path)).replace("&r", "")


def after_a_decision(folder: Path, host: str, cookie: str, process: int) -> None:
    """Accept an event, then ask for pages until they say so."""
    program = Path(sys.executable).with_name("verbale")
    subprocess.run([program, "decide", "accept", EVENT, "--by", "anna"], cwd=folder, check=True, capture_output=True)
    began, spent = time.perf_counter(), worked(process)
    while b"made anew" in asked(host, cookie, "/engagements"):
        time.sleep(0.1)
    took = time.perf_counter() - began
    print(f"after a decision: lists are new after {took:.1f} s ({worked(process) - spent:.1f} s of the processor)")


def main(folder: Path, events: int, readers: int) -> None:
    """Measure."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "verbale.db").exists():
        fill(folder / "verbale.db", events)
    began = time.perf_counter()
    words = [Path(sys.executable).with_name("verbale"), "serve", "--port", "0"]
    with subprocess.Popen(words, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        found = re.search(r"http://(\S+?):(\d+)/enter#(\S+)", process.stderr.readline() if process.stderr else "")
        assert found
        print(f"{events} events; ready after {time.perf_counter() - began:.1f} s ({worked(process.pid):.1f} s of the processor)")
        host, cookie = f"{found[1]}:{found[2]}", f"verbale-{found[2]}={found[3]}"
        measured(host, cookie, readers, process.pid)
        walking(host, cookie, readers, events, process.pid)
        after_a_decision(folder, host, cookie, process.pid)
        process.terminate()
    print(f"memory of the server: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000, int(sys.argv[3]) if len(sys.argv) > 3 else 20)
