"""What the verbs share that answer from the record: the sampling frame, the scorecard, and how an answer is shown."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.console import opened, put, put_json, say
from verbale.cli.working import in_force, output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verbale.analysis.answer import Answer
    from verbale.analysis.minutes import Minutes
    from verbale.pictures import Picture

FrameOption = Annotated[str | None, typer.Option("--frame", help="The file that states what was read.", metavar="FILE")]
ScorecardOption = Annotated[str | None, typer.Option("--scorecard", help="How well the coder reads.", metavar="FILE")]
RuleOption = Annotated[str, typer.Option("--rule", help="How to count: engagements, dyads, events, reports, strict, ...")]
PictureOption = Annotated[
    Path | None, typer.Option("--picture", help="Draw it, as .svg, or as .html with its table.", metavar="FILE")
]
RowsOption = Annotated[bool, typer.Option("--rows", help="With the words behind the figures.")]


@contextmanager
def asked(record: str | None, case: str | None, frame: str | None, scorecard: str | None) -> Iterator[Minutes]:
    """The minutes of the record in force, with the frame and the scorecard that options or settings name."""
    from verbale.analysis.minutes import of_record

    settings = in_force(case)
    with opened(record) as store:
        yield of_record(store, settings.case, frame or settings.frame or None, scorecard or settings.scorecard or None)


def show(answers: Iterable[Answer], given: Minutes, *, json: bool, rows: bool) -> None:
    """Print answers: as lines for a person, or one JSON object each."""
    from verbale.analysis.answer import worded
    from verbale.terminal.answers import answer_lines

    for number, bare in enumerate(answers):
        answer = worded(bare, given.entries) if json or rows else bare
        if json:
            put_json(answer)
            continue
        if number:
            put("")
        for line in answer_lines(answer, rows=rows):
            put(line)


def draw(picture: Picture | None, path: Path) -> None:
    """Write a picture to a file; where there is nothing to draw, say so."""
    from verbale.pictures import svg
    from verbale.pictures.answers import sheet

    if picture is None:
        say(f"there is nothing to draw: {path} is not written")
        return
    with output(path) as stream:
        stream.write(sheet(picture) if path.suffix == ".html" else svg(picture))
    say(f"wrote {path}")
