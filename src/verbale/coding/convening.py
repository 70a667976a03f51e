"""Who convenes an occasion, where the words in front of it say so: "*US-brokered* talks", "the *UN-led* meeting"."""

from __future__ import annotations

import re
from typing import Any

from verbale.coding.clause import subjects
from verbale.coding.lexicon import Frame
from verbale.coding.mentions import mention
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene
from verbale.model import Role

Token = Any
_CONVENED = re.compile(
    r"-(?P<how>led|chaired|hosted|convened|organi[sz]ed|sponsored|brokered|mediated|facilitated)$", re.IGNORECASE
)
_BETWEEN = {"brokered", "mediated", "facilitated"}


def conveners(page: Page, token: Token, frame: Frame, scene: Scene) -> list[tuple[Role, Ref]]:
    """Hosts and mediators of an occasion: those in front of its noun, and whoever brings others together."""
    if frame.type != "CONSULT":
        return []
    if frame.pos == "N":
        return _in_front(page, token, scene)
    brings = any(s.name == "obj" for s in frame.source)
    return [("host", r) for s in subjects(token) for r in mention(page, s, scene) if r.party] if brings else []


def _in_front(page: Page, noun: Token, scene: Scene) -> list[tuple[Role, Ref]]:
    for token in page.doc[page.left(noun) : noun.i]:
        split = token.i > 1 and page.doc[token.i - 1].text == "-"
        told = _CONVENED.search(f"-{token.text}" if split else token.text)
        if told:
            role: Role = "mediator" if told["how"].lower() in _BETWEEN else "host"
            name = page.doc[token.i - 2] if split else token
            return [(role, r) for r in mention(page, name, scene) if r.party]
    return []
