"""The one table of what each role may do: every route and method, and the least role that it takes."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from verbale.web.address import PATHS

Role = Literal["viewer", "coder", "adjudicator", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""The roles, the least first; each may do all that those before it may."""

ABOUT: dict[Role, str] = {
    "viewer": "sees every page but those of the review, and decides nothing",
    "coder": "reviews, and codes passages a second time; undoes their own decisions",
    "adjudicator": "decides between two codings, and undoes and overrules decisions of others",
    "admin": "manages the accounts",
}

ANYONE: None = None

POLICY: dict[tuple[str, str], Role | None] = {
    ("/", "GET"): "viewer",
    ("/engagements", "GET"): "viewer",
    ("/engagements/{id}", "GET"): "viewer",
    ("/events/{id}", "GET"): "viewer",
    ("/documents", "GET"): "viewer",
    ("/documents/{id}", "GET"): "viewer",
    ("/actors", "GET"): "viewer",
    ("/parties/{id}", "GET"): "viewer",
    ("/people/{id}", "GET"): "viewer",
    ("/instruments", "GET"): "viewer",
    ("/pairs", "GET"): "viewer",
    ("/calendar", "GET"): "viewer",
    ("/network", "GET"): "viewer",
    ("/map", "GET"): "viewer",
    ("/coverage", "GET"): "viewer",
    ("/runs", "GET"): "viewer",
    ("/runs/{id}", "GET"): "viewer",
    ("/answers", "GET"): "viewer",
    ("/answers/{id}", "GET"): "viewer",
    ("/answers/{id}/picture", "GET"): "viewer",
    ("/help", "GET"): "viewer",
    ("/{rest:path}", "GET"): "viewer",
    ("/leave", "POST"): "viewer",
    ("/review", "GET"): "coder",
    ("/review/{id}", "GET"): "coder",
    ("/review/{id}", "POST"): "coder",
    ("/second", "GET"): "coder",
    ("/second/{id}", "GET"): "coder",
    ("/second/{id}", "POST"): "coder",
    ("/adjudication", "GET"): "adjudicator",
    ("/adjudication/{id}", "GET"): "adjudicator",
    ("/adjudication/{id}", "POST"): "adjudicator",
    ("/accounts", "GET"): "admin",
    ("/accounts", "POST"): "admin",
    ("/enter", "GET"): ANYONE,
    ("/enter", "POST"): ANYONE,
    ("/static", "GET"): ANYONE,
}
"""Every route with its method, and the least role; a route that does not stand here cannot be made."""


class Visitor(msgspec.Struct, frozen=True):
    """Who asks. Without accounts it is the one person on this machine, who may do everything and says their name themselves."""

    name: str = ""
    role: Role = "admin"
    account: bool = False


def may(role: Role, path: str, method: str = "GET") -> bool:
    """Whether a role is enough for a route.

    Raises:
        KeyError: The route does not stand in the table.
    """
    return enough(role, POLICY[path, method])


def enough(role: Role, least: Role | None) -> bool:
    """Whether a role is at least another."""
    return least is None or ROLES.index(role) >= ROLES.index(least)


def sees(visitor: Visitor | None, page: str) -> bool:
    """Whether a visitor may open a page, by its name; the page of the accounts is there only where there are any."""
    if visitor is None or (PATHS[page], "GET") not in POLICY:
        return False
    return may(visitor.role, PATHS[page]) and (page != "accounts" or visitor.account)
