"""A child that reads as its input says: well, slowly, with too much memory, to its death; or that misbehaves."""

from __future__ import annotations

import sys

CODE = """
import os, socket, subprocess, time
import verbale.sources
from verbale.sources import child, mail

plain = mail._draft
def draft(data, settings, number=None):
    if b"SLOW" in data:
        time.sleep(600)
    if b"SPIN" in data:
        while True: pass
    if b"DIE" in data:
        os.kill(os.getpid(), 11)
    if b"GREEDY" in data:
        bytearray(8 << 30)
    if b"NET" in data:
        socket.create_connection(("127.0.0.1", 9))
    if b"RUN" in data:
        subprocess.run(["true"])
    if b"WRITE" in data:
        open("/tmp/verbale-was-here", "w")
    if b"OPEN" in data:
        kept = [open("/dev/null") for _ in range(100)]
    if b"TALK" in data:
        print("a library talks", flush=True)
    return plain(data, settings, number)
mail._draft = draft
child.main()
"""
COMMAND = (sys.executable, "-P", "-c", CODE)
