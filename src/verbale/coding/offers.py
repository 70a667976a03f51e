"""Who could take part in a candidate event: every party at hand, with the numbers by which a ranker tells who does.

The grammar fills its slots by rule; what it names stands here beside everybody else that the sentence or the passage offers, so
that a model trained on coded passages can put right whom a rule missed or took for somebody else.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from verbale.coding.draft import Draft
from verbale.coding.numbers import among
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene

Token = Any
BACK = 3
"""How many sentences back somebody is still at hand."""
_UNDER = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "dative",
    "agent",
    "ccomp",
    "xcomp",
    "advcl",
    "relcl",
    "acl",
    "poss",
    "compound",
    "amod",
    "appos",
    "conj",
    "pobj",
    "attr",
)
"""Labels by which somebody hangs on the trigger, or on a word above both."""
_BY = {
    "with": "with",
    "to": "to",
    "by": "by",
    "of": "of",
    "for": "for",
    "against": "against",
    "on": "on",
    "upon": "on",
    "over": "on",
    "from": "from",
    "between": "among",
    "among": "among",
    "in": "in",
    "at": "in",
    "towards": "to",
    "toward": "to",
}
PREPOSITIONS = tuple(dict.fromkeys(_BY.values()))
_NOWHERE = [0.0] * (len(_UNDER) + len(PREPOSITIONS))
_KINDS = ("person", "body", "state", "role", "class", "collective", "pronoun")
_VIAS = ("name", "title", "pronoun", "set", "role", "speaker", "issuer", "voice", "focus", "default")
_CLASSES = {"AUTH": 0, "OPP": 1, "FMR": 1, "ARM": 2, "INGO": 4, "REGION": 5, "WEST": 5, "WORLD": 5}
_COUNTRY = 3


class Offer(msgspec.Struct, kw_only=True):
    """A party that could take part: the mention that speaks best for it, and its numbers (see :data:`NAMES`)."""

    party: str
    ref: Ref
    values: list[float]


NAMES = (
    "source",
    "target",
    "third",
    "sure",
    "here",
    "before",
    "distance",
    "up",
    "down",
    "under",
    "over",
    *(f"on:{name}" for name in _UNDER),
    *(f"by:{name}" for name in PREPOSITIONS),
    "subject",
    "times",
    "share",
    "back",
    "issuer",
    "speaker",
    "voice",
    "engaged",
    "deed",
    "focus",
    "home",
    "main",
    "plural",
    "also_source",
    "also_target",
    "same_country",
    *(f"kind:{name}" for name in _KINDS),
    *(f"via:{name}" for name in _VIAS),
    "is:authority",
    "is:opposition",
    "is:armed",
    "is:people",
    "is:foreign body",
    "is:vague",
    "is:state",
    "is:body",
)
"""What the numbers of an offer are, in order."""


def offers(draft: Draft, scene: Scene) -> list[Offer]:
    """Every party at hand, the grammar's own first, each once."""
    found: dict[str, tuple[float, Ref]] = {}
    for cost, ref in _at_hand(draft, scene):
        if ref.party and (ref.party not in found or cost < found[ref.party][0]):
            found[ref.party] = cost, ref
    own = {role: [r for r in draft.refs(role) if r.party] for role in ("source", "target", "host", "mediator")}
    return [Offer(party=party, ref=ref, values=_values(draft, scene, own, ref, party)) for party, (_, ref) in found.items()]


def _at_hand(draft: Draft, scene: Scene) -> Iterator[tuple[float, Ref]]:
    """Everybody at hand, with what it costs to think of them: the grammar's own nothing, the sentence's their distance."""
    for _, ref in draft.participants:
        yield -1.0, ref
    here = draft.page.start(draft.token)
    for group in reversed(scene.history):
        back = scene.sentence - group.sentence
        if back > BACK:
            break
        for ref in group.refs:
            yield back * 1000.0 + min(abs(ref.start - here), 999), ref
    around = (*scene.chorus, *scene.voice, *scene.engaged, *scene.deed, *((scene.speaker,) if scene.speaker else ()))
    yield from ((9000.0, ref) for ref in around)
    for party in (scene.issuer, scene.acting()):
        if party:
            start = draft.page.start(draft.token)
            yield (
                9500.0,
                Ref(
                    start=start,
                    end=draft.page.end(draft.token),
                    name=draft.token.text,
                    kind="pronoun",
                    party=party,
                    via="issuer",
                    sure=0.5,
                ),
            )


