"""What a frame asks of its trigger's clause before it holds: the ``when`` column of ``frames.csv``, one function a condition.

``never.csv`` asks in the same words what a trigger cannot tell.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from verbale.coding import clause, corefer, disclaim, verdicts
from verbale.coding.lexicon import Frame, classes, names_people, never, words
from verbale.coding.page import Page, of_kind
from verbale.coding.slots import VICTIMS, prepositional

Token = Any
Test = Callable[[Page, Token, frozenset[str]], bool]
_GOVERNING = words("governing") | words("powers")
_PARTICLES = ("on", "upon", "for")
_SAID = {"refusing", "also", "listing", "subj", "staying"}
"""Conditions that already say which occasion or place is meant."""
_TOLD = ("ccomp", "xcomp", "advcl", "prep", "dobj")
_INNER = ("dobj", "nsubjpass", "pobj", "prep", "conj", "xcomp", "appos")
"""Labels by which something stands inside of what a word above it is about."""
_PHRASAL = ("prt", "advmod", "prep")


def holds(page: Page, token: Token, frame: Frame) -> bool:
    """Whether a frame's trigger stands there whole and all of its conditions are met."""
    return whole(token, frame) and all(_met(page, token, c) for c in frame.when) and _fits_mode(page, token, frame)


def ruled_out(page: Page, token: Token, pos: str) -> frozenset[str]:
    """The types, and modes of types, that a trigger cannot tell where it stands (``never.csv``)."""
    rows = [row for word in {token.lemma_.lower(), token.lower_} for row in never().get((word, pos), ())]
    return frozenset(row.type for row in rows if all(_met(page, token, c) for c in row.when))


def is_place(page: Page, token: Token) -> bool:
    """Whether a word names somewhere that one can go."""
    hit = page.cover.get(token.i)
    if hit and of_kind(hit[2], "state", "capital", "place"):
        return True
    return token.lemma_.lower() in words("goal") or token.ent_type_ in ("GPE", "LOC", "FAC")


def _met(page: Page, token: Token, condition: str) -> bool:
    if condition.startswith("!"):
        return not _met(page, token, condition[1:])
    name, _, values = condition.partition("=")
    listed = words(values[1:]) if values.startswith(":") else values.split(",") if values else ()
    allowed = frozenset(listed)  # a list of the lexicon by its name (":honours"), or the words themselves
    test = CONDITIONS.get(name)
    if test is not None:
        return test(page, token, allowed)
    behind = [t for t in prepositional(token, name) if t.i > token.i or name not in _PARTICLES]
    called_for = [m for c in clause.children(token, "advcl") for m in clause.children(c, "mark") if m.lower_ == "for"]
    if name == "for" and not allowed and called_for:
        return True
    found = {t.lemma_.lower() for t in behind}
    return bool(found & allowed) if allowed else bool(found)


def whole(token: Token, frame: Frame) -> bool:
    """Whether the other words of a trigger of several words stand where they should."""
    first, *rest = frame.trigger.split()
    if not rest:
        return True
    if frame.pos != "N":
        return any(c.lower_ == rest[0] for c in token.children if c.dep_ in _PHRASAL)
    before = [t.lower_ for t in token.doc[max(0, token.i - len(rest)) : token.i]]
    behind = [t.lower_ for t in token.doc[token.i + 1 : token.i + 1 + len(rest)]]
    return before == [first, *rest[:-1]] or (first == token.lemma_ and behind == rest)


def _fits_mode(page: Page, token: Token, frame: Frame) -> bool:
    """What a mode asks of the thing acted on: an occasion for attend, somewhere to go for visit."""
    if frame.type != "CONSULT" or frame.pos in ("N", "A") or _SAID & {c.partition("=")[0] for c in frame.when}:
        return True
    if frame.mode == "attend":
        goals = clause.objects(token) if frame.trigger == "attend" else prepositional(token, "in", "at", "of", "by", "for")
        goals = goals + [p for o in clause.objects(token) if o.lemma_ == "part" for p in clause.preposition(o, "in")]
        return any(_is_occasion(page, g) for g in goals) or (frame.trigger == "take" and not prepositional(token, "in"))
    if frame.mode == "visit":
        return any(is_place(page, g) for g in clause.objects(token) + prepositional(token, "to", "in", "for", "at"))
    return True


