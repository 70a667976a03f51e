"""One parsed block with the catalogue's hits laid over its tokens."""

from __future__ import annotations

from verbale.catalogue.dates import within
from verbale.catalogue.world import Entry
from verbale.coding.scan import Hit
from verbale.coding.segment import Block
from verbale.coding.tokens import Text, Token

_ORDER = ("person", "authority", "organisation", "body", "state", "demonym", "people", "metonym", "capital", "forum", "place")
_LEFT = {
    "det",
    "amod",
    "compound",
    "poss",
    "nummod",
    "nmod",
    "quantmod",
    "predet",
    "advmod",
    "npadvmod",
    "punct",
    "case",
    "cc",
    "conj",
}


class Page:
    """A block, its parsed text, and for every token the hit that covers it."""

    def __init__(self, block: Block, doc: Text, hits: list[Hit]) -> None:
        """Lay those of the document's ``hits`` that fall into the block over its tokens."""
        self.block = block
        self.doc = doc
        self.base = block.start
        self.cover: dict[int, tuple[int, int, Hit]] = {}
        self.items: list[Page] = []
        self._chains: dict[int, list[int]] = {}
        self._roots: dict[tuple[int, int], Token | None] = {}
        for hit in hits:
            if block.start <= hit.start and hit.end <= block.end:
                self._lay(hit)

    def _lay(self, hit: Hit) -> None:
        span = self.doc.over(hit.start - self.base, hit.end - self.base)
        for i in range(span.start, span.end):
            self.cover[i] = (span.start, span.end, hit)

    def chain(self, token: Token) -> list[int]:
        """The indices of a word and of all words above it in its sentence, from the bottom up."""
        if token.i not in self._chains:
            found = [token.i]
            while (head := self.doc[found[-1]].head.i) != found[-1]:
                found.append(head)
            self._chains[token.i] = found
        return self._chains[token.i]

    def root(self, start: int, end: int) -> Token | None:
        """The word that the document's ``[start, end)`` hangs on; ``None`` where that is no stretch of this block."""
        key = start, end
        if key not in self._roots:
            span = self.doc.over(start - self.base, end - self.base)
            self._roots[key] = span.root if span else None
        return self._roots[key]

    def hung(self, start: int, end: int, token: Token) -> Token | None:
        """The word that ``[start, end)`` hangs on, in ``token``'s own sentence; ``None`` where it stands in another."""
        root = self.root(start, end)
        return root if root is not None and root.i != token.i and self.chain(root)[-1] == self.chain(token)[-1] else None

    def start(self, token: Token) -> int:
        """A token's first code point in the document."""
        return int(self.base + token.idx)

    def end(self, token: Token) -> int:
        """The code point after a token's last in the document."""
        return int(self.base + token.idx + len(token.text))

    def left(self, head: Token) -> int:
        """The index of the first token of the noun phrase that ``head`` closes, relative clauses and the like left out."""
        edge = head.i
        for child in sorted((c for c in head.children if c.i < head.i), key=lambda c: -c.i):
            if child.dep_ in _LEFT:
                edge = min(edge, child.left_edge.i if child.dep_ != "punct" else edge)
        return int(edge)

    def hits(self, start: int, end: int) -> list[tuple[int, int, Hit]]:
        """The hits over tokens ``[start, end)``, each once, in order."""
        found: dict[tuple[int, int], tuple[int, int, Hit]] = {}
        for i in range(start, end):
            if i in self.cover:
                span = self.cover[i]
                found[span[0], span[1]] = span
        return list(found.values())


def best(hit: Hit, day: str | None) -> Entry:
    """The reading of an ambiguous name that holds on ``day`` and that the order of kinds prefers."""
    return min(hit.entries, key=lambda e: (not within(day, e.since, e.until), _ORDER.index(e.kind)))


def of_kind(hit: Hit, *kinds: str) -> list[Entry]:
    """The entries of a hit that are of the given kinds."""
    return [e for e in hit.entries if e.kind in kinds]
