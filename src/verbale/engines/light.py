"""spaCy without its own command line, which it loads with itself, takes a third of the time, and is of no use here."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

_SPARED = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy the quick way, so that whoever imports it later finds it there; ``spacy.cli`` can still be imported as ever."""
    if "spacy" in sys.modules:
        return
    for name in _SPARED:
        stand_in = ModuleType(name)
        stand_in.__dict__.update(__path__=[], info=None)
        sys.modules[name] = stand_in
    try:
        importlib.import_module("spacy")
    finally:
        for name in _SPARED:
            del sys.modules[name]
