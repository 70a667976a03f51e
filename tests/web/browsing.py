"""A real browser for the tests of the pages, and what it is watched for."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from tools.make_picture import browser

PROGRAM = browser()
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")


class Served(NamedTuple):
    base: str
    address: str
    twice: str = ""
    free: str = ""


class Watched:
    """A page that notes every fault of the console, and every request to elsewhere."""

    def __init__(self, page: Any, base: str) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("console", lambda said: self.faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda asked: self.faults.append(asked.url) if not asked.url.startswith((base, "data:")) else None)
        page.on("dialog", lambda dialog: self.faults.append(dialog.message))


def serious(page: Any) -> list[str]:
    """What axe finds to be serious or critical."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
    return [
        f"{each['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"][:3]
    ]
