"""Recognition disclaimed: "the talks do not imply recognition", "this is not recognition of the Taliban"."""

from __future__ import annotations

from typing import Any

from verbale.coding import clause, quotes
from verbale.coding.lexicon import words
from verbale.coding.mentions import refs
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene

Token = Any


def disclaimed(token: Token) -> bool:
    """Whether a word for recognition stands under a negated verb of meaning ("does not mean, imply, amount to")."""
    node = token
    for _ in range(5):
        parent = node.head
        if parent is node:
            return False
        if parent.lemma_ in words("meaning") and clause.negated(parent):
            return True
        if parent.lemma_ in words("meaning") and any(
            c.lower_ in ("no", "neither") for s in clause.subjects(parent) for c in s.children
        ):
            return True
        node = parent
    return False


def participants(page: Page, token: Token, scene: Scene) -> tuple[list[Ref], list[Ref]]:
    """Who disclaims (whoever says so, else whose account it is) and whom: what is not recognised, else the authority in focus."""
    speaker = quotes.reporter(page, token, scene) or scene.speaker
    whose = [r for t in clause.preposition(token, "of") for r in refs(page, t, scene) if r.party]
    authority = scene.acting()
    if not whose and authority and authority.endswith("-AUTH"):
        whose = [_here(page, token, authority)]
    if (speaker is None or speaker.party is None) and scene.issuer:
        speaker = _here(page, token, scene.issuer)
    sources = [speaker] if speaker is not None and speaker.party not in {r.party for r in whose} else []
    return sources, whose


def _here(page: Page, token: Token, party: str) -> Ref:
    return Ref(start=page.start(token), end=page.end(token), name=token.text, kind="pronoun", party=party, via="default", sure=0.7)
