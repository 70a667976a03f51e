"""The facts of ``common`` that citations are checked against, each with its source and whether that was confirmed."""

from __future__ import annotations

import functools
import re

import msgspec

from verbale.catalogue import tables


class Fact(msgspec.Struct, frozen=True):
    """Where a fact is from, and whether that was looked up."""

    source: str
    confirmed: bool


class Instrument(Fact, frozen=True):
    """A row of the instruments: what it is, who adopted it and when, and when it entered into force (EDTF)."""

    id: str
    kind: str
    name: str
    body: str
    adopted: str
    in_force: str


class Standing(Fact, frozen=True):
    """How a state stands to a treaty: ``party``, ``signed``, ``withdrawn``, ``none``."""

    status: str
    date: str


class Vote(Fact, frozen=True):
    """How the Security Council or the General Assembly voted."""

    yes: int
    no: int
    abstain: int


class Committee(Fact, frozen=True):
    """A committee and the treaty that it watches over."""

    name: str
    instrument: str


class Subject(Fact, frozen=True):
    """What a resolution is known for, and the words that tell of it."""

    resolution: str
    what: str
    words: re.Pattern[str]


class KindRule(Fact, frozen=True):
    """What instruments of a kind are never called, and whether states join them."""

    never: tuple[str, ...]
    joined: bool


class Power(Fact, frozen=True):
    """An act that only some may do: its words, theirs, and those of others who may not."""

    act: re.Pattern[str]
    competent: re.Pattern[str]
    others: re.Pattern[str]
    what: str
    instrument: str
    states: str
    rule: str
    suggestion: str


class VotingRule(Fact, frozen=True):
    """What makes a vote impossible."""

    rule: str
    suggestion: str


class Veto(VotingRule, frozen=True):
    """What the vote of a permanent member of the Security Council against does."""

    members: tuple[str, ...]


class Assembly(VotingRule, frozen=True):
    """How the General Assembly votes, and how many members it has."""

    members: int


@functools.cache
def instruments() -> dict[str, Instrument]:
    """The instruments by id."""
    return {
        r["id"]: Instrument(*_known(r), r["id"], r["kind"], r["name"], r["body"], r["adopted"], r["in_force"])
        for r in tables.rows("common", "instruments")
    }


@functools.cache
def standings() -> dict[tuple[str, str], Standing]:
    """How states stand to treaties, by treaty and country."""
    return {(r["instrument"], r["country"]): Standing(*_known(r), r["status"], r["date"]) for r in tables.rows("common", "parties")}


@functools.cache
def votes() -> dict[str, Vote]:
    """The votes on resolutions."""
    return {
        r["resolution"]: Vote(*_known(r), int(r["yes"]), int(r["no"]), int(r["abstain"])) for r in tables.rows("common", "votes")
    }


@functools.cache
def committees() -> tuple[Committee, ...]:
    """The committees of treaties."""
    return tuple(Committee(*_known(r), r["name"], r["instrument"]) for r in tables.rows("common", "committees"))


@functools.cache
def subjects() -> tuple[Subject, ...]:
    """What resolutions are known for."""
    return tuple(Subject(*_known(r), r["resolution"], r["what"], re.compile(r["words"])) for r in tables.rows("common", "subjects"))


@functools.cache
def kind_rules() -> dict[str, KindRule]:
    """What kinds of instruments are never called."""
    data = tables.toml("common", "kinds")
    rules = {kind: rule for kind, rule in data.items() if isinstance(rule, dict)}
    return {kind: KindRule(*_known(data), tuple(rule["never"]), rule["joined"]) for kind, rule in rules.items()}


@functools.cache
def powers() -> tuple[Power, ...]:
    """The acts that only some may do."""
    return tuple(
        Power(
            *_known(p),
            re.compile(rf"\b(?P<verb>{p['verbs']})\b(?P<between>[^.;]{{0,120}}?)\s(?P<object>{p['object']})(?!\w)"),
            re.compile(rf"\b(?:{p['competent']})\b"),
            re.compile(rf"\b(?:{p['others']})\b"),
            *(p[k] for k in ("what", "instrument", "states", "rule", "suggestion")),
        )
        for p in tables.toml("common", "competence").values()
        if "verbs" in p
    )


@functools.cache
def veto() -> Veto:
    """The rule on votes against by permanent members."""
    rule = tables.toml("common", "competence")["veto"]
    return Veto(*_known(rule), rule["rule"], rule["suggestion"], tuple(rule["members"]))


@functools.cache
def assembly() -> Assembly:
    """The rule on votes of the General Assembly."""
    rule = tables.toml("common", "competence")["assembly"]
    return Assembly(*_known(rule), rule["rule"], rule["suggestion"], rule["members"])


def _known(row: dict[str, str]) -> tuple[str, bool]:
    return row["source"], row["confirmed"] == "yes"
