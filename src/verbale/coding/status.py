"""Whether an act happened, is planned, proposed, refused, denied or cancelled: read off the words that govern its trigger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from verbale.coding.clause import children, negated, support
from verbale.coding.lexicon import names_people, words
from verbale.coding.tokens import once

Token = Any
Reading = tuple[str | None, str]
_PERMITTING = {"allow", "permit", "invite", "authorise", "authorize", "expect"}
_YEAR = 4
YET = "yet to come"
"""The governor of what is evidently still to come: no ranker has to judge it."""
_CLAUSES = {"xcomp", "ccomp", "acl", "pcomp", "prep", "pobj"}
_CONTENT = {"xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "nsubjpass", "prep", "nsubj", "attr", "csubj"}
_MODAL_PLANNED = {"will", "'ll", "wo", "shall"}
_MODAL_PROPOSED = {"could", "would", "should", "might", "may", "can", "must", "'d"}
_PERFECT = {"have", "'ve"}
_CONTENT_PREPOSITIONS = {"for", "on", "about", "of", "to", "against", "from"}
_CLIMB = {
    "xcomp",
    "ccomp",
    "dobj",
    "pobj",
    "pcomp",
    "acl",
    "advcl",
    "conj",
    "nsubjpass",
    "nsubj",
    "relcl",
    "attr",
    "prep",
    "csubj",
    "csubjpass",
    "agent",
}


def status_of(token: Token, own: str, negative: bool = False) -> Reading:
    """The status of the act at ``token`` and the word that gives it; ``None`` where the act is merely negated or supposed.

    ``own`` is what the frame says where nothing governs it; ``negative`` where the frame's meaning holds its negation.
    """
    found = None if negative else _at(token) or _carried(token)
    return found or _above(token) or (own, "")


def _carried(noun: Token) -> Reading | None:
    """What the verb says that carries a noun for an act at one remove: "will engage in *talks*"."""
    carrier = support(noun) if noun.pos_ == "NOUN" and noun.dep_ == "pobj" else None
    return (_at(carrier) or _above(carrier)) if carrier is not None else None


@once
def _above(token: Token) -> Reading | None:
    """What the words above the trigger say."""
    node, steps = token, 0
    while node.dep_ in _CLIMB and steps < 8:
        parent = node.head
        if parent is node:
            break
        found = _governed(node, parent)
        if found is not None:
            return _answered(parent) or found
        if _stops(node, parent):
            break
        node, steps = parent, steps + 1
    return None


def _answered(asking: Token) -> Reading | None:
    """What became of a request or offer that a noun tells of: "rejected his *request* to meet her"."""
    if asking.pos_ != "NOUN" or asking.dep_ not in ("dobj", "nsubjpass"):
        return None
    answer = asking.head
    return ("refused", answer.text) if answer.lemma_.lower() in words("refused") and answer.lemma_ != "seek" else None


_SUPPOSED = {
    "proposed": {"CONSULT", "SANCTION", "AID", "COOPERATE", "PROTEST"},
    "refused": {"CONSULT"},
    "cancelled": {"CONSULT", "AID", "AGREE"},
}


def plausible(kind: str, mode: str, status: str, governor: str) -> str | None:
    """The status as it can be for a type: a threat is made when it is voiced, support is given when it is promised.

    ``None`` where the act is only part of what somebody asks, supposes or refuses, and so is no event of its own.
    """
    if kind == "CONSULT" and mode in ("attend", "visit") and governor == "invite":
        return None
    if mode == "recognise":
        return "denied" if status == "refused" else status
    offered = kind == "SUPPORT" and governor in ("offer", "offered")
    if offered or (status == "planned" and governor != YET and kind in ("THREATEN", "SUPPORT")):
        return "happened"
    if kind == "THREATEN" and governor == "could":
        return status
    if kind == "CONCEDE" and status == "proposed":
        return status if governor.lower() in words("offering") else None
    if status in _SUPPOSED and kind not in _SUPPOSED[status]:
        return None
    return status


@once
def _at(token: Token) -> Reading | None:
    """What the trigger's own auxiliaries, negation and adjectives say."""
    if _only_told(token):
        return "planned", YET
    return _noun(token) if token.pos_ in ("NOUN", "PROPN") else _verb(token)


