"""The training corpus as the coder reads it: candidates of every passage, and which coded act each of them tells."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from verbale.catalogue.tables import packs
from verbale.coding.coder import Coder
from verbale.coding.draft import Draft
from verbale.coding.encoder import Encoder
from verbale.coding.page import Page
from verbale.coding.scan import scan
from verbale.coding.senses import Senses
from verbale.model import Document
from verbale.scoring.acts import covered, sides
from verbale.settings import Settings

Act = Mapping[str, Any]
_OVERLAP = 0.3


class Models(NamedTuple):
    """What clauses are read by."""

    senses: Senses | None = None
    encoder: Encoder | None = None


class Passage(msgspec.Struct, kw_only=True):
    """A coded passage: its acts, the coder's candidates, and for each candidate the act that it tells (its place in ``acts``).

    ``pages`` are the parsed blocks that the candidates stand on.
    """

    key: str
    acts: list[Act]
    drafts: list[Draft]
    tells: list[int | None]
    pages: list[Page]


def passages(
    coded: Iterable[Mapping[str, Any]], settings: Settings, models: Callable[[int], Models] = lambda _: Models()
) -> Iterator[Passage]:
    """The candidates of coded texts (see :mod:`verbale.scoring.notation`), each coded under its own case.

    ``models`` gives for the place of a text in the corpus the models by which its clauses are read; ways to people are not weighed.
    """
    coders: dict[str, Coder] = {}
    settings = msgspec.structs.replace(settings, ranker=False)  # what ships must not be needed to make it anew
    for number, text in enumerate(coded):
        case = text.get("case", "none")
        case = case if case in packs() else "none"
        coder = coders.setdefault(case, Coder(case, settings))
        coder.senses, coder.encoder = models(number)
        drafts, pages, *_ = coder.read(document(text), scan(text["text"], case))
        acts = list(text["events"])
        yield Passage(key=text["id"], acts=acts, drafts=drafts, tells=[tells(d, acts) for d in drafts], pages=pages)


def document(text: Mapping[str, Any]) -> Document:
    """A coded text as the program's own document, word for word."""
    digest = hashlib.sha256(text["text"].encode()).hexdigest()
    return Document(
        id=digest[:16], sha256=digest, text=text["text"], key=text["id"], title=text.get("title"), publisher=text.get("publisher"),
        published=text.get("published"), url=text.get("url"), language="en",
    )  # fmt: skip


def tells(draft: Draft, acts: Iterable[Act]) -> int | None:
    """Which act a candidate tells: one of its type whose words hold its trigger or much of its own words."""
    ranked = [(score, -n) for n, act in enumerate(acts) if (score := _score(draft, act)) > 0]
    return -max(ranked)[1] if ranked else None


def _score(draft: Draft, act: Act) -> float:
    if act["type"] != draft.type:
        return 0.0
    words, own = covered(act), set(range(*draft.evidence[0]))
    within = draft.page.start(draft.token) in words
    if not within and len(words & own) <= _OVERLAP * min(len(words), len(own)):
        return 0.0
    parties = set().union(*sides(act))
    shared = len(parties & {o.party for o in draft.offers}) / max(1, len(parties))
    return (2.0 if within else 1.0) + float(act["mode"] == draft.mode) + shared
