"""The document as a whole: one occasion one event, speech acts once per speaker, target and type, required parties."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from verbale.coding.draft import Draft
from verbale.coding.lexicon import words
from verbale.coding.scene import Ref
from verbale.coding.severing import severed
from verbale.coding.status import YET
from verbale.coding.trees import Array
from verbale.coding.twins import TOGETHER, name_of
from verbale.model import ENGAGING, Role

Pair = tuple[Draft, Draft, bool]
"""Two candidates of one type, the one told first before, and whether the rules hold them for one act."""
Alike = Callable[[Sequence[Pair]], Array]
"""How likely each of the pairs is one act."""

FLOOR = 0.3
_NEAR = 1200
_CONFERENCE = 3
"""A meeting of more parties than that is a conference, at whose edge others meet."""
_BESIDE = 200
_THIRD: dict[str, Role] = {"host": "host", "mediate": "mediator"}
_TALKING = {"discuss", "talk", "speak", "exchange", "conversation", "discussion", "confer"}
_WITHIN = {"COERCE", "ASSAULT", "PROTEST"}
_CONTESTED = ("-AUTH", "-OPP", "-ARM", "-FMR")
_VAGUE = {"WORLD", "REGION", "WEST"}
"""Parties of whom a page may tell in general words first, and then by name."""
NO_TARGET = {
    ("CONSULT", "visit"),
    ("CONSULT", "host"),
    ("CONSULT", "attend"),
    ("PROTEST", "protest"),
    ("SUPPORT", "praise"),
    ("SUPPORT", "recognise"),
}
"""What is an act without anybody to whom it is done."""
_PLAYED = {"CONSULT", "ASSAULT"}
_SCORE = re.compile(
    r"\b(?:won|win|winning|beat|beating|drew|lost|defeat\w*|victory|past)\b.{0,80}?\b\d{1,2}[-–]\d{1,2}\b|\bWorld Cup\b"
)
"""A result, or what is played for."""
_SPEECH = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"}
_REACH = 40
"""How many candidates of its type before and behind one may tell the same act; of more a long list would make too many pairs."""
_SAME = 0.5
_RIVAL = 0.15
"""By how much a reading that the lexicon does not put first must be likelier to lead."""
_BEHIND = 0.4
"""By how much such a reading may be less likely than the surest of its trigger: "called on Iran" is an appeal, no visit as well."""


def decide(drafts: list[Draft], floor: float = FLOOR, alike: Alike | None = None) -> list[Draft]:
    """What of the candidates stands, from the probability ``floor`` on: each act once, in reading order.

    ``alike`` tells which of them are one act; without it the rules alone do. The stories of a digest are decided apart.
    """
    stories = [[d for d in drafts if d.story == story] for story in sorted({d.story for d in drafts})]
    return [d for story in stories for d in _decided(story, floor, alike)]


def _decided(drafts: list[Draft], floor: float, alike: Alike | None) -> list[Draft]:
    likely = _likely(drafts, floor)
    kept = _by_rule(likely) if alike is None else [_one(group) for group in _groups(likely, alike)]
    kept = [d for d in kept if not any(_says_it(d, k) or _lifted(d, k) for k in kept)]
    return sorted(_hosted(kept), key=lambda d: (d.evidence[0], d.type, d.mode))


def _says_it(draft: Draft, other: Draft) -> bool:
    """Whether a weaker reading is only of the words that utter another's: "reiterated their condemnation" praises nobody."""
    verb, noun = (draft.token, other.token) if draft.token.pos_ == "VERB" else (other.token, draft.token)
    uttered = (
        noun.head is verb and noun.dep_ == "dobj" and noun.pos_ == "NOUN" and verb.lemma_ in words("speech") | words("concerting")
    )
    spoken = draft.type in _SPEECH and other.type in _SPEECH and draft.type != other.type
    rivals = spoken and bool(draft.parties("source") & other.parties("source")) and draft.confidence < other.confidence
    return rivals and uttered