def _noun(noun: Token) -> Reading | None:
    for word in children(noun, "amod", "compound"):
        if word.lemma_.lower() in words("planned") or word.lower_ in words("planned"):
            return "planned", word.text
        if word.lower_ in ("proposed", "possible", "potential"):
            return "proposed", word.text
        if word.lower_ in ("cancelled", "canceled", "postponed"):
            return "cancelled", word.text
    if _awaited(noun):
        return "planned", YET
    return (None, "no") if negated(noun) else None


def _awaited(noun: Token) -> bool:
    """Whether an occasion is only looked forward to: "ahead of his visit", "preparations for the talks", "announced a trip"."""
    if noun.lemma_ not in words("journeys") | words("occasion") or any(
        t.lower_ in words("past") or (t.text.isdigit() and len(t.text) == _YEAR) for t in noun.sent
    ):
        return False
    if noun.dep_ in ("dobj", "nsubjpass"):
        return noun.lemma_ in words("journeys") and noun.head.lemma_ == "announce"
    prep = noun.head
    if noun.dep_ != "pobj":
        return False
    ahead = prep.lower_ == "of" and prep.head.lower_ == "ahead"
    prepared = prep.lower_ in ("for", "of") and prep.head.lemma_.lower() in words("preparing")
    soon = any(t.lower_ in words("soon") for t in noun.subtree) or prep.head.tag_ in ("VBZ", "VBP")
    return ahead or prepared or (prep.lower_ == "before" and soon)


def _verb(verb: Token) -> Reading | None:
    if any(m.lower_ in ("if", "unless", "whether") for m in children(verb, "mark")):
        return None, "if"
    auxiliaries = {a.lower_ for a in children(verb, "aux", "auxpass")}
    if _headed_for(verb, auxiliaries):
        return "planned", "to"
    if verb.tag_ == "VB" and "to" in auxiliaries and verb.dep_ in ("advcl", "xcomp") and _sets_out(verb.head):
        return "planned", YET if _to_come(verb, verb.head) else "purpose"
    if verb.tag_ in ("VBP", "VBZ") and any(c.lower_ == "tomorrow" for c in verb.children):
        return "planned", "tomorrow"
    if negated(verb):
        return ("refused", "will not") if auxiliaries & _MODAL_PLANNED else (None, "not")
    if auxiliaries & _MODAL_PLANNED:
        return "planned", "will"
    if auxiliaries & _MODAL_PROPOSED and auxiliaries & _PERFECT:
        return None, "would have"
    if "would" in auxiliaries and _announced(verb):
        return "planned", YET
    if auxiliaries & _MODAL_PROPOSED:
        return "proposed", "could"
    return None if verb.dep_ != "conj" or auxiliaries or children(verb, "nsubj") else _shared(verb)


def _only_told(verb: Token) -> bool:
    """Whether something is what somebody has announced or means to do: "a statement on *lifting* sanctions"."""
    noun = verb.head.head
    named = verb.dep_ == "pcomp" and noun.pos_ == "NOUN" and noun.lemma_.lower() in words("announcing")
    return named and verb.head.lower_ in _CONTENT_PREPOSITIONS and not negated(noun)


def _announced(verb: Token) -> bool:
    """Whether somebody said that it would be so, without a condition: what was "will" when it was said."""
    said = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and verb.head.lemma_.lower() in words("speech")
    supposed = any(m.lower_ in ("if", "unless", "were") for v in (verb, *children(verb, "advcl")) for m in v.children)
    return said and not supposed