def _is_occasion(page: Page, token: Token) -> bool:
    hit = page.cover.get(token.i)
    if hit and of_kind(hit[2], "forum"):
        return True
    return token.lemma_.lower() in words("occasion") or token.lower_ in words("occasion")


# -- the conditions ------------------------------------------------------------------------------------------------------


def _obj(page: Page, token: Token, allowed: frozenset[str]) -> bool:
    """The object is, or is called, one of these words; without words: it is a place."""
    if not allowed:
        return any(is_place(page, o) for o in clause.objects(token))
    heads = [w for o in clause.objects(token) for w in [o, *clause.children(o, "compound", "nmod", "amod")]]
    return any(w.lemma_.lower() in allowed or w.lower_ in allowed for w in heads)


def _prt(_page: Page, token: Token, allowed: frozenset[str]) -> bool:
    """One of these particles belongs to the verb; a preposition does only right behind it ("called in the envoy")."""
    phrasal = [c for c in token.children if c.dep_ in _PHRASAL and (c.dep_ != "prep" or c.i == token.i + 1)]
    return any(c.lower_ in allowed for c in phrasal)


def _comp(_page: Page, token: Token, allowed: frozenset[str]) -> bool:
    """A clause is the verb's content; with words: one of these governs it ("should", "must")."""
    found = clause.children(token, "ccomp", "xcomp") + [c for c in clause.children(token, "advcl") if c.tag_ == "VB"]
    if not allowed:
        return bool(found)
    return any((a.lower_ in allowed and a.dep_ == "aux") or c.lemma_ in allowed for c in found for a in [c, *c.children])


