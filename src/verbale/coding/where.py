"""Where an act took place: the city that its clause names, a visit's goal, the capital of a host, or where the page is from."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from verbale.catalogue import tables
from verbale.catalogue.fold import fold
from verbale.catalogue.world import World
from verbale.coding.clause import first_of_list, subjects
from verbale.coding.context import capital, country_of, datelined
from verbale.coding.dating import background, clauses_between, elsewhere, others
from verbale.coding.draft import Draft
from verbale.coding.lexicon import words
from verbale.coding.page import Page, of_kind
from verbale.coding.phrases import has, listed
from verbale.coding.scan import Hit

Token = Any
_PLACED = {"CONSULT", "PROTEST", "ASSAULT", "COERCE", "MOBILIZE"}
_DONE_SOMEWHERE = {"AGREE", "COOPERATE", "SUPPORT", "SANCTION"}
_NOWHERE = {("CONSULT", "call"), ("CONSULT", "correspond")}
_AT = {"in", "at", "near", "outside", "inside", "around", "across", "through", "into", "off"}
_TO = {"to", "for", "towards"}
_WITHIN = {"compound", "appos", "nmod", "pobj", "amod", "conj", "dobj", "npadvmod", "nsubj", "prep", "pcomp"}
_FAR = 4


class Where(msgspec.Struct, frozen=True):
    """A place: the city as written (``None``: only its country is told), the country, and where it was read or by which rule."""

    place: str | None
    country: str | None
    start: int | None = None
    end: int | None = None
    rule: str | None = None


def place_of(draft: Draft, pages: Sequence[Page] = ()) -> Where | None:
    """Where the draft's act took place, as far as its passage tells.

    Args:
        draft: the act.
        pages: the document's pages, for evidence and lead-ins in other blocks.
    """
    if (draft.type, draft.mode) in _NOWHERE:
        return None
    own = _own(draft)
    if own or (draft.type not in _PLACED and draft.mode != "mission"):
        return own
    for page, span in [*((draft.page, s) for s in others(draft, draft.token.sent)), *elsewhere(draft, pages)]:
        found = _told(draft, page, span)
        if found:
            return found
    if draft.type not in ("CONSULT", "COOPERATE") or background(draft):
        return None
    return _beside(draft) or _at_home(draft)


def _own(draft: Draft) -> Where | None:
    """The place in the trigger's own sentence."""
    goal = _goal(draft) if draft.mode == "visit" else _host_city(draft)
    if goal:
        return goal
    near = _nearest(draft)
    return near if near and (draft.type in _PLACED or draft.mode == "mission" or _bound(draft, near)) else None


# -- candidates --------------------------------------------------------------------------------------------------------


def places(page: Page, span: Any) -> Iterator[tuple[Token, Where, Token]]:
    """The places that a stretch of text puts something in: head token, place, and the preposition or the verb of a visit."""
    seen = set()
    for token in span:
        where = named(page, token)
        if where is None or where.start in seen:
            continue
        seen.add(where.start)
        governor = _preposition(token) or _visiting(token)
        if governor is not None:
            yield token, where, governor


def named(page: Page, token: Token) -> Where | None:
    """The city, place or country that a token names."""
    if token.i in page.cover:
        start, end, hit = page.cover[token.i]
        return _from_hit(page, start, end, hit, token)
    if token.lower_ == "capital" and token.pos_ == "NOUN":
        return _the_capital(page, token)
    return _unknown_town(page, token)


def _unknown_town(page: Page, token: Token) -> Where | None:
    """A town that no catalogue has: a place to the tagger, or a bare name behind a preposition of place."""
    if token.pos_ != "PROPN" or token.i in page.cover or not token.text[:1].isupper():
        return None
    span = next((e for e in page.doc.ents if e.start <= token.i < e.end and e.label_ in ("GPE", "LOC")), None)
    if span is None and token.ent_type_ == "" and token.dep_ == "pobj" and token.head.lower_ in ("in", "to", "from", "of"):
        span = page.doc[page.left(token) : token.i + 1]
    if span is None or any(i in page.cover for i in range(span.start, span.end)) or has("office", span[-1].lower_):
        return None
    start = span.start + (span[0].lower_ == "the")
    name = page.doc[start : span.end]
    return Where(name.text, _country_beside(page, span.end), page.start(name[0]), page.end(name[-1])) if len(name) else None


def _from_hit(page: Page, start: int, end: int, hit: Hit, token: Token) -> Where | None:
    if token.i != start or hit.name in _venues():
        return None
    text = page.doc[start:end].text
    first, last = page.start(page.doc[start]), page.end(page.doc[end - 1])
    for entry in of_kind(hit, "capital", "place"):
        return Where(text, entry.code or None, first, last)
    for entry in of_kind(hit, "metonym"):
        if token.i and token.nbor(-1).lower_ in ("the", "at", "in", "to"):
            return Where(capital(entry.code), entry.code, first, last, rule="seat of its government")
    for entry in of_kind(hit, "state"):
        return Where(None, entry.code, first, last)
    return None