def _sets_out(verb: Token) -> bool:
    """Whether somebody goes, or has gone, somewhere to do something: what they go for is only a purpose (rule 27)."""
    away = verb.lemma_ == "be" and any(c.lower_ == "in" for c in children(verb, "prep"))
    together = any(c.lower_ in ("together", "forward", "out") for c in verb.children)  # "came together to condemn it"
    return away or (verb.lemma_ in words("setting_out") and verb.pos_ in ("VERB", "AUX") and not together)


def _headed_for(verb: Token, auxiliaries: set[str]) -> bool:
    """A headline's infinitive: "Minister to visit Oslo"."""
    bare = verb.tag_ == "VB" and "to" in auxiliaries and verb.dep_ in ("acl", "relcl", "ROOT")
    verbless = verb.head.dep_ == "ROOT" and verb.head.pos_ == "NOUN" and names_people(verb.head.lower_, verb.head.lemma_)
    return bool(bare and (verb.dep_ == "ROOT" or verb.head.pos_ == "PROPN" or verbless))


def _shared(verb: Token) -> Reading | None:
    """A coordinated verb without auxiliaries of its own shares those of the verb before it ("will visit Doha and meet ...")."""
    head = verb.head
    if head.pos_ in ("VERB", "AUX") and verb.tag_ in ("VB", "VBN"):
        return _at(head)
    return None


def _governed(node: Token, parent: Token) -> Reading | None:
    """What a governing word says of what stands under it."""
    purpose = _purpose(node, parent)
    if purpose is not None:
        return purpose
    if parent.pos_ not in ("VERB", "AUX", "NOUN", "ADJ") or _place(node) not in _CONTENT:
        return None
    if node.dep_ == "prep" and (node.lower_ == "without" or any(c.lower_ in ("instead", "rather") for c in node.children)):
        return None, "instead of"
    if node.dep_ == "prep" and node.lower_ == "for" and _sets_out(parent):
        return "planned", "purpose"
    if node.dep_ == "prep" and node.lower_ not in _CONTENT_PREPOSITIONS and parent.lemma_ not in words("readiness"):
        manner = node.lower_ in ("by", "through") and children(node, "pcomp") and parent.pos_ in ("VERB", "AUX")
        return _at(parent) if manner else None
    if parent.pos_ == "NOUN" and negated(parent):
        return ("refused", "no") if _unready(node, parent, parent.lemma_.lower()) else (None, "no")
    for status, rule in _RULES:
        governor = rule(node, parent, parent.lemma_.lower())
        if governor:
            return status, governor
    if parent.lemma_.lower() in words("speech") or parent.pos_ not in ("VERB", "AUX"):
        return None
    return _at(parent) if node.dep_ in _CLAUSES | {"dobj", "nsubjpass", "nsubj"} else None


def _purpose(node: Token, parent: Token) -> Reading | None:
    """What something is to be done for is yet to come as well: "will send a team to attend it"."""
    if _to_come(node, parent):
        return "planned", YET
    found = _at(parent) if node.dep_ == "advcl" and node.tag_ == "VB" and parent.pos_ == "VERB" and children(node, "aux") else None
    return found if found is not None and found[0] in ("planned", "proposed") else None


def _to_come(node: Token, parent: Token) -> bool:
    """Whether something is the purpose of what somebody plans to do: "plans to visit him *to thank* him" (rule 27)."""
    bare = node.dep_ == "advcl" and node.tag_ == "VB" and any(a.lower_ == "to" for a in children(node, "aux"))
    if not bare or parent.pos_ != "VERB" or parent.lemma_.lower() in words("proposed") | words("speech"):
        return False
    found = _at(parent) or _above(parent)
    return found is not None and found[0] == "planned"


def _place(node: Token) -> str:
    """A word's place in its clause; what somebody calls for ("called *for it to be* lifted") is content as well."""
    called_for = node.dep_ == "advcl" and any(m.lower_ == "for" for m in children(node, "mark"))
    return "xcomp" if called_for else str(node.dep_)


def _is_to(node: Token, _parent: Token, lemma: str) -> str:
    return "is to" if lemma == "be" and node.dep_ == "xcomp" else ""


