"""What the coder has in hand before it decides, and what it would say with a stage switched off.

The coder is not touched for this: its candidates carry the name of the rule that resolved each participant, so a stage is
switched off by taking back what its rules resolved, or by withholding what it reads, and then deciding as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from verbale.coding import decide as deciding
from verbale.coding.coder import Coder, gate
from verbale.coding.draft import Draft
from verbale.coding.scan import scan
from verbale.model import Document
from verbale.scoring.acts import Act
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
    drafts = _drafts(document, case, settings)
    candidates = tuple(_act(d) for d in drafts)
    return Staged(candidates=candidates, without=_ablated(document, case, settings, drafts) if ablate else {})


def _ablated(document: Document, case: str, settings: Settings, drafts: Sequence[Draft]) -> dict[str, tuple[Act, ...]]:
    bare = msgspec.structs.replace(document, published=None, publisher=None)
    return {
        WHOLE: _decided(drafts),
        **{f"without {stage}": _decided(_unresolved(drafts, rules)) for stage, rules in RESOLVED.items()},
        "without deciding": tuple(_act(d) for d in drafts if d.confidence >= deciding.FLOOR),
        "without date and publisher": _decided(_drafts(bare, case, settings)),
        "without the case": _decided(drafts if case == "none" else _drafts(document, "none", settings)),
    }


def _drafts(document: Document, case: str, settings: Settings) -> list[Draft]:
    """The candidates, as the coder has them; none where it would not read the document at all."""
    hits = scan(document.text, case)
    if document.language not in (None, "", "en") or not gate(hits):
        return []
    return Coder(case, settings).drafts(document, hits)[0]


def _decided(drafts: Sequence[Draft]) -> tuple[Act, ...]:
    # deciding joins drafts in place, and they are needed again
    return tuple(_act(d) for d in deciding.decide([_copy(d, lambda party, _: party) for d in drafts]))


def _unresolved(drafts: Sequence[Draft], rules: frozenset[str]) -> list[Draft]:
    """The candidates, with nobody told whom one of the rules resolved."""
    return [_copy(d, lambda party, via: None if via in rules else party) for d in drafts]


def _copy(draft: Draft, party: Callable[[str | None, str], str | None]) -> Draft:
    people = [(role, msgspec.structs.replace(ref, party=party(ref.party, ref.via))) for role, ref in draft.participants]
    return msgspec.structs.replace(draft, participants=people, evidence=[*draft.evidence])


def _act(draft: Draft) -> Act:
    return {
        "type": draft.type,
        "mode": draft.mode,
        "status": draft.status,
        "participants": [{"name": r.name, "party": r.party, "role": role} for role, r in draft.participants],
        "evidence": list(draft.evidence),
        "complete": deciding.complete(draft),
    }
