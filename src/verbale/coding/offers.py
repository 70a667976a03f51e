"""Who could take part in a candidate event: every party at hand, with the numbers by which a ranker tells who does.

The grammar fills its slots by rule; what it names stands here beside everybody else that the sentence or the passage offers, so
that a model trained on coded passages can put right whom a rule missed or took for somebody else.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from verbale.coding.addressee import TO_THE_PEOPLE, people
from verbale.coding.clause import SET_IN, children, objects, passive, preposition, subjects
from verbale.coding.draft import Draft
from verbale.coding.lexicon import words
from verbale.coding.meanings import Meanings, Way
from verbale.coding.numbers import among
from verbale.coding.page import Page, of_kind
from verbale.coding.scene import Ref, Scene
from verbale.coding.slots import SPEECH
from verbale.coding.victims import own_bereaved, told_of, unaddressed

Token = Any
Mentions = dict[str, list[Ref]]
"""Mentions by their party."""
_UNREAD = [math.nan, math.nan]
"""What the encoder answers of what it has not read."""
BACK = 3
"""How many sentences back somebody is still at hand."""
MENTIONS = 5
"""How many mentions of one party are looked at."""
_A_SENTENCE = 1000.0
_AGAIN = 2 * _A_SENTENCE
"""Up to what cost a party is looked at where it is mentioned again: in the sentence itself, and in the one before."""
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
_DONE_TO = {"ASSAULT", "COERCE", "CONCEDE"}
"""What is done to people: who only reports it from another country has not done it."""
_MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}
"""What others than the parties only tell of, where both sides are told; and what is not done to the place where it is done."""


_TOPIC = {"on", "about", "regarding", "concerning", "over"}
_FACING = {("CONSULT", "meet"), ("CONSULT", "call"), ("CONSULT", "correspond")}


class Offer(msgspec.Struct, kw_only=True):
    """A party that could take part: the mention that speaks best for it, and its numbers (see :data:`NAMES`).

    ``refs`` are all of its mentions that were looked at; ``deep`` the encoder's log-odds that the party is source, and target, by
    whichever mention says most; ``nan`` where the encoder reads none of them together with the trigger.
    """

    party: str
    ref: Ref
    values: list[float]
    refs: tuple[Ref, ...] = ()
    deep: tuple[float, float] = (math.nan, math.nan)


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
    "way:source",
    "way:target",
)
"""What the numbers of an offer are, in order."""


def _acts(subject: Token, trigger: Token) -> bool:
    """Whether a subject is somebody, not the occasion itself that "took place"."""
    occasion = subject is trigger or subject.lemma_.lower() in words("occasion") or trigger in subject.subtree
    return subject.pos_ in ("PROPN", "NOUN") and not occasion


def _telling(token: Token) -> Iterator[Token]:
    """The verbs of speech in whose content a word stands."""
    for node in (token, *token.ancestors):
        if node.dep_ == "ccomp" and node.head.lemma_ in words("speech"):
            yield node.head


def _asking(token: Token) -> Iterator[Token]:
    """The verbs that ask of others what a word tells: "*called* on Ruritania and Freedonia to resume their talks"."""
    for node in (token, *token.ancestors):
        if node.dep_ in ("xcomp", "ccomp", "advcl") and node.tag_ == "VB" and node.head.lemma_ in words("object_control"):
            yield node.head


def _elsewhere(page: Page, token: Token) -> bool:
    """Whether something is told to have been done, by nobody knows whom, from or in a country: "were beaten *in Ruritania*"."""
    if not passive(token) or children(token, "agent"):
        return False
    named = (page.cover[o.i][2] for o in preposition(token, "from", "in") if o.i in page.cover)
    return any(of_kind(hit, "state") for hit in named)


def _named_forum(page: Page, token: Token) -> bool:
    """Whether it is told at which occasion of a name something was: "took part in *the G20* summit"."""
    at = [t for o in (token, *objects(token)) for t in (o, *preposition(o, "in", "at", "of"))]
    return any(page.hits(page.left(t), t.i + 1) for t in at)


class AtHand:
    """Everybody at hand at one trigger, whatever is read in it; holds for as long as nothing more is told."""

    def __init__(self, page: Page, token: Token, scene: Scene, meanings: Meanings | None = None) -> None:
        """Take a trigger, what was told so far, and what the document's words mean to the encoder."""
        self._page, self._token, self._scene, self._meanings = page, token, scene, meanings
        self._standing: dict[Ref, tuple[list[float], list[float]]] = {}
        around = [(cost, ref) for cost, ref in self._around() if ref.party]
        self._nearest = _nearest(around)
        self._not_places = _nearest([(cost, ref) for cost, ref in around if not self._place(ref)])
        self._tellers = {page.end(s) for verb in _telling(token) for s in subjects(verb)}
        self._askers = {page.end(s) for verb in _asking(token) for s in subjects(verb)}
        self._reporting = {ref.party for _, ref in around if ref.end in self._tellers} if _elsewhere(page, token) else set()
        own = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX") and t.dep_ != "amod"), token)
        self._busy = any(_acts(s, token) and page.end(s) not in self._tellers for s in subjects(own))

    def offers(self, drafts: Sequence[Draft]) -> list[list[Offer]]:
        """For each reading every party at hand, the grammar's own first, each once."""
        found = [self._found(draft) for draft in drafts]
        odds = self._odds(drafts, found)
        return [self._offers(draft, refs, odds) for draft, refs in zip(drafts, found, strict=True)]

    def _found(self, draft: Draft) -> Mentions:
        """The mentions by which every party at hand of a reading is looked at."""
        found: Mentions = {}
        doers, named = draft.parties("source"), draft.parties()
        mutual, closed = draft.type in _MUTUAL, _closed(draft)
        told = mutual and (self._busy or len(named) > 1)
        aimed = draft.type in SPEECH and bool(doers and draft.parties("target"))
        for near in (*draft.refs(), *(self._not_places if mutual else self._nearest)):
            for ref in _meant(draft, near, doers):
                teller = (told and ref.end in self._tellers) or (draft.type in _DONE_TO and ref.party in self._reporting)
                beside = self._helps(ref) if mutual else told_of(self._page, ref, draft.type, self._token)
                asker = mutual and len(named) > 1 and ref.end in self._askers
                absent = self._absent(draft, ref) or (aimed and self._venue(ref))
                aside = ref.party not in named and (closed or teller or asker or beside or absent)
                aside = aside or own_bereaved(draft.type, ref, doers)
                if ref.party and not aside and not any(_same_place(ref, known) for known in found.get(ref.party, ())):
                    found.setdefault(ref.party, []).append(ref)
        return found

    def _absent(self, draft: Draft, ref: Ref) -> bool:
        """Whether somebody of another sentence was not at an occasion that has a name, nor is asked by a call to nobody."""
        first, last = self._token.sent[0], self._token.sent[-1]
        here = self._page.start(first) <= ref.start <= self._page.end(last)
        again = draft.resumed and not _named_forum(self._page, self._token)
        attends = draft.mode == "attend" and draft.held and not again
        calls = draft.type == "REQUEST" and not draft.parties("target") and unaddressed(self._token)
        return (attends or calls) and bool(draft.parties("source")) and not here

    def _odds(self, drafts: Sequence[Draft], found: Sequence[Mentions]) -> Iterator[list[float]]:
        """What the encoder answers of every mention, in order; it is asked of all readings at once."""
        every = [(draft, ref) for draft, own in zip(drafts, found, strict=True) for refs in own.values() for ref in refs]
        if self._meanings is None:
            return iter([_UNREAD] * len(every))
        trigger = self._page.start(self._token), self._page.end(self._token)
        return iter(self._meanings.ways(Way(trigger, (ref.start, ref.end), draft.type) for draft, ref in every).tolist())

    def _offers(self, draft: Draft, found: Mentions, odds: Iterator[list[float]]) -> list[Offer]:
        named = draft.parties()
        own = {role: [r for r in draft.refs(role) if r.party] for role in ("source", "target", "host", "mediator")}
        offers = []
        for party, refs in found.items():
            read = [(row, ref) for row, ref in zip(islice(odds, len(refs)), refs, strict=True) if not math.isnan(row[0])]
            deep = (max(row[0] for row, _ in read), max(row[1] for row, _ in read)) if read else (math.nan, math.nan)
            # the mention that the grammar takes, else the one of which the encoder is surest, else the nearest
            ref = max(read, key=lambda pair: max(pair[0]))[1] if read and party not in named else refs[0]
            offers.append(Offer(party=party, ref=ref, values=self._values(draft, own, ref, party), refs=tuple(refs), deep=deep))
        return offers

    def _helps(self, ref: Ref) -> bool:
        """Whether somebody is named as who brought others together: "under the mediation *of Ruritania*"."""
        head = self._page.hung(ref.start, ref.end, self._token)
        above = head.head.head if head is not None and head.dep_ in ("pobj", "conj") else None
        while above is not None and above.dep_ == "conj":
            above = above.head
        return above is not None and above is not self._token and above.lemma_.lower() in words("mediation")

    def _place(self, ref: Ref) -> bool:
        """Whether a country or its capital is only where something is, or what about: "reached *in Vienna*", "talks *on Syria*"."""
        head = self._page.hung(ref.start, ref.end, self._token) if ref.kind == "state" else None
        return head is not None and head.dep_ == "pobj" and head.head.lower_ in SET_IN | _TOPIC

    def _venue(self, ref: Ref) -> bool:
        """Whether a body is only where something is said or voted on: "vetoed a Ruritanian draft *at the Security Council*"."""
        head = self._page.hung(ref.start, ref.end, self._token) if ref.kind == "body" else None
        return head is not None and head.dep_ == "pobj" and head.head.lower_ in ("at", "in")

    def _around(self) -> Iterator[tuple[float, Ref]]:
        """Those around, with what it costs to think of them: the sentence's their distance, others ever more."""
        scene, here = self._scene, self._page.start(self._token)
        for group in reversed(scene.history):
            back = scene.sentence - group.sentence
            if back > BACK:
                break
            for ref in group.refs:
                yield back * _A_SENTENCE + min(abs(ref.start - here), 999), ref
        around = (*scene.chorus, *scene.voice, *scene.engaged, *scene.deed, *((scene.speaker,) if scene.speaker else ()))
        yield from ((9000.0, ref) for ref in around)
        place = {"start": here, "end": self._page.end(self._token), "name": self._token.text}
        for party in (scene.issuer, scene.acting()):
            if party:
                yield 9500.0, Ref(**place, kind="pronoun", party=party, via="issuer", sure=0.5)

    def _values(self, draft: Draft, own: dict[str, list[Ref]], ref: Ref, party: str) -> list[float]:
        if ref not in self._standing:
            self._standing[ref] = self._told(ref, party), [*among(ref.kind, _KINDS), *among(ref.via, _VIAS), *_class(party)]
        told, named = self._standing[ref]
        return [
            _has(own["source"], party),
            _has(own["target"], party),
            _has([*own["host"], *own["mediator"]], party),
            *told,
            float(bool(own["source"])),
            float(bool(own["target"])),
            float(any(r.party and r.party != party and r.party[:_COUNTRY] == party[:_COUNTRY] for _, r in draft.participants)),
            *named,
            0.0,
            0.0,
        ]

    def _told(self, ref: Ref, party: str) -> list[float]:
        """What is told of somebody whatever the trigger means: where the mention stands, and what was said of the party before."""
        scene, token = self._scene, self._token
        head = self._page.hung(ref.start, ref.end, token)
        groups = scene.told.get(party, [])
        last = groups[-1].sentence if groups else scene.sentence - 9
        return [
            ref.sure,
            float(head is not None),
            float(head is not None and head.i < token.i),
            min(abs(head.i - token.i), 40.0) if head is not None else 60.0,
            *_relation(self._page, head, token),
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
        ]


