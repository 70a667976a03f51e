"""What is said of somebody's conduct: verdicts ("said the ban was unacceptable"), misdeeds ("had flouted the truce")."""

from __future__ import annotations

from typing import Any

from verbale.coding import clause
from verbale.coding.lexicon import words

Token = Any
_WISHED = {"will", "'ll", "shall", "wo", "should", "must", "ought", "would", "could", "may", "might", "can"}
_LINKS = {
    "be", "remain", "become", "seem", "appear", "constitute", "represent", "amount", "mark", "show", "demonstrate", "base",
    "look", "sound",
}  # fmt: skip
_BEHIND = ("in", "to", "without", "against", "on", "under", "like")
_LINKED = ("acomp", "attr", "oprd", "dobj")


def told(saying: Token) -> list[Token]:
    """The clauses that a verb of saying has as its content, with those coordinated with them."""
    first = clause.children(saying, "ccomp") or ([saying.head] if saying.dep_ == "parataxis" else [])
    return first + [c for t in first for c in clause.children(t, "conj") if c.pos_ in ("VERB", "AUX")]


def judged(clauses: list[Token], name: str) -> Token | None:
    """The first clause that says what something is in words of the list ``name``: "is illegal", "amounts to an insult"."""
    return next((c for c in clauses if _judges(c, name)), None)


def misdeed(clauses: list[Token]) -> Token | None:
    """The first clause that tells a misdeed as a fact: "had violated the truce", "were carrying out abuses"."""
    return next((c for c in clauses if _fact(c) and not clause.negated(c) and _wrong(c) and not _befell(c)), None)


def _befell(verb: Token) -> bool:
    """Whether it was no deed of anybody: "the flood had damaged the bridge"."""
    doers = clause.subjects(verb)
    return bool(doers) and all(t.lemma_.lower() in words("plights") for t in doers)


def _judges(verb: Token, name: str) -> bool:
    perhaps = verb.lemma_ in ("amount", "constitute")  # "may amount to persecution" blames all the same
    if verb.lemma_ not in _LINKS or not (_fact(verb) or perhaps):
        return False
    found = _with_epithets(_complements(verb))
    said = _listed(found, name)
    if name == "blame" and clause.negated(verb):
        return any(t.lower_ in words("virtues") for c in found for t in [c, *clause.children(c, "amod")])
    return said and not clause.negated(verb)


def deemed(verb: Token, name: str) -> bool:
    """Whether a verb calls its object something in words of a list: "called it shameful", "described it as an insult"."""
    hung = clause.children(verb, "prep") + [p for o in clause.children(verb, "dobj") for p in clause.children(o, "prep")]
    behind = [o for p in hung if p.lower_ == "as" for o in clause.children(p, "pobj", "amod", "pcomp", "acomp")]
    last = [
        c
        for o in clause.objects(verb)
        for c in [o, *clause.children(o, "conj")]
        for c in clause.children(c, "amod", "appos")
        if c.i > c.head.i
    ]
    last += [o.right_edge for o in clause.objects(verb) if o.right_edge.pos_ == "ADJ"]
    held = clause.children(verb, "oprd", "acomp", "xcomp", "ccomp") + last + behind
    held += [t for c in clause.children(verb, "ccomp") for t in _complements(c)]
    found = _with_epithets(held)
    return not clause.negated(verb) and (_listed(found, name) or (name == "blame" and _listed(found, "slurs")))


def _with_epithets(found: list[Token]) -> list[Token]:
    several = [t for c in found for t in [c, *clause.children(c, "conj")]]
    several += [
        o
        for c in several
        if c.pos_ == "NOUN"
        for p in clause.children(c, "prep")
        if p.lower_ == "of"
        for o in clause.children(p, "pobj")
    ]
    return [t for c in several for t in [c, *clause.children(c, "amod", "conj")]]


def _listed(found: list[Token], name: str) -> bool:
    return any(t.lemma_.lower() in words(name) or t.lower_ in words(name) for t in found)


def _complements(verb: Token) -> list[Token]:
    """What a linking verb says that something is, or is in, or amounts to."""
    own = clause.children(verb, *_LINKED)
    hung = clause.children(verb, "prep") + [p for o in clause.children(verb, "dobj") for p in clause.children(o, "prep")]
    behind = [o for p in hung if p.lower_ in _BEHIND for o in clause.children(p, "pobj")]
    nothing = [o for c in own if c.lower_ == "nothing" for p in clause.children(c, "prep") for o in clause.children(p, "pobj")]
    return own + behind + nothing


def _wrong(verb: Token) -> bool:
    if verb.lemma_.lower() in words("misdeeds"):
        return True
    if verb.lemma_.lower() not in words("committing"):
        return False
    things = clause.objects(verb) + [o for p in clause.children(verb, "prep", "agent") for o in clause.children(p, "pobj", "pcomp")]
    named = [t for o in things for t in [o, *clause.children(o, "conj", "compound", "amod")]]
    return any(t.lemma_.lower() in words("wrongs") or t.lower_ in words("wrongs") for t in named)


def _fact(verb: Token) -> bool:
    """Whether a clause says that something is or was so, not that it should or might be."""
    return not any(a.lower_ in _WISHED for a in clause.children(verb, "aux")) and not any(
        m.lower_ in ("if", "whether", "unless") for m in clause.children(verb, "mark")
    )
