"""The numbers of a candidate by which a ranker tells whether it is an event: its frame, its sentence, what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.coding import clause
from verbale.coding.draft import VOID, Draft
from verbale.coding.lexicon import words
from verbale.coding.numbers import among

Token = Any
TYPES = (
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AGREE",
    "AID",
    "CONCEDE",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "PROTEST",
)
MODES = ("meet", "call", "visit", "host", "attend", "mediate", "correspond", "recognise", "mission")
STATUSES = ("happened", "planned", "proposed", "refused", "denied", "cancelled")
_STATUSES = (*STATUSES, VOID)
_UNTOLD = (0.0,) * len(STATUSES)
_GOVERNING = (
    "denied",
    "cancelled",
    "refused",
    "readiness",
    "planned",
    "proposed",
    "needful",
    "speech",
    "offering",
    "assuring",
    "pressing",
)
"""Word lists of which a word above the trigger tells something of its status."""
_AUXILIARIES = (
    ("will", "shall", "'ll", "wo"),
    ("would", "could", "may", "might", "'d", "can"),
    ("should", "must", "ought"),
    ("to",),
    ("has", "have", "had"),
    ("do", "does", "did"),
    ("be", "is", "are", "was", "were"),
)
_TIMES = (("tomorrow", "next", "upcoming", "forthcoming", "later", "soon"), ("yesterday", "last", "earlier", "ago", "today"))
_EDGES = (
    "ROOT",
    "ccomp",
    "xcomp",
    "advcl",
    "relcl",
    "acl",
    "conj",
    "dobj",
    "pobj",
    "nsubj",
    "nsubjpass",
    "pcomp",
    "amod",
    "compound",
)
_TAGS = ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB", "NN", "NNS", "NNP")
_BLOCKS = ("headline", "body", "item", "caption")
_FAR = 12

KIND_NAMES = (*(f"type:{t}" for t in TYPES), *(f"mode:{m}" for m in MODES), *(f"status:{s}" for s in _STATUSES))
"""What kind of event it would be."""
NAMES = (
    *KIND_NAMES,
    "weight",
    "score",
    "held",
    "met",
    "rival",
    "verb",
    "noun",
    "passive",
    "negated",
    "quoted",
    "reached",
    "governed",
    "attributed",
    "depth",
    "position",
    "of sentence",
    "sentence length",
    "parties here",
    "source",
    "target",
    "beside",
    "alternatives",
    "surest alternative",
    "supported",
    "modal",
    "infinitive",
    "subject",
    "object",
    "learned",
    "seen",
    "fits",
    "fits other",
    *(f"outlook:{s}" for s in STATUSES),
    *(f"edge:{e}" for e in _EDGES),
    *(f"tag:{t}" for t in _TAGS),
    *(f"block:{b}" for b in _BLOCKS),
    *(f"above:{t}" for t in TYPES),
    "above:speech",
    *(f"same:{t}" for t in TYPES),
)
"""What the numbers of a candidate are, in order."""


def kind(draft: Draft) -> list[float]:
    """What kind of event it would be, as numbers."""
    return [
        *among(draft.type, TYPES),
        *among(draft.mode, MODES),
        *among(draft.status, _STATUSES),
    ]


def clause_of(draft: Draft) -> list[float]:
    """What kind of event it would be, and how its clause is built."""
    token = draft.token
    verb = token.pos_ in ("VERB", "AUX")
    return [*kind(draft), float(draft.held), float(verb), float(draft.quoted), float(verb and clause.passive(token))]


def status(draft: Draft, around: Surroundings) -> list[float]:
    """What tells whether it happened: its own auxiliaries, what governs it, what it stands inside of, times beside it."""
    above = {d.type for d in around.above(draft)}
    return [
        *clause_of(draft),
        *around.tense(draft.token),
        *(float(t in above) for t in TYPES),
        *among(draft.page.block.kind, _BLOCKS),
        *draft.fits,
        *(draft.outlook or _UNTOLD),
    ]


def _tense(token: Token) -> list[float]:
    """What tells of a trigger whether it happened, whatever it means."""
    chain = [token]
    while chain[-1].head.i != chain[-1].i and len(chain) < _FAR:
        chain.append(chain[-1].head)
    near = {t.lower_ for t in token.sent}
    return [
        *among(token.tag_, _TAGS),
        *among(token.dep_, _EDGES),
        *(_first(chain[1:], name) for name in _GOVERNING),
        *(float(_has(token, "aux", *forms)) for forms in _AUXILIARIES),
        *(float(any(_has(t, "aux", *forms) for t in chain[1:4])) for forms in _AUXILIARIES),
        float(clause.negated(token)),
        float(any(clause.negated(t) for t in chain[1:4] if t.pos_ in ("VERB", "AUX"))),
        float(any(_has(t, "mark", "if", "unless", "whether") for t in chain[:4])),
        *(float(bool(near & set(times))) for times in _TIMES),
    ]


def _first(chain: Sequence[Token], name: str) -> float:
    """How near the first word of a list is above the trigger: one for the next, less further up, nought where there is none."""
    listed = words(name)
    return next((1 / (n + 1) for n, t in enumerate(chain) if t.lemma_.lower() in listed or t.lower_ in listed), 0.0)


class Surroundings:
    """The candidates of a document by their trigger and their sentence."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        """Group the candidates."""
        self.at: dict[tuple[int, int], list[Draft]] = {}
        self.within: dict[tuple[int, int], list[Draft]] = {}
        self._tenses: dict[Token, list[float]] = {}
        for draft in drafts:
            self.at.setdefault((draft.page.base, draft.token.i), []).append(draft)
            self.within.setdefault((draft.page.base, draft.token.sent.start), []).append(draft)

    def tense(self, token: Token) -> list[float]:
        """What tells of a trigger whether it happened, asked once for all of its readings."""
        if token not in self._tenses:
            self._tenses[token] = _tense(token)
        return self._tenses[token]

    def above(self, draft: Draft) -> list[Draft]:
        """The held candidates whose triggers stand above this one's in the sentence."""
        node, found = draft.token, []
        for _ in range(_FAR):
            if node.head.i == node.i:
                break
            node = node.head
            found += [d for d in self.at.get((draft.page.base, node.i), ()) if d.held and not d.rival]
        return found

    def beside(self, draft: Draft) -> list[Draft]:
        """The other candidates of its sentence."""
        return [d for d in self.within[draft.page.base, draft.token.sent.start] if d is not draft]

    def rivals(self, draft: Draft) -> list[Draft]:
        """The other readings of its trigger."""
        return [d for d in self.at[draft.page.base, draft.token.i] if d is not draft]


