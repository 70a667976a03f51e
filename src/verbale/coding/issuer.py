"""Whose own account a document is: what "we" and "I" mean outside quotation marks, and who publicises what it tells."""

from __future__ import annotations

import re
from typing import Any

from verbale.coding.lexicon import words
from verbale.coding.mentions import refs
from verbale.coding.page import Page
from verbale.coding.parse import parse
from verbale.coding.scan import scan
from verbale.coding.scene import Ref, Scene
from verbale.coding.segment import Block
from verbale.model import Document

_SPEAKING = re.compile(r"\b(?:I|We|we|our|Our|my|My)\b")
_OFTEN = 2
"""How often a text says "we" that speaks for several, and in how many of its first sentences these are named."""
_ORGANS = re.compile(r"\b(?:ministry|department|government|president\w*|prime minister\w*|chancell\w+|parliament|cabinet)\b", re.I)
"""Organs of a state, which its capital behind their name tells apart from those of others: "Ministry of Mines, Lima"."""
_KINDS = ("body", "authority", "organisation", "metonym", "state", "demonym", "person")


def issuer(document: Document, pages: list[Page], scene: Scene, pipeline: str) -> str | None:
    """The party that issues a document: its publisher is a ministry, a body or a party's outlet; else, where the text speaks
    in the first person, whoever its heading names first.
    """
    party = _of_name(document.publisher, scene, pipeline)
    if party or not first_person(document.text):
        return party
    for page in pages[:2]:
        for token in page.doc:
            if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod"):
                found = next((r.party for r in refs(page, token, scene) if r.party and "-" not in r.party[-4:]), None)
                if found:
                    return found
    return None


def signatories(pages: list[Page], scene: Scene) -> tuple[Ref, ...]:
    """Whom "we" means where several speak with one voice: those whom a text that says "we" names first as they meet or declare."""
    spoken = sum(t.lower_ == "we" and t.dep_ == "nsubj" and not t.doc.quoted[t.i] for page in pages for t in page.doc)
    if spoken < _OFTEN:
        return ()
    for page, sentence in [(p, s) for p in pages[:_OFTEN] for s in p.doc.sents][:_OFTEN]:
        for token in sentence:
            if token.dep_ == "nsubj" and token.pos_ in ("NOUN", "PROPN") and token.head.lemma_ in words("jointly"):
                found = refs(page, token, scene)
                parties = {r.party for r in found if r.party}
                if len(parties) > 1 and (scene.issuer is None or scene.issuer in parties):
                    return tuple(r for r in found if r.party)
    return ()


def first_person(text: str) -> bool:
    """Whether a text speaks as its author outside quotation marks: an official statement, remarks, a column."""
    outside = re.sub(r"[\"“][^\"“”]*[\"”]", "", text)
    return len(_SPEAKING.findall(outside)) > 1


def _of_name(name: str | None, scene: Scene, pipeline: str) -> str | None:
    """The party that a publisher's name stands for; a newspaper's name stands for nobody, a party's own outlet for the party."""
    if not name:
        return None
    outlet = scene.world.outlets.get(name.lower())
    if outlet is not None:
        return outlet or None
    hits = scan(name, scene.world.case)
    official = re.search(
        r"\b(?:ministry|office|mission|embassy|department|government|council|commission|envoy|spokes\w+|secretary|president\w*)\b",
        name,
        re.I,
    )
    organ = _ORGANS.search(name)
    for hit in hits:
        for entry in hit.entries:
            if organ and entry.kind == "capital":
                return scene.acting(entry.code)
            party = scene.party(entry)
            if party and (
                entry.kind in ("body", "authority", "organisation", "metonym", "person") or (official and entry.kind in _KINDS)
            ):
                return party
    society = {w.lower() for w in re.findall(r"\w+", name)} & words("organisations")
    return _of_phrase(name, scene, pipeline) if official or society else None


def _of_phrase(name: str, scene: Scene, pipeline: str) -> str | None:
    (block, doc), *_ = parse(name, [Block(0, len(name), "body")], pipeline)
    page = Page(block, doc, scan(name, scene.world.case))
    found: list[Any] = [r for t in doc if t.dep_ in ("ROOT", "pobj") for r in refs(page, t, scene)]
    return next((r.party for r in found if r.party), None)
