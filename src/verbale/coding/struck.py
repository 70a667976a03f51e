"""The people of a place that violence hits, where the place is no party: "bombed *a school*", "strikes on *the camp*".

A body's place is the body's: "shelled *a UN school*".
"""

from __future__ import annotations

from typing import Any

from verbale.coding.clause import objects
from verbale.coding.lexicon import classes, words
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene
from verbale.coding.ties import affiliations, whereabouts

Token = Any


def struck(page: Page, head: Token, phrase: list[str], scene: Scene) -> list[Ref]:
    """Whose people are meant by a place that is hit; nobody where it is somebody's in arms ("a rebel town"), or is not hit."""
    if head.lemma_.lower() not in words("sites") or any(w in classes() for w in phrase[:-1]) or not _hit(head):
        return []
    ties = affiliations(page, head, head.i, scene)
    body = next((a.party for a in ties if a.party and not a.country), None)
    country = next((a.country for a in ties if a.country), None) or whereabouts(page, head, scene)
    party = body or (f"{country}-PPL" if country else None)
    if party is None:
        return []
    start, end = page.start(page.doc[page.left(head)]), page.end(head)
    name = page.doc[page.left(head) : head.i + 1].text
    return [Ref(start=start, end=end, name=name, kind="class", party=party, head=head.lower_, via="phrase", sure=0.6)]


def _hit(head: Token) -> bool:
    at = head.dep_ == "pobj" and head.head.lower_ in ("on", "at", "against")
    act = head.head.head if at else head.head
    acts = [act, *(objects(act) if at else [])]  # "carried out strikes on a school"
    return (at or head.dep_ in ("dobj", "nsubjpass")) and any(
        a.lemma_.lower() in words("striking") | words("violence") for a in acts
    )
