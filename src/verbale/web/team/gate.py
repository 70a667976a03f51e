"""The door of a server that several people use: an address of its own, accounts, sessions."""

from __future__ import annotations

from urllib.parse import urlsplit

import msgspec

from verbale.errors import UsageError
from verbale.logs import note
from verbale.web.team.accounts import Accounts
from verbale.web.team.passwords import matches
from verbale.web.team.policy import Visitor
from verbale.web.team.sessions import LONGEST, Sessions
from verbale.web.team.throttle import Throttle

_PORTS = {"http": 80, "https": 443}


class Gate(msgspec.Struct, frozen=True):
    """Lets in who has a session. ``origin`` is the address under which the pages are opened: scheme, name and port."""

    origin: str
    accounts: Accounts
    sessions: Sessions
    throttle: Throttle

    @property
    def secure(self) -> bool:
        """Whether the pages are opened over https."""
        return self.origin.startswith("https:")

    @property
    def cookie(self) -> str:
        """The name of the cookie; over https one that only this very server can set."""
        return "__Host-verbale" if self.secure else "verbale-session"

    @property
    def lasts(self) -> int:
        """Seconds that the cookie is kept."""
        return int(LONGEST)

    def named(self, host: str) -> bool:
        """Whether a request names this server."""
        return host.lower() == self.origin.partition("://")[2]

    def own(self, origin: str, host: str) -> bool:
        """Whether a page is one of this server."""
        return self.named(host) and origin.lower() == self.origin

    def admits(self, token: str) -> Visitor | None:
        """Who a cookie belongs to: their session goes on, their account is there, with this password, and in its present role."""
        session = self.sessions.of(token) if token else None
        account = self.accounts.get(session.name) if session else None
        if session is None or account is None or account.changed != session.changed:
            return None
        return Visitor(account.name, account.role, account=True)

    def enter(self, name: str, password: str, place: str) -> tuple[str, float]:
        """Sign in: the token of a new session, or nothing, and the seconds to wait where there were too many attempts."""
        wait = self.throttle.attempt(name, place)
        if wait:
            note("signed_in", ended="throttled")
            return "", wait
        account = self.accounts.get(name)
        if not matches(password, account.password if account else None) or account is None:
            note("signed_in", ended="refused")
            return "", 0.0
        self.throttle.passed(name, place)
        note("signed_in", ended="done")
        return self.sessions.begin(account.name, account.changed), 0.0

    def leave(self, token: str) -> None:
        """Sign out."""
        self.sessions.end(token)


def origin_of(address: str) -> str:
    """The origin of an address, as a browser tells it.

    Raises:
        UsageError: It is none.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    plain = not (parts.username or parts.password or parts.query or parts.fragment) and parts.path in ("", "/")
    if parts.scheme not in _PORTS or not parts.hostname or not plain:
        raise UsageError(f"{address} is no address of a server", "write it as it is opened: https://observatory.example")
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    return f"{parts.scheme}://{name}" + ("" if port in (None, _PORTS[parts.scheme]) else f":{port}")
