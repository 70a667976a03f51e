from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from verbale.errors import UnreadableError
from verbale.settings import Settings
from verbale.sources.raw import HEAD, of_bytes, of_file, of_stdin, printable


def test_names() -> None:
    raw = of_bytes("in/A.Report.TXT", b"abc")
    assert (raw.file_name, raw.suffix, raw.stem, raw.head) == ("A.Report.TXT", "txt", "A.Report", b"abc")
    assert of_bytes("-", b"").stem is None
    assert of_bytes("https://un.org/a.html", b"", base="https://un.org/a.html").stem is None


def test_only_the_head_is_looked_at_first(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x" * (HEAD + 5))
    raw = of_file(str(file))
    assert (len(raw.head), raw.size, len(raw.whole(Settings()))) == (HEAD, HEAD + 5, HEAD + 5)


def test_reasons(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name, reason in (("none", "missing"), ("pipe", "not a file"), ("folder", "empty folder")):
        with pytest.raises(UnreadableError) as caught:
            of_file(str(tmp_path / name))
        assert caught.value.reason == reason


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    raw = of_stdin()
    assert (raw.name, raw.head, raw.whole(Settings())) == ("-", b"words", b"words")


def test_names_that_are_no_text_can_be_printed() -> None:
    printable(os.fsdecode(b"a\xff.txt")).encode()
