"""Write the reference pages of ``docs/reference`` from the program itself; with ``--check``, exit with 1 where one differs."""

from __future__ import annotations

import argparse
import contextlib
import functools
import inspect
import io
import os
import re
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

from verbale import cli, errors, model, scoring, settings
from verbale.brief.html import html
from verbale.brief.markdown import markdown
from verbale.brief.page import Brief
from verbale.catalogue import labels, tables
from verbale.engines.one import REASONS as CODING
from verbale.entering.mapping import FIELDS
from verbale.entering.rows import REASONS as ROWS
from verbale.record.attaching import STALE
from verbale.record.exports import FILES, FORMATS, file_writer, writer
from verbale.record.exports.csv import COLUMNS
from verbale.record.exports.jsonl import EVENT_KEYS
from verbale.sources import REASONS
from verbale.sources.readers import READERS

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "reference"
HEAD = "<!-- Written by tools/make_docs.py: change the program, then run make docs. -->\n\n"
FACETS = {
    "Role": "role of a participant",
    "Location": "where a group of a country's people is",
    "Precision": "how exact a date is",
    "DateBasis": "where a date comes from",
    "Channel": "channel",
    "Format": "format",
    "Visibility": "visibility",
    "Venue": "venue",
    "Women": "whether women were present",
    "Verdict": "what a person decided of an event",
    "SaidKind": "kind of a thing said",
    "Modality": "modality of a thing said",
    "MentionKind": "kind of a mention",
}
EXITS = (
    ("0", "done"),
    ("1", "done, with findings or in part"),
    ("2", "usage"),
    ("3", "data"),
    ("4", "transient: try again"),
    ("130", "interrupted"),
)
CONDITIONS = {
    "obj": "the object is one of these words; without words: the object is a place",
    "noobj": "there is neither an object nor a clause in its stead",
    "who": "the object is somebody",
    "prt": "one of these particles belongs to the verb",
    "comp": "there is a clause in the object's stead; with words: it has one of them as its verb or auxiliary",
    "that": "there is a clause with “that”",
    "misdeed": "there is a clause whose verb is a misdeed",
    "inf": "somebody is to do something (“urged them to stop”)",
    "noinf": "nobody is to do anything",
    "cue": "a word of threat stands in what is said (lexicon: threat_cues)",
    "support": "a light verb carries the noun (“held talks”)",
    "refusing": "the verb hangs on “refuse” or “decline”",
    "neg": "the verb is negated",
    "insist": "the verb is “insist”",
    "readiness": "the noun says for what (“readiness to”)",
    "oprd": "a predicate of one of these words follows",
    "poss": "somebody has it (“their warning”)",
}


def cli_page() -> str:
    """Every verb with its help, as the program prints it."""
    parts = ["# Command line\n", cli.__doc__.split("\n\n")[1].split(" To add")[0] + "\n"]
    for name in ("", *(name for name, module in cli.VERBS.items() if find_spec(module))):
        parts.append(f"## verbale {name}".rstrip() + f"\n\n```text\n{_help(name)}\n```\n")
    return "\n".join(parts)


def _help(name: str) -> str:
    os.environ["COLUMNS"] = "100"
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown), contextlib.suppress(SystemExit):
        cli.program().main([*([name] if name else []), "--help"], prog_name="verbale")
    return "\n".join(line.rstrip() for line in shown.getvalue().strip().splitlines())


def settings_page() -> str:
    """Every setting with its default and what it does."""
    source = inspect.getsource(settings.Settings)
    found = re.findall(r"^    (\w+): (\w+) = (.+?)  #: (.+)$", source, re.MULTILINE)
    assert [name for name, *_ in found] == list(settings.Settings.__struct_fields__), "a setting has no comment"
    rows = (
        (f"`{name}`", kind, f"`{default}`", f"`VERBALE_{name.upper()}`", words.replace("``", "`"))
        for name, kind, default, words in found
    )
    intro = "Settings stand in `verbale.toml` of the folder at hand; variables overrule them. An unknown name is an error."
    return f"# Settings\n\n{intro}\n\n{_table(('setting', 'type', 'default', 'variable', 'what it does'), rows)}"


def errors_page() -> str:
    """The tree of errors, and every reason for which an input is set aside."""
    tree = errors.__doc__.split("\n\n")[1]
    heads = ("reason", "what is said", "what to do")
    reasons, rows = (((f"`{code}`", *words) for code, words in table.items()) for table in (REASONS | CODING, ROWS))
    stale = ((f"`{reason}`", words) for reason, words in STALE.items())
    return (
        f"# Errors\n\n```text\n{inspect.cleandoc(tree)}\n```\n\n## Exit codes\n\n{_table(('code', 'meaning'), EXITS)}\n"
        "## Why an input is set aside\n\nThe reasons are stable: scripts may branch on them.\n\n"
        f"{_table(heads, reasons)}\n## Why a row of an imported table is set aside\n\n{_table(heads, rows)}\n"
        f"## Why a decision has no event any more\n\nSee them with `verbale decide queue`.\n\n{_table(heads[:2], stale)}"
    )


def types_page() -> str:
    """The types and modes of events, the statuses, and the values of every facet."""
    modes: dict[str, list[str]] = {}
    for row in tables.rows("common", "labels"):
        if row["set"] == "phrase":
            kind, _, mode = row["code"].partition("/")
            modes.setdefault(kind, []).append(mode)
    types = ((f"`{t}`", labels.label("type", t), ", ".join(f"`{m}`" for m in modes.get(t, []))) for t in get_args(model.EventType))
    statuses = ((f"`{s}`", labels.label("status", s), "yes" if s in model.ENGAGING else "no") for s in get_args(model.Status))
    facets = ((words, ", ".join(f"`{v}`" for v in get_args(getattr(model, name)))) for name, words in FACETS.items())
    return (
        f"# Types and facets\n\n{_table(('type', 'in words', 'modes'), types)}\n"
        f"## Statuses\n\n{_table(('status', 'in words', 'took place'), statuses)}\n"
        f"## Facets\n\n{_table(('facet', 'values'), facets)}"
    )


