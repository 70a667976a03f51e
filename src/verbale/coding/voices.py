"""Who speaks where the words name a text or nobody in particular: "the statement", "they", "the same declaration"."""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.coding import clause
from verbale.coding.lexicon import words
from verbale.coding.mentions import owners, refs
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene

Token = Any
_RECENT = 3
_SURE = 0.8


def speakers(page: Page, token: Token, scene: Scene) -> list[Ref]:
    """Who says what ``token`` is the subject of: whoever issued a text, those who spoke before, else whom it names."""
    return (
        authors(page, token, scene)
        or (_those_before(page, token, scene) if _points_back(token, scene) else [])
        or refs(page, token, scene)
    )


def authors(page: Page, token: Token, scene: Scene) -> list[Ref]:
    """Who issued the text that a noun names: whose it is, who issues it in this clause, else who spoke last."""
    lemma = token.lemma_.lower()
    if lemma not in words("texts") | words("works"):
        return []
    found = _whose(page, token, scene)
    if lemma in words("works"):
        return found or list(scene.works.get(lemma, ()))
    verb = token.head
    if not found and token.dep_ in ("dobj", "pobj") and (issuing := verb if token.dep_ == "dobj" else verb.head).pos_ == "VERB":
        found = [r for s in clause.subjects(issuing) for r in refs(page, s, scene) if r.party]
    scene.texted = scene.sentence
    if found or any(c.pos_ != "PRON" for c in clause.children(token, "poss")):
        return found
    if token.dep_ == "dobj":  # a text that somebody issues says nothing here
        return []
    return _again(page, token, scene) or ([_issued(page, token, scene.issuer)] if scene.issuer else [])


def keep(page: Page, token: Token, scene: Scene) -> None:
    """Remember whose a report is where a sentence says so: later it is just "the report"."""
    if token.lemma_.lower() in words("works") and (found := _whose(page, token, scene)):
        scene.works[token.lemma_.lower()] = tuple(found)


def _whose(page: Page, token: Token, scene: Scene) -> list[Ref]:
    named = [*clause.children(token, "poss"), *clause.preposition(token, "by", "of", "from")]
    named += [o for c in clause.children(token, "acl") if c.tag_ == "VBN" for o in clause.preposition(c, "by")]
    return [r for t in named for r in refs(page, t, scene) if r.party] or owners(page, token, scene)


def heard(found: list[Ref], scene: Scene, several: bool = False) -> None:
    """Keep who spoke last, and whether the words say that they are several."""
    if any(r.party for r in found):
        scene.voice, scene.voiced, scene.voices = tuple(r for r in found if r.party), scene.sentence, several


def _points_back(token: Token, scene: Scene) -> bool:
    """Whether a word points at those who spoke before: they, these countries."""
    if token.lower_ == "it":  # "It also called on ...": what a statement said goes on
        return scene.sentence - scene.texted == 1
    return token.lower_ == "they" or (token.lower_ in words("sets") and any(c.lower_ in ("these", "those") for c in token.children))


def _those_before(page: Page, token: Token, scene: Scene) -> list[Ref]:
    several = scene.voices or len({r.party for r in scene.voice}) > 1 or any(r.plural for r in scene.voice)
    return _again(page, token, scene) if several or token.lower_ == "it" else []


def _again(page: Page, token: Token, scene: Scene) -> list[Ref]:
    if scene.sentence - scene.voiced > _RECENT:
        return []
    place = {"start": page.start(token), "end": page.end(token), "name": token.text}
    return [msgspec.structs.replace(r, **place, via="voice", sure=r.sure * _SURE) for r in scene.voice]


def _issued(page: Page, token: Token, party: str) -> Ref:
    return Ref(start=page.start(token), end=page.end(token), name=token.text, kind="pronoun", party=party, via="issuer", sure=0.7)
