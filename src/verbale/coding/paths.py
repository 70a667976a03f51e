"""Who takes part in an act, by the words on the way from its trigger to somebody: how likely each is source, and target.

A linear model over the labels and words of that way, trained on passages coded by hand; what it says is one of the numbers by which
the ranker tells who does what (:mod:`verbale.coding.offers`).
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from verbale.coding import clause
from verbale.coding.blending import blended
from verbale.coding.draft import Draft
from verbale.coding.offers import Offer, meeting
from verbale.coding.page import Page
from verbale.coding.scene import Ref
from verbale.coding.trees import Array

Token = Any
PATH = Path(__file__).parent / "models" / "paths.npz"
BUCKETS = 1 << 15
SIDES = ("source", "target")
Ways = dict[tuple[int, int, Ref], tuple[int, ...]]
_UNNAMED = ("role", "class", "collective", "pronoun")
"""Mentions that are no names: their words tell, whereas whose name stands there must tell nothing."""
_LONG = 6
_MIX = 0x9E3779B1
"""Mixes two numbers into one: an odd one near the golden section of all (Knuth 1998, 6.4)."""
_BETWEEN = 4


class Paths:
    """The trained model: a column of weights for each side, the last row the constant.

    Where the encoder has read the document too, ``blend`` says how much each of both counts (:mod:`verbale.coding.blending`).
    """

    def __init__(self, weights: Array, blend: Array | None = None) -> None:
        """Take weights of shape ``(BUCKETS + 1, 2)``, and a blend of shape ``(3, 2)``."""
        self.weights = np.asarray(weights, dtype=np.float32)
        self.blend = blend

    def weigh(self, drafts: Sequence[Draft]) -> None:
        """Tell of every party at hand of candidates how likely it is source, and target."""
        ways: Ways = {}
        offers = [(offer, row) for draft in drafts for offer, row in zip(draft.offers, clues(draft, ways), strict=True)]
        if not offers:
            return
        odds = self.odds([row for _, row in offers])
        if self.blend is not None:
            odds = blended(odds, np.array([offer.deep for offer, _ in offers]), self.blend)
        for (offer, _), chances in zip(offers, (1 / (1 + np.exp(-odds))).tolist(), strict=True):
            offer.values[-len(SIDES) :] = chances

    def odds(self, rows: Sequence[Sequence[int]]) -> Array:
        """The log-odds of both sides for each row of clues, by them alone."""
        return np.asarray(np.array([self.weights[row].sum(axis=0) for row in rows]) + self.weights[-1])


def clues(draft: Draft, ways: Ways | None = None) -> list[list[int]]:
    """For each party at hand the numbers of what is seen on the way to it, each once, in order.

    Everything is looked at by itself, and beside the kind of act and the trigger. ``ways`` keeps what does not hang on the reading.
    """
    own = [_number(clue) for clue in _own(draft)]
    known: Ways = {} if ways is None else ways
    rows = []
    for offer in draft.offers:
        seen = [*_at(draft, offer.ref, known), _number(f"is:{_class(offer.party)}"), _number(f"rule:{_by_rule(draft, offer)}")]
        both = ((mine * _MIX ^ number) % BUCKETS for mine in own for number in seen)
        rows.append(sorted({*(number % BUCKETS for number in seen), *both}))
    return rows


def _number(clue: str) -> int:
    return zlib.crc32(clue.encode())


def _class(party: str) -> str:
    return party.partition("-")[2] or str(len(party))


def _own(draft: Draft) -> Iterator[str]:
    """What the way is looked at beside: the kind of act, and the trigger with its voice."""
    token = draft.token
    voice = "passive" if token.pos_ in ("VERB", "AUX") and clause.passive(token) else token.pos_
    yield draft.type
    yield f"{draft.type}:{draft.mode}:{voice}"
    yield f"{token.lemma_.lower()}:{voice}"


def _at(draft: Draft, ref: Ref, ways: Ways) -> tuple[int, ...]:
    """What is seen of a mention and on the way to it."""
    key = draft.page.base, draft.token.i, ref
    if key not in ways:
        ways[key] = tuple(map(_number, _seen(draft, ref)))
    return ways[key]


def _seen(draft: Draft, ref: Ref) -> Iterator[str]:
    yield f"kind:{ref.kind}:{ref.via}"
    if ref.kind in _UNNAMED:
        yield f"word:{ref.head or ref.name.lower().split()[-1]}"
    head = draft.page.hung(ref.start, ref.end, draft.token)
    if head is None:
        yield f"absent:{ref.kind}:{ref.via}:{draft.quoted}"
    else:
        yield from _way(draft.page, head, draft.token)


def _by_rule(draft: Draft, offer: Offer) -> str:
    return "+".join(sorted({role for role, ref in draft.participants if ref.party == offer.party}))


def _way(page: Page, head: Token, token: Token) -> Iterator[str]:
    """What stands between a trigger and somebody in its sentence: labels up and down, the words there, those beside."""
    up, down = meeting(page, head, token)
    labels = [page.doc[i].dep_ for i in up[:_LONG]], [page.doc[i].dep_ for i in down[:_LONG]]
    way = f"{'<'.join(labels[0])}^{'>'.join(reversed(labels[1]))}"
    yield f"way:{way}"
    yield f"way:{way}:{' '.join(_word(page, page.doc[i]) for i in (*up[1:_LONG], *down[1:_LONG]))}"
    top = page.doc[(up or down)[-1]].head
    yield f"top:{_word(page, top)}:{labels[0][-1:]}:{labels[1][-1:]}"
    yield f"under:{head.dep_}:{_word(page, head.head)}"
    first, last = sorted((head.i, token.i))
    yield f"side:{head.i < token.i}:{min(last - first, 12) // 3}"
    if last - first <= _BETWEEN:
        yield f"between:{head.i < token.i}:{' '.join(_word(page, page.doc[i]) for i in range(first + 1, last))}"


def _word(page: Page, token: Token) -> str:
    """A word as it is looked at; whose name stands there tells nothing."""
    return "<party>" if token.i in page.cover else str(token.lemma_.lower())


def arrays(paths: Paths) -> dict[str, Array]:
    """The model as it is written."""
    own = {"weights": paths.weights.astype(np.float16)}
    return own if paths.blend is None else own | {"blend": paths.blend.astype(np.float32)}


@functools.cache
def paths(path: Path = PATH) -> Paths | None:
    """The model that ships; ``None`` where its file is missing."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as stored:
        return Paths(stored["weights"], stored.get("blend"))
