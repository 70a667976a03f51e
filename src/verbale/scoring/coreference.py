"""Coreference alone: whether words that name nobody ("he", "we", "the delegation", "both ministers") are read as whom they mean.

Of every participant of coded acts that is written so, the mention is taken that the coder has at these words, before it ranks or
decides. It is right where it stands for all parties that the words are coded as, and for nobody who takes no part in the acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from verbale.coding.lexicon import roles, words
from verbale.coding.scan import scan
from verbale.scoring.gold import Coding
from verbale.scoring.measures import ALL
from verbale.scoring.scores import Key, Scores, share

RIGHT, FOUND = "coreference", "mentioned"
"""The tables of how often anaphors are read rightly, and of how often they are read as anybody at all; by kind."""
KINDS = {
    "first person": frozenset(["i", "me", "my", "mine", "we", "us", "our", "ours", "ourselves"]),
    "possessive": frozenset(["his", "its", "their", "theirs", "hers"]),
    "pronoun": frozenset(["he", "him", "she", "her", "it", "they", "them", "himself", "herself", "itself", "themselves"]),
}
"""Kinds of single words; the others are told by their head: ``set``, ``body``, ``role``."""
_SETS = frozenset(
    [
        "both",
        "all",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "pair",
        "duo",
        "trio",
        "quartet",
        "sides",
        "parties",
        "participants",
    ]
)
_STANDING = frozenset(["visitor", "guest", "host", "counterpart", "interlocutor"])
_BODIES = frozenset(["side", "delegation", "party", "neighbour", "neighbor"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "all", "his", "her", "its", "their", "our", "my"])
_BEHIND = re.compile(r"\s+(?:of|from|for|in|at|to|who|that|which|on|with)\s|[,(]")
_NAMED = re.compile(r"\b[A-Z]\w")
_LIKE = 0.3
"""How far the characters of a mention and of the coded words overlap at least, for the mention to stand at these words."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that the coder takes for somebody, with the parties that they stand for in its reading."""

    start: int
    end: int
    parties: frozenset[str]


class Anaphor(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name nobody, with all parties that they are coded as, and those who take part with them in the same acts."""

    kind: str
    start: int
    end: int
    parties: frozenset[str]
    beside: frozenset[str]


def anaphors(document: Coding) -> Iterator[Anaphor]:
    """The participants of a document's acts whose words name nobody, each place in the text once; none without the words."""
    parties: dict[tuple[int, int], set[str]] = {}
    beside: dict[tuple[int, int], set[str]] = {}
    for act in document.events if document.text is not None else ():
        known = [p for p in act["participants"] if p.get("party")]
        for who in (p for p in known if "start" in p):
            place = who["start"], who["end"]
            parties.setdefault(place, set()).add(who["party"])
            beside.setdefault(place, set()).update(p["party"] for p in known)
    for start, end in sorted(parties):
        if kind := kind_of((document.text or "")[start:end]):
            place = start, end
            told, others = frozenset(parties[place]), frozenset(beside[place])
            yield Anaphor(kind=kind, start=start, end=end, parties=told, beside=others)


def kind_of(name: str) -> str | None:
    """Which kind of anaphor words are; ``None`` where they name somebody, or somebody new ("an envoy", "four states")."""
    low = name.lower().replace("\u2019", "'").removesuffix("'s").removesuffix("'")
    single = next((kind for kind, members in KINDS.items() if low in members and name != "US"), None)
    if single or not low or scan(name, "none"):
        return single
    parts = _BEHIND.split(low)[0].split()
    behind = name[len(" ".join(parts)) :]
    if not parts or parts[0] not in _DEFINITE or _NAMED.search(behind) or (_NAMED.search(name[1:]) and not _titular(parts)):
        return None
    return _headed(parts)


def _titular(parts: list[str]) -> bool:
    """Whether words in capitals are an office or one word for a body, not the name of somebody: "the Acting Foreign Minister"."""
    return len(parts) == 2 or " ".join(parts[1:]) in roles() or " ".join(parts[2:]) in roles()


def _headed(parts: list[str]) -> str | None:
    """The kind that the last word gives."""
    head, single = parts[-1], parts[-1].removesuffix("s")
    longest = (" ".join(parts[-n:]) for n in range(min(4, len(parts)), 0, -1))
    office = next((roles()[t] for t in longest if t in roles()), None) or roles().get(single)
    if head in _SETS or {*parts[:2]} & _SETS or (head in words("sets") and head != single):
        return "set"
    if head in _BODIES | words("group_nouns") | words("bloc_nouns") | words("state_nouns"):
        return "body"
    if office is not None:
        return "body" if office.kind == "institution" else "role"
    return "role" if single in _STANDING else None


def mention_at(start: int, end: int, text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that stands at words: the one most like them; that of a possessive inside them is another's."""
    found = [(_likeness(m, start, end), m) for m in mentions if m.start < end and start < m.end]
    found = [(like, m) for like, m in found if like >= _LIKE and (like == 1 or text[m.start : m.end].lower() not in _OWN)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


_OWN = KINDS["possessive"] | {"her", "our", "my"}


def _likeness(mention: Mention, start: int, end: int) -> float:
    shared = min(mention.end, end) - max(mention.start, start)
    return 2 * shared / (mention.end - mention.start + end - start)


def is_right(anaphor: Anaphor, mention: Mention | None) -> bool:
    """Whether a mention stands for all coded parties, and for nobody who does not take part in the acts."""
    return mention is not None and anaphor.parties <= mention.parties <= anaphor.beside


def resolved(document: Coding, mentions: Sequence[Mention]) -> Iterator[tuple[Anaphor, Mention | None]]:
    """Each anaphor of a document with the mention that the coder has at its words, if any."""
    for anaphor in anaphors(document):
        yield anaphor, mention_at(anaphor.start, anaphor.end, document.text or "", mentions)


def coreference(document: Coding, mentions: Sequence[Mention]) -> Scores:
    """The scores of a document's anaphors, in all and by kind, under :data:`RIGHT` and :data:`FOUND`."""
    pairs = list(resolved(document, mentions))
    scores: Scores = {}
    for row in {ALL, *(anaphor.kind for anaphor, _ in pairs)} if pairs else ():
        own = [(a, m) for a, m in pairs if row in (ALL, a.kind)]
        scores[Key(RIGHT, row)] = share(sum(is_right(a, m) for a, m in own), len(own))
        scores[Key(FOUND, row)] = share(sum(m is not None and bool(m.parties) for _, m in own), len(own))
    return scores
