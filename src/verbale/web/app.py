"""The server: every page of the table at its path, behind the guard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from verbale.errors import UsageError
from verbale.web.address import PATHS
from verbale.web.guard import Door, Guard
from verbale.web.holding import Holder
from verbale.web.keeping import Kept
from verbale.web.noting import Noting
from verbale.web.page import Maker, MissingError, Page
from verbale.web.pages.actors import actors, party, person
from verbale.web.pages.adjudicate import adjudicate, adjudicating
from verbale.web.pages.answers import answer, answers
from verbale.web.pages.calendar import calendar
from verbale.web.pages.coverage import coverage
from verbale.web.pages.documents import document, documents
from verbale.web.pages.engagement import engagement
from verbale.web.pages.engagements import engagements
from verbale.web.pages.event import event
from verbale.web.pages.help import help_page
from verbale.web.pages.instruments import instruments
from verbale.web.pages.network import network
from verbale.web.pages.overview import overview
from verbale.web.pages.review import queue, reviewing
from verbale.web.pages.runs import run, runs
from verbale.web.pages.second import coding_page, second
from verbale.web.render import environment, render
from verbale.web.reviewing import decide
from verbale.web.seconding.taking import code, settle
from verbale.web.site import Site

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
    "calendar": calendar,
    "network": network,
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

_FRESH = frozenset({"review", "reviewing", "second", "coding", "adjudicate", "adjudicating"})
"""Pages that are written anew each time: they say what was decided last, and by whom."""

DECIDING: dict[str, Taker] = {"/review/{id}": decide, "/second/{id}": code, "/adjudication/{id}": settle}
"""What takes a decision from a form, by its path."""

LONGEST = 1 << 16
"""Bytes of what a form may send."""
_ENTER = "This is an observatory of one person on this machine. Open the address that the command printed, or enter its key."


def app(holder: Holder, door: Door) -> Starlette:
    """The server of a record, behind a door."""
    kept = Kept()
    routes: list[Route | Mount] = [
        Route(PATHS[name], _endpoint(maker, holder, None if name in _FRESH else kept)) for name, maker in PAGES.items()
    ]
    routes += [
        *(Route(path, partial(_decide, holder, take), methods=["POST"]) for path, take in DECIDING.items()),
        Route("/enter", _ask),
        Route("/enter", partial(_enter, door), methods=["POST"]),
        Mount("/static", StaticFiles(packages=[("verbale.web", "static")])),
        Route("/{rest:path}", _endpoint(_nothing, holder)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Noting), Middleware(Guard, door=door)])


def _endpoint(maker: Maker, holder: Holder, kept: Kept | None = None) -> Callable[[Request], Awaitable[Response]]:
    async def shown(request: Request) -> Response:
        return await run_in_threadpool(_kept, request, maker, holder, kept)

    return shown


def _kept(request: Request, maker: Maker, holder: Holder, kept: Kept | None) -> Response:
    """The page as it was written for somebody else of the same record, or written now."""
    site, notice = holder()
    if kept is None or notice:
        return HTMLResponse(*_shown(request, maker, site, notice))
    state, address = site.snapshot.stamp, f"{request.url.path}?{request.url.query}"
    page = kept.get(state, address)
    if page is None:
        page = _shown(request, maker, site, notice)
        kept.put(state, address, *page)
    return HTMLResponse(*page)


def _shown(request: Request, maker: Maker, site: Site, notice: str) -> tuple[str, int]:
    asked = {name: value[:400_000] for name, value in request.query_params.items() if value} | dict(request.path_params)
    try:
        page = maker(site, asked)
    except MissingError as error:
        page = Page(name="fault", title="Not here", told={"words": f"{error}.", "hint": ""}, status=404)
    except UsageError as error:
        page = Page(name="fault", title="That cannot be asked", told={"words": error.message, "hint": error.hint}, status=400)
    return render(page, site, notice=notice), page.status


def _nothing(_site: object, _asked: object) -> Page:
    raise MissingError("there is no such page")


async def form(request: Request) -> dict[str, str]:
    """What a form sends; nothing where it sends too much."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            return {}
    return dict(parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True))


async def _decide(holder: Holder, take: Taker, request: Request) -> Response:
    sent = await form(request)
    return await run_in_threadpool(_decided, holder, take, request.path_params["id"], sent)


def _decided(holder: Holder, take: Taker, name: str, sent: dict[str, str]) -> Response:
    site, _ = holder()
    try:
        done = take(site, name, sent)
    except MissingError as error:
        done = Page(name="fault", title="Not here", told={"words": f"{error}.", "hint": ""}, status=404)
    if isinstance(done, str):
        return RedirectResponse(done, 303)
    return HTMLResponse(render(done, site), done.status)


async def _ask(_request: Request) -> Response:
    return HTMLResponse(environment().get_template("enter.html.j2").render(words=_ENTER))


async def _enter(door: Door, request: Request) -> Response:
    sent = await form(request)
    if not door.knows(sent.get("token", "")):
        page = environment().get_template("enter.html.j2").render(words="That is not the key of this run. " + _ENTER)
        return HTMLResponse(page, 401)
    made = RedirectResponse("/", 303)
    made.set_cookie(door.cookie, door.token, httponly=True, samesite="strict", path="/")
    return made
