"""What one side makes of an occasion: the account that its own words, or one publisher's, give of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from verbale.catalogue import labels
from verbale.engagements.reports import accounts
from verbale.engagements.wording import GENERIC
from verbale.model import Event, Said
from verbale.record.dates import days

_AFTER = timedelta(days=3)
"""Within which what is said after an occasion is said of it."""
_KINDS = {"asks": "ask", "conditions": "condition", "offers": "offer", "commitments": "commitment"}


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One account. ``side`` is the party whose it is, else the publisher; ``publisher`` all who passed it on, the earliest first.

    ``asks``, ``conditions``, ``offers`` and ``commitments`` are pairs of a topic (empty: none told) and the words; ``titles`` and
    ``namings`` those used for others: of a party, and of an authority.
    """

    side: str
    publisher: str
    published: str | None
    title: str | None
    url: str | None
    documents: tuple[str, ...]
    words: tuple[str, ...]
    topics: tuple[str, ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    conditions: tuple[tuple[str, str], ...] = ()
    offers: tuple[tuple[str, str], ...] = ()
    commitments: tuple[tuple[str, str], ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    namings: tuple[str, ...] = ()
    disclaimers: tuple[str, ...] = ()


def told(core: Sequence[Event], around: Iterable[Event]) -> tuple[Account, ...]:
    """The accounts of an occasion, each side's by itself, the earliest published first.

    Args:
        core: The events that report the occasion.
        around: All events of the same documents.
    """
    parties = frozenset().union(*(event.parties() for event in core)) - GENERIC
    pages: dict[str, list[Event]] = {}
    for event in sorted({each.id: each for each in (*core, *around)}.values(), key=_place):
        here = [each for each in core if each.document.id == event.document.id]
        if here and _belongs(event, here, parties):
            pages.setdefault(event.document.id, []).append(event)
    found: dict[str, list[Event]] = {}
    for page in pages.values():
        for event in page:
            found.setdefault(_side(event, page, core, parties), []).append(event)
    made = (_account(side, events, parties) for side, events in found.items())
    return tuple(sorted(made, key=lambda each: (each.published or "9999", each.side)))


def _place(event: Event) -> tuple[str, int, str]:
    return event.document.id, event.evidence[0].start, event.id


def _belongs(event: Event, here: Sequence[Event], parties: frozenset[str]) -> bool:
    """Whether an event is of the occasion: it reports it, or what one taker of part said to or did for another then."""
    if event in here:
        return True
    source, target = event.parties("source"), event.parties("target")
    met = [each.date for each in here if each.date]
    then = event.date is None or not met or any(_soon(day, event.date) for day in met)
    return event.type != "CONSULT" and bool(source & parties) and bool(target) and target - GENERIC <= parties and then


def _soon(met: str, said: str) -> bool:
    """Whether something was said on the day of an occasion or just after: a ministry answers questions of it the next day."""
    first, last = days(met), days(said)
    if first is None or last is None:
        return met == said
    return first[0] <= last[1] and date.fromisoformat(last[0]) - date.fromisoformat(first[1]) <= _AFTER


def _side(event: Event, page: Sequence[Event], core: Sequence[Event], parties: frozenset[str]) -> str:
    """Whose account an event is: its own attribution's, else that of the page's report of the occasion or of the whole page.

    Of a page that passes on the accounts of both, it is of the side that acts; an occasion that both made known is of the side that
    alone acts there. Where none of them names one party, it is the publisher's. Who disclaims speaks for themselves: whoever passes
    it on, and whomever a "he" was taken for, a disclaimer by one side is never part of what the other tells.
    """
    speaking = event.parties("source") & parties
    if event.type != "CONSULT" and len(speaking) == 1 and _disclaimers([event]):
        return min(speaking)
    doing = speaking if event.type != "CONSULT" else _acting(page) if accounts(event) else frozenset[str]()
    for events in ([event], [each for each in page if each in core], page):
        own = frozenset().union(*(accounts(each) for each in events)) & parties
        if len(own) == 1 or len(own & doing) == 1:
            return min(own & doing or own)
    return event.document.publisher or event.document.title or event.document.id


def _acting(page: Iterable[Event]) -> frozenset[str]:
    """Who does anything in a page but take part in an occasion."""
    return frozenset().union(*(each.parties("source") for each in page if each.type != "CONSULT"))


def _account(side: str, events: Sequence[Event], parties: frozenset[str]) -> Account:
    pages = sorted((event.document for event in events), key=lambda each: (each.published or "9999", each.id))
    first = pages[0]
    said = [each for event in events for each in event.said]
    kinds = {field: _told(said, kind) for field, kind in _KINDS.items()}
    kinds["asks"] = tuple(dict.fromkeys((*kinds["asks"], *_requests(events))))
    return Account(
        side=side,
        publisher=", ".join(_once(each.publisher or each.key or each.id for each in pages)),
        published=first.published,
        title=first.title,
        url=first.url,
        documents=_once(event.document.id for event in events),
        words=_once(" ".join(part.text.split()) for event in events for part in event.evidence),
        topics=_once(topic for event in events for topic in event.topics),
        titles=_titles(side, events, parties),
        namings=_once(each.words for event in events for each in event.naming if labels.class_of(each.party) == "AUTH"),
        disclaimers=_disclaimers(events),
        **kinds,
    )


def _told(said: Iterable[Said], kind: str) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((each.topic or "", " ".join(each.words.split())) for each in said if each.kind == kind))


def _requests(events: Iterable[Event]) -> list[tuple[str, str]]:
    """The topics of requests whose words were not taken apart any further."""
    plain = [event for event in events if event.type == "REQUEST" and not any(each.kind == "ask" for each in event.said)]
    return [(topic, " ".join(event.evidence[0].text.split())) for event in plain for topic in (event.topics or ("",))]


def _titles(side: str, events: Iterable[Event], parties: frozenset[str]) -> tuple[tuple[str, str], ...]:
    people = [who for event in events for who in event.participants if who.title and who.rank]
    others = (who for who in people if who.party in parties and who.party != side)
    return tuple(dict.fromkeys((who.party or "", " ".join((who.title or "").split())) for who in others))


def _disclaimers(events: Iterable[Event]) -> tuple[str, ...]:
    found = [each.words for event in events for each in event.said if each.kind == "disclaimer"]
    plain = [event.evidence[0].text for event in events if event.type == "SUPPORT" and event.status == "denied"]
    return _once(" ".join(words.split()) for words in found or plain)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
