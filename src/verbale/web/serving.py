"""Listening: on this machine alone, with a key of its own for each run; or for others, where there are accounts."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from verbale.errors import Transient, UsageError
from verbale.record import Record
from verbale.web.app import app
from verbale.web.guard import Door, Entrance, door
from verbale.web.holding import Holder
from verbale.web.language import spoken
from verbale.web.readying import ready
from verbale.web.site import Site, snapshot
from verbale.web.team.accounts import Accounts
from verbale.web.team.gate import Gate, origin_of
from verbale.web.team.passwords import available
from verbale.web.team.sessions import Sessions
from verbale.web.team.throttle import Throttle

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_ALL = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - what is refused without an address
_AT_ONCE = 200
"""Connections that are served at once; further ones are told to come again."""


def serve(
    record: Record,
    case: str,
    host: str,
    port: int,
    told: Callable[[str], None],
    *,
    reviewer: str = "",
    language: str = "en",
    scorecard: str = "",
    frame: str = "",
    accounts: str = "",
    address: str = "",
) -> None:
    """Show a record until it is interrupted.

    Args:
        record: The record.
        case: The case in force.
        host: Where to listen: a name of this machine; any other only where there are accounts.
        port: The port; 0 takes any that is free.
        told: Is told the address, once it can be opened.
        language: In which the pages speak: a code, or a file of a translation.
        reviewer: Whose decisions are taken, where the form does not say.
        scorecard: A file that says how well the coder reads.
        frame: A file that states what was read.
        accounts: The file of the accounts.
        address: Under which address others open it; then they need an account, wherever it listens.

    Raises:
        UsageError: Another machine could reach it, and there are no accounts; or the address is none.
        Transient: The port is in use.
    """
    spoken(language)
    held = _accounts(host, accounts) if host not in LOOPBACK or address else None
    origin = _origin(host, port, address) if held else ""
    listening = _listening(host, port)
    at = listening.getsockname()[1]
    key: Entrance = Gate(origin, held, Sessions(), Throttle()) if held else door(at)
    taken = snapshot(record, case)
    site = Site(snapshot=taken, case=case, record=record, reviewer=reviewer, language=language, scorecard=scorecard, frame=frame)
    made = app(Holder(record, ready(site)), key)
    settings = uvicorn.Config(made, log_level="warning", access_log=False, server_header=False, limit_concurrency=_AT_ONCE)
    here = f"http://{'[::1]' if ':' in host else '127.0.0.1'}:{at}"
    told(f"{here}/enter#{key.token}" if isinstance(key, Door) else f"{origin}/enter")
    uvicorn.Server(settings).run(sockets=[listening])


def _accounts(host: str, path: str) -> Accounts:
    """The accounts of those who may come from elsewhere."""
    held = Accounts(Path(path)) if path else None
    if held is None or not held.all():
        hint = "make one: verbale accounts add NAME --role admin; or leave --host out, and write others a site: verbale publish DIR"
        raise UsageError(f"listening at {host} would let others in, and there are no accounts", hint)
    available()
    return held


def _origin(host: str, port: int, address: str) -> str:
    """The address under which others open it."""
    if not address and (host in _ALL or not port):
        hint = "say it with --address: http://192.0.2.7:8765, or https://observatory.example behind a proxy"
        raise UsageError(f"nobody knows under which address others open {host or 'it'}", hint)
    return origin_of(address or f"http://{f'[{host}]' if ':' in host else host}:{port}")


def _listening(host: str, port: int) -> socket.socket:
    if not host:
        raise UsageError("nothing says where to listen", "name an address of this machine, or leave --host out")
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
