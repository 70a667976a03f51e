"""Every measure of one document: what its gold holds, what was found in it, and what of that is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from verbale.scoring.acts import Act, complete, dyads, named, same_name, sides, spans, status_class
from verbale.scoring.facets import facets
from verbale.scoring.pairing import Pair, overlap, pair
from verbale.scoring.scores import Key, Score, Scores, share

SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
ALL = "all"

Matched = list[tuple[Act, Act, bool]]


def measure(gold: Sequence[Act], found: Sequence[Act]) -> Scores:
    """All scores of a document; incomplete events are outside every one."""
    found = complete(found)
    pairs = pair(gold, found)
    matched = [(gold[i], found[j], strict) for i, j, strict in pairs]
    return {
        **_whole(gold, found, pairs),
        **_by(gold, found, matched, "status", lambda act: (status_class(act),)),
        **_by(gold, found, matched, "mode", lambda act: (f"{act['type']} {act.get('mode')}",)),
        **_by(gold, found, matched, "party", lambda act: set().union(*sides(act))),
        **_fields(gold, found, matched),
        **_on_pairs(matched),
        **facets(gold, found),
    }


def groups(act: Act) -> tuple[str, str, str]:
    """The rows to which an act counts: all, its type, and its kind where types are taken together."""
    kind = act["type"]
    return ALL, kind, "speech" if kind in SPEECH else "contact" if kind == "CONSULT" else "deeds"


def _whole(gold: Sequence[Act], found: Sequence[Act], pairs: Sequence[Pair]) -> Scores:
    here, there = (Counter(g for act in acts for g in groups(act)) for acts in (gold, found))
    lenient = Counter(g for p in pairs for g in groups(gold[p.gold]))
    strict = Counter(g for p in pairs if p.strict for g in groups(gold[p.gold]))
    scores = {}
    for row in sorted(here | there):
        scores[Key("strict", row)] = Score(here[row], there[row], strict[row])
        scores[Key("lenient", row)] = Score(here[row], there[row], lenient[row])
    a, b = dyads(gold), dyads(found)
    scores[Key("overall", "dyads")] = Score(len(a), len(b), len(a & b))
    undone = [[status_class(act) != "happened" for act in acts] for acts in (gold, found)]
    right = sum(p.strict and undone[0][p.gold] for p in pairs)
    scores[Key("overall", "not happened")] = Score(sum(undone[0]), sum(undone[1]), right)
    if gold or found:
        scores[Key("overall", "document mean")] = share(Score(len(gold), len(found), strict[ALL]).f1, 1)
    return scores


def _by(gold: Sequence[Act], found: Sequence[Act], matched: Matched, table: str, values: Callable[[Act], Iterable[str]]) -> Scores:
    """Acts that have a value, and those of the leniently paired that have it on both sides; ``all`` adds up the values."""
    here, there = (Counter(v for act in acts for v in values(act)) for acts in (gold, found))
    both = Counter(v for g, f, _ in matched for v in set(values(g)) & set(values(f)))
    rows = {Key(table, v): Score(here[v], there[v], both[v]) for v in sorted(here | there)}
    return rows | {Key(table, ALL): Score(here.total(), there.total(), both.total())}


def _fields(gold: Sequence[Act], found: Sequence[Act], matched: Matched) -> Scores:
    """Persons, dates and places over all events: what an event that was missed has is missed, too."""
    people = sum(_same_people(g, f) for g, f, _ in matched)
    scores = {Key("field", "person"): Score(sum(len(named(g)) for g in gold), sum(len(named(f)) for f in found), people)}
    for name, same in (("date", _same_date), ("place", _same_place)):
        right = sum(bool(g.get(name)) and same(g, f) for g, f, _ in matched)
        scores[Key("field", name)] = Score(sum(bool(g.get(name)) for g in gold), sum(bool(f.get(name)) for f in found), right)
    return scores


def _on_pairs(matched: Matched) -> Scores:
    """How often the fields of events that were found are right."""
    rows: dict[str, list[float]] = {}
    for gold, found, _ in matched:
        for row, right in _compared(gold, found):
            rows.setdefault(row, []).append(right)
    return {Key("paired", row): share(sum(values), len(values)) for row, values in rows.items()}


def _compared(gold: Act, found: Act) -> Iterator[tuple[str, float]]:
    yield "status", status_class(gold) == status_class(found)
    yield "mode", gold.get("mode") == found.get("mode")
    if spans(gold) and spans(found):
        yield "evidence", overlap(gold, found)
    if gold.get("date"):
        yield "date", _same_date(gold, found)
    if gold.get("place"):
        yield "place", _same_place(gold, found)
    for who in named(gold):
        yield "person", _is_among(who, found)


def _same_people(gold: Act, found: Act) -> int:
    return sum(_is_among(who, found) for who in named(gold))


def _is_among(who: Act, found: Act) -> bool:
    names = [who["name"], who.get("means")]
    return any(one.get("party") == who["party"] and any(same_name(n, one["name"]) for n in names) for one in found["participants"])


def _same_date(gold: Act, found: Act) -> bool:
    wanted = str(gold["date"])
    return str(found.get("date") or "")[: len(wanted)] == wanted


def _same_place(gold: Act, found: Act) -> bool:
    return same_name(gold["place"], found.get("place"))
