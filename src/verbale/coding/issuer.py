"""Whose own account a document is: what "we" and "I" mean outside quotation marks, and who publicises what it tells."""

from __future__ import annotations

import re
from typing import Any

from verbale.coding.lexicon import words
from verbale.coding.mentions import refs
from verbale.coding.page import Page
from verbale.coding.parse import parse
from verbale.coding.scan import scan
from verbale.coding.scene import Scene
from verbale.coding.segment import Block
from verbale.coding.signed import signed
from verbale.coding.stance import stance
from verbale.model import Document

_SPEAKING = re.compile(r"\b(?:I|We|we|our|Our|my|My)\b")
_ORGANS = re.compile(r"\b(?:ministry|department|government|president\w*|prime minister\w*|chancell\w+|parliament|cabinet)\b", re.I)
"""Organs of a state, which its capital behind their name tells apart from those of others: "Ministry of Mines, Lima"."""
_KINDS = ("body", "authority", "organisation", "metonym", "state", "demonym", "person")


def issuer(document: Document, pages: list[Page], scene: Scene, pipeline: str) -> str | None:
    """The party that issues a document: its publisher is a ministry, a body or a party's outlet, or one of its people signs it."""
    party = _of_name(document.publisher, scene, pipeline)
    return party or (signed(document.title, pages, scene, pipeline) if own_words(document.text) else None)


def author(document: Document, pages: list[Page], scene: Scene) -> str | None:
    """The party that an unsigned text in the first person speaks for: whose stance it takes, else whom its heading names first."""
    return stance(pages, scene) or _first_named(pages, scene) if own_words(document.text) > 1 else None


def _first_named(pages: list[Page], scene: Scene) -> str | None:
    for page in pages[:2]:
        for token in page.doc:
            if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod"):
                found = next((r.party for r in refs(page, token, scene) if r.party and "-" not in r.party[-4:]), None)
                if found:
                    return found
    return None


def own_words(text: str) -> int:
    """How often a text speaks as its author outside quotation marks: an official statement, remarks, a column."""
    outside = re.sub(r"[\"“][^\"“”]*[\"”]", "", text)
    return len(_SPEAKING.findall(outside))


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
