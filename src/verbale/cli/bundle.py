"""Options that verbs share, as one: a named tuple whose fields are the options, and what hands it to a verb filled in."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

Verb = Callable[..., None]


def taking(bundle: type[Any], *names: str) -> Callable[[Verb], Verb]:
    """Give a verb these options of a bundle behind its own, in the bundle's order.

    The verb's first parameter gets them together, as the bundle; what is not among them has its default there.

    Args:
        bundle: A named tuple; its fields are annotated as options, each with a default.
        names: Which of its fields the verb takes; all, where none is named.
    """
    hints = get_type_hints(bundle, include_extras=True)
    shared = [
        inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=hints[name])
        for name, default in bundle._field_defaults.items()
        if not names or name in names
    ]

    def given_to(verb: Verb) -> Verb:
        own = list(inspect.signature(verb, eval_str=True).parameters.values())[1:]

        @functools.wraps(verb)
        def called(**given: Any) -> None:
            verb(bundle(**{each.name: given.pop(each.name) for each in shared}), **given)

        # what typer reads a verb's options from
        called.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
        return called

    return given_to
