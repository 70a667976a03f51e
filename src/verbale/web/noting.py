"""Notes on what the server was asked: which kind of page, how it ended, how long it took; not which page, and not by whom."""

from __future__ import annotations

import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbale.logs import note
from verbale.web.address import PATHS

_KINDS = {path.split("/")[1] for path in PATHS.values()} | {"enter", "leave", "static"}
_METHODS = frozenset({"GET", "HEAD", "POST"})


class Noting:
    """Stands before everything else, and notes every answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Take what answers."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have it answered, and note that."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 500

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, told)
        finally:
            path, method = scope["path"], scope["method"]
            kind = path.removeprefix("/").partition("/")[0] if path.startswith("/") else "other"
            note(
                "answered",
                # what a stranger can write stays out
                page=(kind or "overview") if kind in _KINDS else "other",
                method=method if method in _METHODS else "other",
                status=status,
                ms=round(1000 * (time.perf_counter() - begun)),
            )
