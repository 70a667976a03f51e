"""Who a frame's slots name at a trigger: grammatical places, things reached into, lists, speakers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from verbale.coding import clause, corefer, quotes, verdicts
from verbale.coding.lexicon import Frame, Slot, names_people, words
from verbale.coding.mentions import owners, refs, within
from verbale.coding.page import Page
from verbale.coding.scene import Ref, Scene
from verbale.coding.voices import speakers

Token = Any
_OPENING = 3
_IF = ("if", "unless", "until")
VICTIMS = {"WOM", "PPL", "CSO", "MED", "REF", "MIN", "REL", "BUS"}
SPEECH = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"}
_OPEN_TALK = ("discuss", "exchange", "hold", "share")


def fill(
    page: Page, token: Token, frame: Frame, slots: tuple[Slot, ...], scene: Scene, taken: frozenset[str | None] = frozenset()
) -> list[Ref]:
    """The first slot that names somebody with a party, else the first that names anybody."""
    nameless: list[Ref] = []
    for slot in slots:
        found = _named(page, token, frame, slot, scene, taken)
        others = [r for r in found if r.party and (frame.type not in SPEECH or r.party not in taken)]
        if others:
            return found
        if found and any(r.party for r in found):
            continue  # "warned that it would respond": nobody speaks to himself
        nameless = nameless or found
    return nameless


def operative(page: Page, token: Token, frame: Frame, scene: Scene) -> list[Ref]:
    """The issuer of a declaration whose paragraphs begin with their verb ("URGE the parties to ...")."""
    bare = (
        frame.pos == "V" and token.dep_ == "ROOT" and token.i < _OPENING and not clause.children(token, "nsubj", "nsubjpass", "aux")
    )
    if not bare or scene.issuer is None or page.block.kind == "headline":
        return []
    return [_issuer(page, token, scene.issuer, 0.8)]


def prepositional(token: Token, *names: str) -> list[Token]:
    """Objects of a preposition on the trigger, on what it carries, or on the light verb that carries it."""
    found = clause.preposition(token, *names)
    if "with" in names and not found:
        found = _deep_with(token)
    if token.pos_ in ("VERB", "AUX"):
        for o in clause.objects(token):
            found += clause.preposition(o, *names)
    else:
        held = [c for c in clause.children(token, "acl") if c.tag_ == "VBN" and c.lemma_ in words("light")]
        found += [o for c in held for o in clause.preposition(c, *names)]
        verb = clause.support(token) or clause.stage(token)
        if verb is not None and verb.lemma_ not in words("setting_out"):  # "flew to Oslo for talks" is not talks with Oslo
            found += clause.preposition(verb, *names)
    return list(dict.fromkeys(found))


def _named(page: Page, token: Token, frame: Frame, slot: Slot, scene: Scene, taken: frozenset[str | None]) -> list[Ref]:
    if slot.name == "speaker":
        return _speaker(page, token, scene)
    if slot.name == "inside":
        if frame.type == "REJECT" and any(o.lemma_ in words("claims") for o in clause.objects(token)):
            return []  # what a claim is about has not made it
        found = _inside(page, token, scene, taken)
        return found if not _asks_for(frame, slot) else [r for r in found if _can_act(r)]
    tokens = _tokens(token, frame, slot.name)
    if not tokens and slot.name in ("obj", "with") and page.items:
        return _listed(page, token, scene)
    if tokens and frame.type == "CONSULT" and slot.name in ("obj", "with", "to"):
        tokens = tokens + _stragglers(token)
    named = speakers if slot.name == "subj" and frame.type in SPEECH else refs
    found = list({(r.start, r.end, r.party): r for t in tokens for r in named(page, t, scene)}.values())
    if slot.name == "subj" and slot in frame.source and not found:
        found = [r for t in tokens if t.pos_ == "NOUN" for r in owners(page, t, scene)]
    if slot.reach and not any(r.party for r in found) and slot.name == "obj" and not clause.passive(token):
        # "criticised the proposal by Malaysia": the parser hangs whose it is on the verb
        found = [r for t in clause.preposition(token, "by") for r in refs(page, t, scene)] or found
    if slot.reach and not any(r.party for r in found):
        found = [r for t in tokens for r in within(page, t, scene, taken)] or found
    return found if not _asks_for(frame, slot) else [r for r in found if _can_act(r)]


def _asks_for(frame: Frame, slot: Slot) -> bool:
    """Whether whom a slot names may be only whom something is asked for: "demanded the release of the *journalists*"."""
    return (
        frame.type == "REQUEST" and slot in frame.target and (slot.reach or slot.name in ("inside", "comp")) and slot.name != "subj"
    )


def _can_act(ref: Ref) -> bool:
    """Whether somebody can be asked for what others are to have."""
    return (ref.party or "-").partition("-")[2] not in VICTIMS


def _tokens(token: Token, frame: Frame, name: str) -> list[Token]:
    """The words in a grammatical place; a name that is none of these is a preposition."""
    place = _PLACES.get(name)
    return place(token, frame) if place else prepositional(token, name)


def _subject(token: Token, frame: Frame) -> list[Token]:
    return clause.subjects(token.head if frame.pos == "A" else token)


def _dative(token: Token, _frame: Frame) -> list[Token]:
    return [o for d in clause.children(token, "dative") for o in ([d] if d.pos_ != "ADP" else clause.children(d, "pobj"))]


def _owner(token: Token, frame: Frame) -> list[Token]:
    # "the Oslo visit" goes there; "the Biden visit" is his
    named = [c for c in clause.children(token, "compound", "nmod") if c.ent_type_]
    named = [c for c in named if frame.mode != "visit" or c.ent_type_ == "PERSON"]
    own = clause.children(token, "poss")
    if any(c.tag_ == "PRP$" for c in own) and (carried := _carrier(token, frame)):
        return carried  # "offered his support": whoever offers it
    return own or named


def _paired(token: Token, _frame: Frame) -> list[Token]:
    """Whom a hyphen pairs before an occasion: "the *France-Italy* Summit"."""
    doc, last = token.doc, token.i - 1
    joints = [t.i for t in token.subtree if t.i < last and t.tag_ == "HYPH" and doc[t.i - 1].pos_ == doc[t.i + 1].pos_ == "PROPN"]
    return [doc[i] for i in dict.fromkeys(at + by for at in joints for by in (-1, 1))]


def _carrier(token: Token, frame: Frame) -> list[Token]:
    verb = clause.support(token)
    if verb is None or (frame.type == "CONSULT" and verb.lemma_ in words("speech")) or verb.lemma_ in words("judging"):
        return []  # whoever confirms or announces a meeting does not hold it, nor does who is thankful for it
    return clause.subjects(verb)


def _following(token: Token, _frame: Frame) -> list[Token]:
    """Whom an inverted clause lists behind its verb: "among those attending were *the ministers*"."""
    return [c for c in clause.children(token, "nsubj", "attr", "dobj") if c.i > token.i]


def _described(token: Token, _frame: Frame) -> list[Token]:
    """Who is told to be what a noun says: "*Ruritania* has been a critic of", "*the minister*, a critic of"."""
    node = token
    while node.dep_ in ("pobj", "prep") and node.head.pos_ in ("ADP", "NUM", "AUX", "NOUN", "PRON"):
        node = node.head
    if node.dep_ == "appos":
        return [node.head]
    be = node if node.pos_ == "AUX" else node.head
    return clause.subjects(be) if be.lemma_ in ("be", "become", "remain") else []


def _ground(token: Token, _frame: Frame) -> list[Token]:
    """Where what is acted on stands: "the embassy *in Oslo* was handed over"."""
    return [o for thing in clause.objects(token) for o in clause.preposition(thing, "in", "at")]


def _complement_subject(token: Token, frame: Frame) -> list[Token]:
    clauses = clause.complements(token) + [c for c in clause.children(token, "advcl") if _to_do(c)]
    if frame.type == "REQUEST":
        return next((s for s in (_doers(c) for c in clauses) if s), [])
    found = [clause.children(c, "nsubj", "nsubjpass") for c in clauses]
    if frame.type == "THREATEN":  # "warned that it would respond": that is who warns
        bearing = [c.lemma_ in words("bearing") for c in clauses]
        found = [[t for t in s if hit or t.pos_ != "PRON"] for s, hit in zip(found, bearing, strict=True)]
    return next((s for s in found if s), [])


def _to_do(verb: Token) -> bool:
    """Whether a clause says what is to be done: "to lift it", "for it to be lifted"."""
    return any(a.lower_ == "to" for a in clause.children(verb, "aux")) or any(
        m.lower_ in ("for", "that") for m in clause.children(verb, "mark")
    )


def _doers(verb: Token) -> list[Token]:
    """Who is to do something: not what is to be done or let be ("that it *be* recognised", "that they *be allowed*")."""
    agents = [o for by in clause.children(verb, "agent") for o in clause.children(by, "pobj")]
    return agents or clause.children(verb, "nsubj", "nsubjpass")


def _judged_subject(token: Token, _frame: Frame) -> list[Token]:
    """Whose conduct a verdict or a misdeed is told of: the subject of the clause that tells it."""
    clauses = verdicts.told(token)
    told = verdicts.judged(clauses, "blame") or verdicts.judged(clauses, "untrue") or verdicts.misdeed(clauses)
    if told is None:
        return []
    found = clause.objects(told) if clause.passive(told) else clause.subjects(told)
    # "leaving them out is a failure of the bank"
    return found or [o for a in clause.children(told, "attr", "dobj") for o in clause.preposition(a, "of")]


def _condition(token: Token, _frame: Frame) -> list[Token]:
    """Who is to do what a threat hangs on: the subject of the sentence's conditional clause."""
    marked = [t for t in token.sent if t.dep_ == "advcl" and any(m.lower_ in _IF for m in clause.children(t, "mark"))]
    inverted = [
        t
        for t in token.sent
        if t.dep_ in ("advcl", "ccomp") and any(a.lower_ == "should" and a.i < t.left_edge.i + 1 for a in clause.children(t, "aux"))
    ]
    return [s for t in marked + inverted for s in clause.children(t, "nsubj", "nsubjpass")]


