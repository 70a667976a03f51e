"""Photograph the observatory of a demonstration: ``python tools/make_shots.py verbale-demo docs/images``."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from make_picture import browser
from playwright.sync_api import sync_playwright

SIZE = {"width": 1240, "height": 900}
SHOTS = {"observatory": "/engagements?publishers=2", "review": "/review?order=unsure"}


def main(folder: Path, images: Path) -> None:
    """Serve the demonstration, and take a picture of one engagement and of the review."""
    words = [str(Path(sys.executable).with_name("verbale")), "serve", "--port", "0", "--by", "anna"]
    with subprocess.Popen(words, cwd=folder, stderr=subprocess.PIPE, text=True) as process, sync_playwright() as made:  # noqa: S603
        found = re.search(r"open (\S+)", process.stderr.readline() if process.stderr else "")
        if found is None:
            raise SystemExit("the demonstration is not served")
        page = made.chromium.launch(executable_path=browser(), args=["--no-sandbox"]).new_page(viewport=SIZE)
        page.goto(found[1])
        page.wait_for_url(lambda url: "/enter" not in url)
        for name, path in SHOTS.items():
            page.goto(found[1].partition("/enter")[0] + path)
            page.click(".entry .act a >> nth=0" if name == "observatory" else "#start")
            page.wait_for_load_state("load")
            page.screenshot(path=str(images / f"{name}.png"))
        process.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]).resolve())
