"""What is said of somebody's conduct: verdicts ("said the ban was unacceptable"), misdeeds ("had flouted the truce")."""

from __future__ import annotations

from typing import Any

from verbale.coding import clause
from verbale.coding.lexicon import words

Token = Any
_WISHED = {"should", "must", "ought", "would", "could", "may", "might", "can"}
_LINKS = {"be", "remain", "become", "seem", "appear", "constitute", "represent", "amount", "mark", "show", "demonstrate"}
_LINKED = ("acomp", "attr", "oprd", "dobj")


def told(saying: Token) -> list[Token]:
    """The clauses that a verb of saying has as its content, with those coordinated with them."""
    first = clause.children(saying, "ccomp")
    return first + [c for t in first for c in clause.children(t, "conj") if c.pos_ in ("VERB", "AUX")]


def judged(clauses: list[Token], name: str) -> Token | None:
    """The first clause that says what something is in words of the list ``name``: "is illegal", "amounts to an insult"."""
    return next((c for c in clauses if _judges(c, name)), None)


def misdeed(clauses: list[Token]) -> Token | None:
    """The first clause that tells a misdeed as a fact: "had violated the truce", "were carrying out abuses"."""
    return next((c for c in clauses if _fact(c) and not clause.negated(c) and _wrong(c)), None)


def _judges(verb: Token, name: str) -> bool:
    if verb.lemma_ not in _LINKS or not _fact(verb):
        return False
    found = [t for c in _complements(verb) for t in [c, *clause.children(c, "amod", "conj")]]
    said = any(t.lemma_.lower() in words(name) or t.lower_ in words(name) for t in found)
    if name == "blame" and clause.negated(verb):
        return any(t.lower_ in words("virtues") for c in found for t in [c, *clause.children(c, "amod")])
    return said and not clause.negated(verb)


def _complements(verb: Token) -> list[Token]:
    """What a linking verb says that something is, or is in, or amounts to."""
    own = clause.children(verb, *_LINKED)
    behind = [o for p in clause.children(verb, "prep") if p.lower_ in ("in", "to", "without", "against") for o in clause.children(p, "pobj")]
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
