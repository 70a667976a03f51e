"""Make the texts of the hand-coded real pages again, from clones of the public repositories that they were taken from.

    python tools/real_texts.py --snapshots ../snapshots --texts ../real-texts --clone

``tests/real/sources.csv`` says where each page is: a file of a repository at a commit, how the file falls into paragraphs, and
which of them the page had. A text is written only if its SHA-256 is that of its coding. A clone is looked for as ``owner+name`` in
the folder of snapshots; ``--clone`` brings what is not there (the history alone: files follow as they are asked for). Leaves with 1
if a text of the table is missing.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from real_methods import METHODS, picked

from verbale.sources.document import clean

ROOT = Path(__file__).parent.parent
HOST = "https://github.com"


class Source(NamedTuple):
    """Where the text of a page is; ``part`` is which of a file that holds many, else empty."""

    id: str
    repository: str
    commit: str
    path: str
    part: str
    method: str
    pick: str


class NotMadeError(Exception):
    """Why a text could not be made."""


def sources(real: Path) -> list[Source]:
    """The rows of the table."""
    with (real / "sources.csv").open(encoding="utf-8", newline="") as file:
        return [Source(**row) for row in csv.DictReader(file)]


def hashes(real: Path) -> dict[str, str]:
    """The SHA-256 of the text of every coding by its id."""
    coded = (json.loads(path.read_text(encoding="utf-8")) for half in ("open", "locked") for path in (real / half).glob("*.json"))
    return {each["id"]: each["sha256"] for each in coded}


def clone_command(repository: str, snapshots: Path, host: str) -> list[str]:
    """What brings a repository, without the files that nobody asks for."""
    target = snapshots / repository.replace("/", "+")
    return ["git", "clone", "--quiet", "--bare", "--filter=blob:none", f"{host}/{repository}", str(target)]


def clone_of(repository: str, snapshots: Path) -> Path:
    """The folder of a repository's clone.

    Raises:
        NotMadeError: There is none.
    """
    folder = snapshots / repository.replace("/", "+")
    found = next((each for each in (folder / "repo", folder) if (each / "HEAD").exists() or (each / ".git").exists()), None)
    if found is None:
        raise NotMadeError(f"no clone of {repository}; bring it with: {' '.join(clone_command(repository, snapshots, HOST))}")
    return found


def stored(source: Source, snapshots: Path) -> str:
    """The text of a page's file as it was at its commit.

    Raises:
        NotMadeError: The clone, the commit or the file is not there.
    """
    folder = clone_of(source.repository, snapshots)
    shown = subprocess.run(["git", "-C", str(folder), "show", f"{source.commit}:{source.path}"], capture_output=True)  # noqa: S603, S607
    if shown.returncode:
        raise NotMadeError(f"{source.repository}: {shown.stderr.decode(errors='replace').strip()}")
    raw = gzip.decompress(shown.stdout) if source.path.endswith(".gz") else shown.stdout
    try:
        return raw.decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace").replace("\r\n", "\n")


def text_of(source: Source, snapshots: Path) -> str:
    """A page's text.

    Raises:
        NotMadeError: Its file is not there, or does not hold what the table says.
    """
    file = stored(source, snapshots)
    try:
        paragraphs = [clean(each) for each in METHODS[source.method](file, source.part)]
        return clean("\n\n".join(picked(paragraphs, source.pick)) + "\n")
    except (LookupError, ValueError) as error:
        raise NotMadeError(f"the file does not hold what the table says: {error}") from error


def make(source: Source, wanted: str | None, snapshots: Path, texts: Path) -> None:
    """Write a page's text.

    Raises:
        NotMadeError: It cannot be had, or is not the one that was coded.
    """
    if wanted is None:
        raise NotMadeError("no coding has this id")
    text = text_of(source, snapshots)
    if hashlib.sha256(text.encode()).hexdigest() != wanted:
        raise NotMadeError("the text is not the one that was coded: its SHA-256 is another")
    (texts / f"{source.id}.txt").write_text(text, encoding="utf-8", newline="")


def bring(repositories: Sequence[str], snapshots: Path, host: str) -> None:
    """Clone what is not there; what fails is reported with the texts that need it."""
    for repository in repositories:
        try:
            clone_of(repository, snapshots)
        except NotMadeError:
            sys.stderr.write(f"cloning {repository}\n")
            subprocess.run(clone_command(repository, snapshots, host))  # noqa: S603


def main() -> int:
    """Make what can be made, and say what could not and why."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--snapshots", required=True, type=Path, help="the folder of the clones")
    parser.add_argument("--texts", required=True, type=Path, help="a folder outside the project")
    parser.add_argument("--real", type=Path, default=ROOT / "tests" / "real", help="the codings and sources.csv")
    parser.add_argument("--clone", action="store_true", help="bring the clones that are not there")
    parser.add_argument("--host", default=HOST, help="where to clone from (%(default)s)")
    given = parser.parse_args()
    if given.texts.resolve().is_relative_to(ROOT.resolve()):
        parser.error(f"{given.texts} is inside the project: the texts of real pages are no part of it")
    given.texts.mkdir(parents=True, exist_ok=True)
    pages, wanted = sources(given.real), hashes(given.real)
    if given.clone:
        bring(sorted({each.repository for each in pages}), given.snapshots, given.host)
    failed: defaultdict[str, list[str]] = defaultdict(list)
    for source in pages:
        try:
            make(source, wanted.get(source.id), given.snapshots, given.texts)
        except NotMadeError as error:
            failed[str(error)].append(source.id)
    for reason, ids in failed.items():
        sys.stderr.write(f"{reason}\n  {len(ids)} not made: {', '.join(ids)}\n")
    sys.stdout.write(f"{len(pages) - sum(map(len, failed.values()))} of {len(pages)} texts made\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
