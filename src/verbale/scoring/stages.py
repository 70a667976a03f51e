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
from verbale.model import Document
from verbale.scoring.acts import Act, sides
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
    """The candidates of a document, and its acts by the stage that was switched off (``everything``: none was)."""

    candidates: tuple[Act, ...] = ()
    without: dict[str, tuple[Act, ...]] = {}


def staged(document: Document, case: str, settings: Settings, *, ablate: bool = False) -> Staged:
    """What the stages have in hand of a document; ``without`` is empty unless ``ablate``."""
    coder = Coder(case, settings)
    drafts = _drafts(document, coder)
    candidates = tuple({**_act(d), "offered": [o.party for o in d.offers]} for d in drafts)
    return Staged(candidates=candidates, without=_ablated(document, coder, drafts) if ablate else {})


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
        "without date and publisher": _decided(_drafts(bare, coder), coder),
        "without the case": _decided(drafts if coder.case == "none" else _drafts(document, anywhere), anywhere),
    }


def _drafts(document: Document, coder: Coder) -> list[Draft]:
    """The candidates, as the coder has them; none where it would not read the document at all."""
    hits = scan(document.text, coder.case)
    if document.language not in (None, "", "en") or not gate(hits):
        return []
    return coder.drafts(document, hits)[0]


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


def _act(draft: Draft) -> Act:
    return {
        "type": draft.type,
        "mode": draft.mode,
        "status": draft.status,
        "participants": [{"name": r.name, "party": r.party, "role": role} for role, r in draft.participants],
        "evidence": list(draft.evidence),
        "complete": deciding.complete(draft),
    }
