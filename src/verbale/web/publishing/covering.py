"""An event as it may be told: without names, places and days of people outside office, and under an id of this release alone."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from verbale.brief.veil import MASK, Veil
from verbale.catalogue import tables
from verbale.model import Event, Participant, Precision
from verbale.web.publishing.strangers import Strangers
from verbale.web.publishing.tiers import private, tier

PLACE = "[place withheld]"
DAY, MONTH = "[day withheld]", "[month withheld]"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SOLAR = "Hamal|Sawr|Jawza|Saratan|Asad|Sunbula|Mizan|Aqrab|Qaws|Jadi|Dalw|Hut"
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS}|{_SOLAR})|(?:{_MONTHS}|{_SOLAR})\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|(?:{_WEEKDAYS}))\b"
)
_WHEN = "in|of|early|late|mid|since|until|last|this|next|during|by"
_NAMED = re.compile(rf"\b((?i:{_WHEN}))([\s\-]+)(?:{_MONTHS}|{_SOLAR})\b|\b()()(?:{_MONTHS}|{_SOLAR})(?=,?\s+\d{{4}}\b)")
"""A month without its day."""
_MONTH = 7


class Cover:
    """Covers the events of a release; the same id always gets the same random one within it."""

    def __init__(
        self,
        veil: Veil,
        strangers: Strangers,
        case: str,
        more: Iterable[str],
        maker: Callable[[], str],
        hushed: frozenset[str] = frozenset(),
    ) -> None:
        """Take the names of the record, further ones that must not appear, what gives the ids, and documents not to be led to."""
        self._veil = veil
        self._strangers = strangers
        self._case = case
        self._more = _pattern(more)
        self._maker = maker
        self._hushed = hushed
        self._ids: dict[str, str] = {}
        self._reviewers: dict[str, str] = {}

    def name(self, one: str) -> str:
        """The id of this release for one of the record."""
        if one not in self._ids:
            self._ids[one] = self._maker()
        return self._ids[one]

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id of the record that got another one."""
        return tuple(self._ids)

    def text(self, words: str) -> str:
        """Words without the names."""
        covered = self._veil.cover(words)
        return self._more.sub(MASK, covered) if self._more else covered

    def event(self, event: Event, *, rare: bool) -> Event:
        """An event as it may be told; of a rare combination also without its country and month."""
        close = private(event, self._case)
        covered: dict[str, Any] = self._quoted(self._walk(msgspec.to_builtins(event)))
        if close:
            covered = _placed(covered, event, rare)
        named = [self._participant(each, covered["participants"][n]) for n, each in enumerate(event.participants)]
        hidden = [each["text"] for each in covered["evidence"]] != [each.text for each in event.evidence] or MASK in str(named)
        covered |= {"participants": named, "id": self.name(event.id), "evidence": _evidence(covered["evidence"]), "basis": {}}
        covered["document"] = self._document(event, covered["document"], bool(close) or hidden or event.document.id in self._hushed)
        if event.review:
            by = self._reviewers.setdefault(event.review.by, f"reviewer {len(self._reviewers) + 1}")
            covered["review"] = {"verdict": event.review.verdict, "by": by, "decision": 0}
        return msgspec.convert(covered, Event)

    def _walk(self, thing: Any) -> Any:
        if isinstance(thing, str):
            return self.text(thing)
        if isinstance(thing, dict):
            return {key: self._walk(value) for key, value in thing.items()}
        return [self._walk(each) for each in thing] if isinstance(thing, list | tuple) else thing

    def _quoted(self, covered: dict[str, Any]) -> dict[str, Any]:
        """The words that are those of documents, without the names of people whom nobody knows."""
        hide = self._strangers.cover
        told = {name: _hidden(covered[name], hide) for name in ("evidence", "said")}
        if covered["attribution"] and not covered["attribution"]["party"]:
            told["attribution"] = _hidden(covered["attribution"], hide)
        title = covered["document"]["title"]
        return covered | told | {"document": covered["document"] | {"title": title and hide(title)}}

    def _participant(self, who: Participant, covered: dict[str, Any]) -> dict[str, Any]:
        if tier(who, self._case) != "T3":
            return covered
        shown = covered | {
            "name": self._strangers.cover(covered["name"]),
            "title": None,
            "rank": None,
            "location": "unknown",
            "candidates": [],
            "actor": None,
        }
        return shown | ({"name": MASK} if who.party is None else {})

    def _document(self, event: Event, covered: dict[str, Any], close: bool) -> dict[str, Any]:
        """The document without its key and path; without its address and day too where it leads to somebody who is withheld."""
        plain = covered | {"id": self.name(event.document.id), "key": None, "path": None, "sha256": None}
        return (
            plain | {"url": None, "title": None, "published": (event.document.published or "")[:_MONTH] or None} if close else plain
        )


def _placed(covered: dict[str, Any], event: Event, rare: bool) -> dict[str, Any]:
    """Without the place, and with the month in the stead of the day."""
    length = len("2023") if rare else _MONTH
    precision: Precision = "year" if rare else "month"
    date = (event.date or "")[:length] or None
    hide = _hiding(event, rare)
    fields = {name: _hidden(covered[name], hide) for name in ("evidence", "said", "naming", "participants", "attribution")}
    told = {"place": None, "venue": "unknown", "date": date, "date_precision": precision if date else None}
    return covered | fields | told | ({"place_country": None} if rare else {})


def _hidden(thing: Any, hide: Callable[[str], str]) -> Any:
    if isinstance(thing, str):
        return hide(thing)
    if isinstance(thing, dict):
        return {key: _hidden(value, hide) for key, value in thing.items()}
    return [_hidden(each, hide) for each in thing] if isinstance(thing, list | tuple) else thing


def _hiding(event: Event, rare: bool) -> Callable[[str], str]:
    own = _pattern([event.place] if event.place else [])

    def hide(words: str) -> str:
        covered = own.sub(PLACE, words) if own else words
        covered = _DAY.sub(DAY, _places().sub(PLACE, covered))
        return _within().sub(rf"\1{PLACE}", _NAMED.sub(rf"\1\2\3\4{MONTH}", covered)) if rare else covered

    return hide


def places_of(event: Event) -> tuple[str, ...]:
    """The names of the places that an event's words tell of, in the forms that they have there."""
    found = {match[0] for each in event.evidence for match in _places().finditer(each.text)}
    return tuple(sorted(found | ({event.place} if event.place else set())))


@functools.cache
def _places() -> re.Pattern[str]:
    """Every place of the catalogue that is no country."""
    names = {name for row in tables.rows("common", "places") for name in (row["name"], *tables.cells(row["aliases"]))}
    return _pattern(names) or re.compile(r"(?!)")


@functools.cache
def _within() -> re.Pattern[str]:
    """A country in which something was, which is no party to it there."""
    names = sorted((re.escape(row["name"]) for row in tables.rows("common", "states")), key=lambda name: (-len(name), name))
    return re.compile(rf"\b((?:in|inside|within)\s+(?:the\s+)?)(?:{'|'.join(names)})(?!\w)", re.IGNORECASE)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    spelt = sorted(
        (r"[\s\-]+".join(map(re.escape, name.split())) for name in names if name.strip()), key=lambda each: (-len(each), each)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE) if spelt else None


def _evidence(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Words as long as they now are: where they stood is of no use without the text, and would tell how long a name is."""
    return [{"start": 0, "end": len(each["text"]), "text": each["text"]} for each in given]
