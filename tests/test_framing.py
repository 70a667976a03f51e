from __future__ import annotations

import io
import subprocess
import sys

from hypothesis import given

from tests.record.making import codeds
from verbale.engines.messages import Answer
from verbale.framing import receive, send, started


@given(codeds())
def test_what_is_sent_is_received(coded):
    stream = io.BytesIO()
    send(stream, Answer(coded=coded))
    stream.seek(0)
    assert receive(stream, Answer) == Answer(coded=coded)


def test_a_cut_message_is_none():
    stream = io.BytesIO()
    send(stream, Answer(failure=("DataError", "a", "b")))
    for length in range(len(stream.getvalue())):
        assert receive(io.BytesIO(stream.getvalue()[:length]), Answer) is None


def test_what_is_no_message_is_none():
    assert receive(io.BytesIO((1 << 40).to_bytes(8, "big") + b"x"), Answer) is None
    assert receive(io.BytesIO((3).to_bytes(8, "big") + b"abc"), Answer) is None


def test_what_a_library_prints_does_not_get_between_the_answers():
    code = (
        "import os\nfrom verbale.framing import answer_by_stdio\n"
        "def serve(given, out):\n    print('noise', flush=True)\n    os.write(1, b'noise')\n    out.write(given.read().upper())\n"
        "answer_by_stdio(serve)"
    )
    ran = subprocess.run([sys.executable, "-c", code], input=b"asked", capture_output=True, check=True)
    assert ran.stdout == b"ASKED" and ran.stderr.count(b"noise") == 2


def test_a_process_that_is_started_keeps_to_one_core(monkeypatch):
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "8")
    code = "import os, sys; sys.stdin.read(); print(os.environ['OPENBLAS_NUM_THREADS'], os.environ['OMP_NUM_THREADS'])"
    with started([sys.executable, "-c", code]) as process:
        assert process.communicate()[0].split() == [b"1", b"1"]
