"""What a page is before it is written: a template with what it tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from verbale.web.site import Site

Asked = Mapping[str, str]


class Given(dict[str, str]):
    """What was asked or sent, as a template reads it: what was not is empty."""

    def __missing__(self, _key: str) -> str:
        return ""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page. ``name`` is its template and its place among the links; ``told`` is what the template shows."""

    name: str
    title: str
    told: dict[str, Any] = {}
    status: int = 200


Maker = Callable[[Site, Asked], Page]


class MissingError(LookupError):
    """There is no such thing to show; the words say what, and where to look."""
