"""Documents that are copies of others, syndicated or lightly edited: one stands for the rest.

Candidates come from sketches of the documents (MinHash); each is verified on the words themselves. A copy is always a copy of a
document that is none itself, the earliest published, so that nothing hangs on the order of arrival and no chain of small changes
leads far from where it began.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from rensa import RMinHash, RMinHashLSH

from verbale.model import Document

ALIKE = 0.5
"""The share of all runs of words that two documents have in common from which on one is a copy."""
WITHIN = 0.7
"""The share of the shorter document's runs that the longer one has from which on the shorter is a copy, cut."""
ENOUGH = 30
"""Runs of words below which only the very same text is a copy: short notices are alike without being one."""

_RUN = 3
_SKETCH, _BANDS, _SEED = 128, 32, 7
_BATCH = 1_000
_WORD = re.compile(r"\w+")


class Copies(msgspec.Struct, frozen=True):
    """The ids of documents that are copies, each with that of the one which it copies; and a hash of what that was found in."""

    found: dict[str, str]
    of: str


def copied(documents: Iterable[Document]) -> dict[str, str]:
    """The id of each document that is a copy, and that of the document which it copies.

    Args:
        documents: Documents in any order; repetitions count once.
    """
    # rows of a list that somebody keeps are alike without anybody having copied
    distinct = {each.id: each for each in documents if each.format != "table"}
    ordered = sorted(distinct.values(), key=lambda each: (each.published or "9999", each.id))
    originals: list[Document] = []
    index = RMinHashLSH(threshold=ALIKE, num_perm=_SKETCH, num_bands=_BANDS)
    found: dict[str, str] = {}
    for document, sketch in _sketched(ordered):
        original = next((each for n in sorted(index.query(sketch)) if is_copy(document.text, (each := originals[n]).text)), None)
        if original:
            found[document.id] = original.id
        else:
            index.insert(len(originals), sketch)
            originals.append(document)
    return found


def is_copy(text: str, other: str) -> bool:
    """Whether one text is the other, edited or cut."""
    mine, theirs = _kept_runs(text), _kept_runs(other)
    fewer = min(len(mine), len(theirs))
    if fewer < ENOUGH:
        return _WORD.findall(text.casefold()) == _WORD.findall(other.casefold())
    shared = len(mine & theirs)
    return shared >= ALIKE * (len(mine) + len(theirs) - shared) or shared >= WITHIN * fewer


def _sketched(documents: Sequence[Document]) -> Iterator[tuple[Document, RMinHash]]:
    for first in range(0, len(documents), _BATCH):
        batch = documents[first : first + _BATCH]
        sketches = RMinHash.from_token_sets([_runs(each.text) for each in batch], num_perm=_SKETCH, seed=_SEED)
        yield from zip(batch, sketches, strict=True)


def _runs(text: str) -> list[str]:
    """Every few words that stand together; all words where there are no more."""
    words = _WORD.findall(text.casefold())
    return [" ".join(run) for run in zip(*(words[n:] for n in range(_RUN)), strict=False)] or [" ".join(words)]


@functools.lru_cache(maxsize=1_000)
def _kept_runs(text: str) -> frozenset[str]:
    return frozenset(_runs(text))
