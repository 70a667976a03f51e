"""Candidates: every trigger that a frame knows, with everybody whom the grammar ties to it.

Sentences are read in order, since what "he" or "the two sides" means depends on what came before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from verbale.coding import addressee, clause, corefer, disclaim, quotes
from verbale.coding.draft import Draft
from verbale.coding.lexicon import Frame, Slot, classes, frames, roles, words
from verbale.coding.mentions import introduce, owners, refs, within
from verbale.coding.page import Page, of_kind
from verbale.coding.scene import Ref, Scene
from verbale.coding.status import plausible, status_of
from verbale.model import Role

Token = Any
_POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}
_OPENING = 3
_PHRASAL = ("prt", "advmod", "prep")
_NO_TARGET = {("CONSULT", "visit"), ("CONSULT", "host"), ("CONSULT", "attend"), ("PROTEST", "protest")}
_MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}


def generate(pages: list[Page], scene: Scene) -> list[Draft]:
    """All candidates of a document, in reading order."""
    for page in pages:
        introduce(page, scene)
    _hang_items(pages)
    return [d for page in pages for d in _page(page, scene)]


def _page(page: Page, scene: Scene) -> Iterator[Draft]:
    scene.speaker = None
    for sentence in page.doc.sents:
        scene.sentence += 1
        quotes.attend(page, sentence, scene)
        _remember(page, sentence, scene)
        found = [d for token in sentence if (d := _best(page, token, scene)) is not None]
        for draft in found:
            if draft.type in ("CONSULT", "AGREE") and len(draft.parties()) > 1:
                scene.engaged = _pair(draft)
            if draft.mode == "visit" and draft.trace["goal"]:
                scene.visited = next(iter(sorted(draft.trace["goal"])))
            if draft.type not in ("CONSULT", "REQUEST") and draft.parties("source"):
                scene.deed = tuple(draft.refs("source"))
        yield from found


def _hang_items(pages: list[Page]) -> None:
    """Tie list items to the block that leads into them ("During the visit he met:")."""
    lead: Page | None = None
    for page in pages:
        if page.block.lead_in is not None and lead is not None:
            lead.items.append(page)
        else:
            lead = page if page.doc.text.rstrip().endswith(":") else None


def _listed(page: Page, token: Token, scene: Scene) -> list[Ref]:
    """Everybody whom the items under a lead-in name, where the trigger is what the list hangs on."""
    if not page.items or token.sent.end != len(page.doc):
        return []
    return [r for item in page.items for t in item.doc if t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN") for r in refs(item, t, scene)]


def _pair(draft: Draft) -> tuple[Ref, ...]:
    """One participant for each party of an occasion: whom "the two sides" will mean."""
    return tuple({r.party: r for r in reversed(draft.refs()) if r.party}.values())[::-1]


def _remember(page: Page, sentence: Any, scene: Scene) -> None:
    """Add the sentence's noun phrases to the history, subjects marked."""
    for token in sentence:
        if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "attr", "poss", "appos", "dative", "ROOT", "conj") and token.pos_ in (
            "NOUN", "PROPN", "PRON",
        ):  # fmt: skip
            if token.dep_ == "conj":
                continue
            scene.note(refs(page, token, scene), token.dep_ in ("nsubj", "nsubjpass"))


# -- one trigger -------------------------------------------------------------------------------------------------------


def _best(page: Page, token: Token, scene: Scene) -> Draft | None:
    """The strongest reading of a trigger; ``None`` where none of its frames holds."""
    if token.i in page.cover and of_kind(page.cover[token.i][2], "forum"):
        return None
    pos = _POS.get(token.pos_)
    lemma = token.lemma_.lower()
    known = next((f for word in (lemma, token.lower_, f"{lemma}e") if (f := frames().get((word, pos or "")))), None)
    if not known:
        return None
    drafts = [d for f in known if _phrase_fits(token, f) and _holds(page, token, f) and (d := _draft(page, token, f, scene)) is not None]
    return max(drafts, key=lambda d: (d.confidence, -known.index(d.frame)), default=None)


