"""Listening: on this machine alone, with a key of its own for each run."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from verbale.errors import Transient, UsageError
from verbale.record import Record
from verbale.web.app import app
from verbale.web.guard import door
from verbale.web.holding import Holder
from verbale.web.site import Site, snapshot

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def serve(
    record: Record,
    case: str,
    host: str,
    port: int,
    told: Callable[[str], None],
    *,
    reviewer: str = "",
    scorecard: str = "",
    frame: str = "",
) -> None:
    """Show a record until it is interrupted.

    Args:
        record: The record.
        case: The case in force.
        host: Where to listen: a name of this machine.
        port: The port; 0 takes any that is free.
        told: Is told the address, once it can be opened.
        reviewer: Whose decisions are taken, where the form does not say.
        scorecard: A file that says how well the coder reads.
        frame: A file that states what was read.

    Raises:
        UsageError: Another machine could reach it.
        Transient: The port is in use.
    """
    if host not in LOOPBACK:
        hint = "leave --host out; to show others what you found, write them a site: verbale publish DIR"
        raise UsageError(f"listening at {host} would let others in, and there are no accounts", hint)
    listening = _listening(host, port)
    taken = listening.getsockname()[1]
    key = door(taken)
    site = Site(snapshot=snapshot(record), case=case, record=record, reviewer=reviewer, scorecard=scorecard, frame=frame)
    settings = uvicorn.Config(app(Holder(record, site), key), log_level="warning", access_log=False, server_header=False)
    told(f"http://{'[::1]' if ':' in host else '127.0.0.1'}:{taken}/enter#{key.token}")
    uvicorn.Server(settings).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind(("127.0.0.1" if host == "localhost" else host, port))
        made.listen(128)
    except OSError as error:
        made.close()
        raise Transient(f"port {port} cannot be used: {error.strerror}", "take another with --port") from error
    return made