def _closed(draft: Draft) -> bool:
    """Whether the words name both sides: nobody else took part, whoever is told of beside it ("talks *between A and B*")."""
    sides = draft.parties("source", "host"), draft.parties("target")
    between = draft.frame.pos == "N" and draft.type in _MUTUAL and bool(preposition(draft.token, "between"))
    facing = draft.held and (draft.type, draft.mode) in _FACING and not any(r.via == "visited country" for r in draft.refs())
    return (facing or between) and all(sides) and not sides[0] & sides[1]


def _nearest(around: Iterable[tuple[float, Ref]]) -> list[Ref]:
    """Of every party the mentions that cost least, nearest first, in the order in which parties were first thought of."""
    found: dict[str, list[tuple[float, Ref]]] = {}
    for cost, ref in around:
        if ref.party:
            found.setdefault(ref.party, []).append((cost, ref))
    return [ref for mentions in found.values() for ref in _few(sorted(mentions, key=lambda pair: pair[0]))]


def _meant(draft: Draft, ref: Ref, doers: Collection[str | None]) -> tuple[Ref, ...]:
    """Whom a name may mean: a country that is helped or attacked is its people, but its state where armies fight."""
    if draft.type not in TO_THE_PEOPLE or not doers or ref.party in doers:
        return (ref,)
    return (ref,) if (those := people(ref)) is ref else (those, ref)


def _same_place(one: Ref, other: Ref) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _few(mentions: Sequence[tuple[float, Ref]]) -> list[Ref]:
    """The nearest mention of a party, and others that are near, each place once."""
    places = {(ref.start, ref.end): ref for cost, ref in reversed(mentions) if cost < _AGAIN or ref is mentions[0][1]}
    return list(places.values())[::-1][:MENTIONS]


def _has(refs: Iterable[Ref], party: str) -> float:
    return max((r.sure for r in refs if r.party == party), default=0.0)


def meeting(page: Page, head: Token, token: Token) -> tuple[list[int], list[int]]:
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
    up, down = meeting(page, head, token)
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
