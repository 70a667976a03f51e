"""The coder's words, from the tables of ``cases/common``: roles with ranks, classes of people, collectives, frames."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import Literal

import msgspec

from verbale.catalogue import tables

RoleKind = Literal[
    "head_of_state", "minister", "deputy", "dg", "envoy", "ambassador", "charge", "consul", "official", "spokes", "institution"
]


_OFFICIALS = {"delegation", "lawmakers", "diplomats", "representatives", "envoys", "commanders"}


class RoleWord(msgspec.Struct, frozen=True):
    """A phrase that names an office or an official body: its kind and rank (0 to 11)."""

    phrase: str
    kind: str
    rank: int


class Slot(msgspec.Struct, frozen=True):
    """Where a frame looks for somebody: a grammatical place, and whether it may reach into a thing named there."""

    name: str
    reach: bool


class Frame(msgspec.Struct, frozen=True):
    """One reading of a trigger: what it takes for it to hold (``when``), what it means, who is who."""

    id: str
    trigger: str
    pos: str
    type: str
    mode: str
    status: str
    source: tuple[Slot, ...]
    target: tuple[Slot, ...]
    when: tuple[str, ...]
    weight: float


@functools.cache
def roles() -> dict[str, RoleWord]:
    """Role phrases in lower case, with their kind and rank."""
    return {r["phrase"]: RoleWord(r["phrase"], r["kind"], int(r["rank"])) for r in tables.rows("common", "roles")}


@functools.cache
def classes() -> dict[str, str]:
    """Phrases for classes of a country's people, with the suffix of the codebook's code."""
    return {r["phrase"]: r["class"] for r in tables.rows("common", "classes")}


@functools.cache
def collectives() -> dict[str, str]:
    """Phrases for parties beyond one country ("the international community"), with their code."""
    return {r["phrase"]: r["party"] for r in tables.rows("common", "collectives")}


@functools.cache
def words(name: str) -> frozenset[str]:
    """A word list of ``lexicon.toml`` by its name."""
    return frozenset(tables.toml("common", "lexicon")["words"][name])


def names_people(word: str, lemma: str) -> bool:
    """Whether a noun names people: an office, a delegation, a class."""
    known = roles().get(lemma) or roles().get(word)
    if known is not None:
        return known.kind != "institution" or word in _OFFICIALS
    return word in classes() or lemma in classes() or word in words("generic_heads") or lemma in words("quantity")


@functools.cache
def of_blocs() -> dict[str, str]:
    """Adjectives by which a thing is that of many states ("*Western* pressure"), with their party's code."""
    return dict(tables.toml("common", "lexicon")["of_blocs"])


@functools.cache
def default_roles() -> dict[str, str]:
    """Offices that one body alone has in the news ("the Secretary-General"), with that body's party code."""
    return dict(tables.toml("common", "lexicon")["default_roles"])


@functools.cache
def titles_of() -> dict[str, list[str]]:
    """Offices that few states call so, with those states' codes, the one whose office it is most often in the news first."""
    return dict(tables.toml("common", "lexicon")["titles_of"])


@functools.cache
def other_bodies() -> dict[str, list[str]]:
    """Bodies, and the words before their names with which these are the ends of other bodies' names."""
    return dict(tables.toml("common", "lexicon")["other_bodies"])


@functools.cache
def frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by the head word of their trigger and its part of speech (``V``, ``N``, ``A``)."""
    found: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for n, row in enumerate(tables.rows("common", "frames"), 2):
        words_ = row["trigger"].split()
        head = words_[0] if row["pos"] == "V" else words_[0] if "of" in words_ else words_[-1]
        found[head, row["pos"]].append(_frame(n, row))
    return {k: tuple(v) for k, v in found.items()}


def _frame(line: int, row: dict[str, str]) -> Frame:
    name = f"{row['trigger']}.{row['pos'].lower()}.{row['type'].lower()}.{row['mode']}:{line}"
    when = tuple(row["when"].split("&")) if row["when"] else ()
    source, target = (tuple(Slot(s.rstrip(">"), s.endswith(">")) for s in row[k].split()) for k in ("source", "target"))
    status, weight = row["status"] or "happened", float(row["weight"])
    return Frame(name, row["trigger"], row["pos"], row["type"], row["mode"], status, source, target, when, weight)


class Never(msgspec.Struct, frozen=True):
    """A type, or one of its modes, that a trigger never tells under some conditions, however likely a model holds it."""

    type: str
    when: tuple[str, ...]


@functools.cache
def never() -> dict[tuple[str, str], tuple[Never, ...]]:
    """What triggers never tell, by the word and its part of speech."""
    found: dict[tuple[str, str], list[Never]] = defaultdict(list)
    for row in tables.rows("common", "never"):
        ruled_out = Never(row["type"], tuple(row["when"].split("&")) if row["when"] else ())
        for trigger in tables.cells(row["triggers"]):
            found[trigger, row["pos"]].append(ruled_out)
    return {k: tuple(v) for k, v in found.items()}


_PLACES = {"V": ("subj", "obj to with on against"), "N": ("poss by from of", "with to on against"), "A": ("subj", "to with")}
"""Where a frame that was learnt looks first for who acts and to whom; the ranker chooses among all at hand."""
_LEARNT = 0.3
"""The score of a frame that was learnt, below that of any row of the table."""


@functools.lru_cache(maxsize=1 << 12)
def learnt(trigger: str, pos: str, type_: str, mode: str) -> Frame:
    """A reading that no row of the table gives, but training does."""
    source, target = (tuple(Slot(name, reach=False) for name in names.split()) for names in _PLACES[pos])
    name = f"{trigger}.{pos.lower()}.{type_.lower()}.{mode}:learnt"
    return Frame(name, trigger, pos, type_, mode, "happened", source, target, (), _LEARNT)
