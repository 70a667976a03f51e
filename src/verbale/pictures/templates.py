"""The templates of a room: strict about what they are not given, and escaping it unless they are Markdown."""

from __future__ import annotations

import functools

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


@functools.cache
def templates(package: str) -> Environment:
    """The templates in a package's folder ``templates``."""
    return fresh(package)


def fresh(package: str, *extensions: str) -> Environment:
    """The same, in an environment of its own with more that templates may use."""
    return Environment(
        loader=PackageLoader(package),
        extensions=extensions,
        # Markdown escapes in its own way what is put into it
        autoescape=select_autoescape(disabled_extensions=("md.j2",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
