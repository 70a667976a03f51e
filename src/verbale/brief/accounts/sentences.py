"""One act in a sentence that a person would write: when, who did what with whom, and the words that report it."""

from __future__ import annotations

import re

from verbale.analysis.entries import AUTHORITY, Entry
from verbale.brief.accounts.people import parties
from verbale.brief.accounts.short import dated
from verbale.brief.material import Material
from verbale.brief.notes import published
from verbale.brief.outcome import outcome
from verbale.brief.page import Inline, Quote
from verbale.brief.telling import INNER, cut, speaking, together
from verbale.catalogue import labels, tables
from verbale.engagements.prudence import of_page
from verbale.engagements.reports import accounts
from verbale.engagements.wording import by_machine
from verbale.model import ENGAGING, Event
from verbale.pictures.words import capital, day, listed

ASKING = re.compile(r"(?:to|for|that) \w+(?:\W+\w+)+")
"""Words that can follow "asked them"."""
_ASK = 160
_SAID = {"ask": "what was asked", "condition": "the condition", "consequence": "the consequence named", "offer": "the offer"}
_LOOSE = frozenset({"correspond", "attend", "host", "mediate"})
"""Modes of contact of which a machine's reading often lacks one of those who took part."""
_ROLES = (("source",), ("target",), ("host", "mediator"))


def sentence(material: Material, entry: Entry, words: Quote | None, *, after: Entry | None) -> list[Inline]:
    """An act as a sentence without its note.

    Args:
        material: What the brief is made from.
        entry: The act.
        words: The words that may be quoted; without any the act must be one that is put into our words.
        after: What the sentence before tells; without one it opens its group, and says when, and in which office people acted.
    """
    whole, told = together(entry), speaking(entry)
    case, home = material.case, material.about.country
    quoted = words.words if words and by_machine(told) else ""
    by, to, between = (parties(whole, roles, case, home, None if after else entry, quoted) for roles in _ROLES)
    lead = "" if after else f"{when(entry, material)}, "
    asked = _asked(told) if to and entry.type != "CONSULT" and entry.status in ENGAGING else None
    if asked is not None:
        return ended([capital(f"{lead}{by} asked {to} "), asked, *_terms(told)])
    if words is not None and _categorised(entry) and by_machine(told):
        # the page says better than a category who did what to whom
        terms = [] if _whole(words, told) else _terms(told)
        return ended([*([] if after else [f"{capital(dated(material, entry))}: "]), words, *terms])
    if quoted and after is not None and entry.took_place:
        # the occasion is told; what its other sentences say stands in their words
        return ended([words or "", *_terms(told)])
    made = lead + _verb(entry, by, to) + (f" through {between}" if between else "") + _where(entry, whole, to)
    made += _about(entry, told, quoted) + _own(entry, told)
    said: list[Inline] = [": ", words] if words else []
    return ended([capital(made), *said, *_terms(told), *_outcome(entry, material)])


def _categorised(entry: Entry) -> bool:
    """Whether the name of its kind would say less of an act than its sentence: of what is no meeting, call or visit."""
    return entry.type != "CONSULT" or entry.mode in _LOOSE


def _whole(words: Quote, event: Event) -> bool:
    """Whether a quotation has all that was said."""
    return all(said.words.translate(INNER) in words.words for said in event.said)


def ended(parts: list[Inline]) -> list[Inline]:
    """A sentence with its full stop, but where a quotation has one already."""
    last = parts[-1]
    words = last if isinstance(last, str) else last.words
    return parts if not isinstance(last, str) and words.rstrip('"”’)').endswith((".", "!", "?", "…")) else [*parts, "."]


def when(entry: Entry, material: Material) -> str:
    """When it was, as an opening: what takes its page's date is reported then; of what has none, the page's day is told."""
    if not entry.date:
        page = speaking(entry).document
        known = published(page, page.id in material.hushed)
        return f"on a page of {day(known)}, its own day not told" if known else "at a time not told"
    preposition = "on" if len(entry.date) == len("2023-05-01") else "in"
    return f"{'as reported ' if of_page(entry) else ''}{preposition} {day(entry.date)}"


def _own(entry: Entry, event: Event) -> str:
    """Whose account it is, where it is the account of one party to it."""
    mine = accounts(event) & event.parties()
    return (
        f"; so {_side(min(mine))} {'tell' if _many(min(mine)) else 'tells'} it"
        if len(mine) == 1 and entry.type == "CONSULT"
        else ""
    )


def _many(party: str) -> bool:
    return labels.class_of(party) == AUTHORITY


def _side(party: str) -> str:
    return "the authorities" if _many(party) else labels.party(party)


def _verb(entry: Entry, by: str, to: str) -> str:
    act = f"{entry.type}/{entry.mode}"
    doer = by or "somebody not named"
    if entry.status in ENGAGING:
        return _filled(labels.label("verb", act), doer, to)
    own = f"{act}/{entry.status}"
    if own in labels.codes("verb"):
        return _filled(labels.label("verb", own), doer, to)
    return f"the {_filled(labels.label('phrase', act), doer, to)} was {labels.label('status', entry.status)}"


def _filled(words: str, by: str, to: str) -> str:
    return (words.replace("|", "") if to else words.partition("|")[0]).format(a=by, b=to)


def _where(entry: Entry, whole: Event, to: str) -> str:
    place = whole.place or (labels.party(whole.place_country) if whole.place_country else "")
    travelled = entry.mode == "visit" and not to
    return f" {'to' if travelled else 'in'} {place}" if place and entry.type == "CONSULT" else ""


def _about(entry: Entry, event: Event, quoted: str) -> str:
    """At which forum, and on what; what a machine took a whole page to be about is left to the words that are quoted."""
    if entry.type != "CONSULT":
        return ""
    forum = _forum(entry.values.get("forum", ""))
    topics = "" if quoted else listed([labels.label("topic", topic) for topic in event.topics[:3]])
    return (f", at the {forum}" if forum else "") + (f"; subjects: {topics}" if topics else "")


def _forum(code: str) -> str:
    rows = (row for pack in ("common", *tables.packs()) for row in tables.rows(pack, "forums"))
    return next((row["name"] for row in rows if row.get("id") == code), "") if code else ""


def _asked(event: Event) -> Quote | None:
    """What was asked, where the words can follow "asked them"."""
    said = next((each for each in event.said if each.kind == "ask"), None)
    return Quote(cut(said.words, _ASK)) if said is not None and ASKING.match(said.words) else None


def _terms(event: Event) -> list[Inline]:
    found: list[Inline] = []
    for said in event.said:
        if said.kind in _SAID and (said.kind != "ask" or event.type == "CONSULT"):
            found += [f"; {_SAID[said.kind]}: ", Quote(cut(said.words, _ASK))]
    return found


def _outcome(entry: Entry, material: Material) -> list[Inline]:
    return [f"; {words}"] if (words := outcome(entry, material)) else []