def values(draft: Draft, around: Surroundings, learned: tuple[float, float]) -> list[float]:
    """The numbers of a candidate. ``learned`` is how often its frame was right in training, and how often it was seen there."""
    token, page = draft.token, draft.page
    sentence = token.sent
    above, beside, rivals = around.above(draft), around.beside(draft), around.rivals(draft)
    held, over = {d.type for d in beside if d.held and not d.rival}, {d.type for d in above}
    verb = token.pos_ in ("VERB", "AUX")
    return [
        *kind(draft),
        draft.frame.weight,
        draft.confidence,
        float(draft.held),
        float(draft.met),
        float(draft.rival),
        float(verb),
        float(token.pos_ in ("NOUN", "PROPN")),
        float(verb and clause.passive(token)),
        float(clause.negated(token)),
        float(draft.quoted),
        float(draft.reached),
        float(bool(draft.governor)),
        float(draft.attribution is not None),
        float(_depth(token)),
        min(page.start(token) / 2000, 3.0),
        (token.i - sentence.start) / max(1, len(sentence)),
        float(min(len(sentence), 80)),
        float(len({o.party for o in draft.offers if o.values[4]})),
        float(bool(draft.parties("source"))),
        float(bool(draft.parties("target"))),
        float(len(held)),
        float(len(rivals)),
        max((d.confidence for d in rivals if d.held), default=0.0),
        float(not verb and clause.support(token) is not None),
        float(_has(token, "aux", "can", "could", "would", "should", "may", "might", "must")),
        float(_has(token, "aux", "to")),
        float(bool(clause.children(token, "nsubj", "nsubjpass"))),
        float(bool(clause.children(token, "dobj"))),
        *learned,
        *draft.fits,
        *(draft.outlook or _UNTOLD),
        *among(token.dep_, _EDGES),
        *among(token.tag_, _TAGS),
        *among(page.block.kind, _BLOCKS),
        *(float(t in over) for t in TYPES),
        float(_reported(token)),
        *(float(t in held) for t in TYPES),
    ]


def _depth(token: Token) -> int:
    steps, node = 0, token
    while node.head.i != node.i and steps < _FAR:
        node, steps = node.head, steps + 1
    return steps


def _has(token: Token, label: str, *forms: str) -> bool:
    return any(c.lower_ in forms for c in clause.children(token, label))


def _reported(token: Token) -> bool:
    """Whether a verb of saying stands above."""
    node = token
    for _ in range(_FAR):
        if node.head.i == node.i:
            return False
        node = node.head
        if node.lemma_ in words("speech"):
            return True
    return False