def _phrase_fits(token: Token, frame: Frame) -> bool:
    """Whether the other words of a trigger of several words stand where they should."""
    parts = frame.trigger.split()
    if len(parts) == 1:
        return True
    if frame.pos == "N":
        before = [t.lower_ for t in token.doc[max(0, token.i - len(parts) + 1) : token.i]]
        return before == parts[:-1] or (parts[0] == token.lemma_ and [t.lower_ for t in token.doc[token.i + 1 : token.i + len(parts)]] == parts[1:])
    return any(c.lower_ == parts[1] for c in token.children if c.dep_ in _PHRASAL)


def _holds(page: Page, token: Token, frame: Frame) -> bool:
    return all(_condition(page, token, c) for c in frame.when)


def _condition(page: Page, token: Token, condition: str) -> bool:
    """One condition of a frame: see the table's ``when`` column in docs/reference/frames.md."""
    name, _, values = condition.partition("=")
    allowed = set(values.split(",")) if values else set()
    if name == "obj":
        heads = [w for o in clause.objects(token) for w in [o, *clause.children(o, "compound", "nmod", "amod")]]
        found = {w.lemma_.lower() for w in heads} | {w.lower_ for w in heads}
        return bool(found & allowed) if allowed else _goal(page, token)
    if name == "prt":
        return any(c.lower_ in allowed for c in token.children if c.dep_ in ("prt", "advmod", "prep"))
    if name in ("away", "out", "off", "aside"):
        return any(c.lower_ == name for c in token.children)
    if name == "comp":
        return _complement(token, allowed)
    if name in ("inf", "noinf"):
        return _infinitive(token) == (name == "inf")
    if name == "cue":
        return any(t.lemma_.lower() in words("threat_cues") or t.lower_ in words("threat_cues") for t in token.subtree)
    if name == "support":
        return clause.support(token) is not None
    if name == "refusing":
        return token.dep_ in ("xcomp", "ccomp") and token.head.lemma_ in ("refuse", "decline")
    if name == "that":
        return any(m.lower_ == "that" for c in clause.children(token, "ccomp") for m in clause.children(c, "mark"))
    if name == "who":
        return any(o.lower_ not in ("it", "this", "that") and (o.pos_ in ("PROPN", "PRON") or _is_people(o)) for o in clause.objects(token))
    if name == "active":
        return not clause.passive(token) and token.tag_ != "VBN"
    if name == "coop":
        return any(c.lemma_ in words("cooperating") for c in clause.complements(token))
    if name == "misdeed":
        return any(c.lemma_.lower() in words("misdeeds") for c in clause.complements(token) if c.dep_ == "ccomp")
    if name == "noobj":
        return not clause.objects(token) and not clause.complements(token)
    if name == "neg":
        return clause.negated(token)
    if name == "insist":
        return bool(token.lemma_ == "insist")
    if name == "readiness":
        return bool(clause.children(token, "acl", "relcl", "prep"))
    if name == "oprd":
        return any(c.lower_ in allowed for c in clause.children(token, "oprd", "acomp", "xcomp", "ccomp", "amod", "advmod"))
    if name == "poss":
        return bool(clause.children(token, "poss"))
    found = {t.lemma_.lower() for t in _prepositional(token, name)}
    return bool(found & allowed) if allowed else bool(found)


def _complement(token: Token, allowed: set[str]) -> bool:
    found = clause.children(token, "ccomp", "xcomp") + [c for c in clause.children(token, "advcl") if c.tag_ == "VB"]
    if not allowed:
        return bool(found)
    return any((a.lower_ in allowed and a.dep_ == "aux") or c.lemma_ in allowed - {"have"} for c in found for a in [c, *c.children])


def _infinitive(token: Token) -> bool:
    """Whether somebody is to do something: "urged them to stop", "called on them to stop"."""
    inside = [token, *clause.objects(token), *clause.preposition(token, "on", "upon", "to", "for")]
    verbs = [c for t in inside for c in clause.children(t, "xcomp", "ccomp", "advcl", "acl", "relcl")]
    return any(a.dep_ == "aux" and a.lower_ == "to" for v in verbs for a in v.children)


def _is_people(token: Token) -> bool:
    """Whether a noun names people: an office, a delegation, a class."""
    low, lemma = token.lower_, token.lemma_.lower()
    known = roles().get(lemma) or roles().get(low)
    if known is not None:
        return known.kind != "institution" or low in ("delegation", "lawmakers", "diplomats", "representatives", "envoys", "commanders")
    return low in classes() or lemma in classes() or low in words("generic_heads") or lemma in words("quantity")


