"""Pressure and law in words and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verbale.analysis.answer import Answer, Cell, Rows, Table, reviewed, table
from verbale.analysis.coverage import HIDDEN, line
from verbale.analysis.minutes import Minutes
from verbale.analysis.pressure.law import NOBODY, citations, needs, raised
from verbale.analysis.pressure.tools import AFTER, STATES, Use, uses
from verbale.analysis.voices.asks import called
from verbale.catalogue import labels, tables
from verbale.saying import joined, said


def answer(given: Minutes) -> Answer:
    """Which tools were used and what followed, which instruments were cited, which needs were told."""
    found = uses(given.entries)
    return Answer(
        name="pressure",
        title="Pressure and law: tools, instruments, needs",
        finding=_finding(found),
        unit="engagements",
        rule=said("a tool counts once an engagement; an instrument and a need once a document"),
        reviewed=reviewed(use.entry for use in found),
        coverage=line(given),
        caveats=(said("What came within {days} days stands beside a tool; that it came of it is not said.", days=AFTER), HIDDEN),
        tables=tuple(each for each in _tables(found, given) if each.rows),
    )


def _finding(found: tuple[Use, ...]) -> str:
    by = Counter(use.state for use in found)
    if not found:
        return said("No tool of pressure or inducement is named.")
    told = joined(", ", (said("{n} {state}", n=by[state], state=state) for state in STATES if by[state]))
    return said("{uses} uses of a tool of pressure or inducement: {told}.", uses=len(found), told=told)


def _tables(found: tuple[Use, ...], given: Minutes) -> Iterator[Table]:
    heads: tuple[str, ...] = ("Date", "Tool", "State", "By", "On", "Eased after", "Repressed after")
    yield table("tools", "Tools, by date", heads, [(_use(use), [use.entry, *use.eased, *use.repressed]) for use in found])
    groups: dict[str, list[Use]] = {}
    for use in found:
        groups.setdefault(use.tool, []).append(use)
    counts: Rows = [
        ((labels.label("tool", tool), *(sum(u.state == s for u in told) for s in STATES)), [u.entry for u in told])
        for tool, told in sorted(groups.items())
    ]
    yield table("states", "How far each tool went", ("Tool", *(s.capitalize() for s in STATES)), counts)
    cited: Rows = [
        ((_instrument(c.instrument), _who(c.speaker), len(c.documents), "; ".join(c.errors)), c.entries) for c in citations(given)
    ]
    yield table("instruments", "Instruments cited, by whom, and what was wrong", ("Instrument", "By", "Documents", "Errors"), cited)
    told: Rows = [((labels.label("need", n), cause, people, len(docs)), ()) for (n, cause, people), docs in needs(given).items()]
    yield table("needs", "Needs, by cause and population", ("Need", "Cause", "Population", "Documents"), told)
    spoken: Rows = [((labels.label("need", n), _who(who), len(behind)), behind) for (n, who), behind in raised(given).items()]
    yield table("raised", "Needs, by who raised them", ("Need", "By", "Engagements"), spoken)


def _use(use: Use) -> tuple[Cell, ...]:
    by, on = (", ".join(map(called, sorted(who))) or NOBODY for who in (use.by, use.on))
    return (use.entry.when or "undated", labels.label("tool", use.tool), use.state, by, on, len(use.eased), len(use.repressed))


def _who(speaker: str) -> str:
    return NOBODY if speaker == NOBODY else called(speaker)


def _instrument(name: str) -> str:
    return next((row["name"] for row in tables.rows("common", "instruments") if row["id"] == name), name)
