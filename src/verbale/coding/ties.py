"""Whom a title, a class or a thing belongs to: the country, body or side that the words around it give.

A possessor is itself a mention, so this module and :mod:`verbale.coding.mentions` call each other.
"""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.catalogue import labels
from verbale.coding import mentions
from verbale.coding.clause import SET_IN, children, preposition, stolen
from verbale.coding.lexicon import classes, names_people, words
from verbale.coding.page import Page, best, of_kind
from verbale.coding.scan import Hit
from verbale.coding.scene import Scene
from verbale.coding.surnames import by_surname
from verbale.model import Location

Token = Any
_PARTY_KINDS = ("state", "demonym", "people", "authority", "organisation", "body", "metonym", "capital", "person")
_SIDES = {"AUTH", "OPP", "ARM"}
_COUNTRY = 3
_MIRRORS = {"counterpart", "colleague", "guest", "host", "rival", "number", "peer"}
"""Titles that name somebody by somebody else: "his counterpart" is not his."""
_FOR_A_COUNTRY = {"envoy", "representative", "ambassador", "adviser", "coordinator", "rapporteur", "minister", "mission"}


class Affiliation(msgspec.Struct, frozen=True):
    """Whom the words around a title or class tie it to: a party, the country behind it, and where that stands."""

    party: str | None
    country: str | None
    start: int
    end: int
    text: str


def affiliations(page: Page, head: Token, first: int, scene: Scene) -> list[Affiliation]:
    """Whom a title or class belongs to: what stands before it, else its "of", "from" or, but for envoys, "for"."""
    found = left_affiliations(page, head, first, scene)
    if found and not _only_backed(page, head, first):
        return found
    names = ["of", "from", "at"]
    text = head.lower_
    if head.lemma_.lower() not in _FOR_A_COUNTRY:
        names += ["for", "with"]
    if head.lemma_ in _MIRRORS:
        names += ["in"]
    inner = preposition(head, *names)
    behind = [a for t in inner for a in ties_of(page, t, scene)]
    if not behind:  # "the Ministry of Foreign Affairs *of Ruritania*"
        behind = [a for t in inner if t.pos_ in ("NOUN", "PROPN") for o in preposition(t, "of") for a in ties_of(page, o, scene)]
    if not behind and head.tag_ == "NNS" and text not in classes():  # "ambassadors and envoys of France" are both its
        after = next((c for c in conjuncts(page, head, scene) if c.tag_ == "NNS"), None)
        behind = [a for t in (preposition(after, "of", "from") if after is not None else []) for a in ties_of(page, t, scene)]
    if not behind and text in words("polity"):  # "the government and the people of France" are both its
        after = next((c for c in children(head, "conj") if c.lower_ in words("polity")), None)
        behind = [a for t in (preposition(after, "of", "from") if after is not None else []) for a in ties_of(page, t, scene)]
    if not behind:
        sent = [c for c in children(head, "acl") if c.tag_ == "VBN" and c.lemma_ in words("appointing")]
        behind = [a for c in sent for t in preposition(c, "by") for a in ties_of(page, t, scene)]
    if not behind and text in classes() | {"afghans": ""}:
        behind = [a for t in preposition(head, "in", "inside", "within") for a in ties_of(page, t, scene)]
    if found and not behind and head.dep_ == "appos":  # "the Ruritanian Front, a Freedonia-backed group"
        behind = [a for a in ties_of(page, head.head, scene) if a.country not in {f.country for f in found}]
    return behind or found


def left_affiliations(page: Page, head: Token, first: int, scene: Scene) -> list[Affiliation]:
    """The parties that stand before a head: its possessor, else what is named between ``left`` of the phrase and ``first``."""
    for owner in children(head, "poss"):
        if owner.pos_ == "PRON" and head.lemma_ in _MIRRORS:
            continue
        found = [a for a in ties_of(page, owner, scene) if a.party]
        if found:
            return found
    if head.lemma_.lower() in words("occasion") | words("accords"):
        spans = page.hits(page.left(head), head.i)
        if spans and all(best(s[2], scene.day).kind in ("capital", "place") for s in spans):
            return []  # the Doha agreement is not Qatar's
    for part in children(head, "compound", "nmod", "amod"):
        for owner in children(part, "poss"):
            found = ties_of(page, owner, scene)
            if found:
                return found
    return left_ties(page, page.left(head), first, scene) or _led(page, head, scene)


