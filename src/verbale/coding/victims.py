"""Those who are only told of in an act of blame, penalty or asking: whom violence or a penalty hits, and where.

Who condemns "the raid *on Ruritania*" does not blame it, nor who opposes sanctions on it; who calls for them does not ask it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from verbale.coding.clause import objects, preposition, subjects
from verbale.coding.lexicon import words
from verbale.coding.page import Page
from verbale.coding.scene import Ref

Token = Any
_DOING = ("poss", "amod", "compound", "nmod")
"""Labels under which a word for violence has who commits it: "Ruritanian bombing"."""
_BLAMING = {"ACCUSE", "REJECT"}
"""Acts that are aimed at who did something, not at whom it was done to."""
_CLAUSES = ("acl", "relcl")


def told_of(page: Page, ref: Ref, type_: str, trigger: Token) -> bool:
    """Whether somebody takes no part in an act of blame or penalty, but is only told of as hit by it, or as against it."""
    if type_ in _BLAMING:
        return suffers(page, ref, trigger)
    if type_ == "REQUEST":
        return _wished_upon(page, ref, trigger)
    if type_ == "SUPPORT":
        return _fought(page, ref, trigger)
    if type_ == "ASSAULT":
        return _judges(page, ref, trigger)
    described = trigger.pos_ == "NOUN" or trigger.dep_ == "acl"  # "sanctions", and "imposed" behind them
    return type_ == "SANCTION" and described and objects_to(page, ref, trigger)


def own_bereaved(type_: str, ref: Ref, doers: Collection[str | None]) -> bool:
    """Whether a bare word for people whom somebody comforts is taken for that one's own: "the families of the victims"."""
    guessed = ref.kind == "class" and ref.name.islower() and ref.head in words("bereaved")
    return type_ == "SUPPORT" and guessed and any(d and (ref.party or "").startswith(f"{d}-") for d in doers)


def suffers(page: Page, ref: Ref, trigger: Token) -> bool:
    """Whether somebody is only told of as who, or where, violence hit that the trigger's clause is about."""
    head = page.hung(ref.start, ref.end, trigger)
    under, node = head, head.head if head is not None else None
    while node is not None and under is not None and under is not trigger and node.i != under.i:
        name = node.lemma_.lower()
        if node is trigger and _strayed(under, trigger):
            return True
        if name in words("violence") or _plight(node) or (name in words("penalties") and _aimed(head, node)):
            return node.i != trigger.i and not _commits(head, under, node) and not _answers(head, node)
        under, node = node, node.head
    return False


def _strayed(place: Token, trigger: Token) -> bool:
    """Whether a place hangs on a verb, not on the violence done there, its object: "condemned the blast *in Ruritania*"."""
    struck = [o for o in objects(trigger) if o.lemma_.lower() in words("violence") and not _dissenting(o)]
    return place.dep_ == "prep" and place.lower_ in ("in", "at") and trigger.pos_ == "VERB" and bool(struck)


def _fought(page: Page, ref: Ref, trigger: Token) -> bool:
    """Whether somebody is only told of as whom others are helped against: "backed the rebels *against Ruritania*"."""
    head = page.hung(ref.start, ref.end, trigger)
    line = [head, *_up_to(head, trigger)] if head is not None and trigger in head.ancestors else []
    return any(t.dep_ == "prep" and t.lower_ == "against" for t in line)


def _judges(page: Page, ref: Ref, trigger: Token) -> bool:
    """Whether somebody only condemns violence that a word, or a clause behind it, tells of: "*Ruritania* condemned the blast"."""
    noun = trigger.head if trigger.dep_ in _CLAUSES else trigger
    judged = noun.lemma_.lower() in words("violence") and noun.dep_ == "dobj" and noun.head.lemma_ in words("judging")
    head = page.hung(ref.start, ref.end, trigger) if judged else None
    return head is not None and any(head in s.subtree for s in subjects(noun.head))


def unaddressed(trigger: Token) -> bool:
    """Whether a truce, calm or a penalty is called for without a word to whom: "called for restraint" asks nobody at hand."""
    calls = trigger if trigger.lemma_.lower() in words("calling") else next(iter(objects(trigger)), trigger)
    if (
        calls.lemma_.lower() not in words("calling")
        or preposition(calls, "on", "upon", "to", "by")
        or preposition(trigger, "on", "upon", "to")
    ):
        return False
    wished = {t.lemma_.lower() for t in preposition(calls, "for")}
    return bool(wished & (words("lulls") | words("penalties") | words("pressures")))


def _wished_upon(page: Page, ref: Ref, trigger: Token) -> bool:
    """Whether something is only called for against somebody, or in a place: "a truce *in Ruritania*", "pressure *on it*"."""
    head = page.hung(ref.start, ref.end, trigger)
    if head is None:
        return False
    line = _up_to(head, trigger)
    # what stands behind "for" may hang on the calling itself
    wished = [*line, *(o for o in preposition(trigger, "for") if o.i < head.i)]
    against, where = (any(t.lower_ in names for t in line) for names in (("on", "against"), ("in", "across")))
    names = {t.lemma_.lower() for t in wished}
    return (against and bool(names & (words("penalties") | words("pressures")))) or (where and bool(names & words("lulls")))


def _up_to(token: Token, top: Token) -> list[Token]:
    """The words between a word and one that it hangs under."""
    return [t for t in token.ancestors if top in t.ancestors]


def objects_to(page: Page, ref: Ref, penalty: Token) -> bool:
    """Whether somebody opposes a penalty, or calls for one, and so is not who imposes it: "Ruritania opposes the *sanctions*"."""
    against = next((t for t in penalty.ancestors if t.lemma_.lower() in words("opposing") | words("calling")), None)
    head = page.hung(ref.start, ref.end, penalty)
    if against is None or head is None or penalty in head.ancestors:
        return False
    asked = against.lemma_.lower() in words("calling") and not any(head in s.subtree for s in subjects(against))
    return not asked and all(t.pos_ != "VERB" for t in _up_to(penalty, against))


def _plight(noun: Token) -> bool:
    """Whether a word is for what befalls a place, nobody's conduct: "the drought in Ruritania", but not "the rights situation"."""
    return noun.lemma_.lower() in words("plights") and not any(t.lower_ == "rights" for t in noun.children)


def _aimed(head: Token, penalty: Token) -> bool:
    """Whether a penalty is told to be on or against somebody."""
    return any(t.lower_ in ("on", "against") for t in _up_to(head, penalty))


def _commits(head: Token, under: Token, violence: Token) -> bool:
    """Whether the words between name somebody as who did it."""
    line = [head, *_up_to(head, violence)]
    if any(t.lower_ == "by" or (t.dep_ == "nsubj" and under.dep_ in _CLAUSES) for t in line):
        return True
    return under.dep_ in _DOING or under is head


def _answers(head: Token, violence: Token) -> bool:
    """Whether a place has to answer for what is done there to those who stand against its rulers: "killings of protesters in X"."""
    return head.dep_ == "pobj" and head.head.lower_ == "in" and _dissenting(violence)


def _dissenting(violence: Token) -> bool:
    """Whether violence hits those who stand against the rulers of a place."""
    return bool({t.lemma_.lower() for t in preposition(violence, "of")} & words("dissenters"))
