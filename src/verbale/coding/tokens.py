"""A parsed text as plain objects: its words, stretches of them, and the whole; all under the names that spaCy has for them.

They are read off spaCy's parse once. What spaCy works out anew whenever it is asked, here only has to be looked up; the coder asks
hundreds of times of every word.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, TypeVar, cast, overload

Answer = TypeVar("Answer")
_KEPT = 100
"""Words of a phrase up to which it is kept; longer ones are walked through again."""
UNBREAKING = "\u2011"
_QUOTES = ('"', "``", "''")


class Token:
    """A word: what the parse says of it, the word that it hangs on (at the root itself), and those that hang on it, in order."""

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_punct", "is_quote", "is_space",
        "known", "left_edge", "lemma_", "lower_", "pos_", "right_edge", "sent", "tag_", "text",
    )  # fmt: skip
    children: tuple[Token, ...]
    head: Token
    left_edge: Token
    right_edge: Token
    sent: Span

    def __init__(self, doc: Text, parsed: Any) -> None:
        """Copy what spaCy says of the word by itself; its text ties it to the others."""
        self.doc = doc
        self.i: int = parsed.i
        self.idx: int = parsed.idx
        # a hyphen that does not break was put in so that the parser keeps a word together: nobody has to see it
        self.text: str = parsed.text.replace(UNBREAKING, "-")
        self.lower_: str = parsed.lower_.replace(UNBREAKING, "-")
        self.lemma_: str = parsed.lemma_.replace(UNBREAKING, "-")
        self.tag_: str = parsed.tag_
        self.pos_: str = parsed.pos_
        self.dep_: str = parsed.dep_
        self.ent_type_: str = parsed.ent_type_
        self.is_space: bool = parsed.is_space
        self.is_punct: bool = parsed.is_punct
        self.is_quote: bool = parsed.is_quote
        self.known: dict[Callable[[Token], Any], Any] = {}
        self._subtree: tuple[Token, ...] | None = None

    def __repr__(self) -> str:
        return self.text

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The word with everything below it, in order."""
        if self._subtree is not None:
            return self._subtree
        found = tuple(self._walk())
        # what a chain of a thousand words keeps for each of them would be half a million words
        if len(found) <= _KEPT:
            self._subtree = found
        return found

    def _walk(self) -> Iterator[Token]:
        """What stands to the left below it, itself, what stands to the right; without recursion, as a list can have 1,000 names."""
        ahead: list[tuple[Token, bool]] = [(self, False)]
        while ahead:
            token, entered = ahead.pop()
            if entered or not token.children:
                yield token
                continue
            ahead += [(c, False) for c in reversed(token.children) if c.i > token.i]
            ahead.append((token, True))
            ahead += [(c, False) for c in reversed(token.children) if c.i < token.i]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above it, the nearest first."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    def nbor(self, by: int = 1) -> Token:
        """The word so many places further on."""
        if self.i + by < 0:
            raise IndexError(f"there is no word {-by} before {self.text}")
        return self.doc[self.i + by]


def once(question: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A question of a word that is answered once, since what is parsed does not change; for answers that nobody changes either."""

    @functools.wraps(question)
    def answer(token: Token) -> Answer:
        if question not in token.known:
            token.known[question] = question(token)
        return cast(Answer, token.known[question])

    return answer


class Span:
    """The words ``[start, end)`` of a text; ``label_`` is the kind of name that it is, if it is one."""

    __slots__ = ("_words", "doc", "end", "label_", "start")

    def __init__(self, doc: Text, start: int, end: int, label: str = "") -> None:
        """Take the words out of their text."""
        self.doc, self.start, self.end, self.label_ = doc, start, end, label
        self._words = doc.words[start:end]

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        return self._words[at]

    @property
    def start_char(self) -> int:
        """Where its first word begins in the text."""
        return self._words[0].idx

    @property
    def end_char(self) -> int:
        """Where its last word ends in the text."""
        return self._words[-1].idx + len(self._words[-1].text)

    @property
    def text(self) -> str:
        """Its words as they stand there."""
        return self.doc.text[self.start_char : self.end_char] if self._words else ""

    @property
    def root(self) -> Token:
        """The word that the others hang on: the root of a sentence, else the highest of those that hang on a word outside."""
        at_root = next((t for t in self._words if t.head is t), None)
        outer = (t for t in self._words if not self.start <= t.head.i < self.end)
        return at_root or min(outer, key=_depth)


def _depth(token: Token) -> int:
    """How many words are above one; space and punctuation that nothing hangs on count as the lowest."""
    idle = (token.is_space or token.is_punct) and not token.children
    return len(token.doc) - 1 if idle else sum(1 for _ in token.ancestors)


class Text:
    """A parsed text: its words, its sentences, and the names in it."""

    def __init__(self, parsed: Any) -> None:
        """Read spaCy's ``Doc``."""
        self.text: str = parsed.text.replace(UNBREAKING, "-")
        self.words = [Token(self, each) for each in parsed]
        self._begins = [word.idx for word in self.words]
        self._tie(parsed)
        self.ents = [Span(self, each.start, each.end, each.label_) for each in parsed.ents]
        self.sents = [Span(self, each.start, each.end) for each in parsed.sents]
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence

    def _tie(self, parsed: Any) -> None:
        """Tie every word to the one that it hangs on, and to those between which its phrase stands."""
        below: list[list[Token]] = [[] for _ in self.words]
        for word, each in zip(self.words, parsed, strict=True):
            word.head = self.words[each.head.i]
            word.left_edge, word.right_edge = self.words[each.left_edge.i], self.words[each.right_edge.i]
            if word.head is not word:
                below[word.head.i].append(word)
        for word, children in zip(self.words, below, strict=True):
            word.children = tuple(children)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, int):
            return self.words[at]
        start, end, _ = at.indices(len(self.words))
        return Span(self, start, max(start, end))

    def over(self, start: int, end: int) -> Span:
        """The words over the characters ``[start, end)``, those in part as well; none where that is no stretch of the text."""
        if not 0 <= start < end <= len(self.text):
            return self[0:0]
        first = bisect_right(self._begins, start) - 1
        between = start == self.words[first].idx + len(self.words[first].text)
        return self[first + between : bisect_right(self._begins, end - 1)]

    @functools.cached_property
    def quoted(self) -> list[bool]:
        """For every word, whether it stands inside quotation marks."""
        marks = accumulate((word.text in _QUOTES for word in self.words), initial=0)
        return [count % 2 == 1 for count in marks]
