"""On whose terms the contact was: where, whose account is known, who was kept out, what was disclaimed or made a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verbale.analysis.entries import AUTHORITY, Entry
from verbale.brief.material import Material
from verbale.brief.occasions import occasions
from verbale.brief.page import Inline, Line
from verbale.brief.screen.sides import figure, split
from verbale.brief.screen.sides import met as engagements
from verbale.brief.veil import Veil
from verbale.brief.versions import versions
from verbale.catalogue import labels
from verbale.engagements.reports import accounts
from verbale.engagements.wording import by_machine
from verbale.model import Event
from verbale.pictures.words import count

_WHERE = {
    ("authority_capital", "authority_territory"): "took place where the authorities rule",
    ("counterpart_country",): "in the country of the other party",
    ("third_country",): "in a third country",
    ("online",): "at a distance",
}


def terms(material: Material, veil: Veil) -> Line:
    """Where the authorities were met, whose account alone is known, women, disclaimers and conditions."""
    met = material.met["authority"]
    parts: list[Inline] = []
    if met:
        where = {words: [e for e in met if e.values.get("venue") in values] for values, words in _WHERE.items()}
        placed = {each.id for found in where.values() for each in found}
        rest = [each for each in met if each.id not in placed]
        total = f"the {count(len(met), 'contact')} with the authorities"
        parts += split(total, where)
        parts += ["Of ", figure(rest), " no place is told. "] if placed and rest else []
    for words, found in _facts(material, veil, met):
        parts += [f"{words} ", figure(found, "contact" if words.endswith(("of", "at")) else "act"), ". "] if found else []
    return tuple(parts)


def _facts(material: Material, veil: Veil, met: list[Entry]) -> list[tuple[str, list[Entry]]]:
    contacts, acts = engagements(material), material.acts
    return [
        ("Only the authorities’ own account was read of", _alone(material, veil, met)),
        ("Women are said to have been present at", _of(contacts, lambda e: e.values.get("women_present") == "yes")),
        ("Women are said to have been kept out of", _of(contacts, lambda e: e.values.get("women_present") == "excluded")),
        (
            "Recognition was disclaimed, or said not to be at issue, in",
            _of(acts, lambda e: e.facts.disclaimed and any(map(_disclaims, e.events))),
        ),
        ("Conditions were set in", _of(acts, lambda e: e.facts.conditions)),
    ]


def _of(entries: Iterable[Entry], wanted: Callable[[Entry], bool]) -> list[Entry]:
    return [each for each in entries if wanted(each)]


def _disclaims(event: Event) -> bool:
    """Whether an event has a disclaimer: of a machine's reading, one whose words it has."""
    return event.disclaimer and (not by_machine(event) or any(said.kind == "disclaimer" for said in event.said))


def _alone(material: Material, veil: Veil, met: list[Entry]) -> list[Entry]:
    """Contact of which nobody but the authorities gives an account, in its reports or in what else is told of those days."""
    alone = [each for each in met if _own(each)]
    answered = _answered(material) if alone else set()
    own = {each.id: each for each in alone if answered.isdisjoint(_pairs(each))}
    if own:
        known = versions(material, veil)
        for of in occasions(material):
            mine = [each for each in of.entries if each.id in own]
            if mine and of.outside in known.of(of):
                for each in mine:
                    own.pop(each.id, None)
    return list(own.values())


def _pairs(entry: Entry) -> Iterable[tuple[str, str]]:
    """The pages that tell of an act, each with every outside party of it."""
    return ((page, party) for page in entry.documents for party in entry.outside)


def _answered(material: Material) -> set[tuple[str, str]]:
    """The pages that tell plainly of something else that an outside party did, with the party: it is heard there too."""
    acts = (each for each in material.acts if each.type != "CONSULT")
    told = (event for each in acts for event in each.events if not any(map(_by_authority, accounts(event))))
    return {(event.document.id, party) for event in told for party in event.parties("source")}


def _by_authority(party: str) -> bool:
    return labels.class_of(party) == AUTHORITY


def _own(entry: Entry) -> bool:
    """Whether every report of it is the authorities' own account."""
    told = [event.publicised_by for event in entry.events]
    return all(by and all(map(_by_authority, by)) for by in told)
