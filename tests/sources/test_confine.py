from __future__ import annotations

import subprocess
import sys

import pytest

BEGIN = """
import os, socket, sys, tempfile, threading
from verbale.settings import Settings
from verbale.sources.confine import confine, grant
confine(Settings(read_memory_mb=1000))
"""


def confined(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", BEGIN + code], capture_output=True, text=True)


@pytest.mark.parametrize(
    "code",
    [
        "socket.create_connection(('127.0.0.1', 80))",
        "socket.getaddrinfo('localhost', 80)",
        "os.system('true')",
        "__import__('subprocess').run(['true'])",
        "os.fork()",
        "open('written', 'w')",
        "open(__import__('json').__file__, 'a')",
        "os.open('written', os.O_CREAT | os.O_WRONLY)",
        "os.remove('nothing')",
        "os.rename('nothing', 'other')",
        "os.mkdir('folder')",
        "os.symlink('a', 'b')",
        "tempfile.NamedTemporaryFile()",
    ],
)
def test_it_may_not(code: str) -> None:
    ran = confined(code)
    assert ran.returncode == 1 and "PermissionError" in ran.stderr, ran.stderr


@pytest.mark.parametrize("code", ["open(__import__('json').__file__).read()", "open(os.devnull, 'w').write('x')"])
def test_it_may(code: str) -> None:
    ran = confined(code)
    assert ran.returncode == 0, ran.stderr


def test_memory_is_bounded() -> None:
    assert "MemoryError" in confined("bytearray(1_100_000_000)").stderr


def test_time_is_bounded_also_where_nobody_watches() -> None:
    assert confined("from verbale.sources import confine as c; c.GRACE_S = 0; grant(1)\nwhile True: pass").returncode == -24


@pytest.mark.skipif(sys.platform != "linux", reason="only this system lets a process leave the net")
def test_the_kernel_takes_the_net_away_too() -> None:
    """Where it does not let us, it says so, and the interpreter's refusal remains."""
    code = "from verbale.sources.confine import offline\nprint(offline(), open('/proc/self/net/dev').read().count(':'))"
    left, interfaces = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.split()
    if left == "False":
        pytest.skip("the system does not let a process leave the net")
    assert interfaces == "1"
