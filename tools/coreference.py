"""Coreference measured alone: about 400 participants whose words name nobody, drawn from gold by the hash of their document's id.

    python tools/coreference.py training/t8.txt tests/gold tests/real/open --texts ../real-texts

Documents are taken in the order of the SHA-256 of their ids, whole, until they hold the number of participants asked for; locked
ones never are. The grammar alone reads them: coreference comes before the ranker. ``--misses`` lists what is read wrongly, with its
words. ``--skip`` leaves out the first documents of that order, to look at others than those that give the figure.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from verbale.errors import VerbaleError
from verbale.scoring.coreference import FOUND, RIGHT, anaphors, coreference, is_right, resolved
from verbale.scoring.found import case_of, documents
from verbale.scoring.gold import Coding, load_gold
from verbale.scoring.scores import Key, total
from verbale.scoring.stages import Staged, staged
from verbale.settings import Settings

AROUND = 150
"""Characters of the text before a miss that are shown."""


def draw(coded: Sequence[Coding], many: int, skip: int = 0) -> list[Coding]:
    """Documents by the hash of their ids until they hold ``many`` anaphors, after those that hold the first ``skip``."""
    taken, count = [], 0
    for each in sorted(coded, key=lambda d: hashlib.sha256(d.key.encode()).hexdigest()):
        inside = sum(1 for _ in anaphors(each))
        if inside and count >= skip:
            taken.append(each)
        count += inside
        if count >= skip + many:
            break
    return taken


def read(drawn: Sequence[Coding]) -> Iterator[tuple[Coding, Staged]]:
    """Each document with what the grammar alone has in hand of it."""
    settings = Settings(ranker=False, workers=1)
    for each in drawn:
        (document,) = documents([each], settings)
        yield each, staged(document, case_of(each, settings), settings)


def misses(coded: Coding, read: Staged) -> Iterator[str]:
    """The anaphors of a document that are read wrongly, a line each."""
    text = coded.text or ""
    for anaphor, mention in resolved(coded, read.mentions):
        if not is_right(anaphor, mention):
            as_whom = "+".join(sorted(mention.parties)) or "nobody" if mention else "no mention"
            before = " ".join(text[max(0, anaphor.start - AROUND) : anaphor.start].split())
            behind = " ".join(text[anaphor.end : anaphor.end + AROUND // 3].split())
            words = f"{before} [{text[anaphor.start : anaphor.end]}] {behind}"
            yield f"{coded.key} {anaphor.kind}: {'+'.join(sorted(anaphor.parties))} read as {as_whom}: {words}"


def main() -> int:
    """Draw, read, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path, help="folders of codings, or files in the notation")
    parser.add_argument("--texts", type=Path, help="a folder of the texts of codings without words")
    parser.add_argument("--many", type=int, default=400, help="how many participants to draw")
    parser.add_argument("--skip", type=int, default=0, help="how many to leave out before them")
    parser.add_argument("--misses", action="store_true", help="list what is read wrongly")
    given = parser.parse_args()
    try:
        sets = [load_gold(path, given.texts) for path in given.gold]
        drawn = draw([d for each in sets for d in each.documents if d.key not in each.locked], given.many, given.skip)
        staged_ones = list(read(drawn))
    except VerbaleError as error:
        sys.stderr.write(f"error: {error}\n")
        return 3
    if given.misses:
        sys.stdout.writelines(f"{line}\n" for coded, found in staged_ones for line in misses(coded, found))
    scores = total(coreference(coded, found.mentions) for coded, found in staged_ones)
    sys.stdout.write(f"{len(drawn)} documents\n{'kind':14} {'participants':>12} {'found':>6} {'right':>6} accuracy\n")
    for key in sorted((k for k in scores if k.table == RIGHT), key=lambda k: -scores[k].gold):
        score, found = scores[key], scores[Key(FOUND, key.row)]
        sys.stdout.write(f"{key.row:14} {score.gold:12.0f} {found.right:6.0f} {score.right:6.0f} {score.f1:8.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
