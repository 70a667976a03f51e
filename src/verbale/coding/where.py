"""Where an act took place: the city that its clause names, a visit's goal, the capital of a host, or where the page is from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from verbale.catalogue.world import World
from verbale.coding.context import capital
from verbale.coding.dating import clauses_between, others
from verbale.coding.draft import Draft
from verbale.coding.page import Page, of_kind
from verbale.coding.phrases import has
from verbale.coding.scan import Hit

Token = Any
_PLACED = {"CONSULT", "PROTEST", "ASSAULT", "COERCE", "MOBILIZE"}
_NOWHERE = {("CONSULT", "call"), ("CONSULT", "correspond")}
_AT = {"in", "at", "near", "outside", "inside", "around", "across"}
_TO = {"to", "for", "towards", "into", *_AT}
_WITHIN = {"compound", "appos", "nmod", "pobj", "amod", "conj", "poss", "dobj", "npadvmod", "nsubj", "prep", "pcomp"}
_FAR = 4


class Where(msgspec.Struct, frozen=True):
    """A place: the city as written (``None`` where only its country is told), the country, and where it was read or by which rule."""

    place: str | None
    country: str | None
    start: int | None = None
    end: int | None = None
    rule: str | None = None


def place_of(draft: Draft, hits: tuple[Hit, ...], world: World, dateline: str) -> Where | None:
    """Where the draft's act took place, as far as its passage and the dateline tell.

    Args:
        draft: the act.
        hits: the document's hits.
        world: the catalogue.
        dateline: the page's dateline, such as ``"KABUL (AFP) --"``.
    """
    if (draft.type, draft.mode) in _NOWHERE:
        return None
    visit = draft.mode == "visit"
    if visit:
        goal = _goal(draft)
        if goal:
            return goal
    sentence = draft.token.sent
    near = _best(draft, sentence, visit)
    if near and (draft.type in _PLACED or _bound(draft, near)):
        return near
    if draft.type not in _PLACED and draft.mode != "mission":
        return None
    for span in others(draft, sentence):
        found = _best(draft, span, visit)
        if found:
            return found
    return _beside(draft, sentence) or _at_home(draft, world) or _dated_from(draft, hits, dateline)


# -- candidates --------------------------------------------------------------------------------------------------------


def places(page: Page, span: Any) -> Iterator[tuple[Token, Where, str]]:
    """The places that a stretch of text puts something in: head token, place, and the preposition."""
    seen = set()
    for token in span:
        where = named(page, token)
        if where is None or where.start in seen:
            continue
        seen.add(where.start)
        word = _preposition(token)
        if word is not None:
            yield token, where, word


def named(page: Page, token: Token) -> Where | None:
    """The city, place or country that a token names."""
    if token.i in page.cover:
        start, end, hit = page.cover[token.i]
        return _from_hit(page, start, end, hit, token)
    if token.lower_ == "capital" and token.pos_ == "NOUN":
        return _the_capital(page, token)
    if token.ent_type_ in ("GPE", "LOC") and token.pos_ == "PROPN" and token.ent_iob_ == "B":
        span = next((e for e in page.doc.ents if e.start <= token.i < e.end), None)
        if span is not None and not any(i in page.cover for i in range(span.start, span.end)):
            text = span.text.removeprefix("the ")
            return Where(text, _country_beside(page, span.end), page.start(span[0]), page.end(span[-1]))
    return None


def _from_hit(page: Page, start: int, end: int, hit: Hit, token: Token) -> Where | None:
    if token.i != start:
        return None
    text = page.doc[start:end].text
    first, last = page.start(page.doc[start]), page.end(page.doc[end - 1])
    for entry in of_kind(hit, "capital", "place"):
        return Where(text, entry.code if entry.kind == "capital" else entry.code or None, first, last)
    for entry in of_kind(hit, "state"):
        return Where(None, entry.code, first, last)
    return None


def _the_capital(page: Page, token: Token) -> Where | None:
    """ "The Albanian capital", "the capital of Albania": the capital by its name in the catalogue."""
    near = [t for t in token.subtree if t.i in page.cover]
    codes = [e.code for t in near for e in of_kind(page.cover[t.i][2], "demonym", "state")]
    name = capital(codes[0]) if codes else None
    return Where(name, codes[0], page.start(token), page.end(token)) if name else None


def _country_beside(page: Page, end: int) -> str | None:
    """The country set off behind a town: "in Lahore, Pakistan", "in Balkh province, Afghanistan"."""
    for i in range(end, min(end + 4, len(page.doc))):
        if i in page.cover:
            return next((e.code for e in of_kind(page.cover[i][2], "state")), None)
        if page.doc[i].lower_ not in (",", "in", "province", "of"):
            return None
    return None


def _preposition(token: Token) -> str | None:
    """The preposition that a place hangs on, through the nouns that it names more closely ("in a Doha hotel")."""
    node = token
    for _ in range(4):
        if node.dep_ == "pobj" and node.head.dep_ in ("prep", "prt", "dative"):
            return str(node.head.lower_)
        if node.dep_ == "poss" or node.dep_ not in _WITHIN or node.head.i == node.i:
            return None
        node = node.head
    return None


# -- choosing ----------------------------------------------------------------------------------------------------------


def _goal(draft: Draft) -> Where | None:
    """A visit's goal: what was visited, or where the words say that it went; a city outweighs its country."""
    token, page = draft.token, draft.page
    found = []
    for child in token.children:
        if child.dep_ == "dobj":
            found += [w for t in child.subtree if (w := named(page, t)) is not None]
        elif child.dep_ == "prep" and child.lower_ in _TO:
            found += [w for t in child.subtree if (w := named(page, t)) is not None and _attached(t, child)]
    return next((w for w in found if w.place), None) or (found[0] if found else None)