def _goal(page: Page, token: Token) -> bool:
    return any(_is_place(page, o) for o in clause.objects(token))


def _is_place(page: Page, token: Token) -> bool:
    hit = page.cover.get(token.i)
    if hit and of_kind(hit[2], "state", "capital", "place"):
        return True
    return token.lemma_.lower() in words("goal") or token.ent_type_ in ("GPE", "LOC", "FAC")


# -- who ---------------------------------------------------------------------------------------------------------------


def _draft(page: Page, token: Token, frame: Frame, scene: Scene) -> Draft | None:
    if not _fits_mode(page, token, frame):
        return None
    if frame.mode == "recognise" and disclaim.disclaimed(token):
        return _disclaimer(page, token, frame, scene)
    sources = _fill(page, token, frame, frame.source, scene) or _operative(page, token, frame, scene)
    targets = _fill(page, token, frame, frame.target, scene, {r.party for r in sources})
    targets = [t for t in targets if not any((t.start, t.party) == (s.start, s.party) for s in sources)]
    if frame.type in _MUTUAL and not targets and len(sources) > 1 and (frame.type, frame.mode) not in _NO_TARGET:
        sources, targets = _split(sources)
    if not sources and not targets:
        return None
    mode = frame.mode
    if frame.type == "CONSULT" and mode in ("meet", "call") and len(sources) + len(targets) < 2:
        if frame.trigger != "meet" or frame.pos != "V" or token.tag_ == "VBG" or clause.objects(token) or not sources or not (sources[0].plural or sources[0].kind == "body"):
            return None
        mode = "attend"
    status, governor = status_of(token, frame.status, negative="neg" in frame.when)
    if status is None:
        status, governor = _negated(frame, sources, governor)
        if status is None:
            return None
    status = plausible(frame.type, frame.mode, status, governor)
    if status is None:
        return None
    participants: list[tuple[Role, Ref]] = [("source", r) for r in sources] + [("target", r) for r in targets]
    confidence = _confidence(frame, sources, targets)
    evidence = _evidence(page, token, sources + targets)
    trace = {"frame": frame.id, "governor": governor, "source": [r.via for r in sources], "target": [r.via for r in targets]}
    trace["goal"] = _goals(page, token) if mode == "visit" else frozenset()
    trace["resumed"] = mode == "attend" and any(_resumes(o) for o in clause.objects(token) + _prepositional(token, "in", "at"))
    trace["reached"] = any(s.reach or s.name == "inside" for s in frame.target) and not _direct(token, targets, page)
    draft = Draft(
        frame=frame, page=page, token=token, type=frame.type, mode=mode, status=status, participants=participants,
        evidence=[evidence], confidence=confidence, quoted=corefer.quotes_open(token), attribution=quotes.reporter(page, token, scene), trace=trace,
    )  # fmt: skip
    return addressee.complete(draft, scene)


def _goals(page: Page, token: Token) -> frozenset[str]:
    """The countries that a visit goes to, by their codes."""
    names = ("for",) if token.lemma_ in ("leave", "depart") else ("to", "in")
    found = _prepositional(token, *names) + ([] if names == ("for",) or token.pos_ == "NOUN" else clause.objects(token))
    return frozenset(e.code for t in found if t.i in page.cover for e in of_kind(page.cover[t.i][2], "state", "capital", "place"))


def _resumes(token: Token) -> bool:
    """Whether an occasion is one that was told of before: "*the* meeting was attended by ..."."""
    return token.lemma_ in ("meeting", "talk", "session", "gathering", "discussion", "event") and any(
        c.lower_ in ("the", "this") for c in clause.children(token, "det")
    )


def _direct(token: Token, targets: list[Ref], page: Page) -> bool:
    """Whether the target is itself the object, not something inside what is complained of."""
    return any(page.start(o) < r.end <= page.end(o) for o in clause.objects(token) for r in targets)


def _speaker(page: Page, token: Token, scene: Scene) -> list[Ref]:
    """Who says it, where a misdeed is told as a fact: whoever is quoted or reported, else the issuer of the text."""
    who = quotes.reporter(page, token, scene) or (scene.speaker if corefer.quotes_open(token) else None)
    if who is not None and who.party:
        return [who]
    if scene.issuer and not corefer.quotes_open(token):
        return [Ref(start=page.start(token), end=page.end(token), name=token.text, kind="pronoun", party=scene.issuer, via="issuer", sure=0.7)]
    return []


