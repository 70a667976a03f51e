"""Who speak with one voice: whom "we" means in a statement of several states or bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from verbale.catalogue.groups import members
from verbale.coding.lexicon import words
from verbale.coding.mentions import refs
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene

Token = Any
_OFTEN = 2
"""How often a text says "we" that speaks for several."""
_SENTENCES, _MANY = 4, 3
"""In how many of a statement's first sentences these are named, and how many they are where only their number tells."""
_NEARLY_ALL = 0.7
"""The share of a body's members from which on they are named in its place."""
_JOINT = re.compile(
    r"\b(?:joint|common|statement|declaration|communiqu[eé]|ministers|leaders|envoys|partners|friends|members|troika|group|quad)\b",
    re.I,
)
_SPOKEN_OF = ("in", "on", "over", "against", "about", "with", "to", "toward", "towards", "regarding", "concerning")
_SIGNING = ("state", "body", "authority", "organisation", "role", "person", "demonym", "metonym")


def signatories(title: str | None, pages: list[Page], scene: Scene) -> tuple[Ref, ...]:
    """Whom "we" means where several speak: those whom a text that says "we" names first as they meet, declare or sign."""
    spoken = sum(t.lower_ == "we" and t.dep_ == "nsubj" and not t.doc.quoted[t.i] for page in pages for t in page.doc)
    if spoken < _OFTEN:
        return ()
    called = bool(_JOINT.search(" ".join([title or "", *(p.doc.text for p in pages[:1])])))
    for page, sentence in _first(pages):
        listed = _listed(page, sentence, scene) if called else []
        found = max(_declaring(page, sentence, scene), listed, key=len)
        several = _without_their_body(found, scene.day)
        if len({r.party for r in several}) > 1 and (scene.issuer is None or scene.issuer in {r.party for r in found}):
            return tuple(several)
    return ()


def _first(pages: list[Page]) -> Iterator[tuple[Page, Any]]:
    """The first sentences of a text, its headings left out."""
    body = pages[1:] if pages and pages[0].block.kind == "headline" else pages
    told = [(page, s) for page in body[:_SENTENCES] for s in page.doc.sents]
    yield from told[:_SENTENCES]


def _declaring(page: Page, sentence: Any, scene: Scene) -> list[Ref]:
    """Those who together do what signatories do: as subject, or behind "issued by"."""
    for token in sentence:
        verb = token.head
        does = token.dep_ == "nsubj" and token.pos_ in ("NOUN", "PROPN") and verb.lemma_ in words("jointly") | words("stances")
        issued = token.dep_ == "pobj" and verb.lower_ == "by" and verb.head.lemma_ in words("jointly")
        if does or issued:
            found = [r for r in refs(page, token, scene) if r.party and r.kind in _SIGNING]
            if len({r.party for r in found}) > 1:
                return found
    return []


def _listed(page: Page, sentence: Any, scene: Scene) -> list[Ref]:
    """All states and bodies that a sentence lists, but for those of whom it only speaks, where they are many."""
    found: dict[str, Ref] = {}
    for token in _themselves(sentence):
        if token.i in page.cover and token.pos_ in ("NOUN", "PROPN") and not token.doc.quoted[token.i]:
            for ref in refs(page, token, scene):
                if ref.party and "-" not in ref.party and ref.kind in _SIGNING and not _spoken_of(token):
                    found.setdefault(ref.party, ref)
    return list(found.values()) if len(found) >= _MANY else []


def _themselves(sentence: Any) -> Any:
    """The words of a sentence in which those who speak can name themselves: "*We, the ministers of A and B,* condemn ..."."""
    we = next((t for t in sentence if t.lower_ == "we" and t.dep_ == "nsubj"), None)
    return sentence if we is None else [t for t in sentence if we.i <= t.i < we.head.i]


def _spoken_of(token: Token) -> bool:
    """Whether somebody stands where a text names its subject or its addressee: "the vote *in* Ruritania"."""
    node = token
    while node.dep_ in ("conj", "appos", "compound", "poss", "amod"):
        node = node.head
    return node.dep_ == "pobj" and node.head.lower_ in _SPOKEN_OF


def _without_their_body(found: list[Ref], day: str | None) -> list[Ref]:
    """Those named without the body of which nearly all members are: "the G7, that is, Canada, France, Germany and ..."."""
    parties = {r.party for r in found if r.party}
    belonging = {party: set(members(party, day)) for party in parties}
    bodies = {p for p, own in belonging.items() if len(parties & own) > _NEARLY_ALL * max(len(own), 2)}
    return [r for r in found if r.party and r.party not in bodies]
