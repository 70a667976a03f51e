from __future__ import annotations

from pathlib import Path

import pytest

from verbale.sources.walk import files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a/z.txt", "a/c/y.txt", ".hidden", ".git/config", "a/.x", "B.txt"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(name)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (["in"], ["in/B.txt", "in/a/c/y.txt", "in/a/z.txt", "in/b.txt"]),
        (["in/*.txt"], ["in/B.txt", "in/b.txt"]),
        (["in/**/*.txt"], ["in/B.txt", "in/a/c/y.txt", "in/a/z.txt", "in/b.txt"]),
        (["in/a*"], ["in/a/c/y.txt", "in/a/z.txt"]),
        (["in/b.txt", "./in/b.txt", "in/a/../b.txt"], ["in/b.txt"]),
        (["in/.hidden"], ["in/.hidden"]),
        (["none.txt", "none*.txt", "empty"], ["none.txt", "none*.txt", "empty"]),
        (["-", "https://un.org/a?b=*", "-"], ["-", "https://un.org/a?b=*"]),
        ([], []),
    ],
)
def test_files(folder: Path, given: list[str], found: list[str]) -> None:
    assert list(files(given)) == found


def test_a_name_with_a_star_is_a_name_first(folder: Path) -> None:
    (folder / "a*b.txt").write_text("x")
    (folder / "aXb.txt").write_text("x")
    assert list(files(["a*b.txt"])) == ["a*b.txt"]


def test_links_do_not_go_round_in_circles(folder: Path) -> None:
    (folder / "in/a/up").symlink_to(folder / "in")
    (folder / "in/broken").symlink_to(folder / "nowhere")
    assert list(files(["in"])) == ["in/B.txt", "in/a/c/y.txt", "in/a/z.txt", "in/b.txt", "in/broken"]


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "secret.txt").write_text("not part of it")
    (folder / "in/notes.txt").symlink_to(folder / "secret.txt")
    (folder / "in/same.txt").symlink_to(folder / "in/b.txt")
    found = [path if isinstance(path, str) else (path.path, path.reason) for path in files(["in"])]
    assert ("in/notes.txt", "leads outside") in found and "secret.txt" not in found
    assert list(files(["in/notes.txt"])) == ["in/notes.txt"]
