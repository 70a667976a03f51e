from __future__ import annotations

import sys

import pytest
import typer

from verbale.cli.working import Watch, output
from verbale.model import SetAside

from ..record.making import make_coded

ASIDE = SetAside(path="x.pdf", reason="encrypted", message="it is locked", hint="unlock it")


def test_what_is_set_aside_is_named_at_once_and_told_in_the_exit_code(capsys):
    watch = Watch()
    watch(make_coded())
    watch(ASIDE)
    assert capsys.readouterr().err == "set aside x.pdf: it is locked\n  hint: unlock it\n"
    with pytest.raises(typer.Exit) as left:
        watch.close()
    assert left.value.exit_code == 1 and (watch.done, watch.events, watch.aside) == (2, 1, 1)


def test_a_line_now_and_then_where_there_is_no_terminal(capsys):
    watch = Watch(moving=True)
    for _ in range(250):
        watch(make_coded())
    assert capsys.readouterr().err.splitlines() == ["100 documents, 100 events", "200 documents, 200 events"]


def test_a_line_that_moves_on_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    watch = Watch(moving=True)
    watch(make_coded())
    watch.rest()
    assert capsys.readouterr().err == "\r1 documents, 1 events\r\x1b[K"


def test_a_file_is_there_only_once_it_is_whole(tmp_path):
    out = tmp_path / "out"
    with pytest.raises(ValueError), output(out) as stream:
        stream.write("half")
        raise ValueError
    assert not list(tmp_path.iterdir())
    with output(out) as stream:
        stream.write("whole\r\n")
    assert out.read_bytes() == b"whole\r\n" and list(tmp_path.iterdir()) == [out]
