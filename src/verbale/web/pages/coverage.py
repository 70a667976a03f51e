"""What was read and what was not: by publisher, language and month; what could not be read; how well the coder reads."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from verbale.catalogue import labels
from verbale.model import SetAside
from verbale.web.page import Asked, Page
from verbale.web.site import Site

_SHOWN = 60


def coverage(site: Site, _asked: Asked) -> Page:
    """The sources of all figures, and their gaps."""
    sources = site.snapshot.sources
    months = Counter((s.published or "")[:7] for s in sources if len(s.published or "") >= 7)
    skipped = Counter((s.skipped or "").partition(":")[0] for s in sources if s.skipped)
    told = {
        "total": len(sources),
        "telling": sum(s.events > 0 for s in sources),
        "publishers": _publishers(site),
        "languages": Counter(labels.label("language", s.language) if s.language else "not told" for s in sources).most_common(),
        "months": sorted(months.items()),
        "gaps": _gaps(sorted(months)),
        "undated": sum(not s.published for s in sources),
        "skipped": skipped.most_common(),
        "aside": _aside(site),
        "scorecard": _scorecard(site.scorecard),
    }
    return Page(name="coverage", title="Coverage", told=told)


def _publishers(site: Site) -> list[tuple[str, int, int]]:
    """Each publisher with its documents, and with those of them that tell of an act."""
    read, telling = Counter[str](), Counter[str]()
    for source in site.snapshot.sources:
        read[source.publisher or "unknown"] += 1
        telling[source.publisher or "unknown"] += source.events > 0
    return [(name, n, telling[name]) for name, n in sorted(read.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]]


def _gaps(months: list[str]) -> list[str]:
    """The months between the first and the last of which nothing was read."""
    if not months:
        return []
    first, last = (int(each[:4]) * 12 + int(each[5:7]) - 1 for each in (months[0], months[-1]))
    every = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)]
    return [month for month in every if month not in set(months)]


def _aside(site: Site) -> list[SetAside]:
    if site.record is None:
        return []
    found = {each.path: each for run in reversed(site.record.runs()) for each in site.record.set_asides(run.id)}
    return [found[path] for path in sorted(found)][:_SHOWN]


def _scorecard(path: str) -> dict[str, object] | None:
    """A scorecard in JSON, as ``verbale evaluate`` writes it; nothing where the file is none."""
    if not path.endswith(".json"):
        return None
    try:
        card = json.loads(Path(path).read_text(encoding="utf-8"))
        return {"tables": card["tables"]} if isinstance(card, dict) and isinstance(card.get("tables"), dict) else None
    except (OSError, ValueError):
        return None
