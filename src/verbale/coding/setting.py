"""The setting of an act: channel, format, visibility, venue, level of each party, women present, disclaimer, whose account."""

from __future__ import annotations

import re
from typing import Any

from verbale.catalogue import tables
from verbale.catalogue.ranks import LEVELS
from verbale.catalogue.ranks import level as ranked
from verbale.coding.context import Context, is_capital, sentences, words_of
from verbale.coding.draft import Draft
from verbale.coding.page import best, of_kind
from verbale.coding.phrases import has
from verbale.coding.scene import Ref
from verbale.coding.where import Where
from verbale.model import Channel, Format, Venue, Visibility, Women

Token = Any
_UNRANKED = ("-WOM", "-CSO", "-DIA", "-REF", "-MIN", "-MED", "-BUS", "-PPL", "-REL", "INGO")
_STATEMENTS = {"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE", "AID", "SANCTION", "CONCEDE", "COOPERATE"}
_DIGITS = 6
"""A longer number is no number of times that somebody met."""
_ORDER = [name for _, name in reversed(LEVELS)]


def is_occasion(draft: Draft) -> bool:
    """Whether an act is something that people come together for: consulting, or accepting credentials and the like."""
    return draft.type == "CONSULT" or draft.mode == "mission"


def channel(draft: Draft, text: str) -> Channel:
    """How the parties were in touch; rule 34: a bare "met" is in person, a statement unknown unless told."""
    if not is_occasion(draft):
        return "unknown"
    if draft.mode == "correspond":
        return "video" if has("video", text) else "letter"
    if draft.mode == "call":
        return "video" if has("video", text) and not has("phone", text) else "phone"
    if draft.mode in ("meet", "attend", "host") and has("video", draft.token.sent.text):
        return "video"
    if draft.mode == "mission":
        return "in_person" if draft.token.lemma_ in ("accept", "receive", "present", "hand", "take", "submit") else "unknown"
    return "in_person" if draft.status in ("happened", "ongoing", "planned") else "unknown"


def shape(draft: Draft) -> Format:
    """Two-sided, many-sided or mediated; a visit is none of these."""
    if draft.type != "CONSULT" or draft.mode == "visit":
        return "bilateral" if draft.mode == "mission" and len(draft.parties()) == 2 else "unknown"
    if draft.mode == "mediate" or draft.refs("mediator"):
        return "mediated"
    if draft.mode in ("attend", "host"):
        return "multilateral"
    sides = draft.parties()
    if len(sides) == 2:
        return "bilateral"
    return "multilateral" if len(sides) > 2 else "unknown"


def visibility(draft: Draft, text: str, accounts: tuple[str, ...]) -> Visibility:
    """Public where a party gave its own account or the words tell of pictures and the like; private where they say so."""
    if has("private", text):
        return "private"
    if is_occasion(draft):
        return "public" if accounts or has("public", text) else "unknown"
    return "public" if draft.type in _STATEMENTS and has("spoken_publicly", text) else "unknown"


def venue(draft: Draft, place: Where | None, country: str | None) -> Venue:
    """Whose ground the occasion was on, seen from the contested authority."""
    if draft.type != "CONSULT" and draft.mode != "mission":
        return "unknown"
    if draft.mode == "call":
        return "online" if has("video", draft.token.sent.text) else "unknown"
    if place is None or place.country is None:
        return "unknown"
    home = _contested(draft) or country
    if place.country == home:
        return "authority_capital" if place.place and is_capital(place.place, place.country) else "authority_territory"
    if home is None:
        return "unknown"
    if draft.mode != "attend" and place.country in draft.parties():
        return "counterpart_country"
    return "counterpart_country" if draft.mode == "visit" and draft.parties("source") == {f"{home}-AUTH"} else "third_country"


def _contested(draft: Draft) -> str | None:
    return next((p[:3] for p in sorted(draft.parties()) if p[3:4] == "-" and p[:3].isupper()), None)


# -- level -------------------------------------------------------------------------------------------------------------


def level(draft: Draft) -> dict[str, str]:
    """The highest level present of each party that took part in an occasion, by the scale of ranks (rule 38)."""
    if not is_occasion(draft):
        return {}
    found: dict[str, str] = {}
    for ref in draft.refs():
        name = _level_of(ref)
        if ref.party and name and _ORDER.index(name) >= _ORDER.index(found.get(ref.party, "none")):
            found[ref.party] = name
    return found


def _level_of(ref: Ref) -> str | None:
    title = f"{ref.title or ''} {ref.name}".lower()
    if ref.party is None or ref.party.endswith(_UNRANKED):
        return None
    if "rapporteur" in title:
        return "official"
    if has("heads_of_mission", title):
        return "ambassador"
    if "special envoy" in title or "special representative" in title:
        return "envoy" if "deputy special" not in title else "deputy"
    if ref.rank:
        return ranked(ref.rank)
    if ref.party[3:4] == "-" and not ref.party.endswith(("-AUTH", "-FMR")):
        return None
    return "official" if has("delegation", ref.name) else None


