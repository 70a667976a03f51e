"""Needs wherever a document has them, with their causes and the people concerned; and pressure named outside events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from verbale.catalogue.fold import fold
from verbale.coding.context import Context
from verbale.coding.lexicon import classes
from verbale.coding.page import Page, of_kind
from verbale.coding.phrases import first, has
from verbale.coding.themes import found
from verbale.model import Mention, MentionKind

Token = Any


def mentions(context: Context) -> list[Mention]:
    """Every need that the document tells of, once a sentence."""
    return [m for page in context.pages for sentence in page.doc.sents for m in _needs(page, sentence)]


def tools(context: Context, told: Iterable[tuple[int, int]]) -> list[Mention]:
    """Pressure and inducement named outside the evidence of events."""
    spans = list(told)
    return [
        _mention("tool", value, page, sentence, places[0])
        for page in context.pages
        for sentence in page.doc.sents
        if not any(a < page.base + sentence.end_char and page.base + sentence.start_char < b for a, b in spans)
        for value, places in found("tools", sentence.text).items()
    ]


def _needs(page: Page, sentence: Any) -> list[Mention]:
    needs = found("needs", sentence.text)
    if not needs or not has("need_cues", sentence.text):
        return []
    link = first("cause_links", sentence.text)
    causes = tuple(found("causes", sentence.text[link[1] :])) if link else ()
    population = _population(page, sentence)
    own = {v: [p for p in places if not causes or link is None or p[0] < link[0]] for v, places in needs.items()}
    cause = "; ".join(causes) or None
    told = {v: places[0] for v, places in own.items() if places}
    return [_mention("need", v, page, sentence, at, cause=cause, population=population) for v, at in told.items()]


def _mention(
    kind: MentionKind, value: str, page: Page, sentence: Any, at: tuple[int, int], *,
    cause: str | None = None, population: str | None = None,
) -> Mention:  # fmt: skip
    start, end = page.base + sentence.start_char + at[0], page.base + sentence.start_char + at[1]
    words = page.doc.text[start - page.base : end - page.base]
    return Mention(kind=kind, value=value, start=start, end=end, words=words, cause=cause, population=population)


def _population(page: Page, sentence: Any) -> str | None:
    """The people concerned, in the words used: behind "by", "for", "of" or "among", else the first people named."""
    people = [t for t in sentence if _is_people(page, t)]
    bound = [t for t in people if t.dep_ in ("pobj", "conj") and t.head.lower_ in ("by", "for", "among", "of", "to")]
    chosen = next(iter(bound or people), None)
    if chosen is None:
        return None
    return str(page.doc[page.left(chosen) : chosen.i + 1].text)


def _is_people(page: Page, token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.i in page.cover and of_kind(page.cover[token.i][2], "people"):
        return True
    low = fold(token.text).lower()
    return low in classes() or low in ("people", "children", "families", "victims", "survivors", "million", "millions")
