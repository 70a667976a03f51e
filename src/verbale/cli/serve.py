"""``verbale serve``: the observatory, on this machine or, with accounts, for others."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.console import RecordOption, opened, say
from verbale.cli.naming import ByOption
from verbale.cli.working import CaseOption, LanguageOption, in_force


def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")] = 8765,
    host: Annotated[
        str, typer.Option(help="Where to listen; anything but this machine needs accounts, and is refused without.")
    ] = "127.0.0.1",
    address: Annotated[str, typer.Option(help="Under which address others open it, as behind a proxy.", metavar="URL")] = "",
    language: LanguageOption = "",
    by: ByOption = None,
    scorecard: Annotated[str, typer.Option("--scorecard", help="How well the coder reads.", metavar="FILE")] = "",
    frame: Annotated[str, typer.Option("--frame", help="The file that states what was read.", metavar="FILE")] = "",
    record: RecordOption = None,
    case: CaseOption = None,
) -> None:
    """Show the record in a browser: look, question, correct.

    Example: verbale serve --port 8765

    It prints an address with a key of this run; only this machine can open it. Ctrl-C ends it. Every page's address holds all that
    is asked, so that it can be kept and opened again. For others, make accounts first (verbale accounts), and put a proxy before it
    that speaks https: verbale serve --address https://observatory.example
    """
    from verbale.web.serving import serve as listen

    settings = in_force(case)
    with opened(record) as store:
        told = {"reviewer": by or settings.reviewer, "scorecard": scorecard or settings.scorecard, "frame": frame or settings.frame}
        told |= {"accounts": settings.accounts, "address": address, "language": language or settings.language}
        listen(store, settings.case, host, port, _told, **told)


def _told(address: str) -> None:
    say(f"open {address}\nCtrl-C ends it")
    if address.startswith("http://") and not address.startswith(("http://127.0.0.1", "http://[::1]")):
        say(
            "passwords and pages cross the network as they are: put a proxy before it that speaks https, and name it with --address"
        )
