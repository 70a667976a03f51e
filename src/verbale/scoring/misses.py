"""What was missed and what was invented, with the words: the page from which a coder is mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec

from verbale.scoring.acts import Act, complete, sides, status_class, words_of
from verbale.scoring.pairing import pair

WORST = 10


class Error(msgspec.Struct, frozen=True):
    """An act without a counterpart: of the gold (missed) or of what was found (extra), as a line, with its words."""

    document: str
    kind: Literal["missed", "extra"]
    type: str
    act: str
    words: str


def errors(key: str, gold: Sequence[Act], found: Sequence[Act], text: str | None) -> list[Error]:
    """The misses and extras of a document."""
    found = complete(found)
    pairs = pair(gold, found)
    met, of = {p.gold for p in pairs}, {p.found for p in pairs}
    missed = [_error(key, "missed", g, text) for i, g in enumerate(gold) if i not in met]
    return missed + [_error(key, "extra", f, text) for j, f in enumerate(found) if j not in of]


def commonest(errors: Sequence[Error]) -> list[tuple[str, int]]:
    """The kinds of error that occur most, by type and mode of the act."""
    counts = Counter(f"{e.kind} {e.act.partition(':')[0]}" for e in errors)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:WORST]


def _error(key: str, kind: Literal["missed", "extra"], act: Act, text: str | None) -> Error:
    return Error(key, kind, act["type"], describe(act), words_of(act, text or ""))


def describe(act: Act) -> str:
    """An act as one line: what, by whom, to whom, and its status where it did not happen."""
    by, to = ("+".join(sorted(parties)) or "nobody" for parties in sides(act))
    status = status_class(act)
    return f"{act['type']} {act.get('mode')}: {by} > {to}" + (f" ({status})" if status != "happened" else "")
