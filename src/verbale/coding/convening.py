"""Who convenes an occasion, where the words in front of it say so: "*US-brokered* talks", "the *UN-led* meeting"."""

from __future__ import annotations

import re
from typing import Any

from verbale.coding.mentions import mention
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene
from verbale.model import Role

Token = Any
_CONVENED = re.compile(
    r"-(?P<how>led|chaired|hosted|convened|organi[sz]ed|sponsored|brokered|mediated|facilitated)$", re.IGNORECASE
)
_BETWEEN = {"brokered", "mediated", "facilitated"}


def conveners(page: Page, noun: Token, scene: Scene) -> list[tuple[Role, Ref]]:
    """Hosts and mediators that an occasion's modifiers name, each in its role."""
    for token in page.doc[page.left(noun) : noun.i]:
        split = token.i > 1 and page.doc[token.i - 1].text == "-"
        told = _CONVENED.search(f"-{token.text}" if split else token.text)
        if told:
            role: Role = "mediator" if told["how"].lower() in _BETWEEN else "host"
            name = page.doc[token.i - 2] if split else token
            return [(role, r) for r in mention(page, name, scene) if r.party]
    return []
