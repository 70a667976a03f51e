from __future__ import annotations

import importlib.util
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from verbale import errors
from verbale.cli import VERBS, console
from verbale.record import Record

from .conftest import Verbale

YARDSTICK = "import argparse, asyncio, email.message, http.client, json, logging, typing"
HEAVY = {"spacy", "sqlalchemy", "alembic", "numpy", "trafilatura", "lxml", "altair", "jinja2", "rich.console", "msgspec"}
MADE = [name for name in VERBS if importlib.util.find_spec(VERBS[name])]


def test_help_names_every_verb(verbale: Verbale) -> None:
    ran = verbale("--help")
    assert ran.code == 0
    assert all(f"  {name} " in ran.out for name in MADE)


@pytest.mark.parametrize("name", MADE)
def test_every_help_opens_with_what_it_does_and_an_example(verbale: Verbale, name: str) -> None:
    ran = verbale(name, "--help")
    assert ran.code == 0
    usage, summary, example, *_ = [part.strip() for part in ran.out.split("\n\n")]
    assert usage.startswith(f"Usage: verbale {name}")
    assert 0 < len(summary) <= 160
    assert example.startswith(f"Example: verbale {name}")


@pytest.mark.parametrize("name", ["init", "search", "runs", "engagements", "pair", "calendar", "publish", "export"])
def test_the_examples_run(verbale: Verbale, filled: Record, name: str) -> None:
    example = next(line for line in verbale(name, "--help").out.splitlines() if "Example: " in line)
    assert verbale(*shlex.split(example.partition("verbale ")[2])).code == 0


def test_help_is_quick_and_imports_nothing_heavy() -> None:
    code = "import sys; sys.argv = ['verbale', '--help']; from verbale.cli import main; main()"
    ran = subprocess.run([sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert not imported & HEAVY
    # beside what parts of Python itself take to load here, as machines are of every speed
    assert min(processor_times(code)) < max(0.4, 4 * min(processor_times(YARDSTICK)))


def processor_times(code: str) -> list[float]:
    """What five runs take of the processor, in seconds: other tests at work beside them lengthen it little."""
    times = []
    for _ in range(5):
        before = os.times()
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        after = os.times()
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return times


def test_the_version_and_no_words_at_all(verbale: Verbale) -> None:
    assert verbale("--version").out.startswith("verbale 0.")
    assert "Usage:" in "".join(verbale()[1:])


def test_an_unknown_verb_or_option_is_a_usage_error(verbale: Verbale) -> None:
    ran = verbale("serch")
    assert ran.code == 2
    assert "did you mean search?" in ran.err
    assert verbale("runs", "--frobnicate").code == 2
    assert ran.out == ""


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError("no", "do this"), 2),
        (errors.DataError("no", "do this"), 3),
        (errors.RecordError("no", "do this"), 3),
        (errors.UnreadableError("empty", "no", "do this"), 3),
        (errors.Transient("no", "do this"), 4),
        (KeyboardInterrupt(), 130),
    ],
)
def test_errors_are_words_and_codes(verbale: Verbale, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int) -> None:
    def fail(where: str | None) -> None:
        raise error

    monkeypatch.setattr("verbale.cli.search.opened", fail)
    ran = verbale("search", "x")
    assert (ran.code, ran.out) == (code, "")
    assert "Traceback" not in ran.err
    if code != 130:
        assert ran.err == "error: no\n\nhint: do this\n"


def test_a_fault_of_the_program_itself_is_not_hidden(verbale: Verbale, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbale.cli.search.opened", lambda where: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        verbale("search", "x")


def test_an_interrupt_leaves_with_130(tmp_path: Path) -> None:
    code = """import os, signal, sys
import verbale.cli, verbale.cli.search as verb
sys.argv = ["verbale", "search", "x"]
verb.opened = lambda where: signal.raise_signal(signal.SIGINT)
verbale.cli.main()"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode in (130, -signal.SIGINT)
    assert "Traceback" not in ran.stderr


def test_output_is_utf8_whatever_the_locale(tmp_path: Path, filled: Record) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    code = "import sys; sys.argv = ['verbale', 'search', 'discussed']; from verbale.cli import main; main()"
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, check=True)
    assert "girls’ schools" in ran.stdout.decode("utf-8")


def test_text_from_a_document_cannot_steer_the_terminal() -> None:
    assert console.plain("\x1b[31mred\x07 \u202eback\u202c\r\x9b2J\ttab\nline") == "[31mred back2J\ttab\nline"
