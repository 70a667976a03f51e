"""The coder: runs the stages over one document; pure, deterministic, and able to explain what it did.

``grammar@2`` generates widely and lets the trained ranker choose; ``grammar@1`` is the grammar alone.
"""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple, Protocol, cast

from verbale.catalogue.world import World, load_world
from verbale.coding import decide as deciding
from verbale.coding import facets
from verbale.coding.context import datelined
from verbale.coding.draft import Draft
from verbale.coding.encoder import encoder
from verbale.coding.generate import generate
from verbale.coding.issuer import author, issuer
from verbale.coding.joint import signatories
from verbale.coding.meanings import Meanings
from verbale.coding.page import Page
from verbale.coding.parse import parse
from verbale.coding.paths import paths
from verbale.coding.rank import plain, ranker
from verbale.coding.scan import Hit, scan
from verbale.coding.scene import Ref, Scene
from verbale.coding.segment import Block, dateline, segment
from verbale.coding.senses import senses
from verbale.coding.then import as_of
from verbale.model import Attribution, Coded, Document, DocumentRef, Event, EventType, Evidence, Participant, Role, Status
from verbale.settings import Settings

NAME = "grammar@2"
ALONE = "grammar@1"


class AnyCoder(Protocol):
    """What every coder offers: a name with its version, and one pure function from a document to what it tells."""

    name: str

    def code(self, document: Document) -> Coded:
        """Code one document."""
        ...


class Read(NamedTuple):
    """Candidates, the parsed pages they stand on, what the document told of its people, and what its words mean to the encoder."""

    drafts: list[Draft]
    pages: list[Page]
    scene: Scene
    meanings: Meanings | None


class Coder:
    """The grammar's coder for one case (``none``: any country, no case)."""

    def __init__(self, case: str = "none", settings: Settings | None = None) -> None:
        """Load the case's world; the parser is loaded when the first document needs it."""
        self.case = case
        self.settings = settings or Settings()
        self.world: World = load_world(case)
        self.ranker = ranker() if self.settings.ranker else None
        self.senses, self.paths, self.encoder = (senses(), paths(), encoder()) if self.ranker else (None, None, None)
        self.name = NAME if self.ranker else ALONE

    def code(self, document: Document) -> Coded:
        """The events, mentions and claims of one document."""
        if document.language not in (None, "", "en"):
            return Coded(document=document, skipped=f"language: {document.language} is not coded", coder=self.name)
        hits = scan(document.text, self.case)
        if not gate(hits):
            return Coded(document=document, skipped="gate: names nobody that the catalogue knows", coder=self.name)
        drafts, pages, scene, _ = self.read(document, hits)
        line = dateline(document.text)
        context = facets.context(document, self.world, hits, pages, dateline=line, issuer=scene.issuer)
        decided = self.decide(drafts)
        events = [self._event(document, d, fields) for d, fields in zip(decided, facets.fill_all(decided, context), strict=True)]
        mentions, claims = facets.document_mentions(context, decided)
        return Coded(document=document, events=_unique(events), mentions=tuple(mentions), claims=tuple(claims), coder=self.name)

    @property
    def floor(self) -> float:
        """The probability from which on a candidate stands."""
        return self.ranker.floor if self.ranker else deciding.FLOOR

    def decide(self, drafts: list[Draft]) -> list[Draft]:
        """What of the candidates stands; candidates are changed by it."""
        if self.ranker is None:
            return deciding.decide(plain(drafts))
        return deciding.decide(self.ranker.rank(drafts), self.floor, self.ranker.alike)

    def drafts(self, document: Document, hits: list[Hit]) -> tuple[list[Draft], list[Page]]:
        """All candidates before the decision, with the parsed pages they stand on."""
        drafts, pages, *_ = self.read(document, hits)
        return drafts, pages

    def read(self, document: Document, hits: list[Hit]) -> Read:
        """All candidates before the decision, and what they come from."""
        blocks = [b for b in segment(document.text) if b.kind != "furniture"]
        pages = [Page(b, doc, hits) for b, doc in parse(document.text, blocks, self.settings.pipeline)]
        scene = Scene(self.world, document.published, hits)
        scene.issuer = issuer(document, pages, scene, self.settings.pipeline)
        scene.ours = signatories(document.title, pages, scene)
        if scene.issuer is None:
            first = scene.ours[:1]
            scene.issuer = first[0].party if first else author(document, pages, scene)
        place = datelined(self.world, dateline(document.text))
        scene.home = scene.acting(place[1]) if place else scene.issuer
        meanings = Meanings(self.encoder, pages) if self.encoder else None
        drafts = generate(pages, scene, self.senses, meanings)
        if self.paths:
            self.paths.weigh(drafts)
        return Read(drafts, pages, scene, meanings)

    def _event(self, document: Document, draft: Draft, fields: dict[str, Any]) -> Event:
        people, fields = as_of(draft.participants, fields, self.world, document.published)
        participants = tuple(_participant(role, ref) for role, ref in people)
        parties = sorted(p.party or "?" for p in participants)
        start, end = draft.evidence[0]
        return Event(
            id=_id(document.id, str(start), str(end), draft.type, draft.mode, *parties),
            document=reference(document), type=cast(EventType, draft.type), mode=draft.mode, status=cast(Status, draft.status),
            participants=participants,
            evidence=tuple(Evidence(start=a, end=b, text=document.text[a:b]) for a, b in sorted(draft.evidence)),
            attribution=_attribution(draft), confidence=draft.confidence, complete=deciding.complete(draft),
            in_case=self._in_case(draft), coder=self.name, **{"count": draft.count, **fields},
        )  # fmt: skip

    def _in_case(self, draft: Draft) -> bool:
        country = self.world.country
        return country is None or any((r.party or "").startswith(country) for r in draft.refs())


def gate(hits: list[Hit]) -> bool:
    """Whether a document names anybody at all; it must lose nothing, so it asks for no more than one party's name."""
    return any(e.kind not in ("place", "forum") for h in hits for e in h.entries)


def reference(document: Document) -> DocumentRef:
    """What events carry of their document."""
    d = document
    return DocumentRef(
        id=d.id, key=d.key, path=d.path, url=d.url, title=d.title, publisher=d.publisher, published=d.published, sha256=d.sha256
    )  # fmt: skip


def _participant(role: Role, ref: Ref) -> Participant:
    return Participant(
        name=ref.name, role=role, start=ref.start, end=ref.end, party=ref.party, actor=ref.actor, candidates=ref.candidates,
        also=ref.also, location=ref.location, title=ref.title, rank=ref.rank,
    )  # fmt: skip


def _attribution(draft: Draft) -> Attribution | None:
    ref = draft.attribution
    if ref is None or any(r.start == ref.start for r in draft.refs()):
        return None
    return Attribution(name=ref.name, party=ref.party, start=ref.start, end=ref.end)


def _id(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _unique(events: list[Event]) -> tuple[Event, ...]:
    return tuple({e.id: e for e in events}.values())


__all__ = ["Block", "Coder", "dateline", "gate", "reference"]
