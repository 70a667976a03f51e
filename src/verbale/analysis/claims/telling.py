"""Weighed claims in words and a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verbale.analysis.answer import Answer, Cell, reviewed, table
from verbale.analysis.claims.weighing import Weighed
from verbale.analysis.coverage import HIDDEN, line
from verbale.analysis.entries import Entry
from verbale.analysis.minutes import Minutes


def answer(found: Sequence[Weighed], given: Minutes, document: str) -> Answer:
    """What the record holds for and against the claims of a document."""
    behind = [entry for each in found for entry in (*each.supporting, *each.contradicting)]
    by = Counter(each.verdict for each in found)
    told = ", ".join(f"{n} {verdict}" for verdict, n in by.most_common())
    heads = ("Claim", "Kind", "By the record", "For", "Against", "It leaves out", "What would decide it")
    rows = [(_row(each), [*each.supporting, *each.contradicting]) for each in found]
    asked: list[tuple[tuple[Cell, ...], list[Entry]]] = [((n, each.asked), []) for n, each in enumerate(found, start=1)]
    return Answer(
        name="claims",
        title=f"What {document} asserts in general",
        finding=f"{len(found)} general claims: {told}." if found else "No general claim was found.",
        unit="engagements",
        rule="for and against: the engagements that bear on each claim, as the second table says",
        reviewed=reviewed(behind),
        coverage=line(given),
        caveats=("Which claim means what was read by a program: compare the words.", HIDDEN),
        tables=(
            table("claims", "General claims, weighed by the record", heads, rows),
            table("asked", "What was asked of the record for each", ("Claim", "Asked"), asked),
        ),
    )


def _row(each: Weighed) -> tuple[Cell, ...]:
    kind = each.claim.kind.replace("_", " ") + (", hedged" if each.claim.hedged else "")
    counts = (len(each.supporting), len(each.contradicting))
    return (" ".join(each.claim.words.split()), kind, each.verdict, *counts, ", ".join(each.missing), each.would)
