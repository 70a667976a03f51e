"""The server: every page of the table at its path, behind the guard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from verbale.errors import UsageError, VerbaleError
from verbale.web.address import PATHS
from verbale.web.entering import accounts, ask, enter, leave, manage
from verbale.web.forms import form
from verbale.web.guard import Entrance, Guard, visitor
from verbale.web.holding import Holder
from verbale.web.keeping import Kept
from verbale.web.noting import Noting
from verbale.web.page import Maker, MissingError, Page
from verbale.web.pages.actors import actors, party
from verbale.web.pages.adjudicate import adjudicate, adjudicating
from verbale.web.pages.answers import answer, answers, picture
from verbale.web.pages.calendar import calendar
from verbale.web.pages.coverage import coverage
from verbale.web.pages.documents import document, documents
from verbale.web.pages.engagement import engagement
from verbale.web.pages.engagements import engagements
from verbale.web.pages.event import event
from verbale.web.pages.help import help_page
from verbale.web.pages.instruments import instruments
from verbale.web.pages.map import map_page
from verbale.web.pages.network import network
from verbale.web.pages.overview import overview
from verbale.web.pages.pairs import pairs
from verbale.web.pages.person import person
from verbale.web.pages.review import queue, reviewing
from verbale.web.pages.runs import run, runs
from verbale.web.pages.second import coding_page, second
from verbale.web.render import environment, render
from verbale.web.reviewing import decide
from verbale.web.seconding.taking import code, settle
from verbale.web.site import Site
from verbale.web.team.own import forbidden
from verbale.web.team.policy import POLICY, Visitor, enough

Taker = Callable[[Site, str, Mapping[str, str]], str | Page]

PAGES: dict[str, Maker] = {
    "overview": overview,
    "engagements": engagements,
    "engagement": engagement,
    "event": event,
    "documents": documents,
    "document": document,
    "actors": actors,
    "party": party,
    "person": person,
    "instruments": instruments,
    "pairs": pairs,
    "calendar": calendar,
    "network": network,
    "map": map_page,
    "coverage": coverage,
    "runs": runs,
    "run": run,
    "answers": answers,
    "answer": answer,
    "review": queue,
    "reviewing": reviewing,
    "second": second,
    "coding": coding_page,
    "adjudicate": adjudicate,
    "adjudicating": adjudicating,
    "help": help_page,
}
"""Every page that the server shows, by the name of its path."""

_OWN = frozenset({"review", "reviewing", "second", "coding", "adjudicate", "adjudicating"})
"""Pages that hold who asks for them, and are therefore kept for each person apart."""

_LONGEST = 200
"""Characters of a name that are remembered."""

DECIDING: dict[str, Taker] = {"/review/{id}": decide, "/second/{id}": code, "/adjudication/{id}": settle}
"""What takes a decision from a form, by its path."""

NAMED = "verbale-by"
"""The cookie that holds what somebody without an account called themselves last."""

_SIGNED = "<!--visitor-->"
"""Where a page that was written for everybody of a role says who is signed in."""

Endpoint = Callable[[Request], Awaitable[Response]]


def app(holder: Holder, door: Entrance) -> Starlette:
    """The server of a record, behind a door."""
    kept = Kept[tuple[str, int]]()
    routes: list[BaseRoute] = [
        _route(holder, PATHS[name], _endpoint(maker, holder, kept, own=name in _OWN)) for name, maker in PAGES.items()
    ]
    routes += [_route(holder, path, partial(_decide, holder, take), "POST") for path, take in DECIDING.items()]
    routes += [
        _route(holder, PATHS["picture"], partial(_pictured, holder, kept)),
        _route(holder, PATHS["accounts"], _endpoint(partial(accounts, door), holder)),
        _route(holder, PATHS["accounts"], partial(_manage, holder, door), "POST"),
        _route(holder, "/enter", partial(ask, door)),
        _route(holder, "/enter", partial(enter, door), "POST"),
        _route(holder, "/leave", partial(leave, door), "POST"),
        Mount("/static", StaticFiles(packages=[("verbale.web", "static")])),
        _route(holder, "/{rest:path}", _endpoint(_nothing, holder)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Noting), Middleware(Guard, door=door)])


def _route(holder: Holder, path: str, endpoint: Endpoint, method: str = "GET") -> Route:
    """A route that lets in whom the table lets in; one that does not stand in the table is an error."""
    least = POLICY[path, method]

    async def checked(request: Request) -> Response:
        who = visitor(request)
        if least is None or (who is not None and enough(who.role, least)):
            return await endpoint(request)
        site, _ = await run_in_threadpool(holder)
        page = _fault(f"this takes the role {least}, or a higher one")
        return _signed(site, render(page, site, visitor=who), page.status, who or Visitor(role="viewer"))

    return Route(path, checked, methods=[method])


def _endpoint(maker: Maker, holder: Holder, kept: Kept[tuple[str, int]] | None = None, *, own: bool = False) -> Endpoint:
    async def shown(request: Request) -> Response:
        return await run_in_threadpool(_kept, request, maker, holder, kept, own)

    return shown


async def _pictured(holder: Holder, kept: Kept[tuple[str, int]], request: Request) -> Response:
    return await run_in_threadpool(_drawn, request, holder, kept)


def _drawn(request: Request, holder: Holder, kept: Kept[tuple[str, int]]) -> Response:
    """The picture of an answer, which its page leaves to be drawn while it is read."""
    site, _ = holder()
    try:
        drawing, status = kept(site.snapshot.stamp, str(request.url), lambda: (picture(site, _asked(request)), 200))
    except (MissingError, VerbaleError):
        return Response("there is nothing to be drawn", 404)
    return Response(drawing, status, media_type="image/svg+xml")


def _kept(request: Request, maker: Maker, holder: Holder, kept: Kept[tuple[str, int]] | None, own: bool) -> Response:
    """The page as it was written before from the same record for the same role, or the same person; or written now."""
    site, notice = holder()
    who = visitor(request) or Visitor(role="viewer")
    by = _named(request, who) if own else ""
    if kept is None or notice:
        return _naming(_signed(site, *_shown(request, maker, site, notice, who, by), who), by, who)
    whose = f"{who.role} {by}" if own else who.role
    state, address = site.snapshot.stamp, f"{whose} {request.url.path}?{request.url.query}"
    page = kept(state, address, lambda: _shown(request, maker, site, notice, who, by))
    return _naming(_signed(site, *page, who), by, who)


def _named(request: Request, who: Visitor) -> str:
    """By what name somebody decides: that of the account, else what they called themselves here, or last."""
    return who.name if who.account else request.query_params.get("by") or unquote(request.cookies.get(NAMED, ""))


def _naming(response: Response, by: str, who: Visitor) -> Response:
    """A response by which a browser remembers the name, until it is closed."""
    if by and not who.account:
        response.set_cookie(NAMED, quote(by[:_LONGEST]), httponly=True, samesite="strict")
    return response


def _signed(site: Site, page: str, status: int, who: Visitor) -> HTMLResponse:
    """A page with the name of who is signed in, and the means to sign out."""
    words = environment(site.language).get_template("visitor.html.j2").render(visitor=who) if who.account else ""
    return HTMLResponse(page.replace(_SIGNED, words, 1), status)


def _shown(request: Request, maker: Maker, site: Site, notice: str, who: Visitor, by: str = "") -> tuple[str, int]:
    asked = _asked(request)
    if who.account or by:
        asked["by"] = who.name or by
    try:
        page = maker(site, asked)
    except MissingError as error:
        page = Page(name="fault", title="Not here", told={"words": f"{error}.", "hint": ""}, status=404)
    except UsageError as error:
        page = Page(name="fault", title="That cannot be asked", told={"words": error.message, "hint": error.hint}, status=400)
    return render(page, site, notice=notice, visitor=who), page.status


def _asked(request: Request) -> dict[str, str]:
    return {name: value[:400_000] for name, value in request.query_params.items() if value} | dict(request.path_params)


def _nothing(_site: object, _asked: object) -> Page:
    raise MissingError("there is no such page")


async def _decide(holder: Holder, take: Taker, request: Request) -> Response:
    sent, who = await form(request), visitor(request) or Visitor(role="viewer")
    if who.account:
        sent["by"] = who.name
    return await run_in_threadpool(_decided, holder, partial(_mine, take, request.path_params["id"], who), sent, who)


async def _manage(holder: Holder, door: Entrance, request: Request) -> Response:
    sent, who = await form(request), visitor(request) or Visitor(role="viewer")
    return await run_in_threadpool(_decided, holder, partial(manage, door), sent, who)


def _mine(take: Taker, name: str, who: Visitor, site: Site, sent: Mapping[str, str]) -> str | Page:
    """Take a decision, where it does nothing to those of others that this visitor may not."""
    words = forbidden(site.record, name, sent, who) if site.record else ""
    return _fault(words) if words else take(site, name, sent)


def _decided(holder: Holder, take: Callable[[Site, Mapping[str, str]], str | Page], sent: dict[str, str], who: Visitor) -> Response:
    site, _ = holder()
    try:
        done = take(site, sent)
    except MissingError as error:
        done = Page(name="fault", title="Not here", told={"words": f"{error}.", "hint": ""}, status=404)
    by = sent.get("by", "").strip()
    if isinstance(done, str):
        return _naming(RedirectResponse(done, 303), by, who)
    return _naming(_signed(site, render(done, site, visitor=who), done.status, who), by, who)


def _fault(words: str) -> Page:
    told = {"words": f"{words[:1].upper()}{words[1:]}.", "hint": ""}
    return Page(name="fault", title="Not for this account", told=told, status=403)
