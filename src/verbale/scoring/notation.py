"""Texts with their codings in a notation that people write by hand: each text, and under it the acts that it reports.

    ### doha-envoys-2
    genre: wire
    title: Envoys meet in Doha
    published: 2024-03-12
    case: afghanistan
    ---
    Thomas West has left Doha. Amir Khan Muttaqi met his guest there a day before.
    ---
    CONSULT meet happened
      source: Amir Khan Muttaqi = AFG-AUTH
      target: his guest -> Thomas West = USA
      date: 2024-03-11
      place: Doha, QAT
      facets: channel=in_person level=USA:envoy,AFG-AUTH:minister topics=detainees
      words: Amir Khan Muttaqi met his guest | a day before

``NONE`` stands under a text that reports no act. A name is the words of the text; behind ``->`` stands whom they mean where they do
not say so themselves; ``?`` is a party that cannot be told. ``words#2`` is their second occurrence in the text; without it names
are looked for in the words of the act, then from there backwards, then anywhere.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

from verbale.catalogue import labels
from verbale.errors import DataError
from verbale.model import Role, Status
from verbale.scoring.locating import find, near
from verbale.sources.document import clean

LISTS = ("topics", "tools", "needs", "publicised_by", "instruments")
_HINT = "the notation is told in docs/guides/evaluate.md"
_BLOCK = re.compile(r"(?m)^### ")
_RULE = re.compile(r"(?m)^---[ \t]*$")
_PRECISION = {10: "day", 7: "month", 4: "year"}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_PARTY = re.compile(r"\?|[A-Z0-9]{2,}(-[A-Z]{3,4})?")

Fields = dict[str, Any]


def parse(source: str) -> Iterator[Fields]:
    """The texts of ``source`` with their acts, as gold has them; a text that nobody coded has no ``events``.

    Raises:
        DataError: A text or an act is not written in the notation.
    """
    for block in _BLOCK.split(source)[1:]:
        name, _, rest = block.partition("\n")
        try:
            yield _passage(name.strip(), rest)
        except DataError as wrong:
            raise DataError(f"{name.strip()}: {wrong.message}", _HINT) from wrong


def problems(source: str) -> list[str]:
    """What is wrong with each text, all at once."""
    found = []
    for block in _BLOCK.split(source)[1:]:
        try:
            list(parse(f"### {block}"))
        except DataError as wrong:
            found.append(wrong.message)
    return found


def _passage(name: str, block: str) -> Fields:
    parts = _RULE.split(block)
    if len(parts) not in (2, 3):
        raise DataError(f"needs a head, a text and acts, parted by lines of three dashes; it has {len(parts)} parts")
    head = dict(_pair(line) for line in parts[0].strip().splitlines() if line.strip())
    text = clean(parts[1].strip("\n").rstrip() + "\n")
    coded: Fields = {"id": name, **head, "sha256": hashlib.sha256(text.encode()).hexdigest(), "text": text}
    if len(parts) == 3:
        coded["events"] = [_act(lines, text) for lines in _acts(parts[2])]
    return coded


def _pair(line: str) -> tuple[str, str]:
    key, mark, value = line.partition(":")
    if not mark:
        raise DataError(f"this line is no 'key: value': {line.strip()!r}")
    return key.strip(), value.strip()


def _acts(block: str) -> list[list[str]]:
    lines = [line for line in block.splitlines() if line.strip()]
    if [line.strip() for line in lines] == ["NONE"]:
        return []
    if not lines:
        raise DataError("no acts: write NONE where there are none")
    if lines[0][0].isspace():
        raise DataError(f"this line belongs to no act: {lines[0].strip()!r}")
    acts: list[list[str]] = []
    for line in lines:
        if not line[0].isspace():
            acts.append([])
        acts[-1].append(line.strip())
    return acts


def _act(lines: list[str], text: str) -> Fields:
    told = [_pair(line) for line in lines[1:]]
    evidence = _evidence([value for key, value in told if key == "words"], text)
    act: Fields = {**_kind(lines[0]), "participants": [], "date": None, "place": None, "place_country": None, "evidence": evidence}
    for key, value in told:
        if key in get_args(Role):
            act["participants"].append({**_who(value, text, evidence), "role": key})
        elif key == "by":
            act["attribution"] = {each: _who(value, text, evidence)[each] for each in ("name", "party")}
        elif key in _FIELDS:
            act.update(_FIELDS[key](value))
        elif key != "words":
            raise DataError(f"no such line in an act: {key!r}")
    if not act["participants"]:
        raise DataError(f"an act without participants: {lines[0]!r}")
    return act


def _kind(line: str) -> Fields:
    kind, mode, status, *_ = [*line.split(), "happened", ""]
    if f"{kind}/{mode}" not in labels.codes("phrase") or status not in get_args(Status):
        raise DataError(f"no such type, mode or status: {line!r}")
    return {"type": kind, "mode": mode, "status": status}


def _date(value: str) -> Fields:
    given, _, basis = value.partition(" ")
    if given == "-":
        return {"date": None}
    if not _DATE.fullmatch(given):
        raise DataError(f"no date: {value!r}")
    return {"date": given, "date_precision": _PRECISION[len(given)], **({"date_basis": basis} if basis else {})}


def _place(value: str) -> Fields:
    place, _, country = value.rpartition(",") if "," in value else (value, "", "")
    return {"place": place.strip() or None, "place_country": country.strip() or None}


def _facets(value: str) -> Fields:
    return dict(_facet(each) for each in value.split())


def _facet(each: str) -> tuple[str, object]:
    key, mark, given = each.partition("=")
    if not mark:
        raise DataError(f"no facet: {each!r}")
    if key != "level":
        return key, given.split(",") if key in LISTS else {"true": True, "false": False}.get(given, given)
    levels = [pair.partition(":") for pair in given.split(",")]
    if not all(level for *_, level in levels):
        raise DataError(f"a level is PARTY:level: {each!r}")
    return key, {party: level for party, _, level in levels}


_FIELDS: dict[str, Callable[[str], Fields]] = {"date": _date, "place": _place, "facets": _facets}


def _evidence(given: list[str], text: str) -> list[list[int]]:
    parts = [part.strip() for line in given for part in line.split(" | ")]
    if not parts:
        raise DataError("an act without words")
    return [list(find(part, text)) for part in parts]


def _who(value: str, text: str, evidence: list[list[int]]) -> Fields:
    words, mark, party = (part.strip() for part in value.rpartition("="))
    if not mark or not _PARTY.fullmatch(party):
        raise DataError(f"no 'name = PARTY': {value!r}")
    name, _, meant = (part.strip() for part in words.partition("->"))
    start, end = near(name, text, evidence)
    known = None if party == "?" else party
    return {"name": text[start:end], "party": known, "start": start, "end": end, **({"means": meant} if meant else {})}
