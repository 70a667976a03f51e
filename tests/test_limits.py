"""The table of limits: each with the test that runs into it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verbale import framing
from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources import confine, docx, feed, fetch, read, shallow
from verbale.watching import watcher
from verbale.web import forms, keeping

HERE = Path(__file__).parent

LIMITS = {
    "max_document_mb": (b"word\n" * 300_000, "too large"),
    "max_line_mb": (b"word " * 300_000, "line too long"),
    "max_text_chars": (b"word\n" * 10, "too large"),
    "min_text_chars": (b"word\n" * 10, "empty"),
}
VALUES = {"max_document_mb": 1, "max_line_mb": 1, "max_text_chars": 40, "min_text_chars": 60}
ELSEWHERE = {
    "read_timeout_s": "sources/test_supervise.py::test_it_costs_its_own_part_only",
    "read_memory_mb": "sources/test_supervise.py::test_it_costs_its_own_part_only",
    "read_recycle": "sources/test_supervise.py::test_a_child_is_replaced_after_so_many",
    "fetch_timeout_s": "sources/test_fetch.py::test_slow_drips_end_at_the_deadline",
    "code_timeout_s": "engines/test_local.py::test_a_document_that_takes_too_long_is_set_aside",
    "shard_files": "engines/test_shards.py::test_a_document_that_kills_whoever_codes_it_is_set_aside",
    "shard_mb": "engines/test_plan.py::test_large_files_are_shards_by_themselves",
    "shard_attempts": "engines/test_shards.py::test_a_shard_that_nobody_can_finish_ends_the_run",
    "watch_every_s": "watching/test_watcher.py::test_a_feed_that_has_not_changed_is_not_sent_again",
    "watch_delay_s": "watching/test_watcher.py::test_servers_are_given_pauses",
    "confidence_floor": "engines/test_one.py::test_unsure_events_are_left_out_where_a_floor_is_set",
}
"""Limits of the settings that need more than a file to be run into, and the test that does it."""
FIXED = {
    "redirects of an address": (fetch.MAX_REDIRECTS, "sources/test_fetch.py::test_redirects_have_an_end"),
    "times `max_document_mb` that a Word file may unpack to": (
        docx.MAX_UNPACKED,
        "sources/test_docx.py::test_a_bomb_is_not_unpacked",
    ),
    "tags of a page inside each other": (shallow.MAX_DEPTH, "sources/test_shallow.py::test_words_stay_and_blocks_stay_apart"),
    "files that a reader may have open": (confine.OPEN_FILES, "sources/test_supervise.py::test_it_costs_its_own_part_only"),
    "pages that a feed or sitemap may name": (feed.MOST, "sources/test_feed.py::test_links_have_an_end"),
    "sitemaps inside each other": (watcher.DEEPEST, "watching/test_watcher.py::test_a_sitemap_of_sitemaps"),
    "attempts at a page that a feed names": (
        watcher.TRIES,
        "watching/test_watcher.py::test_a_page_that_fails_is_tried_again_and_then_left",
    ),
    "bytes of a form of the observatory": (forms.LONGEST, "web/test_review.py::test_what_is_sent_has_a_limit"),
    "pages that the observatory keeps": (
        keeping.MOST,
        "web/test_keeping.py::test_the_page_asked_for_longest_ago_goes_first",
    ),
    "bytes of a message between processes": (framing.MOST, "test_framing.py::test_what_is_no_message_is_none"),
}
"""Limits that no setting changes, as the guide words them: the number, and the test that runs into it."""
CHOICES = {
    "accounts",
    "record",
    "reviewer",
    "case",
    "cases_dir",
    "language",
    "pipeline",
    "ranker",
    "workers",
    "frame",
    "scorecard",
    "log",
}


def test_every_limit_is_here() -> None:
    assert {*LIMITS, *ELSEWHERE} | CHOICES == {*Settings.__struct_fields__}


@pytest.mark.parametrize("place", [*ELSEWHERE.values(), *(place for _, place in FIXED.values())])
def test_a_limit_has_its_test(place: str) -> None:
    path, _, name = place.partition("::")
    assert re.search(rf"^def {name}\(", (HERE / path).read_text(encoding="utf-8"), re.MULTILINE)


def test_the_guide_has_the_limits_that_no_setting_changes() -> None:
    guide = (HERE.parent / "docs" / "guides" / "scaling.md").read_text(encoding="utf-8").split("## Limits")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([\d,]+) \| [^|]+ \|$", guide, re.MULTILINE)
    assert {what: int(number.replace(",", "")) for what, number in rows} == {what: number for what, (number, _) in FIXED.items()}


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_that_is_run_into(tmp_path: Path, name: str) -> None:
    data, reason = LIMITS[name]
    (tmp_path / "a.txt").write_bytes(data)
    (found,) = read([str(tmp_path)], Settings(**{name: VALUES[name]}))
    assert isinstance(found, SetAside) and found.reason == reason
    assert found.hint
    if name not in ("max_document_mb", "max_line_mb"):
        (found,) = read([str(tmp_path)], Settings())
        assert isinstance(found, Document)
