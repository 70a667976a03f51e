"""Pages that tell several stories: digests, round-ups, lists of news; nothing told in one says who is meant in the next."""

from __future__ import annotations

from verbale.coding.lexicon import words
from verbale.coding.page import Page
from verbale.coding.scan import Hit
from verbale.coding.tokens import Token

_FEWEST = 3
"""Paragraphs from which on a page can be a digest."""
_SHORTEST = 8
"""Words of a paragraph that tells something."""
_BACK = 3
"""How many paragraphs back one may go on from."""
_APART = 0.6
"""Share of the paragraphs that go on from none before them, from which on the page is a digest."""
_OPEN = 0.75
"""Share of the paragraphs that name whom they are about at once."""
_HEAD, _LONGEST = 8, 3
"""Among how many words that name stands, and how many sentences an item has."""
_ANAPHORS = {
    "he",
    "she",
    "it",
    "they",
    "his",
    "her",
    "its",
    "their",
    "this",
    "these",
    "those",
    "both",
    "but",
    "however",
    "and",
    "also",
}
"""Words with which a paragraph goes on from the one before."""
_OURS = {"we", "our", "us", "i", "my"}


def stories(pages: list[Page]) -> list[list[Page]]:
    """The pages of a document by the story that they tell: all in one, unless most paragraphs share no name with those before."""
    telling = [p for p in pages if len(p.doc) >= _SHORTEST and p.block.lead_in is None]
    if len(telling) < _FEWEST or any(p.block.lead_in for p in pages) or _of_one_voice(pages):
        return [pages]
    named = {id(p): _named(p) for p in telling}
    before = {id(p): _goes_on(p, telling[max(0, n - _BACK) : n], named) for n, p in enumerate(telling)}
    fresh = {key for key, page in before.items() if page is None} - {id(telling[0])}
    if len(fresh) < _APART * (len(telling) - 1) or sum(map(_opens_anew, telling)) < _OPEN * len(telling):
        return [pages]
    found: list[list[Page]] = [[]]
    place: dict[int, int] = {}
    for page in pages:
        if id(page) in fresh:
            found.append([])
        earlier = before.get(id(page))
        place[id(page)] = place.get(id(earlier), len(found) - 1) if earlier is not None else len(found) - 1
        found[place[id(page)]].append(page)
    return found


def _opens_anew(page: Page) -> bool:
    """Whether a paragraph is short and says from its first words on whom it is about, as an item of news does."""
    return len(page.doc.sents) <= _LONGEST and any(
        any(e.kind not in ("place", "forum", "capital") for e in page.cover[t.i][2].entries)
        for t in page.doc.words[:_HEAD]
        if t.i in page.cover
    )


def _of_one_voice(pages: list[Page]) -> bool:
    """Whether a page speaks for somebody: a statement's points are one story."""
    return sum(t.lower_ in _OURS and t.text != "US" and not t.doc.quoted[t.i] for p in pages for t in p.doc) > 1


def hits_of(pages: list[Page]) -> list[Hit]:
    """The catalogue's names in some pages, in order."""
    return list({(hit.start, hit.end): hit for page in pages for _, _, hit in page.cover.values()}.values())


def _goes_on(page: Page, before: list[Page], named: dict[int, set[str]]) -> Page | None:
    """The paragraph before that one goes on from: the last where it takes up something, else one that shares a name."""
    opens = next((t.lower_ for t in page.doc if t.text[0].isalnum()), "")
    if before and (opens in _ANAPHORS or any(_takes_up(t) for t in page.doc)):
        return before[-1]
    return next((p for p in reversed(before) if named[id(page)] & named[id(p)]), None)


def _takes_up(token: Token) -> bool:
    """Whether a noun takes up what was told: "the meeting", "the two sides"."""
    taken = token.lemma_.lower() in words("occasion") or token.lower_ in words("sets") | {"sides", "decision"}
    return (
        token.pos_ == "NOUN"
        and taken
        and any(c.lower_ in ("the", "this", "both") for c in token.children)
        and not _explained(token)
    )


def _explained(token: Token) -> bool:
    """Whether a noun says itself which one it is: "the talks between Chad and Niger"."""
    return any(c.dep_ in ("prep", "relcl", "acl", "compound", "amod") for c in token.children)


def _named(page: Page) -> set[str]:
    """The parties and the capitalised words of a paragraph, but for the outlets in brackets behind it."""
    names = {t.text for t in _told(page) if t.pos_ == "PROPN" and (len(t.text) > 2 or t.text.isupper()) and t.text[0].isupper()}
    codes = {
        e.code[:3] for _, _, hit in page.cover.values() for e in hit.entries if e.kind in ("state", "demonym", "capital", "people")
    }
    return names | codes


def _told(page: Page) -> list[Token]:
    found: list[Token] = []
    if page.doc.text.count("(") != page.doc.text.count(")"):
        return [*page.doc]
    depth = 0
    for token in page.doc:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0:
            found.append(token)
    return found
