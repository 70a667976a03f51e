"""Nothing of the corpus gets through: no crash, no hang, bounded memory, nothing written, nothing lost without a word."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources import REASONS
from verbale.sources.jobs import Job
from verbale.sources.supervise import Supervisor

from .corpus import KEPT

LIMITS = Settings(read_timeout_s=10, read_memory_mb=1500)
SECONDS = 12
"""The limit, and what starting another child takes."""
Found = dict[str, tuple[list[Document | SetAside], float]]


@pytest.fixture(scope="module")
def found(hostile: Path) -> Found:
    """What is read of each file, and how long that took."""
    read: Found = {}
    with Supervisor(LIMITS) as supervisor:
        for path in sorted(hostile.iterdir()):
            begun = time.monotonic()
            items = list(supervisor.read(Job(path=os.fsencode(path)), str(path)))
            read[path.name] = items, time.monotonic() - begun
    return read


def items(found: Found) -> Iterator[Document | SetAside]:
    for read, _ in found.values():
        yield from read


def test_there_are_many(found: Found) -> None:
    assert len(found) >= 300


def test_every_file_is_read_or_named(found: Found) -> None:
    assert [name for name, (read, _) in found.items() if not read] == []
    for item in items(found):
        assert isinstance(item, Document) or (item.reason in REASONS and item.hint and "{" not in item.message[:1])


def test_none_takes_longer_than_allowed(found: Found) -> None:
    assert [name for name, (_, seconds) in found.items() if seconds > SECONDS] == []


def test_words_behind_an_attack_are_kept(found: Found) -> None:
    kept = {name: read for name, (read, _) in found.items() if name.startswith("keep")}
    assert len(kept) > 40
    assert [name for name, read in kept.items() if not any(KEPT in i.text for i in read if isinstance(i, Document))] == []


def test_nothing_comes_from_outside_of_the_files(found: Found) -> None:
    assert not any("root:" in item.text for item in items(found) if isinstance(item, Document))
    assert not any(Path(place).exists() for place in ("/tmp/verbale-was-here", "/etc/verbale-was-here"))


def test_memory_is_bounded(found: Found) -> None:
    """Of the largest child ever, in KB; the children of other tests are no larger."""
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < LIMITS.read_memory_mb * 1024


def test_texts_are_bounded_and_can_be_stored(found: Found) -> None:
    for item in items(found):
        if isinstance(item, Document):
            assert len(item.text) <= LIMITS.max_text_chars and "\0" not in item.text
            item.text.encode()
