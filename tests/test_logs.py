"""What is logged: a JSON object a line, all that the guide says and no more, in the form that it promises."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale import logs
from verbale.errors import UsageError
from verbale.record import open_record

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    yield
    logs.begin("")


def test_nothing_is_logged_unless_it_is_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    logs.note("run_begun", run="r")
    logs.warn("failed", reason="x")
    assert capfd.readouterr() == ("", "")


def test_a_line_is_an_object(capfd: pytest.CaptureFixture[str]) -> None:
    logs.begin("-")
    logs.warn("set_aside", reason='too "slow"\n')
    (line,) = capfd.readouterr().err.splitlines()
    found = json.loads(line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", found.pop("at")) and found.pop("process")
    assert found == {"level": "warning", "what": "set_aside", "reason": 'too "slow"\n'}


def test_a_log_is_added_to_and_gives_way_to_the_next(tmp_path: Path) -> None:
    for name in ("a", "a", "b"):
        logs.begin(str(tmp_path / name))
        logs.note("ended")
    assert [len((tmp_path / name).read_text(encoding="utf-8").splitlines()) for name in "ab"] == [2, 1]


def test_a_log_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        logs.begin(str(tmp_path))


def test_the_guide_names_all_that_is_logged_and_nothing_else() -> None:
    guide = (ROOT / "docs" / "guides" / "scaling.md").read_text(encoding="utf-8").split("## A log")[1].split("## ")[0]
    named = {name for row in re.findall(r"^\| (`.*?) \|", guide, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    logged = set()
    for path in (ROOT / "src").rglob("*.py"):
        logged |= set(re.findall(r"\b(?:note|warn)\(\s*\"(\w+)\"", path.read_text(encoding="utf-8")))
    assert named == logged


def test_what_is_told_changes_nothing_of_the_line_itself(tmp_path: Path) -> None:
    logs.begin(str(tmp_path / "log"))
    logs.note("ended", what="x", level="x", process=0, at="x", documents=3)
    found = json.loads((tmp_path / "log").read_text(encoding="utf-8"))
    assert (found["what"], found["level"], found["documents"]) == ("ended", "info", 3)
    assert found["process"] and found["at"] != "x"


def test_the_counts_of_a_run_cannot_hide_which_it_was(tmp_path: Path) -> None:
    with open_record(tmp_path / "verbale.db") as record:
        run = record.begin_run("add", case="none", coder="grammar@1", inputs=[])
        logs.begin(str(tmp_path / "log"))
        record.end_run(run, "done", {"run": 1, "status": 2, "what": 3, "documents": 4})
    found = json.loads((tmp_path / "log").read_text(encoding="utf-8"))
    assert (found["what"], found["run"], found["status"], found["documents"]) == ("run_ended", run, "done", 4)
