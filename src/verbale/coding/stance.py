"""Whose stance a statement takes: the party that it has welcome, condemn, offer and call, as if somebody else wrote it.

"The United States welcomes the truce ... We call on both sides": a government's own text speaks of itself by its name, in the
present tense; those of whom it speaks did something before, or are asked to.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from verbale.coding.clause import children, objects, passive, preposition, subjects
from verbale.coding.lexicon import words
from verbale.coding.mentions import refs
from verbale.coding.page import Page
from verbale.coding.scene import Scene

Token = Any
_OURS = {"we", "i", "our", "my"}
_KINDS = ("body", "state", "authority", "organisation", "metonym", "person", "role")
_CROWDS = ("PPL", "WOM", "REF", "MIN", "DIA", "MED")
_FIRST, _TWICE = 3, 2
"""A stance in the first sentences tells more of the author: in how many, and by how much."""


def stance(pages: list[Page], scene: Scene) -> str | None:
    """The one party whose stance an unsigned statement takes; ``None`` where none stands out, or all are only spoken to."""
    taken: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    sentence = 0
    for page in pages:
        for words_ in page.doc.sents:
            sentence += 1
            for verb in (t for t in words_ if t.pos_ in ("VERB", "AUX", "ADJ") and not t.doc.quoted[t.i]):
                taking, spoken_to = _stand(page, verb, scene)
                taken.update(dict.fromkeys(taking, _TWICE if sentence <= _FIRST else 1))
                answered.update(spoken_to)
    first, second = [*taken.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > max(second[1], answered[first[0]]) else None


def _stand(page: Page, verb: Token, scene: Scene) -> tuple[set[str], set[str]]:
    """Who takes a stance by a verb, and to whom "we" speak by it."""
    moved = verb.lemma_ in words("moving")
    if not (moved or verb.lemma_ in words("stances")) or not _present(verb):
        return set(), set()
    doers = objects(verb) if moved else preposition(verb, "by") if passive(verb) else subjects(verb)
    asked = [s for c in children(verb, "xcomp", "ccomp") for s in children(c, "nsubj", "nsubjpass")]
    faced = [] if moved else [*objects(verb), *asked, *preposition(verb, "on", "upon", "with", "by")]
    if any(d.lower_ in _OURS for d in doers):
        return set(), _named(page, faced, scene)
    return _named(page, doers, scene), set()


def _named(page: Page, tokens: list[Token], scene: Scene) -> set[str]:
    found = [r for t in tokens if t.pos_ in ("NOUN", "PROPN") for r in refs(page, t, scene)]
    return {r.party for r in found if r.party and r.kind in _KINDS and not r.party.endswith(_CROWDS)}


def _present(verb: Token) -> bool:
    """Whether a stance is taken now, or from now on."""
    helping = children(verb, "aux", "auxpass")
    told = [*helping, verb] if verb.tag_ in ("VB", "VBN", "VBG", "JJ") else [verb]
    if verb.pos_ == "ADJ" or passive(verb):
        told = [*told, verb.head]
    return any(t.tag_ in ("VBZ", "VBP", "MD") for t in told)
