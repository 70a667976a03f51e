"""Photograph the top of an HTML page with headless Chromium: ``python tools/make_picture.py brief.html docs/images/brief.png``."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run")


def browser() -> str | None:
    """The path of the first browser that is installed."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def photograph(page: Path, picture: Path, width: int = 1280, height: int = 1500, timeout_s: int = 60) -> None:
    """Write ``picture`` (PNG) of the first ``height`` pixels of ``page`` at ``width`` pixels.

    Raises:
        FileNotFoundError: No browser is installed, or it made no picture.
    """
    program = browser()
    if program is None:
        raise FileNotFoundError(f"none of these browsers is installed: {', '.join(BROWSERS)}")
    picture.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        options = (f"--user-data-dir={profile}", "--hide-scrollbars", f"--window-size={width},{height}")
        command = [program, *QUIET, *options, f"--screenshot={picture.resolve()}", page.resolve().as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=timeout_s)  # noqa: S603 - our own arguments
    if not picture.is_file():
        raise FileNotFoundError(f"{program} made no picture of {page}")


def main() -> int:
    """Read the command line, take the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=1500)
    given = parser.parse_args()
    photograph(given.page, given.picture, given.width, given.height)
    sys.stderr.write(f"wrote {given.picture}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
