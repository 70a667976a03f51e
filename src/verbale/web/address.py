"""Where a page is found: its name and what it is asked, as an address that holds the whole state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol
from urllib.parse import quote, quote_plus, urlencode

PATHS = {
    "overview": "/",
    "engagements": "/engagements",
    "engagement": "/engagements/{id}",
    "event": "/events/{id}",
    "documents": "/documents",
    "document": "/documents/{id}",
    "actors": "/actors",
    "party": "/parties/{id}",
    "person": "/people/{id}",
    "instruments": "/instruments",
    "pairs": "/pairs",
    "calendar": "/calendar",
    "network": "/network",
    "map": "/map",
    "coverage": "/coverage",
    "runs": "/runs",
    "run": "/runs/{id}",
    "answers": "/answers",
    "answer": "/answers/{id}",
    "picture": "/answers/{id}/picture",
    "review": "/review",
    "reviewing": "/review/{id}",
    "second": "/second",
    "coding": "/second/{id}",
    "adjudicate": "/adjudication",
    "adjudicating": "/adjudication/{id}",
    "accounts": "/accounts",
    "withheld": "/withheld",
    "help": "/help",
}
"""Every page by its name, and its path; ``{id}`` is whom or what the page is of."""


class Links(Protocol):
    """Makes the address of a page; what is asked of it is text, and empty answers are left out."""

    def __call__(self, page: str, /, **asked: str | int | None) -> str:
        """The address of ``page``, to be put into a link."""
        ...


def live(page: str, /, **asked: str | int | None) -> str:
    """The address of a page as the server knows it."""
    told = {name: str(value) for name, value in asked.items() if value not in (None, "")}
    path = PATHS[page]
    if "{id}" in path:
        path = path.format(id=quote(told.pop("id"), safe=""))
    return f"{path}?{urlencode(told)}" if told else path


def changed(asked: Mapping[str, str], **values: str | None) -> dict[str, str]:
    """What is asked, with some of it changed and the page number forgotten; ``None`` takes away."""
    kept = {name: value for name, value in asked.items() if name not in values and name != "page"}
    return kept | {name: value for name, value in values.items() if value}


def differing(to: Links, asked: Mapping[str, str], name: str) -> Callable[[str], str]:
    """Makes the addresses of a list that differ in one thing asked of it, of which a page has a hundred."""
    same = to("engagements", **changed(asked, **{name: None}))
    begun = f"{same}{'&' if '?' in same else '?'}{name}="
    return lambda value: begun + quote_plus(value)
