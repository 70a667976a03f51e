"""Acts that are told not to be done: negated, refused, avoided or left out by whoever would do them."""

from __future__ import annotations

from typing import Any

from verbale.coding.clause import children, first_of_list, negated, objects, preposition, support
from verbale.coding.lexicon import Frame, words
from verbale.coding.tokens import once

Token = Any
_TOLD_NOT = {"CONSULT", "REJECT", "THREATEN"}
"""Types of which somebody's not doing it is told as such: a meeting refused, a demand not met, a warning not to wait."""
_NEGATIVE = ("neg", "unready", "judged", "misdeed")


def withheld(token: Token, frame: Frame) -> bool:
    """Whether what a frame reads at a trigger is evidently not done; frames whose meaning holds the negation are left alone."""
    means = {c.partition("=")[0] for c in frame.when} & {*_NEGATIVE}
    if frame.type in _TOLD_NOT or frame.mode == "recognise" or means:
        return False
    if frame.type == "COOPERATE" and _agreed(token):
        return True
    return (
        undone(token)
        or _threatened(token)
        or (frame.type == "SANCTION" and _eased(token))
        or (frame.type == "ASSAULT" and _dutiable(token))
    )


def _agreed(token: Token) -> bool:
    """Whether closer ties are all that was agreed on: "agreed to *deepen* ties" is one act, the agreement."""
    bound = token.dep_ in ("xcomp", "conj") and first_of_list(token).head.lemma_ in words("binding")
    return bound and any(o.lemma_ in words("ties") for o in objects(token))


def _dutiable(token: Token) -> bool:
    """Whether what hits somebody is a penalty: "hit their steel *with duties*"."""
    hit = [t for o in preposition(token, "with") for t in (o, *preposition(o, "of"))]
    return any(t.lemma_.lower() in words("penalties") for t in hit)


def _threatened(token: Token) -> bool:
    """Whether a deed is all that somebody threatens with: the threat is the act ("threatened *to close* its embassy")."""
    verb = token.head if token.pos_ == "NOUN" and token.dep_ == "dobj" else token
    by = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.dep_ in ("xcomp", "pcomp") and by.lemma_ == "threaten" and by is not verb


def _eased(token: Token) -> bool:
    """Whether a penalty is told to be put off or taken back: "suspended its *tariffs*", "*halved* duties on their beef"."""
    noun = token.pos_ == "NOUN" and token.dep_ in ("dobj", "nsubjpass")
    begun = next(iter(children(token, "xcomp")), token) if token.lemma_ in ("begin", "start") else token
    verb, taken = (token.head, [token]) if noun else (begun, objects(begun))
    gone = words("easing") | ({"threaten"} if noun else set())  # a threat is all that there is of threatened sanctions
    return verb.lemma_ in gone and any(o.lemma_ in words("penalties") for o in taken)


@once
def undone(token: Token) -> bool:
    """Whether a word is negated itself, says that something is left, or is what somebody leaves or is told not to do."""
    return negated(token) or _gives_up(token) or _awaits(token) or _left(token)


def _left(node: Token) -> bool:
    """Whether what stands above leaves a thing undone: "declined to ...", "stopped short of ...", "did not join ..."."""
    if node.dep_ == "pcomp":
        return _instead(node.head) or _governed(node.head.head if node.head.head.lower_ != "short" else node.head.head.head)
    if node.dep_ == "conj":
        return _shares(node) and undone(node.head)
    if node.dep_ == "acl" and node.head.lemma_ in words("texts"):
        return _left(node.head)  # "declined to join a statement condemning it"
    if node.pos_ in ("NOUN", "PROPN"):
        verb = support(node) or (node.head if node.dep_ == "dobj" else None)
        return verb is not None and (_gives_up(verb) or (verb.lemma_ in words("carrying") and undone(verb)))
    return node.dep_ == "xcomp" and _governed(node.head)


def _governed(verb: Token) -> bool:
    """Whether a verb has what it governs undone; nobody who did not hesitate or fail to do a thing left it."""
    if verb.pos_ not in ("VERB", "AUX", "ADJ"):
        return False
    if verb.lemma_ in words("hesitating") or _gives_up(verb, own=False):
        return _gives_up(verb)
    return undone(verb.head if verb.pos_ == "ADJ" else verb)


def _awaits(verb: Token) -> bool:
    """Whether what a verb governs is still to come: "has *yet* to impose"."""
    return verb.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in verb.children) and bool(children(verb, "xcomp"))


def _gives_up(verb: Token, own: bool = True) -> bool:
    """Whether a verb means that a thing is left, by itself or with its particle ("rule *out*"); ``own``: and is not negated."""
    phrases = {verb.lemma_, *(f"{verb.lemma_} {c.lower_}" for c in children(verb, "prt", "advmod", "prep", "acomp"))}
    return bool(phrases & words("leaving")) and not (own and negated(verb))


def _instead(preposition: Token) -> bool:
    """Whether something else is done: "without blaming", "instead of blaming", "rather than blame"."""
    return preposition.lower_ == "without" or any(c.lower_ in ("instead", "rather") for c in preposition.children)


def _shares(verb: Token) -> bool:
    """Whether a coordinated verb shares what is said of the one before ("refused to follow and *impose*")."""
    but = any(c.lower_ == "but" for c in children(verb.head, "cc"))
    return verb.tag_ == verb.head.tag_ and verb.tag_ != "VBD" and not but and not children(verb, "nsubj", "nsubjpass", "aux")