def frames_page() -> str:
    """The words that report each type, and what the conditions of a frame mean."""
    rows = tables.rows("common", "frames")
    used = sorted({c.partition("=")[0] for r in rows for c in r["when"].split("&") if c})
    plain = "the words hang on it by this preposition or particle; with words: one of them does"
    conditions = ((f"`{name}`", CONDITIONS.get(name, plain)) for name in used)
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        found.setdefault((row["type"], row["mode"]), set()).add(f"{row['trigger']} ({row['pos']})")
    triggers = ((f"`{kind}`", f"`{mode}`", ", ".join(sorted(words))) for (kind, mode), words in sorted(found.items()))
    intro = (
        "A frame is a row of `cases/common/frames.csv`: a trigger (V verb, N noun, A adjective), what it means, where its source "
        "and target stand, and what must hold (`when`, conditions joined by `&`). Of several frames that hold the surest one wins."
    )
    return (
        f"# Frames\n\n{intro}\n\n## Conditions\n\n{_table(('condition', 'holds where'), conditions)}\n"
        f"## Triggers\n\n{_table(('type', 'mode', 'triggers'), triggers)}"
    )


def formats_page() -> str:
    """What is read and what is written."""
    readers = ((_first(r), ", ".join(f"`.{s}`" for s in sorted(r.SUFFIXES))) for r in READERS)
    written = [(f"`{name}`", _first(sys.modules[writer(name).__module__])) for name in FORMATS]
    written += [(f"`{name}`", _first(sys.modules[file_writer(name).__module__])) for name in FILES]
    document = '{"id": "...", "text": "...", "title": "...", "url": "...", "publisher": "...", "published": "2024-07-10"}'
    return (
        f"# Formats\n\n## What is read\n\nThe content decides, the name only helps.\n\n{_table(('format', 'names'), readers)}\n"
        f"A line of a `.jsonl` file is one document; only `text` is needed:\n\n```json\n{document}\n```\n\n"
        f"## What is written\n\n{_table(('format', 'what it is'), written)}\n"
        f"Keys of an event in JSON Lines, in order: {_codes(EVENT_KEYS)}.\n\nColumns of the CSV: {_codes(COLUMNS)}.\n\n"
        "Announced occasions as a calendar file: `verbale calendar --ics FILE`. `verbale export` writes what the record "
        "holds, with the names in it; `verbale publish` writes a site for others.\n\n"
        f"## What a map of an own table may name\n\nFields for `verbale import`: {_codes(FIELDS)}.\n"
    )


@functools.cache
def _card() -> scoring.Scorecard:
    """How well the gold is read."""
    gold = scoring.load_gold(ROOT / "tests" / "gold")
    return scoring.evaluate(gold, scoring.by_coder(gold, settings.Settings(workers=1), ablate=True))


@functools.cache
def _scorecard() -> Brief:
    """The same as a page; nothing of single documents, as they are for tests only."""
    return scoring.compose(_card(), single=False)


def scorecard_page() -> str:
    """The figures of the gold, with the floors under them."""
    return markdown(_scorecard())


def scorecard_html() -> str:
    """The same as one page with its picture."""
    return html(_scorecard())


def scorecard_toml() -> str:
    """How well contacts are read, for the foot of every brief; its date is that on which the figures last changed."""
    card = _card()
    found = card.tables["lenient"]["CONSULT"]
    on = f"on {card.documents} documents that were written for the purpose and coded by hand"
    figures = f"[all]\ngold = {found.gold:.0f}\nfound = {found.found:.0f}\nright = {found.right:.0f}\n"
    known = PLACES["scorecard.toml"].read_text(encoding="utf-8")
    same = figures in known and f'on = "{on}"' in known
    day = tables.toml("common", "scorecard")["date"] if same else datetime.now(UTC).date().isoformat()
    head = '# Written by tools/make_docs.py. "date" is that on which the figures last changed.\n'
    return f'{head}on = "{on}"\nbeyond = "real pages are read worse"\ndate = "{day}"\n\n{figures}'


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "settings.md": settings_page,
    "errors.md": errors_page,
    "codebook-types.md": types_page,
    "frames.md": frames_page,
    "formats.md": formats_page,
    "scorecard.md": scorecard_page,
    "scorecard.html": scorecard_html,
    "scorecard.toml": scorecard_toml,
}
PLACES = {"scorecard.toml": ROOT / "src" / "verbale" / "cases" / "common" / "scorecard.toml"}
"""What does not stand among the reference pages, as the program reads it."""


def _first(of: object) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((inspect.getdoc(of) or "").split("\n\n")[0].split())


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def main() -> int:
    """Write the pages, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--quick", action="store_true", help="leave out the scorecard, for which the gold is coded")
    given = parser.parse_args()
    check, stale = given.check, []
    for name, make in PAGES.items():
        if given.quick and name.startswith("scorecard"):
            continue
        # a browser that meets a comment before the type of document is no stickler for standards
        path, words = PLACES.get(name, FOLDER / name), (HEAD if name.endswith(".md") else "") + make().rstrip() + "\n"
        if not check:
            path.write_text(words, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != words:
            stale.append(path.name)
    if stale:
        sys.stderr.write(f"not what the program says: {', '.join(stale)}\nhint: make docs, and commit what changed\n")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
