"""``verbale trend``: whether meetings became more or fewer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.answering import FrameOption, PictureOption, RowsOption, RuleOption, ScorecardOption, asked, draw, show
from verbale.cli.console import JsonOption, RecordOption
from verbale.cli.working import CaseOption
from verbale.errors import UsageError


def trend(
    of: Annotated[str, typer.Option(help="Parties from outside; NATO+ adds its members. All, where left out.")] = "",
    among: Annotated[str, typer.Option("--with", help="Whom they met: others, authority, or classes such as WOM,CSO.")] = "others",
    at: Annotated[str, typer.Option(help="Where these were: inside, refuge, diaspora.")] = "",
    window: Annotated[str, typer.Option(help="The time that is asked about: 2022-10..2022-11.")] = "",
    baseline: Annotated[str, typer.Option(help="What it is compared with; the frame before it, where left out.")] = "",
    questions: Annotated[Path | None, typer.Option(help="Questions saved in a TOML file, instead.", metavar="FILE")] = None,
    rule: RuleOption = "",
    frame: FrameOption = None,
    scorecard: ScorecardOption = None,
    rows: RowsOption = False,
    picture: PictureOption = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Test whether meetings became more or fewer.

    Example: verbale trend --of USA,EU,UN,NATO+ --window 2022-10..2022-11 --baseline 2022-04..2022-09

    The verdict is one of: rise supported, fall supported, compatible with no change, insufficient data. Where no sampling frame is
    stated there is none, and only counts are shown. Many questions are corrected for their number.
    """
    from verbale.analysis.trend import Question, answer, load_questions, trends

    if bool(window) == (questions is not None):
        raise UsageError("a trend needs a window, or a file of questions", "try: verbale trend --window 2022-10..2022-11")
    if questions:
        wanted = load_questions(questions)
    else:
        asking = Question(of=_listed(of), among=among, places=_listed(at), window=window, baseline=baseline, rule=rule)
        wanted = (asking,)
    with asked(record, case, frame, scorecard) as given:
        found = trends(given, wanted)
        told = [answer(each, given) for each in found]
        show(told, given, json=json, rows=rows)
    if picture:
        from verbale.pictures import answers as pictures

        draw(pictures.trend(found[0], told[0]), picture)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())
