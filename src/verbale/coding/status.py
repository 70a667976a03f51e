"""Whether an act happened, is planned, proposed, refused, denied or cancelled: read off the words that govern its trigger."""

from __future__ import annotations

from typing import Any

from verbale.coding.clause import children, negated
from verbale.coding.lexicon import words

Token = Any
_MODAL_PLANNED = {"will", "'ll", "wo", "shall"}
_MODAL_PROPOSED = {"could", "would", "should", "might", "may", "can", "must", "'d"}
_CONTENT_PREPOSITIONS = {"for", "on", "about", "of", "to", "against", "from"}
_CLIMB = {"xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "advcl", "conj", "nsubjpass", "nsubj", "relcl", "attr", "prep", "csubj", "csubjpass", "agent"}


def status_of(token: Token, own: str, negative: bool = False) -> tuple[str | None, str]:
    """The status of the act at ``token`` and the word that gives it; ``None`` where the act is merely negated or supposed.

    ``own`` is what the frame says where nothing governs it; ``negative`` where the frame's meaning holds its negation.
    """
    found = _at(token)
    if found is not None and not negative:
        return found
    node, steps = token, 0
    while node.dep_ in _CLIMB and steps < 8:
        parent = node.head
        if parent is node:
            break
        found = _governed(node, parent)
        if found is not None:
            return found
        if _stops(node, parent):
            break
        node, steps = parent, steps + 1
    return own, ""


_SUPPOSED = {"proposed": {"CONSULT", "SANCTION", "AID", "COOPERATE", "PROTEST"}, "refused": {"CONSULT"}, "cancelled": {"CONSULT", "AID", "AGREE"}}


def plausible(kind: str, mode: str, status: str, governor: str) -> str | None:
    """The status as it can be for a type: a threat is made when it is voiced, support is given when it is promised.

    ``None`` where the act is only part of what somebody asks, supposes or refuses, and so is no event of its own.
    """
    if mode == "recognise":
        return "denied" if status == "refused" else status
    if status == "planned" and kind in ("THREATEN", "SUPPORT") or (kind == "SUPPORT" and governor in ("offer", "offered")):
        return "happened"
    if kind == "THREATEN" and governor == "could":
        return status
    if status in _SUPPOSED and kind not in _SUPPOSED[status]:
        return None
    return status


def _at(token: Token) -> tuple[str | None, str] | None:
    """What the trigger's own auxiliaries, negation and adjectives say."""
    verb = token
    if token.pos_ in ("NOUN", "PROPN"):
        for word in children(token, "amod", "compound"):
            if word.lemma_.lower() in words("planned") or word.lower_ in words("planned"):
                return "planned", word.text
            if word.lower_ in ("proposed", "possible", "potential"):
                return "proposed", word.text
            if word.lower_ in ("cancelled", "canceled", "postponed"):
                return "cancelled", word.text
        if negated(token):
            return None, "no"
        return None
    if children(verb, "mark") and any(m.lower_ in ("if", "unless", "whether") for m in children(verb, "mark")):
        return None, "if"
    if verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl", "ROOT") and any(a.lower_ == "to" for a in children(verb, "aux")):
        if verb.dep_ == "ROOT" or verb.head.pos_ == "PROPN":
            return "planned", "to"
    if verb.tag_ in ("VBP", "VBZ") and any(c.lower_ == "tomorrow" for c in verb.children):
        return "planned", "tomorrow"
    auxiliaries = {a.lower_ for a in children(verb, "aux", "auxpass")}
    if negated(verb):
        return ("refused", "will not") if auxiliaries & _MODAL_PLANNED else (None, "not")
    if auxiliaries & _MODAL_PLANNED:
        return "planned", "will"
    if auxiliaries & _MODAL_PROPOSED:
        return "proposed", "could"
    return None if verb.dep_ != "conj" or auxiliaries or children(verb, "nsubj") else _shared(verb)


def _shared(verb: Token) -> tuple[str | None, str] | None:
    """A coordinated verb without auxiliaries of its own shares those of the verb before it ("will visit Doha and meet ...")."""
    head = verb.head
    if head.pos_ in ("VERB", "AUX") and verb.tag_ in ("VB", "VBN"):
        return _at(head)
    return None


def _governed(node: Token, parent: Token) -> tuple[str | None, str] | None:
    """What a governing word says of what stands under it."""
    lemma = parent.lemma_.lower()
    if parent.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    content = node.dep_ in ("xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "nsubjpass", "prep", "nsubj", "attr", "csubj")
    if not content:
        return None
    if node.dep_ == "prep" and node.lower_ not in _CONTENT_PREPOSITIONS:
        return _at(parent) if node.lower_ in ("by", "through") and children(node, "pcomp") and parent.pos_ in ("VERB", "AUX") else None
    clause = node.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "prep", "pobj")
    if lemma == "be" and node.dep_ == "xcomp":
        return "planned", "is to"
    if lemma in words("denied") and node.dep_ in ("dobj", "ccomp", "pcomp", "xcomp"):
        return "denied", lemma
    if (lemma in words("cancelled") or (lemma == "call" and any(c.lower_ == "off" for c in parent.children))) and node.dep_ in ("dobj", "nsubjpass"):
        return "cancelled", lemma
    if lemma in words("refused") and (parent.pos_ != "NOUN" or lemma == "refusal") and (clause or node.dep_ == "dobj") and node.dep_ != "nsubj":
        return "refused", lemma
    if lemma in ("allow", "permit", "invite", "authorise", "authorize", "expect") and negated(parent):
        return None, f"not {lemma}"
    if lemma in words("planned") and (clause or node.dep_ in ("dobj", "nsubjpass")) and not _own_subject_past(node):
        return "planned", lemma
    if lemma in words("proposed") and (clause or node.dep_ in ("dobj",)) and not _own_subject_past(node):
        return "proposed", lemma
    if lemma in words("speech"):
        return None
    if parent.pos_ in ("VERB", "AUX"):
        found = _at(parent)
        if found is not None and (clause or node.dep_ in ("dobj", "nsubjpass", "nsubj")):
            return found
    return None


def _own_subject_past(node: Token) -> bool:
    """A finite past clause ("stressed that the two met") tells a fact, whatever governs it."""
    return bool(node.dep_ == "ccomp" and node.tag_ in ("VBD",) or (node.dep_ == "ccomp" and any(a.lower_ in ("had", "has", "have") for a in children(node, "aux"))))


def _stops(node: Token, parent: Token) -> bool:
    """Where what governs no longer bears on the act: above a finite statement, a relative clause or a coordinated clause."""
    if node.dep_ in ("relcl", "advcl"):
        return node.tag_ != "VB"
    if node.dep_ == "conj":
        return bool(children(node, "nsubj", "nsubjpass"))
    return bool(node.dep_ == "ccomp" and parent.lemma_ in words("speech") and node.tag_ in ("VBD", "VBP", "VBZ"))