def _values(draft: Draft, scene: Scene, own: dict[str, list[Ref]], ref: Ref, party: str) -> list[float]:
    page, token = draft.page, draft.token
    head = head_of(page, ref, token)
    groups = scene.told.get(party, [])
    last = groups[-1].sentence if groups else scene.sentence - 9
    return [
        _has(own["source"], party),
        _has(own["target"], party),
        _has([*own["host"], *own["mediator"]], party),
        ref.sure,
        float(head is not None),
        float(head is not None and head.i < token.i),
        min(abs(head.i - token.i), 40.0) if head is not None else 60.0,
        *_relation(page, head, token),
        float(any(g.subject and g.sentence == scene.sentence for g in groups)),
        min(len(groups), 9.0),
        len(groups) / max(1, len(scene.history)),
        float(min(scene.sentence - last, 9)),
        float(party == scene.issuer),
        _has([scene.speaker] if scene.speaker else [], party),
        _has(scene.voice, party),
        _has(scene.engaged, party),
        _has(scene.deed, party),
        float(party == scene.acting()),
        float(party == scene.home),
        float(party == scene.main),
        float(ref.plural),
        float(bool(own["source"])),
        float(bool(own["target"])),
        float(any(r.party and r.party != party and r.party[:_COUNTRY] == party[:_COUNTRY] for _, r in draft.participants)),
        *among(ref.kind, _KINDS),
        *among(ref.via, _VIAS),
        *_class(party),
    ]


def _has(refs: Iterable[Ref], party: str) -> float:
    return max((r.sure for r in refs if r.party == party), default=0.0)


def head_of(page: Page, ref: Ref, token: Token) -> Token | None:
    """The word that a mention of the trigger's own sentence hangs on; ``None`` where it stands in another."""
    root = page.root(ref.start, ref.end)
    return root if root is not None and root.i != token.i and page.chain(root)[-1] == page.chain(token)[-1] else None


def _meet(page: Page, head: Token, token: Token) -> tuple[list[int], list[int]]:
    """The words from each of two up to, and without, the word above both."""
    up, down = page.chain(head), page.chain(token)
    above = set(up) & set(down)
    return [i for i in up if i not in above], [i for i in down if i not in above]


def _relation(page: Page, head: Token | None, token: Token) -> list[float]:
    """Steps from somebody up to the word above both, and from there down to the trigger; whether one is above the other; by which
    label, and by which preposition, somebody hangs on the word above both.
    """
    if head is None:
        return [9.0, 9.0, 0.0, 0.0, *_NOWHERE]
    up, down = _meet(page, head, token)
    labels = [page.doc[i].dep_ for i in up]
    top = labels[-1] if labels else ""
    steps = zip(reversed(up), reversed(labels), strict=True)
    preposition = next((_BY.get(page.doc[i].lower_, "") for i, label in steps if label in ("prep", "agent", "dative")), "")
    return [
        min(len(up), 9.0),
        min(len(down), 9.0),
        float(not down),
        float(not up),
        *among(top, _UNDER),
        *among(preposition, PREPOSITIONS),
    ]


@functools.lru_cache(maxsize=1024)
def _class(party: str) -> list[float]:
    country, _, kind = party.partition("-")
    n = _CLASSES.get(kind or country, 3 if kind else 6 if len(country) == _COUNTRY and country not in ("WHO", "IMF", "ICC") else 7)
    return [float(n == k) for k in range(8)]
