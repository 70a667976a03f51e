"""What the coder has in hand before it decides, and what it would say with a stage switched off.

The coder is not touched for this: its candidates carry the name of the rule that resolved each participant, so a stage is
switched off by taking back what its rules resolved, or by withholding what it reads, and then ranking and deciding as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from verbale.coding import decide as deciding
from verbale.coding.coder import Coder, gate
from verbale.coding.draft import Draft
from verbale.coding.scan import scan
from verbale.coding.scene import Group
from verbale.model import Document
from verbale.scoring.acts import Act, sides
from verbale.scoring.coreference import Mention
from verbale.scoring.pairing import overlap
from verbale.settings import Settings

RESOLVED: dict[str, frozenset[str]] = {
    "pronouns and sets": frozenset({"pronoun", "set"}),
    "roles and bodies named before": frozenset({"role", "country", "body"}),
    "who speaks": frozenset({"speaker", "issuer", "voice"}),
    "whom it is aimed at": frozenset({"doer of the deed", "interlocutor", "focus", "visited country"}),
}
"""Stages that resolve somebody who is not named, with the names of their rules."""
WHOLE = "everything"


class Staged(msgspec.Struct, frozen=True, kw_only=True):
    """The candidates and mentions of a document, and its acts by the stage that was switched off (``everything``: none was)."""

    candidates: tuple[Act, ...] = ()
    mentions: tuple[Mention, ...] = ()
    without: dict[str, tuple[Act, ...]] = {}


def staged(document: Document, case: str, settings: Settings, *, ablate: bool = False) -> Staged:
    """What the stages have in hand of a document; ``without`` is empty unless ``ablate``."""
    coder = Coder(case, settings)
    drafts, groups = _read(document, coder)
    candidates = tuple(_candidate(d) for d in drafts)
    without = _ablated(document, coder, drafts) if ablate else {}
    return Staged(candidates=candidates, mentions=_mentions(drafts, groups), without=without)


def among(act: Act, candidates: Sequence[Act]) -> bool:
    """Whether an act is among the candidates: one of its type reports the same words and has all of its parties at hand."""
    parties = set().union(*sides(act))
    return any(c["type"] == act["type"] and overlap(act, c) > 0 and parties <= set(c["offered"]) for c in candidates)


def _ablated(document: Document, coder: Coder, drafts: Sequence[Draft]) -> dict[str, tuple[Act, ...]]:
    bare = msgspec.structs.replace(document, published=None, publisher=None)
    settings = coder.settings
    grammar = Coder(coder.case, msgspec.structs.replace(settings, ranker=False))
    anywhere = Coder("none", settings)
    return {
        WHOLE: _decided(drafts, coder),
        "the grammar alone": _decided(drafts, grammar),
        **{f"without {stage}": _decided(_unresolved(drafts, rules), coder) for stage, rules in RESOLVED.items()},
        "without date and publisher": _decided(_read(bare, coder)[0], coder),
        "without the case": _decided(drafts if coder.case == "none" else _read(document, anywhere)[0], anywhere),
    }


def _read(document: Document, coder: Coder) -> tuple[list[Draft], list[Group]]:
    """The candidates and what noun phrases named, as the coder has them; none where it would not read the document at all."""
    hits = scan(document.text, coder.case)
    if document.language not in (None, "", "en") or not gate(hits):
        return [], []
    drafts, _, scene, _ = coder.read(document, hits)
    return drafts, list(scene.everybody())


def _mentions(drafts: Sequence[Draft], groups: Sequence[Group]) -> tuple[Mention, ...]:
    """Whom words stand for: in an act whose speaker they are, else as they were read in passing, else in any candidate."""
    spoken = [r for d in drafts for r in d.refs() if r.via in RESOLVED["who speaks"]]
    found: dict[tuple[int, int], set[str]] = {}
    for refs in (spoken, [r for g in groups for r in g.refs], [r for d in drafts if d.held for r in d.refs()]):
        here: dict[tuple[int, int], set[str]] = {}
        for ref in refs:
            here.setdefault((ref.start, ref.end), set()).update([ref.party] if ref.party else [])
        found = {**here, **{place: parties for place, parties in found.items() if parties}}
    return tuple(Mention(start=a, end=b, parties=frozenset(parties)) for (a, b), parties in sorted(found.items()))


def _decided(drafts: Sequence[Draft], coder: Coder) -> tuple[Act, ...]:
    # ranking and deciding change drafts in place, and they are needed again
    return tuple(_act(d) for d in coder.decide([_copy(d, lambda party, _: party) for d in drafts]))


def _unresolved(drafts: Sequence[Draft], rules: frozenset[str]) -> list[Draft]:
    """The candidates, with nobody told whom one of the rules resolved."""
    return [_copy(d, lambda party, via: None if via in rules else party) for d in drafts]


def _copy(draft: Draft, party: Callable[[str | None, str], str | None]) -> Draft:
    people = [(role, msgspec.structs.replace(ref, party=party(ref.party, ref.via))) for role, ref in draft.participants]
    offers = [o for o in draft.offers if party(o.party, o.ref.via)]
    return msgspec.structs.replace(draft, participants=people, evidence=[*draft.evidence], offers=offers)


def _candidate(draft: Draft) -> Act:
    at = draft.page.start(draft.token)
    frame = ".".join((draft.frame.trigger, draft.frame.pos.lower(), draft.type, draft.mode))
    fired = draft.held and not draft.rival
    return {**_act(draft), "offered": [o.party for o in draft.offers], "frame": frame, "at": at, "fired": fired}


def _act(draft: Draft) -> Act:
    return {
        "type": draft.type,
        "mode": draft.mode,
        "status": draft.status,
        "participants": [{"name": r.name, "party": r.party, "role": role} for role, r in draft.participants],
        "evidence": list(draft.evidence),
        "complete": deciding.complete(draft),
    }