_PLACES: dict[str, Callable[[Token, Frame], list[Token]]] = {
    "subj": _subject,
    "obj": lambda token, _: clause.objects(token),
    "dat": _dative,
    "poss": _owner,
    "pair": _paired,
    "clause": lambda token, _: clause.around(token),
    "support": _carrier,
    "comp": _complement_subject,
    "judged": _judged_subject,
    "bound": lambda token, _: clause.subjects(token.head) if token.dep_ == "aux" else [],
    "if": _condition,
    "after": _following,
    "ground": _ground,
    "described": _described,
}


def _deep_with(token: Token) -> list[Token]:
    """A "with" that the parser hung on something in between ("discussed the future of trade with ...", "by phone with ...")."""
    if token.lemma_ in _OPEN_TALK:
        deep = [p for o in clause.objects(token) for p in o.subtree if p.lower_ == "with" and p.dep_ == "prep"]
        found = [o for p in deep for o in clause.children(p, "pobj")]
        if found:
            return found
    return [o for p in clause.children(token, "prep") for c in clause.children(p, "pobj") for o in clause.preposition(c, "with")]


def _stragglers(verb: Token) -> list[Token]:
    """People further down a list whom the parser hung on the verb ("met the envoy, ..., as well as officials of the bank")."""
    behind = [*clause.children(verb, "conj", "npadvmod", "dep", *(["attr"] if verb.lemma_ != "be" else []))]
    behind += [o for t in (verb, *clause.objects(verb)) for cc in clause.children(t, "cc") for o in clause.children(cc, "pobj")]
    loose = [c for c in behind if c.i > verb.i and c.pos_ in ("NOUN", "PROPN")]
    return [c for c in loose if c.ent_type_ not in ("DATE", "TIME") and names_people(c.lower_, c.lemma_.lower())]


