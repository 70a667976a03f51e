"""Candidates: every trigger that a frame knows, with everybody whom the grammar ties to it.

Sentences are read in order, since what "he" or "the two sides" means depends on what came before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from verbale.coding import addressee, clause, corefer, disclaim, quotes
from verbale.coding.conditions import holds, ruled_out, whole
from verbale.coding.convening import conveners
from verbale.coding.draft import VOID, Draft
from verbale.coding.lexicon import Frame, frames, learnt, words
from verbale.coding.meanings import Meanings
from verbale.coding.mentions import introduce, refs
from verbale.coding.offers import AtHand
from verbale.coding.page import Page, of_kind
from verbale.coding.scene import Ref, Scene
from verbale.coding.senses import SILENT, Kind, Senses, Told
from verbale.coding.slots import SPEECH, fill, operative, prepositional
from verbale.coding.status import plausible, status_of
from verbale.coding.stories import hits_of, stories
from verbale.coding.tokens import once
from verbale.coding.turns import speaking
from verbale.coding.victims import own_bereaved, told_of
from verbale.coding.voices import heard, keep
from verbale.coding.withheld import withheld
from verbale.model import Role

Token = Any
_POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}
_NAMING = ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "attr", "poss", "appos", "dative", "ROOT")
_NO_TARGET = {("CONSULT", "mediate"), ("CONSULT", "visit"), ("CONSULT", "host"), ("CONSULT", "attend"), ("PROTEST", "protest")}
_OF_POWER = {"COERCE", "SANCTION", "CONCEDE"}
_POWERFUL = {"", "AUTH", "ARM", "FMR", "OPP"}
_PEOPLE = {"WOM", "PPL", "REF", "MIN"}
_SLIGHTING = ("ignore", "disregard", "defy", "override", "resist")
_BINDING = ("must", "should")
_MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}
_IN_PART = ("attend", "host", "mediate")
_OCCASIONS = (
    "summit",
    "conference",
    "dialogue",
    "negotiation",
    "round",
    "meeting",
    "talk",
    "session",
    "gathering",
    "discussion",
    "event",
)


def generate(pages: list[Page], scene: Scene, senses: Senses | None = None, meanings: Meanings | None = None) -> list[Draft]:
    """All candidates of a document, in reading order; with ``senses`` also those whose words no frame knows."""
    for page in pages:
        introduce(page, scene)
    _hang_items(pages)
    parts = stories(pages)
    scenes = [scene] if len(parts) == 1 else [scene.apart(hits_of(part)) for part in parts]
    found: list[Draft] = []
    for story, (part, of) in enumerate(zip(parts, scenes, strict=True)):
        for draft in (d for page in part for d in _page(page, of, senses.of(page, meanings) if senses else {}, meanings)):
            draft.story = story
            found.append(draft)
    return found


def _hang_items(pages: list[Page]) -> None:
    """Tie list items to the block that leads into them ("During the visit he met:")."""
    lead: Page | None = None
    for page in pages:
        if page.block.lead_in is not None and lead is not None:
            lead.items.append(page)
        else:
            lead = page if page.doc.text.rstrip().endswith(":") else None


def _page(page: Page, scene: Scene, told: Mapping[int, Told], meanings: Meanings | None) -> Iterator[Draft]:
    scene.speaker, scene.turn = None, speaking(page.block.turn, scene)
    for sentence in page.doc.sents:
        scene.sentence += 1
        quotes.attend(page, sentence, scene)
        _remember(page, sentence, scene)
        for token in sentence:
            words_ = told.get(token.i, SILENT)
            readings = _readings(page, token, scene, words_.likely(), meanings)
            if readings and readings[0].held:
                _tell(readings[0], scene)
                readings += _struck(readings[0])
            for draft in readings:
                draft.fits, draft.outlook = words_.fit(draft.type), words_.outlook
            yield from readings


def _remember(page: Page, sentence: Any, scene: Scene) -> None:
    """Add the sentence's noun phrases to the history, subjects marked."""
    for token in sentence:
        keep(page, token, scene)
        if token.dep_ in _NAMING and (token.pos_ in ("NOUN", "PROPN", "PRON") or token.lower_ in words("sets")):
            named = token.head if token.dep_ == "appos" else token
            if not _whose(page, token, scene):
                scene.note(refs(page, token, scene), named.dep_ in ("nsubj", "nsubjpass"), corefer.quotes_open(token))


