from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources import read, supervise

from .make import TEXT
from .reading import COMMAND

LIMITS = Settings(read_timeout_s=6, read_memory_mb=1500)
MAIL = "From {sender} Tue Jan 24 10:00:00 2023\nFrom: {sender}@example.org\nTo: b@example.org\nSubject: {word}\n\n{text}\n\n"


@pytest.fixture(autouse=True)
def _acting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(supervise, "_COMMAND", COMMAND)
    before = threading.active_count()
    yield
    assert threading.active_count() == before


def box(folder: Path, *words: str) -> list[Document | SetAside]:
    """What is read of a mailbox with a mail for each word."""
    mails = "".join(MAIL.format(sender=f"s{n}", word=word, text=TEXT) for n, word in enumerate(words))
    (folder / "a.mbox").write_text(mails)
    (folder / "z.txt").write_text(TEXT)
    return list(read([str(folder)], LIMITS))


def told(found: list[Document | SetAside]) -> list[str]:
    return [item.reason if isinstance(item, SetAside) else str(item.title or item.key) for item in found]


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("SLOW", "too slow"),
        ("SPIN", "too slow"),
        ("DIE", "reader died"),
        ("GREEDY", "too much memory"),
        ("NET", "permission"),
        ("RUN", "permission"),
        ("WRITE", "permission"),
        ("OPEN", "reader failed"),
    ],
)
def test_it_costs_its_own_part_only(tmp_path: Path, word: str, reason: str) -> None:
    begun = time.monotonic()
    found = box(tmp_path, "first", word, "third")
    assert told(found) == ["first", reason, "third", "z"]
    assert isinstance(found[1], SetAside) and found[1].path.endswith("a.mbox:2")
    assert time.monotonic() - begun < 40
    assert not Path("/tmp/verbale-was-here").exists()


def test_what_a_library_prints_is_no_answer(tmp_path: Path) -> None:
    assert told(box(tmp_path, "first", "TALK")) == ["first", "TALK", "z"]


def test_several_deaths_in_one_file(tmp_path: Path) -> None:
    assert told(box(tmp_path, "DIE", "second", "DIE", "DIE", "fifth")) == [
        "reader died", "second", "reader died", "reader died", "fifth", "z",
    ]  # fmt: skip


def test_a_child_is_replaced_after_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Settings] = []
    plain = supervise.Child.__init__
    monkeypatch.setattr(supervise.Child, "__init__", lambda self, given: (started.append(given), plain(self, given))[1])
    for n in range(7):
        (tmp_path / f"{n}.txt").write_text(TEXT)
    assert len(list(read([str(tmp_path)], Settings(read_recycle=3)))) == 7
    assert len(started) == 3


def test_a_child_that_cannot_start_costs_its_inputs_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervise, "_COMMAND", ("false",))
    (tmp_path / "a.txt").write_text(TEXT)
    assert told(list(read([str(tmp_path), "missing"], LIMITS))) == ["reader died"] * 2


def test_reading_that_is_left_ends_its_child(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(TEXT)
    found = read([str(tmp_path)], LIMITS)
    next(found)
    found.close()  # type: ignore[attr-defined]
