"""Recognition in words and tables: the dated acts first, the index last and never without its band."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.analysis.answer import Answer, Cell, Rows, Table, reviewed, table
from verbale.analysis.coverage import HIDDEN, line
from verbale.analysis.entries import Entry
from verbale.analysis.minutes import Minutes
from verbale.analysis.recognition.acts import Act
from verbale.analysis.recognition.index import Index
from verbale.analysis.recognition.ladder import ladder
from verbale.analysis.recognition.standing import Recognition, Standing
from verbale.analysis.sampling import NO_FRAME
from verbale.catalogue import labels
from verbale.saying import joined, said

_NOTABLE = 4
"""The step from which acts are listed one by one; those below are counted."""
_RULE = (
    said("the highest step of each engagement for each party from outside"),
    said("engagements that took place, by anybody's report"),
)
JUDGEMENT = said(
    "What an act is in law, the reader judges: talks, missions and meetings are no recognition by themselves, and a disclaimer "
    "defeats an implied one. The government is disputed here, not the state."
)


def answer(found: Recognition, given: Minutes) -> Answer:
    """The answer to the question how far each party has gone."""
    behind = [act.entry for act in found.acts]
    return Answer(
        name="recognition",
        title="Recognition: who went how far, and when",
        finding=_finding(found),
        unit="engagements",
        rule=joined("; ", _RULE),
        reviewed=reviewed(behind),
        coverage=line(given),
        refused=None if given.frame else said("the index and its ranks: {because}", because=NO_FRAME),
        caveats=tuple(_caveats(found)),
        tables=tuple(each for each in _tables(found) if each.rows),
    )


def _finding(found: Recognition) -> str:
    if not found.standings:
        return said("No act that bears on recognition is on record.")
    top = found.standings[0]
    express = [each for each in found.standings if each.legal.status == "express"]
    law = said("No party recognises the authorities by its own account.")
    if express:
        law = said("Express recognition by its own account: {parties}.", parties=joined(", ", map(_express, express)))
    step, since = top.highest.step, top.highest.date or "undated"
    form = "The highest step on record is {step} ({label}): {party}, {since}."
    high = said(form, step=step.id, label=step.label, party=labels.party(top.party), since=since)
    return joined(" ", (law, high, *map(_over, found.overclaims)))


def _express(each: Standing) -> str:
    date, by = each.legal.date or "undated", reviewed(each.legal.entries)
    return said("{party} ({date}; {reviewed})", party=labels.party(each.party), date=date, reviewed=by)


def _over(each: Standing) -> str:
    date, why = each.legal.date or "undated", each.legal.because
    return said(
        "Claimed, and not confirmed by itself: {party}, {date}: {because}.",
        party=labels.heading(each.party),
        date=date,
        because=why,
    )


def _tables(found: Recognition) -> Iterator[Table]:
    acts = [act for act in found.acts if act.step.number >= _NOTABLE]
    heads: tuple[str, ...] = ("Date", "Party", "Step", "Act", "What modifies it")
    yield table("acts", f"Acts on the ladder, from L{_NOTABLE} up", heads, [(_act(act), [act.entry]) for act in acts])
    heads = ("Party", "Highest", "Since", "In law", "Date", "Rank offered", "Told by the authority alone")
    yield table(
        "standing", "Where each party stands", heads, [(_stand(each), [a.entry for a in each.acts]) for each in found.standings]
    )
    yield table("steps", "What each step is", ("Step", "What was done"), [((each.id, each.label), ()) for each in ladder().step])
    yield table("law", "What is said of recognition, and by whom", ("Party", "In law", "Why"), _law(found))
    caption = "Reports of recognition and missions left out, as their words do not plainly say that a state did it"
    left: Rows = [((each.when or "undated", _whose(each), _words(each)), [each]) for each in found.doubtful]
    yield table("doubtful", caption, ("Date", "Party", "Words"), left)
    yield table(
        "ratchet", "The highest step reached by the end of each quarter", ("Party", "Quarter", "Step"), _by(found, "ratchet")
    )
    caption = "Acknowledged contact face to face, by quarter"
    yield table("faces", caption, ("Party", "Quarter", "Engagements"), _by(found, "faces"))
    if found.index is not None:
        yield from _index(found.index)
        yield _causes(found)


def _act(act: Act) -> tuple[Cell, ...]:
    told = {m.id: m.label for m in ladder().modifier}
    return (
        act.date or "undated",
        labels.heading(act.party),
        act.step.id,
        act.step.label,
        "; ".join(told[m] for m in act.modifiers),
    )


def _words(each: Entry) -> str:
    return "not shown" if each.silent else each.events[0].evidence[0].text


def _whose(each: Entry) -> str:
    return ", ".join(labels.heading(party) for party in sorted(each.outside))


def _stand(each: Standing) -> tuple[Cell, ...]:
    law = each.legal
    alone = f"{each.alone} of {each.told}"
    high = each.highest
    return (labels.heading(each.party), high.step.id, high.date or "undated", law.status, law.date or "–", each.rank, alone)


def _law(found: Recognition) -> Rows:
    told = [each for each in found.standings if each.legal.status != "none on record"]
    return [((labels.heading(e.party), e.legal.status, e.legal.because), e.legal.entries) for e in told]


def _by(found: Recognition, what: str) -> Rows:
    return [((labels.heading(each.party), q, value), ()) for each in found.standings for q, value in getattr(each, what).items()]


def _index(index: Index) -> Iterator[Table]:
    rows: Rows = [
        ((s.rank, labels.heading(s.party), s.score, f"{s.low:.1f} to {s.high:.1f}", f"{s.best} to {s.worst}"), ())
        for s in index.scores
    ]
    caption = "Weighted sum of acts: a judgement, with the band of 5 to 95 % over other weights"
    yield table("index", caption, ("Rank", "Party", "Sum", "Band", "Ranks"), rows)
    pairs: Rows = [((labels.heading(a), labels.heading(b), f"{100 * p:.0f} %"), ()) for a, b, p in index.reversals]
    yield table("reversals", "Neighbours whose order other weights turn round", ("First", "Second", "Share of weights"), pairs)
    hinges: Rows = [((name, n, labels.heading(party)), ()) for name, n, party in index.hinges]
    yield table("hinges", "Publishers without whom ranks change", ("Publisher", "Ranks", "Whose"), hinges)


def _causes(found: Recognition) -> Table:
    rows: Rows = [
        ((labels.heading(c.party), c.name, f"{100 * max(c.alone, 0):.0f} %", f"{100 * c.total:.0f} %"), ()) for c in found.causes
    ]
    caption = "What the bands rest on: the share of their variance by each weight and modifier (Sobol's indices)"
    return table("causes", caption, ("Party", "Judgement", "Alone", "With others"), rows)


def _caveats(found: Recognition) -> Iterator[str]:
    for each in found.overclaims:
        form = "{party} is said to have recognised the authorities, and not by its own account: {because}."
        yield said(form, party=labels.heading(each.party), because=each.legal.because)
    low = sum(act.step.number < _NOTABLE for act in found.acts)
    if low:
        yield said("{n} acts below L{step} are counted, and not listed one by one.", n=low, step=_NOTABLE)
    if found.index is not None:
        yield said("Weights are judgement: read the order only where the bands do not touch.")
    yield JUDGEMENT
    yield HIDDEN
