"""One occasion as either side tells it: what each says was asked, offered and talked of, and what only one of them has."""

from __future__ import annotations

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.accounts.files import entry_parties
from verbale.brief.accounts.sentences import ASKING
from verbale.brief.material import Material
from verbale.brief.page import Inline, Items, Line, Quote, Rows, Section, text
from verbale.brief.telling import cut, told
from verbale.catalogue import labels
from verbale.engagements.accounts import Account
from verbale.engagements.pairing import Paired, pairable
from verbale.engagements.wording import by_machine
from verbale.model import Coded
from verbale.pictures.words import count, listed

_LISTED = 8
_WORDS = 160
_LEAST = 12
"""Code points below which words do not speak for themselves."""
_SAID = (
    ("asks", "asks"),
    ("conditions", "conditions"),
    ("offers", "offers"),
    ("commitments", "promises"),
    ("disclaimers", "disclaims"),
)


def accounts(material: Material) -> Section | None:
    """Occasions of which both sides have an account, those furthest apart first; nothing where there is none that may be told."""
    shown = {each.id: each for each in material.plain if not each.silent and each.type == "CONSULT"}
    asked = {each.id for each in material.told}
    found = pairable((each for each in material.engaged if each.id in asked), _Plain(material))
    told_ = [each for each in found if each.engagement in shown and _speaks(each) and _both(each, shown[each.engagement])]
    # what a page tells of one side goes with each of its occasions, and is told once
    pairs = list({(each.a.words, each.b.words): each for each in reversed(told_)}.values())[::-1]
    if not pairs:
        return None
    lines = tuple(_line(each, shown[each.engagement or ""], material) for each in pairs[:_LISTED])
    note = text("What two accounts of one occasion have in common and what only one has. It is no measure of who is right.")
    return Section("accounts", "Two accounts of one occasion", (note, Items(lines)))


class _Plain:
    """The readings without what a machine read that is not plainly told: nobody is given an account by that."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def coded(self, document: str) -> Coded:
        """What is plainly told in a document, by its id."""
        reading, plain = self._material.coded(document), self._material.prudence.plain
        return msgspec.structs.replace(reading, events=tuple(e for e in reading.events if not by_machine(e) or plain(e)))


def _both(pair: Paired, entry: Entry) -> bool:
    """Whether the accounts are those of two who took part: what a publisher sums up is nobody's."""
    return {pair.a.side, pair.b.side} <= entry_parties(entry)


def _speaks(pair: Paired) -> bool:
    return any(_parts(account) for account in (pair.a, pair.b))


def _line(pair: Paired, entry: Entry, material: Material) -> Line:
    parts: list[Inline] = [told(entry, material.case, material.about.country), Rows("", (entry.id,)), ". "]
    for account in (pair.a, pair.b):
        said = _parts(account)
        parts += [f"{_whose(account)}: ", *(said or ["no ask, offer or subject is read in it"]), ". "]
    for account, only in ((pair.a, pair.splits["topics"].first), (pair.b, pair.splits["topics"].second)):
        if only and pair.a.topics and pair.b.topics:
            parts += [f"Only {_side(account)} {_speaks_of(account)} {_topics(only)}. "]
    parts += [f"The second account came {count(pair.days, 'day')} later."] if pair.days else []
    return tuple(parts)


def _parts(account: Account) -> list[Inline]:
    parts: list[Inline] = []
    for field, verb in _SAID:
        found = getattr(account, field)
        words = [each if isinstance(each, str) else each[1] for each in found]
        for each in dict.fromkeys(word for word in words if len(word) >= _LEAST and (field != "asks" or ASKING.match(word))):
            parts += ["; " if parts else "", f"{verb} ", Quote(cut(each, _WORDS))]
    if account.topics:
        parts += ["; " if parts else "", f"subjects: {_topics(account.topics)}"]
    return [part for part in parts if part]


def _topics(topics: tuple[str, ...]) -> str:
    return listed([labels.label("topic", each) for each in topics])


def _whose(account: Account) -> str:
    return f"By the account of {_side(account)}"


def _side(account: Account) -> str:
    if labels.class_of(account.side) == "AUTH":
        return "the authorities"
    return labels.party(account.side) if account.side.isupper() else account.side[:1].lower() + account.side[1:]


def _speaks_of(account: Account) -> str:
    return "speak of" if labels.class_of(account.side) == "AUTH" else "speaks of"
