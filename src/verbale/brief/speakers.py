"""Who speaks in the sentences of a page: a person of the catalogue before a word for saying, or a "he" that means one.

A coder finds acts. What somebody said of an occasion is often none, and belongs to that side's account of it all the same. The
words for saying are data (``common/speaking.toml``); where a sentence leaves open who speaks, nobody does.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping

import msgspec

from verbale.catalogue import tables
from verbale.catalogue.dates import within
from verbale.engagements.sentences import every
from verbale.identities.offices import catalogued
from verbale.model import Document, Participant

_PERSON = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:him|her)(?= (?:although|though|but|because|when|after|before|as|that|to|and)\b|[,.;])")
"""What stands for somebody else than the one just named."""
_WORD = re.compile(r"[^\W\d_]+")
_NONE: dict[str, str] = {}
_CAPITALS = re.compile(r"[^\W\d_a-z][\w'’\-]+(?: [^\W\d_a-z][\w'’\-]+)+")


class Spoken(msgspec.Struct, frozen=True):
    """A sentence of a page in which somebody speaks: where it stands, and who speaks, at the words that say so."""

    document: Document
    start: int
    end: int
    speaker: Participant

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who has a part in it."""
        return (self.speaker,)


class _Rules(msgspec.Struct, frozen=True):
    verbs: str
    before: str
    between: str
    offices: str
    elsewhen: str
    tells: str
    broader: dict[str, list[str]]


def named(document: Document, case: str) -> tuple[Participant, ...]:
    """The people of the catalogue whom a page names, in its order; by a surname where it has the whole name too."""
    whole = list(_found(document.text, _aliases(case)))
    surnames: dict[str, set[str]] = {}
    for _, _, actor in whole:
        surnames.setdefault(_names(case)[actor].split()[-1], set()).add(actor)
    alone = {_WORD.findall(name)[0]: {name: min(of)} for name, of in surnames.items() if len(of) == 1}
    taken = {n for start, name, _ in whole for n in range(start, start + len(name))}
    single = (each for each in _found(document.text, alone) if each[0] not in taken)
    return tuple(_person(document, actor, start, name, case) for start, name, actor in sorted((*whole, *single)))


def spoken(document: Document, people: tuple[Participant, ...], ordinary: Callable[[str], bool]) -> Iterator[Spoken]:
    """The sentences in which one of the people of a page speaks, in its order.

    Args:
        document: The page.
        people: Those of the catalogue whom it names (``named``).
        ordinary: Whether a word, capital or not, is no person's name.
    """
    last: Participant | None = None
    for start, end in every(document.text):
        here = [who for who in people if start <= who.start < end]
        speaker = _speaker(document.text, start, end, here, last)
        if speaker is not None:
            yield Spoken(document, start, end, speaker)
        if here:
            last = here[0]
        elif _of_another(document.text, start, end, ordinary):
            last = None


def elsewhen(sentence: str) -> bool:
    """Whether a sentence tells what was said before the occasion, is to be said at it, or is said in general."""
    return _compiled()[4].search(sentence) is not None


def _speaker(text: str, start: int, end: int, here: list[Participant], last: Participant | None) -> Participant | None:
    verbs, before, between, *_ = _compiled()
    meant = (_meant(found, here, last) for found in _PERSON.finditer(text, start, end))
    spelt = (*here, *(who for who in meant if who is not None))
    for verb in verbs.finditer(text, start, end):
        for who in spelt:
            if who.end <= verb.start() and between.fullmatch(text, who.end, verb.start()):
                return who
    return next((who for who in here if before.search(text, start, who.start)), None)


def _of_another(text: str, start: int, end: int, ordinary: Callable[[str], bool]) -> bool:
    """Whether a sentence that names nobody known speaks of somebody, so that the next "he" may be said of them."""
    if _compiled()[3].search(text, start, end):
        return True
    return any(not any(map(ordinary, run[0].split())) for run in _CAPITALS.finditer(text, start, end))


def _meant(pronoun: re.Match[str], here: list[Participant], last: Participant | None) -> Participant | None:
    """Whom a "he" means: the one person named before it in its sentence, else whom the sentence before is about."""
    before = {who.actor: who for who in here if who.end <= pronoun.start()}
    if any(_OBJECT.search(pronoun.string, who.end, pronoun.start()) for who in before.values()):
        # "he refused to see her although she had asked"
        return None
    who = last if not before else next(iter(before.values())) if len(before) == 1 else None
    return who and msgspec.structs.replace(who, name=pronoun[0], start=pronoun.start(), end=pronoun.end())


def _found(text: str, names: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[int, str, str]]:
    """Where names stand in a text, each with whose it is; ``names`` are by their first words, the longest first."""
    if not names:
        return
    end = 0
    for word in _WORD.finditer(text):
        if word.start() >= end:
            for name, actor in names.get(word[0], _NONE).items():
                end = word.start() + len(name)
                if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                    yield word.start(), name, actor
                    break
            else:
                end = word.end()


def _person(document: Document, actor: str, start: int, words: str, case: str) -> Participant:
    held = catalogued(actor, case)
    then = {each.party for each in held if within(document.published, each.since, each.until)}
    parties = then or {each.party for each in held}
    party = min(parties) if len(parties) == 1 else None
    return Participant(name=words, role="source", party=party, actor=actor, start=start, end=start + len(words))


def tells(sentence: str) -> bool:
    """Whether a sentence passes on what somebody told."""
    return _compiled()[5].search(sentence) is not None


def narrower(topic: str) -> list[str]:
    """The topics of which whoever speaks has spoken of a broader one."""
    return _rules().broader.get(topic, [])


@functools.cache
def _rules() -> _Rules:
    return msgspec.convert(tables.toml("common", "speaking"), _Rules)


@functools.cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    rules = _rules()
    return tuple(
        re.compile(each) for each in (rules.verbs, rules.before, rules.between, rules.offices, rules.elsewhen, rules.tells)
    )


@functools.cache
def _names(case: str) -> dict[str, str]:
    return {row["id"]: row["name"] for pack in ("common", case) for row in tables.rows(pack, "people")}


@functools.cache
def _aliases(case: str) -> dict[str, dict[str, str]]:
    """Whole names with the ids of whose they are, by their first words, the longest first; what two share names neither."""
    found: dict[str, set[str]] = {}
    for row in (row for pack in ("common", case) for row in tables.rows(pack, "people")):
        for name in (row["name"], *tables.cells(row["aliases"])):
            found.setdefault(name, set()).add(row["id"])
    made: dict[str, dict[str, str]] = {}
    for name in sorted(found, key=len, reverse=True):
        if len(found[name]) == 1 and " " in name:
            made.setdefault(_WORD.findall(name)[0], {})[name] = min(found[name])
    return made