def _lifted(draft: Draft, other: Draft) -> bool:
    """Whether sanctions are only told of as what another act takes away: "lifted all sanctions", "the lifting of sanctions"."""
    noun, over = draft.token, other.token
    away = noun.head is over or (noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head is over)
    return draft.type == "SANCTION" and other.type == "CONCEDE" and noun.pos_ == "NOUN" and away


def _by_rule(likely: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in likely:
        twin = _twin(kept, draft)
        if twin is None:
            kept.append(draft)
        else:
            _merge(twin, draft)
    return kept


def _groups(likely: list[Draft], alike: Alike) -> list[list[Draft]]:
    """Candidates that tell one act: each joins those that it is likest to, all of them taken together."""
    close = _close(likely, alike)
    groups: list[list[int]] = []
    for n, draft in enumerate(likely):
        likeness = [
            (sum(close.get((n, k), 0.0) for k in group) / len(group), -m)
            for m, group in enumerate(groups)
            if likely[group[0]].type == draft.type
            and any(close.get((n, k), 0.0) >= _SAME for k in group)
            and not any(severed(draft, likely[k]) for k in group)
        ]
        best = max(likeness, default=(0.0, 0))
        if best[0] >= _SAME:
            groups[-best[1]].append(n)
        else:
            groups.append([n])
    return [[likely[n] for n in group] for group in groups]


def _close(likely: list[Draft], alike: Alike) -> dict[tuple[int, int], float]:
    """How likely candidates of one type that stand near each other are one act, either way round; those that the rules join are."""
    places: list[tuple[int, int]] = []
    for type_ in {d.type for d in likely}:
        order = sorted((n for n, d in enumerate(likely) if d.type == type_), key=lambda n: likely[n].evidence[0])
        for at, n in enumerate(order):
            places += [(n, k) for k in order[at + 1 : at + 1 + _REACH]]
    pairs = [(likely[n], likely[k], same_act(likely[n], likely[k])) for n, k in places]
    chances = alike(pairs).tolist() if pairs else []
    joined = [max(chance, _SAME) if rule else chance for chance, (_, _, rule) in zip(chances, pairs, strict=True)]
    return {key: chance for (n, k), chance in zip(places, joined, strict=True) for key in ((n, k), (k, n))}


def _one(group: list[Draft]) -> Draft:
    """The surest of those who tell one act, with what the others add: of those that only look alike nothing but their words."""
    general = _in_general(group)
    first = max(general or group, key=lambda d: d.confidence - _RIVAL * d.rival)
    for other in sorted((d for d in group if d is not first), key=lambda d: d.evidence[0]):
        before, after = sorted((first, other), key=lambda d: d.evidence[0])
        (_merge if same_act(before, after) else _retold)(first, other)
    if general:
        first.participants = [(role, ref) for role, ref in first.participants if ref.party not in _VAGUE]
    return first


def _in_general(group: list[Draft]) -> list[Draft]:
    """Who tell in general words whom others name: "met foreign envoys. The meeting was attended by the envoys of A and B"."""
    vague = [d for d in group if d.type == "CONSULT" and d.parties() & _VAGUE]
    named = frozenset[str]().union(*(d.parties() for d in group if _again(d) and d not in vague))
    return vague if vague and named.difference(*(d.parties() for d in vague)) else []


def _twin(kept: list[Draft], draft: Draft) -> Draft | None:
    """The act that a draft tells again: the first told, but for what goes on from an occasion the last before it."""
    same = [k for k in kept if same_act(k, draft)]
    before = [k for k in same if k.evidence[0] <= draft.evidence[0]]
    return before[-1] if draft.resumed and before else next(iter(same), None)


def complete(draft: Draft) -> bool:
    """Whether an event has the parties that the codebook requires of its type."""
    if not draft.parties("source", "host"):
        return False
    if draft.type == "CONSULT" and draft.mode in ("meet", "call"):
        return len(draft.refs()) > 1 and len(draft.parties()) > 1
    return (draft.type, draft.mode) in NO_TARGET or bool(draft.parties("target"))


def _hosted(kept: list[Draft]) -> list[Draft]:
    """Hosts and mediators of an occasion that is told of beside them are part of it, not an event of their own (rule 0)."""
    occasions = [d for d in kept if d.type == "CONSULT" and d.mode in ("meet", "attend") and len(d.refs()) > 0]
    left = []
    for draft in kept:
        role = _THIRD.get(draft.mode) if draft.type == "CONSULT" else None
        beside = [o for o in occasions if _beside(draft, o)] if role and not draft.parties("target") else []
        if not role or not beside:
            left.append(draft)
            continue
        nearest = min(beside, key=lambda o: abs(o.evidence[0][0] - draft.evidence[0][0]))
        present = nearest.parties()
        nearest.participants += [(role, r) for r in draft.refs("source") if r.party not in present]
        nearest.evidence += [s for s in draft.evidence if s not in nearest.evidence]
    return left


def _beside(draft: Draft, occasion: Draft) -> bool:
    gap = max(occasion.evidence[0][0] - draft.evidence[0][1], draft.evidence[0][0] - occasion.evidence[0][1])
    return occasion.status == draft.status and gap < _BESIDE


def _likely(drafts: list[Draft], floor: float) -> list[Draft]:
    """Drafts above the floor: body before headline and deed before purpose, so that these only add what is not told elsewhere."""
    surest: dict[tuple[int, int], float] = {}
    for d in drafts:
        surest[d.page.base, d.token.i] = max(d.confidence, surest.get((d.page.base, d.token.i), 0.0))
    likely = [
        d
        for d in drafts
        if d.confidence >= max(floor, d.rival * (surest[d.page.base, d.token.i] - _BEHIND))
        and not _self_talk(d)
        and not _at_home(d)
        and not _played(d)
    ]
    return sorted(likely, key=lambda d: (d.page.block.kind == "headline", d.governor == "purpose", d.evidence[0]))


def _self_talk(draft: Draft) -> bool:
    sources, targets = draft.parties("source"), draft.parties("target")
    if draft.type not in _WITHIN and len(sources | targets) > 1 and len({p[:3] for p in sources | targets}) == 1:
        return not any(p.endswith(_CONTESTED) for p in sources | targets)
    return bool(sources) and sources == targets and len(sources) == 1


def _at_home(draft: Draft) -> bool:
    """Whether somebody only goes about in the own country."""
    return draft.mode == "visit" and bool(draft.goal) and draft.goal <= {p[:3] for p in draft.parties("source")}


def _played(draft: Draft) -> bool:
    """Whether countries only meet or beat each other at a game: its sentence has a score or a player's words, and no official."""
    sentence = draft.token.sent
    game = bool(_SCORE.search(sentence.text)) or any(t.lower_ in words("games") for t in sentence)
    return game and draft.type in _PLAYED and not any(ref.rank for ref in draft.refs())


def same_act(a: Draft, b: Draft) -> bool:
    """Whether the rules hold two candidates for one act."""
    if a.type != b.type or not _status_fits(a, b):
        return False
    if a.type == "CONSULT":
        return _same_occasion(a, b)
    if a.type in _SPEECH:
        return a.mode == b.mode and _overlap(a, b, "source") and _overlap(a, b, "target")
    return a.mode == b.mode and a.parties("source") == b.parties("source") and a.parties("target") == b.parties("target")


def _status_fits(a: Draft, b: Draft) -> bool:
    """The same status, or told first as to come and then as done (then it happened)."""
    x, y = a.status in ENGAGING, b.status in ENGAGING
    if a.type == "CONSULT" and {a.frame.pos, b.frame.pos} == {"N", "V"} and a.mode == b.mode == "visit":
        return True
    if a.type == "CONSULT" and "purpose" in (a.governor, b.governor) and a.parties() == b.parties():
        return {a.status, b.status} <= {"planned", "happened"}
    return a.status == b.status or (x and y)


def _overlap(a: Draft, b: Draft, role: str) -> bool:
    x, y = a.parties(role), b.parties(role)
    return x == y or bool(x and y and (x <= y or y <= x))


def _same_occasion(a: Draft, b: Draft) -> bool:
    if (a.mode in TOGETHER) != (b.mode in TOGETHER) or (a.mode not in TOGETHER and a.mode != b.mode):
        return False
    x, y = a.parties(), b.parties()
    if not x or not y:
        return x == y
    if a.mode == b.mode == "visit":
        here, there = a.goal, b.goal
        return x == y and (not here or not there or bool(here & there))
    here_too = b.resumed and b.frame.trigger in words("being_there")
    if not (here_too or _same_people(a, b)) or (
        {a.mode, b.mode} == {"meet", "call"} and not {a.frame.trigger, b.frame.trigger} & _TALKING
    ):
        return False
    if ((a.apart or b.apart) and x != y) or (b.other_time and a.page.block.kind == b.page.block.kind and not b.resumed):
        return False
    if a.goal and b.goal and not a.goal & b.goal:
        return False
    if b.resumed and a.mode in ("meet", "host", "attend") and 0 <= b.evidence[0][0] - a.evidence[0][0] < _NEAR:
        return True
    if {a.mode, b.mode} & {"attend", "host"} and a.mode != b.mode and not _told_together(a, b):
        return False
    x = (x - _VAGUE if _again(b) else x) or x
    return x <= y or y <= x


def _again(draft: Draft) -> bool:
    """Whether an occasion is one that was told of before: "*the* meeting was attended by ..."."""
    return draft.resumed or any(c.lower_ in ("the", "this") for c in draft.token.children if c.dep_ == "det")


def _told_together(a: Draft, b: Draft) -> bool:
    return any(s[0] < t[1] and t[0] < s[1] for s in a.evidence for t in b.evidence)


def _same_people(a: Draft, b: Draft) -> bool:
    """Whether no party sends one person to the one and another person to the other, and nobody new is met at a conference."""
    small, large = sorted((a, b), key=lambda d: len(d.parties()))
    if len(large.parties()) > _CONFERENCE > len(small.parties()) and not small.resumed:
        there = {name_of(r) for r in large.refs() if r.kind == "person"}
        if not {name_of(r) for r in small.refs() if r.kind == "person"} <= there:
            return False
    for party in a.parties() & b.parties():
        here, there = ({name_of(r) for r in d.refs() if r.party == party and r.kind == "person"} for d in (a, b))
        if here and there and not here & there:
            return False
    return True


def _merge(kept: Draft, other: Draft) -> None:
    """Let ``kept`` take what ``other`` adds: participants, evidence, the surer confidence."""
    if kept.frame.pos == "N" and other.frame.pos == "V" and kept.mode == "visit" and kept.governor != YET:
        kept.status = other.status
    for role, ref in other.participants:
        somebody = ref.party is not None or ref.kind == "person"
        if somebody and not any(_same_one(ref, r) for _, r in kept.participants):
            taken: Role = role
            if kept.type == "CONSULT":
                other_side: Role = _THIRD.get(other.mode, "target") if _again(other) else role
                taken = next((k for k, r in kept.participants if r.party == ref.party), other_side)
            kept.participants.append((taken, ref))
    if other.mode == "call" and kept.mode == "meet" and kept.frame.trigger in _TALKING and not other.rival:
        kept.mode = "call"  # "spoke with" does not say how, "the call" does
    _retold(kept, other)


def _retold(kept: Draft, other: Draft) -> None:
    """Let ``kept`` take the words that tell it again."""
    kept.evidence += [s for s in other.evidence if not any(t[0] <= s[0] and s[1] <= t[1] for t in kept.evidence)]
    kept.confidence = max(kept.confidence, other.confidence)
    kept.merged = (*kept.merged, other.frame.id)


def _same_one(a: Ref, b: Ref) -> bool:
    if a.party != b.party:
        return False
    if a.actor or b.actor:
        return a.actor == b.actor or (a.via in _ANAPHORIC or b.via in _ANAPHORIC)
    low, other = set(a.name.lower().split()), set(b.name.lower().split())
    return bool(low & other - words("honorific")) or a.via in _ANAPHORIC or a.kind != "person"


_ANAPHORIC = {"pronoun", "set", "role", "speaker", "issuer", "country", "body", "default"}