def _listed(page: Page, token: Token, scene: Scene) -> list[Ref]:
    """Everybody whom the items under a lead-in name, where the trigger is what the list hangs on."""
    if not page.items or token.sent.end != len(page.doc):
        return []
    roots = [(item, t) for item in page.items for t in item.doc if t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN")]
    return [r for item, t in roots for r in refs(item, t, scene)]


def _inside(page: Page, token: Token, scene: Scene, taken: frozenset[str | None]) -> list[Ref]:
    """The first party named in what is said or asked that is not whoever says or asks it."""
    if any(c.lemma_.lower() in words("pressing") for c in clause.content(token)):
        return []  # "called for sanctions on them": that is asked of others
    aside = {t.i for c in clause.content(token) if c.dep_ == "relcl" for t in c.subtree}
    for part in clause.content(token):
        if (
            part.i in aside
            or part.lower_ in ("both", "all", "each", "some")
            or part.pos_ not in ("NOUN", "PROPN", "PRON")
            or part.dep_ == "compound"
            or (part.dep_ == "poss" and part.pos_ == "PRON")
        ):
            continue
        found = [r for r in refs(page, part, scene) if r.party and r.party not in taken]
        if found:
            return found
    return []


def _speaker(page: Page, token: Token, scene: Scene) -> list[Ref]:
    """Who says it, where a misdeed is told as a fact: whoever is quoted or reported, else the issuer of the text."""
    quoted = corefer.quotes_open(token)
    who = quotes.reporters(page, token, scene) or (list(scene.chorus) if quoted and scene.speaker else [])
    if any(r.party for r in who):
        return who
    return [_issuer(page, token, scene.issuer, 0.7)] if scene.issuer and not quoted else []


def _issuer(page: Page, token: Token, party: str, sure: float) -> Ref:
    return Ref(start=page.start(token), end=page.end(token), name=token.text, kind="pronoun", party=party, via="issuer", sure=sure)
