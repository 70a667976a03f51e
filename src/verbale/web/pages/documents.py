"""What was read: the documents, and one with everything that was read in it marked."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.brief.telling import act
from verbale.errors import UsageError
from verbale.model import Coded
from verbale.record import Hit, Source, search
from verbale.web.marking import Mark, paragraphs, pieces
from verbale.web.page import Asked, Given, MissingError, Page
from verbale.web.site import Site
from verbale.web.telling import verdict

SIZE = 100
FOUND = 40


class Found(msgspec.Struct, frozen=True):
    """A document of the list; of a search, with the words that were found."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    events: int
    skipped: str | None
    snippet: tuple[tuple[str, bool], ...] = ()


def documents(site: Site, asked: Asked) -> Page:
    """The documents, the latest first; or those in which words stand, the best first."""
    words = asked.get("q", "").strip()
    wanted = asked.get("publisher", "")
    events = site.snapshot.documents
    if words and site.record:
        found = [_hit(hit, len(events.get(hit.document, ()))) for hit in search(site.record, words, FOUND)]
    else:
        kept = [s for s in site.snapshot.sources if not wanted or (s.publisher or "unknown") == wanted]
        found = [_plain(source) for source in sorted(kept, key=lambda s: (s.published or "", s.document), reverse=True)]
    if asked.get("only") == "silent":
        found = [each for each in found if not each.events]
    last = max(1, -(-len(found) // SIZE))
    number = min(max(1, int(asked["page"])), last) if asked.get("page", "").isdecimal() else 1
    shown = found[(number - 1) * SIZE : number * SIZE]
    told = {
        "found": _titled(site, shown),
        "total": len(found),
        "most": len(found) == FOUND and bool(words),
        "number": number,
        "last": last,
        "asked": Given(asked),
    }
    return Page(name="documents", title="Documents", told=told)


def document(site: Site, asked: Asked) -> Page:
    """One document: its words, with those marked that report an act, and what it holds besides.

    Raises:
        MissingError: There is none of that id, or its words are not shown here.
    """
    if site.record is None:
        raise MissingError("the words of documents are not published; every act has those that report it")
    try:
        coded = site.record.coded(asked["id"])
    except UsageError:
        raise MissingError(f"there is no document {asked['id']}") from None
    spans = [Mark(w.start, w.end, "evidence", str(n), event.id) for n, event in enumerate(coded.events, 1) for w in event.evidence]
    spans += [Mark(m.start, m.end, "mention", m.kind, "") for m in coded.mentions]
    told = {
        "document": coded.document,
        "coded": coded,
        "acts": [(n, event, act(event, site.case, site.home), verdict(event)) for n, event in enumerate(coded.events, 1)],
        "passages": paragraphs(pieces(coded.document.text, spans)),
        "besides": list(_besides(coded)),
    }
    return Page(name="document", title=coded.document.title or coded.document.key or coded.document.id, told=told)


def _besides(coded: Coded) -> Iterator[tuple[str, str, str]]:
    for mention in coded.mentions:
        about = "; ".join(filter(None, (mention.cause, mention.population, mention.party, mention.error)))
        yield mention.kind, mention.value.replace("_", " ") + (f" ({about})" if about else ""), mention.words
    for claim in coded.claims:
        yield "claim", claim.kind.replace("_", " ") + (", hedged" if claim.hedged else ""), claim.words


def _hit(hit: Hit, events: int) -> Found:
    parts: list[tuple[str, bool]] = []
    last = 0
    for mark in hit.marks:
        parts += [(hit.snippet[last : mark.start], False), (hit.snippet[mark.start : mark.end], True)]
        last = mark.end
    snippet = (*parts, (hit.snippet[last:], False))
    return Found(hit.document, hit.title or hit.document, hit.publisher, hit.published, events, None, snippet)


def _plain(source: Source) -> Found:
    return Found(source.document, "", source.publisher, source.published, source.events, source.skipped)


def _titled(site: Site, found: list[Found]) -> list[Found]:
    """With the titles, which a list has only for what it shows."""
    return [each if each.title else msgspec.structs.replace(each, title=_title(site, each.id)) for each in found]


def _title(site: Site, name: str) -> str:
    events = site.snapshot.documents.get(name)
    if events:
        reference = site.snapshot.by_event[events[0]].document
        return reference.title or reference.key or (name if site.record else "")
    if site.record is None:
        return ""  # the id of a release says nothing
    whole = site.record.document(name)
    return whole.title or whole.key or name