def _denies(node: Token, _parent: Token, lemma: str) -> str:
    return lemma if lemma in words("denied") and node.dep_ in ("dobj", "ccomp", "pcomp", "xcomp") else ""


def _cancels(node: Token, parent: Token, lemma: str) -> str:
    ends = [parent] + ([c for c in children(parent, "conj") if c.tag_ == "VBN"] if node.dep_ == "nsubj" else [])
    off = any(v.lemma_ in words("cancelled") or (v.lemma_ == "call" and any(c.lower_ == "off" for c in v.children)) for v in ends)
    return lemma if off and (node.dep_ in ("dobj", "nsubjpass") or len(ends) > 1) else ""


def _refuses(node: Token, parent: Token, lemma: str) -> str:
    verbal = lemma in words("refused") and (parent.pos_ != "NOUN" or lemma == "refusal")
    return lemma if verbal and node.dep_ in _CLAUSES | {"dobj"} else ""


def _unready(node: Token, parent: Token, lemma: str) -> str:
    """What somebody is not ready for, or has no interest in, is refused."""
    wanting = lemma in words("readiness") or (lemma == "go" and parent.tag_ == "VBG")
    holder = parent.head if parent.pos_ in ("ADJ", "NOUN") else parent
    unready = negated(parent) or (holder.pos_ in ("VERB", "AUX") and negated(holder))
    return f"not {lemma}" if wanting and unready and node.dep_ in _CLAUSES else ""


def _forbids(_node: Token, parent: Token, lemma: str) -> str:
    return f"not {lemma}" if (lemma in _PERMITTING and negated(parent)) or lemma == "lack" else ""


def _plans(node: Token, _parent: Token, lemma: str) -> str:
    planned = lemma in words("planned") and node.dep_ in _CLAUSES | {"dobj", "nsubjpass"}
    return lemma if planned and not _told_as_fact(node) else ""


def _proposes(node: Token, _parent: Token, lemma: str) -> str:
    proposed = lemma in words("proposed") and _place(node) in _CLAUSES | {"dobj"}
    return lemma if proposed and not _told_as_fact(node) and not _done_by(node, lemma) else ""


def _done_by(noun: Token, lemma: str) -> bool:
    """Whether what is only talked of is somebody's deed: "discussed *Ruritania's delivery* of tents"."""
    return lemma == "discuss" and noun.lemma_.lower() in words("rendering") and bool(children(noun, "poss"))


def _needs(node: Token, parent: Token, _lemma: str) -> str:
    """What is held to be important is not done yet: "it is vital that they lift it"."""
    held = next((a for a in children(parent, "acomp") if a.lower_ in words("needful")), None)
    return held.lower_ if held is not None and node.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and not _told_as_fact(node) else ""


_RULES: tuple[tuple[str | None, Callable[[Token, Token, str], str]], ...] = (
    ("planned", _is_to),
    ("denied", _denies),
    ("cancelled", _cancels),
    ("refused", _refuses),
    ("refused", _unready),
    (None, _forbids),
    ("planned", _plans),
    ("proposed", _proposes),
    ("proposed", _needs),
)
"""What a governing word makes of what it governs, the first that fits; each gives the word, or nothing."""


def _told_as_fact(node: Token) -> bool:
    """A finite past clause ("stressed that the two met") tells a fact, whatever governs it."""
    perfect = any(a.lower_ in ("had", "has", "have") for a in children(node, "aux"))
    return bool(node.dep_ == "ccomp" and (node.tag_ == "VBD" or perfect))


def _stops(node: Token, parent: Token) -> bool:
    """Where what governs no longer bears on the act: above a finite statement, a relative clause or a coordinated clause."""
    if node.dep_ in ("relcl", "advcl"):
        return bool(node.tag_ != "VB")
    if node.dep_ == "conj":
        return bool(children(node, "nsubj", "nsubjpass"))
    return bool(node.dep_ == "ccomp" and parent.lemma_ in words("speech") and node.tag_ in ("VBD", "VBP", "VBZ"))
