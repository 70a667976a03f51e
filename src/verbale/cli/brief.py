"""``verbale brief``: the record as one page."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.console import RecordOption, opened
from verbale.cli.paging import FormatOption, OutOption, SinceOption, form_of, gathered, put_page
from verbale.cli.working import CaseOption, in_force


def brief(
    since: SinceOption = None,
    until: Annotated[str | None, typer.Option(help="Up to that day or month.", metavar="DATE", show_default=False)] = None,
    record: RecordOption = None,
    case: CaseOption = None,
    form: FormatOption = None,
    out: OutOption = None,
) -> None:
    """Write the brief of the record, or of a period of it.

    Example: verbale brief --since 2023-01 --until 2023-06 --out brief.html

    Its first screen says who met whom, how public, on whose terms, what was asked, what changed against the period before, how
    sure that is, and what may not be shown. It counts what happened, each once, however many documents report it; every figure
    leads to the words that it rests on. PDF needs pip install "verbale[pdf]".
    """
    from verbale.brief import compose

    chosen = form_of(form, out, "brief")
    with opened(record) as store:
        given = gathered(store, in_force(case), since, until)
    put_page(compose(given), chosen, out)