def _inf(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """Somebody is to do something: "urged them to stop", "called on them to stop"."""
    inside = [token, *clause.objects(token), *clause.preposition(token, "on", "upon", "to", "for")]
    verbs = [c for t in inside for c in clause.children(t, "xcomp", "ccomp", "advcl", "acl", "relcl")]
    later = [t for t in token.subtree if t.lower_ == "to" and t.dep_ == "aux" and t.i > token.i and t.nbor(-1).text == ","]
    return bool(later) or any(a.dep_ == "aux" and a.lower_ == "to" for v in verbs for a in v.children)


def _that(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The content is a clause with "that"."""
    return any(t.lower_ == "that" and t.i < c.i for c in clause.children(token, "ccomp") for t in c.children)


def _cue(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """A word of consequence stands in the clause: sanctions, price, respond."""
    further = {t.i for c in clause.children(token, "conj") for t in c.subtree}
    said = [t for t in (token.head if token.dep_ == "parataxis" else token).subtree if t.i not in further]
    return any(t.lemma_.lower() in words("threat_cues") or t.lower_ in words("threat_cues") for t in said)


def _who(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The object is somebody, not something."""
    named = [o for o in clause.objects(token) if o.lower_ not in ("it", "this", "that")]
    return any(o.pos_ in ("PROPN", "PRON") or names_people(o.lower_, o.lemma_.lower()) or o.lower_ in _GOVERNING for o in named)


def _towards(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """It is only what something is for, or would be: "conditions for *a deal*", "the need for *a treaty*", "a draft *treaty*"."""
    over = token.head.head if token.dep_ == "pobj" else token
    draft = any(c.lower_ == "draft" for c in clause.children(token, "amod", "compound"))
    return draft or (over is not token and over.pos_ == "NOUN" and over.lemma_.lower() in words("leading_to"))


def _sought(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """Somebody only wants it, or speaks of it: "negotiate *a treaty*", "efforts to *reach*" one, "do not expect *a deal*"."""
    verb = token.head if token.dep_ == "dobj" else token
    if verb is not token and ((verb.lemma_ == "expect" and clause.negated(verb)) or verb.lemma_.lower() in words("seeking")):
        return True
    wanted = verb.tag_ == "VB" and any(c.lower_ == "to" for c in clause.children(verb, "aux")) and verb.dep_ in ("acl", "xcomp")
    return wanted and verb.head.lemma_.lower() in words("leading_to") | words("seeking")


def _hyphened(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """It stands before an occasion, which has who brokers or leads it: "the *Oslo-brokered talks*"."""
    return clause.hyphened(token) and token.head.lemma_.lower() in words("occasion")


def _oprd(_page: Page, token: Token, allowed: frozenset[str]) -> bool:
    """The object is called or held to be one of these: "hold them accountable"."""
    held = [
        c for o in clause.objects(token) for t in [o, *clause.children(o, "conj")] for c in clause.children(t, "amod") if c.i > t.i
    ]
    return any(c.lower_ in allowed for c in clause.children(token, "oprd", "acomp", "xcomp", "ccomp", "amod", "advmod") + held)


def _coop(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The content is cooperation: "ready to expand trade"."""
    return any(c.lemma_ in words("cooperating") for c in clause.complements(token))


def _misdeed(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The content is a misdeed: "said that they had violated the truce"."""
    return verdicts.misdeed(verdicts.told(token)) is not None


def _judged(_page: Page, token: Token, allowed: frozenset[str]) -> bool:
    """The content is a verdict in words of a list: "said the ban was unacceptable"; or the verb itself gives it, in quotes."""
    (name,) = allowed
    own = [token] if token.lemma_ == "be" and corefer.quotes_open(token) else []
    return verdicts.judged(own or verdicts.told(token), name) is not None


def _deemed(_page: Page, token: Token, allowed: frozenset[str]) -> bool:
    """The object is called something in words of a list: "described it as an insult"."""
    (name,) = allowed
    return verdicts.deemed(token, name)


def _future(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The content is still to come or hangs on something: "warned that it would respond", "unless they stop"."""
    parts = list(token.head.children) if token.dep_ == "parataxis" else [c for c in token.children if c.dep_ in _TOLD]
    said = [t for c in parts for t in c.subtree]
    wished = any(
        a.lower_ in ("must", "should", "ought") for c in clause.children(token, "ccomp") for a in clause.children(c, "aux")
    )
    return not wished and (any(t.tag_ == "MD" or t.lower_ in ("if", "unless") for t in said) or not clause.children(token, "ccomp"))


def _hanging(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """Something is to be done to somebody on a condition: "told them that aid would stop if the schools stayed shut"."""
    said = list((token.head if token.dep_ == "parataxis" else token).subtree)
    depends = any(t.lower_ in ("if", "unless") for t in said)
    pending = any(t.tag_ == "MD" and t.lower_ not in ("should", "must", "ought") for t in said)
    return depends and pending and any(t.lemma_.lower() in words("withholding") or t.lower_ in words("withholding") for t in said)


def _will(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """It is still to come: "will retaliate", "would have consequences"."""
    return any(a.lower_ in ("will", "'ll", "shall", "wo", "would", "could") for a in clause.children(token, "aux"))


def _looming(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """It is said that there will be such a thing: "there will be consequences"."""
    be = token.head
    return token.dep_ in ("attr", "nsubj") and any(c.dep_ == "expl" for c in be.children) and _will(_page, be, _allowed)


def _unready(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """Somebody is not ready to do it: "is not willing to talk", "has no interest in talks"."""
    return clause.negated(token) or (token.head.pos_ in ("VERB", "AUX") and clause.negated(token.head))


def _binding(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """A duty that is told as a sentence of its own, in a quotation or by whoever issues the text: "they must act"."""
    verb = token.head
    passive = clause.passive(verb) and not clause.children(verb, "agent")
    return token.dep_ == "aux" and verb.dep_ == "ROOT" and not passive and not clause.children(verb, "advcl")


def _manner(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """It is done with force: "respond decisively", "answer in kind"."""
    return any(t.lower_ in words("forcefully") for t in token.subtree)


def _refusing(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The verb is what somebody refuses to do."""
    return token.dep_ in ("xcomp", "ccomp") and token.head.lemma_ in ("refuse", "decline")


def _adverb(word: str) -> Test:
    return lambda _page, token, _allowed: any(c.lower_ == word for c in token.children)


def _also(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """Somebody more than those told of before: "also", "too", "as well"."""
    near = [*token.children, *token.head.children] if token.pos_ == "ADJ" else list(token.children)
    return any(c.lower_ in ("also", "too", "likewise", "well") for c in near)


def _listing(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The clause lists who took part: "among those attending were ...", "in attendance were ...", "looking on were ..."."""
    front = [t for c in token.children if c.i < token.i and c.dep_ in ("prep", "csubj", "advcl", "advmod") for t in c.subtree]
    if any(t.lower_ in ("attendance", "looking") for t in front):
        return True
    return any(t.lower_ == "among" for t in front) and any(t.lemma_.lower() in words("taking_part") for t in front)


def _subj(_page: Page, token: Token, allowed: frozenset[str]) -> bool:
    """The subject is one of these words."""
    return any(s.lemma_.lower() in allowed for s in clause.children(token, "nsubj"))


def _mutual(page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """Two or more do it with each other: they are named together, and nobody else is spoken to."""
    named = clause.subjects(token)
    named += [o for s in named for o in clause.preposition(s, "of", "from")]
    several = len(named) > 1 or any(clause.children(s, "conj") or s.lower_ in words("sets") | {"two", "both"} for s in named)
    heard = prepositional(token, "to", "against") + [o for o in prepositional(token, "at", "in") if _is_occasion(page, o)]
    return several and not heard and not clause.complements(token)


def _paired(page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """Two or more of the catalogue are joined before it: "the France-Italy Summit"."""
    spans = page.hits(page.left(token), token.i)
    between = [page.doc[a[1] : b[0]].text for a, b in pairwise(spans)]
    return "-" in between


def _ruled(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The content is what women have to do or may not: "decreed that women *must* cover", "that girls *may only* leave"."""
    for verb in clause.complements(token):
        barred = clause.negated(verb) or any(a.lower_ == "only" for a in clause.children(verb, "advmod"))
        subjects = clause.children(verb, "nsubj", *(["nsubjpass"] if barred else []))
        women = any(t.lower_ in words("womens") for s in subjects for t in (s, *clause.children(s, "amod", "compound")))
        aux = {a.lower_ for a in clause.children(verb, "aux")}
        if women and (aux & {"must", "shall"} or (barred and aux & {"may", "can", "could", "should"})):
            return True
    return False


def _incumbent(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """It is somebody's to do something: "it is the *duty* of the bank to pay", "it is *incumbent* on them to reply"."""
    be = token.head
    bare = (
        token.dep_ in ("attr", "acomp")
        and be.lemma_ == "be"
        and any(c.lower_ == "it" for c in clause.children(be, "nsubj", "expl"))
    )
    to_do = [v for t in (be, token, *clause.preposition(token, "of", "on", "upon")) for v in t.children if v.tag_ == "VB"]
    return bare and any(a.lower_ == "to" for v in to_do for a in clause.children(v, "aux"))


def _staying(page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """Somebody is in a city for a while: "the envoy was in Oslo on Monday", "who is in Oslo for talks"."""
    people = any(o.ent_type_ == "PERSON" or names_people(o.lower_, o.lemma_.lower()) for o in clause.subjects(token))
    towns = [o for o in clause.preposition(token, "in") if o.i in page.cover and of_kind(page.cover[o.i][2], "capital", "place")]
    spans = [*clause.preposition(token, "on"), *clause.children(token, "npadvmod")]
    timed = any(t.ent_type_ in ("DATE", "TIME") for t in spans) or clause.preposition(token, "for")
    return bool(people and towns and timed) and not clause.children(token, "attr", "acomp")


def _under(_page: Page, token: Token, allowed: frozenset[str]) -> bool:
    """It is only what something of these is of, for or about: "*discussed* its support", "talks *focused* on an agreement"."""
    node = token
    while node.dep_ in _INNER and node.head is not node:
        node = node.head
        if node.lemma_.lower() in allowed:
            return True
    return False


def _then(_page: Page, token: Token, allowed: frozenset[str]) -> bool:
    """The clause goes on to one of these: "raided a flat, *arresting* two", "stormed it and *detained* two"."""
    return any(c.lemma_.lower() in allowed and c.i > token.i for c in clause.children(token, "advcl", "conj"))


def _nationals(page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The object is people: of a nationality, or a class of people; not a country or an office."""
    named = [t for o in clause.objects(token) for t in (o, *clause.preposition(o, "of"))]
    called = any(classes().get(word) in VICTIMS for t in named for word in (t.lower_, t.lemma_.lower()))
    return called or any(of_kind(page.cover[t.i][2], "people") for t in named if t.i in page.cover)


def _asked(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """It is what others are asked to do: "called on them *to sign* it"."""
    to_do = token.tag_ == "VB" and any(a.lower_ == "to" for a in clause.children(token, "aux"))
    return to_do and token.dep_ in ("xcomp", "ccomp", "advcl") and token.head.lemma_.lower() in words("calling")


def _dooming(page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """The content is that somebody's deed will harm others: "warned that its ban *will cost lives*"."""
    return any(_dooms(page, c) for c in verdicts.told(token) if _will(page, c, frozenset()))


def _dooms(page: Page, verb: Token) -> bool:
    deeds = [s for s in clause.children(verb, "nsubj") if s.lemma_.lower() in words("measures")]
    ends = [o for o in clause.objects(verb) if o.lemma_.lower() in words("outcomes")]
    others = [t for o in ends for h in (o, verb) for t in clause.preposition(h, "for", "on") if t.i not in page.cover]
    return bool(deeds) and (verb.lemma_ in words("harms") or bool(others))


def _giving(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """What is to be done is that goods or money are given: "promised *to send tents*"."""
    verbs = [c for c in clause.children(token, "xcomp", "ccomp") if c.lemma_ in words("giving")]
    heads = [w for v in verbs for o in clause.objects(v) for w in [o, *clause.children(o, "compound", "amod")]]
    return any(w.lemma_.lower() in words("goods") for w in heads)


def _signalling(_page: Page, token: Token, _allowed: frozenset[str]) -> bool:
    """No letter is sent but a deed speaks: "sent a *clear* message", "sent a message *by closing* its embassy", a signal."""
    verb = token if token.pos_ == "VERB" else token.head
    sent = [token] if token.pos_ == "NOUN" else clause.objects(token)
    sent = [o for o in sent if o.lemma_ in ("message", "signal")]
    plain = any(c.lower_ in words("unmistakable") for o in sent for c in clause.children(o, "amod"))
    deeds = [o for t in (verb, *sent) for o in clause.preposition(t, "by") if o.tag_ == "VBG"]
    return verb.lemma_ == "send" and bool(sent) and (plain or bool(deeds) or any(o.lemma_ == "signal" for o in sent))


CONDITIONS: dict[str, Test] = {
    "signalling": _signalling,
    "staying": _staying,
    "paired": _paired,
    "ruled": _ruled,
    "incumbent": _incumbent,
    "under": _under,
    "dooming": _dooming,
    "dooms": lambda page, token, _allowed: _dooms(page, token if token.pos_ in ("VERB", "AUX") else token.head),
    "giving": _giving,
    "then": _then,
    "asked": _asked,
    "nationals": _nationals,
    "amod": lambda _page, token, _allowed: token.dep_ == "amod",
    "nobody": lambda _page, token, _allowed: clause.nobody(token),
    "listing": _listing,
    "subj": _subj,
    "mutual": _mutual,
    "also": _also,
    "there": _adverb("there"),
    "obj": _obj,
    "prt": _prt,
    "away": _adverb("away"),
    "out": _adverb("out"),
    "off": _adverb("off"),
    "aside": _adverb("aside"),
    "comp": _comp,
    "inf": _inf,
    "noinf": lambda page, token, allowed: not _inf(page, token, allowed),
    "that": _that,
    "cue": _cue,
    "towards": _towards,
    "sought": _sought,
    "hyphened": _hyphened,
    "aux": lambda _page, token, _allowed: token.dep_ in ("aux", "auxpass"),
    "who": _who,
    "oprd": _oprd,
    "coop": _coop,
    "misdeed": _misdeed,
    "judged": _judged,
    "deemed": _deemed,
    "future": _future,
    "hanging": _hanging,
    "will": _will,
    "manner": _manner,
    "looming": _looming,
    "binding": _binding,
    "bare": lambda _page, token, _allowed: not any(clause.children(o, "det", "poss") for o in clause.objects(token)),
    "unready": _unready,
    "refusing": _refusing,
    "support": lambda _page, token, _allowed: clause.support(token) is not None,
    "active": lambda _page, token, _allowed: not clause.passive(token) and token.tag_ != "VBN",
    "noobj": lambda _page, token, _allowed: not clause.objects(token) and not clause.complements(token),
    "plain": lambda _page, token, _allowed: not clause.children(token, "prt", "advmod"),
    "disclaimed": lambda _page, token, _allowed: disclaim.disclaimed(token),
    "neg": lambda _page, token, _allowed: clause.negated(token) and not clause.nobody(token),
    "readiness": lambda _page, token, _allowed: bool(clause.children(token, "acl", "relcl", "prep")),
    "poss": lambda _page, token, _allowed: bool(clause.children(token, "poss")),
}
"""Conditions by name; any other name is a preposition that must be there, with one of the words given, if any."""
