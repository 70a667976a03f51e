"""The texts of the real pages are made from clones of public repositories: the one that was coded, or none."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent
TOOL = ROOT / "tools" / "real_texts.py"
REAL = ROOT / "tests" / "real"
METHODS = runpy.run_path(str(ROOT / "tools" / "real_methods.py"))["METHODS"]
FIELDS = ("id", "repository", "commit", "path", "part", "method", "pick")
PICK = re.compile(r"\d+(-\d+|(@\d*:\d*)?([+&]\d+(@\d*:\d*)?)*)( \d+(-\d+|(@\d*:\d*)?([+&]\d+(@\d*:\d*)?)*))*")


class Page(NamedTuple):
    """A file of one kind, and the text that is in it."""

    path: str
    content: str
    part: str
    pick: str
    text: str


FEED = """<rss><channel><item><title>Fish</title><link>https://a.example/1</link></item>
<item><title>Talks &amp; tea</title><link>https://a.example/2</link>
<description><![CDATA[<script>run()</script><p>Envoys met
in Doha.</p><p>They left.</p>]]></description></item></channel></rss>"""
ISSUE = {
    "sections": [{"articles": [{"slug": "tea", "html": "<p>Of tea.</p>"}, {"slug": "doha", "html": "<p>They met.</p><p>So.</p>"}]}]
}
PAGES = {
    "csv": Page(
        "a.csv",
        'Link,Text\nx,\nx,"They met. They left, \n the same day."\n',
        "x",
        "1@:9 1@10: 2",
        "They met.\n\nThey left,\n\nthe same day.",
    ),
    "encyclopedia": Page(
        "b.md", "The TEA OF DOHA is a drink of the UAE.[1]\n", "", "0@:38", "The Tea Of Doha is a drink of the UAE."
    ),
    "factbook": Page(
        "f.json", json.dumps({"Geography": {"Climate": {"text": "dry &amp; hot"}, "Area": {}}}), "", "0", "Climate: dry & hot"
    ),
    "feed": Page("data.rss", FEED, "https://a.example/2", "0-1", "Talks & tea\n\nEnvoys met in Doha."),
    "json": Page("i.json", json.dumps(ISSUE), "doha", "1", "They met."),
    "lines": Page(
        "l.md",
        '---\ntitle: "Talks"\n---\nT\nhey **met**\nin [Doha](https://a.example),\nto talk.',
        "",
        "0 1&2+3&4@:0+4",
        "Talks\n\nThey met in Doha, to talk.",
    ),
    "markdown": Page(
        "m.md",
        "# Tea\n\nIt is hot.\n\n## Talks\n\n- They _met_\nin Doha.\n- They left.\n",
        "Talks",
        "1-2",
        "They met in Doha.\n\nThey left.",
    ),
    "page": Page(
        "p.html.gz",
        '<meta property="og:title" content="Talks"><h1>TALKS</h1><div><p>They\nmet.</p></div>',
        "",
        "0 2",
        "Talks\n\nThey met.",
    ),
    "plain": Page("p.txt", "They met.\r\n\r\n- They left.\r\n", "", "0-1", "They met.\n\n- They left."),
    "reuters": Page(
        "r.sgm",
        '<REUTERS NEWID="7"><TITLE>TEA</TITLE><BODY>It &lt;is>\nhot.\n    So.</BODY></REUTERS>',
        "7",
        "0-1",
        "TEA\n\nIt <is> hot.",
    ),
    "wrapped": Page(
        "w.md", "---\ntitle: Talks\n---\n\nThey met\nin Doha.\n\n- tea\n- fish\n", "", "0-1", "They met in Doha.\n\n- tea - fish"
    ),
}


def git(folder: Path, *words: str) -> str:
    named = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", "-C", folder, *named, *words], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one repository, ``owner/name``, that holds a file of each kind."""
    host = tmp_path_factory.mktemp("host")
    repository = host / "owner" / "name"
    repository.mkdir(parents=True)
    git(repository, "init", "--quiet")
    for page in PAGES.values():
        content = page.content.encode()
        (repository / page.path).write_bytes(gzip.compress(content) if page.path.endswith(".gz") else content)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "all")
    return host


