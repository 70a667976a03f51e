"""The process that reads: ``python -m verbale.sources.child``, inputs in by standard input, documents out, and nothing else.

It ends when its input ends, so that it does not outlive who supervises it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import BinaryIO

from verbale.framing import answer_by_stdio, receive, send
from verbale.model import SetAside
from verbale.settings import Settings
from verbale.sources import feed, read_raw
from verbale.sources.confine import confine, grant
from verbale.sources.jobs import Job, Order, Wanted, Word
from verbale.sources.raw import Raw, of_bytes, of_file, printable
from verbale.sources.reasons import failed


def main() -> None:
    """Read until there is nothing more to read."""
    answer_by_stdio(serve)


def serve(stdin: BinaryIO, out: BinaryIO) -> None:
    """Take the order, then read every input."""
    order = receive(stdin, Order)
    if order is None:
        return
    confine(order.settings)
    while (job := receive(stdin, Job)) is not None:
        _read(job, order.settings, stdin, out)
        send(out, Word(done=True))


def _read(job: Job, settings: Settings, stdin: BinaryIO, out: BinaryIO) -> None:
    def begin(part: int) -> bool:
        if part <= job.after:
            return False
        grant(settings.read_timeout_s)
        send(out, Word(part=part))
        return True

    def wanted(text: str) -> bool:
        send(out, Word(asks=text))
        reply = receive(stdin, Wanted)
        return reply is None or reply.yes

    grant(settings.read_timeout_s)
    try:
        raw = replace(_raw(job), begin=begin, wanted=wanted)
    except Exception as error:  # whatever it is, it costs this input only
        send(out, Word(aside=failed(printable(os.fsdecode(job.path)), error, settings)))
        return
    if job.links:
        _tell_links(raw, settings, out)
        return
    for found in read_raw(raw, settings):
        grant(settings.read_timeout_s)
        send(out, Word(aside=found) if isinstance(found, SetAside) else Word(document=found))


def _tell_links(raw: Raw, settings: Settings, out: BinaryIO) -> None:
    try:
        for link in feed.links(raw.whole(settings)):
            send(out, Word(link=link))
    except Exception as error:  # as above
        send(out, Word(aside=failed(raw.name, error, settings)))


def _raw(job: Job) -> Raw:
    return of_file(os.fsdecode(job.path)) if job.data is None else of_bytes(job.name, job.data, job.base)


if __name__ == "__main__":
    main()