def _whose(page: Page, token: Token, scene: Scene) -> bool:
    """Whether a country's name only says whose people others are: "the people of Burma" are told of, its government is not."""
    of = token.head
    if token.dep_ != "pobj" or of.lower_ != "of" or token.i not in page.cover:
        return False
    own = {r.party for r in refs(page, token, scene) if r.party}
    others = {r.party for r in refs(page, of.head, scene) if r.party and "-" in r.party} - own
    return len(own) == 1 and {party[:3] for party in own} <= {party[:3] for party in others}


def _tell(draft: Draft, scene: Scene) -> None:
    """Keep what later sentences may point back to: an occasion's two sides, a country visited, who did a deed."""
    if draft.type in ("CONSULT", "AGREE") and len(draft.parties()) > 1:
        scene.met = scene.sentence
        scene.engaged = tuple({r.party: r for r in reversed(draft.refs()) if r.party}.values())[::-1]
    if draft.mode == "visit" and draft.goal:
        scene.visited = min(draft.goal)
    sources = tuple(r for r in draft.refs("source") if r.party)
    _did(draft, sources, scene)
    if draft.type == "AGREE" and any(o.lemma_ in words("texts") for o in clause.objects(draft.token)):
        heard(draft.refs(), scene)
    if draft.type in SPEECH and sources:
        heard(list(sources), scene, scene.voices and {r.party for r in sources} == {r.party for r in scene.voice})
    if draft.type == "REQUEST" and sources:
        scene.asked = sources
    if draft.type == "ACCUSE" and sources:
        scene.accusers.update(dict.fromkeys(draft.parties("target"), sources))


def _did(draft: Draft, sources: tuple[Ref, ...], scene: Scene) -> None:
    """Keep who did the last deed that was told: those who comment on it do nothing that the next could welcome or condemn."""
    if draft.type in ("CONSULT", "REQUEST") or not sources:
        return
    commenting = draft.mode in ("criticise", "praise") or (draft.type == "REJECT" and addressee.points_at(draft, "deeds"))
    if not commenting:
        scene.deed = sources
    elif not scene.deed:
        scene.deed = tuple(r for r in draft.refs("target") if r.party)


# -- one trigger -------------------------------------------------------------------------------------------------------


def _readings(page: Page, token: Token, scene: Scene, likely: Sequence[Kind], meanings: Meanings | None) -> list[Draft]:
    """What a trigger can mean, the strongest reading first; the others, met conditions or not, are its rivals.

    Last come readings of the ``likely`` kinds that no frame gives; they are never held, as only a ranker can judge them.
    """
    pos = _POS.get(token.pos_)
    if pos is None or _unreal(page, token):
        return []
    never = ruled_out(page, token, pos)
    known = [d for d in _framed(page, token, pos, scene) if not never & {d.type, d.mode}]
    told = never | {d.type for d in known}
    lemma = token.lemma_.lower()
    new = [learnt(lemma, pos, k.type, k.mode) for k in likely if not told & {k.type, k.mode} and not _withheld(k, token)]
    new = [frame for frame in new if not withheld(token, frame)]
    drafts = [*known, *(_draft(page, token, frame, scene, met=False) for frame in new)]
    if drafts:
        every = AtHand(page, token, scene, meanings).offers(drafts)
        for n, (draft, offers) in enumerate(zip(drafts, every, strict=True)):
            draft.rival, draft.offers = n > 0, offers
    return drafts[: len(known)] + [d for d in drafts[len(known) :] if d.offers]


def _framed(page: Page, token: Token, pos: str, scene: Scene) -> list[Draft]:
    """The readings that frames give, one of each kind, the strongest first."""
    lemma = token.lemma_.lower()
    known: tuple[Frame, ...] = next((f for word in (lemma, token.lower_, f"{lemma}e") if (f := frames().get((word, pos)))), ())
    drafts = [_draft(page, token, f, scene, met=holds(page, token, f)) for f in known if whole(token, f) and not withheld(token, f)]
    drafts = [d for d in drafts if d.held or d.met or (d.participants and d.mode != "call")]  # a call is one by its words alone
    drafts.sort(key=lambda d: (not d.held, not d.met, -d.confidence, known.index(d.frame)))
    found: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        found.setdefault((draft.type, draft.mode), draft)
    return list(found.values())


