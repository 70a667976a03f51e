"""Approaches in words and tables."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.analysis.answer import Answer, Cell, Table, reviewed
from verbale.analysis.answer import table as made
from verbale.analysis.approach.quarters import Quarter, quarters, table
from verbale.analysis.coverage import HIDDEN, line
from verbale.analysis.minutes import Minutes
from verbale.analysis.sampling import NO_FRAME
from verbale.catalogue import labels
from verbale.saying import joined, said

_RULE = "a label needs {fewest} engagements and a probability of {sure} in two quarters running"


def answer(given: Minutes) -> Answer:
    """What approach each party practises, quarter by quarter."""
    found = quarters(given)
    return Answer(
        name="approach",
        title="What kind of engagement each party practises",
        finding=_finding(found, given),
        unit="engagements",
        rule=said(_RULE, fewest=table().fewest, sure=str(table().sure)),
        reviewed=reviewed(each for one in found for each in one.tally.entries),
        coverage=line(given),
        refused=None if given.frame else said("probabilities and labels: {because}", because=NO_FRAME),
        caveats=(
            said("The thresholds are defaults of judgement, kept as data with the program."),
            said("An approach is never read off one act."),
            HIDDEN,
        ),
        tables=tuple(_tables(found, given)),
    )


def _finding(found: tuple[Quarter, ...], given: Minutes) -> str:
    if given.frame is None:
        form = "{parties} parties in {quarters} quarters of theirs: counts only."
        return said(form, parties=len({each.party for each in found}), quarters=len(found))
    told = {each.id: each.label for each in table().approach}
    sure = [each for each in found if each.labels]
    if not sure:
        return said("Insufficient evidence: no approach is sure in two quarters running for any party.")
    form = "{party} {quarter}: {labels}"
    named = (
        said(form, party=labels.heading(e.party), quarter=e.quarter, labels=joined(", ", (told[name] for name in e.labels)))
        for e in sure
    )
    return said("{told}.", told=joined("; ", named))


def _tables(found: tuple[Quarter, ...], given: Minutes) -> Iterator[Table]:
    heads: tuple[str, ...] = ("Party", "Quarter", "With the authorities", "With others", "Pressure", "Highest step")
    rows = [
        (
            (labels.heading(e.party), e.quarter, e.tally.authority, e.tally.others, e.tally.pressure, f"L{e.tally.step}"),
            e.tally.entries,
        )
        for e in found
    ]
    yield made("counts", "What was counted", heads, rows)
    if given.frame is not None:
        names = {each.id: each.label for each in table().approach}
        heads = ("Party", "Quarter", "n", *names, "Label")
        yield made("approaches", "Probability of each approach", heads, [(_chances(e, names), e.tally.entries) for e in found])


def _chances(each: Quarter, names: dict[str, str]) -> tuple[Cell, ...]:
    rounded: tuple[Cell, ...] = tuple(round(p, 2) for p in each.probabilities.values())
    return (labels.heading(each.party), each.quarter, len(each.tally.entries), *rounded, _label(each, names))


def _label(each: Quarter, names: dict[str, str]) -> str:
    if len(each.tally.entries) < table().fewest:
        return "insufficient evidence"
    return ", ".join(names[name] for name in each.labels) or "none sure"