def _operative(page: Page, token: Token, frame: Frame, scene: Scene) -> list[Ref]:
    """The issuer of a declaration whose paragraphs begin with their verb ("URGE the parties to ...")."""
    bare = frame.pos == "V" and token.dep_ == "ROOT" and token.i < _OPENING and not clause.children(token, "nsubj", "nsubjpass", "aux")
    if not bare or scene.issuer is None or page.block.kind == "headline":
        return []
    return [Ref(start=page.start(token), end=page.end(token), name=token.text, kind="pronoun", party=scene.issuer, via="issuer", sure=0.8)]


def _disclaimer(page: Page, token: Token, frame: Frame, scene: Scene) -> Draft | None:
    """The draft of a disclaimer: who says that what is done is not recognition."""
    sources, targets = disclaim.participants(page, token, scene)
    if not sources or not targets:
        return None
    return Draft(
        frame=frame, page=page, token=token, type=frame.type, mode=frame.mode, status="denied",
        participants=[("source", r) for r in sources] + [("target", r) for r in targets], evidence=[_evidence(page, token, targets)],
        confidence=0.75, quoted=corefer.quotes_open(token), trace={"frame": frame.id, "governor": "disclaimed", "source": [], "target": [], "goal": frozenset()},
    )  # fmt: skip


def _negated(frame: Frame, sources: list[Ref], governor: str) -> tuple[str | None, str]:
    """What a plain negation means: refusing to recognise is said, everything else that did not happen is nothing."""
    if frame.mode == "recognise" and frame.pos == "V" and any(r.party for r in sources) and governor != "if":
        return "denied", governor
    return None, governor


def _fits_mode(page: Page, token: Token, frame: Frame) -> bool:
    """What a mode asks of the thing acted on: an occasion for attend, a goal for visit."""
    if frame.type != "CONSULT" or frame.mode not in ("attend", "visit"):
        return True
    if frame.mode == "attend" and "refusing" not in frame.when:
        goals = clause.objects(token) if frame.trigger == "attend" else _prepositional(token, "in", "at", "of", "by", "for")
        goals += [p for o in clause.objects(token) if o.lemma_ == "part" for p in clause.preposition(o, "in")]
        return frame.pos == "N" or any(_is_occasion(page, g) for g in goals)
    if frame.pos == "N" or frame.mode == "attend":
        return True
    goals = clause.objects(token) + _prepositional(token, "to", "in", "for", "at")
    return any(_is_place(page, g) for g in goals)


def _is_occasion(page: Page, token: Token) -> bool:
    hit = page.cover.get(token.i)
    if hit and of_kind(hit[2], "forum"):
        return True
    return token.lemma_.lower() in words("occasion") or token.lower_ in words("occasion")


def _split(sources: list[Ref]) -> tuple[list[Ref], list[Ref]]:
    """ "A, B and C met": the first party named is source, the rest are targets."""
    first = [r for r in sources if r.party == sources[0].party]
    rest = [r for r in sources if r.party != sources[0].party]
    return (first, rest) if rest else (sources, [])


def _fill(page: Page, token: Token, frame: Frame, slots: tuple[Slot, ...], scene: Scene, taken: set[str | None] | None = None) -> list[Ref]:
    """The first slot that names somebody with a party, else the first that names anybody."""
    nameless: list[Ref] = []
    for slot in slots:
        tokens = _slot(token, frame, slot)
        found = [r for t in tokens for r in refs(page, t, scene)]
        if slot in frame.source and not found:
            found = [r for t in tokens if t.pos_ == "NOUN" for r in owners(page, t, scene)]
        if slot.reach and not any(r.party for r in found):
            found = [r for t in tokens for r in within(page, t, scene)] or found
        if not tokens and slot.name in ("obj", "with") and page.items:
            found = _listed(page, token, scene)
        if slot.name == "speaker":
            found = _speaker(page, token, scene)
        if slot.name == "inside":
            found = _inside(page, token, scene, taken or set())
        if any(r.party for r in found):
            return found
        nameless = nameless or found
    return nameless


