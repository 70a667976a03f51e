"""The page in a real browser, at the width of a desk and of a phone. Skips, with a reason, where no Chromium is installed."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

import pytest
from tools.make_picture import QUIET, browser, photograph

from tests.brief.gold import readings
from tests.brief.making import text_of
from verbale.brief import material

PROGRAM = browser()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium here: apt-get install chromium runs these tests")


@pytest.fixture(scope="module")
def page() -> str:
    return text_of(material(readings(), "afghanistan"), "html")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_picture_of_the_page(page: str, tmp_path: Path, width: int) -> None:
    written, picture = tmp_path / "brief.html", tmp_path / "brief.png"
    written.write_text(page, encoding="utf-8")
    photograph(written, picture, width, 900)
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert int.from_bytes(head[16:20], "big") == width


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_screen(page: str, tmp_path: Path, width: int) -> None:
    # A headless window is never narrower than 500 pixels; a frame of the width in question is.
    inner, outer = tmp_path / "brief.html", tmp_path / "frame.html"
    inner.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page), encoding="utf-8")
    frame = f'<iframe id="f" style="width:{width}px;height:800px;border:0" src="brief.html"></iframe>'
    measure = "const d=f.contentDocument.documentElement;document.title=[d.clientWidth,d.scrollWidth].join('/')"
    outer.write_text(f"<title>-</title>{frame}<script>f.onload=()=>{{{measure}}}</script>", encoding="utf-8")
    with tempfile.TemporaryDirectory() as profile:
        command = [
            str(PROGRAM),
            *QUIET,
            f"--user-data-dir={profile}",
            "--allow-file-access-from-files",
            "--window-size=1400,900",
            "--dump-dom",
        ]
        shown = subprocess.run([*command, outer.as_uri()], check=True, capture_output=True, text=True, timeout=60).stdout
    found = re.search(r"<title>(\d+)/(\d+)</title>", shown)
    assert found, shown[:300]
    visible, needed = map(int, found.groups())
    assert width - 20 <= visible <= width
    assert needed <= visible
