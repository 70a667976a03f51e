"""Whom an act is aimed at where its clause does not say: the other side of the occasion, or the authority in focus."""

from __future__ import annotations

import msgspec

from verbale.catalogue.labels import is_state
from verbale.coding.clause import children, content, objects, preposition
from verbale.coding.draft import Draft
from verbale.coding.lexicon import words
from verbale.coding.scene import Ref, Scene
from verbale.coding.slots import VICTIMS
from verbale.coding.verdicts import told
from verbale.coding.victims import unaddressed

_TO_THE_OTHER = {"REQUEST", "AGREE", "COOPERATE", "SUPPORT", "REJECT", "THREATEN"}
_TO_THE_AUTHORITY = {"ACCUSE", "REQUEST", "THREATEN", "SANCTION"}
_BARRING = {"ban", "bar", "prohibit", "exclude"}
_OF_A_DEED = {"ACCUSE", "SUPPORT", "REJECT", "THREATEN"}
TO_THE_PEOPLE = {"AID", "ASSAULT"}


def complete(draft: Draft, scene: Scene) -> Draft:
    """Add the target that the clause leaves open, at a lower confidence; a draft that has one stays as it is."""
    if draft.type in TO_THE_PEOPLE:
        _to_people(draft)
    if draft.type == "SUPPORT":
        _to_the_bereaved(draft)
    _retype(draft)
    if draft.type == "CONSULT" and scene.visited and not draft.parties("target"):
        _at_home(draft, scene)
    if draft.type == "ACCUSE":
        _from_victims(draft, scene)
    if any(w.startswith(("comp=should", "binding")) for w in draft.frame.when):
        _drop_the_wished_for(draft)
        return draft
    known = draft.parties("target") and not _of_it(draft)
    if known or not draft.parties("source") or draft.type == "CONSULT":
        return draft
    found, factor, via = _found(draft, scene)
    if not found:
        return draft
    named = [(role, r) for role, r in draft.participants if role == "target"]
    place = named[0][1] if named else found[0]
    aimed = [msgspec.structs.replace(r, start=place.start, end=place.end, name=place.name, via=via, sure=factor) for r in found]
    draft.participants = [(role, r) for role, r in draft.participants if role != "target"] + [("target", r) for r in aimed]
    draft.confidence = round(draft.frame.weight * factor, 4)
    return draft


def _of_it(draft: Draft) -> bool:
    """Whether what is welcomed or condemned is "it": something that was done, more often than somebody."""
    verbal = draft.token.pos_ == "VERB" and draft.type in _OF_A_DEED
    return verbal and any(o.lower_ == "it" for o in objects(draft.token))


def _found(draft: Draft, scene: Scene) -> tuple[list[Ref], float, str]:
    """Whom an act is aimed at, how surely, and by which rule."""
    doers = _doers(draft, scene)
    if doers:
        return doers, 0.7, "doer of the deed"
    named = any(r.kind in ("role", "class", "collective") for r in draft.refs("target"))
    # somebody is named, and who that is nobody knows; what is told aside was not said to whom they talk with now
    if draft.parties("target") or named or (draft.token.dep_ == "relcl" and draft.type == "REQUEST"):
        return [], 0.0, ""
    if draft.type == "REQUEST" and unaddressed(draft.token):
        return [], 0.0, ""
    one, factor, via = _at_hand(draft, scene)
    return [one] if one else [], factor, via


def _doers(draft: Draft, scene: Scene) -> list[Ref]:
    """Who did or said what the clause points back at."""
    sources = draft.parties("source")
    if draft.type in ("REJECT", "ACCUSE") and points_at(draft, "claims") and not draft.parties("target"):
        accusers = [r for party in sorted(sources) for r in scene.accusers.get(party, ()) if r.party not in sources]
        if accusers:
            return accusers
    if draft.type == "REJECT" and "neg" in draft.frame.when and not draft.parties("target"):
        asking = [r for r in scene.asked if r.party and r.party not in sources]  # "will not bow to pressure"
        if asking:
            return asking
    if draft.type in _OF_A_DEED and points_at(draft, "deeds"):
        asked = scene.asked if points_at(draft, "utterances") else ()
        said = scene.voice if points_at(draft, "remarks") else ()
        each = ([r for r in told_ if r.party and r.party not in sources] for told_ in (asked, said, scene.deed))
        return next((e for e in each if e), [])
    return []


def _at_hand(draft: Draft, scene: Scene) -> tuple[Ref | None, float, str]:
    """The other side of the occasion, or the authority in focus."""
    sources = draft.parties("source")
    if draft.mode == "recognise" and draft.status != "denied":
        return None, 0.0, ""
    if draft.type in _TO_THE_OTHER and {r.party for r in scene.engaged} >= sources:
        others = [r for r in scene.engaged if r.party not in sources]
        if len(others) == 1:
            return others[0], 0.7, "interlocutor"
    authority = scene.acting()
    if authority in sources or _of_nobody(draft):
        return None, 0.0, ""
    if _to_authority(draft, authority):
        return _last(scene, authority), 0.55, "focus"
    if draft.type == "ASSAULT" and authority and any(p == f"{scene.focus}-ARM" for p in sources):
        return _last(scene, authority), 0.5, "focus"
    if draft.type == "AID" and scene.focus:
        last = next((r for g in reversed(scene.history) for r in g.refs if (r.party or "").startswith(scene.focus or "?")), None)
        if last is not None:
            return msgspec.structs.replace(last, party=f"{scene.focus}-PPL"), 0.6, "focus"
    return None, 0.0, ""