def _withheld(kind: Kind, token: Token) -> bool:
    """Whether recognition is only told of as what somebody goes without: "would face non-recognition"."""
    return kind.mode == "recognise" and any(t.lower_ == "non" for t in token.subtree)


def _unreal(page: Page, token: Token) -> bool:
    """Whether a word tells nothing: it is asked about, or part of a forum's name."""
    return _asked(token) or (token.i in page.cover and bool(of_kind(page.cover[token.i][2], "forum")))


def _struck(draft: Draft) -> Iterator[Draft]:
    """The meeting at which a deal was struck, where several are told to have done so in one place."""
    ends = [r.end for r in draft.refs()]
    together = draft.parties("source") and draft.parties("target") and max(ends) <= draft.page.start(draft.token)
    if draft.type != "AGREE" or draft.frame.pos != "V" or draft.status != "happened" or not together:
        return
    spots = prepositional(draft.token, "in", "at")
    towns = [o for o in spots if o.i in draft.page.cover and of_kind(draft.page.cover[o.i][2], "capital", "place")]
    if towns or {o.lemma_.lower() for o in spots} & words("premises"):
        offers = [msgspec.structs.replace(offer, values=[*offer.values]) for offer in draft.offers]
        people, evidence = [*draft.participants], [*draft.evidence]
        yield msgspec.structs.replace(draft, type="CONSULT", mode="meet", participants=people, evidence=evidence, offers=offers)


def _asked(token: Token) -> bool:
    """Whether the sentence only asks whether something is so."""
    last = [t for t in token.sent if not t.is_space and t.text not in "\"')"][-1:]
    return bool(last and last[0].text == "?") and not corefer.quotes_open(token)


def _draft(page: Page, token: Token, frame: Frame, scene: Scene, *, met: bool) -> Draft:
    """What a frame makes of its trigger; not held where its conditions are not met, it names nobody, or tells of no event."""
    if met and frame.mode == "recognise" and disclaim.disclaimed(token) and (said := _disclaimer(page, token, frame, scene)):
        return said
    sources, targets = _sides(page, token, frame, scene)
    convening = conveners(page, token, frame, scene)
    mode = _mode(token, frame, sources, [*targets, *(r for _, r in convening)])
    status, governor = status_of(token, frame.status, negative=bool({"neg", "unready"} & set(frame.when)))
    if status is None:
        status = _negated(token, frame, sources, governor)
    status = plausible(frame.type, frame.mode, status, governor) if status else None
    named = bool(sources or targets) and (bool(sources) or frame.trigger not in _BINDING)
    held = met and bool(mode and status) and named and _can(frame, sources) and not _alleged(token, frame)
    if held and frame.mode == "recognise" and disclaim.disclaimed(token):
        held = False
    mode = mode or frame.mode
    draft = Draft(
        frame=frame, page=page, token=token, type=frame.type, mode=mode, status=status or VOID, met=met, held=held,
        published=scene.day,
        participants=_roles(sources, targets, convening),
        evidence=[_evidence(page, token, sources + targets)],
        confidence=_confidence(frame, sources or [r for _, r in convening], targets),
        quoted=corefer.quotes_open(token), attribution=quotes.account(page, token, scene), governor=governor,
        goal=_goals(page, token) if mode == "visit" else _cities(page, token),
        resumed=mode in _IN_PART and (_lists(frame) or _resumes(token, mode)),
        apart=frame.type == "CONSULT" and _apart(token),
        other_time=frame.type == "CONSULT" and _other_time(token),
        reached=any(s.reach or s.name == "inside" for s in frame.target) and not _direct(token, targets, page),
    )  # fmt: skip
    return addressee.complete(draft, scene)


def _alleged(token: Token, frame: Frame) -> bool:
    """Whether somebody is only said to have refused or backed something by those who hold it against them."""
    if frame.type == "REJECT" and "neg" in frame.when and _promised(token):
        return True
    if frame.trigger in _SLIGHTING and token.dep_ == "ccomp" and token.head.lemma_ in words("speech"):
        return True  # "said that it ignored them" accuses
    node = token
    while frame.type in ("REJECT", "SUPPORT") and node.dep_ in ("ccomp", "xcomp", "pcomp", "prep", "conj"):
        if node.head.lemma_ in words("alleging") and node.dep_ in ("ccomp", "pcomp", "prep"):
            return True
        node = node.head
    return False


