"""Whose turn it is in a transcript: the label before a line ("SECRETARY ROE:", "Q:"), which holds until the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verbale.coding.lexicon import roles, words
from verbale.coding.scan import scan
from verbale.coding.scene import Ref, Scene

_WORD = r"(?:[A-Z][\w.'’-]*|of|the|and|for)"
_LABEL = re.compile(rf"\s*(?P<who>{_WORD}(?: {_WORD}){{0,6}})(?: \([^)]{{1,60}}\))?:\s+(?=\S)")
_OFTEN = 2
"""How many lines with labels make a transcript where none of them is in capitals or asks."""


def label(line: str) -> re.Match[str] | None:
    """The label at the head of a line, with the colon and the space behind it."""
    return _LABEL.match(line[:120])


def transcribed(lines: Sequence[str]) -> frozenset[str]:
    """The labels of a transcript: somebody speaks more than once, asks, or has a title in capitals; none of any other text."""
    told = Counter(found["who"] for line in lines if (found := label(line)))
    again = [who for who, times in told.items() if times >= _OFTEN]
    sure = [who for who in told if who.isupper() and _titled(who)]
    asking = [who for who in told if who.lower() in words("asking")]
    if sure or (len(told) > 1 and (again or asking)):
        return frozenset(told)
    return frozenset()


def speaking(who: str | None, scene: Scene) -> tuple[Ref, ...] | None:
    """Who says "we" in a turn with a label: nobody where it is not told; ``None`` outside transcripts."""
    if who is None:
        return None
    ref = _speaker(who, scene)
    return (ref,) if ref else ()


def _speaker(who: str, scene: Scene) -> Ref | None:
    """Whom a label stands for: a person or office that it names, one whom the text introduces, else an official of the house."""
    name = who if not who.isupper() else who.title().replace(" Of ", " of ")
    if name.lower().removeprefix("the ") in words("asking"):
        return None
    entries = [entry for hit in scan(name, scene.world.case) for entry in hit.entries if entry.kind not in ("place", "forum")]
    known = scene.recall(name.split()[-1])
    party = known.party if known else next((p for entry in entries if (p := scene.party(entry))), None)
    party = party or (scene.issuer if _titled(who) else None)
    actor = known.actor if known else None
    return Ref(start=0, end=0, name=name, kind="person", party=party, actor=actor, via="speaker", sure=0.8) if party else None


def _titled(who: str) -> bool:
    """Whether a label has an office or a form of address in it."""
    told = [w.strip(".") for w in who.lower().split()]
    return any(w in roles() or w in words("honorific") for w in told) or " ".join(told[-2:]) in roles()
