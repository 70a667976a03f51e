"""The known world as the coder asks it: which names there are, who acts for a country on a day, who held which office."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from typing import Any, Literal

import msgspec

from verbale.catalogue import tables
from verbale.catalogue.dates import within
from verbale.catalogue.fold import fold

Kind = Literal["state", "demonym", "people", "capital", "metonym", "body", "authority", "organisation", "person", "place", "forum"]


class Entry(msgspec.Struct, frozen=True):
    """A name of the catalogue: its kind, the id or code that it stands for, and the country or party."""

    kind: Kind
    id: str
    code: str
    since: str = ""
    until: str = ""


class Office(msgspec.Struct, frozen=True):
    """An office that a person held: party, title as usually printed, rank 0 to 11, EDTF bounds (empty: open or unknown)."""

    person: str
    party: str
    title: str
    rank: int
    since: str
    until: str
    seen: tuple[str, ...]


class World:
    """All names and offices of ``common`` and of one case pack."""

    def __init__(self, case: str) -> None:
        """Load the tables of ``common`` and of ``case`` (``none``: only what is common)."""
        self.case = case
        self.pack: dict[str, Any] = tables.pack_of(case)
        self.folders = ["common", *([case] if case != "none" else [])]
        self.names: dict[str, list[Entry]] = defaultdict(list)
        self.offices: dict[str, list[Office]] = defaultdict(list)
        self.people: dict[str, str] = {}
        self.surnames: dict[str, list[str]] = defaultdict(list)
        self.authorities: dict[str, list[Entry]] = defaultdict(list)
        self.outlets: dict[str, str] = {}
        self._acting = functools.lru_cache(maxsize=1 << 12)(self._acting_on)
        self._load()

    # -- questions -----------------------------------------------------------------------------------------------

    def acting(self, country: str, day: str | None) -> str:
        """The party code of whoever acts for ``country`` on ``day``: its contested authority where there is one, else the state.

        An authority that holds only a part of a country does not act for it; the table's notes tell which do ("[country, ...]").
        """
        return self._acting(country, day)

    def _acting_on(self, country: str, day: str | None) -> str:
        for entry in self.authorities.get(country, ()):
            if entry.code.endswith("-AUTH") and within(day, entry.since, entry.until):
                return entry.code
        return country

    def contested(self, country: str, day: str | None) -> bool:
        """Whether a contested authority acts for ``country`` on ``day``."""
        return self.acting(country, day) != country

    def formerly(self, country: str, day: str, then: str) -> str:
        """The code on the day ``then`` of the body that acts for ``country`` on ``day``; where none is known, that of ``day``."""
        acts = self.acting(country, day)
        alike = (found for found in self._of_authorities if any(e.code == acts and within(day, e.since, e.until) for e in found))
        codes = {e.code for found in alike for e in found if e.kind == "authority" and within(then, e.since, e.until)}
        return next(iter(sorted(codes)), acts) if len({c for c in codes if c.startswith(country)}) == 1 else acts

    def party_of(self, entry: Entry, day: str | None) -> str | None:
        """The party that a name stands for on ``day``; ``None`` where the name stood for another party then."""
        if entry.kind in ("state", "demonym", "capital", "metonym"):
            return self.acting(entry.code, day)
        if entry.kind == "people":
            return f"{entry.code}-PPL"
        if entry.kind == "person":
            office = self.office(entry.id, day)
            return office.party if office else None
        return entry.code if within(day, entry.since, entry.until) else None

    @functools.cached_property
    def _of_authorities(self) -> list[list[Entry]]:
        """The entries of every name that an authority goes by."""
        return [found for found in self.names.values() if any(e.kind == "authority" for e in found)]

    def office(self, person: str, day: str | None) -> Office | None:
        """The office that ``person`` most likely acted in on ``day``: held then, else seen or begun nearest to it."""
        held = self.offices.get(person, [])
        if not held:
            return None
        return max(
            held, key=lambda o: (within(day, o.since, o.until), _dated(o), o.since[:10] if o.since <= (day or "9") else "", o.rank)
        )

    def office_for(self, person: str, party: str | None) -> Office | None:
        """The last office that ``person`` held for ``party``; for whom words name as theirs, whatever is held on the day."""
        return max((o for o in self.offices.get(person, []) if o.party == party), key=lambda o: o.since, default=None)

    def surname(self, name: str) -> list[str]:
        """The ids of the case pack's people (of all people, without a case) whose last name is ``name``."""
        return self.surnames.get(fold(name), [])

    @property
    def country(self) -> str | None:
        """The case's country (ISO 3166 alpha-3)."""
        return self.pack.get("country")

    # -- loading -------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        for folder in self.folders:
            self._load_states(folder)
            self._load_bodies(folder)
            self._load_authorities(folder)
            self._load_people(folder)
            self._load_places(folder)
            for row in tables.rows(folder, "outlets"):
                for domain in tables.cells(row.get("domains", "")):
                    self.outlets[domain.lower()] = row.get("party", "")
                self.outlets[row["name"].lower()] = row.get("party", "")
        for found in self._of_authorities:
            _outlive(found)

    def _add(self, names: list[str], entry: Entry) -> None:
        for name in dict.fromkeys(fold(n) for n in names if len(n) > 1):
            if entry not in self.names[name]:
                self.names[name].append(entry)

    def _load_states(self, folder: str) -> None:
        for row in tables.rows(folder, "states"):
            code = row["code"]
            for kind, column in _STATE_COLUMNS:
                names = tables.cells(row[column]) + ([row["name"]] if kind == "state" else [])
                self._add(names, Entry(kind, code, code))

    def _load_bodies(self, folder: str) -> None:
        for row in tables.rows(folder, "bodies"):
            self._add([row["name"], *tables.cells(row["aliases"])], Entry("body", row["id"], row["code"]))
        for row in tables.rows(folder, "organisations"):
            self._add([row["name"], *tables.cells(row["aliases"])], Entry("organisation", row["id"], row["party"]))
        for row in tables.rows(folder, "forums"):
            self._add([row["name"], *tables.cells(row["aliases"])], Entry("forum", row["id"], row.get("organiser_party", "")))

    def _load_authorities(self, folder: str) -> None:
        for row in tables.rows(folder, "authorities"):
            entry = Entry("authority", row["code"], row["code"], row["from"], row["until"])
            self._add([row["name"], *tables.cells(row["aliases"])], entry)
            if row["note"].startswith("[country"):
                self.authorities[row["country"]].append(entry)

    def _load_people(self, folder: str) -> None:
        for row in tables.rows(folder, "people"):
            self.people[row["id"]] = row["name"]
            for name in _surnames([row["name"], *tables.cells(row["aliases"])]):
                self.surnames[name].append(row["id"])
            self._add([row["name"], *tables.cells(row["aliases"])], Entry("person", row["id"], ""))
        for row in tables.rows(folder, "offices"):
            seen = tuple(tables.cells(row.get("seen", "")))
            rank = int(row["rank"] or 0)
            self.offices[row["person"]].append(
                Office(row["person"], row["party"], row["title"], rank, row["from"], row["until"], seen)
            )

    def _load_places(self, folder: str) -> None:
        for row in tables.rows(folder, "places"):
            self._add([row["name"], *tables.cells(row["aliases"])], Entry("place", row["name"], row["country"]))


_STATE_COLUMNS: tuple[tuple[Kind, str], ...] = (
    ("state", "aliases"), ("demonym", "demonyms"), ("people", "people"), ("capital", "capital"), ("metonym", "metonyms"),
)  # fmt: skip


def _outlive(entries: list[Entry]) -> None:
    """Let a name that was last an armed body's or an opposition's stay theirs: what is no more is told of as what it was."""
    last = max((e for e in entries if e.kind == "authority"), key=lambda e: e.since)
    if last.until and last.code.endswith(("-ARM", "-OPP")):
        entries[entries.index(last)] = msgspec.structs.replace(last, until="")


def _surnames(names: list[str]) -> set[str]:
    """The last words of somebody's full names, as each of them is spelled, and without the article of Arabic ones."""
    last = {fold(n.split()[-1]) for n in names if " " in n}
    return last | {re.sub(r"^(?:al|el|as|ad|ash)-", "", name, flags=re.IGNORECASE) for name in last}


def _dated(office: Office) -> bool:
    """Whether anything is known of when the office was held: a dated office outweighs an undated one."""
    return bool(office.since or office.until or office.seen)


@functools.cache
def load_world(case: str) -> World:
    """The world for a case, loaded once a process."""
    return World(case)
