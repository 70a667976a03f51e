"""The command line: one file a verb, found by one table, imported when its verb is called.

Data goes to stdout, words to stderr. Exit codes: 0 done, 1 done with findings or in part, 2 usage, 3 data, 4 transient, 130
interrupted. To add a verb: a module here with a function of the module's name, and a line in ``VERBS``. What it imports that is
heavy belongs inside the function.
"""

from __future__ import annotations

import difflib
import gc
import importlib
import importlib.util
import io
import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.core import TyperGroup
from typer.main import get_command

from verbale.cli.console import plain
from verbale.errors import UsageError, VerbaleError

if TYPE_CHECKING:
    from typer._click import Command, Context

VERBS = {
    "demo": "verbale.cli.demo",
    "read": "verbale.cli.read",
    "code": "verbale.cli.code",
    "init": "verbale.cli.init",
    "add": "verbale.cli.add",
    "watch": "verbale.cli.watch",
    "load": "verbale.cli.load",
    "import": "verbale.cli.import_",
    "add-event": "verbale.cli.add_event",
    "decide": "verbale.cli.decide",
    "engagements": "verbale.cli.engagements",
    "pair": "verbale.cli.pair",
    "calendar": "verbale.cli.calendar",
    "actors": "verbale.cli.actors",
    "brief": "verbale.cli.brief",
    "dossier": "verbale.cli.dossier",
    "serve": "verbale.cli.serve",
    "accounts": "verbale.cli.accounts",
    "publish": "verbale.cli.publish",
    "export": "verbale.cli.export",
    "review": "verbale.cli.review",
    "coverage": "verbale.cli.coverage",
    "balance": "verbale.cli.balance",
    "trend": "verbale.cli.trend",
    "recognition": "verbale.cli.recognition",
    "reactions": "verbale.cli.reactions",
    "voices": "verbale.cli.voices",
    "approach": "verbale.cli.approach",
    "pressure": "verbale.cli.pressure",
    "search": "verbale.cli.search",
    "explain": "verbale.cli.explain",
    "check": "verbale.cli.check",
    "evaluate": "verbale.cli.evaluate",
    "cases": "verbale.cli.cases",
    "runs": "verbale.cli.runs",
    "verify": "verbale.cli.verify",
    "backup": "verbale.cli.backup",
    "restore": "verbale.cli.restore",
    "move": "verbale.cli.move",
    "doctor": "verbale.cli.doctor",
}
"""Every verb and the module that holds the function of its name, in the order of the help."""


_SELDOM = 50_000, 20, 50
"""How many new objects Python takes before it looks for rings among them: a record has millions, and none."""


class _Verbs(TyperGroup):
    """The verbs of the table, each imported only when it is asked for."""

    def list_commands(self, _ctx: Context) -> list[str]:
        return [name for name in VERBS if importlib.util.find_spec(VERBS[name])]

    def get_command(self, ctx: Context, cmd_name: str) -> Command:
        known = self.list_commands(ctx)
        if cmd_name in known:
            return verb(cmd_name)
        near = difflib.get_close_matches(cmd_name, known, 1)
        raise UsageError(f"there is no verb named {cmd_name}", f"did you mean {near[0]}?" if near else "see: verbale --help")


def verb(name: str) -> Command:
    """The command of one verb."""
    # plain help: drawing it in boxes would take as long as all the rest of ``verbale --help``
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    module = VERBS[name]
    alone.command(name)(getattr(importlib.import_module(module), module.rpartition(".")[2]))
    return get_command(alone)


def program() -> Command:
    """The whole command line, without any verb's module."""
    root = typer.Typer(cls=_Verbs, add_completion=False, rich_markup_mode=None, no_args_is_help=True)
    root.callback()(verbale)
    return get_command(root)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"verbale {version('verbale')}")
        raise typer.Exit


def verbale(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)] = False,
) -> None:
    """Verbale reads public reporting on diplomacy and keeps the minutes: who engages whom, in what setting, on what terms.

    Example: verbale demo
    """


def main() -> NoReturn:
    """Run the command line and leave with its exit code; an error that was expected is said in words."""
    # the same bytes whatever the locale; words to a poor terminal lose letters rather than the run
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
    gc.set_threshold(*_SELDOM)
    try:
        program().main(prog_name="verbale")
    except VerbaleError as error:
        _noted(type(error).__name__)
        typer.echo(f"error: {plain(str(error))}", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _noted("interrupted")
        sys.exit(130)
    sys.exit(0)


def _noted(reason: str) -> None:
    from verbale.logs import warn

    warn("failed", reason=reason)