def _attached(token: Token, prep: Token) -> bool:
    """Whether a place is the preposition's own object and not in a clause below it."""
    node = token
    while node.i != prep.i and node.head.i != node.i:
        if node.pos_ in ("VERB", "AUX") and node.dep_ in ("relcl", "acl", "advcl"):
            return False
        node = node.head
    return True


def _best(draft: Draft, span: Any, visit: bool) -> Where | None:
    """The place nearest to the trigger by clauses; a city outweighs a country."""
    allowed = _TO if visit else _AT
    scored = [
        (clauses_between(draft.token, token) + (where.place is None), token.i, where)
        for token, where, word in places(draft.page, span)
        if word in allowed and not _somebodys(draft, where) and not (where.place is None and not visit)
    ]
    fitting = [s for s in scored if s[0] < _FAR]
    return min(fitting, key=lambda s: (s[0], abs(s[1] - draft.token.i)))[2] if fitting else None


def _somebodys(draft: Draft, where: Where) -> bool:
    """Whether a place belongs to a participant's name or description ("the embassy in Kabul said")."""
    return any(r.start <= (where.start or -1) < r.end for r in draft.refs() if draft.mode not in ("host", "attend"))


def _bound(draft: Draft, where: Where) -> bool:
    """Whether the trigger itself stands in that place: speech acts have one only where their own verb is placed."""
    direct = [w for c in draft.token.children if c.dep_ == "prep" and c.lower_ in _AT for t in c.subtree if (w := named(draft.page, t))]
    return draft.type in ("AGREE", "COOPERATE", "SUPPORT", "SANCTION") and where in direct


def _beside(draft: Draft, sentence: Any) -> Where | None:
    """The place that the sentence before or after gives, in the same block."""
    if draft.type != "CONSULT":
        return None
    doc = sentence.doc
    neighbours = [doc[sentence.start - 1].sent] if sentence.start else []
    neighbours += [doc[sentence.end].sent] if sentence.end < len(doc) else []
    for span in neighbours:
        found = [w for _, w, word in places(draft.page, span) if word in _TO and w.place]
        if found:
            return found[0]
    return None


def _at_home(draft: Draft, world: World) -> Where | None:
    """A host's capital where the words have somebody received at an office or palace."""
    if draft.type not in ("CONSULT", "COOPERATE") or not has("office", draft.token.sent.text):
        return None
    for ref in draft.refs("host", "source"):
        country = (ref.party or "")[:3]
        if capital(country) and (ref.party == country or (ref.party or "").endswith("-AUTH")):
            return Where(capital(country), country, rule="office of the host")
    del world
    return None


def _dated_from(draft: Draft, hits: tuple[Hit, ...], dateline: str) -> Where | None:
    """The dateline's city, where one of those who met is at home there."""
    if draft.type not in ("CONSULT", "COOPERATE") or draft.status not in ("happened", "ongoing") or not dateline:
        return None
    homes = {(p or "")[:3] for p in draft.parties()}
    for hit in hits:
        if hit.start >= len(dateline) + 400:
            break
        for entry in of_kind(hit, "capital", "place"):
            if hit.name.lower() in dateline.lower() and entry.code in homes:
                return Where(_cased(hit.name), entry.code, hit.start, hit.end, rule="dateline")
    return None


def _cased(name: str) -> str:
    return name.title() if name.isupper() or name.islower() else name
