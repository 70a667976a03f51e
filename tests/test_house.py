"""The house is in order: files of a size that can be read, no traces of a machine, neutral words, sorted public names."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from verbale import cli

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "verbale").rglob("*.py"))
LINES = 600
"""No module is longer."""
VERB = 80
"""Every verb of the command line is shorter."""

# Put together here so that this file does not hold what it looks for.
MACHINE = re.compile("|".join(f"/{name}/" for name in ("root", "home", "Users", "work/main", "work/shared")))
REGISTRY = re.compile("|".join(name.replace(".", r"\.") for name in ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org")))
LOADED = re.compile(r"\b(regime|terrorists?|junta|puppet|usurpers?|so-called|illegitimate)\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|‘[^’]*’|`[^`]*`")


def tracked() -> list[Path]:
    """The files of the project as a stranger gets them."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a clone")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def words(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="ignore")


def test_no_module_is_too_long():
    assert [p.name for p in SOURCES if len(words(p).splitlines()) > LINES] == []


@pytest.mark.parametrize("module", cli.VERBS.values())
def test_a_verb_is_short(module):
    path = ROOT / "src" / Path(*module.split(".")).with_suffix(".py")
    assert len(words(path).splitlines()) < VERB


def test_nothing_tells_of_a_machine_or_a_registry():
    found = [p.relative_to(ROOT) for p in tracked() if MACHINE.search(words(p)) or REGISTRY.search(words(p))]
    assert found == []


def test_locks_pin_every_file_and_name_no_index():
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = words(ROOT / name)
        entries = re.split(r"\n(?=\S)", lock.strip())
        assert all("==" in entry and "--hash=sha256:" in entry for entry in entries) and "://" not in lock


def test_the_project_speaks_in_neutral_words():
    """Where it speaks for itself: pages, labels and templates. Documents and their aliases keep the words that they have."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "src").rglob("*.j2"), *(ROOT / "src").rglob("labels.csv")]
    found = [(p.name, m[0]) for p in pages for m in LOADED.finditer(QUOTED.sub("", words(p)))]
    assert found == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_public_names_are_sorted_and_there(path):
    tree = ast.parse(words(path))
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            names = ast.literal_eval(node.value)
            assert names == sorted(names)


def test_every_module_says_what_it_is_for():
    assert [str(p) for p in SOURCES if not (ast.get_docstring(ast.parse(words(p))) or "").strip()] == []
