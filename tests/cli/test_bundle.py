from __future__ import annotations

import inspect
from typing import Annotated, NamedTuple

import pytest
import typer
from typer.testing import CliRunner

from verbale.cli.bundle import taking


class Shared(NamedTuple):
    color: Annotated[str, typer.Option("--color", help="Which color.")] = "red"
    loud: Annotated[bool, typer.Option("--loud")] = False


def run(verb, *words: str) -> str:
    app = typer.Typer(rich_markup_mode=None)
    app.command()(verb)
    ran = CliRunner().invoke(app, words)
    assert ran.exit_code == 0, ran.output
    return ran.output


@pytest.mark.parametrize(
    ("names", "words", "got"),
    [
        ((), (), "3 Shared(color='red', loud=False)"),
        ((), ("--of", "4", "--color", "blue", "--loud"), "4 Shared(color='blue', loud=True)"),
        (("loud",), ("--loud",), "3 Shared(color='red', loud=True)"),
    ],
)
def test_a_verb_gets_its_own_options_and_the_bundle(names, words, got):
    @taking(Shared, *names)
    def verb(shared: Shared, of: Annotated[int, typer.Option()] = 3) -> None:
        """Do it."""
        typer.echo(f"{of} {shared}")

    assert run(verb, *words).strip() == got
    assert ("--color" in run(verb, "--help")) is (not names)
    assert verb.__doc__ == "Do it." and list(inspect.signature(verb).parameters) == ["of", *(names or ("color", "loud"))]
