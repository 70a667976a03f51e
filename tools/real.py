"""From real pages coded in the notation to codings without a word of them, half of them locked by the hash of their ids.

    python tools/real.py pages-*.txt --texts ../real-texts

The codings go to ``tests/real/open`` and ``tests/real/locked`` (with ``--second``, a second person's, to ``tests/real/second``),
the texts to a folder outside the project. Measure with: verbale evaluate tests/real/open --texts ../real-texts
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from verbale.errors import VerbaleError
from verbale.scoring.notation import parse
from verbale.scoring.wordless import without_words

ROOT = Path(__file__).parent.parent


def is_locked(key: str) -> bool:
    """Whether a page is one of the locked half: told by its id alone, so that nobody chooses."""
    return hashlib.sha256(key.encode()).digest()[0] % 2 == 1


def keep(coded: dict[str, Any], real: Path, texts: Path, second: bool) -> Path:
    """Write a coding and its text apart from each other."""
    locked = is_locked(coded["id"])
    folder = real / ("second" if second else "locked" if locked else "open")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{coded['id']}.json"
    kept = without_words(coded) | {"locked": locked}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    (texts / f"{coded['id']}.txt").write_text(coded["text"], encoding="utf-8", newline="")
    return path


def main() -> int:
    """Read the files that are named, and write what may be kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="files in the notation")
    parser.add_argument("--texts", required=True, type=Path, help="a folder outside the project")
    parser.add_argument("--real", type=Path, default=ROOT / "tests" / "real", help="where the codings go")
    parser.add_argument("--second", action="store_true", help="these are a second person's codings")
    given = parser.parse_args()
    if given.texts.resolve().is_relative_to(ROOT.resolve()):
        parser.error(f"{given.texts} is inside the project: the texts of real pages are no part of it")
    given.texts.mkdir(parents=True, exist_ok=True)
    try:
        coded = [each for file in given.files for each in parse(file.read_text(encoding="utf-8")) if "events" in each]
    except (OSError, VerbaleError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 3
    written = [keep(each, given.real, given.texts, given.second) for each in coded]
    sys.stdout.write(f"{len(written)} codings, {sum(is_locked(each['id']) for each in coded)} of them locked\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