@functools.cache
def _venues() -> frozenset[str]:
    """Names of buildings: where something took place, but no city."""
    rows = tables.rows("common", "places")
    return frozenset(fold(n) for r in rows if r.get("kind") == "venue" for n in [r["name"], *tables.cells(r["aliases"])])


def _the_capital(page: Page, token: Token) -> Where | None:
    """Read "the Albanian capital", "the capital of Albania" as the capital's name in the catalogue."""
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


def _preposition(token: Token) -> Token | None:
    """The preposition that a place hangs on, through the nouns that it names more closely ("in a Doha hotel", "in the city of")."""
    node = token
    for _ in range(6):
        if node.dep_ == "pobj" and node.head.dep_ in ("prep", "prt", "dative"):
            outer = node.head.head
            if node.head.lower_ != "of" or outer.lower_ not in words("goal") | {"resort"}:
                return node.head
            node = outer
        elif node.dep_ == "poss" or node.dep_ not in _WITHIN or node.head.i == node.i:
            return None
        else:
            node = node.head
    return None


def _visiting(token: Token) -> Token | None:
    """The verb that a place is what is visited of: "visited Oslo"."""
    return token.head if token.dep_ == "dobj" and token.head.lemma_.lower() in listed("visiting") else None


# -- choosing ----------------------------------------------------------------------------------------------------------


def _goal(draft: Draft) -> Where | None:
    """A visit's goal: what was visited, or where the words say that it went; a city outweighs its country."""
    found = _led_by(draft, _TO | _AT) or _led_by(draft, {"from"})
    return next((w for w in found if w.place), None) or (found[0] if found else None)


def _led_by(draft: Draft, prepositions: set[str]) -> list[Where]:
    """The places that a verb of going has as its object, or behind some prepositions."""
    goals = [c for c in draft.token.children if c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ in prepositions)]
    return [w for c in goals for t in c.subtree if (w := named(draft.page, t)) is not None and _attached(t, c)]


def _host_city(draft: Draft) -> Where | None:
    """The capital that stands for the host: "Moscow hosted", "Oslo's hosting of talks"."""
    receives = draft.mode == "host" or draft.token.lemma_.lower() in listed("receiving")
    for ref in draft.refs("source", "host") if receives else draft.refs("host"):
        for start, _, hit in draft.page.cover.values():
            first = draft.page.start(draft.page.doc[start])
            if ref.start <= first < ref.end and of_kind(hit, "capital"):
                return Where(draft.page.doc[start].text, of_kind(hit, "capital")[0].code, first, first + len(hit.name))
    return None


def _attached(token: Token, head: Token) -> bool:
    """Whether a place is the phrase's own and not in a clause below it."""
    node = token
    while node.i != head.i and node.head.i != node.i:
        if node.dep_ in ("relcl", "acl", "advcl"):
            return False
        node = node.head
    return True


def _nearest(draft: Draft) -> Where | None:
    """The city nearest to the trigger by clauses."""
    scored = [
        (1 if _set_off(prep) else clauses_between(draft.token, token), abs(token.i - draft.token.i), where)
        for token, where, prep in places(draft.page, draft.token.sent)
        if where.place and _puts(draft, prep) and not _somebodys(draft, where)
    ]
    fitting = [s for s in scored if s[0] < _FAR] or [(0, 0, w) for w in _in_its_name(draft)]
    return min(fitting, key=lambda s: s[:2])[2] if fitting else None


def _set_off(prep: Token) -> bool:
    """Whether a comma parts a place from the name before it: "met the envoy, John Roe, *in* Oslo"; then the main verb is there."""
    return bool(prep.i > 1 and prep.nbor(-1).text == "," and prep.nbor(-2).pos_ == "PROPN")


def _in_its_name(draft: Draft) -> Iterator[Where]:
    """The city that an occasion is called by: "the Vienna conference", "the Doha talks"."""
    for token in draft.token.sent if draft.type == "CONSULT" else ():
        last = draft.page.doc[draft.page.cover[token.i][1] - 1] if token.i in draft.page.cover else token
        if last.dep_ == "compound" and last.head.lower_ in listed("called_by_city"):
            where = named(draft.page, token)
            if where and where.place:
                yield where
        if token.i in draft.page.cover and (where := _of_forum(draft.page, *draft.page.cover[token.i])):
            yield where


