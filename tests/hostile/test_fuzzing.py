"""The targets of the fuzzer hold for many inputs without it: sound and hostile files, changed here and there."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.sources.readers import READERS

from .targets import FORMATS, TARGETS, seeds

SECONDS = 10
EXAMPLES = {"coder": 150, "dates": 3_000}
KNOWN = {"htm", "xhtml", "markdown", "text", "tsv", "ndjson", "xml", "gz"}
"""Other names of formats that are fuzzed under one."""


def test_every_format_is_fuzzed() -> None:
    read = {suffix for reader in READERS for suffix in reader.SUFFIXES}
    assert read - KNOWN <= {ending for name in FORMATS for ending in name.split(".")}
    assert all(seeds(name) for name in TARGETS)


@st.composite
def changed(draw: st.DrawFn, name: str) -> bytes:
    """A seed of a target in which bytes are changed, cut out, put in or doubled."""
    data = bytearray(draw(st.sampled_from(seeds(name))))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.sampled_from([0, 1, 2, 8, 64, 1024]))
        data[start:end] = draw(
            st.binary(max_size=8) | st.just(bytes(data[start:end]) * 2) | st.sampled_from([b"<", b"\r\n\r\n", b"&#"])
        )
    return bytes(data)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # what is fuzzed may be long
@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds(name: str) -> None:
    @settings(max_examples=EXAMPLES.get(name, 600), deadline=None, suppress_health_check=list(HealthCheck))
    @given(changed(name))
    def hold(data: bytes) -> None:
        begun = time.process_time()
        TARGETS[name](data)
        assert time.process_time() - begun < SECONDS

    hold()
