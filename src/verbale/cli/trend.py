"""``verbale trend``: whether meetings became more or fewer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.answering import Asked, asking, draw
from verbale.cli.working import in_force
from verbale.errors import UsageError


@asking("rule", "scorecard", "rows", "picture")
def trend(
    asked: Asked,
    of: Annotated[str, typer.Option(help="Parties from outside; NATO+ adds its members. All, where left out.")] = "",
    among: Annotated[str, typer.Option("--with", help="Whom they met: others, authority, or classes such as WOM,CSO.")] = "others",
    at: Annotated[str, typer.Option(help="Where these were: inside, refuge, diaspora.")] = "",
    window: Annotated[str, typer.Option(help="The time that is asked about: 2022-10..2022-11.")] = "",
    baseline: Annotated[str, typer.Option(help="What it is compared with; the frame before it, where left out.")] = "",
    questions: Annotated[Path | None, typer.Option(help="Questions saved in a TOML file, instead.", metavar="FILE")] = None,
) -> None:
    """Test whether meetings became more or fewer.

    Example: verbale trend --of USA,EU,UN,NATO+ --window 2022-10..2022-11 --baseline 2022-04..2022-09

    The verdict is one of: rise supported, fall supported, compatible with no change, insufficient data. Where no sampling frame is
    stated there is none, and only counts are shown. Many questions are corrected for their number. Without window and questions it
    is the case's own question that is asked.
    """
    from verbale.analysis.trend import Question, answer, load_questions, of_case, trends

    if window and questions:
        raise UsageError("a trend takes a window or a file of questions, not both", "leave out --window or --questions")
    if questions:
        wanted = load_questions(questions)
    elif window:
        one = Question(of=_listed(of), among=among, places=_listed(at), window=window, baseline=baseline, rule=asked.rule)
        wanted = (one,)
    else:
        own = None if of or at or baseline or asked.rule or among != "others" else of_case(in_force(asked.case).case)
        if own is None:
            raise UsageError("a trend needs a window, or a file of questions", "try: verbale trend --window 2022-10..2022-11")
        wanted = (own,)
    with asked.minutes() as given:
        found = trends(given, wanted)
        told = [answer(each, given) for each in found]
        asked.show(told, given)
    if asked.picture:
        from verbale.pictures import answers as pictures

        draw(pictures.trend(found[0], told[0]), asked.picture)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())