def _promised(token: Token) -> bool:
    """Whether it is promised or expected of somebody not to let something be: "assured them that it would not allow it"."""
    node = token
    while node.dep_ in ("ccomp", "xcomp", "acl", "conj", "relcl"):
        node = node.head
        if node.lemma_.lower() in words("assuring"):
            return True
    return False


def _can(frame: Frame, sources: list[Ref]) -> bool:
    """Whether those who act have the power that the act asks for: a people imposes no ban."""
    suffixes = {(r.party or "-").partition("-")[2] for r in sources}
    if frame.mode == "visit":
        return any(r.name.lower() != "it" for r in sources)
    if frame.type == "PROTEST":
        return not suffixes or bool(suffixes - {"", "AUTH"})
    if frame.type == "COOPERATE":
        return not suffixes or bool(suffixes - _PEOPLE)
    if frame.type not in _OF_POWER:
        return True
    return not sources or bool(suffixes & _POWERFUL)


def _roles(sources: list[Ref], targets: list[Ref], convening: Sequence[tuple[Role, Ref]] = ()) -> list[tuple[Role, Ref]]:
    there = {r.party for r in sources + targets}
    others = [(role, r) for role, r in convening if r.party not in there]
    return [*(("source", r) for r in sources), *(("target", r) for r in targets), *others]


def _sides(page: Page, token: Token, frame: Frame, scene: Scene) -> tuple[list[Ref], list[Ref]]:
    """Who acts and to whom; of those who act together the first named is source and the rest are targets."""
    sources = fill(page, token, frame, frame.source, scene) or operative(page, token, frame, scene)
    sources = [s for s in sources if not told_of(page, s, frame.type, token)]
    found = fill(page, token, frame, frame.target, scene, frozenset(r.party for r in sources))
    doers = {s.party for s in sources}
    found = [t for t in found if not told_of(page, t, frame.type, token) and not own_bereaved(frame.type, t, doers)]
    targets = [t for t in found if not any((t.start, t.party) == (s.start, s.party) for s in sources)]
    others = [t for t in targets if t.party not in {s.party for s in sources}]
    targets = others if any(t.party for t in others) else targets
    with_each_other = frame.trigger in words("expelling") or (frame.type == "ASSAULT" and "between" in frame.when)
    each_other = with_each_other and not any(t.party for t in targets)
    if ((frame.type in _MUTUAL and not targets) or each_other) and len(sources) > 1 and (frame.type, frame.mode) not in _NO_TARGET:
        targets = [r for r in sources if r.party != sources[0].party]
        sources = [r for r in sources if r.party == sources[0].party]
    return sources, targets


def _mode(token: Token, frame: Frame, sources: list[Ref], targets: list[Ref]) -> str | None:
    """The frame's mode; those who merely meet, with nobody to meet, attend; ``None`` where a meeting lacks its other side."""
    if frame.type != "CONSULT" or frame.mode not in ("meet", "call") or len(sources) + len(targets) > 1:
        return frame.mode
    brought = any(s.name == "obj" for s in frame.source)
    gathers = frame.trigger in words("gathering") and frame.pos == "V" and (brought or not clause.objects(token))
    gathers = gathers and (brought or token.tag_ != "VBG")
    return "attend" if gathers and sources and (sources[0].plural or sources[0].kind == "body") else None


def _negated(token: Token, frame: Frame, sources: list[Ref], governor: str) -> str | None:
    """What a plain negation means: not recognising is said by somebody, everything else that did not happen is nothing."""
    asked = token.tag_ == "VB" and any(c.lower_ == "to" for c in clause.children(token, "aux"))
    named = any(r.party for r in sources) and not clause.nobody(token) and not (asked and governor != "refuse")
    return "denied" if frame.mode == "recognise" and frame.pos == "V" and named and governor != "if" else None


def _disclaimer(page: Page, token: Token, frame: Frame, scene: Scene) -> Draft | None:
    """The draft of a disclaimer: who says that what is done is not recognition."""
    sources, targets = disclaim.participants(page, token, scene)
    if not sources or not targets:
        return None
    return Draft(
        frame=frame, page=page, token=token, type=frame.type, mode=frame.mode, status="denied",
        participants=_roles(sources, targets), evidence=[_evidence(page, token, targets)],
        confidence=0.75, quoted=corefer.quotes_open(token), governor="disclaimed",
    )  # fmt: skip


