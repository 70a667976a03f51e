"""What the verbs share that answer from the record: their options, the minutes they answer from, and how an answer is shown."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from verbale.cli.bundle import Verb, taking
from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say
from verbale.cli.working import CaseOption, in_force, output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from verbale.analysis.answer import Answer
    from verbale.analysis.minutes import Minutes
    from verbale.pictures import Picture

FrameOption = Annotated[str | None, typer.Option("--frame", help="The file that states what was read.", metavar="FILE")]
_ALWAYS = ("unsure", "frame", "record", "case", "json")


class Asked(NamedTuple):
    """The options that a question can be asked with."""

    rule: Annotated[str, typer.Option("--rule", help="How to count: engagements, dyads, events, reports, strict, ...")] = ""
    frame: FrameOption = None
    scorecard: Annotated[str | None, typer.Option("--scorecard", help="How well the coder reads.", metavar="FILE")] = None
    rows: Annotated[bool, typer.Option("--rows", help="With the words behind the figures.")] = False
    unsure: Annotated[
        bool, typer.Option("--unsure", help="With less sure readings; only then a scorecard corrects for the coder's error.")
    ] = False
    picture: Annotated[
        Path | None, typer.Option("--picture", help="Draw it, as .svg, or as .html with its table.", metavar="FILE")
    ] = None
    record: RecordOption = None
    case: CaseOption = None
    json: JsonOption = False

    @contextmanager
    def minutes(self) -> Iterator[Minutes]:
        """The minutes of the record in force, with the frame and the scorecard that options or settings name."""
        from verbale.analysis.minutes import of_record

        settings = in_force(self.case)
        with opened(self.record) as store:
            frame, scorecard = self.frame or settings.frame, self.scorecard or settings.scorecard
            given = of_record(store, settings.case, frame or None, scorecard or None, whole=self.unsure)
            if scorecard and not given.audits:
                say("a scorecard tells of all that was read: add --unsure, and figures are corrected for the coder's error")
            yield given

    def show(self, answers: Iterable[Answer], given: Minutes) -> None:
        """Print answers: as lines for a person, or one JSON object each."""
        from verbale.analysis.answer import worded
        from verbale.terminal.answers import answer_lines

        for number, bare in enumerate(answers):
            answer = worded(bare, given.entries) if self.json or self.rows else bare
            if self.json:
                put_json(answer)
                continue
            if number:
                put("")
            for line in answer_lines(answer, rows=self.rows):
                put(line)


def asking(*names: str) -> Callable[[Verb], Verb]:
    """Let a verb be asked with the frame, the record, the case and ``--json``, and with these further fields of ``Asked``."""
    return taking(Asked, *_ALWAYS, *names)


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
