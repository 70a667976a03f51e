"""The whole sentences in which something stands: a few words torn from theirs say less than the writer did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_END = re.compile(r"[.!?][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9])|\n\s*\n|\n(?=\s*[-•*–])")
_CLOSED = re.compile(r"[.!?][\"”’)\]]*$")
_SHORT = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|Gen|Lt|Col|Maj|Sgt|Prof|Rev|Hon|Amb|No|vs|etc|approx|[A-WYZ])|\b[A-Z]\.[A-Z])\.$")
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w'’\-]+")
_OPENING = re.compile(
    r"[\"“]?(?:(?:He|She|They|It|His|Her|Their|Its|Both|This|These|Those|Such|Nor|Neither|The (?:source|latter|former))\b"
    r"|That(?=,| (?:is|was|would|will|has|had|should|may)\b)"
    # a thing of which the page spoke before, and which nothing here names; a label of a list, what only goes on
    r"|The (?:\w+ )?(?:text|building|measure|document|author|article|order|decision|list|agency|site|outlet|groups|restriction)\b"
    r"(?! (?:of|on|by|for|that|which|to)\b|,? (?:called|named)\b)"
    r"|(?:Measures?|Grounds?|Content|Reasons?|Outcome)\b[:,]|And "
    r"|One (?:of (?:them|these|those)|(?:judg|argu|say|think|hold|believ)e?s)\b)"
)
_OFFICE = ("The source", "The latter", "The former")
"""How a sentence begins that means somebody by the part that they have in it, and so says something all the same."""
_PERSON = re.compile(
    r"\b(?:he|she|him|herself|himself|hers?|his|(?:this|that|these|those) (?:group|man|woman|men|people)"
    r"|(?<=, )(?:it|they) (?:recalls?|adds?|added|says?|said|notes?|noted|writes?|wrote|argues?|argued|stress(?:es|ed)?)(?=,))\b",
    re.IGNORECASE,
)
OPENING_PRONOUN = re.compile(r"(?:He|She|They|It|Both)\b")
"""What stands for somebody at a sentence's beginning."""
MANY = re.compile(r"(?:They|Both|It)\b")
"""The same of several, or of no person."""
PRONOUN = "he"
"""A word that stands for somebody."""
STANDING = re.compile(r"\b(?:they|it|both)\b", re.IGNORECASE)
"""What stands for a party."""
FIRST_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
"""What stands for one person."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = "|".join(f"{name}[a-z]*" for name in _MONTHS)
_DATELINE = re.compile(
    rf"(?:(?P<d>\d{{1,2}}) (?P<m>{_NAMES}) (?P<y>\d{{4}})|(?P<m2>{_NAMES}) (?P<d2>\d{{1,2}}), (?P<y2>\d{{4}}))\s*[.:–-]"
)
_FEW = 9
"""Words below which a sentence tells too little."""
_REACH = 600
"""Code points to either side within which a sentence is looked for; beyond it the words are cut as they stand."""


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentences of ``text`` that hold ``[start, end)``, without the blanks at either end."""
    start, end = min(start, len(text)), min(end, len(text))
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    first, last = low, high
    for found in _END.finditer(text, low, high):
        if _SHORT.search(text, max(0, found.start() - 8), found.start() + 1):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() + 1 >= end:
            last = found.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def every(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of the sentences of ``text``, in order."""
    at = len(text) - len(text.lstrip())
    while at < len(text):
        first, last = around(text, at, at + 1)
        yield first, last
        end = max(last, at + 1)
        at = end + len(text[end:]) - len(text[end:].lstrip())


def before(text: str, first: int) -> int | None:
    """Where the sentence before the one that begins at ``first`` begins; a heading is none."""
    end = len(text[:first].rstrip())
    if not end or not _CLOSED.search(text, max(0, end - 3), end):
        return None
    start = around(text, end - 1, end)[0]
    return start if start < first else None


def following(text: str, last: int, most: int) -> str:
    """The sentences after the one that ends at ``last``, at most so many, whatever paragraphs they stand in."""
    start = end = last + len(text[last:]) - len(text[last:].lstrip())
    for _ in range(most):
        at = end + len(text[end:]) - len(text[end:].lstrip())
        if at >= len(text):
            break
        end = around(text, at, at + 1)[1]
    return text[start:end]


def dateline(text: str) -> str | None:
    """The day (``2023-11-24``) with which a text begins as a heading of its own: "24 November 2023. He lands"."""
    found = _DATELINE.match(text)
    if found is None:
        return None
    day, month, year = (found["d"], found["m"], found["y"]) if found["d"] else (found["d2"], found["m2"], found["y2"])
    return f"{year}-{_MONTHS.index(month[:3]) + 1:02}-{int(day):02}"


def leans(sentence: str, text: str, ordinary: Callable[[str], bool]) -> bool:
    """Whether a sentence cannot be understood by itself: of few words, or with a pronoun for somebody whom it has not named.

    Args:
        sentence: The sentence.
        text: The text in which it stands.
        ordinary: Whether a word, capital or not, is no person's name.
    """
    return len(sentence.split()) < _FEW or unnamed(sentence, text, ordinary)


def unnamed(sentence: str, text: str, ordinary: Callable[[str], bool]) -> bool:
    """Whether a sentence has a pronoun for somebody whom it has not named; the arguments are those of ``leans``."""
    if _OPENING.match(sentence):
        return True
    pronoun = _PERSON.search(sentence)
    return pronoun is not None and not any(_name(found, text, ordinary) for found in _CAPITAL.finditer(sentence[: pronoun.start()]))


def adrift(sentence: str, text: str, ordinary: Callable[[str], bool]) -> bool:
    """Whether a sentence says nothing by itself, as a pronoun in it may mean anybody; the arguments are those of ``leans``."""
    return unnamed(sentence, text, ordinary) and not sentence.startswith(_OFFICE)


def _name(found: re.Match[str], text: str, ordinary: Callable[[str], bool]) -> bool:
    """Whether a capital is a name's: that at a sentence's beginning only where the word has one elsewhere too."""
    word = found[0]
    return not ordinary(word) and (found.start() > 0 or re.search(rf"(?<=[\w,;] ){re.escape(word)}\b", text) is not None)
