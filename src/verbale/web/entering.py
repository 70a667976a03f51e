"""Coming in and going: with the key of a run, or with a name and a password; and the page that manages the accounts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from verbale.errors import UsageError
from verbale.web.forms import form
from verbale.web.guard import Door, Entrance
from verbale.web.page import Asked, MissingError, Page
from verbale.web.render import environment
from verbale.web.site import Site
from verbale.web.team.gate import Gate
from verbale.web.team.policy import ABOUT, ROLES, Role

_KEY = "This is an observatory of one person on this machine. Open the address that the command printed, or enter its key."
_NAME = "This observatory is for those who have an account."


async def ask(door: Entrance, _request: Request) -> Response:
    """The page that takes the key, or name and password."""
    return _page(door)


async def enter(door: Entrance, request: Request) -> Response:
    """Let in who has the key, or an account."""
    sent = await form(request)
    if isinstance(door, Gate):
        return await run_in_threadpool(_signed_in, door, request, sent)
    if not (isinstance(door, Door) and door.knows(sent.get("token", ""))):
        return _page(door, "That is not the key of this run.", 401)
    return _opened(door, sent["token"])


async def leave(door: Entrance, request: Request) -> Response:
    """Sign out."""
    door.leave(request.cookies.get(door.cookie, ""))
    made = RedirectResponse("/enter", 303)
    made.delete_cookie(door.cookie, path="/", secure=door.secure, httponly=True, samesite="strict")
    return made


def accounts(door: Entrance, _site: Site, asked: Asked) -> Page:
    """The accounts with their roles.

    Raises:
        MissingError: There are none, as one person on this machine needs none.
    """
    if not isinstance(door, Gate):
        raise MissingError("one person on this machine needs no accounts")
    rows = [(each, door.sessions.count(each.name)) for each in door.accounts.all()]
    told = {"rows": rows, "roles": ROLES, "about": ABOUT, "said": asked.get("said", ""), "fault": asked.get("fault", "")}
    return Page(name="accounts", title="Accounts", told=told)


def manage(door: Entrance, site: Site, sent: Mapping[str, str]) -> str | Page:
    """Change an account as a form says: the address that follows, or the page that says why not."""
    if not isinstance(door, Gate):
        raise MissingError("one person on this machine needs no accounts")
    name, action = sent.get("name", ""), sent.get("action", "")
    try:
        if action == "role" and sent.get("role") in ROLES:
            door.accounts.set_role(name, cast(Role, sent["role"]))
            said = f"{name} is {sent['role']} now."
        elif action == "remove":
            door.accounts.remove(name)
            door.sessions.end_all(name)
            said = f"The account {name} was removed; its decisions stay."
        elif action == "end":
            door.sessions.end_all(name)
            said = f"Every session of {name} was ended."
        else:
            raise UsageError("a form without an action", "choose one of those on the page")
    except UsageError as error:
        page = accounts(door, site, {"fault": f"{error.message}. {error.hint[:1].upper()}{error.hint[1:]}."})
        return Page(name=page.name, title=page.title, told=page.told, status=422)
    return site.to("accounts", said=said)


def _signed_in(gate: Gate, request: Request, sent: Mapping[str, str]) -> Response:
    place = request.client.host if request.client else ""
    token, wait = gate.enter(sent.get("name", ""), sent.get("password", ""), place)
    if wait:
        answer = _page(gate, f"There were too many attempts. Try again in {math.ceil(wait / 60)} minutes.", 429)
        answer.headers["retry-after"] = str(math.ceil(wait))
        return answer
    if not token:
        return _page(gate, "That name and password do not belong together.", 401)
    gate.leave(request.cookies.get(gate.cookie, ""))
    return _opened(gate, token)


def _opened(door: Entrance, token: str) -> Response:
    made = RedirectResponse("/", 303)
    made.set_cookie(door.cookie, token, max_age=door.lasts, httponly=True, samesite="strict", path="/", secure=door.secure)
    return made


def _page(door: Entrance, fault: str = "", status: int = 200) -> Response:
    named = isinstance(door, Gate)
    template = environment().get_template("enter.html.j2")
    return HTMLResponse(template.render(words=_NAME if named else _KEY, fault=fault, named=named), status)