def _of_forum(page: Page, start: int, end: int, hit: Hit) -> Where | None:
    """The city of a conference whose own name is city and kind: "the Doha meeting"; a process or format moves about."""
    city, kind = page.doc[start : end - 1], page.doc[end - 1]
    country = country_of(city.text) if of_kind(hit, "forum") and kind.lower_ in listed("called_by_city") else None
    return Where(city.text, country, page.start(city[0]), page.end(city[-1])) if country else None


def _puts(draft: Draft, prep: Token) -> bool:
    """Whether a preposition puts an act somewhere: "in", "at"; "to" with a verb of motion; "visited Oslo *and* met"."""
    if prep.pos_ == "VERB":
        return bool(first_of_list(prep).i == first_of_list(draft.token).i)
    if prep.lower_ in _AT:
        return prep.head.lower_ not in ("interest", "interested", "situation", "developments", "trust", "confidence")
    if prep.lower_ == "from":
        return draft.mode == "visit"
    return prep.lower_ in _TO and (draft.mode == "visit" or prep.head.lemma_.lower() in listed("motion"))


def _somebodys(draft: Draft, where: Where) -> bool:
    """Whether a place belongs to a participant's description ("the embassy in Kabul said"), which says where only for a crowd."""
    if draft.mode in ("host", "attend", "protest", "mission"):
        return False
    return any(r.start <= (where.start or -1) < r.end for r in draft.refs())


def _told(draft: Draft, page: Page, span: Any) -> Where | None:
    """The city that another sentence puts its own act in."""
    found = [
        (clauses_between(span.root, token), token.i, where)
        for token, where, prep in places(page, span)
        if where.place and _puts(draft, prep) and not _standing(prep.head)
    ]
    fitting = [f for f in found if f[0] < _FAR]
    return min(fitting, key=lambda f: f[:2])[2] if fitting else None


def _standing(head: Token) -> bool:
    """Whether a place only tells where an office or its holder stands: "the embassy in Kabul", "its ambassador to Oslo"."""
    return head.pos_ == "PROPN" or head.lemma_.lower() in listed("posted")


def _bound(draft: Draft, where: Where) -> bool:
    """Whether the trigger itself stands in that place: speech acts have one only where their own verb or speaker is placed."""
    preps = [c for c in draft.token.children if c.dep_ == "prep" and c.lower_ in _AT]
    if draft.type not in _DONE_SOMEWHERE:
        aside = [c for s in subjects(draft.token) for c in s.children if c.lower_ == "in" and c.i and c.nbor(-1).text == ","]
        preps = [c for c in preps if c.i < draft.token.i] + aside
    return where in [w for c in preps for t in c.subtree if (w := named(draft.page, t)) is not None]


def _beside(draft: Draft) -> Where | None:
    """The place that the sentence before or after gives, in the same block."""
    doc, sentence = draft.page.doc, draft.token.sent
    neighbours = [doc[sentence.start - 1].sent] if sentence.start else []
    neighbours += [doc[sentence.end].sent] if sentence.end < len(doc) else []
    return next((w for span in neighbours if (w := _told(draft, draft.page, span)) is not None), None)


def _at_home(draft: Draft) -> Where | None:
    """A host's capital where the words have somebody received at an office or palace, or come to "the capital"."""
    if not any(_office(t) for t in draft.token.sent):
        return None
    country = _host(draft)
    return Where(capital(country), country, rule="office of the host") if country and capital(country) else None


def _office(token: Token) -> bool:
    """Whether a word is the "office" of "at his office" or the "capital" of "to the capital"."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("at", "in", "to"):
        return False
    return token.lower_ in listed("office") or (token.lower_ == "capital" and not any(c.dep_ == "prep" for c in token.children))


def _host(draft: Draft) -> str | None:
    """The country of whoever received: the host, the subject of "received", else the contested authority that was called on."""
    authorities = [p for p in sorted(draft.parties()) if p.endswith("-AUTH")]
    receives = draft.token.lemma_.lower() in listed("receiving")
    for party in [*(r.party for r in draft.refs("host")), *(r.party for r in draft.refs("source") if receives), *authorities]:
        if party and (len(party) == 3 or party.endswith("-AUTH")):
            return party[:3]
    return None


def dated_from(draft: Draft, world: World, dateline: str) -> Where | None:
    """The city of a dateline such as ``"KABUL (AFP) --"``, for an act that has no place of its own.

    It holds where one of those who met is at home there or it is the contested country's.
    """
    city = datelined(world, dateline) if draft.type in ("CONSULT", "COOPERATE") and not background(draft) else None
    if city is None or draft.status not in ("happened", "ongoing") or (draft.type, draft.mode) in _NOWHERE:
        return None
    homes = {(p or "")[:3] for p in draft.parties()} | {world.country}
    return Where(*city, rule="dateline") if city[1] in homes else None