def _backs(page: Page, end: int) -> bool:
    """Whether a name that ends before token ``end`` is only that of who stands behind a group: "*Ruritania*-backed rebels"."""
    after = page.doc[end : end + 2]
    return len(after) > 1 and after[0].text == "-" and after[1].lower_ in words("backing")


def _only_backed(page: Page, head: Token, first: int) -> bool:
    """Whether nobody but its backers is named before a group."""
    spans = [s for s in page.hits(page.left(head), first) if of_kind(s[2], *_PARTY_KINDS)]
    return bool(spans) and all(_backs(page, end) for _, end, _hit in spans) and not children(head, "poss")


def _led(page: Page, head: Token, scene: Scene) -> list[Affiliation]:
    """Whose government it is that goes by a name: "the Roe administration"."""
    if head.lemma_.lower() not in words("led"):
        return []
    named = [c for c in children(head, "compound", "nmod", "amod") if c.pos_ == "PROPN" and c.i not in page.cover]
    known = [(c, scene.recall(c.text) or by_surname(c.text, None, scene)) for c in named]
    return [
        Affiliation(k.party, k.party[:3] if k.party[3:4] in ("", "-") else None, page.start(c), page.end(c), c.text)
        for c, k in known
        if k is not None and k.party
    ]


def left_ties(page: Page, left: int, first: int, scene: Scene) -> list[Affiliation]:
    """The parties named between ``left`` and ``first``; "Chinese and Pakistani" gives two, "US Afghanistan" the first."""
    sided = _sided(page, left, first, scene)
    if sided:
        return [sided]
    spans = [s for s in page.hits(left, first) if of_kind(s[2], *_PARTY_KINDS) and s[1] <= first]
    spans = [s for s in spans if not _backs(page, s[1])] or spans
    ties = [_tie(page, s, scene) for s in spans]
    kept = [t for t in ties if t.party or t.country][:1]
    for (_, end, _hit), (start, _, _hit2), tie in zip(spans, spans[1:], ties[1:], strict=False):
        between = {t.lower_ for t in page.doc[end:start]}
        if between & {"and", ",", "or", "&", "/", "-"} and not between - {"and", ",", "or", "&", "/", "-", "the"}:
            kept.append(tie)
        else:
            break
    return kept


def _sided(page: Page, left: int, first: int, scene: Scene) -> Affiliation | None:
    """The side that a class word among the modifiers gives: "junta chief", "Belarusian opposition leader"."""
    for token in page.doc[left:first]:
        kind = classes().get(token.lower_) if token.i not in page.cover and token.pos_ in ("NOUN", "PROPN", "ADJ") else None
        if kind not in _SIDES:
            continue
        spans = [s for s in page.hits(left, first) if of_kind(s[2], *_PARTY_KINDS)]
        countries = [t.country for t in (_tie(page, s, scene) for s in spans) if t.country]
        country = countries[0] if countries else scene.focus
        if country:
            return Affiliation(class_party(country, kind, scene), country, page.start(token), page.end(token), token.text)
    return None


def ties_of(page: Page, token: Token, scene: Scene) -> list[Affiliation]:
    """The parties that a possessor or "of" phrase gives."""
    found = []
    for part in [token, *conjuncts(page, token, scene)]:
        if part.i in page.cover and not of_kind(page.cover[part.i][2], "person"):
            span = page.cover[part.i]
            if of_kind(span[2], *_PARTY_KINDS):
                found.append(_tie(page, span, scene))
                continue
        for ref in mentions.mention(page, part, scene):
            country = ref.party[:3] if ref.party and (len(ref.party) == 3 or ref.party[3:4] == "-") else None
            found.append(Affiliation(ref.party, country, ref.start, ref.end, ref.name))
    return found