def table(real: Path, host: Path, **changed: str) -> None:
    """Codings of all pages, and the table that says where they are; ``changed`` fields are the same in all rows."""
    commit = git(host / "owner" / "name", "rev-parse", "HEAD")
    (real / "open").mkdir(parents=True)
    with (real / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, FIELDS)
        rows.writeheader()
        for method, page in PAGES.items():
            row = [f"{method}-1", "owner/name", commit, page.path, page.part, method, page.pick]
            rows.writerow(dict(zip(FIELDS, row, strict=True)) | changed)
            coding = {"id": f"{method}-1", "sha256": hashlib.sha256(f"{page.text}\n".encode()).hexdigest()}
            (real / "open" / f"{method}-1.json").write_text(json.dumps(coding), encoding="utf-8")


def make(folder: Path, snapshots: Path, *more: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, TOOL, "--real", folder / "real", "--texts", folder / "texts", "--snapshots", snapshots, *more]
    return subprocess.run(line, capture_output=True, text=True)


def test_every_method_is_tried_here():
    assert PAGES.keys() == METHODS.keys()


def test_texts_come_out_as_they_were_coded(tmp_path: Path, host: Path):
    table(tmp_path / "real", host)
    ran = make(tmp_path, tmp_path / "snapshots", "--clone", "--host", host.as_uri())
    made = {path.stem.removesuffix("-1"): path.read_text(encoding="utf-8") for path in (tmp_path / "texts").iterdir()}
    assert made == {method: f"{page.text}\n" for method, page in PAGES.items()}, ran.stderr
    assert ran.returncode == 0 and ran.stdout == f"{len(PAGES)} of {len(PAGES)} texts made\n"
    assert (tmp_path / "snapshots" / "owner+name" / "HEAD").is_file()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"pick": "0@:3"}, "its SHA-256 is another"),
        ({"pick": "99"}, "does not hold what the table says"),
        ({"commit": "0" * 40}, "owner/name: fatal"),
        ({"path": "gone.txt"}, "'gone.txt'"),
        ({"id": "another-1"}, "no coding has this id"),
    ],
)
def test_another_text_is_refused(tmp_path: Path, host: Path, changed: dict[str, str], told: str):
    table(tmp_path / "real", host, **changed)
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "owner+name").symlink_to(host / "owner" / "name")
    ran = make(tmp_path, tmp_path / "snapshots")
    assert ran.returncode == 1 and told in ran.stderr and "Traceback" not in ran.stderr
    assert list((tmp_path / "texts").iterdir()) == [] and ran.stdout.startswith("0 of")


def test_a_part_that_is_not_there_is_told(tmp_path: Path, host: Path):
    table(tmp_path / "real", host, part="nowhere")
    (tmp_path / "snapshots" / "owner+name").mkdir(parents=True)
    (tmp_path / "snapshots" / "owner+name" / "repo").symlink_to(host / "owner" / "name")
    ran = make(tmp_path, tmp_path / "snapshots")
    assert ran.returncode == 1
    assert "no such part\n  5 not made: csv-1, feed-1, json-1, markdown-1, reuters-1\n" in ran.stderr


def test_what_must_be_cloned_is_told(tmp_path: Path, host: Path):
    table(tmp_path / "real", host)
    ran = make(tmp_path, tmp_path / "snapshots")
    assert ran.returncode == 1 and f"{len(PAGES)} not made: csv-1, " in ran.stderr
    assert "git clone" in ran.stderr and f"https://github.com/owner/name {tmp_path / 'snapshots' / 'owner+name'}\n" in ran.stderr


def test_texts_do_not_enter_the_project(tmp_path: Path, host: Path):
    table(tmp_path / "real", host)
    ran = make(tmp_path, tmp_path, "--texts", REAL / "texts")
    assert ran.returncode == 2 and "no part of it" in ran.stderr and not (REAL / "texts").exists()


def test_the_table_is_of_the_codings_and_holds_no_words():
    with (REAL / "sources.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = [row["id"] for row in rows]
    coded = {path.stem for half in ("open", "locked") for path in (REAL / half).glob("*.json")}
    assert ids == sorted(set(ids)) and set(ids) <= coded and tuple(rows[0]) == FIELDS
    for row in rows:
        assert re.fullmatch(r"[0-9a-f]{40}", row["commit"]) and re.fullmatch(r"[\w-]+/[\w.-]+", row["repository"]), row
        assert row["method"] in METHODS and PICK.fullmatch(row["pick"]), row
        assert len(row["part"].split()) <= 2, row