def _slot(token: Token, frame: Frame, slot: Slot) -> list[Token]:
    name = slot.name
    if name == "subj":
        return clause.subjects(token) if frame.pos != "A" else clause.subjects(token.head)
    if name == "obj":
        return clause.objects(token)
    if name == "dat":
        return [o for d in clause.children(token, "dative") for o in ([d] if d.pos_ != "ADP" else clause.children(d, "pobj"))]
    if name == "oprd":
        return any(c.lower_ in allowed for c in clause.children(token, "oprd", "acomp", "xcomp", "ccomp", "amod", "advmod"))
    if name == "poss":
        return clause.children(token, "poss") or ([c for c in clause.children(token, "compound", "nmod") if c.ent_type_] if frame.pos == "N" else [])
    if name in ("inf", "noinf"):
        return _infinitive(token) == (name == "inf")
    if name == "cue":
        return any(t.lemma_.lower() in words("threat_cues") or t.lower_ in words("threat_cues") for t in token.subtree)
    if name == "clause":
        return clause.around(token)
    if name == "support":
        verb = clause.support(token)
        return clause.subjects(verb) if verb is not None else []
    if name == "comp":
        found = [clause.children(c, "nsubj", "nsubjpass") for c in clause.complements(token) + clause.children(token, "advcl")]
        return next((s for s in found if s), [])
    if name in ("inside", "speaker"):
        return []
    return _prepositional(token, name)


def _prepositional(token: Token, *names: str) -> list[Token]:
    """Objects of a preposition on the trigger, on what it carries, or on the light verb that carries it."""
    found = clause.preposition(token, *names)
    if "with" in names and not found and token.lemma_ in ("discuss", "exchange", "hold", "share"):
        deep = [p for o in clause.objects(token) for p in o.subtree if p.lower_ == "with" and p.dep_ == "prep"]
        found = [o for p in deep for o in clause.children(p, "pobj")]
    if "with" in names and not found:
        found = [o for p in clause.children(token, "prep") for c in clause.children(p, "pobj") for o in clause.preposition(c, "with")]
    if token.pos_ in ("VERB", "AUX"):
        for o in clause.objects(token):
            found += clause.preposition(o, *names)
    else:
        verb = clause.support(token)
        if verb is not None:
            found += clause.preposition(verb, *names)
    return list(dict.fromkeys(found))


def _inside(page: Page, token: Token, scene: Scene, taken: set[str | None]) -> list[Ref]:
    """The first party named in what is said or asked that is not whoever says or asks it."""
    for part in clause.content(token):
        if part.pos_ in ("NOUN", "PROPN", "PRON") and part.dep_ != "compound" and not (part.dep_ == "poss" and part.pos_ == "PRON"):
            found = [r for r in refs(page, part, scene) if r.party and r.party not in taken]
            if found:
                return found
    return []


def _confidence(frame: Frame, sources: list[Ref], targets: list[Ref]) -> float:
    """A plain score until a trained ranker takes its place: the frame's weight, lowered for every unsure participant."""
    score = frame.weight
    everyone = sources + targets
    score *= min((r.sure for r in everyone), default=0.5) ** 0.5
    if not any(r.party for r in sources):
        score *= 0.4
    if not any(r.party for r in targets) and (frame.type, frame.mode) not in _NO_TARGET:
        score *= 0.4
    return round(score, 4)


# -- evidence ----------------------------------------------------------------------------------------------------------


def _evidence(page: Page, token: Token, people: list[Ref]) -> tuple[int, int]:
    """The stretch of the sentence that reports the act: its clause, from whoever acts to the end of what is said."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.dep_ != "ROOT":
        verb = verb.head
    later = {t.i for c in verb.children if c.dep_ == "conj" and c.i > token.i for t in c.subtree}
    own = [t for t in verb.subtree if t.i not in later and not t.is_space]
    while len(own) > 1 and (own[-1].is_punct or own[-1].dep_ == "cc") and own[-1].text not in "\"')":
        own.pop()
    start, end = page.start(own[0]), page.end(own[-1])
    sentence = (page.start(token.sent[0]), page.end(token.sent[-1]))
    for ref in people:
        if sentence[0] <= ref.start and ref.end <= sentence[1]:
            start, end = min(start, ref.start), max(end, ref.end)
    return start, end