def _goals(page: Page, token: Token) -> frozenset[str]:
    """The countries that a visit goes to, by their codes."""
    leaving = token.lemma_ in ("leave", "depart")
    found = prepositional(token, *(("for",) if leaving else ("to", "in")))
    found = found + ([] if leaving or token.pos_ == "NOUN" else clause.objects(token))
    return frozenset(e.code for t in found if t.i in page.cover for e in of_kind(page.cover[t.i][2], "state", "capital", "place"))


def _cities(page: Page, token: Token) -> frozenset[str]:
    """The countries of the cities where the words say that something took place."""
    return frozenset(e.code for t in _spots(token) if t.i in page.cover for e in of_kind(page.cover[t.i][2], "capital", "place"))


@once
def _spots(token: Token) -> list[Token]:
    """Where the words say that something took place."""
    verb = clause.support(token) or token if token.pos_ == "NOUN" else token
    found = [o for t in {token, verb} for o in clause.preposition(t, "in", "at")]
    return found + (clause.preposition(verb, "to") if verb is not token else [])


@once
def _apart(token: Token) -> bool:
    """Whether an occasion is told to be one of its own, beside another: "met *separately*", "on the *sidelines* of"."""
    verb = clause.support(token) or token if token.pos_ == "NOUN" else token
    beside = [c for t in {token, verb} for c in t.children if c.dep_ in ("amod", "advmod")]
    named = [o for t in {token, verb} for o in clause.preposition(t, "on", "in", "at")]
    return any(w.lower_ in words("apart") for w in beside + named)


@once
def _other_time(token: Token) -> bool:
    """Whether an occasion is told to be earlier or later than the one told before it: "*earlier*, the minister met ..."."""
    verb = clause.support(token) or token if token.pos_ == "NOUN" else token
    return any(c.lower_ in words("earlier") and not clause.children(c, "prep", "npadvmod") for c in clause.children(verb, "advmod"))


def _lists(frame: Frame) -> bool:
    """Whether a frame only lists who took part in what was told before."""
    return "listing" in frame.when or any(c.startswith("subj=participant") for c in frame.when)


def _resumes(token: Token, mode: str) -> bool:
    """Whether an occasion is one that was told of before: "*the* meeting was attended by ...", "... took part, too"."""
    named = [o for o in clause.objects(token) if o.lemma_ != "part"] + prepositional(token, "in", "at", "of", "by")
    if not named and token.pos_ != "NOUN":
        return mode == "attend"
    return any(o.lemma_ in _OCCASIONS and any(c.lower_ in ("the", "this") for c in clause.children(o, "det")) for o in named)


def _direct(token: Token, targets: list[Ref], page: Page) -> bool:
    """Whether the target is itself the object, not something inside what is complained of."""
    return any(page.start(o) < r.end <= page.end(o) for o in clause.objects(token) for r in targets)


def _confidence(frame: Frame, sources: list[Ref], targets: list[Ref]) -> float:
    """A plain score until a trained ranker takes its place: the frame's weight, lowered for every unsure participant."""
    everybody = sources + targets
    named = any(r.party for r in sources) and (not targets or any(r.party for r in targets))
    known = [r.sure for r in everybody if r.party] if named else [r.sure for r in everybody]
    score = frame.weight * min(known, default=0.5) ** 0.5
    if not any(r.party for r in sources):
        score *= 0.4
    if not any(r.party for r in targets) and (frame.type, frame.mode) not in _NO_TARGET:
        score *= 0.4
    return float(round(score, 4))


def _evidence(page: Page, token: Token, people: list[Ref]) -> tuple[int, int]:
    """The stretch of the sentence that reports the act: its clause, from whoever acts to the end of what is said."""
    own = _clause(token)
    start, end = page.start(own[0]), page.end(own[-1])
    first, last = page.start(token.sent[0]), page.end(token.sent[-1])
    near = [r for r in people if first <= r.start and r.end <= last]
    return min([start, *(r.start for r in near)]), max([end, *(r.end for r in near)])


@once
def _clause(token: Token) -> list[Token]:
    """The words of the trigger's clause, up to what is coordinated with it."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.dep_ != "ROOT":
        verb = verb.head
    later = {t.i for c in verb.children if c.dep_ == "conj" and c.i > token.i for t in c.subtree}
    own = [t for t in verb.subtree if t.i not in later and not t.is_space]
    while len(own) > 1 and (own[-1].is_punct or own[-1].dep_ == "cc") and own[-1].text not in "\"')":
        own.pop()
    return own
