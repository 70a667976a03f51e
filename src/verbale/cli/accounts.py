"""``verbale accounts``: who may open the observatory from another machine, and what they may do there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verbale.cli.console import put, say
from verbale.cli.working import in_force
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.web.team.accounts import Accounts

Action = Literal["list", "add", "role", "password", "remove"]
Role = Literal["viewer", "coder", "adjudicator", "admin"]


def accounts(
    action: Annotated[Action, typer.Argument(help="What to do.")],
    name: Annotated[str, typer.Argument(help="The account; its name stands behind its decisions.")] = "",
    role: Annotated[Role | None, typer.Option("--role", help="What the account may do.")] = None,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read the password from standard input, for a program.")] = False,
) -> None:
    """Make, list and change the accounts of the observatory.

    Example: verbale accounts list

    "add anna --role admin" asks for a password. A viewer sees every page; a coder reviews, and codes a second time; an adjudicator
    decides between two codings; an admin manages the accounts. They are in a file of their own, accounts.json, which holds no
    password, only argon2 hashes. One person on this machine needs none.
    """
    from pathlib import Path

    from verbale.web.team.accounts import Accounts

    held = Accounts(Path(in_force(None).accounts))
    if action == "list":
        for each in held.all():
            put(f"{each.name}  {each.role}  {each.changed[:10]}")
        if not held.all():
            say("there are no accounts; make one with: verbale accounts add NAME --role admin")
        return
    if not name:
        raise UsageError(f"{action} needs the name of an account", f"write: verbale accounts {action} NAME")
    _change(held, action, name, role, stdin)


def _change(held: Accounts, action: str, name: str, role: Role | None, stdin: bool) -> None:
    if action in ("add", "role") and role is None:
        raise UsageError("which role?", "say it with --role: viewer, coder, adjudicator or admin")
    if action == "add" and role:
        made = held.add(name, role, _password(stdin))
        say(f"{made.name} may sign in, as {made.role}")
    elif action == "role" and role:
        held.set_role(name, role)
        say(f"{name} is {role} now")
    elif action == "password":
        held.set_password(name, _password(stdin))
        say(f"{name} has another password; every session of theirs has ended")
    else:
        held.remove(name)
        say(f"the account {name} is gone; its decisions stay")


def _password(stdin: bool) -> str:
    """The new password: asked for twice and not shown, or the first line that a program sends."""
    from verbale.web.team.passwords import available

    available()
    if stdin:
        return typer.get_text_stream("stdin").readline().rstrip("\r\n")
    asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return asked
