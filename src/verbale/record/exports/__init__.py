"""The forms in which events leave the program: one file a form, named in one table.

To add a form: a module here with ``write(events, stream) -> int``, a line in ``FORMATS``, an example in its test. What is no text
takes a path in the stream's place, and stands in ``FILES``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TextIO

from verbale.errors import UsageError
from verbale.model import Event

Writer = Callable[[Iterable[Event], TextIO], int]

FORMATS = {
    "csv": "csv.write",
    "jsonl": "jsonl.write",
    "plover": "plover.write",
    "geojson": "geojson.write",
    "gexf": "graphs.gexf",
    "graphml": "graphs.graphml",
    "ftm": "ftm.write",
    "timeline": "timeline.write",
    "jsonld": "jsonld.write",
    "csl": "csl.write",
    "bibtex": "bibtex.write",
}
"""Every form that is text, by the name that ``--format`` takes: its module here, loaded when asked for, and its writer."""

FILES = ("xlsx", "parquet", "sqlite")
"""Every form that is a file of its own, by its name: that of its module, which is loaded when it is asked for."""


def writer(name: str) -> Writer:
    """The writer of a form: ``write(events, stream)`` writes text and returns how many events it wrote.

    Raises:
        UsageError: There is no form of this name.
    """
    if name not in FORMATS:
        raise UsageError(f"there is no export format named {name}", f"take one of: {', '.join(FORMATS)}")
    module, _, verb = FORMATS[name].partition(".")
    found: Writer = getattr(import_module(f"verbale.record.exports.{module}"), verb)
    return found


def file_writer(name: str) -> Callable[[Iterable[Event], Path], int]:
    """The writer of a form that is a file of its own: ``write(events, path)``.

    Raises:
        UsageError: There is no form of this name.
    """
    if name not in FILES:
        raise UsageError(f"there is no export format named {name}", f"take one of: {', '.join((*FORMATS, *FILES))}")
    found: Callable[[Iterable[Event], Path], int] = import_module(f"verbale.record.exports.{name}").write
    return found
