"""One act in words: who did what with whom, when and where, and the words that report it."""

from __future__ import annotations

import functools

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.page import Inline, Line, Quote, Rows
from verbale.catalogue import labels, tables
from verbale.engagements.prudence import of_page
from verbale.model import ENGAGING, Event, Participant
from verbale.pictures.words import capital, day, listed

INNER = str.maketrans("“”", "‘’")
"""Quotation marks within a quotation."""
QUOTE = 240
"""Code points of a quotation before it is cut."""
UNWORDED = "Read less surely"
"""What is said of an act of which the words alone are given."""

WITHHELD_CLASSES = frozenset({"WOM", "CSO", "REF", "DIA", "MIN", "PPL", "MED", "BUS", "REL"})
"""The classes of people who hold no office: they are told of as a class, never by name."""

_ROLES = (("source",), ("target",), ("host", "mediator"))
_MEETING = ("source", "target")


def act(event: Event, case: str, home: str | None, *, reported: bool = False) -> str:
    """The event in a sentence: "Meeting of the United Nations with the de facto authorities, Kabul, 9 July 2024".

    ``reported`` says that the date is the day on which it was reported.
    """
    by, to, between = (_parties(event, roles, case, home) for roles in _ROLES)
    with_target, without = _phrase(f"{event.type}/{event.mode}")
    words = (with_target if to else without).format(a=by or "parties not named", b=to)
    host = f" through {between}" if between else ""
    where = event.place or (labels.party(event.place_country) if event.place_country else "")
    when = (
        f"reported {'on ' if len(event.date) > len('2023-05') else 'in '}{day(event.date)}"
        if reported and event.date
        else day(event.date)
    )
    return capital(", ".join(filter(None, (words + host + status(event), where, when))))


def status(event: Event) -> str:
    """What became of the act, in brackets; nothing where it happened."""
    return "" if event.status in ENGAGING else f" ({labels.label('status', event.status)})"


def quote(event: Event) -> Quote:
    """The words that report the event, at most ``QUOTE`` code points of them."""
    return Quote(cut(" … ".join(" ".join(part.split()) for part in passages(event))))


def passages(event: Event) -> list[str]:
    """The words that report the event, in the order of its evidence; what overlaps is one passage, so that none comes twice."""
    made: list[tuple[int, int, str]] = []
    for n, part in sorted(enumerate(event.evidence), key=lambda item: (item[1].start, item[1].end)):
        start = part.start
        if made and start < made[-1][1]:
            first, end, words = made.pop()
            made.append((min(first, n), max(end, part.end), words + part.text[end - start :]))
        else:
            made.append((n, part.end, part.text))
    return [words for _, _, words in sorted(made)]


def cut(words: str, length: int = QUOTE) -> str:
    """``words`` on one line and no longer than ``length``, cut between words with an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


def told(entry: Entry, case: str, home: str | None) -> str:
    """The act in a sentence, as its reports tell it together; of what is silent neither place nor host, nor day, nor name.

    Contact with a side in arms is told as nothing but that.
    """
    if entry.untold:
        return "Contact with a side in arms; counted here and not told further"
    whole = together(entry)
    if entry.silent:
        nobody = tuple(msgspec.structs.replace(who, actor=None) for who in whole.participants if who.role in _MEETING)
        whole = msgspec.structs.replace(whole, place=None, place_country=None, date=entry.when or None, participants=nobody)
    return act(whole, case, home, reported=of_page(entry))


def together(entry: Entry) -> Event:
    """What the reports of an act say together, as one: the preferred values, and everyone whom any of them names."""
    first, values = entry.events[0], entry.values
    people = list(first.participants)
    for other in entry.events[1:]:
        at = {who.party: who.role for who in people}
        # of a party, the role that it has in the first report: what one calls a visit is to another a visitor received
        people += [who for who in other.participants if at.get(who.party, who.role) == who.role]
    return msgspec.structs.replace(
        first,
        mode=entry.mode,
        status=entry.status,
        date=entry.date or None,
        place=values.get("place"),
        participants=tuple(people),
    )


def speaking(entry: Entry) -> Event:
    """The report that speaks for an act: of those that name somebody and tell the outcome as it is taken to be, the likeliest."""
    telling = [event for event in entry.events if event.participants] or list(entry.events)
    agreeing = [event for event in telling if event.status == entry.status] or telling
    return max(agreeing, key=lambda event: event.confidence)


def item(entry: Entry, case: str, home: str | None, words: Quote | None = None, more: str = "") -> Line:
    """The act as an item of a list: the sentence, the words, what is to be added, and its note."""
    parts: list[Inline] = [told(entry, case, home)]
    if not entry.silent:
        parts += [": ", words or quote(speaking(entry))]
    return (*parts, *([more] if more else []), Rows("", (entry.id,)))


def source(publisher: str | None) -> str:
    """Who published a document, as a sentence begins it."""
    return capital(publisher) if publisher else "Publisher unknown"


def _parties(event: Event, roles: tuple[str, ...], case: str, home: str | None) -> str:
    named: dict[str, list[str]] = {}
    for who in event.participants:
        if who.role in roles:
            known = named.setdefault(who.party or "", [])
            known.extend(name for name in _name(who, case) if name not in known)
    return listed([_party(code, people, home) for code, people in named.items()])


def _party(code: str, people: list[str], home: str | None) -> str:
    words = labels.party(code, home) if code else "a party not told"
    official = labels.class_of(code) not in WITHHELD_CLASSES
    return f"{words} ({', '.join(people)})" if people and official else words


def _name(who: Participant, case: str) -> list[str]:
    known = public_people(case).get(who.actor or "")
    return [known] if known else []


def _phrase(act: str) -> tuple[str, str]:
    words = labels.label("phrase", act)
    whole = words if words != act.replace("_", " ") else "Act of {a}| towards {b}"
    return whole.replace("|", ""), whole.partition("|")[0]


@functools.cache
def public_people(case: str) -> dict[str, str]:
    """The people of the catalogue, id to name: whoever is in it acts in public and may be named."""
    return {row["id"]: row["name"] for pack in ("common", case) for row in tables.rows(pack, "people")}
