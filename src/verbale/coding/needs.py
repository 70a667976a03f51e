"""Needs wherever a document has them, with their causes and the people concerned; and pressure named outside events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from verbale.catalogue.fold import fold
from verbale.coding.context import Context
from verbale.coding.lexicon import classes
from verbale.coding.page import Page, of_kind
from verbale.coding.phrases import every, has, listed
from verbale.coding.themes import found
from verbale.model import Mention, MentionKind

Token = Any
Span = tuple[int, int]
Told = tuple[str, Span, str]
"""A need, where it stands in its sentence, and its causes."""
_NEAR = 3
"""How many words behind a word of want what is wanted may stand."""


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
    """What is wanted, with its cause where one is told; without a cause only what a sentence tells to be wanting."""
    text, population = sentence.text, _population(page, sentence)
    lasting = not _past(sentence.root)
    caused = _caused(text, lasting=lasting)
    told = [each for pairs, _ in caused for each in pairs]
    causing = [at for _, spans in caused for at in spans]
    told += [(v, places[0], "") for v, places in found("needs", text).items() if has("need_cues", text)]
    told += [(v, at, "") for v, at in _lacking(text) if lasting and population]
    kept: dict[str, Told] = {}
    for each in told:
        kept.setdefault(each[0], each)
    return [
        _mention("need", value, page, sentence, at, cause=cause or None, population=population)
        for value, at, cause in kept.values()
        if cause or not any(a < at[1] and at[0] < b for a, b in causing)
    ]


def _caused(text: str, *, lasting: bool) -> list[tuple[list[Told], list[Span]]]:
    """The needs that stand with a cause, and where it stands: behind "because", or before what it did ("left them without")."""
    told = []
    start = 0
    for at, close, behind in _links(text):
        ahead, after = (start, at[0]), (at[1], close)
        comma = text.find(",", at[1], close)
        if behind and comma > 0 and not text[start : at[0]].strip(" ,;:"):
            ahead, after = (comma + 1, len(text)), (at[1], comma)
        wanted, reach = (ahead, after) if behind else (after, ahead)
        causes = {value: inside for value, spans in found("causes", text).items() if (inside := _inside(spans, reach))}
        if causes:
            plain = not behind or text[slice(*at)].lower() in listed("plain_links")
            spans = [span for each in causes.values() for span in each]
            told.append(
                ([(v, place, "; ".join(causes)) for v, place in _wanted(text, wanted, plain=plain, lasting=lasting)], spans)
            )
            start = max(end for _, end in spans) if behind else start
    return told


def _links(text: str) -> list[tuple[Span, int, bool]]:
    """The words that tie a need to its cause, each with where the next begins, and whether the cause stands behind."""
    links = sorted([(at, True) for at in every("cause_links", text)] + [(at, False) for at in every("effect_links", text)])
    begins = [at[0] for at, _ in links]
    return [(at, begins[n + 1] if n + 1 < len(links) else len(text), behind) for n, (at, behind) in enumerate(links)]


def _wanted(text: str, reach: Span, *, plain: bool, lasting: bool) -> list[tuple[str, Span]]:
    """The needs named in a stretch that a cause goes with.

    ``plain``: by a word that only ties causes ("because"); other ties ("after") ask for a word of need as well. Words that name a
    need only where something is wanting ("wants" of ``themes.csv``) count where that is told, or told to last.
    """
    named = found("needs", text) if plain or has("need_cues", text) else {}
    more = found("wants", text) if (plain and lasting) or has("lacks", text[slice(*reach)]) else {}
    places = [(v, at) for spans in (named, more) for v, every_ in spans.items() for at in _inside(every_, reach)]
    return sorted(places, key=lambda p: p[1])


def _past(root: Token) -> bool:
    """Whether a sentence tells of what was: no want that lasts."""
    return root.tag_ == "VBD" or any(
        c.lower_ in ("had", "was", "were", "did") for c in root.children if c.dep_ in ("aux", "auxpass")
    )


def _lacking(text: str) -> list[tuple[str, Span]]:
    """What stands right behind a word of want: "no flour", "needs a doctor"."""
    reaches = [(end, end + len(" ".join(text[end:].split()[:_NEAR])) + 1) for _, end in every("lacks", text)]
    return [(v, at) for v, spans in found("wants", text).items() for reach in reaches for at in _inside(spans, reach)]


def _inside(spans: list[Span], reach: Span) -> list[Span]:
    return [at for at in spans if reach[0] <= at[0] and at[1] <= reach[1]]


def _mention(
    kind: MentionKind, value: str, page: Page, sentence: Any, at: tuple[int, int], *,
    cause: str | None = None, population: str | None = None,
) -> Mention:  # fmt: skip
    start, end = page.base + sentence.start_char + at[0], page.base + sentence.start_char + at[1]
    words = page.doc.text[start - page.base : end - page.base]
    return Mention(kind=kind, value=value, start=start, end=end, words=words, cause=cause, population=population)


def _population(page: Page, sentence: Any) -> str | None:
    """The people concerned, in the words used: behind "by", "for", "of" or "among", else the first people named."""
    people = [t for t in sentence if _is_people(page, t) and not any(c.lower_ == "no" for c in t.children)]
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
