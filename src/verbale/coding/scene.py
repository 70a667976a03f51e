"""What a document has told so far: who was named, what they are, who speaks, which country it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from verbale.catalogue.world import Entry, World
from verbale.coding.scan import Hit
from verbale.model import Candidate, Location

_FEW = 2
_SURNAME_FIRST = {"CHN", "TWN", "PRK", "KOR", "VNM", "KHM", "SGP"}


class Ref(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in the text, resolved as far as it goes.

    ``kind`` is person, body, state, role, class, collective, pronoun or unknown; ``party`` a code or ``None``; ``head`` the word
    that it hangs on, in small letters; ``via`` the rule that resolved it; ``sure`` a probability.
    """

    start: int
    end: int
    name: str
    kind: str
    party: str | None = None
    actor: str | None = None
    candidates: tuple[Candidate, ...] = ()
    title: str | None = None
    rank: int | None = None
    plural: bool = False
    also: tuple[str, ...] = ()
    location: Location = "unknown"
    head: str = ""
    via: str = ""
    sure: float = 1.0


class Known(msgspec.Struct, frozen=True):
    """A person as this document introduces them."""

    name: str
    party: str | None
    actor: str | None
    title: str | None
    rank: int | None
    candidates: tuple[Candidate, ...] = ()


class Group(msgspec.Struct, frozen=True):
    """What one noun phrase named: one somebody, or several that were named together."""

    refs: tuple[Ref, ...]
    subject: bool
    sentence: int
    quoted: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one person or body, not a crowd."""
        return len(self.refs) == 1 and not self.refs[0].plural


class Scene:
    """The running state of one document; stages read it and add to it in reading order.

    ``meant`` keeps whom a word means, for as long as nothing more is told.
    """

    meant: dict[Any, tuple[Ref, ...]]

    def __init__(self, world: World, day: str | None, hits: list[Hit]) -> None:
        """Start a document dated ``day`` (EDTF, ``None`` if unknown)."""
        self.world = world
        self.day = day
        self.names: dict[str, Known] = {}
        self.history: list[Group] = []
        self.stories: list[Scene] = []
        self.told: dict[str, list[Group]] = {}
        self.sentence = 0
        self.engaged: tuple[Ref, ...] = ()
        self.met = 0
        self.deed: tuple[Ref, ...] = ()
        self.voice: tuple[Ref, ...] = ()
        self.voiced = 0
        self.voices = False
        self.asked: tuple[Ref, ...] = ()
        self.works: dict[str, tuple[Ref, ...]] = {}
        self.accusers: dict[str, tuple[Ref, ...]] = {}
        self.visited: str | None = None
        self.speaker: Ref | None = None
        self.chorus: tuple[Ref, ...] = ()
        self.ours: tuple[Ref, ...] = ()
        self.turn: tuple[Ref, ...] | None = None
        self.texted = -9
        self.issuer: str | None = None
        self.home: str | None = None
        self.focus = self._focus(hits)
        self.named = Counter(e.code for hit in hits for e in hit.entries[:1] if e.kind in ("state", "demonym", "capital", "place"))
        self.main = self._most_named()
        stately = ("state", "demonym", "capital", "metonym")
        self.countries = frozenset(e.code[:3] for h in hits for e in h.entries[:1] if e.kind in stately)

    def apart(self, hits: list[Hit]) -> Scene:
        """The state of one of a document's stories: it knows the document's people, and nothing of what was told in another."""
        story = Scene(self.world, self.day, hits)
        story.names, story.issuer, story.home = self.names, self.issuer, self.home
        self.stories.append(story)
        return story

    def everybody(self) -> Iterator[Group]:
        """What all noun phrases of a document named, in reading order, of all of its stories."""
        for scene in (self, *self.stories):
            yield from scene.history

    def __setattr__(self, name: str, value: object) -> None:
        """Set what is told, and forget who was meant before: it may be somebody else now."""
        super().__setattr__(name, value)
        super().__setattr__("meant", {})

    def _focus(self, hits: list[Hit]) -> str | None:
        """The contested country that the document is about: the case's if it occurs, else the one named most."""
        counts: Counter[str] = Counter()
        for hit in hits:
            for entry in hit.entries:
                country = entry.code[:3] if entry.kind != "body" else ""
                if country and entry.kind != "person" and (self.world.contested(country, self.day) or entry.kind == "authority"):
                    counts[country] += 1
                    break
        if self.world.country and counts[self.world.country]:
            return self.world.country
        return counts.most_common(1)[0][0] if counts else None

    def _most_named(self) -> str | None:
        """Who acts for the country that the document names far more often than any other."""
        (country, count), (_, second) = [*self.named.most_common(2), ("", 0), ("", 0)][:2]
        return self.acting(country) if count > _FEW and count >= 1.5 * second else None

    def acting(self, country: str | None = None) -> str | None:
        """Who acts for a country, or for the one in focus, on the document's day."""
        country = country or self.focus
        return self.world.acting(country, self.day) if country else None

    def party(self, entry: Entry) -> str | None:
        """The party that a catalogue entry stands for on the document's day."""
        return self.world.party_of(entry, self.day)

    def learn(self, known: Known) -> None:
        """Keep a person's introduction; what is fuller wins over what is barer."""
        parts = known.name.split()
        weak = [
            p for n, p in enumerate(parts) if (len(p) > 3 or (n == 0 and known.party in _SURNAME_FIRST)) and p not in self.names
        ]
        self.meant.clear()
        for key in dict.fromkeys([known.name, parts[-1], *(weak if len(parts) > 1 else [])]):
            old = self.names.get(key)
            if old and key == old.name.split()[-1] == parts[-1] != known.name and _another(old, known):
                self.names[key] = _either(key, old, known)
            elif (
                old is None or (old.party is None and known.party) or (old.rank is None and known.rank and old.party == known.party)
            ):
                self.names[key] = known

    def recall(self, name: str) -> Known | None:
        """The person that a name, or the last word of it, stands for in this document."""
        if name in self.names:
            return self.names[name]
        parts = name.split()
        known = self.names.get(parts[-1]) if parts else None
        if known is None or len(parts) == 1:
            return known
        # a fuller name is the same person only where it shares more than the last word: two ministers may be cousins
        return known if len(set(parts) & set(known.name.split())) > 1 or known.name == parts[-1] else None

    def note(self, refs: list[Ref], subject: bool, quoted: bool = False) -> None:
        """Add what one noun phrase names to the history, and to what was told of each of its parties."""
        if not refs:
            return
        self.meant.clear()
        group = Group(tuple(refs), subject, self.sentence, quoted)
        self.history.append(group)
        for party in {ref.party for ref in refs if ref.party}:
            self.told.setdefault(party, []).append(group)


def _another(one: Known, other: Known) -> bool:
    """Whether two introductions are of two people of the catalogue."""
    return bool(one.actor or one.candidates) and other.actor not in (None, one.actor, *(c.actor for c in one.candidates))


def _either(name: str, one: Known, other: Known) -> Known:
    """A last name that is that of several people: who is meant stays open, and so does the party unless they share it."""
    actors = sorted({a for k in (one, other) for a in (k.actor, *(c.actor for c in k.candidates)) if a})
    candidates = tuple(Candidate(actor=actor, weight=round(1 / len(actors), 3)) for actor in actors)
    return Known(name, one.party if one.party == other.party else None, None, None, None, candidates)
