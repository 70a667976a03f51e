"""Who may ask the server: this machine, by its own name, with the key of this run, from its own pages."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Mapping
from typing import Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbale.web.team.policy import Visitor

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""What every answer says of itself, whatever it is."""

SAFE = frozenset({"GET", "HEAD"})
VISITOR = "verbale.visitor"
"""Where a request holds who asks."""


class Entrance(Protocol):
    """What knows this server's name, and whom to let in: the key of one run, or the accounts of several people."""

    @property
    def cookie(self) -> str:
        """The name of the cookie."""
        ...

    @property
    def secure(self) -> bool:
        """Whether the cookie is sent over https only."""
        ...

    @property
    def lasts(self) -> int | None:
        """Seconds that the cookie is kept; ``None`` where it goes with the browser."""
        ...

    def named(self, host: str) -> bool:
        """Whether a request names this server."""
        ...

    def own(self, origin: str, host: str) -> bool:
        """Whether a page is one of this server."""
        ...

    def admits(self, token: str) -> Visitor | None:
        """Who a cookie belongs to, if it opens."""
        ...

    def leave(self, token: str) -> None:
        """Let a cookie open no more, where that can be."""
        ...


class Door(msgspec.Struct, frozen=True):
    """The key of one run, and the names under which it listens."""

    token: str
    hosts: frozenset[str]
    cookie: str
    secure: bool = False
    lasts: int | None = None

    def named(self, host: str) -> bool:
        """Whether a request names this server."""
        return host in self.hosts

    def own(self, origin: str, host: str) -> bool:
        """Whether a page is one of this server."""
        return origin == f"http://{host}"

    def admits(self, token: str) -> Visitor | None:
        """The one person on this machine, where that is the key."""
        return Visitor() if self.knows(token) else None

    def leave(self, token: str) -> None:
        """The key of a run opens as long as it runs."""

    def knows(self, token: str) -> bool:
        """Whether that is the key."""
        return hmac.compare_digest(token.encode(), self.token.encode())


def door(port: int, token: str | None = None) -> Door:
    """A door with a new key, for a server of this machine on a port."""
    hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
    return Door(token or secrets.token_urlsafe(32), hosts, f"verbale-{port}")


class Guard:
    """Refuses what does not come from a page of this very server, says who asks, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, door: Entrance) -> None:
        """Take what is guarded, and its door."""
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the app answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_headers(message["headers"])]
            await send(message)

        request = Request(scope)
        scope[VISITOR] = self._door.admits(request.cookies.get(self._door.cookie, ""))
        refused = refusal(request, self._door)
        await (refused or self._app)(scope, receive, headed)


def visitor(request: Request) -> Visitor | None:
    """Who asks, as the guard found it."""
    found: Visitor | None = request.scope.get(VISITOR)
    return found


def refusal(request: Request, door: Entrance) -> Response | None:
    """Why a request is not answered; ``None`` where it is."""
    host = request.headers.get("host", "")
    if not door.named(host):
        return PlainTextResponse("this server has another name", 421)
    if not _same(request.method, request.headers, lambda origin: door.own(origin, host)):
        return PlainTextResponse("this was not asked from a page of this server", 403)
    if _open(request.url.path) or visitor(request):
        return None
    if request.method in SAFE and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse("/enter", 303)
    return PlainTextResponse("sign in first, or open the address that the command printed", 401)


def _open(path: str) -> bool:
    return path == "/enter" or path.startswith("/static/")


def _same(method: str, headers: Mapping[str, str], from_us: Callable[[str], bool]) -> bool:
    """Whether what changes something comes from a page of the server itself; a browser always says so.

    These pages name no referrer, for which a browser puts ``null`` in the place of their origin: then the other header must tell.
    """
    if method in SAFE:
        return True
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = origin is not None and from_us(origin)
    return own if site is None else site == "same-origin" and (own or origin in (None, "null"))


def _headers(given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    told = {name.lower() for name, _ in given}
    return [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in told]
