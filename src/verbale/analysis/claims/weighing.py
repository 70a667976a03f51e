"""One claim weighed: what is asked of the record, what it holds for and against, and what the claim leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

import msgspec

from verbale.analysis.entries import AUTHORITY, OTHERS, Entry, Rule, admits
from verbale.analysis.minutes import Minutes
from verbale.analysis.trend import Question, Trend, trend
from verbale.analysis.trend.verdict import FALL, REFUSED, RISE
from verbale.catalogue import labels, tables
from verbale.catalogue.tables import holds
from verbale.model import Claim
from verbale.record.dates import ordinals

Verdict = Literal["supported", "contradicted", "for and against", "not decided", "no verdict"]

WINDOW = 61
"""Days before a claim that "the last couple of months" is taken to mean."""
BASELINE = 183
"""Days before these with which they are compared."""
_ASKING = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SANCTION"})
_REFUSING = frozenset({"REQUEST", "REJECT"})


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with what the record holds for and against it, what it leaves out, and what would decide it."""

    claim: Claim
    asked: str
    verdict: Verdict
    supporting: tuple[Entry, ...] = ()
    contradicting: tuple[Entry, ...] = ()
    missing: tuple[str, ...] = ()
    would: str = ""
    trend: Trend | None = None


def weigh(claims: Iterable[Claim], given: Minutes, published: str | None) -> tuple[Weighed, ...]:
    """The claims of a document of that date, weighed, in their order."""
    return tuple(_weigh(claim, given, published) for claim in claims)


def lacking(claim: Claim) -> tuple[str, ...]:
    """What a reader would need and the claim does not give: a window, a baseline, a number, a source."""
    wanted = [name for name in _data()["has"] if claim.kind == "trend" or name not in ("a baseline", "a number")]
    return tuple(name for name in wanted if not holds(_data()["has"][name], claim.words))


def _weigh(claim: Claim, given: Minutes, published: str | None) -> Weighed:
    if claim.kind == "trend":
        return _trend(claim, given, published)
    if claim.kind == "exclusive_demand":
        return _exclusive(claim, given)
    if holds(_data()["negative"]["words"], claim.words) and AUTHORITY in _classes(claim):
        return _denial(claim, given, published)
    if claim.kind == "criticism":
        return _criticism(claim, given)
    return Weighed(
        claim=claim, asked="nothing that acts could answer", verdict="not decided", missing=lacking(claim), would=_would(claim.kind)
    )


def _trend(claim: Claim, given: Minutes, published: str | None) -> Weighed:
    said = ordinals(published)
    base = Weighed(claim=claim, asked="", verdict="not decided", missing=lacking(claim), would=_would("trend"))
    if said is None:
        without = (*base.missing, "a date of the document, from which its window could be told")
        return msgspec.structs.replace(base, asked="meetings of a window that cannot be told", missing=without)
    asked = _question(claim, said[0])
    found = trend(given, asked)
    first, last = found.window
    inside = tuple(hit.entry for hit in found.series.hits if first <= hit.day <= last)
    before = tuple(hit.entry for hit in found.series.hits if hit.day < first)
    wanted, other = (FALL, RISE) if holds(_data()["fall"]["words"], claim.words) else (RISE, FALL)
    called: dict[str, Verdict] = {wanted: "supported", other: "contradicted", REFUSED: "no verdict"}
    return msgspec.structs.replace(
        base,
        asked=f"meetings, {asked.window} against {asked.baseline}: {found.verdict}",
        verdict=called.get(found.verdict, "not decided"),
        supporting=inside,
        contradicting=before,
        trend=found,
    )


def _question(claim: Claim, day: int) -> Question:
    spans = ((day - WINDOW, day - 1), (day - WINDOW - BASELINE, day - WINDOW - 1))
    window, baseline = (f"{date.fromordinal(a).isoformat()}..{date.fromordinal(b).isoformat()}" for a, b in spans)
    classes = _classes(claim)
    among = "authority" if classes == {AUTHORITY} else "others"
    return Question(name="claim", of=_outside(claim), among=among, window=window, baseline=baseline)


def _denial(claim: Claim, given: Minutes, published: str | None) -> Weighed:
    data = _data()["negative"]
    region = tables.pack_of(given.case).get("neighbours", ()) if holds(data["region"], claim.words) else ()
    meant = frozenset(_outside(claim)) | frozenset(region)
    said = ordinals(published)
    # what came after the claim does not contradict it
    known = (each for each in given.entries if said is None or (each.first is not None and each.first <= said[1]))
    against = tuple(
        each
        for each in known
        if each.type in _ASKING
        and admits(each, Rule())
        and _towards_authority(each, meant)
        and _on(each, frozenset(data["topics"]))
    )
    who = ", ".join(labels.narrow(party) for party in sorted(meant)) or "anybody from outside"
    return Weighed(
        claim=claim,
        asked=f"requests, criticism, threats and penalties towards the authorities on rights, by {who}",
        verdict="contradicted" if against else "not decided",
        contradicting=against,
        missing=lacking(claim),
        would=_would("denial"),
    )


def _exclusive(claim: Claim, given: Minutes) -> Weighed:
    asking = tuple(
        each
        for each in given.entries
        if each.type in _REFUSING and each.by_authority and any(s.only for e in each.events for s in e.said)
    )
    shared = tuple(each for each in given.entries if each.type == "CONSULT" and admits(each, Rule()) and _both(each))
    asked = "exclusive demands by the authorities, against occasions that they attended with others present"
    return _judged(claim, asked, asking, shared, "exclusive_demand")


def _criticism(claim: Claim, given: Minutes) -> Weighed:
    found = tuple(each for each in given.entries if each.type == "ACCUSE" and each.by_authority and admits(each, Rule()))
    return _judged(claim, "criticism by the authorities", found, (), "criticism")


def _judged(claim: Claim, asked: str, supporting: tuple[Entry, ...], contradicting: tuple[Entry, ...], would: str) -> Weighed:
    both: dict[tuple[bool, bool], Verdict] = {
        (True, True): "for and against", (True, False): "supported", (False, True): "contradicted", (False, False): "not decided",
    }  # fmt: skip
    return Weighed(
        claim=claim, asked=asked, verdict=both[bool(supporting), bool(contradicting)], supporting=supporting,
        contradicting=contradicting, missing=lacking(claim), would=_would(would),
    )  # fmt: skip


def _towards_authority(each: Entry, meant: frozenset[str]) -> bool:
    sources = frozenset(each.facts.sources)
    return AUTHORITY in each.home and not each.by_authority and bool(sources & meant if meant else sources & each.outside)


def _on(each: Entry, topics: frozenset[str]) -> bool:
    return not topics.isdisjoint(each.facts.topics)


def _both(each: Entry) -> bool:
    return AUTHORITY in each.home and bool(each.outside) and bool(each.home & frozenset(OTHERS))


def _classes(claim: Claim) -> frozenset[str]:
    return frozenset(filter(None, map(labels.class_of, claim.about)))


def _outside(claim: Claim) -> tuple[str, ...]:
    named = (party for party in claim.about if labels.country_of(party) is None)
    # members of the alliance are meant where its states are spoken of beside others
    return tuple("NATO+" if party == "NATO" else party for party in named)


def _would(kind: str) -> str:
    return str(_data()["would"].get(kind, _data()["would"]["judgement"]))


def _data() -> dict[str, Any]:
    return tables.toml("common", "claims")
