"""Who may ask the server: this machine, by its own name, with the key of this run, from its own pages."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
OPEN = ("/enter", "/static/")
"""Where nothing of the record is: the page that takes the key, and the styles."""


class Door(msgspec.Struct, frozen=True):
    """The key of one run, and the names under which it listens."""

    token: str
    hosts: frozenset[str]
    cookie: str

    def knows(self, token: str) -> bool:
        """Whether that is the key."""
        return hmac.compare_digest(token.encode(), self.token.encode())


def door(port: int, token: str | None = None) -> Door:
    """A door with a new key, for a server of this machine on a port."""
    hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
    return Door(token or secrets.token_urlsafe(32), hosts, f"verbale-{port}")


class Guard:
    """Refuses what does not come from a page of this very run, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
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

        refused = refusal(Request(scope), self._door)
        await (refused or self._app)(scope, receive, headed)


def refusal(request: Request, door: Door) -> Response | None:
    """Why a request is not answered; ``None`` where it is."""
    host = request.headers.get("host", "")
    if host not in door.hosts:
        return PlainTextResponse("this server has another name", 421)
    if not _same(request.method, request.headers, host):
        return PlainTextResponse("this was not asked from a page of this server", 403)
    if request.url.path.startswith(OPEN) or door.knows(request.cookies.get(door.cookie, "")):
        return None
    if request.method in SAFE and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse("/enter", 303)
    return PlainTextResponse("open the address that the command printed", 401)


def _same(method: str, headers: Mapping[str, str], host: str) -> bool:
    """Whether what changes something comes from a page of the server itself; a browser always says so.

    These pages name no referrer, for which a browser puts ``null`` in the place of their origin: then the other header must tell.
    """
    if method in SAFE:
        return True
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = origin == f"http://{host}"
    return own if site is None else site == "same-origin" and (own or origin in (None, "null"))


def _headers(given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    told = {name.lower() for name, _ in given}
    return [(name.encode(), value.encode()) for name, value in HEADERS.items() if name.encode() not in told]