def _tie(page: Page, span: tuple[int, int, Hit], scene: Scene) -> Affiliation:
    start, end, hit = span
    entry = best(hit, scene.day)
    party = scene.acting(entry.code) if entry.kind in ("people", "state", "demonym") else scene.party(entry)
    country = entry.code[:3] if entry.kind not in ("body", "person") and entry.code[3:4] in ("", "-") else None
    if entry.kind == "person" and party and party[3:4] in ("", "-"):
        country = party[:3]
    return Affiliation(party, country, page.start(page.doc[start]), page.end(page.doc[end - 1]), page.doc[start:end].text)


def class_party(country: str, kind: str, scene: Scene) -> str | None:
    """The code of a class of a country's people; for the authority, whoever acts for the country on the document's day."""
    if kind == "AUTH":
        return scene.acting(country)
    return f"{country}-{kind}"


def conjuncts(page: Page, head: Token, scene: Scene) -> list[Token]:
    """What is coordinated with a word, and with that again; without recursion, as a list can have 1,000 names."""
    taken = stolen(head.sent.root)
    found: dict[Token, None] = {}
    ahead = [head]
    while ahead:
        token = ahead.pop()
        if token in found:
            continue
        if token is not head:
            found[token] = None
        beside = [c for c in _beside(page, token, scene) if c not in taken and c.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
        ahead += reversed(beside)
    return list(found)


def _beside(page: Page, head: Token, scene: Scene) -> list[Token]:
    """What is coordinated with one word; a second country in apposition is a list that the parser took for one."""
    listed = _next_of_list(page, head, scene)
    behind = [c for a in children(head, "appos") for c in [*children(a, "conj"), *_next_of_list(page, a, scene)]]
    # "the envoy for Mali, the consul and other diplomats": who is hung on the country goes on from the envoy
    behind += [
        c
        for p in children(head, "prep")
        for o in children(p, "pobj")
        if is_thing(page, o)
        for c in [*children(o, "conj"), *(a for a in children(o, "appos") if is_another(page, head, a, scene))]
        if not is_thing(page, c) and (c.ent_type_ == "PERSON" or names_people(c.lower_, c.lemma_.lower()))
    ]
    return list(dict.fromkeys([*children(head, "conj"), *listed, *behind]))


def _next_of_list(page: Page, head: Token, scene: Scene) -> list[Token]:
    """Appositions that are no other name of what they hang on, but the next of a list."""
    return [a for a in children(head, "appos") if (is_thing(page, a) and is_thing(page, head)) or is_another(page, head, a, scene)]


def is_another(page: Page, host: Token, appositive: Token, scene: Scene) -> bool:
    """Whether an apposition is the next of a list: "met *the president of Peru, the prime minister of Belize* and ...".

    Two offices of two states are; a name, or a body's office, only where the list goes on and nobody in the chair is meant.
    """
    lands, others = _lands(page, host, scene), _lands(page, appositive, scene)
    if not lands or not others or lands & others:
        return False
    if all(labels.is_state(code) for code in lands | others) and not _named(page, host) and not _named(page, appositive):
        return True
    after = [a for a in children(host, "appos") if a.i > appositive.i]
    return bool(after or _beside(page, appositive, scene)) and appositive.lemma_.lower() not in words("presiding")


def _named(page: Page, token: Token) -> bool:
    return token.i in page.cover and not is_thing(page, token)


def _lands(page: Page, token: Token, scene: Scene) -> set[str]:
    """The countries and bodies of an office by its own words, and those that a person known by name ever acted for."""
    if _named(page, token):
        known = [o for e in of_kind(page.cover[token.i][2], "person") for o in scene.world.offices.get(e.id, [])]
        return {o.party[:_COUNTRY] if o.party[_COUNTRY : _COUNTRY + 1] == "-" else o.party for o in known}
    if is_thing(page, token) or not names_people(token.lower_, token.lemma_.lower()):
        return set()
    behind = [page.cover[o.i] for o in preposition(token, "of", "from") if o.i in page.cover]
    spans = [*page.hits(page.left(token), token.i), *behind]
    return {e.code for span in spans for e in of_kind(span[2], *_PARTY_KINDS) if e.kind != "person"}


def is_thing(page: Page, token: Token) -> bool:
    """Whether a catalogue name that is no person's covers a token."""
    return token.i in page.cover and not of_kind(page.cover[token.i][2], "person")


def whereabouts(page: Page, head: Token, scene: Scene) -> str | None:
    """The country whose people a bare word means.

    The contested one told of, but for victims where their sentence is set elsewhere; else where the sentence is set, the country
    that the document names most, or the last one named in the block.
    """
    set_in = _set_in(page, head)
    if scene.focus:
        return set_in if set_in and _victims(head) else scene.focus
    return set_in or (scene.main or "")[:3] or _last_named(page, head)


def location(head: Token) -> Location:
    """Where the people are whom a phrase means, as far as it tells."""
    low = {t.lower_ for t in head.subtree}
    if low & {"inside"}:
        return "inside"
    if low & {"diaspora", "exile", "exiled", "abroad", "exiles"}:
        return "diaspora"
    if low & {"refugees", "refugee"}:
        return "refuge"
    return "unknown"


def _set_in(page: Page, head: Token) -> str | None:
    """The one country in which a sentence is set."""
    behind = [t for t in head.sent if t.dep_ == "pobj" and t.head.lower_ in SET_IN]
    placed = [t for t in [*behind, *(a for t in behind for a in children(t, "appos"))] if t.i in page.cover]
    found = {e.code[:3] for t in placed for e in of_kind(page.cover[t.i][2], "place", "capital", "state")}
    return found.pop() if len(found) == 1 else None


def ruling(page: Page, head: Token, text: str, scene: Scene) -> str | None:
    """Who governs, or keeps order, where a bare word for them is told of: in the country where they act, else in focus."""
    place = told_from(page, head) if text in words("governing") | words("powers") else None
    return scene.acting(place) if place or (scene.focus and text in words("governing")) else None


def told_from(page: Page, head: Token) -> str | None:
    """Where those who act are told of as acting: "in *Ruritania*, police ...", "reports from *Ruritania* say that police ..."."""
    verb = head.head
    if head.dep_ not in ("nsubj", "dobj") or verb.pos_ != "VERB":
        return None
    before = [o for o in preposition(verb, "in") if o.i < head.i]
    while verb.dep_ in ("ccomp", "conj") and verb.head.pos_ == "VERB":
        verb = verb.head
        sources = [s for s in children(verb, "nsubj") if s.lemma_.lower() in words("sources")]
        before += [o for s in sources for o in preposition(s, "in", "from")]
    placed = (page.cover[o.i][2] for o in before if o.i in page.cover)
    found = {e.code[:3] for hit in placed for e in of_kind(hit, "place", "capital", "state")}
    return found.pop() if len(found) == 1 else None


def _victims(head: Token) -> bool:
    """Whether a word names those whom violence hits: "*two people* were killed", "killed *two people*", "*Ten* died"."""
    return head.dep_ in ("nsubj", "nsubjpass", "dobj") and head.head.lemma_ in words("harming")


def _last_named(page: Page, head: Token) -> str | None:
    before = [hit for _, _, hit in page.hits(0, head.i)]
    found = [e.code[:3] for hit in before for e in of_kind(hit, "state", "demonym", "capital", "place")[:1]]
    return found[-1] if found else None


def former_party(party: str | None, scene: Scene) -> str | None:
    """Where a former office holder now stands: a country's former government, or what was before a contested one; else nobody's."""
    if party is None:
        return None
    country, kind = party[:3], party[3:4]
    contested = kind in ("", "-") and scene.world.contested(country, scene.day)
    return f"{country}-FMR" if contested or labels.is_state(party) else "INGO"