def _of_nobody(draft: Draft) -> bool:
    """Whether it is aimed at nobody at hand: sanctions are asked of others, what is important is said to nobody."""
    asked_of_others = draft.type == "REQUEST" and any(t.lemma_.lower() in words("pressing") for t in content(draft.token))
    return asked_of_others or any(w.startswith("obj=need") for w in draft.frame.when)


def _to_authority(draft: Draft, authority: str | None) -> bool:
    if draft.type == "ACCUSE" and points_at(draft, "violence"):
        return False
    unrecognised = draft.mode == "recognise" and authority is not None
    return unrecognised or (draft.type in _TO_THE_AUTHORITY and bool(authority and authority.endswith("-AUTH")))


def _last(scene: Scene, party: str | None) -> Ref | None:
    return next((r for g in reversed(scene.history) for r in g.refs if r.party == party), None)


def _at_home(draft: Draft, scene: Scene) -> None:
    """Officials without a country whom a visitor meets are those of the country visited."""
    host = scene.acting(scene.visited)
    if host in draft.parties("source") or preposition(draft.token, "from"):
        return

    def hosted(role: str, ref: Ref) -> Ref:
        if role != "target" or ref.kind != "role":
            return ref
        return msgspec.structs.replace(ref, party=host, via="visited country", sure=0.6)

    draft.participants = [(role, hosted(role, r)) for role, r in draft.participants]
    if draft.parties("target"):
        draft.confidence = round(draft.frame.weight * 0.7, 4)


def points_at(draft: Draft, name: str) -> bool:
    """Whether the clause points back at something of a kind that was told ("condemned the decision", "called it illegal")."""
    verbal = draft.token.pos_ in ("VERB", "AUX")
    subjects = [s for c in told(draft.token) for s in children(c, "nsubj", "nsubjpass")] if verbal else []
    named = [*objects(draft.token), *preposition(draft.token, "to"), *subjects] if verbal else []
    named += children(draft.token, "nsubj") if draft.token.lemma_ == "be" else []
    return any(t.lemma_.lower() in words(name) for t in named)


def _drop_the_wished_for(draft: Draft) -> None:
    """Saying that people should have something asks nothing of them: only who can act is asked."""
    draft.participants = [
        (role, r) for role, r in draft.participants if role != "target" or (r.party or "-").partition("-")[2] not in VICTIMS
    ]  # fmt: skip


def _retype(draft: Draft) -> None:
    """A ban on the country's own people is repression, one on somebody's representative is a sanction."""
    targets = draft.parties("target")
    people = bool(targets) and all(p.partition("-")[2] in VICTIMS for p in targets)
    if draft.type == "SANCTION" and people and any((s or "").endswith(("-AUTH", "-ARM")) for s in draft.parties("source")):
        draft.type, draft.mode = "COERCE", "repress"
    elif draft.type == "COERCE" and draft.frame.trigger == "exclude" and not _at_one_home(draft):
        draft.type, draft.mode = "REJECT", "refuse"
    elif draft.type == "COERCE" and draft.frame.trigger in _BARRING and targets and _foreign(draft.parties("source"), targets):
        draft.type, draft.mode = "SANCTION", "sanction"


def _at_one_home(draft: Draft) -> bool:
    """Whether all are of one country: shutting the own people out is repression, others a refusal."""
    return len({p[:3] for p in draft.parties() if p}) < 2


def _foreign(sources: frozenset[str], targets: frozenset[str]) -> bool:
    """Whether somebody is barred by others than the holders of power at home: then it is a penalty between parties."""
    official = all("-" not in p or p.endswith(("-AUTH", "-FMR")) for p in targets)
    return official and bool(sources) and not {s[:3] for s in sources} & {t[:3] for t in targets}


def _from_victims(draft: Draft, scene: Scene) -> None:
    """Concern for a country's people is aimed at whoever holds power over them, where that is contested."""

    def holder(ref: Ref) -> Ref:
        country, _, kind = (ref.party or "").partition("-")
        if kind in VICTIMS and scene.world.contested(country, scene.day):
            return msgspec.structs.replace(ref, party=scene.acting(country), via="holder of power", sure=0.7)
        return ref

    if draft.reached:
        draft.participants = [(role, holder(r) if role == "target" else r) for role, r in draft.participants]


def people(ref: Ref) -> Ref:
    """A country that is helped or attacked as its people, for whom it stands; others as they are."""
    party = ref.party or ""
    land = is_state(party[:3])  # a body's post or convoy is the body's
    bare = ref.kind == "state" and land and party[3:] in ("", "-AUTH") and ref.head != "taliban"
    return msgspec.structs.replace(ref, party=f"{party[:3]}-PPL") if bare else ref


def _to_people(draft: Draft) -> None:
    draft.participants = [(role, people(r) if role == "target" else r) for role, r in draft.participants]


def _to_the_bereaved(draft: Draft) -> None:
    """Those who are comforted for what a country lost are its people: "condolences over the *loss* of life in Ruritania"."""
    lost = [t for t in draft.token.sent if t.dep_ == "pobj" and t.lemma_.lower() in words("losses")]
    within = {t for loss in lost for t in loss.subtree}
    draft.participants = [
        (role, people(r) if role == "target" and draft.page.root(r.start, r.end) in within else r) for role, r in draft.participants
    ]