# -- people and words --------------------------------------------------------------------------------------------------


def women_present(draft: Draft, text: str) -> Women:
    """Whether women were there, as far as the words tell."""
    if draft.type != "CONSULT":
        return "unknown"
    if has("no_women", text):
        return "no"
    if has("excluded", text):
        return "excluded"
    named = [r for r in draft.refs() if (r.party or "").endswith("-WOM") or any(c.endswith("-WOM") for c in r.also)]
    called = [r for r in draft.refs() if has("women", r.name) or has("women", r.title or "")]
    return "yes" if (named or called) and draft.status in ("happened", "ongoing", "planned") else "unknown"


def disclaimer(draft: Draft, text: str) -> bool:
    """Whether a party says that the occasion, or what it does, is no recognition."""
    if draft.type == "SUPPORT" and draft.mode == "recognise":
        return draft.status == "denied"
    return draft.type == "CONSULT" and any(_disclaims(part) for part in re.split(r"(?<=[.!?])\s+|\n", text))


def _disclaims(sentence: str) -> bool:
    return has("disclaimed", sentence) and has("disclaiming", sentence) and has("occasion", sentence)


def count(draft: Draft) -> int | None:
    """How many times, where a number is told of repeated occasions (rule 10)."""
    if draft.count is not None or draft.type != "CONSULT":
        return draft.count
    numbers = tables.toml("common", "calendar")["numbers"]
    for token in draft.token.subtree:
        if token.lower_ == "twice" and token.head == draft.token:
            return 2
        if token.lower_ in ("times", "occasions") and token.i and token.head == draft.token:
            word = token.nbor(-1).lower_
            return int(word) if word.isdecimal() and len(word) <= _DIGITS else numbers.get(word)
    return None


# -- accounts ----------------------------------------------------------------------------------------------------------


def publicised_by(draft: Draft, context: Context) -> tuple[str, ...]:
    """The parties whose own account the passage reports: a readout, a post, a spokesman; or the page's own issuer."""
    found: list[str | None] = [context.issuer] if context.issuer in draft.parties() else []
    if draft.attribution is not None and draft.attribution.party:
        found.append(draft.attribution.party)
    for sentence in sentences(draft, after=int(is_occasion(draft))):
        found += [p for token in sentence if has("readout", token.lower_) for p in _tellers(draft, context, token)]
    mine = {p[:3] for p in draft.parties()}
    return tuple(dict.fromkeys(p for p in found if p and (p in draft.parties() or p[:3] in mine)))


def _tellers(draft: Draft, context: Context, token: Token) -> list[str]:
    """The parties whose telling a word is: its subject, "according to", whose statement or spokesman it is."""
    if token.pos_ in ("VERB", "AUX"):
        if token.lower_ == "according":
            inner = [t for c in token.children for t in c.subtree]
        elif not is_occasion(draft) and token.i == draft.token.i:
            return []
        else:
            inner = [t for c in token.children if c.dep_ == "nsubj" for t in c.subtree]
        inner = [t for t in inner if has("teller", t.lower_)] and inner
    else:
        inner = list(token.subtree)[:12] if token.dep_ not in ("dobj",) or is_occasion(draft) else []
    found = _parties_in(draft, context, inner)
    if not found and context.home in draft.parties() and any(has("issuing", t.lower_) for t in inner):
        return [context.home] if context.home else []
    return found


def _parties_in(draft: Draft, context: Context, tokens: list[Token]) -> list[str]:
    found = []
    for token in tokens:
        start = draft.page.start(token)
        ref = next((r for r in draft.refs() if r.start <= start < r.end and r.party), None)
        if ref is not None and ref.party:
            found.append(ref.party)
        elif token.i in draft.page.cover:
            hit = draft.page.cover[token.i][2]
            if of_kind(hit, "authority", "organisation", "body", "state", "demonym", "metonym", "capital", "person"):
                party = context.world.party_of(best(hit, context.published), context.published)
                found += [party] if party else []
    return found[:1]


def fill_setting(draft: Draft, context: Context, place: Where | None) -> dict[str, Any]:
    """The fields of an event's setting."""
    text = words_of(draft, context.document)
    around = " ".join(s.text for s in sentences(draft, after=1))
    accounts = publicised_by(draft, context)
    return {
        "channel": channel(draft, text), "format": shape(draft), "visibility": visibility(draft, around, accounts),
        "venue": venue(draft, place, context.country), "level": level(draft), "publicised_by": accounts,
        "women_present": women_present(draft, text), "disclaimer": disclaimer(draft, context.document.text), "count": count(draft),
    }  # fmt: skip
