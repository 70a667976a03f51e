"""Those whom violence hits, and where: whoever condemns "the raid *on Ruritania*" does not blame it."""

from __future__ import annotations

from typing import Any

from verbale.coding.clause import preposition
from verbale.coding.lexicon import words
from verbale.coding.page import Page
from verbale.coding.scene import Ref

Token = Any
_DOING = ("poss", "amod", "compound", "nmod")
"""Labels under which a word for violence has who commits it: "Ruritanian bombing"."""
BLAMING = {"ACCUSE"}
"""Acts that are aimed at who did something, not at whom it was done to."""
_CLAUSES = ("acl", "relcl")


def suffers(page: Page, ref: Ref, trigger: Token) -> bool:
    """Whether somebody is only told of as who, or where, violence hit that the trigger's clause is about."""
    head = page.hung(ref.start, ref.end, trigger)
    under, node = head, head.head if head is not None else None
    while node is not None and under is not trigger and node.i != under.i:
        if node.lemma_.lower() in words("violence"):
            return node.i != trigger.i and not _commits(head, under, node) and not _answers(head, node)
        under, node = node, node.head
    return False


def _commits(head: Token, under: Token, violence: Token) -> bool:
    """Whether the words between name somebody as who did it."""
    line = [head, *(t for t in head.ancestors if violence in t.ancestors)]
    if any(t.lower_ == "by" or (t.dep_ == "nsubj" and under.dep_ in _CLAUSES) for t in line):
        return True
    return under.dep_ in _DOING or under is head


def _answers(head: Token, violence: Token) -> bool:
    """Whether a place has to answer for what is done there to those who stand against its rulers: "killings of protesters in X"."""
    victims = {t.lemma_.lower() for t in preposition(violence, "of")}
    return head.dep_ == "pobj" and head.head.lower_ == "in" and bool(victims & words("dissenters"))
